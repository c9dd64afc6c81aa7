package extract

import (
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
)

// discourse remembers who was spoken of, so that pronouns and "the two governments" find their names.
type discourse struct {
	persons   []string // latest last
	bodies    []string // organisations and countries
	countries []string
	heard     int       // how many sentences
	subject   []mention // who the last sentence with a name for it was about
	about     int       // the number of that sentence
	appointed string    // the person the last sentence says was put into an office by somebody else
	unread    []unread  // sentences later than about whose subject nobody has asked for
	views     *views
	thing     bool              // whether the last sentence was about something without a name
	heading   string            // of the section
	topic     mention           // the country, place or body the document is about
	chief     [2]string         // see chiefs
	counted   bool              // whether chief is known
	hero      string            // the person the document is about
	gender    map[string]string // "he" or "she" of persons, as far as the document shows
}

// unread is a sentence of which only the names are known, and its number.
type unread struct {
	passage
	number int
}

// mention is a name that was spoken of.
type mention struct {
	name string
	kind sinosoviet.Kind
}

// newDiscourse reads off a document who it is about, as far as its title tells.
func newDiscourse(title string, names []sinosoviet.Entity, vs *views) *discourse {
	d := &discourse{views: vs}
	for i := range names {
		e := &names[i]
		if e.Kind == sinosoviet.KindPerson && e.Name == title {
			d.hero = title
		}
		if e := &names[i]; title != "" && (e.Name == title || e.Page == title) && (e.Kind == sinosoviet.KindGPE || e.Kind == sinosoviet.KindOrg || e.Kind == sinosoviet.KindLoc) {
			d.topic = mention{e.Name, e.Kind}
		}
	}
	return d
}

// chiefs are the two countries the document is most about: counts tell.
func (d *discourse) chiefs() [2]string {
	if d.counted {
		return d.chief
	}
	d.counted = true
	count := map[string]int{}
	for i := range d.views.names {
		if e := &d.views.names[i]; e.Kind == sinosoviet.KindGPE || e.Kind == sinosoviet.KindNorp {
			count[e.Name]++
		}
	}
	for i := range d.views.names { // first mentioned wins among equals
		n := d.views.names[i].Name
		if d.views.names[i].Kind != sinosoviet.KindGPE || n == d.chief[0] || n == d.chief[1] {
			continue
		}
		switch c := count[n]; {
		case d.chief[0] == "" || c > count[d.chief[0]]:
			d.chief[0], d.chief[1] = n, d.chief[0]
		case d.chief[1] == "" || c > count[d.chief[1]]:
			d.chief[1] = n
		}
	}
	return d.chief
}

// enter drops what a new section with that heading does not go on with.
func (d *discourse) enter(heading string) {
	d.heading = heading
	d.persons, d.bodies, d.countries, d.subject, d.appointed, d.unread = d.persons[:0], d.bodies[:0], d.countries[:0], nil, "", d.unread[:0]
	d.thing, d.about = false, -1
}

// read adds the names of a sentence, and who it was about.
func (d *discourse) read(v *view, subject []mention) {
	d.names(v.names)
	d.appointed = v.appointed()
	d.thing = subject != nil && len(subject) == 0
	if len(subject) > 0 {
		d.subject, d.about, d.unread = subject, d.heard, d.unread[:0]
	}
}

// hear adds the names of a sentence that is read only when somebody asks who it was about. It must not have a pronoun for a person, since what that
// means hangs on the sentences before.
func (d *discourse) hear(p *passage) {
	d.names(p.names)
	d.appointed = ""
	d.unread = append(d.unread, unread{*p, d.heard})
}

// settle reads what was only heard: from the last sentence back to the first one that has a subject.
func (d *discourse) settle() {
	list := d.unread
	d.unread = d.unread[:0] // first, so that what is asked below does not come here again
	for n := len(list) - 1; n >= 0; n-- {
		u := &list[n]
		v := d.views.of(&u.passage, &d.views.past)
		if u.number == d.heard {
			d.appointed = v.appointed()
		}
		subject := v.subjects(d)
		if u.number == d.heard {
			d.thing = subject != nil && len(subject) == 0
		}
		if len(subject) > 0 {
			d.subject, d.about = subject, u.number
			return
		}
	}
}

// names adds those of the next sentence.
func (d *discourse) names(names []sinosoviet.Entity) {
	d.heard++
	for i := range names {
		switch e := &names[i]; e.Kind {
		case sinosoviet.KindPerson:
			d.persons = latest(d.persons, e.Name)
		case sinosoviet.KindGPE:
			d.bodies = latest(d.bodies, e.Name)
			d.countries = latest(d.countries, e.Name)
		case sinosoviet.KindNorp:
			d.countries = latest(d.countries, e.Name)
		case sinosoviet.KindOrg:
			d.bodies = latest(d.bodies, e.Name)
		}
	}
}

// appointed is the person that the sentence says somebody gave an office to: of "the king appointed Weber as secretary" the sentence behind, which
// begins with "he", rather goes on about Weber. It is "" when there is none.
func (v *view) appointed() string {
	if len(v.clauses) == 0 || len(v.clauses[0].parts) != 1 {
		return ""
	}
	verb := v.clauses[0].parts[0]
	if !v.is(verb, appointing) || verb+1 >= len(v.tokens) {
		return ""
	}
	n := v.tokens[verb+1].name
	if n == 0 || v.names[n-1].Kind != sinosoviet.KindPerson {
		return ""
	}
	return v.names[n-1].Name
}

func latest(names []string, name string) []string {
	if i := slices.Index(names, name); i >= 0 {
		names = slices.Delete(names, i, i+1)
	}
	return append(names, name)
}

// he is the person a singular pronoun, "he" or "she", means: the one the sentence before was about, or the one the document is about, or the last
// named. Whom the other pronoun stood for is none of them.
func (d *discourse) he(pronoun string) string {
	d.settle()
	fits := func(name string) bool { g := d.gender[name]; return name != "" && (g == "" || g == pronoun) }
	about, fresh := "", d.about == d.heard
	for _, m := range d.subject {
		if m.kind == sinosoviet.KindPerson && fits(m.name) {
			about = m.name
			break
		}
	}
	name := ""
	switch {
	case about != "" && fresh && about != d.hero && d.appointed != "" && fits(d.appointed):
		name = d.appointed
	case about != "" && fresh:
		name = about
	case d.gender[d.hero] == pronoun:
		name = d.hero
	case about != "":
		name = about
	default:
		for i := len(d.persons) - 1; i >= 0 && name == ""; i-- {
			if fits(d.persons[i]) {
				name = d.persons[i]
			}
		}
		if name == "" && fits(d.hero) {
			name = d.hero
		}
	}
	if name != "" && d.gender[name] == "" {
		d.gender[name] = pronoun
	}
	return name
}

// findHero settles who a biography is about, and with which pronoun: the person its title names, or, when it has none, the first one named,
// if a third of all mentions of persons are of that one.
func (d *discourse) findHero(names []sinosoviet.Entity, tokens []entities.Token, text string) {
	d.gender = map[string]string{}
	if d.hero == "" {
		first, all := "", 0
		count := map[string]int{}
		for i := range names {
			if e := &names[i]; e.Kind == sinosoviet.KindPerson {
				if first == "" && e.TextSpan.Start < 200 {
					first = e.Name
				}
				count[e.Name]++
				all++
			}
		}
		if first == "" || count[first] < 5 || 3*count[first] < all {
			return
		}
		d.hero = first
	}
	he, she := 0, 0
	for i := range tokens {
		switch text[tokens[i].Start:tokens[i].End] {
		case "he", "He", "his", "His", "him":
			he++
		case "she", "She", "her", "Her":
			she++
		}
		if he+she >= 60 {
			break
		}
	}
	switch {
	case he > 3*she:
		d.gender[d.hero] = "he"
	case she > 3*he:
		d.gender[d.hero] = "she"
	}
}

// it is the body that "it" means: the one the sentence before was about, or the one the document is about. Of a sentence about something
// without a name "it" means that.
func (d *discourse) it() string {
	d.settle()
	switch {
	case d.thing:
		return ""
	case d.about < d.heard && d.topic.name != "":
		return d.topic.name
	}
	for _, m := range d.subject {
		if m.kind == sinosoviet.KindOrg || m.kind == sinosoviet.KindGPE {
			return m.name
		}
	}
	if n := len(d.bodies); n > 0 {
		return d.bodies[n-1]
	}
	return ""
}

// they are those whom "they" means: all whom the sentence before was about.
func (d *discourse) they() []string {
	d.settle()
	var out []string
	for _, m := range d.subject {
		out = add(out, m.name)
	}
	return out
}

// both are the two countries that "the two governments" means: the one the document is about and the one its section is about, or the two named last when just two were, or those the document is about.
func (d *discourse) both() []string {
	if of := d.chiefs()[0]; of != "" {
		if partner := d.partner(); partner != "" && partner != of {
			return []string{of, partner}
		}
	}
	if n := len(d.countries); n == 2 {
		return d.countries[:2:2]
	}
	if chief := d.chiefs(); chief[1] != "" {
		return chief[:]
	}
	return nil
}

// partner is the country that the heading of the section names, or "".
func (d *discourse) partner() string {
	for i := range d.views.names {
		if e := &d.views.names[i]; e.Kind == sinosoviet.KindGPE && e.Text == d.heading {
			return e.Name
		}
	}
	return ""
}

// place is the place the document is about, or "".
func (d *discourse) place() string {
	if d.topic.kind == sinosoviet.KindOrg {
		return ""
	}
	return d.topic.name
}

// country is the one that "the country" means.
func (d *discourse) country() string {
	d.settle()
	for _, m := range d.subject {
		if m.kind == sinosoviet.KindGPE || m.kind == sinosoviet.KindNorp {
			return m.name
		}
	}
	if n := len(d.countries); n > 0 {
		return d.countries[n-1]
	}
	return d.chiefs()[0]
}

// called is the body spoken of in the section whose name ends in the noun: "the republic" after "the Second Republic". It is "" when there is none.
func (d *discourse) called(noun string) string {
	for i := len(d.bodies) - 1; i >= 0; i-- {
		name := d.bodies[i]
		if k := len(name) - len(noun); k > 1 && name[k-1] == ' ' && strings.EqualFold(name[k:], noun) {
			return name
		}
	}
	return ""
}

func add(names []string, name string) []string {
	if name == "" || slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}
