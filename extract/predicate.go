package extract

import (
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// predicate is what happened at one date: a phrase and the words it governs.
type predicate struct {
	phrase   temporal.Phrase
	clause   int    // index into view.clauses
	part     int    // which of the clause's predicates, or -1 when it has none
	verb     int    // token of the verb nearest to the date, or -1
	gap      [2]int // tokens of what takes the place of subject or object behind a conjunction: "and Delaware on 12 February"
	subject  bool   // whether the gap holds a subject
	end      int    // token behind it, where another date's share begins; 0: where its clause ends
	noun     int    // nominal events: token of the noun that names what happened, else -1
	person   int    // of a list "Brezhnev (in 1982), Andropov (1984)": token of the one meant, else -1
	inferred string // how the date was found when no words of the sentence give it
}

// predicates pairs each dated phrase with what it dates. Two phrases with the same date that govern the
// same clause are one.
func (v *view) predicates() []predicate {
	var out []predicate
	for i := range v.phrases {
		p := v.phrases[i]
		at := v.tokenAt(p.TextSpan.Start)
		if at < 0 || !v.dates(p, at) {
			continue
		}
		p = v.relation(p, at)
		if n := len(out); n > 0 && v.closesRange(&out[n-1], p, at) {
			continue
		}
		pr := v.govern(p, at)
		if pr.verb < 0 && pr.noun < 0 || v.isReference(pr, at) || v.repeats(out, pr, i) || v.isTimeOfDay(pr) {
			continue
		}
		main, both := v.consequent(pr)
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
	}
	return v.shared(out)
}

// shared adds the clauses that are joined to one with a date in front and have a subject and a past tense of their own, but no date: "On
// 20 March the minister resigned and his government was replaced".
func (v *view) shared(out []predicate) []predicate {
	for n := range len(out) {
		p := out[n]
		if p.part != 0 || p.verb < 0 || p.phrase.Attribute || p.person >= 0 || p.phrase.Relation != sinosoviet.RelationOn && p.phrase.Relation != sinosoviet.RelationIn {
			continue
		}
		first, fronted := &v.clauses[p.clause], p.phrase.TextSpan.Start < v.tokens[p.verb].start
		if first.kind != clauseMain && first.kind != clauseJoined || fronted && v.insideSubject(v.tokenAt(p.phrase.TextSpan.Start), first) {
			continue
		}
		for k := p.clause + 1; k < len(v.clauses); k++ {
			c := &v.clauses[k]
			if c.kind != clauseJoined || c.parent != p.clause || len(c.parts) == 0 || !v.tells(k) || !(fronted && conjunction[v.lower(c.from)] || v.isPrompt(c)) {
				continue
			}
			q := p
			q.clause, q.part, q.verb, q.noun, q.end, q.gap = k, 0, c.parts[0], -1, 0, [2]int{}
			q.phrase.Basis, q.phrase.Rule = sinosoviet.BasisResolved, "joined-clause"
			out = append(out, q)
			break
		}
	}
	return out
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

// isTimeOfDay reports whether the phrase is a time of day, and another one of the clause tells the day.
func (v *view) isTimeOfDay(p predicate) bool {
	if p.phrase.Rule != "clock" && p.phrase.Rule != "part-of-day" {
		return false
	}
	for i := range v.phrases {
		if o := &v.phrases[i]; o.TextSpan != p.phrase.TextSpan && isDay(o.When) && o.Rule != p.phrase.Rule {
			if at := v.tokenAt(o.TextSpan.Start); at >= 0 && v.tokens[at].clause == p.clause {
				return true
			}
		}
	}
	return false
}

// consequent is the predicate of the clause that an adverbial clause with a date belongs to, when its conjunction tells how it lies to that
// date: "held the city until peace was made in 1783" was until 1783; of "After A defeated B in 1949, C ended its support", both happened.
func (v *view) consequent(p predicate) (main predicate, both bool) {
	c := &v.clauses[p.clause]
	if c.kind != clauseAdverbial || c.parent < 0 || len(v.clauses[c.parent].parts) == 0 || p.part != 0 || p.person >= 0 {
		return predicate{}, false
	}
	for i := range v.phrases { // the clause outside has a date of its own
		if at := v.tokenAt(v.phrases[i].TextSpan.Start); at >= 0 && v.tokens[at].clause == c.parent && !v.phrases[i].EDTF.IsZero() {
			return predicate{}, false
		}
	}
	host := &v.clauses[c.parent]
	main = p
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
	case "after", "once":
		if !v.tokens[p.verb].isFinite() {
			return predicate{}, false
		}
		main.phrase.Relation, main.phrase.EDTF, main.phrase.Basis = sinosoviet.RelationAfter, interval(start, ".."), sinosoviet.BasisResolved
		both = true
	case "when":
		if !v.tokens[p.verb].isFinite() || !v.tells(c.parent) || p.phrase.Relation != sinosoviet.RelationOn && p.phrase.Relation != sinosoviet.RelationIn {
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

// interval is the EDTF interval from start to end, zero when there is none.
func interval(start, end string) edtf.Date {
	e, err := edtf.Parse(start + "/" + end)
	if err != nil {
		return edtf.Date{}
	}
	return e
}

// closesRange ends the open range of the predicate before with the phrase at token i: "from March 1861 until his death in April 1865".
func (v *view) closesRange(before *predicate, p temporal.Phrase, i int) bool {
	if before.phrase.Relation != sinosoviet.RelationSince || before.clause != v.tokens[i].clause {
		return false
	}
	from := v.after(before.phrase)
	if w := v.lower(from); w != "until" && w != "till" && w != "to" {
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
	from, to := v.after(before.phrase), v.tokenAt(p.phrase.TextSpan.Start)
	if to <= from || v.tokens[to].depth > 0 || before.phrase.TextSpan.Start < v.tokens[p.verb].start {
		return
	}
	open := from
	for from < to && (v.lower(from) == "," || v.lower(from) == ";" || conjunction[v.lower(from)] || v.tagAt(from) == "RB") {
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
		if t.isVerb() || t.isFinite() || t.tag == "IN" && i == from {
			return
		}
		commas, joined = commas || t.lower == ",", joined || conjunction[t.lower]
	}
	if to <= from || commas && !joined || !v.tokens[to-1].isNoun() {
		return
	}
	p.gap, before.end = [2]int{from, to}, open
	p.subject = before.subject
	if before.gap[1] == 0 {
		p.subject = true
		for i := v.contentVerb(p.verb) + 1; i < v.tokenAt(before.phrase.TextSpan.Start); i++ {
			if v.tokens[i].isNoun() || v.tokens[i].tag == "VB" {
				p.subject = false
			}
		}
	}
}

// tokenAt is the first token that ends behind the text offset, or -1.
func (v *view) tokenAt(offset int) int {
	i, ok := slices.BinarySearchFunc(v.tokens, offset, func(t token, o int) int {
		if t.end <= o {
			return -1
		}
		return 1
	})
	_ = ok
	if i >= len(v.tokens) {
		return -1
	}
	return i
}

// after is the first token behind the phrase.
func (v *view) after(p temporal.Phrase) int {
	i := v.tokenAt(p.TextSpan.Start)
	for i < len(v.tokens) && v.tokens[i].start < p.TextSpan.End {
		i++
	}
	return i
}

// vague are the last words of references to a time that no event can be dated by.
var vague = map[string]bool{"time": true, "times": true, "period": true, "era": true, "age": true, "moment": true, "point": true, "present": true, "today": true, "now": true, "stage": true, "juncture": true}

// dates reports whether the phrase at token i can date an event at all.
func (v *view) dates(p temporal.Phrase, i int) bool {
	if p.EDTF.IsZero() || p.Title || p.Compared && !v.isCounted(i) || p.Heading {
		return false
	}
	if p.Basis == sinosoviet.BasisResolved {
		words := strings.ToLower(v.text[p.TextSpan.Start:p.TextSpan.End])
		if strings.Contains(words, "his ") || strings.Contains(words, "her ") || strings.Contains(words, "their ") || strings.Contains(words, "time of") {
			return false // an age, "at the time of"
		}
		last := words[strings.LastIndexByte(words, ' ')+1:]
		if vague[last] {
			return false
		}
		if p.Rule == "season" && last == words && v.isNounAt(v.after(p)) {
			return false // "winter quarters"
		}
		if v.lower(i-1) == "of" && strings.Contains(words, "year") {
			return false // "the formula of the preceding year"
		}
	}
	if p.Basis == sinosoviet.BasisResolved && v.isGeneric(p, i) || v.isAppositive(p, i) {
		return false
	}
	for j := i; j < v.after(p); j++ { // part of a name: "Expo 67", "Evacuation Day", "the Century Hotel"
		n := v.tokens[j].name
		if n == 0 {
			continue
		}
		e := &v.names[n-1]
		if (e.TextSpan.Start < p.TextSpan.Start || e.TextSpan.End > p.TextSpan.End) && (p.Basis == sinosoviet.BasisResolved || e.Kind == sinosoviet.KindWork || e.Kind == sinosoviet.KindOrg || e.Kind == sinosoviet.KindFac) {
			return false
		}
	}
	return !v.isCompared(p, i)
}

// isGeneric reports whether a resolved date tells no time of the narrative: digits of it are not known, the clause is in
// the present tense or says what happens every year, or it is a bare part of a day.
func (v *view) isGeneric(p temporal.Phrase, i int) bool {
	if strings.Contains(p.EDTF.String(), "-XX") {
		return true
	}
	words := strings.ToLower(v.text[p.TextSpan.Start:p.TextSpan.End])
	if p.Rule == "part-of-day" && !strings.ContainsAny(words, "0123456789") && !pointing(words) {
		return true
	}
	clause := v.tokens[i].clause
	for j := range v.tokens {
		t := &v.tokens[j]
		if t.clause == clause && (t.lower == "each" || t.lower == "every") && (v.lower(j+1) == "year" || v.lower(j+1) == "month" || v.lower(j+1) == "day") || t.lower == "annually" {
			return true
		}
	}
	c := &v.clauses[clause]
	if len(c.parts) == 0 && c.parent >= 0 {
		c = &v.clauses[c.parent]
	}
	if len(c.parts) == 0 {
		return false
	}
	for j := range v.tokens { // the tagger takes some nouns for verbs of the present: any past tense speaks against it
		if v.tokens[j].tag == "VBD" {
			return false
		}
	}
	verb := &v.tokens[c.parts[0]]
	return (verb.tag == "VBZ" || verb.tag == "VBP") && verb.lower != "has" && verb.lower != "have"
}

// pointing reports whether the words of a phrase point at a day told of before: "that evening".
func pointing(words string) bool {
	for w := range strings.FieldsSeq(words) {
		switch w {
		case "that", "next", "same", "following", "previous", "of":
			return true
		}
	}
	return false
}

// weakRules are the rules of phrases that give way to a full date beside them.
var weakRules = map[string]bool{"offset": true, "event-offset": true, "clock": true, "part-of-day": true, "same-unit": true, "weekday": true, "of-event": true, "holiday": true, "part-of-unit": true, "previous-unit": true, "next-unit": true, "reference": true, "ordinal-unit": true}

// isAppositive reports whether the phrase at token i stands next to another one that says more exactly what it says: "six hours later on July 21",
// "On July 23, the last night of the flight".
func (v *view) isAppositive(p temporal.Phrase, i int) bool {
	if p.Basis != sinosoviet.BasisResolved || !weakRules[p.Rule] {
		return false
	}
	full := func(o int) bool {
		return o >= 0 && o < len(v.tokens) && v.tokens[o].phrase != 0 && !v.phrases[v.tokens[o].phrase-1].EDTF.IsZero() && !weakRules[v.phrases[v.tokens[o].phrase-1].Rule]
	}
	before, behind := i-1, v.after(p)
	if v.lower(before) == "," || v.lower(before) == "at" {
		before--
	}
	if v.lower(behind) == "," {
		behind++
	}
	return full(before) || full(behind)
}

// isCounted reports whether the comparison before token i is one with a number: "more than 8,000 troops in October".
func (v *view) isCounted(i int) bool {
	for i--; i > 0; i-- {
		if v.tokens[i-1].lower == "than" {
			return v.tokens[i].tag == "CD"
		}
	}
	return false
}

// isCompared reports whether the clause of the phrase at token i compares two states, and the phrase dates one of them: "the
// country in 1949 was less industrialised than the other in 1914".
func (v *view) isCompared(p temporal.Phrase, i int) bool {
	clause, than := v.tokens[i].clause, -1
	for j := range v.tokens {
		if t := &v.tokens[j]; t.clause == clause && t.lower == "than" {
			than = j
		}
	}
	if than < 0 || v.lower(than-1) == "rather" || v.lower(than-1) == "other" {
		return false
	}
	dated := false // is there a date behind "than", before any verb?
	for j := than + 1; j < len(v.tokens) && v.tokens[j].clause == clause && !v.tokens[j].isVerb() && v.tokens[j].lower != ","; j++ {
		if v.tokens[j].tag == "CD" && v.tokens[j].phrase == 0 {
			return false // "more than 100 in 1914"
		}
		dated = dated || v.tokens[j].phrase != 0
	}
	return dated
}

// isAttribute reports whether the phrase at token i stands before the noun it belongs to: "the sensational 1972 visit".
func (v *view) isAttribute(p temporal.Phrase, i int) bool {
	if v.tokens[i].tag == "IN" || v.tokens[i].start != p.TextSpan.Start {
		return false
	}
	next := v.after(p)
	if next >= len(v.tokens) || !v.tokens[next].isNoun() && v.tokens[next].tag != "JJ" {
		return false
	}
	if p.Attribute {
		return true
	}
	before := v.tagAt(i - 1)
	return before == "JJ" || before == "DT" || before == "PRP$" || before == "POS"
}

// relation corrects what the phrase says by the words before it: "beginning in 1918" holds since 1918, "not
// until 1950" means in 1950.
func (v *view) relation(p temporal.Phrase, i int) temporal.Phrase {
	switch v.lower(i - 1) {
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

// govern finds what the phrase at token i dates.
func (v *view) govern(p temporal.Phrase, i int) predicate {
	pr := predicate{phrase: p, clause: v.tokens[i].clause, part: -1, verb: -1, noun: -1, person: -1}
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
	for k, verb := range c.parts {
		if k == 0 || c.opens[k] <= at {
			pr.part = k
		}
		_ = verb
	}
	if pr.part >= 0 {
		pr.verb = c.parts[pr.part]
	}
	pr.clause, pr.part, pr.verb = v.cleft(pr)
	if pr.phrase.Attribute = v.isAttribute(p, i); pr.phrase.Attribute {
		pr.noun = v.nounFrom(v.after(p))
	} else if pr.verb < 0 {
		if pr.verb = v.participle(pr.clause); pr.verb < 0 {
			pr.noun = v.nounNear(p)
		}
	} else if at < pr.verb && v.lower(at-1) == "of" || at < pr.verb && v.insideSubject(at, c) {
		pr.noun = v.nounBefore(at)
	}
	return pr
}

// cleft turns from "it was in 1950 that …" to the clause that tells what happened.
func (v *view) cleft(p predicate) (clause, part, verb int) {
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

// isLone reports whether the bracket holds nothing but the phrase.
func (v *view) isLone(c *clause, p temporal.Phrase) bool {
	for i := c.from; i < len(v.tokens) && v.tokens[i].depth > 0; i++ {
		if t := &v.tokens[i]; t.phrase == 0 && t.text != "(" && t.text != ")" && t.text != "[" && t.text != "]" {
			return false
		}
	}
	return !p.IsRange()
}

// insideSubject reports whether token i stands inside the noun phrase that is the subject of clause c, not before it.
func (v *view) insideSubject(i int, c *clause) bool {
	for j := c.from; j < i; j++ {
		if t := &v.tokens[j]; t.depth == 0 && t.isNoun() {
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
		if t.clause == clause && v.lower(i+1) == "of" && isHappening(t.lower) {
			return i
		}
		if t.isFinite() && t.depth == 0 {
			return -1
		}
	}
	return -1
}

// happenings are nouns that name what happens; others are known by their ending.
var happenings = map[string]bool{"death": true, "birth": true, "war": true, "battle": true, "siege": true, "attack": true, "raid": true, "visit": true,
	"defeat": true, "victory": true, "conflict": true, "crisis": true, "fall": true, "rise": true, "coup": true, "revolt": true, "uprising": true, "riot": true,
	"summit": true, "conference": true, "congress": true, "strike": true, "massacre": true, "murder": true, "split": true, "march": true, "campaign": true,
	"treaty": true, "launch": true, "landing": true, "flight": true, "earthquake": true, "flood": true, "famine": true, "merger": true, "release": true, "overthrow": true,
	"outbreak": true, "start": true, "end": true, "close": true, "funeral": true, "wedding": true, "marriage": true, "return": true, "breakup": true, "collapse": true,
	"purchase": true, "capture": true, "surrender": true, "protest": true, "trial": true, "tour": true, "discovery": true, "fire": true, "opening": true, "founding": true,
	"withdrawal": true, "arrival": true, "departure": true, "proposal": true, "removal": true, "trip": true, "incident": true, "ceasefire": true, "armistice": true, "census": true, "referendum": true, "contest": true, "championship": true, "game": true,
	"olympics": true, "cup": true, "season": true, "poll": true, "interview": true, "festival": true, "tournament": true, "meeting": true, "session": true, "expedition": true, "blockade": true, "offensive": true, "bombing": true, "ceremony": true,
	"hurricane": true, "epidemic": true, "pandemic": true, "drought": true, "tragedy": true, "disaster": true, "accident": true, "shooting": true, "voyage": true, "debate": true, "speech": true, "match": true, "race": true, "reign": true, "rule": true}

// isHappening reports whether a noun names something that happens.
func isHappening(noun string) bool {
	if happenings[noun] || happenings[strings.TrimSuffix(noun, "s")] || strings.HasSuffix(noun, "es") && happenings[noun[:len(noun)-2]] {
		return true
	}
	noun = strings.TrimSuffix(noun, "s")
	for _, end := range [...]string{"tion", "sion", "ment", "rebellion"} {
		if strings.HasSuffix(noun, end) && len(noun) > len(end)+2 {
			return !notHappening[noun]
		}
	}
	return false
}

// notHappening are nouns that end like one of a happening and name a thing.
var notHappening = map[string]bool{"government": true, "nation": true, "population": true, "constitution": true, "institution": true, "organization": true, "organisation": true,
	"corporation": true, "administration": true, "station": true, "condition": true, "position": true, "section": true, "document": true, "parliament": true, "department": true, "regiment": true,
	"monument": true, "element": true, "apartment": true, "tradition": true, "version": true, "generation": true, "education": true, "civilization": true, "civilisation": true, "association": true,
	"federation": true, "location": true, "profession": true, "commission": true, "legislation": true, "edition": true, "fiction": true, "portion": true, "equipment": true, "cement": true, "percussion": true, "division": true, "television": true, "instrument": true, "moment": true, "segment": true, "dimension": true, "function": true, "information": true}

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
			return i
		}
	}
	return -1
}

// nounNear is the noun of happening nearest to the phrase, or the nearest noun, or -1.
func (v *view) nounNear(p temporal.Phrase) int {
	from, to := v.tokenAt(p.TextSpan.Start), v.after(p)
	first, near := -1, -1
	for i := range v.tokens {
		t := &v.tokens[i]
		if !t.isNoun() {
			continue
		}
		if isHappening(t.lower) && first < 0 {
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

// isReference reports whether the phrase at token i names no happening: the years of someone's life, the year of a
// publication or of a law that is only named, a span that only defines a noun.
func (v *view) isReference(p predicate, i int) bool {
	c := v.clauseOfToken(i)
	before := v.tokens[max(c.from-1, 0)]
	switch {
	case c.kind == clauseBracket && len(c.parts) == 0 && p.person < 0 && c.from > 0:
		if before.name > 0 {
			switch e := &v.names[before.name-1]; e.Kind {
			case sinosoviet.KindPerson:
				return true // years of life, or of a publication: "Rakove (1988) identifies"
			case sinosoviet.KindLaw, sinosoviet.KindWork, sinosoviet.KindOrg:
				return true
			case sinosoviet.KindEvent:
				if p.phrase.IsRange() {
					return true // it tells which war is meant
				}
			}
		}
		if p.phrase.IsRange() && (v.lower(i-1) == "of" || before.name == 0 && v.capitalBefore(c.from)) {
			return true
		}
		return v.capitalBefore(c.from) && v.present(c.from)
	case p.phrase.IsRange() && v.lower(i-1) == "of" && (p.noun < 0 || !isHappening(v.tokens[p.noun].lower)):
		return true
	case v.isDefined(p, i), v.isSourced(i):
		return true
	case p.phrase.Attribute && p.noun >= 0 && !isHappening(v.tokens[p.noun].lower):
		// "relative to its 1995 level", "in his 1989 book … says": no more than which one is meant
		return p.verb >= 0 && v.tokens[p.verb].start < p.phrase.TextSpan.Start || work[v.tokens[p.noun].lower] && p.verb >= 0 && (v.tokens[p.verb].tag == "VBZ" || v.tokens[p.verb].tag == "VBP")
	}
	return false
}

// work are nouns for what is written, made or shown.
var work = map[string]bool{"book": true, "novel": true, "film": true, "movie": true, "song": true, "album": true, "poem": true, "essay": true, "article": true, "paper": true,
	"report": true, "study": true, "edition": true, "painting": true, "lithograph": true, "map": true, "play": true, "opera": true, "biography": true, "memoir": true, "documentary": true}

// isSourced reports whether token i stands in a phrase that names a source: "According to the 2009 report, …".
func (v *view) isSourced(i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch t := &v.tokens[j]; {
		case t.lower == ",", t.isFinite():
			return false
		case t.lower == "according":
			return true
		}
	}
	return false
}

// capitalBefore reports whether the word before token i is a capitalised name of one word or more.
func (v *view) capitalBefore(i int) bool {
	return i > 0 && v.tokens[i-1].text[0] >= 'A' && v.tokens[i-1].text[0] <= 'Z' && strings.HasPrefix(v.tokens[i-1].tag, "NN")
}

// present reports whether the finite verb that follows the bracket at token i is in the present tense, as in "Rakove (1988) identifies".
func (v *view) present(i int) bool {
	for ; i < len(v.tokens) && v.tokens[i].depth > 0; i++ {
	}
	return i < len(v.tokens) && (v.tokens[i].tag == "VBZ" || v.tokens[i].tag == "VBP") && !auxiliary[v.tokens[i].lower]
}

// isDefined reports whether the phrase only tells which law, work or body of a name is meant, and the clause is about something
// else: "under the 1777 Articles of Confederation".
func (v *view) isDefined(p predicate, i int) bool {
	var e *sinosoviet.Entity
	if p.phrase.Attribute {
		if j := v.after(p.phrase); j < len(v.tokens) && v.tokens[j].name > 0 {
			e = &v.names[v.tokens[j].name-1]
		}
	} else if v.lower(i-1) == "of" && i > 1 && v.tokens[i-2].name > 0 {
		e = &v.names[v.tokens[i-2].name-1]
	} else if n := v.tokens[i].name; n > 0 && v.names[n-1].TextSpan.Start < p.phrase.TextSpan.Start {
		e = &v.names[n-1]
	}
	if e == nil || e.Kind != sinosoviet.KindLaw && e.Kind != sinosoviet.KindWork {
		return false
	}
	return p.verb >= 0 && v.tokens[p.verb].start < p.phrase.TextSpan.Start || p.part < 0
}

// repeats reports whether a predicate says the date of one before it again: in the same clause with the same date, or as an
// apposition that counts from another event ("until 1949, a few months after the proclamation").
func (v *view) repeats(out []predicate, pr predicate, i int) bool {
	for _, o := range out {
		if o.person >= 0 || pr.person >= 0 {
			continue
		}
		if o.phrase.EDTF == pr.phrase.EDTF && (o.clause == pr.clause || !pr.phrase.Event.IsZero()) {
			return true
		}
		if o.clause == pr.clause && o.phrase.When == pr.phrase.When && o.part == pr.part {
			return true
		}
	}
	if i == 0 {
		return false
	}
	prev := v.phrases[i-1]
	between := strings.TrimSpace(v.text[prev.TextSpan.End:max(prev.TextSpan.End, pr.phrase.TextSpan.Start)])
	return (between == "," || between == "(") && pr.phrase.Basis == sinosoviet.BasisResolved && (!pr.phrase.Event.IsZero() || pr.phrase.Rule == "offset" || pr.phrase.Rule == "event-offset") && !prev.EDTF.IsZero()
}
