package edtf

import "iter"

// Relations work on extents: when something started and when it ended, each a range of days. The reading
// of an expression as such is told in the package comment under "Comparison".

// point is a day or, when inf is not zero, before (-1) or after (1) all days.
type point struct {
	day Day
	inf int8
}

func (p point) compare(o point) int {
	if p.inf != 0 || o.inf != 0 {
		return int(p.inf) - int(o.inf)
	}
	return p.day.Compare(o.day)
}

// next is the day after.
func (p point) next() point {
	if p.inf == 0 {
		p.day = p.day.AddDays(1)
	}
	return p
}

// some is a time that is not known exactly: it lies in [low, high]. When unknown is set, nothing is known.
type some struct {
	low, high point
	unknown   bool
}

func exactly(d Day) point { return point{day: d} }

// before is the answer to a < b.
func (a some) before(b some) Answer {
	switch {
	case a.high.compare(b.low) < 0:
		return Yes
	case a.low.compare(b.high) >= 0:
		return No
	case a.unknown || b.unknown:
		return Unknown
	}
	return Maybe
}

// same is the answer to a = b.
func (a some) same(b some) Answer {
	switch {
	case a.high.compare(b.low) < 0 || b.high.compare(a.low) < 0:
		return No
	case a.unknown || b.unknown:
		return Unknown
	case a.low == a.high && b.low == b.high && a.low.inf == 0:
		return Yes
	}
	return Maybe
}

// extent is when something started and when it ended.
type extent struct{ start, end some }

// extent of a date; ok is false for the zero Date.
func (d Date) extent() (x extent, ok bool) {
	switch d.kind {
	case KindNone:
		return x, false
	case KindInterval:
		return d.intervalExtent(), true
	case KindOneOf, KindAllOf:
		return d.setExtent(), true
	}
	s := some{low: exactly(d.earliest), high: exactly(d.latest)}
	return extent{s, s}, true
}

func (d Date) intervalExtent() extent {
	if d.flags&(openStart|openEnd) != 0 {
		return d.choice()
	}
	x := extent{
		start: some{point{inf: -1}, point{inf: 1}, d.IsUnknownStart()},
		end:   some{point{inf: -1}, point{inf: 1}, d.IsUnknownEnd()},
	}
	if s := d.Start(); !s.IsZero() {
		x.start.low, x.start.high = exactly(s.earliest), exactly(s.latest)
		x.end.low = x.start.low
	}
	if e := d.End(); !e.IsZero() {
		x.end.low, x.end.high = maxPoint(exactly(e.earliest), x.end.low), exactly(e.latest)
		x.start.high = minPoint(x.start.high, x.end.high)
	}
	return x
}

// choice is the extent of something at any time within the bounds.
func (d Date) choice() extent {
	s := some{low: point{inf: -1}, high: point{inf: 1}, unknown: d.flags&(unknownStart|unknownEnd) != 0}
	if !d.earliest.IsZero() {
		s.low = exactly(d.earliest)
	}
	if !d.latest.IsZero() {
		s.high = exactly(d.latest)
	}
	return extent{s, s}
}

func (d Date) setExtent() (x extent) {
	first := true
	for i := range d.items() {
		y := i.extent
		if first {
			x, first = y, false
			continue
		}
		x.start.low = minPoint(x.start.low, y.start.low)
		x.end.high = maxPoint(x.end.high, y.end.high)
		if d.kind == KindOneOf {
			x.start.high = maxPoint(x.start.high, y.start.high)
			x.end.low = minPoint(x.end.low, y.end.low)
		} else {
			x.start.high = minPoint(x.start.high, y.start.high)
			x.end.low = maxPoint(x.end.low, y.end.low)
		}
	}
	return x
}

// item is an element of a set, or a date that is none: as something that happened and as a stretch of time.
type item struct{ extent, stretch extent }

// items are the elements of a set, or the date itself. A range of [..] is a choice, not something that lasted.
func (d Date) items() iter.Seq[item] {
	return func(yield func(item) bool) {
		for e := range d.Elements() {
			var i item
			if d.kind == KindOneOf && e.kind == KindInterval {
				i.extent = e.choice()
				i.stretch = i.extent
			} else {
				i.extent, _ = e.extent()
				i.stretch = e.stretch()
			}
			if !yield(i) {
				return
			}
		}
	}
}

func minPoint(a, b point) point {
	if b.compare(a) < 0 {
		return b
	}
	return a
}

func maxPoint(a, b point) point {
	if b.compare(a) > 0 {
		return b
	}
	return a
}

// compared calls f with the extents of both; Unknown when one of them is the zero Date.
func compared(d, o Date, f func(a, b extent) Answer) Answer {
	a, ok := d.extent()
	b, ok2 := o.extent()
	if !ok || !ok2 {
		return Unknown
	}
	return f(a, b)
}

// Before tells whether d ended before o started.
func (d Date) Before(o Date) Answer {
	return compared(d, o, func(a, b extent) Answer { return a.end.before(b.start) })
}

// After tells whether d started after o ended.
func (d Date) After(o Date) Answer { return o.Before(d) }

// Meets tells whether o started the day after d ended.
func (d Date) Meets(o Date) Answer {
	return compared(d, o, func(a, b extent) Answer {
		a.end.low, a.end.high = a.end.low.next(), a.end.high.next()
		return a.end.same(b.start)
	})
}

// Starts tells whether d and o started on the same day.
func (d Date) Starts(o Date) Answer {
	return compared(d, o, func(a, b extent) Answer { return a.start.same(b.start) })
}

// Finishes tells whether d and o ended on the same day.
func (d Date) Finishes(o Date) Answer {
	return compared(d, o, func(a, b extent) Answer { return a.end.same(b.end) })
}

// Equals tells whether d and o were at the same time: Yes for equal days and for intervals between equal days.
// Two things of 1952 are Maybe at the same time; whether two expressions are the same is d == o.
func (d Date) Equals(o Date) Answer { return d.Starts(o).And(d.Finishes(o)) }

// Overlaps tells whether d and o have a day in common.
func (d Date) Overlaps(o Date) Answer {
	return byElements(d, o, Answer.Or, func(a, b item) Answer {
		return b.extent.end.before(a.extent.start).Not().And(a.extent.end.before(b.extent.start).Not())
	})
}

// Contains tells whether o happened within d, which is read as a whole stretch of time: 1952 contains
// 1952-04-12, 198X contains 1984, and 1952 contains 1952. With other unspecified digits d is one of several stretches:
// 1952-XX contains 1952-04-12 Maybe.
func (d Date) Contains(o Date) Answer {
	return byElements(d, o, Answer.And, func(a, b item) Answer { return a.stretch.contains(b.extent) })
}

// During tells whether d happened within o, which is read as a whole; see [Date.Contains].
func (d Date) During(o Date) Answer { return o.Contains(d) }

// stretch is a stretch of time as a whole: its start and its end are not known exactly only when the
// expression says so.
func (d Date) stretch() extent {
	if d.kind == KindInterval {
		x := extent{start: some{low: point{inf: -1}, high: point{inf: -1}}, end: some{low: point{inf: 1}, high: point{inf: 1}}}
		if s := d.Start(); !s.IsZero() {
			x.start = s.stretch().start
		}
		if e := d.End(); !e.IsZero() {
			x.end = e.stretch().end
		}
		if d.IsUnknownStart() {
			x.start = some{point{inf: -1}, x.end.high, true}
		}
		if d.IsUnknownEnd() {
			x.end = some{x.start.low, point{inf: 1}, true}
		}
		return x
	}
	first, last := exactly(d.earliest), exactly(d.latest)
	if p, ok := d.plain(); ok && p.isOneOfSeveral() {
		return extent{some{low: first, high: last}, some{low: first, high: last}}
	}
	return extent{some{low: first, high: first}, some{low: last, high: last}}
}

// isOneOfSeveral reports whether the date is one of several that do not make up one stretch: it has
// unspecified digits elsewhere than at the end of a year without month.
func (p *plain) isOneOfSeveral() bool {
	return p.unspec && (p.parts > 1 || p.isOneOfSeveralYears(p.trailingX()))
}

// trailingX is the number of unspecified digits at the end of the year.
func (p *plain) trailingX() (n int) {
	for k := 3; k >= 0 && p.digits[k] == 'X'; k-- {
		n++
	}
	return n
}

// isOneOfSeveralYears reports whether some digit of the year is unspecified before its last n.
func (p *plain) isOneOfSeveralYears(n int) bool {
	for k := range 4 - n {
		if p.digits[k] == 'X' {
			return true
		}
	}
	return false
}

// contains is the answer to: x lies within the stretch a.
func (a extent) contains(x extent) Answer {
	starts := x.start.before(a.start).Not()
	ends := a.end.before(x.end).Not()
	return starts.And(ends)
}

// byElements asks f for each element of sets. Of [..] one element counts, not known which; of a {..} on
// the left it is enough that one does; the answers for a {..} on the right are joined with all. Choices come first,
// for what is chosen is the same for all questions. Unknown when one of both is the zero Date.
func byElements(d, o Date, all func(a, b Answer) Answer, f func(a, b item) Answer) Answer {
	if d.IsZero() || o.IsZero() {
		return Unknown
	}
	if d.kind == KindAllOf {
		return o.fold(all, func(b item) Answer {
			return d.fold(Answer.Or, func(a item) Answer { return f(a, b) })
		})
	}
	return d.fold(all, func(a item) Answer {
		return o.fold(all, func(b item) Answer { return f(a, b) })
	})
}

// fold joins the answers for the elements of a set, those of {..} with all.
func (d Date) fold(all func(a, b Answer) Answer, f func(item) Answer) (got Answer) {
	join := Answer.either
	if d.kind == KindAllOf {
		join = all
	}
	first := true
	for i := range d.items() {
		if a := f(i); first {
			got, first = a, false
		} else {
			got = join(got, a)
		}
	}
	return got
}
