package timeline

import (
	"io"
	"strconv"
	"strings"
)

// WriteMarkdown writes the timeline as Markdown (CommonMark with the footnotes of GitHub's): a heading per decade, a list item per entry with
// its date, headline and actors, and its sources as footnotes, each listed once. Text of the entries cannot become markup.
func WriteMarkdown(w io.Writer, t *Timeline) error {
	p := newPrinter(w)
	p.text("# ", markdown(t.Title()), "\n")
	heading := ""
	notes := map[string]int{}
	var order []*Source
	for e := range t.All() {
		if h := era(&e); h != heading {
			heading = h
			p.text("\n## ", markdown(h), "\n\n")
		}
		p.text("- **", markdown(dated(&e)), "** ", markdown(headline(&e)))
		if len(e.Actors) > 0 {
			p.text(" — *", markdown(oneLine(strings.Join(e.Actors, ", "))), "*")
		}
		for i := range e.Sources {
			s := &e.Sources[i]
			key := s.Document + "\x00" + s.ID
			n, known := notes[key]
			if !known {
				n = len(order) + 1
				notes[key] = n
				order = append(order, s)
			}
			p.text("[^", strconv.Itoa(n), "]")
		}
		switch {
		case e.NeededSince != "":
			p.text(" *(", markdown(neededText(&e)), ")*")
		case len(e.Sources) == 0:
			p.text(" *(no source)*")
		}
		p.byte('\n')
	}
	if len(order) > 0 {
		p.byte('\n')
	}
	for i, s := range order {
		p.text("[^", strconv.Itoa(i+1), "]: ", markdown(oneLine(s.Label)))
		if s.Work != "" && !strings.HasPrefix(s.Label, s.Work) {
			p.text(", *", markdown(oneLine(s.Work)), "*")
		}
		if s.URL != "" {
			p.text(" <", strings.ReplaceAll(s.URL, ">", "%3E"), ">")
		}
		if s.Link == "inferred" {
			p.text(" (inferred)")
		}
		p.byte('\n')
	}
	return p.close()
}

// markdown escapes what would be markup in running text.
func markdown(s string) string {
	if !strings.ContainsAny(s, "\\`*_{}[]<>#|~&!+-.)(:@") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		switch c {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '|', '~', '&', '$':
			b.WriteByte('\\')
		case '#', '+', '-', '=': // only at the start of a line
			if i == 0 {
				b.WriteByte('\\')
			}
		case '!':
			if i+1 < len(s) && s[i+1] == '[' {
				b.WriteByte('\\')
			}
		case ':': // bare addresses become links
			if strings.HasPrefix(s[i:], "://") {
				b.WriteByte('\\')
			}
		}
		b.WriteByte(c)
	}
	return b.String()
}
