package postag

// vocabulary numbers strings: a hash table with open addressing.
type vocabulary struct {
	words []string
	slots []slot // length is a power of two, at least twice that of words
}

type slot struct {
	hash  uint32
	index int32 // into words, plus 1; 0 = empty
}

const (
	hashStart = 2166136261
	hashPrime = 16777619
)

// spread mixes the upper bits of a hash into the lower ones, which choose the slot.
func spread(h uint32) uint32 { return h ^ h>>15 }

func newVocabulary(size int) vocabulary {
	n := 16
	for n < 2*size {
		n *= 2
	}
	return vocabulary{words: make([]string, 0, size), slots: make([]slot, n)}
}

// add is the number of a word, a new one if it is not there.
func (v *vocabulary) add(word string) int32 {
	if 2*len(v.words) >= len(v.slots) {
		v.grow()
	}
	h := uint32(hashStart)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * hashPrime
	}
	mask := uint32(len(v.slots) - 1)
	i := spread(h) & mask
	for ; v.slots[i].index != 0; i = (i + 1) & mask {
		if s := v.slots[i]; s.hash == h && v.words[s.index-1] == word {
			return s.index - 1
		}
	}
	v.words = append(v.words, word)
	v.slots[i] = slot{h, int32(len(v.words))}
	return int32(len(v.words)) - 1
}

// grow doubles the slots.
func (v *vocabulary) grow() {
	old := v.slots
	v.slots = make([]slot, 2*len(old))
	mask := uint32(len(v.slots) - 1)
	for _, s := range old {
		if s.index == 0 {
			continue
		}
		i := spread(s.hash) & mask
		for v.slots[i].index != 0 {
			i = (i + 1) & mask
		}
		v.slots[i] = s
	}
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
		if s.index == 0 {
			return -1
		}
		if s.hash == h && v.words[s.index-1] == word {
			return s.index - 1
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
		if s.index == 0 {
			return -1
		}
		if s.hash == h && isFold(word, v.words[s.index-1]) {
			return s.index - 1
		}
	}
}

// isFold reports whether word with its ASCII capitals made small is want.
func isFold(word, want string) bool {
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
