package temporal

// modified recognises "early 1941", "the late 1950s", "the end of the month", "mid-June". The modifier is at j.
func (m *matcher) modified(i, j int) (mention, bool) {
	if !m.deeper() {
		return mention{}, false
	}
	w := m.at(j).val
	k := j + 1
	mod := [...]modifier{0, mStart, mEnd, mMid, mMid, mStart, mEnd, mEnd, mNone, mBefore, mMid, mStart, mEnd}[w]
	switch w {
	case modEarly, modLate, modMid:
		if m.hyphen(k) && m.at(k+1).class == wTo && m.hyphen(k+2) && m.at(k+3).class == wMod && m.at(k+3).val <= modMid { // mid-to-late 1970s
			if x, ok := m.modified(k+3, k+3); ok && x.mod != mNone {
				x.mod = mod
				return x.upTo(i, j+1), true
			}
			return mention{}, false
		}
		if m.punct(k, ptDash) { // mid-1943, early-
			k++
		} else if c := m.at(k).class; c == wTo || c == wAnd || c == wOr { // early to mid 1990s
			if n := m.at(k + 1); n.class == wMod && n.val <= modMid {
				if x, ok := m.modified(k+1, k+1); ok && x.mod != mNone {
					x.mod = mod
					return x.upTo(i, j+1), true
				}
			}
			return mention{}, false
		}
		if w != modMid {
			if c := m.at(k); c.class == wPrep && c.val == prIn || c.class == wMod && c.val == modMid {
				if x, ok := m.target(k + 1); ok {
					return m.modify(x, mod, i), true
				}
				return mention{}, false
			}
			if n := m.at(k); m.is(k, "part") || n.class == wUnit && (n.val&^unitPlural == uDay || n.val&^unitPlural == uHour || n.val == uWeek|unitPlural || n.val == uMonth|unitPlural || n.val == uYear|unitPlural) {
				if m.at(k+1).class == wOf {
					if x, ok := m.target(k + 2); ok {
						return m.modify(x, mod, i), true
					}
				}
				if n.class == wUnit && n.val&unitPlural != 0 {
					return mention{kind: kDuration, vague: true, unit: n.val &^ unitPlural, rule: ruDuration}.upTo(i, m.ofWhat(k+1)), true
				}
				return mention{}, false
			}
		}
		if x, ok := m.target(k); ok {
			return m.modify(x, mod, i), true
		}
	case modClose:
		if m.at(k).class == wTo && i == j {
			x, ok := m.behind(i, k+1)
			if ok && x.kind == kDuration {
				x.mod = mApprox
				return x, true
			}
			return mention{}, false
		}
		fallthrough
	case modLatter, modHeight, modTurn, modStart, modEnd, modMiddle, modRest:
		if n, ok := map[int16]uint8{modLatter: 41}[w]; ok && m.at(k).class == wHalf {
			if x, ok := m.partOfYear(i, k+1, uHalf, n); ok {
				return x, true
			}
		}
		if (w == modLatter || w == modStart || w == modMiddle) && (m.is(k, "part") || m.at(k).class == wHalf || m.is(k, "stages")) {
			k++
		}
		if m.at(k).class == wUnit && w == modStart { // the opening days of
			return mention{}, false
		}
		if m.at(k).class != wOf {
			return mention{}, false
		}
		if x, ok := m.target(k + 1); ok {
			if w == modHeight {
				mod = mNone
			}
			x.turn = w == modTurn && x.level == uCentury
			return m.modify(x, mod, i), true
		}
	case modEve:
		if m.at(k).class == wOf {
			if x, ok := m.target(k + 1); ok && x.level == uDay {
				x.mod = mBefore
				return m.modify(x, mBefore, i), true
			}
		}
	}
	return mention{}, false
}

func (m *matcher) modify(x mention, mod modifier, from int) mention {
	x.from = int32(from)
	x.mod, x.weak = mod, false
	if x.rule == ruThis {
		x.rule = ruPartOf
	}
	return x
}

// target recognises the date a modifier at hand belongs to: absolute or relative, never a duration.
func (m *matcher) target(i int) (mention, bool) {
	j := i
	if m.at(j).class == wTheWord {
		j++
	}
	switch t := m.at(j); t.class {
	case wMonth, wNumber, wSeason, wDecade, wOrd, wCard, wEra, wYearWord:
		if x, n, ok := m.calendar(j); ok {
			return m.withClock(x, i, n)
		}
		if t.class == wOrd {
			if x, ok := m.ordinalUnit(i, j, j > i); ok && x.kind == kDate {
				return x, true
			}
		}
	case wStep:
		m.dating = true
		x, ok := m.step(i, j)
		m.dating = false
		if ok && (x.kind == kDate || x.kind == kTime) {
			return x, true
		}
	case wDem:
		if x, ok := m.demonstrative(j); ok && x.kind <= kTime {
			return x, true
		}
	case wUnit:
		if j > i && t.val&unitPlural == 0 && t.val >= uDay {
			if x, ok := m.theUnit(i, j); ok && x.kind == kDate && x.rel != relEvent {
				return x, true
			}
		}
		if j > i && t.val == uYear|unitPlural {
			return mention{}, false
		}
	case wPart:
		if x, ok := m.thePart(i, j); ok {
			return x, true
		}
	case wMod:
		if x, ok := m.modified(i, j); ok && x.kind == kDate {
			return x, true
		}
	case wWeekday:
		return m.weekday(j)
	case wHoliday:
		return m.holiday(j)
	case wPunct:
		if t.val == ptApos {
			if x, ok := m.shortYear(j); ok {
				x.from = int32(i)
				return x, true
			}
		}
	}
	return mention{}, false
}

// laterIn recognises "later that month", "earlier in 1941", "later in the year".
func (m *matcher) laterIn(i int) (mention, bool) {
	v := m.at(i).val
	if v != latLater && v != latEarlier {
		return mention{}, false
	}
	j := i + 1
	if p := m.at(j); p.class == wPrep && (p.val == prIn || p.val == prOn || p.val == prDuring) {
		j++
		x, ok := m.target(j)
		if !ok {
			return mention{}, false
		}
		x.from = int32(i)
		return x, true
	}
	switch m.at(j).class {
	case wDem, wStep:
		if x, ok := m.target(j); ok {
			x.from = int32(i)
			return x, true
		}
	case wTheWord:
		if s := m.at(j + 1); s.class == wStep && s.val <= stepSame {
			if x, ok := m.target(j); ok {
				x.from = int32(i)
				return x, true
			}
		}
	}
	return mention{}, false
}

// reference recognises words that point to the present, past or future of the telling.
func (m *matcher) reference(i int) (mention, bool) {
	t := m.at(i)
	x := mention{kind: kRef, rule: ruReference}
	switch t.val {
	case refNow, refCurrent:
		x.ref = "PRESENT_REF"
		if m.is(i-1, "right") && m.is(i, "now") {
			return x.upTo(i-1, i+1), true
		}
		return x.upTo(i, i+1), true
	case refToday:
		x.ref = "PRESENT_REF"
		return x.upTo(i, i+1), true
	case refYesterday, refTomorrow:
		x = mention{level: uDay, rel: relNow, unit: uDay, steps: 100, rule: ruReference}
		if t.val == refYesterday {
			x.steps = -100
		}
		return x.upTo(i, i+1), true
	case refTonight:
		return mention{kind: kTime, level: uPart, part: partNI, rel: relNow, unit: uDay, rule: ruReference}.upTo(i, i+1), true
	case refRecent:
		x.ref = "PAST_REF"
		if m.is(i-1, "as") && m.is(i+1, "as") {
			return mention{}, false
		}
		return x.upTo(i, i+1), true
	case refFormer:
		x.ref = "PAST_REF"
		if n := m.at(i + 1); n.class == wNone || n.class == wAdj || n.class == wMeasure || n.flags&fCap != 0 && n.class != wEnd {
			return x.upTo(i, i+1), true
		}
	case refFuture:
		x.ref = "FUTURE_REF"
		return x.upTo(i, i+1), true
	case refPresent, refModern:
		x.ref = "PRESENT_REF"
		j := i + 1
		if m.hyphen(j) {
			j++
		}
		if m.is(j, "day") || m.is(j, "times") {
			return x.upTo(i, j+1), true
		}
		if t.val == refPresent && (m.at(i-1).class == wTheWord || m.at(i-1).class == wPoss || m.is(i-1, "s")) && m.at(j).class == wNone {
			return x.upTo(i, i+1), true
		}
		if t.val == refPresent && (m.is(i-1, "at") || m.is(i-1, "to")) && m.at(j).class == wPunct {
			return x.upTo(i, i+1), true
		}
	}
	return mention{}, false
}

// set recognises "every year", "each day", "annually", "per month".
func (m *matcher) set(i int) (mention, bool) {
	t := m.at(i)
	j := i + 1
	switch t.class {
	case wOften:
		if m.is(i, "annual") {
			return mention{}, false
		}
		if p, n := m.at(i-1), m.at(i+1); t.flags&fCap != 0 && (p.class == wNone && p.flags&fCap != 0 || n.class == wNone && n.flags&(fCap|fLine) == fCap) {
			return mention{}, false // the Daily Star
		}
		return mention{kind: kSet, level: t.val, unit: t.val, rule: ruSet}.upTo(i, j), true
	case wPer:
		if u := m.at(j); u.class == wUnit {
			return mention{kind: kSet, qty: 100, unit: u.val &^ unitPlural, rule: ruSet}.upTo(i, j+1), true
		}
		return mention{}, false
	}
	if m.at(j).class == wOther || m.at(j).class == wOrd {
		j++
	}
	u := m.at(j)
	x := mention{kind: kSet, rule: ruSet}
	switch u.class {
	case wUnit:
		x.level, x.unit = u.val&^unitPlural, u.val&^unitPlural
		return x.upTo(i, j+1), true
	case wPart:
		x.level, x.part, x.unit = uPart, uint8(u.val&^unitPlural), uPart
		return x.upTo(i, j+1), true
	case wWeekday:
		x.level, x.weekday = uWeek, uint8(u.val&^unitPlural)
		return x.upTo(i, j+1), true
	case wMonth:
		if mo, n, ok := m.monthName(j); ok {
			x.level, x.month = uMonth, mo
			return x.upTo(i, n), true
		}
	case wSeason:
		x.level, x.sub = uSeason, uint8(u.val&^unitPlural)
		return x.upTo(i, j+1), true
	case wCard, wNumber, wVague:
		if c, k, ok := m.count(j); ok {
			if un, n, _, ok := m.unitAfter(k, c); ok {
				x.qty, x.unit, x.vague = c.hundredths, un, c.vague
				return x.upTo(i, n), true
			}
		}
	}
	return mention{}, false
}

// partOfDay recognises a part of a day without determiner: "night", "midnight", "dawn on 5 May".
func (m *matcher) partOfDay(i int) (mention, bool) {
	t := m.at(i)
	p := uint8(t.val &^ unitPlural)
	x := mention{kind: kTime, level: uPart, part: p, rel: relNarrator, unit: uDay, vague: true, rule: ruPartOfDay}
	j := i + 1
	if q := m.at(i - 1); t.flags&fCap != 0 && q.class == wNone && q.flags&fCap != 0 && !m.glued(i) {
		return x, false // Operation Red Dawn
	}
	if m.hyphen(j) && m.at(j+1).class == wSpan {
		return x.upTo(i, j+2), true
	}
	if p == partDawn || p == partMidnight || p == partMI || m.is(i, "dusk") || m.is(i, "nightfall") || m.is(i, "sunset") {
		x.vague = false
		return m.ofDay(x, i, j)
	}
	if t.val&unitPlural != 0 {
		x.kind, x.vague = kSet, false
		return x.upTo(i, j), true
	}
	if c := m.at(j).class; c == wOf {
		return m.ofDay(x, i, j)
	}
	return x.upTo(i, j), true
}

// thePart recognises "the morning", "the night of 20 June 1791". The part is at j.
func (m *matcher) thePart(i, j int) (mention, bool) {
	t := m.at(j)
	x := mention{kind: kTime, level: uPart, part: uint8(t.val &^ unitPlural), rel: relNarrator, unit: uDay, rule: ruPartOfDay}
	k := j + 1
	if u := m.at(k); u.class == wUnit && u.val&^unitPlural == uHour {
		k++
	}
	return m.ofDay(x, i, k)
}

// ofDay closes a part of a day with the day behind it: "of 20 June", "after the battle", ", 5 May".
func (m *matcher) ofDay(x mention, from, j int) (mention, bool) {
	if c := m.at(j).class; c == wOf || c == wPrep && m.at(j).val == prOn {
		k := j + 1
		if m.at(k).class == wTheWord {
			k++
		}
		if d, n, ok := m.calendar(k); ok && d.level == uDay {
			d.kind, d.part, d.level, d.rule = kTime, x.part, uPart, ruPartOfDay
			return d.upTo(from, n), true
		}
		if w := m.at(k); w.class == wWeekday {
			if d, ok := m.weekday(k); ok {
				d.kind, d.part, d.level, d.rule = kTime, x.part, uPart, ruPartOfDay
				d.from = int32(from)
				return d, true
			}
		}
		if d, ok := m.expressionOfDay(j + 1); ok {
			d.kind, d.part, d.level, d.rule = kTime, x.part, uPart, ruPartOfDay
			d.from = int32(from)
			return d, true
		}
		if c == wOf && (x.part == partDawn || x.part == partEV) {
			return mention{}, false // the dawn of a new age
		}
		if c == wOf {
			if e := m.nounPhrase(j + 1); e > j+1 {
				x.rel, x.rule = relEvent, ruOfEvent
				x.event = extent{m.at(j + 1).start, m.at(e - 1).end}
				return x.upTo(from, e), true
			}
		}
	}
	return x.upTo(from, j), true
}

// expressionOfDay reads "the same day", "that day", "the next day" at i.
func (m *matcher) expressionOfDay(i int) (mention, bool) {
	switch m.at(i).class {
	case wTheWord:
		if s := m.at(i + 1); s.class == wStep {
			if x, ok := m.step(i, i+1); ok && x.kind == kDate && x.level == uDay {
				return x, true
			}
		}
	case wDem:
		if x, ok := m.demonstrative(i); ok && x.kind == kDate && x.level == uDay {
			return x, true
		}
	}
	return mention{}, false
}

// named recognises the caller's own names, and a span named by the word before it: "the ceasefire period", "dry season".
func (m *matcher) named(i int) (mention, bool) {
	if m.custom != nil {
		if x, ok := m.custom.match(m, i); ok {
			return x, true
		}
	}
	n := m.at(i + 1)
	if n.class != wSpan || n.flags&fLine != 0 {
		return mention{}, false
	}
	switch {
	case n.val == 5 && (m.is(i, "dry") || m.is(i, "rainy") || m.is(i, "wet") || m.is(i, "monsoon") || m.is(i, "harvest") || m.is(i, "growing") || m.is(i, "campaigning")):
		return mention{kind: kSpan, rule: ruSpan}.upTo(i, i+2), true
	case n.val == 3 && m.at(i).flags&fCap != 0:
		from := i
		if m.at(i-1).class == wTheWord && i-1 >= m.lastEnd {
			from--
		}
		return mention{kind: kSpan, rule: ruSpan}.upTo(from, i+2), true
	}
	return mention{}, false
}
