package temporal

// clockTime reads 5:30 PM, 11 a.m., 0600 hours, 3 o'clock.
func (m *matcher) clockTime(i int) (x mention, next int, ok bool) {
	t := m.at(i)
	if t.class != wNumber || t.digits > 4 || t.flags&fGrouped != 0 && t.flags&fDecimal == 0 {
		return x, i, false
	}
	x = mention{kind: kTime, level: uHour, clock: true, rel: relNarrator, unit: uDay, rule: ruClock}
	h, mi, j := t.num, int32(0), i+1
	colon := false
	if t.digits <= 2 && m.punct(j, ':') && m.glued(j) && m.glued(j+1) {
		if n := m.at(j + 1); n.class == wNumber && n.digits == 2 && n.num < 60 && h < 25 {
			mi, j, colon = n.num, j+2, true
			if m.punct(j, ':') {
				if s := m.at(j + 1); s.class == wNumber && s.digits == 2 {
					j += 2
				}
			}
		}
	}
	if t.flags&fDecimal != 0 {
		h, mi = t.num/100, t.num%100
	}
	pm, n := m.meridiem(j)
	switch {
	case pm == 24 && colon && h <= 24:
		j = n
	case pm == 25 && h <= 12:
		j = n
	case pm >= 0 && pm <= 12 && h <= 12 && h >= 1:
		h = h%12 + int32(pm)
		j = n
	case pm == 24 && t.digits == 4 && t.num < 2400:
		h, mi, j = t.num/100, t.num%100, n
	case m.is(j, "hours") && t.digits == 4 && t.num < 2400 && m.word(i)[0] <= '2':
		h, mi, j = t.num/100, t.num%100, j+1
	case colon && h <= 24:
		if m.punct(i-1, ':') || t.digits == 1 && m.at(i-1).class != wPrep && m.at(i-1).class != wApprox {
			return x, i, false
		}
	default:
		return x, i, false
	}
	if h > 24 || mi > 59 {
		return x, i, false
	}
	x.hour, x.minute = int8(h), int8(mi)
	return x, j, true
}

// meridiem reads am, p.m., o'clock at j: 0 or 12, 24 for hours, 25 for o'clock, -1 for none.
func (m *matcher) meridiem(j int) (pm int, next int) {
	t := m.at(j)
	if t.class == wMeridiem {
		if t.val == 24 {
			return 24, j + 1
		}
		if t.val <= 12 {
			return int(t.val), j + 1
		}
	}
	if t.end-t.start == 1 && m.punct(j+1, '.') && m.is(j+2, "m") && m.glued(j+1) && m.glued(j+2) {
		n := j + 3
		if m.punct(n, '.') && m.glued(n) {
			n++
		}
		switch m.text[t.start] | 0x20 {
		case 'a':
			return 0, n
		case 'p':
			return 12, n
		}
	}
	if m.is(j, "o") && m.punct(j+1, ptApos) && m.is(j+2, "clock") {
		return 25, j + 3
	}
	return -1, j
}

// withClock closes a date over tokens [i, j), taking in a clock time right behind it: "May 8 1:00AM".
func (m *matcher) withClock(x mention, i, j int) (mention, bool) {
	if x.level == uDay {
		k := j
		if m.punct(k, ',') {
			k++
		}
		if m.at(k).class == wNumber {
			if c, n, ok := m.clockTime(k); ok {
				x.kind, x.level, x.clock, x.hour, x.minute, x.rule = kTime, uHour, true, c.hour, c.minute, ruClock
				return x.upTo(i, n), true
			}
		}
	}
	return x.upTo(i, j), true
}

// withDate lets a clock time know the day behind it ("11 a.m. on 11 November 1918"), which stays an expression of its own.
func (m *matcher) withDate(x mention) (mention, bool) {
	j := int(x.to)
	for k := j; k < j+3; k++ { // local time, Baghdad time
		if t := m.at(k); t.class == wSpan && t.val == 1 {
			j = k + 1
			break
		} else if t.class != wNone {
			break
		}
	}
	if z := m.at(j); z.class == wNone && z.flags&fUpper != 0 && z.end-z.start >= 3 && z.end-z.start <= 4 {
		j++ // UTC, GMT
	}
	if p := m.at(j); p.class == wPrep && p.val == prOn || p.class == wOf || p.class == wPunct && p.val == ',' {
		j++
	}
	if m.at(j).class == wTheWord {
		j++
	}
	if m.at(j).class == wWeekday {
		if j++; m.punct(j, ',') {
			j++
		}
	}
	if c := m.at(j).class; c == wNumber || c == wMonth || c == wOrd {
		if d, _, ok := m.calendar(j); ok && d.level == uDay {
			x.rel = relNone
			x.month, x.day = d.month, d.day
			if d.hasYear {
				x.setYear(d)
			}
		}
	}
	return x, true
}
