package timeline

import (
	"slices"
	"sort"

	"github.com/sinosoviet/sinosoviet/edtf"
)

// axis maps days to places on a line. It is linear but for long stretches in which nothing begins or ends: those are
// cut short and marked as breaks, so that a timeline with one ancient and fifty modern events still shows the modern ones.
type axis struct {
	days   []int64   // where pieces begin, and the end of the last
	places []float64 // of days
	breaks []bool    // by piece
}

// newAxis is an axis over the stretches, from left to right.
func newAxis(ends []int64, left, right float64) axis {
	slices.Sort(ends)
	ends = slices.Compact(ends)
	if len(ends) == 0 {
		return axis{days: []int64{0, 1}, places: []float64{left, right}, breaks: []bool{false}}
	}
	if len(ends) == 1 {
		ends = append(ends, ends[0]+365)
	}
	longest := longestPiece(ends)
	a := axis{days: ends[:1:1]}
	broken := 0
	var crowd []int // ends in each piece
	for i := 1; i < len(ends); i++ {
		n := ends[i] - ends[i-1]
		isBreak := n > 3*longest
		if isBreak {
			broken++
		}
		if last := len(a.breaks) - 1; last >= 0 && !isBreak && !a.breaks[last] { // goes on as before
			a.days[last+1] = ends[i]
			crowd[last]++
			continue
		}
		a.days = append(a.days, ends[i])
		a.breaks = append(a.breaks, isBreak)
		crowd = append(crowd, 2)
	}
	cut := 0.0 // width of a break
	if broken > 0 {
		cut = min(breakWidth, (right-left)*0.4/float64(broken))
	}
	widths := a.widths(crowd, right-left-cut*float64(broken))
	a.places = append(a.places, left)
	for i, isBreak := range a.breaks {
		width := widths[i]
		if isBreak {
			width = cut
		}
		a.places = append(a.places, a.places[i]+width)
	}
	return a
}

// pieceRoom is how wide a piece between two breaks may at most be for each end of a bar in it: one lone year must not take the room of
// the ten years that most events lie in.
const pieceRoom = 60

// widths shares the room among the pieces that are no breaks, by their days, but to none more than its events need as long as another one can
// use it.
func (a *axis) widths(crowd []int, room float64) []float64 {
	out := make([]float64, len(a.breaks))
	free, days := room, 0.0
	for i, isBreak := range a.breaks {
		if !isBreak {
			days += float64(a.days[i+1] - a.days[i])
		}
	}
	for again := true; again && days > 0; {
		again = false
		perDay := free / days
		for i, isBreak := range a.breaks {
			most, d := float64(crowd[i])*pieceRoom, float64(a.days[i+1]-a.days[i])
			if isBreak || out[i] > 0 || d*perDay <= most || d >= days {
				continue
			}
			out[i], again = most, true
			free, days = free-most, days-d
		}
	}
	for i, isBreak := range a.breaks {
		if !isBreak && out[i] == 0 {
			out[i] = float64(a.days[i+1]-a.days[i]) * free / max(days, 1)
		}
	}
	return out
}

// breakWidth is how wide a stretch is that is cut short.
const breakWidth = 52

// longestPiece is how long the days between two ends are shown at full length: an eighth of what all but the longest
// tenth of them take together; of few days all.
func longestPiece(ends []int64) int64 {
	gaps := make([]int64, len(ends)-1)
	for i := range gaps {
		gaps[i] = ends[i+1] - ends[i]
	}
	slices.Sort(gaps)
	var sum int64
	for _, g := range gaps[:(len(gaps)*9+9)/10] {
		sum += g
	}
	switch whole := ends[len(ends)-1] - ends[0]; {
	case len(gaps) < 4:
		return whole
	case len(gaps) < 10:
		sum = 2 * whole
	}
	return max(sum/8, 30)
}

// at is the place of a day; days outside are placed at the nearest end.
func (a *axis) at(day int64) float64 {
	last := len(a.days) - 1
	i := sort.Search(last, func(i int) bool { return a.days[i+1] > day })
	switch {
	case day <= a.days[0]:
		return a.places[0]
	case i >= last:
		return a.places[last]
	}
	return a.places[i] + float64(day-a.days[i])/float64(a.days[i+1]-a.days[i])*(a.places[i+1]-a.places[i])
}

// band is a stretch of the axis under one name: a year, a decade, a century.
type band struct {
	from, to float64
	name     string
	isBreak  bool
}

// bands divides each piece of the axis into the smallest units whose names have room. A piece that is too short for any
// has the name of its first year, where that does not cover another.
func (a *axis) bands() []band {
	var list []band
	used := 0.0 // names reach to here
	for i, broken := range a.breaks {
		from, to := a.places[i], a.places[i+1]
		if broken {
			list = append(list, band{from, to, "", true})
			continue
		}
		first, last := edtf.DayNumber(a.days[i]).Year, edtf.DayNumber(a.days[i+1]-1).Year
		unit := a.unitFor(i)
		start := len(list)
		named := false
		for year := first; unit != scaleAll && year <= last; {
			next := unit.next(year)
			b := band{from: max(from, a.at(newYear(year))), to: min(to, a.at(newYear(next)))}
			if b.to-b.from >= nameRoom(unit)*0.8 {
				b.name, named = bandName(year, unit), true
				used = b.to
			}
			list = append(list, b)
			year = next
		}
		if named {
			continue
		}
		b := band{from: from, to: to}
		if half := nameRoom(scaleYear) / 2; (from+to)/2-half > used {
			b.name = yearText(first)
			used = (from+to)/2 + half
		}
		list = append(list[:start], b)
	}
	return list
}

// unitFor is the smallest unit whose name has room in piece i; scaleAll when none has.
func (a *axis) unitFor(i int) scale {
	perDay := (a.places[i+1] - a.places[i]) / float64(a.days[i+1]-a.days[i])
	for unit := scaleYear; unit < scaleAll; unit++ {
		if perDay*365.25*float64(unit.yearsIn()) >= nameRoom(unit) {
			return unit
		}
	}
	return scaleAll
}

// nameRoom is how wide a unit's name is.
func nameRoom(unit scale) float64 { return [...]float64{44, 50, 96}[unit] }

// next is the first year of the unit after the one the year lies in.
func (s scale) next(year int) int {
	n := int(s.yearsIn())
	switch {
	case year >= 0:
		return year - year%n + n
	case s == scaleYear:
		return year + 1
	default:
		return min(year-year%n+1, 0) // -49 … -40 | -39 …
	}
}

// newYear is the number of a year's first day.
func newYear(year int) int64 { return edtf.Day{Year: year, Month: 1, Day: 1}.Number() }

func bandName(year int, unit scale) string {
	if year < 0 && unit == scaleDecade {
		return yearText(year)
	}
	return unitName(year, unit)
}
