package temporal

import (
	"math"
	"slices"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// choice is what was weighed to resolve a mention: readings as anchors, the chosen one first.
type choice struct {
	mention int32
	n       int
	reading [maxReadings]anchor
	share   [maxReadings]float64 // of the confidence
	days    bool                 // the readings are days in full, not what is counted from or only the year
}

const (
	maxReadings = 3
	// leastShare is the least confidence of a reading that makes a choice a real one.
	leastShare = 0.08
	// costScale is how many points of cost make a reading e times less likely: where it is set, the shares of the chosen years
	// tell how often they are right (TestCandidatesAreCalibrated).
	costScale = 9.0
	// maxRival is how much a reading may cost beyond the cheapest and still have the least share.
	maxRival = 24
	// costMisprint is how much less likely a reading is that a weekday refutes: that the weekday is wrong. Of the days of the
	// development articles that have both their year and their weekday none is; a tenth is the most that so few leave room for.
	costMisprint = 20
)

// chose keeps the readings of mention k that were weighed, best first; weights need not add up to anything.
func (r *resolver) chose(k int, readings []anchor, weights []float64) {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	c := choice{mention: int32(k)}
	for i, a := range readings {
		if share := weights[i] / sum; c.n < maxReadings && (i == 0 || share >= leastShare) {
			c.reading[c.n], c.share[c.n] = a, share
			c.n++
		}
	}
	if c.n > 1 {
		r.choices = append(r.choices, c)
	}
}

// choseYear keeps the years weighed for mention k with their costs; best is the index of the cheapest.
func (r *resolver) choseYear(k int, years []int32, costs []int, best int) {
	near := false
	for i, c := range costs {
		near = near || i != best && c-costs[best] <= maxRival
	}
	if !near {
		return
	}
	var readings [6]anchor
	var weights [6]float64
	n := 0
	add := func(i int) {
		w := math.Exp(-float64(costs[i]-costs[best]) / costScale)
		at := n
		for at > 1 && weights[at-1] < w {
			readings[at], weights[at] = readings[at-1], weights[at-1]
			at--
		}
		readings[at], weights[at] = anchor{year: years[i], hasYear: true}, w
		n++
	}
	add(best)
	for i := range years {
		if i != best {
			add(i)
		}
	}
	r.chose(k, readings[:n], weights[:n])
}

// choseWeekday keeps that the weekday moved mention k from the year y to another one; instead of what was weighed before.
func (r *resolver) choseWeekday(k int, chosen, y int32) {
	if n := len(r.choices); n > 0 && r.choices[n-1].mention == int32(k) {
		r.choices = r.choices[:n-1]
	}
	r.chose(k, []anchor{{year: chosen, hasYear: true}, {year: y, hasYear: true}}, []float64{1, math.Exp(-costMisprint / costScale)})
}

// choseDay keeps that mention k, resolved to a day, may mean the day n days on; weight is how likely that is, the day taken having 1.
func (r *resolver) choseDay(k, n int, weight float64) {
	x := &r.men[k]
	if !x.hasYear || x.day == 0 || weight <= 0 {
		return
	}
	y := mention{}
	y.setDay(dayNumberOf(int(x.year), int(x.month), int(x.day)) + n)
	had := len(r.choices)
	r.chose(k, []anchor{{year: x.year, month: x.month, day: x.day, hasYear: true}, {year: y.year, month: y.month, day: y.day, hasYear: true}}, []float64{1, weight})
	if len(r.choices) > had {
		r.choices[had].days = true
	}
}

// choseEvent keeps the dates at which the event of mention k may have been, the chosen one among them.
func (r *resolver) choseEvent(k int, readings []anchor, weights []float64, chosen anchor) {
	for i := range readings { // few: at most a sentence each of those that share the event's terms
		for j := i; j > 0 && (weights[j] > weights[j-1] || readings[j] == chosen) && readings[j-1] != chosen; j-- {
			readings[j], readings[j-1] = readings[j-1], readings[j]
			weights[j], weights[j-1] = weights[j-1], weights[j]
		}
	}
	r.chose(k, readings, weights)
}

// candidates are the readings of mention c.mention as dates; nil when it was not resolved to the first of them after all.
func (r *resolver) candidates(c *choice) []sinosoviet.DateCandidate {
	x := &r.men[c.mention]
	out := make([]sinosoviet.DateCandidate, 0, c.n)
	for i := range c.n {
		y := *x
		a := c.reading[i]
		switch {
		case c.days:
			y.year, y.month, y.day = a.year, a.month, a.day
		case x.rel == relEvent:
			y.year, y.hasYear, y.month, y.day, y.sub, y.week = 0, false, 0, 0, 0, 0
			r.resolveRelative(&y, a)
		default:
			y.year = a.year
			y.feast()
			y.possible()
		}
		e, err := edtf.Parse(y.edtf())
		if err != nil || i == 0 && y.edtf() != x.edtf() {
			if i == 0 {
				return nil
			}
			continue
		}
		if slices.ContainsFunc(out, func(o sinosoviet.DateCandidate) bool { return o.EDTF == e }) {
			continue
		}
		out = append(out, sinosoviet.DateCandidate{EDTF: e, Confidence: math.Round(c.share[i]*100) / 100})
	}
	if len(out) < 2 {
		return nil
	}
	return out
}
