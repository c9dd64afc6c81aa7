package entities

import (
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// regions adds what a word of geography makes of the known place beside it: "North Russia", "Southern Nevada" are regions, the
// "river" of "Yangtze river" is part of the name that the gazetteer has as "Yangtze River".
func (d *document) regions() {
	for n := range d.Matches {
		m := &d.Matches[n]
		e := d.pick(m.Entries, m.I)
		if kind := sinosoviet.Kind(e.Kind); kind != sinosoviet.KindGPE && kind != sinosoviet.KindLoc {
			continue
		}
		if j := m.J; sinosoviet.Kind(e.Kind) == sinosoviet.KindLoc && d.isGeneric(m.I, j, e) {
			d.add(mention{i: m.I, j: j + 1, kind: sinosoviet.KindLoc, method: sinosoviet.MethodGazetteer, conf: 0.95, score: scoreKnown, name: canonicalEntry(e)})
			continue
		}
		if i := m.I - 1; (e.State || sinosoviet.Kind(e.Kind) == sinosoviet.KindLoc) && !e.Weak && d.isOwner(i, m.I) {
			d.add(mention{i: i, j: m.J, kind: sinosoviet.Kind(e.Kind), method: sinosoviet.MethodRule, conf: 0.85, score: scoreKnown})
			continue
		}
		if i := m.I - 1; !e.Weak && i >= 0 && d.Words[i].Sent == d.Words[m.I].Sent && isQuarter(d.Words[i].Text) && d.Words[i].Pos == 0 && !d.inName(i) {
			d.add(mention{i: i, j: m.J, kind: sinosoviet.KindLoc, method: sinosoviet.MethodRule, conf: 0.85, score: scoreKnown})
		}
	}
}

// isOwner reports whether word i is the adjective of a people right before the place at word j of the same sentence, which
// makes one name of both: "Sassanid Persia", "Iranian Azerbaijan", "Chinese Turkestan".
func (d *document) isOwner(i, j int) bool {
	if i < 0 || d.Words[i].Sent != d.Words[j].Sent || d.Words[i].Pos != 'U' || d.Words[i].Gaz != norpNumber || d.inName(i) {
		return false
	}
	if d.inLink != nil && d.inLink[j] != d.inLink[i] && d.inLink[j] != 0 {
		return false // the link bounds the name
	}
	e := d.entriesOf(i, i+1)
	return len(e) > 0 && e[0].Demonym && !e[0].Weak && !strings.HasSuffix(d.Words[i].Text, "s")
}

// inName reports whether a capitalised word that may belong to a longer name stands before word i: "Great Western".
func (d *document) inName(i int) bool {
	return i > d.Sents[d.Words[i].Sent][0] && d.Words[i-1].Flags.Has(nametag.Capital) && !d.Words[i-1].Flags.Has(nametag.First)
}

// isGeneric reports whether the small word behind the words [i, j) is the last word of another name of the entry.
func (d *document) isGeneric(i, j int, e gazetteer.Entry) bool {
	if j >= len(d.Words) || d.Words[j].Sent != d.Words[i].Sent || d.Words[j].Flags.Has(nametag.Capital) || !isLandform(d.Words[j].Text) {
		return false
	}
	key := flat(d.text(i, j)) + " " + upperFirst(d.Words[j].Text)
	return slices.ContainsFunc(d.t.table.Lookup(key), func(x gazetteer.Entry) bool { return x.Name == e.Name && x.Kind == e.Kind })
}

// isLandform reports a common noun that names of places have capitalised or small.
func isLandform(s string) bool {
	switch s {
	case "river", "sea", "ocean", "mountains", "desert", "peninsula", "islands", "island", "basin", "valley", "strait", "gulf":
		return true
	}
	return false
}

// isQuarter reports a capitalised point of the compass that makes a region of the place behind it.
func isQuarter(s string) bool {
	switch s {
	case "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central",
		"Northeast", "Northwest", "Southeast", "Southwest", "Northeastern", "Northwestern", "Southeastern", "Southwestern":
		return true
	}
	before, after, ok := strings.Cut(s, "-")
	return ok && isQuarter(before) && isQuarter(upperFirst(after))
}

// quarters adds the points of the compass that stand for a part of the country or the world: "the West", "the Deep South".
func (d *document) quarters() {
	for i := 1; i < len(d.Words); i++ {
		w := &d.Words[i]
		switch w.Text {
		case "North", "South", "East", "West", "Northeast", "Northwest", "Southeast", "Southwest", "Orient", "Occident":
		default:
			continue
		}
		if before := d.Words[i-1].Text; before != "the" && before != "The" || d.Words[i-1].Sent != w.Sent || w.Pos != 0 {
			continue
		}
		if j := i + 1; j < len(d.Words) && d.Words[j].Sent == w.Sent && (d.Words[j].Flags.Has(nametag.Capital) || d.Words[j].Text == "-" || strings.HasPrefix(d.Words[j].Tag, "NN")) {
			continue // "the West Bank", "the East side"
		}
		d.add(mention{i: i, j: i + 1, kind: sinosoviet.KindLoc, method: sinosoviet.MethodRule, conf: 0.85, score: scoreHead})
	}
}

// commonEnds adds a name that the gazetteer knows with a capital where the text has its last word small: "Continental army",
// "Korean war".
func (d *document) commonEnds() {
	for j := 1; j < len(d.Words); j++ {
		w := &d.Words[j]
		if !isCommonEnd(w.Text) {
			continue
		}
		for i := max(d.Sents[w.Sent][0], j-3); i < j; i++ {
			if !d.Words[i].Flags.Has(nametag.Capital) || !d.isName(i, true) {
				continue
			}
			e := d.t.table.Lookup(flat(d.text(i, j)) + " " + upperFirst(w.Text))
			if len(e) == 0 || e[0].Weak || d.isIndefinite(i) {
				continue
			}
			d.add(mention{i: i, j: j + 1, kind: sinosoviet.Kind(e[0].Kind), method: sinosoviet.MethodGazetteer, conf: 0.9, score: scoreKnown, name: canonicalEntry(e[0])})
			break
		}
	}
}

// isIndefinite reports "a" before word i, or before an adjective before it: "a separate Lutheran church" is any one.
func (d *document) isIndefinite(i int) bool {
	from := d.Sents[d.Words[i].Sent][0]
	for k := i - 1; k >= from && k >= i-2; k-- {
		switch d.Words[k].Text {
		case "a", "an", "A", "An":
			return true
		}
		if !strings.HasPrefix(d.Words[k].Tag, "JJ") {
			return false
		}
	}
	return false
}

// isCommonEnd reports a common noun that names of bodies, states and events end in, capitalised or small.
func isCommonEnd(s string) bool {
	switch s {
	case "army", "navy", "party", "empire", "war", "wars", "revolution", "rebellion", "church", "republic", "treaty", "pact", "crisis", "dynasty", "caliphate", "sultanate", "commonwealth", "uprising", "campaign":
		return true
	}
	return false
}
