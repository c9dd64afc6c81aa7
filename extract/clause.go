package extract

import (
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// clause is a part of a sentence with one subject: what token.clause refers to. Its tokens need not be
// neighbours: a relative clause or a bracket may stand inside.
type clause struct {
	from     int // first token
	kind     clauseKind
	parent   int   // index of the clause it depends on or is joined to, or -1
	head     int   // relative and reduced clauses: last token of the noun phrase they belong to, else -1
	parts    []int // the verb that opens each of its predicates: "built … and destroyed …" has two
	opens    []int // where each predicate begins: its verb, or what stands before it behind the conjunction
	boundary int   // token behind its last one, once closed; 0 before
}

type clauseKind uint8

const (
	clauseMain      clauseKind = iota
	clauseJoined               // "…, and in 1978 the Gang of Four were overthrown"
	clauseContent              // "stated that …"
	clauseRelative             // ", which by 1924 became …"
	clauseDefining             // "the man who led …", "the treaty signed in 1921"
	clauseAdverbial            // "When …,", "After …,"
	clauseBracket              // "(in 1982)"
)

// isPart reports whether the words of such a clause belong to the headline of the clause it depends on.
func (k clauseKind) isPart() bool { return k == clauseContent || k == clauseDefining }

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
	case t.is(conjunction) && t.name == 0:
		s.conjunction(i)
	}
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

// part adds a predicate to the clause being read.
func (s *splitter) part(verb, open int) {
	c := s.top()
	c.parts, c.opens = append(c.parts, verb), append(c.opens, open)
}

// verb gives token i, if it is the verb that opens a predicate, to its clause.
func (s *splitter) verb(i int) {
	t, c := &s.tokens[i], s.top()
	if len(c.parts) == 0 && c.kind == clauseAdverbial && (t.tag == "VBG" || t.tag == "VBN") && t.isVerb() && s.next[c.from] > i {
		s.part(i, i)
		return
	}
	if c.kind == clauseBracket && len(c.parts) == 0 && t.depth == 1 && (t.tag == "VBN" && t.isVerb() || t.tag == "JJ" && i == c.from+1 && strings.HasSuffix(t.lower, "ed") && t.name == 0) && t.lower != "born" && !t.is(dating) && s.opensBracket(i) {
		t.tag = "VBN" // the tagger takes some for adjectives
		s.part(i, i)
		return
	}
	if !t.isFinite() {
		return
	}
	if t.depth > 0 && c.kind != clauseBracket {
		return
	}
	if len(c.parts) == 0 {
		s.part(i, i)
		return
	}
	if (c.kind == clauseDefining || c.kind == clauseRelative) && len(s.clauses[c.parent].parts) == 0 && t.clause == s.open[len(s.open)-1] && !s.isChained(i) {
		// "The general who led the revolt died": the second verb is that of the clause outside.
		s.pop(i)
		t.clause = s.open[len(s.open)-1]
		s.verb(i)
		return
	}
	if s.isMistaken(i) {
		t.tag = "VBN"
		head := i - 1
		if from := s.startOf(head); s.lower(from-1) == "by" && s.isNounAt(from-2) {
			head = from - 2 // "acts by parliament passed since"
		}
		s.push(i, clauseDefining, head)
		t.clause = s.open[len(s.open)-1]
		s.part(i, i)
	}
}

// opensBracket reports whether the participle at token i tells in brackets what was done to what stands before them, with its date: "a ship
// (refurbished in 2009)", "six guns (two ordered in 1987)".
func (s *splitter) opensBracket(i int) bool {
	c := s.top()
	if c.head < 0 || !s.isNounAt(c.head) || i > c.from+5 {
		return false
	}
	for j := c.from + 1; j < i; j++ {
		if t := &s.tokens[j]; t.phrase != 0 || t.isVerb() || t.tag == "IN" || t.is(relativiser) {
			return false
		}
	}
	for j := i + 1; j < len(s.tokens) && s.tokens[j].depth > 0; j++ {
		if t := &s.tokens[j]; t.phrase != 0 {
			return !t.isVerb()
		} else if t.lower == ";" || t.lower == "," {
			return false
		}
	}
	return false
}

// isMistaken reports whether the verb at token i, tagged as a past tense, is a participle that defines the noun before it: "demanded the repeal
// of all acts passed since 1763". The clause has its verb, and nothing joins another one.
func (s *splitter) isMistaken(i int) bool {
	t, c := &s.tokens[i], s.top()
	if t.tag != "VBD" || !strings.HasSuffix(t.lower, "ed") || t.is(intransitive) || !s.isNounAt(i-1) || s.isChained(i) || c.kind == clauseDefining || c.kind == clauseRelative || c.kind == clauseBracket {
		return false
	}
	if i+1 >= len(s.tokens) || s.tokens[i+1].phrase == 0 && s.tagAt(i+1) != "IN" {
		return false
	}
	last := c.parts[len(c.parts)-1]
	for j := last + 1; j < i; j++ {
		if u := &s.tokens[j]; u.depth == 0 && (u.phrase != 0 || u.lower == "," || u.lower == ";" || u.tag == "WRB" || u.tag == "WDT" || u.tag == "WP" || u.lower == "that" || u.is(conjunction) && u.name == 0 || u.isFinite()) {
			return false
		}
	}
	return !s.is(s.contentVerb(last), saying) && !s.is(last, saying) || s.is(last, auxiliary) && s.contentVerb(last) != last && !s.is(s.contentVerb(last), saying)
}

// isChained reports whether the verb at token i goes on with the predicate before it: behind a conjunction or an auxiliary.
func (s *splitter) isChained(i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch t := &s.tokens[j]; {
		case t.tag == "RB" || t.phrase != 0:
		case t.is(conjunction) || t.tag == "MD" || t.is(auxiliary):
			return true
		default:
			return false
		}
	}
	return false
}

// conjunction opens a clause at the conjunction at token i when what follows has a subject or a date of its own before its
// verb, or a predicate when it has but a verb.
func (s *splitter) conjunction(i int) {
	if s.verbsOf(s.open[len(s.open)-1]) == 0 && len(s.top().parts) == 0 {
		return
	}
	j := i + 1
	for j < len(s.tokens) && s.tokens[j].phrase == 0 && (s.tokens[j].tag == "RB" || s.tokens[j].lower == "then") {
		j++
	}
	if j >= len(s.tokens) {
		return
	}
	if t := &s.tokens[j]; t.is(auxiliary) && t.isFinite() && s.isReducedClause(s.top()) && len(s.clauses[s.top().parent].parts) > 0 {
		s.pop(i) // "consists of two rolls copied in 1510 and was sold": a participle goes on with participles
		s.part(j, i+1)
		return
	}
	if t := &s.tokens[j]; t.isFinite() || t.isVerb() && (t.tag == "VBN" || t.tag == "VBG") && len(s.top().parts) > 0 && s.sameForm(j) {
		s.part(j, i+1)
		return
	}
	subject, verb := s.ownClause(i + 1)
	switch {
	case subject:
		for len(s.open) > 1 && len(s.top().parts) == 0 {
			s.pop(i)
		}
		if k := s.top().kind; k == clauseAdverbial || k == clauseDefining || k == clauseRelative {
			for len(s.open) > 1 && s.top().kind != clauseMain && s.top().kind != clauseJoined && len(s.clauses[s.top().parent].parts) > 0 {
				s.pop(i)
			}
		}
		s.join(i)
	case verb >= 0:
		s.part(verb, i+1)
	}
}

// isReducedClause reports whether a clause has but participles for predicates: "the treaty signed in 1921".
func (s *splitter) isReducedClause(c *clause) bool {
	return c.kind == clauseDefining && c.parent >= 0 && len(c.parts) > 0 && c.parts[0] == c.from && s.tokens[c.from].tag == "VBN"
}

func (s *splitter) verbsOf(c int) int { return len(s.clauses[c].parts) }

// sameForm reports whether the participle at token i goes on with one of the same form: "was built … and destroyed".
func (s *splitter) sameForm(i int) bool {
	c := s.top()
	last := c.parts[len(c.parts)-1]
	for j := last; j < i; j++ {
		if s.tokens[j].tag == s.tokens[i].tag && s.tokens[j].isVerb() {
			return true
		}
	}
	return false
}

// ownClause reads on from token i to the next finite verb. It reports whether a subject stands before it; if none
// does but a date, the verb is that of another predicate of the same subject.
func (s *splitter) ownClause(i int) (subject bool, verb int) {
	from := s.next[i]
	if from >= len(s.tokens) {
		return false, -1
	}
	commas, dated, fronted := 0, false, false
	phrase, seen := false, false // a prepositional phrase in front, and its noun: "as a result offered"
	for j := i; j < from; j++ {
		t := &s.tokens[j]
		switch {
		case t.depth > 0:
		case t.phrase != 0:
			dated = true
			if !subject {
				fronted = true
			}
		case t.lower == ",":
			if commas++; commas > 2 || subject && !fronted {
				return false, -1
			}
			if fronted {
				subject = false // what stood before the comma was no subject
			}
			phrase = false
		case t.lower == ";", t.lower == "that" && subject, t.is(relativiser), s.opensAdverbial(j) && j > i:
			return false, -1
		case t.is(conjunction) && t.name == 0:
			if !subject || !s.isNounAt(j+1) && s.tagAt(j+1) != "DT" && s.tagAt(j+1) != "PRP$" && s.tagAt(j+1) != "JJ" {
				return false, -1
			}
		case t.tag == "TO" && !subject && (s.lower(j-1) == "according" || s.lower(j-1) == "due" || s.lower(j-1) == "thanks"):
			phrase, seen = true, false
		case phrase && t.isNoun():
			seen = true
		case phrase && !seen:
		case t.tag == "IN" && !subject:
			phrase, seen = true, false
		case t.isSubject() || t.tag == "DT" || t.tag == "PRP$":
			subject, phrase = true, false
		case t.tag == "TO" && !subject:
			return false, -1
		}
	}
	if subject {
		return true, -1
	}
	if dated || seen {
		return false, from
	}
	return false, -1
}

// isRelative reports whether a relative clause opens at token i.
func (s *splitter) isRelative(i int) bool {
	t := &s.tokens[i]
	if s.next[i] >= len(s.tokens) || t.name != 0 {
		return false
	}
	switch t.lower {
	case "which", "who", "whom", "whose":
		return true
	case "where", "when":
		return s.lower(i-1) == "," && t.tag != "IN" && len(s.top().parts) > 0
	case "that":
		if s.isNounAt(i-1) && len(s.top().parts) == 0 && s.hasVerbOfItsOwn(i) {
			return true // "the cannons that the patriots had captured were …"
		}
		return s.isNounAt(i-1) && (s.tokens[min(i+1, len(s.tokens)-1)].isFinite() || s.tagAt(i+1) == "RB" && i+2 < len(s.tokens) && s.tokens[i+2].isFinite())
	}
	return false
}

// isReduced reports whether token i is a participle that defines the noun before it: "the treaty signed in 1921".
func (s *splitter) isReduced(i int) bool {
	t := &s.tokens[i]
	return t.tag == "VBN" && t.isVerb() && s.isNounAt(i-1) && !s.afterAuxiliary(i) && (s.tagAt(i+1) == "IN" || s.is(i+1, particle) && s.lower(i+2) == "by" || i+1 < len(s.tokens) && s.tokens[i+1].phrase != 0 || s.tagAt(i+1) == "TO") && s.top().kind != clauseDefining
}

// isApposed reports whether token i, behind a comma, is a participle that tells of the noun before the comma: "the constitution, adopted in
// 2010, …". At the end of a sentence, behind a place that somebody went to, it tells of the subject.
func (s *splitter) isApposed(i int) bool {
	t0 := &s.tokens[i]
	if t0.tag != "VBN" || !t0.isVerb() || s.afterAuxiliary(i) || s.tagAt(i+1) != "IN" && s.tagAt(i+1) != "TO" && !(i+1 < len(s.tokens) && s.tokens[i+1].phrase != 0) {
		return false
	}
	head := s.headBefore(i)
	if head < 0 || s.tokens[head].depth > 0 || s.top().kind == clauseAdverbial && len(s.top().parts) == 0 {
		return false
	}
	for j := head; j >= s.top().from; j-- {
		switch t := &s.tokens[j]; {
		case t.isVerb() || t.isFinite():
			return t0.is(making) || s.commaBefore(i, len(s.tokens)) && !s.is(s.startOf(head)-1, placing) || s.tokens[j].tag == "VBG" && s.lower(j) == "including"
		case t.tag == "IN" && t.lower != "of" && t.name == 0 && j <= s.top().from+1:
			return false // what is in front of the subject
		}
	}
	return true
}

// shownHead is the last token of the noun phrase that a participle at the end of a sentence without a finite verb, as captions are, tells of: in "The mausoleum in
// Rome, built in 1920" it is not the place behind the preposition.
func (s *splitter) shownHead(head int) int {
	if head < 0 || s.next[0] < len(s.tokens) || s.tokens[head].name == 0 {
		return head
	}
	switch s.names[s.tokens[head].name-1].Kind {
	case sinosoviet.KindGPE, sinosoviet.KindLoc:
		from := s.startOf(head)
		for s.tagAt(from-1) == "JJ" || s.tagAt(from-1) == "DT" {
			from--
		}
		if s.is(from-1, placing) && s.isNounAt(from-2) {
			return from - 2
		}
	}
	return head
}

// whoseHead is the last token of the noun phrase that a relative clause at token i is about. "Who" is about somebody: not about the place where they
// are, and rather about a person than about the apposition that tells who that is.
func (s *splitter) whoseHead(i int) int {
	head := s.headBefore(i)
	if from := s.startOf(max(head, 0)); s.lower(i) == "that" && head == i-1 && s.tokens[head].name > 0 && s.tagAt(from-1) == "IN" && (s.isNounAt(from-2) || s.tagAt(from-2) == "JJ" && s.tagAt(from-3) == "DT") && s.tokens[from-2].depth == 0 {
		return from - 2 // a name needs no telling which one it is: "the army in Norway that succeeded"
	}
	if head < 0 || s.lower(i) != "who" {
		return head
	}
	if n := s.tokens[head].name; n > 0 {
		switch from := s.startOf(head); s.names[n-1].Kind {
		case sinosoviet.KindGPE, sinosoviet.KindLoc, sinosoviet.KindFac:
			if s.is(from-1, placing) && s.isNounAt(from-2) && s.tokens[from-2].depth == 0 {
				head = from - 2 // "his wife in Ohio, who"
			}
		}
	}
	if s.lower(i-1) != "," {
		return head
	}
	if words := s.nounPhrase(head); len(words) > 1 && words[0] > 1 && s.tokens[words[0]].tag == "DT" && s.lower(words[0]-1) == "," {
		if n := s.tokens[words[0]-2].name; n > 0 && s.names[n-1].Kind == sinosoviet.KindPerson {
			return words[0] - 2 // "Fuad, the last king of Egypt, who"
		}
	}
	return head
}

// headBefore is the last token of the noun phrase before token i, or -1.
func (s *splitter) headBefore(i int) int {
	for i--; i >= 0; i-- {
		if t := &s.tokens[i]; t.depth == 0 && t.isNoun() {
			return i
		} else if t.depth == 0 && t.phrase == 0 && t.lower != "," && t.tag != "IN" {
			return -1
		}
	}
	return -1
}

// opensAdverbial reports whether an adverbial clause opens at token i: a subordinator with a verb of its own. At
// the start of a sentence a participle is verb enough.
func (s *splitter) opensAdverbial(i int) bool {
	if i >= len(s.tokens) {
		return false
	}
	t := &s.tokens[i]
	if i == 0 && t.tag == "VBG" && t.is(leading) && i+1 < len(s.tokens) && s.tokens[i+1].phrase != 0 {
		return false // "Starting in 1890, …" is no more than a date
	}
	if !t.is(subordinator) || t.phrase != 0 || t.name != 0 || i+1 < len(s.tokens) && s.tokens[i+1].phrase != 0 && t.lower != "when" {
		return i == 0 && (t.tag == "VBG" || t.tag == "VBN") && t.isVerb() && s.commaBefore(0, s.next[0])
	}
	if i == 0 && (s.tagAt(1) == "VBG" || s.tagAt(1) == "VBN") && s.tokens[1].isVerb() {
		return s.commaBefore(0, s.next[0])
	}
	if t.lower == "before" && i > 0 && s.tagAt(i+1) == "VBG" && s.tokens[i+1].isVerb() && s.verbsOf(s.open[len(s.open)-1]) > 0 {
		return true // "went through changes before becoming a province"
	}
	switch t.lower {
	case "upon", "by", "in", "following":
		return false
	case "as":
		if s.lower(i+1) == "a" && (s.lower(i+2) == "result" || s.lower(i+2) == "consequence" || s.lower(i+2) == "whole" || s.lower(i+2) == "reward") {
			return false
		}
		return s.hasVerbOfItsOwn(i) && !s.leavesNoVerb(i)
	}
	return s.next[i] < len(s.tokens) && s.hasVerbOfItsOwn(i)
}

// leavesNoVerb reports whether an "as" at token i, inside the subject of a main clause, would take the only verb of that: "Laws allowing towns to
// register as cities did not come about".
func (s *splitter) leavesNoVerb(i int) bool {
	c := s.top()
	if i == 0 || c.from == i || len(c.parts) > 0 || c.kind != clauseMain && c.kind != clauseJoined || s.lower(i-1) == "," {
		return false
	}
	subject := false
	for j := c.from; j < i; j++ {
		subject = subject || s.tokens[j].isSubject()
	}
	for j := s.next[i] + 1; j < len(s.tokens); j++ {
		t := &s.tokens[j]
		if t.lower == "," || t.lower == ";" || t.is(conjunction) && t.name == 0 {
			break
		}
		if t.isFinite() && t.depth == 0 {
			return false
		}
	}
	return subject
}

// hasVerbOfItsOwn reports whether a finite verb follows token i before the next comma or conjunction that no subject stands before.
func (s *splitter) hasVerbOfItsOwn(i int) bool {
	v := s.next[i]
	if v >= len(s.tokens) {
		return false
	}
	subject := false
	for j := i + 1; j < v; j++ {
		t := &s.tokens[j]
		switch {
		case t.depth > 0 || t.phrase != 0:
		case t.lower == "," || t.lower == ";" || t.is(relativiser):
			return false
		case t.isSubject(), t.tag == "JJ" && j+1 == v && t.name == 0: // "until statehood took effect": a noun that looks like an adjective
			subject = true
		}
	}
	return subject
}

func (s *splitter) commaBefore(i, end int) bool {
	for ; i < end && i < len(s.tokens); i++ {
		if s.tokens[i].lower == "," && s.tokens[i].depth == 0 && s.tokens[i].phrase == 0 {
			return true
		}
	}
	return false
}

// continues reports whether token i wants what follows it: "such" as, "as well" as, "so long" as.
func (s *splitter) continues(i int) bool {
	switch s.lower(i) {
	case "such", "well", "as", "so", "known", "long", "far", "soon", "same", "even", "regarded", "just":
		return s.lower(i+1) == "as"
	}
	return false
}
