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
	m := &Model{}
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
	if r.bad || m.classes == 0 || features > maxWords {
		return nil, fmt.Errorf("postag: %w", ErrFormat)
	}
	l := loader{m: m, read: make([]weight, pairs)}
	for i := range l.read {
		var ok bool
		l.read[i], ok = newWeight(math.Float32frombits(binary.LittleEndian.Uint32(values[4*i:])), classes[i])
		r.bad = r.bad || !ok || int(classes[i]) >= m.classes
	}
	m.readKnown(&r)
	if r.bad {
		return nil, fmt.Errorf("postag: %w", ErrFormat)
	}
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
	if n > maxWords {
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
	nameTag    = "NN"
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
