package extract

import (
	"encoding/binary"
	"strings"
	"sync"
)

// wordClass is a set of kinds of words. The rules of this package ask of a word only to which of them it belongs; which words do is
// listed in words.go.
type wordClass uint64

const (
	// Words that build sentences.
	auxiliary    wordClass = 1 << iota // verbs that carry no content of their own
	conjunction                        // words that join clauses and predicates
	relativiser                        // words that open a relative clause
	subordinator                       // words that open an adverbial clause
	particle                           // words that make one verb with the verb before them
	listing                            // participles that only give examples or say what something is about: no predicates of their own

	// Pronouns.
	anybody   // a person
	everybody // several

	// Verbs.
	irregular    // past tenses that the tagger does not know for what they are
	intransitive // verbs that have no passive, so that their participle defines no noun
	saying       // verbs that a clause without "that" may follow
	bidding      // verbs that what somebody is to do follows
	seeing       // verbs that want an "as" behind their object
	giving       // verbs with which "to" tells who gets something
	uniting      // verbs with which "into" tells what something becomes part of
	making       // participles of what is done to things, not to persons: behind a comma at the end of a sentence they tell of the noun before it
	appointing   // verbs that give an office to the person who is their object
	stative      // verbs that tell how things were, not what was done
	receiving    // verbs that tell how a work fared, not when
	concluding   // verbs that tell when a treaty or law was made
	meeting      // plural verbs of the present that captions have, which look like nouns
	taking       // verbs with which "from" tells who somebody has something of
	bearing      // verbs of motion, and their particles, with which "for" tells where to
	gaining      // verbs whose object tells the deed
	enduring     // participles that tell how long something went on
	outcome      // participles of what came of a deed, later than it
	dating       // words that say nothing without the date behind them: "dates back to 1898"
	printing     // participles of publications
	intended     // words before a date at which something was to happen

	// Prepositions and what goes with a date.
	placing       // prepositions after which a place is where something happens, not who does it
	adjunct       // prepositions whose phrase behind a noun a headline may do without
	bounding      // prepositions whose noun phrase tells when: a date inside it is that of the noun; see relationTo
	relating      // words before an event that tell how what is said lies to it: see relationTo
	leading       // words that go with the date behind them
	nearly        // adverbs that go with the preposition of the date behind them
	comparing     // words behind which a date is that of a state something is compared with
	consequential // words behind which a noun phrase is an event of its own
	deictic       // words that may point at the date told just before: see [narrative.onward]
	sequence      // words at the start of a sentence that say it goes on with what was told

	// Nouns of happenings and time.
	happening // nouns that name what happens; others are known by their ending
	thing     // nouns that end like one of a happening and name a thing
	personal  // happenings that somebody does or suffers, so that who stands before them with a possessive mark takes part
	unit      // nouns of time, whose "of" goes on with the date itself: "the summer of 1901"
	measured  // words for a time that "following" and a date measure
	vague     // last words of references to a time that no event can be dated by

	// Nouns of people, places and things.
	collective // nouns for people who act for the country, people or body whose adjective stands before them
	polity     // nouns whose "of" names the very thing: "the city of Carthage was destroyed"
	paired     // nouns that "the two …" stands before when it means two countries
	sided      // words that tell where something lies by the "of" behind them
	work       // nouns for what is written, made or shown
	depiction  // nouns for what shows, measures or stands for something: the date of a caption headed by one is that of the picture
	numbered   // nouns that a number behind them belongs to: it is no year
	paging     // words before the number of a page
	allotted   // nouns of what is reckoned, planned or reported for a time: "the budget for 2013"
	imprint    // last words of the names of those who publish

	// Adjectives and adverbs.
	kept // adjectives and adverbs that a statement is false without
)

// A lexicon knows the classes of words. It is built once, and safe for concurrent use.
//
// It is a table with open addressing, four times as large as the words are many: most words of a text are not in it, and most of these
// meet an empty slot. The hash looks at no more than eight bytes from each end and at the length.
type lexicon struct {
	entries  []lexeme
	slots    [lexiconSlots]slot
	initials [longestSignal + 1]uint32 // of words of a signal class, by their length: bit n is the n-th letter
}

// signal are the classes by which it is known whether a sentence without a date must be read.
const signal = anybody | everybody | sequence | relating | deictic

// lexeme is an entry of the lexicon.
type lexeme struct {
	word  string
	class wordClass
	deed  int // kind of happening that the word tells, the same for "died" and "funeral"; 0: none
}

// slot is a place of the table: a part of the hash that is not its place, to know most other words by, and the index of the entry plus one.
type slot struct{ mark, entry uint16 }

const (
	lexiconBits  = 13
	lexiconSlots = 1 << lexiconBits
	longest      = 24 // no word of the lexicon has more bytes

	longestSignal = 12 // nor one of a signal class
)

// theLexicon is built of the lists in words.go on first use.
var theLexicon = sync.OnceValue(func() *lexicon {
	x := new(lexicon)
	for _, l := range wordLists() {
		for w := range strings.FieldsSeq(l.words) {
			x.enter(w).class |= l.class
			switch l.class { // what is known in the plural too
			case happening:
				x.enter(w + "s").class |= l.class
				x.enter(w + "es").class |= l.class
			case depiction, thing:
				x.enter(w + "s").class |= l.class
			}
		}
	}
	for i, words := range deedLists() {
		for w := range strings.FieldsSeq(words) {
			if e := x.enter(w); e.deed == 0 {
				e.deed = i + 1
			}
		}
	}
	for _, e := range x.entries {
		if e.class&signal != 0 {
			x.initials[len(e.word)] |= 1 << (e.word[0] & 31)
		}
	}
	return x
})

// enter is the entry of a word, which is added if it is new. It is good until the next call.
func (x *lexicon) enter(word string) *lexeme {
	at, mark := hashWord(word)
	for ; x.slots[at].entry != 0; at = (at + 1) % lexiconSlots {
		if e := &x.entries[x.slots[at].entry-1]; e.word == word {
			return e
		}
	}
	x.entries = append(x.entries, lexeme{word: word})
	x.slots[at] = slot{mark, uint16(len(x.entries))}
	return &x.entries[len(x.entries)-1]
}

// find is the entry of a word in lower case; a zero one when there is none.
func (x *lexicon) find(word string) lexeme {
	if len(word) == 0 || len(word) > longest {
		return lexeme{}
	}
	at, mark := hashWord(word)
	for ; x.slots[at].entry != 0; at = (at + 1) % lexiconSlots {
		if s := x.slots[at]; s.mark == mark {
			if e := &x.entries[s.entry-1]; e.word == word {
				return *e
			}
		}
	}
	return lexeme{}
}

// classOf is the classes of a word in lower case. Happenings are also known by their form.
func (x *lexicon) classOf(word string) wordClass {
	c := x.find(word).class
	if c&thing == 0 && endsAsHappening(word) {
		c |= happening
	}
	return c
}

// deedOf is the kind of happening that a word in lower case tells, 0 for none.
func (x *lexicon) deedOf(word string) int { return x.find(word).deed }

// hashWord is the place of a word in the table and the mark of its slot.
func hashWord(w string) (at, mark uint16) {
	var a, b uint64
	switch n := len(w); {
	case n >= 8:
		a, b = word64(w), word64(w[n-8:])
	case n >= 4:
		a, b = uint64(word32(w)), uint64(word32(w[n-4:]))
	case n > 0:
		a, b = uint64(w[0])|uint64(w[n/2])<<8|uint64(w[n-1])<<16, 0
	}
	h := (a*0x9E3779B97F4A7C15 ^ b + uint64(len(w))) * 0xD6E8FEB86659FD93
	return uint16(h >> (64 - lexiconBits)), uint16(h >> 32)
}

func word64(s string) uint64 { return uint64(word32(s)) | uint64(word32(s[4:]))<<32 }

func word32(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// is reports whether the word is of one of the classes.
func (t *token) is(c wordClass) bool { return t.class&c != 0 }

// is reports whether there is a token i, and its word is of one of the classes.
func (v *view) is(i int, c wordClass) bool {
	return i >= 0 && i < len(v.tokens) && v.tokens[i].class&c != 0
}

// lowerASCII is the text with its ASCII letters in lower case, byte by byte where they stood.
func lowerASCII(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	var part [256]byte
	for len(s) > 0 {
		n := copy(part[:], s)
		for i := 0; i < n; i += 8 {
			binary.LittleEndian.PutUint64(part[i:], lowerBytes(binary.LittleEndian.Uint64(part[i:])))
		}
		b.Write(part[:n])
		s = s[n:]
	}
	return b.String()
}

// lowerBytes is eight bytes with ASCII letters in lower case. In each byte of less than 0x80, a sum has its highest bit set from 'A' on, another
// one behind 'Z': where they differ stands a capital.
func lowerBytes(x uint64) uint64 {
	const each = 0x0101010101010101
	low := x & (0x7F * each)
	fromA, behindZ := low+(0x80-'A')*each, low+(0x7F-'Z')*each
	return x | (fromA^behindZ)&^x&(0x80*each)>>2
}
