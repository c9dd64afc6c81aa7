package parse

import (
	"strings"
)

// noticePhrase is how a page prints a hatnote or a box.
type noticePhrase struct {
	prefix, kind string
	targets      bool // what follows names pages
}

// noticePhrases are the fixed openings of hatnotes, maintenance boxes and attribution lines on a rendered
// page of the English Wikipedia. A line counts only when it is short or ends as such a line does.
var noticePhrases = [...]noticePhrase{
	{"Main article: ", "main", true},
	{"Main articles: ", "main", true},
	{"Main page: ", "main", true},
	{"See also: ", "see-also", true},
	{"Further information: ", "further", true},
	{"Further reading: ", "further", true},
	{"For other uses, see ", "about", true},
	{"For the ", "about", false},
	{"Not to be confused with ", "distinguish", true},
	{"This article is about ", "about", false},
	{"This section is about ", "about", false},
	{"This article needs additional citations", "citations-needed", false},
	{"This section needs additional citations", "citations-needed", false},
	{"This article does not cite any sources", "unreferenced", false},
	{"This section does not cite any sources", "unreferenced", false},
	{"This article includes a list of references", "citations-needed", false},
	{"From Wikipedia, the free encyclopedia", "attribution", false},
	{"Retrieved from \"", "attribution", false},
	{"Retrieved from http", "attribution", false},
	{"(Redirected from ", "redirected", true},
	{"Jump to navigation", "navigation", false},
	{"Jump to search", "navigation", false},
	{"This page was last edited on ", "attribution", false},
	{"Text is available under the Creative Commons", "attribution", false},
	{"Part of a series on", "navigation", false},
	{"Source: http", "attribution", false},
	{"Source: Wikipedia", "attribution", false},
	{"Coordinates: ", "coordinates", false},
}

// maxNoticeBytes is the length beyond which a line that opens like a hatnote is taken for prose.
const maxNoticeBytes = 400

// excerptNotice is the kind of a hatnote's or a box's line and the pages it names, or "".
func excerptNotice(line string) (kind string, targets []string) {
	if len(line) > maxNoticeBytes || line[0] >= 'a' && line[0] <= 'z' {
		return "", nil
	}
	for _, p := range noticePhrases {
		rest, ok := strings.CutPrefix(line, p.prefix)
		if !ok {
			continue
		}
		if p.kind == "about" && !p.targets && !strings.Contains(rest, ", see ") && !strings.HasPrefix(p.prefix, "This ") {
			return "", nil
		}
		if p.targets {
			targets = noticeTargets(rest)
		}
		return p.kind, targets
	}
	if strings.Contains(line, "redirects here. For ") {
		return "redirect", nil
	}
	return "", nil
}

// noticeTargets splits "A, B, and C." into names. A comma inside brackets is part of a name; "and" separates only what
// is left after the commas, so that "War and Peace" stays whole when commas are there.
func noticeTargets(s string) []string {
	s = strings.TrimSuffix(strings.TrimSpace(s), ".")
	s = strings.TrimSuffix(s, ")")
	if strings.Count(s, "(") > strings.Count(s, ")") {
		s += ")"
	}
	var names []string
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ',', ';':
			if depth == 0 && i+1 < len(s) && s[i+1] == ' ' {
				names = append(names, s[start:i])
				start = i + 2
			}
		}
	}
	last := s[start:]
	if rest, ok := strings.CutPrefix(last, "and "); ok {
		last = rest
	} else if a, b, ok := strings.Cut(last, " and "); ok && (len(names) > 0 || strings.Count(last, " and ") == 1) {
		names, last = append(names, a), b
	}
	names = append(names, last)
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
	}
	return names
}

// isExcerptEnd reports the headings of the sections that close a page.
func isExcerptEnd(heading string) bool {
	switch strings.ToLower(strings.TrimSpace(heading)) {
	case "see also", "references", "notes", "notes and references", "footnotes", "citations", "sources", "bibliography", "further reading",
		"external links", "works cited", "explanatory notes", "general references", "general and cited references", "cited sources", "primary sources", "secondary sources":
		return true
	}
	return false
}
