package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// relationTo is how what is said lies to the happening behind a bounding or relating word.
func relationTo(word string) sinosoviet.Relation {
	switch word {
	case "until", "till":
		return sinosoviet.RelationUntil
	case "before", "prior":
		return sinosoviet.RelationBefore
	case "since", "from":
		return sinosoviet.RelationSince
	case "after", "following":
		return sinosoviet.RelationAfter
	}
	return sinosoviet.RelationIn
}

// isNamedByYear reports whether the phrase at token i stands behind the "of" of a state or thing that is only named by its year ("in the
// condition of 1763"): there is no event.
func (v *view) isNamedByYear(p *predicate, i int) bool {
	if p.verb < 0 || p.verb >= i || p.person >= 0 || p.phrase.Attribute || v.tokens[i].depth > 0 || v.lower(i-1) != "of" || i < 3 {
		return false
	}
	n := &v.tokens[i-2]
	return strings.HasPrefix(n.tag, "NN") && n.name == 0 && n.phrase == 0 && !n.is(unit) && !n.is(happening) && (v.tokens[i].tag == "CD" || v.lower(i) == "the" && p.phrase.Rule == "century")
}

// bounded splits a predicate whose date stands inside the noun phrase of a bounding preposition: the happening in that phrase has the date, and
// what the verb says, unless it has a date of its own, lies to it as the preposition tells. "After the king's death in 1412, the nobles rebelled".
func (v *view) bounded(p *predicate, i int) (inner, main predicate, ok bool) {
	main.verb = -1
	if p.verb < 0 || p.person >= 0 || v.tokens[i].depth > 0 || p.phrase.IsRange() && !p.phrase.Attribute ||
		p.phrase.Relation != sinosoviet.RelationIn && p.phrase.Relation != sinosoviet.RelationOn {
		return inner, main, false
	}
	noun, open := v.boundedNoun(i)
	if open >= 0 && v.lower(open) == "since" && v.tagAt(open+1) == "VBG" { // "has grown since gaining independence in 1975"
		inner = *p
		inner.phrase.Relation, inner.phrase.EDTF = sinosoviet.RelationSince, boundedBy(sinosoviet.RelationSince, p.phrase.When)
		return inner, main, !inner.phrase.EDTF.IsZero()
	}
	if c := &v.clauses[p.clause]; open >= 0 && !p.phrase.Attribute && v.tagAt(open+1) == "VBG" && c.kind == clauseAdverbial && c.parent >= 0 && len(c.parts) > 0 && c.parts[0] == open+1 && len(v.clauses[c.parent].parts) > 0 {
		// "After gaining independence in 1991, the country joined": what the country did, and then did
		inner, main = *p, *p
		main.clause, main.part, main.verb, main.noun = c.parent, 0, v.clauses[c.parent].parts[0], -1
		main.phrase.Relation, main.phrase.Basis, main.phrase.Rule = relationTo(v.lower(open)), sinosoviet.BasisResolved, "bounding-event"
		main.phrase.EDTF = boundedBy(main.phrase.Relation, p.phrase.When)
		if main.phrase.EDTF.IsZero() || v.hasOtherDate(&main, i) {
			main.verb = -1
		}
		return inner, main, true
	}
	to := i
	if p.phrase.Attribute { // "after the 1979 revolution"
		if open < 0 || p.noun < 0 || v.lower(open) == "with" || !v.is(p.noun, happening) && !v.isNamedHappening(p.noun) {
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
	inner, main = *p, *p
	inner.noun, inner.span = noun, [2]int{from, to}
	main.phrase.Relation, main.phrase.Basis, main.phrase.Rule = relationTo(v.lower(open)), sinosoviet.BasisResolved, "bounding-event"
	main.phrase.EDTF = boundedBy(main.phrase.Relation, p.phrase.When)
	main.noun, main.aside = -1, [2]int{open, to}
	if main.phrase.EDTF.IsZero() || v.hasOtherDate(p, i) && v.lower(open) != "from" || v.isLikened(open) || v.lower(open) == "until" && v.is(open+1, bounding) {
		main.verb = -1
	}
	return inner, main, true
}

// coordinated is the noun, and the noun phrase, of a happening that stands, without a verb, behind a conjunction and a date: "Protests grew, and on 16 December,
// the destruction of a shipment of tea."
func (v *view) coordinated(p *predicate, i int) (noun int, span [2]int, ok bool) {
	if p.verb < 0 || p.verb > i || i < 2 || p.phrase.Attribute || !v.is(i-1, conjunction) || v.tokens[i].depth > 0 {
		return -1, span, false
	}
	from := v.after(p.phrase.TextSpan)
	if v.lower(from) == "," {
		from++
	} else if v.tagAt(from) != "DT" {
		return -1, span, false
	}
	noun = -1
	end := from
	for ; end < len(v.tokens); end++ {
		t := &v.tokens[end]
		switch {
		case t.isFinite() || t.phrase != 0 || t.clause != v.tokens[i].clause || t.isVerb() && noun < 0:
			return -1, span, false
		case end == from && t.tag != "DT" && !strings.HasPrefix(t.tag, "JJ") && !t.isNoun():
			return -1, span, false
		case noun < 0 && t.name == 0 && t.isNoun() && t.is(happening):
			noun = end
		case noun < 0 && (t.tag == "IN" || t.lower == ",") || t.lower == "." || t.lower == ";":
			if noun < 0 {
				return -1, span, false
			}
		}
		if noun >= 0 && (t.lower == "." || t.lower == ";" || t.lower == ",") {
			break
		}
	}
	return noun, [2]int{from, end}, noun >= 0
}

// accompanied is the deed, and the words, of what goes with the verb's deed at another time: "joined in 1999, with coins replacing the notes in 2002".
func (v *view) accompanied(p *predicate, i int) (noun int, span [2]int, ok bool) {
	if p.verb < 0 || p.verb > i || v.tokens[i].depth > 0 {
		return -1, span, false
	}
	deed := -1
	for j := i - 1; j > p.verb+1 && i-j < 20; j-- {
		t := &v.tokens[j]
		switch {
		case t.depth > 0:
		case t.lower == "with" && t.name == 0 && v.lower(j-1) == ",":
			return deed, [2]int{j + 1, i}, deed > j+1
		case t.phrase != 0 || t.lower == "," || t.lower == ";" || t.isFinite() || t.clause != v.tokens[i].clause && !v.clauses[t.clause].kind.isPart():
			return -1, span, false
		case (t.tag == "VBG" || t.tag == "VBN") && t.isVerb():
			deed = j
		}
	}
	return -1, span, false
}

// alsoBounded is the noun, and the noun phrase, of a date that goes on with the happening of one of the predicates before it: "before the elections in 2008 and
// 2012 and the adoption of a constitution in 2010".
func (v *view) alsoBounded(before []predicate, p *predicate, i int) (noun int, span [2]int, ok bool) {
	for k := len(before) - 1; k >= 0; k-- {
		b := &before[k]
		if b.span[1] == 0 || b.clause != p.clause || b.phrase.TextSpan.End > v.tokens[i].start {
			continue
		}
		from := v.after(b.phrase.TextSpan)
		if from >= i || v.lower(from) != "and" && v.lower(from) != "," {
			return -1, span, false
		}
		for from < i && (v.lower(from) == "and" || v.lower(from) == ",") {
			from++
		}
		noun, span = b.noun, b.span
		for j := from; j < i; j++ {
			switch t := &v.tokens[j]; {
			case t.isVerb() || t.isFinite() || t.lower == ",":
				return -1, span, false
			case t.name == 0 && t.isNoun() && t.is(happening) && noun == b.noun:
				noun, span = j, [2]int{from, i}
			}
		}
		return noun, span, from == i || noun != b.noun
	}
	return -1, span, false
}

// boundedNoun goes back from the date at token i to a bounding preposition. It gives the happening between them, or -1, and the preposition.
func (v *view) boundedNoun(i int) (noun, open int) {
	noun = -1
	for j := i - 1; j >= 0 && i-j < 20; j-- {
		t := &v.tokens[j]
		switch {
		case t.depth > 0:
		case t.lower == "from" && t.name == 0 && noun > j && v.isUntil(v.after(v.phrases[v.tokens[i].phrase-1].TextSpan)):
			return noun, j // "from the end of the war in 1865 until"
		case t.lower == "with" && (j != v.clauses[t.clause].from || noun < 0 || v.lower(noun+1) != "of"):
			return -1, -1
		case t.is(bounding) && t.name == 0 && t.phrase == 0 && (t.lower != "prior" || v.lower(j+1) == "to") && (t.lower != "following" || t.tag != "JJ" && v.tagAt(j-1) != "DT"):
			if j > 0 && (v.lower(j-1) == "until" || v.lower(j-1) == "till") {
				j-- // "until after the publication"
			}
			return noun, j
		case t.clause != v.tokens[i].clause || t.phrase != 0 || t.isFinite() || t.isVerb() && t.tag != "VBG" || t.lower == "," || t.lower == ";":
			return -1, -1
		case t.name == 0 && (t.isNoun() || t.tag == "VBG") && !t.is(unit) && (t.is(happening) || strings.HasSuffix(t.lower, "ing") && v.lower(j+1) == "of"):
			noun = j
		}
	}
	return -1, -1
}

// isUntil reports whether token i is a word that ends a range of time.
func (v *view) isUntil(i int) bool {
	w := v.lower(i)
	return w == "until" || w == "till" || w == "to"
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
func (v *view) hasOtherDate(p *predicate, i int) bool {
	for j := range v.tokens {
		t := &v.tokens[j]
		if t.phrase != 0 && t.phrase != v.tokens[i].phrase && t.clause == p.clause && !v.phrases[t.phrase-1].EDTF.IsZero() {
			return true
		}
	}
	return false
}
