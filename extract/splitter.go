package extract

import (
	"slices"
	"strings"
)

// splitter finds the clauses of a sentence in one pass with a stack of those that are open.
type splitter struct {
	*view
	open  []int // indexes into view.clauses; the last one is being read
	next  []int // next[i]: first finite verb at or behind token i outside brackets, or len(tokens)
	depth int
}

// split finds the clauses of a sentence and tells each token which it belongs to.
func (v *view) split() {
	s := splitter{view: v, open: v.scratch.open[:0]}
	s.look()
	s.push(0, clauseMain, -1)
	if s.opensAdverbial(0) {
		s.push(0, clauseAdverbial, -1)
	}
	for i := range v.tokens {
		s.read(i)
	}
	v.scratch.open, v.scratch.next = s.open, s.next
}

// look fills next.
func (s *splitter) look() {
	s.next = slices.Grow(s.scratch.next[:0], len(s.tokens)+1)[:len(s.tokens)+1]
	s.next[len(s.tokens)] = len(s.tokens)
	for i := len(s.tokens) - 1; i >= 0; i-- {
		s.next[i] = s.next[i+1]
		if s.tokens[i].depth == 0 && s.tokens[i].isFinite() {
			s.next[i] = i
		}
	}
}

func (s *splitter) top() *clause { return &s.clauses[s.open[len(s.open)-1]] }

func (s *splitter) push(from int, kind clauseKind, head int) {
	parent := -1
	if n := len(s.open); n > 0 {
		parent = s.open[n-1]
	}
	c := clause{from: from, kind: kind, parent: parent, head: head}
	if n := len(s.clauses); n < cap(s.clauses) { // what the view of a sentence before has left
		old := &s.clauses[:n+1][n]
		c.parts, c.opens = old.parts[:0], old.opens[:0]
	}
	s.clauses = append(s.clauses, c)
	s.open = append(s.open, len(s.clauses)-1)
}

func (s *splitter) pop(at int) {
	if len(s.open) > 1 {
		s.top().boundary = at
		s.open = s.open[:len(s.open)-1]
	}
}

// read gives token i its clause, opening and closing clauses on the way.
func (s *splitter) read(i int) {
	t := &s.tokens[i]
	if t.depth > s.depth && t.depth == 1 {
		s.push(i, clauseBracket, i-1)
	}
	s.depth = t.depth
	if t.depth == 0 && s.top().kind == clauseBracket {
		s.pop(i)
	}
	if t.depth == 0 && (t.phrase == 0 || s.isHard(i-1)) {
		s.boundaries(i)
	}
	t.clause = s.open[len(s.open)-1]
	if t.phrase == 0 && t.name == 0 {
		s.verb(i)
	}
}

// isHard reports whether token i is a mark that parts main clauses.
func (s *splitter) isHard(i int) bool {
	if i < 0 || s.tokens[i].phrase != 0 || s.tokens[i].name != 0 {
		return false
	}
	return s.tokens[i].text == ";" || s.tokens[i].text == ":" || s.tokens[i].isDash()
}

// boundaries opens and closes clauses at token i.
func (s *splitter) boundaries(i int) {
	t := &s.tokens[i]
	before := s.lower(i - 1)
	switch {
	case s.isHard(i-1) && s.next[i] < len(s.tokens) && len(s.clauses[s.open[0]].parts) > 0:
		for len(s.open) > 1 {
			s.pop(i)
		}
		s.join(i)
	case t.phrase != 0:
	case t.lower == "," && i > 1 && i+1 < len(s.tokens) && s.tokens[i+1].phrase != 0 && isDay(s.phrases[s.tokens[i+1].phrase-1].When) && (s.lower(i-1) == "day" && (s.lower(i-2) == "next" || s.lower(i-2) == "following" || s.lower(i-2) == "same")):
		// "the next day, May 7, 1844": one date says the other again
	case t.lower == ",":
		s.comma(i)
	case i > 0 && s.isRelative(i):
		kind := clauseDefining
		if before == "," || s.tagAt(i-1) == "IN" && s.lower(i-2) == "," {
			kind = clauseRelative
		}
		s.push(i, kind, s.whoseHead(i))
	case i > 0 && s.isReduced(i):
		s.push(i, clauseDefining, i-1)
		s.part(i, i)
	case i > 1 && before == "," && s.isApposed(i):
		s.push(i, clauseRelative, s.shownHead(s.headBefore(i)))
		s.part(i, i)
	case i > 0 && t.lower == "that" && (s.tokens[i-1].isVerb() || s.tokens[i-1].phrase != 0) && s.next[i] < len(s.tokens):
		s.push(i, clauseContent, -1)
	case i > 0 && s.opensAdverbial(i) && !s.continues(i-1):
		for s.top().kind == clauseDefining && len(s.clauses[s.top().parent].parts) > 0 {
			s.pop(i)
		}
		s.push(i, clauseAdverbial, -1)
		if before == "even" {
			s.tokens[i-1].clause = s.open[len(s.open)-1] // "even while"
		}
	case (t.lower == "after" || t.lower == "before") && s.tagAt(i+1) == "VBG" && s.tokens[i+1].isVerb() && len(s.top().parts) > 0 && s.isDatedBefore(i):
		s.push(i, clauseAdverbial, -1)
	case t.is(conjunction) && t.name == 0:
		s.conjunction(i)
	}
}

// isDatedBefore reports whether the clause being read has a date of its own between its verb and token i: "married in 1919, after having known her since 1912".
func (s *splitter) isDatedBefore(i int) bool {
	c := s.top()
	for j := i - 1; j > c.parts[len(c.parts)-1]; j-- {
		if t := &s.tokens[j]; t.phrase != 0 && t.clause == s.open[len(s.open)-1] {
			return true
		}
	}
	return false
}

// join opens a clause that stands beside the one being read.
func (s *splitter) join(i int) {
	beside := s.open[len(s.open)-1]
	kind := clauseJoined
	if k := s.clauses[beside].kind; k != clauseMain && k != clauseJoined {
		kind = k
	}
	s.top().boundary = i
	s.open = s.open[:len(s.open)-1]
	s.push(i, kind, s.clauses[beside].head)
	s.top().parent = beside
}

// comma closes what a comma ends, and opens a participle's predicate behind it.
func (s *splitter) comma(i int) {
	for len(s.open) > 1 && s.closes(i) {
		s.pop(i)
	}
	if c := s.top(); len(c.parts) > 0 && (s.tagAt(i+1) == "VBG" || s.tagAt(i+1) == "RB" && s.tagAt(i+2) == "VBG") && i+2 < len(s.tokens) && s.tokens[i+1].name == 0 && !s.is(i+1, listing) && !(s.is(i+1, leading) && s.tokens[i+2].phrase != 0) {
		j := i + 1
		if s.tagAt(j) == "RB" {
			j++
		}
		s.part(j, i+1)
	}
}

// lists reports whether the comma at token i stands in a list of nouns that goes on behind it and ends before any verb: "held by A, the B, and C, were lost".
func (s *splitter) lists(i int) bool {
	if !s.isNounAt(i-1) && !strings.HasPrefix(s.tagAt(i-1), "JJ") {
		return false
	}
	joined, noun := false, false
	for j := i + 1; j < len(s.tokens) && j < i+16; j++ {
		t := &s.tokens[j]
		switch {
		case t.phrase != 0 || t.depth > 0:
			return joined && noun
		case t.name == 0 && (t.lower == "and" || t.lower == "or"):
			if joined {
				return noun
			}
			joined, noun = true, false
		case t.isNoun() || t.name != 0:
			noun = true
		case t.lower == "," && !joined, t.tag == "DT", strings.HasPrefix(t.tag, "JJ"), t.tag == "POS":
		case t.isFinite() || t.isVerb():
			return false
		default:
			return joined && noun
		}
	}
	return joined && noun
}

// closes reports whether the comma at token i ends the clause being read.
func (s *splitter) closes(i int) bool {
	c := s.top()
	switch c.kind {
	case clauseAdverbial:
		if len(c.parts) == 0 && c.from == 0 && s.next[c.from] > i {
			return s.nonfinite(c.from, i)
		}
		if len(c.parts) > 0 && (s.lower(c.from) == "until" || s.lower(c.from) == "till") && s.tagAt(i+1) == "VBG" && !s.is(i+1, listing) && s.tokens[c.parts[0]].isFinite() {
			return false // "lasted until the army invaded it, establishing a republic"
		}
		if s.next[i] == len(s.tokens) && len(c.parts) > 0 && s.lists(i) {
			return false
		}
		return len(c.parts) > 0 && s.next[i] < len(s.tokens) || len(s.clauses[c.parent].parts) > 0
	case clauseRelative, clauseDefining:
		if len(c.parts) == 0 || s.lists(i) {
			return false
		}
		if len(s.clauses[c.parent].parts) == 0 || i+1 < len(s.tokens) && s.tokens[i+1].isFinite() && s.awaited() {
			return true
		}
		return !s.tokens[min(i+1, len(s.tokens)-1)].isFinite() && !(s.is(i+1, conjunction) && i+2 < len(s.tokens) && s.tokens[i+2].isFinite()) && !s.tokens[min(i+1, len(s.tokens)-1)].isNoun()
	case clauseContent:
		return false
	}
	return false
}

// awaited reports whether relative clauses that hold the one being read stand before the verb of the clause they belong to: "The men, who had a plan that
// failed, were arrested".
func (s *splitter) awaited() bool {
	for k := s.top().parent; k >= 0; k = s.clauses[k].parent {
		if len(s.clauses[k].parts) == 0 {
			return true
		}
		if kind := s.clauses[k].kind; kind != clauseRelative && kind != clauseDefining {
			return false
		}
	}
	return false
}

// nonfinite reports whether a participle stands in tokens [from, to).
func (s *splitter) nonfinite(from, to int) bool {
	for j := from; j < to; j++ {
		if t := &s.tokens[j]; t.isVerb() && (t.tag == "VBG" || t.tag == "VBN") {
			return true
		}
	}
	return false
}
