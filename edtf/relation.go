package edtf

// How dates are compared
//
// An expression is read as something that happened: at some time within the bounds of a date; from
// some time within the bounds of an interval's start to some time within those of its end;
// at one of the elements of [..]; from the first to the last of {..}. So 1952 is Maybe before 1952-04-12,
// and two things of 1952 are Maybe at the same time. Open ends are without limit: ../1924 is some time
// up to 1924, 1985/.. may go on for ever. An unknown end may be anywhere too, but
// where it decides the answer is Unknown, not Maybe. Qualifiers do not widen: 1948~ is compared as 1948.
//
// Only Contains and During read one side as a whole stretch of time, the way a query means
// it: all of 1952 contains 1952-04-12.

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

func (d Date) setExtent() (x extent) {
	first := true
	for e := range d.Elements() {
		y, _ := e.extent()
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
	return byElements(d, o, Answer.Or, func(d, o Date) Answer {
		return compared(d, o, func(a, b extent) Answer {
			return b.end.before(a.start).Not().And(a.end.before(b.start).Not())
		})
	})
}

// Contains tells whether o happened within d, which is read as a whole stretch of time: 1952 contains
// 1952-04-12, 198X contains 1984, and 1952 contains 1952. With other unspecified digits d is one of several stretches:
// 1952-XX contains 1952-04-12 Maybe.
func (d Date) Contains(o Date) Answer {
	return byElements(d, o, Answer.And, func(d, o Date) Answer {
		x, ok := o.extent()
		if !ok || d.IsZero() {
			return Unknown
		}
		return d.stretch().contains(x)
	})
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
	if !p.unspec {
		return false
	}
	x := 0
	for k := 3; k >= 0 && p.digits[k] == 'X'; k-- {
		x++
	}
	for k := range 4 - x {
		if p.digits[k] == 'X' {
			return true
		}
	}
	return p.parts > 1
}

// contains is the answer to: x lies within the stretch a.
func (a extent) contains(x extent) Answer {
	starts := x.start.before(a.start).Not()
	ends := a.end.before(x.end).Not()
	return starts.And(ends)
}

// byElements asks f for each element of sets. Of [..] one element counts, not known which; of a {..} on
// the left it is enough that one does; the answers for a {..} on the right are joined with all. Choices come first,
// for what is chosen is the same for all questions.
func byElements(d, o Date, all func(a, b Answer) Answer, f func(d, o Date) Answer) Answer {
	left := func(e Date) Answer { return byElements(e, o, all, f) }
	right := func(e Date) Answer { return byElements(d, e, all, f) }
	switch {
	case d.kind == KindOneOf:
		return d.fold(all, left)
	case o.IsSet():
		return o.fold(all, right)
	case d.kind == KindAllOf:
		return d.fold(Answer.Or, left)
	}
	return f(d, o)
}

// fold joins the answers for the elements of a set, those of {..} with all.
func (d Date) fold(all func(a, b Answer) Answer, f func(Date) Answer) (got Answer) {
	join := Answer.either
	if d.kind == KindAllOf {
		join = all
	}
	first := true
	for e := range d.Elements() {
		if a := f(e); first {
			got, first = a, false
		} else {
			got = join(got, a)
		}
	}
	return got
}
