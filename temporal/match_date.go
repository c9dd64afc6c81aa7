package temporal

import "github.com/sinosoviet/sinosoviet/edtf"

// calendarPhrase is a calendar date at i with what may follow it.
func (m *matcher) calendarPhrase(i int) (mention, bool) {
	if n := m.at(i + 1); n.class == wUnit && n.flags&fLine == 0 && (n.flags&fCap != 0 || m.at(i).val == 5) && n.val == uDay && m.at(i).class == wMonth {
		if x, ok := m.namedDay(i + 1); ok { // May Day
			return x, true
		}
	}
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
	if d, ok := m.dayNumber(k); ok && !m.punct(k+1, ':') && !m.unitFollows(k+1) && int(d) <= edtf.DaysIn(2000, int(month)) {
		x.level, x.day, x.rule = uDay, d, ruDayMonth
		j = k + 1
		if y, n, ok := m.afterDay(j); ok {
			x.setYear(y)
			x.rule = ruDayMonthYear
			next = m.dualYear(&x, n)
			return x, next, true
		}
		return m.ofYear(x, j)
	}
	if d, ok := m.dayNumber(k); ok && int(d) > edtf.DaysIn(2000, int(month)) && m.punct(k+1, ',') {
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
	if next == j && (m.ambiguousMonth(i) && !m.monthContext(i, j) || m.firstName(i, j) || m.coloured(i)) {
		return x, i, false
	}
	return x, next, ok
}

// coloured reports whether the month at i closes a name like those that movements, massacres and ships are given: "Black September", "Red October".
func (m *matcher) coloured(i int) bool {
	if m.at(i-1).flags&fCap == 0 || m.at(i).flags&fSpace == 0 {
		return false
	}
	return m.is(i-1, "black") || m.is(i-1, "red") || m.is(i-1, "bloody") || m.is(i-1, "white") || m.is(i-1, "green")
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
	case wArticle, wTheWord:
		n := m.at(j)
		return n.class == wNone && n.flags&fCap == 0 || p.class == wTheWord && n.class == wAnd
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
	j := i + 1
	if !ok { // the fourth of July
		n, k, worded := m.ordinalNumber(i)
		if !worded || n < 1 || n > 31 || m.at(k).class != wOf {
			return x, i, false
		}
		if _, _, ok := m.monthName(k + 1); !ok {
			return x, i, false
		}
		d, j = uint8(n), k
	}
	if month, n, ok := m.monthAfterDay(j); ok {
		x = mention{level: uDay, day: d, month: month, rule: ruDayMonth}
		if m.punct(n, ',') {
			if y, k, ok := m.yearAt(n+1, true); ok && y.year >= 1000 && !m.countsSomething(k) {
				x.setYear(y)
				x.rule = ruDayMonthYear
				return x, k, true
			}
		}
		if y, k, ok := m.yearOfDay(n); ok {
			x.setYear(y)
			x.rule = ruDayMonthYear
			next = m.dualYear(&x, k)
			return x, next, true
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

// dualYear takes the later of two years for a day of January to March, "11 February 1731/32", the one that starts in January; j is
// the token after the first, and the result that after both.
func (m *matcher) dualYear(x *mention, j int) int {
	n := m.at(j + 1)
	if x.month > 3 || !m.punct(j, '/') || !m.glued(j) || !m.glued(j+1) || n.class != wNumber || n.flags&fGrouped != 0 {
		return j
	}
	next := x.year + 1
	if n.digits == 1 && n.num == next%10 || n.digits == 2 && n.num == next%100 || n.digits == 4 && n.num == next {
		x.year = next
		return j + 2
	}
	return j
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
