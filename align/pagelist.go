package align

import "unicode/utf8"

// samePages reports whether two lists of pages name the same ones, whatever the dashes, blanks and prefixes.
// An empty list names none and equals no other.
func samePages(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if a == b {
		return true
	}
	for {
		var x, y string
		x, a = pageToken(a)
		y, b = pageToken(b)
		if x != y {
			return false
		}
		if x == "" {
			return true
		}
	}
}

// pageKey is the same for lists that samePages holds equal.
func pageKey(s string) string {
	var key []byte
	for {
		var token string
		if token, s = pageToken(s); token == "" {
			return string(key)
		}
		key = append(append(key, token...), ' ')
	}
}

// pageToken cuts the next number or word off a list of pages. Dashes, commas and blanks separate; "p", "pp" and
// "page" say nothing.
func pageToken(s string) (token, rest string) {
	for {
		start := 0
		for start < len(s) && !isPageByte(s, start) {
			_, size := utf8.DecodeRuneInString(s[start:])
			start += size
		}
		end := start
		for end < len(s) && isPageByte(s, end) {
			end++
		}
		token, rest = s[start:end], s[end:]
		switch token {
		case "p", "pp", "page", "pages":
			s = rest
			continue
		}
		return token, rest
	}
}

func isPageByte(s string, i int) bool {
	c := s[i]
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
