package temporal

// definite recognises what starts with "the".
func (m *matcher) definite(i int) (mention, bool) {
	j := i + 1
	if m.at(j).class == wAdj && m.is(j, "very") {
		j++
	}
	t := m.at(j)
	if t.flags&fLine != 0 {
		return mention{}, false
	}
	switch t.class {
	case wStep:
		return m.step(i, j)
	case wMod:
		return m.modified(i, j)
	case wUnit:
		return m.theUnit(i, j)
	case wPart:
		return m.thePart(i, j)
	case wSpan:
		return m.theSpan(i, j)
	case wOrd:
		if x, n, ok := m.calendar(j); ok {
			return m.withClock(x, i, n)
		}
		return m.ordinalUnit(i, j, true)
	case wCard:
		if x, n, ok := m.century(j); ok {
			return x.upTo(i, n), true
		}
		if x, n, ok := m.dayLed(j); ok {
			return m.withClock(x, i, n)
		}
		return m.countedAfterThe(i, j)
	case wNumber:
		if x, n, ok := m.dayLed(j); ok {
			if m.nounFollows(n) && !m.looksVerb(n) && m.at(n).flags&fCap == 0 {
				return mention{}, false
			}
			return m.withClock(x, i, n)
		}
		return m.countedAfterThe(i, j)
	case wVague, wHalf:
		return m.countedAfterThe(i, j)
	case wDecade:
		if x, n, ok := m.decade(j); ok {
			return x.upTo(i, n), true
		}
	case wSeason:
		x, n, ok := m.season(j)
		if ok && !(n == j+1 && m.nounFollows(n)) {
			return x.upTo(i, n), true
		}
	case wRef:
		switch t.val {
		case refFuture:
			if !m.nounFollows(j + 1) {
				return mention{kind: kRef, ref: "FUTURE_REF", rule: ruReference}.upTo(i, j+1), true
			}
		case refPresent:
			if m.hyphen(j+1) && m.is(j+2, "day") { // the present-day borders
				return mention{kind: kRef, ref: "PRESENT_REF", rule: ruReference}.upTo(j, j+3), true
			}
			if m.is(j+1, "day") {
				return mention{kind: kRef, ref: "PRESENT_REF", rule: ruReference}.upTo(i, j+2), true
			}
			if !m.nounFollows(j + 1) {
				return mention{kind: kRef, ref: "PRESENT_REF", rule: ruReference}.upTo(i, j+1), true
			}
		}
	case wAdj:
		if n := m.at(j + 1); n.class == wUnit || n.class == wSpan {
			if n.class == wSpan {
				return m.theSpan(i, j+1)
			}
			return m.theUnit(i, j+1)
		}
	case wPunct:
		if t.val == ptApos {
			if x, ok := m.shortYear(j); ok && x.level == uDecade {
				x.from = int32(i)
				return x, true
			}
		}
	case wYearWord:
		if x, n, ok := m.calendar(j); ok {
			return x.upTo(i, n), true
		}
	case wNone:
		return m.superlative(i, j)
	}
	return mention{}, false
}

// superlative recognises "the bloodiest day in its history": the day told of.
func (m *matcher) superlative(i, j int) (mention, bool) {
	w := m.word(j)
	if len(w) < 6 || w[len(w)-3:] != "est" {
		return mention{}, false
	}
	k := j + 1
	if m.is(k, "single") {
		k++
	}
	u := m.at(k)
	if u.class != wUnit || u.val&unitPlural != 0 || u.val < uDay || u.val == uQuarter {
		return mention{}, false
	}
	end := k + 1
	if p := m.at(end); p.class == wOf || p.class == wPrep && (p.val == prIn || p.val == prSince) {
		if e := m.nounPhrase(end + 1); e > end+1 {
			end = e
		}
	}
	return mention{level: u.val, rel: relNarrator, unit: u.val, rule: ruThis}.upTo(i, end), true
}

// countedAfterThe recognises a counted duration behind "the": "the two years", "the 28-day period"; "the ten-day visit" is left to its number.
func (m *matcher) countedAfterThe(i, j int) (mention, bool) {
	x, ok := m.countedFrom(i, j)
	if !ok || x.rule == ruAge && x.to == int32(j+1) {
		return x, false
	}
	if x.kind == kDuration && m.attributive(x) {
		return x, false
	}
	return x, true
}

// attributive reports whether a counted duration stands before a noun: "ten-day" visit, three hour speech, Seven Years War, ten years' war.
func (m *matcher) attributive(x mention) bool {
	j := int(x.to)
	u := m.at(j - 1)
	if m.is(j-1, "long") {
		return true
	}
	if u.class != wUnit {
		return false
	}
	if m.punct(j, ptApos) {
		return true
	}
	if u.val&unitPlural == 0 {
		return x.qty != 100 || m.at(j-2).class == wPunct
	}
	n := m.at(j)
	return u.flags&fCap != 0 && n.class == wNone && n.flags&fCap != 0
}

// indefinite recognises what starts with "a" or "an".
func (m *matcher) indefinite(i int) (mention, bool) {
	j := i + 1
	t := m.at(j)
	if t.flags&fLine != 0 {
		return mention{}, false
	}
	switch t.class {
	case wUnit:
		if t.val&unitPlural != 0 {
			return mention{}, false
		}
		if m.at(j+1).class != wLater && m.rateBefore(i) {
			return mention{kind: kSet, qty: 100, unit: t.val, rule: ruSet}.upTo(i, j+1), true
		}
		if m.hyphen(j+1) || t.val == uQuarter {
			return mention{}, false
		}
		return m.durationOf(i, j+1, count{hundredths: 100, indefinite: true}, t.val)
	case wVague, wCard, wHalf, wNumber:
		if m.is(j, "many") || m.is(j, "various") {
			return mention{}, false
		}
		return m.countedAfterThe(i, j)
	case wAdj, wStep:
		if u := m.at(j + 1); u.class == wUnit && u.val&unitPlural == 0 {
			return m.durationOf(i, j+2, count{hundredths: 100}, u.val)
		} else if u.class == wSpan && u.val <= 2 {
			if m.at(j+2).class == wOf && m.is(j+3, "time") {
				return mention{kind: kSpan, rule: ruSpan}.upTo(i, j+4), true
			}
			return mention{kind: kSpan, rule: ruSpan}.upTo(i, j+2), true
		}
	case wApprox:
		if t.val == apLittle || t.val == apJust {
			if a := m.at(j + 1); a.class == wApprox {
				if x, ok := m.approximate(j + 1); ok {
					x.from = int32(i)
					return x, true
				}
			}
		}
	case wSpan:
		if t.val <= 2 && (m.at(j+1).class == wOf || m.is(j+1, "when")) {
			end := j + 1
			if m.at(j+1).class == wOf {
				if x, ok := m.counted(j + 2); ok && x.kind == kDuration {
					x.from = int32(i)
					return x, true
				}
				end = m.nounPhrase(j + 2)
			}
			return mention{kind: kSpan, rule: ruSpan}.upTo(i, end), true
		}
	}
	return mention{}, false
}

// rateBefore reports whether the words before "a day" make it a rate: "960 a week", "$1 billion a year", "twice a month".
func (m *matcher) rateBefore(i int) bool {
	for k := i - 1; k >= i-3; k-- {
		t := m.at(k)
		switch t.class {
		case wNumber, wMeasure:
			return k == i-1 || t.class == wNumber && t.digits != 4
		case wNone:
			if m.is(k, "once") || m.is(k, "twice") || m.is(k, "times") {
				return true
			}
		case wSpan:
			return m.is(k, "times")
		default:
			return false
		}
	}
	return false
}

// theUnit recognises "the day", "the day after X", "the year 1950", "the years 1955", "the month of May". The unit is at j.
func (m *matcher) theUnit(i, j int) (mention, bool) {
	t := m.at(j)
	u := t.val &^ unitPlural
	k := j + 1
	n := m.at(k)
	if u == uYear && t.flags&fCap != 0 && n.flags&fCap != 0 && (isRoman(m.word(k)) || n.class == wCard) {
		return mention{kind: kSpan, rule: ruSpan}.upTo(i, k+1), true // of a revolutionary calendar
	}
	if u == uYear {
		if y, e, ok := m.yearAt(k, true); ok {
			return y.upTo(i, e), true
		}
		if m.at(k).class == wOf {
			e := k + 1
			if m.at(e).class == wPoss && m.is(e+1, "lord") { // of our Lord
				e += 2
			}
			if y, e, ok := m.yearAt(e, true); ok {
				return y.upTo(i, e), true
			}
		}
	}
	if u == uWeek && t.val&unitPlural == 0 && n.class == wOf {
		if x, e, ok := m.calendar(k + 1); ok && x.level == uDay && x.hasYear && !x.short && x.month > 0 { // the week of 5 May 1950
			x.level = uWeek
			y, w := isoWeek(int(x.year), int(x.month), int(x.day))
			x.year, x.week = int32(y), uint8(w)
			return x.upTo(i, e), true
		}
	}
	if u == uMonth && n.class == wOf && m.at(k+1).class == wMonth {
		if x, e, ok := m.calendar(k + 1); ok {
			return x.upTo(i, e), true
		}
	}
	if t.val&unitPlural != 0 {
		if u < uDay || u == uQuarter {
			if u != uHour && u != uMinute {
				return mention{}, false
			}
		}
		if n.class == wStep && n.val == stepNext {
			return mention{kind: kDuration, vague: true, unit: u, rule: ruDuration}.upTo(i, k), true
		}
		return mention{kind: kDuration, vague: true, unit: u, rule: ruDuration}.upTo(i, m.ofWhat(k)), true
	}
	if u < uDay && u != uHour || u == uQuarter {
		return mention{}, false
	}
	if x, ok := m.stretch(mention{kind: kDuration, qty: 100, unit: u, rule: ruDuration}, i, k); ok {
		return x, true
	}
	if n.class == wStep && n.val == stepNext && m.is(k, "following") && !m.nounFollows(k+1) && m.at(k+1).class != wTheWord {
		return mention{level: u, rel: relNarrator, unit: u, steps: 100, rule: ruNext}.upTo(i, k+1), true
	}
	if n.class == wLater && (n.val == latAfter || n.val == latBefore) {
		x := mention{level: u, rel: relNarrator, unit: u, steps: 100, rule: ruOffset}
		if n.val == latBefore {
			x.steps = -100
		}
		if e := m.at(k + 1); e.class == wPunct || e.class == wEnd {
			return x.upTo(i, k+1), true
		}
		if y, ok := m.afterEvent(x, i, k+1); ok {
			return y, true
		}
		return x.upTo(i, k+1), true
	}
	if n.class == wOf && u <= uYear {
		if e := m.nounPhrase(k + 1); e > k+1 {
			x := mention{level: u, rel: relEvent, unit: u, rule: ruOfEvent, event: extent{m.at(k + 1).start, m.at(e - 1).end}}
			return x.upTo(i, e), true
		}
	}
	if u == uDay && m.winsDay(i-1) {
		return mention{}, false
	}
	return mention{level: u, rel: relNarrator, unit: u, weak: true, rule: ruThis}.upTo(i, k), true
}

// isRoman reports whether a word is a number in capital Roman letters.
func isRoman(w string) bool {
	for i := range len(w) {
		switch w[i] {
		case 'I', 'V', 'X', 'L', 'C':
		default:
			return false
		}
	}
	return len(w) > 0
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

// theSpan recognises "the time", "the period", "the time of X". The noun is at j.
func (m *matcher) theSpan(i, j int) (mention, bool) {
	t := m.at(j)
	x := mention{kind: kSpan, rel: relNarrator, rule: ruSpan}
	k := j + 1
	if m.is(k, "being") {
		return mention{kind: kRef, ref: "PRESENT_REF", rule: ruReference}.upTo(i, k+1), true
	}
	switch t.val {
	case 1, 2, 3, 7, 8: // time, period, era, anniversary, duration
		if t.val == 3 && m.at(k).class != wOf {
			return x, false
		}
		if m.at(k).class == wOf {
			if e := m.nounPhrase(k + 1); e > k+1 {
				x.rel, x.rule, x.yearly = relEvent, ruOfEvent, t.val == 7
				x.event = extent{m.at(k + 1).start, m.at(e - 1).end}
				x.inner = m.dateAmong(k+1, e)
				return x.upTo(i, e), true
			}
		}
		if t.val >= 7 {
			return x, false
		}
		if p := m.at(i - 1); t.val == 1 && !(p.class == wPrep || p.class == wOf || p.class == wTo || p.class == wLater || p.class == wFunc && p.val == 0) {
			return x, false
		}
		if n := m.at(k); t.val == 1 && n.flags&fLine == 0 && (n.class == wNone && !m.looksVerb(k) || n.class == wTheWord || n.class == wPoss || n.class == wFunc && n.val == 3) {
			e := m.eventWords(k)
			x.rel, x.rule = relEvent, ruOfEvent
			x.event = extent{m.at(k).start, m.at(e - 1).end}
			if d, ok := m.toldAmong(k, e); ok {
				x.inner, x.told = d.anchor(), inner{extent: extent{d.start, d.end}, leadAt: d.leadAt, lead: d.lead, rule: d.rule}
			}
			return x.upTo(i, e), true
		}
		return x.upTo(i, k), true
	}
	return x, false
}

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
