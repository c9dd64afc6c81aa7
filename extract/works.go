package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
)

// worksOf tells of each block whether it is a list item that names a work, or one of a section whose items mostly do: a bibliography,
// whatever its heading says. The period in the title of a book is its subject, the year behind it that of the edition: neither tells an event.
func worksOf(a *sinosoviet.Article) []bool {
	items, works := make([]int, len(a.Sections)), make([]int, len(a.Sections))
	out := make([]bool, len(a.Blocks))
	for i, b := range a.Blocks {
		if b.Kind != sinosoviet.BlockItem || b.Section >= len(items) {
			continue
		}
		items[b.Section]++
		if out[i] = isWork(a, b); out[i] {
			works[b.Section]++
		}
	}
	for i, b := range a.Blocks {
		if n := b.Section; b.Kind == sinosoviet.BlockItem && n < len(items) && works[n] >= 3 && 2*works[n] >= items[n] {
			out[i] = true
		}
	}
	return out
}

// catalogued are the numbers by which libraries and shops know a work.
var catalogued = [...]string{"ISBN", "ISSN", "OCLC", "ASIN", "LCCN", "doi:", "JSTOR"}

// publishers are words in the names of those who publish.
var publishers = [...]string{" Press", " Publishers", " Publishing", " Publications", " Books", " Verlag", " Editions", " Éditions", "Publisher:"}

// isWork reports whether a list item names a work: it has a catalogue number, begins with an author turned round and a title, is
// nothing but a title in italics and a year, or has a title in italics and a publisher.
func isWork(a *sinosoviet.Article, b sinosoviet.Block) bool {
	text := a.Text.String()[b.TextSpan.Start:b.TextSpan.End]
	for _, mark := range catalogued {
		if strings.Contains(text, mark) {
			return true
		}
	}
	src := a.Source.Slice(b.Span)
	title := strings.Index(src, "''")
	for _, quote := range [...]string{"\"", "“"} {
		if at := strings.Index(src, quote); at >= 0 && (title < 0 || at < title) {
			title = at
		}
	}
	if title < 0 {
		return false
	}
	if isAuthor(strings.TrimLeft(src[:title], "*#: ")) || isDatedTitle(src) {
		return true
	}
	for _, p := range publishers {
		if strings.Contains(text, p) && strings.Contains(src, "''") {
			return true
		}
	}
	return false
}

// isDatedTitle reports whether the source of a list item is a year and a title in italics, in either order, with no more than a remark in
// parentheses or a template behind them: "1916 ”The Burning Wheel”", "”Solaris” (1972)".
func isDatedTitle(src string) bool {
	src = strings.TrimLeft(src, "*#: ")
	s := strings.TrimLeft(skipYear(src), " :,–—-")
	first := len(skipYear(src)) < len(src)
	if !strings.HasPrefix(s, "''") || strings.HasPrefix(s, "'''") {
		return false
	}
	end := strings.Index(s[2:], "''")
	if end < 0 {
		return false
	}
	rest := strings.TrimLeft(s[2+end+2:], " ,")
	if first {
		return rest == "" || rest[0] == '(' || strings.HasPrefix(rest, "{{")
	}
	behind := skipYear(rest)
	return len(behind) < len(rest) && strings.TrimSpace(behind) == ""
}

// skipYear is s behind a year of four digits it begins with, in parentheses or not; s itself when there is none.
func skipYear(s string) string {
	t := strings.TrimPrefix(s, "(")
	for i := range 4 {
		if i >= len(t) || t[i] < '0' || t[i] > '9' {
			return s
		}
	}
	if t = t[4:]; len(t)+4 < len(s) {
		if !strings.HasPrefix(t, ")") {
			return s
		}
		t = t[1:]
	}
	if t != "" && t[0] >= '0' && t[0] <= '9' {
		return s
	}
	return t
}

// isAuthor reports whether the words before a title are an author with the surname in front: "Wood, W. J. ".
func isAuthor(s string) bool {
	if i := strings.LastIndexByte(s, '|'); i >= 0 && strings.HasPrefix(s, "[[") {
		s = s[i+1:]
	}
	s = strings.TrimRight(strings.TrimLeft(s, "["), " '")
	surname, rest, ok := strings.Cut(s, ",")
	first, _ := utf8.DecodeRuneInString(surname)
	if !ok || len(rest) == 0 || len(rest) > 80 || !unicode.IsUpper(first) || strings.Count(surname, " ") > 2 {
		return false
	}
	given, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
	switch rest[len(rest)-1] {
	case '.', ',', ')', ':':
		return unicode.IsUpper(given)
	}
	return false
}
