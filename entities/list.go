package entities

import "github.com/sinosoviet/sinosoviet"

// lists carries the kind of the known members of a list to the unknown ones: "the Zirids, Rustamids and Fatimids".
func (d *document) lists() {
	for n := 0; n < len(d.mentions); {
		end := n + 1
		for end < len(d.mentions) && d.listed(d.mentions[end-1].j, d.mentions[end].i) {
			end++
		}
		if end-n >= 3 {
			d.list(d.mentions[n:end])
		}
		n = end
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
