package entities

import (
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// settle gives the same words the same kind throughout the document where only the model told it, one sentence at a time: the
// kind that the surest and the most mentions speak for.
func (d *document) settle() {
	type tally struct {
		weight [numKinds]float64
		first  [numKinds]int // mention + 1
	}
	tallies := map[string]*tally{}
	for n := range d.mentions {
		m := &d.mentions[n]
		if m.kind == "" {
			continue
		}
		text := d.text(m.i, m.j)
		t := tallies[text]
		if t == nil {
			t = new(tally)
			tallies[text] = t
		}
		weight := m.conf * m.conf
		if m.firm() {
			weight *= 2
		}
		k := nametag.Number(string(m.kind))
		t.weight[k] += weight
		if t.first[k] == 0 || m.page != "" && d.mentions[t.first[k]-1].page == "" {
			t.first[k] = n + 1
		}
	}
	for n := range d.mentions {
		m := &d.mentions[n]
		if m.kind == "" || m.firm() && m.method != sinosoviet.MethodModel {
			continue
		}
		t := tallies[d.text(m.i, m.j)]
		own := nametag.Number(string(m.kind))
		best := own
		for k := range t.weight {
			if t.weight[k] > t.weight[best] {
				best = uint8(k)
			}
		}
		if best != own && t.weight[best] > 1.25*t.weight[own] {
			from := d.mentions[t.first[best]-1]
			m.kind, m.method, m.conf, m.name, m.page, m.norp = from.kind, sinosoviet.MethodAlias, 0.7, from.name, from.page, from.norp
		}
	}
}

const numKinds = 10 // the nine, and none
