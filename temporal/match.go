package temporal

// matcher recognises expressions in the tokens of one block after another. Every rule reads
// forward from a trigger token and looks a bounded number of tokens ahead, so time is linear.
type matcher struct {
	scanner
	out       []mention
	block     int32
	first     int  // index in out of the block's first mention
	bcDoc     bool // the text counts years before Christ
	adDoc     bool // the text tells of the first thousand years after
	custom    *nameTable
	lastTense sentenceTense
	tense     tense // of the block
	tensed    int32 // the block it is of, plus one
	depth     int   // of modifiers within modifiers, since the trigger
	dating    bool  // a modifier asks for a date, not a duration
	lastEnd   int   // token after the last mention of the block
}

// maxDepth is how many modifiers may stand within each other: "just about the end of the middle of …".
const maxDepth = 4

// deeper counts one more modifier within the expression at hand and reports whether that is still allowed.
func (m *matcher) deeper() bool {
	m.depth++
	return m.depth <= maxDepth
}

// end token for positions outside the block.
var outside = token{class: wEnd}

func (m *matcher) at(i int) *token {
	if uint(i) < uint(len(m.tok)) {
		return &m.tok[i]
	}
	return &outside
}

func (m *matcher) word(i int) string {
	t := m.at(i)
	return m.text[t.start:t.end]
}

// is reports whether token i is the given lower-case word.
func (m *matcher) is(i int, w string) bool {
	t := m.at(i)
	return int(t.end-t.start) == len(w) && equalFold(w, m.text[t.start:t.end])
}

func (m *matcher) punct(i int, v int16) bool {
	t := m.at(i)
	return t.class == wPunct && t.val == v
}

// glued reports whether token i follows the one before it without white space.
func (m *matcher) glued(i int) bool { return m.at(i).flags&fSpace == 0 }

// hyphen reports whether token i is a dash without white space on either side.
func (m *matcher) hyphen(i int) bool { return m.punct(i, ptDash) && m.glued(i) && m.glued(i+1) }

// read recognises the expressions of text[from:to] and appends them to m.out.
func (m *matcher) read(from, to int, block int32) {
	m.scan(from, to)
	m.block, m.first, m.lastEnd = block, len(m.out), 0
	for i := 0; i < len(m.tok)-1; {
		c := m.tok[i].class
		if c == wNone && m.custom == nil {
			if m.tok[i+1].class != wSpan {
				i++
				continue
			}
		}
		x, ok := m.expression(i)
		if !ok {
			i++
			continue
		}
		m.emit(x)
		i = int(x.to)
	}
	m.link()
}

func (m *matcher) emit(x mention) {
	x.block = m.block
	x.start, x.end = m.tok[x.from].start, m.tok[x.to-1].end
	m.out = append(m.out, x)
	m.lastEnd = int(x.to)
}

// expression recognises what starts at token i.
func (m *matcher) expression(i int) (mention, bool) {
	t := &m.tok[i]
	m.depth = 0
	if t.end-t.start == 1 && t.flags&fCap != 0 {
		if e, j := m.eraAt(i); e > 0 && m.at(j).class == wNumber && m.at(j).digits <= 4 && m.at(j).flags&fGrouped == 0 && m.at(j).num > 0 {
			return mention{level: uYear, year: m.at(j).num, hasYear: true, era: 1, rule: ruYear}.upTo(i, j+1), true // A.D. 988
		}
	}
	switch t.class {
	case wTheWord:
		return m.definite(i)
	case wArticle:
		return m.indefinite(i)
	case wNumber:
		return m.number(i)
	case wMonth, wSeason, wDecade, wEra, wYearWord:
		return m.calendarPhrase(i)
	case wOrd:
		return m.ordinal(i)
	case wCard, wVague, wHalf, wOther:
		return m.counted(i)
	case wWeekday:
		return m.weekday(i)
	case wUnit:
		return m.bareUnit(i)
	case wPart:
		return m.partOfDay(i)
	case wDem:
		return m.demonstrative(i)
	case wEach, wOften, wPer:
		return m.set(i)
	case wStep:
		return m.step(i, i)
	case wMod:
		return m.modified(i, i)
	case wApprox:
		return m.approximate(i)
	case wLater:
		return m.laterIn(i)
	case wRef:
		return m.reference(i)
	case wSpan:
		if t.val == 4 && m.at(i-1).class == wTo && !m.is(i-2, "up") {
			if n := m.at(i + 1); n.class == wPunct || n.class == wEnd || n.class == wFunc && n.val == 2 {
				return mention{kind: kRef, ref: "PRESENT_REF", rule: ruReference}.upTo(i, i+1), true
			}
		}
	case wHoliday:
		return m.holiday(i)
	case wFunc:
		if t.val == 5 {
			return m.then(i)
		}
	case wPunct:
		if t.val == ptApos {
			return m.shortYear(i)
		}
	case wNone:
		return m.named(i)
	}
	return mention{}, false
}

// upTo closes a mention over tokens [from, to).
func (x mention) upTo(from, to int) mention {
	x.from, x.to = int32(from), int32(to)
	return x
}
