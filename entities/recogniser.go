package entities

import "context"

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
