package entities

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// mention is a run of words taken for a name, by one layer.
type mention struct {
	i, j   int // words [i, j)
	kind   sinosoviet.Kind
	method sinosoviet.Method
	conf   float64
	score  int    // decides between mentions that overlap
	name   string // canonical name; "" = not told
	page   string // link target
	gender byte   // 'm', 'f', or 0
	norp   bool   // demonym: name is that of the country
	guess  bool   // no layer vouches for the kind; a better informed mention of the same words decides it
}

// How much the layers count where they overlap. A longer name counts more, so that a name inside a name gives way.
const (
	scoreWord   = 3 // for each word
	scoreLink   = 85
	scoreTitled = 84
	scoreHead   = 82
	scoreKnown  = 83 // gazetteer
	scorePerson = 76
	scoreModel  = 60
	scoreWeak   = 40
	scoreGuess  = 10
)

// memory is what the work on a document needs most of. Nothing that is found refers to it, so it serves the next document.
type memory struct {
	reading  reading
	numbers  []int32 // of the tokens
	words    nametag.Document
	found    []mention
	mentions []mention // chosen: in order, not overlapping
	spare    []mention // for sorting them
	owner    []int32   // word → index into mentions + 1
	ranks    []int32   // indexes into found, the best first
	taken    []bool    // words that a mention has
}

// maxKept is the number of words of a document beyond which its memory is given back.
const maxKept = 1 << 17

// document is a text while its names are found.
type document struct {
	*nametag.Document
	*memory
	t       *Tagger
	a       *sinosoviet.Article
	defined map[string]definition
	subject mention           // the article's title as a mention; kind "" when it tells nothing
	inLink  []int32           // word → link that shows it, from 1; nil without links
	dropped []mention         // nothing was known of them
	titles  map[string]string // name of a gazetteer's entry → title of the page that a link gives it
	settled bool              // the model has had its say
	spans   []years           // the years each sentence is about, once asked for
	years   map[int32]int     // first year of a sentence, once asked for
	bodies  map[int32]int32   // word behind a body → its first word, once asked for
}

func newDocument(t *Tagger, a *sinosoviet.Article, tokens tokens, mem *memory) *document {
	mem.words.Prepare(a.Text.String(), len(tokens.all), tokens.each, &mem.reading.lexicon)
	mem.found, mem.mentions = mem.found[:0], mem.mentions[:0]
	return &document{Document: &mem.words, memory: mem, t: t, a: a, defined: map[string]definition{}}
}

// find runs the layers.
func (d *document) find() {
	d.rules()
	if m := d.t.model; m != nil {
		d.mark()
		d.label(m.tagger)
		d.agree()
	}
	d.complete()
	d.canonical()
}

// rules runs all layers but the model.
func (d *document) rules() {
	d.readTitle()
	if !d.t.config.NoLinks {
		d.links()
	}
	d.works()
	d.known()
	d.regions()
	d.quarters()
	d.commonEnds()
	d.compounds()
	d.chunks()
	d.definitions()
	d.choose()
	d.agree()
}

// text is the words [i, j) as written.
func (d *document) text(i, j int) string { return d.Text[d.Words[i].Start:d.Words[j-1].End] }

func (d *document) add(m mention) {
	if m.i >= m.j {
		return
	}
	m.score += scoreWord * (m.j - m.i)
	d.found = append(d.found, m)
}

// known adds what the gazetteer knows.
func (d *document) known() {
	for _, m := range d.Matches {
		if d.joinsLinks(m.I, m.J) {
			continue
		}
		e := d.pick(m.Entries, m.I)
		k := mention{i: m.I, j: m.J, kind: sinosoviet.Kind(e.Kind), method: sinosoviet.MethodGazetteer, conf: 0.95,
			score: scoreKnown, name: canonicalEntry(e), norp: e.Demonym}
		if next := m.J; next < len(d.Words) && d.Words[next].Flags.Has(nametag.Numeral) && d.Words[next].Sent == d.Words[m.I].Sent {
			switch k.kind {
			case sinosoviet.KindPerson: // "Frederick William IV"
				k.j, k.name = next+1, flat(d.text(k.i, next+1))
			case sinosoviet.KindLoc: // "Saturn V"
				continue
			}
		}
		if w := &d.Words[m.I]; e.Weak && m.J-m.I == 1 && w.Flags.Has(nametag.First) && w.Flags.Has(nametag.LowSeen) {
			continue // "Independence" opens a sentence of a text that has it small
		}
		if e.Weak {
			k.conf, k.score, k.guess = 0.6, scoreWeak, true
		}
		d.add(k)
	}
}

// joinsLinks reports whether the words [i, j) begin in one link and end in another: "[[Serbia]] and [[Montenegro]]" are two names.
func (d *document) joinsLinks(i, j int) bool {
	if d.inLink == nil || d.inLink[i] == 0 || d.inLink[j-1] == 0 || d.inLink[i] == d.inLink[j-1] {
		return false
	}
	for k := i + 1; k < j; k++ {
		if d.inLink[k] == 0 && (d.Words[k].Text == "and" || d.Words[k].Text == ",") {
			return true
		}
	}
	return false
}

// canonicalEntry is the name of an entry without the note that tells it from another of the same name.
func canonicalEntry(e gazetteer.Entry) string {
	name, _, _ := strings.Cut(e.Name, " (")
	return name
}

// pick is the entry that fits: of several states of one name, that of the year the sentence is about; outside the years of all, one
// that is bound to none.
func (d *document) pick(entries []gazetteer.Entry, word int) gazetteer.Entry {
	if len(entries) == 1 || entries[0].From == 0 && entries[0].To == 0 {
		return entries[0]
	}
	year := d.year(word)
	if year == 0 {
		return entries[0]
	}
	best := entries[0]
	for _, e := range entries {
		switch dated := e.From != 0 || e.To != 0; {
		case dated && e.From <= year && (e.To == 0 || year <= e.To):
			return e
		case !dated && (best.From != 0 || best.To != 0):
			best = e
		}
	}
	return best
}

// year is the first year named in the sentence of a word, or 0. Each sentence is read once.
func (d *document) year(word int) int {
	sent := d.Words[word].Sent
	if d.years == nil {
		d.years = make(map[int32]int)
	}
	y, ok := d.years[sent]
	if !ok {
		y = d.yearIn(d.Sents[sent])
		d.years[sent] = y
	}
	return y
}

func (d *document) yearIn(s [2]int) int {
	for i := s[0]; i < s[1]; i++ {
		if y := d.yearBC(i, s[1]); y != 0 {
			return y
		}
		if y := yearOf(d.Words[i].Text); y != 0 {
			return y
		}
	}
	return 0
}

// yearBC is the year before Christ that word i names, as a number below 0, or 0.
func (d *document) yearBC(i, end int) int {
	text := d.Words[i].Text
	if i+1 >= end || len(text) > 4 || d.Words[i+1].Text != "BC" && d.Words[i+1].Text != "BCE" {
		return 0
	}
	y, err := strconv.Atoi(text)
	if err != nil || y <= 0 {
		return 0
	}
	return -y
}

// yearOf is the year from 1000 to 2099 that four digits stand for, or 0.
func yearOf(s string) int {
	if len(s) != 4 || s[0] != '1' && s[0] != '2' {
		return 0
	}
	y := 0
	for i := range 4 {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		y = 10*y + int(s[i]-'0')
	}
	if y >= 2100 {
		return 0
	}
	return y
}

// choose keeps the best of the mentions that overlap.
func (d *document) choose() {
	d.ranks = slices.Grow(d.ranks[:0], len(d.found))
	for n := range d.found {
		d.ranks = append(d.ranks, int32(n))
	}
	slices.SortFunc(d.ranks, func(m, n int32) int {
		a, b := &d.found[m], &d.found[n]
		switch {
		case a.score != b.score:
			return cmp.Compare(b.score, a.score)
		case b.j-b.i != a.j-a.i:
			return cmp.Compare(b.j-b.i, a.j-a.i)
		case a.i != b.i:
			return cmp.Compare(a.i, b.i)
		}
		return cmp.Compare(m, n)
	})
	d.taken = slices.Grow(d.taken[:0], len(d.Words))[:len(d.Words)]
	clear(d.taken)
	for _, n := range d.a.Names { // words of another language are not read as English ones
		d.takeForeign(n.TextSpan)
	}
	for _, n := range d.ranks {
		if m := &d.found[n]; d.isFree(m) {
			for k := m.i; k < m.j; k++ {
				d.taken[k] = true
			}
			d.mentions = append(d.mentions, *m)
		}
	}
	d.order()
}

// takeForeign marks the words of a name in another language, unless a link or the gazetteer vouches for a mention there.
func (d *document) takeForeign(sp sinosoviet.Span) {
	if sp.Len() <= 0 {
		return
	}
	i := sort.Search(len(d.Words), func(i int) bool { return d.Words[i].End > sp.Start })
	j := i
	for j < len(d.Words) && d.Words[j].Start < sp.End {
		if d.Words[j].Pos != 0 || d.inLink != nil && d.inLink[j] != 0 {
			return
		}
		j++
	}
	for k := i; k < j; k++ {
		d.taken[k] = true
	}
}

func (d *document) isFree(m *mention) bool {
	for k := m.i; k < m.j; k++ {
		if d.taken[k] {
			return false
		}
	}
	return true
}

// order sorts the chosen mentions and notes who owns which word.
func (d *document) order() {
	d.owner = slices.Grow(d.owner[:0], len(d.Words))[:len(d.Words)]
	byStart := func(a, b mention) int { return cmp.Compare(a.i, b.i) }
	if !slices.IsSortedFunc(d.mentions, byStart) && !d.layOut() {
		slices.SortFunc(d.mentions, byStart)
	}
	clear(d.owner)
	for n := range d.mentions {
		m := &d.mentions[n]
		for k := m.i; k < m.j; k++ {
			d.owner[k] = int32(n + 1)
		}
	}
}

// layOut sorts the chosen mentions by laying them out on the words at which they begin. It gives up when two begin at one word.
func (d *document) layOut() bool {
	clear(d.owner)
	for n := range d.mentions {
		at := &d.owner[d.mentions[n].i]
		if *at != 0 {
			return false
		}
		*at = int32(n + 1)
	}
	sorted := slices.Grow(d.spare[:0], len(d.mentions))
	for _, n := range d.owner {
		if n != 0 {
			sorted = append(sorted, d.mentions[n-1])
		}
	}
	d.mentions, d.spare = sorted, d.mentions
	return true
}

// entities makes values of the chosen mentions.
func (d *document) entities() []sinosoviet.Entity {
	out := make([]sinosoviet.Entity, 0, len(d.mentions))
	qids := map[string]string{}
	for _, m := range d.mentions {
		if m.kind == "" {
			continue
		}
		start, end := d.Words[m.i].Start, d.Words[m.j-1].End
		e := sinosoviet.Entity{
			Span: d.a.Text.Locate(start, end), TextSpan: sinosoviet.Span{Start: start, End: end}, Text: d.Text[start:end],
			Kind: m.kind, Name: m.name, Page: m.page, Method: m.method, Confidence: m.conf,
		}
		if e.Span.IsZero() {
			continue // synthetic text has no source
		}
		if e.Name == "" {
			e.Name = flat(e.Text)
		}
		if e.Kind == sinosoviet.KindGPE {
			e.State = d.state(e.Name, e.Text, m.i)
		}
		if resolve := d.t.config.Resolve; resolve != nil {
			if _, asked := qids[e.Name]; !asked {
				q, ok := resolve(e.Name)
				if !ok {
					q = ""
				}
				qids[e.Name] = q
			}
			e.QID = qids[e.Name]
		}
		out = append(out, e)
	}
	return out
}

// flat is s with line breaks as blanks and straight apostrophes.
func flat(s string) string {
	if strings.IndexByte(s, '\n') >= 0 {
		s = strings.Join(strings.Fields(s), " ")
	}
	return strings.ReplaceAll(s, "’", "'")
}
