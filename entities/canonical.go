package entities

import (
	"sort"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// person is someone the document names in full somewhere.
type person struct {
	name     string
	page     string
	words    []string // of the fullest form seen
	family   string
	gender   byte
	mentions []int // indexes into document.mentions of the full mentions, in order
}

// canonical gives each mention the name that it stands for.
func (d *document) canonical() {
	people := d.people()
	byWord := map[string][]*person{}
	for _, p := range people {
		for _, w := range p.words {
			if len(w) > 1 && !isInitial(w) && !isParticle(w) {
				byWord[w] = append(byWord[w], p)
			}
		}
	}
	for n := range d.mentions {
		m := &d.mentions[n]
		if m.kind == sinosoviet.KindPerson && m.j-m.i == 1 {
			d.refer(n, byWord[d.Words[m.i].Text])
		}
		if m.name == "" {
			m.name = d.ownName(m)
		}
	}
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
	byFamily := map[string][]*person{}
	enter := func(p *person) {
		people = append(people, p)
		byFamily[p.family] = append(byFamily[p.family], p)
	}
	if d.subject.kind == sinosoviet.KindPerson {
		words := strings.Fields(d.subject.name)
		enter(&person{name: d.subject.name, page: d.subject.page, words: words, family: words[len(words)-1]})
	}
	for n := range d.mentions {
		m := &d.mentions[n]
		if m.kind != sinosoviet.KindPerson || m.j-m.i < 2 {
			continue
		}
		words := make([]string, 0, m.j-m.i)
		for k := m.i; k < m.j; k++ {
			words = append(words, d.Words[k].Text)
		}
		family := d.Words[d.familyWord(m.i, m.j)].Text
		gender := m.gender
		if gender == 0 {
			gender, _ = d.t.table.Given(words[0])
		}
		var p *person
		for _, q := range byFamily[family] {
			if sameGiven(q.words, words) && (m.page == "" || q.page == "" || m.page == q.page) {
				p = q
				break
			}
		}
		if p == nil {
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

// sameGiven reports whether two full names of one family name may be the same person's: one has the other's given
// name or its initial.
func sameGiven(a, b []string) bool {
	x, y := a[0], b[0]
	if x == y {
		return true
	}
	return isInitial(x) && x[0] == y[0] || isInitial(y) && x[0] == y[0]
}

func isInitial(s string) bool { return len(s) == 1 || len(s) == 2 && s[1] == '.' }

// refer names a mention of one word after the nearest person it may mean: the last one before it, else the first one
// behind it. The gender of a title before it must fit.
func (d *document) refer(n int, candidates []*person) {
	m := &d.mentions[n]
	if m.method == sinosoviet.MethodLink {
		return
	}
	word := d.Words[m.i].Text
	var best *person
	bestAt, bestRank := 0, -1
	for _, p := range candidates {
		if m.gender != 0 && p.gender != 0 && m.gender != p.gender {
			continue
		}
		if m.name != "" && p.name == m.name {
			return // the well-known bearer of the name is in the document
		}
		rank := 0
		if p.family == word {
			rank = 2
		}
		at, before := p.nearest(n)
		if before {
			rank++
		}
		better := rank > bestRank || rank == bestRank && (before && at > bestAt || !before && at < bestAt)
		if better {
			best, bestAt, bestRank = p, at, rank
		}
	}
	if best == nil {
		return
	}
	m.name, m.page = best.name, best.page
	if m.method != sinosoviet.MethodGazetteer {
		m.method = sinosoviet.MethodAlias
	}
}

// nearest is the index of the full mention nearest to mention n, and whether it stands before it: the last one
// before, else the first one behind.
func (p *person) nearest(n int) (at int, before bool) {
	k := sort.SearchInts(p.mentions, n)
	switch {
	case k > 0:
		return p.mentions[k-1], true
	case k < len(p.mentions):
		return p.mentions[k], false
	}
	return 0, true // the article's subject
}

// compounds adds "Sino-Soviet", which stands for two peoples at once.
func (d *document) compounds() {
	for i := range d.Words {
		w := &d.Words[i]
		if !w.Flags.Has(nametag.Capital) || w.Pos != 0 {
			continue
		}
		left, right, ok := strings.Cut(w.Text, "-")
		if !ok || !nametag.IsCombining(left) {
			continue
		}
		if e := d.t.table.Lookup(right); len(e) > 0 && e[0].Kind == "NORP" {
			d.add(mention{i: i, j: i + 1, kind: sinosoviet.KindNorp, method: sinosoviet.MethodRule, conf: 0.9, score: scoreKnown})
		}
	}
}
