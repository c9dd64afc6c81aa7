package temporal_test

import (
	"context"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// TestTitlesInItalics holds that a date among the words of a title in italics is told apart from dates in the running text.
func TestTitlesInItalics(t *testing.T) {
	for _, c := range []struct {
		source string
		title  bool
	}{
		{"In the play ''Night of January 16th'' she sang.", true},
		{"In the '''bold''' play ''[[Night of January 16th]]'' she sang.", true},
		{"In ''the play'' of January 16th ''she'' sang.", false},
		{"''She'' sang in '''1920''' there.", false},
		{"On ''1920'' all agree.", false},
		{"''It was not in January 1920 that she sang, nor when all of them had come home at last and slept.''", false},
		{"''She\nsang in January of that'' year.", false},
	} {
		a := new(parse.Parser).Wikitext(sinosoviet.NewSource("", sinosoviet.FormatWikitext, "She was born in 1900. "+c.source))
		res, err := new(temporal.Tagger).Article(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		if len(res.Phrases) < 2 {
			t.Errorf("%q: phrases %v", c.source, res.Phrases)
			continue
		}
		if got := res.Phrases[1].Title; got != c.title {
			t.Errorf("%q: %q in a title: %v, want %v", c.source, res.Dates[1].Text, got, c.title)
		}
	}
}
