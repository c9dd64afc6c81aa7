package temporal

import "github.com/sinosoviet/sinosoviet/edtf"

// ordinalUnit recognises "first day of X", "second half of 1941", "first ten months of 1915", "19th". The ordinal is at j.
func (m *matcher) ordinalUnit(i, j int, det bool) (mention, bool) {
	n, k, ok := m.ordinalNumber(j)
	if !ok {
		return mention{}, false
	}
	for m.at(k).class == wAdj {
		k++
	}
	t := m.at(k)
	switch t.class {
	case wUnit:
		u := t.val &^ unitPlural
		if t.val&unitPlural != 0 {
			return mention{kind: kDuration, vague: true, unit: u, rule: ruDuration}.upTo(i, m.ofWhat(k+1)), true
		}
		if u == uQuarter && n <= 4 {
			return m.partOfYear(i, k+1, uQuarter, uint8(32+n))
		}
		if u < uHour || u == uQuarter {
			return mention{}, false
		}
		if y, ok := m.unitOfDate(i, k+1, n, u); ok {
			return y, true
		}
		x := mention{level: u, rel: relNarrator, unit: u, vague: true, ordinal: true, rule: ruOrdinalUnit}
		if u == uHour {
			if y, e, ok := m.hourOfDay(n, k+1); ok {
				return y.upTo(i, e), true
			}
		}
		if u == uHour || u == uWeek {
			x.kind, x.qty, x.vague, x.rel = kDuration, 100, false, relNone
		}
		if m.at(k+1).class == wOf {
			if e := m.nounPhrase(k + 2); e > k+2 {
				x.event = extent{m.at(k + 2).start, m.at(e - 1).end}
				if x.kind == kDate {
					x.rel, x.steps = relEvent, (n-1)*100
					x.vague = false
				}
				return x.upTo(i, e), true
			}
			if c, e, ok := m.calendar(k + 2); ok && c.level == uMonth && u == uDay && c.month > 0 {
				c.level, c.day, c.rule = uDay, uint8(n), ruOrdinalUnit
				return c.upTo(i, e), true
			}
		}
		return x.upTo(i, k+1), true
	case wWeekday:
		if n <= 5 {
			return m.weekdayOfMonth(i, k, int8(n))
		}
	case wHalf:
		if n <= 2 {
			return m.partOfYear(i, k+1, uHalf, uint8(39+n))
		}
	case wCard, wNumber, wVague:
		if x, ok := m.countedFrom(i, k); ok && x.kind == kDuration {
			return x, true
		}
	case wSpan:
		if t.val == 7 { // the sixth anniversary of
			x := mention{level: uDay, rel: relNarrator, unit: uDay, weak: true, rule: ruThis}
			if m.at(k+1).class == wOf {
				if e := m.nounPhrase(k + 2); e > k+2 {
					return x.upTo(i, e), true
				}
			}
			return x.upTo(i, k+1), true
		}
	case wPart:
		if n > 1 && t.val&unitPlural == 0 {
			return mention{kind: kTime, level: uPart, part: uint8(t.val), rel: relNarrator, unit: uDay, vague: true, ordinal: true, rule: ruPartOfDay}.upTo(i, k+1), true
		}
	}
	if det && j == i+1 && k == j+1 && isDigits(m.word(j)[:1]) && n <= 31 && m.leadsDay(i-1) {
		switch f := m.at(k); f.class {
		case wPunct:
			if f.val == ptDash && m.hyphen(k) {
				return mention{}, false
			}
			if _, listed := m.lastOfList(k); listed || f.val == ',' && m.at(k+1).class == wOrd {
				return mention{}, false
			}
			return mention{level: uDay, day: uint8(n), rule: ruDayOfMonth}.upTo(i, k), true
		case wFunc, wPrep, wAnd, wEnd:
			q := k + 1
			if m.at(q).class == wTheWord {
				q++
			}
			if f.class == wAnd && m.at(q).class == wOrd && m.at(q+1).class != wPunct && m.at(q+1).class != wFunc {
				return mention{}, false // the 26th and 27th storeys
			}
			return mention{level: uDay, day: uint8(n), rule: ruDayOfMonth}.upTo(i, k), true
		}
	}
	return mention{}, false
}

// unitOfDate reads "of May 1950", "of the next year", "of the 19th century" at j behind the nth unit; n is -1 for the last.
func (m *matcher) unitOfDate(i, j int, n int32, u unit) (mention, bool) {
	if m.at(j).class != wOf || u != uDay && u != uMonth && u != uDecade {
		return mention{}, false
	}
	y, ok := m.target(j + 1)
	if !ok || y.kind != kDate || y.mod != mNone || y.rel != relNone && y.rel != relNarrator {
		return mention{}, false
	}
	switch {
	case u == uDay && y.level == uMonth && n <= 31 && (n > 0 || y.month > 0 && y.hasYear):
		if n < 0 {
			n = int32(edtf.DaysIn(int(y.year), int(y.month)))
		}
		y.level, y.day = uDay, uint8(n)
	case u == uDay && y.level == uYear && n == 1:
		y.level, y.month, y.day = uDay, 1, 1
	case u == uDay && y.level == uYear && n < 0:
		y.level, y.month, y.day = uDay, 12, 31
	case u == uMonth && y.level == uYear && n <= 12:
		if n < 0 {
			n = 12
		}
		y.level, y.month = uMonth, uint8(n)
	case u == uDecade && y.level == uCentury && y.hasYear && y.year >= 0 && n <= 10:
		if n < 0 {
			n = 10
		}
		y.level, y.year = uDecade, y.year*100+(n-1)*10
	default:
		return mention{}, false
	}
	y.rule, y.weak = ruOrdinalUnit, false
	return y.upTo(i, int(y.to)), true
}

// weekdayOfMonth reads "Wednesday in February 1789" behind "the first"; the weekday is at j.
func (m *matcher) weekdayOfMonth(i, j int, nth int8) (mention, bool) {
	t, p := m.at(j), m.at(j+1)
	if t.flags&fCap == 0 || t.val&unitPlural != 0 || p.class != wOf && !(p.class == wPrep && p.val == prIn) {
		return mention{}, false
	}
	switch d, u := m.at(j+2), m.at(j+3); {
	case d.class == wMonth:
	case u.class != wUnit || u.val != uMonth:
		return mention{}, false
	case d.class == wEach:
		return mention{kind: kSet, level: uWeek, weekday: uint8(t.val), rule: ruSet}.upTo(i, j+4), true
	case d.class == wTheWord || d.class == wDem && d.val <= 2:
		return mention{level: uDay, weekday: uint8(t.val), nth: nth, rel: relNarrator, unit: uMonth, rule: ruWeekday}.upTo(i, j+4), true
	default:
		return mention{}, false
	}
	x, n, ok := m.calendar(j + 2)
	if !ok || x.level != uMonth {
		return mention{}, false
	}
	x.level, x.weekday, x.nth, x.rule = uDay, uint8(t.val), nth, ruWeekday
	x.nthWeekday()
	return x.upTo(i, n), true
}

// leadsDay reports whether the word at i leads a day: "on the 19th", "until the 19th".
func (m *matcher) leadsDay(i int) bool {
	t := m.at(i)
	switch t.class {
	case wTo, wMod:
		return true
	case wPrep:
		switch t.val {
		case prOn, prBy, prUntil, prSince, prFrom, prBetween, prThrough:
			return true
		}
	case wLater:
		return t.val == latAfter || t.val == latBefore
	}
	return false
}

// hourOfDay reads "of the eleventh day of the eleventh month" behind an hour.
func (m *matcher) hourOfDay(hour int32, j int) (x mention, next int, ok bool) {
	var n [2]int32
	for k, u := range [...]unit{uDay, uMonth} {
		if m.at(j).class != wOf || m.at(j+1).class != wTheWord {
			return x, j, false
		}
		v, e, ok := m.ordinalNumber(j + 2)
		if t := m.at(e); !ok || t.class != wUnit || t.val != u {
			return x, j, false
		}
		n[k], j = v, e+1
	}
	if !valid(n[1], n[0]) || hour > 24 {
		return x, j, false
	}
	return mention{kind: kTime, level: uHour, clock: true, hour: int8(hour), day: uint8(n[0]), month: uint8(n[1]), rule: ruClock}, j, true
}

// partOfYear closes "the second half", "the third quarter" of a year at j.
func (m *matcher) partOfYear(i, j int, level unit, sub uint8) (mention, bool) {
	x := mention{level: level, sub: sub, rule: ruQuarter}
	if m.at(j).class != wOf {
		return x, false
	}
	if y, n, ok := m.yearAt(j+1, true); ok {
		x.setYear(y)
		return x.upTo(i, n), true
	}
	if r, n, ok := m.relativeYear(j + 1); ok {
		x.rel, x.unit, x.steps = r.rel, r.unit, r.steps
		return x.upTo(i, n), true
	}
	k := j + 1
	if m.at(k).class == wTheWord {
		if t := m.at(k + 1); t.class == wUnit && t.val == uYear {
			x.rel, x.unit = relNarrator, uYear
			return x.upTo(i, k+2), true
		}
		k++
	}
	y, n, ok := m.calendar(k)
	if !ok {
		return x, false
	}
	switch sub {
	case 34, 35:
		y.mod = mMid
	case 36, 41:
		y.mod = mEnd
	default:
		y.mod = mStart
	}
	if y.level == uMonth && sub >= 40 || y.level >= uDecade {
		y.sub = sub
	}
	y.rule = ruPartOf
	return y.upTo(i, n), true
}
