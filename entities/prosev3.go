package entities

import (
	"context"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/jdkato/prose/v3/tag"
	"github.com/jdkato/prose/v3/tag/aptagmodel"
	"github.com/jdkato/prose/v3/tokenize"
	"github.com/sinosoviet/sinosoviet/internal/postag"
)

// proseV3 is the default recogniser: the tokens and tags of prose v3, built once and shared.
//
// Tokens and tags are those prose gives, but are mostly got on a shorter way: words of letters are cut here, and prose's model is read
// into tables that answer faster (package postag). What has shapes for which prose has rules of its own goes to prose itself.
type proseV3 struct {
	tokenizer *tokenize.Tokenizer
	model     *postag.Model // nil: prose tags all
	tagger    func() (*tag.Tagger, error)
}

// shortcut is prose's model in our tables; nil when prose has come to another format.
var shortcut = sync.OnceValue(func() *postag.Model {
	m, err := postag.Read(aptagmodel.English)
	if err != nil {
		return nil
	}
	return m
})

// proseTagger is prose's own tagger, loaded when something needs it.
var proseTagger = sync.OnceValues(func() (*tag.Tagger, error) { return tag.New() })

func newProseV3() (*proseV3, error) {
	p := &proseV3{tokenizer: tokenize.New(), model: shortcut(), tagger: proseTagger}
	if p.model == nil {
		if _, err := p.tagger(); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// Recognise implements [Recogniser].
func (p *proseV3) Recognise(_ context.Context, sentence string) ([]Token, error) {
	return p.recognise(nil, sentence, &reading{once: true})
}

// recognise appends the tokens of a sentence.
func (p *proseV3) recognise(tokens []Token, sentence string, known *reading) ([]Token, error) {
	from := len(tokens)
	c := cutter{sentence: sentence, tokens: tokens, tokenizer: p.tokenizer}
	tokens = c.cut()
	found := tokens[from:]
	words, odd := known.words[:0], p.model == nil
	for _, t := range found {
		w := sentence[t.Start:t.End]
		words = append(words, w)
		odd = odd || isOdd(w)
	}
	known.words = words
	known.numbers = known.numbers[:0]
	if !known.once {
		for _, w := range words {
			known.numbers = append(known.numbers, known.book.Number(w))
		}
	}
	if odd {
		return tokens, p.original(found, words)
	}
	known.tags = slices.Grow(known.tags[:0], len(words))[:len(words)]
	if known.once {
		p.model.Tag(words, known.tags)
	} else {
		p.model.TagNumbered(&known.memo, words, known.numbers, known.tags)
	}
	for i := range found {
		found[i].Tag = known.tags[i]
	}
	return tokens, nil
}

// original lets prose tag the words.
func (p *proseV3) original(tokens []Token, words []string) error {
	tagger, err := p.tagger()
	if err != nil {
		return err
	}
	for i, t := range tagger.Tag(words) {
		tokens[i].Tag = t.Tag
	}
	return nil
}

// isOdd reports a word that prose may tag by a rule that package postag does not have: what looks like an emoticon, or "-LRB-".
func isOdd(word string) bool {
	return isFace(word) || len(word) == 5 && word[0] == '-' && word[4] == '-'
}

// isFace reports whether a word may be one of prose's emoticons. All of them have one of these shapes.
func isFace(word string) bool {
	n := len(word)
	if n < 2 || n > 32 {
		return false
	}
	switch second := word[1]; word[0] {
	case '(':
		return second == '-' || second == '.' || second == ':' || second == '=' || second == 'o' && n == 3 || second >= utf8.RuneSelf
	case ':', '[':
		return n <= 5
	case '=':
		return n == 2
	case '^', '@', '-':
		return second == '_'
	case 0xC2:
		return second == 0xAF
	case '8':
		return second == '-' || second == 'D'
	case 'X', 'x':
		return second == 'D' && n <= 3
	}
	return n == 3 && (word[1] == '_' || word == "O.o")
}
