package temporal

// demonstrative recognises "this summer", "that same day", "these days".
func (m *matcher) demonstrative(i int) (mention, bool) {
	d := m.at(i).val
	j := i + 1
	for m.at(j).class == wAdj || m.at(j).class == wStep && m.at(j).val == stepSame {
		j++
		if j > i+3 {
			return mention{}, false
		}
	}
	t := m.at(j)
	if t.flags&fLine != 0 {
		return mention{}, false
	}
	x := mention{rel: relNarrator, rule: ruThis}
	if d >= 3 {
		if t.class == wUnit && t.val&unitPlural != 0 && t.val&^unitPlural >= uDay {
			if m.is(j, "days") && d == 3 {
				return mention{kind: kRef, ref: "PRESENT_REF", rule: ruReference}.upTo(i, j+1), true
			}
			return mention{kind: kDuration, vague: true, unit: t.val &^ unitPlural, rule: ruDuration}.upTo(i, j+1), true
		}
		if t.class == wCard || t.class == wNumber || t.class == wVague {
			if x, ok := m.countedFrom(i, j); ok && x.kind == kDuration {
				return x, true
			}
		}
		if t.class == wSpan && t.val == 2|unitPlural {
			return mention{kind: kSpan, rel: relNarrator, rule: ruSpan}.upTo(i, j+1), true
		}
		return mention{}, false
	}
	switch t.class {
	case wNumber, wOrd:
		if d, n, ok := m.calendar(j); ok && d.level == uDay && d.month > 0 && m.at(j-1).class == wStep {
			d.same = true
			return m.withClock(d, i, n) // that same 13 September
		}
	case wUnit:
		if t.val&unitPlural != 0 || t.val < uDay || t.val == uQuarter {
			return mention{}, false
		}
		if d == 1 && t.val == uDay && m.at(i-1).class == wTo && j == i+1 && !m.is(j+1, "as") {
			return mention{kind: kRef, ref: "PRESENT_REF", rule: ruReference}.upTo(i, j+1), true // to this day
		}
		x.level, x.unit = t.val, t.val
		return x.upTo(i, j+1), true
	case wSeason:
		if m.is(j, "fall") && !m.fallSeason(j) {
			return mention{}, false
		}
		x.level, x.sub, x.unit = uSeason, uint8(t.val), uSeason
		return x.upTo(i, j+1), true
	case wMonth:
		if y, n, ok := m.monthLed(j); ok && y.level == uDay { // "on that same May 5"; a bare "that" may be a conjunction
			if d == 2 && j == i+1 {
				i = j
			}
			y.same = m.at(j-1).class == wStep
			return m.withClock(y, i, n)
		}
		if mo, n, ok := m.monthName(j); ok {
			x.level, x.month, x.unit = uMonth, mo, uYear
			return x.upTo(i, n), true
		}
	case wPart:
		if t.val&unitPlural == 0 {
			x.kind, x.level, x.part, x.unit = kTime, uPart, uint8(t.val), uDay
			return x.upTo(i, j+1), true
		}
	case wWeekday:
		x.level, x.weekday, x.rule = uDay, uint8(t.val), ruWeekday
		x.rel = relNone
		return x.upTo(i, j+1), true
	case wSpan:
		p := m.at(i - 1)
		led := p.class == wPrep || p.class == wOf || p.class == wTo || p.class == wLater || p.class == wFunc && p.val == 0 || p.class == wApprox
		switch {
		case t.val == 1 && led, t.val == 2, t.val == 4:
			x.kind, x.rule, x.spot, x.same = kSpan, ruSpan, t.val == 4, true
			return x.upTo(i, j+1), true
		}
	}
	return mention{}, false
}

// then recognises the date told before in "since then", "until then", "by then", "from then on".
func (m *matcher) then(i int) (mention, bool) {
	p, n := m.at(i-1), m.at(i+1)
	switch {
	case p.class == wPrep && (p.val == prSince || p.val == prUntil || p.val == prBy):
	case p.class == wLater && p.val == latBefore:
	case p.class == wPrep && p.val == prFrom && (m.is(i+1, "on") || m.is(i+1, "onward") || m.is(i+1, "onwards")):
		n = m.at(i + 2)
	default:
		return mention{}, false
	}
	switch n.class {
	case wNone, wPrep, wAnd, wOr, wTo:
		if n.flags&fCap != 0 || p.class == wPrep && p.val == prBy {
			return mention{}, false // by then president Nixon
		}
	case wFunc:
		if n.val == 0 && p.val == prBy {
			return mention{}, false
		}
	case wEnd, wPunct, wTheWord, wArticle, wPoss, wDem:
	default:
		return mention{}, false
	}
	return mention{kind: kSpan, rel: relNarrator, rule: ruSpan, same: true}.upTo(i, i+1), true
}

// step recognises "next day", "the following spring", "the last two weeks". The adjective is at j.
func (m *matcher) step(i, j int) (mention, bool) {
	s := m.at(j).val
	k := j + 1
	for m.at(k).class == wAdj {
		k++
	}
	t := m.at(k)
	if t.flags&fLine != 0 {
		return mention{}, false
	}
	x := mention{rel: relNarrator}
	switch s {
	case stepNext:
		x.steps, x.rule = 100, ruNext
	case stepPrev, stepLast:
		x.steps, x.rule = -100, ruPrevious
	case stepSame:
		x.rule = ruThis
	default:
		x.rule = ruThis
	}
	bare := i == j
	switch t.class {
	case wUnit:
		u := t.val &^ unitPlural
		if t.val&unitPlural != 0 {
			if bare && s != stepLast && s != stepPast {
				return mention{}, false
			}
			return mention{kind: kDuration, vague: true, unit: u, rule: ruDuration}.upTo(i, m.ofWhat(k+1)), true
		}
		return m.stepUnit(x, s, i, k, u, bare)
	case wSeason:
		if s > stepLast || m.is(k, "fall") && m.at(k+1).class == wOf {
			return mention{}, false
		}
		x.level, x.sub, x.unit = uSeason, uint8(t.val), uSeason
		return x.upTo(i, k+1), true
	case wMonth:
		if y, n, ok := m.monthLed(k); ok && y.level == uDay && (s == stepSame || s <= stepLast && !bare) { // "the following May 5"
			if s != stepSame && !y.hasYear {
				y.rel, y.unit, y.steps, y.rule = x.rel, uMonth, x.steps, x.rule
			}
			y.same = s == stepSame
			return m.withClock(y, i, n)
		}
		if mo, n, ok := m.monthName(k); ok && s <= stepLast {
			x.level, x.month, x.unit = uMonth, mo, uMonth
			if y, e, ok := m.yearAt(n, true); ok {
				y.month, y.level = mo, uMonth
				return y.upTo(i, e), true
			}
			return x.upTo(i, n), true
		}
	case wWeekday:
		if s == stepLast || s == stepFinal {
			if y, ok := m.weekdayOfMonth(i, k, -1); ok {
				return y, true
			}
		}
		if s <= stepLast {
			x.level, x.weekday, x.unit = uDay, uint8(t.val), uWeek
			return x.upTo(i, k+1), true
		}
	case wPart:
		if s <= stepLast && t.val&unitPlural == 0 {
			x.kind, x.level, x.part, x.unit = kTime, uPart, uint8(t.val), uDay
			return x.upTo(i, k+1), true
		}
	case wCard, wNumber, wVague:
		if bare && s != stepNext && s != stepLast && s != stepPast {
			return mention{}, false
		}
		if bare && m.at(i-1).class == wNone {
			return mention{}, false
		}
		if y, ok := m.countedFrom(i, k); ok && y.kind == kDuration {
			return y, true
		}
	case wSpan:
		if s == stepSame && (t.val == 1 || t.val == 2 || t.val == 4) || s <= stepPrev && (t.val == 2 && !m.is(j, "subsequent")) {
			x.kind, x.rule, x.steps, x.spot = kSpan, ruSpan, 0, s == stepSame && t.val == 4
			if m.is(k+1, "as") {
				if e := m.eventWords(k + 2); e > k+2 && t.val == 1 {
					x.rel, x.rule = relEvent, ruOfEvent
					x.event = extent{m.at(k + 2).start, m.at(e - 1).end}
					return x.upTo(i, e), true
				}
			}
			return x.upTo(i, k+1), true
		}
	}
	if s == stepPast && !bare && t.class != wNone && t.class != wAdj {
		return mention{kind: kRef, ref: "PAST_REF", rule: ruReference}.upTo(i, j+1), true
	}
	return mention{}, false
}

// stepUnit closes a step over one unit: "the next day", "the past decade", "the last week of August".
func (m *matcher) stepUnit(x mention, s int16, i, k int, u unit, bare bool) (mention, bool) {
	if s == stepLast || s == stepFinal {
		if u == uQuarter {
			return m.partOfYear(i, k+1, uQuarter, 36)
		}
		if y, ok := m.unitOfDate(i, k+1, -1, u); ok && !bare {
			return y, true
		}
	}
	if u == uQuarter || u < uDay && s != stepNext && s != stepPrev {
		return mention{}, false
	}
	if bare && s > stepLast {
		return mention{}, false
	}
	x.level, x.unit = u, u
	if u < uDay {
		x.kind = kTime
	}
	switch s {
	case stepPast, stepWhole, stepRest:
		return mention{kind: kDuration, qty: 100, unit: u, rule: ruDuration}.upTo(i, m.ofWhat(k+1)), true
	case stepFinal, stepLast:
		if s == stepLast && u == uDecade && !m.dating {
			return mention{kind: kDuration, qty: 100, unit: u, rule: ruDuration}.upTo(i, m.ofWhat(k+1)), true
		}
		if m.at(k+1).class == wOf {
			if u != uDay {
				return mention{kind: kDuration, qty: 100, unit: u, rule: ruDuration}.upTo(i, m.ofWhat(k+1)), true
			}
			x.rel, x.vague, x.ordinal, x.rule = relNarrator, true, true, ruOrdinalUnit
			return x.upTo(i, m.ofWhat(k+1)), true
		}
		if s == stepFinal {
			x.steps, x.vague, x.ordinal, x.rule = 0, true, true, ruOrdinalUnit
		}
	case stepNext:
		if (u == uDecade || u == uCentury) && m.is(k-1, "next") && !m.dating {
			return mention{kind: kDuration, qty: 100, unit: u, rule: ruDuration}.upTo(i, k+1), true
		}
	}
	return x.upTo(i, k+1), true
}
