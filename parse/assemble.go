package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/sentence"
)

// assembler builds an article's readable text block by block, and from the blocks its sentences and the
// text of its sections. Blocks must come in reading order; each lies in the section that is open.
type assembler struct {
	a       *sinosoviet.Article
	b       sinosoviet.TextBuilder
	section int
	kind    sinosoviet.BlockKind // of the last block
	broken  bool                 // a break was written and nothing behind it
}

// begin starts a block of the kind, putting a break between it and the one before; at is the source offset it starts at.
// It returns the offset in the text at which the block starts.
func (m *assembler) begin(kind sinosoviet.BlockKind, at int) int {
	if m.b.Len() > 0 && !m.broken {
		m.b.Replace(sinosoviet.Span{Start: at, End: at}, blockBreak(m.kind, kind))
		m.broken = true
	}
	return m.b.Len()
}

// blockBreak is what stands between blocks: a line break between items, between cells and between captions, else a blank line.
func blockBreak(before, after sinosoviet.BlockKind) string {
	if before == after {
		switch after {
		case sinosoviet.BlockItem, sinosoviet.BlockCell, sinosoviet.BlockCaption:
			return "\n"
		}
	}
	return "\n\n"
}

// end closes the block that begin started, leaving out blanks at its ends. A blank one leaves no trace.
func (m *assembler) end(kind sinosoviet.BlockKind, depth, start int, span sinosoviet.Span) {
	if m.b.Len() == start {
		return
	}
	text := m.b.Text().String()[start:]
	left := strings.TrimLeft(text, " \t\r\n")
	if left == "" {
		return
	}
	start += len(text) - len(left)
	end := start + len(strings.TrimRight(left, " \t\r\n"))
	m.kind, m.broken = kind, false
	m.a.Blocks = append(m.a.Blocks, sinosoviet.Block{Kind: kind, Section: m.section, Depth: depth, Span: span,
		TextSpan: sinosoviet.Span{Start: start, End: end}})
}

// openSection begins a section with the heading at headingSpan.
func (m *assembler) openSection(heading string, level int, headingSpan sinosoviet.Span) {
	a := m.a
	a.Sections[m.section].Span.End = headingSpan.Start
	parent := m.section
	for parent > 0 && a.Sections[parent].Level >= level {
		parent = a.Sections[parent].Parent
	}
	a.Sections = append(a.Sections, sinosoviet.Section{Heading: heading, Level: level, Parent: parent,
		Span: sinosoviet.Span{Start: headingSpan.Start}, HeadingSpan: headingSpan,
		EndMatter: isEndMatter(heading) || parent > 0 && a.Sections[parent].EndMatter})
	m.section = len(a.Sections) - 1
}

// start opens the lead.
func (m *assembler) start(a *sinosoviet.Article) {
	m.a = a
	a.Sections = append(a.Sections, sinosoviet.Section{Level: 1})
}

// finish closes the last section and derives texts and sentences.
func (m *assembler) finish(t *Tree) {
	m.a.Sections[m.section].Span.End = len(t.src)
	m.a.Text = m.b.Text()
	if n := len(m.a.Blocks); n == 0 {
		m.a.Text = sinosoviet.Text{}
	} else if end := m.a.Blocks[n-1].TextSpan.End; end < m.a.Text.Len() {
		m.a.Text = m.a.Text.Slice(0, end)
	}
	keepProse(m.a)
	sectionTexts(m.a, formulasIn(m.a.Text, t))
	m.a.Sentences = sentences(m.a)
}

// sectionTexts gives each section the text of its prose blocks: items a line each, others set apart by a blank line. The ranges
// of the text in formulas, which stand in order, are left out.
func sectionTexts(a *sinosoviet.Article, formulas []sinosoviet.Span) {
	for i := 0; i < len(a.Blocks); {
		end := i + 1
		for end < len(a.Blocks) && a.Blocks[end].Section == a.Blocks[i].Section {
			end++
		}
		last := a.Blocks[end-1].TextSpan.End
		n := 0
		for n < len(formulas) && formulas[n].Start < last {
			n++
		}
		a.Sections[a.Blocks[i].Section].Text = proseOf(a.Text, a.Blocks[i:end], formulas[:n])
		formulas = formulas[n:]
		i = end
	}
}

// proseOf is the text of the prose blocks. Where they follow each other as the section's text wants it,
// it is a slice of the article's.
func proseOf(text sinosoviet.Text, blocks []sinosoviet.Block, formulas []sinosoviet.Span) sinosoviet.Text {
	for len(blocks) > 0 && !blocks[0].Kind.IsProse() {
		blocks = blocks[1:]
	}
	for len(blocks) > 0 && !blocks[len(blocks)-1].Kind.IsProse() {
		blocks = blocks[:len(blocks)-1]
	}
	if len(blocks) == 0 {
		return sinosoviet.Text{}
	}
	if len(formulas) == 0 && runsOn(text.String(), blocks) {
		return text.Slice(blocks[0].TextSpan.Start, blocks[len(blocks)-1].TextSpan.End)
	}
	var b sinosoviet.TextBuilder
	b.Grow(blocks[len(blocks)-1].TextSpan.End - blocks[0].TextSpan.Start)
	var before sinosoviet.BlockKind
	for i := range blocks {
		bl := &blocks[i]
		for len(formulas) > 0 && formulas[0].Start < bl.TextSpan.Start {
			formulas = formulas[1:]
		}
		if !bl.Kind.IsProse() || len(formulas) > 0 && formulas[0].Contains(bl.TextSpan) {
			continue
		}
		if b.Len() > 0 {
			b.Replace(sinosoviet.Span{Start: bl.Span.Start, End: bl.Span.Start}, blockBreak(before, bl.Kind))
		}
		from := bl.TextSpan.Start
		for len(formulas) > 0 && formulas[0].Start < bl.TextSpan.End {
			if f := formulas[0]; f.Start >= from {
				b.Append(text, from, f.Start)
				from = min(f.End, bl.TextSpan.End)
			}
			formulas = formulas[1:]
		}
		b.Append(text, from, bl.TextSpan.End)
		before = bl.Kind
	}
	return b.Text()
}

// runsOn reports whether all blocks are prose and set apart as the text of a section has it.
func runsOn(text string, blocks []sinosoviet.Block) bool {
	for i := range blocks {
		if !blocks[i].Kind.IsProse() {
			return false
		}
		if i > 0 && text[blocks[i-1].TextSpan.End:blocks[i].TextSpan.Start] != blockBreak(blocks[i-1].Kind, blocks[i].Kind) {
			return false
		}
	}
	return true
}

// formulasIn are the ranges of the text that show the source of formulas, in order.
func formulasIn(text sinosoviet.Text, t *Tree) []sinosoviet.Span {
	var out []sinosoviet.Span
	for _, i := range t.census.nodes {
		if t.nodes[i].kind != KindExtension {
			continue
		}
		n := Node{t, i}
		if !isFormulaTag(n.Source()) {
			continue
		}
		if in, ok := text.Find(n.Span()); ok && (len(out) == 0 || in.Start >= out[len(out)-1].End) {
			out = append(out, in)
		}
	}
	return out
}

// sentences cuts prose, captions and cells into sentences. What stands behind them (citations) is for
// support to fill in once the citations are numbered.
func sentences(a *sinosoviet.Article) []sinosoviet.Sentence {
	text := a.Text.String()
	out := make([]sinosoviet.Sentence, 0, len(a.Blocks)+len(text)/160)
	for i := range a.Blocks {
		bl := &a.Blocks[i]
		if !bl.Kind.IsProse() && bl.Kind != sinosoviet.BlockCaption && bl.Kind != sinosoviet.BlockCell {
			continue
		}
		for start, end := range sentence.Split(text[bl.TextSpan.Start:bl.TextSpan.End]) {
			start, end = start+bl.TextSpan.Start, end+bl.TextSpan.Start
			out = append(out, sinosoviet.Sentence{Span: a.Text.Locate(start, end), TextSpan: sinosoviet.Span{Start: start, End: end},
				Block: i, Section: bl.Section})
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// articleTitle is the title of a page whose text does not carry it: the name of its source, unless that is
// a path, an address or the name of a file. A name with a slash is a page's ("AC/DC") only when it starts as pages' names do.
func articleTitle(src *sinosoviet.Source) string {
	name := strings.TrimSpace(src.Name())
	if name == "-" || strings.Contains(name, "://") || strings.ContainsAny(name, "\\\n") || strings.HasPrefix(name, "/") || strings.HasPrefix(name, ".") {
		return ""
	}
	if first, _ := utf8.DecodeRuneInString(name); unicode.IsLower(first) && strings.Contains(name, "/") {
		return ""
	}
	if i := strings.LastIndexByte(name, '.'); i > 0 && len(name)-i <= 10 && i+1 < len(name) {
		if ext := name[i+1:]; strings.ToLower(ext) == ext && !strings.Contains(ext, " ") {
			return ""
		}
	}
	return strings.ReplaceAll(name, "_", " ")
}
