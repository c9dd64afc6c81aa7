// Package prosev2 is a recogniser for package entities on prose v2: for programs that already use it, and to compare.
//
//	tagger, err := entities.New(entities.Config{Recogniser: prosev2.New()})
//
// prose v2 is slower than v3, loads longer and gives no offsets; the names found are nearly the same, since the layers
// of package entities do the most.
package prosev2

import (
	"context"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"
	"github.com/sinosoviet/sinosoviet/entities"
)

// Recogniser cuts and tags sentences with prose v2. It is safe for concurrent use.
type Recogniser struct{ model *prose.Model }

// shared is the tagging model, loaded once: by itself, prose v2 loads it anew for every document.
var shared = sync.OnceValue(func() *prose.Model {
	doc, err := prose.NewDocument("", prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return nil // prose v2 has no path to this
	}
	return doc.Model
})

// New is a Recogniser. The first one loads the model; all share it.
func New() *Recogniser { return &Recogniser{shared()} }

var _ entities.Recogniser = (*Recogniser)(nil)

// terminator closes every sentence handed to prose: without a full stop at its end, the last word is read
// differently.
const terminator = " ."

// Recognise implements [entities.Recogniser].
//
// prose v2 gives no offsets. Its tokens are the sentence's own bytes in order, so each is found behind the one before it.
// Its tokenizer keeps the tokens of a word it has met and returns the very same pointers when the word comes again; the
// tag that is written last then shows on all of them. So a sentence is cut where a word comes again, and
// each part is tagged with the words before it as context left out.
func (r *Recogniser) Recognise(ctx context.Context, sentence string) ([]entities.Token, error) {
	tokens := make([]entities.Token, 0, len(sentence)/4)
	for at := 0; at < len(sentence); {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		end := part(sentence, at)
		text := sentence[at:end]
		closed := strings.HasSuffix(strings.TrimRight(text, " "), ".")
		if !closed {
			text += terminator
		}
		doc, err := prose.NewDocument(text, prose.UsingModel(r.model), prose.WithExtraction(false), prose.WithSegmentation(false))
		if err != nil {
			return nil, err
		}
		from := at
		for _, t := range doc.Tokens() {
			i := strings.Index(sentence[from:end], t.Text)
			if i < 0 || t.Text == "" {
				continue // the terminator, or a mark prose has rewritten
			}
			from += i
			tokens = append(tokens, entities.Token{Start: from, End: from + len(t.Text), Tag: t.Tag})
			from += len(t.Text)
		}
		at = end
	}
	return tokens, nil
}

// part is the end of the part of the sentence that starts at at: the next place at which a word comes again
// that may be tagged otherwise there. Articles, prepositions and the like have one tag, so they do not end a part.
func part(sentence string, at int) int {
	var seen map[string]struct{}
	for from := at; from < len(sentence); {
		for from < len(sentence) && sentence[from] == ' ' {
			from++
		}
		end := strings.IndexByte(sentence[from:], ' ')
		if end < 0 {
			end = len(sentence)
		} else {
			end += from
		}
		word := sentence[from:end]
		if !isFixed(word) {
			if _, again := seen[word]; again && from > at {
				return from
			}
			if seen == nil {
				seen = make(map[string]struct{}, 32)
			}
			seen[word] = struct{}{}
		}
		from = end
	}
	return len(sentence)
}

// isFixed reports a word that is tagged alike wherever it stands.
func isFixed(word string) bool {
	switch word {
	case "", "the", "a", "an", "of", "in", "on", "at", "by", "for", "from", "with", "into", "and", "or", "but", "to", "as", "was", "were", "is", "are", "be", "been",
		"had", "has", "have", "his", "her", "its", "their", "he", "she", "it", "they", "which", "who", "not", "–", "—", "-", "(", ")", ",", ".", "\"":
		return true
	}
	return false
}
