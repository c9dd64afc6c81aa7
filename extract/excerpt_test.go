package extract_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/extract"
)

// Events of an excerpt have the citations that stand behind the same clause in the article.
func TestExcerptEventsAreSourced(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "examples", "internal", "sample", "sino-soviet-relations.excerpt.txt"))
	if err != nil {
		t.Fatal(err)
	}
	article := sampleDocument(t)
	doc, err := extract.Excerpt(context.Background(), sinosoviet.NewSource("excerpt", sinosoviet.FormatExcerpt, string(b)), article)
	if err != nil {
		t.Fatal(err)
	}
	checkEvents(t, doc)
	same, sourced := 0, 0
	for _, e := range doc.Events {
		for _, o := range article.Events {
			if o.Headline == e.Headline && o.EDTF == e.EDTF && len(o.Citations) > 0 {
				sourced++
				if slices.Equal(o.Citations, e.Citations) {
					same++
				} else {
					t.Errorf("%s %q: citations %v in the excerpt, %v in the article", e.EDTF, e.Headline, e.Citations, o.Citations)
				}
			}
		}
	}
	if sourced == 0 || same < sourced {
		t.Errorf("%d of %d events have the article's citations", same, sourced)
	}
	alone, err := extract.Excerpt(context.Background(), sinosoviet.NewSource("excerpt", sinosoviet.FormatExcerpt, string(b)), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range alone.Events {
		if len(e.Citations) > 0 {
			t.Errorf("%q without an article: citations %v", e.Headline, e.Citations)
		}
	}
}
