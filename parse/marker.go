package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// Bounds of what can be a marker. The longest inline notice of the table has 40 bytes; a range such as
// "[3–5]" names every number in it, but a bracket that names more than maxNumbers is no marker.
const (
	maxMarkBytes = 64
	maxNumbers   = 32
	maxDigits    = 4
	maxGap       = 50 // between two neighbouring notes of more than a thousand
)

// markScanner reads the markers of a rendered text.
type markScanner struct {
	text string
	// last is the highest number that can be a note's: a number from 1000 on is taken for a
	// year unless the text's own notes run up to it.
	last int
	// letters are the letters that stand alone in brackets, for telling the notes "[d]", "[s]" from endings of words.
	letters [27]bool
	out     []sinosoviet.Marker // of the bracket just read; reused
}

// newMarkScanner looks over the text once to learn how far its notes are numbered.
func newMarkScanner(text string) *markScanner {
	s := &markScanner{text: text, last: 999}
	var high [10]bool // hundreds below 1000 that occur
	var thousands []int
	for i := 0; ; {
		j := strings.IndexByte(text[i:], '[')
		if j < 0 {
			break
		}
		i += j + 1
		if i+1 < len(text) && text[i+1] == ']' && text[i] >= 'a' && text[i] <= 'z' {
			s.letters[text[i]-'a'] = true
		}
		n, end := markDigits(text, i)
		if end == i || end >= len(text) || text[end] != ']' {
			continue
		}
		if n < 1000 {
			high[n/100] = true
		} else if n < 10000 {
			thousands = append(thousands, n)
		}
	}
	if high[8] && high[9] {
		slices.Sort(thousands)
		for _, n := range thousands {
			if n-s.last > maxGap {
				break
			}
			s.last = n
		}
	}
	return s
}

// markDigits reads the decimal number at i, of any length; a number beyond maxDigits is 1<<30.
func markDigits(text string, i int) (n, end int) {
	for end = i; end < len(text) && text[end] >= '0' && text[end] <= '9'; end++ {
		if end-i < maxDigits {
			n = n*10 + int(text[end]-'0')
		} else {
			n = 1 << 30
		}
	}
	return n, end
}

// at reads the marker at offset i, which holds '[' or the first byte of a superscript. It returns
// the markers of that place (several for "[3–5]", all with the same text and span) and where they
// end; none and i when the place has no marker. The slice is valid until the next call.
func (s *markScanner) at(i int) ([]sinosoviet.Marker, int) {
	s.out = s.out[:0]
	if s.text[i] != '[' {
		return s.superscript(i)
	}
	end := i + 1 + bracketEnd(s.text[i+1:])
	if end <= i+1 {
		return nil, i
	}
	inner := strings.TrimFunc(s.text[i+1:end], unicode.IsSpace)
	end++
	switch {
	case s.numbers(inner):
		pages, after := markerPages(s.text, end)
		if last := len(s.out) - 1; pages != "" {
			s.out[last].Pages, end = pages, after
		}
	case s.noteLabel(inner, i, end):
	case isInlineNotice(inner):
		kind := sinosoviet.MarkerNote
		if isCitationNeeded(inner) {
			kind = sinosoviet.MarkerCitationNeeded
		}
		s.out = append(s.out, sinosoviet.Marker{Kind: kind, Label: inner})
	default:
		return nil, i
	}
	for k := range s.out {
		s.out[k].Text, s.out[k].Span = s.text[i:end], sinosoviet.Span{Start: i, End: end}
	}
	return s.out, end
}

// bracketEnd is the offset of the ']' that closes a marker, or -1: it must come on the same line, soon, and
// before another bracket.
func bracketEnd(rest string) int {
	for i := 0; i < len(rest) && i < maxMarkBytes; i++ {
		switch rest[i] {
		case ']':
			return i
		case '[', '\n', '\r':
			return -1
		}
	}
	return -1
}

// numbers reads "4", "3–5", "3, 5", "3-5,8" and appends a reference for each number.
func (s *markScanner) numbers(inner string) bool {
	previous, first := 0, 0 // previous number; start of an open range
	for i := 0; ; {
		n, end := markDigits(inner, i)
		if end == i || n == 0 || n > s.last || inner[i] == '0' || n <= previous {
			s.out = s.out[:0]
			return false
		}
		if first > 0 && n-first > maxNumbers || len(s.out) > maxNumbers {
			s.out = s.out[:0]
			return false
		}
		from := n
		if first > 0 {
			from = first + 1
		}
		for k := from; k <= n; k++ {
			s.out = append(s.out, sinosoviet.Marker{Kind: sinosoviet.MarkerReference, Number: k})
		}
		previous, first = n, 0
		i = skipMarkBlanks(inner, end)
		if i == len(inner) {
			return true
		}
		if size := markDash(inner, i); size > 0 {
			first = n
			i = skipMarkBlanks(inner, i+size)
		} else if inner[i] == ',' || inner[i] == ';' {
			i = skipMarkBlanks(inner, i+1)
		} else {
			s.out = s.out[:0]
			return false
		}
	}
}

// markDash is the size of the hyphen or dash at i, or 0.
func markDash(text string, i int) int {
	r, size := utf8.DecodeRuneInString(text[i:])
	switch r {
	case '-', '–', '—', '‐', '‑', '‒', '−':
		return size
	}
	return 0
}

// skipMarkBlanks is the first offset from i on that holds neither a blank nor a no-break or thin one.
func skipMarkBlanks(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r != ' ' && r != '\t' && r != '\u00a0' && r != '\u2009' && r != '\u200a' && r != '\u202f' && r != '\u200b' {
			break
		}
		i += size
	}
	return i
}

// noteLabel reads "a", "iv", "note 1", "nb 2", "lower-alpha 3". A bracketed letter is also how editors mark
// a change in a quotation ("[a] treaty", "[T]he"): a label sticks to what stands before it, or opens a sentence.
func (s *markScanner) noteLabel(inner string, start, end int) bool {
	if inner == "" || len(inner) > 24 {
		return false
	}
	word, number, spaced := strings.Cut(inner, " ")
	if !spaced {
		apart := start == 0 || isMarkBlank(s.text[start-1])
		if !isNoteLetter(word) || !s.sticks(start, end) || apart && (word[0] <= 'Z' || word[0] >= utf8.RuneSelf) || s.isEnding(word, start) {
			return false
		}
		s.out = append(s.out, sinosoviet.Marker{Kind: sinosoviet.MarkerNote, Label: inner, Number: letterNumber(word)})
		return true
	}
	number = strings.TrimSpace(number)
	n, stop := markDigits(number, 0)
	if stop == 0 || stop != len(number) || n == 0 || n > 999 || number[0] == '0' || !isLabelWord(word) {
		return false
	}
	if !isNoteGroup(strings.ToLower(word)) && (edtf.IsMonthName(word) || start == 0 || isMarkBlank(s.text[start-1])) {
		return false
	}
	s.out = append(s.out, sinosoviet.Marker{Kind: sinosoviet.MarkerNote, Label: inner, Number: n})
	return true
}

// isEnding reports a letter that an editor may have added to a word, "provide[s]", "claime[d]", "you[r]": one that ends words, and
// neither the letter before it nor the one behind it numbers a note of the text.
func (s *markScanner) isEnding(word string, start int) bool {
	before, _ := utf8.DecodeLastRuneInString(s.text[:start])
	if !unicode.IsLower(before) {
		return false
	}
	switch word {
	case "d", "n", "r", "s", "t", "y":
		return !s.letters[word[0]-'a'-1] && !s.letters[word[0]-'a'+1]
	case "al", "ce", "ed", "en", "er", "es":
		return true
	}
	return false
}

// isNoteLetter reports the letters that number notes: "a" to "z", "aa" to "zz", Roman numerals, "A" to "Z".
func isNoteLetter(w string) bool {
	if greekLetter(w) > 0 {
		return true
	}
	lower := strings.ToLower(w)
	if w != lower && w != strings.ToUpper(w) {
		return false
	}
	if len(w) == 1 {
		return lower[0] >= 'a' && lower[0] <= 'z'
	}
	if len(w) > 6 {
		return false
	}
	if len(w) == 2 && w == lower && w[0] >= 'a' && w[0] <= 'e' && w[1] >= 'a' && w[1] <= 'z' {
		return !isShortWord(w)
	}
	return strings.Trim(lower, "ivx") == ""
}

// greekLetter is the place of a lower-case Greek letter in its alphabet, for the labels of that group; 0 of anything else.
func greekLetter(w string) int {
	r, size := utf8.DecodeRuneInString(w)
	if size != len(w) || r < 'α' || r > 'ω' || r == 'ς' {
		return 0
	}
	n := int(r-'α') + 1
	if r > 'ς' {
		n--
	}
	return n
}

// isShortWord reports the two-letter words that an editor may put in brackets.
func isShortWord(w string) bool {
	switch w {
	case "ad", "am", "an", "as", "at", "be", "by", "do":
		return true
	}
	return false
}

// letterNumber is the place of a letter label in its list: a = 1, z = 26, aa = 27; of a Roman numeral its value.
// A single "i", "v" or "x" counts as a letter.
func letterNumber(w string) int {
	if n := greekLetter(w); n > 0 {
		return n
	}
	w = strings.ToLower(w)
	if len(w) == 1 {
		return int(w[0]-'a') + 1
	}
	if strings.Trim(w, "ivx") == "" {
		n, before := 0, 0
		for i := len(w) - 1; i >= 0; i-- {
			v := map[byte]int{'i': 1, 'v': 5, 'x': 10}[w[i]]
			if v < before {
				v = -v
			} else {
				before = v
			}
			n += v
		}
		return max(n, 1)
	}
	return (int(w[0]-'a')+1)*26 + int(w[1]-'a') + 1
}

// sticks reports whether the bracket [start, end) is set as a mark and not as a word: right behind something,
// or at the head of a sentence; and not grown together with the word behind it.
func (s *markScanner) sticks(start, end int) bool {
	next, _ := utf8.DecodeRuneInString(s.text[end:])
	if end < len(s.text) && unicode.IsLetter(next) {
		return false
	}
	if start > 0 && !isMarkBlank(s.text[start-1]) && s.text[start-1] != '\n' {
		before, _ := utf8.DecodeLastRuneInString(s.text[:start])
		return !strings.ContainsRune("([{“‘«\"'-–—/", before)
	}
	after := skipMarkBlanks(s.text, end)
	head := strings.TrimRight(s.text[max(0, start-maxMarkBytes):start], " \t")
	opens := head == "" || strings.HasSuffix(head, "\n") || strings.HasSuffix(head, ".") || strings.HasSuffix(head, "]")
	if after == len(s.text) {
		return true
	}
	next, _ = utf8.DecodeRuneInString(s.text[after:])
	return opens && !unicode.IsLower(next)
}

func isMarkBlank(c byte) bool { return c == ' ' || c == '\t' }

func isLabelWord(w string) bool {
	for i := 0; i < len(w); i++ {
		c := w[i]
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != '-' {
			return false
		}
	}
	return w != ""
}
