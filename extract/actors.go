package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
)

// placing are the prepositions after which a place is where something happens, not who does it.
var placing = map[string]bool{"in": true, "at": true, "near": true, "into": true, "to": true, "from": true, "across": true, "through": true, "over": true,
	"around": true, "within": true, "toward": true, "towards": true, "off": true, "outside": true, "throughout": true, "inside": true, "onto": true, "beyond": true, "via": true, "along": true, "of": false}

// collective are nouns for people who act for the country, people or body whose adjective stands before them.
var collective = map[string]bool{"troops": true, "forces": true, "force": true, "army": true, "armies": true, "navy": true, "fleet": true, "government": true, "governments": true,
	"soldiers": true, "authorities": true, "leaders": true, "leadership": true, "military": true, "militia": true, "communists": true, "rebels": true, "colonists": true, "settlers": true,
	"people": true, "advisors": true, "advisers": true, "engineers": true, "officials": true, "diplomats": true, "parliament": true, "congress": true, "senate": true, "delegation": true, "representatives": true, "regime": true,
	"empire": true, "air": true, "police": true, "delegates": true, "ships": true, "warships": true, "aircraft": true, "regulars": true, "legislature": true, "state": true, "republic": true,
	"expeditionary": true, "corps": true, "garrison": true, "commanders": true, "revolutionaries": true, "side": true, "party": true, "voters": true, "intervention": true, "government-in-exile": true, "assembly": true, "court": true, "courts": true, "administration": true, "nation": true, "citizens": true, "team": true, "invasion": true, "attack": true}

// participants are the canonical names of those who act or are acted on in the predicate, and of the places where it
// happens. A name that only possesses something is none of them, nor is an adjective before something that does not act.
func (v *view) participants(p predicate, d *discourse) (actors, places []string) {
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
	g.objects(rest)
	return g.actors, g.places
}

// words are the tokens of the subject and those of the rest of a predicate.
func (v *view) words(p predicate) (subject, rest []int) {
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
	for i := c.from; i < to; i++ {
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
			if g.isHead(i) || isHappening(g.lower(g.endOf(i))) || g.beforeCollective(i) && (subject || g.lower(g.startOf(i)-1) == "by" || g.lower(g.startOf(i)-2) == "by" || g.isObject(i)) {
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

// personal are happenings that somebody does or suffers, so that who stands before them with a possessive mark takes part.
var personal = map[string]bool{"death": true, "birth": true, "murder": true, "assassination": true, "execution": true, "resignation": true, "arrival": true, "return": true, "departure": true, "visit": true, "election": true, "coronation": true,
	"abdication": true, "marriage": true, "wedding": true, "victory": true, "defeat": true, "invasion": true, "surrender": true, "withdrawal": true, "retreat": true, "appointment": true, "conviction": true, "arrest": true, "escape": true, "flight": true, "trial": true, "independence": true}

// suffers reports whether the name at token i possesses a happening that its bearer does or suffers: "the king's death".
func (v *view) suffers(i int) bool {
	j := v.endOf(i)
	if v.tagAt(j) == "POS" {
		j++
	}
	for j < len(v.tokens) && strings.HasPrefix(v.tokens[j].tag, "JJ") {
		j++
	}
	return personal[v.lower(j)]
}

// isObject reports whether the noun phrase of the name at token i stands directly behind a verb.
func (v *view) isObject(i int) bool {
	for i = v.startOf(i) - 1; i > 0 && (v.tokens[i].tag == "DT" || strings.HasPrefix(v.tokens[i].tag, "JJ")); i-- {
	}
	return i > 0 && v.tokens[i].isVerb()
}

// giving are verbs with which "to" tells who gets something.
var giving = map[string]bool{"ceded": true, "annexed": true, "sold": true, "surrendered": true, "given": true, "gave": true, "transferred": true, "awarded": true, "granted": true, "handed": true, "returned": true, "lost": true, "offered": true, "sent": false, "ceding": true, "surrendering": true, "selling": true, "attached": true, "allied": true}

// receives reports whether the country at token i stands behind "to" and a verb of giving: "was ceded to Spain".
func (v *view) receives(i int) bool {
	j := v.startOf(i) - 1
	if v.tagAt(j) == "DT" {
		j--
	}
	if v.lower(j) != "to" {
		return false
	}
	for k := j - 1; k >= 0 && j-k < 6; k-- {
		if t := &v.tokens[k]; t.isVerb() || t.isFinite() {
			return giving[t.lower]
		}
	}
	return false
}

// taking are verbs with which "from" tells who somebody has something of.
var taking = map[string]bool{"purchased": true, "bought": true, "acquired": true, "obtained": true, "received": true, "ordered": true, "delivered": true, "seized": true, "captured": true, "recaptured": true, "took": true, "taken": true, "retook": true, "retaken": true,
	"conquered": true, "wrested": true, "won": true, "regained": true, "annexed": true, "leased": true, "borrowed": true, "inherited": true, "liberated": true, "purchasing": true, "buying": true, "acquiring": true, "seizing": true, "capturing": true, "taking": true, "gained": true, "seceded": true, "imported": true}

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
		case taking[t.lower] && t.name == 0:
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
		if collective[t.lower] {
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
	w := v.lower(v.startOf(i) - 2)
	return collective[w] || polity[w]
}

// polity are nouns whose "of" names the very thing: "the city of Carthage was destroyed".
var polity = map[string]bool{"city": true, "kingdom": true, "state": true, "province": true, "colony": true, "duchy": true, "principality": true, "sultanate": true, "caliphate": true, "town": true, "island": true, "territory": true}

// sentBy reports whether the name stands, alone or in a list, behind "delegates from", "troops from" and the like: who
// sends them acts through them.
func (v *view) sentBy(i int) bool {
	for i = v.startOf(i) - 1; i > 0; i-- {
		switch t := &v.tokens[i]; {
		case t.lower == "from":
			return collective[v.lower(i-1)] || v.lower(i-1) == "present" && collective[v.lower(i-2)]
		case t.name == 0 && t.lower != "," && t.lower != "and" && t.lower != "or" && t.tag != "DT":
			return false
		}
	}
	return false
}

// placed reports whether the name at token i stands behind a preposition of place.
func (v *view) placed(i int) bool {
	i = v.startOf(i)
	if w := v.lower(i - 1); (w == "particular" || w == "addition" || w == "turn") && v.lower(i-2) == "in" || w == "the" && v.lower(i-2) == "particular" && v.lower(i-3) == "in" {
		return false // "allied with the bloc, in particular the empire"
	}
	for i--; i >= 0 && !placing[v.tokens[i].lower] && (v.tokens[i].tag == "DT" || v.tokens[i].tag == "JJ" || v.tokens[i].name != 0 && v.tokens[i].tag != "POS"); i-- {
	}
	if i >= 0 && v.tokens[i].lower == "," && i > 0 && v.tokens[i-1].name > 0 { // "in Philadelphia, Pennsylvania"
		return v.placed(i - 1)
	}
	return i >= 0 && (placing[v.tokens[i].lower] || v.lower(i) == "for" && bound[v.lower(i-1)])
}

// bound are verbs of motion with which "for" tells where to.
var bound = map[string]bool{"sailed": true, "left": true, "departed": true, "headed": true, "bound": true, "embarked": true, "sailing": true, "leaving": true, "departing": true, "heading": true, "sail": true, "out": true, "off": true}

// pairs are the nouns that "the two …" stands before when it means two countries.
var pairs = map[string]bool{"governments": true, "countries": true, "nations": true, "states": true, "sides": true, "powers": true, "parties": true, "republics": true}

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
			if pairs[g.lower(i+1)] || len(words) == 1 {
				g.addAll(g.d.both())
			}
		case "two":
			if pairs[g.lower(i+1)] {
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
		out, last := []mention{}, 0
		if name := d.place(); name != "" && v.isPlace(words) {
			out = append(out, d.about)
		}
		for _, i := range words {
			t := &v.tokens[i]
			switch {
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
			case t.lower == "it" || t.lower == "they":
				return nil // goes on with the subject before
			}
		}
		return out
	}
	return nil
}
