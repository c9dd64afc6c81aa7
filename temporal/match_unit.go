package temporal

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
		for n := k; n <= k+1; n++ {
			if y, ok := m.hijri(n); ok && y.from == int32(k) { // the year 500 AH
				return y.upTo(i, int(y.to)), true
			}
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
	if t.flags&fCap != 0 && m.at(i).flags&fCap == 0 && n.class != wOf && !(u == uYear && m.at(i-1).class == wOf) {
		return mention{}, false // the Century Hotel, but the Man of the Year
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
