package extract

import "github.com/sinosoviet/sinosoviet"

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
	if i > 0 && t.lower == "as" && len(s.open) == 1 && len(s.clauses) == 1 && len(s.top().parts) == 0 && s.isNounAt(i-1) && s.next[i] < len(s.tokens) && s.next[s.next[i]+1] == len(s.tokens) {
		return false // "Her first success as a writer came in 1943": the only verb is that of the sentence
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
