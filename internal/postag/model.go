package postag

import "strings"

// Model is a part-of-speech model. It is immutable and safe for concurrent use.
type Model struct {
	tags    []string // the classes first, then tags that only features name
	classes int      // how many of the tags the model gives
	weights []weight // of all features: those of a word stand together, as do those of a suffix
	bias    run

	known    vocabulary // words that always have the same tag
	knownTag []uint8    // by index in known

	words vocabulary // normalised words
	uses  []wordUses // by index in words; the last, which has none, is that of words that are not there
	after []tagUse   // see wordUses.after

	suffixes   suffixTable
	suffixUses []suffixUses // as uses

	prefixes  [256]run // by first byte
	lastTag   []run    // by number of the tag before
	secondTag []run    // by number of the tag before that
	bothTags  []run    // by number of last*len(tags) + number of second

	base    row   // the bias, and laneZero in each class
	tagRows []row // as bothTags: what the two tags before add together

	start, second  uint8 // numbers of the tags before the first word
	dash, none     uint8 // numbers of the tags of "-" and "0", which are not learned
	before, behind [2]seen
	hyphen         seen // what stands for words with a hyphen, years, and what starts with a digit
	year           seen
	digits         seen
}

// maxClasses bounds the classes. The English model has 45.
const maxClasses = rowLength

// weight is what a feature adds to the score of a class: thousandths, and below them eight bits of the class.
type weight int32

func (w weight) class() uint8 { return uint8(w) }
func (w weight) units() int   { return int(w >> 8) }

// value is the number that the file has.
func (w weight) value() float32 { return float32(float64(w.units()) / unit) }

// run is a part of Model.weights. The zero run is empty.
type run struct{ from, to uint32 }

// place is where a word stands relative to the one that is tagged.
type place int

const (
	here place = iota
	oneBefore
	oneBehind
	twoBefore
	twoBehind
	places
)

// wordUses is the weights of a word at each place, and behind certain tags.
type wordUses struct {
	from   uint32        // in Model.weights
	after  uint32        // in Model.after
	ends   [places]uint8 // where, behind from, the weights of each place end
	afters uint8         // how many tags there are
}

func (u *wordUses) at(p place) run { return part(u.from, u.ends[:], p) }

// tagUse is the weights of a word behind a tag.
type tagUse struct {
	from   uint32
	length uint8
	tag    uint8
}

func (u tagUse) run() run { return run{u.from, u.from + uint32(u.length)} }

// suffixUses is the weights of the last bytes of a word: of the word itself as it is written, and of the normalised one before and behind.
type suffixUses struct {
	from uint32
	ends [twoBefore]uint8
}

func (u *suffixUses) at(p place) run { return part(u.from, u.ends[:], p) }

// part is one of several runs that stand one behind the other.
func part(from uint32, ends []uint8, p place) run {
	start := uint8(0)
	if p > 0 {
		start = ends[p-1]
	}
	return run{from + uint32(start), from + uint32(ends[p])}
}

// seen is a word as its neighbours see it: indexes into Model.uses and Model.suffixUses.
type seen struct{ word, suffix int32 }

// Tag gives each word of a sentence its tag. The slices are of one length. It allocates only for words beyond ASCII with
// capitals and for sentences of more than 60 words.
//
// It knows nothing of emoticons and traces of a treebank, for which prose has rules before it asks the model.
func (m *Model) Tag(words, tags []string) {
	var few [64]seen
	around := few[:]
	if len(words)+4 > len(few) {
		around = make([]seen, len(words)+4)
	}
	around[0], around[1] = m.before[0], m.before[1]
	for i, w := range words {
		around[i+2] = m.see(w)
	}
	around[len(words)+2], around[len(words)+3] = m.behind[0], m.behind[1]
	last, second := m.start, m.second
	for i, w := range words {
		tag := m.tag(w, around[i:i+5], last, second)
		tags[i] = m.tags[tag]
		second, last = last, tag
	}
}

// tag is the number of the tag of a word. around is the two words before it, itself, and two behind.
func (m *Model) tag(word string, around []seen, last, second uint8) uint8 {
	switch {
	case word == "-":
		return m.dash
	case word == "0":
		return m.none
	}
	if k := m.known.find(word); k >= 0 {
		return m.knownTag[k]
	}
	before, self, behind := around[1], around[2], around[3]
	var scores [maxClasses]float32
	m.add(&scores, m.bias)
	m.add(&scores, m.suffixUses[m.suffixes.find(pack(word))].at(here))
	if word != "" {
		m.add(&scores, m.prefixes[word[0]])
	}
	m.add(&scores, m.lastTag[last])
	m.add(&scores, m.secondTag[second])
	m.add(&scores, m.bothTags[int(last)*len(m.tags)+int(second)])
	m.add(&scores, m.uses[self.word].at(here))
	m.add(&scores, m.behindTag(self.word, last))
	m.add(&scores, m.uses[before.word].at(oneBefore))
	m.add(&scores, m.suffixUses[before.suffix].at(oneBefore))
	m.add(&scores, m.uses[around[0].word].at(twoBefore))
	m.add(&scores, m.uses[behind.word].at(oneBehind))
	m.add(&scores, m.suffixUses[behind.suffix].at(oneBehind))
	m.add(&scores, m.uses[around[4].word].at(twoBehind))
	best := 0
	for k := range m.classes {
		if scores[k] > scores[best] {
			best = k
		}
	}
	return uint8(best)
}

func (m *Model) add(scores *[maxClasses]float32, r run) {
	for _, w := range m.of(r) {
		scores[w.class()] += w.value()
	}
}

// behindTag is the weights of a word behind a tag.
func (m *Model) behindTag(word int32, tag uint8) run {
	u := &m.uses[word]
	for _, a := range m.after[u.after : u.after+uint32(u.afters)] {
		if a.tag == tag {
			return a.run()
		}
	}
	return run{}
}

// of is the weights of a feature.
func (m *Model) of(r run) []weight { return m.weights[r.from:r.to] }

// see looks a word up as the model normalises it: letters small, and what has a hyphen inside or starts with a digit as one of three kinds.
func (m *Model) see(word string) seen {
	if word == "" {
		return m.look(word)
	}
	plain := true // ASCII
	hyphen := false
	for i := 0; i < len(word); i++ {
		plain = plain && word[i] < 0x80
		hyphen = hyphen || word[i] == '-'
	}
	switch first := word[0]; {
	case hyphen && first != '-':
		return m.hyphen
	case len(word) == 4 && isWhole(word):
		return m.year
	case '0' <= first && first <= '9':
		return m.digits
	}
	if !plain {
		word = strings.ToLower(word)
	}
	return m.look(word)
}

// look finds a word whose letters beyond ASCII are small. Those of ASCII may be of either case.
func (m *Model) look(word string) seen {
	s := seen{word: m.words.findFold(word), suffix: m.suffixes.find(packFold(word))}
	if s.word < 0 {
		s.word = int32(len(m.uses) - 1)
	}
	return s
}

// isWhole reports an optional sign with digits behind it, as the model takes a year to be.
func isWhole(s string) bool {
	if s[0] == '+' || s[0] == '-' {
		s = s[1:]
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
