package align

import "slices"

// Scores of an alignment of words. A run of words that differ costs its opening and a little for each word, so that a lone
// common word amid changed ones does not cut the change in two.
const (
	scoreCommon = 3 // a word that is frequent in the article
	scoreRare   = 6
	costOpen    = 4
	costWord    = 1
)

// maxCells bounds the table of one comparison; longer texts are first cut at words that stand in both once.
const maxCells = 1 << 21

// differ compares sequences of words. Its buffers are reused; it is for one goroutine.
type differ struct {
	count []int32 // how often each form stands in the article
	rare  int32   // a form that stands there more often is common
	match []int32 // rows of the table: best score that ends in a match, or in a run of differences
	gap   []int32
	trace []uint8
}

// Directions kept for each cell of the table.
const (
	matchFromGap  = 1 << iota // before the match comes a difference
	gapFromRow                // the difference takes a word of the first text, else of the second
	gapFromMatch              // the difference starts here
	matchPossible             // the words are the same
)

const worst = -1 << 29

// pairs finds for each word of x its partner in a, as an index into a, or -1. The ends of a are free: x is
// sought inside it.
func (d *differ) pairs(x, a []word) []int32 {
	out := make([]int32, len(x))
	for i := range out {
		out[i] = -1
	}
	if len(x) == 0 || len(a) == 0 {
		return out
	}
	if at := indexWords(a, x); at >= 0 {
		for i := range out {
			out[i] = int32(at + i)
		}
		return out
	}
	if len(x)*len(a) <= maxCells {
		d.table(x, a, out, 0, true)
		return out
	}
	d.anchored(x, a, out)
	return out
}

// indexWords is where x stands in a word for word, or -1. It looks at every place once, and gives up on texts that
// nearly match everywhere.
func indexWords(a, x []word) int {
	budget := 4*len(a) + 64
	for i := 0; i+len(x) <= len(a); i++ {
		k := 0
		for k < len(x) && a[i+k].form == x[k].form {
			k++
		}
		if k == len(x) {
			return i
		}
		if budget -= k + 1; budget < 0 {
			return -1
		}
	}
	return -1
}

// table fills in the partners of x by dynamic programming. The partners are offset by base; with free ends what
// stands before and behind in a costs nothing.
func (d *differ) table(x, a []word, out []int32, base int32, free bool) {
	n, m := len(x), len(a)
	w := m + 1
	d.match, d.gap = grow(d.match, w), grow(d.gap, w)
	d.trace = grow(d.trace, (n+1)*w)
	for j := range w {
		d.match[j], d.gap[j], d.trace[j] = worst, -costOpen-int32(j)*costWord, 0
		if free {
			d.match[j], d.gap[j], d.trace[j] = 0, worst, 0
		}
	}
	d.match[0] = 0
	for i := 1; i <= n; i++ {
		d.row(x[i-1].form, a, d.trace[i*w:(i+1)*w])
	}
	bestJ, best := m, int32(worst)
	for j := m; j >= 0; j-- {
		if !free && j < m {
			break
		}
		if s := max(d.match[j], d.gap[j]); s > best {
			bestJ, best = j, s
		}
	}
	d.back(out, base, n, bestJ, w, d.gap[bestJ] >= d.match[bestJ], free)
}

// row computes the next row of the table in place.
func (d *differ) row(form int32, a []word, trace []uint8) {
	score := int32(scoreRare)
	if d.count[form] > d.rare {
		score = scoreCommon
	}
	diagM, diagG := d.match[0], d.gap[0]
	d.gap[0] = max(d.match[0]-costOpen, d.gap[0]) - costWord
	d.match[0] = worst
	trace[0] = gapFromRow
	for j := 1; j < len(trace); j++ {
		var t uint8
		m := int32(worst)
		if a[j-1].form == form {
			t = matchPossible
			m = diagM
			if diagG > m {
				m, t = diagG, t|matchFromGap
			}
			m += score
		}
		diagM, diagG = d.match[j], d.gap[j]
		g, from := d.gap[j], uint8(gapFromRow)
		if s := d.match[j] - costOpen; s > g {
			g, from = s, gapFromRow|gapFromMatch
		}
		if d.gap[j-1] > g {
			g, from = d.gap[j-1], 0
		}
		if s := d.match[j-1] - costOpen; s > g {
			g, from = s, gapFromMatch
		}
		d.match[j], d.gap[j] = m, g-costWord
		trace[j] = t | from
	}
}

// back walks the table from the end and notes the partners.
func (d *differ) back(out []int32, base int32, i, j, w int, inGap, free bool) {
	for i > 0 {
		t := d.trace[i*w+j]
		if !inGap {
			if t&matchPossible == 0 {
				return
			}
			i--
			j--
			out[i] = base + int32(j)
			inGap = t&matchFromGap != 0
			if i == 0 {
				return
			}
			continue
		}
		inGap = t&gapFromMatch == 0
		if t&gapFromRow != 0 {
			i--
		} else {
			j--
		}
		if j < 0 || i == 0 && free {
			return
		}
	}
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)
	}
	return s[:cap(s)]
}

// anchored cuts two long texts at the words that stand once in each and in the same order, and compares what lies
// between. What is still too long counts as different.
func (d *differ) anchored(x, a []word, out []int32) {
	anchors := d.anchors(x, a)
	budget := 8 * maxCells
	from := [2]int32{0, 0}
	anchors = append(anchors, [2]int32{int32(len(x)), int32(len(a))})
	for _, k := range anchors {
		n, m := int(k[0]-from[0]), int(k[1]-from[1])
		// Equal words right behind the anchor before need no table.
		for n > 0 && m > 0 && x[from[0]].form == a[from[1]].form {
			out[from[0]] = from[1]
			from[0], from[1], n, m = from[0]+1, from[1]+1, n-1, m-1
		}
		if cells := n * m; cells > 0 && cells <= maxCells && cells <= budget {
			budget -= cells
			d.table(x[from[0]:k[0]], a[from[1]:k[1]], out[from[0]:k[0]], from[1], false)
		}
		if int(k[0]) < len(x) {
			out[k[0]] = k[1]
		}
		from = [2]int32{k[0] + 1, k[1] + 1}
	}
}

// anchors are the words that stand once in x and once in a, in the longest chain that rises in both.
func (d *differ) anchors(x, a []word) [][2]int32 {
	const twice = -2
	inX, inA := onceIn(x), onceIn(a)
	var pairs [][2]int32
	for i, w := range x {
		if inX[w.form] == int32(i) {
			if j, ok := inA[w.form]; ok && j != twice {
				pairs = append(pairs, [2]int32{int32(i), j})
			}
		}
	}
	return rising(pairs)
}

// onceIn maps each form to its place, or to -2 when it has several.
func onceIn(words []word) map[int32]int32 {
	m := make(map[int32]int32, len(words))
	for i, w := range words {
		if _, ok := m[w.form]; ok {
			m[w.form] = -2
		} else {
			m[w.form] = int32(i)
		}
	}
	return m
}

// rising is the longest subsequence whose second members rise; the first ones do already.
func rising(pairs [][2]int32) [][2]int32 {
	tails := make([]int32, 0, len(pairs)) // index of the pair that ends the best chain of each length
	before := make([]int32, len(pairs))
	for i, p := range pairs {
		k, _ := slices.BinarySearchFunc(tails, p[1], func(t, v int32) int { return int(pairs[t][1]) - int(v) })
		before[i] = -1
		if k > 0 {
			before[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, int32(i))
		} else {
			tails[k] = int32(i)
		}
	}
	if len(tails) == 0 {
		return nil
	}
	out := make([][2]int32, len(tails))
	for k, i := len(tails)-1, tails[len(tails)-1]; k >= 0; k, i = k-1, before[i] {
		out[k] = pairs[i]
	}
	return out
}
