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

// In a section headed by a country, "the two countries" are that one and the one the document is most about.
func TestTwoCountriesOfASection(t *testing.T) {
	const text = "'''Portugal''' has many friends. Portugal is near Spain, and Portugal is not far from Morocco.\n\n== Spain ==\nPortugal likes [[Spain]].\n\n== Israel ==\n" +
		"Ties with [[Israel]] are close, as with the United States and Spain. Trade between the two countries began in 1990.\n"
	doc, err := extract.Wikitext(context.Background(), sinosoviet.NewSource("Portugal", sinosoviet.FormatWikitext, text))
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Events) != 1 || !slices.Equal(doc.Events[0].Actors, []string{"Portugal", "Israel"}) {
		t.Errorf("%+v", doc.Events)
	}
}
