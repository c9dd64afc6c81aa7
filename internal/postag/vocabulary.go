package postag

// vocabulary numbers strings: a hash table with open addressing, small so that it stays near the processor.
type vocabulary struct {
	text  []byte   // all strings, one behind the other
	ends  []uint32 // where the strings end
	slots []uint32 // number of a string + 1 in the lower bits, bits of its hash above; 0 = empty. The length is a power of two
}

const (
	hashStart = 2166136261
	hashPrime = 16777619

	numberBits = 18
	numberMask = 1<<numberBits - 1
	maxWords   = numberMask - 1
)

// spread mixes the upper bits of a hash into the lower ones, which choose the slot.
func spread(h uint32) uint32 { return h ^ h>>15 }

// mark is the bits of a hash that stand in a slot.
func mark(h uint32) uint32 { return h &^ numberMask }

func newVocabulary(size int) vocabulary {
	n := 16
	for n < size+size/4 {
		n *= 2
	}
	return vocabulary{ends: make([]uint32, 0, size), slots: make([]uint32, n)}
}

func (v *vocabulary) len() int { return len(v.ends) }

// word is the string of a number.
func (v *vocabulary) word(number uint32) []byte {
	from := uint32(0)
	if number > 0 {
		from = v.ends[number-1]
	}
	return v.text[from:v.ends[number]]
}

func hash(word []byte) uint32 {
	h := uint32(hashStart)
	for _, c := range word {
		h = (h ^ uint32(c)) * hashPrime
	}
	return h
}

// add is the number of a word, a new one if it is not there. There may be maxWords.
func (v *vocabulary) add(word string) int32 {
	if n := v.find(word); n >= 0 {
		return n
	}
	if 4*(v.len()+1) >= 3*len(v.slots) {
		v.slots = make([]uint32, 2*len(v.slots))
		for n := range v.ends {
			v.place(uint32(n))
		}
	}
	v.text = append(v.text, word...)
	v.ends = append(v.ends, uint32(len(v.text)))
	v.place(uint32(v.len() - 1))
	return int32(v.len() - 1)
}

// place puts a number into a slot.
func (v *vocabulary) place(number uint32) {
	h := hash(v.word(number))
	mask := uint32(len(v.slots) - 1)
	i := spread(h) & mask
	for v.slots[i] != 0 {
		i = (i + 1) & mask
	}
	v.slots[i] = mark(h) | (number + 1)
}

// find is the number of a word, or -1.
func (v *vocabulary) find(word string) int32 {
	h := uint32(hashStart)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * hashPrime
	}
	mask := uint32(len(v.slots) - 1)
	for i := spread(h) & mask; ; i = (i + 1) & mask {
		s := v.slots[i]
		if s == 0 {
			return -1
		}
		if n := s&numberMask - 1; mark(s) == mark(h) && string(v.word(n)) == word {
			return int32(n)
		}
	}
}

// findFold is find for the word with its ASCII capitals made small.
func (v *vocabulary) findFold(word string) int32 {
	h := uint32(hashStart)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(small(word[i]))) * hashPrime
	}
	mask := uint32(len(v.slots) - 1)
	for i := spread(h) & mask; ; i = (i + 1) & mask {
		s := v.slots[i]
		if s == 0 {
			return -1
		}
		if n := s&numberMask - 1; mark(s) == mark(h) && isFold(word, v.word(n)) {
			return int32(n)
		}
	}
}

// isFold reports whether word with its ASCII capitals made small is want.
func isFold(word string, want []byte) bool {
	if len(word) != len(want) {
		return false
	}
	for i := 0; i < len(word); i++ {
		if small(word[i]) != want[i] {
			return false
		}
	}
	return true
}

func small(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		b += 'a' - 'A'
	}
	return b
}

// maxSuffix is how many of the last bytes of a word the model looks at.
const maxSuffix = 3

// pack is the last bytes of a word and how many they are, as a number.
func pack(word string) uint32 {
	word = word[max(0, len(word)-maxSuffix):]
	n := uint32(len(word)) << 24
	for i := 0; i < len(word); i++ {
		n |= uint32(word[i]) << (8 * i)
	}
	return n
}

// packFold is pack for the word with its ASCII capitals made small.
func packFold(word string) uint32 {
	word = word[max(0, len(word)-maxSuffix):]
	n := uint32(len(word)) << 24
	for i := 0; i < len(word); i++ {
		n |= uint32(small(word[i])) << (8 * i)
	}
	return n
}

// suffixTable numbers packed suffixes.
type suffixTable struct {
	slots []suffixSlot // length is a power of two, at least twice that of the suffixes
	n     int32
}

type suffixSlot struct {
	key   uint32
	index int32 // plus 1; 0 = empty
}

func newSuffixTable(size int) suffixTable {
	n := 16
	for n < 2*size {
		n *= 2
	}
	return suffixTable{slots: make([]suffixSlot, n)}
}

func (t *suffixTable) home(key uint32) uint32 {
	return spread(key*0x9e3779b1) & uint32(len(t.slots)-1)
}

// add is the number of a suffix, a new one if it is not there. There must be room for it.
func (t *suffixTable) add(key uint32) int32 {
	mask := uint32(len(t.slots) - 1)
	i := t.home(key)
	for ; t.slots[i].index != 0; i = (i + 1) & mask {
		if t.slots[i].key == key {
			return t.slots[i].index - 1
		}
	}
	t.n++
	t.slots[i] = suffixSlot{key, t.n}
	return t.n - 1
}

// find is the number of a suffix; one that is not there has that behind all others.
func (t *suffixTable) find(key uint32) int32 {
	mask := uint32(len(t.slots) - 1)
	for i := t.home(key); ; i = (i + 1) & mask {
		s := t.slots[i]
		if s.index == 0 {
			return t.n
		}
		if s.key == key {
			return s.index - 1
		}
	}
}
