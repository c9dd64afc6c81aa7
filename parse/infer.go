package parse

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
)

// What speaks for a source when pages stand alone. The weights are judgement, not training: there is one marked text.
const (
	weightSamePage  = 4.0 // the source has been cited at this very page
	weightSameGuess = 2.5 // … by a page note that was itself inferred
	weightCarries   = 2.0 // the source already carries page notes: what is cited at several pages
	weightOwnPages  = 2.0 // against: the source names its pages itself
	weightNear      = 2.0 // it is the last source marked; less the more lie between
	weightBlock     = 1.5 // its last mark stands in the same paragraph
	weightClose     = 1.5 // it has been cited at pages near by; less the farther
	weightTopic     = 4.0 // the statement shares words with the source's title and the statements it stands behind
	weightAhead     = 3.0 // against: its first mark comes later
)

// maxSources bounds the sources that are weighed for one page note: the nearest before it, and some behind.
const maxSources = 48

// pageSource is a candidate for page notes.
type pageSource struct {
	cite    int // index into found
	at      int // TextAt of its first mark
	lastAt  int // of its last mark or page note so far
	direct  []int
	guessed []int
	carries bool
	pages   bool
	words   map[string]bool
}

// inferPages finds the likely source of each of the page notes, which stand alone. They are taken in order, so that one can
// learn from those before it.
func (c *refCollector) inferPages(alone []int, used []bool) {
	m := newTopics(c)
	sources := c.sources(m)
	if len(sources) == 0 {
		return
	}
	for _, i := range alone {
		f := &c.found[i]
		near := nearestSources(sources, f.TextAt)
		scores := make([]float64, len(near))
		words := m.around(f.TextAt)
		for j, s := range near {
			scores[j] = c.score(s, f, words, m, marksBetween(near, s, f.TextAt))
		}
		order := make([]int, len(near))
		for j := range order {
			order[j] = j
		}
		slices.SortStableFunc(order, func(a, b int) int {
			switch {
			case scores[a] > scores[b]:
				return -1
			case scores[a] < scores[b]:
				return 1
			}
			return 0
		})
		sum := 0.0
		for _, s := range scores {
			sum += math.Exp(s - scores[order[0]])
		}
		best := near[order[0]]
		c.link(i, best.cite, sinosoviet.LinkageInferred, math.Round(90/sum)/100, used)
		f.Number, f.Group = c.found[best.cite].Number, c.found[best.cite].Group
		for _, j := range order[:min(len(order), maxCandidates)] {
			f.Candidates = append(f.Candidates, c.found[near[j].cite].ID)
		}
		best.guessed = remember(best.guessed, firstPage(f.Pages))
		best.lastAt = max(best.lastAt, f.TextAt)
		best.carries = true
		for w := range words {
			best.words[w] = true
		}
	}
}

// sources are the full and plain citations that have a mark in the text, in order, with the page notes that directly follow them.
func (c *refCollector) sources(m *topics) []*pageSource {
	var list []*pageSource
	byCite := map[int]*pageSource{}
	for i := range c.found {
		f := &c.found[i]
		switch {
		case (f.Kind == sinosoviet.CitationFull || f.Kind == sinosoviet.CitationPlain) && f.Number > 0:
			s := &pageSource{cite: i, at: f.TextAt, lastAt: f.TextAt, pages: f.Pages != "", words: m.around(f.TextAt)}
			for w := range m.words(f.Title + " " + f.Container + " " + f.Series) {
				s.words[w] = true
			}
			list = append(list, s)
			byCite[i] = s
		case f.Kind == sinosoviet.CitationPages && f.follows >= 0:
			if s := byCite[f.follows]; s != nil {
				s.direct = remember(s.direct, firstPage(f.Pages))
				s.carries = true
			}
		}
	}
	return list
}

// remember adds a page; only the last ones are kept.
func remember(pages []int, page int) []int {
	const most = 32
	if len(pages) >= most {
		pages = pages[1:]
	}
	return append(pages, page)
}

// nearestSources are the sources next to the place: most of them before it.
func nearestSources(sources []*pageSource, at int) []*pageSource {
	i, _ := slices.BinarySearchFunc(sources, at, func(s *pageSource, at int) int { return s.at - at })
	return sources[max(0, i-maxSources*3/4):min(len(sources), i+maxSources/4)]
}

// marksBetween is how many other sources have their last mark between that of s and the place.
func marksBetween(near []*pageSource, s *pageSource, at int) int {
	n := 0
	for _, o := range near {
		if o != s && o.lastAt > s.lastAt && o.lastAt <= at {
			n++
		}
	}
	return n
}

func (c *refCollector) score(s *pageSource, f *found, words map[string]bool, m *topics, between int) float64 {
	page := firstPage(f.Pages)
	score := weightNear / (1 + float64(between)/2)
	if slices.Contains(s.direct, page) && page > 0 {
		score += weightSamePage
	} else if slices.Contains(s.guessed, page) && page > 0 {
		score += weightSameGuess
	}
	if s.carries {
		score += weightCarries
	}
	if s.pages {
		score -= weightOwnPages
	}
	if s.at > f.TextAt {
		score -= weightAhead
	} else if c.sameBlock(s.lastAt, f.TextAt) {
		score += weightBlock
	}
	gap := math.Inf(1)
	for _, pages := range [...][]int{s.direct, s.guessed} {
		for _, p := range pages {
			if p > 0 && page > 0 {
				gap = min(gap, math.Abs(float64(p-page)))
			}
		}
	}
	score += weightClose * math.Exp(-gap/25)
	return score + weightTopic*m.similarity(words, s.words)
}

// sameBlock reports whether two places of the text stand in one block.
func (c *refCollector) sameBlock(a, b int) bool { return c.block(a) == c.block(b) }

// block is the index of the block that holds the place of the text, or that ends before it.
func (c *refCollector) block(at int) int {
	return sort.Search(len(c.article.Blocks), func(i int) bool { return c.article.Blocks[i].TextSpan.Start > at }) - 1
}

// firstPage is the first number in a page value, or 0.
func firstPage(s string) int {
	i := strings.IndexAny(s, "0123456789")
	if i < 0 {
		return 0
	}
	n := 0
	for ; i < len(s) && s[i] >= '0' && s[i] <= '9' && n < 1e6; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// topics weighs words by how rare they are in the statements of the page.
type topics struct {
	text  string
	marks []int // places of all marks, in order
	rare  map[string]float64
}

func newTopics(c *refCollector) *topics {
	m := &topics{text: c.article.Text.String(), rare: map[string]float64{}}
	for i := range c.found {
		m.marks = append(m.marks, c.found[i].TextAt)
	}
	slices.Sort(m.marks)
	m.marks = slices.Compact(m.marks)
	n := 0.0
	for line := range strings.SplitSeq(m.text, "\n") {
		for s := range strings.SplitSeq(line, ". ") {
			n++
			for w := range m.words(s) {
				m.rare[w]++
			}
		}
	}
	for w, df := range m.rare {
		m.rare[w] = math.Log(1 + n/df)
	}
	return m
}

// around are the words of the statement that ends at the place: back to the mark before it or the start of its line.
func (m *topics) around(at int) map[string]bool {
	const most = 2000
	at = min(at, len(m.text))
	start := max(at-most, 0)
	start += strings.LastIndexByte(m.text[start:at], '\n') + 1
	i, _ := slices.BinarySearch(m.marks, at)
	if i > 0 {
		start = max(start, m.marks[i-1])
	}
	return m.words(m.text[start:at])
}

// words are the content words of a text, cut to their stems: the first six letters of words with four or more.
func (m *topics) words(s string) map[string]bool {
	words := map[string]bool{}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if first, _ := utf8.DecodeRuneInString(w); len(w) < 4 && !(len(w) >= 3 && unicode.IsUpper(first)) {
			continue
		}
		w = strings.ToLower(w)
		if isFunctionStem(w) {
			continue
		}
		n := 0
		for i := range w {
			if n++; n > 6 {
				w = w[:i]
				break
			}
		}
		words[w] = true
	}
	return words
}

func isFunctionStem(w string) bool {
	switch w {
	case "that", "this", "with", "from", "which", "their", "were", "have", "been", "also", "into", "when", "would", "after", "before", "they",
		"than", "more", "most", "between", "both", "during", "while", "other", "these", "those", "there", "where", "about", "against", "under",
		"over", "until", "such", "some", "only", "through", "the", "and", "but", "for", "not", "his", "its", "was", "who", "had", "has", "press":
		return true
	}
	return false
}

// similarity is the share of the rarity of a's words that b has too, from 0 to 1.
func (m *topics) similarity(a, b map[string]bool) float64 {
	all, shared := 0.0, 0.0
	for w := range a {
		r := m.rare[w]
		if r == 0 {
			r = 1
		}
		all += r
		if b[w] {
			shared += r
		}
	}
	if all == 0 {
		return 0
	}
	return shared / all
}
