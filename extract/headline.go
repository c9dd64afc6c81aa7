package extract

import (
	"strings"
)

// maxHeadline is the greatest number of words of a headline.
const maxHeadline = 12

// headline is what happened in at most maxHeadline of the sentence's own words: who or what, then the predicate, without its
// date, brackets and asides, cut where a phrase ends.
func (v *view) headline(p *predicate) string {
	var words []int
	v.floor, v.keep = 0, -1
	if c := &v.clauses[p.clause]; c.kind == clauseBracket && p.part >= 0 {
		v.floor = v.tokens[c.parts[0]].depth
	}
	if at := v.tokenAt(p.phrase.TextSpan.Start); p.phrase.Attribute && at >= 0 {
		v.floor = max(v.floor, v.tokens[at].depth)
	}
	switch {
	case p.person >= 0:
		return v.listed(p)
	case p.span[1] > 0:
		words = v.visible(p.span[0], p.span[1])
	case p.phrase.Attribute && p.noun >= 0 && (v.tokens[p.noun].is(happening) || v.isNamedHappening(p.noun)) && (p.part < 0 || v.opensClause(p) || v.isConsequence(p)):
		words = v.nominal(p)
	case p.part < 0:
		words = v.fragment(p)
	default:
		words = v.sentenceWords(p)
		if c := &v.clauses[p.clause]; c.kind == clauseBracket && len(words) > 0 && words[0] >= c.parts[0] {
			words = v.joinLists(v.nounPhrase(c.head), words) // "(also known as …)" is said of what stands before
		}
		words = v.led(p, words)
	}
	words = v.trim(v.mend(words))
	if len(words) == 0 {
		v.floor = len(v.tokens)
		words = v.trim(v.all())
	}
	said := -1
	if p.part >= 0 && p.span[1] == 0 && p.noun < 0 {
		said = v.clauses[p.clause].parts[p.part]
	}
	return v.join(v.widowed(v.atMost(words, said)))
}

// widowed leaves out "both" or "either" in front when the second of the two is left out.
func (v *view) widowed(words []int) []int {
	if len(words) < 2 || v.lower(words[0]) != "both" && v.lower(words[0]) != "either" {
		return words
	}
	for _, i := range words[1:] {
		switch v.lower(i) {
		case "and", "or", "&", "of", "sides", "parties": // "both of them", "both sides"
			return words
		}
	}
	if words[1] != words[0]+1 || v.tagAt(words[1]) == "VBD" || v.tagAt(words[1]) == "VBP" {
		return words // "both were killed"
	}
	for j := words[1]; j < len(v.tokens) && v.tokens[j].clause == v.tokens[words[0]].clause && !v.tokens[j].isFinite(); j++ {
		if l := v.lower(j); l == "and" || l == "or" {
			return words[1:]
		}
	}
	return words
}

// led is the words of a predicate behind the date, when that is its subject: "The 1990s saw a decline".
func (v *view) led(p *predicate, words []int) []int {
	at := v.tokenAt(p.phrase.TextSpan.Start)
	if at < 0 || len(words) == 0 || words[0] < at || words[0] != v.clauses[p.clause].parts[p.part] || !v.tokens[words[0]].isFinite() || v.after(p.phrase.TextSpan) != words[0] && v.tagAt(words[0]-1) != "RB" || v.tokens[at].tag == "IN" {
		return words
	}
	return v.joinLists(v.restore(nil, at, v.after(p.phrase.TextSpan)), words)
}

// isConsequence reports whether the noun phrase of an attributive date stands behind "culminating in", "following" and the like.
func (v *view) isConsequence(p *predicate) bool {
	words := v.nominal(p)
	if len(words) == 0 {
		return false
	}
	i := words[0] - 1
	for j := i; j >= 0 && !v.tokens[j].isFinite(); j-- {
		if v.lower(j) == "including" {
			return true // one of a list of examples
		}
	}
	if v.tagAt(i) == "IN" && v.lower(i) != "in" && v.lower(i) != "for" && v.lower(i) != "at" && v.hasOtherDate(p, v.tokenAt(p.phrase.TextSpan.Start)) {
		return true
	}
	return v.lower(i) == "by" && (v.tagAt(i-1) == "VBN" || v.lower(i-1) == "about") && v.tokens[i].start < v.tokens[max(p.verb, 0)].start || v.is(i, consequential) || v.is(i-1, consequential) || v.is(i, conjunction)
}

// sentenceWords are subject and predicate.
func (v *view) sentenceWords(p *predicate) []int {
	subject, rest := v.subject(p.clause, p.part), v.predicateWords(p)
	c := &v.clauses[p.clause]
	if found := v.antecedent(p.clause, subject); found != nil {
		subject = found
	}
	if p.part == 0 && c.kind == clauseAdverbial && c.from == 0 && c.parts[0] == 0 && v.tokens[0].tag == "VBN" && c.parent >= 0 && c.boundary > 0 && len(v.clauses[c.parent].parts) > 0 {
		// "Admitted to the bar in 1836, he moved": the sentence as it stands
		host := *p
		host.clause, host.verb, host.gap, host.end = c.parent, v.clauses[c.parent].parts[0], [2]int{}, 0
		v.keep = c.boundary
		return append(append(rest, c.boundary), append(subject, v.predicateWords(&host)...)...)
	}
	if p.part == 0 && c.kind == clauseAdverbial && c.from == 0 && c.parent >= 0 && c.boundary > 0 && v.tokens[c.parts[0]].tag == "VBG" && len(subject) == 1 && v.tokens[subject[0]].tag == "PRP" && subject[0] > c.boundary && len(v.clauses[c.parent].parts) > 0 {
		// "After being occupied, they …": who they are, the sentence does not say
		host := *p
		host.clause, host.verb, host.gap, host.end = c.parent, v.clauses[c.parent].parts[0], [2]int{}, 0
		v.keep = c.boundary
		return append(append(append(v.visible(c.from, c.parts[0]), rest...), c.boundary), append(subject, v.predicateWords(&host)...)...)
	}
	for n := len(subject); c.kind == clauseAdverbial && n > 1 && v.tokens[subject[n-1]].tag == "RB" && subject[n-1] > c.from+1; n = len(subject) {
		subject = subject[:n-1] // "Upon landing in the port, he immediately went": the adverb is not of the landing
	}
	if host := v.accompanies(p); len(host) > 0 {
		return append(append(append(subject, host...), c.opens[p.part]-1), rest...)
	}
	if carried := v.carried(p); len(carried) > 0 && p.gap[1] == 0 {
		return v.joinLists(subject, carried, rest)
	}
	if p.gap[1] > 0 && p.subject {
		subject = v.visible(p.gap[0], p.gap[1])
	}
	if (c.kind == clauseRelative || c.kind == clauseDefining) && c.head >= 0 && v.hasOwnSubject(c) && (v.lower(c.from) == "which" && v.tagAt(c.from-1) != "IN" || v.lower(c.from) == "that" || v.lower(c.from) == "whom") {
		// "cannons that the patriots had captured": the object goes behind the verb.
		end := v.contentVerb(c.parts[p.part])
		k := 0
		for k < len(rest) && rest[k] <= end {
			k++
		}
		rest = v.joinLists(rest[:k], v.nounPhrase(c.head), rest[k:])
	}
	return v.joinLists(subject, rest)
}

// carried are the auxiliaries that a participle behind a conjunction leaves out: of "was built in 1830 and burned in 1840", for "burned", "was".
func (v *view) carried(p *predicate) []int {
	c := &v.clauses[p.clause]
	if p.part <= 0 || v.hasObject(c.parts[p.part]) {
		return nil
	}
	if t := &v.tokens[c.parts[p.part]]; t.tag != "VBN" && (t.tag != "VBD" || !t.is(making|concluding|appointing|uniting)) { // verbs that without an object say what was done
		return nil
	}
	for k := p.part - 1; k >= 0; k-- {
		verb := c.parts[k]
		if !v.tokens[verb].is(auxiliary) {
			if v.tokens[verb].tag == "VBN" {
				continue
			}
			return nil
		}
		end := verb + 1
		for ; end < len(v.tokens) && (v.tokens[end].is(auxiliary) || v.tokens[end].tag == "RB"); end++ {
		}
		past := end
		for ; v.tokens[end-1].tag == "RB" && v.tokens[end-1].lower != "not"; end-- {
		}
		if v.tagAt(past) != "VBN" {
			return nil
		}
		return v.visible(verb, end)
	}
	return nil
}

// accompanies is the predicate that a participle behind a comma goes with, when it has no date of its own: "joined the intervention, sending forces
// to Siberia in 1918". It is empty when there is none.
func (v *view) accompanies(p *predicate) []int {
	c := &v.clauses[p.clause]
	if p.part <= 0 || p.gap[1] > 0 || v.tokens[c.parts[p.part]].tag != "VBG" || v.is(c.parts[p.part], outcome) || !v.tokens[c.parts[p.part-1]].isFinite() {
		return nil
	}
	comma := c.opens[p.part] - 1
	if v.lower(comma) != "," {
		return nil
	}
	from := c.opens[p.part-1]
	if p.part == 1 {
		from = c.from
	}
	for i := from; i < comma; i++ {
		if v.tokens[i].phrase != 0 || v.tokens[i].clause != p.clause && i > c.parts[p.part-1] {
			return nil
		}
	}
	v.keep = comma
	return v.visible(c.parts[p.part-1], comma)
}

// visible are the tokens [from, to) that a headline shows.
func (v *view) visible(from, to int) []int {
	out := v.list(max(to-from, 0))
	for i := from; i < to; i++ {
		if !v.isHidden(i) {
			out = append(out, i)
		}
	}
	return out
}

// opensClause reports whether the noun phrase of an attributive date is what its clause begins with.
func (v *view) opensClause(p *predicate) bool {
	words := v.nominal(p)
	subject := v.subject(p.clause, p.part)
	return len(words) > 0 && len(subject) > 0 && words[0] == subject[0]
}

// listed is the headline of one of a list: "The death of Yuri Andropov".
func (v *view) listed(p *predicate) string {
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
	if t.phrase != 0 && v.hasArticle(t.phrase-1) || v.isComplement(i) {
		return false
	}
	if t.phrase != 0 && (t.tag == "IN" || t.tag == "DT") && t.depth <= v.floor && v.isLed(i) {
		return false
	}
	if t.is(nearly) && t.name == 0 && i+1 < len(v.tokens) && v.tokens[i+1].phrase != 0 && (v.tokens[i+1].tag == "IN" || v.tokens[i+1].lower == "before" || v.tokens[i+1].lower == "after") && !v.isNamed(i+1) {
		return true
	}
	if t.lower == "alone" && i > 0 && v.tokens[i-1].phrase != 0 && v.lower(i+1) != "with" {
		return true // "in April 1949 alone"
	}
	return t.phrase != 0 && !v.isNamed(i) || t.depth > v.floor || isBracket(t.text) || t.lower == "as" && v.lower(i+1) == "of" && i+2 < len(v.tokens) && v.tokens[i+2].phrase != 0 ||
		i+1 < len(v.tokens) && v.tokens[i+1].phrase != 0 && !v.isNamed(i+1) && t.name == 0 && t.is(leading) || v.isRangeTail(i) && !v.isNamed(i)
}

// isComplement reports whether token i belongs to a date that is all that is said of the subject: "the upper part is 15th century", "The font is of the
// 12th century".
func (v *view) isComplement(i int) bool {
	from := i
	if v.tokens[i].phrase == 0 && v.lower(i) == "of" {
		from++
	}
	if from >= len(v.tokens) || v.tokens[from].phrase == 0 || v.tokens[from].depth > v.floor {
		return false
	}
	p := v.phrases[v.tokens[from].phrase-1].TextSpan
	switch at := v.tokenAt(p.Start); {
	case at < 0:
		return false
	case v.lower(at-1) == "of":
		from = at - 2
	default:
		from = at - 1
	}
	switch v.lower(from) {
	case "is", "are", "was", "were":
		next := v.after(p)
		return next >= len(v.tokens) || isBracket(v.tokens[next].text) || v.tokens[next].isMarkLike()
	}
	return false
}

// hasArticle reports whether the phrase stands between an indefinite article and its noun: without it, "a 2010 earthquake" would not read. A holiday
// before a noun is its name: "the Good Friday earthquake".
func (v *view) hasArticle(phrase int) bool {
	p := &v.phrases[phrase]
	i := v.tokenAt(p.TextSpan.Start)
	if before := v.lower(i - 1); before != "a" && before != "an" && (p.Rule != "holiday" || v.tagAt(i) == "IN") {
		return false
	}
	next := v.after(p.TextSpan)
	return next < len(v.tokens) && (v.tokens[next].isNoun() || v.tokens[next].tag == "JJ")
}

// isLed reports whether the preposition or article at token i of a date belongs to the noun behind the date: "during the 1980s oil glut".
func (v *view) isLed(i int) bool {
	p := &v.phrases[v.tokens[i].phrase-1]
	next := v.after(p.TextSpan)
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

// isRangeTail reports whether token i is what follows a date in a range of days: "–26".
func (v *view) isRangeTail(i int) bool {
	t := &v.tokens[i]
	if (t.tag == "CD" || t.lower == "present" && t.name == 0) && i > 1 {
		return v.tokens[i-1].isDash() && v.tokens[i-2].phrase != 0
	}
	return t.isDash() && i > 0 && v.tokens[i-1].phrase != 0 && (v.tagAt(i+1) == "CD" || v.lower(i+1) == "present")
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

// predicateWords are the words of a predicate: from its verb to the next one that has a date of its own, or the end of its clause.
func (v *view) predicateWords(p *predicate) []int {
	c := &v.clauses[p.clause]
	from, to := c.parts[p.part], v.predicateEnd(p)
	for p.part > 0 && from > 0 && v.tokens[from-1].tag == "RB" && v.tokens[from-1].name == 0 && v.tokens[from-1].phrase == 0 && v.tokens[from-1].clause == p.clause && v.tokens[from-1].lower != "then" {
		from--
	}
	if p.gap[1] > 0 {
		end := v.contentVerb(c.parts[p.part])
		words := v.visible(from, end+1)
		if !p.subject {
			words = v.joinLists(words, v.visible(p.gap[0], p.gap[1]))
		}
		return words
	}
	out := v.list(max(to-from, 0))
	for i := from; i < to; i++ {
		if v.belongs(i, p.clause) {
			if n := len(out); (n > 1 || n == 1 && c.kind == clauseDefining && v.tokens[out[0]].tag == "VBN") && v.tokens[i].lower == "," && v.tokens[i-1].phrase != 0 && v.tokens[i].phrase == 0 && v.tokens[out[n-1]].tag != "VBD" && i+1 < to && v.tokens[i+1].phrase == 0 {
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
func (v *view) predicateEnd(p *predicate) int {
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

// nominal is the noun phrase that an attributive date belongs to, with what is said of it behind it up to the verb: "The withdrawal of
// Vietnam's forces from Cambodia".
func (v *view) nominal(p *predicate) []int {
	at := v.tokenAt(p.phrase.TextSpan.Start)
	from := at
	for from > 0 && v.tokens[from-1].phrase == 0 && v.tokens[from-1].depth == v.tokens[at].depth && (v.tokens[from-1].tag == "DT" || strings.HasPrefix(v.tokens[from-1].tag, "JJ") || v.tokens[from-1].tag == "PRP$" || v.tokens[from-1].tag == "POS" || v.tokens[from-1].isNoun()) {
		from--
	}
	out := v.list(len(v.tokens) - from)
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
func (v *view) fragment(p *predicate) []int {
	out := v.list(len(v.tokens))
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
	out := v.list(len(v.tokens))
	for i := range v.tokens {
		if !v.isHidden(i) {
			out = append(out, i)
		}
	}
	return out
}
