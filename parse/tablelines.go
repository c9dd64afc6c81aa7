package parse

// tableAt is the offset of the "{|" that begins a table at "at", behind colons that only indent it; -1 when there is none.
func (b *builder) tableAt(at int32) int32 {
	for b.byteAt(at) == ':' {
		at++
	}
	for b.byteAt(at) == ' ' || b.byteAt(at) == '\t' {
		at++
	}
	if b.byteAt(at) == '{' && b.byteAt(at+1) == '|' && b.byteAt(at+2) != '}' {
		return at
	}
	return -1
}

// openTable begins the table on a line whose first sign stands at first.
func (b *builder) openTable(at, first int32) {
	open := b.tableAt(first)
	b.readLine(b.i, 0)
	if b.byteAt(first) == ':' {
		b.listLine(first)
		b.line.colon = -1
		b.skipTo(open)
	} else {
		b.endBlock(at)
		b.skipTo(open)
	}
	b.openFlow(KindTable, false).flag = flagUnclosed
	e := b.top()
	e.table, e.mask = b.table, 0
	b.table = int32(len(b.stack) - 1)
	b.leaf(KindMarkup, open+2)
	b.attributes(b.line.end, b.line.endTok)
}

// attributes writes the attributes up to end, if there are any but blanks.
func (b *builder) attributes(end, endTok int32) {
	for b.toks[b.i].pos < b.pos && b.i < endTok {
		b.i++
	}
	at := b.pos
	for at < end && (b.src[at] == ' ' || b.src[at] == '\t') {
		at++
	}
	if at >= end {
		return
	}
	if b.i >= endTok {
		b.leaf(KindAttributes, end)
		return
	}
	b.open(KindAttributes)
	b.enter(modeName, end, endTok, endAttributes, 0, 0)
}

// tableLine reads a line of the innermost table whose first sign stands at "at".
func (b *builder) tableLine(at int32) {
	b.flush(min(b.line.newline, at))
	c := b.src[at]
	switch next := b.byteAt(at + 1); {
	case c == '|' && next == '}':
		b.closeTo(b.table + 1)
		b.skipTo(at)
		b.nodes[b.top().node].flag &^= flagUnclosed
		b.leaf(KindMarkup, at+2)
		b.close()
		b.line.cells = 0
	case c == '|' && next == '-':
		b.closeTo(b.table + 1)
		b.skipTo(at)
		b.open(KindRow)
		end := at + 1
		for b.byteAt(end) == '-' {
			end++
		}
		b.leaf(KindMarkup, end)
		b.line.cells = 0
		b.attributes(b.line.end, b.line.endTok)
	case c == '|' && next == '+':
		b.closeTo(b.table + 1)
		b.skipTo(at)
		b.cell(KindCaption, at+2)
		b.line.cells = 0
	case c == '|':
		b.row()
		b.skipTo(at)
		b.cell(KindCell, at+1)
	default:
		b.row()
		b.skipTo(at)
		b.cell(KindHeaderCell, at+1)
	}
}

// row makes a row the innermost open node of the table.
func (b *builder) row() {
	n := b.table + 1
	if int(n) < len(b.stack) && b.stack[n].kind == KindRow {
		b.closeTo(n + 1)
		return
	}
	b.closeTo(n)
	b.open(KindRow).flag = flagImplied
	b.top().mask = 0
}

// cell begins a cell or caption whose sign ends at end.
func (b *builder) cell(k Kind, end int32) {
	b.openFlow(k, true)
	b.top().mask = 0
	b.leaf(KindMarkup, end)
	for b.toks[b.i].pos < end && b.i < b.r.endTok {
		b.i++
	}
	// Attributes stand before a single pipe on the same line, with no link before it.
	for k := b.i; k < b.line.endTok; k++ {
		t := &b.toks[k]
		switch t.kind {
		case tokPipe:
			if t.flag&tokOwned == 0 && !b.isCellBreak(t) {
				b.open(KindAttributes)
				b.enter(modeName, t.pos, k, endAttributes, k, 1)
				b.r.pipe = k
			}
			return
		case tokOpenTemplate, tokOpenParam:
			if t.a > k {
				k = t.a
			}
		case tokOpenLink, tokOpenConversion:
			return
		case tokBang:
			if b.line.cells == '!' {
				return
			}
		}
	}
}

// cellBreak ends a cell at "||" or "!!" and begins the next on the same line.
func (b *builder) cellBreak(t *token) {
	if b.line.cells == 0 || b.table < 0 || b.r.mode != modeFlow {
		return
	}
	switch {
	case t.kind == tokPipe && !b.isCellBreak(t), t.kind == tokBang && b.line.cells != '!':
		return
	}
	kind := KindCell
	if b.line.cells == '!' {
		kind = KindHeaderCell
	}
	b.flush(t.pos)
	b.row()
	b.cell(kind, t.pos+2)
}
