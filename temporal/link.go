package temporal

// Leads beyond the prepositions of the lexicon.
const (
	prAfter = 100 + iota
	prBefore
)

// link looks at what stands around and between the mentions of the block: prepositions, ranges, parentheses.
func (m *matcher) link() {
	men := m.out[m.first:]
	for k := range men {
		x := &men[k]
		m.lead(x)
		if k > 0 {
			x.join = m.joined(&men[k-1], x)
			if men[k-1].alias && x.from-men[k-1].to == 1 && x.level == uYear {
				x.alias = true
			}
			x.goesOn = m.sameSentence(int(men[k-1].to), int(x.from))
		}
		m.surroundings(x)
		if x.nth != 0 && x.rel == relNarrator { // the first Sunday of the month
			if t := m.tenseAt(int(x.from), int(x.to)); !t.past && !t.ended {
				*x = mention{start: x.start, end: x.end, from: x.from, to: x.to, block: x.block, kind: kSet, level: uWeek, weekday: x.weekday, rule: ruSet}
				m.lead(x)
			}
		}
		if x.kind == kSpan && x.same && x.lead == prBy { // by this time the young have grown
			t := m.tenseAt(int(x.from), int(x.to))
			x.same = t.past || t.ended
		}
		if (x.weak || x.clock) && x.rel == relNarrator && x.lead != prSince { // the heat of the day is stored; it opens at 11 a.m.
			t := m.tenseAt(int(x.from), int(x.to))
			x.timeless = t.present && !t.past && !t.ended
		}
		if x.rule == ruEventOffset {
			t := m.tenseAt(int(x.from), int(x.to))
			x.habit = t.habit || t.present && !t.past
		}
		if x.rel == relNow && x.rule == ruOffset {
			t := m.tenseAt(int(x.from), int(x.to))
			x.timeless = t.present && !t.past
		}
		if x.kind <= kTime && x.rel == relNone && !x.hasYear && (x.month > 0 || x.sub > 0 || x.movable > 0) || x.kind == kTime && x.vague && !x.one && x.rel == relNarrator {
			x.timeless = m.timeless(x) || k > 0 && m.goesOnListing(&men[k-1], x)
		}
	}
	for k := range len(men) - 1 {
		m.hours(men, k)
		m.bothEras(men, k)
		m.yearBehind(&men[k], &men[k+1])
		if x, y := &men[k], &men[k+1]; x.to == y.from && x.kind == kDate && x.level == uYear && x.hasYear && !x.short && y.kind == kDate && y.rel == relNone && !y.hasYear && y.level >= uMonth && y.level <= uSeason {
			y.setYear(*x) // the 2012 Winter Olympics
		}
	}
	for k := len(men) - 2; k >= 0; k-- {
		if men[k+1].join != joinNone {
			borrow(&men[k], &men[k+1])
		}
	}
}

// hours takes clock times for those of any day that are a range in parentheses ("marched by night (19:00–03:00)") or follow one in its
// sentence, when that names no day.
func (m *matcher) hours(men []mention, k int) {
	x, y := &men[k], &men[k+1]
	if !x.clock || !y.clock || x.rel != relNarrator || y.rel != relNarrator || !y.goesOn {
		return
	}
	if x.timeless {
		y.timeless = true
		return
	}
	if !x.openParen || !y.closeParen || y.join != joinDash && y.join != joinTo {
		return
	}
	for j := k; men[j].goesOn && j > 0; j-- {
		if p := &men[j-1]; p.kind <= kTime && p.level <= uDay && p.level != uNone {
			return
		}
	}
	x.timeless, y.timeless = true, true
}

func (m *matcher) lead(x *mention) {
	i := int(x.from) - 1
	if m.atLeast(i + 1) {
		i -= 2
	}
	if m.at(i).class == wOf && (m.is(i-1, "course") || m.is(i-1, "remainder") || m.is(i-1, "rest")) && m.at(i-2).class == wTheWord { // up to the course of the 19th century
		i -= 3
	}
	if a := m.at(i); a.class == wApprox && (a.val == apAbout || a.val == apCirca) && x.level > uYear && m.at(i-1).class == wPrep { // from around the 4th century
		i--
	}
	p := m.at(i)
	switch {
	case p.class == wTo && m.is(i-1, "up") && x.kind == kDate:
		x.lead, x.leadAt = prUntil, m.at(i-1).start
	case p.class == wPrep:
		x.lead, x.leadAt = p.val, p.start
		switch {
		case p.val == prUntil && m.negated(i-1):
			x.lead = prIn // not until 1979: then
		case p.val == prUntil && m.is(i-1, "up"):
			x.leadAt = m.at(i - 1).start
		}
	case p.class == wTo && m.is(int(x.from)-2, "prior"):
		x.lead, x.leadAt = prBefore, m.at(int(x.from)-2).start
	case p.class == wThan:
		m.leadThan(x, int(x.from)-2)
	case p.class == wLater && p.val == latBefore && (m.is(int(x.from)-2, "not") || m.is(int(x.from)-2, "never")):
		x.lead, x.leadAt = prSince, m.at(int(x.from)-2).start
	case p.class == wLater && p.val == latAfter:
		x.lead, x.leadAt = prAfter, p.start
	case p.class == wLater && p.val == latBefore:
		x.lead, x.leadAt = prBefore, p.start
	}
}

// yearBehind gives a month or day that stands before a noun the year named behind that: "the May coup of 1903".
func (m *matcher) yearBehind(x, y *mention) {
	if x.kind != kDate || x.rel != relNone || x.hasYear || x.month == 0 || y.kind != kDate || y.level != uYear || !y.hasYear || y.rel != relNone || y.mod != mNone || y.short {
		return
	}
	i, j := int(x.to), int(y.from)-1
	if p := m.at(j); j <= i || j > i+4 || p.class != wOf && !(p.class == wPrep && p.val == prIn) {
		return
	}
	for k := i; k < j; k++ {
		t := m.at(k)
		if k == i && t.class == wPunct && t.val == ptQuote && k+1 < j {
			continue // the "Good Friday" Agreement of 1998
		}
		if t.class != wNone && !t.class.mayName() || t.flags&fLine != 0 || m.looksVerb(k) {
			return
		}
	}
	x.setYear(*y)
}

// leadThan reads "later than", "no earlier than" before a date; the comparative is at i.
func (m *matcher) leadThan(x *mention, i int) {
	t := m.at(i)
	if t.class != wLater || t.val != latLater && t.val != latEarlier {
		return
	}
	not, from := false, i-1
	for ; from > i-4 && !not; from-- { // "no later than", "was not written earlier than"
		if not = m.is(from, "no") || m.is(from, "not"); not {
			break
		}
		if c := m.at(from).class; c != wNone && c != wFunc {
			break
		}
	}
	switch {
	case t.val == latLater && not:
		x.lead = prBy
	case t.val == latLater:
		x.lead = prAfter
	case not:
		x.lead = prSince
	default:
		x.lead = prBefore
	}
	x.leadAt = t.start
	if not && from == i-1 {
		x.leadAt = m.at(from).start
	}
}

// negated reports whether "not" or "never" stands before token i in its clause.
func (m *matcher) negated(i int) bool {
	for k := i; k >= 0 && k > i-14; k-- {
		t := &m.tok[k]
		if t.class == wPunct && t.val != ptDash && t.val != ptApos {
			return false
		}
		if m.is(k, "not") || m.is(k, "never") || m.is(k, "t") && m.punct(k-1, ptApos) {
			return true
		}
	}
	return false
}

// sameSentence reports whether no sentence ends in tokens [i, j).
func (m *matcher) sameSentence(i, j int) bool {
	for k := i; k < j; k++ {
		if t := &m.tok[k]; t.class == wPunct && (t.val == '.' || t.val == '?' || t.val == '!') && m.tok[k+1].flags&(fCap|fSpace) == fCap|fSpace && m.at(k-1).end-m.at(k-1).start > 1 {
			return false
		}
	}
	return true
}

// joined tells how b goes on from a.
func (m *matcher) joined(a, b *mention) joinKind {
	gap := m.tok[a.to:b.from]
	if len(gap) == 3 && gap[1].class == wTo && m.hyphen(int(a.to)) && m.hyphen(int(a.to)+2) {
		return joinTo // mid-to-late 1970s
	}
	if len(gap) == 3 && m.atLeast(int(b.from)) {
		gap = gap[:1] // from 1984 through at least 1992
	}
	if len(gap) == 2 && gap[1].class == wTo && m.is(int(a.to), "up") {
		return joinTo // from 1861 up to 1939
	}
	if len(gap) == 2 && gap[0].class == wPunct && gap[0].val == ',' && a.level <= uDay && a.hasYear && m.at(int(a.to)-1).class == wNumber {
		gap = gap[1:] // the comma that closes a year behind a day: from July 5, 1950, to June 3, 1951
		if g := gap[0]; g.class == wAnd && a.lead != prBetween || g.class == wPunct {
			return joinNone
		}
	}
	if len(gap) != 1 {
		return joinNone
	}
	switch g := gap[0]; g.class {
	case wPunct:
		switch g.val {
		case ptDash:
			return joinDash
		case '/':
			return joinSlash
		}
	case wTo:
		return joinTo
	case wPrep:
		if g.val == prUntil || g.val == prThrough || g.val == prInto && a.level >= uYear && b.level >= uYear {
			return joinTo
		}
	case wAnd:
		return joinAnd
	case wOr:
		return joinOr
	}
	return joinNone
}

// surroundings sees whether a mention stands alone in parentheses or before a noun it belongs to.
func (m *matcher) surroundings(x *mention) {
	i, j := int(x.from), int(x.to)
	x.openParen, x.closeParen = m.punct(i-1, '('), m.punct(j, ')')
	if !x.openParen && x.lead != 0 {
		x.openParen = m.punct(i-2, '(')
	}
	k := i - 1
	if x.lead != 0 {
		k--
		p := m.at(k)
		x.fronted = p.class == wEnd || p.class == wPunct && (p.val == '.' || p.val == '?' || p.val == '!') && m.at(k+1).flags&fCap != 0
	}
	x.doubt = m.at(k).class == wDoubt
	if p := m.at(i - 1); p.class == wPunct && p.val == '.' && m.is(i-2, "s") && m.punct(i-3, '.') || m.is(i-1, "os") || m.is(i-1, "ns") {
		k := i - 2
		if p.class == wPunct {
			k = i - 5
		}
		x.alias = m.punct(k, '[') || m.punct(k, '(')
	}
	x.compared = m.compared(i) && !(m.at(i-1).class == wThan && x.lead != 0) // "no later than 1970" compares nothing
	x.untilNow = x.kind == kDate && x.level <= uYear && m.untilPresent(j)
	x.title = x.level == uYear && x.lead == 0 && (m.inTitle(i) || m.cited(i, j))
	x.title = x.title || x.kind == kDate && x.level <= uYear && x.lead == 0 && m.inNote(i)
	x.title = x.title || x.rule == ruPartOfDay && m.entitled(i)
	x.paren = x.openParen && x.closeParen
	if x.kind == kDate && x.rel == relNone && x.level <= uYear {
		x.reported = m.reported(i, j, k)
		x.title = x.title || m.publishedOn(x, i)
	}
	if x.kind == kDate && x.rel == relNone {
		n := m.at(j)
		x.attribute = n.class == wNone && n.flags&(fLine) == 0 && (m.at(i-1).class == wTheWord || m.at(i-1).class == wPoss || m.is(i-1, "s")) && !m.looksVerb(j)
	}
}

// noteWords is how many words a note has at most before a date in it.
const noteWords = 40

// inNote reports whether token i stands in a note that lost its mark and is glued to the sentence before it: "saw the moon.Poole 2008 The crew". It begins
// with a name, and has no verb.
func (m *matcher) inNote(i int) bool {
	for k := i - 1; k > 1 && k >= i-noteWords; k-- {
		t := m.at(k)
		if t.class == wEnd {
			return false
		}
		if m.glued(k) && t.flags&fCap != 0 && (m.punct(k-1, '.') || m.punct(k-1, '"')) && m.at(k).class != wEnd {
			if p := m.at(k - 2); p.end-p.start < 2 && p.class != wPunct || m.glued(k-1) && p.flags&fUpper != 0 {
				continue // initials: "J.Roe"
			}
			return t.class == wNone && len(m.word(k)) > 1 && m.glued(k-1)
		}
		if t.flags&fCap == 0 && t.class == wNone && m.looksVerb(k) && !m.is(k, "retrieved") && !m.is(k, "edited") || t.class == wFunc && (t.val == 2 || t.val == 4) {
			return false
		}
		if t.class == wPunct && (t.val == '.' || t.val == '?' || t.val == '!') && !m.glued(k+1) && m.at(k+1).flags&fCap != 0 && (m.at(k-1).end-m.at(k-1).start > 2 || m.at(k-1).class == wPunct) {
			return false // a sentence ends
		}
	}
	return false
}

// entitled reports whether the part of a day at token i is written as a title: "the play Night of January 16th", with a capital and no article.
func (m *matcher) entitled(i int) bool {
	if m.at(i).flags&fCap == 0 || m.at(i+1).class != wOf {
		return false
	}
	switch p := m.at(i - 1); p.class {
	case wTheWord, wArticle, wPrep, wMod, wDem, wPoss, wOrd:
		return false
	}
	return true
}

// compared reports whether "than" stands not far before token i, with no mark between.
func (m *matcher) compared(i int) bool {
	for k := i - 1; k >= i-10 && k >= 0; k-- {
		switch t := &m.tok[k]; {
		case t.class == wThan:
			a := m.at(k - 1)
			if n := m.at(k + 1); a.class == wApprox && k+1 < i-1 && (n.class == wCard || n.class == wVague || n.class == wHalf || n.class == wNumber && (n.flags&fGrouped != 0 || n.digits != 4 || m.quantity(k+1, k+2))) {
				return false // more than 8,000 troops
			}
			return a.class != wApprox || k+1 < i-1
		case t.class == wPunct && t.val != ptDash && t.val != ptApos:
			return false
		}
	}
	return false
}

// cited reports whether the year over tokens [i, j) is that of a reference: "Heller 2009, pp. 3–5", "Knuth (1973: 2)".
func (m *matcher) cited(i, j int) bool {
	if p := m.at(i - 1); p.flags&fCap == 0 && !m.punct(i-1, '(') && !m.punct(i-1, ')') && !m.punct(i-1, '.') {
		return false
	}
	if m.punct(j, ':') && m.at(j+1).class == wNumber && m.at(i-1).class != wPrep {
		return true
	}
	if m.punct(j, ')') {
		j++
	}
	if m.punct(j, ',') {
		j++
	}
	switch m.word(j) {
	case "p", "pp":
		return m.punct(j+1, '.') || m.at(j+1).class == wNumber
	}
	return false
}

// inTitle reports whether a year at i ends a title: "Foreign Relations of the United States, 1947".
func (m *matcher) inTitle(i int) bool {
	if !m.punct(i-1, ',') {
		return false
	}
	capitals := 0
	for k := i - 2; k >= i-12 && k >= 0; k-- {
		t := &m.tok[k]
		switch {
		case t.flags&fCap != 0 && t.class != wPrep:
			capitals++
		case t.class == wOf || t.class == wTheWord || t.class == wAnd:
		default:
			return capitals >= 4
		}
	}
	return capitals >= 4
}

// borrow gives the first part of a range what only its last part says: "April–June 1952", "the summer and autumn of that year".
func borrow(a, b *mention) {
	if a.kind > kTime || b.kind > kTime || a.rel != relNone || a.level > uSeason || a.level < uPart {
		return
	}
	if a.hasYear && a.era == 0 && b.era < 0 && b.hasYear && a.year > 0 {
		return
	}
	if a.hasYear || b.month == 0 && b.sub == 0 {
		return
	}
	if a.month == 0 && a.sub == 0 {
		return
	}
	switch {
	case b.hasYear:
		a.year, a.hasYear, a.era, a.short = b.year, true, b.era, b.short
		if a.month > 0 && b.month > 0 && (a.month > b.month || a.month == b.month && a.day > b.day && b.day > 0) {
			a.year--
		}
	case b.rel == relNarrator && b.unit == uYear:
		a.rel, a.unit, a.steps = b.rel, b.unit, b.steps
	}
}
