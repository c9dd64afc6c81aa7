package entities

import (
	"context"

	"github.com/jdkato/prose/v3/tag"
	"github.com/jdkato/prose/v3/tokenize"
)

// Token is a token of a text with its part of speech.
type Token struct {
	Start, End int    // bytes of the text; [Start, End) is never empty
	Tag        string // Penn Treebank tag: "NNP", "VBD", …
}

// Recogniser cuts a sentence into tokens and tags them. A [Tagger] calls it for each sentence of a text, from
// several goroutines when it is itself used so.
//
// The sentence it gets has no overlong runs, no line breaks and straight quotation marks. Tokens come back in order,
// do not overlap, and lie inside the sentence; those that do not are passed over. An error ends the tagging.
type Recogniser interface {
	Recognise(ctx context.Context, sentence string) ([]Token, error)
}

// proseV3 is the default recogniser: tokenizer and tagger of prose v3, built once and shared.
type proseV3 struct {
	tokenizer *tokenize.Tokenizer
	tagger    *tag.Tagger
}

func newProseV3() (*proseV3, error) {
	tagger, err := tag.New()
	if err != nil {
		return nil, err
	}
	return &proseV3{tokenize.New(), tagger}, nil
}

// Recognise implements [Recogniser].
func (p *proseV3) Recognise(_ context.Context, sentence string) ([]Token, error) {
	found := p.tokenizer.Tokenize(sentence)
	p.tagger.TagTokens(found)
	tokens := make([]Token, len(found))
	for i, t := range found {
		tokens[i] = Token{t.Start, t.End(), t.Tag}
	}
	return tokens, nil
}
