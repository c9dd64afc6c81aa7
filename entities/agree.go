package entities

import (
	"sort"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// vote is the best that the document says of a way to write a name.
type vote struct {
	kind sinosoviet.Kind
	conf float64
	name string
	page string
	norp bool
}

// agree makes one name mean one thing throughout the document: what is sure in one place settles the same words
// elsewhere, unless their own context says otherwise. What stays unknown is dropped.
func (d *document) agree() {
	d.lists()
	votes := d.votes()
	families := d.families()
	parts := d.partNames()
	anchors := d.anchors()
	for n := range d.mentions {
		m := &d.mentions[n]
		text := flat(d.text(m.i, m.j))
		v, voted := votes[text]
		if def, ok := d.defined[text]; ok && (!voted || m.guess) && def.kind != "" {
			v, voted = vote{kind: def.kind, conf: 0.9, name: def.name, page: def.page}, true
			if v.name == "" {
				v.name = def.long
			}
		}
		isFamily := m.j-m.i == 1 && families[text]
		switch {
		case !m.guess:
			if voted && m.kind == v.kind && m.page == "" && v.page != "" && !m.norp && !(v.name != m.name && d.isState(m.name)) {
				// First mention → all mentions; but a country linked as the state it was in one year is that only there, and what the
				// text links to several pages goes by the link before it.
				if a := anchorOf(anchors[text], m); a.page != "" {
					m.page, m.name = a.page, a.name
				}
			}
			if isFamily && m.kind == sinosoviet.KindPerson {
				m.conf = max(m.conf, 0.85)
			}
		case isFamily && !(m.kind == sinosoviet.KindGPE && d.placed(m.i, m.j)):
			m.kind, m.method, m.conf, m.name, m.page, m.guess = sinosoviet.KindPerson, sinosoviet.MethodAlias, 0.85, "", "", false
		case m.j-m.i == 1 && strings.HasSuffix(text, "s") && families[text[:len(text)-1]] && d.determined(m.i):
			m.kind, m.method, m.conf, m.name, m.page, m.guess = sinosoviet.KindPerson, sinosoviet.MethodAlias, 0.8, "", "", false // "the Todds"
		case voted && m.method == sinosoviet.MethodLink && m.page != "" && (v.page == "" || v.kind != sinosoviet.KindPerson || m.j-m.i == 1):
			m.kind, m.conf, m.norp, m.guess = v.kind, max(0.85, 0.95*v.conf), v.norp, false // a link says itself what it is a link to
		case voted:
			m.kind, m.method, m.conf, m.name, m.page, m.norp, m.guess = v.kind, sinosoviet.MethodAlias, 0.95*v.conf, v.name, v.page, v.norp, false
		case m.kind == "" && parts[text].kind != "" && m.i > 0 && (d.Words[m.i-1].Text == "the" || d.Words[m.i-1].Text == "The"):
			p := parts[text]
			m.kind, m.method, m.conf, m.name, m.page, m.guess = p.kind, sinosoviet.MethodAlias, 0.7, p.name, p.page, false
			if p.kind == sinosoviet.KindLaw {
				m.conf = 0.85
			}
		default:
			d.decide(m)
		}
	}
	if d.settled {
		d.settle()
	}
	d.drop()
}

// isState reports whether the lists have a state, or a country with several eras, under the name.
func (d *document) isState(name string) bool {
	e := d.t.table.Lookup(name)
	return len(e) > 0 && e[0].State && e[0].Name == name || d.t.table.HasEras(name)
}

// anchor is a link that shows some words, as the source of the page and name of the same words elsewhere.
type anchor struct {
	word       int
	kind       sinosoviet.Kind
	name, page string
}

// anchors gathers the links by the words they show, in order; the subject of the article stands before them all.
func (d *document) anchors() map[string][]anchor {
	out := map[string][]anchor{}
	if s := d.subject; s.kind != "" && s.page != "" {
		for _, name := range append(d.boxNames(), s.name) {
			out[name] = append(out[name], anchor{-1, s.kind, s.name, s.page})
		}
	}
	for _, m := range d.mentions {
		if m.method == sinosoviet.MethodLink && !m.guess && m.page != "" {
			text := flat(d.text(m.i, m.j))
			out[text] = append(out[text], anchor{m.i, m.kind, m.name, m.page})
		}
	}
	return out
}

// anchorOf is the nearest of the links of the mention's kind that stands before it; else the first one behind.
func anchorOf(list []anchor, m *mention) anchor {
	i := sort.Search(len(list), func(i int) bool { return list[i].word > m.i })
	for n := i - 1; n >= 0 && n >= i-maxBearers; n-- {
		if list[n].kind == m.kind {
			return list[n]
		}
	}
	for n := i; n < len(list) && n < i+maxBearers; n++ {
		if list[n].kind == m.kind {
			return list[n]
		}
	}
	return anchor{}
}

// votes gathers what sure mentions say of their words.
func (d *document) votes() map[string]vote {
	votes := make(map[string]vote, len(d.mentions)/4)
	enter := func(text string, v vote) {
		if old, ok := votes[text]; !ok || v.conf > old.conf {
			votes[text] = v
		}
	}
	if s := d.subject; s.kind != "" {
		v := vote{kind: s.kind, conf: s.conf, name: s.name, page: s.page}
		enter(s.name, v)
		for _, name := range d.boxNames() {
			enter(name, v)
		}
	}
	for _, m := range d.mentions {
		if m.kind != "" && (!m.guess || m.method == sinosoviet.MethodRule && m.conf >= confCue) {
			enter(flat(d.text(m.i, m.j)), vote{m.kind, m.conf, m.name, m.page, m.norp})
		}
	}
	return votes
}

// boxNames is what the infobox calls the article's subject.
func (d *document) boxNames() []string {
	var names []string
	for _, box := range d.a.Infoboxes {
		if boxKind(box.Name) != d.subject.kind {
			continue
		}
		for _, f := range box.Fields {
			switch strings.ToLower(strings.ReplaceAll(f.Name, " ", "_")) {
			case "name", "common_name", "conventional_long_name", "birth_name", "official_name", "other_names", "nickname", "conflict", "abbreviation":
				if name := flat(strings.TrimSpace(f.Text.String())); name != "" && len(name) < 80 && !strings.ContainsAny(name, "(,;") {
					names = append(names, name)
				}
			}
		}
	}
	return names
}

// partNames is what the first word of a name of several words stands for where it stands alone behind "the": "the
// Kwantung" for the Kwantung Army.
func (d *document) partNames() map[string]vote {
	parts := map[string]vote{}
	for _, m := range d.mentions {
		if m.guess || m.j-m.i < 2 || m.j-m.i > maxParted || m.kind != sinosoviet.KindOrg && m.kind != sinosoviet.KindFac && m.kind != sinosoviet.KindLaw || d.Words[m.i].Pos == 'U' {
			continue
		}
		w := d.Words[m.i].Text
		if isDemonymLike(w) || strings.HasSuffix(w, "an") {
			continue
		}
		if m.kind == sinosoviet.KindLaw && d.t.table.Head(w, gazetteer.BeforeOf) != "LAW" {
			continue // "the Articles", but not "the Albany" for a plan
		}
		if _, ok := parts[w]; !ok {
			name := m.name
			if name == "" {
				name = flat(d.text(m.i, m.j))
			}
			parts[w] = vote{kind: m.kind, name: name, page: m.page}
		}
	}
	return parts
}

// maxParted is how many words a name may have for its first one to stand for it.
const maxParted = 3

// families is the family names of the persons that the document names in full.
func (d *document) families() map[string]bool {
	out := map[string]bool{}
	for _, m := range d.mentions {
		if m.kind == sinosoviet.KindPerson && !m.guess && m.j-m.i > 1 {
			if _, family := d.fullName(&m); family != "" {
				out[family] = true
			}
		}
	}
	if d.subject.kind == sinosoviet.KindPerson {
		words := strings.Fields(d.subject.name)
		out[familyOf(words)] = true
	}
	return out
}

// familyWord is the word of a full name that is the family name.
func (d *document) familyWord(i, j int) int {
	w := d.Words[i]
	if w.Flags.Has(nametag.Leads) && j-i <= 3 && (!w.Flags.Has(nametag.Given) || j-i == 3 || strings.Contains(d.Words[j-1].Text, "-")) {
		return i
	}
	k := j - 1
	for k > i+1 && isTrailingTitle(d.Words[k].Text) {
		k--
	}
	return k
}

// placed reports whether the words stand where a place stands: behind "in", before ", Ohio".
func (d *document) placed(i, j int) bool {
	s := d.Sents[d.Words[i].Sent]
	if i > s[0] {
		switch d.Words[i-1].Text {
		case "in", "In", "near", "at", "from", "into", "throughout", "outside":
			return true
		}
	}
	return j+1 < s[1] && d.Words[j].Text == "," && d.Words[j+1].Pos != 0 && d.owner[j+1] != 0 &&
		d.mentions[d.owner[j+1]-1].kind == sinosoviet.KindGPE
}

// decide gives a mention of which nothing is known a kind by its shape, or none.
func (d *document) decide(m *mention) {
	if m.guess = false; d.settled && m.score < scoreModel {
		m.kind = "" // the model had it and made nothing of it
		return
	}
	if m.kind != "" && (m.method != sinosoviet.MethodRule || m.conf >= confCue) {
		return // weak evidence, and nothing against it
	}
	n := m.j - m.i
	switch {
	case m.kind == sinosoviet.KindGPE && n <= 3, m.kind == sinosoviet.KindPerson:
	case n == 1 && d.Words[m.i].Flags.Has(nametag.AllCaps) && !d.Words[m.i].Flags.Has(nametag.Numeral):
		m.kind = sinosoviet.KindOrg
	case n >= 2 && n <= 3 && d.Words[m.j-1].Flags.Has(nametag.Family) && !d.Words[m.i].Flags.Has(nametag.AllCaps):
		m.kind = sinosoviet.KindPerson
	case n == 1 && d.Words[m.i].Flags&(nametag.Given|nametag.Family) != 0 && !d.Words[m.i].Flags.Has(nametag.First) && !d.determined(m.i):
		m.kind = sinosoviet.KindPerson
	default:
		m.kind = ""
	}
}

// determined reports whether an article stands before the word.
func (d *document) determined(i int) bool { return i > 0 && isArticle(d.Words[i-1].Text) }

// drop removes mentions without a kind.
func (d *document) drop() {
	kept := d.mentions[:0]
	for _, m := range d.mentions {
		if m.kind != "" && m.kind != kindNone {
			kept = append(kept, m)
		} else {
			d.dropped = append(d.dropped, m)
		}
	}
	d.mentions = kept
	d.order()
}
