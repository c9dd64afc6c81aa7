package entities

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
)

// person is someone the document names in full somewhere.
type person struct {
	name     string
	page     string
	words    []string // of the fullest form seen
	family   string
	gender   byte
	subject  bool  // the article is about this person
	mentions []int // indexes into document.mentions of the full mentions, in order
}

// maxBearers is how many persons of one name are looked at for one mention: the nearest ones.
const maxBearers = 8

// canonical gives each mention the name that it stands for.
func (d *document) canonical() {
	people := d.people()
	ahead := map[string][]*person{}  // word of a name → persons, in the order of the document
	recent := map[string][]*person{} // those met so far, the last first
	full := map[int]*person{}
	touch := func(p *person) {
		for _, w := range p.words {
			if isReferring(w) {
				recent[w] = toFront(recent[w], p)
			}
		}
	}
	for _, p := range people {
		for _, n := range p.mentions {
			full[n] = p
		}
		for _, w := range p.words {
			if isReferring(w) && len(ahead[w]) < maxBearers {
				ahead[w] = append(ahead[w], p)
			}
		}
		if len(p.mentions) == 0 {
			touch(p)
		}
	}
	laws := d.namesOf()
	tails := map[string]string{} // kind and last words of a longer name met so far → its name
	for n := range d.mentions {
		m := &d.mentions[n]
		if p := full[n]; p != nil {
			touch(p)
		} else if m.kind == sinosoviet.KindPerson && m.j-m.i == 1 {
			word := d.Words[m.i].Text
			if !d.refer(m, recent[word]) {
				d.refer(m, ahead[word])
			}
		}
		if m.name == "" {
			m.name = d.ownName(m)
		}
		if def, ok := d.defined[m.name]; ok && def.kind == m.kind && m.method != sinosoviet.MethodLink {
			m.name = cmp.Or(def.name, def.long) // the text tells what the lists know by its acronym alone
		}
		if title, ok := d.titles[m.name]; ok && !m.norp {
			m.name = title
		}
		if m.kind == sinosoviet.KindPerson {
			d.particles(m)
		} else if name := d.turned(m, laws); name != "" {
			m.name = name
		}
		d.tail(m, tails)
	}
}

// particles takes the small words of a family name into a mention that begins behind them: "von Qvist" of Ada von Qvist.
func (d *document) particles(m *mention) {
	from := d.Sents[d.Words[m.i].Sent][0]
	for m.i > from && isParticle(d.Words[m.i-1].Text) && d.owner[m.i-1] == 0 && strings.Contains(m.name, " "+d.Words[m.i-1].Text+" "+d.Words[m.i].Text) {
		m.i--
	}
}

// namesOf is the names of the document's laws and events that "of" joins: "Treaty of X".
func (d *document) namesOf() map[string]bool {
	var names map[string]bool
	for n := range d.mentions {
		m := &d.mentions[n]
		if (m.kind == sinosoviet.KindLaw || m.kind == sinosoviet.KindEvent) && m.j-m.i > 2 && d.Words[m.i+1].Text == "of" {
			if names == nil {
				names = map[string]bool{}
			}
			names[flat(d.text(m.i, m.j))] = true
		}
	}
	return names
}

// turned is the name of what a mention tells with its words the other way round: Treaty of X for the "X Treaty", when the lists or the document
// have it.
func (d *document) turned(m *mention, names map[string]bool) string {
	if m.kind != sinosoviet.KindLaw && m.kind != sinosoviet.KindEvent || m.j-m.i < 2 || m.j-m.i > 4 || m.method == sinosoviet.MethodLink {
		return ""
	}
	last := d.Words[m.j-1].Text
	if d.t.table.Head(last, gazetteer.BeforeOf) != string(m.kind) || m.name != flat(d.text(m.i, m.j)) {
		return ""
	}
	name := last + " of " + flat(d.text(m.i, m.j-1))
	if e := d.t.table.Lookup(name); len(e) > 0 && e[0].Kind == string(m.kind) {
		return canonicalEntry(e[0])
	}
	if names[name] {
		return name
	}
	return ""
}

// tail names "the Civil War" after the Chinese Civil War that stands before it, and notes the tails of longer names.
func (d *document) tail(m *mention, tails map[string]string) {
	switch m.kind {
	case sinosoviet.KindEvent, sinosoviet.KindOrg, sinosoviet.KindLaw:
	default:
		return
	}
	text := flat(d.text(m.i, m.j))
	if m.kind == sinosoviet.KindOrg {
		d.headTail(m, text, tails)
	}
	if m.name == text && m.method != sinosoviet.MethodLink && strings.Contains(text, " ") {
		if name, ok := tails[string(m.kind)+text]; ok {
			m.name = name
			return
		}
	}
	for n := 0; n < maxBearers; n++ {
		cut := strings.IndexByte(text, ' ')
		if cut < 0 {
			return
		}
		text = text[cut+1:]
		if strings.Contains(text, " ") {
			tails[string(m.kind)+text] = m.name
		}
	}
}

// headTail names "the League" after the League of Nations that stands before it, and notes the head nouns of longer names of bodies.
func (d *document) headTail(m *mention, text string, tails map[string]string) {
	if m.j-m.i == 1 {
		if m.name == text && m.method != sinosoviet.MethodLink && d.determined(m.i) {
			if name, ok := tails[text]; ok {
				m.name = name
			}
		}
		return
	}
	for _, k := range []int{m.i, m.j - 1} {
		w, at := d.Words[k].Text, gazetteer.AtEnd
		if k == m.i {
			at = gazetteer.BeforeOf
			if d.Words[k+1].Text != "of" {
				continue
			}
		} else if m.method != sinosoviet.MethodLink {
			continue // "the Commission" need not be the last one of which the text tells
		}
		if !strings.HasSuffix(w, "s") && d.t.table.Head(w, at) == string(sinosoviet.KindOrg) {
			tails[w] = m.name
		}
	}
}

// isReferring reports a word of a full name that may stand for its bearer.
func isReferring(w string) bool { return len(w) > 1 && !isInitial(w) && !isParticle(w) }

// toFront puts p first, and keeps no more than maxBearers.
func toFront(list []*person, p *person) []*person {
	for i, q := range list {
		if q == p {
			copy(list[1:i+1], list[:i])
			list[0] = p
			return list
		}
	}
	if len(list) < maxBearers {
		list = append(list, nil)
	}
	copy(list[1:], list)
	list[0] = p
	return list
}

// ownName is the name of a mention that nothing else names.
func (d *document) ownName(m *mention) string {
	text := flat(d.text(m.i, m.j))
	if def, ok := d.defined[text]; ok && def.kind == m.kind {
		if def.name != "" {
			return def.name
		}
		return def.long
	}
	return text
}

// people gathers the persons named in full, with what the mentions of one person have in common.
func (d *document) people() []*person {
	var people []*person
	byName := map[[2]string]*person{} // family name and given name, or its initial
	enter := func(p *person) {
		people = append(people, p)
		enterName(byName, p)
	}
	if d.subject.kind == sinosoviet.KindPerson {
		words := strings.Fields(d.subject.name)
		enter(&person{name: d.subject.name, page: d.subject.page, words: words, family: familyOf(words), subject: true})
	}
	for n := range d.mentions {
		m := &d.mentions[n]
		if m.kind != sinosoviet.KindPerson {
			continue
		}
		words, family := d.fullName(m)
		if len(words) < 2 {
			continue
		}
		gender := m.gender
		if gender == 0 {
			gender, _ = d.t.table.Given(words[0])
		}
		p := lookUp(byName, family, words[0])
		if p == nil || m.page != "" && p.page != "" && m.page != p.page || hasNickname(words) != hasNickname(p.words) {
			p = &person{words: words, family: family}
			enter(p)
		}
		p.mentions = append(p.mentions, n)
		if p.gender == 0 {
			p.gender = gender
		}
		if p.page == "" && m.page != "" || p.name == "" && m.name != "" {
			p.name, p.page = m.name, m.page
		}
		if len(words) > len(p.words) {
			p.words = words
		}
	}
	for _, p := range people {
		if p.name == "" {
			p.name = strings.Join(p.words, " ")
			for _, n := range p.mentions {
				m := d.mentions[n]
				if m.j-m.i == len(p.words) {
					p.name = flat(d.text(m.i, m.j))
					break
				}
			}
		}
		for _, n := range p.mentions {
			m := &d.mentions[n]
			if m.name == "" || m.method != sinosoviet.MethodLink {
				m.name, m.page = p.name, p.page
			}
		}
	}
	return people
}

// fullName is the words of the full name that a mention has or is linked to, and which of them is the family name.
func (d *document) fullName(m *mention) (words []string, family string) {
	written := m.j-m.i > 1
	if inverted := written && d.Words[m.i+1].Text == ","; inverted || !written && m.method == sinosoviet.MethodLink && m.page != "" {
		name, _, _ := strings.Cut(m.name, ",")
		words = strings.Fields(name)
		for len(words) > 1 {
			if _, title := d.t.table.Title(words[0]); !title { // "Lord North"
				break
			}
			words = words[1:]
		}
		if len(words) < 2 || !inverted && !slices.Contains(words, d.Words[m.i].Text) {
			return nil, ""
		}
		return words, familyOf(words)
	}
	if !written {
		return nil, ""
	}
	for k := m.i; k < m.j; k++ {
		words = append(words, d.Words[k].Text)
	}
	if f := familyOf(words); f == words[0] {
		return words, f
	}
	return words, d.Words[d.familyWord(m.i, m.j)].Text
}

// familyOf is the family name among the words of a name in western order; of one that tells a place or a byname ("Mahmud of Ghazni",
// "Ivan the Terrible") it is the first word.
func familyOf(words []string) string {
	if slices.Contains(words, "of") || slices.Contains(words, "the") {
		return words[0]
	}
	return words[len(words)-1]
}

// hasNickname reports a name with a quoted nickname, which is there to tell its bearer from a namesake.
func hasNickname(words []string) bool {
	return slices.Contains(words, `"`) || slices.Contains(words, "“")
}

// enterName notes a person under the given name and under its initial; an initial alone stands under "X.".
func enterName(byName map[[2]string]*person, p *person) {
	given := p.words[0]
	if isInitial(given) {
		byName[[2]string{p.family, given[:1] + "."}] = p
		return
	}
	byName[[2]string{p.family, given}] = p
	if _, taken := byName[[2]string{p.family, given[:1]}]; !taken {
		byName[[2]string{p.family, given[:1]}] = p
	}
}

// lookUp is the person of the family name with the same given name, or with one that has the initial.
func lookUp(byName map[[2]string]*person, family, given string) *person {
	if isInitial(given) {
		if p := byName[[2]string{family, given[:1] + "."}]; p != nil {
			return p
		}
		return byName[[2]string{family, given[:1]}]
	}
	if p := byName[[2]string{family, given}]; p != nil {
		return p
	}
	return byName[[2]string{family, given[:1] + "."}]
}

func isInitial(s string) bool { return len(s) == 1 || len(s) == 2 && s[1] == '.' }

// refer names a mention of one word after the first of the persons that it may mean; those whose family name it is come
// before those whose given name. The gender of a title before it must fit.
func (d *document) refer(m *mention, candidates []*person) bool {
	if m.method == sinosoviet.MethodLink {
		return true
	}
	word := d.Words[m.i].Text
	_, given := d.t.table.Given(word)
	var best *person
	for _, p := range candidates {
		if m.name != "" && p.name == m.name {
			return true // the well-known bearer of the name is in the document
		}
		if m.gender != 0 && p.gender != 0 && m.gender != p.gender {
			continue
		}
		if p.subject {
			best = p // who the article is about
			break
		}
		if best == nil || p.family == word && best.family != word && !given {
			best = p
		}
	}
	if best == nil {
		return false
	}
	m.name, m.page = best.name, best.page
	if m.method != sinosoviet.MethodGazetteer {
		m.method = sinosoviet.MethodAlias
	}
	return true
}
