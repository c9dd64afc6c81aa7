// Package wordbook numbers the distinct words of texts, so that what is known of a word is looked up once and not each time it comes again.
package wordbook

import (
	"hash/maphash"
	"strings"
)

// Book numbers words from 0 in the order in which it meets them. It keeps copies of them, not parts of the texts they come from. The zero
// Book is empty and ready for use. It is not safe for concurrent use.
type Book struct {
	slots []slot // open addressing; length is a power of two, at least twice that of words
	words []string
	arena strings.Builder // has the bytes of the words met last
	seed  maphash.Seed
}

// slot is a place for a word.
type slot struct {
	hash   uint32
	number int32 // plus 1; 0 = empty
}

// block is how many bytes of words are copied to one piece of memory.
const block = 1 << 14

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
	hash := uint32(maphash.String(b.seed, word))
	mask := uint32(len(b.slots) - 1)
	i := hash & mask
	for ; b.slots[i].number != 0; i = (i + 1) & mask {
		if s := b.slots[i]; s.hash == hash && b.words[s.number-1] == word {
			return s.number - 1
		}
	}
	b.words = append(b.words, b.keep(word))
	b.slots[i] = slot{hash, int32(len(b.words))}
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
		b.seed = maphash.MakeSeed()
	}
	b.slots = make([]slot, max(1<<12, 2*len(old)))
	mask := uint32(len(b.slots) - 1)
	for _, s := range old {
		if s.number == 0 {
			continue
		}
		i := s.hash & mask
		for b.slots[i].number != 0 {
			i = (i + 1) & mask
		}
		b.slots[i] = s
	}
}
