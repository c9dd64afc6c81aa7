package entities

import (
	"github.com/sinosoviet/sinosoviet/internal/nametag"
	"github.com/sinosoviet/sinosoviet/internal/postag"
	"github.com/sinosoviet/sinosoviet/internal/wordbook"
)

// reading is what is known of the words that were read. It serves one text after another: what is known of a word is the same in all.
type reading struct {
	book    wordbook.Book
	memo    postag.Memo     // by numbers of the book
	lexicon nametag.Lexicon // by numbers of the book

	// The sentence that is read:
	words   []string
	numbers []int32 // empty when the recogniser gives none
	tags    []string
	once    bool // there is no more of the text: nothing is worth remembering
}

// maxRead is the number of distinct words beyond which a reading starts anew with the next text.
const maxRead = 1 << 12

// begin makes ready for a text.
func (r *reading) begin(t *Tagger) {
	switch n := r.book.Len(); {
	case n > 16*maxRead:
		*r = reading{}
	case n > maxRead:
		r.book.Reset()
		r.memo.Reset()
		r.lexicon.Reset()
	}
	r.lexicon.Book, r.lexicon.Table = &r.book, t.table
}
