package temporal

// Decades, centuries, millennia and seasons.

// decade reads 1950s, 470s BC, '50s behind an apostrophe.
func (m *matcher) decade(i int) (x mention, next int, ok bool) {
	t := m.at(i)
	x = mention{level: uDecade, rule: ruDecade, hasYear: true}
	if m.word(i)[0] > '9' { // the fifties
		p := m.at(i - 1)
		if p.class != wTheWord && p.class != wMod && p.class != wDem && !(p.class == wPunct && p.val == ptDash) {
			return x, i, false
		}
		x.year, x.short = t.num, true
		if t.flags&fCap == 0 && (p.class == wTheWord || p.class == wMod || p.class == wDem) || p.class != wPunct {
			return x, i + 1, true
		}
		return x, i, false
	}
	if t.num%10 != 0 {
		return x, i, false
	}
	e, n := m.eraAt(i + 1)
	switch digits := int(t.end-t.start) - 1; {
	case e < 0:
		x.year, x.era = -t.num, -1
		return x, n, true
	case digits == 4 && t.num >= 1000 && t.num < 2200:
		x.year = t.num
		if t.num%100 == 0 && t.num < 2000 { // the 1900s: the century as often as the decade; the decade here
			return x, i + 1, true
		}
		if e > 0 {
			return x, n, true
		}
		return x, i + 1, true
	case digits == 2 && (m.punct(i-1, ptApos) || m.at(i-1).class == wTheWord || m.at(i-1).class == wMod):
		x.year, x.short = t.num, true
		return x, i + 1, true
	case digits == 3 && m.bcDoc:
		x.year, x.era = -t.num, -1
		return x, i + 1, true
	}
	return x, i, false
}

// century reads "20th century", "eighteenth-century", "4th century BC", "second millennium".
func (m *matcher) century(i int) (x mention, next int, ok bool) {
	n, j, ok := m.ordinalNumber(i)
	if !ok {
		return x, i, false
	}
	if m.hyphen(j) && m.at(j+1).class != wOrd {
		j++
	}
	if !m.hyphen(j - 1) {
		if last, ok := m.lastOfList(j); ok {
			x, _, ok = m.century(last)
			if !ok || n > 30 {
				return x, i, false
			}
			if x.year = n - 1; x.era < 0 {
				x.year = -n
			}
			return x, j, true
		}
	}
	u := m.at(j)
	if u.class != wUnit || u.val&^unitPlural != uCentury && u.val&^unitPlural != uMillennium || n < 1 || n > 30 {
		return x, i, false
	}
	if next, ok := m.annoHegirae(j + 1); ok && u.val == uCentury && n*hijriCentury <= lastHijri {
		return hijriOf(int(n-1)*hijriCentury+1, int(n)*hijriCentury), next, true
	}
	if m.otherEra(j + 1) {
		return x, i, false
	}
	x = mention{level: u.val &^ unitPlural, hasYear: true, year: n - 1, rule: ruCentury}
	e, next := m.eraAt(j + 1)
	if e < 0 {
		x.era, x.year = -1, -n
		return x, next, true
	}
	if e > 0 {
		x.era = 1
		return x, next, true
	}
	return x, j + 1, true
}

// lastOfList finds the last ordinal of a list that goes on at j, one that a unit follows: "20th" in "the 19th and early 20th centuries".
func (m *matcher) lastOfList(j int) (last int, ok bool) {
	for steps := 0; steps < 5; steps++ {
		t := m.at(j)
		if !(t.class == wAnd || t.class == wOr || t.class == wTo || t.class == wPrep && (t.val == prThrough || t.val == prUntil) || t.class == wPunct && (t.val == ',' || t.val == ptDash || t.val == '&' || t.val == '/')) {
			break
		}
		j++
		if m.at(j).class == wAnd || m.at(j).class == wOr {
			j++
		}
		for t := m.at(j); t.class == wTheWord || t.class == wMod && t.val <= modMid; t = m.at(j) {
			j++
			if m.hyphen(j) {
				j++
			}
		}
		_, next, found := m.ordinalNumber(j)
		if !found {
			break
		}
		last, j = j, next
		ok = true
	}
	return last, ok && (m.at(j).class == wUnit || m.hyphen(j) && m.at(j+1).class == wUnit)
}

// ordinalNumber reads first, 20th, twenty-first.
func (m *matcher) ordinalNumber(i int) (n int32, next int, ok bool) {
	t := m.at(i)
	if t.class == wOrd {
		return t.num, i + 1, true
	}
	if t.class == wCard && t.num >= 20 && t.num <= 90 && t.num%10 == 0 && m.punct(i+1, ptDash) {
		if o := m.at(i + 2); o.class == wOrd && o.num < 10 {
			return t.num + o.num, i + 3, true
		}
	}
	return 0, i, false
}

// season reads "spring 1916", "summer of 1916", "autumn of that year", "the Spring Offensive"'s spring.
func (m *matcher) season(i int) (x mention, next int, ok bool) {
	t := m.at(i)
	x = mention{level: uSeason, sub: uint8(t.val &^ unitPlural), rule: ruSeason}
	j := i + 1
	if y, n, ok := m.yearAt(j, true); ok && y.year >= 1000 {
		x.setYear(y)
		return x, m.winterEnd(&x, n), true
	}
	if m.punct(j, ',') {
		if y, n, ok := m.yearAt(j+1, true); ok && y.year >= 1000 {
			x.setYear(y)
			return x, m.winterEnd(&x, n), true
		}
	}
	x, j, _ = m.ofYear(x, j)
	if j > i+1 {
		return x, m.winterEnd(&x, j), true
	}
	if m.at(j).class == wDem && m.at(j+1).class == wUnit && m.at(j+1).val == uYear {
		return x, j, true
	}
	if m.is(i, "fall") && !m.fallSeason(i) || m.is(i, "spring") && m.waterSpring(i) {
		return x, i, false
	}
	x.weak = t.flags&fCap == 0 && m.nounFollows(j) || // winter sports
		m.at(j).class == wOf || t.val&unitPlural != 0 // the winter of the siege, the winters: of what year is not said
	return x, j, true
}

// winterEnd is the token after the second year of a winter, "78" in "the winter of 1777–78"; j when there is none there.
func (m *matcher) winterEnd(x *mention, j int) int {
	n := m.at(j + 1)
	if x.sub != 24 || !x.hasYear || n.class != wNumber || n.flags&fGrouped != 0 || !m.hyphen(j) && !(m.punct(j, '/') && m.glued(j+1)) {
		return j
	}
	switch {
	case x.year >= 1000 && (n.digits == 4 && n.num == x.year+1 || n.digits == 2 && n.num == (x.year+1)%100 || n.digits == 1 && n.num == (x.year+1)%10):
		return j + 2
	case x.era < 0 && n.num == -x.year: // 480/479 BC
		if e, k := m.eraAt(j + 2); e < 0 {
			return k
		}
		return j + 2
	}
	return j
}

// waterSpring reports whether "spring" at i is one of water, or the verb: a healing spring, they spring up.
func (m *matcher) waterSpring(i int) bool {
	p, n := m.at(i-1), m.at(i+1)
	if p.class == wTo || p.class == wFunc && p.val == 3 || m.is(i+1, "water") {
		return true
	}
	return (p.class == wArticle || p.class == wNone && p.flags&fCap == 0 && m.at(i-2).class == wArticle) && (n.class != wNone || m.looksVerb(i+1))
}

// fallSeason reports whether "fall" at i is the season: "in the fall", "late fall", "that fall", "in fall", the fall campaign.
func (m *matcher) fallSeason(i int) bool {
	n := m.at(i + 1)
	if n.class == wOf {
		return false
	}
	switch m.word(i + 1) {
	case "campaign", "campaigns", "offensive", "offensives", "election", "elections", "semester", "term", "harvest", "session":
		return true
	}
	p, q := m.at(i-1), m.at(i-2)
	switch p.class {
	case wMod:
		return true
	case wStep:
		return p.val <= stepLast
	case wDem:
		return n.class != wNone
	case wPrep:
		return p.val == prIn || p.val == prBy || p.val == prDuring
	case wTheWord:
		return q.class == wPrep && (q.val == prIn || q.val == prBy || q.val == prDuring) && n.class != wNone || q.class == wMod || n.class == wPunct && q.class == wPrep
	case wPunct:
		return p.val == ptDash && m.at(i-2).class == wMod
	}
	return false
}
