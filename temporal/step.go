package temporal

import "github.com/sinosoviet/sinosoviet/edtf"

// resolveRelative resolves a step or an offset against an anchor.
func (r *resolver) resolveRelative(x *mention, a anchor) {
	if x.kind == kSpan {
		if r.span.hasYear {
			a = r.span
		}
		if a.hasYear {
			x.year, x.hasYear, x.month, x.day, x.sub, x.level, x.basis = a.year, true, a.month, a.day, a.sub, a.level, basisResolved
		}
		return
	}
	if s := r.span; s.hasYear && s.level == x.unit && s.year > 0 && x.rel == relNarrator && x.rule != ruOffset { // the 1980s, and the end of the decade
		a = s
		if s.level == uCentury {
			a.year *= 100
		}
	}
	if !a.hasYear {
		return
	}
	if x.vague {
		r.someDay(x, a)
		return
	}
	n := int(x.steps)
	whole := n / 100
	switch x.unit {
	case uDay, uPart:
		r.byDays(x, a, whole)
	case uWeek, uWeekend, uFortnight:
		if x.weekday > 0 {
			r.byWeekdays(x, a, whole)
			return
		}
		if x.unit == uFortnight {
			whole *= 2
		}
		r.byWeeks(x, a, whole)
	case uMonth:
		if x.month > 0 { // the previous April
			r.nextOf(x, a, whole, position(x.month, 0))
			return
		}
		r.byMonths(x, a, whole)
		x.nthWeekday()
	case uSeason:
		r.nextOf(x, a, whole, position(0, x.sub))
	case uYear:
		x.year, x.hasYear, x.basis = a.year+int32(floorDiv(n+50, 100)), true, basisResolved
	case uDecade:
		r.byYears(x, a, n, 10)
	case uCentury:
		r.byYears(x, a, n, 100)
	case uHour, uMinute, uSecond:
		if a.day > 0 {
			x.byClock(a, n)
		}
	}
}

// byClock moves by n hundredths of an hour, a minute or a second: into another day where the clock's time at the anchor is known and the
// sum passes midnight; by whole days and what is likelier of the rest where it is not known. How likely the day beside it is stays in
// x.other, for [resolver.choseClock].
func (x *mention) byClock(a anchor, n int) {
	day := dayNumberOf(int(a.year), int(a.month), int(a.day))
	minutes := n / 100
	x.exact = true
	switch x.unit {
	case uHour:
		minutes = n * 60 / 100
	case uSecond:
		minutes = n / 6000
	}
	switch {
	case a.minute > 0:
		at := int(a.minute) - 1 + minutes
		day += floorDiv(at, minutesOfDay)
		if from, to := at-max(minutes/4, -minutes/4), at+max(minutes/4, -minutes/4); x.mod != mNone && floorDiv(from, minutesOfDay) != floorDiv(to, minutesOfDay) {
			x.exact = false // about midnight
			x.other = 100 * float32(to-floorDiv(to, minutesOfDay)*minutesOfDay) / float32(to-from)
			if floorDiv(at, minutesOfDay) == floorDiv(to, minutesOfDay) {
				x.other -= 100
			}
		}
		x.minuteOfDay = int16(floorMod(at, minutesOfDay) + 1)
	default: // 48 hours later; 20 hours later
		whole, rest := minutes/minutesOfDay, minutes%minutesOfDay
		day += whole
		x.other = 100 * float32(rest) / minutesOfDay
		switch {
		case x.other > 50:
			day++
			x.other -= 100
		case x.other < -50:
			day--
			x.other += 100
		}
	}
	x.setDay(day)
	x.level = uDay
}

const minutesOfDay = 24 * 60

// choseClock keeps the day beside the one that hours or minutes were counted to, when the clock leaves a choice.
func (r *resolver) choseClock(k int) {
	switch p := float64(r.men[k].other) / 100; {
	case p > 0:
		r.choseDay(k, 1, p/(1-p))
	case p < 0:
		r.choseDay(k, -1, -p/(1+p))
	}
}

// someDay resolves what is not told to the day: "the third day", "one night", "a few weeks later".
func (r *resolver) someDay(x *mention, a anchor) {
	x.bc = a.year <= 0
	switch {
	case x.rule == ruOffset || x.rule == ruEventOffset:
		if x.unit < uPart && a.day > 0 {
			x.year, x.hasYear, x.month, x.day, x.basis, x.exact = a.year, true, a.month, a.day, basisResolved, true
		}
		if x.unit == uWeek && x.several {
			x.year, x.hasYear = a.year, true // for the value; no date
		}
	case x.ordinal && x.level >= uDecade: // its first decade
	case x.one && a.level <= uDay && a.day > 0:
		x.year, x.hasYear, x.month, x.day, x.basis = a.year, true, a.month, a.day, basisResolved
	case x.level > uDay || x.one:
		x.year, x.hasYear, x.basis = a.year, true, basisResolved
	case x.ordinal && a.month > 0:
		x.year, x.hasYear, x.month, x.basis = a.year, true, a.month, basisResolved
	}
}

func (r *resolver) byDays(x *mention, a anchor, n int) {
	if a.day == 0 || a.month == 0 {
		x.year, x.hasYear, x.basis = a.year, true, basisResolved
		if n == 0 || n == 1 || n == -1 {
			x.month = a.month
		}
		return
	}
	x.setDay(dayNumberOf(int(a.year), int(a.month), int(a.day)) + n)
}

func (r *resolver) byWeekdays(x *mention, a anchor, n int) {
	if a.day == 0 {
		return
	}
	at := dayNumberOf(int(a.year), int(a.month), int(a.day))
	ahead := floorMod(int(x.weekday)-weekdayOf(at), 7)
	switch {
	case n > 0 && ahead == 0:
		ahead = 7
	case n < 0:
		ahead -= 7
	}
	x.setDay(at + ahead)
}

func (r *resolver) byWeeks(x *mention, a anchor, n int) {
	x.level = uWeek
	if a.day == 0 {
		x.year, x.hasYear, x.basis = a.year, true, basisResolved
		return
	}
	x.setDay(dayNumberOf(int(a.year), int(a.month), int(a.day)) + 7*n)
	y, w := isoWeek(int(x.year), int(x.month), int(x.day))
	x.year, x.week = int32(y), uint8(w)
}

func (r *resolver) byMonths(x *mention, a anchor, n int) {
	if a.month == 0 {
		x.year, x.hasYear, x.basis = a.year, true, basisResolved
		return
	}
	y, mo := addMonths(int(a.year), int(a.month), n)
	x.year, x.hasYear, x.month, x.basis = int32(y), true, uint8(mo), basisResolved
	if x.level == uMonth && x.rule == ruEventOffset && a.day > 0 {
		x.level, x.day = uDay, min(a.day, uint8(edtf.DaysIn(y, mo)))
	}
}

// position is the place of a month or season in its year, in months; 0 when not known.
func position(month, sub uint8) int {
	if month > 0 {
		return int(month)
	}
	switch sub {
	case 21:
		return 3
	case 22:
		return 6
	case 23:
		return 9
	case 24:
		return 1
	}
	return 0
}

// nextOf finds the month or season at position p of a year that lies n steps from the anchor.
func (r *resolver) nextOf(x *mention, a anchor, n, p int) {
	q := position(a.month, a.sub)
	y := int(a.year)
	switch {
	case n > 0 && (q == 0 || p <= q):
		y++
	case n < 0 && (q == 0 || p >= q):
		y--
	}
	x.year, x.hasYear, x.basis = int32(y), true, basisResolved
	switch {
	case x.sub != 24:
	case a.sub == 24:
		x.january = a.january
	default:
		x.january = n != 0 || a.month > 0 && a.month < 9
	}
}

// byYears moves by decades or centuries: an offset keeps the year, a step names the decade.
func (r *resolver) byYears(x *mention, a anchor, n, size int) {
	x.hasYear, x.basis = true, basisResolved
	if x.rule == ruOffset || x.rule == ruEventOffset {
		y := a.year + int32(n*size/100)
		if x.mod == mNone || y <= 0 {
			x.year, x.level = y, uYear
			return
		}
		x.year = y / 10 * 10 // almost two decades earlier: in that decade
		if size == 100 {
			x.year = y / 100
		}
		return
	}
	steps := n / 100
	if a.year <= 0 { // before Christ years count down
		bc := 1 - int(a.year)
		k := bc/size - steps
		x.era = -1
		if size == 10 {
			x.year = int32(-k * 10)
		} else {
			x.year = int32(-k - 1)
		}
		return
	}
	k := int(a.year)/size + steps
	if x.turn {
		k = (int(a.year) + 50) / 100
	}
	if size == 10 {
		x.year = int32(k * 10)
	} else {
		x.year = int32(k)
	}
}
