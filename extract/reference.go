package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// isTimeOfDay reports whether the phrase is a time of day, and another one of the clause tells the day.
func (v *view) isTimeOfDay(p *predicate) bool {
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

// isImprint reports whether the date at token i is that of a publication named in the running text: pages follow it, "Smith 1986, p. 71", or
// a publisher stands before it, "(Example University Press, 1984)".
func (v *view) isImprint(behind, i int) bool {
	for v.lower(behind) == "," || v.lower(behind) == ")" || v.lower(behind) == "]" {
		behind++
	}
	if v.is(behind, paging) && (v.tagAt(behind+1) == "CD" || v.lower(behind+1) == ".") {
		return true
	}
	if v.lower(i-1) == "al" || v.lower(i-1) == "al." || v.lower(i-1) == "." && v.lower(i-2) == "al" {
		return true // "Smith et al. 2003"
	}
	if v.isNamesOnly(i) {
		return true
	}
	return v.tokens[i].tag == "CD" && v.lower(i-1) == "," && v.is(i-2, imprint)
}

// isNamesOnly reports whether the bracket that token i, a bare year, closes holds nothing before it but names: "(Example Books 1997)", "(Smith and
// Jones 2001)". The name of an event is none of these.
func (v *view) isNamesOnly(i int) bool {
	if v.tokens[i].tag != "CD" || v.tokens[i].depth == 0 || v.lower(i+1) != ")" {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		t := &v.tokens[j]
		switch {
		case t.text == "(":
			return j < i-1
		case t.name != 0 && v.names[t.name-1].Kind == sinosoviet.KindEvent:
			return false
		case t.name == 0 && t.tag != "NNP" && t.tag != "NNPS" && t.lower != "," && t.lower != "and" && t.lower != "&" && t.lower != "'s":
			return false
		}
	}
	return false
}

// dates reports whether the phrase at token i can date an event at all.
func (v *view) dates(p *temporal.Phrase, i int) bool {
	if p.EDTF.IsZero() || p.Title || p.Compared && !v.isCounted(i) || p.Heading {
		return false
	}
	if v.isNumbered(i) || v.isCount(p, i) || p.Basis == sinosoviet.BasisResolved && v.isHabit(i) {
		return false
	}
	if v.isReferencePoint(v.after(p.TextSpan), i) || p.Relation == sinosoviet.RelationSince && v.tokens[i].lower == "since" && v.isRecord(i) {
		return false
	}
	if behind := v.after(p.TextSpan); v.tagAt(behind) == "POS" && !p.Attribute && v.isMeasured(behind) {
		return false // "the 20th century's finest novel"
	}
	if v.isImprint(v.after(p.TextSpan), i) || v.isAllotted(i) || v.isHonoured(p, i) || v.isCommemorated(i) {
		return false
	}
	if v.lower(i-1) == "effective" && i > 2 && (v.tokens[i-2].phrase != 0 || v.tokens[i-3].phrase != 0) || v.lower(i-1) == "as" && v.lower(i-2) == "soon" {
		return false // when what another date tells was to take effect, or was hoped for
	}
	if p.Rule == "holiday" && v.tokens[i].tag != "IN" && v.isNounAt(v.after(p.TextSpan)) && !strings.ContainsAny(v.text[p.TextSpan.Start:p.TextSpan.End], "0123456789") {
		return false // "the Good Friday earthquake": a name
	}
	if v.lower(i-1) == "not" && v.tokens[i].lower != "until" {
		return false // "not in 1789 but in 1776"
	}
	if p.Basis == sinosoviet.BasisResolved && v.is(i-1, intended) {
		return false
	}
	if p.Basis == sinosoviet.BasisResolved {
		words := strings.ToLower(v.text[p.TextSpan.Start:p.TextSpan.End])
		if strings.Contains(words, "his ") || strings.Contains(words, "her ") || strings.Contains(words, "their ") || strings.Contains(words, "time of") {
			return false // an age, "at the time of"
		}
		last := words[strings.LastIndexByte(words, ' ')+1:]
		if v.lexicon.classOf(last)&vague != 0 && !(strings.HasPrefix(words, "by th") && v.isPast(i)) {
			return false
		}
		if before := v.lower(i - 1); before == "his" || before == "her" || before == "their" || strings.HasSuffix(words, " ago") || p.Rule == "holiday" && v.tokens[i].tag != "IN" {
			return false // an age, a count from the day of writing, a holiday that is only spoken of
		}
		if p.Rule == "season" && last == words && v.isNounAt(v.after(p.TextSpan)) {
			return false // "winter quarters"
		}
		if v.lower(i-1) == "of" && strings.Contains(words, "year") {
			return false // "the formula of the preceding year"
		}
	}
	if p.Basis == sinosoviet.BasisResolved && v.isGeneric(p, i) || v.isAppositive(p, i) {
		return false
	}
	for j := i; j < v.after(p.TextSpan); j++ { // part of a name: "Expo 67", "Evacuation Day", "the Century Hotel"
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

// isPast reports whether the clause of token i tells of the past.
func (v *view) isPast(i int) bool {
	c := v.clauseOfToken(i)
	return len(c.parts) > 0 && v.tokens[c.parts[0]].tag == "VBD"
}

// isGeneric reports whether a resolved date tells no time of the narrative: digits of it are not known, the clause is in
// the present tense or says what happens every year, or it is a bare part of a day.
func (v *view) isGeneric(p *temporal.Phrase, i int) bool {
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
	if strings.HasSuffix(words, "this year") && v.tokens[c.parts[0]].tag != "VBD" {
		return true // the year of writing, which is not told
	}
	for j := range v.tokens { // the tagger takes some nouns for verbs of the present: any past tense speaks against it
		if v.tokens[j].tag == "VBD" {
			return false
		}
	}
	verb := &v.tokens[c.parts[0]]
	if verb.lower == "has" || verb.lower == "have" {
		return v.tagAt(c.parts[0]+1) != "VBN" && v.tagAt(c.parts[0]+2) != "VBN"
	}
	return verb.tag == "VBZ" || verb.tag == "VBP"
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

// isWeak reports whether a phrase of the rule gives way to a full date beside it.
func isWeak(rule string) bool {
	switch rule {
	case "offset", "event-offset", "clock", "part-of-day", "same-unit", "weekday", "of-event", "holiday", "part-of-unit", "previous-unit", "next-unit", "reference", "ordinal-unit":
		return true
	}
	return false
}

// isAppositive reports whether the phrase at token i stands next to another one that says more exactly what it says: "six hours later on July 21",
// "On July 23, the last night of the flight".
func (v *view) isAppositive(p *temporal.Phrase, i int) bool {
	if p.Basis != sinosoviet.BasisResolved || !isWeak(p.Rule) {
		return false
	}
	full := func(o int) bool {
		return o >= 0 && o < len(v.tokens) && v.tokens[o].phrase != 0 && !v.phrases[v.tokens[o].phrase-1].EDTF.IsZero() && !isWeak(v.phrases[v.tokens[o].phrase-1].Rule)
	}
	before, behind := i-1, v.after(p.TextSpan)
	if v.lower(before) == "," || v.lower(before) == "at" {
		before--
	}
	if v.lower(behind) == "," {
		behind++
	}
	return full(before) || full(behind) || v.isOutdone(p, i)
}

// isOutdone reports whether the phrase at token i is a count of years in front of a clause that tells the date itself: "More than 160 years later, the
// king founded the town in 1702".
func (v *view) isOutdone(p *temporal.Phrase, i int) bool {
	if p.Rule != "offset" && p.Rule != "event-offset" {
		return false
	}
	c := &v.clauses[v.tokens[i].clause]
	if len(c.parts) != 1 || i > c.parts[0] {
		return false
	}
	for j := c.parts[0]; j < len(v.tokens); j++ {
		if t := &v.tokens[j]; t.phrase != 0 && t.clause == v.tokens[i].clause {
			o := &v.phrases[t.phrase-1]
			return o.Basis == sinosoviet.BasisExplicit && (o.Relation == sinosoviet.RelationIn || o.Relation == sinosoviet.RelationOn) && !o.Attribute
		}
	}
	return false
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
func (v *view) isCompared(p *temporal.Phrase, i int) bool {
	clause, than := v.tokens[i].clause, -1
	for j := range v.tokens {
		if t := &v.tokens[j]; t.clause == clause && t.lower == "than" && t.phrase == 0 { // "no later than 1970" compares nothing
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

// isLone reports whether the bracket holds nothing but the phrase.
func (v *view) isLone(c *clause, p *temporal.Phrase) bool {
	for i := c.from; i < len(v.tokens) && v.tokens[i].depth > 0; i++ {
		if t := &v.tokens[i]; t.phrase == 0 && t.text != "(" && t.text != ")" && t.text != "[" && t.text != "]" {
			return false
		}
	}
	return !p.IsRange()
}

// isReference reports whether the phrase at token i names no happening: the years of someone's life, the year of a
// publication or of a law that is only named, a span that only defines a noun.
func (v *view) isReference(p *predicate, i int) bool {
	c := v.clauseOfToken(i)
	before := v.tokens[max(c.from-1, 0)]
	switch {
	case c.kind == clauseBracket && len(c.parts) > 0 && v.lower(c.parts[0]) == "being":
		return true // "(the first being in 1988)"
	case c.kind == clauseBracket && len(c.parts) == 0 && p.person < 0 && c.from > 0:
		if next := v.after(p.phrase.TextSpan); v.is(next, work) || v.lower(next) == "census" {
			return true // "(2008 estimate)"
		}
		if before.name > 0 {
			switch e := &v.names[before.name-1]; e.Kind {
			case sinosoviet.KindPerson:
				return true // years of life, or of a publication: "Rakove (1988) identifies"
			case sinosoviet.KindOrg:
				if !strings.Contains(p.phrase.When.String()[1:], "-") || v.hasOtherDate(p, i) {
					return true // years of its life; "chaired the Committee (May–November 2014)" tells when
				}
			case sinosoviet.KindLaw, sinosoviet.KindWork:
				return true
			case sinosoviet.KindEvent:
				if p.phrase.IsRange() {
					return !v.isDuring(v.startOf(c.from-1)) || v.hasOtherDate(p, i) // it tells which war is meant
				}
			}
		}
		if m := &v.clauses[p.clause]; v.isLone(c, &p.phrase) && p.part >= 0 && p.part < len(m.parts) && (v.lower(m.parts[p.part]) == "is" || v.lower(m.parts[p.part]) == "are") && v.tokens[m.parts[p.part]].start < p.phrase.TextSpan.Start {
			return true // "is estimated at 85,458 (2014)"
		}
		if p.phrase.IsRange() && isOrdinal(before.lower) && v.lower(v.after(p.phrase.TextSpan)) == ")" && v.lower(v.after(p.phrase.TextSpan)+1) == "and" {
			return false // "the First (1801–1805) and Second Barbary Wars (1815)"
		}
		if p.phrase.IsRange() && (v.lower(i-1) == "of" || before.name == 0 && v.capitalBefore(c.from)) {
			return true
		}
		return v.capitalBefore(c.from) && v.present(c.from)
	case p.phrase.IsRange() && v.lower(i-1) == "of" && v.tokens[i-1].phrase == 0 && !v.is(i-2, unit) && (p.noun < 0 || !v.tokens[p.noun].is(happening)):
		return true
	case v.tokens[i].tag == "CD" && v.tokens[i].start == p.phrase.TextSpan.Start && v.isNounAt(i-1) && v.is(v.after(p.phrase.TextSpan), work) && p.verb >= 0 && p.verb < i:
		return true // "is rated poor in the World Freedom 2014 report"
	case v.isDefined(p, i), v.isSourced(i), v.isNamesake(p, i), v.isCredit(p), v.isPurpose(p, i), v.isPlanned(p, i):
		return true
	case p.phrase.Relation == sinosoviet.RelationSince && v.tokens[i].lower == "from" && p.verb > i && v.insideSubject(i, &v.clauses[p.clause]) && v.lower(v.after(p.phrase.TextSpan)-1) != "onwards" && v.lower(v.after(p.phrase.TextSpan)-1) != "onward":
		return true // "Records from the 16th century show"
	case p.phrase.Attribute && p.noun >= 0 && p.verb > p.noun && v.tagAt(i-1) == "DT" && !v.tokens[p.noun].is(happening) && !v.isNamedHappening(p.noun) && v.hasOtherDate(p, i):
		return true // "The 1962 constitution was abrogated in 1969"
	case p.phrase.Attribute && p.noun >= 0 && !v.tokens[p.noun].is(happening) && !v.isNamedHappening(p.noun):
		// "relative to its 1995 level", "in his 1989 book … says": no more than which one is meant
		return p.verb >= 0 && v.tokens[p.verb].start < p.phrase.TextSpan.Start || v.tokens[p.noun].is(work) && p.verb >= 0 && (v.tokens[p.verb].tag == "VBZ" || v.tokens[p.verb].tag == "VBP" || v.is(v.contentVerb(p.verb), receiving))
	}
	return false
}

// isOrdinal reports whether a word counts things that follow on each other.
func isOrdinal(word string) bool {
	switch word {
	case "first", "second", "third", "fourth", "fifth":
		return true
	}
	return false
}

// isNamedHappening reports whether token i is part of the name of an event that says so: "the 1729 Battle of Damghan".
func (v *view) isNamedHappening(i int) bool {
	n := v.tokens[i].name
	if n == 0 || v.names[n-1].Kind != sinosoviet.KindEvent {
		return false
	}
	for ; i >= 0 && v.tokens[i].name == n; i-- {
		if v.tokens[i].is(happening) {
			return true
		}
	}
	return false
}

// isDuring reports whether "during" stands before the name at token i.
func (v *view) isDuring(i int) bool {
	return v.lower(i-1) == "during" || v.lower(i-1) == "the" && v.lower(i-2) == "during"
}

// isCredit reports whether a predicate without a finite verb only says where something was published: "Letter from Jane Roe, titled …, published
// in Example, March 1, 1971".
func (v *view) isCredit(p *predicate) bool {
	if p.verb < 0 || !v.is(p.verb, printing) {
		return false
	}
	for i := range v.tokens {
		if v.tokens[i].isFinite() {
			return false
		}
	}
	return true
}

// isPurpose reports whether the date at token i bounds what is to be done by an infinitive in front of the clause: "In addition to the mandate to
// land before the end of the decade, the flight was".
func (v *view) isPurpose(p *predicate, i int) bool {
	if p.verb <= i || p.phrase.Relation != sinosoviet.RelationBefore && p.phrase.Relation != sinosoviet.RelationBy && p.phrase.Relation != sinosoviet.RelationUntil {
		return false
	}
	for j := i - 1; j > 0; j-- {
		switch t := &v.tokens[j]; {
		case t.lower == "," || t.phrase != 0 || t.isFinite():
			return false
		case t.tag == "VB" && v.lower(j-1) == "to":
			return true
		}
	}
	return false
}

// isNamesake reports whether the date at token i closes the name of an event that stands behind a preposition in a clause that has a date of its
// own: "In 1813, as part of the War of 1812".
func (v *view) isNamesake(p *predicate, i int) bool {
	n := v.tokens[i].name
	if n == 0 || v.names[n-1].Kind != sinosoviet.KindEvent || v.names[n-1].TextSpan.Start >= p.phrase.TextSpan.Start {
		return false
	}
	from := v.startOf(i)
	if v.tagAt(from-1) == "DT" {
		from--
	}
	return v.tagAt(from-1) == "IN" && v.hasOtherDate(p, i)
}

// isSourced reports whether token i stands in a phrase that names a source: "According to the 2009 report, …".
func (v *view) isSourced(i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch t := &v.tokens[j]; {
		case t.lower == ",", t.isFinite():
			return false
		case t.lower == "according", t.lower == "as" && v.tagAt(j+1) == "VBN" && j == 0:
			return true // "As reflected in the 2010 census, …"
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
	return i < len(v.tokens) && (v.tokens[i].tag == "VBZ" || v.tokens[i].tag == "VBP") && !v.tokens[i].is(auxiliary)
}

// isDefined reports whether the phrase only tells which law, work or body of a name is meant, and the clause is about something
// else: "under the 1777 Articles of Confederation".
func (v *view) isDefined(p *predicate, i int) bool {
	var e *sinosoviet.Entity
	if p.phrase.Attribute {
		if j := v.after(p.phrase.TextSpan); j < len(v.tokens) && v.tokens[j].name > 0 {
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
	if v.hasOtherDate(p, i) {
		return true // "From 1947 to 1956 the Government of India Act 1935 was retained"
	}
	return p.verb >= 0 && v.tokens[p.verb].start < p.phrase.TextSpan.Start || p.part < 0
}

// repeats reports whether a predicate says the date of one before it again: in the same clause with the same date, or as an
// apposition that counts from another event ("until 1949, a few months after the proclamation").
func (v *view) repeats(out []predicate, pr *predicate, i int) bool {
	for k := range out {
		o := &out[k]
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
	if i == 0 || pr.phrase.Event.Start >= pr.phrase.TextSpan.End {
		return false
	}
	prev := &v.phrases[i-1]
	between := strings.TrimSpace(v.text[prev.TextSpan.End:max(prev.TextSpan.End, pr.phrase.TextSpan.Start)])
	return (between == "," || between == "(") && pr.phrase.Basis == sinosoviet.BasisResolved && (!pr.phrase.Event.IsZero() || pr.phrase.Rule == "offset" || pr.phrase.Rule == "event-offset") && !prev.EDTF.IsZero()
}
