package timeline

import (
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet/edtf"
)

// The queries below return a timeline of the entries that fit, in the same order; they take linear time and
// leave the timeline as it is. A nil timeline gives a nil one.

// Where is the timeline of the entries for which keep is true. Keep must not change the entry.
func (t *Timeline) Where(keep func(e *Entry) bool) *Timeline { return t.where(keep) }

// Between is the timeline of the entries that certainly lie from the first day of from to the last day of to. A
// zero date does not bound that side. Undated entries, and those with an end open on a bounded side, are left out.
func (t *Timeline) Between(from, to edtf.Date) *Timeline {
	first, last := ends(from, to)
	return t.where(func(e *Entry) bool {
		p := periodOf(&e.Event)
		return p.known && p.from >= first && p.to <= last
	})
}

// Overlapping is the timeline of the entries that lie, or may lie, at least partly from the first day of from to the
// last day of to. A zero date does not bound that side. Undated entries are left out.
func (t *Timeline) Overlapping(from, to edtf.Date) *Timeline {
	first, last := ends(from, to)
	return t.where(func(e *Entry) bool {
		p := periodOf(&e.Event)
		return p.known && p.from <= last && p.to >= first
	})
}

// Before is the timeline of the entries that certainly end before the first day of d.
func (t *Timeline) Before(d edtf.Date) *Timeline {
	q := periodOfDate(d)
	return t.where(func(e *Entry) bool {
		p := periodOf(&e.Event)
		return p.known && q.known && p.to < q.from
	})
}

// After is the timeline of the entries that certainly begin after the last day of d.
func (t *Timeline) After(d edtf.Date) *Timeline {
	q := periodOfDate(d)
	return t.where(func(e *Entry) bool {
		p := periodOf(&e.Event)
		return p.known && q.known && p.from > q.to
	})
}

// Dated is the timeline of the entries with a date.
func (t *Timeline) Dated() *Timeline { return t.where((*Entry).IsDated) }

// Undated is the timeline of the entries without one.
func (t *Timeline) Undated() *Timeline { return t.where(func(e *Entry) bool { return !e.IsDated() }) }

// Actor is the timeline of the entries with an actor of that name, in whatever case.
func (t *Timeline) Actor(name string) *Timeline {
	return t.where(func(e *Entry) bool { return named(e.Actors, name) })
}

// Place is the timeline of the entries at a place of that name, in whatever case.
func (t *Timeline) Place(name string) *Timeline {
	return t.where(func(e *Entry) bool { return named(e.Places, name) })
}

// Section is the timeline of the entries told in a section with that heading, in whatever case, in any
// document; "" is the lead.
func (t *Timeline) Section(heading string) *Timeline {
	return t.where(func(e *Entry) bool {
		for i := range e.Evidence {
			if strings.EqualFold(e.Evidence[i].Section, heading) {
				return true
			}
		}
		return len(e.Evidence) == 0 && strings.EqualFold(e.Heading, heading)
	})
}

// Document is the timeline of the entries that the document of that name tells.
func (t *Timeline) Document(name string) *Timeline {
	return t.where(func(e *Entry) bool {
		for i := range e.Evidence {
			if e.Evidence[i].Source == name {
				return true
			}
		}
		return e.Document == name
	})
}

// Source is the timeline of the entries supported by a source whose label, work or id holds s, in whatever
// case: "Zhao 2022", "c9".
func (t *Timeline) Source(s string) *Timeline {
	s = strings.ToLower(s)
	return t.where(func(e *Entry) bool {
		for i := range e.Sources {
			src := &e.Sources[i]
			if strings.EqualFold(src.ID, s) || strings.Contains(strings.ToLower(src.Label), s) || strings.Contains(strings.ToLower(src.Work), s) {
				return true
			}
		}
		return false
	})
}

// Sourced is the timeline of the entries with a source.
func (t *Timeline) Sourced() *Timeline {
	return t.where(func(e *Entry) bool { return len(e.Sources) > 0 })
}

// Unsourced is the timeline of the entries without one: those marked as needing a citation, and those with nothing.
func (t *Timeline) Unsourced() *Timeline {
	return t.where(func(e *Entry) bool { return len(e.Sources) == 0 })
}

// Text is the timeline of the entries in which every word of the query stands, in whatever case: in the headline,
// a sentence of evidence, an actor, a place or a heading. An empty query fits all.
func (t *Timeline) Text(query string) *Timeline {
	words := strings.Fields(strings.ToLower(query))
	return t.where(func(e *Entry) bool {
		if len(words) == 0 {
			return true
		}
		all := strings.ToLower(allText(e))
		for _, w := range words {
			if !strings.Contains(all, w) {
				return false
			}
		}
		return true
	})
}

// allText is what [Timeline.Text] searches.
func allText(e *Entry) string {
	var b strings.Builder
	b.WriteString(e.Headline)
	for i := range e.Evidence {
		b.WriteByte('\n')
		b.WriteString(e.Evidence[i].Text)
		b.WriteByte('\n')
		b.WriteString(e.Evidence[i].Section)
	}
	for _, names := range [...][]string{e.Actors, e.Places} {
		for _, n := range names {
			b.WriteByte('\n')
			b.WriteString(n)
		}
	}
	return b.String()
}

func named(names []string, name string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
}

// ends are the first and the last day that two dates bound; a zero date bounds nothing.
func ends(from, to edtf.Date) (first, last int64) {
	first, last = minDay, maxDay
	if p := periodOfDate(from); p.known {
		first = p.from
	}
	if p := periodOfDate(to); p.known {
		last = p.to
	}
	return first, last
}
