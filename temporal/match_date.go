package temporal

// calendarPhrase is a calendar date at i with what may follow it.
func (m *matcher) calendarPhrase(i int) (mention, bool) {
	x, j, ok := m.calendar(i)
	if !ok {
		return x, false
	}
	return m.withClock(x, i, j)
}

// calendar reads an absolute or partial calendar date without determiner: month-led, day-led, a year, decade, century, season.
// It returns the token after it.
func (m *matcher) calendar(i int) (x mention, next int, ok bool) {
	t := m.at(i)
	switch t.class {
	case wMonth:
		return m.monthLed(i)
	case wNumber:
		if x, j, ok := m.isoDate(i); ok {
			return x, j, true
		}
		if x, j, ok := m.dayLed(i); ok {
			return x, j, true
		}
		return m.year(i)
	case wOrd:
		if x, j, ok := m.century(i); ok {
			return x, j, true
		}
		return m.dayLed(i)
	case wDecade:
		return m.decade(i)
	case wSeason:
		return m.season(i)
	case wEra:
		if n := m.at(i + 1); n.class == wNumber && n.digits <= 4 && n.flags&fGrouped == 0 && n.num > 0 && t.flags&fUpper != 0 && t.val == 1 {
			return mention{level: uYear, year: n.num, hasYear: true, era: 1, rule: ruYear}, i + 2, true
		}
	case wYearWord:
		if u := m.at(i + 1); u.class == wUnit && u.val == uYear {
			if y, j, ok := m.yearAt(i+2, true); ok {
				y.rule = ruYear
				return y, j, true
			}
		}
	}
	return x, i, false
}

// monthName reports whether token i names a month here, and the token after it (past the full stop of an abbreviation).
func (m *matcher) monthName(i int) (month uint8, next int, ok bool) {
	t := m.at(i)
	if t.class != wMonth {
		return 0, i, false
	}
	n := int(t.end - t.start)
	next = i + 1
	if t.flags&fCap == 0 {
		return 0, i, false
	}
	if n <= 4 && t.val != 5 && t.val != 6 && t.val != 7 || n == 3 && t.val != 5 { // an abbreviation
		if m.punct(i+1, '.') && m.glued(i+1) {
			next++
		}
		if f := m.at(next); f.class != wNumber && f.class != wOrd {
			if p := m.at(i - 1); p.class != wNumber && p.class != wOrd {
				return 0, i, false
			}
		}
	}
	return uint8(t.val), next, true
}

// firstName reports whether a month at i with a capital word behind it is a person's first name: no word before
// it asks for a month.
func (m *matcher) firstName(i, j int) bool {
	if n := m.at(j); n.class != wNone || n.flags&(fCap|fLine) != fCap || n.flags&fSpace == 0 {
		return false
	}
	p := m.at(i - 1)
	switch p.class {
	case wEnd, wPunct, wFunc, wOf:
		return !(p.class == wPunct && p.val == ptDash) && !(p.class == wOf && m.at(i).val != 6 && m.at(i).val != 4)
	case wNone:
		return !m.is(i-1, "s")
	case wAnd, wOr:
		return m.lastEnd != i-1
	}
	return false
}

// ambiguousMonth reports months that are also words or names: a capital at the front of a sentence or a name does not make them months.
func (m *matcher) ambiguousMonth(i int) bool {
	t := m.at(i)
	return t.val == 5 && t.end-t.start == 3 || t.val == 3 && t.end-t.start == 5 || t.val == 8 && t.end-t.start == 6
}

// dayNumber reads a day of the month: 1 to 31 or 1st to 31st.
func (m *matcher) dayNumber(i int) (day uint8, ok bool) {
	t := m.at(i)
	if (t.class == wNumber && t.digits <= 2 && t.flags&fGrouped == 0 || t.class == wOrd && isDigits(m.word(i)[:1])) && t.num >= 1 && t.num <= 31 {
		return uint8(t.num), true
	}
	return 0, false
}

func (m *matcher) monthLed(i int) (x mention, next int, ok bool) {
	month, j, ok := m.monthName(i)
	if !ok {
		return x, i, false
	}
	x = mention{level: uMonth, month: month, rule: ruMonth}
	k := j
	if m.at(k).class == wTheWord && m.at(k+1).class == wOrd {
		k++
	}
	if d, ok := m.dayNumber(k); ok && !m.punct(k+1, ':') && !m.unitFollows(k+1) && int(d) <= monthLength(2000, int(month)) {
		x.level, x.day, x.rule = uDay, d, ruDayMonth
		j = k + 1
		if y, n, ok := m.afterDay(j); ok {
			x.setYear(y)
			x.rule = ruDayMonthYear
			return x, n, true
		}
		return m.ofYear(x, j)
	}
	if d, ok := m.dayNumber(k); ok && int(d) > monthLength(2000, int(month)) && m.punct(k+1, ',') {
		if y, n, ok := m.yearAt(k+2, true); ok && y.year >= 1000 { // June 31, 1930: no such day
			x.setYear(y)
			x.rule = ruMonthYear
			return x, n, true
		}
	}
	if m.punct(j, ',') {
		if y, n, ok := m.yearAt(j+1, true); ok && (y.year >= 1000 || y.era != 0) {
			x.setYear(y)
			x.rule = ruMonthYear
			return x, n, true
		}
	}
	if y, n, ok := m.yearAt(j, true); ok && (y.year >= 1000 || y.era != 0 || y.digitsOK) {
		x.setYear(y)
		x.rule = ruMonthYear
		return x, n, true
	}
	x, next, ok = m.ofYear(x, j)
	if next == j && (m.ambiguousMonth(i) && !m.monthContext(i, j) || m.firstName(i, j)) {
		return x, i, false
	}
	return x, next, ok
}

// monthContext reports whether May, March or August at i stands where a month would.
func (m *matcher) monthContext(i, j int) bool {
	p := m.at(i - 1)
	if m.at(i).val == 8 { // August von Mackensen
		n := m.at(j)
		return n.class != wNone || n.flags&fCap == 0 && n.end-n.start > 3 || p.class == wTheWord
	}
	switch p.class {
	case wPrep, wMod, wStep, wDem, wAnd, wOr, wTo, wOf, wNumber, wLater:
		if n := m.at(j); n.class == wPrep && n.val == prOn {
			return false
		}
		return p.class != wAnd && p.class != wOf || m.at(j).class != wNone || p.class == wAnd && int(m.lastEnd) == i-1
	case wPunct:
		return p.val == ptDash || p.val == '(' || p.val == ','
	case wArticle:
		n := m.at(j)
		return n.class == wNone && n.flags&fCap == 0
	}
	return m.punct(j, ptDash) && m.at(j+1).class == wMonth
}

// afterDay reads the year of a month-led date: ", 1941", " 1941", ", of 1941".
func (m *matcher) afterDay(j int) (y mention, next int, ok bool) {
	k := j
	if m.punct(k, ',') {
		k++
	}
	if y, n, ok := m.yearAt(k, true); ok && (y.year >= 1000 || y.era != 0) && !(k > j && m.countsSomething(n)) {
		return y, n, true
	}
	if n, ok := m.otherStyle(j); ok {
		if y, _, ok := m.yearAt(n, true); ok {
			return y, j, true // the expression ends before the bracket
		}
	}
	return y, j, false
}

// otherStyle passes over the same day in the other calendar: "[O.S. 25 October]", "(N.S. 7 November)".
func (m *matcher) otherStyle(j int) (next int, ok bool) {
	if t := m.at(j); t.class != wPunct || t.val != '[' && t.val != '(' {
		return j, false
	}
	k := j + 1
	switch w := m.word(k); {
	case w == "OS" || w == "NS":
	case (w == "O" || w == "N") && m.punct(k+1, '.') && m.is(k+2, "s"):
	default:
		return j, false
	}
	for ; k < j+12; k++ {
		if t := m.at(k); t.class == wPunct && (t.val == ']' || t.val == ')') {
			return k + 1, true
		}
	}
	return j, false
}

// countsSomething reports whether a number that ends before i counts the noun at i.
func (m *matcher) countsSomething(i int) bool {
	t := m.at(i)
	return t.class == wMeasure || t.class == wUnit
}

// ofYear reads "of 1941", "of that year", "of the following year", "that year" behind a month, day or season.
func (m *matcher) ofYear(x mention, j int) (mention, int, bool) {
	if m.at(j).class == wOf {
		if y, n, ok := m.yearAt(j+1, true); ok && (y.year >= 100 || y.era != 0) {
			x.setYear(y)
			switch x.rule {
			case ruMonth:
				x.rule = ruMonthYear
			case ruDayMonth:
				x.rule = ruDayMonthYear
			}
			return x, n, true
		}
		if y, n, ok := m.firstYear(j + 1); ok && y.era < 0 && x.level == uSeason {
			x.setYear(y) // the winter of 480/479 BC
			return x, n, true
		}
		if r, n, ok := m.relativeYear(j + 1); ok {
			x.rel, x.unit, x.steps = r.rel, r.unit, r.steps
			return x, n, true
		}
	}
	return x, j, true
}

// relativeYear reads "that year", "the same year", "the following year", "next year", "the year 1941".
func (m *matcher) relativeYear(i int) (r mention, next int, ok bool) {
	j := i
	switch m.at(j).class {
	case wTheWord:
		j++
		if m.at(j).class != wStep {
			return r, i, false
		}
	case wDem:
		j++
		r.rel = relNarrator
	}
	if s := m.at(j); s.class == wStep {
		switch s.val {
		case stepNext:
			r.steps = 100
		case stepPrev, stepLast:
			r.steps = -100
		case stepSame:
		default:
			return r, i, false
		}
		r.rel = relNarrator
		j++
	}
	if u := m.at(j); r.rel != relNone && u.class == wUnit && u.val == uYear {
		r.unit = uYear
		return r, j + 1, true
	}
	return r, i, false
}

func (x *mention) setYear(y mention) {
	x.year, x.hasYear, x.era, x.short = y.year, true, y.era, y.short
}

// dayLed reads "31 May 1924", "the 25th of August", "6–7 January 1916" (its first day).
func (m *matcher) dayLed(i int) (x mention, next int, ok bool) {
	d, ok := m.dayNumber(i)
	if !ok {
		return x, i, false
	}
	j := i + 1
	if month, n, ok := m.monthAfterDay(j); ok {
		x = mention{level: uDay, day: d, month: month, rule: ruDayMonth}
		if m.punct(n, ',') {
			if y, k, ok := m.yearAt(n+1, true); ok && y.year >= 1000 && !m.countsSomething(k) {
				x.setYear(y)
				x.rule = ruDayMonthYear
				return x, k, true
			}
		}
		if y, k, ok := m.yearAt(n, true); ok && (y.year >= 100 || y.era != 0) {
			x.setYear(y)
			x.rule = ruDayMonthYear
			return x, k, true
		}
		if k, ok := m.otherStyle(n); ok { // the expression ends before the bracket, its year stands behind
			if y, _, ok := m.yearAt(k, true); ok {
				x.setYear(y)
				x.rule = ruDayMonthYear
				return x, n, true
			}
		}
		return m.ofYear(x, n)
	}
	// The first of several days of one month.
	for k, steps := j, 0; steps < 6; steps++ {
		t := m.at(k)
		if !(t.class == wPunct && (t.val == ptDash || t.val == ',' || t.val == '/') || t.class == wAnd || t.class == wTo || t.class == wOr) {
			break
		}
		k++
		if n := m.at(k); n.class == wAnd || n.class == wTheWord {
			k++
		}
		if _, ok := m.dayNumber(k); !ok {
			break
		}
		k++
		if _, _, ok := m.monthAfterDay(k); ok {
			last, _, _ := m.dayLed(k - 1)
			last.day = d
			return last, j, true
		}
	}
	return x, i, false
}

func (m *matcher) monthAfterDay(j int) (month uint8, next int, ok bool) {
	if m.at(j).class == wOf {
		j++
	}
	return m.monthName(j)
}

// isoDate reads 1939-09-01 and 1/9/1939, 1.9.1939 (day first unless that cannot be).
func (m *matcher) isoDate(i int) (x mention, next int, ok bool) {
	a, s, b, s2, c := m.at(i), m.at(i+1), m.at(i+2), m.at(i+3), m.at(i+4)
	if b.class != wNumber || c.class != wNumber || s.class != wPunct || s2.class != wPunct || s.val != s2.val ||
		!m.glued(i+1) || !m.glued(i+2) || !m.glued(i+3) || !m.glued(i+4) || (a.flags|b.flags|c.flags)&fGrouped != 0 {
		return x, i, false
	}
	switch {
	case s.val == ptDash && a.digits == 4 && b.digits == 2 && c.digits == 2 && valid(b.num, c.num):
		return mention{level: uDay, year: a.num, hasYear: true, month: uint8(b.num), day: uint8(c.num), rule: ruISO}, i + 5, true
	case (s.val == '/' || s.val == '.') && a.digits <= 2 && b.digits <= 2 && c.digits == 4:
		d, mo := a.num, b.num
		if !valid(mo, d) {
			d, mo = mo, d
		}
		if valid(mo, d) {
			return mention{level: uDay, year: c.num, hasYear: true, month: uint8(mo), day: uint8(d), rule: ruNumeric}, i + 5, true
		}
	}
	return x, i, false
}

func valid(month, day int32) bool { return month >= 1 && month <= 12 && day >= 1 && day <= 31 }

// decade reads 1950s, 470s BC, '50s behind an apostrophe.
func (m *matcher) decade(i int) (x mention, next int, ok bool) {
	t := m.at(i)
	x = mention{level: uDecade, rule: ruDecade, hasYear: true}
	if m.word(i)[0] > '9' { // the fifties
		p := m.at(i - 1)
		if p.class != wTheWord && p.class != wMod && p.class != wDem && !(p.class == wPunct && p.val == ptDash) {
			return x, i, false
		}
		x.year, x.short = t.num, true
		if t.flags&fCap == 0 && (p.class == wTheWord || p.class == wMod || p.class == wDem) || p.class != wPunct {
			return x, i + 1, true
		}
		return x, i, false
	}
	if t.num%10 != 0 {
		return x, i, false
	}
	e, n := m.eraAt(i + 1)
	switch digits := int(t.end-t.start) - 1; {
	case e < 0:
		x.year, x.era = -t.num, -1
		return x, n, true
	case digits == 4 && t.num >= 1000 && t.num < 2200:
		x.year = t.num
		if t.num%100 == 0 && t.num < 2000 { // the 1900s: the century as often as the decade; the decade here
			return x, i + 1, true
		}
		if e > 0 {
			return x, n, true
		}
		return x, i + 1, true
	case digits == 2 && (m.punct(i-1, ptApos) || m.at(i-1).class == wTheWord || m.at(i-1).class == wMod):
		x.year, x.short = t.num, true
		return x, i + 1, true
	case digits == 3 && m.bcDoc:
		x.year, x.era = -t.num, -1
		return x, i + 1, true
	}
	return x, i, false
}

// century reads "20th century", "eighteenth-century", "4th century BC", "second millennium".
func (m *matcher) century(i int) (x mention, next int, ok bool) {
	n, j, ok := m.ordinalNumber(i)
	if !ok {
		return x, i, false
	}
	if m.hyphen(j) && m.at(j+1).class != wOrd {
		j++
	}
	if !m.hyphen(j - 1) {
		if last, ok := m.lastOfList(j); ok {
			x, _, ok = m.century(last)
			if !ok || n > 30 {
				return x, i, false
			}
			if x.year = n - 1; x.era < 0 {
				x.year = -n
			}
			return x, j, true
		}
	}
	u := m.at(j)
	if u.class != wUnit || u.val&^unitPlural != uCentury && u.val&^unitPlural != uMillennium || n < 1 || n > 30 {
		return x, i, false
	}
	x = mention{level: u.val &^ unitPlural, hasYear: true, year: n - 1, rule: ruCentury}
	e, next := m.eraAt(j + 1)
	if e < 0 {
		x.era, x.year = -1, -n
		return x, next, true
	}
	if e > 0 {
		return x, next, true
	}
	return x, j + 1, true
}

// lastOfList finds the last ordinal of a list that goes on at j, one that a unit follows: "20th" in "the 19th and early 20th centuries".
func (m *matcher) lastOfList(j int) (last int, ok bool) {
	for steps := 0; steps < 5; steps++ {
		t := m.at(j)
		if !(t.class == wAnd || t.class == wOr || t.class == wTo || t.class == wPunct && (t.val == ',' || t.val == ptDash || t.val == '&' || t.val == '/')) {
			break
		}
		j++
		if m.at(j).class == wAnd || m.at(j).class == wOr {
			j++
		}
		for t := m.at(j); t.class == wTheWord || t.class == wMod && t.val <= modMid; t = m.at(j) {
			j++
			if m.hyphen(j) {
				j++
			}
		}
		_, next, found := m.ordinalNumber(j)
		if !found {
			break
		}
		last, j = j, next
		ok = true
	}
	return last, ok && (m.at(j).class == wUnit || m.hyphen(j) && m.at(j+1).class == wUnit)
}

// ordinalNumber reads first, 20th, twenty-first.
func (m *matcher) ordinalNumber(i int) (n int32, next int, ok bool) {
	t := m.at(i)
	if t.class == wOrd {
		return t.num, i + 1, true
	}
	if t.class == wCard && t.num >= 20 && t.num <= 90 && t.num%10 == 0 && m.punct(i+1, ptDash) {
		if o := m.at(i + 2); o.class == wOrd && o.num < 10 {
			return t.num + o.num, i + 3, true
		}
	}
	return 0, i, false
}

// season reads "spring 1916", "summer of 1916", "autumn of that year", "the Spring Offensive"'s spring.
func (m *matcher) season(i int) (x mention, next int, ok bool) {
	t := m.at(i)
	x = mention{level: uSeason, sub: uint8(t.val &^ unitPlural), rule: ruSeason}
	j := i + 1
	if y, n, ok := m.yearAt(j, true); ok && y.year >= 1000 {
		x.setYear(y)
		return x, m.winterEnd(&x, n), true
	}
	if m.punct(j, ',') {
		if y, n, ok := m.yearAt(j+1, true); ok && y.year >= 1000 {
			x.setYear(y)
			return x, m.winterEnd(&x, n), true
		}
	}
	x, j, _ = m.ofYear(x, j)
	if j > i+1 {
		return x, m.winterEnd(&x, j), true
	}
	if m.at(j).class == wDem && m.at(j+1).class == wUnit && m.at(j+1).val == uYear {
		return x, j, true
	}
	if m.is(i, "fall") && !m.fallSeason(i) {
		return x, i, false
	}
	x.weak = t.flags&fCap == 0 && m.nounFollows(j) || // winter sports
		m.at(j).class == wOf || t.val&unitPlural != 0 // the winter of the siege, the winters: of what year is not said
	return x, j, true
}

// winterEnd is the token after the second year of a winter, "78" in "the winter of 1777–78"; j when there is none there.
func (m *matcher) winterEnd(x *mention, j int) int {
	n := m.at(j + 1)
	if x.sub != 24 || !x.hasYear || n.class != wNumber || n.flags&fGrouped != 0 || !m.hyphen(j) && !(m.punct(j, '/') && m.glued(j+1)) {
		return j
	}
	switch {
	case x.year >= 1000 && (n.digits == 4 && n.num == x.year+1 || n.digits == 2 && n.num == (x.year+1)%100 || n.digits == 1 && n.num == (x.year+1)%10):
		return j + 2
	case x.era < 0 && n.num == -x.year: // 480/479 BC
		if e, k := m.eraAt(j + 2); e < 0 {
			return k
		}
		return j + 2
	}
	return j
}

// fallSeason reports whether "fall" at i is the season: "in the fall", "late fall", "that fall", "in fall".
func (m *matcher) fallSeason(i int) bool {
	n := m.at(i + 1)
	if n.class == wOf {
		return false
	}
	p, q := m.at(i-1), m.at(i-2)
	switch p.class {
	case wMod:
		return true
	case wStep:
		return p.val <= stepLast
	case wDem:
		return n.class != wNone
	case wPrep:
		return p.val == prIn || p.val == prBy || p.val == prDuring
	case wTheWord:
		return q.class == wPrep && (q.val == prIn || q.val == prBy || q.val == prDuring) && n.class != wNone || q.class == wMod || n.class == wPunct && q.class == wPrep
	case wPunct:
		return p.val == ptDash && m.at(i-2).class == wMod
	}
	return false
}

// number recognises what starts with digits: a date, a year, a clock time, a counted unit, an age.
func (m *matcher) number(i int) (mention, bool) {
	if x, j, ok := m.clockTime(i); ok {
		return m.withDate(x.upTo(i, j))
	}
	if x, j, ok := m.isoDate(i); ok {
		return m.withClock(x, i, j)
	}
	if x, j, ok := m.dayLed(i); ok {
		return m.withClock(x, i, j)
	}
	if x, j, ok := m.nextDay(i); ok {
		return x.upTo(i, j), true
	}
	if x, ok := m.counted(i); ok {
		return x, true
	}
	if from, ok := m.circa(i); ok {
		if x, j, ok := m.firstYear(i); ok {
			x.mod = mApprox
			return x.upTo(from, j), true
		}
		if x, j, ok := m.yearAt(i, true); ok {
			x.mod = mApprox
			return x.upTo(from, j), true
		}
	}
	if x, j, ok := m.year(i); ok {
		return x.upTo(i, j), true
	}
	return m.age(i)
}

// circa reports whether "c." or "c" stands before the number at i, and where it starts.
func (m *matcher) circa(i int) (from int, ok bool) {
	k := i - 1
	if m.punct(k, '.') {
		k--
	}
	if k >= m.lastEnd && m.at(k).end-m.at(k).start == 1 && m.word(k) == "c" && m.at(i).digits >= 2 {
		return k, true
	}
	return i, false
}

// nextDay reads a further day of the month named before: "9, 1918" in "March 5–9, 1918", "7th" in "May 6 and 7th".
func (m *matcher) nextDay(i int) (x mention, next int, ok bool) {
	d, ok := m.dayNumber(i)
	if !ok || len(m.out) == m.first || m.lastEnd == 0 || m.countsSomething(i+1) {
		return x, i, false
	}
	p := &m.out[len(m.out)-1]
	night := p.level == uPart && p.rule == ruPartOfDay && p.kind == kTime
	if p.level != uDay && !night || p.month == 0 || p.day == 0 || p.kind != kDate && !night || p.rel != relNone || d <= p.day {
		return x, i, false
	}
	gap := m.tok[m.lastEnd:i]
	if len(gap) == 0 || len(gap) > 2 {
		return x, i, false
	}
	for k, g := range gap {
		dash := g.class == wPunct && (g.val == ptDash || g.val == ',' && !p.hasYear)
		if !dash && g.class != wAnd && g.class != wTo && g.class != wOr && !(k == 1 && g.class == wTheWord) {
			return x, i, false
		}
		if g.class == wPunct && g.val == ',' && len(gap) == 1 && m.at(i).class != wOrd {
			if n := m.at(i + 1); n.class != wAnd && !(n.class == wPunct && n.val == ',') {
				return x, i, false
			}
		}
	}
	if n := m.at(i + 1); n.class == wNone && n.flags&fLine == 0 && (m.at(i).class != wOrd || n.flags&fCap != 0) {
		return x, i, false // 7 men, 7th Army
	}
	x = mention{level: uDay, day: d, month: p.month, year: p.year, hasYear: p.hasYear, era: p.era, rule: ruDayMonth}
	if y, n, ok := m.afterDay(i + 1); ok {
		x.setYear(y)
		return x, n, true
	}
	return x, i + 1, true
}

// age reads a bare number behind "age" or "aged".
func (m *matcher) age(i int) (mention, bool) {
	if !m.is(i-1, "aged") && !m.is(i-1, "age") {
		return mention{}, false
	}
	n, j, ok := m.count(i)
	if !ok || n.vague || n.hundredths <= 0 || n.hundredths > 12000 {
		return mention{}, false
	}
	return mention{kind: kDuration, qty: n.hundredths, unit: uYear, rule: ruAge}.upTo(i, j), true
}

// shortYear reads '68 and '50s.
func (m *matcher) shortYear(i int) (mention, bool) {
	t := m.at(i + 1)
	if !m.glued(i+1) || m.glued(i) && i > 0 && m.at(i-1).class != wPunct {
		return mention{}, false
	}
	switch {
	case t.class == wNumber && t.digits == 2 && t.flags&fGrouped == 0 && !m.countsSomething(i+2):
		if n := m.at(i + 2); n.class == wPunct && n.val == ptApos && m.glued(i+2) {
			return mention{}, false // a quotation
		}
		return mention{level: uYear, year: t.num, hasYear: true, short: true, rule: ruShortYear}.upTo(i, i+2), true
	case t.class == wDecade:
		if x, j, ok := m.decade(i + 1); ok {
			return x.upTo(i, j), true
		}
	}
	return mention{}, false
}

// ordinal recognises what starts with an ordinal and has no determiner: "25th of August", "20th century", "second half of 1941".
func (m *matcher) ordinal(i int) (mention, bool) {
	if x, j, ok := m.calendar(i); ok {
		return x.upTo(i, j), true
	}
	if x, j, ok := m.nextDay(i); ok {
		return x.upTo(i, j), true
	}
	return m.ordinalUnit(i, i, false)
}

func (m *matcher) weekday(i int) (mention, bool) {
	t := m.at(i)
	if t.flags&fCap == 0 {
		return mention{}, false
	}
	if x, ok := m.feastDay(i); ok {
		return x, true
	}
	day := uint8(t.val &^ unitPlural)
	if t.val&unitPlural != 0 {
		return mention{kind: kSet, level: uWeek, weekday: day, rule: ruSet}.upTo(i, i+1), true
	}
	j := i + 1
	if m.punct(j, ',') {
		j++
	}
	if m.at(j).class == wTheWord {
		j++
	}
	if c := m.at(j).class; c == wMonth || c == wNumber || c == wOrd {
		if x, n, ok := m.calendar(j); ok && x.level == uDay {
			x.weekday = day
			return m.withClock(x, i, n)
		}
	}
	x := mention{level: uDay, weekday: day, rule: ruWeekday}
	if p := m.at(i + 1); p.class == wPart && p.flags&fLine == 0 {
		x.kind, x.part, x.level = kTime, uint8(p.val&^unitPlural), uPart
		return m.ofDay(x, i, i+2)
	}
	if n := m.at(i + 1); n.class == wNone && n.flags&(fCap|fLine) == fCap || m.at(i-1).class == wNone && m.at(i-1).flags&fCap != 0 && m.at(i).flags&fSpace != 0 {
		return x, false // Bloody Sunday, Sunday Times
	}
	return x.upTo(i, i+1), true
}

func (m *matcher) holiday(i int) (mention, bool) {
	t := m.at(i)
	if p := m.at(i - 1); t.flags&fCap == 0 || p.class == wNone && p.flags&fCap != 0 && !m.glued(i) {
		return mention{}, false
	}
	x := mention{level: uDay, rule: ruHoliday}
	h := holidays[t.val]
	x.month, x.day = h.month, h.day
	if h.month == 0 {
		if h.movable == 0 {
			return mention{kind: kSpan, rule: ruHoliday}.upTo(i, i+1), true
		}
		x.month, x.movable = 4, h.movable
	}
	j := i + 1
	switch n := m.at(j); {
	case m.is(j, "eve"):
		j++
		if x.day > 1 {
			x.day--
		}
	case m.is(j, "day"), m.is(j, "sunday"):
		j++
	case n.class == wWeekday && x.movable >= feastEaster && n.val == 1:
		x.movable++
		j++
	case n.class == wPart:
		x.part, x.kind, x.level = uint8(n.val&^unitPlural), kTime, uPart
		if n.val == partNI && x.day > 1 {
			x.day--
		}
		j++
	}
	if y, n, ok := m.yearAt(j, true); ok && y.year >= 1000 {
		x.setYear(y)
		return x.upTo(i, n), true
	}
	if m.punct(j, ',') {
		if y, n, ok := m.yearAt(j+1, true); ok && y.year >= 1000 {
			x.setYear(y)
			return x.upTo(i, n), true
		}
	}
	x, j, _ = m.ofYear(x, j)
	return x.upTo(i, j), true
}
