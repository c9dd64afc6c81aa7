package temporal

// count is a number of units: hundredths of one, or vague.
type count struct {
	hundredths int32
	vague      bool
	indefinite bool // not said at all, or as "a"
}

// count reads a cardinal number in digits or words at i: 12, twenty-five, a few, two and a half, a couple of, half a.
func (m *matcher) count(i int) (c count, next int, ok bool) {
	t := m.at(i)
	switch t.class {
	case wNumber:
		c.hundredths = min(t.num, 1e7) * 100
		if t.flags&fDecimal != 0 {
			c.hundredths = t.num
		}
		next = i + 1
	case wCard:
		if m.is(i, "couple") || m.is(i, "single") {
			return m.countTail(count{hundredths: t.num * 100}, i+1)
		}
		n := t.num
		next = i + 1
		for steps := 0; steps < 6; steps++ {
			k := next
			if m.punct(k, ptDash) || m.at(k).class == wAnd {
				k++
			}
			w := m.at(k)
			if w.class != wCard || w.num == n && n < 100 {
				break
			}
			switch {
			case w.num >= 100 && k == next && n < w.num:
				n *= w.num
			case n >= 20 && n%10 == 0 && w.num < 10, n >= 100 && n%100 == 0 && w.num < 100:
				n += w.num
			default:
				w = nil
			}
			if w == nil {
				break
			}
			next = k + 1
		}
		c.hundredths = n * 100
	case wVague:
		c.vague, next = true, i+1
		if m.at(next).class == wCard && m.at(next).num >= 100 { // several hundred
			next++
		}
	case wHalf:
		next = i + 1
		if a := m.at(next); a.class == wArticle || a.class == wTheWord {
			next++
		} else if m.hyphen(next) {
			next++
		} else if m.at(next).class != wUnit {
			return c, i, false
		}
		return count{hundredths: 50}, next, m.at(next).class == wUnit
	default:
		return c, i, false
	}
	and := next
	if m.hyphen(and) { // two-and-a-half
		and++
	}
	if m.at(and).class == wAnd { // and a half
		k := and + 1
		if m.hyphen(k) {
			k++
		}
		if m.at(k).class == wArticle {
			k++
		}
		if m.at(k).class == wHalf {
			c.hundredths += 50
			next = k + 1
		} else if m.hyphen(k) && m.at(k+1).class == wHalf {
			c.hundredths += 50
			next = k + 2
		}
	}
	return m.countTail(c, next)
}

// countTail passes over "of", "more", "or so" between a number and its unit.
func (m *matcher) countTail(c count, j int) (count, int, bool) {
	if m.at(j).class == wOf && (m.at(j+1).class == wUnit || m.at(j+1).class == wAdj) {
		j++
	}
	return c, j, true
}

// unitFollows reports whether a unit of time stands at i, possibly behind a hyphen.
func (m *matcher) unitFollows(i int) bool {
	if m.hyphen(i) {
		i++
	}
	return m.at(i).class == wUnit
}

// unitAfter finds the unit that a number ending before j counts: at j, behind a hyphen, or behind up to two adjectives.
func (m *matcher) unitAfter(j int, c count) (u unit, next int, hyphened, ok bool) {
	if m.punct(j, ptDash) && m.glued(j+1) {
		if t := m.at(j + 1); t.class == wUnit {
			return t.val &^ unitPlural, j + 2, true, true
		}
		return 0, j, false, false
	}
	for k := j; k < j+3; k++ {
		t := m.at(k)
		switch {
		case t.flags&fLine != 0 && k > j:
			return 0, j, false, false
		case t.class == wUnit:
			if t.val&^unitPlural == uQuarter {
				return 0, j, false, false
			}
			if k > j && t.val&unitPlural == 0 && c.hundredths > 100 {
				return 0, j, false, false // ten brutal year
			}
			return t.val &^ unitPlural, k + 1, false, true
		case t.class == wPart && t.val&unitPlural != 0 && k == j:
			return uDay, k + 1, false, true
		case t.class == wAdj, t.class == wApprox && t.val == apMore, t.class == wOther, t.class == wStep && c.hundredths != 100, t.class == wRef && t.val == refRecent:
		default:
			return 0, j, false, false
		}
	}
	return 0, j, false, false
}

// counted recognises a number of units at i: a duration, or an offset when "later", "after …" follow.
func (m *matcher) counted(i int) (mention, bool) {
	return m.countedFrom(i, i)
}

// countedFrom is counted with the expression starting at from, before the number at i.
func (m *matcher) countedFrom(from, i int) (mention, bool) {
	if m.at(i).class == wOther { // another seven months, another year
		if u := m.at(i + 1); u.class == wUnit && u.val&unitPlural == 0 && m.at(i).val == 0 {
			return m.durationOf(from, i+2, count{hundredths: 100}, u.val)
		}
		if m.at(i).val != 0 {
			return mention{}, false
		}
		i++
	}
	c, j, ok := m.count(i)
	if !ok {
		return m.age(i)
	}
	if x, ok := m.longAgo(from, i, c, j); ok {
		return x, true
	}
	if u, n, hyphened, ok := m.unitAfter(j, c); ok {
		if m.ordinaryPlural(i, c, n) {
			return mention{}, false
		}
		if c.hundredths == 100 && !hyphened && m.at(i).class == wCard && n == j+1 && from == i {
			if x, ok := m.oneDay(i, n, u); ok {
				return x, ok
			}
		}
		return m.durationOf(from, n, c, u)
	}
	if c.hundredths == 100 && m.at(j).class == wPart && m.at(i).class == wCard { // one night
		p := m.at(j)
		return mention{kind: kTime, level: uPart, part: uint8(p.val &^ unitPlural), rel: relNarrator, unit: uDay, vague: true, one: true, rule: ruPartOfDay}.upTo(i, j+1), true
	}
	if x, ok := m.firstOfTwo(from, j, c); ok {
		return x, true
	}
	if from == i {
		if x, ok := m.centuryWords(i); ok {
			return x, true
		}
	}
	return m.age(i)
}

// centuryWords reads "twenty-first century".
func (m *matcher) centuryWords(i int) (mention, bool) {
	if x, j, ok := m.century(i); ok {
		return x.upTo(i, j), true
	}
	return mention{}, false
}

// ordinaryPlural: "1940 years" is no duration behind a year; years in digits that are a date.
func (m *matcher) ordinaryPlural(i int, c count, next int) bool {
	t := m.at(i)
	return t.class == wNumber && t.digits == 4 && t.flags&fGrouped == 0 && m.at(next-1).val&unitPlural == 0
}

// oneDay reads "one day", "one morning": some day, not the length of one.
func (m *matcher) oneDay(i, next int, u unit) (mention, bool) {
	if u != uDay {
		return mention{}, false
	}
	if p := m.at(i - 1); p.class == wPrep || p.class == wApprox || p.class == wLater || m.at(next).class == wLater {
		return mention{}, false
	}
	return mention{level: uDay, rel: relNarrator, unit: uDay, vague: true, rule: ruOffset}.upTo(i, next), true
}

// firstOfTwo reads "ten" in "ten or fifteen years", "twelve" in "twelve to eighteen months".
func (m *matcher) firstOfTwo(from, j int, c count) (mention, bool) {
	t := m.at(j)
	if t.class != wOr && t.class != wTo && !(t.class == wPunct && t.val == ptDash) && t.class != wAnd || c.vague {
		return mention{}, false
	}
	d, k, ok := m.count(j + 1)
	if ok && !d.vague {
		if scale, _, before, ok := m.ageUnit(j+1, k, d); ok && before > 0 {
			return ageOf(c, scale, before).upTo(from, j), true // 252 to 66 million years ago
		}
	}
	if !ok || d.vague || d.hundredths <= c.hundredths {
		return mention{}, false
	}
	u, n, _, ok := m.unitAfter(k, d)
	if !ok || m.ordinaryPlural(j+1, d, n) {
		return mention{}, false
	}
	return mention{kind: kDuration, qty: c.hundredths, unit: u, rule: ruDuration}.upTo(from, j), true
}

// durationOf closes a duration of c units whose unit ends before j, and looks at what follows: "later", "after X", "old", "of fighting".
func (m *matcher) durationOf(from, j int, c count, u unit) (mention, bool) {
	x := mention{kind: kDuration, qty: c.hundredths, vague: c.vague, several: c.vague && !c.indefinite, unit: u, rule: ruDuration}
	if y, ok := m.offset(x, from, j); ok {
		return y, true
	}
	switch {
	case m.at(j).class == wOld:
		x.rule = ruAge
		return x.upTo(from, j+1), true
	case m.punct(j, ptDash) && m.at(j+1).class == wOld:
		x.rule = ruAge
		return x.upTo(from, j+2), true
	case m.at(j).class == wOf && m.is(j+1, "age"):
		x.rule = ruAge
		return x.upTo(from, j+2), true
	case m.is(j, "long"):
		return x.upTo(from, j+1), true
	case m.hyphen(j) && m.is(j+1, "long"):
		return x.upTo(from, j+2), true
	case m.at(j).class == wSpan && m.at(j).val == 2: // 28-day period
		return x.upTo(from, j+1), true
	}
	if y, ok := m.stretch(x, from, j); ok {
		return y, true
	}
	end := m.ofWhat(j)
	if p := m.at(from - 1); end > j && p.class == wLater && p.val == latAfter && m.at(j).class == wOf {
		if e := m.eventWords(j + 1); e > j+1 {
			x.event = extent{m.at(j + 1).start, m.at(e - 1).end}
		}
	}
	x.inner = m.dateAmong(j, end)
	if x.inner.hasYear && x.inner.level == uYear {
		x.year, x.hasYear = x.inner.year, true
	}
	return x.upTo(from, end), true
}

// dateAmong is the first calendar date with a year in tokens [i, j).
func (m *matcher) dateAmong(i, j int) anchor {
	for k := i; k < j; k++ {
		if x, n, ok := m.dated(k); ok && n <= j {
			return x.anchor()
		}
	}
	return anchor{}
}

// dated reads a calendar date with a year at k.
func (m *matcher) dated(k int) (x mention, next int, ok bool) {
	if c := m.at(k).class; c != wNumber && c != wMonth && c != wOrd && c != wSeason {
		return x, k, false
	}
	x, next, ok = m.calendar(k)
	return x, next, ok && x.hasYear && !x.short && x.level <= uYear
}

// toldAmong is the first calendar date with a year in tokens [i, j), with its place, its modifier and the preposition before it.
func (m *matcher) toldAmong(i, j int) (mention, bool) {
	for k := i; k < j; k++ {
		x, n, ok := m.dated(k)
		if !ok || n > j {
			continue
		}
		from := k
		for p := m.at(from - 1); from > i && (p.class == wMod && p.val <= modMid || p.class == wPunct && p.val == ptDash && m.at(from-2).class == wMod); p = m.at(from - 1) {
			from--
			if p.class == wMod {
				x.mod = [...]modifier{modEarly: mStart, modLate: mEnd, modMid: mMid}[p.val]
			}
		}
		x = x.upTo(from, n)
		x.start, x.end = m.at(from).start, m.at(n-1).end
		m.lead(&x)
		return x, true
	}
	return mention{}, false
}

func (x *mention) anchor() anchor {
	return anchor{year: x.year, hasYear: true, month: x.month, day: x.day, sub: x.sub, level: x.level, mod: x.mod}
}

// ofWhat extends a duration by the words that say what filled it: "two months of fierce battles".
func (m *matcher) ofWhat(j int) int {
	if m.at(j).class != wOf {
		return j
	}
	if c := m.at(j + 1).class; c == wNumber || c == wMonth || c == wDecade || c == wTheWord {
		k := j + 1
		if c == wTheWord {
			k++
		}
		if x, n, ok := m.calendar(k); ok && x.level >= uDay {
			return n
		}
	}
	end := m.nounPhrase(j + 1)
	if end == j+1 {
		return j
	}
	if p := m.at(end); p.class == wPrep && p.val == prSince {
		if _, n, ok := m.calendar(end + 1); ok {
			return n
		}
	}
	return end
}

// adjectival guesses an adjective by its ending.
func (m *matcher) adjectival(i int) bool {
	w := m.word(i)
	if n := len(w); n > 4 {
		switch w[n-2:] {
		case "ic", "al", "ve", "us", "nt", "ry", "ed":
			return true
		}
	}
	return false
}

// gerund reports whether the word at i, in -ing, ends its phrase, so that it is the noun: "of heavy smoking".
func (m *matcher) gerund(i int) bool {
	w, n := m.word(i), m.at(i+1)
	return len(w) > 4 && w[len(w)-3:] == "ing" && (n.class == wPunct || n.class == wEnd || n.class == wFunc && n.val == 3)
}

// nounPhrase is the token after a noun phrase at i: words up to a mark, a verb or a preposition; "of" goes on.
func (m *matcher) nounPhrase(i int) int {
	j := m.nounPhraseEnd(i)
	for j > i && m.at(j-1).class.dangles() {
		j--
	}
	return j
}

func (m *matcher) nounPhraseEnd(i int) int {
	j := i
	for ; j < i+8; j++ {
		t := m.at(j)
		if t.flags&fLine != 0 {
			return j
		}
		switch t.class {
		case wNone:
			if j > i && t.flags&fCap == 0 && m.looksVerb(j) && (m.at(j-1).class == wNone || m.at(j-1).class == wMeasure) && !m.adjectival(j-1) && !(j == i+1 && m.gerund(j)) {
				return j
			}
		case wPoss, wTheWord, wArticle, wDem:
			if j > i && m.at(j-1).class != wOf {
				return j
			}
		case wAdj, wMeasure, wRef, wStep, wCard, wNumber, wOrd, wSeason, wLabel:
		case wOf:
			if j == i {
				return j
			}
		case wPunct:
			if t.val == ptDash && m.hyphen(j) || t.val == ptApos && m.glued(j) || t.val == ptQuote && !m.glued(j) && m.glued(j+1) && m.at(j+1).class == wNone {
				continue
			}
			return j
		case wAnd:
			if n := m.at(j + 1); n.class == wNone && n.flags&fCap == 0 && j > i && !m.looksVerb(j+1) && m.at(j+2).class != wNone {
				continue
			}
			return j
		default:
			if t.class == wUnit || t.class == wSpan || t.class == wMod {
				return j
			}
			if m.is(j-1, "s") && m.punct(j-2, ptApos) || t.flags&fUpper != 0 && isRoman(m.word(j)) && m.at(j-1).flags&fCap != 0 {
				continue
			}
			return j
		}
	}
	return j
}

// offset reads what makes a duration that ends before j a distance in time.
func (m *matcher) offset(d mention, from, j int) (mention, bool) {
	t := m.at(j)
	if t.class != wLater {
		if m.is(j, "into") || m.is(j, "since") {
			return d, false
		}
		return d, false
	}
	x := mention{level: d.unit, rel: relNarrator, unit: d.unit, steps: d.qty, vague: d.vague, rule: ruOffset}
	if x.unit < uDay {
		x.kind = kTime
	}
	if x.vague {
		x.steps, x.several = 100, d.several
	}
	switch t.val {
	case latLater, latHence:
		return x.upTo(from, j+1), true
	case latEarlier:
		x.steps = -x.steps
		return x.upTo(from, j+1), true
	case latAgo:
		x.steps = -x.steps
		x.rel = relNow
		return x.upTo(from, j+1), true
	}
	if t.val == latBefore {
		x.steps = -x.steps
	}
	if n := m.at(j + 1); n.class == wPunct || n.class == wEnd { // "two years before, …"
		if p := m.at(from - 1); p.class == wPrep && p.val != prBy {
			return x, false
		}
		return x.upTo(from, j+1), true
	}
	if p := m.at(from - 1); p.class == wPrep && p.val != prUntil && p.val != prBy && p.val != prSince && p.val != prOn {
		return d, false // "for two months before moving"
	}
	return m.afterEvent(x, from, j+1)
}

// afterEvent closes an offset whose event's words start at j: a date, "that", or the words of an event.
func (m *matcher) afterEvent(x mention, from, j int) (mention, bool) {
	if m.at(j).class == wDem && (m.at(j).val == 2 || m.at(j).val == 1) {
		if n := m.at(j + 1); n.class == wPunct || n.class == wEnd || n.class == wFunc {
			return x.upTo(from, j+1), true
		}
	}
	end := m.eventWords(j)
	if end == j {
		return x, false
	}
	x.rel, x.rule = relEvent, ruEventOffset
	x.event = extent{m.at(j).start, m.at(end - 1).end}
	x.clause, x.distance = m.clauseAmong(j, end), m.at(j-2).end
	x.inner = m.dateAmong(j, end)
	if d, ok := m.dayOfYear(j); ok && !x.inner.hasYear {
		x.inner = anchor{month: d.month, day: d.day, level: uDay}
		end = int(d.to)
		x.event.end = m.at(end - 1).end
	}
	return x.upTo(from, end), true
}

// clauseAmong reports whether tokens [i, j) hold a finite verb behind a subject: "Adams had to leave", not "the armistice" or "leaving".
func (m *matcher) clauseAmong(i, j int) bool {
	for k := i + 1; k < j; k++ {
		switch t := m.at(k); t.class {
		case wFunc:
			if t.val == 2 || t.val == 4 {
				return true
			}
		case wNone:
			w := m.word(k)
			if t.flags&fCap == 0 && m.looksVerb(k) && w[len(w)-1] != 'y' && w[len(w)-1] != 'g' && m.at(k-1).class != wTheWord && m.at(k-1).class != wArticle {
				return true
			}
		case wOf, wPrep:
			return false
		}
	}
	return false
}

// dayOfYear recognises a day without year at i: "5 May", "Christmas", "the new year".
func (m *matcher) dayOfYear(i int) (x mention, ok bool) {
	if m.at(i).class == wTheWord {
		i++
	}
	depth, last := m.depth, m.lastEnd
	m.lastEnd = i
	switch m.at(i).class {
	case wMonth, wNumber, wOrd:
		var j int
		if x, j, ok = m.calendar(i); ok {
			x = x.upTo(i, j)
		}
	case wHoliday:
		x, ok = m.holiday(i)
	case wNone:
		if m.is(i, "new") && m.is(i+1, "year") {
			x, ok = m.newYear(i + 1)
		}
	}
	m.depth, m.lastEnd = depth, last
	return x, ok && x.kind == kDate && x.level == uDay && x.day > 0 && x.movable == 0
}

// bareUnit recognises a unit without number or determiner: "weeks", "days later", "month-long", "year".
func (m *matcher) bareUnit(i int) (mention, bool) {
	t := m.at(i)
	u := t.val &^ unitPlural
	if t.val&unitPlural != 0 {
		if u == uQuarter || u == uSecond && m.at(i+1).class != wLater && !m.is(i, "seconds") {
			return mention{}, false
		}
		if u == uYear { // years 1955–1957
			if y, n, ok := m.yearAt(i+1, true); ok {
				return y.upTo(i, n), true
			}
		}
		return m.durationOf(i, i+1, count{vague: true, indefinite: true}, u)
	}
	if u < uDay || u == uQuarter {
		return mention{}, false
	}
	if u == uDay && m.at(i-1).class == wTheWord && m.winsDay(i-2) {
		return mention{}, false
	}
	if m.punct(i+1, ptApos) && m.is(i+2, "s") {
		if w := m.at(i + 3); w.class == wMod && (w.val == modEnd || w.val == modStart) {
			x := mention{level: u, rel: relNarrator, unit: u, mod: mEnd, rule: ruPartOf}
			if w.val == modStart {
				x.mod = mStart
			}
			return x.upTo(i, i+4), true
		}
	}
	if u == uYear {
		if x, ok := m.newYear(i); ok {
			return x, true
		}
	}
	if u == uDay && t.flags&fCap != 0 {
		if x, ok := m.namedDay(i); ok {
			return x, true
		}
	}
	if m.hyphen(i+1) && m.is(i+2, "long") {
		return mention{kind: kDuration, qty: 100, unit: u, rule: ruDuration}.upTo(i, i+3), true
	}
	if u == uYear {
		if y, n, ok := m.yearAt(i+1, true); ok && y.year >= 1 {
			return y.upTo(i, n), true
		}
	}
	return m.unitOfNoun(i, u)
}

// unitOfNoun recognises a unit that the word before it tells the place of: its bloodiest month, election day, 3.14/day, Year One. Any
// other unit without number or determiner points nowhere: a holy month, from day to day.
func (m *matcher) unitOfNoun(i int, u unit) (mention, bool) {
	p := m.at(i - 1)
	x := mention{level: u, rel: relNarrator, unit: u, weak: true, rule: ruThis}
	if m.punct(i-1, '/') && m.glued(i) && m.at(i-2).class == wNumber {
		return mention{kind: kSet, qty: 100, unit: u, rule: ruSet}.upTo(i, i+1), true
	}
	if n := m.at(i + 1); u == uYear && m.at(i).flags&fCap != 0 && n.class == wCard && n.flags&fCap != 0 && m.at(i+2).class == wOf {
		return mention{kind: kSpan, rule: ruSpan}.upTo(i, m.ofWhat(i+2)), true
	}
	if i-1 < m.lastEnd || p.class != wNone || !m.at(i).spaced() {
		return mention{}, false
	}
	w := m.word(i - 1)
	switch {
	case u == uDay && p.flags&fCap != 0 && m.punct(i-2, ptQuote): // called "Black day"
		y, ok := m.namedDay(i)
		y.same = true
		return y, ok
	case len(w) > 4 && w[len(w)-3:] == "est":
		return x.upTo(i-1, i+1), true
	case u == uDay && (w == "election" || w == "polling" || w == "inauguration" || w == "wedding" || w == "coronation" || w == "opening"):
		return x.upTo(i-1, i+1), true
	}
	return mention{}, false
}

// winsDay reports whether the word at i takes "the day" for a prize: they won the day.
func (m *matcher) winsDay(i int) bool {
	for _, w := range []string{"carried", "carry", "carries", "won", "win", "saved", "save", "seized", "ruled"} {
		if m.is(i, w) {
			return true
		}
	}
	return false
}
