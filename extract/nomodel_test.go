package extract_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/extract"
)

// withoutModel reads a document again, its names found by links, gazetteer and rules alone.
func withoutModel(t testing.TB, src *sinosoviet.Source) *extract.Document {
	t.Helper()
	tagger, err := entities.New(entities.Config{NoModel: true})
	if err != nil {
		t.Fatal(err)
	}
	x := extract.Extractor{Entities: tagger}
	doc, err := x.Auto(context.Background(), src)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// Without the name model, the same events are found: their words, dates and citations hang on parts of speech, which are there
// all the same; only who had part in them is told less well.
func TestScoreWithoutModel(t *testing.T) {
	for _, tt := range []struct {
		name, gold string
		doc        func(testing.TB) *extract.Document
	}{
		{"sample", "sample_events.tsv", sampleDocument},
		{"articles-of-confederation", "articles_of_confederation_events.tsv", func(t testing.TB) *extract.Document {
			return sharedArticle(t, "enwiki__Articles_of_Confederation.wiki")
		}},
		{"american-revolutionary-war", "american_revolutionary_war_events.tsv", func(t testing.TB) *extract.Document {
			return sharedArticle(t, "enwiki__American_Revolutionary_War.wiki")
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			with := tt.doc(t)
			without := withoutModel(t, with.Source)
			g := func() gold { return readGold(t, filepath.Join("testdata", tt.gold), with.Article) }
			a, b := compare(g(), with.Events), compare(g(), without.Events)
			t.Logf("with the model:    explicit %.1f, all %.1f, actors %.1f", f1(a.hits, a.predicted, a.foundA, a.goldA), f1(a.hits, a.predicted, a.foundA+a.foundB, a.goldA+a.goldB), share(a.actorsFound, a.actors))
			b.report(t, "events/no-model/"+tt.name)
		})
	}
}
