// Package nametag looks at words one by one and in sequence: what each word of a text is like (its shape,
// what the gazetteer knows of it, how the rest of the document writes it), and a trained tagger that labels
// names by it. Package entities makes mentions of what it finds.
package nametag
