package extract

import "strings"

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
	if c.kind == clauseBracket && len(c.parts) == 0 && t.depth == 1 && s.isDone(i) {
		t.tag = "VBN" // the tagger takes some for adjectives
		s.part(i, i)
		return
	}
	if c.kind == clauseBracket && t.isVerb() && s.opensBracket(i) {
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

// isDone reports whether the participle at token i tells in brackets what was done to what stands before them, with its date: "a ship
// (second class, refurbished in 2009)", "six guns (two ordered in 1987)".
func (s *splitter) isDone(i int) bool {
	c, t := s.top(), &s.tokens[i]
	if !(t.tag == "VBN" && t.isVerb() || t.tag == "JJ" && i == c.from+1 && strings.HasSuffix(t.lower, "ed") && t.name == 0) || t.lower == "born" || t.is(dating) || c.head < 0 || !s.isNounAt(c.head) || i > c.from+5 {
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

// opensBracket reports whether the verb at token i tells in a bracket of the noun before it, "the society (founded in 1660)", or of one in it, "(the first being in
// 1988)". When somebody was born or died there is said of persons only by the way.
func (s *splitter) opensBracket(i int) bool {
	c, t := s.top(), &s.tokens[i]
	switch t.lower {
	case "born", "died", "reigned", "ruled", "aged":
		return false
	case "being":
		return len(c.parts) == 0 && s.isNounAt(i-1) || s.tagAt(i-1) == "JJ"
	}
	if t.tag != "VBN" && t.tag != "VBD" || i+1 >= len(s.tokens) || s.tokens[i+1].phrase == 0 && s.tagAt(i+1) != "IN" {
		return false
	}
	return len(c.parts) == 0 && i == c.from+1 && s.isNounAt(c.head) || len(c.parts) > 0 && s.lower(i-1) == ","
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
		if u := &s.tokens[j]; u.depth == 0 && (u.phrase != 0 || u.lower == "," && !t.is(making) || u.lower == ";" || u.tag == "WRB" || u.tag == "WDT" || u.tag == "WP" || u.lower == "that" || u.is(conjunction) && u.name == 0 || u.isFinite()) {
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
	for j < len(s.tokens) && s.tokens[j].phrase == 0 && (s.tokens[j].tag == "RB" || s.tokens[j].tag == "RBR" || s.tokens[j].lower == "then") {
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
