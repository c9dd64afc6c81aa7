package parse

import (
	"strings"
	"sync"

	"github.com/sinosoviet/sinosoviet"
)

// Block is a piece of readable text that a page sets apart, as [Parser.Blocks] found it.
type Block struct {
	Kind     sinosoviet.BlockKind
	Depth    int             // of a list item, from 1
	Node     Node            // what makes it a block: heading, paragraph, item, cell, file, caption, tag, template
	Span     sinosoviet.Span // source, from the first byte shown to the last
	TextSpan sinosoviet.Span // bytes of the text that was built
}

// TextOptions say what readable text holds. The zero TextOptions is what a reader of the rendered page reads: no references,
// hatnotes, infoboxes and navigation boxes.
type TextOptions struct {
	NoTables   bool // leave tables out
	NoCaptions bool // leave captions of files and galleries out
	NoFormulas bool // leave the source of <math> and the like out
}

// Blocks appends the readable text of all that is inside n to b, block by block in reading order, and
// returns the blocks. Between two blocks it puts a blank line; between two items of a list and two rows of a table a line
// break; between two cells a tab. It takes linear time and no stack that grows with the input.
func (p *Parser) Blocks(b *sinosoviet.TextBuilder, n Node, o TextOptions) []Block {
	if n.tree == nil {
		return nil
	}
	w := newTextWriter(p, b, n.tree)
	w.options = o
	w.write(n)
	blocks := w.blocks
	w.blocks = nil
	w.release()
	return blocks
}

// AppendText appends the readable text of what is inside n as one piece of text, without block breaks: what a heading, link text,
// caption or argument shows. For a leaf, link or template it is what the node itself shows.
func (p *Parser) AppendText(b *sinosoviet.TextBuilder, n Node) {
	if n.tree == nil {
		return
	}
	w := newTextWriter(p, b, n.tree)
	w.inline = true
	w.write(n)
	w.release()
}

// Text is the readable text of what is inside n, as [Parser.AppendText] gives it.
func (p *Parser) Text(n Node) sinosoviet.Text {
	var b sinosoviet.TextBuilder
	p.AppendText(&b, n)
	return b.Text()
}

// TextWriter writes readable text. It is what a [TemplateFunc] gets. Runs of blanks and line breaks become one
// blank, as on a rendered page; blanks at the ends of blocks are dropped.
type TextWriter struct {
	p       *Parser
	b       *sinosoviet.TextBuilder
	tree    *Tree
	src     string
	options TextOptions
	inline  bool // one piece of text: breaks are blanks
	context []textContext
	blocks  []Block
	row     int32 // row of the last cell written
	isOpen  bool  // a block is open
	started bool  // the piece of inline text has begun
	space   sinosoviet.Span
	breaks  []sinosoviet.Span // line breaks that are due before the next text
	pending bool              // a blank is due before the next text; space is what it stands for
	depth   int               // of template functions that call each other
	links   int               // external links numbered so far
	trim    bool              // blanks are dropped until there is text
}

// textContext is what the text belongs to: an item, a cell, a heading …
type textContext struct {
	end   int32 // first node that is not in it
	row   int32
	kind  sinosoviet.BlockKind
	depth int32
	node  Node
	lines textLines
	exit  uint8
}

// textLines says what line breaks in the source are in the text.
type textLines uint8

const (
	linesFlow  textLines = iota // blanks
	linesPoem                   // line breaks; blanks at their ends are dropped
	linesFixed                  // all white space stays
)

// What to do at the end of a context.
const (
	exitNothing uint8 = iota
	exitBreak
)

// maxTemplateDepth is how deep templates that print each other's text are followed; on real pages 5 is rare.
const maxTemplateDepth = 40

// looking is what [TextWriter.Text] counts as depth: at most two of them stand in each other.
const looking = 20

// textWriters keeps the working memory of writers for the next ones.
var textWriters = sync.Pool{New: func() any { return new(TextWriter) }}

func newTextWriter(p *Parser, b *sinosoviet.TextBuilder, t *Tree) *TextWriter {
	if p == nil {
		p = new(Parser)
	}
	w := textWriters.Get().(*TextWriter)
	w.p, w.b, w.tree, w.src = p, b, t, t.src
	w.context = append(w.context, textContext{kind: sinosoviet.BlockParagraph, node: t.Root(), end: int32(len(t.nodes))})
	return w
}

// maxKeptContexts and maxKeptBlocks are how much working memory is kept: more than real articles have.
const (
	maxKeptContexts = 1 << 6
	maxKeptBlocks   = 1 << 14
)

// release gives the writer's memory back, unless a hostile input made it huge or a caller's own function may have kept the writer.
func (w *TextWriter) release() {
	if len(w.p.TemplateText) > 0 || cap(w.context) > maxKeptContexts || cap(w.breaks) > maxKeptContexts || cap(w.blocks) > maxKeptBlocks {
		return
	}
	clear(w.context[:cap(w.context)])
	clear(w.blocks)
	*w = TextWriter{context: w.context[:0], breaks: w.breaks[:0], blocks: w.blocks[:0]}
	textWriters.Put(w)
}

// Node writes the readable text of what is inside n.
func (w *TextWriter) Node(n Node) {
	if n.tree != nil {
		w.write(n)
	}
}

// Arg writes the readable text of the template's named argument, and reports whether there is one that is not blank.
func (w *TextWriter) Arg(t Template, name string) bool {
	a, ok := t.Arg(name)
	if !ok || a.ValueSpan().Len() == 0 {
		return false
	}
	w.Node(a.ValueNode)
	return true
}

// Text is the readable text of what is inside n, without blanks at its ends, for a function that has to look at it. It costs as much
// as writing it; templates in it are followed less deep, so that functions which look at what they write stay fast.
func (w *TextWriter) Text(n Node) string {
	if c, ok := n.FirstChild(); !ok || c.Kind() == KindText && c.Span() == n.Span() {
		return strings.TrimSpace(n.Source())
	}
	if w.depth+looking > maxTemplateDepth {
		return ""
	}
	var b sinosoviet.TextBuilder
	sub := newTextWriter(w.p, &b, w.tree)
	sub.inline, sub.depth = true, w.depth+looking
	sub.write(n)
	sub.release()
	return strings.TrimSpace(b.Text().String())
}

// Print writes text that stands for the span of the source. Unlike that of Node it is taken as it is, blanks included.
func (w *TextWriter) Print(sp sinosoviet.Span, text string) {
	if text == "" {
		return
	}
	w.begin(sp.Start)
	w.b.Replace(sp, text)
	w.wrote(sp.End)
}

// Copy writes the bytes of the span of the source.
func (w *TextWriter) Copy(sp sinosoviet.Span) { w.copy(int32(sp.Start), int32(sp.End)) }

// Break ends the block: what follows stands in another.
func (w *TextWriter) Break() { w.endBlock() }

// Quote writes the readable text of what is inside n as a block quotation.
func (w *TextWriter) Quote(n Node) {
	if n.tree != nil {
		w.quote(n, linesFlow)
	}
}

func (w *TextWriter) quote(n Node, lines textLines) {
	w.endBlock()
	w.enter(sinosoviet.BlockQuote, n, exitBreak).lines = lines
	w.write(n)
	w.leave()
}

func (w *TextWriter) top() *textContext { return &w.context[len(w.context)-1] }

// enter makes text belong to a block of the kind until the end of the node.
func (w *TextWriter) enter(kind sinosoviet.BlockKind, n Node, exit uint8) *textContext {
	c := *w.top()
	c.end, c.exit = n.data().next, exit
	if kind != "" {
		c.kind, c.node = kind, n
	}
	w.context = append(w.context, c)
	return w.top()
}

// endBlock ends the open block; in a piece of text it is a blank.
func (w *TextWriter) endBlock() {
	if w.inline {
		if w.started && !w.pending {
			w.pending, w.space = true, sinosoviet.Span{}
		}
		return
	}
	w.isOpen, w.pending, w.breaks = false, false, w.breaks[:0]
}

// begin makes sure that a block is open, and writes the blank that is due, before text at the offset.
func (w *TextWriter) begin(at int) {
	w.trim = false
	switch {
	case w.inline:
		w.started = true
	case !w.isOpen:
		w.openBlock(at)
	}
	for _, sp := range w.breaks {
		w.b.Replace(sp, "\n")
	}
	if len(w.breaks) > 0 {
		w.breaks, w.pending = w.breaks[:0], false // blanks at the beginning of a line are dropped
	}
	if w.pending {
		w.pending = false
		sp := w.space
		switch {
		case sp.End == 0:
			w.b.Replace(sinosoviet.Span{Start: at, End: at}, " ")
		case w.src[sp.Start] == ' ':
			w.b.Copy(w.src, sinosoviet.Span{Start: sp.Start, End: sp.Start + 1})
		default:
			w.b.Replace(sp, " ")
		}
	}
}

// openBlock begins a block with what sets it apart from the one before.
func (w *TextWriter) openBlock(at int) {
	c := w.top()
	w.isOpen, w.pending = true, false
	if n := len(w.blocks); n > 0 {
		sep := "\n\n"
		switch last := w.blocks[n-1].Kind; {
		case c.kind == sinosoviet.BlockItem && last == c.kind:
			sep = "\n"
		case c.kind == sinosoviet.BlockCell && last == c.kind:
			if sep = "\n"; c.row == w.row {
				sep = "\t"
			}
		}
		w.b.Replace(sinosoviet.Span{Start: at, End: at}, sep)
	}
	w.row = c.row
	from := w.b.Len()
	depth := 0
	if c.kind == sinosoviet.BlockItem {
		depth = int(c.depth)
	}
	w.blocks = append(w.blocks, Block{Kind: c.kind, Depth: depth, Node: c.node,
		Span: sinosoviet.Span{Start: at, End: at}, TextSpan: sinosoviet.Span{Start: from, End: from}})
}

// wrote notes that text up to the offset of the source was written.
func (w *TextWriter) wrote(end int) {
	if w.inline {
		return
	}
	blk := &w.blocks[len(w.blocks)-1]
	blk.Span.End = max(blk.Span.End, end)
	blk.TextSpan.End = w.b.Len()
}

// emit writes source bytes as they stand.
func (w *TextWriter) emit(start, end int32) {
	if w.pending && w.space.End == int(start) && w.space.Len() == 1 && w.src[start-1] == ' ' && (w.isOpen || w.inline) && len(w.breaks) == 0 {
		w.pending = false
		start--
	} else if w.pending || !w.isOpen || len(w.breaks) > 0 {
		w.begin(int(start))
	}
	w.trim = false
	w.b.Copy(w.src, sinosoviet.Span{Start: int(start), End: int(end)})
	if !w.inline {
		blk := &w.blocks[len(w.blocks)-1]
		blk.Span.End, blk.TextSpan.End = max(blk.Span.End, int(end)), w.b.Len()
	}
}

// copy writes source bytes by the rules for white space of the context.
func (w *TextWriter) copy(s, e int32) {
	switch w.top().lines {
	case linesFixed:
		if s < e {
			w.emit(s, e)
		}
		return
	case linesPoem:
		w.copyLines(s, e)
		return
	}
	src := w.src
	for s < e {
		if src[s] == 0 { // shows nothing
			s++
			continue
		}
		if isSpace(src[s]) {
			k := s + 1
			for k < e && isSpace(src[k]) {
				k++
			}
			w.blank(s, k)
			s = k
			continue
		}
		j := wordsEnd(src[:e], s+1)
		w.emit(s, j)
		s = j
	}
}

// wordsEnd is the end of the text from i on in which only single blanks part the words. Eight bytes without white space but such blanks
// are passed in one step.
func wordsEnd(src string, i int32) int32 {
	end := int32(len(src))
	for i+8 <= end {
		s := src[i : i+8]
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		h, b := x&0xE0E0E0E0E0E0E0E0, x^0x2020202020202020                // 0 for a control; 0 for a blank
		control := ^(((h & 0x7F7F7F7F7F7F7F7F) + 0x7F7F7F7F7F7F7F7F) | h) // bit 7
		blank := ^(((b & 0x7F7F7F7F7F7F7F7F) + 0x7F7F7F7F7F7F7F7F) | b)   // bit 7
		control, blank = control&0x8080808080808080, blank&0x8080808080808080
		if control|blank&(blank<<8) != 0 {
			break
		}
		i += 8 - int32(blank>>63) // a blank at the end is looked at again with what follows it
	}
	for i < end {
		c := src[i]
		if c == ' ' && (i+1 == end || isSpace(src[i+1])) || c < ' ' && (c == 0 || isSpace(c)) {
			break
		}
		i++
	}
	return i
}

// blank notes white space of the source.
func (w *TextWriter) blank(s, e int32) {
	if w.pending || w.trim || !w.isOpen && !w.started {
		return
	}
	w.pending, w.space = true, sinosoviet.Span{Start: int(s), End: int(e)}
}

// copyLines writes text whose line breaks stay.
func (w *TextWriter) copyLines(s, e int32) {
	for s < e {
		j := s
		for j < e && w.src[j] != '\n' {
			j++
		}
		w.top().lines = linesFlow
		w.copy(s, j)
		w.top().lines = linesPoem
		if j < e {
			w.lineBreak(j, j+1)
		}
		s = j + 1
	}
}

// lineBreak notes a line break that stands for source bytes. Those at the end of a block are dropped.
func (w *TextWriter) lineBreak(s, e int32) {
	if w.inline {
		w.blank(s, e)
		return
	}
	if !w.isOpen {
		return
	}
	w.pending = false
	w.breaks = append(w.breaks, sinosoviet.Span{Start: int(s), End: int(e)})
}

// isSpace reports white space as HTML has it; bytes of value 0 show nothing either.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
