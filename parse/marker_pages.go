package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markerPages reads what the page shows behind a mark for {{Rp}}: ": 26", ":26–28, 31", ": xii". It returns
// the pages as printed and the end, or "" and i.
func markerPages(text string, i int) (pages string, end int) {
	if strings.HasPrefix(text[i:], "(p") { // as some skins set it: "[4](p. 26)", "[4](pp26–28)"
		start := i + 1
		if end, _ := pageItem(text, start); end > start+1 && end < len(text) && text[end] == ')' {
			return text[start:end], end + 1
		}
	}
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
		if to == from || m <= n || m > n+1000 || !closesPages(text, to) && !hasSection(text[from:to]) {
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

// hasSection reports whether a page has a section's number: no figure of running text has.
func hasSection(page string) bool {
	return strings.Contains(page, "§") || strings.Contains(page, "¶")
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
