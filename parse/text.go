package parse

import "github.com/sinosoviet/sinosoviet"

// Block is a piece of readable text that a page sets apart, as [Parser.Blocks] found it.
type Block struct {
	Kind     sinosoviet.BlockKind
	Depth    int             // of a list item, from 1
	Node     Node            // what makes it a block: heading, paragraph, item, cell, file, caption, tag, template
	Span     sinosoviet.Span // source
	TextSpan sinosoviet.Span // bytes of the text that was built
}

// TextOptions say what readable text holds. The zero TextOptions is what a reader of the rendered page reads: no references,
// hatnotes, infoboxes and navigation boxes.
type TextOptions struct {
	NoTables   bool // leave tables out
	NoCaptions bool // leave captions of files and galleries out
}

// Blocks appends the readable text of all that is inside n to b, block by block in reading order, and
// returns the blocks. Between two blocks it puts a blank line, between two items of a list a line break.
func (p *Parser) Blocks(b *sinosoviet.TextBuilder, n Node, o TextOptions) []Block { return nil }

// AppendText appends the readable text of what is inside n as one line of text, without block breaks: what a heading, link text,
// caption or argument shows. For a text or template node it is the node itself.
func (p *Parser) AppendText(b *sinosoviet.TextBuilder, n Node) {}

// Text is the readable text of what is inside n, as [Parser.AppendText] gives it.
func (p *Parser) Text(n Node) sinosoviet.Text {
	var b sinosoviet.TextBuilder
	p.AppendText(&b, n)
	return b.Text()
}

// TextWriter is what a [TemplateFunc] writes to.
type TextWriter struct {
	p *Parser
	b *sinosoviet.TextBuilder
}

// Node writes the readable text of what is inside n.
func (w *TextWriter) Node(n Node) { w.p.AppendText(w.b, n) }

// Arg writes the readable text of the template's named argument, and reports whether there is any.
func (w *TextWriter) Arg(t Template, name string) bool {
	a, ok := t.Arg(name)
	if ok {
		w.Node(a.ValueNode)
	}
	return ok
}

// Print writes text that stands for the span of the source.
func (w *TextWriter) Print(sp sinosoviet.Span, text string) { w.b.Replace(sp, text) }

// Copy writes the bytes of the span as they stand.
func (w *TextWriter) Copy(src string, sp sinosoviet.Span) { w.b.Copy(src, sp) }
