package nametag

import (
	"math"
	"strings"

	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
	"github.com/sinosoviet/sinosoviet/internal/wordbook"
)

// Lexicon is what is known of words whatever stands around them, looked up when a word comes for the first time, and how the document that is
// read writes them. It serves one document after another. It is not safe for concurrent use.
type Lexicon struct {
	Book  *wordbook.Book // numbers the words
	Table *gazetteer.Table

	known    []lexeme // by number
	document uint32   // number of the document that is read
}

// lexeme is what is known of a word.
type lexeme struct {
	flags    Flag  // those of its shape, and Given, Family, Leads
	met      bool  // it has been looked up
	hyphen   bool  // has one
	capital  bool  // capitalised in the midst of a sentence of the document
	low      bool  // written small in the document
	name     uint8 // bytes of the longest name of the gazetteer that it opens; 255 = that or more
	title    uint8 // and of the longest title
	document uint32
	small    int32 // number of the word in small letters, -1 = not worked out
}

// Reset forgets all words, for when the book does.
func (l *Lexicon) Reset() {
	clear(l.known)
	l.known = l.known[:0]
}

// begin forgets how documents before wrote the words.
func (l *Lexicon) begin() {
	if l.document++; l.document == 0 {
		l.Reset()
		l.document = 1
	}
}

// of is what is known of a word. The pointer is good until the next new word.
func (l *Lexicon) of(number int32) *lexeme {
	if int(number) < len(l.known) {
		if known := &l.known[number]; known.met {
			return known
		}
	}
	return l.lookUp(number)
}

func (l *Lexicon) lookUp(number int32) *lexeme {
	for int(number) >= len(l.known) {
		l.known = append(l.known, lexeme{})
	}
	word := l.Book.Word(number)
	known := lexeme{flags: shape(word), met: true, hyphen: strings.IndexByte(word, '-') >= 0, small: -1}
	if known.flags.Has(Punct) || !l.Table.MayKnow(word) {
		l.known[number] = known
		return &l.known[number]
	}
	o := l.Table.Opens(word)
	known.name, known.title = uint8(min(o.Name, math.MaxUint8)), uint8(min(o.Title, math.MaxUint8))
	if known.flags.Has(Capital) {
		if _, ok := l.Table.Given(word); ok {
			known.flags |= Given
		}
		if leads, ok := l.Table.Family(word); ok {
			known.flags |= Family
			if leads {
				known.flags |= Leads
			}
		}
	}
	l.known[number] = known
	return &l.known[number]
}

// note notes how the document writes a word.
func (l *Lexicon) note(known *lexeme, w *Word) {
	if known.document != l.document {
		known.document, known.capital, known.low = l.document, false, false
	}
	if w.Flags.Has(Capital) {
		known.capital = known.capital || !w.Flags.Has(First)
	} else if len(w.Text) < maxSeen {
		known.low = true
	}
}

// elsewhere is how the document writes a capitalised word: CapSeen, LowSeen.
func (l *Lexicon) elsewhere(w *Word) (f Flag) {
	known := l.of(w.Number)
	if known.document == l.document && known.capital {
		f |= CapSeen
	}
	if len(w.Text) >= maxSeen {
		return f
	}
	small := known.small
	if small < 0 {
		var buf [2 * maxSeen]byte
		small = l.Book.Number(string(lower(buf[:0], w.Text)))
		known.small = small
	}
	if small := l.of(small); small.document == l.document && small.low {
		f |= LowSeen
	}
	return f
}
