package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// bounding are prepositions whose noun phrase tells when, so that a date inside it is that of the noun: "until after the publication of
// the book in 1818". What the verb says lies to that date as the preposition tells.
var bounding = map[string]sinosoviet.Relation{"until": sinosoviet.RelationUntil, "till": sinosoviet.RelationUntil, "before": sinosoviet.RelationBefore,
	"since": sinosoviet.RelationSince, "after": sinosoviet.RelationAfter, "following": sinosoviet.RelationAfter, "prior": sinosoviet.RelationBefore, "with": sinosoviet.RelationIn}

// units are nouns of time, whose "of" goes on with the date itself: "the summer of 1901".
var units = map[string]bool{"year": true, "years": true, "month": true, "months": true, "day": true, "days": true, "week": true, "weeks": true, "night": true, "evening": true, "morning": true, "afternoon": true,
	"spring": true, "summer": true, "autumn": true, "fall": true, "winter": true, "beginning": true, "end": true, "start": true, "middle": true, "close": true, "turn": true, "part": true, "half": true, "quarter": true,
	"rest": true, "remainder": true, "course": true, "season": true, "date": true, "period": true, "era": true, "decade": true, "decades": true, "century": true, "as": true, "outset": true, "eve": true, "time": true, "weekend": true, "holiday": true, "months'": true, "most": true, "much": true, "all": true}

// isNamedByYear reports whether the phrase at token i stands behind the "of" of a state or thing that is only named by its year ("in the
// condition of 1763"): there is no event.
func (v *view) isNamedByYear(p predicate, i int) bool {
	if p.verb < 0 || p.verb >= i || p.person >= 0 || p.phrase.Attribute || v.tokens[i].depth > 0 || v.lower(i-1) != "of" || i < 3 {
		return false
	}
	n := &v.tokens[i-2]
	return strings.HasPrefix(n.tag, "NN") && n.name == 0 && n.phrase == 0 && !units[n.lower] && !isHappening(n.lower) && v.tokens[i].tag == "CD"
}

// bounded splits a predicate whose date stands inside the noun phrase of a bounding preposition: the happening in that phrase has the date, and
// what the verb says, unless it has a date of its own, lies to it as the preposition tells. "After the king's death in 1412, the nobles rebelled".
func (v *view) bounded(p predicate, i int) (inner, main predicate, ok bool) {
	main.verb = -1
	if p.verb < 0 || p.person >= 0 || v.tokens[i].depth > 0 || p.phrase.IsRange() && !p.phrase.Attribute ||
		p.phrase.Relation != sinosoviet.RelationIn && p.phrase.Relation != sinosoviet.RelationOn {
		return inner, main, false
	}
	noun, open := v.boundedNoun(i)
	if open >= 0 && v.lower(open) == "since" && v.tagAt(open+1) == "VBG" { // "has grown since gaining independence in 1975"
		p.phrase.Relation, p.phrase.EDTF = sinosoviet.RelationSince, boundedBy(sinosoviet.RelationSince, p.phrase.When)
		return p, main, !p.phrase.EDTF.IsZero()
	}
	to := i
	if p.phrase.Attribute { // "after the 1979 revolution"
		if open < 0 || p.noun < 0 || v.lower(open) == "with" || !isHappening(v.lower(p.noun)) && !v.isNamedHappening(p.noun) {
			return inner, main, false
		}
		to = p.noun + 1
		if noun < 0 {
			noun = p.noun
		}
	}
	if noun < 0 {
		return inner, main, false
	}
	from := open + 1
	for v.tagAt(from) == "IN" || v.tagAt(from) == "TO" {
		from++
	}
	inner, main = p, p
	inner.noun, inner.span = noun, [2]int{from, to}
	main.phrase.Relation, main.phrase.Basis, main.phrase.Rule = bounding[v.lower(open)], sinosoviet.BasisResolved, "bounding-event"
	main.phrase.EDTF = boundedBy(main.phrase.Relation, p.phrase.When)
	main.noun, main.aside = -1, [2]int{open, to}
	if main.phrase.EDTF.IsZero() || v.hasOtherDate(p, i) || v.isLikened(open) || v.lower(open) == "until" && bounding[v.lower(open+1)] != "" {
		main.verb = -1
	}
	return inner, main, true
}

// coordinated is the predicate of a happening that stands, without a verb, behind a conjunction and a date: "Protests grew, and on 16 December,
// the destruction of a shipment of tea."
func (v *view) coordinated(p predicate, i int) (predicate, bool) {
	if p.verb < 0 || p.verb > i || i < 2 || p.phrase.Attribute || !conjunction[v.lower(i-1)] || v.tokens[i].depth > 0 {
		return p, false
	}
	from := v.after(p.phrase)
	if v.lower(from) == "," {
		from++
	} else if v.tagAt(from) != "DT" {
		return p, false
	}
	noun, end := -1, from
	for ; end < len(v.tokens); end++ {
		t := &v.tokens[end]
		switch {
		case t.isFinite() || t.phrase != 0 || t.clause != v.tokens[i].clause || t.isVerb() && noun < 0:
			return p, false
		case end == from && t.tag != "DT" && !strings.HasPrefix(t.tag, "JJ") && !t.isNoun():
			return p, false
		case noun < 0 && t.name == 0 && t.isNoun() && isHappening(t.lower):
			noun = end
		case noun < 0 && (t.tag == "IN" || t.lower == ",") || t.lower == "." || t.lower == ";":
			if noun < 0 {
				return p, false
			}
		}
		if noun >= 0 && (t.lower == "." || t.lower == ";" || t.lower == ",") {
			break
		}
	}
	p.noun, p.span = noun, [2]int{from, end}
	return p, noun >= 0
}

// accompanied is the predicate of what goes with the verb's deed at another time: "joined in 1999, with coins replacing the notes in 2002".
func (v *view) accompanied(p predicate, i int) (predicate, bool) {
	if p.verb < 0 || p.verb > i || v.tokens[i].depth > 0 {
		return p, false
	}
	deed := -1
	for j := i - 1; j > p.verb+1 && i-j < 20; j-- {
		t := &v.tokens[j]
		switch {
		case t.depth > 0:
		case t.lower == "with" && t.name == 0 && v.lower(j-1) == ",":
			p.noun, p.span = deed, [2]int{j + 1, i}
			return p, deed > j+1
		case t.phrase != 0 || t.lower == "," || t.lower == ";" || t.isFinite() || t.clause != v.tokens[i].clause && !v.clauses[t.clause].kind.isPart():
			return p, false
		case (t.tag == "VBG" || t.tag == "VBN") && t.isVerb():
			deed = j
		}
	}
	return p, false
}

// alsoBounded is the predicate of a date that goes on with the happening of one of the predicates before it: "before the elections in 2008 and
// 2012 and the adoption of a constitution in 2010".
func (v *view) alsoBounded(before []predicate, p predicate, i int) (predicate, bool) {
	for k := len(before) - 1; k >= 0; k-- {
		b := &before[k]
		if b.span[1] == 0 || b.clause != p.clause || b.phrase.TextSpan.End > v.tokens[i].start {
			continue
		}
		from := v.after(b.phrase)
		if from >= i || v.lower(from) != "and" && v.lower(from) != "," {
			return p, false
		}
		for from < i && (v.lower(from) == "and" || v.lower(from) == ",") {
			from++
		}
		p.noun, p.span = b.noun, b.span
		for j := from; j < i; j++ {
			switch t := &v.tokens[j]; {
			case t.isVerb() || t.isFinite() || t.lower == ",":
				return p, false
			case t.name == 0 && t.isNoun() && isHappening(t.lower) && p.noun == b.noun:
				p.noun, p.span = j, [2]int{from, i}
			}
		}
		return p, from == i || p.noun != b.noun
	}
	return p, false
}

// boundedNoun goes back from the date at token i to a bounding preposition. It gives the happening between them, or -1, and the preposition.
func (v *view) boundedNoun(i int) (noun, open int) {
	noun = -1
	for j := i - 1; j >= 0 && i-j < 20; j-- {
		t := &v.tokens[j]
		relation := bounding[t.lower]
		if t.name != 0 {
			relation = ""
		}
		switch {
		case t.depth > 0:
		case t.lower == "with" && (j != v.clauses[t.clause].from || noun < 0 || v.lower(noun+1) != "of"):
			return -1, -1
		case relation != "" && t.phrase == 0 && (t.lower != "prior" || v.lower(j+1) == "to") && (t.lower != "following" || t.tag != "JJ" && v.tagAt(j-1) != "DT"):
			if j > 0 && bounding[v.lower(j-1)] == sinosoviet.RelationUntil {
				j-- // "until after the publication"
			}
			return noun, j
		case t.clause != v.tokens[i].clause || t.phrase != 0 || t.isFinite() || t.isVerb() && t.tag != "VBG" || t.lower == "," || t.lower == ";":
			return -1, -1
		case t.name == 0 && (t.isNoun() || t.tag == "VBG") && !units[t.lower] && (isHappening(t.lower) || strings.HasSuffix(t.lower, "ing") && v.lower(j+1) == "of"):
			noun = j
		}
	}
	return -1, -1
}

// boundedBy is the date of what lies to a known one as the relation tells.
func boundedBy(relation sinosoviet.Relation, when edtf.Date) edtf.Date {
	start, end, ok := strings.Cut(when.String(), "/")
	if !ok {
		end = start
	}
	switch relation {
	case sinosoviet.RelationAfter:
		return interval(end, "..") // of a war of ten years, its end
	case sinosoviet.RelationSince:
		return interval(start, "..")
	case sinosoviet.RelationBefore, sinosoviet.RelationUntil:
		return interval("..", end)
	}
	return edtf.Date{}
}

// hasOtherDate reports whether the predicate's clause has another date than the one at token i.
func (v *view) hasOtherDate(p predicate, i int) bool {
	for j := range v.tokens {
		t := &v.tokens[j]
		if t.phrase != 0 && t.phrase != v.tokens[i].phrase && t.clause == p.clause && !v.phrases[t.phrase-1].EDTF.IsZero() {
			return true
		}
	}
	return false
}
