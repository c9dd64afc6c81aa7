package temporal_test

import (
	"context"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// TestDatesOfOneTemplate checks that dates shown by one template have spans of their own where its source has them, and else its own.
func TestDatesOfOneTemplate(t *testing.T) {
	for _, c := range []struct {
		name, source, shown string
		want                []string
	}{
		{"as written", "{{harvtxt|Boolos|1974, 1999}}", "Boolos (1974, 1999)", []string{"1974", "1999"}},
		{"out of order", "{{x|1905|January 20}}", "January 20, 1905", []string{"{{x|1905|January 20}}"}},
		{"shown otherwise", "{{start date|1948|5|12}}", "May 12, 1948", []string{"{{start date|1948|5|12}}"}},
		{"inside a longer number", "{{x|11974|1974}}", "in 1974", []string{"1974"}},
		{"with words the template adds", "{{c.|lk=no|965|1040}}", "c. 965 – c. 1040", []string{"965", "1040"}},
		{"twice the same", "{{x|1974|1974}}", "1974 and 1974", []string{"1974", "1974"}},
	} {
		var b sinosoviet.TextBuilder
		b.Replace(sinosoviet.Span{Start: 0, End: len(c.source)}, c.shown)
		a := &sinosoviet.Article{
			Source: sinosoviet.NewSource("", sinosoviet.FormatWikitext, c.source), Text: b.Text(),
			Blocks: []sinosoviet.Block{{Kind: sinosoviet.BlockParagraph, TextSpan: sinosoviet.Span{Start: 0, End: len(c.shown)}}},
		}
		res, err := new(temporal.Tagger).Article(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		var spans []sinosoviet.Span
		for i, d := range res.Dates {
			if i < len(c.want) && a.Source.Slice(d.Span) != c.want[i] || len(res.Dates) != len(c.want) {
				t.Errorf("%s: date %d is at %q, want %q", c.name, i, a.Source.Slice(d.Span), c.want)
			}
			for _, o := range spans {
				if o.Overlaps(d.Span) {
					t.Errorf("%s: %v overlaps %v", c.name, d.Span, o)
				}
			}
			spans = append(spans, d.Span)
		}
	}
}
