package extract_test

import (
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
)

// Every citation, entity, date and event has a span that, read back through the text, yields its text.
func TestProvenance(t *testing.T) {
	doc := sampleDocument(t)
	text, src := doc.Text.String(), doc.Source
	check := func(what string, span, in sinosoviet.Span, want string) {
		t.Helper()
		if span.IsZero() || span.End > src.Len() {
			t.Errorf("%s %q: span %v", what, want, span)
			return
		}
		if got := text[in.Start:in.End]; got != want {
			t.Errorf("%s: text span %v is %q, want %q", what, in, got, want)
		}
		if got := doc.Text.Locate(in.Start, in.End); got != span {
			t.Errorf("%s %q: span %v, but its text comes from %v", what, want, span, got)
		}
	}
	for _, d := range doc.Dates {
		check("date", d.Span, d.TextSpan, d.Text)
	}
	for _, e := range doc.Entities {
		check("entity", e.Span, e.TextSpan, e.Text)
	}
	for _, c := range doc.Citations {
		if s := src.Slice(c.Span); s == "" || c.Kind != sinosoviet.CitationPlain && !strings.HasPrefix(s, "{{") {
			t.Errorf("citation %s: span %v is %q", c.ID, c.Span, s)
		}
		for _, f := range c.Fields {
			if got := src.Slice(f.Span); got != f.Value {
				t.Errorf("citation %s: field %s = %q, its span is %q", c.ID, f.Name, f.Value, got)
			}
		}
	}
	known := map[string]bool{}
	for _, c := range doc.Citations {
		known[c.ID] = true
	}
	for _, e := range doc.Events {
		check("event", e.Span, e.TextSpan, e.Evidence[0].Text)
		if e.Trigger.IsZero() || !e.Span.Contains(e.Trigger) {
			t.Errorf("event %s %q: trigger %v %q outside its sentence", e.ID, e.Headline, e.Trigger, src.Slice(e.Trigger))
		}
		if n := len(strings.Fields(e.Headline)); n == 0 || n > 12 {
			t.Errorf("event %s: headline %q has %d words", e.ID, e.Headline, n)
		}
		for _, id := range e.Citations {
			if !known[id] {
				t.Errorf("event %s: citation %s is not there", e.ID, id)
			}
		}
	}
}
