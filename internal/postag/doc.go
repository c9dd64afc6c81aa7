// Package postag tags words with parts of speech by an averaged perceptron whose weights it reads from a file in the flat format
// of prose v3 (magic "PROSETAG", version 1).
//
// prose finds each of a word's fourteen features by a binary search over 75,000 strings. Here those strings are taken apart once, when the
// model is read: a word, a suffix or a tag is looked up once and has its weights for every place it can stand in. Weights are added in
// the order prose adds them, so scores are the same to the bit, and so are the tags.
package postag
