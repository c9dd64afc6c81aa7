// Package wordbook numbers the distinct words of texts, so that what is known of a word is looked up once and not each time it comes again.
package wordbook

import (
	"hash/maphash"
	"math/bits"
	"math/rand/v2"
	"strings"
)

// Book numbers words from 0 in the order in which it meets them. It keeps copies of them, not parts of the texts they come from. The zero
// Book is empty and ready for use. It is not safe for concurrent use.
type Book struct {
	slots []slot // open addressing; length is a power of two, at least twice that of words
	words []string
	arena strings.Builder // has the bytes of the words met last
	seed  maphash.Seed
	salt  uint64
}

// slot is a place for a word. Its key is a short word itself, see pack, so that most words are found in one place of memory; of a longer
// one it is the hash.
type slot struct {
	key    uint64
	number int32 // plus 1; 0 = empty
}

const (
	short = 7 // bytes of a word that are packed
	long  = 0xFF << 56

	block = 1 << 14 // bytes of words that are copied to one piece of memory
)

// pack is a short word as a number: its bytes and, above them, how many they are.
func pack(word string) uint64 {
	key := uint64(len(word)) << 56
	for i := 0; i < len(word); i++ {
		key |= uint64(word[i]) << (8 * i)
	}
	return key
}

// home is the place at which the search for a key begins.
func (b *Book) home(key uint64) int {
	high, low := bits.Mul64(key^b.salt, 0x9e3779b97f4a7c15)
	return int(high^low) & (len(b.slots) - 1)
}

// Len is how many words have numbers.
func (b *Book) Len() int { return len(b.words) }

// Word is the word of a number.
func (b *Book) Word(number int32) string { return b.words[number] }

// Reset forgets all words, but keeps the memory for others.
func (b *Book) Reset() {
	clear(b.slots)
	clear(b.words)
	b.words = b.words[:0]
	b.arena.Reset()
}

// Number is the number of a word, which is a new one when the word is.
func (b *Book) Number(word string) int32 {
	if 2*len(b.words) >= len(b.slots) {
		b.grow()
	}
	if len(word) > short {
		return b.longNumber(word)
	}
	key := pack(word)
	i := b.home(key)
	for ; b.slots[i].number != 0; i = (i + 1) & (len(b.slots) - 1) {
		if s := &b.slots[i]; s.key == key {
			return s.number - 1
		}
	}
	return b.enter(i, key, word)
}

func (b *Book) longNumber(word string) int32 {
	key := maphash.String(b.seed, word) | long
	i := b.home(key)
	for ; b.slots[i].number != 0; i = (i + 1) & (len(b.slots) - 1) {
		if s := &b.slots[i]; s.key == key && b.words[s.number-1] == word {
			return s.number - 1
		}
	}
	return b.enter(i, key, word)
}

func (b *Book) enter(i int, key uint64, word string) int32 {
	b.words = append(b.words, b.keep(word))
	b.slots[i] = slot{key, int32(len(b.words))}
	return int32(len(b.words)) - 1
}

// keep is a copy of a word.
func (b *Book) keep(word string) string {
	if len(word) > block/8 {
		return strings.Clone(word)
	}
	if b.arena.Cap()-b.arena.Len() < len(word) {
		b.arena.Reset() // the words in the old piece hold on to it
		b.arena.Grow(block)
	}
	from := b.arena.Len()
	b.arena.WriteString(word)
	return b.arena.String()[from:]
}

// grow makes the first slots, or doubles them.
func (b *Book) grow() {
	old := b.slots
	if old == nil {
		b.seed, b.salt = maphash.MakeSeed(), rand.Uint64()
	}
	b.slots = make([]slot, max(1<<12, 2*len(old)))
	for _, s := range old {
		if s.number == 0 {
			continue
		}
		i := b.home(s.key)
		for b.slots[i].number != 0 {
			i = (i + 1) & (len(b.slots) - 1)
		}
		b.slots[i] = s
	}
}
