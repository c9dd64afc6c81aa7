package nametag

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
)

// Model labels the words of sentences: an averaged perceptron over the words' features and pairs of labels, decoded
// by Viterbi's algorithm. Labels are kinds with the place in the name: begin, inside, last, unit; label 0 is
// "no name". A Model is immutable and safe for concurrent use.
type Model struct {
	kinds       []string  // label 1+4*k+p: kind k at place p of "BILU"
	transitions []float32 // from*labels + to
	index       []slot    // open addressing; length is a power of two
	pairs       []pair    // weights of a model that was trained; nil of one that was read
	small       []smallPair
	levels      [256]float32        // by unit of a small pair
	filter      [filterWords]uint64 // a bit for the hash of each feature: most of what is looked up is not there, and this tells at once
}

// filterWords is the size of the filter: 64 kB, so that it stays in the cache of the processor, and one bit in ten is set.
const filterWords = 1 << 13

// filterBit is the place of a hash in the filter.
func filterBit(hash uint32) (word, bit uint32) { return hash >> 6 % filterWords, hash & 63 }

// slot is a feature in the index. At its place in Model.pairs or Model.small stands how many weights it has, as a label, and behind that
// the weights. No feature has the place 0.
type slot struct{ hash, at uint32 }

type pair struct {
	label  uint8
	weight float32
}

// smallPair is a pair as it stands in a file. What is looked up most stays near the processor, being small.
type smallPair struct{ label, unit uint8 }

// Span is a run of words [I, J) of a kind that the model found.
type Span struct {
	I, J   int
	Kind   string
	Margin float64 // how far the label of its first word is ahead of "no name", in units of the weights
}

func (m *Model) labels() int { return 1 + 4*len(m.kinds) }

// Kinds is the kinds of names the model knows.
func (m *Model) Kinds() []string { return slices.Clone(m.kinds) }

// find is the place of a feature, or 0.
func (m *Model) find(hash uint32) uint32 {
	mask := uint32(len(m.index) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if s := m.index[i]; s.hash == hash || s.at == 0 {
			return s.at
		}
	}
}

// addTo adds the weights of the feature at a place.
func (m *Model) addTo(row []float32, at uint32) {
	if m.pairs == nil {
		for _, p := range m.small[at+1:][:m.small[at].label] {
			row[p.label] += m.levels[p.unit]
		}
		return
	}
	for _, p := range m.pairs[at+1:][:m.pairs[at].label] {
		row[p.label] += p.weight
	}
}

// weights appends the weights of the feature at a place.
func (m *Model) weights(out []pair, at uint32) []pair {
	if m.pairs != nil {
		return append(out, m.pairs[at+1:][:m.pairs[at].label]...)
	}
	for _, p := range m.small[at+1:][:m.small[at].label] {
		out = append(out, pair{p.label, m.levels[p.unit]})
	}
	return out
}

// Label finds the names in a prepared document.
func (m *Model) Label(d *Document, table *gazetteer.Table) []Span {
	var spans []Span
	f := featurer{d: d, table: table}
	dec := decoder{labels: m.labels(), befores: befores(m.labels()), transitions: m.transitions}
	for s, r := range d.Sents {
		if !hasName(d.Words[r[0]:r[1]]) {
			continue
		}
		f.sentence(s)
		dec.reset(r[1] - r[0])
		for i := range r[1] - r[0] {
			row := dec.row(i)
			for _, h := range f.features(i, r[0]) {
				if word, bit := filterBit(h); m.filter[word]>>bit&1 == 0 {
					continue
				}
				if at := m.find(h); at != 0 {
					m.addTo(row, at)
				}
			}
		}
		spans = m.collect(spans, dec.best(), &dec, r[0])
	}
	return spans
}

func hasName(words []Word) bool {
	for i := range words {
		if words[i].Flags.Has(Capital) {
			return true
		}
	}
	return false
}

// collect turns the labels of a sentence into spans.
func (m *Model) collect(spans []Span, labels []uint8, dec *decoder, from int) []Span {
	for i := 0; i < len(labels); {
		if labels[i] == 0 {
			i++
			continue
		}
		k, j := (labels[i]-1)/4, i+1
		if place(labels[i]) == placeBegin {
			for j < len(labels) && labels[j] != 0 && place(labels[j]) != placeLast {
				j++
			}
			j = min(j+1, len(labels))
		}
		row := dec.row(i)
		spans = append(spans, Span{I: from + i, J: from + j, Kind: m.kinds[k], Margin: float64(row[labels[i]] - row[0])})
		i = j
	}
	return spans
}

const (
	placeBegin = iota
	placeInside
	placeLast
	placeUnit
)

func place(label uint8) int { return int(label-1) % 4 }

// allowed reports whether label b may follow label a: a name that begins goes on, with its own kind, until its last word.
func allowed(a, b int) bool {
	open := a != 0 && (place(uint8(a)) == placeBegin || place(uint8(a)) == placeInside)
	inside := b != 0 && (place(uint8(b)) == placeInside || place(uint8(b)) == placeLast)
	return open == inside && (!open || (a-1)/4 == (b-1)/4)
}

// befores is, for each of n labels, those that may stand before it, in order.
func befores(n int) [][]uint8 {
	out := make([][]uint8, n)
	for b := range n {
		for a := range n {
			if allowed(a, b) {
				out[b] = append(out[b], uint8(a))
			}
		}
	}
	return out
}

// decoder is the buffers of one decoding.
type decoder struct {
	labels      int
	befores     [][]uint8
	transitions []float32
	scores      []float32 // word*labels + label
	total       []float32
	back        []uint8
	path        []uint8
}

func (c *decoder) reset(words int) {
	n := words * c.labels
	c.scores = slices.Grow(c.scores[:0], n)[:n]
	clear(c.scores)
	c.total = slices.Grow(c.total[:0], n)[:n]
	c.back = slices.Grow(c.back[:0], n)[:n]
	c.path = slices.Grow(c.path[:0], words)[:words]
}

func (c *decoder) row(i int) []float32 { return c.scores[i*c.labels : (i+1)*c.labels] }

const minusInf = float32(-1e30)

// best is the labels with the highest sum of scores and transitions.
func (c *decoder) best() []uint8 {
	n, words := c.labels, len(c.path)
	for i := range words {
		for b := range n {
			best, from := minusInf, 0
			if i == 0 {
				if b == 0 || place(uint8(b)) == placeBegin || place(uint8(b)) == placeUnit {
					best = c.transitions[b] // as behind "no name"
				}
			} else {
				before := c.total[(i-1)*n : i*n]
				for _, a := range c.befores[b] {
					if s := before[a] + c.transitions[int(a)*n+b]; s > best {
						best, from = s, int(a)
					}
				}
			}
			c.total[i*n+b] = best + c.scores[i*n+b]
			c.back[i*n+b] = uint8(from)
		}
	}
	best, at := minusInf, 0
	for a := range n {
		closed := a == 0 || place(uint8(a)) == placeLast || place(uint8(a)) == placeUnit
		if s := c.total[(words-1)*n+a]; closed && s > best {
			best, at = s, a
		}
	}
	for i := words - 1; i >= 0; i-- {
		c.path[i] = uint8(at)
		at = int(c.back[i*n+at])
	}
	return c.path
}

// The file of a model: magic, then little-endian numbers.
const magic = "ssnametag1"

// ErrModel is wrapped by the error of [ReadModel] about bytes that are no model.
var ErrModel = errors.New("not a model of this format")

// WriteTo writes the model.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	b := []byte(magic)
	b = append(b, byte(len(m.kinds)))
	for _, k := range m.kinds {
		b = append(b, byte(len(k)))
		b = append(b, k...)
	}
	scale := m.scale()
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(scale))
	for _, t := range m.transitions {
		b = binary.LittleEndian.AppendUint16(b, uint16(int16(math.RoundToEven(float64(t/scale)))))
	}
	used := make([]slot, 0, len(m.index))
	for _, s := range m.index {
		if s.at != 0 {
			used = append(used, s)
		}
	}
	slices.SortFunc(used, func(a, b slot) int { return cmp.Compare(a.hash, b.hash) })
	b = binary.LittleEndian.AppendUint32(b, uint32(len(used)))
	last, weights := uint32(0), []pair(nil)
	for _, s := range used {
		b = binary.AppendUvarint(b, uint64(s.hash-last))
		last = s.hash
		weights = m.weights(weights[:0], s.at)
		b = append(b, byte(len(weights)))
		for _, p := range weights {
			b = append(b, p.label, byte(int8(math.RoundToEven(float64(p.weight/scale)))))
		}
	}
	n, err := w.Write(b)
	return int64(n), err
}

// scale is the unit of the weights in a file: a 127th of the largest.
func (m *Model) scale() float32 {
	largest := float32(0)
	var weights []pair
	for _, s := range m.index {
		if s.at == 0 {
			continue
		}
		weights = m.weights(weights[:0], s.at)
		for _, p := range weights {
			largest = max(largest, p.weight, -p.weight)
		}
	}
	if largest == 0 {
		return 1
	}
	return largest / 127
}

// ReadModel reads what [Model.WriteTo] wrote.
func ReadModel(b []byte) (*Model, error) {
	r := reader{b: b}
	if string(r.bytes(len(magic))) != magic {
		return nil, fmt.Errorf("nametag: %w", ErrModel)
	}
	m := &Model{}
	for range r.byte() {
		m.kinds = append(m.kinds, string(r.bytes(int(r.byte()))))
	}
	scale := math.Float32frombits(binary.LittleEndian.Uint32(r.bytes(4)))
	n := m.labels()
	m.transitions = make([]float32, n*n)
	for i := range m.transitions {
		m.transitions[i] = scale * float32(int16(binary.LittleEndian.Uint16(r.bytes(2))))
	}
	features := int(binary.LittleEndian.Uint32(r.bytes(4)))
	if r.bad || n > 255 || features > len(b) {
		return nil, fmt.Errorf("nametag: %w", ErrModel)
	}
	m.index = make([]slot, indexSize(features))
	for unit := range m.levels {
		m.levels[unit] = scale * float32(int8(unit))
	}
	m.small = make([]smallPair, 1, (len(b)-r.at)/2+1)
	hash := uint32(0)
	for range features {
		hash += uint32(r.uvarint())
		from, count := len(m.small), r.byte()
		m.small = append(m.small, smallPair{label: count})
		for range count {
			p := smallPair{r.byte(), r.byte()}
			r.bad = r.bad || int(p.label) >= n
			m.small = append(m.small, p)
		}
		if r.bad || count == 0 {
			return nil, fmt.Errorf("nametag: %w", ErrModel)
		}
		m.insert(slot{hash, uint32(from)})
	}
	return m, nil
}

// indexSize is a power of two at least a half more than the number of features: the filter keeps away what would have to look at many slots.
func indexSize(features int) int {
	size := 16
	for 2*size < 3*features {
		size *= 2
	}
	return size
}

func (m *Model) insert(s slot) {
	mask := uint32(len(m.index) - 1)
	i := s.hash & mask
	for m.index[i].at != 0 {
		i = (i + 1) & mask
	}
	m.index[i] = s
	word, bit := filterBit(s.hash)
	m.filter[word] |= 1 << bit
}

// reader reads numbers; behind the end it gives zeros and notes that it is bad.
type reader struct {
	b   []byte
	at  int
	bad bool
}

func (r *reader) bytes(n int) []byte {
	if r.at+n > len(r.b) {
		r.bad = true
		return make([]byte, n)
	}
	r.at += n
	return r.b[r.at-n : r.at]
}

func (r *reader) byte() byte { return r.bytes(1)[0] }

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.b[r.at:])
	if n <= 0 {
		r.bad = true
		return 0
	}
	r.at += n
	return v
}
