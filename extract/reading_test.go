package extract

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/internal/score"
	"github.com/sinosoviet/sinosoviet/parse"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// TestReadOnDemand holds that events are the same whether every sentence is read, or only those with a date and those that somebody asks about.
func TestReadOnDemand(t *testing.T) {
	names, err := entities.New(entities.Config{NoModel: true})
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(score.Shared(t, "corpus", "articles"), "*"))
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	for i, f := range files {
		if i%2 != 0 {
			continue
		}
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		a := new(parse.Parser).Wikitext(sinosoviet.NewSource(filepath.Base(f), sinosoviet.FormatWikitext, string(text)))
		r := reading{doc: &Document{Article: a}}
		r.behind = newSupport(r.doc, nil)
		if r.when, err = new(temporal.Tagger).Article(ctx, a); err != nil {
			t.Fatal(err)
		}
		if r.names, err = names.Analyse(ctx, a); err != nil {
			t.Fatal(err)
		}
		got, err := r.events(ctx)
		if err != nil {
			t.Fatal(err)
		}
		r.every = true
		want, err := r.events(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got, cmpopts.EquateComparable(edtf.Date{})); d != "" {
			t.Errorf("%s: (-every sentence +on demand)\n%s", filepath.Base(f), d)
		}
	}
}
