package timeline

import (
	"io"
	"strings"
)

// WriteMarkwhen writes the timeline for Markwhen, a section per decade. Years, months and days, and the ranges of them, stand as they
// are; what Markwhen cannot say (doubt, seasons, open ends, days before year 1) stands as its bounds, followed by the date in
// words and EDTF in brackets. Entries without a date are comments at the end.
func WriteMarkwhen(w io.Writer, t *Timeline) error {
	p := newPrinter(w)
	p.text("---\ntitle: ")
	p.json(oneLine(t.Title())) // a JSON string is one of YAML
	p.text("\n---\n")
	heading := ""
	for e := range t.All() {
		s, ok := stretchOf(&e)
		if h := era(&e); h != heading && ok {
			if heading != "" {
				p.text("endSection\n")
			}
			heading = h
			p.text("\nsection ", markwhenText(h), "\n")
		}
		if !ok {
			if heading != "" {
				p.text("endSection\n")
				heading = ""
			}
			p.text("\n// undated: ", markwhenText(headline(&e)), "\n")
			continue
		}
		date, exact := markwhenDate(s)
		p.text("\n", date, ": ", markwhenText(headline(&e)))
		if !exact {
			p.text(" (", dateWords(&e), ", EDTF ", dateCode(&e), ")")
		}
		p.byte('\n')
		p.markwhenDetails(&e)
	}
	if heading != "" {
		p.text("endSection\n")
	}
	return p.close()
}

// markwhenDate is a date of Markwhen; exact is false when it tells less, or more, than the EDTF.
func markwhenDate(s stretch) (date string, exact bool) {
	if s.isCommon() {
		return s.edtf(), s.exact
	}
	from, to := markwhenYear(s.from.Year), markwhenYear(s.to.Year)
	if from == to {
		return from, s.exact && s.isOne() && len(s.first()) <= len("-0043")
	}
	return from + " - " + to, s.exact && len(s.first()) <= len("-0043")
}

// markwhenYear is a year with its era; Markwhen counts no year 0 then.
func markwhenYear(year int) string {
	if year > 0 {
		return strings.TrimLeft(yearText(year), "0") + " CE"
	}
	return strings.TrimSuffix(yearText(year), " BC") + " BCE"
}

func (p *printer) markwhenDetails(e *Entry) {
	if len(e.Actors) > 0 {
		p.text("- ", markwhenText(strings.Join(e.Actors, ", ")), "\n")
	}
	for i := range e.Sources {
		s := &e.Sources[i]
		p.text("- ", markwhenText(sourceText(s)))
		if s.URL != "" {
			p.text(" [link](", markwhenURL.Replace(s.URL), ")")
		}
		p.byte('\n')
	}
	switch {
	case e.NeededSince != "":
		p.text("- ", neededText(e), "\n")
	case len(e.Sources) == 0:
		p.text("- no source\n")
	}
}

var (
	markwhenEscapes = strings.NewReplacer("#", "＃", "//", "/ /", "@", "＠")
	markwhenURL     = strings.NewReplacer("(", "%28", ")", "%29")
)

// markwhenText keeps text from becoming markup of Markwhen: tags (#), mentions (@), percentages and comments.
func markwhenText(s string) string {
	return markwhenEscapes.Replace(strings.TrimSpace(oneLine(s)))
}
