package extract_test

import (
	"context"
	"slices"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/extract"
)

// "The area" of an article about a place is that place, and "it" behind it too.
func TestAreaOfTheArticle(t *testing.T) {
	const text = "'''Portugal''' is a country. The United States recognised Portugal in 1783. The area was reformed in 1784. It was divided in 1785.\n"
	doc, err := extract.Wikitext(context.Background(), sinosoviet.NewSource("Portugal", sinosoviet.FormatWikitext, text))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range doc.Events {
		if year := e.EDTF.String(); year != "1783" && !slices.Equal(e.Actors, []string{"Portugal"}) {
			t.Errorf("%s %q: actors %q", year, e.Headline, e.Actors)
		}
	}
	if len(doc.Events) != 3 {
		t.Errorf("%d events, want 3", len(doc.Events))
	}
}
