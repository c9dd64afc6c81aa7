package parse

import "strings"

// lineState is what is known of the line being read.
type lineState struct {
	newline int32 // where what stands before it ends: the line break before it
	start   int32 // where it begins
	end     int32 // offset of its end
	endTok  int32 // token of its end
	comment int32 // last comment on it, or 0
	colon   int32 // offset of the ":" that splits a term from its description, or -1
	cells   byte  // '|' or '!' on a line of table cells
	block   bool  // a block tag stands on it
}

// readLine looks ahead from token k to the end of the line, and settles its apostrophes. On a line of cells (sep '|' or '!')
// each cell has its own.
func (b *builder) readLine(k int32, sep byte) {
	l := &b.line
	l.comment, l.colon, l.cells, l.block = 0, -1, sep, false
	b.quoted = b.quoted[:0]
	for k < b.r.endTok {
		b.work++
		t := &b.toks[k]
		switch t.kind {
		case tokNewline:
			l.end, l.endTok = t.pos, k
			b.settleQuotes()
			return
		case tokOpenTemplate, tokOpenParam, tokOpenLink, tokOpenConversion, tokOpenExt:
			if t.a > k && t.a <= b.r.endTok {
				k = t.a
			}
		case tokQuotes:
			b.quoted = append(b.quoted, k)
		case tokComment, tokInclusion, tokSwitch, tokRawExt:
			if isUnseen(t) {
				l.comment = k
			}
		case tokOpenTag, tokEndTag:
			l.block = l.block || tags.block[t.aux]
		case tokPipe:
			if sep != 0 && b.isCellBreak(t) {
				b.settleQuotes()
			}
		case tokBang:
			if sep == '!' {
				b.settleQuotes()
			}
		}
		k++
	}
	l.end, l.endTok = b.r.end, b.r.endTok
	b.settleQuotes()
}

func (b *builder) isCellBreak(t *token) bool {
	return t.flag&tokOwned == 0 && int(t.end) < len(b.src) && b.src[t.end] == '|' && t.end < b.r.end
}

// newline ends a line. What the next line begins with decides what ends with it.
func (b *builder) newline(t *token) {
	b.endEmphasis(t.pos)
	if b.r.mode == modeFlow || b.r.mode == modeGallery {
		b.line.newline, b.line.start = t.pos, t.end
		b.bol = true
		return
	}
	b.readLine(b.i, 0)
}

// endEmphasis closes bold and italic at the end of a line or cell.
func (b *builder) endEmphasis(at int32) {
	n := int32(len(b.stack))
	for i := n - 1; i >= b.r.base && !b.stack[i].flow; i-- {
		if k := b.stack[i].kind; k == KindBold || k == KindItalic {
			n = i
		} else if k != KindTag {
			break
		}
	}
	if n < int32(len(b.stack)) {
		b.flush(at)
		b.closeTo(n)
	}
}

// startLine reads the beginning of a line in a flow region.
func (b *builder) startLine() {
	start := b.line.start
	if b.r.mode == modeGallery {
		b.galleryLine(start)
		return
	}
	at, only := b.skipComments(start)
	if only {
		b.readLine(b.i, 0)
		return
	}
	c := b.byteAt(at)
	first := at // first byte that is not blank
	for b.byteAt(first) == ' ' || b.byteAt(first) == '\t' {
		first++
	}
	if b.t.flattened {
		b.flatLine(start, at)
		return
	}
	if f := b.byteAt(first); (f == '{' || f == ':') && b.tableAt(first) >= 0 {
		b.openTable(at, first)
		return
	} else if b.table >= 0 && (f == '|' || f == '!') {
		b.readLine(b.i, f)
		b.tableLine(first)
		return
	}
	b.readLine(b.i, 0)
	switch {
	case first >= b.line.end:
		b.blankLine(at)
	case c == '=' && b.heading(at):
	case c == '*' || c == '#' || c == ':' || c == ';':
		b.listLine(at)
	case c == '-' && strings.HasPrefix(b.src[at:b.r.end], "----"):
		b.rule(at)
	case c == ' ' && !b.line.block && b.stack[b.flow].para:
		b.preLine(at)
	default:
		b.textLine()
	}
}

// byteAt is the byte at the offset, or 0 behind the region.
func (b *builder) byteAt(at int32) byte {
	if at >= b.r.end {
		return 0
	}
	return b.src[at]
}

// isUnseen reports whether a token is one that the beginning and the end of a line are read without: a comment, an
// inclusion tag, a behaviour switch.
func isUnseen(t *token) bool {
	switch t.kind {
	case tokComment, tokInclusion, tokSwitch:
		return true
	case tokRawExt:
		return tagID(t.aux) == tags.includeOnly
	}
	return false
}

// skipComments is the offset behind comments and the like that begin a line; only says that nothing but comments
// stands on it, and then the line is as if it were not there.
func (b *builder) skipComments(at int32) (behind int32, only bool) {
	k := b.i
	comments := true
	for {
		p := at
		for b.byteAt(p) == ' ' || b.byteAt(p) == '\t' {
			p++
		}
		for b.toks[k].pos < p && k < b.r.endTok {
			k++
		}
		t := &b.toks[k]
		if k >= b.r.endTok || !isUnseen(t) || t.pos != p || t.end > b.r.end {
			return at, comments && k > b.i && (p >= b.r.end || b.src[p] == '\n')
		}
		comments = comments && t.kind == tokComment
		at = t.end
		k++
		b.work++
	}
}

// endBlock ends the paragraph or list before the line break, and goes to the offset.
func (b *builder) endBlock(at int32) {
	b.flush(min(b.line.newline, at))
	b.closeTo(b.flow + 1)
	b.stack[b.flow].depth = 0
	b.skipTo(at)
}

// skipTo writes blanks and comments up to the offset.
func (b *builder) skipTo(at int32) {
	for b.toks[b.i].pos < at && b.i < b.r.endTok {
		if t := &b.toks[b.i]; isUnseen(t) && t.pos >= b.pos {
			b.token(t)
			continue
		}
		b.i++
	}
	b.flush(at)
}

// blankLine ends what goes on over lines.
func (b *builder) blankLine(at int32) {
	b.flush(min(b.line.newline, at))
	b.closeTo(b.flow + 1)
	b.stack[b.flow].depth = 0
}

// textLine goes on with the paragraph, or ends a list or code before it.
func (b *builder) textLine() {
	if n := b.flow + 1; int(n) < len(b.stack) {
		if k := b.stack[n].kind; k == KindList || k == KindPre {
			b.flush(b.line.newline)
			b.closeTo(n)
			b.stack[b.flow].depth = 0
		}
	}
}

// heading reads a heading; it reports whether the line is one.
func (b *builder) heading(at int32) bool {
	end := b.line.end
	for k := b.line.comment; end > at; {
		for k > b.i && !isUnseen(&b.toks[k]) {
			k--
			b.work++
		}
		if t := &b.toks[k]; k >= b.i && k > 0 && isUnseen(t) && t.end == end {
			end = t.pos
			k--
			continue
		}
		if c := b.src[end-1]; c != ' ' && c != '\t' && c != '\r' {
			break
		}
		end--
	}
	lead, trail := int32(0), int32(0)
	for at+lead < end && b.src[at+lead] == '=' {
		lead++
	}
	for end-trail > at+lead && b.src[end-trail-1] == '=' {
		trail++
	}
	level := min(lead, trail, 6)
	if at+lead == end {
		if lead < 3 {
			return false
		}
		level = min((lead-1)/2, 6)
	}
	if level == 0 {
		return false
	}
	b.endBlock(at)
	b.open(KindHeading).aux = uint16(level)
	b.leaf(KindMarkup, at+level)
	b.enter(modeInline, end-level, b.tokenAt(end-level), endHeading, 0, level)
	return true
}

// rule reads a horizontal rule.
func (b *builder) rule(at int32) {
	b.endBlock(at)
	end := at
	for b.byteAt(end) == '-' {
		end++
	}
	b.leaf(KindRule, end)
}

// preLine reads a line that begins with a blank.
func (b *builder) preLine(at int32) {
	n := b.flow + 1
	if int(n) < len(b.stack) && b.stack[n].kind == KindPre {
		b.closeTo(n + 1)
		b.skipTo(at)
	} else {
		b.endBlock(at)
		b.open(KindPre)
	}
	b.leaf(KindMarkup, at+1)
}

// maxListDepth is how deep lists nest; signs beyond it only belong to the item. On real pages 15 is rare.
const maxListDepth = 100

// listLine reads a line that begins with list signs.
func (b *builder) listLine(at int32) {
	n := at
	for n < b.line.end && isListSign(b.src[n]) {
		n++
	}
	f := &b.stack[b.flow]
	old, depth := b.src[f.prefix:f.prefix+f.depth], min(n-at, maxListDepth)
	common := int32(0)
	for common < f.depth && common < depth && sameSign(old[common], b.src[at+common]) {
		common++
	}
	b.flush(min(b.line.newline, at))
	switch {
	case common == 0:
		b.closeTo(b.flow + 1)
	case common == depth:
		b.closeTo(b.flow + 2*common)
	default:
		b.closeTo(b.flow + 2*common + 1)
	}
	b.skipTo(at)
	for common < depth {
		common++
		b.open(KindList).aux = uint16(listSign(b.src[at+common-1]))
		if common < depth {
			b.open(itemKind(b.src[at+common-1])).aux = uint16(common)
		}
	}
	f = &b.stack[b.flow]
	f.prefix, f.depth = at, depth
	last := b.src[n-1]
	b.open(itemKind(last)).aux = uint16(depth)
	b.leaf(KindMarkup, n)
	if last == ';' {
		b.line.colon = b.findColon(n)
	}
}

func isListSign(c byte) bool { return c == '*' || c == '#' || c == ':' || c == ';' }

func listSign(c byte) byte {
	if c == ';' {
		return ':'
	}
	return c
}

func sameSign(a, b byte) bool { return listSign(a) == listSign(b) }

func itemKind(c byte) Kind {
	switch c {
	case ';':
		return KindTerm
	case ':':
		return KindDescription
	}
	return KindItem
}

// findColon is the first ":" from "at" to the end of the line that stands in no link, template, tag or address, or -1.
func (b *builder) findColon(at int32) int32 {
	k, level := b.i, 0
	for at < b.line.end {
		for b.toks[k].pos < at {
			k++
		}
		stop := min(b.toks[k].pos, b.line.end)
		if level <= 0 {
			if j := strings.IndexByte(b.src[at:max(at, stop)], ':'); j >= 0 {
				return at + int32(j)
			}
		}
		if stop >= b.line.end || k >= b.line.endTok {
			return -1
		}
		t := &b.toks[k]
		at = max(t.end, at+1)
		switch t.kind {
		case tokOpenTemplate, tokOpenParam, tokOpenLink, tokOpenExternal, tokOpenConversion, tokOpenExt:
			if t.a > k && t.a <= b.r.endTok {
				at, k = b.toks[t.a].end, t.a
			}
		case tokOpenTag:
			if t.flag&flagSelfClosed == 0 && !tags.void[t.aux] {
				level++
			}
		case tokEndTag:
			level--
		case tokQuotes:
			level += quoteLevel[t.aux]
		case tokNone:
			at = max(t.pos, at-1)
			if t.end == t.pos {
				at = t.pos
			}
		}
		k++
	}
	return -1
}

// splitTerm ends the term at its colon, once the text before "next" is reached; it reports whether it did.
func (b *builder) splitTerm(next int32) bool {
	c := b.line.colon
	if c < 0 || next < c || b.r.mode != modeFlow {
		return false
	}
	b.line.colon = -1
	if c < b.pos {
		return false
	}
	b.flush(c)
	depth := b.stack[b.flow].depth
	b.closeTo(b.flow + 2*depth)
	n := b.open(KindDescription)
	n.aux = uint16(depth)
	b.leaf(KindMarkup, c+1)
	return true
}

// galleryLine reads a line of a gallery: a file, perhaps with a caption.
func (b *builder) galleryLine(start int32) {
	b.readLine(b.i, 0)
	at := start
	for at < b.line.end && (b.src[at] == ' ' || b.src[at] == '\t') {
		at++
	}
	if at >= b.line.end || b.toks[b.i].kind == tokComment && b.toks[b.i].pos == at {
		return
	}
	b.flush(at)
	b.open(KindFile).flag = flagGallery
	b.open(KindTarget)
	end, k := b.nextPipe(b.i)
	b.enter(modeName, end, k, endGalleryTarget, 0, 0)
}

// nextPipe is the next pipe on the line from token k on that no pair holds, or the end of the line.
func (b *builder) nextPipe(k int32) (end, endTok int32) {
	for k < b.line.endTok {
		t := &b.toks[k]
		switch t.kind {
		case tokPipe:
			return t.pos, k
		case tokOpenTemplate, tokOpenParam, tokOpenLink, tokOpenExternal, tokOpenConversion, tokOpenExt:
			if t.a > k && t.a <= b.line.endTok {
				k = t.a
			}
		}
		k++
	}
	return b.line.end, b.line.endTok
}

// galleryText reads a caption or option behind a pipe on a gallery's line, or ends the line.
func (b *builder) galleryText(r region) {
	if r.endTok >= b.line.endTok {
		b.close()
		b.i = r.endTok
		return
	}
	b.leaf(KindMarkup, r.end+1)
	b.i = r.endTok + 1
	b.open(KindLinkText)
	end, k := b.nextPipe(b.i)
	b.enter(modeInline, end, k, endGalleryText, 0, 0)
}

// redirect reads the redirect word that may begin a page.
func (b *builder) redirect() {
	at := 0
	for at < len(b.src) && (b.src[at] == ' ' || b.src[at] == '\n' || b.src[at] == '\t') {
		at++
	}
	n := b.t.site.redirectWord(b.src[at:])
	if n == 0 {
		return
	}
	end := at + n
	for end < len(b.src) && (b.src[end] == ' ' || b.src[end] == ':' || b.src[end] == '\n') {
		end++
	}
	k := int32(1)
	for int(b.toks[k].pos) < end && int(k) < len(b.toks)-1 {
		k++
	}
	if t := &b.toks[k]; t.kind != tokOpenLink || int(t.pos) != end {
		return
	}
	b.flush(int32(at))
	b.open(KindRedirect)
	b.leaf(KindMarkup, int32(at+n))
	b.i, b.bol = k, false
	b.flush(int32(end))
	b.openLink(k, &b.toks[k])
	b.i = k + 1
}
