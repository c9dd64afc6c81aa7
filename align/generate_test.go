package align_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// A generated excerpt is what a reader may have copied from an article's page, of the same revision or of another one, with
// what is right to say of each of its sentences and markers.
type generated struct {
	article   *sinosoviet.Article
	text      string
	sentences []goldSentence
	markers   []goldMarker
	style     style
	added     []int // numbers that only the article has
	removed   int   // how many notes only the excerpt's revision had
}

// goldSentence is a sentence of the excerpt: its bytes there and the article's sentences it was made of.
type goldSentence struct {
	start, end int
	article    []int // none: not from the article
	exact      bool  // word for word
}

// goldMarker is a marker: its bytes and what it denotes.
type goldMarker struct {
	start, end int
	text       string
	kind       sinosoviet.MarkerKind
	number     int
	pages      string
	attaches   sinosoviet.Attachment
	target     int    // number in the article; 0 for none
	group      string // of a note
	needed     string // id of a "citation needed"
}

// style is how an excerpt is set and changed.
type style struct {
	layout   int  // see the layouts
	revision bool // of another revision
	plain    bool // typewriter quotes and dashes
	decomp   bool // other quotes, no-break blanks
	keep     float64
	edit     float64
}

const (
	layoutParagraphs = iota // markers behind their sentences, running paragraphs
	layoutLines             // a sentence a line, markers behind
	layoutShifted           // a sentence a line, the markers of the page's sentence before opening it
	layoutJoined            // the same, lines joined
	layoutWrapped           // paragraphs wrapped at 72 columns
	layouts
)

// piece is a sentence of the page: words with the marks behind them.
type piece struct {
	tokens  []token
	article []int
	block   int
	exact   bool
	alien   bool
}

type token struct {
	text  string
	marks []mark
}

// mark is a note's mark on the page: the article's number, or a note that only the page has (fake), or "citation needed".
type mark struct {
	number int
	fake   int
	pages  string
	needed string
	group  string // of a note; number is then its number, the same on both pages
}

// generator makes excerpts of one article.
type generator struct {
	rng   *rand.Rand
	a     *sinosoviet.Article
	style style
	drop  map[int]bool // numbers that the page does not have
	fakes []int        // places in the text of notes that only the page has, rising
	shown map[int]int  // number of the page by number of the article
	fake  []int        // number of the page by index of fakes
}

// generate makes an excerpt of an article with notes. Equal seeds give equal excerpts.
func generate(a *sinosoviet.Article, other *sinosoviet.Article, st style, seed uint64) *generated {
	g := &generator{rng: rand.New(rand.NewPCG(seed, 77)), a: withPages(a, seed), style: st, drop: map[int]bool{}, shown: map[int]int{}}
	out := &generated{article: g.a, style: st}
	if st.revision {
		g.revise()
	}
	g.number()
	page := g.pieces()
	g.carry(page)
	page = g.choose(page, other)
	g.render(page, out)
	for n := range g.drop {
		out.added = append(out.added, n)
	}
	slices.Sort(out.added)
	out.removed = len(g.fakes)
	return out
}

// generatePlain makes an excerpt of an article as it is, without sentences of others.
func generatePlain(a *sinosoviet.Article, st style, seed uint64) *generated {
	g := &generator{rng: rand.New(rand.NewPCG(seed, 78)), a: a, style: st, drop: map[int]bool{}, shown: map[int]int{}}
	out := &generated{article: a, style: st}
	if st.revision {
		g.revise()
	}
	g.number()
	page := g.pieces()
	g.carry(page)
	g.render(g.choose(page, nil), out)
	return out
}

// withPages is the article with pages behind some of its references, with more "citation needed" and with a group of
// notes: things that few of the articles have.
func withPages(a *sinosoviet.Article, seed uint64) *sinosoviet.Article {
	rng := rand.New(rand.NewPCG(seed, 5))
	c := *a
	c.Citations = nil
	at := map[int]bool{}
	for _, cit := range a.Citations {
		at[cit.TextAt] = true
	}
	next, notes := 0, 0
	group := []string{"lower-alpha", "note", "nb"}[rng.IntN(3)]
	for i, cit := range a.Citations {
		if cit.Group != "" {
			continue
		}
		for next < len(a.Sentences) && a.Sentences[next].TextSpan.End <= cit.TextAt {
			if end := a.Sentences[next].TextSpan.End; !at[end] && rng.IntN(12) == 0 {
				c.Citations = append(c.Citations, sinosoviet.Citation{ID: fmt.Sprintf("n%d", next), Kind: sinosoviet.CitationNeeded, TextAt: end})
			} else if !at[end] && rng.IntN(20) == 0 {
				notes++
				c.Citations = append(c.Citations, sinosoviet.Citation{ID: fmt.Sprintf("g%d", next), Kind: sinosoviet.CitationPlain, Group: group, Number: notes, TextAt: end})
			}
			next++
		}
		c.Citations = append(c.Citations, cit)
		last := i+1 == len(a.Citations) || a.Citations[i+1].TextAt != cit.TextAt || a.Citations[i+1].Kind != sinosoviet.CitationPages
		if last && isReference(&cit) && cit.Group == "" && rng.IntN(6) == 0 {
			first := 1 + rng.IntN(400)
			pages := fmt.Sprint(first)
			if rng.IntN(3) == 0 {
				pages = fmt.Sprintf("%d–%d", first, first+1+rng.IntN(20))
			}
			c.Citations = append(c.Citations, sinosoviet.Citation{
				ID: fmt.Sprintf("p%d", i), Kind: sinosoviet.CitationPages, Number: cit.Number, TextAt: cit.TextAt, Pages: pages, Target: cit.ID})
		}
	}
	return &c
}

func isReference(c *sinosoviet.Citation) bool {
	return c.Number > 0 && c.Kind != sinosoviet.CitationPages && c.Kind != sinosoviet.CitationNeeded
}

// revise decides what other notes the page had: one to five fewer, more, or both.
func (g *generator) revise() {
	var numbers []int
	for _, c := range g.a.Citations {
		if isReference(&c) && c.Group == "" && !slices.Contains(numbers, c.Number) {
			numbers = append(numbers, c.Number)
		}
	}
	how := g.rng.IntN(3)
	if how != 1 {
		for range 1 + g.rng.IntN(5) {
			g.drop[numbers[g.rng.IntN(len(numbers))]] = true
		}
	}
	if how != 0 {
		for range 1 + g.rng.IntN(5) {
			if s := g.a.Sentences[g.rng.IntN(len(g.a.Sentences))]; g.isProse(s) {
				g.fakes = append(g.fakes, s.TextSpan.End)
			}
		}
		slices.Sort(g.fakes)
	}
}

// number numbers the page's notes as a wiki does: by first use.
func (g *generator) number() {
	first := map[int]int{} // offset by number
	last := 0
	for _, c := range g.a.Citations {
		if isReference(&c) && c.Group == "" {
			if _, ok := first[c.Number]; !ok {
				first[c.Number] = c.TextAt
			}
			last = max(last, c.Number)
		}
	}
	n, f := 0, 0
	g.fake = make([]int, len(g.fakes))
	for k := 1; k <= last; k++ {
		for at, ok := first[k]; ok && f < len(g.fakes) && (g.fakes[f] < at || g.fakes[f] == at && f%2 == 0); f++ {
			n++
			g.fake[f] = n
		}
		if !g.drop[k] {
			n++
			g.shown[k] = n
		}
	}
	for ; f < len(g.fakes); f++ {
		n++
		g.fake[f] = n
	}
}

func (g *generator) isProse(s sinosoviet.Sentence) bool {
	b := g.a.Blocks[s.Block]
	return (b.Kind == sinosoviet.BlockParagraph || b.Kind == sinosoviet.BlockItem) && !g.a.Sections[b.Section].EndMatter
}

// pieces cuts the page into sentences with their marks.
func (g *generator) pieces() []piece {
	type place struct {
		at int
		m  mark
	}
	var places []place
	for i, c := range g.a.Citations {
		switch {
		case c.Kind == sinosoviet.CitationNeeded:
			places = append(places, place{c.TextAt, mark{needed: c.ID}})
		case isReference(&c) && c.Group != "":
			places = append(places, place{c.TextAt, mark{number: c.Number, group: c.Group}})
		case isReference(&c) && c.Group == "" && !g.drop[c.Number]:
			if n := len(places); n > 0 && places[n-1].at == c.TextAt && places[n-1].m.number == c.Number {
				continue // two templates in one reference
			}
			m := mark{number: c.Number}
			if i+1 < len(g.a.Citations) {
				if p := g.a.Citations[i+1]; p.Kind == sinosoviet.CitationPages && p.TextAt == c.TextAt && p.Number == c.Number {
					m.pages = p.Pages
				}
			}
			places = append(places, place{c.TextAt, m})
		}
	}
	for f, at := range g.fakes {
		places = append(places, place{at, mark{fake: f + 1}})
	}
	sort.SliceStable(places, func(i, j int) bool {
		if places[i].at == places[j].at {
			return g.printed(places[i].m) < g.printed(places[j].m)
		}
		return places[i].at < places[j].at
	})
	text := g.a.Text.String()
	var out []piece
	k := 0
	for i, s := range g.a.Sentences {
		if !g.isProse(s) || s.TextSpan.Len() < 12 || s.TextSpan.Len() > 900 {
			continue
		}
		if g.style.layout == layoutJoined && g.a.Blocks[s.Block].Kind != sinosoviet.BlockParagraph {
			continue // items run together are no sentences
		}
		p := piece{article: []int{i}, block: s.Block, exact: true}
		limit := s.TextSpan.End
		if i+1 < len(g.a.Sentences) && g.a.Sentences[i+1].Block == s.Block {
			limit = g.a.Sentences[i+1].TextSpan.Start - 1
		}
		for k < len(places) && places[k].at <= s.TextSpan.Start {
			k++
		}
		for at := s.TextSpan.Start; at < s.TextSpan.End; {
			end := s.TextSpan.End
			if n := strings.IndexByte(text[at:end], ' '); n >= 0 {
				end = at + n + 1
			}
			if k < len(places) && places[k].at > at && places[k].at < end {
				end = places[k].at
			}
			t := token{text: strings.ReplaceAll(text[at:end], "\n", " ")}
			for k < len(places) && (places[k].at <= end && places[k].at > at && !strings.HasSuffix(t.text, " ") || end == s.TextSpan.End && places[k].at <= limit) {
				t.marks = append(t.marks, places[k].m)
				k++
			}
			for k < len(places) && places[k].at <= end {
				if places[k].at == end && strings.HasSuffix(t.text, " ") {
					t.marks = append(t.marks, places[k].m)
				}
				k++
			}
			p.tokens = append(p.tokens, t)
			at = end
		}
		out = append(out, p)
	}
	return out
}

// printed is the number by which new notes of one place come in order; known ones keep theirs.
func (g *generator) printed(m mark) int {
	switch {
	case m.needed != "" || m.group != "":
		return 1 << 30
	case m.fake > 0:
		return g.fake[m.fake-1]
	}
	return g.shown[m.number]
}

// carry moves the marks that close a sentence to the head of the next one of the page, for the layouts that do so.
func (g *generator) carry(page []piece) {
	if g.style.layout != layoutShifted && g.style.layout != layoutJoined {
		return
	}
	var marks []mark
	for i := range page {
		page[i].tokens = append([]token{{marks: marks}}, page[i].tokens...)
		marks = nil
		if i+1 < len(page) {
			last := &page[i].tokens[len(page[i].tokens)-1]
			marks, last.marks = last.marks, nil
		}
	}
}

// choose keeps, changes and reorders sentences.
func (g *generator) choose(page []piece, other *sinosoviet.Article) []piece {
	var out []piece
	limit := 40 + g.rng.IntN(120)
	start := 0
	if len(page) > 2*limit && g.rng.IntN(2) == 0 {
		start = g.rng.IntN(len(page) - 2*limit)
	}
	for i := start; i < len(page) && len(out) < limit; i++ {
		if g.rng.Float64() > g.style.keep {
			continue
		}
		p := page[i]
		switch r := g.rng.Float64(); {
		case r > g.style.edit:
		case r < g.style.edit*0.45:
			g.change(&p)
		case r < g.style.edit*0.7:
			g.shorten(&p)
		case r < g.style.edit*0.85 && g.style.behind() && i+1 < len(page) && page[i+1].block == p.block:
			out = append(out, g.join(p, page[i+1]))
			i++
			continue
		case g.style.behind():
			if a, b, ok := g.split(p); ok {
				out = append(out, a, b)
				continue
			}
		}
		if other != nil && g.rng.IntN(30) == 0 { // rewritten beyond recognition: the marks are all that is left
			q := alien(other, g.rng)
			for k, t := range p.tokens {
				if at := 0; t.text != "" || len(t.marks) == 0 || k > 0 {
					at = len(q.tokens) - 1
					q.tokens[at].marks = append(q.tokens[at].marks, t.marks...)
				} else {
					q.tokens = append([]token{t}, q.tokens...)
				}
			}
			p.tokens, p.article, p.exact = q.tokens, nil, false
		}
		out = append(out, p)
		if other != nil && g.rng.IntN(25) == 0 {
			out = append(out, alien(other, g.rng))
		}
	}
	for range len(out) / 20 { // move a sentence elsewhere
		i, j := g.rng.IntN(len(out)), g.rng.IntN(len(out))
		p := out[i]
		out = slices.Insert(slices.Delete(out, i, i+1), j, p)
	}
	return out
}

// alien is a sentence of another article.
func alien(other *sinosoviet.Article, rng *rand.Rand) piece {
	for range 50 {
		s := other.Sentences[rng.IntN(len(other.Sentences))]
		t := other.Text.String()[s.TextSpan.Start:s.TextSpan.End]
		if other.Blocks[s.Block].Kind == sinosoviet.BlockParagraph && len(t) > 40 && len(t) < 400 && !strings.ContainsAny(t, "\n[") && strings.HasSuffix(t, ".") {
			return piece{tokens: []token{{text: t}}, block: -1, alien: true}
		}
	}
	return piece{tokens: []token{{text: "Nothing of this kind was ever written about anything anywhere near here."}}, block: -1, alien: true}
}

var fillers = []string{"later ", "reportedly ", "also ", "famous ", "former ", "largely ", "newly founded ", "so-called ", "then "}

// change inserts, deletes and replaces one to three words.
func (g *generator) change(p *piece) {
	if len(p.tokens) < 8 {
		return
	}
	p.tokens = slices.Clone(p.tokens)
	for range 1 + g.rng.IntN(3) {
		i := 2 + g.rng.IntN(len(p.tokens)-4)
		if !strings.HasSuffix(p.tokens[i].text, " ") || !strings.HasSuffix(p.tokens[i-1].text, " ") || len(p.tokens[i].marks)+len(p.tokens[i-1].marks) > 0 {
			continue
		}
		w := fillers[g.rng.IntN(len(fillers))]
		switch g.rng.IntN(3) {
		case 0:
			p.tokens = slices.Insert(p.tokens, i, token{text: w})
		case 1:
			p.tokens[i].text = ""
		case 2:
			p.tokens[i].text = w
		}
		p.exact = false
	}
}

// shorten drops the end of a sentence behind a comma; its closing marks stay.
func (g *generator) shorten(p *piece) {
	for i := len(p.tokens) - 3; i > len(p.tokens)*2/5; i-- {
		if t := p.tokens[i]; strings.HasSuffix(t.text, ", ") && i >= 5 {
			last := p.tokens[len(p.tokens)-1]
			p.tokens = append(slices.Clone(p.tokens[:i]), token{text: strings.TrimSuffix(t.text, ", ") + ".", marks: append(slices.Clone(t.marks), last.marks...)})
			p.exact = false
			return
		}
	}
}

// join makes one sentence of two.
func (g *generator) join(p, q piece) piece {
	tokens := slices.Clone(p.tokens)
	last := &tokens[len(tokens)-1]
	if !strings.HasSuffix(last.text, ".") || len(q.tokens) == 0 || len(q.tokens[0].text) == 0 {
		return p
	}
	last.text = strings.TrimSuffix(last.text, ".") + ";"
	last.marks = slices.Clone(last.marks)
	tokens = append(tokens, token{text: " "})
	tokens = append(tokens, q.tokens...)
	return piece{tokens: tokens, article: append(slices.Clone(p.article), q.article...), block: p.block, exact: p.exact && q.exact}
}

// split makes two sentences of one at ", and".
func (g *generator) split(p piece) (a, b piece, ok bool) {
	for i := 5; i+6 < len(p.tokens); i++ {
		if strings.HasSuffix(p.tokens[i].text, ", ") && p.tokens[i+1].text == "and " && len(p.tokens[i+1].marks) == 0 {
			a, b = p, p
			a.tokens = append(slices.Clone(p.tokens[:i]), token{text: strings.TrimSuffix(p.tokens[i].text, ", ") + ".", marks: p.tokens[i].marks})
			b.tokens = slices.Clone(p.tokens[i+2:])
			b.tokens[0].text = strings.ToUpper(b.tokens[0].text[:1]) + b.tokens[0].text[1:]
			a.exact, b.exact = false, false
			return a, b, true
		}
	}
	return p, p, false
}

// render prints the page.
func (g *generator) render(page []piece, out *generated) {
	var b strings.Builder
	before := -1
	for i, p := range page {
		if i > 0 {
			switch {
			case g.style.layout == layoutLines || g.style.layout == layoutShifted:
				b.WriteByte('\n')
			case (g.style.layout == layoutParagraphs || g.style.layout == layoutWrapped) && p.block != before:
				b.WriteString("\n\n")
			default:
				b.WriteByte(' ')
			}
		}
		before = p.block
		gold := goldSentence{article: p.article, exact: p.exact}
		gold.start = -1
		for k, t := range p.tokens {
			if t.text != "" && gold.start < 0 {
				if b.Len() > 0 && strings.HasSuffix(b.String(), "]") || len(out.markers) > 0 && out.markers[len(out.markers)-1].end == b.Len() {
					b.WriteByte(' ')
				}
				gold.start = b.Len()
			}
			text := t.text
			if strings.HasSuffix(text, " ") && len(t.marks) > 0 { // a mark behind a blank is set before it
				text = strings.TrimSuffix(text, " ")
				b.WriteString(g.variant(text))
				g.marks(&b, t.marks, out, k == 0)
				b.WriteByte(' ')
				continue
			}
			b.WriteString(g.variant(text))
			g.marks(&b, t.marks, out, k == 0)
		}
		gold.end = b.Len()
		if gold.start >= 0 {
			out.sentences = append(out.sentences, gold)
		}
	}
	out.text = b.String()
	if g.style.layout == layoutWrapped {
		out.text = wrap(out.text)
	}
}

// behind reports whether markers stand behind their sentences.
func (s style) behind() bool { return s.layout != layoutShifted && s.layout != layoutJoined }

// wrap breaks lines at blanks, never inside a bracket; offsets stay.
func wrap(text string) string {
	b := []byte(text)
	column, blank, depth := 0, -1, 0
	for i, c := range b {
		column++
		switch c {
		case '[':
			depth++
		case ']':
			depth--
		case '\n':
			column, blank, depth = 0, -1, 0
		case ' ':
			if depth == 0 && !strings.HasSuffix(text[:i], "]:") { // a page keeps the pages with their mark
				blank = i
			}
		}
		if column > 72 && blank >= 0 {
			b[blank] = '\n'
			column, blank = i-blank, -1
		}
	}
	return string(b)
}

var typewriter = strings.NewReplacer("–", "-", "—", "--", "’", "'", "‘", "'", "“", "\"", "”", "\"", "\u00a0", " ")
var typeset = strings.NewReplacer("'", "’", " – ", "—", "–", "‑", "é", "e\u0301", "ö", "o\u0308")

func (g *generator) variant(s string) string {
	switch {
	case g.style.plain:
		return typewriter.Replace(s)
	case g.style.decomp:
		return typeset.Replace(s)
	}
	return s
}

// marks prints marks and notes what they denote.
func (g *generator) marks(b *strings.Builder, marks []mark, out *generated, head bool) {
	for _, m := range marks {
		gold := goldMarker{start: b.Len(), kind: sinosoviet.MarkerReference, attaches: sinosoviet.AttachHere, target: m.number, pages: m.pages, needed: m.needed}
		if head && (g.style.layout == layoutShifted || g.style.layout == layoutJoined) {
			gold.attaches = sinosoviet.AttachPrevious
		}
		switch {
		case m.needed != "":
			gold.kind = sinosoviet.MarkerCitationNeeded
			b.WriteString("[citation needed]")
		case m.group != "":
			gold.kind, gold.number, gold.group = sinosoviet.MarkerNote, m.number, m.group
			switch {
			case m.group == "lower-alpha" && m.number <= 26:
				fmt.Fprintf(b, "[%c]", 'a'+m.number-1)
			case m.group == "lower-alpha":
				fmt.Fprintf(b, "[a%c]", 'a'+m.number-27)
			default:
				fmt.Fprintf(b, "[%s %d]", m.group, m.number)
			}
		case m.fake > 0:
			gold.number = g.fake[m.fake-1]
			fmt.Fprintf(b, "[%d]", gold.number)
		default:
			gold.number = g.shown[m.number]
			fmt.Fprintf(b, "[%d]", gold.number)
			if m.pages != "" {
				b.WriteString([]string{": ", ":", ":\u00a0"}[m.number%3] + m.pages)
			}
		}
		gold.end = b.Len()
		gold.text = b.String()[gold.start:gold.end]
		out.markers = append(out.markers, gold)
	}
}
