package entities

import (
	"cmp"
	"slices"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// complete finds names of several words, known from one place of the document, where another place has them in part or not at all:
// "New Salem" where only "Salem" was seen.
func (d *document) complete() {
	known := map[string][]int{} // first word → mentions, longest first
	have := map[string]bool{}
	for n := range d.mentions {
		m := &d.mentions[n]
		if m.j-m.i < 2 || m.conf < 0.8 || m.kind == "" || m.kind == sinosoviet.KindWork || m.method == sinosoviet.MethodModel || !d.isProper(m.i, m.j) {
			continue
		}
		first := d.Words[m.i].Text
		if text := d.text(m.i, m.j); !have[text] && len(known[first]) < maxBearers {
			have[text] = true
			known[first] = append(known[first], n)
		}
	}
	if len(known) == 0 {
		return
	}
	for _, list := range known {
		slices.SortStableFunc(list, func(a, b int) int {
			return cmp.Compare(d.mentions[b].j-d.mentions[b].i, d.mentions[a].j-d.mentions[a].i)
		})
	}
	var more []mention
	gone := make([]bool, len(d.mentions))
	for i := 0; i < len(d.Words); i++ {
		if !d.Words[i].Flags.Has(nametag.Capital) {
			continue
		}
		for _, n := range known[d.Words[i].Text] {
			m := d.mentions[n]
			j := i + m.j - m.i
			if i == m.i || !d.sameWords(i, j, m) || !d.partly(i, j) {
				continue
			}
			for k := i; k < j; k++ {
				if o := d.owner[k]; o != 0 {
					gone[o-1] = true
				}
			}
			name := m.name
			if name == "" && d.Words[j-1].Text != d.Words[m.j-1].Text {
				name = d.ownName(&m)
			}
			more = append(more, mention{i: i, j: j, kind: m.kind, method: sinosoviet.MethodAlias, conf: 0.8, name: name, page: m.page, gender: m.gender})
			i = j - 1
			break
		}
	}
	if len(more) == 0 {
		return
	}
	kept := d.mentions[:0]
	for n, m := range d.mentions {
		if !gone[n] {
			kept = append(kept, m)
		}
	}
	d.mentions = append(kept, more...)
	d.order()
}

// isProper reports whether all of the words [i, j) are capitalised or small words inside a name: no commas, no common nouns.
func (d *document) isProper(i, j int) bool {
	for k := i; k < j; k++ {
		w := &d.Words[k]
		if !w.Flags.Has(nametag.Capital) && (k == i || k == j-1 || len(w.Text) > 3 || w.Flags.Has(nametag.Punct)) {
			return false
		}
	}
	return true
}

// sameWords reports whether the words [i, j) are those of the mention, in one sentence.
func (d *document) sameWords(i, j int, m mention) bool {
	if j > len(d.Words) || d.Words[i].Sent != d.Words[j-1].Sent {
		return false
	}
	for k := range j - i {
		a, b := d.Words[i+k].Text, d.Words[m.i+k].Text
		if a != b && (k == 0 || k < j-i-1 || len(b) < 4 || upperFirst(a) != b || !d.keepsSmall(m)) {
			return false // but "Stone Bridge farm" is the Stone Bridge Farm
		}
	}
	return true
}

// keepsSmall reports a name whose last word may be written small without making another name of it: not one of a people and what it has
// many of, as "British Forces".
func (d *document) keepsSmall(m mention) bool {
	switch m.kind {
	case sinosoviet.KindFac, sinosoviet.KindEvent, sinosoviet.KindLoc:
		return m.j-m.i > 2 && d.Words[m.i].Gaz != norpNumber
	}
	return false
}

// partly reports whether the words [i, j) are not one mention yet, or one whose last word is written small, and hold no word of a mention that reaches further or is linked.
func (d *document) partly(i, j int) bool {
	for k := i; k < j; k++ {
		o := d.owner[k]
		if o == 0 {
			continue
		}
		m := &d.mentions[o-1]
		if m.i < i && !d.areTitles(m.i, i) || m.j > j || m.i == i && m.j == j && d.Words[j-1].Flags.Has(nametag.Capital) || m.method == sinosoviet.MethodLink {
			return false
		}
	}
	return true
}

// areTitles reports whether all of the words [i, j) belong to titles.
func (d *document) areTitles(i, j int) bool {
	for k := i; k < j; k++ {
		if !d.Words[k].Flags.Has(nametag.InTitle) {
			return false
		}
	}
	return true
}
