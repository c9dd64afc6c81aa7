package postag

// Memo is where a [Model] has found the words it has met. It is for one Model and one way to number words. The zero Memo is empty and
// ready for use. It is not safe for concurrent use.
type Memo struct {
	words []remembered // by number of the word
}

// remembered is a word.
type remembered struct {
	seen
	own   int32 // index of its suffix as it is written
	state state
	tag   uint8 // of a word that always has the same
	first byte
}

type state uint8

const (
	unmet state = iota
	fixed       // has always the same tag
	open
)

// Reset forgets all words, for when they are numbered anew.
func (o *Memo) Reset() {
	clear(o.words)
	o.words = o.words[:0]
}

// TagNumbered is [Model.Tag] for words that have numbers: equal words have equal ones. The numbers should start at 0 and have few gaps. What
// is found of a word is remembered; nothing is allocated when all words are known and the sentence has no more than 60.
func (m *Model) TagNumbered(o *Memo, words []string, numbers []int32, tags []string) {
	o.meet(m, words, numbers)
	var few [64]*remembered
	around := few[:]
	if len(words)+4 > len(few) {
		around = make([]*remembered, len(words)+4)
	}
	around[0], around[1] = &m.before[0], &m.before[1]
	for i, n := range numbers {
		around[i+2] = &o.words[n]
	}
	around[len(words)+2], around[len(words)+3] = &m.behind[0], &m.behind[1]
	last, second := m.start, m.second
	for i, self := range around[2 : len(words)+2] {
		tag := self.tag
		if self.state != fixed {
			tag = m.tagOpen(words[i], (*[5]*remembered)(around[i:i+5]), last, second)
		}
		tags[i] = m.tags[tag]
		second, last = last, tag
	}
}

// tagOpen is the number of the tag of a word that has not always the same one, by sums of whole numbers.
func (m *Model) tagOpen(word string, around *[5]*remembered, last, second uint8) uint8 {
	before, self, behind := around[1], around[2], around[3]
	a, b, c := &m.suffixRows[before.suffix][oneBefore], &m.suffixRows[self.own][here], &m.suffixRows[behind.suffix][oneBehind]
	d, e := &m.prefixRows[self.first], &m.tagRows[int(last)*len(m.tags)+int(second)]
	var sum row
	for i := range sum {
		sum[i] = a[i] + b[i] + c[i] + d[i] + e[i]
	}
	sum.add(m.of(m.uses[self.word].at(here)))
	sum.add(m.of(m.behindTag(self.word, last)))
	sum.add(m.of(m.uses[before.word].at(oneBefore)))
	sum.add(m.of(m.uses[behind.word].at(oneBehind)))
	sum.add(m.of(m.uses[around[0].word].at(twoBefore)))
	sum.add(m.of(m.uses[around[4].word].at(twoBehind)))
	tag, clear := sum.best()
	if !clear || word == "" {
		var seen [5]seen
		for i, w := range around {
			seen[i] = w.seen
		}
		return m.tag(word, seen[:], last, second)
	}
	return tag
}

// meet makes sure that the words are remembered.
func (o *Memo) meet(m *Model, words []string, numbers []int32) {
	for i, n := range numbers {
		for int(n) >= len(o.words) {
			o.words = append(o.words, remembered{})
		}
		if w := &o.words[n]; w.state == unmet {
			*w = m.remember(words[i])
		}
	}
}

// remember looks a word up.
func (m *Model) remember(word string) remembered {
	w := remembered{seen: m.see(word), own: m.suffixes.find(pack(word)), state: open}
	if word != "" {
		w.first = word[0]
	}
	if tag, ok := m.always(word); ok {
		w.state, w.tag = fixed, tag
	}
	return w
}
