package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
)

// participants are the canonical names of those who act or are acted on in the predicate, and of the places where it
// happens. A name that only possesses something is none of them, nor is an adjective before something that does not act.
func (v *view) participants(p *predicate, d *discourse) (actors, places []string) {
	if p.person >= 0 {
		return []string{v.names[v.tokens[p.person].name-1].Name}, nil
	}
	subject, rest := v.words(p)
	g := gatherer{view: v, d: d}
	if found := v.antecedent(p.clause, subject); found != nil && p.gap[1] == 0 {
		g.from(found, true)
	} else {
		g.from(subject, true)
		g.anaphora(subject)
	}
	g.from(rest, false)
	g.from(v.agent(p), false)
	g.objects(rest)
	return g.actors, g.places
}

// words are the tokens of the subject and those of the rest of a predicate.
func (v *view) words(p *predicate) (subject, rest []int) {
	if p.span[1] > 0 {
		return v.visible(p.span[0], p.span[1]), nil
	}
	if p.part < 0 {
		return nil, v.all()
	}
	c := &v.clauses[p.clause]
	subject = v.subject(p.clause, p.part)
	to := v.predicateEnd(p)
	if p.gap[1] > 0 {
		if p.subject {
			return v.visible(p.gap[0], p.gap[1]), nil
		}
		return subject, v.visible(p.gap[0], p.gap[1])
	}
	in := len(subject) == 0
	aside := p.aside
	if aside[1] == 0 && p.part == 0 && !in {
		aside = v.asideBefore(p, subject[0])
	}
	rest = v.list(max(to-c.from, 0))
	for i := c.from; i < to; i++ {
		if i >= aside[0] && i < aside[1] {
			continue
		}
		if i >= c.parts[p.part] || p.part == 0 && i < c.parts[0] {
			if v.belongs(i, p.clause) || v.tokens[i].depth > 0 && v.insideBracketOf(i, p.clause) {
				if len(subject) > 0 && i >= subject[0] && i <= subject[len(subject)-1] && !in {
					continue
				}
				rest = append(rest, i)
			}
		}
	}
	return subject, rest
}

// agent is the words from "by" on of the predicate before, when that of p is a participle joined to it that names nobody: "was invaded by the
// Danes and occupied in 1801".
func (v *view) agent(p *predicate) []int {
	if p.part <= 0 || p.gap[1] > 0 || p.span[1] > 0 || len(v.carried(p)) == 0 {
		return nil
	}
	c := &v.clauses[p.clause]
	for i, end := c.parts[p.part], v.predicateEnd(p); i < end; i++ {
		if v.lower(i) == "by" {
			return nil
		}
	}
	by := -1
	for i := c.parts[p.part-1]; i < c.opens[p.part]; i++ {
		if t := &v.tokens[i]; t.phrase != 0 || t.lower == "," {
			return nil
		} else if t.lower == "by" {
			by = i
		}
	}
	if by < 0 {
		return nil
	}
	return v.visible(by, c.opens[p.part])
}

// asideBefore is the tokens of a phrase in front of the subject at token to that has a date of its own: "After the proclamation of the republic in 1918 the
// empire fell in 1933". It is empty when there is none.
func (v *view) asideBefore(p *predicate, to int) [2]int {
	from := v.clauses[p.clause].from
	if !v.is(from, bounding) {
		return [2]int{}
	}
	for i := from; i < to; i++ {
		if n := v.tokens[i].phrase; n != 0 && v.phrases[n-1].TextSpan != p.phrase.TextSpan && !v.phrases[n-1].EDTF.IsZero() {
			return [2]int{from, i}
		}
	}
	return [2]int{}
}

func (v *view) insideBracketOf(i, clause int) bool {
	c := &v.clauses[v.tokens[i].clause]
	return c.kind == clauseBracket && c.parent == clause && len(c.parts) == 0
}

// gatherer collects participants.
type gatherer struct {
	*view
	d              *discourse
	actors, places []string
}

// from reads the names among tokens.
func (g *gatherer) from(words []int, subject bool) {
	last := 0
	for _, i := range words {
		t := &g.tokens[i]
		if t.name == 0 || t.name == last {
			continue
		}
		last = t.name
		e := &g.names[t.name-1]
		switch e.Kind {
		case sinosoviet.KindPerson, sinosoviet.KindOrg:
			if !g.possesses(i) || g.suffers(i) || subject && e.Kind == sinosoviet.KindOrg && g.beforeCollective(i) {
				g.actors = add(g.actors, e.Name)
			}
		case sinosoviet.KindNorp:
			if g.isHead(i) || g.is(g.endOf(i), happening) || g.beforeCollective(i) && (subject || g.lower(g.startOf(i)-1) == "by" || g.lower(g.startOf(i)-2) == "by" || g.isObject(i)) {
				names := entities.Peoples(e.Name) // "an Anglo-Dutch force"
				if names == nil {
					names = []string{e.Name}
				}
				for _, name := range names {
					g.actors = add(g.actors, name)
				}
			}
		case sinosoviet.KindGPE:
			switch {
			case subject && g.sentBy(i):
				g.actors = add(g.actors, e.Name)
			case g.receives(i) || g.gives(i):
				g.actors = add(g.actors, e.Name)
			case g.placed(i) && !g.possesses(i):
				g.places = add(g.places, e.Name)
			case g.possesses(i):
				if subject && g.beforeCollective(i) || g.suffers(i) {
					g.actors = add(g.actors, e.Name)
				}
			case g.lower(g.startOf(i)-1) == "of" && subject:
				if !g.ofCollective(i) {
					g.places = add(g.places, e.Name)
				} else {
					g.actors = add(g.actors, e.Name)
				}
			case g.isHead(i) || g.beforeCollective(i) && subject:
				g.actors = add(g.actors, e.Name)
			}
		case sinosoviet.KindLoc, sinosoviet.KindFac:
			if !g.possesses(i) {
				g.places = add(g.places, e.Name)
			}
		}
	}
}

// startOf is the first token of the name at token i, endOf the one behind it.
func (v *view) startOf(i int) int {
	for name := v.tokens[i].name; i > 0 && v.tokens[i-1].name == name; i-- {
	}
	return i
}

func (v *view) endOf(i int) int {
	for name := v.tokens[i].name; i < len(v.tokens) && v.tokens[i].name == name; i++ {
	}
	return i
}

// possesses reports whether the name at token i is followed by a possessive mark.
func (v *view) possesses(i int) bool {
	return v.tagAt(v.endOf(i)) == "POS" || v.lower(v.endOf(i)) == "'s" || v.lower(v.endOf(i)) == "’s"
}

// suffers reports whether the name at token i possesses a happening that its bearer does or suffers: "the king's death".
func (v *view) suffers(i int) bool {
	j := v.endOf(i)
	if v.tagAt(j) == "POS" {
		j++
	}
	for j < len(v.tokens) && strings.HasPrefix(v.tokens[j].tag, "JJ") {
		j++
	}
	return v.is(j, personal)
}

// isObject reports whether the noun phrase of the name at token i stands directly behind a verb.
func (v *view) isObject(i int) bool {
	for i = v.startOf(i) - 1; i > 0 && (v.tokens[i].tag == "DT" || strings.HasPrefix(v.tokens[i].tag, "JJ")); i-- {
	}
	return i > 0 && v.tokens[i].isVerb()
}

// receives reports whether the country at token i stands behind "to" and a verb of giving, "was ceded to Spain", or what it was made part of.
func (v *view) receives(i int) bool {
	j := v.startOf(i) - 1
	if v.tagAt(j) == "DT" {
		j--
	}
	to := v.lower(j)
	if to != "to" && to != "into" {
		return false
	}
	for k := j - 1; k >= 0 && j-k < 24; k-- {
		switch t := &v.tokens[k]; {
		case t.depth > v.tokens[j].depth:
		case t.isVerb() || t.isFinite():
			return to == "to" && t.is(giving) || to == "into" && t.is(uniting)
		case t.lower == ";" || t.lower == to:
			return false
		}
	}
	return false
}

// gives reports whether the country at token i stands, alone or in a list, behind "from" and a verb of taking: "bought the land from France".
func (v *view) gives(i int) bool {
	j := v.startOf(i) - 1
	for ; j > 0; j-- {
		if t := &v.tokens[j]; t.name == 0 && t.lower != "," && t.lower != "and" && t.tag != "DT" {
			break
		}
	}
	if v.lower(j) != "from" || v.lower(v.endOf(i)) == "to" { // "took the train from Paris to Rome"
		return false
	}
	for k := j - 1; k >= 0 && j-k < 12; k-- {
		switch t := &v.tokens[k]; {
		case t.is(taking) && t.name == 0:
			return true
		case t.isVerb() || t.isFinite() || t.lower == ";":
			return false
		}
	}
	return false
}

// objects resolves pronouns that are acted on: whom the sentence before was about, unless that is who acts.
func (g *gatherer) objects(words []int) {
	for _, i := range words {
		t := &g.tokens[i]
		if t.tag != "PRP" || t.name != 0 || i == 0 || !g.tokens[i-1].isVerb() && g.tokens[i-1].tag != "IN" {
			continue
		}
		switch t.lower {
		case "him":
			g.actors = add(g.actors, g.d.he("he"))
		case "her":
			g.actors = add(g.actors, g.d.he("she"))
		}
	}
}

// isHead reports whether nothing follows the name at token i that it would be an adjective of.
func (v *view) isHead(i int) bool {
	end := v.endOf(i)
	if end+1 < len(v.tokens) && strings.HasPrefix(v.tokens[end].tag, "JJ") && v.tokens[end].name == 0 && v.names[v.tokens[i].name-1].Kind == sinosoviet.KindGPE && !v.isNounAt(end+1) && !strings.HasPrefix(v.tagAt(end+1), "JJ") {
		return true // "saw the country triumphant"
	}
	return end >= len(v.tokens) || !v.tokens[end].isNoun() && !strings.HasPrefix(v.tokens[end].tag, "JJ") || v.tokens[end].name != 0 && v.tokens[end-1].tag != "JJ"
}

// beforeCollective reports whether the noun phrase that goes on behind the name at token i is headed by a noun for people who act.
func (v *view) beforeCollective(i int) bool {
	for j := v.endOf(i); j < len(v.tokens) && j < v.endOf(i)+5; j++ {
		t := &v.tokens[j]
		if t.is(collective) {
			return true
		}
		if t.phrase != 0 || !t.isNoun() && !strings.HasPrefix(t.tag, "JJ") && t.tag != "POS" && t.tag != "CD" && t.tag != "VBN" {
			return false
		}
		if t.name != 0 && v.names[t.name-1].Kind == sinosoviet.KindPerson {
			return false
		}
	}
	return false
}

// ofCollective reports whether the name stands behind "government of", "people of" and the like.
func (v *view) ofCollective(i int) bool {
	return v.is(v.startOf(i)-2, collective|polity)
}

// sentBy reports whether the name stands, alone or in a list, behind "delegates from", "troops from" and the like: who
// sends them acts through them.
func (v *view) sentBy(i int) bool {
	for i = v.startOf(i) - 1; i > 0; i-- {
		switch t := &v.tokens[i]; {
		case t.lower == "from":
			return v.is(i-1, collective) || v.lower(i-1) == "present" && v.is(i-2, collective)
		case t.name == 0 && t.lower != "," && t.lower != "and" && t.lower != "or" && t.tag != "DT":
			return false
		}
	}
	return false
}

// placed reports whether the name at token i stands behind a preposition of place.
func (v *view) placed(i int) bool {
	i = v.startOf(i)
	if j := v.startOf(i) - 1; v.lower(j) == "in" && v.isResult(j) || v.lower(j) == "the" && v.lower(j-1) == "in" && v.isResult(j-1) {
		return false // "resulted in the United States joining"
	}
	if w := v.lower(i - 1); (w == "particular" || w == "addition" || w == "turn") && v.lower(i-2) == "in" || w == "the" && v.lower(i-2) == "particular" && v.lower(i-3) == "in" {
		return false // "allied with the bloc, in particular the empire"
	}
	for i--; i >= 0 && !v.tokens[i].is(placing) && (v.tokens[i].tag == "DT" || v.tokens[i].tag == "JJ" || v.tokens[i].name != 0 && v.tokens[i].tag != "POS"); i-- {
	}
	if i >= 0 && v.tokens[i].lower == "," && i > 0 && v.tokens[i-1].name > 0 { // "in Philadelphia, Pennsylvania"
		return v.placed(i - 1)
	}
	return i >= 0 && (v.tokens[i].is(placing) || v.lower(i) == "for" && v.is(i-1, bearing))
}

// isResult reports whether the "in" at token i tells what came of something: behind "resulted", before somebody who does it.
func (v *view) isResult(i int) bool {
	if !strings.HasPrefix(v.lower(i-1), "result") {
		return false
	}
	for j := i + 1; j < len(v.tokens) && j < i+8; j++ {
		if t := &v.tokens[j]; t.tag == "VBG" && t.isVerb() {
			return true
		} else if t.name == 0 && t.tag != "DT" {
			return false
		}
	}
	return false
}

// anaphora resolves pronouns and definite nouns of a subject that stand for names.
func (g *gatherer) anaphora(words []int) {
	first := len(g.actors) == 0
	for k, i := range words {
		t := &g.tokens[i]
		if t.name != 0 {
			continue
		}
		switch t.lower {
		case "he", "she":
			g.actors = add(g.actors, g.d.he(t.lower))
		case "it":
			g.actors = add(g.actors, g.d.it())
		case "they":
			for _, n := range g.d.they() {
				g.actors = add(g.actors, n)
			}
		case "both":
			if g.is(i+1, paired) || len(words) == 1 {
				g.addAll(g.d.both())
			}
		case "two":
			if g.is(i+1, paired) {
				g.addAll(g.d.both())
			}
		case "area", "territory", "island", "province":
			if first && g.isPlace(words) {
				g.actors = add(g.actors, g.d.place())
			}
		case "country", "nation":
			if first && k > 0 && g.lower(i-1) == "the" {
				g.actors = add(g.actors, g.d.country())
			}
		default:
			if k == 1 && first && len(g.actors) == 0 && t.tag == "NN" && g.lower(i-1) == "the" && (len(words) == 2 || g.tagAt(i+1) == "RB") {
				name := g.d.called(t.lower)
				if name == "" && t.lower == "government" {
					name = g.d.country()
				}
				g.actors = add(g.actors, name)
			}
		}
	}
}

// isPlace reports whether the words are "the area", "the territory" and the like, which mean the place the document is about.
func (v *view) isPlace(words []int) bool {
	if len(words) != 2 || v.lower(words[0]) != "the" || v.tokens[words[1]].name != 0 {
		return false
	}
	switch v.lower(words[1]) {
	case "area", "territory", "island", "province":
		return true
	}
	return false
}

func (g *gatherer) addAll(names []string) {
	for _, n := range names {
		g.actors = add(g.actors, n)
	}
}

// subjects are those whom the main clause of the sentence is about; nil when it goes on about those of the sentence before.
func (v *view) subjects(d *discourse) []mention {
	for c := range v.clauses {
		if k := v.clauses[c].kind; k != clauseMain || len(v.clauses[c].parts) == 0 {
			continue
		}
		words := v.subject(c, 0)
		out, last, inside := []mention{}, 0, false
		if name := d.place(); name != "" && v.isPlace(words) {
			out = append(out, d.topic)
		}
		for k, i := range words {
			t := &v.tokens[i]
			inside = inside || k > 0 && t.tag == "IN" && t.name == 0 && t.lower != "of"
			switch {
			case inside: // "A meeting with the director led to work" is not about the director
			case t.name != 0 && t.name != last:
				last = t.name
				e := &v.names[t.name-1]
				switch e.Kind {
				case sinosoviet.KindPerson, sinosoviet.KindOrg, sinosoviet.KindGPE, sinosoviet.KindNorp:
					if !v.possesses(i) && v.lower(v.startOf(i)-1) != "of" && v.lower(v.startOf(i)-1) != "in" {
						out = append(out, mention{e.Name, e.Kind})
					}
				}
			case t.lower == "he" || t.lower == "she":
				if n := d.he(t.lower); n != "" {
					out = append(out, mention{n, sinosoviet.KindPerson})
				}
			case t.lower == "it" || t.lower == "they" || t.tag == "EX":
				return nil // goes on with the subject before
			}
		}
		return out
	}
	return nil
}
