package entities

import "github.com/sinosoviet/sinosoviet"

// lists carries the kind of the known members of a list to the unknown ones: "the Zirids, Rustamids and Fatimids".
func (d *document) lists() {
	for n := 0; n < len(d.mentions); {
		end := n + 1
		for end < len(d.mentions) && d.listed(d.mentions[end-1].j, d.mentions[end].i) {
			end++
		}
		switch {
		case end-n >= 3:
			d.list(d.mentions[n:end])
		case end-n == 2 && d.isPlaced(n):
			d.pair(&d.mentions[n], &d.mentions[n+1])
		}
		n = end
	}
}

// isPlaced reports whether mention n stands right behind a preposition of place.
func (d *document) isPlaced(n int) bool {
	i := d.mentions[n].i
	if i == 0 || d.Words[i-1].Sent != d.Words[i].Sent {
		return false
	}
	switch d.Words[i-1].Text {
	case "in", "near", "at", "between", "from", "around":
		return true
	}
	return false
}

// pair makes a place of an unknown name that "and" joins to a known one behind a preposition of place: "in Rome and Xylo".
func (d *document) pair(a, b *mention) {
	if b.i-a.j != 1 || d.Words[a.j].Text != "and" {
		return
	}
	if a.guess {
		a, b = b, a
	}
	if a.kind == sinosoviet.KindGPE && !a.guess && !a.norp && b.guess && b.j-b.i <= 2 {
		b.kind, b.method, b.conf, b.name, b.page, b.guess = sinosoviet.KindGPE, sinosoviet.MethodRule, 0.8, "", "", false
	}
}

// listed reports whether only what stands between the members of a list stands between two words: commas, "and", an
// article, a short note in brackets.
func (d *document) listed(from, to int) bool {
	if to-from < 1 || to-from > 9 || d.Words[from].Sent != d.Words[to-1].Sent {
		return false
	}
	separated := false
	for k := from; k < to; k++ {
		switch d.Words[k].Text {
		case ",", "and", "or", "&", ";":
			separated = true
		case "the":
		case "(":
			for k < to && d.Words[k].Text != ")" {
				k++
			}
			if k == to {
				return false
			}
		default:
			return false
		}
	}
	return separated
}

// list gives the unknown members of a list the kind that at least two members, and three of four known ones, have.
func (d *document) list(members []mention) {
	counts := map[sinosoviet.Kind]int{}
	known := 0
	var kind sinosoviet.Kind
	for _, m := range members {
		if m.guess || m.kind == "" {
			continue
		}
		known++
		counts[m.kind]++
		if counts[m.kind] > counts[kind] {
			kind = m.kind
		}
	}
	if counts[kind] < 2 || 4*counts[kind] < 3*known {
		return
	}
	for i := range members {
		m := &members[i]
		if m.guess && m.kind != kind {
			m.kind, m.method, m.conf, m.name, m.page, m.guess = kind, sinosoviet.MethodRule, 0.85, "", "", false
		}
	}
}
