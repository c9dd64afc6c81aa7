package parse

import (
	"sort"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// span writes the readable text of a span of the source: the nodes inside it, and of leaves that reach over its ends the part
// inside. Stray ends of links are not text; a line break is a blank.
func (w *flatWriter) span(sp sinosoviet.Span) {
	nodes := w.t.nodes
	i := int32(max(sort.Search(len(nodes), func(i int) bool { return int(nodes[i].start) > sp.Start })-1, 0))
	for i > 0 && nodes[i-1].start == nodes[i].start {
		i-- // the outermost of those that start there
	}
	for i < int32(len(nodes)) && int(nodes[i].start) < sp.End {
		d := &nodes[i]
		switch {
		case int(d.end) <= sp.Start:
			i = max(d.next, i+1)
			continue
		case d.next == i+1 && (d.kind == KindText || d.kind == KindBlank):
			w.text(max(int(d.start), sp.Start), min(int(d.end), sp.End))
		case w.isWhole(d, sp):
			w.p.AppendText(&w.b, Node{w.t, i})
			i = d.next
			continue
		case isOpaque(d.kind):
			i = d.next
			continue
		}
		i++
	}
}

// isWhole reports an inline node inside the span: it is written as a whole. Blocks are gone into.
func (w *flatWriter) isWhole(d *node, sp sinosoviet.Span) bool {
	switch d.kind {
	case KindRoot, KindParagraph, KindList, KindItem, KindTerm, KindDescription, KindPre, KindTable, KindRow, KindCell, KindHeaderCell, KindCaption:
		return false
	}
	return int(d.start) >= sp.Start && int(d.end) <= sp.End
}

// text writes source text without stray "]]" and "}}", the ends of what was cut, and with blanks for line breaks.
func (w *flatWriter) text(start, end int) {
	src := w.t.src
	if last := w.b.Last(); last == ' ' || last == '\n' {
		for start < end && src[start] == ' ' {
			start++ // the blank before a template that shows nothing is there already
		}
	}
	braces := strings.IndexByte(src[start:end], '{') >= 0 // then "}}" may close what is no template
	for start < end {
		i := strings.IndexAny(src[start:end], "]}\n")
		if i < 0 {
			break
		}
		i += start
		switch {
		case src[i] == '\n':
			w.b.Copy(src, sinosoviet.Span{Start: start, End: i})
			if last := w.b.Last(); last != ' ' && last != '\n' {
				w.b.Replace(sinosoviet.Span{Start: i, End: i + 1}, " ")
			}
			start = i + 1
		case i+1 < end && src[i+1] == src[i] && (src[i] == ']' || !braces):
			w.b.Copy(src, sinosoviet.Span{Start: start, End: i})
			start = i + 2
		default:
			w.b.Copy(src, sinosoviet.Span{Start: start, End: i + 1})
			start = i + 1
		}
	}
	w.b.Copy(src, sinosoviet.Span{Start: start, End: end})
}
