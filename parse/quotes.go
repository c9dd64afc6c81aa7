package parse

// MediaWiki settles apostrophes line by line (Parser::doQuotes): runs of two, three and five mean italic,
// bold and both; when a line has an odd number of each, one bold is read as an apostrophe and an italic.

// Actions of a run of apostrophes, in token.aux; the number of apostrophes that are text stands in token.b.
const (
	quoteText uint16 = iota
	openItalic
	openBold
	closeItalic
	closeBold
	openBoldItalic // '''''…''…'''
	openItalicBold // '''''…'''…''
	closeBoth
	closeBoldOpenItalic
	closeItalicOpenBold
)

// quoteLevel is by how many a run changes how deep emphasis nests.
var quoteLevel = [...]int{openItalic: 1, openBold: 1, closeItalic: -1, closeBold: -1, openBoldItalic: 2, openItalicBold: 2, closeBoth: -2, closeBoldOpenItalic: 0, closeItalicOpenBold: 0}

// settleQuotes decides what the runs collected of a line or cell mean.
func (b *builder) settleQuotes() {
	if len(b.quoted) == 0 {
		return
	}
	bolds, italics := 0, 0
	for _, k := range b.quoted {
		t := &b.toks[k]
		n := t.end - t.pos
		t.b, t.a = 0, n
		switch {
		case n == 4:
			t.b, t.a = 1, 3
		case n > 5:
			t.b, t.a = n-5, 5
		}
		if t.a != 3 {
			italics++
		}
		if t.a != 2 {
			bolds++
		}
	}
	if bolds%2 == 1 && italics%2 == 1 {
		b.balanceQuotes()
	}
	b.assignQuotes()
	b.quoted = b.quoted[:0]
}

// balanceQuotes reads one bold as an apostrophe and an italic: the first after a word of one letter, else the first
// after a longer word, else the first after a blank.
func (b *builder) balanceQuotes() {
	single, multi, space := int32(-1), int32(-1), int32(-1)
	for _, k := range b.quoted {
		t := &b.toks[k]
		if t.a != 3 {
			continue
		}
		p := t.pos + t.b
		x1, x2 := byte(0), byte(0)
		if p > 0 {
			x1 = b.src[p-1]
		}
		if p > 1 {
			x2 = b.src[p-2]
		}
		switch {
		case x1 == ' ':
			if space < 0 {
				space = k
			}
		case x2 == ' ':
			if single < 0 {
				single = k
			}
		case multi < 0:
			multi = k
		}
	}
	for _, k := range [...]int32{single, multi, space} {
		if k >= 0 {
			b.toks[k].a, b.toks[k].b = 2, b.toks[k].b+1
			return
		}
	}
}

// assignQuotes runs MediaWiki's automaton over the runs.
func (b *builder) assignQuotes() {
	const none, i, bo, bi, ib = 0, 1, 2, 3, 4 // bi: italic inside bold
	state := none
	for at, k := range b.quoted {
		t := &b.toks[k]
		switch t.a {
		case 2:
			switch state {
			case none:
				t.aux, state = openItalic, i
			case i:
				t.aux, state = closeItalic, none
			case bo:
				t.aux, state = openItalic, bi
			case bi:
				t.aux, state = closeItalic, bo
			case ib:
				t.aux, state = closeItalic, bo
			}
		case 3:
			switch state {
			case none:
				t.aux, state = openBold, bo
			case bo:
				t.aux, state = closeBold, none
			case i:
				t.aux, state = openBold, ib
			case bi, ib:
				t.aux, state = closeBold, i
			}
		default:
			switch state {
			case none:
				t.aux, state = openItalicBold, ib
				if at+1 == len(b.quoted) || b.toks[b.quoted[at+1]].a == 2 {
					t.aux, state = openBoldItalic, bi
				}
			case i:
				t.aux, state = closeItalicOpenBold, bo
			case bo:
				t.aux, state = closeBoldOpenItalic, i
			default:
				t.aux, state = closeBoth, none
			}
		}
	}
}

// quotes handles a run of apostrophes that was settled.
func (b *builder) quotes(t *token) {
	at := t.pos + t.b
	if t.aux == quoteText {
		return
	}
	b.inline(t.pos)
	b.flush(at)
	switch t.aux {
	case openItalic:
		b.openQuote(KindItalic, t.end)
	case openBold:
		b.openQuote(KindBold, t.end)
	case openBoldItalic:
		b.openQuote(KindBold, at+3)
		b.openQuote(KindItalic, t.end)
	case openItalicBold:
		b.openQuote(KindItalic, at+2)
		b.openQuote(KindBold, t.end)
	case closeItalic:
		b.closeQuote(KindItalic, t.end)
	case closeBold:
		b.closeQuote(KindBold, t.end)
	case closeBoth:
		first, n := KindBold, int32(3)
		if b.top().kind == KindItalic {
			first, n = KindItalic, 2
		}
		b.closeQuote(first, at+n)
		b.closeQuote(KindBold+KindItalic-first, t.end)
	case closeBoldOpenItalic:
		b.closeQuote(KindBold, at+3)
		b.openQuote(KindItalic, t.end)
	case closeItalicOpenBold:
		b.closeQuote(KindItalic, at+2)
		b.openQuote(KindBold, t.end)
	}
}

func (b *builder) openQuote(k Kind, end int32) {
	b.open(k)
	b.leaf(KindMarkup, end)
}

// closeQuote closes emphasis. When the other kind stands inside it, that goes on behind; when a block ended it before, only the
// markup is left.
func (b *builder) closeQuote(k Kind, end int32) {
	n := int32(len(b.stack)) - 1
	other := false
	for ; n >= b.r.base && !b.stack[n].flow; n-- {
		kind := b.stack[n].kind
		if kind == k {
			b.closeTo(n + 1)
			b.leaf(KindMarkup, end)
			b.close()
			if other {
				b.open(KindBold + KindItalic - k)
			}
			return
		}
		if kind == KindBold || kind == KindItalic {
			other = true
		} else if kind != KindTag {
			break
		}
	}
	b.leaf(KindMarkup, end)
}
