package extract

import (
	"slices"

	"github.com/sinosoviet/sinosoviet"
)

// discourse remembers who was spoken of, so that pronouns find their names.
type discourse struct {
	persons []string // latest last
	bodies  []string
}

func newDiscourse() *discourse { return new(discourse) }

// read adds the names of a sentence.
func (d *discourse) read(v *view) {
	for _, e := range v.names {
		switch e.Kind {
		case sinosoviet.KindPerson:
			d.persons = latest(d.persons, e.Name)
		case sinosoviet.KindGPE, sinosoviet.KindOrg, sinosoviet.KindNorp:
			d.bodies = latest(d.bodies, e.Name)
		}
	}
}

func latest(names []string, name string) []string {
	if i := slices.Index(names, name); i >= 0 {
		names = slices.Delete(names, i, i+1)
	}
	return append(names, name)
}

// placing are the prepositions after which a place is where something happens, not who does it.
var placing = map[string]bool{"in": true, "at": true, "near": true, "into": true, "to": true, "from": true, "across": true, "through": true, "over": true, "around": true, "within": true, "toward": true, "towards": true}

// participants are the canonical names of those who act or are acted on in the predicate's clause, and of
// the places where it happens. A name that only possesses something is none of them.
func (v *view) participants(p predicate, d *discourse) (actors, places []string) {
	c := p.clause
	if c.kind == clauseBracket && c.from > 0 {
		if n := v.tokens[c.from-1].name; n > 0 { // "Yuri Andropov (1984)"
			return []string{v.names[n-1].Name}, nil
		}
		if host := v.clauseOf(v.tokens[c.from-1].start); host != nil {
			c = host
		}
	}
	last := 0
	for i := c.from; i < c.to; i++ {
		t := v.tokens[i]
		if t.name == 0 || t.name == last {
			continue
		}
		last = t.name
		e := v.names[t.name-1]
		switch e.Kind {
		case sinosoviet.KindPerson, sinosoviet.KindOrg, sinosoviet.KindNorp:
			if !v.possesses(i) {
				actors = add(actors, e.Name)
			}
		case sinosoviet.KindGPE:
			if i > 0 && v.placed(i) {
				places = add(places, e.Name)
			} else if !v.possesses(i) {
				actors = add(actors, e.Name)
			}
		case sinosoviet.KindLoc, sinosoviet.KindFac:
			places = add(places, e.Name)
		}
	}
	if c.verb >= 0 {
		actors = v.pronouns(c, d, actors)
	}
	if len(actors) == 0 && c.parent >= 0 && (c.kind == clauseJoined || c.kind == clauseRelative) && !v.hasSubject(c) {
		actors, _ = v.participants(predicate{phrase: p.phrase, clause: &v.clauses[c.parent], verb: v.clauses[c.parent].verb}, d)
	}
	return actors, places
}

// possesses reports whether the name at token i is followed by a possessive mark.
func (v *view) possesses(i int) bool {
	name := v.tokens[i].name
	for ; i < len(v.tokens) && v.tokens[i].name == name; i++ {
	}
	return i < len(v.tokens) && v.tokens[i].tag == "POS"
}

// placed reports whether the name at token i stands behind a preposition of place.
func (v *view) placed(i int) bool {
	for i--; i >= 0 && v.tokens[i].tag == "DT"; i-- {
	}
	return i >= 0 && placing[v.tokens[i].lower]
}

// pronouns resolves a subject pronoun of the clause to the last person or body spoken of.
func (v *view) pronouns(c *clause, d *discourse, actors []string) []string {
	for i := c.from; i < c.verb; i++ {
		var from []string
		switch v.tokens[i].lower {
		case "he", "she":
			from = d.persons
		case "it":
			from = d.bodies
		}
		if len(from) > 0 {
			actors = slices.Insert(actors, 0, from[len(from)-1])
		}
	}
	return actors
}

func add(names []string, name string) []string {
	if slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}
