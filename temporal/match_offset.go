package temporal

// offset reads what makes a duration that ends before j a distance in time.
func (m *matcher) offset(d mention, from, j int) (mention, bool) {
	t := m.at(j)
	if t.class != wLater {
		if m.is(j, "into") || m.is(j, "since") {
			return d, false
		}
		return d, false
	}
	x := mention{level: d.unit, rel: relNarrator, unit: d.unit, steps: d.qty, vague: d.vague, rule: ruOffset}
	if x.unit < uDay {
		x.kind = kTime
	}
	if x.vague {
		x.steps, x.several = 100, d.several
	}
	switch t.val {
	case latLater, latHence:
		return x.upTo(from, j+1), true
	case latEarlier:
		x.steps = -x.steps
		return x.upTo(from, j+1), true
	case latAgo:
		x.steps = -x.steps
		x.rel = relNow
		return x.upTo(from, j+1), true
	}
	if t.val == latBefore {
		x.steps = -x.steps
	}
	if n := m.at(j + 1); n.class == wPunct || n.class == wEnd { // "two years before, …"
		if p := m.at(from - 1); p.class == wPrep && p.val != prBy {
			return x, false
		}
		return x.upTo(from, j+1), true
	}
	if p := m.at(from - 1); p.class == wPrep && p.val != prUntil && p.val != prBy && p.val != prSince && p.val != prOn {
		return d, false // "for two months before moving"
	}
	return m.afterEvent(x, from, j+1)
}

// afterEvent closes an offset whose event's words start at j: a date, "that", or the words of an event.
func (m *matcher) afterEvent(x mention, from, j int) (mention, bool) {
	if m.at(j).class == wDem && (m.at(j).val == 2 || m.at(j).val == 1) {
		if n := m.at(j + 1); n.class == wPunct || n.class == wEnd || n.class == wFunc {
			return x.upTo(from, j+1), true
		}
	}
	end := m.eventWords(j)
	if end == j {
		return x, false
	}
	if m.opensSentence(from) {
		end = m.mainClause(j, end)
	}
	x.rel, x.rule = relEvent, ruEventOffset
	x.event = extent{m.at(j).start, m.at(end - 1).end}
	x.clause, x.distance = m.clauseAmong(j, end), m.at(j-2).end
	x.inner = m.dateAmong(j, end)
	if d, ok := m.dayOfYear(j); ok && !x.inner.hasYear {
		x.inner = anchor{month: d.month, day: d.day, level: uDay}
		end = int(d.to)
		x.event.end = m.at(end - 1).end
	}
	return x.upTo(from, end), true
}

// opensSentence reports whether a sentence starts with token i.
func (m *matcher) opensSentence(i int) bool {
	p := m.at(i - 1)
	return m.at(i).flags&fCap != 0 && (p.class == wEnd || p.class == wPunct && (p.val == '.' || p.val == '?' || p.val == '!'))
}

// mainClause is where the main clause of a sentence starts within the words [i, j) of an event that opens it: "Two days after the
// signing | he left", "The day after the battle | Smith told …". It is j when a mark parts them, or when no such place is plain.
func (m *matcher) mainClause(i, j int) int {
	if t := m.at(j); j-i < maxEvent && t.class == wPunct && t.val != '.' && t.val != ptQuote {
		return j
	}
	for k := i + 1; k < j; k++ {
		p, t := m.at(k-1), m.at(k)
		if p.class != wNone && p.class != wNumber && !p.class.mayName() || p.flags&fCap == 0 && p.class == wNone && m.looksVerb(k-1) && m.at(k-2).class != wTheWord {
			continue // no noun
		}
		switch {
		case t.class == wFunc && t.val == 3 && !m.is(k, "them") && !m.is(k, "him") && !m.is(k, "us"):
			if n := m.at(k + 1); n.class == wNone && n.flags&fCap == 0 {
				return k
			}
		case t.class == wTheWord, t.class == wArticle, t.class == wPoss && k > i+1:
		case t.class == wNone && t.flags&fCap != 0 && p.flags&fCap == 0 && p.class == wNone && m.at(i).class == wTheWord:
		default:
			continue
		}
		if m.verbAmong(k+1, k+6) {
			return k
		}
	}
	return j
}

// verbAmong reports whether a plain finite verb is one of the tokens [i, j), before any mark.
func (m *matcher) verbAmong(i, j int) bool {
	for k := i; k < j; k++ {
		switch t := m.at(k); t.class {
		case wEnd:
			return false
		case wPunct:
			if t.val != ptApos && t.val != ptDash {
				return false
			}
		case wFunc:
			if t.val == 2 || t.val == 4 {
				return true
			}
		case wNone:
			if w := m.word(k); t.flags&fCap == 0 && m.looksVerb(k) && w[len(w)-1] != 'y' && w[len(w)-1] != 'g' {
				return true
			}
		}
	}
	return false
}

// clauseAmong reports whether tokens [i, j) hold a finite verb behind a subject: "Adams had to leave", not "the armistice" or "leaving".
func (m *matcher) clauseAmong(i, j int) bool {
	for k := i + 1; k < j; k++ {
		switch t := m.at(k); t.class {
		case wFunc:
			if t.val == 2 || t.val == 4 {
				return true
			}
		case wNone:
			w := m.word(k)
			if t.flags&fCap == 0 && m.looksVerb(k) && w[len(w)-1] != 'y' && w[len(w)-1] != 'g' && m.at(k-1).class != wTheWord && m.at(k-1).class != wArticle {
				return true
			}
		case wOf, wPrep:
			return false
		}
	}
	return false
}

// dayOfYear recognises a day without year at i: "5 May", "Christmas", "the new year".
func (m *matcher) dayOfYear(i int) (x mention, ok bool) {
	if m.at(i).class == wTheWord {
		i++
	}
	depth, last := m.depth, m.lastEnd
	m.lastEnd = i
	switch m.at(i).class {
	case wMonth, wNumber, wOrd:
		var j int
		if x, j, ok = m.calendar(i); ok {
			x = x.upTo(i, j)
		}
	case wHoliday:
		x, ok = m.holiday(i)
	case wNone:
		if m.is(i, "new") && m.is(i+1, "year") {
			x, ok = m.newYear(i + 1)
		}
	}
	m.depth, m.lastEnd = depth, last
	return x, ok && x.kind == kDate && x.level == uDay && x.day > 0 && x.movable == 0
}
