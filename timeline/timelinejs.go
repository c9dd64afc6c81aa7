package timeline

import (
	"html"
	"io"
	"strings"

	"github.com/sinosoviet/sinosoviet/edtf"
)

// WriteTimelineJS writes the JSON that TimelineJS 3 reads. Its dates may lack day and month, and so they do; what a date says
// beyond that is in display_date, which is what readers see. Entries without a date, which it cannot hold, are listed on the title slide.
func WriteTimelineJS(w io.Writer, t *Timeline) error {
	p := newPrinter(w)
	p.text(`{"scale":"human","title":{"unique_id":"title","text":{"headline":`)
	p.json(html.EscapeString(t.Title()))
	var undated strings.Builder
	for e := range t.All() {
		if _, ok := stretchOf(&e); !ok {
			undated.WriteString("<li>" + html.EscapeString(headline(&e)) + "</li>")
		}
	}
	if undated.Len() > 0 {
		p.text(`,"text":`)
		p.json("<p>Without a date:</p><ul>" + undated.String() + "</ul>")
	}
	p.text(`}},"events":[`)
	first := true
	for e := range t.All() {
		s, ok := stretchOf(&e)
		if !ok {
			continue
		}
		if !first {
			p.byte(',')
		}
		first = false
		p.byte('\n')
		p.json(slideOf(&e, s))
	}
	p.text("\n]}\n")
	return p.close()
}

// slide is an event of TimelineJS.
type slide struct {
	ID          string     `json:"unique_id"`
	Start       slideDate  `json:"start_date"`
	End         *slideDate `json:"end_date,omitempty"`
	DisplayDate string     `json:"display_date"`
	Group       string     `json:"group,omitempty"`
	Text        slideText  `json:"text"`
	Autolink    bool       `json:"autolink"`
	EDTF        string     `json:"edtf"` // not read by TimelineJS
}

type slideDate struct {
	Year  int `json:"year"`
	Month int `json:"month,omitempty"`
	Day   int `json:"day,omitempty"`
}

type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text,omitempty"`
}

func slideOf(e *Entry, s stretch) slide {
	v := slide{ID: e.ID, Start: slideDay(s.from, s.unit), DisplayDate: html.EscapeString(dateWords(e)), Group: html.EscapeString(e.Heading),
		Text: slideText{html.EscapeString(headline(e)), slideHTML(e)}, EDTF: dateCode(e)}
	if !s.isOne() {
		end := slideDay(s.to, s.unit)
		v.End = &end
	}
	return v
}

func slideDay(d edtf.Day, unit edtf.Precision) slideDate {
	v := slideDate{Year: d.Year}
	if unit != edtf.PrecisionYear {
		v.Month = int(d.Month)
	}
	if unit == edtf.PrecisionDay {
		v.Day = int(d.Day)
	}
	return v
}

// slideHTML is the sentence with its sources.
func slideHTML(e *Entry) string {
	var b strings.Builder
	if text := e.Text(); text != e.Headline {
		b.WriteString("<p>" + html.EscapeString(oneLine(text)) + "</p>")
	}
	for i := range e.Sources {
		b.WriteString("<p><small>" + sourceHTML(&e.Sources[i]) + "</small></p>")
	}
	switch {
	case e.NeededSince != "":
		b.WriteString("<p><small><em>" + html.EscapeString(neededText(e)) + "</em></small></p>")
	case len(e.Sources) == 0:
		b.WriteString("<p><small><em>no source</em></small></p>")
	}
	return b.String()
}

// sourceHTML is a source as HTML, linked where it has an address.
func sourceHTML(s *Source) string {
	text := html.EscapeString(oneLine(sourceText(s)))
	if s.URL == "" {
		return text
	}
	return `<a href="` + html.EscapeString(s.URL) + `">` + text + `</a>`
}
