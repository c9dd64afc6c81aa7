package align

import (
	"math"
	"slices"

	"github.com/sinosoviet/sinosoviet"
)

// What speaks for and against a number of the article being that of a marker. The figures are log odds, roughly:
// only their order and rough size matter.
const (
	pointsAtPlace    = 3.0  // the note stands at the marker's place
	pointsOthers     = -1.5 // others stand there
	pointsNone       = -1.0 // none stands there
	pointsTooEarly   = -1.5 // the note is first used behind the marker's place
	pointsBetween    = 0.7  // place not known; the note stands between the neighbours
	pointsOutside    = -0.3
	pointsPages      = 1.5  // pages behind the marker and behind the note agree
	pointsPagesOnly  = 2.0  // the note is cited with these pages, and no other is
	pointsPagesKnown = 0.8  // the note is cited with these pages, as are others
	pointsPagesOther = -0.8 // never
	pointsRemoved    = -2.2 // the article has no such note any more
	pointsNoTrace    = 1.0  // and none stands at the place
	pointsUnknown    = -4.0 // nothing is said of the number
	costStep         = 1.2  // a shift between two numbers
	costStepEach     = 0.4  // for each note added or removed
	leastPoints      = -3.0 // one number's evidence is worth at least this
	mostPoints       = 8.0
	pointsMove       = 4.0 // a note was moved when its place speaks for it by so much
	pointsMoveFree   = 2.5 // the same when nothing but its number speaks for the other
)

// maxWeighed bounds how many markers of one number are weighed.
const maxWeighed = 256

// numbered is a number printed in the excerpt with the evidence of all its markers.
type numbered struct {
	number  int
	markers []int
	base    float64         // of numbers that stand at no marker's place, summed over the markers
	weighed int             // markers
	gains   map[int]float64 // of those that stand at a marker's place
	place   int32           // gap of the article of the first marker whose place is known; -1
	pages   []string
	free    bool // the place is known and no numbered note stands there

	paired   int      // number in the article that places alone tell; 0 for none
	possible []string // of one without target: the citations that may be its
	target   int      // number in the article; 0 when it has none
	shift    int
	removed  bool
	moved    bool
	steady   bool // the nearest numbers before and behind whose place confirms theirs have the same shift
}

// collect gathers the evidence for the numbers of one class of markers.
func (n *notes) collect(markers []int, l *noteList) []numbered {
	byNumber := map[int]int{}
	var out []numbered
	for _, m := range markers {
		number := n.p.excerpt.Markers[m].Number
		k, ok := byNumber[number]
		if !ok {
			k = len(out)
			byNumber[number] = k
			out = append(out, numbered{number: number, gains: map[int]float64{}, place: -1})
		}
		out[k].markers = append(out[k].markers, m)
	}
	slices.SortFunc(out, func(a, b numbered) int { return a.number - b.number })
	fresh := n.fresh(markers)
	var buf []slot
	hits := map[int]float64{}
	for k := range out {
		for _, m := range out[k].markers[:min(len(out[k].markers), maxWeighed)] {
			buf = n.slots(&n.p.excerpt.Markers[m], buf[:0])
			n.weigh(&out[k], &n.p.excerpt.Markers[m], l, buf, hits, fresh[m])
		}
	}
	if n.lossy && l.group == "" {
		n.pair(out, markers, l)
	}
	return out
}

// fresh tells of the markers of a class whether their number is higher than all before: then the note is likely used here for the
// first time.
func (n *notes) fresh(markers []int) map[int]bool {
	out := make(map[int]bool, len(markers))
	highest := 0
	for _, m := range markers {
		if number := n.p.excerpt.Markers[m].Number; number > highest {
			out[m], highest = true, number
		}
	}
	return out
}

// weigh adds the evidence of one marker. Where the article does not repeat its marks, only a note's first use can be missed.
func (n *notes) weigh(e *numbered, m *sinosoviet.Marker, l *noteList, slots []slot, hits map[int]float64, fresh bool) {
	clear(hits)
	others := false
	for _, s := range slots {
		for _, c := range n.at(s.gap) {
			cit := &n.p.article.Citations[c.index]
			if cit.Number == 0 || cit.Group != l.group {
				continue
			}
			others = others || s.weight >= weightSure
			points := pointsAtPlace * s.weight
			if cit.Kind == sinosoviet.CitationPages && m.Pages != "" && samePages(cit.Pages, m.Pages) {
				points += pointsPages
			}
			hits[cit.Number] = max(hits[cit.Number], points)
		}
	}
	if m.Pages != "" {
		e.pages = append(e.pages, m.Pages)
	}
	if known := fresh || !n.lossy; known {
		e.weighed++
		switch {
		case len(slots) == 0:
		case others:
			e.base += pointsOthers * slots[0].weight
		default:
			e.base += pointsNone * slots[0].weight
		}
		if len(slots) > 0 && e.place < 0 && slots[0].weight >= weightSure {
			e.place, e.free = slots[0].gap, !others
		}
	}
	for number, points := range hits {
		e.gains[number] += points
	}
}

// points is the evidence that number target of the article is e's.
func (n *notes) points(e *numbered, l *noteList, target int) float64 {
	entry := l.entries[target]
	if entry == nil {
		return math.Inf(-1)
	}
	points := e.gains[target]
	if points == 0 {
		points = e.base / float64(max(e.weighed, 1))
	}
	switch {
	case e.place >= 0 && entry.first > e.place:
		if e.gains[target] == 0 {
			points += pointsTooEarly
		}
	case e.place < 0:
		points += n.between(e, entry)
	}
	for _, p := range e.pages[:min(len(e.pages), 8)] {
		points += n.pagesPoints(entry, p)
	}
	return min(max(points, leastPoints), mostPoints)
}

// between is the evidence of order for a number whose markers' places are not known.
func (n *notes) between(e *numbered, entry *entry) float64 {
	s := n.p.excerpt.Markers[e.markers[0]].Sentence
	if s >= len(n.before) || n.before[s] > n.behind[s] {
		return 0
	}
	for _, at := range entry.at[:min(len(entry.at), maxSlot)] {
		gap := int32(wordsBefore(n.p.a, n.p.article.Citations[at].TextAt))
		if gap >= n.before[s] && gap <= n.behind[s] {
			return pointsBetween
		}
	}
	return pointsOutside
}

// pagesPoints is the evidence of pages printed behind a marker.
func (n *notes) pagesPoints(entry *entry, pages string) float64 {
	for _, at := range entry.at[:min(len(entry.at), maxSlot)] {
		if samePages(n.p.article.Citations[at].Pages, pages) {
			if n.paged(pages) > 1 {
				return pointsPagesKnown
			}
			return pointsPagesOnly
		}
	}
	return pointsPagesOther
}

// paged is how many notes of the article are cited with these pages.
func (n *notes) paged(pages string) int {
	if n.pagesOf == nil {
		n.pagesOf = map[string]map[int]bool{}
		for i := range n.p.article.Citations {
			if c := &n.p.article.Citations[i]; c.Pages != "" && c.Number > 0 {
				key := pageKey(c.Pages)
				if n.pagesOf[key] == nil {
					n.pagesOf[key] = map[int]bool{}
				}
				n.pagesOf[key][c.Number] = true
			}
		}
	}
	return len(n.pagesOf[pageKey(pages)])
}

// steady finds the numbers between confirmed ones of the same shift. Before the first of them and behind the last one counts.
func steady(list []numbered) {
	const none = 1 << 30
	before := make([]int, len(list))
	last := 0 // before the first number nothing is shifted
	for i := range list {
		if e := &list[i]; e.target > 0 && e.gains[e.target] > 0 {
			last = e.shift
		}
		before[i] = last
	}
	last = none
	for i := len(list) - 1; i >= 0; i-- {
		e := &list[i]
		if e.target > 0 && e.gains[e.target] > 0 {
			last = e.shift
		}
		e.steady = before[i] == e.shift && (last == e.shift || last == none)
	}
}

// moves corrects the numbers whose place speaks clearly for a note that the shift does not give: one whose first use was
// added, removed or moved between the revisions has another number without any shift around it.
func (n *notes) moves(list []numbered, l *noteList) {
	taken := map[int]bool{}
	for i := range list {
		if list[i].target > 0 && list[i].gains[list[i].target] > 0 {
			taken[list[i].target] = true
		}
	}
	for i := range list {
		e := &list[i]
		own := pointsRemoved
		if e.target > 0 {
			own = n.points(e, l, e.target)
		}
		best, value := 0, math.Inf(-1)
		for target := range e.gains {
			if p := n.points(e, l, target); !taken[target] && (p > value || p == value && target < best) {
				best, value = target, p
			}
		}
		needed := pointsMove
		if e.target == 0 || e.gains[e.target] == 0 {
			needed = pointsMoveFree
		}
		if best > 0 && value >= own+needed {
			e.target, e.moved, e.removed = best, true, false
			taken[best] = true
		}
	}
}
