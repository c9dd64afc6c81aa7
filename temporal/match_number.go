package temporal

// number recognises what starts with digits: a date, a year, a clock time, a counted unit, an age.
func (m *matcher) number(i int) (mention, bool) {
	if x, ok := m.hijri(i); ok {
		if from, ok := m.circa(i); ok {
			x.from = int32(from)
		}
		return x, true
	}
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
	if x, ok := m.quarterOf(i); ok {
		return x, true
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
		if t := m.at(i); t.digits == 3 && t.flags&fGrouped == 0 && !m.countsSomething(i+1) && !m.nounFollows(i+1) && !m.quantity(i, i+1) {
			return mention{level: uYear, year: t.num, hasYear: true, mod: mApprox, rule: ruYear}.upTo(from, i+1), true
		}
	}
	if x, j, ok := m.year(i); ok {
		return x.upTo(i, j), true
	}
	return m.age(i)
}

// quarterOf reads the 3 of "Q3 1950", the 2 of "H2 1950", with its letter and its year.
func (m *matcher) quarterOf(i int) (mention, bool) {
	t := m.at(i)
	if t.digits != 1 || !m.glued(i) || i-1 < m.lastEnd {
		return mention{}, false
	}
	x := mention{rule: ruQuarter}
	switch w := m.word(i - 1); {
	case w == "Q" && t.num >= 1 && t.num <= 4:
		x.level, x.sub = uQuarter, uint8(32+t.num)
	case w == "H" && t.num >= 1 && t.num <= 2:
		x.level, x.sub = uHalf, uint8(39+t.num)
	default:
		return mention{}, false
	}
	j := i + 1
	if m.at(j).class == wOf {
		j++
	}
	y, n, ok := m.yearAt(j, true)
	if !ok || y.year < 1000 {
		return mention{}, false
	}
	x.setYear(y)
	return x.upTo(i-1, n), true
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
