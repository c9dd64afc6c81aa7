package parse

// The builder walks the tokens and lays the nodes out in preorder. Two stacks carry its state, so depth costs memory only:
// elements are the nodes that are open; regions are the stretches of source with an end known from pairing (an argument, a
// link's text, a tag's content). Text is written lazily: src[pos:…] has no node yet.

// element is an open node.
type element struct {
	node   int32
	kind   Kind
	tag    tagID
	flow   bool   // a container whose lines are read for block markup
	para   bool   // a flow container that puts loose text into paragraphs
	mask   uint64 // tags that a closing tag met here can close
	outer  int32  // stack index of the flow container around a flow container
	table  int32  // stack index of the table around a table
	prefix int32  // flow container: where the last list line's signs stand, and how many they are
	depth  int32
}

// region is a stretch of source with a known end.
type region struct {
	end    int32 // offset of its end
	endTok int32 // first token that is not in it
	base   int32 // height of the element stack inside it
	open   int32 // token of the opener
	pipe   int32 // pipe that ends it, or 0
	table  int32 // state of the region around it
	line   lineState
	mode   regionMode
	next   regionEnd
	plain  bool // text of a page link: external links in it are text
}

type regionMode uint8

const (
	modeFlow    regionMode = iota // lines and inline markup
	modeInline                    // inline markup
	modeName                      // templates, parameters, comments and entities only
	modeGallery                   // a file a line
)

// regionEnd says what follows a region.
type regionEnd uint8

const (
	endRoot regionEnd = iota
	endPart           // name or value of a template, name of a parameter
	endArgName
	endLinkPart
	endAddress
	endExternal
	endContent // of an extension tag
	endConversion
	endHeading
	endTagOpen
	endGalleryTarget
	endGalleryText
	endAttributes
)

type builder struct {
	t        *Tree
	src      string
	toks     []token
	nodes    []node
	stack    []element
	regions  []region
	r        *region // the innermost region
	i        int32   // next token
	pos      int32   // bytes before it have their nodes
	flow     int32   // stack index of the innermost flow container of the region
	table    int32   // stack index of the innermost wikitext table of the region, or -1
	bol      bool    // at the beginning of a line of a flow region
	line     lineState
	quoted   []int32   // tokens of the line's apostrophes
	findings []openTag // tags and tables that were not closed where they had to be
	work     int       // counted for TestLinear
}

func (b *builder) reset() {
	*b = builder{nodes: b.nodes[:0], findings: b.findings[:0], stack: b.stack[:0], regions: b.regions[:0], quoted: b.quoted[:0]}
}

func (s *scratch) build(t *Tree) {
	b := &s.builder
	b.t, b.src, b.toks = t, t.src, s.scanner.toks
	if need := min(3*len(b.toks), max(len(b.toks), maxKept)); cap(b.nodes) < need { // articles have 2.5 to 3.1 nodes a token
		b.nodes = make([]node, 0, need)
	}
	b.nodes = b.nodes[:0]
	b.i, b.table = 1, -1
	b.open(KindRoot)
	b.top().flow, b.top().para = true, true
	b.regions = append(b.regions[:0], region{end: int32(len(t.src)), endTok: int32(len(b.toks) - 1), base: 1, table: -1})
	b.r = &b.regions[0]
	b.bol = true
	b.line = lineState{colon: -1}
	b.redirect()
	b.run()
	t.nodes = b.nodes
	b.report(s)
}

func (b *builder) top() *element { return &b.stack[len(b.stack)-1] }

// open begins a node at pos.
func (b *builder) open(k Kind) *node {
	var mask uint64
	if n := len(b.stack); n > 0 {
		mask = b.stack[n-1].mask
	}
	b.stack = append(b.stack, element{node: int32(len(b.nodes)), kind: k, mask: mask})
	b.nodes = append(b.nodes, node{start: b.pos, kind: k})
	return &b.nodes[len(b.nodes)-1]
}

// openFlow begins a flow container; closing tags inside it do not reach out of it when it is closed to tags.
func (b *builder) openFlow(k Kind, para bool) *node {
	n := b.open(k)
	e := b.top()
	e.flow, e.para, e.outer = true, para, b.flow
	b.flow = int32(len(b.stack) - 1)
	return n
}

// close ends the innermost open node at pos.
func (b *builder) close() {
	e := b.top()
	n := &b.nodes[e.node]
	n.end, n.next = b.pos, int32(len(b.nodes))
	switch {
	case e.kind == KindTag && n.flag&flagUnclosed != 0:
		open := &b.nodes[e.node+1]
		n.end, n.next = open.end, open.next // what it held becomes its siblings
		b.noteOpen(e.tag, open.start, open.end)
	case e.kind == KindTable:
		b.table = e.table
		if n.flag&flagUnclosed != 0 {
			b.noteOpen(0, b.nodes[e.node+1].start, b.nodes[e.node+1].end)
		}
	}
	if e.flow {
		b.flow = e.outer
	}
	b.stack = b.stack[:len(b.stack)-1]
	b.work++
}

// closeTo ends open nodes until the stack has the height.
func (b *builder) closeTo(height int32) {
	for int32(len(b.stack)) > height {
		b.close()
	}
}

// leaf writes a node without children from pos to end.
func (b *builder) leaf(k Kind, end int32) *node {
	b.nodes = append(b.nodes, node{start: b.pos, end: end, next: int32(len(b.nodes) + 1), kind: k})
	b.pos = end
	return &b.nodes[len(b.nodes)-1]
}

// flush writes the text before "to" that has no node yet.
func (b *builder) flush(to int32) {
	if to <= b.pos {
		return
	}
	if e := b.top(); e.flow || e.kind == KindList || e.kind == KindRow {
		b.flushBlock(to, e.para)
		return
	}
	b.leaf(KindText, to)
}

// flushBlock writes text between blocks: blanks as such, the rest into a paragraph.
func (b *builder) flushBlock(to int32, para bool) {
	text := b.src[b.pos:to]
	n, blank := 0, 0
	for n < len(text) && (text[n] == ' ' || text[n] == '\n' || text[n] == '\t' || text[n] == '\r') {
		n++
		if text[n-1] == '\n' {
			blank = n
		}
	}
	if n == len(text) {
		blank = n
	}
	if blank > 0 {
		b.leaf(KindBlank, b.pos+int32(blank))
	}
	if b.pos < to {
		if para {
			b.open(KindParagraph)
		}
		b.leaf(KindText, to)
	}
}

// inline makes pos the start of the inline construct at "at".
func (b *builder) inline(at int32) {
	b.flush(at)
	if b.top().para {
		b.open(KindParagraph)
	}
}

// enter begins a region.
func (b *builder) enter(mode regionMode, end, endTok int32, next regionEnd, open, pipe int32) {
	b.regions = append(b.regions, region{end: end, endTok: endTok, base: int32(len(b.stack)), open: open, pipe: pipe,
		mode: mode, next: next, table: b.table, line: b.line})
	b.r = &b.regions[len(b.regions)-1]
	b.top().mask = 0
	b.table = -1
	b.line = lineState{newline: b.pos, start: b.pos, colon: -1}
	if mode != modeName && next != endExternal { // emphasis in an external link is settled with its line
		b.readLine(b.i, 0)
	}
}

// leave ends the innermost region and says whether there is another.
func (b *builder) leave() bool {
	r := *b.r
	b.flush(r.end)
	b.closeTo(r.base)
	b.i = max(b.i, r.endTok)
	if len(b.regions) == 1 {
		b.close()
		return false
	}
	b.regions = b.regions[:len(b.regions)-1]
	b.r = &b.regions[len(b.regions)-1]
	b.table, b.line, b.bol = r.table, r.line, false
	b.follow(r)
	return true
}

// run walks the tokens.
func (b *builder) run() {
	for {
		b.work++
		if b.bol && b.i <= b.r.endTok {
			b.bol = false
			b.startLine()
			continue
		}
		if b.i >= b.r.endTok {
			if b.splitTerm(b.r.end) {
				continue
			}
			if !b.leave() {
				return
			}
			continue
		}
		t := &b.toks[b.i]
		if t.pos < b.pos || t.kind == tokNone {
			b.i++
			continue
		}
		if b.line.colon >= 0 && b.splitTerm(t.pos) {
			continue
		}
		b.token(t)
	}
}

// token handles one token; it moves b.i on.
func (b *builder) token(t *token) {
	k := b.i
	b.i++
	mode := b.r.mode
	if t.end > b.r.end && t.kind != tokURL {
		return // reaches out of the region: its beginning is text
	}
	switch t.kind {
	case tokOpenTemplate, tokOpenParam:
		if b.fits(t) {
			b.openBraces(k, t)
		}
		return
	case tokComment:
		b.flush(t.pos)
		b.leaf(KindComment, t.end)
		return
	case tokEntity:
		b.inline(t.pos)
		b.leaf(KindEntity, t.end)
		return
	case tokInclusion:
		b.flush(t.pos)
		b.leaf(KindTag, t.end).aux = t.aux
		return
	case tokRawExt:
		b.rawExtension(t)
		return
	case tokEmptyExt:
		b.inline(t.pos)
		n := b.leaf(KindExtension, t.end)
		n.aux, n.flag = t.aux, flagSelfClosed
		return
	case tokOpenExt:
		if b.fits(t) {
			b.openExtension(k, t)
		}
		return
	}
	if mode == modeName {
		return
	}
	switch t.kind {
	case tokNewline:
		b.newline(t)
	case tokOpenLink:
		if b.fits(t) {
			b.openLink(k, t)
		}
	case tokOpenExternal:
		if b.fits(t) && b.r.next != endExternal && !b.r.plain {
			b.openExternal(k, t)
		}
	case tokOpenConversion:
		if b.fits(t) {
			b.inline(t.pos)
			b.open(KindConversion)
			b.leaf(KindMarkup, t.end)
			b.enter(modeInline, b.toks[t.a].pos, t.a, endConversion, k, 0)
		}
	case tokPipe, tokBang:
		b.cellBreak(t)
	case tokQuotes:
		b.quotes(t)
	case tokOpenTag:
		b.openTag(k, t)
	case tokEndTag:
		b.endTag(t)
	case tokURL:
		if b.r.next != endExternal && !b.r.plain {
			b.inline(t.pos)
			b.leaf(KindExternal, min(t.end, b.r.end)).flag = flagBare
		}
	case tokSwitch:
		b.flush(t.pos)
		b.leaf(KindSwitch, t.end)
	case tokSignature:
		b.inline(t.pos)
		b.leaf(KindSignature, t.end)
	}
}

// fits reports whether the pair that t opens ends inside the region.
func (b *builder) fits(t *token) bool { return t.a <= b.r.endTok && b.toks[t.a].end <= b.r.end }

// openBraces begins a template or a parameter.
func (b *builder) openBraces(k int32, t *token) {
	b.inline(t.pos)
	kind := KindTemplate
	if t.kind == tokOpenParam {
		kind = KindParameter
	}
	b.open(kind)
	b.leaf(KindMarkup, t.end)
	b.open(KindName)
	end := b.partEnd(k, b.toks[t.a].a)
	mode := modeName
	for i := t.end; i < b.toks[end].pos; i++ {
		if b.src[i] == ':' {
			mode = modeInline // a parser function: its first argument follows the colon
			break
		}
	}
	b.enter(mode, b.toks[end].pos, end, endPart, k, b.toks[b.toks[k].a].a)
}

// partEnd is the token that ends a part: the given pipe, or the closer of the opener k.
func (b *builder) partEnd(k, pipe int32) int32 {
	if pipe != 0 {
		return pipe
	}
	return b.toks[k].a
}

// follow goes on behind the region r.
func (b *builder) follow(r region) {
	switch r.next {
	case endPart:
		b.close()
		if b.top().kind == KindArgument {
			b.close()
		}
		b.nextArgument(r)
	case endArgName:
		b.close()
		b.leaf(KindMarkup, r.end+1)
		b.i = r.endTok + 1
		b.value(r)
	case endLinkPart:
		b.close()
		b.nextLinkPart(r)
	case endAddress:
		b.close()
		b.externalText(r.open)
	case endExternal:
		b.close()
		b.shut(r.open)
	case endConversion, endContent:
		b.shut(r.open)
	case endHeading:
		b.leaf(KindMarkup, r.end+r.pipe)
		b.close()
	case endTagOpen:
		b.close()
	case endAttributes:
		b.close()
		if r.pipe != 0 {
			b.leaf(KindMarkup, r.end+1)
			b.i = r.endTok + 1
		}
	case endGalleryTarget:
		b.close()
		b.galleryText(r)
	case endGalleryText:
		b.close()
		b.galleryText(r)
	}
}

// shut writes the closer of token k and closes the node.
func (b *builder) shut(k int32) {
	c := b.toks[k].a
	b.leaf(KindMarkup, b.toks[c].end)
	b.close()
	b.i = c + 1
}

// nextArgument begins the argument behind the pipe that ended r, or closes the braces.
func (b *builder) nextArgument(r region) {
	if r.pipe == 0 {
		b.shut(r.open)
		return
	}
	p := b.toks[r.pipe]
	b.open(KindArgument)
	b.leaf(KindMarkup, p.end)
	b.i = r.pipe + 1
	next := region{open: r.open, pipe: p.a}
	if p.b == 0 || b.toks[r.open].kind == tokOpenParam {
		b.value(next)
		return
	}
	b.open(KindArgName)
	b.enter(modeName, b.toks[p.b].pos, p.b, endArgName, r.open, p.a)
}

// value begins the value of an argument that ends at the pipe r.pipe or the closer.
func (b *builder) value(r region) {
	end := b.partEnd(r.open, r.pipe)
	b.openFlow(KindValue, false)
	b.enter(modeFlow, b.toks[end].pos, end, endPart, r.open, r.pipe)
}

// openLink begins a link.
func (b *builder) openLink(k int32, t *token) {
	b.inline(t.pos)
	b.open(Kind(t.aux))
	b.leaf(KindMarkup, t.end)
	b.open(KindTarget)
	first := b.toks[t.a].a
	end := b.partEnd(k, first)
	b.enter(modeName, b.toks[end].pos, end, endLinkPart, k, first)
}

// nextLinkPart begins the text or option behind the pipe that ended r, or closes the link. Only files have more than one.
func (b *builder) nextLinkPart(r region) {
	if r.pipe == 0 {
		b.shut(r.open)
		return
	}
	p := b.toks[r.pipe]
	b.leaf(KindMarkup, p.end)
	b.i = r.pipe + 1
	next := p.a
	if Kind(b.toks[r.open].aux) != KindFile {
		next = 0
	}
	end := b.partEnd(r.open, next)
	if Kind(b.toks[r.open].aux) == KindFile {
		b.openFlow(KindLinkText, false)
		b.enter(modeFlow, b.toks[end].pos, end, endLinkPart, r.open, next)
		return
	}
	b.open(KindLinkText)
	b.enter(modeInline, b.toks[end].pos, end, endLinkPart, r.open, next)
	b.r.plain = true
}

// openExternal begins a bracketed external link.
func (b *builder) openExternal(k int32, t *token) {
	b.inline(t.pos)
	b.open(KindExternal)
	b.leaf(KindMarkup, t.end)
	end, endTok := b.addressEnd(t.end, k+1, b.toks[t.a].pos)
	b.open(KindURL)
	b.enter(modeName, end, endTok, endAddress, k, 0)
}

// addressEnd is where the address at i ends, at limit at the latest: at a blank, bracket or quote that no template holds.
func (b *builder) addressEnd(i, k, limit int32) (end, endTok int32) {
	if n := protocolAt(b.src[i:limit]); n > 0 {
		i += int32(n + ipv6At(b.src[int(i)+n:limit]))
	}
	for i < limit {
		for b.toks[k].pos < i {
			k++
		}
		if t := &b.toks[k]; t.pos == i {
			switch t.kind {
			case tokOpenTemplate, tokOpenParam:
				i, k = b.toks[t.a].end, t.a+1
				continue
			case tokInclusion, tokComment:
				i, k = t.end, k+1
				continue
			case tokQuotes, tokNewline, tokOpenLink:
				return i, k
			}
		}
		if endsAddress(b.src[i:limit]) {
			return i, k
		}
		i++
	}
	for b.toks[k].pos < limit {
		k++
	}
	return limit, k
}

// externalText begins the text of the external link of token k.
func (b *builder) externalText(k int32) {
	end := b.toks[k].a
	limit := b.toks[end].pos
	at := b.pos
	for at < limit && isAddressBlank(b.src[at:]) > 0 {
		at += int32(isAddressBlank(b.src[at:]))
	}
	if at > b.pos {
		b.leaf(KindMarkup, at)
	}
	b.open(KindLinkText)
	b.enter(modeInline, limit, end, endExternal, k, 0)
}

// rawExtension writes an extension tag whose content is not parsed.
func (b *builder) rawExtension(t *token) {
	if t.end > b.r.end {
		return
	}
	if tagID(t.aux) == tags.includeOnly {
		b.flush(t.pos)
	} else {
		b.inline(t.pos)
	}
	b.open(KindExtension).aux = t.aux
	b.leaf(KindMarkup, t.a)
	if t.b > t.a {
		b.leaf(KindRaw, t.b)
	}
	b.leaf(KindMarkup, t.end)
	b.close()
}

// openExtension begins an extension tag whose content is parsed.
func (b *builder) openExtension(k int32, t *token) {
	b.inline(t.pos)
	b.openFlow(KindExtension, false).aux = t.aux
	b.leaf(KindMarkup, t.end)
	mode := modeFlow
	if tags.name[t.aux] == "gallery" {
		mode = modeGallery
	}
	b.enter(mode, b.toks[t.a].pos, t.a, endContent, k, 0)
	b.bol = mode == modeGallery
}
