package extract

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// view is a sentence with all that was found in it, in text offsets of the article.
type view struct {
	text     string // of the article
	sentence sinosoviet.Sentence
	tokens   []token
	names    []sinosoviet.Entity
	phrases  []temporal.Phrase
	clauses  []clause
	lexicon  *lexicon
	keep     int // token of a comma that the headline being made keeps, or -1
	floor    int // depth of brackets of the clause whose headline is made
	scratch  *scratch
}

// scratch is working memory, used again for the next sentence.
type scratch struct {
	open, next []int  // of [view.split]
	lists      []int  // see [view.list]
	line       []byte // of [view.join]
	found      []predicate
	table      [reach + 1][maxHeadline + 1]headlineState // of [view.condense]
}

// list is an empty list with room for n tokens, in memory that is used again for the next event.
func (v *view) list(n int) []int {
	s := v.scratch
	if len(s.lists)+n > cap(s.lists) {
		s.lists = make([]int, 0, max(n, 2*cap(s.lists), 512)) // those handed out keep the old one
	}
	at := len(s.lists)
	s.lists = s.lists[:at+n]
	return s.lists[at:at:len(s.lists)]
}

// joinLists is the tokens of several lists in one.
func (v *view) joinLists(lists ...[]int) []int {
	n := 0
	for _, l := range lists {
		n += len(l)
	}
	out := v.list(n)
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

// token is a word or mark with its part of speech.
type token struct {
	start, end int
	text       string
	lower      string
	class      wordClass
	tag        string // Penn Treebank, corrected where the sentence shows better
	depth      int    // of brackets around it
	phrase     int    // index+1 into view.phrases of the dated phrase it belongs to
	name       int    // index+1 into view.names of the name it belongs to
	clause     int    // index into view.clauses of the clause it belongs to
}

// views cuts what was found in a document by sentence. Everything comes in text order, so one pass does. There are two
// views at a time, of the sentence being read and of one before it: the memory of the last ones serves the next.
type views struct {
	text    string
	lower   string // the text with ASCII letters in lower case
	names   []sinosoviet.Entity
	phrases []temporal.Phrase
	tokens  []entities.Token
	notes   []sinosoviet.Span // see printedNotes
	lexicon *lexicon

	name, phrase, token int // behind those of the last passage
	now, past           view
}

// passage is a sentence with the words, names and dated phrases found in it.
type passage struct {
	sentence sinosoviet.Sentence
	tokens   []entities.Token
	names    []sinosoviet.Entity
	phrases  []temporal.Phrase
}

// maxTokens is how much of a sentence is looked at for events, so that the work stays linear in the text on sentences
// that never end. The longest of real prose have some 300 tokens.
const maxTokens = 1000

// passage is what was found in a sentence.
func (vs *views) passage(s *sinosoviet.Sentence) passage {
	in, p := s.TextSpan, passage{sentence: *s}
	p.tokens = within(vs.tokens, &vs.token, in, func(t *entities.Token) int { return t.Start })
	if len(p.tokens) > maxTokens {
		p.tokens = p.tokens[:maxTokens]
		in.End = p.tokens[maxTokens-1].End
	}
	p.names = within(vs.names, &vs.name, in, func(e *sinosoviet.Entity) int { return e.TextSpan.Start })
	p.phrases = within(vs.phrases, &vs.phrase, in, func(p *temporal.Phrase) int { return p.TextSpan.Start })
	if isPrinted(vs.notes, in.Start, in.End) {
		p.tokens = slices.DeleteFunc(slices.Clone(p.tokens), func(t entities.Token) bool { return isPrinted(vs.notes, t.Start, t.Start+1) })
		p.phrases = slices.DeleteFunc(slices.Clone(p.phrases), func(p temporal.Phrase) bool { return isPrinted(vs.notes, p.TextSpan.Start, p.TextSpan.End) })
		p.names = slices.DeleteFunc(slices.Clone(p.names), func(e sinosoviet.Entity) bool { return isPrinted(vs.notes, e.TextSpan.Start, e.TextSpan.End) })
	}
	return p
}

// cut ends token i at a text offset, and its word before the stop there.
func (v *view) cut(i, end int) {
	t := &v.tokens[i]
	t.text = strings.TrimRight(v.text[t.start:end], ".?!\")")
	t.end, t.lower = t.start+len(t.text), strings.ToLower(t.text)
	t.class = v.lexicon.classOf(t.lower)
}

// within is the part of items, sorted by start, that starts inside the span. It is looked for from where the last one ended.
func within[T any](items []T, last *int, in sinosoviet.Span, start func(*T) int) []T {
	if *last > 0 && start(&items[*last-1]) >= in.Start {
		*last = 0
	}
	from := firstFrom(items, *last, in.Start, start)
	to := firstFrom(items, from, in.End, start)
	*last = to
	return items[from:to:to]
}

// firstFrom is the index of the first item that does not start before the offset; those before index from do. It takes time logarithmic in how far
// that is.
func firstFrom[T any](items []T, from, offset int, start func(*T) int) int {
	step := 4
	for from+step <= len(items) && start(&items[from+step-1]) < offset {
		from, step = from+step, 2*step
	}
	return from + sort.Search(min(step, len(items)-from), func(i int) bool { return start(&items[from+i]) >= offset })
}

// word is a token's text in lower case.
func (vs *views) word(t *entities.Token) string {
	for i := t.Start; i < t.End; i++ {
		if vs.text[i] >= utf8.RuneSelf {
			return strings.ToLower(vs.text[t.Start:t.End])
		}
	}
	return vs.lower[t.Start:t.End]
}

// signals are the classes of all words of a passage that are of a signal class at all.
func (vs *views) signals(p *passage) (all wordClass) {
	for i := range p.tokens {
		t := &p.tokens[i]
		if n := t.End - t.Start; n < len(vs.lexicon.initials) && vs.lexicon.initials[n]>>(vs.text[t.Start]&31)&1 != 0 {
			all |= vs.lexicon.find(vs.word(t)).class
		}
	}
	return all & signal
}

// hasDeed reports whether a word of the passage tells a kind of happening.
func (vs *views) hasDeed(p *passage) bool {
	for i := range p.tokens {
		if vs.lexicon.deedOf(vs.word(&p.tokens[i])) != 0 {
			return true
		}
	}
	return false
}

// of is the view of a passage in the memory of v, good until v is used again. Its clauses are found.
func (vs *views) of(p *passage, v *view) *view {
	*v = view{text: vs.text, lexicon: vs.lexicon, sentence: p.sentence, names: p.names, phrases: p.phrases, tokens: v.tokens[:0], clauses: v.clauses[:0], scratch: v.scratch}
	if v.scratch == nil {
		v.scratch = new(scratch)
	}
	v.scratch.lists = v.scratch.lists[:0]
	v.tokenise(vs, p.tokens)
	if n, end := len(v.tokens), p.sentence.TextSpan.End; n > 0 && v.tokens[n-1].end > end { // a note is glued to the last word
		v.cut(n-1, end)
	}
	v.split()
	return v
}

func (v *view) tokenise(vs *views, tokens []entities.Token) {
	v.tokens = slices.Grow(v.tokens, len(tokens))
	depth, name, phrase := 0, 0, 0
	for i := range tokens {
		t := &tokens[i]
		s := v.text[t.Start:t.End]
		if s == ")" || s == "]" {
			depth = max(depth-1, 0)
		}
		n := len(v.tokens)
		v.tokens = v.tokens[:n+1]
		tk := &v.tokens[n]
		*tk = token{start: t.Start, end: t.End, text: s, lower: vs.word(t), tag: t.Tag, depth: depth}
		tk.class = v.lexicon.classOf(tk.lower)
		if s == "\"" || s == "“" || s == "”" {
			tk.tag = "``" // the tagger takes some for verbs and nouns
		}
		if s == "–" && n > 0 && v.tokens[n-1].end == t.Start && isLetter(v.text[t.Start-1]) && t.End < len(v.text) && isLetter(v.text[t.End]) {
			tk.lower = "-" // of a compound
		}
		if s == "(" || s == "[" {
			depth++
			tk.depth = depth
		} else if s == ")" || s == "]" {
			tk.depth = depth + 1
		}
		for name < len(v.names) && v.names[name].TextSpan.End <= t.Start {
			name++
		}
		if name < len(v.names) && v.names[name].TextSpan.Start < t.End {
			tk.name = name + 1
		}
		for phrase < len(v.phrases) && v.phrases[phrase].TextSpan.End <= t.Start {
			phrase++
		}
		if phrase < len(v.phrases) && v.phrases[phrase].TextSpan.Start < t.End {
			tk.phrase = phrase + 1
		}
	}
	v.retag()
	v.findVerb()
	if len(v.phrases) > 0 {
		v.zones()
		v.courses()
	}
}

// zones makes what follows a time of day part of the phrase that tells it: "at 20:18 UTC".
func (v *view) zones() {
	for i := 1; i < len(v.tokens); i++ {
		t, phrase := &v.tokens[i], v.tokens[i-1].phrase
		if phrase == 0 && t.phrase != 0 && (t.lower == "earlier" || t.lower == "later") && v.lower(i+1) == "than" {
			for j := i - 1; j >= 0 && j > i-4 && v.tokens[j].phrase == 0; j-- {
				if v.lower(j) == "not" {
					v.tokens[j].phrase = t.phrase // "was not written earlier than 1400" does not say that it was not written
				}
			}
		}
		if phrase == 0 || t.phrase != 0 {
			continue
		}
		switch next := v.lower(i + 1); {
		case (t.lower == "to" || t.lower == "until" || t.lower == "till") && (next == "the" && v.lower(i+2) == "present" || next == "today" || next == "present"):
			for j := i; j < len(v.tokens) && (j < i+2 || v.lower(j) == "present" || v.lower(j) == "day"); j++ {
				v.tokens[j].phrase, v.tokens[j].name = phrase, 0
			}
		case isZone(t.text), t.lower == "onwards", t.lower == "onward":
			t.phrase, t.name = phrase, 0
		case (next == "standard" || next == "daylight" || next == "summer") && v.lower(i+2) == "time":
			for j := i; j < i+3; j++ {
				v.tokens[j].phrase, v.tokens[j].name = phrase, 0
			}
		case t.lower == "local" && next == "time":
			t.phrase, v.tokens[i+1].phrase = phrase, phrase
		}
	}
}

// courses makes "in the course of" and "in the span of" part of the date behind it.
func (v *view) courses() {
	for i := 2; i+1 < len(v.tokens); i++ {
		if w := v.tokens[i].lower; w != "course" && w != "span" && w != "space" || v.lower(i-1) != "the" || v.lower(i-2) != "in" && v.lower(i-2) != "over" && v.lower(i-2) != "during" || v.tokens[i].name != 0 {
			continue
		}
		at := i + 1
		if v.tokens[at].phrase == 0 && v.lower(at) == "of" {
			at++
		}
		if at < len(v.tokens) && v.tokens[at].phrase != 0 {
			for j := i - 2; j < at; j++ {
				v.tokens[j].phrase = v.tokens[at].phrase
			}
		}
	}
}

// isZone reports whether a word belongs to the time or year before it.
func isZone(word string) bool {
	switch word {
	case "UTC", "GMT", "EDT", "EST", "PST", "PDT", "CST", "CDT", "CET", "BST", "MSK", "A.D.", "AD", "B.C.", "BC", "CE", "BCE", "a.m.", "p.m.", "am", "pm":
		return true
	}
	return false
}

func (v *view) lower(i int) string {
	if i < 0 || i >= len(v.tokens) {
		return ""
	}
	return v.tokens[i].lower
}

func (v *view) tagAt(i int) string {
	if i < 0 || i >= len(v.tokens) {
		return ""
	}
	return v.tokens[i].tag
}

func (v *view) isNounAt(i int) bool { return i >= 0 && i < len(v.tokens) && v.tokens[i].isNoun() }

// afterAuxiliary reports whether an auxiliary stands before token i, with nothing but adverbs and other
// participles joined to it between.
func (v *view) afterAuxiliary(i int) bool {
	for i--; i >= 0; i-- {
		t := v.tokens[i]
		switch {
		case t.is(auxiliary):
			return true
		case t.tag == "RB", t.tag == "VBN", t.lower == "and", t.lower == "or", t.lower == ",", t.phrase != 0:
		default:
			return false
		}
	}
	return false
}

// isFinite reports whether the token is a finite verb: past, present or modal. Words inside names and dates are none.
func (t *token) isFinite() bool {
	if t.name != 0 || t.phrase != 0 {
		return false
	}
	switch t.tag {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

func (t *token) isVerb() bool {
	return t.name == 0 && t.phrase == 0 && strings.HasPrefix(t.tag, "VB")
}

func (t *token) isNoun() bool {
	return t.phrase == 0 && (strings.HasPrefix(t.tag, "NN") && !isQuote(t.text) || t.name != 0)
}

// isSubject reports whether the token can be what a clause is about.
func (t *token) isSubject() bool {
	return t.isNoun() || t.phrase == 0 && (t.tag == "PRP" || t.tag == "EX" || t.tag == "CD" || t.lower == "this" || t.lower == "these" || t.lower == "both" || t.lower == "many" || t.lower == "some" || t.lower == "most" || t.lower == "others")
}

// isLetter reports whether a byte is a letter of ASCII, or part of another one.
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

// isDash reports whether the token parts what stands on its sides. A dash inside a compound, "Franco–Prussian", does not.
func (t *token) isDash() bool {
	return (t.text == "–" || t.text == "—" || t.text == "--") && t.lower != "-"
}
