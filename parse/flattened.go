package parse

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// Flattened reads the flattened dialect as an article, by the zero [Parser].
func Flattened(src *sinosoviet.Source) *sinosoviet.Article { return new(Parser).Flattened(src) }

// Flattened reads the flattened dialect of wikitext as an article. In it the title is line 1; heading marks, link brackets, references, emphasis and categories
// are stripped; list stars are "- "; links to files are cut to "File:NAME" and the tail of a caption ending in "]]"; templates are whole.
//
// Headings are found by evidence: the shape of a line, what stands before and behind it, and the names end sections have on
// every page. Levels are lost; a heading is on level 2 unless one without text stands right before it, whose first subsection it then is.
// What is left of captions becomes captions, not prose; stray "]]" are not text.
func (p *Parser) Flattened(src *sinosoviet.Source) *sinosoviet.Article {
	src = src.WithFormat(sinosoviet.FormatFlattened)
	t, s := p.articleTree(src.Text(), true)
	t.title = articleTitle(src)
	a := &sinosoviet.Article{Source: src}
	p.collect(a, t)
	f := flatLines(t)
	f.joinCaptions()
	f.markHeadings()
	w := flatWriter{p: p, t: t, f: f}
	w.start(a)
	w.write()
	w.finish(t)
	slices.SortStableFunc(a.Links, func(x, y sinosoviet.Link) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	slices.SortStableFunc(a.Images, func(x, y sinosoviet.Image) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	if a.Title == "" {
		a.Title = articleTitle(src)
	}
	p.complete(a, t)
	s.release()
	return a
}

// flatWriter lays a flattened text out as blocks.
type flatWriter struct {
	assembler
	p     *Parser
	t     *Tree
	f     *flatText
	level int  // of the section that is open
	empty bool // it has no text yet
	child int  // sections since one was taken for a subsection
}

func (w *flatWriter) write() {
	w.level, w.empty = 1, false
	for i := 0; i < len(w.f.lines); i++ {
		l := &w.f.lines[i]
		switch {
		case i == 0 && w.isTitle(l):
			w.title(l)
		case l.heading:
			w.heading(l)
		case l.kind == lineBlank, l.kind == lineHatnote, l.kind == lineNotice:
		case l.kind == lineFile && !strings.HasPrefix(w.t.src[l.span.Start:], "["):
			w.file(l)
		case l.kind == lineTable:
			w.cells(l)
		case l.kind == lineItem:
			w.item(l)
		default:
			i = w.paragraph(i)
		}
	}
}

// isTitle reports whether the first line is the title: short and without a full stop.
func (w *flatWriter) isTitle(l *flatLine) bool {
	return l.kind == lineText && len(l.plain) <= maxTitle && !strings.HasSuffix(l.plain, ".") && len(w.f.lines) > 1
}

// byteOrderMark may open a file; it is no part of a title.
const byteOrderMark = "\ufeff"

// maxTitle is the length of the longest page title MediaWiki allows.
const maxTitle = 255

func (w *flatWriter) title(l *flatLine) {
	sp := trimSpan(w.t.src, l.span)
	if rest, ok := strings.CutPrefix(w.t.src[sp.Start:sp.End], byteOrderMark); ok {
		sp.Start = sp.End - len(rest)
	}
	w.a.Title = strings.TrimPrefix(l.plain, byteOrderMark)
	start := w.begin(sinosoviet.BlockTitle, sp.Start)
	w.span(sp)
	w.end(sinosoviet.BlockTitle, 0, start, sp)
}

// heading opens a section.
func (w *flatWriter) heading(l *flatLine) {
	sp := trimSpan(w.t.src, l.span)
	level := w.levelOf(l.plain)
	w.level, w.empty = level, true
	w.openSection(l.plain, level, sp)
	start := w.begin(sinosoviet.BlockHeading, sp.Start)
	w.span(sp)
	w.end(sinosoviet.BlockHeading, 0, start, sp)
	if text := strings.TrimSpace(w.b.Text().String()[start:]); text != "" {
		w.a.Sections[w.section].Heading = text // with what its templates print
	}
}

// maxSiblings is how many headings in a row are taken for subsections of one that had no text of its own: what fits most of
// the pages whose levels are known.
const maxSiblings = 4

// levelOf guesses the level of a heading.
func (w *flatWriter) levelOf(heading string) int {
	if w.level < 2 || isEndMatter(heading) || w.a.Sections[w.section].EndMatter {
		w.child = 0
		return 2
	}
	if w.empty {
		w.child = 1
		return min(w.level+1, 6)
	}
	if w.level > 2 {
		if w.child++; w.child <= maxSiblings {
			return w.level
		}
		w.child = 1
		return w.level - 1
	}
	return 2
}

// file writes what is left of captions, and the text that may follow on the same line.
func (w *flatWriter) file(l *flatLine) {
	sp := trimSpan(w.t.src, l.span)
	for sp.Start < sp.End {
		i := fileStart(w.t.src[sp.Start:sp.End])
		if i != 0 {
			end := sp.End
			if i > 0 {
				end = sp.Start + i
			}
			w.block(sinosoviet.BlockParagraph, 0, sinosoviet.Span{Start: sp.Start, End: end})
			sp.Start = end
			continue
		}
		f := w.image(sp)
		if f.rest.Len() == 0 {
			return
		}
		sp.Start = f.rest.Start
	}
}

// image lists the file that the span begins with, and writes what is left of its caption.
func (w *flatWriter) image(sp sinosoviet.Span) flatFile {
	f := fileOf(w.t.src, sp.Start, sp.End)
	img := sinosoviet.Image{File: f.name, Span: f.span}
	if f.caption.Len() > 0 {
		start := w.begin(sinosoviet.BlockCaption, f.caption.Start)
		w.span(f.caption)
		w.end(sinosoviet.BlockCaption, 0, start, f.caption)
		if n := len(w.a.Blocks); n > 0 && w.a.Blocks[n-1].Span == f.caption {
			text := w.b.Text()
			img.Caption = text.Slice(w.a.Blocks[n-1].TextSpan.Start, w.a.Blocks[n-1].TextSpan.End)
		}
	}
	w.a.Images = append(w.a.Images, img)
	w.a.Links = append(w.a.Links, sinosoviet.Link{Kind: sinosoviet.LinkFile, Target: "File:" + f.name, Text: img.Caption.String(), Span: f.span})
	return f
}

// fileStart is the offset of the first file in s, or -1.
func fileStart(s string) int {
	for i := 0; i < len(s); {
		j := strings.IndexByte(s[i:], ':')
		if j < 0 {
			return -1
		}
		i += j + 1
		for _, n := range [...]int{len("Image:"), len("File:")} {
			if i >= n && filePrefix(s[i-n:]) == n {
				return i - n
			}
		}
	}
	return -1
}

// item writes a list item without its sign.
func (w *flatWriter) item(l *flatLine) {
	src := w.t.src
	sp := trimSpan(src, l.span)
	depth := 1
	switch {
	case strings.HasPrefix(src[sp.Start:sp.End], "–"):
		sp.Start += len("–")
	case src[sp.Start] == '-':
		sp.Start++
	default:
		n := 0
		for sp.Start+n < sp.End && strings.IndexByte("*#:;", src[sp.Start+n]) >= 0 {
			n++
		}
		depth = n
		sp.Start += n
	}
	inner := trimSpan(src, sp)
	w.empty = false
	start := w.begin(sinosoviet.BlockItem, inner.Start)
	w.span(inner)
	w.end(sinosoviet.BlockItem, depth, start, trimSpan(src, l.span))
}

// paragraph writes the line i and those that go on in it, and returns the last of them: after a line that does not
// end as sentences do, one that starts in lower case goes on.
func (w *flatWriter) paragraph(i int) int {
	l := &w.f.lines[i]
	sp := l.span
	for i+1 < len(w.f.lines) {
		next := &w.f.lines[i+1]
		if next.kind != lineText || next.heading || !w.goesOn(&w.f.lines[i], next) {
			break
		}
		sp.End = next.span.End
		i++
	}
	kind := sinosoviet.BlockParagraph
	if l.kind == lineFormula && l.plain == "" {
		kind = sinosoviet.BlockFormula
	}
	w.block(kind, 0, trimSpan(w.t.src, sp))
	return i
}

// goesOn reports whether the line next continues the paragraph of the line l.
func (w *flatWriter) goesOn(l, next *flatLine) bool {
	if l.kind != lineText || next.plain == "" || isTerminated(l.plain) {
		return false
	}
	c := next.plain[0]
	return c >= 'a' && c <= 'z' || w.f.wrapped && l.span.Len() >= 50
}

// block writes a block of the source span.
func (w *flatWriter) block(kind sinosoviet.BlockKind, depth int, sp sinosoviet.Span) {
	start := w.begin(kind, sp.Start)
	n := len(w.a.Blocks)
	w.span(sp)
	w.end(kind, depth, start, sp)
	if len(w.a.Blocks) > n {
		w.empty = false
	}
}

// cells writes the cells of a line of a table.
func (w *flatWriter) cells(l *flatLine) {
	src := w.t.src
	line := src[l.span.Start:l.span.End]
	trimmed := strings.TrimLeft(line, " \t")
	at := l.span.Start + len(line) - len(trimmed)
	kind := sinosoviet.BlockCell
	sign := "||"
	switch {
	case strings.HasPrefix(trimmed, "{|"), strings.HasPrefix(trimmed, "|}"), strings.HasPrefix(trimmed, "|-"), trimmed == "":
		return
	case strings.HasPrefix(trimmed, "|+"):
		kind = sinosoviet.BlockCaption
		at += 2
	case strings.HasPrefix(trimmed, "|"):
		at++
	case strings.HasPrefix(trimmed, "!"):
		at++
		sign = "!!"
	}
	w.empty = false
	for at < l.span.End {
		end := w.cellEnd(at, l.span.End, sign)
		sp := w.cellContent(sinosoviet.Span{Start: at, End: end})
		for sp.Len() > 0 && filePrefix(src[sp.Start:sp.End]) > 0 {
			sp = w.image(sp).rest
		}
		if sp.Len() > 0 {
			w.block(kind, 0, sp)
		}
		at = end + 2
	}
}

// cellEnd is the offset of the sign that ends a cell, outside templates and links, or limit.
func (w *flatWriter) cellEnd(at, limit int, sign string) int {
	src, depth := w.t.src, 0
	for i := at; i+1 < limit; i++ {
		switch src[i] {
		case '{', '[':
			if src[i+1] == src[i] {
				depth++
				i++
			}
		case '}', ']':
			if src[i+1] == src[i] {
				depth = max(depth-1, 0)
				i++
			}
		case '|':
			if depth == 0 && src[i+1] == '|' {
				return i
			}
		case '!':
			if depth == 0 && sign == "!!" && src[i+1] == '!' {
				return i
			}
		}
	}
	return limit
}

// cellContent leaves out a cell's attributes: what stands before a single pipe.
func (w *flatWriter) cellContent(sp sinosoviet.Span) sinosoviet.Span {
	src, depth := w.t.src, 0
	for i := sp.Start; i < sp.End; i++ {
		switch src[i] {
		case '{', '[':
			depth++
		case '}', ']':
			depth = max(depth-1, 0)
		case '|':
			if depth == 0 {
				sp.Start = i + 1
				return trimSpan(src, sp)
			}
		}
	}
	if i := strings.Index(src[sp.Start:sp.End], "{{"); i > 0 && isAttributes(src[sp.Start:sp.Start+i]) {
		sp.Start += i // the template brings the bar
	}
	return trimSpan(src, sp)
}
