package edtf

import "math/bits"

// bound fills in the earliest and the latest day of a date that has been scanned; want is not empty when
// the calendar has no such day.
func (p *plain) bound() (want string) {
	switch {
	case p.kind == KindSeason:
		p.earliest, _ = p.code.days(p.low)
		p.lastStart, p.latest = p.code.days(p.high)
	case p.parts == 1:
		p.earliest, p.latest = Day{p.low, 1, 1}, Day{p.high, 12, 31}
		p.lastStart = Day{p.high, 1, 1}
	case p.parts == 2:
		first, last := bits.TrailingZeros16(p.months), 15-bits.LeadingZeros16(p.months)
		p.earliest = Day{p.low, uint8(first), 1}
		p.latest = LastDay(p.high, last)
		p.lastStart = Day{p.high, uint8(last), 1}
	case !p.unspec:
		m, d := bits.TrailingZeros16(p.months), bits.TrailingZeros32(p.days)
		if d > DaysIn(p.year, m) {
			return "a day of that month"
		}
		p.earliest = Day{p.year, uint8(m), uint8(d)}
		p.latest, p.lastStart = p.earliest, p.earliest
	default:
		return p.boundDays()
	}
	return ""
}

// boundDays is bound for days with unspecified digits in any part: the first and the last day
// of the calendar that can be written so. A year is searched for only when the day has to be 29
// February: there are at most 10,000 to look at, and nearly always fewer than ten.
func (p *plain) boundDays() (want string) {
	low, high := p.low, p.high
	if _, ok := p.firstIn(2001); !ok {
		if _, ok = p.firstIn(2000); !ok {
			return "a day of that month"
		}
		var found bool
		if low, found = p.leapYear(1); !found {
			return "a day of that month"
		}
		high, _ = p.leapYear(-1)
	}
	p.earliest, _ = p.firstIn(low)
	p.latest, _ = p.lastIn(high)
	p.lastStart = p.latest
	return ""
}

// firstIn is the first day of the year that can be written so.
func (p *plain) firstIn(year int) (Day, bool) {
	for ms := p.months; ms != 0; ms &= ms - 1 {
		m := bits.TrailingZeros16(ms)
		if ds := p.days & (1<<(DaysIn(year, m)+1) - 1); ds != 0 {
			return Day{year, uint8(m), uint8(bits.TrailingZeros32(ds))}, true
		}
	}
	return Day{}, false
}

// lastIn is the last day of the year that can be written so.
func (p *plain) lastIn(year int) (Day, bool) {
	for m := 12; m >= 1; m-- {
		if p.months>>m&1 == 0 {
			continue
		}
		if ds := p.days & (1<<(DaysIn(year, m)+1) - 1); ds != 0 {
			return Day{year, uint8(m), uint8(31 - bits.LeadingZeros32(ds))}, true
		}
	}
	return Day{}, false
}

// leapYear is the first leap year that can be written so, from the low end when step is 1, from the high
// end when it is -1.
func (p *plain) leapYear(step int) (int, bool) {
	y := p.low
	if step < 0 {
		y = p.high
	}
	for ; y >= p.low && y <= p.high; y += step {
		if IsLeapYear(y) && p.writes(y) {
			return y, true
		}
	}
	return 0, false
}

// writes reports whether the year's digits agree with those written.
func (p *plain) writes(year int) bool {
	u := magnitude(year)
	for k := 3; k >= 0; k-- {
		if c := p.digits[k]; c != 'X' && uint(c-'0') != u%10 {
			return false
		}
		u /= 10
	}
	return true
}

// precision is how fine the date is; see the constants.
func (p *plain) precision() Precision {
	switch {
	case p.kind == KindDateTime:
		return PrecisionSecond
	case p.parts == 3 && !isXX(p.dayText):
		return PrecisionDay
	case p.kind == KindSeason:
		return PrecisionSeason
	case p.parts >= 2 && !isXX(p.monthText):
		return PrecisionMonth
	case p.sig > 0:
		return precisionOf(p.high - p.low)
	case p.letter || p.digits[3] != 'X':
		return PrecisionYear
	case p.digits[2] != 'X':
		return PrecisionDecade
	case p.digits[1] != 'X':
		return PrecisionCentury
	case p.digits[0] != 'X':
		return PrecisionMillennium
	}
	return PrecisionNone
}

// precisionOf is the precision of a span of so many years less one.
func precisionOf(years int) Precision {
	switch {
	case years <= 0:
		return PrecisionYear
	case years <= 9:
		return PrecisionDecade
	case years <= 99:
		return PrecisionCentury
	}
	return PrecisionMillennium
}

func (p *plain) flags() flags {
	f := flags(p.qualifier()) // the same bits
	if p.unspec {
		f |= unspecified
	}
	return f
}
