package timeline

import (
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// dateCode is an entry's date as EDTF; its bounds as EDTF where it has none itself; "undated" without a date.
func dateCode(e *Entry) string {
	if d := dateOf(&e.Event); !d.IsZero() {
		return d.String()
	}
	return "undated"
}

// dateOf is an event's EDTF, made of its bounds where it has none.
func dateOf(e *sinosoviet.Event) edtf.Date {
	from, to := e.Earliest, e.Latest
	switch {
	case !e.EDTF.IsZero() || from.IsZero() && to.IsZero():
		return e.EDTF
	case from == to:
		return from.Date()
	case from.IsZero():
		return edtf.OpenStart(to.Date())
	case to.IsZero():
		return edtf.OpenEnd(from.Date())
	}
	return edtf.Interval(from.Date(), to.Date())
}

// dateWords is an entry's date for reading: "31 May 1924", "after 1946", "late 1948", "c. 1046 BC", "undated". Where the
// text's own preposition says more than the EDTF can, it is used.
func dateWords(e *Entry) string {
	d := dateOf(&e.Event)
	if d.IsZero() {
		return "undated"
	}
	if open := d.IsOpenStart() || d.IsOpenEnd(); open && !e.When.IsZero() && !e.When.IsInterval() {
		switch e.Relation {
		case sinosoviet.RelationBy, sinosoviet.RelationBefore, sinosoviet.RelationAfter, sinosoviet.RelationSince, sinosoviet.RelationUntil:
			return string(e.Relation) + " " + e.When.Human()
		}
	}
	return d.Human()
}

// yearText is a year as people write it: "1949", "44 BC".
func yearText(year int) string { return edtf.Year(year).Human() }
