package postag

import "strings"

// Model is a part-of-speech model. It is immutable and safe for concurrent use.
type Model struct {
	tags     []string // the classes first, then tags that only features name
	classes  int      // how many of the tags the model gives
	weights  []weight // of all features: those of a word stand together, as do those of a suffix
	bias     run
	known    vocabulary // words that always have the same tag
	knownTag []uint8    // by index in known

	words vocabulary // normalised words
	uses  []wordUses // by index in words; the last, which has none, is that of words that are not there
	after []tagUse   // see wordUses.after

	suffixes   suffixTable
	suffixRows [][suffixPlaces]row // by index in suffixes; the last, which has nothing, is that of suffixes that are not there
	prefixRows [256]row            // by first byte

	lastTag   []run // by number of the tag before
	secondTag []run // by number of the tag before that
	bothTags  []run // by number of last*len(tags) + number of second
	tagRows   []row // as bothTags: what the two tags before add together, the bias, and laneZero for each class

	start, second  uint8         // numbers of the tags before the first word
	dash, none     uint8         // numbers of the tags of "-" and of traces, which are not learned
	name           uint8         // number of the tag of what starts with "@"
	before, behind [2]remembered // what stands around a sentence
	hyphen         seen          // what stands for words with a hyphen, years, and what starts with a digit
	year           seen
	digits         seen
}

// maxClasses bounds the classes. The English model has 45.
const maxClasses = rowLength

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

	suffixPlaces = twoBefore // suffixes count here, one before (in small letters) and one behind (likewise)
)

// wordUses is the weights of a word at each place, and behind certain tags.
type wordUses struct {
	from   uint32        // in Model.weights
	after  uint32        // in Model.after
	ends   [places]uint8 // where, behind from, the weights of each place end
	afters uint8         // how many tags there are
}

func (u *wordUses) at(p place) run {
	start := uint8(0)
	if p > 0 {
		start = u.ends[p-1]
	}
	return run{u.from + uint32(start), u.from + uint32(u.ends[p])}
}

// tagUse is the weights of a word behind a tag.
type tagUse struct {
	from   uint32
	length uint8
	tag    uint8
}

func (u tagUse) run() run { return run{u.from, u.from + uint32(u.length)} }

// seen is a word as its neighbours see it: indexes into Model.uses and Model.suffixRows.
type seen struct{ word, suffix int32 }

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
