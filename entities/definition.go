package entities

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// definition is what a text says a short form stands for.
type definition struct {
	long string          // long form as written
	kind sinosoviet.Kind // kind of the long form, when known
	name string          // its canonical name, when known
	page string
}

// definitions finds "Chinese Communist Party (CCP)" and "CCP (Chinese Communist Party)", after Schwartz and Hearst
// (A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text, 2003): the letters of the short form
// stand in the long one, in order, the first at the start of a word.
func (d *document) definitions() {
	for k := 1; k+2 < len(d.Words); k++ {
		if d.Words[k].Text != "(" {
			continue
		}
		s := d.Sents[d.Words[k].Sent]
		short := k + 1
		if short+1 < s[1] && isShortForm(&d.Words[short]) && closes(d.Words[short+1].Text) {
			if i, ok := d.longBefore(k, s[0], d.Words[short].Text); ok && d.capitals(i, k) <= utf8.RuneCountInString(d.Words[short].Text)+1 {
				if from, linked := d.bodiesBefore()[int32(k)]; linked && int(from) < i && d.inLink != nil && d.inLink[from] != 0 && d.inLink[from] == d.inLink[i] {
					i = int(from) // the link shows all of the name: "National Union … (UN…)"
				}
				d.define(i, k, short)
			} else if !ok && d.Words[short+1].Text == ")" {
				d.foreign(k, short)
			}
			continue
		}
		if k > s[0] && isShortForm(&d.Words[k-1]) && d.Words[k+1].Flags.Has(nametag.Capital) {
			end := k + 1
			for end < s[1] && end < k+12 && !closes(d.Words[end].Text) {
				end++
			}
			if i, ok := d.longBefore(end, k+1, d.Words[k-1].Text); ok && i == k+1 {
				d.define(i, end, k-1)
			}
		}
	}
}

// foreign defines an acronym whose letters are those of a name in another language: "State Security Committee (KGB)". It stands alone in
// brackets right behind a body that a link shows or a head noun tells, and is no other name that the lists know.
func (d *document) foreign(k, short int) {
	w := &d.Words[short]
	if n := utf8.RuneCountInString(w.Text); n < 3 || n > 6 || !w.Flags.Has(nametag.AllCaps) || w.Flags.Has(nametag.Numeral) || len(d.t.table.Lookup(w.Text)) > 0 {
		return
	}
	if i, ok := d.bodiesBefore()[int32(k)]; ok {
		d.define(int(i), k, short)
	}
}

// bodiesBefore is where the bodies found so far begin, by the word behind them: the best of those that end there. They are gathered once.
func (d *document) bodiesBefore() map[int32]int32 {
	if d.bodies != nil {
		return d.bodies
	}
	d.bodies = map[int32]int32{}
	scores := map[int32]int{}
	for n := range d.found {
		m := &d.found[n]
		if m.j-m.i > 1 && m.j < len(d.Words) && d.Words[m.j].Text == "(" && m.kind == sinosoviet.KindOrg && !m.guess && m.score > scores[int32(m.j)] {
			d.bodies[int32(m.j)], scores[int32(m.j)] = int32(m.i), m.score
		}
	}
	return d.bodies
}

// closes reports what ends a short form in brackets: "(CCP)", "(CCP; …)", "(CCP, …)".
func closes(s string) bool { return s == ")" || s == ";" || s == "," }

// isShortForm reports an acronym: two to ten characters, mostly upper-case.
func isShortForm(w *nametag.Word) bool {
	if !w.Flags.Has(nametag.Capital) || len(w.Text) < 2 || len(w.Text) > 12 {
		return false
	}
	upper, letters := 0, 0
	for _, r := range w.Text {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	return upper >= 2 && 2*upper >= letters
}

// longBefore is the first word of the long form that ends before word k and not before from.
func (d *document) longBefore(k, from int, short string) (i int, ok bool) {
	letters := make([]rune, 0, len(short))
	for _, r := range short {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters = append(letters, unicode.ToLower(r))
		}
	}
	limit := max(from, k-len(letters)-5, k-2*len(letters)-1)
	if k <= limit {
		return 0, false
	}
	start := d.Words[limit].Start
	long := d.Text[start:d.Words[k-1].End]
	at := len(long)
	for n := len(letters) - 1; n >= 0; n-- {
		for {
			if at == 0 {
				return 0, false
			}
			r, size := utf8.DecodeLastRuneInString(long[:at])
			at -= size
			if unicode.ToLower(r) == letters[n] && (n > 0 || wordStart(long, at)) {
				break
			}
		}
	}
	for i = limit; i < k; i++ {
		if d.Words[i].Start >= start+at {
			break
		}
	}
	if i >= k || d.Words[i].Start != start+at || !d.Words[i].Flags.Has(nametag.Capital) {
		return 0, false
	}
	for i > from && opensBody(d.Words[i-1].Text) {
		i-- // an acronym of another language: "National Union for the Total Independence of Angola (UNITA)"
	}
	return i, k-i > 1 || len(d.Words[i].Text) > len(short)
}

// opensBody reports a word that begins names of bodies, which a short form may leave out.
func opensBody(word string) bool {
	switch word {
	case "National", "International", "General", "Federal", "Popular":
		return true
	}
	return false
}

func wordStart(s string, at int) bool {
	if at == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
}

// define enters that the word short stands for the words [i, j).
func (d *document) define(i, j, short int) {
	key := d.Words[short].Text
	if _, ok := d.defined[key]; ok {
		return
	}
	def := definition{long: flat(d.text(i, j))}
	for _, m := range d.found {
		if m.i == i && m.j == j && m.kind != "" && !m.guess {
			def.kind, def.name, def.page = m.kind, m.name, m.page
			break
		}
	}
	if def.name == "" {
		if e := d.t.table.Lookup(def.long); len(e) > 0 {
			def.name, def.kind = canonicalEntry(e[0]), sinosoviet.Kind(e[0].Kind)
		}
	}
	if def.kind == "" {
		if e := d.t.table.Lookup(key); len(e) > 0 {
			def.kind = sinosoviet.Kind(e[0].Kind)
		} else if strings.Contains(def.long, " ") {
			def.kind = sinosoviet.KindOrg
		}
	}
	d.defined[key] = def
	if def.kind != "" {
		d.add(mention{i: i, j: j, kind: def.kind, method: sinosoviet.MethodRule, conf: 0.9, score: scoreHead, name: def.name, page: def.page})
	}
}
