package timeline

import (
	"io"
	"strconv"
)

// WriteJSONLD writes the timeline as schema.org JSON-LD: an ItemList of Event values in order. Dates are ISO 8601 of reduced precision
// ("1949", "1949-10"), so that no day is made up; startDate and endDate are the bounds where the text names a longer stretch. The EDTF is
// the temporalCoverage of the sentence that tells the event (subjectOf), which also carries the citations.
func WriteJSONLD(w io.Writer, t *Timeline) error {
	p := newPrinter(w)
	p.text(`{"@context":"https://schema.org","@type":"ItemList","name":`)
	p.json(t.Title())
	p.text(`,"itemListOrder":"https://schema.org/ItemListOrderAscending","numberOfItems":`, strconv.Itoa(t.Len()), `,"itemListElement":[`)
	i := 0
	for e := range t.All() {
		if i++; i > 1 {
			p.byte(',')
		}
		p.byte('\n')
		p.json(ldItem{"ListItem", i, ldEventOf(&e)})
	}
	p.text("\n]}\n")
	return p.close()
}

type ldItem struct {
	Type     string  `json:"@type"`
	Position int     `json:"position"`
	Item     ldEvent `json:"item"`
}

type ldEvent struct {
	Type        string    `json:"@type"`
	ID          string    `json:"@id"`
	Name        string    `json:"name"`
	Description string    `json:"description,omitempty"` // date in words, where ISO 8601 cannot say it
	StartDate   string    `json:"startDate,omitempty"`
	EndDate     string    `json:"endDate,omitempty"`
	About       []ldThing `json:"about,omitempty"`
	Location    []ldThing `json:"location,omitempty"`
	SubjectOf   []ldQuote `json:"subjectOf,omitempty"`
}

type ldThing struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

type ldQuote struct {
	Type             string    `json:"@type"`
	Text             string    `json:"text,omitempty"`
	TemporalCoverage string    `json:"temporalCoverage,omitempty"`
	IsPartOf         *ldThing  `json:"isPartOf,omitempty"`
	Citation         []ldThing `json:"citation,omitempty"`
}

func ldEventOf(e *Entry) ldEvent {
	v := ldEvent{Type: "Event", ID: "#" + fragment(e.ID), Name: e.Headline}
	if s, ok := stretchOf(e); ok {
		switch {
		case e.Earliest.IsZero():
			v.EndDate = cut(e.Latest, unitTo(e.Latest)).String()
		case e.Latest.IsZero():
			v.StartDate = cut(e.Earliest, unitFrom(e.Earliest)).String()
		default:
			v.StartDate = s.first()
			if !s.isOne() {
				v.EndDate = s.last()
			}
		}
		if !s.exact {
			v.Description = "Date: " + dateWords(e)
		}
	}
	for _, a := range e.Actors {
		v.About = append(v.About, ldThing{Type: "Thing", Name: a})
	}
	for _, a := range e.Places {
		v.Location = append(v.Location, ldThing{Type: "Place", Name: a})
	}
	for i := range e.Evidence {
		w := &e.Evidence[i]
		q := ldQuote{Type: "Quotation", Text: w.Text, TemporalCoverage: w.EDTF.String()}
		if w.Source != "" {
			q.IsPartOf = &ldThing{Type: "CreativeWork", Name: w.Source}
		}
		for j := range e.Sources {
			if s := &e.Sources[j]; s.Document == w.Source || i == 0 && s.Document == "" {
				q.Citation = append(q.Citation, ldThing{"CreativeWork", s.Label, s.URL})
			}
		}
		v.SubjectOf = append(v.SubjectOf, q)
	}
	return v
}
