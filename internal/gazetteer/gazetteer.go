// Package gazetteer is leaf data: names of countries, peoples, bodies, places and persons of world
// history, and the words that tell what a name is (titles, head nouns, given and family names).
//
// The tables stand in data/*.tsv, sorted, each with its origin, licence and date of review at the head. They are
// embedded and indexed once, on first use.
package gazetteer

import (
	"embed"
	"maps"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/*.tsv
var data embed.FS

// Entry is what a name may stand for.
type Entry struct {
	Name     string // canonical name
	Kind     string // "GPE", "ORG", … as in the root package
	From, To int    // first and last year of a state of the past or present; 0 = open
	State    bool   // a state of today or the past
	Demonym  bool   // an adjective or people of Name, not Name itself
	Weak     bool   // as often something else: wants support from the text
	Article  bool   // only with "the" before it: "the Allies"
}

// Place tells where a head word stands in the name it gives the kind to.
type Place uint8

// The places of head words.
const (
	AtEnd        Place = iota // "Chinese Eastern Railway"
	BeforeOf                  // "Treaty of Versailles"
	AtStart                   // "Lake Baikal"
	BeforeNumber              // "Apollo 11"
	places
)

// Table is the index of all lists. It is immutable and safe for concurrent use.
type Table struct {
	names   map[string][]Entry
	opening map[string]Opening
	given   map[string]byte
	family  map[string]bool
	titles  map[string]byte
	heads   [places]map[string]string
	eras    map[string][]era // country → the states it was, by first year
	known   *filter          // of the keys of names
	words   *filter          // of the keys of opening, given and family
}

// era is a state that a country was for some years; to 0 = open.
type era struct {
	from, to int
	state    string
}

// Default is the table of the embedded lists. The first call reads them (about ten milliseconds).
var Default = sync.OnceValue(load)

func load() *Table {
	t := &Table{
		names: make(map[string][]Entry, 1<<14), opening: make(map[string]Opening, 1<<13),
		given: make(map[string]byte, 4096), family: make(map[string]bool, 8192),
		titles: make(map[string]byte, 512), known: newFilter(), words: newFilter(),
	}
	for i := range t.heads {
		t.heads[i] = make(map[string]string, 512)
	}
	each("given", func(f []string) {
		t.given[f[0]] = gender(field(f, 1))
		t.words.add(f[0])
	})
	each("surnames", func(f []string) {
		t.family[f[0]] = field(f, 1) == "e"
		t.words.add(f[0])
	})
	each("titles", func(f []string) {
		t.titles[f[0]] = gender(field(f, 1))
		w := FirstWord(f[0])
		t.opensTitle(w, len(f[0]))
		if short, ok := strings.CutSuffix(w, "."); ok { // a tokenizer may cut the full stop off
			t.opensTitle(short, len(f[0]))
		}
	})
	each("heads", func(f []string) {
		at := map[string]Place{"end": AtEnd, "of": BeforeOf, "start": AtStart, "number": BeforeNumber}[f[1]]
		t.heads[at][f[0]] = f[2]
	})
	for _, list := range []string{"countries", "states"} {
		each(list, t.addState)
	}
	for _, list := range []string{"places", "bodies", "history", "groups", "figures"} {
		each(list, t.addNamed)
	}
	t.eras = make(map[string][]era, 128)
	each("eras", func(f []string) {
		e := era{state: f[3]}
		e.from, _ = strconv.Atoi(f[1])
		e.to, _ = strconv.Atoi(f[2])
		t.eras[f[0]] = append(t.eras[f[0]], e)
	})
	each("cities", func(f []string) { t.Add(f[0], Entry{Name: f[0], Kind: "GPE", Weak: true}) })
	return t
}

// each calls use with the columns of every row of an embedded list.
func each(list string, use func(columns []string)) {
	b, err := data.ReadFile("data/" + list + ".tsv")
	if err != nil {
		return // cannot be: embedded; the test of the package reads every list
	}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSuffix(line, "\n")
		if line != "" && line[0] != '#' {
			use(strings.Split(line, "\t"))
		}
	}
}

func field(f []string, i int) string {
	if i < len(f) {
		return f[i]
	}
	return ""
}

// gender is 'm', 'f', or 0 for either.
func gender(s string) byte {
	if len(s) == 1 {
		return s[0]
	}
	return 0
}

func (t *Table) addState(f []string) {
	e := Entry{Name: f[0], Kind: "GPE", State: true}
	e.From, _ = strconv.Atoi(field(f, 3))
	e.To, _ = strconv.Atoi(field(f, 4))
	t.Add(f[0], e)
	for _, a := range list(field(f, 1)) {
		t.Add(a, e)
	}
	e.Kind, e.State, e.Demonym = "NORP", false, true
	for _, a := range list(field(f, 2)) {
		t.Add(a, e)
		if strings.HasSuffix(a, "an") {
			t.Add(a+"s", e)
		}
	}
}

func (t *Table) addNamed(f []string) {
	name, _, _ := strings.Cut(f[0], " (")
	e := Entry{Name: f[0], Kind: f[1]}
	e.Weak = t.isWeak(name, e.Kind)
	t.Add(name, e)
	for _, a := range list(field(f, 2)) {
		e.Weak = t.isWeak(a, e.Kind)
		t.Add(a, e)
	}
}

// isWeak reports whether a name is a single word that may as well be a person's or a common word.
func (t *Table) isWeak(name, kind string) bool {
	if strings.Contains(name, " ") {
		return false
	}
	if kind == "NORP" {
		head := t.heads[AtEnd][name]
		return head != "" && head != kind // "War Democrats" are as sure as Democrats
	}
	_, given := t.given[name]
	_, family := t.family[name]
	return kind == "WORK" || kind == "LAW" || kind != "PERSON" && (given || family)
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ";")
}

// Add enters a name. It is for building a table; [Default] must not be added to.
func (t *Table) Add(name string, e Entry) {
	if rest, ok := strings.CutPrefix(name, "the "); ok {
		name, e.Article = rest, len(t.names[rest]) == 0
	}
	for _, have := range t.names[name] {
		if have.Name == e.Name && have.Kind == e.Kind && have.Article == e.Article {
			return
		}
	}
	t.names[name] = append(t.names[name], e)
	t.known.add(name)
	t.opensName(FirstWord(name), len(name))
}

// Clone is an independent copy that may be added to. Lists of words are shared.
func (t *Table) Clone() *Table {
	c := *t
	c.names = make(map[string][]Entry, len(t.names))
	for k, v := range t.names {
		c.names[k] = v[:len(v):len(v)]
	}
	c.opening = maps.Clone(t.opening)
	c.known, c.words = t.known.clone(), t.words.clone()
	return &c
}

// FirstWord is the part of a name up to its first blank, dash, comma or possessive: what a tokenizer
// makes the first token of it.
func FirstWord(name string) string {
	for i := 0; i < len(name); i++ {
		switch name[i] {
		case ' ', ',':
			return name[:i]
		case '\'':
			if i > 0 && (i+1 == len(name) || name[i+1] == ' ' || name[i+1] == 's' && (i+2 == len(name) || name[i+2] == ' ')) {
				return name[:i]
			}
		case 0xE2: // – and —
			if i > 0 && i+2 < len(name) && name[i+1] == 0x80 && (name[i+2] == 0x93 || name[i+2] == 0x94) {
				return name[:i]
			}
		}
	}
	return name
}

// Lookup is what name may stand for, most likely first. The slice must not be changed.
func (t *Table) Lookup(name string) []Entry {
	if !t.known.has(name) {
		return nil
	}
	return t.names[name]
}

// Opening is what a first word may open: the lengths in bytes of the longest name and of the longest title of which it is the first; 0 = none.
type Opening struct{ Name, Title int }

// MayKnow reports whether word may open something or be a given or family name: if not, [Table.Opens], [Table.Given] and [Table.Family] need not be
// asked. Of the words of which they know nothing it lets few through.
func (t *Table) MayKnow(word string) bool { return t.words.has(word) }

// Opens is what word may open.
func (t *Table) Opens(word string) Opening { return t.opening[word] }

func (t *Table) opensName(word string, length int) {
	o := t.opening[word]
	o.Name = max(o.Name, length)
	t.opening[word] = o
	t.words.add(word)
}

func (t *Table) opensTitle(word string, length int) {
	o := t.opening[word]
	o.Title = max(o.Title, length)
	t.opening[word] = o
	t.words.add(word)
}

// HasEras reports whether the table knows which states a country was.
func (t *Table) HasEras(country string) bool { return len(t.eras[country]) > 0 }

// StateIn is the state that a country was in all the years from first to last; "" when the table knows none, or when the country
// changed within them: what it was in a year of change is not told by the year.
func (t *Table) StateIn(country string, first, last int) string {
	for _, e := range t.eras[country] {
		if e.from < first && (e.to == 0 || last < e.to) {
			return e.state
		}
	}
	return ""
}

// Given reports whether word is a given name, and its gender: 'm', 'f', or 0 for either.
func (t *Table) Given(word string) (gender byte, ok bool) {
	gender, ok = t.given[word]
	return gender, ok
}

// Family reports whether word is a family name, and whether it is one that stands before the given name.
func (t *Table) Family(word string) (leads, ok bool) {
	leads, ok = t.family[word]
	return leads, ok
}

// Title reports whether phrase is a title or calling, and the gender it tells.
func (t *Table) Title(phrase string) (gender byte, ok bool) {
	gender, ok = t.titles[phrase]
	return gender, ok
}

// Head is the kind that a word gives a name in which it stands at the place; "" = none.
func (t *Table) Head(word string, at Place) string { return t.heads[at][word] }

// Prepend enters a name that counts before what is there, for a [Table.Clone].
func (t *Table) Prepend(name string, e Entry) {
	t.names[name] = append([]Entry{e}, t.names[name]...)
	t.known.add(name)
	t.opensName(FirstWord(name), len(name))
}
