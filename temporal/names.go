package temporal

import (
	"fmt"
	"strings"

	"github.com/sinosoviet/sinosoviet/edtf"
)

// nameTable finds a caller's own names by their first word.
type nameTable struct {
	first map[string][]Name // lower-case first word
}

// names prepares the caller's names; nil when there are none.
func (t *Tagger) names() (*nameTable, error) {
	if len(t.Names) == 0 {
		return nil, nil
	}
	nt := &nameTable{first: make(map[string][]Name, len(t.Names))}
	for _, n := range t.Names {
		words := strings.Fields(strings.ToLower(n.Text))
		if len(words) == 0 {
			return nil, fmt.Errorf("temporal: a name without text")
		}
		if n.EDTF != "" {
			if _, err := edtf.Parse(n.EDTF); err != nil {
				return nil, fmt.Errorf("temporal: name %q: %w", n.Text, err)
			}
		} else if n.Month < 1 || n.Month > 12 || n.Day < 0 || n.Day > 31 {
			return nil, fmt.Errorf("temporal: name %q has neither a date nor a day of the year", n.Text)
		}
		nt.first[words[0]] = append(nt.first[words[0]], n)
	}
	return nt, nil
}

// match finds the longest name at token i.
func (nt *nameTable) match(m *matcher, i int) (x mention, ok bool) {
	best := i
	for _, n := range nt.first[strings.ToLower(m.word(i))] {
		j, rest := i, strings.ToLower(n.Text)
		for rest = strings.TrimSpace(rest); rest != ""; rest = strings.TrimSpace(rest) {
			w := m.word(j)
			if w == "" || len(rest) < len(w) || !strings.EqualFold(rest[:len(w)], w) {
				break
			}
			rest = rest[len(w):]
			j++
		}
		if rest != "" || j <= best {
			continue
		}
		best, ok = j, true
		x = mention{rule: ruCustom, level: uDay, month: uint8(n.Month), day: uint8(n.Day)}
		if n.EDTF != "" {
			x = mention{rule: ruCustom, level: uDay, fixed: n.EDTF}
		} else {
			if n.Day == 0 {
				x.level = uMonth
			}
			x, best, _ = m.ofYear(x, j)
			if y, k, ok := m.yearAt(best, true); ok && y.year >= 1000 && !x.hasYear {
				x.setYear(y)
				best = k
			}
		}
	}
	return x.upTo(i, best), ok
}
