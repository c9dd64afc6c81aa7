package entities

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

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

// Peoples is the countries that a compound adjective such as "Sino-Soviet" stands for, under their canonical names and in the order
// of its parts: China, Soviet Union. It is nil for a name that is no such compound, or whose parts are not known.
func Peoples(name string) []string {
	left, right, ok := strings.Cut(name, "-")
	if !ok || !nametag.IsCombining(left) {
		return nil
	}
	table := gazetteer.Default()
	var countries []string
	for _, part := range []string{left, right} {
		e := table.Lookup(part)
		if len(e) == 0 || !e[0].Demonym {
			return nil
		}
		countries = append(countries, canonicalEntry(e[0]))
	}
	return countries
}
