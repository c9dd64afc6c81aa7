package extract_test

import (
	"context"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/extract"
)

// TestPrintedNotes reads citations that print themselves in the running text: their years are no events, and their words are in no headline.
func TestPrintedNotes(t *testing.T) {
	const text = "The town was founded in 1712. {{harvnb|Smith|1986|p=71}} The mayor built a wall in 1720 {{harvnb|Jones|1999|pp=9–12}}. The wall stands.\n"
	doc, err := extract.Wikitext(context.Background(), sinosoviet.NewSource("town", sinosoviet.FormatWikitext, text))
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Events) != 2 {
		t.Fatalf("%q: %d events, want 2: %+v", text, len(doc.Events), doc.Events)
	}
	for i, want := range []string{"The town was founded", "The mayor built a wall"} {
		if got := doc.Events[i].Headline; got != want {
			t.Errorf("headline %q, want %q", got, want)
		}
	}
}

// TestOtherLanguages reads prose that is not English: nothing is made up from it.
func TestOtherLanguages(t *testing.T) {
	text := strings.Repeat("Die Stadt wurde im Jahre 1712 von den Bewohnern am Fluss erbaut und im Jahre 1811 zerstört. ", 10)
	doc, err := extract.Text(context.Background(), sinosoviet.NewSource("stadt", sinosoviet.FormatText, text))
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Events) != 0 {
		t.Errorf("%d events in German prose, want none: %+v", len(doc.Events), doc.Events[0])
	}
}

// TestHeroOfBiography resolves pronouns of a biography: who it is about, unless somebody of the other gender was spoken of.
func TestHeroOfBiography(t *testing.T) {
	const text = "Jane Miller was a painter. Her father taught her. She was born in 1801. She married John Carter in 1820. Jane Miller loved the sea. She painted her coast. Jane Miller died old. Jane Miller is remembered. Jane Miller is admired.\n\nHe sold her house in 1830. In 1840, she moved to the coast."
	doc, err := (&extract.Extractor{Title: "Jane Miller"}).Text(context.Background(), sinosoviet.NewSource("miller", sinosoviet.FormatText, text))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"1801": "Jane Miller", "1840": "Jane Miller"}
	for _, e := range doc.Events {
		if name, ok := want[e.EDTF.String()]; ok {
			if len(e.Actors) == 0 || e.Actors[0] != name {
				t.Errorf("%s %q: actors %q, want %q first", e.EDTF, e.Headline, e.Actors, name)
			}
			delete(want, e.EDTF.String())
		}
		if e.EDTF.String() == "1830" && len(e.Actors) > 0 && e.Actors[0] == "Jane Miller" {
			t.Errorf("%q: %q is who \"he\" stands for", e.Headline, e.Actors[0])
		}
	}
	if len(want) > 0 {
		t.Errorf("no event of %v in %+v", want, doc.Events)
	}
}
