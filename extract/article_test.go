package extract_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/extract"
	"github.com/sinosoviet/sinosoviet/internal/score"
)

// sharedArticle is an article of the development corpus, read whole; the test is skipped where that is not there.
func sharedArticle(t testing.TB, file string) *extract.Document {
	t.Helper()
	b, err := os.ReadFile(score.Shared(t, "corpus", "articles", file))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := extract.Wikitext(context.Background(), sinosoviet.NewSource(file, sinosoviet.FormatWikitext, string(b)))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestScoreArticles(t *testing.T) {
	for _, tt := range []struct{ name, article, gold string }{
		{"articles-of-confederation", "enwiki__Articles_of_Confederation.wiki", "articles_of_confederation_events.tsv"},
		{"american-revolutionary-war", "enwiki__American_Revolutionary_War.wiki", "american_revolutionary_war_events.tsv"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := sharedArticle(t, tt.article)
			compare(readGold(t, filepath.Join("testdata", tt.gold), doc.Article), doc.Events).report(t, "events/"+tt.name)
		})
	}
}
