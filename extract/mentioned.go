package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet/temporal"
)

// isAllotted reports whether the date at token i only tells which budget or report is meant: "its budget for 2013 is", "ranked 57th in the report for 2010–2011".
func (v *view) isAllotted(i int) bool {
	if v.lower(i) == "for" { // the preposition may be part of the phrase
		i++
	}
	if v.lower(i-1) != "for" {
		return false
	}
	j := i - 2
	if j > 0 && v.tokens[j].lower == ")" {
		for j > 0 && v.tokens[j].depth > 0 {
			j--
		}
	}
	for n := 0; j > 0 && n < 4 && !v.is(j, allotted); n++ { // "the budget of the country for 2013"
		if t := &v.tokens[j]; t.lower != "of" && t.tag != "DT" && !t.isNoun() {
			return false
		}
		j--
	}
	return v.is(j, allotted)
}

// honouring are stems of verbs whose object may be a day: "proclaiming 2 August to be the holiday", "celebrates 4 July".
var honouring = [...]string{"proclaim", "declar", "designat", "celebrat", "observ", "commemorat", "choos", "chose", "mark", "nam", "select", "honor", "honour", "recogni"}

// isHonoured reports whether the day at token i is itself what the verb before it is about.
func (v *view) isHonoured(p *temporal.Phrase, i int) bool {
	if i < 1 || v.tokens[i].start != p.TextSpan.Start || v.tokens[i].tag == "IN" || len(p.When.String()) < len("XXXX-XX-XX") {
		return false
	}
	return v.honours(i - 1)
}

// honours reports whether the word at token i is a verb whose object may be a day.
func (v *view) honours(i int) bool {
	if !v.tokens[i].isVerb() && !strings.HasSuffix(v.lower(i), "ing") {
		return false
	}
	for _, stem := range honouring {
		if strings.HasPrefix(v.lower(i), stem) {
			return true
		}
	}
	return false
}

// isPlanned reports whether the year at token i names what an infinitive says is to come, and the clause has a date of its own: "In 2012, the town was selected
// to host the 2015 Games".
func (v *view) isPlanned(p *predicate, i int) bool {
	if !p.phrase.Attribute || p.verb < 0 || p.verb > i {
		return false
	}
	for j := i - 1; j > p.verb; j-- {
		switch t := &v.tokens[j]; {
		case t.tag == "VB" && v.lower(j-1) == "to":
			return v.hasOtherDate(p, i) && v.lower(j-2) != "on" // "went on to win" it
		case t.phrase != 0 || t.lower == "," || t.isFinite():
			return false
		}
	}
	return false
}
