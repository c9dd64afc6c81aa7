package timeline

import (
	"html"
	"io"
	"slices"
)

// WriteVis writes {"groups", "items", "undated"} for vis-timeline: groups are the sections of the documents.
//
// vis-timeline draws from instant to instant. An entry known to a day is a point; every other is a range over its bounds, ending
// with the day after, and has the class "bounds" where it lies somewhere within and "lasting" where it went on all the
// time; an open end adds "open-start" or "open-end", a doubtful date "uncertain". Each item carries its EDTF, and the
// tooltip tells date, sentence and sources. Entries without a date, which have no place there, are in "undated".
func WriteVis(w io.Writer, t *Timeline) error {
	p := newPrinter(w)
	p.text(`{"groups":[`)
	for i, g := range headings(t) {
		if i > 0 {
			p.byte(',')
		}
		name := g
		if name == "" {
			name = "Introduction"
		}
		p.json(visGroup{i, html.EscapeString(name)})
	}
	p.text("],\n\"items\":[")
	at := map[string]int{}
	for i, g := range headings(t) {
		at[g] = i
	}
	p.items(t, at, true)
	p.text("\n],\n\"undated\":[")
	p.items(t, at, false)
	p.text("]}\n")
	return p.close()
}

type visGroup struct {
	ID      int    `json:"id"`
	Content string `json:"content"`
}

type visItem struct {
	ID        string `json:"id"`
	Group     int    `json:"group"`
	Type      string `json:"type,omitempty"`
	Start     string `json:"start,omitempty"`
	End       string `json:"end,omitempty"`
	ClassName string `json:"className,omitempty"`
	Content   string `json:"content"`
	Title     string `json:"title"`
	EDTF      string `json:"edtf,omitempty"`
}

func (p *printer) items(t *Timeline, groups map[string]int, withDate bool) {
	first := true
	for e := range t.All() {
		s, ok := stretchOf(&e)
		if ok != withDate {
			continue
		}
		if !first {
			p.byte(',')
		}
		first = false
		p.byte('\n')
		v := visItem{ID: e.ID, Group: groups[e.Heading], Content: html.EscapeString(headline(&e)),
			Title: "<p>" + html.EscapeString(dateWords(&e)) + "</p>" + slideHTML(&e), EDTF: dateOf(&e.Event).String()}
		if ok {
			v.Type, v.Start, v.ClassName = "point", isoDay(s.from), className(&e, s)
			if s.from != s.to {
				v.Type, v.End = "range", isoDay(s.to.AddDays(1))
			}
		}
		p.json(v)
	}
}

// className is how an entry's date is known, for style sheets.
func className(e *Entry, s stretch) string {
	c := "day"
	switch {
	case s.from != s.to && lastingRelation(e.Relation) && e.EDTF.IsInterval():
		c = "lasting"
	case s.from != s.to:
		c = "bounds"
	}
	if e.Earliest.IsZero() {
		c += " open-start"
	}
	if e.Latest.IsZero() {
		c += " open-end"
	}
	if e.EDTF.IsUncertain() || e.EDTF.IsApproximate() {
		c += " uncertain"
	}
	return c
}

// headings are the sections that have entries, in the order of their first entry.
func headings(t *Timeline) []string {
	var list []string
	seen := map[string]bool{}
	for e := range t.All() {
		if !seen[e.Heading] {
			seen[e.Heading] = true
			list = append(list, e.Heading)
		}
	}
	return slices.Clip(list)
}
