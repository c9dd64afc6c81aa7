package entities_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
)

// TestModelRoundTrip trains a small model, writes it, and finds the same names with what it reads back.
func TestModelRoundTrip(t *testing.T) {
	ctx := context.Background()
	const text = "Old Marlow met Kurtz at Gravesend. Kurtz left Gravesend for Marlow."
	var names []entities.Labelled
	for _, w := range []string{"Marlow", "Kurtz", "Gravesend"} {
		kind := sinosoviet.KindPerson
		if w == "Gravesend" {
			kind = sinosoviet.KindGPE
		}
		i := strings.Index(text, w)
		names = append(names, entities.Labelled{Start: i, End: i + len(w), Kind: kind})
	}
	m, err := entities.Train(ctx, entities.Config{}, []entities.Example{{Text: text, Names: names}}, entities.Training{Epochs: 4, Features: 500})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := m.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	read, err := entities.ReadModel(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	var found [2][]sinosoviet.Entity
	for i, m := range []*entities.Model{m, read} {
		tagger, err := entities.New(entities.Config{Model: m})
		if err != nil {
			t.Fatal(err)
		}
		if found[i], err = tagger.Text(ctx, text); err != nil {
			t.Fatal(err)
		}
		for k := range found[i] {
			found[i][k].Confidence = 0 // weights are rounded when they are written
		}
	}
	if d := cmp.Diff(found[0], found[1]); d != "" || len(found[0]) == 0 {
		t.Errorf("%d names (-trained +read):\n%s", len(found[0]), d)
	}
	if _, err := entities.ReadModel(strings.NewReader("no model")); err == nil {
		t.Error("no error for what is no model")
	}
}
