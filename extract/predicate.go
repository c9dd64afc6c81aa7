package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// predicate is what happened at one date: a phrase and the words it governs.
type predicate struct {
	phrase  temporal.Phrase
	clause  int    // index into view.clauses
	part    int    // which of the clause's predicates, or -1 when it has none
	verb    int    // token of the verb nearest to the date, or -1
	gap     [2]int // tokens of what takes the place of subject or object behind a conjunction: "and Delaware on 12 February"
	subject bool   // whether the gap holds a subject
	end     int    // token behind it, where another date's share begins; 0: where its clause ends
	noun    int    // nominal events: token of the noun that names what happened, else -1
	span    [2]int // tokens of the noun phrase that a date inside an adverbial dates: "the publication of the book"
	aside   [2]int // tokens of a happening that only tells when: "After the partition by the king in 1387"
	person  int    // of a list "Brezhnev (in 1982), Andropov (1984)": token of the one meant, else -1
}

// predicates pairs each dated phrase with what it dates. Two phrases with the same date that govern the
// same clause are one. The list is good until the next call.
func (v *view) predicates() []predicate {
	out := v.scratch.found[:0]
	skip := -1
	for i := range v.phrases {
		at := v.tokenAt(v.phrases[i].TextSpan.Start)
		if i == skip || at < 0 || !v.dates(&v.phrases[i], at) {
			continue
		}
		p := v.phrases[i]
		if both, ok := v.joined(p, i+1); ok {
			p, skip = both, i+1
		}
		p = v.relation(p, at)
		if n := len(out); n > 0 && v.closesRange(&out[n-1], &p, at) {
			continue
		}
		pr := v.govern(&p, at)
		noun, span, ok := v.coordinated(&pr, at)
		if !ok && len(out) > 0 {
			noun, span, ok = v.alsoBounded(out[max(0, len(out)-2):], &pr, at)
		}
		if ok {
			pr.noun, pr.span = noun, span
			out = append(out, pr)
			continue
		}
		if noun, span, ok := v.accompanied(&pr, at); ok {
			n := pr
			if n.noun, n.span = noun, span; !v.repeats(out, &n, i) {
				out = append(out, n)
				continue
			}
		}
		if v.isNamedByYear(&pr, at) {
			continue
		}
		if inner, main, ok := v.bounded(&pr, at); ok && !v.repeats(out, &inner, i) {
			if out = append(out, inner); main.verb >= 0 && !v.repeats(nil, &main, i) {
				out = append(out, main)
			}
			continue
		}
		if pr.verb < 0 && pr.noun < 0 || v.isReference(&pr, at) || v.repeats(out, &pr, i) || v.isTimeOfDay(&pr) {
			continue
		}
		main, both := v.consequent(&pr)
		if main.phrase.Relation != "" && !both {
			pr = main
		}
		if n := len(out); n > 0 {
			v.gapping(&out[n-1], &pr, i)
		}
		out = append(out, pr)
		if both {
			out = append(out, main)
		}
		if w, ok := v.whenBehind(&p); ok && !v.onlyOccurs(&pr) && !v.repeats(out, &w, i) {
			out = append(out, w)
		} else if w, ok := v.whichBehind(&pr); ok && !v.repeats(out, &w, i) {
			out = append(out, w)
		}
		if w, ok := v.withBehind(&pr); ok {
			out = append(out, w)
		}
	}
	v.scratch.found = v.shared(out)
	return v.scratch.found
}

// tokenAt is the first token that ends behind the text offset, or -1.
func (v *view) tokenAt(offset int) int {
	from, to := 0, len(v.tokens)
	for from < to {
		if i := (from + to) / 2; v.tokens[i].end <= offset {
			from = i + 1
		} else {
			to = i
		}
	}
	if from == len(v.tokens) {
		return -1
	}
	return from
}

// after is the first token behind the words of a phrase.
func (v *view) after(p sinosoviet.Span) int {
	i := v.tokenAt(p.Start)
	for i < len(v.tokens) && v.tokens[i].start < p.End {
		i++
	}
	return i
}

// isAttribute reports whether the phrase at token i stands before the noun it belongs to: "the sensational 1972 visit".
func (v *view) isAttribute(p *temporal.Phrase, i int) bool {
	if v.tokens[i].tag == "IN" || v.tokens[i].start != p.TextSpan.Start {
		return false
	}
	next := v.after(p.TextSpan)
	if next >= len(v.tokens) || !v.tokens[next].isNoun() && v.tokens[next].tag != "JJ" {
		return false
	}
	if p.Attribute {
		return true
	}
	before := v.tagAt(i - 1)
	return before == "JJ" || before == "DT" || before == "PRP$" || before == "POS"
}

// govern finds what the phrase at token i dates.
func (v *view) govern(p *temporal.Phrase, i int) predicate {
	if p.Event.Start >= p.TextSpan.End { // "two days after they had left": the clause behind it
		if e := v.tokenAt(p.Event.Start); e >= 0 {
			i = e
		}
	}
	pr := predicate{phrase: *p, clause: v.tokens[i].clause, part: -1, verb: -1, noun: -1, person: -1}
	c := &v.clauses[pr.clause]
	at := i
	if c.kind == clauseBracket && len(c.parts) == 0 { // "created the state of Manchukuo (1932)"
		at = c.from
		if at > 0 {
			pr.clause = v.tokens[at-1].clause
			c = &v.clauses[pr.clause]
		}
		if person := at - 1; person >= 0 && v.isLone(v.clauseOfToken(i), p) && v.tokens[person].name > 0 && v.names[v.tokens[person].name-1].Kind == sinosoviet.KindPerson {
			if noun := v.listHead(person, pr.clause); noun >= 0 {
				pr.person, pr.noun = person, noun
				return pr
			}
		}
	}
	if c.kind == clauseAdverbial && c.from == 0 && c.parent >= 0 && len(v.clauses[c.parent].parts) > 0 && (v.opensMain(p, i) || v.onlyBegins(c, i)) {
		pr.clause = c.parent
		c = &v.clauses[pr.clause]
	}
	for k := range c.parts {
		if k == 0 || c.opens[k] <= at {
			pr.part = k
		}
	}
	if pr.part >= 0 {
		pr.verb = c.parts[pr.part]
	}
	pr.clause, pr.part, pr.verb = v.cleft(&pr)
	if pr.phrase.Attribute = v.isAttribute(p, i); pr.phrase.Attribute {
		pr.noun = v.nounFrom(v.after(p.TextSpan))
	} else if pr.verb < 0 {
		if pr.verb = v.participle(pr.clause); pr.verb < 0 {
			pr.noun = v.nounNear(p)
		}
	} else if at < pr.verb && v.lower(at-1) == "of" || at < pr.verb && v.insideSubject(at, c) {
		pr.noun = v.nounBefore(at)
	}
	return pr
}

// onlyBegins reports whether a clause in front says no more than since when the clause outside holds: "Beginning in 1913, schools were built".
func (v *view) onlyBegins(c *clause, i int) bool {
	if len(c.parts) != 1 || c.parts[0] != 0 || i != 1 {
		return false
	}
	w := v.lower(0)
	return w == "beginning" || w == "starting" || w == "commencing"
}

// opensMain reports whether the phrase at token i stands between commas behind an adverbial clause, before the clause outside: "After describing the dust,
// six hours after the landing, he stepped off". The comma before it may stand inside a quotation.
func (v *view) opensMain(p *temporal.Phrase, i int) bool {
	if v.lower(v.after(p.TextSpan)) != "," {
		return false
	}
	before := v.lower(i - 1)
	return before == "," || (isQuote(before) || before == "“") && v.lower(i-2) == "," || strings.HasSuffix(before, ",\"")
}

// participle is the first verb form of a clause without a finite verb, as captions have: "visiting Moscow, 1949". It is -1 when there is none.
func (v *view) participle(clause int) int {
	for i := range v.tokens {
		if t := &v.tokens[i]; t.isVerb() && t.depth == 0 && v.belongs(i, clause) {
			return i
		}
	}
	return -1
}

func (v *view) clauseOfToken(i int) *clause { return &v.clauses[v.tokens[i].clause] }

// insideSubject reports whether token i stands inside the noun phrase that is the subject of clause c, not before it.
func (v *view) insideSubject(i int, c *clause) bool {
	if p := v.tokens[i].phrase; p > 0 && v.tagAt(c.from) == "IN" && v.tokens[c.from].name == 0 && v.lower(v.after(v.phrases[p-1].TextSpan)) == "," {
		return false // "While at the university in 1933, he": all of it is in front
	}
	for j := c.from; j < i; j++ {
		if t := &v.tokens[j]; t.depth == 0 && t.isNoun() && !(t.is(unit) && t.name == 0) {
			for ; j < i; j++ {
				if v.tokens[j].lower == "," {
					return false
				}
			}
			return true
		}
	}
	return false
}

// listHead is the noun of happening that governs a list of persons: "the deaths of A (1982), B (1984)". It is -1 when there is none.
func (v *view) listHead(person, clause int) int {
	for i := person - 1; i >= 0; i-- {
		t := &v.tokens[i]
		if t.clause == clause && v.lower(i+1) == "of" && t.is(happening) {
			return i
		}
		if t.isFinite() && t.depth == 0 {
			return -1
		}
	}
	return -1
}

// nounFrom is the head of the noun phrase that begins at token i, or -1.
func (v *view) nounFrom(i int) int {
	last := -1
	for ; i < len(v.tokens); i++ {
		t := &v.tokens[i]
		switch {
		case t.isNoun():
			last = i
		case strings.HasPrefix(t.tag, "JJ") || t.tag == "CD" || t.tag == "POS" || t.tag == "VBN" && last < 0 || t.tag == "VBG" && last < 0 || t.lower == "-" || last < 0 && isQuote(t.text) || t.tag == "``":
		default:
			return last
		}
	}
	return last
}

// nounBefore is the last noun before token i that is not behind an "of", or -1.
func (v *view) nounBefore(i int) int {
	for i--; i >= 0; i-- {
		if t := &v.tokens[i]; t.isNoun() && t.depth == 0 {
			return v.headOf(i)
		}
	}
	return -1
}

// headOf is the happening that the noun at token i belongs to: of "the conquest of the island", the conquest. Without one it is i.
func (v *view) headOf(i int) int {
	for j := i; j >= 0 && v.tokens[j].clause == v.tokens[i].clause; j-- {
		switch t := &v.tokens[j]; {
		case t.name == 0 && t.isNoun() && t.is(happening):
			return j
		case t.phrase != 0 || t.lower == "," || t.isFinite() || t.isVerb() && t.tag != "VB":
			return i
		}
	}
	return i
}

// nounNear is the noun of happening nearest to the phrase, or the nearest noun, or -1.
func (v *view) nounNear(p *temporal.Phrase) int {
	from, to := v.tokenAt(p.TextSpan.Start), v.after(p.TextSpan)
	first, near := -1, -1
	for i := range v.tokens {
		t := &v.tokens[i]
		if !t.isNoun() {
			continue
		}
		if t.is(happening) && first < 0 {
			first = i
		}
		if i < from || near < 0 && i >= to {
			near = i
		}
	}
	if first >= 0 {
		return first
	}
	return near
}
