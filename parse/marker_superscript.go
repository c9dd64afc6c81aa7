package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
)

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
	if end == i || n == 0 || n > s.last || superscriptGoesOn(s.text, end) || !s.afterWord(i, n) {
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

// afterWord reports whether what stands before i can carry note n: closing punctuation, or a lower-case word of four
// letters and more that is not a unit of measure. What stands in brackets may be raised to a power, "(a + b)²"; hardly to the tenth, and
// no word or year is.
func (s *markScanner) afterWord(i, n int) bool {
	before, size := utf8.DecodeLastRuneInString(s.text[:i])
	if strings.ContainsRune(".,;:!?”’\"»", before) && size > 0 {
		return true
	}
	if before == ')' {
		end := i - 1
		start := end
		for start > 0 && end-start < 4 && isAlphanumeric(s.text[start-1]) {
			start--
		}
		return n >= 10 || end-start >= 4
	}
	start := i
	for start > 0 && i-start < 24 && s.text[start-1] >= 'a' && s.text[start-1] <= 'z' {
		start--
	}
	return i-start >= 4 && !isMarkUnit(s.text[start:i])
}

func isAlphanumeric(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
