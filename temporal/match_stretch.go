package temporal

// stretch reads the year that a duration d of whole years counts from, behind its unit at j: "the decade following 1902", "in the five
// years before 1914". Its date is the interval between.
func (m *matcher) stretch(d mention, from, j int) (mention, bool) {
	years := d.qty / 100
	switch d.unit {
	case uYear:
	case uDecade:
		years *= 10
	case uCentury:
		years *= 100
	default:
		return d, false
	}
	t, back := m.at(j), false
	switch {
	case t.class == wStep && (t.val == stepNext || t.val == stepPrev):
		back = t.val == stepPrev
	case t.class == wLater && (t.val == latAfter || t.val == latBefore):
		back = t.val == latBefore
	default:
		return d, false
	}
	y, n, ok := m.yearAt(j+1, true)
	if !ok || y.level != uYear || y.short || d.vague || years <= 0 || years > 1000 || d.unit == uYear && years == 1 || m.nounFollows(n) && !m.looksVerb(n) && m.at(n).flags&fCap == 0 {
		return d, false
	}
	a, b := y.year, y.year+years
	if back {
		a, b = y.year-years, y.year
	}
	if a < -9999 || b > 9999 {
		return d, false
	}
	d.level = d.unit
	d.fixed = string(appendISOYear(append(appendISOYear(nil, a), '/'), b))
	return d.upTo(from, n), true
}

// untilPresent reports whether a date that ends before j goes on to the present: 2001–present, 1996 to the present day.
func (m *matcher) untilPresent(j int) bool {
	switch t := m.at(j); {
	case t.class == wPunct && t.val == ptDash, t.class == wTo, t.class == wPrep && t.val == prUntil:
		j++
	default:
		return false
	}
	if m.at(j).class == wTheWord {
		j++
	}
	t := m.at(j)
	return t.class == wRef && (t.val == refPresent || t.val == refNow || t.val == refToday)
}
