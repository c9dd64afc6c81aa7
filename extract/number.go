package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet/temporal"
)

// isNumbered reports whether the date at token i is a bare number that belongs to the noun before it: "serial number 2044".
func (v *view) isNumbered(i int) bool {
	if i == 0 || v.tokens[i].tag != "CD" {
		return false
	}
	if before := v.tokens[i-1]; before.is(numbered) {
		return true
	}
	return v.lower(i-1) == "." && (v.lower(i-2) == "no" || v.lower(i-2) == "nos" || v.lower(i-2) == "nr")
}

// isCount reports whether the date at token i is a bare number without a preposition that counts the plural behind it: "About 1500 worn and
// broken stones", "employs 2000 full-time workers". A number that opens the subject, with the verb behind that plural, counts it.
func (v *view) isCount(p *temporal.Phrase, i int) bool {
	words := strings.TrimLeft(strings.ToLower(v.text[p.TextSpan.Start:p.TextSpan.End]), " ")
	for _, w := range [...]string{"about ", "around ", "some ", "over ", "nearly ", "approximately ", "almost "} {
		words = strings.TrimPrefix(words, w)
	}
	if len(words) > 4 || strings.Trim(words, "0123456789") != "" {
		return false
	}
	if before := v.tagAt(i - 1); i > 0 && before != "," && before != "CC" && before != "." && !v.tokens[i-1].isDash() && !v.tokens[i-1].isVerb() {
		return false
	}
	seen := false
	for j := v.after(p.TextSpan); j < len(v.tokens); j++ {
		t := &v.tokens[j]
		switch {
		case t.name != 0 || t.phrase != 0:
			return false
		case t.tag == "NNS":
			return seen
		case t.tag == "NN" && seen:
		case strings.HasPrefix(t.tag, "JJ"), t.tag == "VBN", t.tag == "VBD" && (v.lower(j+1) == "and" || v.lower(j-1) == "and"), t.lower == "and" && seen, t.tag == "RB", t.tag == "CD" && v.lower(j-1) == "and":
			seen = true
		default:
			return false
		}
	}
	return false
}

// isHabit reports whether the clause of token i says what can or may happen, or will: a date that is only resolved from the text around
// tells no happening there.
func (v *view) isHabit(i int) bool {
	c := v.clauseOfToken(i)
	if len(c.parts) == 0 && c.parent >= 0 {
		c = &v.clauses[c.parent]
	}
	if len(c.parts) == 0 {
		return false
	}
	switch v.lower(c.parts[0]) {
	case "may", "can", "must", "shall", "tend", "tends":
		return true
	}
	return false
}
