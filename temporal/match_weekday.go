package temporal

func (m *matcher) weekday(i int) (mention, bool) {
	t := m.at(i)
	if t.flags&fCap == 0 {
		return mention{}, false
	}
	if x, ok := m.feastDay(i); ok {
		return x, true
	}
	day := uint8(t.val &^ unitPlural)
	if t.val&unitPlural != 0 {
		return mention{kind: kSet, level: uWeek, weekday: day, rule: ruSet}.upTo(i, i+1), true
	}
	j := i + 1
	if m.punct(j, ',') {
		j++
	}
	if m.at(j).class == wTheWord {
		j++
	}
	if c := m.at(j).class; c == wMonth || c == wNumber || c == wOrd {
		if x, n, ok := m.calendar(j); ok && x.level == uDay {
			x.weekday = day
			return m.withClock(x, i, n)
		}
	}
	x := mention{level: uDay, weekday: day, rule: ruWeekday}
	if p := m.at(i + 1); p.class == wPart && p.flags&fLine == 0 {
		x.kind, x.part, x.level = kTime, uint8(p.val&^unitPlural), uPart
		return m.ofDay(x, i, i+2)
	}
	if n := m.at(i + 1); n.class == wNone && n.flags&(fCap|fLine) == fCap || m.at(i-1).class == wNone && m.at(i-1).flags&fCap != 0 && m.at(i).flags&fSpace != 0 {
		return x, false // Bloody Sunday, Sunday Times
	}
	return x.upTo(i, i+1), true
}

func (m *matcher) holiday(i int) (mention, bool) {
	t := m.at(i)
	if p := m.at(i - 1); t.flags&fCap == 0 || p.class == wNone && p.flags&fCap != 0 && !m.glued(i) {
		return mention{}, false
	}
	x := mention{level: uDay, rule: ruHoliday}
	h := holidays[t.val]
	x.month, x.day = h.month, h.day
	if h.month == 0 {
		if h.movable == 0 {
			return mention{kind: kSpan, rule: ruHoliday}.upTo(i, i+1), true
		}
		x.month, x.movable = 4, h.movable
	}
	j := i + 1
	switch n := m.at(j); {
	case m.is(j, "eve"):
		j++
		if x.day > 1 {
			x.day--
		}
	case m.is(j, "day"), m.is(j, "sunday"):
		j++
	case n.class == wWeekday && x.movable >= feastEaster && n.val == 1:
		x.movable++
		j++
	case n.class == wPart:
		x.part, x.kind, x.level = uint8(n.val&^unitPlural), kTime, uPart
		if n.val == partNI && x.day > 1 {
			x.day--
		}
		j++
	}
	if y, n, ok := m.yearOfDay(j); ok {
		x.setYear(y)
		return x.upTo(i, n), true
	}
	if m.punct(j, ',') {
		if y, n, ok := m.yearAt(j+1, true); ok && y.year >= 1000 {
			x.setYear(y)
			return x.upTo(i, n), true
		}
	}
	x, j, _ = m.ofYear(x, j)
	return x.upTo(i, j), true
}
