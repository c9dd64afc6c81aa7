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

// ofTheTime reports a word that "of the time" behind it makes a measure of how often.
func ofTheTime(w string) bool {
	switch w {
	case "most", "Most", "much", "Much", "some", "part", "rest", "half", "percent", "all", "none":
		return true
	}
	return false
}

// theSpan recognises "the time", "the period", "the time of X". The noun is at j.
func (m *matcher) theSpan(i, j int) (mention, bool) {
	t := m.at(j)
	x := mention{kind: kSpan, rel: relNarrator, rule: ruSpan}
	k := j + 1
	if m.is(k, "being") {
		return mention{kind: kRef, ref: "PRESENT_REF", rule: ruReference}.upTo(i, k+1), true
	}
	if p := m.at(i - 1); t.val == 1 && m.at(k).class != wOf && (m.is(i-1, "all") || p.class == wOf && ofTheTime(m.word(i-2))) {
		return mention{kind: kSpan, rule: ruSpan}.upTo(i, k), true // all the time, most of the time: always
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
