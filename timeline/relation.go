package timeline

import (
	"fmt"
	"math"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// Allen is one of the thirteen relations that two stretches of time can have (J. F. Allen, "Maintaining knowledge about
// temporal intervals", Communications of the ACM 26, 1983). Exactly one of them holds. The zero Allen is invalid.
type Allen uint8

// The relations of a to b. Those of each pair are the converse of each other; Equals is its own.
const (
	Before       Allen = iota + 1 // a ends before b begins, with time between them
	After                         // converse of Before
	Meets                         // b begins the day after a ends
	MetBy                         // converse of Meets
	Overlaps                      // a begins first, and ends while b goes on
	OverlappedBy                  // converse of Overlaps
	Starts                        // both begin on one day, a ends first
	StartedBy                     // converse of Starts
	During                        // a begins after b and ends before it
	Contains                      // converse of During
	Finishes                      // both end on one day, a begins last
	FinishedBy                    // converse of Finishes
	Equals                        // both begin and both end on one day
)

var allenNames = [...]string{Before: "before", After: "after", Meets: "meets", MetBy: "met-by", Overlaps: "overlaps", OverlappedBy: "overlapped-by",
	Starts: "starts", StartedBy: "started-by", During: "during", Contains: "contains", Finishes: "finishes", FinishedBy: "finished-by", Equals: "equals"}

// String is the relation's name, such as "overlapped-by", or "Allen(n)".
func (a Allen) String() string {
	if a >= Before && a <= Equals {
		return allenNames[a]
	}
	return fmt.Sprintf("Allen(%d)", uint8(a))
}

// MarshalText prints the name; an invalid relation is an error.
func (a Allen) MarshalText() ([]byte, error) {
	if a < Before || a > Equals {
		return nil, fmt.Errorf("timeline: invalid relation %d", uint8(a))
	}
	return []byte(allenNames[a]), nil
}

// UnmarshalText reads a name.
func (a *Allen) UnmarshalText(b []byte) error {
	for i := Before; i <= Equals; i++ {
		if allenNames[i] == string(b) {
			*a = i
			return nil
		}
	}
	return fmt.Errorf("timeline: unknown relation %q", b)
}

// Converse is the relation of b to a.
func (a Allen) Converse() Allen {
	if a < Before || a >= Equals {
		return a
	}
	return (a - 1) ^ 1 + 1
}

// Relations tells which relations two events may have. The zero Relations knows nothing.
type Relations struct{ possible uint16 }

// Relate tells how a lies to b, as far as their dates say. What is known of an event is when at the earliest and at
// the latest it began and ended:
//
//   - of a day both are known;
//   - of a date ("1949", "late August 1945", "by 1924") it is known that the event lies somewhere within it, but not how long
//     it went on: two events of 1949 may have any relation;
//   - of what the text says went on between two dates, since one, until one, it began within the first and ended
//     within the second; an end that is open or unknown may be any.
//
// The answer is exact: a relation is possible if there are days for which it holds, and certain if no other is possible
// (TestRelateExhaustive). Days are counted whole, so that a day meets the next.
func Relate(a, b *sinosoviet.Event) Relations {
	x, ok := spanOf(a)
	y, ok2 := spanOf(b)
	if !ok || !ok2 {
		return Relations{}
	}
	var r Relations
	for rel := Before; rel <= Equals; rel++ {
		if feasible(rel, x, y) {
			r.possible |= 1 << rel
		}
	}
	return r
}

// Is tells whether the relation holds: Yes when no other is possible, Maybe when others are too, No, or Unknown when one of
// the events has no date.
func (r Relations) Is(a Allen) edtf.Answer {
	switch bit := uint16(1) << a; {
	case r.possible == 0:
		return edtf.Unknown
	case r.possible&bit == 0:
		return edtf.No
	case r.possible == bit:
		return edtf.Yes
	}
	return edtf.Maybe
}

// Any tells whether one of the relations holds, whichever.
func (r Relations) Any(list ...Allen) edtf.Answer {
	var bits uint16
	for _, a := range list {
		bits |= 1 << a
	}
	switch {
	case r.possible == 0:
		return edtf.Unknown
	case r.possible&bits == 0:
		return edtf.No
	case r.possible&^bits == 0:
		return edtf.Yes
	}
	return edtf.Maybe
}

// Possible are the relations that may hold, in the order of the constants; none when a date is missing.
func (r Relations) Possible() []Allen {
	var list []Allen
	for a := Before; a <= Equals; a++ {
		if r.possible&(1<<a) != 0 {
			list = append(list, a)
		}
	}
	return list
}

// Certain is the relation that certainly holds; ok is false when several may, or nothing is known.
func (r Relations) Certain() (a Allen, ok bool) {
	if list := r.Possible(); len(list) == 1 {
		return list[0], true
	}
	return 0, false
}

// limits is when an event may have begun and ended, in day numbers; the end is the day after its last.
type limits struct{ start, end [2]int64 }

// Days without limit, with room for adding one to each of four points.
const (
	farPast   = math.MinInt64 + 8
	farFuture = math.MaxInt64 - 8
)

// spanOf is what is known of an event's beginning and end; ok is false for one without a date.
func spanOf(e *sinosoviet.Event) (l limits, ok bool) {
	p := periodOf(e)
	if !p.known {
		return l, false
	}
	from, to := max(p.from, farPast), min(p.to, farFuture-1)
	l = limits{[2]int64{from, to}, [2]int64{addDay(from), addDay(to)}}
	if d := e.EDTF; d.IsInterval() && lastingRelation(e.Relation) {
		if first := periodOfDate(d.Start()); first.known && first.to != maxDay {
			l.start = [2]int64{from, min(first.to, to)}
		}
		if last := periodOfDate(d.End()); last.known && last.from != minDay {
			l.end[0] = addDay(max(last.from, from))
		}
	}
	return l, true
}

func addDay(n int64) int64 {
	if n <= farPast || n >= farFuture {
		return n
	}
	return n + 1
}

// lastingRelation reports whether the text says that the event went on between the ends of its date.
func lastingRelation(r sinosoviet.Relation) bool {
	switch r {
	case sinosoviet.RelationBetween, sinosoviet.RelationSince, sinosoviet.RelationUntil, "":
		return true
	}
	return false
}

// The four points of a pair of events.
const (
	startA = iota
	endA
	startB
	endB
)

// chains lists for each relation its four points in order, "<" between groups of equal ones. Each is the relation's
// definition on half-open days.
var chains = [...][][]int{
	Before:       {{startA}, {endA}, {startB}, {endB}},
	After:        {{startB}, {endB}, {startA}, {endA}},
	Meets:        {{startA}, {endA, startB}, {endB}},
	MetBy:        {{startB}, {endB, startA}, {endA}},
	Overlaps:     {{startA}, {startB}, {endA}, {endB}},
	OverlappedBy: {{startB}, {startA}, {endB}, {endA}},
	Starts:       {{startA, startB}, {endA}, {endB}},
	StartedBy:    {{startA, startB}, {endB}, {endA}},
	During:       {{startB}, {startA}, {endA}, {endB}},
	Contains:     {{startA}, {startB}, {endB}, {endA}},
	Finishes:     {{startB}, {startA}, {endA, endB}},
	FinishedBy:   {{startA}, {startB}, {endA, endB}},
	Equals:       {{startA, startB}, {endA, endB}},
}

// feasible reports whether there are days within the limits for which the relation holds. The points of a relation stand in
// one order, so giving each the first day that its own limits and the point before it allow finds them if there are any.
func feasible(rel Allen, a, b limits) bool {
	points := [4][2]int64{a.start, a.end, b.start, b.end}
	at := int64(math.MinInt64)
	for _, group := range chains[rel] {
		at++
		for _, p := range group {
			at = max(at, points[p][0])
		}
		for _, p := range group {
			if at > points[p][1] {
				return false
			}
		}
	}
	return true
}
