package timeline

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// Merging finds the events that tell the same thing, in three steps:
//
//  1. block: an event is compared only with events that share one of its rarest headline words in the same year
//     (or decade, century, for wide dates), or its whole sentence. Each step is linear, and an event meets at most
//     maxCandidates others per word, so that hostile input cannot make it quadratic.
//  2. judge: two events are the same by their dates, actors, triggers and wording; see judge.
//  3. join: pairs are joined best first, as long as no two events of one sentence come together
//     (TestMergeKeepsSentence) and all dates stay compatible.
const (
	maxCandidates = 64 // per word that is looked up
	rareWords     = 3  // words of a headline that are looked up
)

// mention is what merging knows of an event.
type mention struct {
	*sinosoviet.Event
	doc      int
	period   period
	head     wording
	sentence wording // read when first needed
	read     bool
	trigger  uint32 // hash of the trigger's stem; 0 when it cannot be read
	first    uint32 // hash of the headline's first word
	text     uint32 // see sentenceKey
}

// sketch is what tells most pairs apart: a bit per headline word, and their number. It stands in the lists of
// candidates, so that a pass over them needs nothing else.
type sketch struct {
	bits  uint64
	words uint32
}

// holds is false only when each has a word that the other lacks.
func (a sketch) holds(b sketch) bool { return a.bits&^b.bits == 0 || b.bits&^a.bits == 0 }

type merger struct {
	items    []mention
	sketches []sketch
	compared []int32 // by mention: the last one it was compared with, so that none is met twice
	pairs    []pair
}

type pair struct {
	a, b  int32
	score float32
}

// merge is the clusters of events that tell the same, each in the order added, in the order of their first.
func merge(items []*item) [][]int32 {
	m := &merger{items: make([]mention, len(items)), sketches: make([]sketch, len(items)), compared: make([]int32, len(items))}
	words := make([]word, 0, 8*len(items))
	for i := range items {
		e := &items[i].Event
		at := len(words)
		words = readWords(words, e.Headline)
		m.items[i] = mention{Event: e, doc: items[i].doc, period: periodOf(e), head: words[at:len(words):len(words)], trigger: triggerOf(e)}
		if at < len(words) {
			m.items[i].first = words[at].hash
		}
		m.items[i].text = m.items[i].sentenceKey()
		m.compared[i] = -1
		k := &m.sketches[i]
		k.words = uint32(len(m.items[i].head))
		for _, w := range m.items[i].head {
			k.bits |= 1 << (w.hash & 63)
		}
	}
	m.block()
	return m.join()
}

// triggerOf is the trigger's words, where the readable sentence is a verbatim copy of the source.
func triggerOf(e *sinosoviet.Event) uint32 {
	if e.Trigger.End <= e.Trigger.Start || len(e.Evidence) == 0 {
		return 0
	}
	v := &e.Evidence[0]
	from, to := e.Trigger.Start-v.Span.Start, e.Trigger.End-v.Span.Start
	if len(v.Text) != v.Span.End-v.Span.Start || from < 0 || to > len(v.Text) {
		return 0
	}
	return hashBytes(stem([]byte(strings.ToLower(v.Text[from:to]))))
}

// postings lists mentions by key; keys are hashes cut to a table, so that a list may hold mentions of another key.
type postings struct {
	start []int32
	list  []posting
	mask  uint32
}

type posting struct {
	bits  uint64
	words uint32
	at    int32
}

// block compares every mention with those that may be the same.
func (m *merger) block() {
	seen := newCounts(len(m.items) * 4)
	for i := range m.items {
		for _, w := range m.items[i].head {
			seen.add(w.hash)
		}
	}
	byWord := m.index(func(x *mention, add func(uint32)) {
		s := x.scale()
		for _, w := range x.head {
			add(cellKey(w.hash, s, x.cell(s)))
		}
	}, len(m.items)*8)
	bySentence := m.index(func(x *mention, add func(uint32)) {
		if x.text != 0 {
			add(x.text)
		}
	}, len(m.items))
	var rare [rareWords]uint32
	for i := range m.items {
		x := &m.items[i]
		if x.text != 0 {
			m.meet(int32(i), &bySentence, x.text)
		}
		for _, w := range seen.rarest(rare[:0], x.head) {
			for s := x.scale(); s <= scaleAll; s++ {
				m.meet(int32(i), &byWord, cellKey(w, s, x.cell(s)))
			}
		}
	}
}

func (x *mention) scale() scale { return scaleOf(x.Earliest, x.Latest) }

func (x *mention) cell(s scale) int64 { return s.cell(x.Earliest.Year) }

// sentenceKey is a key of the event's sentence and of how its headline begins, whatever its date; 0 when there is none.
func (x *mention) sentenceKey() uint32 {
	if len(x.Evidence) == 0 || x.Evidence[0].Text == "" {
		return 0
	}
	return mix(hashString(x.Evidence[0].Text)^x.first) | 1
}

func cellKey(w uint32, s scale, cell int64) uint32 {
	return mix(w ^ uint32(cell)*0x9e3779b1 ^ uint32(s)<<30)
}

// index lists the mentions by the keys that keys adds for them; about is how many keys there will be.
func (m *merger) index(keys func(x *mention, add func(uint32)), about int) postings {
	size := uint32(64)
	for int(size) < about {
		size *= 2
	}
	p := postings{start: make([]int32, size+1), mask: size - 1}
	total := int32(0)
	count := func(key uint32) { p.start[key&p.mask+1]++; total++ }
	for i := range m.items {
		keys(&m.items[i], count)
	}
	for i := range p.start[1:] {
		p.start[i+1] += p.start[i]
	}
	p.list = make([]posting, total)
	next := slices.Clone(p.start[:size])
	at := int32(0)
	put := func(key uint32) {
		p.list[next[key&p.mask]] = posting{m.sketches[at].bits, m.sketches[at].words, at}
		next[key&p.mask]++
	}
	for i := range m.items {
		at = int32(i)
		keys(&m.items[i], put)
	}
	return p
}

// meet judges mention i and those listed under the key, at most maxCandidates of those that were added
// next to it. Passed over are only those to which judge would say 0 by the words: less than the share of them that it asks for can be shared.
func (m *merger) meet(i int32, p *postings, key uint32) {
	list := p.list[p.start[key&p.mask]:p.start[key&p.mask+1]]
	if len(list) > maxCandidates {
		at, _ := slices.BinarySearchFunc(list, i, func(p posting, i int32) int { return cmp.Compare(p.at, i) })
		from := max(0, min(at-maxCandidates/2, len(list)-maxCandidates))
		list = list[from : from+maxCandidates]
	}
	own := m.sketches[i]
	for k := range list {
		o := &list[k]
		few, lost := own.words, own.bits&^o.bits // the words of the one with fewer, and those of them that the other lacks
		if o.words < few {
			few, lost = o.words, o.bits&^own.bits
		}
		j := o.at
		if 5*uint32(bits.OnesCount64(lost)) > 2*few || j == i || m.compared[j] == i {
			continue
		}
		m.compared[j] = i
		if score := m.judge(i, j); score > 0 {
			m.pairs = append(m.pairs, pair{min(i, j), max(i, j), score})
		}
	}
}

// counts counts words roughly: words that clash in the table count together.
type counts struct {
	n    []uint16
	mask uint32
}

func newCounts(about int) counts {
	size := 1024
	for size < about {
		size *= 2
	}
	return counts{make([]uint16, size), uint32(size - 1)}
}

func (c counts) add(w uint32) {
	if n := &c.n[w&c.mask]; *n < 1<<16-1 {
		*n++
	}
}

// rarest are up to cap(into) of the words that occur in the fewest headlines.
func (c counts) rarest(into []uint32, words wording) []uint32 {
	for _, w := range words {
		at := len(into)
		for at > 0 && c.n[w.hash&c.mask] < c.n[into[at-1]&c.mask] {
			at--
		}
		if at == cap(into) {
			continue
		}
		if len(into) < cap(into) {
			into = into[:len(into)+1]
		}
		copy(into[at+1:], into[at:])
		into[at] = w.hash
	}
	return into
}

// words reads a mention's sentence.
func (m *merger) words(i int32) wording {
	x := &m.items[i]
	if !x.read {
		x.read = true
		if len(x.Evidence) > 0 {
			x.sentence = readWords(nil, x.Evidence[0].Text)
		}
	}
	return x.sentence
}

// join joins the pairs, best first.
func (m *merger) join() [][]int32 {
	slices.SortFunc(m.pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	f := newForest(m.items)
	for _, p := range m.pairs {
		f.join(p.a, p.b)
	}
	return f.clusters()
}

// forest is disjoint sets of mentions, of which every set keeps its narrowest period (all others of it hold
// that one) and the sentences it has events of.
type forest struct {
	items     []mention
	parent    []int32
	narrowest []period
	members   [][]int32           // of roots with more than one member
	sites     []map[site]struct{} // likewise
}

// site is a sentence.
type site struct {
	source string
	start  int
}

func newForest(items []mention) *forest {
	f := &forest{items: items, parent: make([]int32, len(items)), narrowest: make([]period, len(items)),
		members: make([][]int32, len(items)), sites: make([]map[site]struct{}, len(items))}
	for i := range items {
		f.parent[i], f.narrowest[i] = int32(i), items[i].period
	}
	return f
}

func (f *forest) root(i int32) int32 {
	for f.parent[i] != i {
		f.parent[i] = f.parent[f.parent[i]]
		i = f.parent[i]
	}
	return i
}

// join joins the sets of a and b unless that would bring two events of one sentence together, or incompatible dates.
func (f *forest) join(a, b int32) {
	again := sameMention(&f.items[a], &f.items[b])
	a, b = f.root(a), f.root(b)
	if a == b {
		return
	}
	n, ok := narrower(f.narrowest[a], f.narrowest[b])
	if !ok && f.verbatim(a, b) {
		n, ok = f.narrowest[min(a, b)], true
	}
	if !ok {
		return
	}
	f.grow(a)
	f.grow(b)
	if len(f.members[a]) < len(f.members[b]) {
		a, b = b, a
	}
	if !again {
		for s := range f.sites[b] {
			if _, both := f.sites[a][s]; both {
				return
			}
		}
	}
	f.parent[b] = a
	f.narrowest[a] = n
	f.members[a] = append(f.members[a], f.members[b]...)
	for s := range f.sites[b] {
		f.sites[a][s] = struct{}{}
	}
	f.members[b], f.sites[b] = nil, nil
}

// verbatim reports whether two single mentions of incompatible dates may join all the same: see sameSentence.
func (f *forest) verbatim(a, b int32) bool {
	return f.members[a] == nil && f.members[b] == nil && misresolved(&f.items[a], &f.items[b])
}

// grow gives a root its list of members and sentences.
func (f *forest) grow(r int32) {
	if f.members[r] != nil {
		return
	}
	f.members[r] = append(make([]int32, 0, 2), r)
	f.sites[r] = map[site]struct{}{}
	for i := range f.items[r].Evidence {
		if v := &f.items[r].Evidence[i]; v.Span.End > v.Span.Start {
			f.sites[r][site{v.Source, v.Span.Start}] = struct{}{}
		}
	}
}

// narrower is the period of the two that the other holds; ok is false when neither does. An undated one
// gives way to any.
func narrower(a, b period) (n period, ok bool) {
	switch {
	case !a.known:
		return b, true
	case !b.known:
		return a, true
	case a.contains(b):
		return b, true
	case b.contains(a):
		return a, true
	}
	return period{}, false
}

// clusters are the sets in the order of their first mention.
func (f *forest) clusters() [][]int32 {
	all := make([][]int32, 0, len(f.items))
	singles := make([]int32, len(f.items))
	place := make([]int32, len(f.items)) // of a root's set in all, plus one
	for i := range f.items {
		r := f.root(int32(i))
		if place[r] > 0 {
			continue
		}
		members := f.members[r]
		if len(members) < 2 {
			singles[i] = int32(i)
			members = singles[i : i+1 : i+1]
		} else {
			slices.Sort(members)
		}
		all = append(all, members)
		place[r] = int32(len(all))
	}
	return all
}
