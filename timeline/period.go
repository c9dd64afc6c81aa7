package timeline

import (
	"math"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// period is the range of days, both included, in which a date may lie. The zero period is that of
// an event without a date.
type period struct {
	from, to int64 // day numbers; minDay and maxDay are open
	known    bool
}

const (
	minDay = math.MinInt64
	maxDay = math.MaxInt64
)

func periodOf(e *sinosoviet.Event) period { return periodBetween(e.Earliest, e.Latest) }

func periodOfDate(d edtf.Date) period { return periodBetween(d.Bounds()) }

func periodBetween(from, to edtf.Day) period {
	if from.IsZero() && to.IsZero() {
		return period{}
	}
	p := period{minDay, maxDay, true}
	if !from.IsZero() {
		p.from = dayNumber(from)
	}
	if !to.IsZero() {
		p.to = dayNumber(to)
	}
	return p
}

func (p period) isZero() bool { return !p.known }

// contains reports whether every day of o is one of p. Equal periods contain each other.
func (p period) contains(o period) bool { return p.from <= o.from && o.to <= p.to }

// overlaps reports whether the periods share a day.
func (p period) overlaps(o period) bool { return p.from <= o.to && o.from <= p.to }

// isOpen reports whether an end is missing.
func (p period) isOpen() bool { return p.from == minDay || p.to == maxDay }

// days is the number of days of a closed period.
func (p period) days() int64 { return p.to - p.from + 1 }

// dayNumber counts days of the proleptic Gregorian calendar; 1970-01-01 is 0. Years beyond ±10^15 do not
// occur: package edtf refuses them.
func dayNumber(d edtf.Day) int64 {
	y, m := int64(d.Year), int64(d.Month)
	if m <= 2 { // the year begins in March, so that the leap day ends it
		y, m = y-1, m+12
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*(m-3)+2)/5 + int64(d.Day) - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468
}

// dayOf is the reverse of dayNumber.
func dayOf(n int64) edtf.Day {
	n += 719468
	era := floorDiv(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d := edtf.Day{Year: int(yoe + era*400), Month: uint8(mp + 3), Day: uint8(doy - (153*mp+2)/5 + 1)}
	if d.Month > 12 {
		d.Month, d.Year = d.Month-12, d.Year+1
	}
	return d
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// scale is how wide a period is in the units people write: a year, a decade, a century, or more.
type scale uint8

const (
	scaleYear scale = iota
	scaleDecade
	scaleCentury
	scaleAll
)

// yearsIn is how many years a unit of the scale has.
func (s scale) yearsIn() int64 { return [...]int64{1, 10, 100, math.MaxInt64}[s] }

// cell is the unit of the scale a year lies in.
func (s scale) cell(year int) int64 {
	if s == scaleAll {
		return 0
	}
	return floorDiv(int64(year), s.yearsIn())
}

// scaleOf is the smallest scale with one unit that holds both bounds.
func scaleOf(from, to edtf.Day) scale {
	if from.IsZero() || to.IsZero() {
		return scaleAll
	}
	for s := scaleYear; s < scaleAll; s++ {
		if s.cell(from.Year) == s.cell(to.Year) {
			return s
		}
	}
	return scaleAll
}
