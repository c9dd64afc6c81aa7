package parse

import (
	"html"
	"strings"
	"unicode/utf8"
)

// decodeEntity is the character of a reference "&…;", or the reference itself when it is none.
func decodeEntity(s string) string {
	switch s {
	case "&nbsp;":
		return "\u00a0"
	case "&ndash;":
		return "–"
	case "&mdash;":
		return "—"
	case "&amp;":
		return "&"
	case "&lt;":
		return "<"
	case "&gt;":
		return ">"
	case "&רלמ;", "&رلم;":
		return "\u200f" // MediaWiki's own
	}
	if strings.HasPrefix(s, "&#") {
		return decodeNumber(s)
	}
	c := html.UnescapeString(s)
	if strings.HasSuffix(c, ";") && s != "&semi;" {
		return s // only a part of the name is one, as in "&ampamp;"
	}
	return c
}

// decodeNumber is the character of a numeric reference. Like MediaWiki (Sanitizer::validateCodepoint) it lets
// references to control characters and to no character stand.
func decodeNumber(s string) string {
	n, digits := 0, s[2:len(s)-1]
	base := 10
	if digits != "" && digits[0]|0x20 == 'x' {
		base, digits = 16, digits[1:]
	}
	for i := range len(digits) {
		c := digits[i]
		switch {
		case c >= '0' && c <= '9':
			n = n*base + int(c-'0')
		case base == 16 && isHex(c):
			n = n*base + int(c|0x20-'a') + 10
		default:
			return s
		}
		if n > 0x10ffff {
			return s
		}
	}
	if digits == "" || n < ' ' && n != '\t' && n != '\n' || n >= 0x7f && n < 0xa0 || n >= 0xd800 && n < 0xe000 || n&^1 == 0xfffe {
		return s
	}
	return string(rune(n))
}

// isNoncharacter reports one of the two code points at the end of each of Unicode's planes: no text has them and nothing shows them.
func isNoncharacter(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && r&0xfffe == 0xfffe
}

// decodeEntities decodes all references in s.
func decodeEntities(s string) string {
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s
	}
	var b strings.Builder
	for {
		b.WriteString(s[:i])
		s = s[i:]
		if n := entityLen(s); n > 0 {
			b.WriteString(decodeEntity(s[:n]))
			s = s[n:]
		} else {
			b.WriteByte('&')
			s = s[1:]
		}
		if i = strings.IndexByte(s, '&'); i < 0 {
			b.WriteString(s)
			return b.String()
		}
	}
}

// entityLen is the length of the reference at the start of s, or 0.
func entityLen(s string) int {
	j := 1
	if j < len(s) && s[j] == '#' {
		j++
	}
	start := j
	for j < len(s) && j-start < 32 && (isWord(s[j]) || s[j] >= 0x80) {
		j++
	}
	if j == start || j >= len(s) || s[j] != ';' {
		return 0
	}
	return j + 1
}
