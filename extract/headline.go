package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// maxHeadline is the greatest number of words of a headline.
const maxHeadline = 12

// headline is what happened in at most maxHeadline of the sentence's own words: who or what, then the predicate, without its
// date, brackets and asides, cut where a phrase ends.
func (v *view) headline(p predicate) string {
	var words []int
	v.floor = 0
	if c := &v.clauses[p.clause]; c.kind == clauseBracket && p.part >= 0 {
		v.floor = v.tokens[c.parts[0]].depth
	}
	switch {
	case p.person >= 0:
		return v.listed(p)
	case p.phrase.Attribute && p.noun >= 0 && isHappening(v.tokens[p.noun].lower) && (p.part < 0 || v.opensClause(p) || v.isConsequence(p)):
		words = v.nominal(p)
	case p.part < 0:
		words = v.fragment(p)
	default:
		words = v.sentenceWords(p)
		if c := &v.clauses[p.clause]; c.kind == clauseBracket && len(words) > 0 && words[0] >= c.parts[0] {
			words = append(v.nounPhrase(c.head), words...) // "(also known as …)" is said of what stands before
		}
	}
	words = v.trim(words)
	if len(words) == 0 {
		v.floor = len(v.tokens)
		words = v.trim(v.all())
	}
	return v.join(v.shorten(words, v.firstVerb(words)))
}

// consequential are words behind which a noun phrase is an event of its own.
var consequential = map[string]bool{"culminating": true, "resulting": true, "following": true, "after": true, "before": true, "since": true, "despite": true, "caused": true, "leading": true, "ending": true}

// isConsequence reports whether the noun phrase of an attributive date stands behind "culminating in", "following" and the like.
func (v *view) isConsequence(p predicate) bool {
	words := v.nominal(p)
	if len(words) == 0 {
		return false
	}
	i := words[0] - 1
	return consequential[v.lower(i)] || consequential[v.lower(i-1)] || conjunction[v.lower(i)]
}

// sentenceWords are subject and predicate.
func (v *view) sentenceWords(p predicate) []int {
	subject, rest := v.subject(p.clause, p.part), v.predicateWords(p)
	c := &v.clauses[p.clause]
	if p.gap[1] > 0 && p.subject {
		subject = v.visible(p.gap[0], p.gap[1])
	}
	if (c.kind == clauseRelative || c.kind == clauseDefining) && c.head >= 0 && v.hasOwnSubject(c) && (v.lower(c.from) == "which" || v.lower(c.from) == "that" || v.lower(c.from) == "whom") {
		// "cannons that the patriots had captured": the object goes behind the verb.
		end := v.contentVerb(c.parts[p.part])
		k := 0
		for k < len(rest) && rest[k] <= end {
			k++
		}
		rest = append(append(rest[:k:k], v.nounPhrase(c.head)...), rest[k:]...)
	}
	return append(subject, rest...)
}

// visible are the tokens [from, to) that a headline shows.
func (v *view) visible(from, to int) []int {
	var out []int
	for i := from; i < to; i++ {
		if !v.isHidden(i) {
			out = append(out, i)
		}
	}
	return out
}

// opensClause reports whether the noun phrase of an attributive date is what its clause begins with.
func (v *view) opensClause(p predicate) bool {
	words := v.nominal(p)
	subject := v.subject(p.clause, p.part)
	return len(words) > 0 && len(subject) > 0 && words[0] == subject[0]
}

// listed is the headline of one of a list: "The death of Yuri Andropov".
func (v *view) listed(p predicate) string {
	words := v.nounPhrase(p.noun)
	head := v.join(words)
	head = strings.TrimSuffix(head, "s")
	name := v.tokens[p.person].name
	from := p.person
	for from > 0 && v.tokens[from-1].name == name {
		from--
	}
	return head + " of " + strings.Join(strings.Fields(v.text[v.tokens[from].start:v.tokens[p.person].end]), " ")
}

// isHidden reports whether the headline leaves the token out: it is a date, a bracket, or stands in one.
func (v *view) isHidden(i int) bool {
	t := &v.tokens[i]
	if t.phrase != 0 && (t.tag == "IN" || t.tag == "DT") && t.depth <= v.floor && v.isLed(i) {
		return false
	}
	return t.phrase != 0 && !v.isNamed(i) || t.depth > v.floor || isBracket(t.text) || t.lower == "as" && v.lower(i+1) == "of" && i+2 < len(v.tokens) && v.tokens[i+2].phrase != 0 ||
		i+1 < len(v.tokens) && v.tokens[i+1].phrase != 0 && !v.isNamed(i+1) && t.name == 0 && lead[t.lower] || v.isRangeTail(i)
}

// isLed reports whether the preposition or article at token i of a date belongs to the noun behind the date: "during the 1980s oil glut".
func (v *view) isLed(i int) bool {
	p := v.phrases[v.tokens[i].phrase-1]
	next := v.after(p)
	if next >= len(v.tokens) || !v.tokens[next].isNoun() || v.tokens[next].name != 0 {
		return false
	}
	article, verb := false, false
	for j := i; j < next; j++ {
		article = article || v.tokens[j].tag == "DT"
	}
	for j := i - 1; j >= 0 && !verb; j-- {
		verb = v.tokens[j].clause == v.tokens[i].clause && v.tokens[j].isVerb()
	}
	return article && verb
}

// isNamed reports whether token i of a date is part of a name that goes beyond it: "the Black January tragedy".
func (v *view) isNamed(i int) bool {
	t := &v.tokens[i]
	if t.name == 0 || t.phrase == 0 {
		return false
	}
	e, p := v.names[t.name-1].TextSpan, v.phrases[t.phrase-1].TextSpan
	return e.Start < p.Start || e.End > p.End
}

// lead are words that go with the date behind them.
var lead = map[string]bool{"of": true, "beginning": true, "starting": true, "dated": true, "until": true, "on": true, "in": true, "commencing": true}

// isRangeTail reports whether token i is what follows a date in a range of days: "–26".
func (v *view) isRangeTail(i int) bool {
	t := &v.tokens[i]
	if t.tag == "CD" && i > 1 {
		return v.tokens[i-1].isDash() && v.tokens[i-2].phrase != 0
	}
	return t.isDash() && i > 0 && v.tokens[i-1].phrase != 0 && v.tagAt(i+1) == "CD"
}

func isBracket(s string) bool { return s == "(" || s == ")" || s == "[" || s == "]" }

// belongs reports whether token i is a word of the clause, or of one that is part of it.
func (v *view) belongs(i, clause int) bool {
	for c := v.tokens[i].clause; ; c = v.clauses[c].parent {
		if c == clause {
			return true
		}
		if c < 0 || !v.clauses[c].kind.isPart() {
			return false
		}
	}
}

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
	words := v.subjectWords(clause, c.from, c.opens[0])
	if c.parts[0] > c.opens[0] {
		words = append(words, v.subjectWords(clause, c.opens[0], c.parts[0])...)
	}
	for part > 0 && len(words) > 0 && v.tokens[words[len(words)-1]].tag == "RB" {
		words = words[:len(words)-1]
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
	var segments [][]int
	var now []int
	for i := from; i < verb; i++ {
		t := &v.tokens[i]
		if t.lower == "," && t.phrase == 0 && t.depth == 0 || t.isDash() {
			segments, now = append(segments, now), nil
			continue
		}
		if !v.belongs(i, clause) || v.isHidden(i) {
			continue
		}
		now = append(now, i)
	}
	segments = append(segments, now)
	for len(segments) > 1 && v.isFronted(segments[0]) {
		segments = segments[1:]
	}
	if n := len(segments); n > 1 && len(segments[0]) > 0 && len(segments[n-1]) > 0 {
		// "…, Florida, on July 16, the mission was", "A member since 1992, Azerbaijan was": the subject stands next to the verb.
		if last := segments[n-1]; n > 2 && len(segments[n-2]) == 0 && !v.isFronted(last) || v.tokens[last[0]].name != 0 && (v.lower(segments[0][0]) == "a" || v.lower(segments[0][0]) == "an") {
			return v.opening(last)
		}
	}
	if v.isEnumeration(segments) {
		var all []int
		for i := from; i < verb; i++ {
			if i >= segments[0][0] && v.belongs(i, clause) && !v.isHidden(i) {
				all = append(all, i)
			}
		}
		return v.opening(all)
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
		if k < len(words)-1 && (conjunction[v.tokens[i].lower] && v.tokens[i].name == 0 || v.tokens[i].tag == "RB") {
			continue
		}
		first = i
		break
	}
	t := &v.tokens[first]
	if e := t.name; e > 0 && first > 1 && v.lower(first-1) == "," && v.tokens[first-2].phrase == 0 && v.tokens[words[len(words)-1]].name == e && (v.names[e-1].Kind == sinosoviet.KindGPE || v.names[e-1].Kind == sinosoviet.KindLoc) {
		return true // the end of what is in front: "in Coles County, Illinois, Abraham was"
	}
	if t.name == 0 && (t.tag == "IN" || t.tag == "TO" || t.tag == "VBG" || t.tag == "VBN" || t.tag == "RB" || conjunction[t.lower] || t.lower == "then" || t.lower == "following") {
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
		if t.tag == "IN" && t.lower != "about" && t.lower != "over" && t.lower != "nearly" && t.lower != "around" || t.tag == "TO" {
			rest := v.behindPhrase(words)
			if len(rest) == len(words) {
				break
			}
			words = rest
			continue
		}
		if conjunction[t.lower] || t.tag == "RB" && len(words) > 1 || t.lower == "," || t.lower == "where" || t.lower == "when" || t.lower == "which" || t.lower == "while" || t.lower == "whereas" || t.lower == "whom" || t.lower == "whose" {
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

// predicateWords are the words of a predicate: from its verb to the next one that has a date of its own, or the end of its clause.
func (v *view) predicateWords(p predicate) []int {
	c := &v.clauses[p.clause]
	from, to := c.parts[p.part], v.predicateEnd(p)
	for p.part > 0 && from > 0 && v.tokens[from-1].tag == "RB" && v.tokens[from-1].name == 0 && v.tokens[from-1].phrase == 0 && v.tokens[from-1].clause == p.clause && v.tokens[from-1].lower != "then" {
		from--
	}
	if p.gap[1] > 0 {
		end := v.contentVerb(c.parts[p.part])
		words := v.visible(from, end+1)
		if !p.subject {
			words = append(words, v.visible(p.gap[0], p.gap[1])...)
		}
		return words
	}
	var out []int
	for i := from; i < to; i++ {
		if v.belongs(i, p.clause) {
			if n := len(out); n > 1 && v.tokens[i].lower == "," && v.tokens[i-1].phrase != 0 && v.tokens[i].phrase == 0 && v.tokens[out[n-1]].tag != "VBD" && i+1 < to && v.tokens[i+1].phrase == 0 {
				break // an apposition or an aside follows the date
			}
			if !v.isHidden(i) {
				out = append(out, i)
			}
		} else if k := v.clauses[v.tokens[i].clause].kind; (k == clauseRelative || k == clauseAdverbial) && v.tokens[i].depth <= v.floor {
			break // what follows an inserted clause would not read on
		}
	}
	return out
}

// predicateEnd is the token behind a predicate and those joined to it that have no date of their own.
func (v *view) predicateEnd(p predicate) int {
	c := &v.clauses[p.clause]
	if p.end > 0 {
		return p.end
	}
	for k := p.part + 1; k < len(c.parts); k++ {
		end := len(v.tokens)
		if k+1 < len(c.parts) {
			end = c.opens[k+1]
		}
		for i := c.opens[k]; i < end; i++ {
			if v.tokens[i].phrase != 0 && v.belongs(i, p.clause) {
				return c.opens[k]
			}
		}
	}
	return len(v.tokens)
}

// nounPhrase is the noun phrase that ends at the token.
func (v *view) nounPhrase(head int) []int {
	if head < 0 {
		return nil
	}
	from := head
	for from > 0 {
		t, now := &v.tokens[from-1], &v.tokens[from]
		if t.phrase == 0 && t.depth == v.tokens[head].depth && (t.isNoun() || strings.HasPrefix(t.tag, "JJ") || t.tag == "CD" || t.tag == "POS" || t.tag == "DT" || t.tag == "PRP$" || t.tag == "VBN" && now.isNoun() || t.lower == "-") && now.tag != "DT" && now.tag != "PRP$" {
			from--
			continue
		}
		if t.lower == "of" && from > 1 && v.tokens[from-2].isNoun() {
			from--
			continue
		}
		if t.phrase != 0 && from > 1 && v.phrases[t.phrase-1].Attribute {
			from--
			continue
		}
		break
	}
	var out []int
	for i := from; i <= head; i++ {
		if !v.isHidden(i) || v.tokens[i].depth > 0 && v.tokens[i].phrase == 0 {
			out = append(out, i)
		}
	}
	return out
}

// nominal is the noun phrase that an attributive date belongs to, with what is said of it behind it up to the verb: "The withdrawal of
// Vietnam's forces from Cambodia".
func (v *view) nominal(p predicate) []int {
	at := v.tokenAt(p.phrase.TextSpan.Start)
	from := at
	for from > 0 && v.tokens[from-1].phrase == 0 && v.tokens[from-1].depth == v.tokens[at].depth && (v.tokens[from-1].tag == "DT" || strings.HasPrefix(v.tokens[from-1].tag, "JJ") || v.tokens[from-1].tag == "PRP$" || v.tokens[from-1].tag == "POS" || v.tokens[from-1].isNoun()) {
		from--
	}
	var out []int
	for i := from; i < len(v.tokens); i++ {
		t := &v.tokens[i]
		if i > p.noun && (t.isVerb() || t.isFinite() || t.lower == "," || t.lower == ";" || strings.HasPrefix(t.tag, "RB") || t.lower == "further" || t.clause != v.tokens[at].clause) {
			break
		}
		if !v.isHidden(i) {
			out = append(out, i)
		}
	}
	return out
}

// fragment is all of a clause without a verb: of a caption, or what a bracket holds.
func (v *view) fragment(p predicate) []int {
	var out []int
	c := p.clause
	for i := range v.tokens {
		if v.belongs(i, c) && !v.isHidden(i) {
			out = append(out, i)
		}
	}
	for len(out) > 1 && v.tokens[out[0]].tag == "IN" && v.tokens[out[0]].name == 0 {
		out = out[1:]
	}
	return out
}

// all is the whole sentence.
func (v *view) all() []int {
	var out []int
	for i := range v.tokens {
		if !v.isHidden(i) {
			out = append(out, i)
		}
	}
	return out
}

// trim drops marks and conjunctions from both ends, and commas that stand together.
func (v *view) trim(words []int) []int {
	out := words[:0:0]
	for _, i := range words {
		t := &v.tokens[i]
		if n := len(out); n > 0 && (t.lower == ";" || t.lower == ":" && (out[n-1] != i-1 || v.firstVerb(out) >= 0)) {
			break
		}
		if isMark(t.text) && (len(out) == 0 || isMark(v.tokens[out[len(out)-1]].text)) {
			continue
		}
		if len(out) == 0 && conjunction[t.lower] && t.name == 0 {
			continue
		}
		if n := len(out); n > 0 && isMark(t.text) && out[n-1] != i-1 {
			continue // a mark that closed what is left out
		}
		out = append(out, i)
	}
	for len(out) > 1 && v.isDangling(out[len(out)-1]) {
		out = out[:len(out)-1]
	}
	return out
}

func isMark(s string) bool {
	switch s {
	case ",", ";", ":", ".", "–", "—", "-", "?", "!":
		return true
	}
	return false
}

func (v *view) firstVerb(words []int) int {
	for k, i := range words {
		if t := &v.tokens[i]; t.isVerb() || t.isFinite() {
			return k
		}
	}
	return -1
}

// shorten cuts the words to maxHeadline at the last place where a phrase ends; verb is the index of the first verb among them.
func (v *view) shorten(words []int, verb int) []int {
	n, best, weak, most := 0, 0, 0, len(words)
	for k := range words {
		if k > verb+1 || verb < 0 && k > 3 {
			switch v.cuts(words, k) {
			case cutGood:
				best = k
			case cutWeak:
				weak = k
			}
		}
		if v.isGlued(k, words) {
			continue
		}
		if n++; n > maxHeadline {
			most = k
			break
		}
	}
	if n <= maxHeadline {
		return words
	}
	if best == 0 {
		best = weak
	}
	if best == 0 {
		best = v.whole(words, most)
	}
	words = words[:best]
	for len(words) > 1 && v.isDangling(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// whole is the greatest number of words up to k that does not end inside a name or with an adjective.
func (v *view) whole(words []int, k int) int {
	for k > 1 {
		t, next := &v.tokens[words[k-1]], &v.tokens[words[k]]
		if t.name != 0 && t.name == next.name || strings.HasPrefix(t.tag, "JJ") && next.isNoun() || t.isNoun() && next.isNoun() && words[k] == words[k-1]+1 || v.isDangling(words[k-1]) {
			k--
			continue
		}
		break
	}
	return k
}

type cutKind uint8

const (
	cutNone cutKind = iota
	cutWeak         // before "of": grammatical, but it loses what the noun is about
	cutGood
)

// cuts tells how well the headline may end before the k-th word.
func (v *view) cuts(words []int, k int) cutKind {
	if k == 0 {
		return cutNone
	}
	t, before := &v.tokens[words[k]], &v.tokens[words[k-1]]
	if t.name != 0 && t.name == before.name {
		return cutNone
	}
	if c := &v.clauses[before.clause]; (c.kind == clauseContent || c.kind == clauseDefining) && len(c.parts) > 0 && c.parts[0] >= words[k] {
		return cutNone // the verb of "that …" is still to come
	}
	if isQuote(before.text) && k > 1 {
		before = &v.tokens[words[k-2]]
	} else if v.isDangling(words[k-1]) {
		return cutNone
	}
	if before.tag == "JJ" || before.tag == "CD" && !t.isMarkLike() || before.tag == "RB" {
		return cutNone
	}
	switch {
	case t.lower == "of":
		return cutWeak
	case t.tag == "IN" && t.lower != "that", t.lower == ",", t.lower == ";", t.tag == "WDT", t.tag == "WP", t.tag == "WRB", t.tag == "TO" && before.isNoun(), t.tag == "VBG" && before.lower == ",", conjunction[t.lower] && !v.joinsNouns(words, k):
		if before.tag == "VBG" && before.isVerb() || before.isVerb() && t.tag != "IN" && t.lower != "," {
			return cutNone
		}
		return cutGood
	case conjunction[t.lower]:
		return cutWeak
	case t.lower == "that" && !before.isVerb():
		return cutWeak
	}
	return cutNone
}

// joinsNouns reports whether the conjunction at the k-th word stands between two nouns, so that a cut would lose one of them.
func (v *view) joinsNouns(words []int, k int) bool {
	return k > 0 && k+1 < len(words) && v.tokens[words[k-1]].isNoun() && !v.tokens[words[k+1]].isVerb() && !v.tokens[words[k+1]].isFinite()
}

func (t *token) isMarkLike() bool { return isMark(t.text) }

// isDangling reports whether a headline must not end in the token.
func (v *view) isDangling(i int) bool {
	t := &v.tokens[i]
	if t.name != 0 || (t.lower == "this" || t.lower == "these" || t.lower == "those") && !v.isNounAt(i+1) {
		return false
	}
	switch t.tag {
	case "IN", "DT", "CC", "TO", "PRP$", "WDT", "WP", "WP$", "WRB", "POS", "(", "``", "MD":
		return true
	}
	switch t.lower {
	case "however", "also", "then", "therefore", "the", "a", "an", "“", "\"":
		return true
	}
	return isMark(t.text) || conjunction[t.lower] || auxiliary[t.lower] && (t.tag == "MD" || t.lower == "had" || t.lower == "has")
}

// isGlued reports whether the k-th word is written without a blank before it, and so is no word of its own.
func (v *view) isGlued(k int, words []int) bool {
	i := words[k]
	if isMark(v.tokens[i].text) && v.tokens[i].text != "-" && v.tokens[i].text != "–" && v.tokens[i].text != "—" {
		return true
	}
	return k > 0 && words[k-1] == i-1 && v.tokens[i-1].end == v.tokens[i].start
}

// join puts the words together as they stood: with the blanks of the text where they were neighbours.
func (v *view) join(words []int) string {
	var b strings.Builder
	for k, i := range words {
		t := &v.tokens[i]
		if k > 0 {
			prev := &v.tokens[words[k-1]]
			glued := t.start == prev.end || isMark(t.text) && t.text != "–" && t.text != "—" && t.text != "-"
			if !glued {
				b.WriteByte(' ')
			}
		}
		if k > 0 && i == 0 && t.name == 0 && t.isVerb() {
			b.WriteString(t.lower)
			continue
		}
		b.WriteString(t.text)
	}
	return balance(strings.Join(strings.Fields(b.String()), " "))
}

func isQuote(s string) bool { return s == "\"" || s == "”" || s == "''" || s == "’" }

// balance drops quotation marks that are left without their pair.
func balance(s string) string {
	if strings.Count(s, "\"")%2 == 1 {
		i := strings.LastIndexByte(s, '"')
		s = s[:i] + s[i+1:]
	}
	if strings.Count(s, "“") != strings.Count(s, "”") {
		s = strings.NewReplacer("“", "", "”", "").Replace(s)
	}
	return strings.TrimSpace(s)
}
