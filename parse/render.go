package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
)

// write writes what n shows. It walks the nodes in preorder; contexts that end are left on the way, so that depth costs
// memory only.
func (w *TextWriter) write(n Node) {
	nodes := w.tree.nodes
	i, end := n.index, nodes[n.index].next
	base := len(w.context)
	if k := n.Kind(); !n.IsLeaf() && !k.IsLink() && k != KindExternal && k != KindTemplate {
		i++ // what is inside it
		if k == KindExtension || k == KindTag {
			end = w.insideTag(n)
		}
	}
	for i < end {
		for len(w.context) > base && w.top().end <= i {
			w.leave()
		}
		i = w.node(Node{w.tree, i})
	}
	for len(w.context) > base {
		w.leave()
	}
}

// insideTag is the end of what is inside a tag.
func (w *TextWriter) insideTag(n Node) int32 { return n.data().next }

func (w *TextWriter) leave() {
	c := w.top()
	if c.exit == exitBreak {
		w.endBlock()
	}
	w.context = w.context[:len(w.context)-1]
}

// node writes a node, or goes into it; it returns the index of the node to go on with.
func (w *TextWriter) node(n Node) int32 {
	d := n.data()
	inside, behind := n.index+1, d.next
	switch d.kind {
	case KindText:
		w.copy(d.start, d.end)
	case KindBlank:
		w.between(d)
	case KindSignature:
		w.emit(d.start, d.end)
	case KindEntity:
		w.entity(n)
	case KindURL, KindMarkup, KindComment, KindSwitch, KindAttributes, KindTagOpen:
	case KindRaw:
		w.raw(n)
	case KindEndTag:
		if tags.name[d.aux&127] == "p" {
			w.endBlock() // makes an empty paragraph; others are dropped
		}
	case KindRule:
		w.endBlock()
	case KindHeading:
		return w.block(sinosoviet.BlockHeading, n)
	case KindParagraph:
		if !w.inline && isFormula(n) {
			return w.block(sinosoviet.BlockFormula, n)
		}
		return w.cellStart(n, w.block("", n))
	case KindList:
		return w.block("", n)
	case KindRow:
		next := w.block("", n)
		w.top().row = n.index
		return next
	case KindPre:
		next := w.block(sinosoviet.BlockCode, n)
		w.top().lines = linesFixed
		return next
	case KindItem, KindTerm, KindDescription:
		if !w.inline && isFormula(n) {
			return w.block(sinosoviet.BlockFormula, n)
		}
		next := w.block(sinosoviet.BlockItem, n)
		w.top().depth = int32(d.aux)
		return next
	case KindTable:
		w.endBlock()
		if w.options.NoTables {
			return behind
		}
		w.enter(sinosoviet.BlockParagraph, n, exitBreak).row = n.index
		return inside
	case KindCaption:
		return w.block(sinosoviet.BlockCaption, n)
	case KindCell, KindHeaderCell:
		return w.block(sinosoviet.BlockCell, n)
	case KindLink, KindInterwiki:
		w.link(n)
	case KindCategory, KindLanguage:
	case KindRedirect:
		w.endBlock()
		if c, ok := n.FirstChild(); ok {
			w.copy(int32(c.Start())+1, int32(c.End())) // the word without its "#"
		}
		return inside
	case KindFile:
		return w.file(n)
	case KindExternal:
		w.external(n)
	case KindTemplate:
		w.template(n)
	case KindParameter:
		w.parameter(n)
	case KindTag:
		return w.tag(n)
	case KindExtension:
		return w.extension(n)
	case KindConversion:
		w.conversion(n)
	case KindName, KindArgName:
	default:
		return inside
	}
	return behind
}

// cellStart is the node a cell's text begins with. Templates such as {{yes}} expand to attributes, a bar and the text, so that
// attributes written before them are no text: | colspan="2" {{n/a}}.
func (w *TextWriter) cellStart(n Node, inside int32) int32 {
	text := Node{}
	for c := range n.Children() {
		switch k := c.Kind(); {
		case k == KindMarkup || k == KindComment:
		case k == KindText && text.tree == nil && isAttributes(c.Source()):
			text = c
		case k == KindTemplate && text.tree != nil:
			if k := w.tree.nodes[w.tree.parent(n.index)].kind; k != KindCell && k != KindHeaderCell {
				return inside
			}
			return c.index
		default:
			return inside
		}
	}
	return inside
}

// cellAttributes are the HTML attributes of table cells.
var cellAttributes = wordSet("abbr align bgcolor char charoff class colspan dir headers height id lang nowrap rowspan scope style title valign width")

// isAttributes reports text that is nothing but attributes of a table cell.
func isAttributes(s string) bool {
	s = strings.TrimLeft(s, " \t")
	if s == "" {
		return false
	}
	for s != "" {
		n := 0
		for n < len(s) && isWord(s[n]) {
			n++
		}
		rest := strings.TrimLeft(s[n:], " \t")
		if rest == "" || rest[0] != '=' || !cellAttributes[strings.ToLower(s[:n])] {
			return false
		}
		rest = strings.TrimLeft(rest[1:], " \t")
		if rest == "" {
			return false
		}
		end := strings.IndexAny(rest, " \t")
		if q := rest[0]; q == '"' || q == '\'' {
			if end = strings.IndexByte(rest[1:], q); end < 0 {
				return false
			}
			end += 2
		}
		if end < 0 {
			end = len(rest)
		}
		s = strings.TrimLeft(rest[end:], " \t\n")
	}
	return true
}

// block makes the inside of a node a block of the kind; "" keeps that of the context.
func (w *TextWriter) block(kind sinosoviet.BlockKind, n Node) int32 {
	w.endBlock()
	if k := w.top().kind; (k == sinosoviet.BlockCell || k == sinosoviet.BlockCaption) && kind != sinosoviet.BlockCell && kind != sinosoviet.BlockCaption {
		kind = ""
	}
	c := w.enter(kind, n, exitBreak)
	if kind == "" && c.kind == sinosoviet.BlockParagraph {
		c.node = n
	}
	return n.index + 1
}

// between writes blanks between blocks: nothing, unless the white space counts.
func (w *TextWriter) between(d *node) {
	if w.top().lines == linesPoem {
		w.copyLines(d.start, d.end)
		return
	}
	if strings.Count(w.src[d.start:d.end], "\n") > 1 && w.top().lines == linesFlow {
		w.endBlock() // a blank line parts paragraphs also where the tree has none, as in an argument
	}
	if w.isOpen || w.started {
		w.copy(d.start, d.end)
	}
}

// entity writes a character reference as the character, or as it stands when there is no such one.
func (w *TextWriter) entity(n Node) {
	sp := n.Span()
	s := decodeEntity(n.Source())
	switch {
	case isNoncharacter(s):
	case s == n.Source():
		w.copy(int32(sp.Start), int32(sp.End))
	case s == " " || s == "\n" || s == "\t":
		w.blank(int32(sp.Start), int32(sp.End))
	default:
		w.Print(sp, s)
	}
}

// link writes what a link shows.
func (w *TextWriter) link(n Node) {
	l := Link{n}
	if text, ok := l.TextNode(); ok {
		if sign := w.cellSign(text); sign != "" {
			w.parted(text, sign)
		} else {
			w.write(text)
		}
		return
	}
	target := l.TargetNode()
	sp := trimSpan(w.src, target.Span())
	if sp.Len() > 0 && w.src[sp.Start] == ':' {
		sp = trimSpan(w.src, sinosoviet.Span{Start: sp.Start + 1, End: sp.End})
	}
	if s := w.src[sp.Start:sp.End]; strings.IndexByte(s, '%') >= 0 {
		if u := unescapePercent(s); u != s && utf8.ValidString(u) {
			w.Print(sp, u)
			return
		}
	}
	for c := range target.Children() {
		s, e := max(c.Start(), sp.Start), min(c.End(), sp.End)
		if s >= e {
			continue
		}
		if c.Kind() == KindText {
			w.copy(int32(s), int32(e))
		} else {
			w.node(c)
		}
	}
}

// cellSign is the sign in a link's text at which MediaWiki begins another cell, since it reads tables before links; "" when there is none.
func (w *TextWriter) cellSign(text Node) string {
	switch w.top().node.Kind() {
	case KindCell, KindHeaderCell:
	default:
		return ""
	}
	s := text.Source()
	if strings.Contains(s, "||") {
		return "||"
	}
	if w.top().node.Kind() == KindHeaderCell && strings.Contains(s, "!!") {
		return "!!"
	}
	return ""
}

// parted writes a link's text with a blank where it has the sign.
func (w *TextWriter) parted(text Node, sign string) {
	for c := range text.Children() {
		if c.Kind() != KindText {
			w.write(c)
			continue
		}
		at := c.Start()
		for part := range strings.SplitSeq(c.Source(), sign) {
			w.copy(int32(at), int32(at+len(part)))
			if at += len(part) + len(sign); at <= c.End() {
				w.blank(int32(at-len(sign)), int32(at))
			}
		}
	}
}

// file writes the caption of a file that has one.
func (w *TextWriter) file(n Node) int32 {
	f := File{n}
	behind := n.data().next
	if f.IsInline() || w.inline {
		return behind
	}
	w.endBlock()
	if w.options.NoCaptions {
		return behind
	}
	if f.InGallery() && w.pageInGallery(f) {
		return behind
	}
	if caption, ok := f.Caption(); ok && f.ShowsCaption() {
		c := w.enter(sinosoviet.BlockCaption, n, exitBreak)
		c.lines = linesFlow
		w.write(caption)
		w.leave()
	}
	return behind
}

// pageInGallery writes the name of a page that a gallery's line has instead of a file's, as MediaWiki does.
func (w *TextWriter) pageInGallery(f File) bool {
	n, _ := f.Child(KindTarget)
	sp := trimSpan(w.src, n.Span())
	prefix, _, found := strings.Cut(w.src[sp.Start:sp.End], ":")
	if !found || w.tree.site.isFile(prefix) || prefix != "" && !w.tree.site.isNamespace(prefix) {
		return false
	}
	w.enter(sinosoviet.BlockCaption, f.Node, exitBreak)
	w.copy(int32(sp.Start+len(prefix)+1), int32(sp.End))
	w.leave()
	return true
}

// external writes the text of an external link: its number when it has none, a bare address as it stands.
func (w *TextWriter) external(n Node) {
	e := External{n}
	if e.IsBare() {
		w.address(n)
		return
	}
	if text, ok := e.TextNode(); ok {
		w.write(text)
		return
	}
	w.links++
	w.Print(n.Span(), "["+itoa(w.links)+"]")
}

// address writes a bare address. Character references in it are decoded, and what may not stand in an address is
// escaped (Parser::cleanUrl).
func (w *TextWriter) address(n Node) {
	sp := n.Span()
	s := n.Source()
	if strings.IndexByte(s, '&') < 0 {
		w.emit(int32(sp.Start), int32(sp.End))
		return
	}
	var b strings.Builder
	host := true
	for i, r := range decodeEntities(s) {
		switch {
		case r <= ' ' || r == 0x7f || r < 0x80 && strings.IndexByte(`[]<>"|`, byte(r)) >= 0:
			b.WriteByte('%')
			b.WriteByte("0123456789ABCDEF"[r>>4])
			b.WriteByte("0123456789ABCDEF"[r&15])
			continue
		case r == '/' && i > 8:
			host = false
		case host && isIgnorable(r):
			continue
		}
		b.WriteRune(r)
	}
	w.Print(sp, b.String())
}

// isIgnorable reports the characters that names of hosts are read without (RFC 3454, table B.1).
func isIgnorable(r rune) bool {
	return r == 0xad || r == 0x34f || r == 0x1806 || r >= 0x180b && r <= 0x180d || r >= 0x200b && r <= 0x200d || r == 0x2060 || r >= 0xfe00 && r <= 0xfe0f || r == 0xfeff
}

// parameter writes a parameter as the page itself shows it: its default, or its source.
func (w *TextWriter) parameter(n Node) {
	if value, ok := (Parameter{n}).Default(); ok {
		w.nested(func() { w.write(value) })
		return
	}
	w.copy(n.data().start, n.data().end)
}

// nested runs f unless it is too deep.
func (w *TextWriter) nested(f func()) {
	if w.depth >= maxTemplateDepth {
		return
	}
	w.depth++
	f()
	w.depth--
}

// tagBlocks are the HTML tags whose content is a block of a kind.
var tagBlocks = map[string]sinosoviet.BlockKind{
	"blockquote": sinosoviet.BlockQuote, "li": sinosoviet.BlockItem, "dt": sinosoviet.BlockItem, "dd": sinosoviet.BlockItem,
	"td": sinosoviet.BlockCell, "th": sinosoviet.BlockCell, "caption": sinosoviet.BlockCaption,
	"h1": sinosoviet.BlockHeading, "h2": sinosoviet.BlockHeading, "h3": sinosoviet.BlockHeading, "h4": sinosoviet.BlockHeading,
	"h5": sinosoviet.BlockHeading, "h6": sinosoviet.BlockHeading, "pre": sinosoviet.BlockCode,
}

// tag writes what an HTML tag holds.
func (w *TextWriter) tag(n Node) int32 {
	d := n.data()
	id := d.aux & 127
	if id >= firstInclusion {
		return d.next
	}
	if tags.name[id] == "br" {
		w.lineBreak(d.start, d.end)
		return d.next
	}
	if d.next == n.index+1 {
		if tags.block[id] {
			w.endBlock()
		}
		return d.next
	}
	if isHidden(Tag{n}) {
		return d.next
	}
	if !tags.block[id] {
		return n.index + 1
	}
	name := tags.name[id]
	if name == "table" && w.options.NoTables {
		w.endBlock()
		return d.next
	}
	kind := tagBlocks[name]
	w.endBlock()
	if d.flag&flagUnclosed != 0 {
		return n.index + 1
	}
	c := w.enter(kind, n, exitBreak)
	switch kind {
	case sinosoviet.BlockItem:
		c.depth++
	case sinosoviet.BlockCell:
		c.row = w.tree.parent(n.index)
	}
	return n.index + 1
}

// isHidden reports whether a tag's style hides what it holds.
func isHidden(t Tag) bool {
	sp := t.OpenSpan()
	s := t.tree.src[sp.Start:sp.End]
	if !strings.Contains(s, "display") {
		return false
	}
	style, _ := t.Attribute("style")
	style = strings.ReplaceAll(strings.ToLower(style), " ", "")
	return strings.Contains(style, "display:none")
}

// extension writes what an extension tag shows.
func (w *TextWriter) extension(n Node) int32 {
	behind := n.data().next
	t := Tag{n}
	switch t.Name() {
	case "nowiki", "math", "chem", "ce":
		if t.IsSelfClosing() || t.Name() != "nowiki" && w.options.NoFormulas {
			return behind
		}
		w.formula(t)
		return behind
	case "poem":
		w.endBlock()
		c := w.enter(sinosoviet.BlockQuote, n, exitBreak)
		c.lines = linesPoem
		return n.index + 1
	case "pre", "syntaxhighlight", "source":
		if _, ok := t.Attribute("inline"); ok {
			return n.index + 1
		}
		w.endBlock()
		w.enter(sinosoviet.BlockCode, n, exitBreak).lines = linesFixed
		return n.index + 1
	case "phonos", "langconvert": // what is spoken or converted stands there as it is
		return n.index + 1
	case "gallery":
		w.endBlock()
		w.galleryCaption(t)
		return n.index + 1
	}
	return behind
}

// galleryCaption writes the caption that a gallery has as an attribute.
func (w *TextWriter) galleryCaption(t Tag) {
	if w.options.NoCaptions {
		return
	}
	for a := range t.Attributes() {
		if a.Name == "caption" {
			w.enter(sinosoviet.BlockCaption, t.Node, exitBreak)
			w.Print(a.Span, w.p.Text(w.p.Tree(a.Value).Root()).String())
			w.leave()
		}
	}
}

// formula writes the content of <nowiki> and <math>; a displayed formula is a block of its own.
func (w *TextWriter) formula(t Tag) {
	raw, ok := t.Child(KindRaw)
	if !ok {
		return
	}
	display, _ := t.Attribute("display")
	if display == "block" && t.Name() != "nowiki" && !w.inline {
		w.endBlock()
		w.enter(sinosoviet.BlockFormula, t.Node, exitBreak)
		w.raw(raw)
		w.leave()
		return
	}
	w.raw(raw)
}

// isFormula reports whether a paragraph or item holds nothing but formulas, and punctuation between them.
func isFormula(n Node) bool {
	found := false
	for c := range n.Children() {
		switch c.Kind() {
		case KindMarkup, KindComment:
		case KindText:
			if !isSeparator(c.Source()) {
				return false
			}
		case KindExtension:
			if name := (Tag{c}).Name(); name != "math" && name != "chem" && name != "ce" && name != "ref" {
				return false
			} else if name != "ref" {
				found = true
			}
		default:
			return false
		}
	}
	return found
}

// isSeparator reports whether text is only blanks and the punctuation that stands behind a formula.
func isSeparator(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case ' ', '\t', '\n', ',', '.', ';', ':':
		default:
			return false
		}
	}
	return true
}

// raw writes content that is not parsed. In <nowiki> and <pre> character references count; in <pre> a pair of <nowiki> tags does
// not show.
func (w *TextWriter) raw(n Node) {
	d := n.data()
	name := ""
	if p, ok := n.Parent(); ok {
		if t, ok := p.Tag(); ok {
			name = t.Name()
		}
	}
	s := d.start
	switch name {
	case "pre":
		if s < d.end && w.src[s] == '\n' {
			s++
		}
		w.preText(s, trimBreak(w.src, s, d.end))
	case "nowiki":
		w.decoded(s, d.end)
	default:
		w.copy(s, trimBreak(w.src, s, d.end))
	}
}

// trimBreak is e without the line break before it.
func trimBreak(src string, s, e int32) int32 {
	if e > s && src[e-1] == '\n' {
		e--
	}
	return e
}

// preText writes the content of <pre>.
func (w *TextWriter) preText(s, e int32) {
	for s < e {
		text := w.src[s:e]
		i := indexFold(text, "<nowiki>")
		if i < 0 {
			break
		}
		j := indexFold(text[i:], "</nowiki>")
		if j < 0 {
			break
		}
		w.decoded(s, s+int32(i))
		w.decoded(s+int32(i+len("<nowiki>")), s+int32(i+j))
		s += int32(i + j + len("</nowiki>"))
	}
	w.decoded(s, e)
}

// indexFold is the offset of the tag in s without regard to case, or -1.
func indexFold(s, tag string) int {
	for at := 0; ; at++ {
		i := strings.IndexByte(s[at:], '<')
		if i < 0 {
			return -1
		}
		at += i
		if hasPrefixFold(s[at:], tag) {
			return at
		}
	}
}

// decoded writes source bytes in which only character references count.
func (w *TextWriter) decoded(s, e int32) {
	for i := s; i < e; i++ {
		if w.src[i] != '&' {
			continue
		}
		n := int32(entityLen(w.src[i:e]))
		if n == 0 {
			continue
		}
		ref := w.src[i : i+n]
		if c := decodeEntity(ref); c != ref {
			w.copy(s, i)
			w.Print(sinosoviet.Span{Start: int(i), End: int(i + n)}, c)
			s = i + n
		}
		i += n - 1
	}
	w.copy(s, e)
}

// template writes what a template prints, if that is known.
func (w *TextWriter) template(n Node) {
	w.nested(func() { w.templateText(Template{n}) })
}
