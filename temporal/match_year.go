package temporal

// yearAt reads a year number at i; sure says that the words before it ask for a year, so that no other evidence is needed.
func (m *matcher) yearAt(i int, sure bool) (y mention, next int, ok bool) {
	t := m.at(i)
	if t.class == wEra && t.val == 1 {
		return m.calendar(i)
	}
	if t.class == wNumber && t.flags&(fGrouped|fDecimal) == fGrouped && t.num <= maxLongYear {
		if e, n := m.eraAt(i + 1); e < 0 { // 10,000 BC
			return mention{level: uYear, year: 1 - t.num, hasYear: true, era: e, rule: ruYear}, n, true
		}
	}
	if t.class != wNumber || t.flags&fGrouped != 0 || t.num == 0 || t.digits > 4 {
		return y, i, false
	}
	if m.otherEra(i + 1) {
		return y, i, false
	}
	y = mention{level: uYear, year: t.num, hasYear: true, rule: ruYear, digitsOK: t.digits >= 3 && m.bcDoc}
	if e, n := m.eraAt(i + 1); e != 0 {
		y.era = e
		if e < 0 {
			y.year = 1 - t.num
		}
		return y, n, true
	}
	if t.digits == 3 && m.bcDoc && sure && !m.countsSomething(i+1) && !m.countedRange(i) && !(m.at(i+1).class == wNone && m.pluralNoun(i+1)) && m.at(i-2).class != wNumber {
		if y.era = 1; !m.anno() {
			y.era, y.year = -1, 1-t.num
		}
		return y, i + 1, true
	}
	if t.digits != 4 || t.num < 1000 || t.num > 2199 {
		return y, i, false
	}
	if n := m.at(i + 1); n.class == wMeasure && !(sure && t.num >= 1600) || m.punct(i+1, '%') {
		return y, i, false // "in May 1200 men", but "in June 1952 aircraft"
	}
	return y, i + 1, true
}

// yearOfDay reads the year behind a day or a feast at i: one of three digits too, when it counts nothing.
func (m *matcher) yearOfDay(i int) (y mention, next int, ok bool) {
	if y, n, ok := m.yearAt(i, true); ok {
		return y, n, ok && (y.year >= 100 || y.era != 0)
	}
	t, n := m.at(i), m.at(i+1)
	if t.class != wNumber || t.digits != 3 || t.num < 100 || t.flags&(fGrouped|fLine) != 0 || m.quantity(i, i+1) || m.countsSomething(i+1) {
		return y, i, false
	}
	switch n.class {
	case wPunct:
		if n.val == '%' || m.glued(i+1) && m.glued(i+2) && n.val != ')' && m.at(i+2).class != wEnd {
			return y, i, false
		}
	case wEnd, wPrep, wTo, wLater:
	case wFunc:
		if n.val == 4 || n.val == 2 {
			return y, i, false // on 4 May 300 came
		}
	case wAnd, wOr:
		if c := m.at(i + 2).class; c == wNumber || c == wCard || c == wMeasure {
			return y, i, false
		}
	default:
		return y, i, false
	}
	return mention{level: uYear, year: t.num, hasYear: true, rule: ruYear}, i + 1, true
}

// anno reports whether the year told last was told to be one of the Lord (AD 70), or counts from there.
func (m *matcher) anno() bool {
	for k := len(m.out) - 1; k >= 0 && k >= len(m.out)-8; k-- {
		x := &m.out[k]
		switch {
		case !x.hasYear || x.kind > kTime:
		case x.level <= uYear && x.year < 1000:
			return x.year > 0
		case m.adDoc && x.level == uCentury && (x.era != 0 || x.year >= 3): // the text has years of both; a century tells
			return x.year > 0
		}
	}
	return false
}

// eraAt reads BC, BCE, AD, CE, B.C. at i.
func (m *matcher) eraAt(i int) (era int8, next int) {
	t := m.at(i)
	if t.class == wEra && (t.flags&fUpper != 0 || t.val == 0 && t.flags&fCap == 0) {
		if t.val == 0 {
			return -1, i + 1
		}
		return 1, i + 1
	}
	if (t.class == wNone || t.class == wArticle) && t.end-t.start == 1 && t.flags&fCap != 0 && m.punct(i+1, '.') && m.glued(i+1) && m.glued(i+2) {
		switch m.word(i) + m.word(i+2) {
		case "BC":
			era = -1
		case "AD", "CE":
			era = 1
		default:
			return 0, i
		}
		next = i + 3
		if m.punct(next, '.') && m.glued(next) {
			next++
			if m.glued(next) && m.at(next).end-m.at(next).start == 1 && m.word(next) == "E" && era < 0 { // B.C.E.
				if next++; m.punct(next, '.') && m.glued(next) {
					next++
				}
			}
		}
		return era, next
	}
	return 0, i
}

// maxLongYear is the greatest year before Christ that is written with a group of thousands.
const maxLongYear = 999_999

// longYears reads "10,000 BC", and the 7,500 of "7,500–6,000 BC".
func (m *matcher) longYears(i int) (y mention, next int, ok bool) {
	t, n := m.at(i), m.at(i+2)
	if t.flags&(fGrouped|fDecimal) != fGrouped || t.num > maxLongYear {
		return y, i, false
	}
	if y, next, ok = m.yearAt(i, true); ok {
		return y, next, true
	}
	if g := m.at(i + 1); g.class != wTo && g.class != wAnd && g.class != wOr && !m.punct(i+1, ptDash) || n.class != wNumber || n.num >= t.num {
		return y, i, false
	}
	if e, _ := m.eraAt(i + 3); e >= 0 {
		return y, i, false
	}
	return mention{level: uYear, year: 1 - t.num, hasYear: true, era: -1, rule: ruYear}, i + 1, true
}

// otherEra reports whether the word at i counts years from elsewhere: AH, A.H., AUC.
func (m *matcher) otherEra(i int) bool {
	switch m.word(i) {
	case "AH", "AUC", "BH":
		return true
	case "A", "B":
		return m.punct(i+1, '.') && m.glued(i+1) && m.glued(i+2) && m.word(i+2) == "H" && m.punct(i+3, '.')
	}
	return false
}

// year reads a bare number as a year when there is evidence for it.
func (m *matcher) year(i int) (x mention, next int, ok bool) {
	t := m.at(i)
	if y, n, ok := m.longYears(i); ok {
		return y, n, true
	}
	if t.flags&fGrouped != 0 || m.labelled(i) {
		return x, i, false
	}
	if y, n, ok := m.secondYear(i); ok {
		return y, n, true
	}
	if y, n, ok := m.firstYear(i); ok {
		return y, n, true
	}
	y, n, ok := m.yearAt(i, m.namesYear(i-1))
	if !ok || y.era == 0 && !m.yearEvidence(i) {
		return m.earlyYear(i)
	}
	return y, n, true
}

// earlyYear reads a year of three digits without an era, in a text that tells of such years.
func (m *matcher) earlyYear(i int) (x mention, next int, ok bool) {
	t := m.at(i)
	if t.digits != 3 || t.num < 100 || !m.bcDoc && !m.adDoc || !m.strongYearPrep(i-1) || m.nounFollows(i+1) || m.countsSomething(i+1) || m.countedRange(i) || m.quantity(i, i+1) || m.amount(i) {
		return x, i, false
	}
	x = mention{level: uYear, year: t.num, hasYear: true, rule: ruYear}
	switch {
	case !m.bcDoc:
		if n := m.at(i + 1); n.class == wOf || n.class == wNumber || n.class == wAdj || n.class == wNone && n.flags&fSpace == 0 {
			return x, i, false
		}
	case m.anno():
		x.era = 1
	default:
		x.era, x.year = -1, 1-t.num
	}
	return x, i + 1, true
}

// reign reads the first year of a range in parentheses behind a word, years of three digits among them: "(919–1024)", "(d. 843)".
func (m *matcher) reign(i int) (y mention, next int, ok bool) {
	t, n := m.at(i), m.at(i+2)
	if !m.hyphen(i+1) || n.class != wNumber || n.digits < 3 || n.digits > 4 || n.flags&fGrouped != 0 || n.num <= t.num || n.num > 1500 || n.num-t.num > 500 || !m.punct(i+3, ')') && !m.punct(i+3, ',') && !m.punct(i+3, ';') {
		return y, i, false
	}
	k := i - 1
	for steps := 0; steps < 3 && !m.punct(k, '('); steps++ { // (reigned 919–1024), (r. 871–899)
		if p := m.at(k); p.class != wNone && !m.punct(k, '.') && p.class != wApprox || p.flags&fCap != 0 {
			return y, i, false
		}
		k--
	}
	if p := m.at(k - 1); !m.punct(k, '(') || p.class != wNone && !p.class.mayName() || m.labelled(i) {
		return y, i, false
	}
	return mention{level: uYear, year: t.num, hasYear: true, rule: ruYear}, i + 1, true
}

// firstYear reads the first year of a range whose second one says what it is: "490–480 BC".
func (m *matcher) firstYear(i int) (y mention, next int, ok bool) {
	t := m.at(i)
	if t.digits == 3 && m.at(i-1).class == wPrep && m.at(i-1).val == prFrom && !m.bcDoc {
		u, n := m.at(i+1), m.at(i+2)
		if u.class == wPrep && u.val == prUntil && n.class == wNumber && n.flags&fGrouped == 0 && n.digits <= 4 && n.num > t.num && n.num <= 2199 && !m.quantity(i, i+3) && !m.countsSomething(i+3) {
			return mention{level: uYear, year: t.num, hasYear: true, rule: ruYear}, i + 1, true // from 861 until 1539
		}
	}
	if t.digits > 4 || t.num == 0 || !(m.punct(i+1, ptDash) || m.at(i+1).class == wTo || m.at(i+1).class == wAnd || m.at(i+1).class == wOr || m.punct(i+1, '/')) {
		return y, i, false
	}
	n := m.at(i + 2)
	if n.class != wNumber || n.digits > 4 || n.flags&fGrouped != 0 {
		return y, i, false
	}
	if e, _ := m.eraAt(i + 3); e > 0 && t.num < n.num {
		return mention{level: uYear, year: t.num, hasYear: true, era: 1, rule: ruYear}, i + 1, true
	} else if t.digits == 3 && !m.bcDoc && e == 0 {
		return m.reign(i)
	}
	if e, _ := m.eraAt(i + 3); e < 0 && (t.num >= n.num || !m.punct(i+1, ptDash)) {
		return mention{level: uYear, year: 1 - t.num, hasYear: true, era: -1, rule: ruYear}, i + 1, true
	}
	if t.digits == 4 && t.num >= 1000 && t.num <= 2199 && m.punct(i+1, ptDash) && !m.quantity(i, i+3) {
		if n.digits == 4 && n.num >= t.num && n.num <= 2199 || n.digits == 2 && n.num > t.num%100 {
			return mention{level: uYear, year: t.num, hasYear: true, rule: ruYear}, i + 1, true
		}
	}
	return y, i, false
}

// secondYear reads the second year of a range: "60" in "1958–60", "480" in "490–480 BC".
func (m *matcher) secondYear(i int) (y mention, next int, ok bool) {
	if m.lastEnd == 0 || m.lastEnd != i-1 || len(m.out) == m.first {
		return y, i, false
	}
	p := &m.out[len(m.out)-1]
	t := m.at(i)
	if e, _ := m.eraAt(i + 1); e != 0 && t.class == wNumber && (p.era < 0 || e > 0 && p.era > 0 && p.level == uYear && t.num >= p.year) {
		return m.yearAt(i, true)
	}
	if m.afterChrist(p, i) {
		return mention{level: uYear, year: t.num, hasYear: true, era: 1, rule: ruYear}, i + 1, true
	}
	if c := m.at(i - 1).class; (c == wAnd || c == wTo || c == wOr) && p.level == uYear && p.hasYear && p.kind == kDate && t.digits == 4 && t.num >= p.year && t.num <= p.year+150 && t.num <= 2199 && (m.at(i+1).class != wMeasure || p.year >= 1700) {
		return mention{level: uYear, year: t.num, hasYear: true, rule: ruYear}, i + 1, true
	}
	if !m.punct(i-1, ptDash) && !m.punct(i-1, '/') || p.level != uYear && p.level != uSeason || !p.hasYear || p.kind != kDate {
		return y, i, false
	}
	switch {
	case t.digits == 2 && p.year >= 1000 && (t.num > p.year%100 || p.year%100 == 99) && (m.glued(i) || m.endsRange(i+1)):
		y = mention{level: uYear, year: p.year/100*100 + t.num, hasYear: true, rule: ruShortYear}
		if t.num <= p.year%100 {
			y.year += 100
		}
	case t.digits == 1 && p.year >= 1000 && (m.punct(i-1, '/') && t.num == p.year%10+1 || m.hyphen(i-1) && t.num > p.year%10 && m.endsRange(i+1)):
		y = mention{level: uYear, year: p.year/10*10 + t.num, hasYear: true, rule: ruShortYear}
	case (t.digits == 4 || t.digits == 3 && p.year >= 100) && t.num >= p.year && t.num <= 2199:
		y = mention{level: uYear, year: t.num, hasYear: true, rule: ruYear}
	default:
		if _, n := m.eraAt(i + 1); n > i+1 {
			return m.yearAt(i, true)
		}
		return y, i, false
	}
	return y, i + 1, true
}

// afterChrist reports whether the number at i ends a range that p opens with a year marked BC: "200 BC to 100".
func (m *matcher) afterChrist(p *mention, i int) bool {
	t, g := m.at(i), m.at(i-1)
	if p.era >= 0 || p.level != uYear || p.kind != kDate || t.class != wNumber || t.digits < 2 || t.digits > 4 || t.flags&fGrouped != 0 || t.num == 0 || t.num > maxBareYear {
		return false
	}
	if m.at(int(p.to)-1).class == wNumber || !(g.class == wTo || m.punct(i-1, ptDash) || g.class == wAnd && m.at(int(p.from)-1).class == wPrep && m.at(int(p.from)-1).val == prBetween) {
		return false
	}
	return m.endsRange(i+1) && !m.countedRange(i) && !m.pluralNoun(i+1)
}

// endsRange reports whether nothing is joined to or counted by the number before i.
func (m *matcher) endsRange(i int) bool {
	if t := m.at(i); t.class == wPunct && t.val != ')' && t.val != ',' && t.val != ';' && m.glued(i+1) && m.at(i+1).class != wEnd {
		return false // a designation: 1763-4/7, 1763-4-B
	}
	return !m.countsSomething(i)
}

// strongYearPrep reports whether the word at i asks for a year behind it.
func (m *matcher) strongYearPrep(i int) bool {
	t := m.at(i)
	switch t.class {
	case wPrep:
		switch t.val {
		case prIn, prBy, prSince, prUntil, prDuring, prThrough, prBetween, prFrom, prInto:
			return true
		}
	case wLater:
		return t.val == latAfter || t.val == latBefore
	case wThan:
		p := m.at(i - 1)
		return p.class == wLater && (p.val == latLater || p.val == latEarlier)
	case wMod:
		return true
	case wUnit:
		return t.val&^unitPlural == uYear
	}
	return false
}

// namesYear reports whether the preposition at i, before a number from 1700 on, makes it a year whatever is counted
// behind it: "In 1914 soldiers marched".
func (m *matcher) namesYear(i int) bool {
	t := m.at(i)
	return t.class == wPrep && (t.val == prIn || t.val == prSince || t.val == prUntil || t.val == prDuring) && m.at(i+1).flags&fGrouped == 0
}

// yearEvidence weighs the neighbours of a four-digit number that could be a year.
func (m *matcher) yearEvidence(i int) bool {
	if m.quantity(i, i+1) && !(m.at(i).num >= 1700 && m.at(i).num < 2050 && m.namesYear(i-1)) {
		return false
	}
	t, p, n := m.at(i), m.at(i-1), m.at(i+1)
	if p.class == wPunct && m.glued(i) {
		switch p.val {
		case '.', '/', ':':
			return false
		case ptDash:
			if q := m.at(i - 2); q.class == wNumber || q.class == wNone && m.glued(i-1) && q.flags&fUpper != 0 && q.end-q.start <= 3 {
				return false // a designation
			}
		}
	}
	if n.class == wPunct && m.glued(i+1) && n.val == ':' && m.at(i+2).class == wNumber && !(p.flags&fCap != 0 || m.punct(i-1, '(')) {
		return false // but Smith 1973:2 and Smith (1973: 2)
	}
	if m.amount(i) {
		return false
	}
	plural := n.class == wNone && n.flags&(fCap|fLine) == 0 && n.flags&fSpace != 0 && m.pluralNoun(i+1)
	if plural && t.num >= 1700 && t.num <= maxBareYear && ofYear(m.word(i+1)) {
		return true
	}
	if m.strongYearPrep(i - 1) {
		return !(plural && t.num < 1700)
	}
	if m.atLeast(i) && !plural && t.num >= 1000 && t.num <= maxBareYear {
		return true
	}
	switch p.class {
	case wApprox:
		return !plural && (p.val == apAbout || p.val == apCirca) && t.num >= 1200 && !(p.val == apAbout && n.class == wNone && n.flags&(fCap|fLine) == 0 && n.flags&fSpace != 0 && !m.is(i+1, "onwards") && !m.is(i+1, "onward"))
	case wThan, wNumber, wMeasure, wLabel:
		return false
	}
	if plural && p.class != wTheWord && p.class != wArticle && p.class != wMod && !m.possessiveBefore(i) {
		return false
	}
	return t.num >= 1400 && t.num <= maxBareYear || n.class == wPunct && n.val == ')' && t.num <= 2099 && p.flags&fUpper == 0
}

// atLeast reports whether "at least" before token i says how far a time goes, behind a preposition: "until at least 1992".
func (m *matcher) atLeast(i int) bool {
	if !m.is(i-1, "least") || !m.is(i-2, "at") {
		return false
	}
	t := m.at(i - 3)
	return t.class == wPrep && (t.val == prUntil || t.val == prThrough || t.val == prSince || t.val == prFrom)
}

// ofYear reports a plural that a year stands before to say which: 53 percent of 1913 levels, the 1967 borders.
func ofYear(w string) bool {
	switch w {
	case "levels", "prices", "borders", "boundaries", "standards":
		return true
	}
	return false
}

// maxBareYear is the last year that a number without a word that asks for a year is taken for.
const maxBareYear = 2039

func (m *matcher) possessiveBefore(i int) bool {
	return m.is(i-1, "s") && m.punct(i-2, ptApos) || m.at(i-1).class == wPoss
}
