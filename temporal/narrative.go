package temporal

// The year of a month, day or season is chosen by the cheapest way to tell the dates from here to the next
// one that has a year of its own: going on is cheap, stepping back costs, and so does a leap of many months.

// Costs, in tenths. Fitted on seven articles, checked on seven others.
const (
	costForward   = 1  // a month on
	costFar       = 4  // a month on, beyond half a year
	costBack      = 11 // stepping back at all
	costBackMonth = 3  // a month back
	costOtherYear = 20 // a year away from an anchor without month
	costOutside   = 40 // outside the years of the section's heading
	costWeekday   = 90 // a day that was another day of the week
	costEnd       = 60 // at most, for reaching the next date with a year
	nearMonths    = 6
	maxRun        = 14 // mentions looked ahead
)

// yearRange is the years a section's heading names.
type yearRange struct {
	from, to  int32
	known     bool
	level     int  // of the heading
	inherited bool // from a heading above
}

// point is a date on the way: months are tenths of a month in the year, -1 when not known.
type point struct {
	months              int
	year                int32
	fixed               bool
	winter              bool  // counted by its January
	goesOn              bool  // in the same sentence as the date before it
	month, day, weekday uint8 // of a day whose weekday is told
}

// pointOf is the place of a date in its year.
func pointOf(level unit, month, day, sub uint8, mod modifier) int {
	switch {
	case month > 0:
		p := int(month-1) * 10
		switch {
		case day > 0:
			p += int(day-1) / 3
		case mod == mEnd:
			p += 7
		case mod == mMid:
			p += 5
		}
		return p
	case sub >= 21 && sub <= 24:
		return [...]int{30, 60, 90, 0}[sub-21]
	case sub >= 33 && sub <= 36:
		return int(sub-33) * 30
	case sub == 40:
		return 0
	case sub == 41:
		return 60
	}
	switch mod {
	case mStart:
		return 10
	case mMid:
		return 60
	case mEnd:
		return 100
	}
	return -1
}

// cost is that of telling a date after another.
func cost(a, b point) int {
	years := int(b.year - a.year)
	if a.months < 0 || b.months < 0 {
		switch {
		case years == 0:
			return 2
		case years < 0:
			return -years*costOtherYear + costBack
		}
		return years * costOtherYear
	}
	d := years*120 + b.months - a.months // tenths of months
	if d < 0 {
		if b.goesOn {
			return 2*costBack + -d*costBackMonth/10
		}
		return costBack + -d*costBackMonth/10
	}
	c := d * costForward / 10
	if d > nearMonths*10 {
		c += (d - nearMonths*10) * costFar / 10
	}
	return c
}

// outside is the cost of a year against the heading's.
func (r *resolver) outside(p point) int {
	y := p.year
	if p.weekday > 0 && !p.onWeekday() {
		return costWeekday
	}
	if p.winter && y == r.years.to+1 {
		return 0
	}
	if r.years.known && (y < r.years.from || y > r.years.to) {
		return costOutside
	}
	return 0
}

// firstGregorian is the first year whose weekdays are taken to be those of our calendar.
const firstGregorian = 1753

// lastJulian is the last year in which a country's dates may be those of the Julian calendar: Greece changed in 1923.
const lastJulian = 1923

// onWeekday reports whether the day was on the weekday told with it, in the Julian calendar or in ours, as far as that can be known.
func (p *point) onWeekday() bool {
	if p.weekday == 0 || p.day == 0 || p.year < firstGregorian {
		return true
	}
	n := dayNumberOf(int(p.year), int(p.month), int(p.day))
	behind := int(p.year/100) - int(p.year/400) - 2
	return weekdayOf(n) == int(p.weekday) || p.year <= lastJulian && weekdayOf(n+behind) == int(p.weekday)
}

// byWeekday is the year told last in which the day of p, mention k, was on the weekday told with it, when y is refuted by that; else y.
func (r *resolver) byWeekday(k int, p point, y int32) int32 {
	if p.year = y; p.onWeekday() {
		return y
	}
	for i := range r.recent {
		if p.year = r.recent[(r.newest+len(r.recent)-i)%len(r.recent)]; p.year >= firstGregorian && p.onWeekday() {
			r.choseWeekday(k, p.year, y)
			return p.year
		}
	}
	return y
}

// yearFor chooses the year of mention k.
func (r *resolver) yearFor(k int) (int32, bool) {
	var run [maxRun + 2]point
	n := 0
	end := point{}
	ended := false
	for j := k; j < len(r.men) && n < maxRun; j++ {
		x := &r.men[j]
		if x.block != r.men[k].block && (r.blocks[x.block].kind != prose || x.block > r.men[k].block+1 || r.blocks[r.men[k].block].kind != prose) {
			break
		}
		if x.kind > kTime || x.level > uYear || x.rel != relNone || x.short || x.timeless && !x.hasYear || (x.openParen || x.closeParen) && x.hasYear && x.level == uYear {
			if x.rel != relNone && x.kind <= kTime && x.unit >= uYear {
				break // what follows hangs on this
			}
			continue
		}
		p := point{months: pointOf(x.level, x.month, x.day, x.sub, x.mod), winter: x.sub == 24, goesOn: x.goesOn && !x.paren}
		if x.weekday > 0 && x.movable == 0 {
			p.month, p.day, p.weekday = x.month, x.day, x.weekday
		}
		if x.hasYear {
			if x.title || x.attribute || x.reported || r.excursion(j, x.year) {
				continue
			}
			if x.block == r.men[k].block && r.blocks[x.block].kind == heading {
				return x.year, true
			}
			p.year, p.fixed, p.weekday = x.year, true, 0
			end, ended = p, true
			break
		}
		if p.months < 0 || x.month == 0 && x.sub == 0 {
			continue
		}
		run[n] = p
		n++
	}
	if n == 0 {
		return 0, false
	}
	if !r.cur.hasYear {
		if !ended {
			return 0, false
		}
		return r.byWeekday(k, run[0], r.cheapest(k, run[:n], point{months: -1, year: end.year}, end, true)), true
	}
	from := point{months: pointOf(r.cur.level, r.cur.month, r.cur.day, r.cur.sub, r.cur.mod), year: r.cur.year}
	if from.months < 0 && r.men[k].sub == 24 {
		from.months = 60 // the winter that ends the year
	}
	return r.byWeekday(k, run[0], r.cheapest(k, run[:n], from, end, ended)), true
}

// cheapest is the year of the first point of the run, mention k, on the cheapest way from one date through it to another. The
// candidates are the years next to both ends.
func (r *resolver) cheapest(k int, run []point, from, end point, ended bool) int32 {
	var years [6]int32
	n := 0
	add := func(y int32) {
		for _, o := range years[:n] {
			if o == y {
				return
			}
		}
		years[n] = y
		n++
	}
	add(from.year)
	add(from.year + 1)
	add(from.year - 1)
	if ended && end.year-from.year <= 5 && from.year-end.year <= 5 {
		add(end.year)
		add(end.year - 1)
		add(end.year + 1)
	}
	var rest [6]int // cost from the point at hand, told in each of the years, to the end
	at := func(j, i int) point {
		p := run[j]
		p.year = years[i]
		return p
	}
	for i := range n {
		if ended {
			rest[i] = min(cost(at(len(run)-1, i), end), costEnd)
		}
		rest[i] += r.outside(at(len(run)-1, i))
	}
	for j := len(run) - 2; j >= 0; j-- {
		var next [6]int
		for i := range n {
			a, best := at(j, i), 1<<30
			for h := range n {
				best = min(best, cost(a, at(j+1, h))+rest[h])
			}
			next[i] = best + r.outside(a)
		}
		rest = next
	}
	best := 0
	for i := range n {
		rest[i] += cost(from, at(0, i))
		if rest[i] < rest[best] {
			best = i
		}
	}
	chosen := at(0, best)
	for i := range n {
		if p := at(0, i); !p.onWeekday() && chosen.onWeekday() {
			rest[i] = max(rest[i]-costWeekday, rest[best]) + costMisprint
		}
	}
	r.choseYear(k, years[:n], rest[:n], best)
	return years[best]
}

// farYears is how far from the narrative a year must lie to be an excursion when the narrative goes on where it was.
const farYears = 3

// excursion reports whether the year of mention j is told aside: far from the narrative, which the next dates take up again.
// A year that opens a sentence of a new paragraph, and that a date without year follows, is none.
func (r *resolver) excursion(j int, year int32) bool {
	if r.men[j].fronted && r.at != r.men[j].block && r.men[j].level <= uYear && j+1 < len(r.men) && r.men[j+1].block == r.men[j].block && !r.men[j+1].hasYear {
		return false
	}
	if !r.cur.hasYear || year-r.cur.year <= farYears && r.cur.year-year <= farYears {
		return false
	}
	for i, seen := j+1, 0; i < len(r.men) && i < j+12 && seen < 2; i++ {
		x := &r.men[i]
		if x.kind > kTime || !x.hasYear || x.short || x.rel != relNone || x.level > uYear {
			continue
		}
		if r.blocks[x.block].section != r.blocks[r.men[j].block].section {
			return false
		}
		seen++
		if abs(x.year-r.cur.year) < abs(x.year-year) && abs(x.year-r.cur.year) <= farYears {
			return true
		}
	}
	return false
}

func abs(n int32) int32 {
	if n < 0 {
		return -n
	}
	return n
}

// advance moves the narrative on to a resolved mention.
func (r *resolver) advance(k int) {
	x := &r.men[k]
	if x.kind == kDuration && x.hasYear {
		r.cur = anchor{year: x.year, hasYear: true, level: uYear}
		r.last, r.lastAt = r.cur, x.block
		return
	}
	if x.kind > kTime || !x.hasYear || x.short || x.fixed != "" || x.basis == basisNone || r.tagger.Mode != Narrative {
		return
	}
	if (x.title || x.reported) && r.cur.hasYear {
		return
	}
	if x.level > uYear {
		r.span, r.lastAt = anchor{year: x.year, hasYear: true, level: x.level}, x.block
		return
	}
	if x.month > 0 && x.month <= 12 && x.day > 0 && x.day <= 31 && x.rel == relNone {
		t := &r.told[x.month][x.day]
		t.year, t.ok = x.year, true
	}
	a := anchor{year: x.year, hasYear: true, month: x.month, day: x.day, sub: x.sub, level: x.level, mod: x.mod, january: x.january}
	if x.level == uPart || x.level == uHour || x.level == uWeek {
		a.level = uDay
	}
	if a.minute = x.clockMinute(); a.minute == 0 && x.goesOn && x.day > 0 && x.day == r.last.day && x.month == r.last.month { // at 9:30 on 14 June
		a.minute = r.last.minute
	}
	if r.blocks[x.block].kind == heading {
		r.lastAt = x.block
		r.heading(a, r.blocks[x.block].level)
		return
	}
	if (x.openParen || x.closeParen) && x.level == uYear && r.cur.hasYear || x.rel == relNow || x.rel != relNone && x.steps < 0 || x.lead == prSince && x.level == uYear && r.cur.hasYear {
		return // told back
	}
	r.last, r.span, r.lastAt = a, anchor{}, x.block
	if r.recent[r.newest] != a.year {
		r.newest = (r.newest + 1) % len(r.recent)
		r.recent[r.newest] = a.year
	}
	if r.excursion(k, x.year) {
		return
	}
	if x.attribute && x.basis == basisExplicit && r.cur.hasYear {
		return
	}
	if x.level == uYear && x.mod == mNone && r.cur.hasYear && r.cur.year == x.year {
		return
	}
	r.cur, r.at = a, x.block
}

// enter opens a section: the years of a heading hold for the sections below it. Where levels are not known, they
// hold until a heading names others.
func (r *resolver) enter(block int32) {
	level := r.blocks[block].level
	if r.years.known && (level > r.years.level || level == 0) {
		r.years.inherited = true
		return
	}
	r.years = yearRange{}
}

// heading takes a date of a heading: the section starts there.
func (r *resolver) heading(a anchor, level int) {
	if !r.years.known || r.years.inherited {
		r.years = yearRange{from: a.year, to: a.year, known: true, level: level}
		r.cur = a
		if !r.last.hasYear || r.last.year != a.year {
			r.last, r.span = a, anchor{}
		}
		return
	}
	r.years.from, r.years.to = min(r.years.from, a.year), max(r.years.to, a.year)
	if r.last.year < r.years.from || r.last.year > r.years.to {
		r.last = r.cur
	}
}
