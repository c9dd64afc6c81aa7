package postag

// Memo is what a [Model] has worked out of the words it has met: sums of the weights of each for the places in which it stood. It is
// for one Model and one way to number words. The zero Memo is empty and ready for use. It is not safe for concurrent use.
type Memo struct {
	words []remembered // by number of the word
	rows  []row        // the first is all zeros
	edges [4]remembered
}

// remembered is a word.
type remembered struct {
	seen
	own   int32         // index of its suffix as it is written
	rows  [places]int32 // indexes into Memo.rows; -1 = not worked out
	state state
	tag   uint8 // of a word that always has the same
}

type state uint8

const (
	unmet state = iota
	fixed       // has always the same tag
	open
)

// Len is how many words there may be something of.
func (o *Memo) Len() int { return len(o.words) }

// Reset forgets all words, for when they are numbered anew.
func (o *Memo) Reset() {
	clear(o.words)
	o.words, o.rows = o.words[:0], o.rows[:0]
}

// TagNumbered is [Model.Tag] for words that have numbers: equal words have equal ones. The numbers should start at 0 and have few gaps. What
// is worked out of a word is remembered.
func (m *Model) TagNumbered(o *Memo, words []string, numbers []int32, tags []string) {
	o.meet(m, words, numbers)
	var few [64]*remembered
	around := few[:]
	if len(words)+4 > len(few) {
		around = make([]*remembered, len(words)+4)
	}
	around[0], around[1] = &o.edges[0], &o.edges[1]
	for i, n := range numbers {
		around[i+2] = &o.words[n]
	}
	around[len(words)+2], around[len(words)+3] = &o.edges[2], &o.edges[3]
	last, second := m.start, m.second
	for i, self := range around[2 : len(words)+2] {
		tag := self.tag
		if self.state != fixed {
			tag = m.tagOpen(o, words[i], around[i:i+5], last, second)
		}
		tags[i] = m.tags[tag]
		second, last = last, tag
	}
}

// tagOpen is the number of the tag of a word that has not always the same one.
func (m *Model) tagOpen(o *Memo, word string, around []*remembered, last, second uint8) uint8 {
	around = around[:5]
	self := around[2]
	var at [places]int32
	for p, k := range [places]int{here: 2, oneBefore: 1, oneBehind: 3, twoBefore: 0, twoBehind: 4} {
		if at[p] = around[k].rows[p]; at[p] < 0 {
			at[p] = o.work(m, around[k], place(p), word)
		}
	}
	a, b, c, d, e := &o.rows[at[0]], &o.rows[at[1]], &o.rows[at[2]], &o.rows[at[3]], &o.rows[at[4]]
	f := &m.tagRows[int(last)*len(m.tags)+int(second)]
	var sum row
	for i := range sum {
		sum[i] = a[i] + b[i] + c[i] + d[i] + e[i] + f[i]
	}
	sum.add(m.of(m.behindTag(self.word, last)))
	tag, clear := sum.best()
	if !clear {
		var seen [5]seen
		for i, w := range around {
			seen[i] = w.seen
		}
		return m.tag(word, seen[:], last, second)
	}
	return tag
}

// meet makes sure that something is remembered of the words.
func (o *Memo) meet(m *Model, words []string, numbers []int32) {
	if len(o.rows) == 0 {
		o.rows = append(o.rows, row{})
		for i, s := range [4]seen{m.before[0], m.before[1], m.behind[0], m.behind[1]} {
			o.edges[i] = remembered{seen: s, state: open, rows: unworked}
		}
	}
	for i, n := range numbers {
		for int(n) >= len(o.words) {
			o.words = append(o.words, remembered{})
		}
		if w := &o.words[n]; w.state == unmet {
			*w = m.remember(words[i])
		}
	}
}

// unworked is the rows of a word of which nothing is worked out.
var unworked = [places]int32{-1, -1, -1, -1, -1}

// remember looks a word up.
func (m *Model) remember(word string) remembered {
	w := remembered{seen: m.see(word), own: m.suffixes.find(pack(word)), rows: unworked, state: fixed}
	switch {
	case word == "-":
		w.tag = m.dash
	case word == "0":
		w.tag = m.none
	default:
		k := m.known.find(word)
		if k < 0 {
			w.state = open
		} else {
			w.tag = m.knownTag[k]
		}
	}
	return w
}

// work works out what a word adds at a place.
func (o *Memo) work(m *Model, w *remembered, p place, word string) int32 {
	var sum row
	sum.add(m.of(m.uses[w.word].at(p)))
	switch p {
	case here:
		for i := range sum {
			sum[i] += m.base[i]
		}
		sum.add(m.of(m.suffixUses[w.own].at(here)))
		if word != "" {
			sum.add(m.of(m.prefixes[word[0]]))
		}
	case oneBefore, oneBehind:
		sum.add(m.of(m.suffixUses[w.suffix].at(p)))
	}
	if sum == (row{}) {
		w.rows[p] = 0
		return 0
	}
	w.rows[p] = int32(len(o.rows))
	o.rows = append(o.rows, sum)
	return w.rows[p]
}
