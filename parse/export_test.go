package parse

import "github.com/sinosoviet/sinosoviet"

// Steps counts the steps that making the tree of src takes.
func Steps(src string) int {
	t := &Tree{src: src, site: English}
	s := new(scratch)
	s.scan(t)
	s.build(t)
	return s.scanner.steps + s.builder.work + len(t.nodes)
}

// UnknownSpecials are the functions the table of templates names that do not exist.
func UnknownSpecials() (unknown []string) {
	tree := TreeOf("{{x}}")
	var b sinosoviet.TextBuilder
	w := newTextWriter(nil, &b, tree)
	for t := range tree.Root().Templates() {
		for name, rule := range templateRules() {
			for _, p := range rule.parts {
				if p.special != "" && !w.special(p.special, t) {
					unknown = append(unknown, name+" @"+p.special)
				}
			}
		}
	}
	return unknown
}

// WordsEnd is wordsEnd.
func WordsEnd(src string, i int32) int32 { return wordsEnd(src, i) }
