package entities

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// links adds the shown texts of links to pages. A link says which page its words name, and the page's title
// mostly tells the kind.
func (d *document) links() {
	d.inLink = make([]int32, len(d.Words))
	word := 0
	for n, l := range d.a.Links {
		if l.Kind != sinosoviet.LinkPage || l.TextSpan.Len() <= 0 || strings.HasPrefix(l.Target, "#") {
			continue
		}
		word = d.wordBehind(l.TextSpan.Start, word)
		j := word
		for j < len(d.Words) && d.Words[j].Start < l.TextSpan.End {
			d.inLink[j] = int32(n + 1)
			j++
		}
		d.link(word, j, l)
	}
}

// wordBehind is the first word that ends behind a place of the text. It is looked for around word near, a word or the end of all.
func (d *document) wordBehind(at, near int) int {
	from, to := 0, near // words before from do not end behind it, word to does
	if near == 0 || d.Words[near-1].End <= at {
		step := 8
		for from, to = near, near+step; to < len(d.Words) && d.Words[to].End <= at; step *= 2 {
			from, to = to+1, to+step
		}
		to = min(to, len(d.Words))
	}
	return from + sort.Search(to-from, func(i int) bool { return d.Words[from+i].End > at })
}

// link adds one link that shows the words [i, j).
func (d *document) link(i, j int, l sinosoviet.Link) {
	page := l.Target
	if cut := strings.IndexByte(page, '#'); cut >= 0 {
		page = strings.TrimSpace(page[:cut])
	}
	page = upperFirst(page)
	for i < j && (d.Words[i].Flags.Has(nametag.Punct) || isArticle(d.Words[i].Text)) {
		i++
	}
	for j > i && (d.Words[j-1].Flags.Has(nametag.Punct) || isPossessive(d.Words[j-1].Text)) {
		j--
	}
	for k := i + 1; k < j; k++ {
		if d.Words[k].Text == "(" { // "Russo-Persian War (1722–1723)"
			j = k
		}
	}
	if i >= j || page == "" || j-i > maxChunk || d.Words[i].Sent != d.Words[j-1].Sent {
		return
	}
	for n := d.titleAt(i, j); n > 0 && i+n < j; n = d.titleAt(i, j) {
		i += n
	}
	if !d.Words[i].Flags.Has(nametag.Capital) && !d.Words[i].Flags.Has(nametag.Digits) || !d.hasCapital(i, j) {
		return
	}
	text := d.text(i, j)
	m := mention{i: i, j: j, method: sinosoviet.MethodLink, conf: 0.97, score: scoreLink, page: page, name: pageName(page)}
	if e := d.t.table.Lookup(text); len(e) > 0 && e[0].Kind == "NORP" {
		m.kind, m.norp = sinosoviet.KindNorp, true
		if e[0].Demonym && d.isAbout(page, text, e[0].Name) {
			m.name = canonicalEntry(e[0])
		}
		d.add(m)
		return
	}
	m.kind = d.pageKind(page)
	if e := d.t.table.Lookup(text); len(e) > 0 && !e[0].Weak && sinosoviet.Kind(e[0].Kind) != m.kind &&
		(m.kind == "" || m.kind == kindNone || !strings.Contains(page, text) || m.kind == sinosoviet.KindEvent && strings.HasSuffix(page, " of "+text)) && m.kind != sinosoviet.KindPerson {
		// "the [[Operation Cyclone|United States]]": the words name what they always name, and the page is about something else.
		if m.kind == kindNone || strings.HasSuffix(page, " of "+text) || strings.HasSuffix(page, " in "+text) {
			m.page = ""
		}
		m.kind, m.name = sinosoviet.Kind(e[0].Kind), canonicalEntry(e[0])
		d.add(m)
		return
	}
	if m.kind == "" {
		m.kind = d.runKind(i, j)
		m.conf = 0.8
	}
	if k := sinosoviet.Kind(d.headKind(i, j)); m.kind == "" && k != "" && j-i > 1 {
		m.kind = k
	}
	if j-i == 1 && (m.kind == "" && isDynasty(text) || m.kind == sinosoviet.KindGPE && strings.HasSuffix(page, " dynasty") && d.runKind(i, j) == "") {
		m.kind = sinosoviet.KindNorp // "Buyids", "Zand"
	}
	if m.kind == "" && d.allCapital(i, j) {
		s := d.Sents[d.Words[i].Sent]
		if gender, titled := d.titleBefore(i, s[0]); titled && j-i > 1 && j-i <= maxNameWords && m.name == flat(text) {
			m.kind, m.gender = sinosoviet.KindPerson, gender // "Shah [[Qvist Zxylo]]"
		} else {
			m.kind = d.cue(i, j, s)
		}
	}
	if m.kind == kindNone || m.kind != "" && !d.allCapital(i, j) && !strings.EqualFold(flat(text), m.name) && !d.retells(i, j, m.name) {
		return
	}
	if m.kind == "" {
		m.guess, m.conf, m.score = true, 0.5, scoreWeak
		if !d.allCapital(i, j) {
			return
		}
		if d.isWhole(i, j) && (!d.hasKnown(i, j) || d.isPhrase(i, j)) {
			m.score = scoreLink // whatever it is, its words are one name
		}
	} else if e := d.t.table.Lookup(m.name); len(e) > 0 && sinosoviet.Kind(e[0].Kind) == m.kind {
		m.name = d.titled(e[0], m.name)
	}
	d.add(m)
}

// titled is the canonical name of an entry that a page with the title names. How the page is called is how the document calls what the
// entry is, unless that is a state, which has its peoples and eras under its name in the lists, or the title is an abbreviation.
func (d *document) titled(e gazetteer.Entry, title string) string {
	name := canonicalEntry(e)
	if e.State || e.Kind == "NORP" || isAbbreviation(title) {
		return name
	}
	if d.titles == nil {
		d.titles = map[string]string{}
	}
	if old, ok := d.titles[name]; !ok || title == name && old != name {
		d.titles[name] = title
	}
	return name
}

// isAbbreviation reports a name without small letters, or with full stops.
func isAbbreviation(s string) bool { return strings.ToUpper(s) == s || strings.Contains(s, ".") }

// isWhole reports whether the words [i, j) look like a whole name: several capitalised ones.
func (d *document) isWhole(i, j int) bool {
	for k := i; k < j; k++ {
		if d.Words[k].Flags.Has(nametag.Punct) {
			return false
		}
	}
	return d.capitals(i, j) > 1
}

// capitals is the number of capitalised words of the run.
func (d *document) capitals(i, j int) int {
	n := 0
	for k := i; k < j; k++ {
		if d.Words[k].Flags.Has(nametag.Capital) {
			n++
		}
	}
	return n
}

// isPhrase reports whether the words [i, j) are a name that "of" or "for" joins, with a word before it that names nothing by itself.
func (d *document) isPhrase(i, j int) bool {
	for k := i + 1; k < j-1; k++ {
		if t := d.Words[k].Text; t == "of" || t == "for" {
			return !d.hasKnown(i, k)
		}
	}
	return false
}

// hasKnown reports whether the gazetteer is sure of one of the words [i, j).
func (d *document) hasKnown(i, j int) bool {
	for k := i; k < j; k++ {
		if d.Words[k].Pos != 0 && d.Words[k].Flags.Has(nametag.Strong) {
			return true
		}
	}
	return false
}

// retells reports whether the words [i, j) tell the page's name with a common noun small, and have two of its capitalised words or
// numbers: "Silesian uprising of 1919" for "Silesian Revolt of 1919".
func (d *document) retells(i, j int, name string) bool {
	same := 0
	for k := i; k < j; k++ {
		w := &d.Words[k]
		if (w.Flags.Has(nametag.Capital) || w.Flags.Has(nametag.Digits)) && len(w.Text) > 1 {
			if !strings.Contains(name, w.Text) {
				return false
			}
			same++
		}
	}
	return same > 1 && d.Words[i].Flags.Has(nametag.Capital)
}

// isAbout reports whether a page a demonym links to is about its country or people, rather than about another people of
// the same name.
func (d *document) isAbout(page, text, country string) bool {
	if strings.Contains(page, country) || strings.HasPrefix(page, strings.TrimSuffix(text, "s")) {
		return true
	}
	e := d.t.table.Lookup(page)
	return len(e) > 0 && e[0].Name == country
}

// kindNone marks a page that is no name: a language, a list, a science.
const kindNone sinosoviet.Kind = "-"

func isArticle(s string) bool {
	return s == "the" || s == "The" || s == "a" || s == "an" || s == "A" || s == "An"
}

func (d *document) hasCapital(i, j int) bool {
	for k := i; k < j; k++ {
		if w := &d.Words[k]; w.Flags.Has(nametag.Capital) && (!w.Flags.Has(nametag.First) || j-i > 1 || strings.HasPrefix(w.Tag, "NNP") || w.Flags.Has(nametag.CapSeen)) {
			return true
		}
	}
	return false
}

// allCapital reports whether every word of the run is capitalised, but for small ones.
func (d *document) allCapital(i, j int) bool {
	for k := i; k < j; k++ {
		w := &d.Words[k]
		if !w.Flags.Has(nametag.Capital) && !w.Flags.Has(nametag.Digits) && !w.Flags.Has(nametag.Punct) && len(w.Text) > 4 {
			return false
		}
	}
	last := &d.Words[j-1]
	return d.isName(i, false) && (j-i == 1 || last.Flags&(nametag.Capital|nametag.Digits|nametag.Punct) != 0)
}

// pageName is the title of a page without what tells it from others of the same name.
func pageName(page string) string {
	if cut := strings.Index(page, " ("); cut > 0 {
		return page[:cut]
	}
	return page
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if unicode.IsLower(r) {
		return string(unicode.ToUpper(r)) + s[n:]
	}
	return s
}

// pageKind is the kind that the title of a page tells; "" = it tells nothing, kindNone = the page is no name.
func (d *document) pageKind(page string) sinosoviet.Kind {
	if e := d.t.table.Lookup(page); len(e) > 0 && !e[0].Weak {
		return sinosoviet.Kind(e[0].Kind)
	}
	name := page
	if cut := strings.Index(page, " ("); cut > 0 {
		name = page[:cut]
		if k := noteKind(strings.TrimSuffix(page[cut+2:], ")")); k != "" {
			return k
		}
	}
	if e := d.t.table.Lookup(name); len(e) > 0 {
		return sinosoviet.Kind(e[0].Kind)
	}
	words := strings.Fields(name)
	if len(words) == 0 || isTopic(words) {
		return kindNone
	}
	for i := 1; i+1 < len(words); i++ {
		if words[i] == "of" && i > 1 && d.t.table.Head(words[i-1], gazetteer.BeforeOf) == "" && d.t.table.Head(words[i-1], gazetteer.AtEnd) != "" {
			words = words[:i] // "Albany Plan of Union" is a plan
		}
	}
	if before, after, ok := strings.Cut(name, ", "); ok {
		if e := d.t.table.Lookup(after); len(e) > 0 && e[0].Kind == "GPE" && before != "" {
			return sinosoviet.KindGPE
		}
	}
	return d.wordsKind(words)
}

// wordsKind is the kind that the words of a title tell.
func (d *document) wordsKind(words []string) sinosoviet.Kind {
	table, last := d.t.table, words[len(words)-1]
	for i := 1; i+1 < len(words); i++ {
		if words[i] == "of" || words[i] == "for" {
			if k := table.Head(words[i-1], gazetteer.BeforeOf); k != "" {
				return sinosoviet.Kind(k)
			}
			if k := table.Head(words[i-1], gazetteer.AtEnd); k == "ORG" || k == "LAW" {
				return sinosoviet.Kind(k)
			}
		}
		if words[i] == "in" && table.Head(words[i-1], gazetteer.BeforeOf) == "EVENT" {
			return sinosoviet.KindEvent // "Revolt in the Vendée"
		}
		switch words[i] {
		case "invasion", "siege", "bombing", "conquest", "occupation", "annexation", "assassination", "massacre", "uprising", "coup", "evacuation":
			return sinosoviet.KindEvent
		}
	}
	if len(words) < 2 {
		return ""
	}
	if k := table.Head(words[0], gazetteer.AtStart); k != "" {
		return sinosoviet.Kind(k)
	}
	if k := table.Head(words[len(words)-2], gazetteer.BeforeNumber); k != "" && last[0] <= '9' {
		return sinosoviet.Kind(k)
	}
	first, _, _ := strings.Cut(words[0], "-") // "Jean-Baptiste"
	_, given := table.Given(first)
	_, family := table.Family(last)
	if k := table.Head(last, gazetteer.AtEnd); k != "" && !(given && family) {
		return sinosoviet.Kind(k)
	}
	switch strings.ToLower(last) {
	case "war", "rebellion", "revolution", "campaign", "conflict", "crisis", "uprising", "revolt", "coup", "massacre", "genocide", "expedition", "offensive", "conference", "split", "mutiny", "putsch", "strike", "riots", "crusade", "siege", "trials", "summit", "schism", "famine", "raid", "bombing", "protests":
		return sinosoviet.KindEvent
	case "dynasty", "empire", "kingdom", "republic", "province", "county":
		return sinosoviet.KindGPE
	case "treaty", "pact", "accord", "accords", "agreement", "declaration", "constitution", "charter", "protocol", "plan", "act":
		return sinosoviet.KindLaw
	case "party", "army", "club", "union", "committee", "council", "church", "movement", "band", "parliament", "assembly", "senate", "government", "regiment", "brigade", "navy", "league", "alliance", "society":
		return sinosoviet.KindOrg
	case "river", "sea", "mountains", "island", "islands", "peninsula", "valley":
		return sinosoviet.KindLoc
	case "people", "peoples", "americans":
		return sinosoviet.KindNorp
	}
	if given && len(words) <= 5 && isCapitalised(words) {
		return sinosoviet.KindPerson
	}
	if leads, _ := table.Family(words[0]); leads && len(words) <= 3 && isCapitalised(words) {
		return sinosoviet.KindPerson
	}
	if family && len(words) <= 4 && isCapitalised(words) {
		return sinosoviet.KindPerson
	}
	return ""
}

// isCapitalised reports whether all words but particles and numerals start with an upper-case letter.
func isCapitalised(words []string) bool {
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && !isParticle(w) && w != "of" && w != "the" {
			return false
		}
	}
	return true
}

// isTopic reports a title about a subject rather than of a name: "History of X", "X language", "List of X".
func isTopic(words []string) bool {
	switch words[0] {
	case "List", "Lists", "History", "Economy", "Demographics", "Geography", "Politics", "Culture", "Outline", "Religion", "Foreign", "Languages", "Timeline", "Index", "Name", "Names", "Etymology", "Flag", "Government", "Education", "Transport", "Military", "Music", "Human", "Women", "Slavery", "Elections":
		return len(words) > 1 && (words[1] == "of" || words[1] == "in" || words[1] == "relations" || words[1] == "rights")
	}
	last := words[len(words)-1]
	if strings.HasSuffix(last, "ism") || strings.HasSuffix(last, "isms") {
		return true
	}
	switch last {
	case "language", "languages", "alphabet", "law", "cuisine", "literature", "philosophy", "theory", "music", "relations", "nationalism", "culture", "economy", "mythology", "script", "art", "architecture", "grammar", "dialect", "accent", "calendar", "studies":
		return len(words) > 1
	}
	return false
}

// noteKind is the kind told by the note in brackets behind a title.
func noteKind(note string) sinosoviet.Kind {
	words := strings.Fields(note)
	if len(words) == 0 || !unicode.IsLower(rune(words[len(words)-1][0])) {
		return "" // "Union (American Civil War)": where it belongs, not what it is
	}
	switch words[len(words)-1] {
	case "film", "novel", "album", "song", "book", "play", "series", "poem", "painting", "essay", "opera", "musical", "game", "soundtrack", "single", "comic", "comics", "episode":
		return sinosoviet.KindWork
	case "politician", "general", "author", "writer", "actor", "actress", "singer", "musician", "philosopher", "president", "king", "emperor", "artist", "scientist", "mathematician", "physicist", "poet", "painter", "admiral", "footballer", "historian", "officer", "god", "soldier", "composer", "astronaut", "economist", "prophet", "saint", "governor", "physician", "explorer", "journalist",
		"director", "screenwriter", "cinematographer", "filmmaker", "playwright", "novelist", "dramatist", "critic", "architect", "engineer", "inventor", "lawyer", "judge", "jurist", "diplomat", "statesman", "theologian", "bishop", "cardinal",
		"sculptor", "photographer", "choreographer", "conductor", "violinist", "pianist", "chemist", "biologist", "astronomer", "geographer", "sociologist", "psychologist", "linguist", "archaeologist", "anthropologist", "cosmonaut", "aviator",
		"industrialist", "missionary", "monk", "revolutionary", "activist", "warlord", "sultan", "khan", "shah", "prince", "princess", "queen", "emir", "tsar", "duke", "marshal", "colonel", "commander", "minister", "mayor", "senator", "translator", "scholar", "reformer":
		return sinosoviet.KindPerson
	case "company", "band", "organization", "organisation", "party", "group", "club", "newspaper", "magazine", "journal", "periodical", "broadcaster", "channel", "network", "studio", "brand", "firm", "publisher", "university", "record", "label", "agency", "union":
		return sinosoviet.KindOrg
	case "city", "town", "state", "country", "province", "county", "village", "department", "municipality", "district", "kingdom", "empire", "colony", "republic":
		return sinosoviet.KindGPE
	case "river", "island", "mountain", "lake", "region", "sea", "moon", "planet", "continent", "peninsula", "desert":
		return sinosoviet.KindLoc
	case "ship", "building", "bridge", "fort", "stadium", "spacecraft", "station", "airport":
		return sinosoviet.KindFac
	case "war", "battle", "event":
		return sinosoviet.KindEvent
	case "people", "tribe", "ethnic":
		return sinosoviet.KindNorp
	}
	return ""
}

// runKind is the kind the gazetteer gives exactly the words [i, j).
func (d *document) runKind(i, j int) sinosoviet.Kind {
	if e := d.entriesOf(i, j); len(e) > 0 && !e[0].Weak {
		return sinosoviet.Kind(e[0].Kind)
	}
	return ""
}

func (d *document) entriesOf(i, j int) []gazetteer.Entry { return d.t.table.Lookup(flat(d.text(i, j))) }

// readTitle takes the article's title, and the kind of its infobox, as a name known from the start. Where the title is not told, what the
// opening sentence, the infobox or the sort key calls a person stands for it.
func (d *document) readTitle() {
	i, j, kind := d.opening()
	if d.a.Title == "" {
		name := ""
		if kind == sinosoviet.KindPerson && j-i < maxChunk {
			name = flat(d.text(i, j))
		}
		if !strings.Contains(name, " ") && (name != "" || kind == "") {
			name = d.fuller(name)
		}
		if name != "" {
			d.subject = mention{kind: sinosoviet.KindPerson, name: name, method: sinosoviet.MethodRule, conf: 0.9}
		}
		return
	}
	d.subject = mention{kind: d.pageKind(upperFirst(d.a.Title)), name: pageName(d.a.Title), page: d.a.Title, method: sinosoviet.MethodLink, conf: 0.95}
	for _, box := range d.a.Infoboxes {
		if k := boxKind(box.Name); k != "" {
			d.subject.kind = k
			break
		}
	}
	if d.subject.kind == kindNone {
		d.subject.kind = ""
		return
	}
	if d.subject.kind == "" && kind != "" && strings.Contains(d.subject.name, d.Words[i].Text) {
		d.subject.kind = kind
	}
}

// fuller is the full name of the person an article without a title is about, after the infobox of a person or the sort key
// ("Qvist, Ada Maria"); name when neither tells one that goes on it.
func (d *document) fuller(name string) string {
	fits := func(full string) bool {
		words := strings.Fields(full)
		return len(words) > 1 && len(words) <= maxNameWords && isCapitalised(words) && (name == "" || slices.Contains(words, name))
	}
	for _, box := range d.a.Infoboxes {
		if boxKind(box.Name) != sinosoviet.KindPerson {
			continue
		}
		for _, f := range box.Fields {
			if full := flat(strings.TrimSpace(f.Text.String())); strings.EqualFold(f.Name, "name") && fits(full) {
				return full
			}
		}
	}
	if family, given, ok := strings.Cut(d.a.SortKey, ", "); ok && name != "" {
		if full := given + " " + family; fits(full) && !strings.Contains(given, ",") {
			return full
		}
	}
	return name
}

// maxNameWords bounds a person's name that an infobox or a sort key gives.
const maxNameWords = 6

// boxKind is the kind of what an infobox is about.
func boxKind(name string) sinosoviet.Kind {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(name, "_", " ")))
	for _, w := range words {
		switch w {
		case "person", "officeholder", "officer", "soldier", "clergy", "bishop", "pope", "philosophers", "academic", "economist", "explorer", "criminal", "noble", "nobility", "judge", "governor", "minister", "ambassador", "diplomat", "mayor", "religious", "president", "politician", "writer", "scientist", "royalty", "monarch", "philosopher", "artist", "actor", "astronaut", "biography", "congressman", "senator", "saint", "sportsperson", "tennis":
			return sinosoviet.KindPerson
		case "country", "settlement", "state", "city", "province", "nation":
			return sinosoviet.KindGPE
		case "conflict", "war", "battle", "event", "spaceflight", "mission":
			return sinosoviet.KindEvent
		case "company", "organization", "organisation", "party", "university", "newspaper", "agency", "legislature", "unit", "club", "team":
			return sinosoviet.KindOrg
		case "river", "sea", "mountain", "islands", "island", "lake", "continent", "ocean":
			return sinosoviet.KindLoc
		case "film", "book", "album", "song", "television":
			return sinosoviet.KindWork
		case "document", "legislation", "treaty", "constitution":
			return sinosoviet.KindLaw
		case "building", "stadium", "airport", "bridge", "station":
			return sinosoviet.KindFac
		case "ethnic":
			return sinosoviet.KindNorp
		}
	}
	return ""
}
