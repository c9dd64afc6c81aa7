package align_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/internal/score"
	"github.com/sinosoviet/sinosoviet/parse"
)

// A paste is how people come by text of a page: what the copy does to its letters, and what else comes along.
type paste struct {
	name   string
	frames bool // title, infobox, headings with "[edit]", captions, bullets
	width  int  // of lines; 0: a paragraph a line
	hyphen bool // words are broken at the ends of lines
	super  bool // marks are superscript digits
	glued  bool // no blanks behind marks
	pages  bool // marks with pages, "[4]:26–28"
	mix    bool // sentences of two sections in turn
	exact  bool // words stay the same
	words  func(rng *rand.Rand, sentence []string) []string
	text   func(s string) string
}

var pastes = []paste{
	{name: "browser", frames: true, pages: true, exact: true, text: strings.NewReplacer(" in 1", " in\u00a01", " of ", " of\u00a0").Replace},
	{name: "typeset", width: 66, hyphen: true, super: true, exact: true,
		text: strings.NewReplacer("ffi", "ﬃ", "fi", "ﬁ", "fl", "ﬂ", "ff", "ﬀ", "\"", "”", "'", "’", "ation", "a\u00adtion").Replace},
	{name: "recognised", width: 80, words: recognised},
	{name: "cut off", words: cutOff},
	{name: "two sections in turn", mix: true, pages: true, exact: true},
	{name: "dates and signs changed", words: otherForms},
	{name: "glued", glued: true, exact: true, text: strings.NewReplacer("-", "‑", "–", "−", "é", "e\u0301", " a ", " a\u2009", "ü", "u\u0308").Replace},
	{name: "cut off, in turn, recognised", mix: true, width: 72, words: func(rng *rand.Rand, w []string) []string { return recognised(rng, cutOff(rng, w)) }},
}

// recognised changes about one letter in fifty, as a scanner's reading does.
func recognised(rng *rand.Rand, sentence []string) []string {
	out := slices.Clone(sentence)
	confusions := []string{"rn", "m", "l", "1", "e", "c", "h", "b", "o", "0", "cl", "d", "i", "l", "n", "u", "S", "5", "vv", "w"}
	for i, w := range out {
		if rng.Float64() > 0.02*float64(len(w)) {
			continue
		}
		at := 2 * rng.IntN(len(confusions)/2)
		for k := 0; k < len(confusions); k += 2 {
			from, to := confusions[(at+k)%len(confusions)], confusions[(at+k+1)%len(confusions)]
			if strings.Contains(w, from) {
				out[i] = strings.Replace(w, from, to, 1)
				break
			}
		}
	}
	return out
}

// cutOff leaves away the start, the middle or the end of a long sentence, and shows it or not.
func cutOff(rng *rand.Rand, w []string) []string {
	n := len(w)
	if n < 14 {
		return w
	}
	cut := 3 + rng.IntN(n/3)
	switch rng.IntN(5) {
	case 0:
		return append(slices.Clone(w[:n-cut]), []string{"...", "…", "[...]"}[rng.IntN(3)])
	case 1:
		out := slices.Clone(w[cut:])
		return append([]string{"…"}, out...)
	case 2:
		at := n / 3
		return append(append(slices.Clone(w[:at]), []string{"[...]", ". . .", "…"}[rng.IntN(3)]), w[at+cut:]...)
	case 3:
		out := slices.Clone(w)
		out[n/2] = "[" + out[n/2] + "]"
		return out
	}
	return w
}

// otherForms writes dates as the other side of the ocean does, signs for words and figures for numbers.
func otherForms(_ *rand.Rand, w []string) []string {
	other := map[string]string{"and": "&", "percent": "%", "per cent": "%", "two": "2", "three": "3", "four": "4", "five": "5", "ten": "10", "approximately": "approx.",
		"kilometres": "km", "kilometers": "km", "colour": "color", "organisation": "organization", "first": "1st", "nineteenth": "19th", "century": "c."}
	out := slices.Clone(w)
	for i := range out {
		if i+1 < len(out) && isDayNumber(out[i]) && edtf.IsMonthName(out[i+1]) {
			out[i], out[i+1] = out[i+1], out[i]+","
		} else if s, ok := other[out[i]]; ok {
			out[i] = s
		}
	}
	return out
}

func isDayNumber(s string) bool {
	return len(s) > 0 && len(s) < 3 && strings.Trim(s, "0123456789") == ""
}

// paster writes a paste of an article and keeps what is right to say of it.
type paster struct {
	paste
	rng    *rand.Rand
	a      *sinosoviet.Article
	b      strings.Builder
	column int
	out    *generated
}

// write writes text, breaking lines where they are full.
func (p *paster) write(s string) {
	for _, part := range strings.SplitAfter(s, " ") {
		word := strings.TrimSuffix(part, " ")
		if p.width > 0 && p.column+len(word) > p.width && p.column > 0 && !strings.HasPrefix(word, "[") && !strings.HasPrefix(word, ".") {
			p.breakIn(&word)
		}
		p.b.WriteString(word)
		p.column += len(word)
		if len(part) > len(word) {
			p.b.WriteByte(' ')
			p.column++
		}
	}
}

// breakIn breaks the line before a word or in it.
func (p *paster) breakIn(word *string) {
	if !strings.HasSuffix(p.b.String(), " ") {
		return
	}
	if w := *word; p.hyphen && len(w) > 8 && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" && p.column+5 <= p.width+4 {
		p.b.WriteString(w[:4] + "-")
		*word = w[4:]
		p.b.WriteByte('\n')
	} else {
		s := strings.TrimSuffix(p.b.String(), " ")
		p.b.Reset()
		p.b.WriteString(s + "\n")
	}
	p.column = 0
}

func (p *paster) line(s string) {
	p.b.WriteString(s + "\n")
	p.column = 0
}

// pasted makes the paste. Marks stand behind the sentences that have them, or inside.
func pasted(a *sinosoviet.Article, how paste, seed uint64) *generated {
	p := &paster{paste: how, rng: rand.New(rand.NewPCG(seed, 99)), a: a, out: &generated{article: a}}
	order := p.order()
	if p.frames {
		p.line("The page\n\nFrom Wikipedia, the free encyclopedia\n\nArea\t3,000 km2\nFounded\t1907\nMotto\tOnward and upward")
	}
	block, section := -1, -1
	for n, i := range order {
		s := a.Sentences[i]
		b := a.Blocks[s.Block]
		if n > 0 && (s.Block != block || how.mix) {
			p.b.WriteString("\n\n")
			p.column = 0
		}
		if p.frames && b.Section != section && a.Sections[b.Section].Heading != "" {
			p.line(a.Sections[b.Section].Heading + "[edit]")
		}
		if p.frames && s.Block != block && b.Kind == sinosoviet.BlockItem {
			p.b.WriteString("• ")
		}
		if n > 0 && s.Block == block && !how.mix && !p.glued {
			p.write(" ")
		}
		block, section = s.Block, b.Section
		p.sentence(i)
	}
	p.out.text = p.b.String()
	return p.out
}

// order is which sentences are pasted.
func (p *paster) order() (order []int) {
	bySection := map[int][]int{}
	for i, s := range p.a.Sentences {
		b := p.a.Blocks[s.Block]
		if (b.Kind == sinosoviet.BlockParagraph || b.Kind == sinosoviet.BlockItem && p.frames || b.Kind == sinosoviet.BlockCaption && p.frames) && !p.a.Sections[b.Section].EndMatter &&
			s.TextSpan.Len() > 25 && s.TextSpan.Len() < 700 && !strings.ContainsAny(p.a.Text.String()[s.TextSpan.Start:s.TextSpan.End], "\n[]") {
			bySection[b.Section] = append(bySection[b.Section], i)
			order = append(order, i)
		}
	}
	if !p.mix {
		from := 0
		if len(order) > 120 {
			from = p.rng.IntN(len(order) - 120)
		}
		return order[from:min(len(order), from+120)]
	}
	var long []int
	for s, list := range bySection {
		if len(list) > 7 {
			long = append(long, s)
		}
	}
	slices.Sort(long)
	if len(long) < 2 {
		return order[:min(len(order), 40)]
	}
	order = nil
	one, two := bySection[long[p.rng.IntN(len(long)/2)]], bySection[long[len(long)/2+p.rng.IntN((len(long)+1)/2)]]
	for i := 0; i < max(len(one), len(two)) && i < 40; i++ {
		for _, l := range [][]int{one, two} {
			if i < len(l) {
				order = append(order, l[i])
			}
		}
	}
	return order
}

// sentence writes a sentence with the marks in it and behind it.
func (p *paster) sentence(i int) {
	a, s := p.a, p.a.Sentences[i]
	text := a.Text.String()
	end := s.TextSpan.End
	limit := end
	if i+1 < len(a.Sentences) && a.Sentences[i+1].Block == s.Block {
		limit = a.Sentences[i+1].TextSpan.Start - 1
	}
	var inside, behind []int // citations
	for k := range a.Citations {
		c := &a.Citations[k]
		if c.Group != "" || c.Kind == sinosoviet.CitationPages || c.Number == 0 && c.Kind != sinosoviet.CitationNeeded || c.TextAt <= s.TextSpan.Start || c.TextAt > limit {
			continue
		}
		if c.TextAt < end-1 {
			inside = append(inside, k)
		} else {
			behind = append(behind, k)
		}
	}
	at := func(l []int) func(i, j int) bool {
		return func(i, j int) bool { return a.Citations[l[i]].TextAt < a.Citations[l[j]].TextAt }
	}
	sort.SliceStable(inside, at(inside))
	gold := goldSentence{start: -1, article: []int{i}, exact: p.exact}
	from := s.TextSpan.Start
	put := func(to int) {
		words := strings.Split(text[from:to], " ")
		if p.words != nil && len(inside) == 0 {
			words = p.words(p.rng, words)
		}
		piece := strings.Join(words, " ")
		if p.text != nil {
			piece = p.text(piece)
		}
		if gold.start < 0 {
			gold.start = p.b.Len()
		}
		p.write(piece)
		from = to
	}
	for _, k := range inside {
		if c := &a.Citations[k]; c.TextAt > from {
			put(c.TextAt)
			p.mark(k)
		} else if c.TextAt == from && from > s.TextSpan.Start {
			p.mark(k)
		}
	}
	put(end)
	gold.end = p.b.Len()
	for _, k := range behind {
		p.mark(k)
	}
	p.out.sentences = append(p.out.sentences, gold)
}

// mark writes the mark of a citation; one number is printed once in a place.
func (p *paster) mark(k int) {
	c := &p.a.Citations[k]
	gold := goldMarker{start: p.b.Len(), kind: sinosoviet.MarkerReference, attaches: sinosoviet.AttachHere, target: c.Number, number: c.Number}
	if n := len(p.out.markers); n > 0 && p.out.markers[n-1].end == p.b.Len() && p.out.markers[n-1].number == c.Number && c.Number > 0 {
		return
	}
	switch {
	case c.Kind == sinosoviet.CitationNeeded:
		if p.super {
			return
		}
		gold.kind, gold.needed, gold.number = sinosoviet.MarkerCitationNeeded, c.ID, 0
		p.b.WriteString("[citation needed]")
	case p.super:
		if n := len(p.out.markers); n > 0 && p.out.markers[n-1].end == p.b.Len() {
			return // a page sets a comma between them, and we do not
		}
		last, _ := lastByte(p.b.String())
		if strings.IndexByte(".,;:!?\")", last) < 0 {
			return // behind a word, a superscript may be an exponent
		}
		for _, d := range fmt.Sprint(c.Number) {
			p.b.WriteString([]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}[d-'0'])
		}
	default:
		fmt.Fprintf(&p.b, "[%d]", c.Number)
		if p.pages && p.rng.IntN(5) == 0 {
			gold.pages = fmt.Sprintf("%d–%d", c.Number, c.Number+2)
			p.b.WriteString(":" + gold.pages)
		}
	}
	gold.end = p.b.Len()
	gold.text = p.b.String()[gold.start:gold.end]
	p.out.markers = append(p.out.markers, gold)
}

func lastByte(s string) (byte, bool) {
	if s == "" {
		return 0, false
	}
	return s[len(s)-1], true
}

// unused are 20 of the shared articles that TestScoreFigures does not use.
func unused(t testing.TB) (list []*sinosoviet.Article, names []string) {
	_, used := articles(t)
	files, _ := filepath.Glob(filepath.Join(score.Shared(t, "corpus", "articles"), "*"))
	for _, f := range files {
		name := filepath.Base(f)
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if slices.Contains(used, name) {
			continue
		}
		a := parse.Wikitext(sinosoviet.NewSource(name, "", string(b)))
		if numbered(a) > 8 && len(a.Sentences) > 25 && len(list) < 20 {
			list, names = append(list, a), append(names, name)
		}
	}
	return list, names
}

// TestScorePastes measures alignment on text as people paste it, of 20 other articles, and prints the table with -v; it is
// kept in testdata/figures-pastes.txt, which UPDATE=1 writes. With SHOW set to a row's name it prints what is wrong in it.
func TestScorePastes(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	list, names := unused(t)
	if len(list) < 20 {
		t.Skipf("%d articles", len(list))
	}
	var table strings.Builder
	header(&table, "paste")
	var all tally
	for k, how := range pastes {
		all.add(measure(t, &table, how.name, names, func(i int) *generated { return pasted(list[i], how, uint64(i*10+k)) }))
	}
	row(&table, "all", &all)
	score.Report(t, "align/pastes/sentences", percent(all.sentencesRight, all.sentences))
	score.Report(t, "align/pastes/markers", percent(all.markersRight, all.markers))
	t.Logf("\n%s", table.String())
	keep(t, "figures-pastes.txt", table.String())
	if p := percent(all.sentencesRight, all.sentences); p < 99.5 {
		t.Errorf("%.2f %% of sentences right, want 99.5", p)
	}
	if p := percent(all.markersRight, all.markers); p < 99.5 {
		t.Errorf("%.2f %% of markers right, want 99.5", p)
	}
}
