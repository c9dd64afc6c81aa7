package parse

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// validTarget reports whether what stands before the pipe of a link can be a title (MediaWiki's title rules). What
// holds a template may become one.
func (s *Site) validTarget(target string) bool {
	blank, odd := true, false
	for i := 0; i < len(target); i++ {
		switch target[i] {
		case '[', ']', '\n', '>', '{', '}', '<', '%', '&', '~', '#':
			odd = true
		case '.':
			odd = odd || i == 0 || target[i-1] == '/' || target[i-1] == ':'
		case ' ', '_', '\t':
			continue
		case ':':
			odd = odd || i == len(target)-1
		}
		blank = false
	}
	return !blank && (!odd && len(target) < 256 || s.validOdd(target))
}

// validOdd looks closer at a target that has uncommon characters.
func (s *Site) validOdd(target string) bool {
	if strings.Contains(target, "{{") {
		return strings.Contains(target, "}}")
	}
	target = cs1.WithoutComments(target)
	if strings.ContainsAny(target, "[]{}<>\n") {
		return false
	}
	page, fragment, _ := strings.Cut(decodeTitle(target), "#")
	page = strings.Trim(page, " _\t")
	switch {
	case !utf8.ValidString(page) && utf8.ValidString(target):
		return false
	case page == "":
		return fragment != "" || strings.ContainsRune(target, '#')
	case strings.ContainsAny(page, "[]{}<>|\x7f") || strings.Contains(page, "~~~") || len(page) > 255+32:
		return false
	case strings.HasSuffix(page, ":") && s.isNamespace(page[:len(page)-1]):
		return false
	}
	if ns, rest, ok := strings.Cut(page, ":"); ok && isRelative(rest) && (s.isNamespace(ns) || s.linkKind(page) == KindInterwiki) {
		return false
	}
	return !isRelative(page) && !hasEscape(page)
}

// isRelative reports whether a title has parts that look like a way through folders.
func isRelative(page string) bool {
	return page == "." || page == ".." || strings.HasPrefix(page, "./") || strings.HasPrefix(page, "../") ||
		strings.Contains(page, "/./") || strings.Contains(page, "/../") || strings.HasSuffix(page, "/.") || strings.HasSuffix(page, "/..")
}

// hasEscape reports whether a decoded title still has a percent escape or character reference, which no title may have.
func hasEscape(page string) bool {
	for i := 0; i+2 < len(page); i++ {
		switch page[i] {
		case '%':
			if isHex(page[i+1]) && isHex(page[i+2]) {
				return true
			}
		case '&':
			j := i + 1
			for j < len(page) && (isWord(page[j]) || page[j] >= 0x80) {
				j++
			}
			if j > i+1 && j < len(page) && page[j] == ';' {
				return true
			}
		}
	}
	return false
}

func isHex(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f' }

// decodeTitle is a link's target with percent escapes and character references decoded.
func decodeTitle(s string) string {
	if strings.IndexByte(s, '%') >= 0 {
		s = unescapePercent(s)
	}
	return decodeEntities(s)
}

// unescapePercent decodes %XX; what is no escape stays.
func unescapePercent(s string) string {
	if u, err := url.PathUnescape(s); err == nil {
		return u
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			u, _ := url.PathUnescape(s[i : i+3])
			b.WriteString(u)
			i += 2
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
