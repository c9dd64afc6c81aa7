package parse

import (
	"slices"
	"sort"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// Wikitext reads MediaWiki wikitext as an article, by the zero [Parser].
func Wikitext(src *sinosoviet.Source) *sinosoviet.Article { return new(Parser).Wikitext(src) }

// Wikitext reads MediaWiki wikitext as an article: sections by level, readable text with its blocks and sentences, links,
// templates, names in other languages, notices, infoboxes, images, coordinates, citations. Any bytes give an
// article; what is wrong with them is in its Diagnostics. Time and memory are linear in the input.
//
// Wikitext does not carry its page's title: Title is the name of the source, unless that is a path, an address or a file name.
// The article's Source is src with its format set.
func (p *Parser) Wikitext(src *sinosoviet.Source) *sinosoviet.Article {
	src = src.WithFormat(sinosoviet.FormatWikitext)
	t, s := p.articleTree(src.Text(), false)
	t.title = articleTitle(src)
	a := &sinosoviet.Article{Source: src, Title: t.title}
	p.collect(a, t)
	var b sinosoviet.TextBuilder
	b.Grow(t.census.text + 8*t.census.templates)
	w := newTextWriter(p, &b, t)
	w.write(t.Root())
	a.Text = b.Text()
	p.layOut(a, t, w.blocks)
	w.release()
	p.complete(a, t)
	s.release()
	return a
}

// articleTree is the tree of an article that keeps none of its nodes: it may stand in working memory, unless a caller's own function
// sees it.
func (p *Parser) articleTree(src string, flattened bool) (*Tree, *scratch) {
	t, s := p.workingTree(src, flattened)
	if p != nil && len(p.TemplateText) > 0 {
		t.nodes = slices.Clone(t.nodes)
	}
	s.census.take(t.nodes)
	t.census = s.census
	return t, s
}

// collect fills in what an article has besides its text.
func (p *Parser) collect(a *sinosoviet.Article, t *Tree) {
	a.Diagnostics = slices.Clone(t.Diagnostics())
	c := articleCollectors.Get().(*collector)
	c.p, c.t, c.a = p, t, a
	c.run()
	c.release()
}

// layOut makes the sections, blocks and sentences of wikitext from its blocks in reading order.
func (p *Parser) layOut(a *sinosoviet.Article, t *Tree, blocks []Block) {
	text := a.Text.String()
	m := assembler{}
	m.start(a)
	a.Blocks = make([]sinosoviet.Block, 0, len(blocks))
	headings := sectionHeadings(t)
	for _, bl := range blocks {
		for len(headings) > 0 && headings[0].Start() <= bl.Span.Start {
			h := headings[0]
			headings = headings[1:]
			words := ""
			if bl.Node == h.Node {
				words = text[bl.TextSpan.Start:bl.TextSpan.End]
			} else {
				words = strings.TrimSpace(p.Text(h.Node).String())
			}
			m.openSection(words, h.Level(), headingLine(h))
		}
		if bl.TextSpan = trimSpan(text, bl.TextSpan); bl.TextSpan.Len() == 0 {
			continue
		}
		span := bl.Span.Cover(a.Text.Locate(bl.TextSpan.Start, bl.TextSpan.End)) // a template may print its parts before its whole
		a.Blocks = append(a.Blocks, sinosoviet.Block{Kind: bl.Kind, Section: m.section, Depth: bl.Depth, Span: span, TextSpan: bl.TextSpan})
	}
	for _, h := range headings {
		m.openSection(strings.TrimSpace(p.Text(h.Node).String()), h.Level(), headingLine(h))
	}
	a.Sections[m.section].Span.End = len(t.src)
	if n := len(a.Blocks); n > 0 && a.Blocks[n-1].TextSpan.End < a.Text.Len() {
		a.Text = a.Text.Slice(0, a.Blocks[n-1].TextSpan.End)
	}
	keepProse(a)
	sectionTexts(a, formulasIn(a.Text, t))
	a.Sentences = sentences(a)
}

// sectionHeadings are the headings that open sections: those that no template and no extension tag holds.
func sectionHeadings(t *Tree) []Heading {
	var out []Heading
	behind := int32(0) // the node behind the last template or tag
	for _, i := range t.census.nodes {
		if i < behind {
			continue
		}
		switch t.nodes[i].kind {
		case KindTemplate, KindParameter, KindExtension:
			behind = t.nodes[i].next
		case KindHeading:
			out = append(out, Heading{Node{t, i}})
		}
	}
	return out
}

// headingLine is the span of a heading without the blanks and line break behind it.
func headingLine(h Heading) sinosoviet.Span { return trimSpan(h.tree.src, h.Span()) }

// complete derives what needs the text as well as the tree.
func (p *Parser) complete(a *sinosoviet.Article, t *Tree) {
	placeInSections(a)
	placeInText(a, t)
	p.citations(t, a)
	support(a)
	a.Diagnostics.Sort()
}

// sectionAt is the index of the section that holds the source offset.
func sectionAt(a *sinosoviet.Article, offset int) int {
	return max(sort.Search(len(a.Sections), func(i int) bool { return a.Sections[i].Span.Start > offset })-1, 0)
}

// placeInSections tells notices and images their sections.
func placeInSections(a *sinosoviet.Article) {
	for i := range a.Notices {
		a.Notices[i].Section = sectionAt(a, a.Notices[i].Span.Start)
	}
	for i := range a.Images {
		a.Images[i].Section = sectionAt(a, a.Images[i].Span.Start)
	}
}

// placeInText tells links and names where they are shown.
func placeInText(a *sinosoviet.Article, t *Tree) {
	for i := range a.Links {
		l := &a.Links[i]
		if l.Text == "" || l.Kind == sinosoviet.LinkCategory || l.Kind == sinosoviet.LinkLanguage || l.Kind == sinosoviet.LinkFile {
			continue
		}
		sp := l.Span
		if l.Kind != sinosoviet.LinkExternal {
			sp.End += t.site.trail(t.src[sp.End:])
		}
		l.TextSpan = shownAt(a, sp)
	}
	for i := range a.Names {
		a.Names[i].TextSpan = shownAt(a, a.Names[i].Span)
	}
}

// shownAt is where the text shows what the source span holds; zero where it shows nothing of it, or
// only something that stands for more than the span.
func shownAt(a *sinosoviet.Article, sp sinosoviet.Span) sinosoviet.Span {
	in, ok := a.Text.Find(sp)
	if !ok || !sp.Contains(a.Text.Locate(in.Start, in.End)) {
		return sinosoviet.Span{}
	}
	return in
}
