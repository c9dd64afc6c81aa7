package extract_test

import (
	"context"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/extract"
)

// A caption tells an event when it says what happens, not when it only says what is to be seen.
func TestCaptions(t *testing.T) {
	for _, tt := range []struct{ caption, edtf string }{
		{"Raising of the flag over the fort, 1781", "1781"},
		{"The garrison marching to the coast in April 1775", "1775-04"},
		{"Jane Doe signs the treaty in 1921", "1921"},
		{"Population density of the colony, 1775", ""},
		{"Map of the harbour in 1780", ""},
		{"A 1780 drawing of soldiers shows a drummer", ""},
		{"Scene from the film ''The Mill'', 1916", ""},
		{"Jane Doe in 1971", ""},
		{"Kingdom of Ruritania in 1230", ""},
		{"Surrender of the garrison by [[John Doe]], 1797", ""},
	} {
		src := sinosoviet.NewSource("captions", sinosoviet.FormatWikitext, "The town is old.\n\n[[File:A.jpg|thumb|"+tt.caption+"]]\n\nThe town is large.\n")
		doc, err := extract.Wikitext(context.Background(), src)
		if err != nil {
			t.Fatal(err)
		}
		var got string
		for _, e := range doc.Events {
			got += e.EDTF.String()
		}
		if got != tt.edtf {
			t.Errorf("%q: event of %q, want %q", tt.caption, got, tt.edtf)
		}
	}
}
