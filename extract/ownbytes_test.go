package extract_test

import (
	"context"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/extract"
)

// No mention lies over another, nor before one, also where a template adds words around an argument.
func TestEntitiesApart(t *testing.T) {
	const text = "'''Aristotle''' was a philosopher of Greece.\n\n== Works ==\n* {{Gutenberg author | id=Aristotle | name=Aristotle}}\n* {{commonscat-inline|Albert Johnston}}\n* {{Wikiatlas|Algeria}}\n* Mao Zedong\n"
	doc, err := extract.Wikitext(context.Background(), sinosoviet.NewSource("test", sinosoviet.FormatWikitext, text))
	if err != nil {
		t.Fatal(err)
	}
	end, inTemplates := 0, 0
	for _, e := range doc.Entities {
		if e.Span.Start < end {
			t.Errorf("%q at %v lies over the mention before it, which ends at %d", e.Text, e.Span, end)
		}
		if e.Span.Start > 60 && e.Text == text[e.Span.Start:e.Span.End] {
			inTemplates++
		}
		end = e.Span.End
	}
	if inTemplates < 2 {
		t.Errorf("%d mentions with bytes of their own in the list, want at least 2: %v", inTemplates, doc.Entities)
	}
}
