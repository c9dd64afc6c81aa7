// Package postag tags words with parts of speech by an averaged perceptron whose weights it reads from a file in the flat format
// of prose v3 (magic "PROSETAG", version 1).
//
// prose finds each of a word's fourteen features by a binary search over 75,000 strings. Here those strings are taken apart once, when the
// model is read: a word, a suffix or a tag is looked up once and has its weights for every place it can stand in.
//
// The tags are those of prose. It adds float weights in a certain order; [Model.Tag] does the same, to the bit. The weights are whole
// thousandths, however, so [Model.TagNumbered] adds whole numbers, many at a time, and asks the float sums only where two tags come so
// near each other that rounding could turn them round.
package postag
