package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// startKind tells how a possible next sentence starts.
type startKind uint8

const (
	startsNot          startKind = iota // with something no sentence starts with
	startsCapital                       // a capital, or a letter of a script without case
	startsDigit                         // a digit or a currency sign
	startsBracketDigit                  // a bracket and a digit, as in "et al. (1999)"
)

// maxOpeners bounds how many opening quotation marks and brackets are passed over.
const maxOpeners = 8

// nextWord is the word a sentence starting at i would open with, behind quotation marks, brackets and dashes.
func nextWord(text string, i int) (word string, kind startKind) {
	bracket := false
	for range maxOpeners {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case n == 0:
			return "", startsNot
		case r == '(' || r == '[':
			bracket = true
		case isQuote(r) || r == '¿' || r == '¡':
		case r == '–' || r == '—':
			if i+n < len(text) && text[i+n] == ' ' {
				n++
			}
		case r >= '0' && r <= '9' || unicode.Is(unicode.Sc, r):
			if bracket {
				return "", startsBracketDigit
			}
			return "", startsDigit
		case unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.Is(unicode.Lo, r):
			return wordAt(text, i), startsCapital
		default:
			return "", startsNot
		}
		i += n
	}
	return "", startsNot
}

// maxWord bounds the words that are looked up; none of the tables has a longer one.
const maxWord = 24

// wordAt is the run of ASCII letters at i, cut at maxWord; a period right behind a single letter (an initial)
// belongs to it, so that "A." is not taken for the article.
func wordAt(text string, i int) string {
	j := i
	for j < len(text) && j-i < maxWord && isLetterByte(text[j]) {
		j++
	}
	if j == i+1 && j < len(text) && text[j] == '.' {
		j++
	}
	return text[i:j]
}

// wordBefore is the run of letters, digits and inner periods that ends at i, cut at maxWord; not beyond start.
func wordBefore(text string, start, i int) string {
	j := i
	for j > start && i-j < maxWord {
		r, n := utf8.DecodeLastRuneInString(text[start:j])
		if r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			break
		}
		j -= n
	}
	return strings.TrimLeft(text[j:i], ".")
}

// isInitial reports a single capital: "W" of "John W. Garver", or the digraphs of transcribed initials ("Yu").
func isInitial(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return n == len(w) && n > 0 && unicode.IsLetter(r)
}

// isDotted reports a dotted acronym without its last period: "U.S", "Ph.D", "J.R.R".
func isDotted(w string) bool {
	dots, piece := 0, 0
	for _, r := range w {
		switch {
		case r == '.':
			if piece == 0 {
				return false
			}
			dots++
			piece = 0
		case unicode.IsLetter(r):
			if piece++; piece > 2 {
				return false
			}
		default:
			return false
		}
	}
	return dots > 0 && piece > 0
}

// isRoman reports a Roman numeral in capitals, "I" included: what follows "vol." and "ch.".
func isRoman(w string) bool { return w != "" && strings.Trim(w, "IVXLCDM") == "" }

func isLetterByte(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func isSpaceByte(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func isQuote(r rune) bool {
	switch r {
	case '"', '\'', '“', '”', '‘', '’', '«', '»', '„', '‚', '‹', '›', '「', '『', '《':
		return true
	}
	return false
}

func isCloser(r rune) bool {
	switch r {
	case '"', '\'', '”', '’', '»', '›', ')', ']', '}', '」', '』', '》', '）':
		return true
	}
	return false
}

// skipSpace is the first offset from i on that is not white space.
func skipSpace(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' {
			break
		}
		i += n
	}
	return i
}

func trimRight(text string) string {
	return strings.TrimRightFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' })
}

// skipClosers passes over closing quotation marks and brackets right behind a stop.
func skipClosers(text string, i int) int {
	for range maxOpeners {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isCloser(r) {
			break
		}
		i += n
	}
	return i
}

// maxMark bounds the length of a mark such as "[4]" or "[citation needed]".
const maxMark = 24

// skipMarks passes over reference marks set right behind a stop: "[4]", "[a]", "[citation needed]".
func skipMarks(text string, i int) int {
	for i < len(text) && text[i] == '[' {
		end := strings.IndexByte(text[i:min(len(text), i+maxMark)], ']')
		if end < 2 {
			break
		}
		if inner := text[i+1 : i+end]; !isMark(inner) {
			break
		}
		i += end + 1
	}
	return i
}

// isMark reports a number, one or two lower-case letters, a group with a number ("note 1"), or words ending in "needed" or "?".
func isMark(s string) bool {
	if strings.HasSuffix(s, "needed") || strings.HasSuffix(s, "?") {
		return true
	}
	digits := strings.TrimLeft(s, "abcdefghijklmnopqrstuvwxyz ")
	if digits == "" {
		return len(s) <= 2
	}
	return strings.Trim(digits, "0123456789") == ""
}
