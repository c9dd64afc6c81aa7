package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// subject is who or what a predicate of the clause is about.
func (v *view) subject(clause, part int) []int {
	c := &v.clauses[clause]
	if len(c.parts) == 0 {
		return nil
	}
	if c.kind == clauseRelative || c.kind == clauseDefining {
		if c.head >= 0 && v.lower(c.from) != "where" && v.lower(c.from) != "when" && v.lower(c.from) != "whose" && !v.hasOwnSubject(c) {
			return v.nounPhrase(c.head)
		}
	}
	if verb := c.parts[0]; c.kind == clauseBracket && v.tokens[verb].tag == "VBN" && (verb == c.from+1 || v.lower(verb-1) == "," || v.tagAt(verb-1) == "CD") {
		return v.nounPhrase(c.head) // "a ship (of the second class, refurbished in 2009)"
	}
	from := c.from
	if w := v.lower(from + 1); v.lower(from) == "which" && v.lower(from-1) == "at" && (w == "point" || w == "time") {
		from += 2
	}
	words := v.subjectWords(clause, from, c.opens[0])
	if c.parts[0] > c.opens[0] {
		words = append(words, v.subjectWords(clause, c.opens[0], c.parts[0])...)
	}
	for part > 0 && len(words) > 0 && v.tokens[words[len(words)-1]].tag == "RB" {
		words = words[:len(words)-1]
	}
	if len(words) == 0 && c.kind == clauseBracket && c.head >= 0 && v.isNounAt(c.head) {
		return v.nounPhrase(c.head)
	}
	if len(words) == 0 && c.parent >= 0 && c.kind != clauseBracket {
		return v.subject(c.parent, 0)
	}
	return words
}

// hasOwnSubject reports whether a relative clause names a subject: "which the army had taken".
func (v *view) hasOwnSubject(c *clause) bool {
	for i := c.from + 1; i < c.parts[0]; i++ {
		if v.tokens[i].depth == 0 && v.tokens[i].isSubject() {
			return true
		}
	}
	return false
}

// subjectWords are the words of [from, verb) that tell the subject: without what is put in front and without appositions.
func (v *view) subjectWords(clause, from, verb int) []int {
	var few [8][]int
	segments, words, open := few[:0], v.list(max(verb-from, 0)), 0
	for i := from; i < verb; i++ {
		t := &v.tokens[i]
		if (t.lower == "," && t.depth == 0 || t.isDash()) && t.phrase == 0 {
			segments, open = append(segments, words[open:len(words):len(words)]), len(words)
			continue
		}
		if !v.belongs(i, clause) || v.isHidden(i) {
			continue
		}
		words = append(words, i)
	}
	segments = append(segments, words[open:len(words):len(words)])
	for len(segments) > 1 && v.isFronted(segments[0]) {
		segments = segments[1:]
	}
	if v.isEnumeration(segments) {
		all := v.list(verb - from)
		for i := from; i < verb; i++ {
			if i >= segments[0][0] && v.belongs(i, clause) && !v.isHidden(i) {
				all = append(all, i)
			}
		}
		return v.opening(all)
	}
	if last := segments[len(segments)-1]; len(segments) > 1 && !v.isFronted(last) {
		return v.opening(last) // an apposition ends in a comma: what stands next to the verb is the subject
	}
	return v.opening(segments[0])
}

// isFronted reports whether a segment before a comma is no subject: empty, an adverbial, or without a noun of its own.
func (v *view) isFronted(words []int) bool {
	if len(words) == 0 {
		return true
	}
	first := words[0]
	for k, i := range words {
		if k < len(words)-1 && (k == 0 && v.lower(i) == "that" && v.clauses[v.tokens[i].clause].from == i && (v.is(i-1, saying) || v.tagAt(i-1) == "VBZ" || i > 0 && v.tokens[i-1].phrase != 0) || v.tokens[i].is(conjunction) && v.tokens[i].name == 0 || v.tokens[i].tag == "RB") {
			continue
		}
		first = i
		break
	}
	t := &v.tokens[first]
	if e := t.name; e > 0 && first > 1 && v.lower(first-1) == "," && v.tokens[first-2].phrase == 0 && v.tokens[words[len(words)-1]].name == e && (v.names[e-1].Kind == sinosoviet.KindGPE || v.names[e-1].Kind == sinosoviet.KindLoc) {
		return true // the end of what is in front: "in Coles County, Illinois, Abraham was"
	}
	if t.name == 0 && (t.tag == "IN" || t.tag == "TO" || t.tag == "VBG" || t.tag == "VBN" || t.tag == "RB" || t.is(conjunction) || t.lower == "then" || t.lower == "following") {
		return true
	}
	for _, i := range words {
		if v.tokens[i].isSubject() {
			return false
		}
	}
	return true
}

// isEnumeration reports whether the segments are a list: the last one but one is short and a conjunction joins the last.
func (v *view) isEnumeration(segments [][]int) bool {
	if len(segments) < 2 || len(segments[0]) == 0 {
		return false
	}
	for _, s := range segments[1:] {
		for k, i := range s {
			if v.tokens[i].lower == "and" || v.tokens[i].lower == "or" {
				return k == 0 || len(segments) > 1 && k <= 3
			}
		}
	}
	return false
}

// opening is the words without what is put in front: conjunctions, adverbs, and a prepositional phrase without a comma ("After a
// year the British …").
func (v *view) opening(words []int) []int {
	for len(words) > 0 {
		t := &v.tokens[words[0]]
		if t.name != 0 {
			break
		}
		if t.lower == "that" && len(words) > 1 && v.clauses[t.clause].from == words[0] && v.clauses[t.clause].kind != clauseMain {
			words = words[1:]
			continue
		}
		if (t.lower == "due" || t.lower == "according" || t.lower == "thanks" || t.lower == "owing") && len(words) > 1 && v.lower(words[1]) == "to" {
			if rest := v.behindPhrase(words[1:]); len(rest) < len(words)-1 && len(rest) > 0 {
				words = rest // "due to high prices the date was put off"
				continue
			}
			break
		}
		if t.tag == "IN" && t.lower != "about" && t.lower != "over" && t.lower != "nearly" && t.lower != "around" || t.tag == "TO" {
			rest := v.behindPhrase(words)
			if len(rest) == len(words) {
				break
			}
			words = rest
			continue
		}
		if t.is(conjunction) || t.tag == "RB" && len(words) > 1 || t.lower == "," || t.lower == "where" || t.lower == "when" || t.lower == "which" || t.lower == "while" || t.lower == "whereas" || t.lower == "whom" || t.lower == "whose" {
			words = words[1:]
			continue
		}
		break
	}
	return words
}

// behindPhrase is the words behind the prepositional phrase that opens them: where a new noun phrase begins.
func (v *view) behindPhrase(words []int) []int {
	if v.clauses[v.tokens[words[0]].clause].kind == clauseAdverbial && v.clauses[v.tokens[words[0]].clause].from == words[0] {
		for k := 2; k < len(words); k++ { // "Even after the victory in 1412 the nobles …": the date closes what is in front
			if t := &v.tokens[words[k]]; v.isDated(words[k-1]+1, words[k]) && (t.tag == "DT" || t.tag == "PRP" || t.tag == "PRP$" || t.name != 0) {
				return words[k:]
			}
		}
		return words[1:] // a conjunction: "After the army …"
	}
	noun := false
	for k := 1; k < len(words); k++ {
		t := &v.tokens[words[k]]
		if noun && (t.tag == "DT" || t.tag == "PRP" || t.tag == "PRP$" || t.name != 0 && t.name != v.tokens[words[k-1]].name && v.tokens[words[k-1]].name == 0 && !v.tokens[words[k-1]].isDash()) {
			return words[k:]
		}
		noun = noun || t.isNoun()
	}
	if !noun {
		return words[1:]
	}
	return words
}

// nounPhrase is the noun phrase that ends at the token.
func (v *view) nounPhrase(head int) []int {
	if head < 0 {
		return nil
	}
	from := head
	for from > 0 {
		t, now := &v.tokens[from-1], &v.tokens[from]
		if t.phrase == 0 && t.depth == v.tokens[head].depth && (t.isNoun() || strings.HasPrefix(t.tag, "JJ") || t.tag == "CD" || t.tag == "POS" || t.tag == "DT" || t.tag == "PRP$" || t.tag == "VBN" && now.isNoun() || t.tag == "VBG" && now.isNoun() && from > 1 && (v.tagAt(from-2) == "DT" || v.tagAt(from-2) == "PRP$") || t.lower == "-") && now.tag != "DT" && now.tag != "PRP$" {
			from--
			continue
		}
		if t.lower == "of" && from > 1 && v.tokens[from-2].isNoun() || t.name != 0 && t.name == now.name {
			from--
			continue
		}
		if t.phrase != 0 && from > 1 && v.phrases[t.phrase-1].Attribute {
			from--
			continue
		}
		break
	}
	out := v.list(head + 1 - from)
	for i := from; i <= head; i++ {
		if !v.isHidden(i) || v.tokens[i].depth > 0 && v.tokens[i].phrase == 0 {
			out = append(out, i)
		}
	}
	return out
}
