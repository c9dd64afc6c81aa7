package align

import (
	"math"
	"slices"
)

// maxShifts bounds the span of shifts that are considered, maxDrop how many notes may have been removed between two numbers.
const (
	maxShifts = 512
	maxDrop   = 64
)

// solve finds the number of the article for each of the excerpt's numbers: the same one, shifted by the notes
// that were added and removed before it. The best sequence of shifts is found by dynamic programming over
// the numbers in order; then notes whose own place speaks loudly for another number count as moved.
func (n *notes) solve(list []numbered, l *noteList) {
	s := newShifter(list)
	last := 0
	for i := range list {
		s.next(n, &list[i], l, list[i].number-last-1)
		last = list[i].number
	}
	s.back(list)
	steady(list)
	if !n.lossy {
		n.moves(list, l)
	}
	keepPairs(list)
	if n.lossy {
		n.possible(list, l)
	}
}

// shifter is the table of that search: a column for each shift, a row for each number.
type shifter struct {
	low    int       // shift of the first column
	value  []float64 // of the best way to each shift so far
	before []float64
	from   [][]int32 // by row: the column before, with a flag in the lowest bit: the number has no note
}

func newShifter(list []numbered) *shifter {
	low, high := shiftRange(list)
	s := &shifter{low: low, value: make([]float64, high-low+1), before: make([]float64, high-low+1)}
	for k := range s.value {
		s.value[k] = math.Inf(-1)
	}
	s.value[-low] = 0
	return s
}

// shiftRange is the range of shifts for which the markers' places speak, with some room below for notes that were removed. It
// holds 0; of far apart shifts the less supported are left out.
func shiftRange(list []numbered) (low, high int) {
	votes := map[int]int{}
	for i := range list {
		for target := range list[i].gains {
			votes[target-list[i].number]++
		}
	}
	order := make([]int, 0, len(votes))
	for d := range votes {
		order = append(order, d)
	}
	slices.SortFunc(order, func(a, b int) int {
		if votes[a] != votes[b] {
			return votes[b] - votes[a]
		}
		return a - b
	})
	for _, d := range order {
		if a, b := min(low, d), max(high, d); b-a <= maxShifts {
			low, high = a, b
		}
	}
	return low - 2, high + 2
}

// next adds the row of a number; unseen is how many numbers lie between it and the one before.
func (s *shifter) next(n *notes, e *numbered, l *noteList, unseen int) {
	s.before, s.value = s.value, s.before
	removed := pointsRemoved
	if e.free {
		removed += pointsNoTrace
	}
	row := make([]int32, len(s.value))
	rise, riseFrom := math.Inf(-1), 0 // best way from a lower shift, less what the steps since cost
	for k := range s.value {
		step, stepFrom := rise-costStep, riseFrom
		for b := k + 1; b < len(s.before) && b-k <= min(unseen, maxDrop); b++ {
			if v := s.before[b] - costStep - costStepEach*float64(b-k); v > step || v == step && s.nearer(b, stepFrom) {
				step, stepFrom = v, b
			}
		}
		// Equal values mean a step here: a shift changes as late as the evidence allows.
		best, from := s.before[k], k
		if step >= best {
			best, from = step, stepFrom
		}
		value, mark := s.before[k]+pointsUnknown, int32(k)<<1|1
		if v := best + n.points(e, l, e.number+s.low+k); v > value {
			value, mark = v, int32(from)<<1
		}
		// The note was removed: from the next on, the shift is one lower. Before it others may have been added.
		if k+1 < len(s.before) {
			if v := s.before[k+1] + removed; v >= value {
				value, mark = v, int32(k+1)<<1|1
			}
		}
		s.value[k], row[k] = value, mark
		if s.before[k] >= rise {
			rise, riseFrom = s.before[k], k
		}
		rise -= costStepEach
	}
	s.from = append(s.from, row)
}

// nearer reports whether the shift of column a is nearer to none than that of b.
func (s *shifter) nearer(a, b int) bool { return abs(a+s.low) < abs(b+s.low) }

// back notes the shifts of the best way.
func (s *shifter) back(list []numbered) {
	k := 0
	for b := range s.value {
		if s.value[b] > s.value[k] || s.value[b] == s.value[k] && s.nearer(b, k) {
			k = b
		}
	}
	for i := len(list) - 1; i >= 0; i-- {
		mark := s.from[i][k]
		list[i].shift, list[i].removed = k+s.low, mark&1 != 0
		if !list[i].removed {
			list[i].target = list[i].number + list[i].shift
		}
		k = int(mark >> 1)
	}
}

func abs(d int) int { return max(d, -d) }
