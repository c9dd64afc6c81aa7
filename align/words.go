package align

import (
	"math"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/sinosoviet/sinosoviet"
)

// word is a word of a text: its bytes there and the number of its form.
type word struct {
	start, end int32
	form       int32
}

// forms numbers the forms of words: two words are the same when their forms are.
type forms struct {
	number map[string]int32
	buf    []byte
}

// of is the number of the form of w: Unicode's compatibility composition, in lower case, with plain apostrophes,
// without soft hyphens and thousands separators.
func (f *forms) of(w string) int32 {
	f.buf = f.buf[:0]
	f.append(w)
	return f.intern()
}

// append adds the form of w to the buffer.
func (f *forms) append(w string) {
	start := len(f.buf)
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case c >= utf8.RuneSelf:
			f.buf = f.buf[:start]
			f.fold(w)
			return
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c == ',':
			continue
		}
		f.buf = append(f.buf, c)
	}
}

func (f *forms) fold(w string) {
	for _, r := range norm.NFKC.String(w) {
		switch {
		case isApostrophe(r):
			r = '\''
		case r == '\u00ad' || r == '\u200b' || r == '\u200d' || r == '\ufeff' || r == ',':
			continue
		}
		f.buf = utf8.AppendRune(f.buf, unicode.ToLower(r))
	}
}

func (f *forms) intern() int32 {
	if n, ok := f.number[string(f.buf)]; ok {
		return n
	}
	n := int32(len(f.number))
	f.number[string(f.buf)] = n
	return n
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '`', '´', '′', '＇':
		return true
	}
	return false
}

// isJoint reports what may stand inside a word between two letters or digits.
func isJoint(r rune) bool { return isApostrophe(r) || r == '\u00ad' || r == '\u200b' || r == '\u200d' }

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unicode.IsNumber(r)
}

// isWholeWord reports characters that are words by themselves: those of scripts written without blanks, and the signs
// that stand for words.
func isWholeWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '%' || r == '&' || r == '$'
	}
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) ||
		r >= 0xa2 && unicode.In(r, unicode.Sc)
}

// words appends the words of text[start:end] to out. Dashes, quotation marks and other punctuation separate words and are none.
func (f *forms) words(out []word, text string, start, end int) []word {
	for i := start; i < end; {
		r, size := runeAt(text, i)
		if isWholeWord(r) {
			out = append(out, word{int32(i), int32(i + size), f.of(text[i : i+size])})
			i += size
			continue
		}
		if !isWordRune(r) {
			i += size
			continue
		}
		stop := wordEnd(text, i, end)
		out = append(out, word{int32(i), int32(stop), f.of(text[i:stop])})
		i = stop
	}
	return out
}

func runeAt(text string, i int) (rune, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

// maxWordBytes bounds a word; longer ones are cut, so that a hostile text stays a list of short forms.
const maxWordBytes = 128

// wordEnd is the end of the word that starts at i.
func wordEnd(text string, i, end int) int {
	last := i // end of the word so far
	limit := min(end, i+maxWordBytes)
	for i < limit {
		if c := text[i]; c >= 'a' && c <= 'z' { // most of all text
			i++
			last = i
			continue
		}
		r, size := runeAt(text, i)
		switch {
		case isWholeWord(r):
			return last
		case isWordRune(r):
			i += size
			last = i
		case isJoint(r) && i+size < limit:
			if next, _ := runeAt(text, i+size); !isWordRune(next) {
				return last
			}
			i += size
		case (r == ',' || r == '.') && i+1 < limit && isDigit(text[i-1]) && isDigit(text[i+1]):
			i += size
		default:
			return last
		}
	}
	return max(last, min(i, end))
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// pages are the words of an article and of an excerpt.
type pages struct {
	article *sinosoviet.Article
	excerpt *sinosoviet.Excerpt
	a, x    []word  // words of the article's and of the excerpt's sentences, in order of the text
	units   []unit  // the article's sentences
	lines   []unit  // the excerpt's sentences
	unitOf  []int32 // of each word of a
	count   []int32 // how often each form stands in the article
	cited   []cited // the article's numbered references, by place
	printed [][]int // of each sentence of the excerpt: the markers it closes with or holds, as indexes
}

// cited is a numbered reference of the article and the gap it stands in: behind how many words.
type cited struct {
	gap    int32
	number int
}

// unit is a sentence as a range of words.
type unit struct {
	from, to int32
	index    int32 // of the sentence
}

func newPages(article *sinosoviet.Article, excerpt *sinosoviet.Excerpt) *pages {
	p := &pages{article: article, excerpt: excerpt}
	f := forms{number: make(map[string]int32, 1024)}
	p.a, p.units = f.units(article.Text.String(), article.Sentences, article.Blocks)
	known := len(f.number)
	p.x, p.lines = f.units(excerpt.Text.String(), excerpt.Sentences, nil)
	p.unitOf = make([]int32, len(p.a))
	for i, u := range p.units {
		for w := u.from; w < u.to; w++ {
			p.unitOf[w] = int32(i)
		}
	}
	p.count = make([]int32, max(known, len(f.number)))
	for _, w := range p.a {
		p.count[w.form]++
	}
	for i := range article.Citations {
		if c := &article.Citations[i]; c.Number > 0 && c.Group == "" {
			p.cited = append(p.cited, cited{int32(wordsBefore(p.a, c.TextAt)), c.Number})
		}
	}
	slices.SortStableFunc(p.cited, func(a, b cited) int { return int(a.gap - b.gap) })
	p.printed = make([][]int, len(p.lines))
	for i, m := range excerpt.Markers {
		if m.Kind == sinosoviet.MarkerReference && m.Attaches == sinosoviet.AttachHere && m.Sentence < len(p.printed) && len(p.printed[m.Sentence]) < maxPrinted {
			p.printed[m.Sentence] = append(p.printed[m.Sentence], i)
		}
	}
	return p
}

// maxPrinted bounds the markers of a sentence that are looked at.
const maxPrinted = 8

// numbersAgree is how well the numbers printed in sentence i of the excerpt go with those of the article's words (from, to], 0 to 1: notes
// are numbered through the page, so that even of another revision near numbers tell a place from another that reads the same.
func (p *pages) numbersAgree(i int, from, to int32) float64 {
	if len(p.printed[i]) == 0 {
		return 0
	}
	k := sort.Search(len(p.cited), func(k int) bool { return p.cited[k].gap > from })
	end := k
	for end < len(p.cited) && end-k < maxPrinted && p.cited[end].gap <= to {
		end++
	}
	sum := 0.0
	for _, m := range p.printed[i] {
		best := 0.0
		for _, c := range p.cited[k:end] {
			best = max(best, 1/(1+math.Abs(float64(c.number-p.excerpt.Markers[m].Number))/4))
		}
		sum += best
	}
	return sum / float64(len(p.printed[i]))
}

// units cuts the sentences of a text into words. Sentences that lie outside the text or overlap the one before
// have none, nor have headings.
func (f *forms) units(text string, sentences []sinosoviet.Sentence, blocks []sinosoviet.Block) ([]word, []unit) {
	words := make([]word, 0, len(text)/6)
	units := make([]unit, len(sentences))
	at := 0
	for i, s := range sentences {
		from := int32(len(words))
		start, end := s.TextSpan.Start, min(s.TextSpan.End, len(text))
		if start >= at && start < end && !isHeading(blocks, s.Block) {
			words = f.words(words, text, start, end)
			at = end
		}
		units[i] = unit{from, int32(len(words)), int32(i)}
	}
	return words, units
}

func isHeading(blocks []sinosoviet.Block, i int) bool {
	return i >= 0 && i < len(blocks) && (blocks[i].Kind == sinosoviet.BlockHeading || blocks[i].Kind == sinosoviet.BlockTitle)
}

// wordsBefore is how many of the words start before the offset of their text.
func wordsBefore(words []word, offset int) int {
	return sort.Search(len(words), func(i int) bool { return int(words[i].start) >= offset })
}

// slice is the text from the first to the last of some words.
func slice(text string, words []word) string {
	if len(words) == 0 {
		return ""
	}
	return text[words[0].start:words[len(words)-1].end]
}
