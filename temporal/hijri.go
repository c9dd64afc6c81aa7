package temporal

// Years of the Hijra are told with "AH": "656 AH", "AH 1258", "the 3rd century AH". They are lunar, about eleven days shorter than ours, and
// when a month began was seen and not counted; so a year becomes the interval of the two years of our era it touches, both with the sign for
// "about". The years are those of the tabular Islamic calendar in its civil form: 30 years have 10,631 days, 11 of them are leap years, and
// the first began on 16 July 622 (E. M. Reingold, N. Dershowitz, Calendrical Calculations, ch. 7). Up to 1582 the years touched are Julian
// ones, as in histories.

const (
	hijriEpoch   = 1948440 // Julian day number of 1 Muharram of the year 1
	lastHijri    = 1500    // what is later is no year yet
	hijriCentury = 100
)

// hijriStart is the Julian day number on which a year of the Hijra begins.
func hijriStart(year int) int { return hijriEpoch + 354*(year-1) + (3+11*year)/30 }

// yearOfJulianDay is the year of our era, Julian before October 1582, of a day given by its Julian day number, which is not before Christ.
func yearOfJulianDay(n int) int {
	const (
		day0      = 2440588 // Julian day number of 1 January 1970
		gregorian = 2299161 // of 15 October 1582
	)
	if n < gregorian { // E. G. Richards, in the Explanatory Supplement to the Astronomical Almanac, 3rd ed., 15.11.3
		e := 4*(n+1401) + 3
		h := 5*(e%1461/4) + 2
		month := (h/153+2)%12 + 1
		return e/1461 - 4716 + (14-month)/12
	}
	y, _, _ := dayOfNumber(n - day0)
	return y
}

// hijriYears are the years of our era that the years of the Hijra from a to b touch.
func hijriYears(a, b int) (from, to int32) {
	return int32(yearOfJulianDay(hijriStart(a))), int32(yearOfJulianDay(hijriStart(b+1) - 1))
}

// hijri reads a year or a century of the Hijra from the number at i on, with the "AH" before or behind it.
func (m *matcher) hijri(i int) (x mention, ok bool) {
	t := m.at(i)
	if t.flags&(fGrouped|fDecimal) != 0 || t.num < 1 || t.num > lastHijri {
		return x, false
	}
	if next, ok := m.annoHegirae(i + 1); ok {
		return hijriOf(int(t.num), int(t.num)).upTo(i, next), true
	}
	for _, from := range [...]int{i - 1, i - 4} { // AH 656, A.H. 656
		if next, ok := m.annoHegirae(from); ok && next == i && from >= m.lastEnd {
			return hijriOf(int(t.num), int(t.num)).upTo(from, i+1), true
		}
	}
	if n := m.at(i + 2); (m.punct(i+1, ptDash) || m.at(i+1).class == wTo) && n.class == wNumber && t.num < n.num && n.num <= lastHijri {
		if _, ok := m.annoHegirae(i + 3); ok { // 656–660 AH
			return hijriOf(int(t.num), int(t.num)).upTo(i, i+1), true
		}
	}
	return x, false
}

// annoHegirae reads AH or A.H. at i.
func (m *matcher) annoHegirae(i int) (next int, ok bool) {
	if m.word(i) == "AH" {
		return i + 1, true
	}
	if m.word(i) == "A" && m.punct(i+1, '.') && m.word(i+2) == "H" && m.glued(i+1) && m.glued(i+2) && m.punct(i+3, '.') && m.glued(i+3) {
		return i + 4, true
	}
	return i, false
}

// hijriOf is the mention of the years of the Hijra from a to b.
func hijriOf(a, b int) mention {
	from, to := hijriYears(a, b)
	x := mention{level: uYear, year: from, last: to, hasYear: true, mod: mApprox, rule: ruHijri}
	if b > a {
		x.level = uCentury
	}
	f := append(appendISOYear(nil, from), '~')
	if to > from {
		f = append(appendISOYear(append(f, '/'), to), '~')
	}
	x.fixed = string(f)
	return x
}

// bothEras joins a year of the Hijra with the one of our era that stands beside it and says the same: "656 AH (1258)" is dated by
// the year in parentheses, and of "1258/656 AH" the second says nothing new.
func (m *matcher) bothEras(men []mention, k int) {
	x, y := &men[k], &men[k+1]
	if x.rule != ruHijri && y.rule != ruHijri || x.rule == y.rule || !m.oneMark(int(x.to), int(y.from)) {
		return
	}
	switch {
	case x.rule == ruHijri && !x.sameYear(y):
	case x.rule == ruHijri && k+2 < len(men) && (men[k+2].join == joinDash || men[k+2].join == joinTo): // 40 AH (660–661)
		x.alias = true
	case x.rule == ruHijri:
		x.fixed, x.mod, x.year, x.level, x.month, x.day = "", y.mod, y.year, y.level, y.month, y.day
		y.alias = true
	case y.sameYear(x):
		y.alias = true
	default:
		return
	}
	y.join = joinNone
}

// oneMark reports whether a bracket, slash, comma or dash is all that stands between tokens i and j.
func (m *matcher) oneMark(i, j int) bool {
	t := m.at(i)
	return j == i+1 && t.class == wPunct && (t.val == '(' || t.val == '[' || t.val == '/' || t.val == ',' || t.val == ptDash)
}

// sameYear reports whether a date of our era may lie in the year of the Hijra that x tells; a year's difference may be an older reckoning.
func (x *mention) sameYear(y *mention) bool {
	return y.kind == kDate && y.hasYear && !y.short && y.rel == relNone && y.level <= uYear && y.fixed == "" && y.year >= x.year-1 && y.year <= x.last+1
}
