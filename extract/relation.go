package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// shared adds the clauses that are joined to one with a date in front and have a subject and a past tense of their own, but no date: "On
// 20 March the minister resigned and his government was replaced".
func (v *view) shared(out []predicate) []predicate {
	for n := range len(out) {
		p := &out[n]
		if p.part != 0 || p.verb < 0 || p.phrase.Attribute || p.person >= 0 || p.phrase.Relation != sinosoviet.RelationOn && p.phrase.Relation != sinosoviet.RelationIn {
			continue
		}
		first, fronted := &v.clauses[p.clause], p.phrase.TextSpan.Start < v.tokens[p.verb].start
		if first.kind != clauseMain && first.kind != clauseJoined || fronted && v.insideSubject(v.tokenAt(p.phrase.TextSpan.Start), first) {
			continue
		}
		for k := p.clause + 1; k < len(v.clauses); k++ {
			c := &v.clauses[k]
			if c.kind != clauseJoined || c.parent != p.clause || len(c.parts) == 0 || !v.tells(k) || !(fronted && v.is(c.from, conjunction) || v.isPrompt(c)) {
				continue
			}
			q := *p
			q.clause, q.part, q.verb, q.noun, q.end, q.gap = k, 0, c.parts[0], -1, 0, [2]int{}
			q.phrase.Basis, q.phrase.Rule = sinosoviet.BasisResolved, "joined-clause"
			out = append(out, q)
			break
		}
	}
	return out
}

// isDetermined reports whether a subject is somebody or something in particular: a name, a pronoun, or a noun with its article.
func (v *view) isDetermined(words []int) bool {
	for _, i := range words {
		if t := &v.tokens[i]; t.name != 0 || t.tag == "PRP" || t.tag == "DT" || t.tag == "PRP$" {
			return true
		}
	}
	return false
}

// isPrompt reports whether the verb of a clause has an adverb before it that says it follows at once: "quickly put an end to the crisis".
func (v *view) isPrompt(c *clause) bool {
	switch v.lower(c.parts[0] - 1) {
	case "quickly", "swiftly", "immediately", "promptly", "instantly":
		return true
	}
	return false
}

// tells reports whether a clause tells something in the past tense, without a date, and goes on about nobody spoken of by a mere pronoun.
func (v *view) tells(clause int) bool {
	c := &v.clauses[clause]
	if v.tokens[c.parts[0]].tag != "VBD" {
		return false
	}
	for i := range v.tokens {
		if v.tokens[i].phrase != 0 && v.belongs(i, clause) {
			return false
		}
	}
	subject := v.subjectWords(clause, c.from, c.parts[0])
	return len(subject) > 0 && v.tokens[subject[0]].tag != "PRP" && v.tokens[subject[0]].tag != "EX"
}

// consequent is the predicate of the clause that an adverbial clause with a date belongs to, when its conjunction tells how it lies to that
// date: "held the city until peace was made in 1783" was until 1783; of "After A defeated B in 1949, C ended its support", both happened.
func (v *view) consequent(p *predicate) (main predicate, both bool) {
	c := &v.clauses[p.clause]
	if c.kind != clauseAdverbial || c.parent < 0 || len(v.clauses[c.parent].parts) == 0 || p.part != 0 && (p.part < 0 || v.tokens[c.parts[p.part]].tag != "VBG" && v.hasDate(c.from, c.opens[p.part])) || p.person >= 0 {
		return predicate{}, false
	}
	for i := range v.phrases { // the clause outside has a date of its own
		if at := v.tokenAt(v.phrases[i].TextSpan.Start); at >= 0 && v.tokens[at].clause == c.parent && !v.phrases[i].EDTF.IsZero() {
			return predicate{}, false
		}
	}
	host := &v.clauses[c.parent]
	main = *p
	main.clause, main.part, main.noun = c.parent, 0, -1
	for k := range host.parts {
		if host.opens[k] <= c.from {
			main.part = k
		}
	}
	main.verb = host.parts[main.part]
	start, end, ok := strings.Cut(p.phrase.When.String(), "/")
	if !ok {
		end = start
	}
	switch v.lower(c.from) {
	case "until", "till":
		main.phrase.Relation, main.phrase.EDTF = sinosoviet.RelationUntil, interval("..", end)
		both = v.tokens[c.parts[0]].tag == "VBD" && v.isDeed(c.parts[0]) && (!v.tokens[c.parts[0]].is(auxiliary) || v.isDetermined(v.subject(p.clause, 0))) && (p.phrase.Relation == sinosoviet.RelationIn || p.phrase.Relation == sinosoviet.RelationOn)
	case "after", "once":
		lasted := p.phrase.Relation == sinosoviet.RelationDuring && ok
		if lasted { // "after he had served from 1838 to 1840", "after serving from 1838 to 1840"
			start = end
		}
		if !v.tokens[p.verb].isFinite() && !(lasted && v.tells(c.parent)) {
			return predicate{}, false
		}
		main.phrase.Relation, main.phrase.EDTF, main.phrase.Basis = sinosoviet.RelationAfter, interval(start, ".."), sinosoviet.BasisResolved
		both = true
	case "before":
		main.phrase.Relation, main.phrase.EDTF, main.phrase.Basis = sinosoviet.RelationBefore, interval("..", end), sinosoviet.BasisResolved
		main.phrase.Rule, both = "before-clause", true
		if p.phrase.Relation != sinosoviet.RelationIn && p.phrase.Relation != sinosoviet.RelationOn {
			return predicate{}, false
		}
	case "since":
		if have := v.lower(main.verb); have != "has" && have != "have" || p.phrase.Relation != sinosoviet.RelationIn && p.phrase.Relation != sinosoviet.RelationOn {
			return predicate{}, false
		}
		main.phrase.Relation, main.phrase.EDTF, main.phrase.Basis = sinosoviet.RelationSince, interval(start, ".."), sinosoviet.BasisResolved
		main.phrase.Rule, both = "since-clause", true
	case "when":
		behind := c.from > host.parts[main.part] // "resigned when the king died in 1830"
		if behind && (v.tokens[main.verb].tag != "VBD" || v.lower(main.verb) == "had" || !v.isDeed(main.verb)) || !behind && !v.tells(c.parent) || !v.tokens[p.verb].isFinite() || p.phrase.Relation != sinosoviet.RelationOn && p.phrase.Relation != sinosoviet.RelationIn {
			return predicate{}, false
		}
		main.phrase.Basis, main.phrase.Rule = sinosoviet.BasisResolved, "when-clause"
		return main, true
	}
	if main.phrase.EDTF.IsZero() || main.phrase.Relation == p.phrase.Relation {
		return predicate{}, false
	}
	return main, both
}

// whenBehind is the predicate of a when-clause that follows the date it explains: "survived until 24 AD, when the rest was annexed".
func (v *view) whenBehind(p *temporal.Phrase) (predicate, bool) {
	at := v.after(p.TextSpan)
	if v.lower(at) == "," {
		at++
	}
	if at < len(v.tokens) && v.tokens[at].phrase != 0 { // "in August 1971, four years before it was free, when the envoys came"
		if q := &v.phrases[v.tokens[at].phrase-1]; q.Event.Start >= q.TextSpan.End {
			for at < len(v.tokens) && v.tokens[at].start < q.Event.End {
				at++
			}
			if v.lower(at) == "," {
				at++
			}
		}
	}
	when := p.When
	if p.IsRange() { // "was the capital from 1819 to 1820, when it was moved": at the end of it
		when = edtf.Date{}
		if _, end, ok := strings.Cut(p.When.String(), "/"); ok && (p.Relation == sinosoviet.RelationDuring || p.Relation == sinosoviet.RelationBetween) {
			when, _ = edtf.Parse(end)
		}
	}
	if v.lower(at) != "when" || when.IsZero() || v.tokens[at].depth > 0 {
		return predicate{}, false
	}
	for k := range v.clauses {
		c := &v.clauses[k]
		if c.from != at || len(c.parts) == 0 || v.tokens[c.parts[0]].tag != "VBD" {
			continue
		}
		for i := at; i < len(v.tokens); i++ {
			if v.tokens[i].phrase != 0 && v.belongs(i, k) && !v.phrases[v.tokens[i].phrase-1].EDTF.IsZero() {
				return predicate{}, false
			}
		}
		q := *p
		q.When = when
		q.EDTF, q.Relation, q.Basis, q.Rule = q.When, sinosoviet.RelationIn, sinosoviet.BasisResolved, "when-clause"
		if isDay(q.When) {
			q.Relation = sinosoviet.RelationOn
		}
		return predicate{phrase: q, clause: k, verb: c.parts[0], noun: -1, person: -1}, true
	}
	return predicate{}, false
}

// whichBehind is the predicate of a clause that tells what happened at the date before it, or at the happening that has it: "captured the town in 1738, at
// which point the prince was freed", "the August 2012 elections, in which a party won most seats".
func (v *view) whichBehind(p *predicate) (predicate, bool) {
	at := v.after(p.phrase.TextSpan)
	for k := range v.clauses {
		c := &v.clauses[k]
		if (c.kind != clauseRelative && c.kind != clauseDefining) || v.lower(c.from) != "which" || len(c.parts) == 0 || v.tokens[c.parts[0]].tag != "VBD" || c.from < at {
			continue
		}
		switch v.lower(c.from - 1) {
		case "at":
			if w := v.lower(c.from + 1); w != "point" && w != "time" || c.from > at+25 {
				continue
			}
		case "in", "during":
			if c.head < 0 || !v.tokens[c.head].is(happening) || c.head != p.noun && !(p.phrase.Attribute && c.head < at+4 && c.head >= at) && !(c.from <= at+3 && v.lower(c.from-2) == "," && p.noun < 0 && v.is(v.tokenAt(p.phrase.TextSpan.Start)-1, happening)) {
				continue
			}
		default:
			continue
		}
		if v.hasDate(c.from, v.endOfClause(k)) || p.phrase.IsRange() || p.phrase.Relation != sinosoviet.RelationIn && p.phrase.Relation != sinosoviet.RelationOn {
			return predicate{}, false
		}
		q := *p
		q.clause, q.part, q.verb, q.noun, q.end, q.gap, q.span = k, 0, c.parts[0], -1, 0, [2]int{}, [2]int{}
		q.phrase.Attribute, q.phrase.Basis, q.phrase.Rule = false, sinosoviet.BasisResolved, "which-clause"
		return q, true
	}
	return predicate{}, false
}

// hasDate reports whether a dated phrase begins or goes on in tokens [from, to).
func (v *view) hasDate(from, to int) bool {
	for i := from; i < to; i++ {
		if n := v.tokens[i].phrase; n != 0 && !v.phrases[n-1].EDTF.IsZero() {
			return true
		}
	}
	return false
}

// withBehind is the predicate of somebody else's deed that goes with a dated one: "declared independence on 11 November, with Otto Berger becoming president".
func (v *view) withBehind(p *predicate) (predicate, bool) {
	at := v.after(p.phrase.TextSpan)
	if at < p.verb { // the date stands in front
		for at = p.verb; at < len(v.tokens) && !(v.lower(at) == "," && v.lower(at+1) == "with" && v.belongs(at, p.clause)); at++ {
			if v.tokens[at].phrase != 0 {
				return predicate{}, false
			}
		}
	}
	if p.verb < 0 || p.noun >= 0 || p.part < 0 || v.lower(at) != "," || v.lower(at+1) != "with" || p.phrase.Relation != sinosoviet.RelationIn && p.phrase.Relation != sinosoviet.RelationOn || v.tokens[at].depth > 0 {
		return predicate{}, false
	}
	deed, end := -1, at+2
	if v.tagAt(end) == "DT" {
		end++
	}
	if end >= len(v.tokens) || v.tokens[end].name == 0 {
		return predicate{}, false
	}
	switch v.names[v.tokens[end].name-1].Kind {
	case sinosoviet.KindPerson, sinosoviet.KindOrg, sinosoviet.KindGPE:
	default:
		return predicate{}, false
	}
	for ; end < len(v.tokens); end++ {
		t := &v.tokens[end]
		if t.depth == 0 && (t.lower == "," || t.lower == ";" || t.lower == ".") {
			break
		}
		if t.phrase != 0 || t.isFinite() && deed < 0 {
			return predicate{}, false
		}
		if deed < 0 && t.tag == "VBG" && t.isVerb() && !t.is(listing) {
			deed = end
		} else if deed < 0 && (t.tag == "IN" || t.isVerb()) && t.name == 0 {
			return predicate{}, false
		}
	}
	if deed < 0 {
		return predicate{}, false
	}
	q := *p
	q.noun, q.span, q.end, q.gap = deed, [2]int{at + 2, end}, 0, [2]int{}
	q.phrase.Basis, q.phrase.Rule = sinosoviet.BasisResolved, "with-clause"
	return q, true
}

// endOfClause is the token behind the last one of a clause.
func (v *view) endOfClause(clause int) int {
	if end := v.clauses[clause].boundary; end > 0 {
		return end
	}
	return len(v.tokens)
}

// onlyOccurs reports whether a predicate says no more than that something happened, so that a when-clause behind it tells the same event:
// "One success took place in 1782, when a force captured the island".
func (v *view) onlyOccurs(p *predicate) bool {
	if p.verb < 0 {
		return false
	}
	switch v.lower(p.verb) {
	case "occurred", "happened":
		return true
	}
	return v.lower(p.verb) == "took" && v.lower(p.verb+1) == "place"
}

// interval is the EDTF interval from start to end, zero when there is none.
func interval(start, end string) edtf.Date {
	e, err := edtf.Parse(start + "/" + end)
	if err != nil {
		return edtf.Date{}
	}
	return e
}

// closesRange ends the open range of the predicate before with the phrase at token i: "from March 1861 until his death in April 1865".
func (v *view) closesRange(before *predicate, p *temporal.Phrase, i int) bool {
	if before.phrase.Relation != sinosoviet.RelationSince || before.clause != v.tokens[i].clause {
		return false
	}
	from := v.after(before.phrase.TextSpan)
	switch w := v.lower(from); {
	case w == "until" || w == "till" || w == "to":
	case w == "and" && v.is(from+1, enduring): // "starting in the 1890s and lasting to the 1910s"
		from += 2
	default:
		return false
	}
	for j := from; j < i; j++ {
		if t := &v.tokens[j]; t.isVerb() || t.isFinite() || t.lower == "," {
			return false
		}
	}
	start, _, _ := strings.Cut(before.phrase.When.String(), "/")
	end := p.When.String()
	if _, e, ok := strings.Cut(end, "/"); ok {
		end = e
	}
	whole := interval(start, end)
	if whole.IsZero() {
		return false
	}
	before.phrase.When, before.phrase.EDTF, before.phrase.Relation = whole, whole, sinosoviet.RelationDuring
	return true
}

// gapping finds what a predicate that leaves out its verb puts in place of subject or object: "Georgia signed on 24 July, New Jersey on
// 26 November", "capturing Fort St. Jean on 2 November and then Montreal on 13 November".
func (v *view) gapping(before, p *predicate, phrase int) {
	if p.clause != before.clause || p.part != before.part || p.part < 0 || p.verb < 0 || p.person >= 0 {
		return
	}
	from, to := v.after(before.phrase.TextSpan), v.tokenAt(p.phrase.TextSpan.Start)
	if to <= from || v.tokens[to].depth > 0 || before.phrase.TextSpan.Start < v.tokens[p.verb].start {
		return
	}
	open := from
	for from < to && (v.lower(from) == "," || v.lower(from) == ";" || v.is(from, conjunction) || v.tagAt(from) == "RB") {
		from++
	}
	if from == open || from == to {
		return
	}
	for from < to && (v.tokens[to-1].depth > 0 || v.lower(to-1) == ",") {
		to--
	}
	commas, joined := false, false
	for i := from; i < to; i++ {
		t := &v.tokens[i]
		if t.isFinite() || t.isVerb() && !(v.isNounAt(i-1) && v.tokens[to-1].isNoun() && v.lower(open) == ";") || t.tag == "IN" && i == from {
			return
		}
		commas, joined = commas || t.lower == ",", joined || t.is(conjunction)
	}
	if to <= from || commas && !joined || !v.tokens[to-1].isNoun() && !(v.tagAt(to-1) == "CD" && v.tagAt(v.contentVerb(p.verb)+1) != "DT") {
		return
	}
	p.gap, before.end = [2]int{from, to}, open
	p.subject = before.subject
	if before.gap[1] == 0 {
		p.subject = true
		for i := v.contentVerb(p.verb) + 1; i < v.tokenAt(before.phrase.TextSpan.Start); i++ {
			if v.tokens[i].isNoun() || v.tokens[i].tag == "VB" || v.tokens[i].tag == "CD" && v.tokens[i].phrase == 0 {
				p.subject = false
			}
		}
	}
}

// untilSomebody reports whether nothing stands between "until" and the date at token i but the name of somebody or something that does not happen.
func (v *view) untilSomebody(i int) bool {
	named := false
	for j := i - 1; j > 0 && i-j < 8; j-- {
		switch t := &v.tokens[j]; {
		case t.phrase != 0 || t.depth != v.tokens[i].depth || t.is(happening):
			return false
		case t.lower == "until" || t.lower == "till":
			return named && v.lower(j-1) != "not"
		case t.name != 0:
			named = true
		case t.tag != "DT" && !t.isNoun() && !strings.HasPrefix(t.tag, "JJ"):
			return false
		}
	}
	return false
}

// relation corrects what the phrase says by the words before it: "beginning in 1918" holds since 1918, "not
// until 1950" means in 1950.
func (v *view) relation(p temporal.Phrase, i int) temporal.Phrase {
	if next := v.after(p.TextSpan); next+1 < len(v.tokens) && (v.tokens[next].isDash() || v.tokens[next].text == "-") && v.lower(next+1) == "present" && v.tokens[next].start == p.TextSpan.End {
		if e := openEnd(p.When); !e.IsZero() {
			p.Relation, p.EDTF = sinosoviet.RelationSince, e // "the 2001–present war"
			return p
		}
	}
	if (p.Relation == sinosoviet.RelationIn || p.Relation == sinosoviet.RelationOn) && !p.IsRange() && v.untilSomebody(i) {
		if e := boundedBy(sinosoviet.RelationUntil, p.When); !e.IsZero() {
			p.Relation, p.EDTF = sinosoviet.RelationUntil, e // "the tallest until the new tower in 2007"
			return p
		}
	}
	switch v.lower(i - 1) {
	case "following", "after":
		if v.is(i-2, measured) && !p.IsRange() {
			if e := openEnd(p.When); !e.IsZero() {
				p.Relation, p.EDTF = sinosoviet.RelationAfter, e // "in the decade following 2002"
			}
		}
	case "beginning", "starting", "dating", "commencing":
		if (p.Relation == sinosoviet.RelationIn || p.Relation == sinosoviet.RelationOn) && !p.IsRange() && v.tagAt(i-2) != "DT" {
			if e := openEnd(p.When); !e.IsZero() {
				p.Relation, p.EDTF = sinosoviet.RelationSince, e
			}
		}
	case "not":
		if p.Relation == sinosoviet.RelationUntil {
			p.Relation, p.EDTF = sinosoviet.RelationIn, p.When
			if isDay(p.When) {
				p.Relation = sinosoviet.RelationOn
			}
		}
	}
	return p
}

func isDay(d edtf.Date) bool { s := d.String(); return len(s) == 10 && s[4] == '-' && s[7] == '-' }

// openEnd is the interval from the start of d on.
func openEnd(d edtf.Date) edtf.Date {
	start, _, _ := strings.Cut(d.String(), "/")
	return interval(start, "..")
}

// cleft turns from "it was in 1950 that …" to the clause that tells what happened.
func (v *view) cleft(p *predicate) (clause, part, verb int) {
	if p.part != 0 || p.verb < 1 || v.lower(p.verb-1) != "it" || v.lower(p.verb) != "was" {
		return p.clause, p.part, p.verb
	}
	for k := range v.clauses {
		if c := &v.clauses[k]; c.parent == p.clause && c.from > p.verb && v.lower(c.from) == "that" && len(c.parts) > 0 {
			return k, 0, c.parts[0]
		}
	}
	return p.clause, p.part, p.verb
}
