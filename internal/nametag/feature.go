package nametag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
)

// Features of a word are numbers, each the hash of what is seen and where. Two that fall together
// share a weight, which costs next to nothing: there are far more numbers than features.
//
// The order of the templates is part of a trained model: a change wants the model trained anew.

// featurer makes the features of the words of a sentence. Its buffers are reused.
type featurer struct {
	d     *Document
	table *gazetteer.Table
	words []seenWord
	out   []uint32
}

// seenWord is what the templates need of a word, computed once.
type seenWord struct {
	low   uint32 // hash of the lower-cased word
	shape uint32 // hash of the word's shape
	tag   uint32
	gaz   uint32 // kind and place of its gazetteer match
	rule  uint32 // what the rules made of it
	head  uint32 // kinds it gives as a head word
	flags uint32
	run   uint32 // words of the run of capitalised words it is in
	name  bool   // capitalised
	prev  int    // word before that run, or -1
	next  int    // word behind it, or -1
	last  int    // last word of the run
}

const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
)

func hashString(h uint32, s string) uint32 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return h
}

// mix is the hash of a template's number and up to three values.
func mix(template, a, b, c uint32) uint32 {
	h := (fnvOffset ^ template) * fnvPrime
	h = (h ^ a) * 0x85ebca6b
	h ^= h >> 13
	h = (h ^ b) * 0xc2b2ae35
	h ^= h >> 16
	h = (h ^ c) * 0x9e3779b1
	return h ^ h>>15
}

// sentence prepares the words of sentence s.
func (f *featurer) sentence(s int) {
	from, to := f.d.Sents[s][0], f.d.Sents[s][1]
	f.words = f.words[:0]
	var buf [64]byte
	for i := from; i < to; i++ {
		w := &f.d.Words[i]
		v := seenWord{name: w.Flags.Has(Capital), prev: -1, next: -1, last: i - from}
		low := lower(buf[:0], w.Text[:min(len(w.Text), 32)])
		v.low = fnvOffset
		for _, b := range low {
			if '0' <= b && b <= '9' {
				b = '0'
			}
			v.low = (v.low ^ uint32(b)) * fnvPrime
		}
		v.shape = shapeHash(w.Text)
		v.tag = hashString(fnvOffset, w.Tag)
		v.gaz = uint32(w.Gaz)<<8 | uint32(w.Pos)
		if w.Gaz != 0 && !w.Flags.Has(Strong) {
			v.gaz |= 1 << 16
		}
		v.rule = uint32(w.Rule)<<8 | uint32(w.RulePos)
		if v.name {
			v.head = f.headOf(w.Text)
		}
		v.flags = uint32(w.Flags & (First | Given | Family | Leads | InTitle | LowSeen | CapSeen | AllCaps | Initial | Quoted | Numeral))
		f.words = append(f.words, v)
	}
	f.runs()
}

func (f *featurer) headOf(s string) uint32 {
	return uint32(kindNumber(f.table.Head(s, gazetteer.AtEnd))) | uint32(kindNumber(f.table.Head(s, gazetteer.BeforeOf)))<<4 |
		uint32(kindNumber(f.table.Head(s, gazetteer.AtStart)))<<8
}

// runs notes the runs of capitalised words.
func (f *featurer) runs() {
	for i := 0; i < len(f.words); {
		if !f.words[i].name {
			i++
			continue
		}
		j := i + 1
		for j < len(f.words) && f.words[j].name {
			j++
		}
		for k := i; k < j; k++ {
			w := &f.words[k]
			w.run = uint32(min(j-i, 6))<<4 | uint32(min(k-i, 6))
			w.prev, w.last = i-1, j-1
			if j < len(f.words) {
				w.next = j
			}
		}
		i = j
	}
}

func shapeHash(s string) uint32 {
	h := uint32(fnvOffset)
	last := byte(0)
	n := 0
	for _, r := range s {
		c := byte('-')
		switch {
		case r >= utf8.RuneSelf && unicode.IsUpper(r), 'A' <= r && r <= 'Z':
			c = 'X'
		case r >= utf8.RuneSelf && unicode.IsLetter(r), 'a' <= r && r <= 'z':
			c = 'x'
		case '0' <= r && r <= '9':
			c = '0'
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		if c == last {
			if n++; n > 2 {
				continue
			}
		} else {
			n = 1
		}
		last = c
		h = (h ^ uint32(c)) * fnvPrime
	}
	return h
}

var none = seenWord{low: 1, shape: 1, tag: 1}

func (f *featurer) at(i int) *seenWord {
	if i < 0 || i >= len(f.words) {
		return &none
	}
	return &f.words[i]
}

// features are those of word i of the prepared sentence, which starts at word from of the document. The slice is good
// until the next call.
func (f *featurer) features(i, from int) []uint32 {
	w, p, n := f.at(i), f.at(i-1), f.at(i+1)
	pp, nn := f.at(i-2), f.at(i+2)
	o := f.out[:0]
	add := func(template, a, b, c uint32) { o = append(o, mix(template, a, b, c)) }
	add(1, 0, 0, 0)
	add(2, w.low, 0, 0)
	add(3, p.low, 0, 0)
	add(4, n.low, 0, 0)
	add(5, pp.low, 0, 0)
	add(6, nn.low, 0, 0)
	add(7, w.shape, 0, 0)
	add(8, w.shape, p.shape, 0)
	add(9, w.shape, n.shape, 0)
	add(10, w.tag, 0, 0)
	add(11, p.tag, w.tag, n.tag)
	add(12, w.gaz, 0, 0)
	add(13, p.gaz, w.gaz, 0)
	add(14, w.gaz, n.gaz, 0)
	add(15, w.rule, 0, 0)
	add(16, w.rule, p.rule, 0)
	add(17, w.rule, n.rule, 0)
	add(18, w.flags, 0, 0)
	add(19, w.flags, p.flags, 0)
	add(20, w.flags, n.flags, 0)
	add(21, w.head, n.head, 0)
	add(22, w.low, p.low, 0)
	add(23, w.low, n.low, 0)
	add(24, w.rule, w.gaz, w.tag)
	add(25, p.low, w.rule, 0)
	add(26, n.low, w.rule, 0)
	d := &f.d.Words[from+i]
	for k := range flagCount {
		b := Flag(1) << k
		if d.Flags&b != 0 {
			add(27, uint32(b), w.rule, 0)
		}
	}
	if w.name {
		o = f.nameFeatures(o, i, d)
	}
	f.out = o
	return o
}

// nameFeatures are those only a capitalised word has: its letters, and the run it stands in.
func (f *featurer) nameFeatures(o []uint32, i int, d *Word) []uint32 {
	add := func(template, a, b, c uint32) { o = append(o, mix(template, a, b, c)) }
	w := f.at(i)
	text := d.Text[:min(len(d.Text), 32)]
	for k := 1; k <= 4 && k < len(text); k++ {
		add(40, uint32(k), hashString(fnvOffset, text[:k]), 0)
		add(41, uint32(k), hashString(fnvOffset, text[len(text)-k:]), 0)
	}
	prev, next, last := f.at(w.prev), f.at(w.next), f.at(w.last)
	add(42, w.run, 0, 0)
	add(43, prev.low, w.run, 0)
	add(44, next.low, w.run, 0)
	add(45, last.low, 0, 0)
	add(46, last.head, w.run, 0)
	add(47, prev.tag, next.tag, w.run)
	add(48, prev.low, next.low, 0)
	add(49, last.flags, w.flags, w.run)
	add(50, prev.low, w.flags, 0)
	add(51, next.low, w.flags, 0)
	add(52, f.at(w.prev-1).low, prev.low, 0)
	add(53, next.low, f.at(w.next+1).low, 0)
	if w.prev < 0 {
		add(54, 0, w.flags, 0)
	}
	add(55, uint32(d.DocKind), 0, 0)
	add(56, uint32(d.DocKind), w.rule, 0)
	if strings.IndexByte(d.Text, '-') > 0 {
		add(57, 0, 0, 0)
	}
	return o
}
