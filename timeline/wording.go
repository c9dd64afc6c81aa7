package timeline

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wording is the content words of a text, hashed, in order: without function words, months, weekdays and years, folded to lower
// case and cut to a crude stem, so that a sentence edited lightly keeps most of them. Its words' hashes are compared, never the
// words: a clash of 32 bits can only make two texts look more alike by one word.
type wording []word

type word struct {
	hash   uint32
	name   bool // begins with a capital and does not open the text
	number bool
}

// readWords appends the content words of s.
func readWords(words wording, s string) wording {
	before := "" // the word read last
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		if !isWordRune(r) {
			i += n
			continue
		}
		if isIdeograph(r) {
			words = append(words, word{hash: hashString(s[i : i+n])})
			i += n
			continue
		}
		start := i
		for i += n; i < len(s); i += n {
			if r, n = rune(s[i]), 1; r >= utf8.RuneSelf {
				r, n = utf8.DecodeRuneInString(s[i:])
			}
			if !isWordRune(r) || isIdeograph(r) {
				break
			}
		}
		now := s[start:i]
		if w, ok := readWord(now, start == 0); ok {
			words = append(words, w)
		} else if len(now) <= 2 && isOrdinal(now, before, s[i:]) {
			words = append(words, word{hash: hashString(now), number: true})
		}
		before = now
	}
	return words
}

// isOrdinal reports whether a short number, or an "I" behind a name, tells which one of several is meant, as in "Army (2)" and "World War I", and
// is no day of a month: those are compared as dates.
func isOrdinal(now, before, behind string) bool {
	if now == "I" {
		return before != "" && 'A' <= before[0] && before[0] <= 'Z'
	}
	for i := range len(now) {
		if now[i] < '0' || now[i] > '9' {
			return false
		}
	}
	return !isMonth(before) && !isMonth(nextWord(behind))
}

// nextWord is the first word of s when nothing but a blank stands before it.
func nextWord(s string) string {
	if len(s) < 2 || s[0] != ' ' {
		return ""
	}
	s = s[1:]
	for i := range len(s) {
		if !isWordRune(rune(s[i])) {
			return s[:i]
		}
	}
	return s
}

// isMonth reports whether a word is the name of a month or its usual abbreviation.
func isMonth(s string) bool {
	if len(s) < 3 || s[0] < 'A' || s[0] > 'Z' {
		return false
	}
	switch s[:3] {
	case "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec":
		_, stop := stopWords[strings.ToLower(s)]
		return stop
	}
	return false
}

// readWord is one word, unless it carries nothing.
func readWord(s string, first bool) (w word, ok bool) {
	var folded [64]byte
	f := folded[:0]
	for i := 0; i < len(s) && len(f) <= len(folded)-utf8.UTFMax; {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		lower := r
		switch {
		case r >= utf8.RuneSelf:
			lower = unicode.ToLower(r)
		case 'A' <= r && r <= 'Z':
			lower = r + 'a' - 'A'
		}
		if i == 0 {
			w.name = lower != r && !first
			w.number = unicode.IsDigit(r)
		}
		f = utf8.AppendRune(f, lower)
		i += n
	}
	if w.number {
		if isDigits(f) && (len(f) == 4 || len(f) <= 2) { // years and days: dates are compared as dates
			return w, false
		}
		w.hash = hashBytes(f)
		return w, true
	}
	if _, stop := stopWords[string(f)]; stop || len(f) < 2 {
		return w, false
	}
	w.hash = hashBytes(stem(f))
	return w, true
}

func isDigits(f []byte) bool {
	for _, c := range f {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// stem cuts the commonest endings of English words; others stay as they are.
func stem(f []byte) []byte {
	for _, ending := range [...]string{"ing", "ed", "es", "s", "e"} {
		if n := len(f) - len(ending); n >= 4 && string(f[n:]) == ending {
			return f[:n]
		}
	}
	return f
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// isIdeograph reports scripts written without blanks between words, of which each letter counts as a word.
func isIdeograph(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

func hashString(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return mix(h)
}

func hashBytes(s []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range s {
		h = (h ^ uint32(c)) * 16777619
	}
	return mix(h)
}

// mix spreads a hash over all its bits.
func mix(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}

// hash is one number for the words in their order.
func (ws wording) hash() uint32 {
	h := uint32(len(ws))
	for _, w := range ws {
		h = bits.RotateLeft32(h, 5) ^ w.hash
		h *= 0x9e3779b1
	}
	return mix(h)
}

// overlap tells how two wordings share words.
type overlap struct {
	shared, onlyA, onlyB int  // words
	namesA, namesB       bool // what only one has includes a name or a number, on each side
}

// compare counts the words shared. Both have few words, so that a scan beats a table.
func (ws wording) compare(o wording) overlap {
	var v overlap
	var used [4]uint64 // words of o that are taken; beyond 256 a word may be taken twice
	for _, w := range ws {
		found := false
		for j := range o {
			if o[j].hash == w.hash && (j >= 256 || used[j/64]&(1<<(j%64)) == 0) {
				if j < 256 {
					used[j/64] |= 1 << (j % 64)
				}
				found = true
				break
			}
		}
		if found {
			v.shared++
			continue
		}
		v.onlyA++
		v.namesA = v.namesA || w.name || w.number
	}
	for j := range o {
		if j >= 256 {
			break
		}
		if used[j/64]&(1<<(j%64)) == 0 {
			v.onlyB++
			v.namesB = v.namesB || o[j].name || o[j].number
		}
	}
	return v
}

// jaccard is the share of words that both have of all words.
func (v overlap) jaccard() float64 {
	if v.shared == 0 {
		return 0
	}
	return float64(v.shared) / float64(v.shared+v.onlyA+v.onlyB)
}

// smaller is the share of the shorter one's words that the other has too.
func (v overlap) smaller() float64 {
	if v.shared == 0 {
		return 0
	}
	return float64(v.shared) / float64(v.shared+min(v.onlyA, v.onlyB))
}
