package entities

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// chunks looks at every run of capitalised words and adds the names that its words tell: by a head noun
// ("X Railway", "Treaty of X"), a title before it, given and family names in it.
func (d *document) chunks() {
	for _, s := range d.Sents {
		for i := d.inverted(s); i < s[1]; {
			if !d.isName(i, i > s[0]) {
				i++
				continue
			}
			j := d.linkStart(i, d.chunkEnd(i, s[1]))
			d.chunk(i, j, s)
			i = j
		}
	}
}

// linkStart is where, in the run [i, j), a link that shows a whole name begins behind nothing but titles and adjectives of peoples: the
// link bounds the name, as in "the Indian [[Maratha Empire]]". Otherwise it is j.
func (d *document) linkStart(i, j int) int {
	if d.inLink == nil {
		return j
	}
	for k := i; k < j; k++ {
		if link := d.inLink[k]; link != 0 {
			end := k
			for end < len(d.Words) && end-k <= maxChunk && d.inLink[end] == link {
				end++
			}
			if k > i && end-k <= maxChunk && d.isWhole(k, end) {
				return k
			}
			return j
		}
		w := &d.Words[k]
		if !w.Flags.Has(nametag.InTitle) && (w.Pos != 'U' || w.Gaz != norpNumber) {
			return j
		}
	}
	return j
}

// isName reports whether a word may be part of a name.
func (d *document) isName(i int, inside bool) bool {
	w := &d.Words[i]
	if !w.Flags.Has(nametag.Capital) || isCalendar(w.Text) {
		return false
	}
	if w.Pos != 0 && w.Flags.Has(nametag.Strong) {
		return true
	}
	if isFunctionWord(w.Text) {
		return false
	}
	if !w.Flags.Has(nametag.First) {
		return w.Text != "I"
	}
	if w.Flags.Has(nametag.CapSeen) || w.Flags.Has(nametag.AllCaps) {
		return true
	}
	if w.Flags.Has(nametag.LowSeen) {
		return false
	}
	return strings.HasPrefix(w.Tag, "NNP") || w.Flags&(nametag.Given|nametag.Family) != 0 && !strings.HasPrefix(w.Tag, "V")
}

// chunkEnd is the end of the run of name words that starts at i. A particle, an ampersand, or a possessive of a
// plural ("People's") between two name words does not end it.
func (d *document) chunkEnd(i, end int) int {
	j := i + 1
	for j < end && j-i < maxChunk {
		w := &d.Words[j]
		switch {
		case isNumberSign(w.Text) && j+1 < end && d.Words[j+1].Flags.Has(nametag.Digits) && d.t.table.Head(d.Words[j-1].Text, gazetteer.AtEnd) != "":
			j += 2 // "School No. 5"
		case d.isName(j, true), w.Text == "I" && d.Words[j-1].Flags.Has(nametag.Given): // "William I"
			j++
		case isElided(w.Text):
			j++ // "Jeanne d'Arc"
		case j+1 < end && d.isName(j+1, true) && (w.Text == "&" || isParticle(w.Text) && (!d.Words[j-1].Flags.Has(nametag.Strong) || d.Words[j-1].Flags.Has(nametag.Given))):
			j += 2
		case j+2 < end && isParticle(w.Text) && isParticle(d.Words[j+1].Text) && d.isName(j+2, true): // "de la Cruz"
			j += 3
		case isPossessive(w.Text) && j+1 < end && isCommunal(d.Words[j-1].Text) && d.isName(j+1, true):
			j += 2
		case w.Flags.Has(nametag.Digits) && len(w.Text) <= 4 && !w.Flags.Has(nametag.Sticks) && d.isNumbered(j):
			j++
		default:
			return j
		}
	}
	return j
}

// isNumbered reports whether word j is the number of what the word before it names: "Apollo 11".
func (d *document) isNumbered(j int) bool {
	return d.t.table.Head(d.Words[j-1].Text, gazetteer.BeforeNumber) != "" && yearOf(d.Words[j].Text) == 0
}

// maxChunk bounds, in words, a run that is taken for one name.
const maxChunk = 16

// chunk adds the names in the run [i, j).
func (d *document) chunk(i, j int, s [2]int) {
	if i > s[0] && isOrdinal(d.Words[i-1].Text) && d.headKind(i, j) == "ORG" {
		d.headed(i-1, j, "ORG", s) // "36th Division"
		return
	}
	if i > s[0] && d.isUnitNumber(i-1) && isUnit(d.Words[j-1].Text) {
		d.headed(i-1, j, "ORG", s) // "65 Air Division"
		return
	}
	if i > s[0]+1 && isCounted(d.Words[i-1].Text) {
		if kind := d.headKind(i, j); kind != "" && kind != "FAC" && kind != "LOC" {
			d.headed(i-1, j, kind, s) // "Second Polish Republic"
			return
		}
	}
	if i > s[0] && yearOf(d.Words[i-1].Text) != 0 && isGames(d.Words[j-1].Text) {
		d.headed(i-1, j, "EVENT", s)
		return
	}
	if d.inLink != nil && j-i == 1 && j < s[1] && d.Words[i].Flags.Has(nametag.InTitle) && d.inLink[i] == 0 && d.inLink[j] != 0 && d.isName(j, true) {
		return // "Shah [[Qvist Zxylo]]"
	}
	start := i
	for i < j { // titles before the name, and adjectives of peoples before a name that has no head
		if n := d.titleAt(i, j); n > 0 {
			i += n
			continue
		}
		break
	}
	if i == j {
		return // nothing but a title
	}
	if d.byname(i, j, s) {
		return
	}
	gender, titled := d.titleBefore(i, s[0])
	if kind := d.headKind(i, j); kind != "" && !(titled && d.personLike(i, j)) {
		if titled && j-i == 1 && start < i {
			i = start // "Justice Department"
		}
		if j-i > 1 {
			d.headed(i, j, kind, s)
			return
		}
	}
	if d.joinOf(i, j, s) {
		return
	}
	if kind := compoundKind(d.Words[j-1].Text); kind != "" && !titled && d.Words[j-1].Flags&(nametag.Family|nametag.Given) == 0 {
		for i < j-1 && d.Words[i].Pos == 'U' && d.Words[i].Gaz == norpNumber {
			i++ // "the German Reichsgericht"
		}
		d.add(mention{i: i, j: j, kind: kind, method: sinosoviet.MethodRule, conf: 0.85, score: scoreHead})
		return
	}
	d.parts(i, j, s, gender, titled)
}

// isUnitNumber reports whether word i is the number of a unit of an army, as opposed to a year, a day or how many there are.
func (d *document) isUnitNumber(i int) bool {
	w := &d.Words[i]
	return w.Flags.Has(nametag.Digits) && len(w.Text) <= 3 && !w.Flags.Has(nametag.Sticks) && strings.Trim(w.Text, "0123456789") == ""
}

// byname adds a given name with what tells its bearer from others: "Catherine of Aragon", "Henry the Fat".
func (d *document) byname(i, j int, s [2]int) bool {
	if j-i > 1 && (j-i > 3 || !d.Words[j-1].Flags.Has(nametag.Numeral)) || j+1 >= s[1] || !d.Words[i].Flags.Has(nametag.Given) || !d.isName(j+1, true) {
		return false
	}
	switch {
	case d.Words[j].Text == "of" && (d.Words[i].Pos == 0 || j-i > 1 && d.Words[i].Gaz == personNumber) && d.t.table.Head(d.Words[i].Text, gazetteer.BeforeOf) == "":
		end := d.chunkEnd(j+1, s[1])
		if end-j > 3 || d.headKind(j+1, end) == "ORG" {
			return false
		}
		d.person(i, end, 0, true)
	case d.Words[j].Text == "the" && d.isByname(j+1, s):
		d.person(i, j+2, 0, true)
	default:
		return false
	}
	return true
}

// isByname reports whether word k closes a ruler's name behind "the": a single capitalised word that is neither a known name, unless that of a
// people ("Louis the German"), nor a title or a head noun, which "the" begins anew: "gave Henry the Order of the Garter".
func (d *document) isByname(k int, s [2]int) bool {
	w := &d.Words[k]
	if w.Flags&(nametag.AllCaps|nametag.Initial) != 0 || w.Flags.Has(nametag.InTitle) || w.Pos != 0 && (w.Pos != 'U' || w.Flags.Has(nametag.Strong) && w.Gaz != norpNumber) {
		return false
	}
	if k+1 < s[1] && d.isName(k+1, true) && !d.Words[k+1].Flags.Has(nametag.First) {
		return false // "sent Henry the White Book"
	}
	head := d.t.table.Head(w.Text, gazetteer.AtEnd)
	return d.t.table.Head(w.Text, gazetteer.BeforeOf) == "" && (head == "" || head == "EVENT") && !strings.HasSuffix(w.Text, "s") // "Philip the Fair"
}

// headKind is the kind that the last word of a run gives it; numerals behind it do not count.
func (d *document) headKind(i, j int) string {
	if j-i == 2 && d.Words[i+1].Flags.Has(nametag.Numeral) {
		if kind := d.t.table.Head(d.Words[i].Text, gazetteer.AtStart); kind != "" {
			return kind // "Article XIII"
		}
	}
	if j-i > 1 && d.Words[j-1].Flags.Has(nametag.Digits) && d.isNumbered(j-1) {
		return d.t.table.Head(d.Words[j-2].Text, gazetteer.BeforeNumber)
	}
	for j > i+1 && (d.Words[j-1].Flags.Has(nametag.Numeral) || d.Words[j-1].Flags.Has(nametag.Digits) || isNumberSign(d.Words[j-1].Text)) {
		j--
	}
	last := d.Words[j-1].Text
	if kind := d.t.table.Head(d.Words[i].Text, gazetteer.AtStart); kind != "" && j-i > 1 && d.t.table.Head(last, gazetteer.AtEnd) == "" {
		return kind
	}
	kind := d.t.table.Head(last, gazetteer.AtEnd)
	if kind != "" && j-i > 1 && d.Words[i].Flags.Has(nametag.Given) && d.Words[j-1].Flags.Has(nametag.Family) && !d.Words[i].Flags.Has(nametag.Strong) {
		return "" // "Henry Hill"
	}
	if kind == "NORP" && (j-i < 2 || d.Words[j-2].Gaz == norpNumber) {
		return "" // "Radical Republicans" are one people, "Russian Jews" are named by two
	}
	return kind
}

// headed adds the run as a name of the kind, together with an "of …" that goes on it.
func (d *document) headed(i, j int, kind string, s [2]int) {
	if d.joinOf(i, j, s) {
		return
	}
	if k := d.knownTail(i, j); k > i && !(kind == "FAC" && d.regional(i, k)) {
		i = k // the gazetteer has both parts
	}
	if i > s[0]+1 && d.Words[i-1].Text == "of" && isBranch(d.Words[j-1].Text) && d.isCalling(i-2) {
		return // "Chief of Army Staff" is a calling
	}
	if kind == "EVENT" || kind == "LAW" {
		i = d.pairStart(i, s[0])
	}
	d.add(mention{i: i, j: j, kind: sinosoviet.Kind(kind), method: sinosoviet.MethodRule, conf: 0.85, score: scoreHead})
}

// isCalling reports whether word i is what the holder of an office is called: "Chief", "Chiefs", "Head".
func (d *document) isCalling(i int) bool {
	text := d.Words[i].Text
	_, ok := d.t.table.Title(text)
	if !ok {
		_, ok = d.t.table.Title(strings.TrimSuffix(text, "s"))
	}
	return ok || text == "Head" || text == "Director" || text == "Commander"
}

// pairStart is the start of a pair of peoples whose second one is word i: "Ottoman–Persian Wars". Otherwise it is i.
func (d *document) pairStart(i, from int) int {
	for i-2 >= from && d.Words[i].Gaz == norpNumber || i-2 >= from && d.Words[i].Pos == 'B' {
		dash, w := d.Words[i-1].Text, &d.Words[i-2]
		if dash != "-" && dash != "–" || d.Words[i-1].Start != w.End || w.Pos != 'U' || w.Gaz != norpNumber {
			break
		}
		i -= 2
	}
	return i
}

// knownTail is the start of a known name of several words that closes the run, when all before it are adjectives of
// peoples: "Ottoman Empire" in "Sunni Ottoman Empire". Otherwise it is i.
func (d *document) knownTail(i, j int) int {
	k := i
	for k < j && d.Words[k].Pos == 'U' && d.Words[k].Gaz == norpNumber {
		k++
	}
	if k > i && j-k > 1 && d.Words[k].Pos == 'B' && d.Words[j-1].Pos == 'L' && !(k == i+1 && isGenericBody(flat(d.text(k, j)))) {
		return k
	}
	return i
}

// regional reports whether the words [i, j) are adjectives of regions rather than of states: one that stands before the name
// of a building or railway is part of it.
func (d *document) regional(i, j int) bool {
	for k := i; k < j; k++ {
		if e := d.entriesOf(k, k+1); len(e) == 0 || e[0].Demonym {
			return false
		}
	}
	return true
}

var personNumber = nametag.Number(string(sinosoviet.KindPerson))

var norpNumber = nametag.Number(string(sinosoviet.KindNorp))

// joinOf adds "Treaty of X", "Ministry of X and Y": a run whose last word opens an "of", and the run behind it.
func (d *document) joinOf(i, j int, s [2]int) bool {
	if j+2 < s[1] && d.Words[j].Text == "to" && d.Words[j+1].Text == "the" && d.headKind(i, j) == "LAW" && d.isName(j+2, true) {
		if end := d.chunkEnd(j+2, s[1]); end-i <= maxChunk && end-j > 3 && d.t.table.Head(d.Words[end-1].Text, gazetteer.AtEnd) == "LAW" {
			d.add(mention{i: i, j: end, kind: sinosoviet.KindLaw, method: sinosoviet.MethodRule, conf: 0.85, score: scoreHead})
			return true // "Third Amendment to the Irish Constitution"
		}
	}
	if j+1 >= s[1] || d.Words[j].Text != "of" && d.Words[j].Text != "for" {
		return false
	}
	kind := d.t.table.Head(d.Words[j-1].Text, gazetteer.BeforeOf)
	if kind == "" && j-i > 1 {
		if k := d.t.table.Head(d.Words[j-1].Text, gazetteer.AtEnd); k == "ORG" || k == "LAW" {
			kind = k
		}
	}
	if kind == "" || d.Words[j].Text == "for" && kind != "ORG" && (kind != "LAW" || j-i < 2) {
		return false
	}
	k := j + 1
	if k < s[1] && d.Words[k].Text == "the" {
		k++
	}
	if k >= s[1] || !d.isName(k, true) || k > j+1 && d.Words[j].Text == "for" && d.Words[k].Pos == 'U' && d.Words[k].Gaz == norpNumber {
		return false // "interest of the Army for the French guns"
	}
	end := d.chunkEnd(k, s[1])
	if kind == "GPE" && k > j+1 && j-i > 1 && !isRealm(d.Words[j-1].Text) &&
		(d.Words[k].Flags.Has(nametag.Strong) || d.t.table.Head(d.Words[end-1].Text, gazetteer.AtEnd) == "GPE") {
		return false // "Moscow Governorate of the Russian Empire"
	}
	listing := isListing(d.Words[j-1].Text)
	for kind == "ORG" && end+1 < s[1] {
		joined := d.Words[end].Text == "and" && listing // "Department of Health and Human Services"
		if d.Words[end].Text == "of" && d.Words[j].Text == "for" && d.Words[end-1].Pos == 0 {
			joined = true // "Committee for the Liberation of Zxylo"
		}
		if d.Words[end].Text == "for" && isListing(d.Words[end-1].Text) {
			joined, listing = true, true // "Academy of Sciences Institute for Metals and Ores"
		}
		if !joined || !d.isName(end+1, true) {
			break
		}
		end = d.chunkEnd(end+1, s[1])
	}
	if end-i > maxChunk {
		return false
	}
	if kind == "FAC" && end == j+2 && d.Words[j+1].Text == "Fame" {
		kind = "ORG" // a hall of fame is who elects to it, too
	}
	if k := d.t.table.Head(d.Words[end-1].Text, gazetteer.AtEnd); k == "ORG" && kind == "GPE" && end-j > 2 {
		kind = k // "Republic of Texas Army"
	}
	d.add(mention{i: i, j: end, kind: sinosoviet.Kind(kind), method: sinosoviet.MethodRule, conf: 0.85, score: scoreHead})
	return true
}

// titleAt is the number of words of the title that stands at i inside a run: capitalised, and not part of a
// longer name that the gazetteer knows.
func (d *document) titleAt(i, j int) int {
	n := 0
	for i+n < j && d.Words[i+n].Flags.Has(nametag.InTitle) {
		n++
	}
	if n == 0 || d.Words[i].Pos == 'B' && d.Words[i].Flags.Has(nametag.Strong) {
		return 0
	}
	if d.Words[i].Flags.Has(nametag.Given|nametag.Family) && n == 1 { // "Marshall", "Major"
		return 0
	}
	return n
}

// titleBefore reports whether a title stands right before i, and the gender it tells.
func (d *document) titleBefore(i, from int) (gender byte, ok bool) {
	k := i
	for k > from && k > i-6 && d.Words[k-1].Flags.Has(nametag.InTitle) {
		k--
	}
	for ; k < i; k++ {
		phrase := d.text(k, i)
		if g, found := d.t.table.Title(phrase); found {
			return g, true
		}
	}
	return 0, false
}

// personLike reports whether a run looks like a person's name: a given name first, or a leading family name.
func (d *document) personLike(i, j int) bool {
	w := d.Words[i]
	if j-i > 5 || w.Flags.Has(nametag.AllCaps) && len(w.Text) > 2 {
		return false
	}
	return w.Flags.Has(nametag.Given) || w.Flags.Has(nametag.Leads) && j-i >= 2 && j-i <= 3 || w.Flags.Has(nametag.Initial) && j-i > 1
}

// parts cuts a run without a head: what the gazetteer knows stands by itself, the rest is looked at for persons.
func (d *document) parts(i, j int, s [2]int, gender byte, titled bool) {
	if d.personLike(i, j) && (!d.Words[i].Flags.Has(nametag.Strong) || d.hasParticle(i, j) || d.loneFigure(i, j)) {
		if end := d.personEnd(i, j); end-i > 1 || titled {
			d.person(i, end, gender, titled)
			if end < j {
				d.parts(end, j, s, 0, false)
			}
			return
		}
	}
	for k := i; k < j; k++ { // the first match inside cuts the run
		if p := d.Words[k].Pos; (p == 'B' || p == 'U') && d.Words[k].Flags.Has(nametag.Strong) {
			end := k + 1
			for end < j && (d.Words[end].Pos == 'I' || d.Words[end].Pos == 'L') {
				end++
			}
			if k > i {
				d.rest(i, k, s, gender, titled)
			}
			if end < j {
				rest := end
				rest += d.titleAt(rest, j)
				if rest < j {
					g, ok := d.titleBefore(rest, s[0])
					d.parts(rest, j, s, g, ok)
				}
			}
			return
		}
	}
	d.rest(i, j, s, gender, titled)
}

// loneFigure reports a well-known single name with more behind it: "Mohammed Zahir Shah".
func (d *document) loneFigure(i, j int) bool {
	w := &d.Words[i]
	return j-i > 1 && w.Pos == 'U' && d.entriesOf(i, i+1)[0].Kind == "PERSON" && d.Words[i+1].Pos == 0
}

func (d *document) hasParticle(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if isParticle(d.Words[k].Text) {
			return true
		}
	}
	return false
}

// personEnd is the end of the person's name that starts at i: a strong match of another kind ends it.
func (d *document) personEnd(i, j int) int {
	k := i + 1
	if d.Words[i].Pos == 'B' && d.Words[i].Flags.Has(nametag.Strong) {
		return k
	}
	for k < j && k-i < 6 {
		w := &d.Words[k]
		if w.Pos != 0 && w.Flags.Has(nametag.Strong) && w.Flags&(nametag.Family|nametag.Given) == 0 && !strings.Contains(w.Text, "-") && !isParticle(d.Words[k-1].Text) {
			break
		}
		if w.Flags.Has(nametag.InTitle) && !isTrailingTitle(w.Text) && w.Flags&(nametag.Family|nametag.Given) == 0 {
			break
		}
		k++
	}
	return k
}

func (d *document) person(i, j int, gender byte, titled bool) {
	m := mention{i: i, j: j, kind: sinosoviet.KindPerson, method: sinosoviet.MethodRule, conf: 0.8, score: scorePerson, gender: gender}
	if titled {
		m.conf, m.score = 0.92, scoreTitled
	}
	if d.hasParticle(i, j) || d.hasFigure(i+1, j) {
		m.score = scoreTitled
	}
	d.add(m)
}

// hasFigure reports a word among [i, j) that by itself stands for a well-known person, whose namesake the whole name may be.
func (d *document) hasFigure(i, j int) bool {
	for k := i; k < j; k++ {
		if w := &d.Words[k]; w.Pos == 'U' && d.entriesOf(k, k+1)[0].Kind == string(sinosoviet.KindPerson) {
			return true
		}
	}
	return false
}

// rest adds a run of which nothing is known but its surroundings.
func (d *document) rest(i, j int, s [2]int, gender byte, titled bool) {
	if titled && j-i <= 5 {
		d.person(i, j, gender, true)
		return
	}
	if j-i == 1 && isDirection(d.Words[i].Text) && j < s[1] && d.Words[j].Pos != 0 {
		return // "Old Baku"
	}
	if d.isAbstract(i, j) {
		return
	}
	m := mention{i: i, j: j, method: sinosoviet.MethodRule, conf: 0.4, score: scoreGuess, guess: true}
	if k := d.cue(i, j, s); k != "" {
		m.kind, m.conf, m.score = k, confCue, scoreWeak
		if i > s[0] && kindBefore(d.Words[i-1].Text) == k && k != sinosoviet.KindWork {
			m.conf, m.guess = 0.85, false // "the river X"
		}
		d.add(m)
		return
	}
	if j-i == 1 && isDynasty(d.Words[i].Text) && d.Words[i].Flags&(nametag.Given|nametag.Family|nametag.First) == 0 {
		m.kind, m.conf, m.score, m.guess = sinosoviet.KindNorp, 0.85, scoreWeak, false
		d.add(m)
		return
	}
	if i > s[0] {
		switch d.Words[i-1].Text {
		case "in", "near", "at", "from", "into", "throughout", "outside", "around", "across", "toward", "towards":
			m.kind, m.conf = sinosoviet.KindGPE, 0.5
		case "by":
			if i > s[0]+1 && j-i <= 4 && isPersonal(d.Words[i-2].Text) {
				m.kind, m.conf = sinosoviet.KindPerson, 0.5
			}
		}
	}
	d.add(m)
}
