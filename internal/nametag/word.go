package nametag

import (
	"iter"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
	"github.com/sinosoviet/sinosoviet/internal/wordbook"
)

// Token is a token of a text as a recogniser gives it: byte offsets and a Penn tag.
type Token struct {
	Start, End int
	Tag        string
	Number     int32 // of its text in the book of the lexicon
	Break      bool  // first token of a sentence
}

// Flag is what a word is like.
type Flag uint16

// The flags.
const (
	First   Flag = 1 << iota // first word of its sentence that has a letter
	Capital                  // starts with an upper-case letter
	AllCaps                  // has two letters or more, all upper-case
	Digits                   // starts with a digit
	Punct                    // has neither letter nor digit
	Given                    // a given name
	Family                   // a family name
	Leads                    // a family name that stands before the given name
	InTitle                  // part of a title
	LowSeen                  // the document has it in lower case as well
	CapSeen                  // the document has it capitalised in the midst of a sentence
	Strong                   // part of a gazetteer match that wants no support
	Numeral                  // Roman numeral
	Sticks                   // no blank before it
	Initial                  // "J." or "J"
	Quoted                   // stands in quotation marks
)

const flagCount = 16

// Has reports whether all the flags of g are set.
func (f Flag) Has(g Flag) bool { return f&g == g }

// Word is a token, or a part of a hyphenated one, with what is known of it.
type Word struct {
	Start, End int // bytes of the text
	Text       string
	Tag        string
	Flags      Flag
	DocKind    uint16 // kinds that the rules gave the same word elsewhere in the document, as bits
	Gaz        uint8  // kind of the gazetteer match it is part of, see Number; 0 = none
	Pos        uint8  // 'B', 'I', 'L' or 'U' in that match; 0 = none
	Rule       uint8  // kind the rules gave it, see Number; 0 = none
	RulePos    uint8  // 'B', 'I', 'L' or 'U' in what the rules found
	Sent       int32  // index into Document.Sents
	Number     int32  // of Text in the book of the lexicon
}

// Match is a run of words [I, J) that the gazetteer knows.
type Match struct {
	I, J    int
	Entries []gazetteer.Entry
}

// Document is a text cut into words with the evidence.
type Document struct {
	Text    string
	Words   []Word
	Sents   [][2]int // word ranges of the sentences
	Matches []Match  // longest matches, in order, not overlapping

	lexicon *Lexicon
	table   *gazetteer.Table
	openers []int32 // words that open a name of the gazetteer, in order
}

// Prepare looks at the tokens of a text, of which there are about n. They need no numbers. Its time is linear in the text: windows of
// look-ahead are bounded by the longest name of the gazetteer.
func Prepare(text string, n int, tokens iter.Seq[Token], table *gazetteer.Table) *Document {
	d, book := new(Document), new(wordbook.Book)
	d.Prepare(text, n, func(yield func(Token) bool) {
		for t := range tokens {
			t.Number = book.Number(text[t.Start:t.End])
			if !yield(t) {
				return
			}
		}
	}, &Lexicon{Book: book, Table: table})
	return d
}

// Prepare is [Prepare] in the memory of a document that is no longer needed, with what is known of words from other documents.
func (d *Document) Prepare(text string, n int, tokens iter.Seq[Token], lexicon *Lexicon) {
	*d = Document{Text: text, Words: slices.Grow(d.Words[:0], n+n/16), Sents: d.Sents[:0], Matches: d.Matches[:0], openers: d.openers[:0],
		lexicon: lexicon, table: lexicon.Table}
	for t := range tokens {
		if t.Break || len(d.Sents) == 0 {
			d.closeSentence()
			d.Sents = append(d.Sents, [2]int{len(d.Words), len(d.Words)})
		}
		d.addToken(t)
	}
	d.closeSentence()
	lexicon.begin()
	for s := range d.Sents {
		d.look(s)
	}
	d.seen()
	d.match()
}

func (d *Document) closeSentence() {
	if n := len(d.Sents); n > 0 {
		d.Sents[n-1][1] = len(d.Words)
	}
}

// addToken adds a token as one word, or as several when a hyphen joins a name to something else.
func (d *Document) addToken(t Token) {
	s := d.Text[t.Start:t.End]
	sent := int32(len(d.Sents) - 1)
	if s == "." && d.joinsInitial(t) {
		w := &d.Words[len(d.Words)-1]
		w.End = t.End
		w.Text = d.Text[w.Start:t.End]
		w.Number = d.lexicon.Book.Number(w.Text)
		return
	}
	if !d.lexicon.of(t.Number).hyphen || len(s) > maxCompound || len(d.table.Lookup(s)) > 0 {
		d.Words = append(d.Words, Word{Start: t.Start, End: t.End, Text: s, Tag: t.Tag, Sent: sent, Number: t.Number})
		return
	}
	add := func(from, to int) {
		if from < to {
			d.Words = append(d.Words, Word{Start: t.Start + from, End: t.Start + to, Text: s[from:to], Tag: t.Tag, Sent: sent, Number: d.lexicon.Book.Number(s[from:to])})
		}
	}
	cut := strings.IndexByte(s, '-')
	from := 0
	for cut >= 0 {
		if divides(s[from:from+cut], s[from+cut+1:], d.table) {
			add(from, from+cut)
			add(from+cut, from+cut+1)
			from += cut + 1
			cut = strings.IndexByte(s[from:], '-')
			continue
		}
		next := strings.IndexByte(s[from+cut+1:], '-')
		if next < 0 {
			break
		}
		cut += next + 1
	}
	add(from, len(s))
}

// joinsInitial reports whether a full stop belongs to a single capital before it, as in "James W. Hoyt".
func (d *Document) joinsInitial(t Token) bool {
	n := len(d.Words)
	if n == 0 {
		return false
	}
	w := d.Words[n-1]
	switch w.Text {
	case "I", "V", "X": // rather a numeral that ends the sentence: "World War I. Mao"
		return false
	}
	if w.End != t.Start || int(w.Sent) != len(d.Sents)-1 || !isUpper(w.Text) || utf8.RuneCountInString(w.Text) != 1 {
		return false
	}
	rest := d.Text[t.End:min(len(d.Text), t.End+2)]
	return len(rest) == 2 && rest[0] == ' ' && (isUpper(rest[1:]) || rest[1] >= utf8.RuneSelf)
}

// maxCompound bounds the tokens that are looked at for hyphens.
const maxCompound = 64

// divides reports whether a hyphen joins a name and something that is no part of it: "Soviet-occupied",
// "pro-Soviet", "Chinese-Soviet"; but not "Sino-Soviet", "Jean-Paul", "Kai-shek", "al-Qaeda".
func divides(left, right string, table *gazetteer.Table) bool {
	if left == "" || right == "" {
		return false
	}
	lc, rc := isUpper(left), isUpper(right)
	switch {
	case lc && !rc:
		return isTrail(right) || len(right) >= 4 && (strings.HasSuffix(right, "ed") || strings.HasSuffix(right, "ing"))
	case !lc && rc:
		return isLead(strings.ToLower(left)) && !strings.Contains(right, "-")
	case lc && rc:
		if IsCombining(left) {
			return false // "Trans-Baikal"
		}
		if isLead(strings.ToLower(left)) && !strings.Contains(right, "-") {
			return table.Opens(left+"-"+right).Name == 0 // "Post-Mao", but "Non-Aligned Movement"
		}
		return isState(left, table) && isState(right, table)
	}
	return false
}

func isState(s string, table *gazetteer.Table) bool {
	for _, e := range table.Lookup(s) {
		if e.Kind == "NORP" || e.Kind == "GPE" && !e.Weak {
			return true
		}
	}
	return false
}

// isTrail reports what stands behind a name and a hyphen.
func isTrail(s string) bool {
	switch s {
	case "born", "based", "led", "style", "like", "type", "wide", "speaking", "language", "era", "held", "ruled", "run", "built", "made",
		"controlled", "friendly", "related", "class", "century", "born-again", "dominated", "majority", "only", "born-and-bred", "descent",
		"turned", "level", "time", "sized", "size", "shaped", "owned", "bound", "free", "year", "oriented", "inspired", "influenced":
		return true
	}
	return false
}

// isLead reports what stands before a hyphen and a name.
func isLead(s string) bool {
	switch s {
	case "pro", "anti", "non", "pre", "post", "ex", "neo", "trans", "pan", "inter", "intra", "mid", "half", "semi", "quasi", "pseudo", "all",
		"un", "then", "multi", "sub", "cross", "proto", "north", "south", "east", "west", "fellow", "ultra", "crypto", "mainly", "native":
		return true
	}
	return false
}

// IsCombining reports the first part of a compound adjective of peoples: "Sino" of "Sino-Soviet".
func IsCombining(s string) bool {
	switch s {
	case "Sino", "Anglo", "Franco", "Russo", "Indo", "Afro", "Euro", "Greco", "Graeco", "Austro", "Luso", "Hispano", "Italo", "Judeo", "Serbo",
		"Turco", "Turko", "Finno", "Ibero", "Americo", "Balto", "Polono", "Israelo", "Gallo", "Romano", "Germano", "Nippo", "Dano", "Belgo", "Perso",
		"Arabo", "Tibeto", "Malayo", "Austronesian", "Swedo", "Proto", "Neo", "Pan", "Trans", "Ukraino", "Czecho":
		return true
	}
	return false
}

func isUpper(s string) bool {
	if s[0] < utf8.RuneSelf {
		return 'A' <= s[0] && s[0] <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// look sets the flags that a word tells by itself and by its neighbours.
func (d *Document) look(s int) {
	from, to := d.Sents[s][0], d.Sents[s][1]
	first, quoted, titled := true, false, false
	for i := from; i < to; i++ {
		w := &d.Words[i]
		known := d.lexicon.of(w.Number)
		w.Flags = known.flags
		if i > 0 && d.Words[i-1].End == w.Start {
			w.Flags |= Sticks
		}
		if w.Flags.Has(Punct) {
			switch w.Text {
			case `"`:
				quoted = !quoted
			case "“", "‘":
				quoted = true
			case "”", "’":
				quoted = false
			case "''", "``":
				quoted = w.Text == "``"
			}
			continue
		}
		if quoted {
			w.Flags |= Quoted
		}
		if first {
			w.Flags |= First
			first = false
		} else if prev := d.Words[i-1].Text; prev == ":" || prev == "\"" || prev == "“" {
			w.Flags |= First // a quotation or list starts like a sentence
		}
		titled = titled || known.title != 0
		if known.name != 0 {
			d.openers = append(d.openers, int32(i))
		}
		d.lexicon.note(known, w)
	}
	if titled {
		d.titles(from, to)
	}
}

// shape is the flags of a word's letters.
func shape(s string) Flag {
	var f Flag
	letters, upper, roman := 0, 0, true
	for i, r := range s {
		switch {
		case r < utf8.RuneSelf && ('a' <= r && r <= 'z'), r >= utf8.RuneSelf && unicode.IsLetter(r) && !unicode.IsUpper(r):
			letters++
			roman = false
		case 'A' <= r && r <= 'Z', r >= utf8.RuneSelf && unicode.IsUpper(r):
			if i == 0 {
				f |= Capital
			}
			letters++
			upper++
			roman = roman && strings.ContainsRune("IVXLC", r)
		case '0' <= r && r <= '9':
			if i == 0 {
				f |= Digits
			}
			letters++
			roman = false
		}
	}
	if letters == 0 {
		return f | Punct
	}
	if upper > 1 && upper == letters {
		f |= AllCaps
	}
	if roman && upper == letters {
		f |= Numeral
	}
	if upper == 1 && letters == 1 && (len(s) == 1 || s[len(s)-1] == '.') {
		f |= Initial
	}
	return f
}

// titles marks the words of titles, longest first.
func (d *Document) titles(from, to int) {
	for i := from; i < to; i++ {
		longest := int(d.lexicon.of(d.Words[i].Number).title)
		if longest == 0 {
			continue
		}
		start := d.Words[i].Start
		for j := min(to, i+maxTitle); j > i; j-- {
			end := d.Words[j-1].End
			if end-start > longest {
				continue
			}
			if _, ok := d.table.Title(d.Text[start:end]); ok {
				for k := i; k < j; k++ {
					d.Words[k].Flags |= InTitle
				}
				i = j - 1
				break
			}
		}
	}
}

const maxTitle = 5 // tokens of the longest title

// seen compares how the document writes a word elsewhere.
func (d *Document) seen() {
	for i := range d.Words {
		if w := &d.Words[i]; w.Flags.Has(Capital) {
			w.Flags |= d.lexicon.elsewhere(w)
		}
	}
}

// maxSeen bounds the words that are looked for in small letters.
const maxSeen = 32

// lower appends s with its upper-case letters made lower-case.
func lower(b []byte, s string) []byte {
	for _, r := range s {
		switch {
		case 'A' <= r && r <= 'Z':
			b = append(b, byte(r)+'a'-'A')
		case r < utf8.RuneSelf:
			b = append(b, byte(r))
		default:
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return b
}

// maxName bounds, in words, how far a gazetteer name is looked for.
const maxName = 12

// match finds the longest names of the gazetteer, left to right.
func (d *Document) match() {
	next := 0
	for _, opener := range d.openers {
		i := int(opener)
		if i < next {
			continue
		}
		w := &d.Words[i]
		longest := int(d.lexicon.of(w.Number).name)
		if longest == math.MaxUint8 {
			longest = d.table.Opens(w.Text).Name
		}
		end := min(d.Sents[w.Sent][1], i+maxName)
		for j := end; j > i; j-- {
			last := &d.Words[j-1]
			if last.End-w.Start > longest+4 || d.hyphenated(i, j) { // +4: curly apostrophes are longer
				continue
			}
			entries := d.entries(w.Start, last.End)
			if len(entries) == 0 {
				continue
			}
			if j-i == 1 && entries[0].Kind != "NORP" && w.Flags.Has(First) && !nominal(w) {
				break
			}
			if entries[0].Article && (i == 0 || d.Words[i-1].Text != "the" && d.Words[i-1].Text != "The") {
				break
			}
			d.Matches = append(d.Matches, Match{i, j, entries})
			d.mark(i, j, entries)
			next = j
			break
		}
	}
}

// hyphenated reports whether the run [i, j) is cut out of a compound in a way that makes it part of another
// word: nothing is looked up from the midst of "Jean-Paul".
func (d *Document) hyphenated(i, j int) bool {
	return j < len(d.Words) && d.Words[j].Flags.Has(Sticks) && d.Words[j].Text != "-" && !d.Words[j].Flags.Has(Punct) && d.Words[j].Text[0] != '\'' &&
		!strings.HasPrefix(d.Words[j].Text, "’") && d.Words[j-1].Text != "-"
}

func (d *Document) entries(start, end int) []gazetteer.Entry {
	table := d.table
	key := d.Text[start:end]
	if e := table.Lookup(key); len(e) > 0 {
		return e
	}
	if strings.Contains(key, "’") {
		return table.Lookup(strings.ReplaceAll(key, "’", "'"))
	}
	if strings.IndexByte(key, '\n') >= 0 {
		return table.Lookup(strings.ReplaceAll(key, "\n", " "))
	}
	return nil
}

// nominal reports whether a capitalised word that starts a sentence is likely a name: the tagger takes it for one, or
// the document writes it so elsewhere and never small.
func nominal(w *Word) bool {
	if w.Flags.Has(LowSeen) && !w.Flags.Has(CapSeen) {
		return false
	}
	return strings.HasPrefix(w.Tag, "NNP") || w.Flags.Has(CapSeen) || w.Flags.Has(AllCaps) || w.Tag == "NN" || w.Tag == "NNS" || w.Tag == "JJ"
}

// kinds numbers the kinds for Word.Gaz and Word.Rule.
var kinds = [...]string{"", "PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "LAW", "WORK"}

// Number is the number of a kind in [Word]; 0 = none of the nine.
func Number(kind string) uint8 { return kindNumber(kind) }

func kindNumber(kind string) uint8 {
	for i, k := range kinds {
		if k == kind {
			return uint8(i)
		}
	}
	return 0
}

func (d *Document) mark(i, j int, entries []gazetteer.Entry) {
	k := kindNumber(entries[0].Kind)
	for n := i; n < j; n++ {
		w := &d.Words[n]
		w.Gaz = k
		switch {
		case j-i == 1:
			w.Pos = 'U'
		case n == i:
			w.Pos = 'B'
		case n == j-1:
			w.Pos = 'L'
		default:
			w.Pos = 'I'
		}
		if !entries[0].Weak {
			w.Flags |= Strong
		}
	}
}
