package timeline

import (
	"iter"

	"github.com/sinosoviet/sinosoviet/edtf"
)

// Gap is a stretch of days in which nothing is known to have happened.
type Gap struct {
	From, To    edtf.Day // first and last day
	Days        int64
	After, Next Entry // what ends last before it, and what begins first behind it
}

// Gaps yields the stretches of at least so many days that no entry's bounds touch, in order. Entries with an open end
// count with the end they have.
func (t *Timeline) Gaps(days int64) iter.Seq[Gap] {
	return func(yield func(Gap) bool) {
		if t == nil {
			return
		}
		var last *Entry
		end := int64(minDay)
		for _, e := range t.entries {
			p := periodOf(&e.Event)
			if !p.known {
				continue
			}
			from, to := p.from, p.to
			if from == minDay {
				from = to
			}
			if to == maxDay {
				to = from
			}
			if n := from - end - 1; last != nil && from > end && n >= max(days, 1) {
				if !yield(Gap{edtf.DayNumber(end + 1), edtf.DayNumber(from - 1), n, *last, *e}) {
					return
				}
			}
			if last == nil || to > end {
				last, end = e, to
			}
		}
	}
}
