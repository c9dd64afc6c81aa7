package entities

import (
	"sort"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// inverted adds the author who opens an entry of a list of works, family name first ("Kwasny, Mark V. Washington's Partisan War"),
// as one person under the name in its usual order. It gives the word where the rest of the sentence starts.
func (d *document) inverted(s [2]int) int {
	i := s[0]
	if i+3 >= s[1] || d.Words[i+1].Text != "," || !d.Words[i].Flags.Has(nametag.Capital) || d.Words[i].Flags.Has(nametag.Strong) {
		return i
	}
	j := i + 2
	listed := d.isListed(i)
	alone := listed && s[1]-s[0] <= 6 && d.Words[s[1]-1].Text == "." // "Schecter, Barnet."
	for j < s[1] && j < i+5 && (d.isForename(j, j > i+2) || alone && d.Words[j].Flags.Has(nametag.Capital) && !d.Words[j].Flags.Has(nametag.Strong)) {
		j++
	}
	if j == i+2 || j < s[1] && !d.endsAuthor(j, listed) {
		return i
	}
	if j < s[1] && d.Words[j].Text == "." && d.Words[j].Flags.Has(nametag.Sticks) && len(d.Words[j-1].Text) == 1 {
		j++ // the full stop of an initial that looks like a numeral: "Mark V."
	}
	d.add(mention{i: i, j: j, kind: sinosoviet.KindPerson, method: sinosoviet.MethodRule, conf: 0.9, score: scoreTitled + scoreWord,
		name: flat(d.text(i+2, j)) + " " + d.Words[i].Text})
	return j
}

// isForename reports a given name, or an initial; behind a given name (inside) a Roman numeral may be one: "Mark V.".
func (d *document) isForename(i int, inside bool) bool {
	w := &d.Words[i]
	return w.Flags.Has(nametag.Given) || w.Flags.Has(nametag.Initial) || inside && len(w.Text) == 2 && w.Text[1] == '.' && w.Flags.Has(nametag.Capital)
}

// isListed reports whether word i stands in an item of a list, or in the end matter.
func (d *document) isListed(i int) bool {
	at := d.Words[i].Start
	n := sort.Search(len(d.a.Blocks), func(n int) bool { return d.a.Blocks[n].TextSpan.End > at })
	if n == len(d.a.Blocks) || d.a.Blocks[n].TextSpan.Start > at {
		return false
	}
	b := d.a.Blocks[n]
	return b.Kind == sinosoviet.BlockItem || b.Section < len(d.a.Sections) && d.a.Sections[b.Section].EndMatter
}

// endsAuthor reports whether word j ends an author's name at the head of an entry.
func (d *document) endsAuthor(j int, listed bool) bool {
	if strings.HasSuffix(d.Words[j-1].Text, ".") || len(d.Words[j-1].Text) == 1 && d.Words[j].Text == "." { // an initial: what follows is the work
		return true
	}
	if !listed {
		return d.Words[j].Text == "(" && j+1 < len(d.Words) && yearOf(d.Words[j+1].Text) != 0
	}
	switch d.Words[j].Text {
	case ".", "(", ",", ";", ":", "and", "&", "et", "ed.", "eds.", "\"", "“":
		return true
	}
	return false
}
