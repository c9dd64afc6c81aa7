package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// isDepiction reports whether the noun phrase that a caption begins with is headed by a noun of depiction: "A contemporary drawing of".
func (v *view) isDepiction() bool {
	for i := range v.tokens {
		t := &v.tokens[i]
		switch {
		case t.depth > 0 || t.phrase != 0:
		case t.is(depiction):
			return t.name == 0 || v.names[t.name-1].Kind == sinosoviet.KindWork || i == 0 || v.tokens[i-1].name != t.name
		case t.lower == "of" || t.tag == "IN" && i > 0 || t.isFinite() || t.lower == ",":
			return false
		}
	}
	return false
}

// isShown reports whether a verbless predicate of a caption names what is shown or by whom it was made, not what happened: no noun in it
// names a happening, or the year stands behind the name of an artist ("Surrender of the garrison by John Doe, 1797"; a day is that of what is shown).
func (v *view) isShown(p *predicate, caption bool) bool {
	if p.person >= 0 {
		return false
	}
	if at := v.tokenAt(p.phrase.TextSpan.Start); caption && at >= 0 && v.clauseOfToken(at).kind == clauseBracket {
		for i := v.clauseOfToken(at).from; i < at; i++ {
			if v.lower(i) == "by" {
				return true // "(drawn by a friend, 1933)"
			}
		}
	}
	if p.verb >= 0 {
		return false
	}
	if p.noun < 0 || !v.isHappeningAt(p.noun) {
		return !v.hasParticiple(p)
	}
	at := v.tokenAt(p.phrase.TextSpan.Start)
	if v.tokens[at].tag == "IN" || p.phrase.Attribute || isDay(p.phrase.When) {
		return false
	}
	for at > 0 && (v.lower(at-1) == "," || v.lower(at-1) == "(") {
		at--
	}
	if at < 2 || v.tokens[at-1].name == 0 || v.names[v.tokens[at-1].name-1].Kind != sinosoviet.KindPerson {
		return false
	}
	return v.lower(v.startOf(at-1)-1) == "by"
}

// isHappeningAt reports whether the noun at token i names something that happens, be it by its form: "Raising of the flag".
func (v *view) isHappeningAt(i int) bool {
	t := &v.tokens[i]
	return t.is(happening) || len(t.lower) > 5 && t.lower[len(t.lower)-3:] == "ing" && (v.lower(i+1) == "of" || t.tag == "VBG") ||
		t.name > 0 && v.names[t.name-1].Kind == sinosoviet.KindEvent
}

// hasParticiple reports whether the clause of a verbless predicate has a participle behind a noun after all: "The garrison marching to the
// coast", also where it is taken for a noun.
func (v *view) hasParticiple(p *predicate) bool {
	for i := 1; i < len(v.tokens); i++ {
		t := &v.tokens[i]
		if !v.belongs(i, p.clause) || t.depth > 0 || t.phrase != 0 || t.name != 0 {
			continue
		}
		if t.isVerb() && t.tag != "VB" && v.isNounAt(i-1) {
			return true
		}
		if strings.HasPrefix(t.tag, "NN") && strings.HasSuffix(t.lower, "ing") && v.isNounAt(i-1) && (v.tagAt(i+1) == "TO" || v.tagAt(i+1) == "IN" && v.lower(i+1) != "of" && v.lower(i+1) != "in" && v.lower(i+1) != "by") {
			return true
		}
	}
	return false
}
