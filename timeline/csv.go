package timeline

import (
	"io"
	"strconv"
	"strings"
)

// CSVOptions are the options of [WriteCSV]. The zero value is safe for spreadsheets.
type CSVOptions struct {
	Unguarded bool // do not protect against formulas
	NoHeader  bool
}

// csvHeader names the columns of WriteCSV.
var csvHeader = []string{"id", "edtf", "date", "earliest", "latest", "relation", "basis", "headline", "sentence", "actors", "places",
	"support", "sources", "source_urls", "needed_since", "section", "document", "span_start", "span_end", "told_in"}

// WriteCSV writes one row per entry under a header row, as RFC 4180 has it: commas, lines ended by CR LF, quotes doubled.
//
// Columns with several values have them separated by "; ". Empty bounds are open. A field that a spreadsheet would take for a formula
// (it begins with =, +, -, @, a tab or a line break) gets an apostrophe in front, dates before year 0 too; Unguarded leaves it out.
func WriteCSV(w io.Writer, t *Timeline, o CSVOptions) error {
	p := newPrinter(w)
	if !o.NoHeader {
		p.csvRow(csvHeader, o)
	}
	row := make([]string, len(csvHeader))
	for e := range t.All() {
		var labels, urls, told []string
		for _, s := range e.Sources {
			labels = append(labels, sourceText(&s))
			if s.URL != "" {
				urls = append(urls, s.URL)
			}
		}
		for _, v := range e.Evidence {
			told = append(told, placeText(&v))
		}
		copy(row, []string{e.ID, dateOf(&e.Event).String(), dateWords(&e), e.Earliest.String(), e.Latest.String(), string(e.Relation),
			string(e.Basis), e.Headline, e.Text(), strings.Join(e.Actors, "; "), strings.Join(e.Places, "; "),
			string(e.Support()), strings.Join(labels, "; "), strings.Join(urls, "; "), e.NeededSince, e.Heading, e.Document,
			strconv.Itoa(e.Span.Start), strconv.Itoa(e.Span.End), strings.Join(told, "; ")})
		p.csvRow(row, o)
	}
	return p.close()
}

func (p *printer) csvRow(fields []string, o CSVOptions) {
	for i, f := range fields {
		if i > 0 {
			p.byte(',')
		}
		if !o.Unguarded && f != "" && strings.IndexByte("=+-@\t\r\n", f[0]) >= 0 {
			f = "'" + f
		}
		if !strings.ContainsAny(f, ",\"\r\n") && f == strings.TrimSpace(f) {
			p.text(f)
			continue
		}
		p.byte('"')
		p.text(strings.ReplaceAll(f, `"`, `""`), `"`)
	}
	p.text("\r\n")
}
