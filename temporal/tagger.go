package temporal

import (
	"context"
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// Mode tells what dates without a year are read against.
type Mode uint8

// The modes.
const (
	Narrative Mode = iota // the dates told before, headings, what follows in the paragraph: history prose
	News                  // the document's date
	None                  // nothing: only what is said in full is resolved
)

// Tagger finds temporal expressions. The zero Tagger reads history prose. It is plain configuration, never
// changed by its methods, and safe for concurrent use.
type Tagger struct {
	Mode Mode
	// Document is the day of writing: what "today", "yesterday" and "two years ago" count from, and in
	// News mode every date without a year. Without it they stay references.
	Document edtf.Day
	// Start is a date to read the first dates against when nothing before gives one; its
	// zero parts are not known.
	Start edtf.Day
	// Names are the caller's own expressions: holidays, eras, reigns, operations with known dates.
	Names []Name
}

// Name is an expression with a date of its own. Either Month and Day recur every year (a holiday), or EDTF is the
// date itself (an era, a reign).
type Name struct {
	Text       string // words as written, matched without regard to case
	Month, Day int    // recurring: month 1 to 12 and day, 0 for none
	EDTF       string // fixed: a date or an interval, e.g. "1868/1912"
}

// Article tags the readable text of an article. Headings give their year to what follows; captions and
// cells are read by themselves and leave the narrative as it was; a bare number in a table's column of amounts is no year. The error is that of ctx, or an unusable Tagger.
// Time is linear in the text.
func (t *Tagger) Article(ctx context.Context, a *sinosoviet.Article) (Result, error) {
	text := a.Text.String()
	blocks := make([]block, 0, len(a.Blocks))
	marked := slices.ContainsFunc(a.Blocks, func(b sinosoviet.Block) bool { return b.Kind == sinosoviet.BlockHeading })
	amounts := amountCells(text, a.Blocks)
	for i, b := range a.Blocks {
		if b.TextSpan.Start < 0 || b.TextSpan.End > len(text) || b.TextSpan.Len() <= 0 {
			continue
		}
		if amounts[i] {
			continue
		}
		kind := prose
		switch b.Kind {
		case sinosoviet.BlockHeading:
			kind = heading
		case sinosoviet.BlockCaption, sinosoviet.BlockCell:
			kind = aside
		case sinosoviet.BlockFormula, sinosoviet.BlockCode:
			continue
		case sinosoviet.BlockTitle:
			kind = title
		case sinosoviet.BlockParagraph:
			if !marked && looksHeading(text, b.TextSpan.Start, b.TextSpan.End) {
				kind = heading // plain prose: nothing marks its headings
			}
		}
		level := 0
		if b.Section > 0 && b.Section < len(a.Sections) {
			level = a.Sections[b.Section].Level
		}
		blocks = append(blocks, block{start: b.TextSpan.Start, end: b.TextSpan.End, kind: kind, level: level, quote: b.Kind == sinosoviet.BlockQuote})
	}
	if y := titleYear(a.Title); y > 0 && t.Mode == Narrative && t.Start == (edtf.Day{}) {
		of := *t
		of.Start = edtf.Day{Year: y}
		t = &of
	}
	res, err := t.tag(ctx, text, a.Text.Locate, blocks, func(men []mention) { titled(a, men) })
	if a.Source != nil {
		narrow(a.Source.Text(), res.Dates)
	}
	return res, err
}

// titleYear is the year an article is about by its title, "2008 Summer Olympics", "Treaty of Paris of 1763"; 0 when it names none, or
// more than one, or is nothing but a number.
func titleYear(title string) (year int) {
	if i := strings.IndexByte(title, '('); i >= 0 {
		title = title[:i]
	}
	words := false
	for i := 0; i < len(title); {
		if charClass[title[i]] != chDigit {
			words = words || charClass[title[i]] == chLetter || charClass[title[i]] == chHigh
			i++
			continue
		}
		start, n := i, 0
		for i < len(title) && charClass[title[i]] == chDigit {
			n = min(n*10+int(title[i]-'0'), 1e6)
			i++
		}
		glued := start > 0 && title[start-1] != ' ' || i < len(title) && charClass[title[i]] == chLetter
		if i-start != 4 || n < 1000 || n > maxBareYear || glued {
			continue
		}
		if year != 0 {
			return 0
		}
		year = n
	}
	if !words {
		return 0
	}
	return year
}

// Text tags plain prose whose paragraphs stand apart by blank lines. Spans are bytes of text.
func (t *Tagger) Text(ctx context.Context, text string) (Result, error) {
	locate := func(start, end int) sinosoviet.Span { return sinosoviet.Span{Start: start, End: end} }
	return t.tag(ctx, text, locate, paragraphs(text), nil)
}

type blockKind uint8

const (
	prose blockKind = iota
	heading
	aside // captions, cells
	title
)

type block struct {
	start, end int
	kind       blockKind
	level      int
	section    int  // main headings of known level up to here
	order      int  // prose blocks up to here
	quote      bool // a quotation of its own
}

// paragraphs cuts plain text at blank lines; a short line without final punctuation is a heading.
func paragraphs(text string) []block {
	var out []block
	for i := 0; i < len(text); {
		if text[i] <= ' ' {
			i++
			continue
		}
		end := paragraphEnd(text, i)
		b := block{start: i, end: end}
		for text[b.end-1] <= ' ' {
			b.end--
		}
		if looksHeading(text, b.start, b.end) {
			b.kind = heading
		}
		out = append(out, b)
		i = end
	}
	return out
}

// paragraphEnd is where a line without content follows, or the text ends.
func paragraphEnd(text string, i int) int {
	for {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			return len(text)
		}
		end := i + n
		i = end + 1
		for i < len(text) && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r') {
			i++
		}
		if i == len(text) || text[i] == '\n' {
			return end
		}
	}
}

// maxHeading is the longest line that may be a heading of plain text.
const maxHeading = 120

// looksHeading reports whether a paragraph of its own is a heading: one short line that no mark ends.
func looksHeading(text string, start, end int) bool {
	if end-start > maxHeading {
		return false
	}
	for i := start; i < end; i++ {
		if text[i] == '\n' {
			return false
		}
	}
	switch text[end-1] {
	case '.', '!', '?', ':', ';', ',', '"', '\'':
		return false
	}
	if end-start >= 3 && text[end-3:end] == "”" {
		return false
	}
	return true
}

// tag recognises, anchors and prints. What else the source tells of the expressions, mark says, if it is not nil.
func (t *Tagger) tag(ctx context.Context, text string, locate func(start, end int) sinosoviet.Span, blocks []block, mark func([]mention)) (Result, error) {
	names, err := t.names()
	if err != nil {
		return Result{}, err
	}
	m := matcher{scanner: scanner{text: text, tab: table()}, custom: names}
	m.out = make([]mention, 0, len(text)/200)
	m.bcDoc, m.adDoc = mentionsBC(text), mentionsAD(text)
	for i, b := range blocks {
		if i&63 == 0 {
			if err := ctx.Err(); err != nil {
				return Result{}, err
			}
		}
		m.read(b.start, b.end, int32(i))
	}
	if mark != nil {
		mark(m.out)
	}
	r := resolver{tagger: t, text: text, blocks: blocks, men: m.out}
	r.run()
	return r.result(locate), nil
}

// mentionsBC reports whether the text counts years before Christ, so that a year may have three digits.
func mentionsBC(text string) bool {
	for n := 0; n < 3; n++ {
		i := strings.Index(text, " BC")
		for i == 0 || i > 0 && (text[i-1] < '0' || text[i-1] > '9') {
			j := strings.Index(text[i+3:], " BC")
			if j < 0 {
				return false
			}
			i += 3 + j
		}
		if i < 0 {
			return false
		}
		text = text[i+3:]
	}
	return true
}

// mentionsAD reports whether the text tells of the first thousand years after Christ, by a century ("9th century", not BC) or
// a year marked AD or CE, so that a year may have three digits.
func mentionsAD(text string) bool {
	for rest := text; ; {
		i := strings.Index(rest, "th century")
		if i < 0 {
			break
		}
		if i > 1 && '4' <= rest[i-1] && rest[i-1] <= '9' && (rest[i-2] < '0' || rest[i-2] > '9') && !strings.HasPrefix(rest[i+len("th century"):], " B") {
			return true
		}
		rest = rest[i+len("th century"):]
	}
	for _, mark := range []string{" AD", "AD ", "A.D. ", " CE"} {
		for rest := text; ; {
			i := strings.Index(rest, mark)
			if i < 0 {
				break
			}
			if j := i + len(mark); mark[0] == ' ' && i > 2 && isDigits(rest[i-3:i]) ||
				mark[0] != ' ' && j+3 <= len(rest) && isDigits(rest[j:j+3]) {
				return true
			}
			rest = rest[i+len(mark):]
		}
	}
	return false
}
