package parse

import "github.com/sinosoviet/sinosoviet"

// openTag begins an HTML tag.
func (b *builder) openTag(k int32, t *token) {
	id := tagID(t.aux)
	if t.end > b.r.end {
		return
	}
	if tags.block[id] && !tags.void[id] && b.r.mode == modeFlow {
		b.flush(t.pos)
		b.endParagraph()
	} else {
		b.inline(t.pos)
	}
	if set := tags.closes[id] & b.top().mask; set != 0 {
		b.closeTag(set)
	}
	if tags.void[id] || t.flag&flagSelfClosed != 0 {
		n := b.leaf(KindTag, t.end)
		n.aux, n.flag = t.aux, flagSelfClosed
		return
	}
	n := b.open(KindTag)
	n.aux, n.flag = t.aux, flagUnclosed
	e := b.top()
	e.tag = id
	inner := e.mask&^tags.barrier[id] | 1<<id
	if t.flag&flagBare != 0 {
		b.open(KindTagOpen)
		b.enter(modeName, t.end, b.tokenAt(t.end), endTagOpen, k, 0)
		e = &b.stack[len(b.stack)-2]
	} else {
		b.leaf(KindMarkup, t.end)
	}
	e.mask = inner
	if tags.block[id] && b.regionMode(t) == modeFlow && b.stack[b.flow].depth == 0 && flowTags[id] {
		e.flow, e.para, e.outer = true, true, b.flow
		for i := len(b.stack) - 1; ; i-- {
			if &b.stack[i] == e {
				b.flow = int32(i)
				break
			}
		}
	}
}

// flowTags are the block tags in which lines are read as such.
var flowTags = func() (set [128]bool) {
	for _, name := range []string{"div", "center", "blockquote", "li", "dd", "td", "th", "ul", "ol", "dl", "table", "tr"} {
		set[tags.byName[name]] = true
	}
	return set
}()

// regionMode is the mode of the region the tag t stands in, also when the region of its attributes was just entered.
func (b *builder) regionMode(t *token) regionMode {
	if t.flag&flagBare != 0 && len(b.regions) > 1 {
		return b.regions[len(b.regions)-2].mode
	}
	return b.r.mode
}

// tokenAt is the first token at or behind the offset, from b.i on.
func (b *builder) tokenAt(at int32) int32 {
	k := b.i
	for b.toks[k].pos < at && k < b.r.endTok {
		k++
	}
	return k
}

// endParagraph closes the paragraph that is open in the innermost flow container, if there is one, with what it holds.
func (b *builder) endParagraph() {
	if at := b.flow + 1; int(at) < len(b.stack) && at >= b.r.base {
		if k := b.stack[at].kind; k == KindParagraph || k == KindPre {
			b.closeTo(at)
		}
	}
}

// closeTag closes the innermost open tag of the set, which must be reachable, and all that is open in it.
func (b *builder) closeTag(set uint64) {
	for {
		e := b.top()
		if e.kind == KindTag && set>>e.tag&1 != 0 {
			b.nodes[e.node].flag &^= flagUnclosed
			b.close()
			if b.top().mask&set == 0 {
				return
			}
			continue
		}
		b.close()
	}
}

// endTag handles a closing tag.
func (b *builder) endTag(t *token) {
	id := tagID(t.aux)
	if t.end > b.r.end {
		return
	}
	if b.top().mask>>id&1 == 0 {
		b.flush(t.pos)
		if tags.block[id] {
			b.endParagraph()
		}
		b.leaf(KindEndTag, t.end).aux = t.aux
		b.noteEnd(id)
		return
	}
	b.flush(t.pos)
	var again []Kind // emphasis goes on behind the tag
	for {
		e := b.top()
		if e.kind == KindTag && e.tag == id {
			break
		}
		if e.kind == KindBold || e.kind == KindItalic {
			again = append(again, e.kind)
		}
		b.close()
	}
	b.nodes[b.top().node].flag &^= flagUnclosed
	b.leaf(KindMarkup, t.end)
	b.close()
	if tags.block[id] {
		return
	}
	for i := len(again) - 1; i >= 0; i-- {
		b.open(again[i])
	}
}

// openTag is a tag that was not closed in the block it stands in; a table has no tag.
type openTag struct {
	start, end int32
	tag        tagID
	closed     bool // a closing tag came later, in another block
}

// optionalEnd are the tags that need not be closed.
var optionalEnd = tags.set("p li dt dd tr td th caption rt rp rb rtc")

// maxOpenTags bounds how many unclosed tags are remembered, and how far back a closing tag looks for one.
const maxOpenTags = 2 * sinosoviet.MaxDiagnostics

// noteOpen remembers a tag that was not closed.
func (b *builder) noteOpen(tag tagID, start, end int32) {
	if optionalEnd>>tag&1 == 0 && len(b.findings) < maxOpenTags {
		b.findings = append(b.findings, openTag{start, end, tag, false})
	}
}

// noteEnd finds the opening tag, in an earlier block, of a closing tag that stands alone. MediaWiki lets inline tags reach over blocks.
func (b *builder) noteEnd(tag tagID) {
	for i := len(b.findings) - 1; i >= 0; i-- {
		b.work++
		if f := &b.findings[i]; f.tag == tag && !f.closed {
			f.closed = true
			return
		}
	}
}

// report turns what is still open into findings.
func (b *builder) report(s *scratch) {
	for _, f := range b.findings {
		switch {
		case f.closed:
		case f.tag == 0:
			s.diagnose(unclosedTable, int(f.start), int(f.end))
		default:
			s.diagnose(unclosedTag, int(f.start), int(f.end))
		}
	}
}
