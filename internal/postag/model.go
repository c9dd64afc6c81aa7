package postag

import "strings"

// Model is a part-of-speech model. It is immutable and safe for concurrent use.
type Model struct {
	tags    []string // the classes first, then tags that only features name
	classes int      // how many of the tags the model gives
	weights []weight // of all features
	bias    [maxClasses]float32

	whole   bool  // sums in whole numbers tell the tag: the fields below are there, and the units of the weights
	base    row   // the bias in units
	tagRows []row // as bothTags: what the two tags before add

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

	start, second  uint8 // numbers of the tags before the first word
	dash, none     uint8 // numbers of the tags of "-" and "0", which are not learned
	before, behind [2]seen
	hyphen         seen // what stands for words with a hyphen, years, and what starts with a digit
	year           seen
	digits         seen
}

// maxClasses bounds the classes. The English model has 45.
const maxClasses = 64

// weight is what a feature adds to the score of a class.
type weight struct {
	value float32
	code  int32 // the class, and above its eight bits the value in thousandths
}

func (w weight) class() uint8 { return uint8(w.code) & (maxClasses - 1) }
func (w weight) units() int   { return int(w.code >> 8) }

// run is a part of Model.weights or Model.after. The zero run is empty.
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
	at    [places]run
	after run // part of Model.after
}

// tagUse is the weights of a word behind a tag.
type tagUse struct {
	run run
	tag uint8
}

// suffixUses is the weights of the last bytes of a word: of the word itself as it is written, and of the normalised one before and behind.
type suffixUses struct{ at [twoBefore]run }

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
	scores := m.bias
	m.add(&scores, m.suffixUses[m.suffixes.find(pack(word))].at[here])
	if word != "" {
		m.add(&scores, m.prefixes[word[0]])
	}
	m.add(&scores, m.lastTag[last])
	m.add(&scores, m.secondTag[second])
	m.add(&scores, m.bothTags[int(last)*len(m.tags)+int(second)])
	uses := &m.uses[self.word]
	m.add(&scores, uses.at[here])
	for _, u := range m.after[uses.after.from:uses.after.to] {
		if u.tag == last {
			m.add(&scores, u.run)
			break
		}
	}
	m.add(&scores, m.uses[before.word].at[oneBefore])
	m.add(&scores, m.suffixUses[before.suffix].at[oneBefore])
	m.add(&scores, m.uses[around[0].word].at[twoBefore])
	m.add(&scores, m.uses[behind.word].at[oneBehind])
	m.add(&scores, m.suffixUses[behind.suffix].at[oneBehind])
	m.add(&scores, m.uses[around[4].word].at[twoBehind])
	best := uint8(0)
	for k := 1; k < m.classes; k++ {
		if scores[k&(maxClasses-1)] > scores[best&(maxClasses-1)] {
			best = uint8(k)
		}
	}
	return best
}

func (m *Model) add(scores *[maxClasses]float32, r run) {
	for _, w := range m.of(r) {
		scores[w.class()] += w.value
	}
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
