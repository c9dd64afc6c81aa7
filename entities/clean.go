package entities

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// cleaned is a sentence made fit for a recogniser, with the way back to the offsets of the original.
//
// A part-of-speech tagger for newspaper English stumbles on what articles have: forty thousand brackets in a
// row take it seconds, curly quotes hide names, "War." at the end is read as an abbreviation, "KMT–CCP" as one
// word. So runs are capped, overlong words cut, quotes straightened, dashes set off. Where that changes the number
// of bytes, a shift is noted.
type cleaned struct {
	text   string
	shifts []shift // in order; empty when offsets are the same
}

// shift says that from byte at of the cleaned text on, offsets lie by more bytes further on in the original.
type shift struct{ at, by int }

// original is the offset in the original of an offset in the cleaned text.
func (c cleaned) original(at int) int {
	i := sort.Search(len(c.shifts), func(i int) bool { return c.shifts[i].at > at })
	if i == 0 {
		return at
	}
	return at + c.shifts[i-1].by
}

const (
	maxRun  = 3   // how many of the same mark in a row are kept
	maxWord = 160 // bytes after which a word without blanks is cut
)

// clean makes a sentence fit. A sentence that needs nothing is returned as it is, without a copy.
func clean(s string) cleaned {
	if !needsCleaning(s) {
		return cleaned{text: s}
	}
	c := cleaner{src: s}
	c.out.Grow(len(s) + 16)
	for c.at < len(s) {
		c.step()
	}
	return cleaned{text: c.out.String(), shifts: c.shifts}
}

// needsCleaning is the quick check: only bytes that clean acts on.
func needsCleaning(s string) bool {
	word := 0
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b == ' ':
			if word = 0; i+1 < len(s) && s[i+1] == ' ' {
				return true
			}
			continue
		case b < ' ', b == 0xE2, b == 0xC2, b == 0xE3:
			return true
		case b == '.' && (falseAbbreviation(s[:i]) || i > 0 && s[i-1] == '.'):
			return true
		case i > 2 && b == s[i-1] && b == s[i-2] && isMark(b):
			return true
		}
		if word++; word > maxWord {
			return true
		}
	}
	return false
}

// isMark reports ASCII punctuation.
func isMark(b byte) bool {
	return b > ' ' && b < '0' || b > '9' && b < 'A' || b > 'Z' && b < 'a' || b > 'z' && b < 0x7F
}

// falseAbbreviation reports whether before ends in a word such as "War" or "Mao" that, with the full stop behind it,
// looks like an abbreviation of a title but is none.
func falseAbbreviation(before string) bool {
	n := len(before)
	i := n
	for i > 0 && n-i < 4 && (before[i-1]|0x20 >= 'a' && before[i-1]|0x20 <= 'z') {
		i--
	}
	word := before[i:]
	if len(word) < 2 || len(word) > 3 || word[0] > 'Z' || word[1] < 'a' || i > 0 && before[i-1] >= utf8.RuneSelf {
		return false
	}
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "St", "Ste", "Jr", "Sr", "Lt", "Col", "Gen", "Maj", "Cpt", "Sgt", "Adm", "Gov", "Sen", "Rep", "Rev", "Fr", "Hon", "Mt",
		"Ft", "Co", "Inc", "Ltd", "No", "Vol", "Pp", "Ed", "Eds", "Op", "Cf", "Ca", "Fig", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
		"Ave", "Rd", "Ph", "Bro", "Wm", "Geo", "Chs", "Th", "Yu", "Ju", "Ya":
		return false
	}
	return true
}

type cleaner struct {
	src    string
	at     int
	out    strings.Builder
	shifts []shift
	word   int  // bytes since the last blank
	last   byte // last mark written
	run    int  // how often in a row
}

// put writes p for n bytes of the source.
func (c *cleaner) put(p string, n int) {
	c.out.WriteString(p)
	c.at += n
	if len(p) != n {
		c.note()
	}
}

// note records the shift that holds from here on.
func (c *cleaner) note() {
	at, by := c.out.Len(), c.at-c.out.Len()
	if n := len(c.shifts); n > 0 && c.shifts[n-1].at == at {
		c.shifts[n-1].by = by
		return
	}
	c.shifts = append(c.shifts, shift{at, by})
}

// space writes a blank that the source does not have.
func (c *cleaner) space() {
	c.out.WriteByte(' ')
	c.note()
	c.word = 0
}

func (c *cleaner) step() {
	rest := c.src[c.at:]
	b := rest[0]
	if b <= ' ' || b == 0x7F {
		n := 1
		for n < len(rest) && (rest[n] <= ' ' || rest[n] == 0x7F) {
			n++
		}
		c.put(" ", n)
		c.word, c.run = 0, 0
		return
	}
	if c.word > maxWord && utf8.RuneStart(b) {
		c.space()
	}
	if b >= utf8.RuneSelf {
		c.wide(rest)
		return
	}
	if isMark(b) {
		if b == c.last {
			c.run++
		} else {
			c.last, c.run = b, 1
		}
		if c.run > maxRun {
			c.put("", 1)
			return
		}
		if b == '.' && falseAbbreviation(c.src[max(0, c.at-5):c.at]) {
			c.space()
		}
	} else {
		c.run = 0
	}
	c.put(rest[:1], 1)
	c.word++
}

// wide reads a character beyond ASCII.
func (c *cleaner) wide(rest string) {
	r, n := utf8.DecodeRuneInString(rest)
	c.run = 0
	switch r {
	case '‘', '’', '‛', '′':
		c.put("'", n)
	case '“', '”', '„', '‟', '″', '«', '»':
		c.put(`"`, n)
	case '–', '—', '―', '‒':
		if c.out.Len() > 0 {
			c.space()
		}
		c.put(rest[:n], n)
		c.space()
		return
	case '…':
		c.space()
		c.put(rest[:n], n)
		c.space()
		return
	case '\u00a0', '\u2009', '\u202f', '\u2002', '\u2003', '\u200a', '\u3000':
		c.put(" ", n)
		c.word = 0
		return
	default:
		c.put(rest[:n], n)
	}
	c.word += n
}
