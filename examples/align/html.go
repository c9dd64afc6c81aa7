package main

import (
	_ "embed" // the page
	"fmt"
	"html/template"
	"io"

	"github.com/sinosoviet/sinosoviet"
)

//go:embed report.html
var page string

// row is a sentence of the report.
type row struct {
	Number  int
	Class   string
	Match   string
	Where   string
	Excerpt string
	Parts   []part
	Markers []markerRow
}

type markerRow struct {
	Text, Denotes, Attaches, How, Class string
}

// writeHTML prints the report as one self-contained page: no script, no other file.
func (r *report) writeHTML(w io.Writer) error {
	t, err := template.New("report").Parse(page)
	if err != nil {
		return fmt.Errorf("report.html: %w", err)
	}
	rows := make([]row, 0, len(r.result.Sentences))
	for i, s := range r.result.Sentences {
		line := row{Number: i + 1, Class: string(s.Match), Match: match(s), Where: where(s), Excerpt: s.Text, Parts: r.parts(s)}
		for _, m := range s.Markers {
			line.Markers = append(line.Markers, markerRow{m.Text, r.denotes(m), r.attaches(m), r.how(m), class(m)})
		}
		rows = append(rows, line)
	}
	return t.Execute(w, map[string]any{
		"Title": r.title(), "Summary": r.summary(), "Revision": r.revision(), "Rows": rows,
	})
}

// class is how sure a marker's citation is: "sure", "likely" or "none".
func class(m sinosoviet.Marker) string {
	switch {
	case m.Citation == "":
		return "none"
	case m.Confidence < 0.9:
		return "likely"
	}
	return "sure"
}
