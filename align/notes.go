package align

import (
	"slices"
	"sort"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// notes resolves the markers of an excerpt to the citations of the article.
type notes struct {
	p      *pages
	places []place
	lossy  bool                 // the article does not show where a note is used again
	gaps   []gapped             // the article's citations by the place they stand at
	lists  map[string]*noteList // by group
	byID   map[string]int32     // the article's citations
	// pagesOf are the notes cited with each list of pages; made when first asked for.
	pagesOf map[string]map[int]bool
	inside  []int32        // of each word of the article, the excerpt's word it is; -1
	marked  map[int32]bool // gaps of the excerpt at which a numbered marker stands
	before  []int32        // of each sentence of the excerpt: the article's word behind the last one placed before it
	behind  []int32        // and the first one placed behind it
	noticed map[int32]bool // the "citation needed" that markers were found to be
}

// gapped is a citation of the article and the gap between two words it stands in: behind how many words.
type gapped struct {
	gap   int32
	index int32
}

// noteList is a numbered list of notes as the article's page prints it.
type noteList struct {
	group   string
	entries map[int]*entry
	last    int // highest number
}

// entry is a note of the list.
type entry struct {
	number int
	at     []int32 // the citations with this number, source order
	first  int32   // gap of the first
}

// slot is a gap of the article at which a marker may stand, with how likely it is, 0 to 1.
type slot struct {
	gap    int32
	weight float64
}

// maxSlot bounds how many citations are looked at in one gap.
const maxSlot = 64

func newNotes(p *pages, places []place) *notes {
	n := &notes{p: p, places: places, lists: map[string]*noteList{}, byID: map[string]int32{}, marked: map[int32]bool{}, noticed: map[int32]bool{}}
	for i := range p.article.Citations {
		c := &p.article.Citations[i]
		if c.ID != "" {
			n.byID[c.ID] = int32(i)
		}
		gap := int32(wordsBefore(p.a, c.TextAt))
		n.gaps = append(n.gaps, gapped{gap, int32(i)})
		if c.Number > 0 {
			n.list(c.Group).add(c.Number, int32(i), gap, c.Kind == sinosoviet.CitationPages)
		}
	}
	slices.SortStableFunc(n.gaps, func(a, b gapped) int { return int(a.gap - b.gap) })
	n.inside = make([]int32, len(p.a))
	for a := range n.inside {
		n.inside[a] = -1
	}
	n.neighbours()
	n.lossy = p.article.Source.Format() == sinosoviet.FormatFlattened
	for _, m := range p.excerpt.Markers {
		if m.Kind == sinosoviet.MarkerReference {
			n.marked[int32(wordsBefore(p.x, m.TextAt))] = true
		}
	}
	return n
}

func (n *notes) list(group string) *noteList {
	l := n.lists[group]
	if l == nil {
		l = &noteList{group: group, entries: map[int]*entry{}}
		n.lists[group] = l
	}
	return l
}

func (l *noteList) add(number int, index, gap int32, pages bool) {
	e := l.entries[number]
	if e == nil {
		e = &entry{number: number, first: gap}
		l.entries[number] = e
	}
	l.last = max(l.last, number)
	e.at = append(e.at, index)
	if !pages || len(e.at) == 1 {
		e.first = min(e.first, gap)
	}
}

// neighbours notes which words of the excerpt are which of the article, and between which of the article's words
// each sentence must stand when the excerpt keeps the article's order.
func (n *notes) neighbours() {
	n.before, n.behind = make([]int32, len(n.places)), make([]int32, len(n.places))
	at := int32(0)
	for i := range n.places {
		pl := &n.places[i]
		n.before[i] = at
		if pl.found() {
			at = pl.last() + 1
		}
		for k, a := range pl.partner {
			if a >= 0 {
				n.inside[a] = n.p.lines[i].from + int32(k)
			}
		}
	}
	at = int32(len(n.p.a))
	for i := len(n.places) - 1; i >= 0; i-- {
		n.behind[i] = at
		if n.places[i].found() {
			at = n.places[i].first()
		}
	}
}

// at are the article's citations in a gap, at most maxSlot.
func (n *notes) at(gap int32) []gapped {
	i := sort.Search(len(n.gaps), func(i int) bool { return n.gaps[i].gap >= gap })
	k := i
	for k < len(n.gaps) && k-i < maxSlot && n.gaps[k].gap == gap {
		k++
	}
	return n.gaps[i:k]
}

// slots are the gaps of the article at which a marker of the excerpt may stand, the likeliest first; none when
// the sentence it belongs to is not there.
func (n *notes) slots(m *sinosoviet.Marker, out []slot) []slot {
	if m.Sentence >= len(n.places) {
		return out
	}
	if m.Attaches == sinosoviet.AttachPrevious {
		return n.slotsBefore(m.Sentence, out)
	}
	pl, l := &n.places[m.Sentence], n.p.lines[m.Sentence]
	if !pl.found() {
		return out
	}
	k := int32(wordsBefore(n.p.x, m.TextAt)) - l.from // words of the sentence before the marker
	k = max(0, min(k, l.to-l.from))
	if k > 0 && pl.partner[k-1] >= 0 {
		out = addSlot(out, pl.partner[k-1]+1, 1)
	}
	if k == l.to-l.from {
		out = addSlot(out, pl.to, 0.9)
	} else if pl.partner[k] >= 0 {
		out = addSlot(out, pl.partner[k], 0.9)
	}
	for i := k - 2; len(out) == 0 && i >= 0; i-- {
		if pl.partner[i] >= 0 {
			out = addSlot(out, pl.partner[i]+1, 0.6)
		}
	}
	if k == 0 {
		out = addSlot(out, pl.from, 0.8)
	}
	// A sentence that was cut short is closed with the marks of the whole one.
	if k > 0 && pl.partner[k-1] >= 0 {
		if u := n.p.unitOf[pl.partner[k-1]]; k == l.to-l.from || pl.partner[k] >= 0 && n.p.unitOf[pl.partner[k]] != u {
			out = addSlot(out, n.p.units[u].to, 0.7)
		}
	}
	return out
}

// slotsBefore are the gaps of a marker that opens sentence i of the excerpt: before that sentence in the article, where the page
// had it; behind the excerpt's sentence before, when what stood between was left out together with its own markers.
func (n *notes) slotsBefore(i int, out []slot) []slot {
	if pl := &n.places[i]; pl.found() {
		gap := pl.from
		if a := pl.partner[0]; a >= 0 {
			gap = a
		}
		out = addSlot(out, gap, 1)
		out = addSlot(out, pl.from, 0.9)
		if end := n.proseBefore(pl.lo); end >= 0 && pl.from == n.p.units[pl.lo].from {
			out = addSlot(out, end, 0.8)
		}
	}
	if i > 0 && n.places[i-1].found() {
		before, weight := &n.places[i-1], 0.5
		if !n.places[i].found() {
			weight = 0.6
		}
		out = addSlot(out, before.last()+1, weight)
		out = addSlot(out, before.to, weight)
	}
	if pl := &n.places[i]; pl.found() {
		if gap := n.citedBefore(pl.from, n.before[i]); gap >= 0 {
			out = addSlot(out, gap, weightNear)
		}
	}
	return out
}

// citedBefore is the nearest gap before the article's word at that has a citation, where the excerpt has left out what lies between
// or does not know it yet: not before from, and not many sentences away. -1 when there is none.
func (n *notes) citedBefore(at, from int32) int32 {
	if at == 0 || int(at) > len(n.p.unitOf) {
		return -1
	}
	u := n.p.unitOf[at-1]
	from = max(from, n.p.units[max(0, u-maxNearSentences+1)].from)
	i := sort.Search(len(n.gaps), func(i int) bool { return n.gaps[i].gap >= at }) - 1
	for ; i >= 0 && n.gaps[i].gap >= from; i-- {
		if c := &n.p.article.Citations[n.gaps[i].index]; c.Number > 0 && c.Kind != sinosoviet.CitationPages || c.Kind == sinosoviet.CitationNeeded {
			return n.gaps[i].gap
		}
	}
	return -1
}

// maxNearSentences is how many of the article's sentences may have come in between a marker's note and the sentence it
// opens.
const maxNearSentences = 4

// What a slot must weigh at least.
const (
	weightNear  = 0.35 // not the place, but next to it
	weightPlace = 0.5
	weightSure  = 0.8
)

// proseBefore is the end of the last sentence of running prose before sentence u of the article, over captions
// and cells; -1 when that is just the sentence before.
func (n *notes) proseBefore(u int32) int32 {
	for k := u - 1; k >= 0 && u-k < 16; k-- {
		b := n.p.article.Sentences[n.p.units[k].index].Block
		if b < 0 || b >= len(n.p.article.Blocks) || n.p.article.Blocks[b].Kind.IsProse() {
			if k == u-1 {
				return -1
			}
			return n.p.units[k].to
		}
	}
	return -1
}

func addSlot(out []slot, gap int32, weight float64) []slot {
	for _, s := range out {
		if s.gap == gap {
			return out
		}
	}
	return append(out, slot{gap, weight})
}

// groupOf is the article's list that a class of the excerpt's markers belongs to: "" for numbers, else the word of the
// label or "letter".
func (n *notes) groupOf(class string, markers []int) *noteList {
	if class == "" {
		return n.lists[""]
	}
	var best *noteList
	score := 0
	var buf []slot
	groups := make([]string, 0, len(n.lists))
	for g := range n.lists {
		if g != "" {
			groups = append(groups, g)
		}
	}
	slices.Sort(groups)
	for _, g := range groups {
		points := 1
		if sameGroup(class, g) {
			points += 3
		}
		for _, m := range markers[:min(len(markers), 100)] {
			buf = n.slots(&n.p.excerpt.Markers[m], buf[:0])
			for _, s := range buf {
				for _, c := range n.at(s.gap) {
					if n.p.article.Citations[c.index].Group == g {
						points += 2
					}
				}
			}
		}
		if points > score {
			best, score = n.lists[g], points
		}
	}
	return best
}

// sameGroup reports whether labels of a class are how a group is printed.
func sameGroup(class, group string) bool {
	group = strings.ToLower(group)
	switch {
	case class == "letter":
		return strings.HasSuffix(group, "alpha") || strings.HasSuffix(group, "roman")
	case class == group:
		return true
	case class == "note" || class == "notes" || class == "n":
		return strings.HasPrefix(group, "n")
	}
	return false
}

// classOf is the class of a marker: "" for a reference, the word of a label, "letter", or "-" when it numbers nothing.
func classOf(m *sinosoviet.Marker) string {
	switch {
	case m.Kind == sinosoviet.MarkerReference:
		return ""
	case m.Kind != sinosoviet.MarkerNote || m.Number == 0:
		return "-"
	}
	if word, _, ok := strings.Cut(m.Label, " "); ok {
		return strings.ToLower(word)
	}
	return "letter"
}
