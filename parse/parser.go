package parse

import "slices"

// Parser holds how wikitext is read. The zero Parser is ready: the English Wikipedia's rules and the built-in table of
// templates. A Parser is only read, so one may serve any number of goroutines.
type Parser struct {
	// Site tells the wiki's names of namespaces, redirect words and so on; nil is [English].
	Site *Site

	// TemplateText adds to the table of templates that print text, or overrides it. Keys are names of templates
	// in lower case, with blanks for underscores.
	TemplateText map[string]TemplateFunc
}

// TemplateFunc writes what a template prints. It returns false when the template prints nothing it
// knows of; then it must not have written anything.
type TemplateFunc func(w *TextWriter, t Template) bool

// TreeOf is the tree of MediaWiki wikitext by the zero [Parser].
func TreeOf(src string) *Tree { return new(Parser).Tree(src) }

// Tree is the tree of MediaWiki wikitext. Any bytes have one; what is wrong with them is in its Diagnostics. It
// takes time linear in the input and no stack that grows with it. Inputs beyond 1 GiB are cut there.
func (p *Parser) Tree(src string) *Tree { return p.tree(src, false) }

// FlattenedTree is the tree of text in the flattened dialect: the same inline markup, but lines are paragraphs of their own, "- " opens
// a list item, and there are no headings by "=", tables, indented code, rules, or lists by stars.
func (p *Parser) FlattenedTree(src string) *Tree { return p.tree(src, true) }

// maxSource bounds the source, so that offsets and node indices fit in 32 bits.
const maxSource = 1 << 30

func (p *Parser) tree(src string, flattened bool) *Tree {
	t, s := p.workingTree(src, flattened)
	t.nodes = slices.Clone(t.nodes)
	s.release()
	return t
}

// workingTree is a tree whose nodes stand in working memory: it holds until that is released.
func (p *Parser) workingTree(src string, flattened bool) (*Tree, *scratch) {
	if len(src) > maxSource {
		src = src[:maxSource]
	}
	site := English
	if p != nil && p.Site != nil {
		site = p.Site
	}
	t := &Tree{src: src, site: site, flattened: flattened}
	s := newScratch(len(src))
	s.scan(t)
	s.build(t)
	t.diags.Sort()
	return t, s
}
