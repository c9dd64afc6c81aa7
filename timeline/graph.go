package timeline

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// Two formats of one graph: a node per entry and per actor, and an edge from each actor to the entries it takes part in.

// WriteGraphML writes the graph of entries and actors as GraphML. Nodes have "kind" (event or actor) and "label"; events also edtf, date,
// earliest, latest, support and sentence; actors the number of their entries.
func WriteGraphML(w io.Writer, t *Timeline) error {
	p := newPrinter(w)
	p.text(xml.Header, `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`, "\n")
	for _, key := range [...]string{"kind", "label", "edtf", "date", "earliest", "latest", "support", "sentence"} {
		p.text(`<key id="`, key, `" for="node" attr.name="`, key, `" attr.type="string"/>`, "\n")
	}
	p.text(`<key id="entries" for="node" attr.name="entries" attr.type="int"/>`, "\n", `<graph id="timeline" edgedefault="directed">`, "\n")
	actors := map[string]int{}
	for i, a := range t.Actors() {
		actors[a.Name] = i + 1
		p.text(`<node id="actor-`, strconv.Itoa(i+1), `">`)
		p.data("kind", "actor")
		p.data("label", a.Name)
		p.data("entries", strconv.Itoa(a.Entries))
		p.text("</node>\n")
	}
	for e := range t.All() {
		p.text(`<node id="event-`, xmlText(e.ID), `">`)
		p.data("kind", "event")
		p.data("label", e.Headline)
		p.data("edtf", dateOf(&e.Event).String())
		p.data("date", dateWords(&e))
		p.data("earliest", e.Earliest.String())
		p.data("latest", e.Latest.String())
		p.data("support", string(e.Support()))
		p.data("sentence", e.Text())
		p.text("</node>\n")
	}
	n := 0
	for e := range t.All() {
		for _, a := range e.Actors {
			n++
			p.text(`<edge id="x`, strconv.Itoa(n), `" source="actor-`, strconv.Itoa(actors[a]), `" target="event-`, xmlText(e.ID), `"/>`, "\n")
		}
	}
	p.text("</graph>\n</graphml>\n")
	return p.close()
}

func (p *printer) data(key, value string) {
	if value != "" {
		p.text(`<data key="`, key, `">`, xmlText(value), "</data>")
	}
}

// xmlText escapes text for XML; characters that XML forbids are replaced.
func xmlText(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	if xml.EscapeText(&b, []byte(s)) != nil {
		return ""
	}
	return b.String()
}

// WriteDOT writes the graph of entries and actors for Graphviz: entries are boxes with date and headline, actors ellipses. Entries
// without a source are dashed.
func WriteDOT(w io.Writer, t *Timeline) error {
	p := newPrinter(w)
	p.text("digraph timeline {\n  rankdir=LR;\n  node [fontname=\"Helvetica\"];\n  label=", dotText(t.Title()), ";\n")
	actors := map[string]int{}
	for i, a := range t.Actors() {
		actors[a.Name] = i + 1
		p.text("  a", strconv.Itoa(i+1), " [shape=ellipse, label=", dotText(a.Name), "];\n")
	}
	i := 0
	for e := range t.All() {
		i++
		style := ""
		if len(e.Sources) == 0 {
			style = ", style=dashed"
		}
		p.text("  e", strconv.Itoa(i), " [shape=box, id=", dotText(e.ID), ", label=", dotText(dated(&e)+"\n"+headline(&e)), style, "];\n")
		for _, a := range e.Actors {
			p.text("  a", strconv.Itoa(actors[a]), " -> e", strconv.Itoa(i), ";\n")
		}
	}
	p.text("}\n")
	return p.close()
}

var dotEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// dotText is a quoted string of DOT.
func dotText(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = dotEscapes.Replace(oneLine(lines[i]))
	}
	return `"` + strings.Join(lines, `\n`) + `"`
}
