package main

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

func (r result) write(w io.Writer, format string) error {
	switch format {
	case "json":
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		return e.Encode(r)
	case "dot":
		return r.writeDOT(w)
	case "graphml":
		return r.writeGraphML(w)
	}
	return r.writeTable(w)
}

// writeTable prints a line for each name: how often, kind, name, other forms, the first place.
func (r result) writeTable(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "count\tkind\tname\talso\tfirst at")
	for _, v := range r.Names {
		fmt.Fprintf(t, "%d\t%s\t%s\t%s\t%s\n", v.Count, v.Kind, v.Name, strings.Join(v.Forms, ", "), v.Mentions[0].Span)
	}
	return t.Flush()
}

// colours of the kinds, light enough for black text.
var colours = map[string]string{"PERSON": "#ffd8a8", "ORG": "#a5d8ff", "GPE": "#b2f2bb", "LOC": "#d8f5a2", "NORP": "#ffec99",
	"FAC": "#dee2e6", "EVENT": "#ffc9c9", "LAW": "#d0bfff", "WORK": "#fcc2d7"}

// writeDOT prints the network in Graphviz's language.
func (r result) writeDOT(w io.Writer) error {
	var b strings.Builder
	b.WriteString("graph names {\n  node [shape=box, style=\"rounded,filled\"];\n")
	for _, v := range r.Names {
		fmt.Fprintf(&b, "  n%d [label=%s, fillcolor=%q, tooltip=\"%s, %d times\"];\n", v.ID, quoteDOT(v.Name), colours[string(v.Kind)], v.Kind, v.Count)
	}
	for _, e := range r.Pairs {
		fmt.Fprintf(&b, "  n%d -- n%d [weight=%d, penwidth=%.1f];\n", e.From, e.To, e.Count, 1+float64(min(e.Count, 20))/4)
	}
	b.WriteString("}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// quoteDOT is s as a string of DOT, in which only the quotation mark and the backslash are special.
func quoteDOT(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ").Replace(s) + `"`
}

// The elements of GraphML (graphml.graphdrawing.org) that are used.
type (
	graphML struct {
		XMLName xml.Name   `xml:"graphml"`
		NS      string     `xml:"xmlns,attr"`
		Keys    []graphKey `xml:"key"`
		Graph   graph      `xml:"graph"`
	}
	graphKey struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
		Type string `xml:"attr.type,attr"`
	}
	graph struct {
		ID    string      `xml:"id,attr"`
		Kind  string      `xml:"edgedefault,attr"`
		Nodes []graphNode `xml:"node"`
		Edges []graphEdge `xml:"edge"`
	}
	graphNode struct {
		ID   string      `xml:"id,attr"`
		Data []graphData `xml:"data"`
	}
	graphEdge struct {
		Source string      `xml:"source,attr"`
		Target string      `xml:"target,attr"`
		Data   []graphData `xml:"data"`
	}
	graphData struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	}
)

// writeGraphML prints the network as GraphML, for Gephi, yEd and NetworkX.
func (r result) writeGraphML(w io.Writer) error {
	g := graphML{NS: "http://graphml.graphdrawing.org/xmlns", Keys: []graphKey{
		{"label", "node", "label", "string"}, {"kind", "node", "kind", "string"}, {"count", "node", "count", "int"}, {"weight", "edge", "weight", "int"},
	}, Graph: graph{ID: "names", Kind: "undirected"}}
	for _, v := range r.Names {
		g.Graph.Nodes = append(g.Graph.Nodes, graphNode{fmt.Sprintf("n%d", v.ID),
			[]graphData{{"label", v.Name}, {"kind", string(v.Kind)}, {"count", fmt.Sprint(v.Count)}}})
	}
	for _, e := range r.Pairs {
		g.Graph.Edges = append(g.Graph.Edges, graphEdge{fmt.Sprintf("n%d", e.From), fmt.Sprintf("n%d", e.To), []graphData{{"weight", fmt.Sprint(e.Count)}}})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(g); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
