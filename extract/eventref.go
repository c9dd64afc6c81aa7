package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// deed is a kind of happening and a name that had part in it.
type deed struct {
	kind int
	name string
}

// chronicle remembers when the events told so far happened, for sentences that date themselves by them.
type chronicle map[deed]edtf.Date

// record remembers an event. A deed with two dates is ambiguous and tells none.
func (c chronicle) record(trigger string, e *sinosoviet.Event) {
	trigger = strings.ToLower(trigger)
	kind := theLexicon().deedOf(trigger)
	if theLexicon().classOf(trigger)&gaining != 0 && strings.Contains(e.Headline, "independence") { // "gained its independence"
		kind = theLexicon().deedOf("independence")
	}
	if kind == 0 || e.Relation != sinosoviet.RelationOn && e.Relation != sinosoviet.RelationIn {
		return
	}
	for _, n := range e.Actors {
		k := deed{kind, n}
		if old, ok := c[k]; ok && old != e.When {
			c[k] = edtf.Date{}
			continue
		}
		c[k] = e.When
	}
}

// agreement is the kind of deed of a treaty that has been made: its name is that of the treaty.
const agreement = -1

// recordNames remembers when treaties and laws that the clause of an event names were made: "signed an agreement known as the Treaty of Kars".
func (c chronicle) recordNames(v *view, p *predicate, e *sinosoviet.Event) {
	if e.Relation != sinosoviet.RelationOn && e.Relation != sinosoviet.RelationIn || p.verb < 0 || !v.is(v.contentVerb(p.verb), concluding) {
		return
	}
	for i := range v.tokens {
		t := &v.tokens[i]
		if t.name == 0 || i > 0 && v.tokens[i-1].name == t.name || t.clause != p.clause && !v.clauses[t.clause].kind.isPart() {
			continue
		}
		if n := &v.names[t.name-1]; n.Kind == sinosoviet.KindEvent || n.Kind == sinosoviet.KindLaw {
			k := deed{agreement, n.Name}
			if old, ok := c[k]; ok && old != e.When {
				c[k] = edtf.Date{}
				continue
			}
			c[k] = e.When
		}
	}
}

// mayRefer reports whether a passage of such words can name an event told before.
func (c chronicle) mayRefer(vs *views, words wordClass, p *passage) bool {
	if len(c) == 0 {
		return false
	}
	if words&relating != 0 && vs.hasDeed(p) {
		return true
	}
	for i := range p.names {
		if _, ok := c[deed{agreement, p.names[i].Name}]; ok {
			return true
		}
	}
	return false
}

// under is the relation and the date of what a sentence says was done by a treaty made before: "By the Treaty of Kars, it became a province".
func (c chronicle) under(v *view, i int) (sinosoviet.Relation, edtf.Date) {
	j := i + 1
	if v.tagAt(j) == "DT" {
		j++
	}
	if j >= len(v.tokens) || v.tokens[j].name == 0 {
		return "", edtf.Date{}
	}
	switch when := c[deed{agreement, v.names[v.tokens[j].name-1].Name}]; v.lower(i) {
	case "by", "under", "with", "in", "through", "per":
		return sinosoviet.RelationIn, when
	case "after", "following", "since", "before", "until":
		return relationTo(v.lower(i)), when
	}
	return "", edtf.Date{}
}

// referred is the predicate of a sentence without a date that names an event told before: "After the founding of the republic, …", "attended
// Andropov's funeral".
func (v *view) referred(told chronicle) (p predicate, ok bool) {
	for i := range v.tokens {
		t := &v.tokens[i]
		if t.name != 0 || t.depth > 0 || t.tag != "IN" && !t.is(relating) {
			continue
		}
		relation, when := told.under(v, i)
		if when.IsZero() && t.is(relating) {
			relation = relationTo(t.lower)
			_, when = v.named(i+1, told)
		}
		if when.IsZero() {
			continue
		}
		main := -1
		for k := range v.clauses {
			if c := &v.clauses[k]; (c.kind == clauseMain || c.kind == clauseJoined) && len(c.parts) > 0 && v.tokens[c.parts[0]].tag == "VBD" {
				main = k
				break
			}
		}
		if main < 0 {
			return p, false
		}
		start, end, isRange := strings.Cut(when.String(), "/")
		if !isRange {
			end = start
		}
		applied := when
		switch relation {
		case sinosoviet.RelationAfter, sinosoviet.RelationSince:
			applied = interval(start, "..")
		case sinosoviet.RelationBefore, sinosoviet.RelationUntil:
			applied = interval("..", end)
		case sinosoviet.RelationIn:
			if isDay(when) {
				relation = sinosoviet.RelationOn
			}
		}
		if applied.IsZero() {
			return p, false
		}
		c := &v.clauses[main]
		span := sinosoviet.Span{Start: t.start, End: t.end}
		return predicate{
			phrase: temporal.Phrase{TextSpan: span, When: when, Relation: relation, EDTF: applied, Basis: sinosoviet.BasisResolved, Rule: "event-reference"},
			clause: main, part: 0, verb: c.parts[0], noun: -1, person: -1,
		}, true
	}
	return p, false
}

// named reads the words from token i to the next comma or the end of the noun phrase or clause, and finds a kind of happening and a name in them
// that were told of together.
func (v *view) named(i int, told chronicle) (kind int, when edtf.Date) {
	var words []int
	for ; i < len(v.tokens) && len(words) < 12; i++ {
		t := &v.tokens[i]
		if t.depth > 0 {
			continue
		}
		if t.lower == "," || t.lower == ";" || t.lower == "." || t.is(relativiser) {
			break
		}
		if t.isFinite() && kind != 0 {
			break
		}
		if t.name == 0 && kind == 0 {
			kind = v.lexicon.deedOf(t.lower)
		}
		if t.name != 0 {
			words = append(words, i)
		}
	}
	if kind == 0 {
		return 0, edtf.Date{}
	}
	for _, j := range words {
		if d, ok := told[deed{kind, v.names[v.tokens[j].name-1].Name}]; ok {
			return kind, d
		}
	}
	return 0, edtf.Date{}
}
