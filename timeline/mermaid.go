package timeline

import (
	"fmt"
	"io"
	"strings"
)

// WriteMermaid writes a timeline diagram for Mermaid: a section per decade, a period per entry. Periods are text to Mermaid, so that any date can
// stand there: in words, with the EDTF in brackets where the words do not say all.
func WriteMermaid(w io.Writer, t *Timeline) error {
	p := newPrinter(w)
	p.text("timeline\n    title ", mermaidText(t.Title()), "\n")
	heading := ""
	for e := range t.All() {
		if h := era(&e); h != heading {
			heading = h
			p.text("    section ", mermaidText(h), "\n")
		}
		p.text("        ", mermaidText(dated(&e)), " : ", mermaidText(headline(&e)), "\n")
	}
	return p.close()
}

// mermaidText keeps text from becoming syntax of Mermaid: its own escapes are #NN; with the character's number.
func mermaidText(s string) string {
	s = strings.TrimSpace(oneLine(s))
	if !strings.ContainsAny(s, "#;:%<>&\"{}\\`") {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '#', ';', ':', '%', '<', '>', '&', '"', '{', '}', '\\', '`':
			fmt.Fprintf(&b, "#%d;", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
