package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
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
	out  []sinosoviet.Marker // of the bracket just read; reused
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
		if !isNoteLetter(word) || !s.sticks(start, end) || apart && word[0] <= 'Z' {
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
	if !isNoteGroup(strings.ToLower(word)) && (isLabelMonth(word) || start == 0 || isMarkBlank(s.text[start-1])) {
		return false
	}
	s.out = append(s.out, sinosoviet.Marker{Kind: sinosoviet.MarkerNote, Label: inner, Number: n})
	return true
}

// isNoteLetter reports the letters that number notes: "a" to "z", "aa" to "zz", Roman numerals, "A" to "Z".
func isNoteLetter(w string) bool {
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

// markerPages reads what the page shows behind a mark for {{Rp}}: ": 26", ":26–28, 31", ": xii". It returns
// the pages as printed and the end, or "" and i.
func markerPages(text string, i int) (pages string, end int) {
	at := skipMarkBlanks(text, i)
	if at >= len(text) || text[at] != ':' || at-i > 3 {
		return "", i
	}
	start := skipMarkBlanks(text, at+1)
	end, n := pageItem(text, start)
	if end == start {
		return "", i
	}
	for {
		comma := skipMarkBlanks(text, end)
		if comma >= len(text) || text[comma] != ',' && text[comma] != ';' {
			return text[start:end], end
		}
		from := skipMarkBlanks(text, comma+1)
		to, m := pageItem(text, from)
		if to == from || m <= n || m > n+1000 || !closesPages(text, to) {
			return text[start:end], end
		}
		end, n = to, m
	}
}

// pageItem reads one page or range of pages: "26", "26–28", "26n", "A4", "xii–xv", "ch. 3", "§ 5". n is the
// first number, for telling a list of pages from other figures.
func pageItem(text string, i int) (end, n int) {
	at := skipPagePrefix(text, i)
	end, n = pageNumber(text, at)
	if end == at {
		return i, 0
	}
	for at > i && end+1 < len(text) && text[end] == '.' && text[end+1] >= '0' && text[end+1] <= '9' { // "ch. 9.2"
		_, end = markDigits(text, end+1)
	}
	if size := pageDash(text, end); size > 0 {
		if to, _ := pageNumber(text, end+size); to > end+size {
			end = to
		}
	}
	if to := pageSection(text, end); to > 0 {
		end = to
	}
	return end, n
}

// pageSection is the end of a section's number behind a page, "215 § 4", or 0.
func pageSection(text string, i int) int {
	at := skipMarkBlanks(text, i)
	for _, sign := range [...]string{"§", "¶"} {
		if strings.HasPrefix(text[at:], sign) {
			from := skipMarkBlanks(text, at+len(sign))
			if to, _ := pageNumber(text, from); to > from {
				return to
			}
		}
	}
	return 0
}

func pageDash(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	return markDash(text, i)
}

// skipPagePrefix passes over "p.", "pp.", "ch.", "§" and the like.
func skipPagePrefix(text string, i int) int {
	for _, p := range pagePrefixes {
		if strings.HasPrefix(text[i:], p) && !letterFollows(text, i+len(p)) {
			return skipMarkBlanks(text, i+len(p))
		}
	}
	return i
}

// pagePrefixes are written before a page or a part in {{Rp}}, the longer first.
var pagePrefixes = [...]string{"pp.", "pp", "p.", "chapters", "chapter", "Chapter", "chap.", "ch.", "Ch.", "ch", "Ch", "sec.", "fig.", "Fig.", "bk.", "Book", "book", "no.", "line", "lines", "col.", "loc.", "vol.", "par.", "fn.", "n.", "§§", "§", "¶"}

// pageNumber reads "26", "26n", "26ff", "A4", "xii".
func pageNumber(text string, i int) (end, n int) {
	at := i
	if at+1 < len(text) && text[at] >= 'A' && text[at] <= 'Z' && text[at+1] >= '0' && text[at+1] <= '9' {
		at++ // a section of a newspaper
	}
	n, end = markDigits(text, at)
	if end > at {
		for _, suffix := range [...]string{"ff", "f", "n", "a", "b"} {
			if strings.HasPrefix(text[end:], suffix) && !letterFollows(text, end+len(suffix)) {
				return end + len(suffix), n
			}
		}
		if letterFollows(text, end) {
			return i, 0 // "1st", "20th": a word
		}
		return end, n
	}
	for end = i; end < len(text) && strings.IndexByte("ivxlc", text[end]) >= 0; end++ {
	}
	if end == i || letterFollows(text, end) {
		return i, 0
	}
	return end, 1
}

func letterFollows(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

// closesPages reports whether a list of pages may end at i: what follows is no running text that would make the last
// figure part of itself ("[4]: 26, 31 soldiers").
func closesPages(text string, i int) bool {
	at := skipMarkBlanks(text, i)
	if at >= len(text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return !unicode.IsLower(r) && !unicode.IsDigit(r)
}

// superscript reads a note printed as superscript digits. They are also exponents ("km²", "10⁶"): a note
// stands behind punctuation or behind a word that is no unit.
func (s *markScanner) superscript(i int) ([]sinosoviet.Marker, int) {
	n, end := 0, i
	for end < len(s.text) && n < 10000 {
		r, size := utf8.DecodeRuneInString(s.text[end:])
		d := superscriptDigit(r)
		if d < 0 {
			break
		}
		n, end = n*10+d, end+size
	}
	if end == i || n == 0 || n > s.last || superscriptGoesOn(s.text, end) || !s.afterWord(i) {
		return nil, i
	}
	s.out = append(s.out, sinosoviet.Marker{Kind: sinosoviet.MarkerReference, Number: n, Text: s.text[i:end], Span: sinosoviet.Span{Start: i, End: end}})
	return s.out, end
}

// superscriptStart is where the superscript digits that end the text start; the text's last byte when there are none.
func superscriptStart(text string) int {
	at := len(text)
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if superscriptDigit(r) < 0 {
			break
		}
		at -= size
	}
	return min(at, len(text)-1)
}

// superscriptGoesOn reports whether a superscript that is no digit follows: "10⁻³", "ⁿ".
func superscriptGoesOn(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r >= '⁺' && r <= 'ⁿ' || superscriptDigit(r) >= 0
}

func superscriptDigit(r rune) int {
	switch {
	case r == '¹':
		return 1
	case r == '²', r == '³':
		return int(r-'²') + 2
	case r == '⁰', r >= '⁴' && r <= '⁹':
		return int(r - '⁰')
	}
	return -1
}

// afterWord reports whether what stands before i can carry a note: closing punctuation, or a lower-case word of four
// letters and more that is not a unit of measure.
func (s *markScanner) afterWord(i int) bool {
	before, size := utf8.DecodeLastRuneInString(s.text[:i])
	if strings.ContainsRune(".,;:!?”’\"»", before) && size > 0 {
		return true
	}
	start := i
	for start > 0 && i-start < 24 && s.text[start-1] >= 'a' && s.text[start-1] <= 'z' {
		start--
	}
	return i-start >= 4 && !isMarkUnit(s.text[start:i])
}
