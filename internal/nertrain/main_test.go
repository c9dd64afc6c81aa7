package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/sinosoviet/sinosoviet/entities"
	report "github.com/sinosoviet/sinosoviet/internal/score"
)

// data is the folder of the training data, beside the module.
const data = "../../../shared/ner"

// The weights in the repository are those that the trainer makes of the data, bit for bit.
func TestModelIsReproducible(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("sums may round otherwise on this architecture")
	}
	wikigold, others, err := corpora(data)
	if os.IsNotExist(err) {
		t.Skip("no training data beside the module")
	}
	if err != nil {
		t.Fatal(err)
	}
	model, err := train(context.Background(), entities.Config{}, wikigold, others, entities.Training{})
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if _, err := model.WriteTo(&got); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join("..", "..", "entities", "model.bin"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Error("entities/model.bin is not what the trainer makes: run go generate ./entities")
	}
	if got.Len() > 1_000_000 {
		t.Errorf("the model has %d bytes", got.Len())
	}
}

// Cross-validation on wikigold, whose texts no model is tested on that was trained on them.
func TestScoreCrossValidation(t *testing.T) {
	if testing.Short() {
		t.Skip("trains five models")
	}
	wikigold, others, err := corpora(data)
	if os.IsNotExist(err) {
		t.Skip("no training data beside the module")
	}
	if err != nil {
		t.Fatal(err)
	}
	found, err := validate(context.Background(), entities.Config{}, wikigold, others, 5, entities.Training{})
	if err != nil {
		t.Fatal(err)
	}
	s := score(wikigold, found)
	for kind, key := range map[string]string{"all": "f1", "PER": "persons-f1", "LOC": "places-f1", "ORG": "bodies-f1"} {
		report.Report(t, "names/wikigold-cross-validation/"+key, s[kind].f1())
	}
	if s["all"].f1() < 66 || s["ORG"].f1() < 45 {
		t.Error("want 66 and, for bodies, 45")
	}
}
