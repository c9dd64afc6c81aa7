package postag

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"
)

// ErrFormat is wrapped by the error of [Read] about bytes that are no model of the known format.
var ErrFormat = errors.New("not a part-of-speech model of the known format")

// The file: magic and version, then little-endian numbers; strings have their length before them. The features' names stand
// in one text, sorted, and say by their beginning what they look at.
const (
	magic   = "PROSETAG"
	version = 1
)

// Read reads a model. What it keeps of b is copied.
func Read(b []byte) (*Model, error) {
	r := reader{b: b}
	if r.text(len(magic)) != magic || r.u32() != version {
		return nil, fmt.Errorf("postag: %w", ErrFormat)
	}
	m := &Model{whole: true}
	for range r.u32() {
		m.tags = append(m.tags, r.text(int(r.u16())))
		if r.bad || len(m.tags) > maxClasses {
			return nil, fmt.Errorf("postag: %w", ErrFormat)
		}
	}
	m.classes = len(m.tags)
	features, pairs, length := int(r.u32()), int(r.u32()), int(r.u32())
	names := r.text(length)
	nameAt, weightsAt := r.offsets(features, len(names)), r.offsets(features, pairs)
	classes, values := r.bytes(pairs), r.bytes(4*pairs)
	if r.bad || m.classes == 0 {
		return nil, fmt.Errorf("postag: %w", ErrFormat)
	}
	m.weights = make([]weight, pairs)
	for i := range m.weights {
		value := math.Float32frombits(binary.LittleEndian.Uint32(values[4*i:]))
		n, ok := units(value)
		m.weights[i] = weight{value, int32(n)<<8 | int32(classes[i])}
		m.whole = m.whole && ok
		r.bad = r.bad || int(classes[i]) >= m.classes
	}
	m.readKnown(&r)
	if r.bad {
		return nil, fmt.Errorf("postag: %w", ErrFormat)
	}
	l := loader{m: m}
	if err := l.load(features, func(i int) (string, run) {
		return names[nameAt[i]:nameAt[i+1]], run{weightsAt[i], weightsAt[i+1]}
	}); err != nil {
		return nil, err
	}
	return m, nil
}

// readKnown reads the words that have one tag.
func (m *Model) readKnown(r *reader) {
	n := int(r.u32())
	if n > len(r.b) {
		r.bad = true
		return
	}
	m.known = newVocabulary(n)
	for range n {
		word, class := r.text(int(r.u16())), r.byte()
		if r.bad || int(class) >= m.classes {
			r.bad = true
			return
		}
		if k := m.known.add(word); int(k) == len(m.knownTag) {
			m.knownTag = append(m.knownTag, class)
		} else {
			m.knownTag[k] = class
		}
	}
}

// The tags and words that the model has for what stands outside a sentence, and for tokens that are no words.
const (
	startTag   = "-START-"
	secondTag  = "-START2-"
	endWord    = "-END-"
	secondWord = "-END2-"
	noneTag    = "-NONE-"
	dashTag    = "-"
	hyphenWord = "!HYPHEN"
	yearWord   = "!YEAR"
	digitsWord = "!DIGITS"
)

// look is what a feature looks at.
type look uint8

const (
	lookBias look = iota + 1
	lookPrefix
	lookSuffix
	lookWord
	lookTag
	lookTags
	lookTagAndWord
)

// read takes the name of a feature apart: "i-1 word the" looks at the word "the", which stands one before. look 0 is of a kind that is
// not known.
func read(name string) (at place, what look, first, second string) {
	if name == "bias" {
		return here, lookBias, "", ""
	}
	where, rest, _ := strings.Cut(name, " ")
	kind, rest, _ := strings.Cut(rest, " ")
	switch where {
	case "i":
		at = here
	case "i-1":
		at = oneBefore
	case "i-2":
		at = twoBefore
	case "i+1":
		at = oneBehind
	case "i+2":
		at = twoBehind
	default:
		return 0, 0, "", ""
	}
	switch {
	case kind == "word":
		return at, lookWord, rest, ""
	case kind == "suffix" && at < twoBefore && len(rest) <= maxSuffix:
		return at, lookSuffix, rest, ""
	case kind == "pref1" && at == here && len(rest) <= 1:
		return at, lookPrefix, rest, ""
	case kind == "tag" && (at == oneBefore || at == twoBefore):
		return at, lookTag, rest, ""
	case kind == "tag+i-2" && at == here: // "tag", last, second
		_, rest, _ = strings.Cut(rest, " ")
		first, second, _ = strings.Cut(rest, " ")
		return at, lookTags, first, second
	case kind == "tag+i" && at == oneBefore: // "word", last tag, word
		_, rest, _ = strings.Cut(rest, " ")
		first, second, _ = strings.Cut(rest, " ")
		return at, lookTagAndWord, first, second
	}
	return 0, 0, "", ""
}

// loader sorts the features of a model into its tables.
type loader struct {
	m      *Model
	number map[string]uint8 // of tags
	after  []wordAfter
	bounds [lookTagAndWord + 1][places]int // largest weight of each kind of feature, in units
}

// wordAfter is a word behind a tag.
type wordAfter struct {
	word int32
	use  tagUse
}

// load goes over the features twice: first for the tags they name, then for the rest.
func (l *loader) load(n int, feature func(i int) (name string, weights run)) error {
	m := l.m
	l.number = map[string]uint8{}
	for i, t := range m.tags {
		l.number[t] = uint8(i)
	}
	for _, t := range [...]string{startTag, secondTag, noneTag, dashTag} {
		l.addTag(t)
	}
	suffixes := 0
	for i := range n {
		name, _ := feature(i)
		switch _, what, first, second := read(name); what {
		case lookSuffix:
			suffixes++
		case lookTags:
			l.addTag(first)
			l.addTag(second)
		case lookTag, lookTagAndWord:
			l.addTag(first)
		case 0:
			return fmt.Errorf("postag: feature %q: %w", name, ErrFormat)
		}
		if len(m.tags) > math.MaxUint8 {
			return fmt.Errorf("postag: too many tags: %w", ErrFormat)
		}
	}
	m.lastTag, m.secondTag = make([]run, len(m.tags)), make([]run, len(m.tags))
	m.bothTags = make([]run, len(m.tags)*len(m.tags))
	m.words, m.suffixes = newVocabulary(n/4), newSuffixTable(suffixes)
	m.uses = make([]wordUses, 0, n/4)
	for i := range n {
		name, weights := feature(i)
		at, what, first, second := read(name)
		l.enter(at, what, first, second, weights)
	}
	l.finish()
	return nil
}

func (l *loader) addTag(t string) {
	if _, ok := l.number[t]; !ok {
		l.number[t] = uint8(len(l.m.tags))
		l.m.tags = append(l.m.tags, t)
	}
}

// enter puts the weights of a feature in their table.
func (l *loader) enter(at place, what look, first, second string, weights run) {
	m := l.m
	l.measure(at, what, weights)
	switch what {
	case lookBias:
		for _, w := range m.of(weights) {
			m.bias[w.class()] += w.value
		}
		m.base.add(m.of(weights))
	case lookPrefix:
		if first != "" {
			m.prefixes[first[0]] = weights
		}
	case lookSuffix:
		k := m.suffixes.add(pack(first))
		if int(k) == len(m.suffixUses) {
			m.suffixUses = append(m.suffixUses, suffixUses{})
		}
		m.suffixUses[k].at[at] = weights
	case lookWord:
		k := l.word(first)
		m.uses[k].at[at] = weights
	case lookTag:
		if at == oneBefore {
			m.lastTag[l.number[first]] = weights
		} else {
			m.secondTag[l.number[first]] = weights
		}
	case lookTags:
		m.bothTags[int(l.number[first])*len(m.tags)+int(l.number[second])] = weights
	case lookTagAndWord:
		l.after = append(l.after, wordAfter{l.word(second), tagUse{weights, l.number[first]}})
	}
}

// measure notes how large the weights of a feature are.
func (l *loader) measure(at place, what look, weights run) {
	bound := &l.bounds[what][at]
	for _, w := range l.m.of(weights) {
		*bound = max(*bound, w.units(), -w.units())
	}
}

// isExact reports whether sums in whole numbers tell what float sums would. A word has at most one feature of each kind and place, fifteen of
// them, so with M as the sum of the largest weights, a float sum is off by less than 15 M / 2^24: half a thousandth when M is 500.
func (l *loader) isExact() bool {
	sum := 0
	for _, kind := range l.bounds {
		for _, n := range kind {
			sum += n
		}
	}
	return l.m.whole && l.m.classes <= rowLength && sum <= 500*unit
}

// layRows makes the rows of what every word has: the bias, and the tags before.
func (l *loader) layRows() {
	m := l.m
	if m.whole = l.isExact(); !m.whole {
		return
	}
	for c := range m.classes {
		m.base.add([]weight{{code: laneZero<<8 | int32(c)}})
	}
	m.tagRows = make([]row, len(m.bothTags))
	for i := range m.tagRows {
		m.tagRows[i].add(m.of(m.lastTag[i/len(m.tags)]))
		m.tagRows[i].add(m.of(m.secondTag[i%len(m.tags)]))
		m.tagRows[i].add(m.of(m.bothTags[i]))
	}
}

// word is the number of a word, with its uses made.
func (l *loader) word(word string) int32 {
	k := l.m.words.add(word)
	if int(k) == len(l.m.uses) {
		l.m.uses = append(l.m.uses, wordUses{})
	}
	return k
}

// finish orders what stands behind tags by word, and looks up what every sentence needs.
func (l *loader) finish() {
	m := l.m
	for _, a := range l.after { // counted, then placed
		m.uses[a.word].after.to++
	}
	at := uint32(0)
	for i := range m.uses {
		u := &m.uses[i].after
		at, u.from, u.to = at+u.to, at, at
	}
	m.after = make([]tagUse, len(l.after))
	for _, a := range l.after {
		u := &m.uses[a.word].after
		m.after[u.to] = a.use
		u.to++
	}
	m.uses = append(m.uses, wordUses{})
	m.suffixUses = append(m.suffixUses, suffixUses{})
	m.start, m.second = l.number[startTag], l.number[secondTag]
	m.dash, m.none = l.number[dashTag], l.number[noneTag]
	m.before = [2]seen{m.exact(startTag), m.exact(secondTag)}
	m.behind = [2]seen{m.exact(endWord), m.exact(secondWord)}
	m.hyphen, m.year, m.digits = m.exact(hyphenWord), m.exact(yearWord), m.exact(digitsWord)
	l.layRows()
}

// exact looks up one of the words that the model itself makes, which have capitals.
func (m *Model) exact(word string) seen {
	s := seen{m.words.find(word), m.suffixes.find(pack(word))}
	if s.word < 0 {
		s.word = int32(len(m.uses) - 1)
	}
	return s
}

// reader reads numbers; behind the end it gives zeros and notes that it is bad.
type reader struct {
	b   []byte
	at  int
	bad bool
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.b)-r.at {
		r.bad = true
		return nil
	}
	r.at += n
	return r.b[r.at-n : r.at]
}

func (r *reader) text(n int) string { return string(r.bytes(n)) }

func (r *reader) byte() byte {
	if b := r.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) u16() uint16 {
	if b := r.bytes(2); b != nil {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

func (r *reader) u32() uint32 {
	if b := r.bytes(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

// offsets reads n+1 offsets, which rise from 0 to end.
func (r *reader) offsets(n, end int) []uint32 {
	if n < 0 || n > len(r.b) {
		r.bad = true
		return nil
	}
	b := r.bytes(4 * (n + 1))
	if b == nil {
		return nil
	}
	out := make([]uint32, n+1)
	last := uint32(0)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(b[4*i:])
		r.bad = r.bad || out[i] < last
		last = out[i]
	}
	r.bad = r.bad || out[0] != 0 || int(last) != end
	return out
}
