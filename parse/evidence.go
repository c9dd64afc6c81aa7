package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// evidence is something that speaks for or against a line of a flattened text being a heading. Each is worth a
// number of points; a line whose points add up to more than nothing is a heading. No evidence asks for the words of a
// subject: what counts is shape, what stands before and behind, and the names that end sections have on
// every page (see [isEndMatter]).
type evidence uint8

const (
	evAny evidence = iota // every candidate has it

	// The line itself.
	evEndMatter    // "References", "See also" …
	evEndWord      // not one of these names, but one of their words: "Primary sources consulted"
	evLen25        // at most 25 bytes
	evLen45        // 26 to 45 bytes
	evLen70        // 46 to 70 bytes
	evLong         // longer
	evLongWrapped  // longer than 50 bytes, in a text with hard line breaks
	evManyWords    // more than 6
	evWordy        // more than 12
	evStop         // ends with a full stop
	evPause        // ends with a comma or semicolon
	evColon        // ends with a colon
	evLower        // starts in lower case
	evOpens        // starts with a quotation mark or bracket
	evNumber       // starts with a number that is no year
	evYear         // starts with a year, decade or century
	evYearColon    // starts so and has a colon: "1986–1993: Breakthrough"
	evVerb         // has a verb of the kind that sentences have
	evInnerStop    // has the end of a sentence inside
	evInnerColon   // has a colon inside
	evCommaYear    // ends with a comma and a year: "Border conflict, 1969"
	evList         // "this, that and the other"
	evComma        // another comma
	evCommas       // several
	evYearBrackets // "(1999)"
	evPages        // "p. 12"
	evBookNumber   // ISBN, ISSN, DOI
	evDangling     // ends with an article, a preposition or such a verb
	evNoLetter     // has no letter
	evLowerWords   // four content words in lower case or more
	evCitation     // has a citation on it
	evTemplate     // has another template on it
	evFormula      // has a formula or code on it
	evSymbols      // has signs of formulas or code in it

	// What stands before.
	evAfterParagraph // a line that ends as sentences do
	evAfterOpen      // a line that does not
	evAfterWrapped   // such a line, with a hard line break
	evAfterLike      // another line that could be a heading
	evAfterHatnote
	evAfterNotice
	evAfterFile
	evAfterTable
	evAfterItem
	evAfterFormula
	evAfterCitation
	evAfterTemplate

	// What stands behind.
	evBeforeLong      // a long line
	evBeforeMiddling  // one of middling length
	evBeforeShort     // a short one that ends as sentences do
	evBeforeLike      // another line that could be a heading
	evBeforeLower     // a line that starts in lower case: this one goes on in it
	evBeforeHatnote   // {{main}}, {{see also}}
	evBeforeNotice    // {{unreferenced section}}
	evBeforeFile      // an image
	evBeforeTable     // a table
	evBeforeItem      // a list
	evBeforeFormula   // a formula
	evBeforeCitation  // a citation that is a line of its own
	evBeforeTemplate  // another template
	evBeforeNothing   // the end of the text
	evLaterLong       // a long line, behind images and notices
	evLaterItem       // a list, behind images and notices
	evSharedWord      // a content word of it comes in the next paragraph
	evSharedAll       // all of them do
	evSharedHatnote   // one comes in the hatnote below
	evBetweenItems    // between lines of lists
	evInColumns       // in a list in columns, whose labels look like headings
	evRunOfThree      // one of three such lines in a row
	evRunOfMany       // one of more
	evBehindEndMatter // stands behind "References" and the like without being one of them
	numEvidence
)

// points are tenths of log-odds: a logistic regression on flattened articles with known headings, checked on
// articles it had not seen, rounded; some were drawn towards nothing by hand where the articles had few cases.
var points = [numEvidence]int{
	evAny: 7, evEndMatter: 27, evEndWord: 18, evLen25: 6, evLen45: 7, evLen70: 10, evLong: -7, evLongWrapped: -9,
	evManyWords: -6, evWordy: -7, evStop: -39, evPause: -30, evColon: -48, evLower: -26, evOpens: -8, evNumber: -25, evYear: 14,
	evYearColon: 15, evVerb: -11, evInnerStop: -12, evInnerColon: -10, evCommaYear: 11, evList: -2, evComma: -22,
	evCommas: -12, evYearBrackets: -5, evPages: -28, evBookNumber: -25, evDangling: -14, evNoLetter: -20, evLowerWords: -10,
	evCitation: -17, evTemplate: -24, evFormula: -17, evSymbols: -43,
	evAfterParagraph: 7, evAfterOpen: 7, evAfterWrapped: -10, evAfterLike: -1, evAfterHatnote: 5, evAfterNotice: 9, evAfterFile: 20,
	evAfterTable: 22, evAfterItem: 2, evAfterFormula: -16, evAfterCitation: -4, evAfterTemplate: 1,
	evBeforeLong: 9, evBeforeMiddling: 4, evBeforeShort: -8, evBeforeLike: 2, evBeforeLower: -26, evBeforeHatnote: 19,
	evBeforeNotice: 21, evBeforeFile: 16, evBeforeTable: 22, evBeforeItem: -4, evBeforeFormula: -14, evBeforeCitation: -2,
	evBeforeTemplate: 5, evBeforeNothing: -4, evLaterLong: 20, evLaterItem: 7, evSharedWord: 3, evSharedAll: -2,
	evSharedHatnote: 12, evBetweenItems: -4, evInColumns: -20, evRunOfThree: -4, evRunOfMany: -34, evBehindEndMatter: -23,
}

// maxHeading is the length in bytes of the longest line that may be a heading.
const maxHeading = 110

// score adds up the evidence.
type score int

func (s *score) add(e evidence, has bool) {
	if has {
		*s += score(points[e])
	}
}

// shape is what one pass over the words of a line tells.
type shape struct {
	words      int
	lowerWords int  // content words that start in lower case
	verb       bool // some word is a verb of sentences
	dangling   bool // the last word is a function word
	endWord    bool // some word is one of the names of end matter
	letter     bool // there is a letter
}

func shapeOf(line string) (s shape) {
	for w := range lineWords(line) {
		s.words++
		r, _ := utf8.DecodeRuneInString(w)
		function, verb := isFunctionWord(w), isSentenceVerb(w)
		s.verb = s.verb || verb
		s.dangling = function || verb
		s.endWord = s.endWord || isEndWord(w)
		s.letter = s.letter || strings.ContainsFunc(w, unicode.IsLetter)
		if !function && unicode.IsLower(r) {
			s.lowerWords++
		}
	}
	return s
}

// lineWords yields the words of a line: letters and digits, with apostrophes, hyphens and periods inside.
func lineWords(line string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for i := 0; i < len(line); {
			r, n := utf8.DecodeRuneInString(line[i:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				i += n
				continue
			}
			end := wordEnd(line, i)
			if !yield(line[i:end]) {
				return
			}
			i = end
		}
	}
}

func wordEnd(line string, i int) int {
	for i < len(line) {
		r, n := utf8.DecodeRuneInString(line[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			i += n
			continue
		}
		if r != '\'' && r != '’' && r != '-' && r != '–' && r != '.' {
			return i
		}
		next, _ := utf8.DecodeRuneInString(line[i+n:])
		if !unicode.IsLetter(next) && !unicode.IsDigit(next) {
			return i
		}
		i += n
	}
	return i
}

// ofLine adds what the line itself tells.
func (s *score) ofLine(line string, wrapped bool) {
	sh := shapeOf(line)
	name := isEndMatter(line)
	s.add(evAny, true)
	s.add(evEndMatter, name)
	s.add(evEndWord, !name && sh.endWord)
	s.ofLength(len(line), sh.words, wrapped)
	s.ofEnd(line, sh)
	year := startsWithYear(line)
	first, _ := utf8.DecodeRuneInString(line)
	colon := strings.Contains(line[:len(line)-1], ":")
	s.add(evLower, unicode.IsLower(first))
	s.add(evOpens, strings.ContainsRune("\"'“‘([", first))
	s.add(evNumber, !year && first >= '0' && first <= '9')
	s.add(evYear, year)
	s.add(evYearColon, year && colon)
	s.add(evInnerColon, !year && colon)
	s.add(evVerb, sh.verb)
	s.add(evLowerWords, sh.lowerWords >= 4)
	s.add(evNoLetter, !sh.letter)
	s.add(evInnerStop, hasInnerStop(line))
	s.add(evYearBrackets, hasYearInBrackets(line))
	s.add(evPages, hasPages(line))
	s.add(evBookNumber, strings.Contains(line, "ISBN") || strings.Contains(line, "ISSN") || strings.Contains(line, "doi"))
	s.add(evSymbols, strings.ContainsAny(line, "=+<>{}\\^~→←×∈"))
	s.ofCommas(line)
}

func (s *score) ofLength(n, words int, wrapped bool) {
	s.add(evLen25, n <= 25)
	s.add(evLen45, n > 25 && n <= 45)
	s.add(evLen70, n > 45 && n <= 70 && !wrapped)
	s.add(evLong, n > 70 && !wrapped)
	s.add(evLongWrapped, n > 50 && wrapped)
	s.add(evManyWords, words > 6)
	s.add(evWordy, words > 12)
}

func (s *score) ofEnd(line string, sh shape) {
	switch lastStop(line) {
	case '.':
		s.add(evStop, true)
	case ',', ';':
		s.add(evPause, true)
	case ':':
		s.add(evColon, true)
	}
	s.add(evDangling, sh.dangling)
}

// ofCommas tells lists ("the war, the peace and the alliance") and dates ("Conflict, 1929") from other commas.
func (s *score) ofCommas(line string) {
	if i := commaYear(line); i >= 0 {
		s.add(evCommaYear, true)
		line = line[:i]
	}
	n := strings.Count(line, ",")
	if n == 0 {
		return
	}
	rest := line[strings.IndexByte(line, ','):]
	list := n < 4 && (strings.Contains(rest, " and ") || strings.Contains(rest, " or ") || strings.Contains(rest, " & "))
	s.add(evList, list)
	s.add(evComma, !list && n == 1)
	s.add(evCommas, !list && n > 1)
}

// commaYear is the offset of the comma in front of a year of four digits, or -1.
func commaYear(line string) int {
	for i := 0; ; {
		j := strings.Index(line[i:], ", ")
		if j < 0 {
			return -1
		}
		i += j
		rest := strings.TrimPrefix(line[i+2:], "c. ")
		if digitsAt(rest, 0) == 4 {
			return i
		}
		i += 2
	}
}

// digitsAt is the number of ASCII digits from i on.
func digitsAt(s string, i int) int {
	n := 0
	for i+n < len(s) && s[i+n] >= '0' && s[i+n] <= '9' {
		n++
	}
	return n
}

// startsWithYear reports a year ("1949", "c. 1900"), a decade ("1930s"), or an ordinal of a century ("20th").
func startsWithYear(line string) bool {
	line = strings.TrimPrefix(strings.TrimPrefix(line, "c."), " ")
	n := digitsAt(line, 0)
	rest := line[n:]
	switch {
	case n == 3 || n == 4:
		r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(rest, "s"))
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	case n == 1 || n == 2:
		for _, o := range [...]string{"st ", "nd ", "rd ", "th ", "st-", "nd-", "rd-", "th-", "st–", "nd–", "rd–", "th–"} {
			if strings.HasPrefix(rest, o) {
				return true
			}
		}
	}
	return false
}

// lastStop is the last character of the line, without closing quotation marks and brackets, when it is ASCII.
func lastStop(line string) byte {
	for line != "" {
		switch c := line[len(line)-1]; {
		case c == '"' || c == '\'' || c == ')' || c == ']' || c == ' ':
			line = line[:len(line)-1]
		case strings.HasSuffix(line, "”") || strings.HasSuffix(line, "’"):
			line = line[:len(line)-len("”")]
		default:
			return c
		}
	}
	return 0
}

// isTerminated reports a line that ends as sentences do.
func isTerminated(line string) bool {
	switch lastStop(line) {
	case '.', '!', '?', ';', ':':
		return true
	}
	return strings.HasSuffix(line, "…") || strings.HasSuffix(line, "。")
}

// hasInnerStop reports three letters, a stop, and a capital behind it.
func hasInnerStop(line string) bool {
	for i := 3; i+1 < len(line); i++ {
		switch line[i] {
		case '.', '!', '?', ';':
			rest := strings.TrimLeft(line[i+1:], " ")
			if isLowerASCII(line[i-1]) && isLowerASCII(line[i-2]) && rest != "" && (rest[0] >= 'A' && rest[0] <= 'Z' || rest[0] == '(') {
				return true
			}
		}
	}
	return false
}

func isLowerASCII(c byte) bool { return c >= 'a' && c <= 'z' || c == ')' }

// hasYearInBrackets reports "(1999" that is no range.
func hasYearInBrackets(line string) bool {
	i := strings.IndexByte(line, '(')
	if i < 0 || digitsAt(line, i+1) != 4 {
		return false
	}
	rest := strings.TrimLeft(line[i+5:], " ")
	return !strings.HasPrefix(rest, "–") && !strings.HasPrefix(rest, "-")
}

// hasPages reports "p. 12", "pp. 3" or "p 4".
func hasPages(line string) bool {
	for i := 0; i < len(line); i++ {
		if line[i] != 'p' || i > 0 && line[i-1] != ' ' && line[i-1] != '(' {
			continue
		}
		rest := strings.TrimPrefix(strings.TrimPrefix(line[i+1:], "p"), ".")
		if digitsAt(strings.TrimPrefix(rest, " "), 0) > 0 {
			return true
		}
	}
	return false
}
