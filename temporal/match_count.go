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
		if t := m.at(j + 1); t.class == wUnit && t.val&^unitPlural != uQuarter {
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
