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
		p.from = from.Number()
	}
	if !to.IsZero() {
		p.to = to.Number()
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

// cell is the unit of the scale a year lies in. Negative years are told apart by their digits, as EDTF does: -49 to -40
// are one decade.
func (s scale) cell(year int) int64 {
	switch n := int64(year); {
	case s == scaleAll:
		return 0
	case n < 0:
		return -(-n / s.yearsIn()) - 1
	default:
		return n / s.yearsIn()
	}
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
