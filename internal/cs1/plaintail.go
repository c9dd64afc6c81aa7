package cs1

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tail reads what stands behind a title: the work it is part of, who edited it, volume and issue, publisher and place.
//
//	, in Studies, ed. J. Roe, vol. 3 (Oxford: Clarendon Press, 1990), pp. 1–20.
//	Journal of Things 21 (1): 121–132.
//	. Amherst, Massachusetts: University of Massachusetts Press, 1989.
func (p *plain) tail(s string) {
	p.numbers(s)
	p.credits(s)
	p.segments(s)
	if t := strings.TrimRight(s, ". "); p.c.Pages == "" { // "(New York: Penguin, 2005), 14."
		if i := strings.LastIndex(t, "), "); i >= 0 && pageRun(t[i+3:]) == len(t)-i-3 && len(t)-i-3 < 12 {
			p.c.Pages = t[i+3:]
		}
	}
}

// numbers takes "vol. 3", "no. 4" and "21(1): 121–132".
func (p *plain) numbers(s string) {
	c := p.c
	for i := 0; i < len(s); {
		if !isDigit(s[i]) {
			i++
			continue
		}
		start := i
		for i < len(s) && isDigit(s[i]) {
			i++
		}
		if start > 0 && (isLetter(s[start-1]) || s[start-1] == '/' || s[start-1] == '-' || s[start-1] == '.' || strings.HasSuffix(s[:start], "–")) || i-start > 4 {
			continue
		}
		rest := strings.TrimLeft(s[i:], " ")
		issue := ""
		if strings.HasPrefix(rest, "(") {
			j := strings.IndexByte(rest, ')')
			if j < 2 || j > 8 || !isDigit(rest[1]) || strings.Trim(rest[1:j], "0123456789-–/") != "" {
				continue
			}
			if issue = rest[1:j]; len(issue) == 4 && issue[0] != '0' && issue < "2100" && issue > "1500" {
				issue = "" // "30 (1999): 1–20"
			}
			rest = rest[j+1:]
		} else if rest == "" || rest[0] != ':' {
			continue
		}
		from := strings.TrimLeft(rest, ":, ")
		n := pageRun(from)
		if n == 0 || len(rest) == len(from) || n <= 2 && issue == "" || isYear(s[start:i]) && issue == "" {
			continue
		}
		if c.Volume == "" {
			c.Volume, c.Issue = s[start:i], issue
			if c.Pages == "" {
				c.Pages = strings.TrimRight(from[:n], ",. ")
			}
			p.score += 15
		}
		break
	}
	for _, w := range [...]struct {
		word string
		to   *string
	}{{"vol. ", &c.Volume}, {"volume ", &c.Volume}, {"no. ", &c.Issue}, {"no ", &c.Issue}, {"issue ", &c.Issue}} {
		if *w.to != "" {
			continue
		}
		if i := indexFold(s, w.word); i >= 0 && (i == 0 || !isLetter(s[i-1])) {
			rest := s[i+len(w.word):]
			n := 0
			for n < len(rest) && (isDigit(rest[n]) || strings.IndexByte("IVXLC", rest[n]) >= 0) {
				n++
			}
			if n > 0 && (n == len(rest) || !isLetter(rest[n])) {
				*w.to = rest[:n]
			}
		}
	}
}

// pageRun is the length of the pages at the start of s.
func pageRun(s string) int {
	end := 0
	for end < len(s) && (isDigit(s[end]) || s[end] == '-' || s[end] == 0xE2 && strings.HasPrefix(s[end:], "–") || end > 0 && (s[end] == 0x80 || s[end] == 0x93)) {
		end++
	}
	if end == 0 || !isDigit(s[0]) || end < len(s) && isLetter(s[end]) {
		return 0
	}
	return end
}

// indexFold is the place of a lower-case ASCII word in s, in any case, or -1.
func indexFold(s, word string) int {
	for i := 0; i+len(word) <= len(s); i++ {
		if s[i]|0x20 == word[0] && equalFold(s[i:i+len(word)], word) {
			return i
		}
	}
	return -1
}

// credits takes "edited by Jane Roe" and "translated by J. Roe".
func (p *plain) credits(s string) {
	if !credited(s) {
		return
	}
	for _, w := range [...][2]string{{"edited by ", "editor"}, {"ed. by ", "editor"}, {"eds. ", "editor"}, {"ed. ", "editor"}, {"translated by ", "translator"}, {"trans. by ", "translator"}, {"trans. ", "translator"}, {"by ", "author"}} {
		i := indexFold(s, w[0])
		if i < 0 || w[1] == "author" && (i > 2 || len(p.c.People) > 0) || i > 0 && isLetter(s[i-1]) {
			continue
		}
		rest := s[i+len(w[0]):]
		end := nameEnd(rest)
		if people := namesOf(rest[:end], w[1]); people != nil {
			p.c.People = append(p.c.People, people...)
			p.score += 10
		}
	}
}

// credited reports whether s has the end of one of the words that [plain.credits] looks for.
func credited(s string) bool {
	for i := 0; ; i++ {
		n := strings.IndexByte(s[i:], ' ')
		if n < 0 {
			return false
		}
		i += n
		if i > 1 && (s[i-1]|0x20 == 'y' && s[i-2]|0x20 == 'b' || s[i-1] == '.' && (s[i-2]|0x20 == 'd' || s[i-2]|0x20 == 's')) {
			return true
		}
	}
}

// nameEnd is the end of a list of names at the start of s: a parenthesis, colon, digit, dash or the period behind a word.
func nameEnd(s string) int {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '(' || c == ':' || c == ';' || isDigit(c):
			return i
		case c == ' ' && (strings.HasPrefix(s[i:], " – ") || strings.HasPrefix(s[i:], " - ")):
			return i
		case c == '.' && i > 1 && s[i-1] != ' ' && s[i-2] != ' ' && s[i-2] != '.':
			return i
		case c == ',' && strings.Count(s[:i], " ") > 0:
			return i
		}
	}
	return len(s)
}

// segments takes publisher, place and work out of the parts between commas, periods, dashes and parentheses.
func (p *plain) segments(s string) {
	c := p.c
	if c.Publisher != "" {
		return
	}
	parts := splitParts(s)
	for i, v := range parts {
		if i > 12 || c.Publisher != "" {
			break
		}
		for _, w := range [...]string{"In: ", "in: ", "In ", "in "} {
			v = strings.TrimPrefix(v, w)
		}
		next := ""
		if i+1 < len(parts) {
			next = parts[i+1]
		}
		place, name, both := strings.Cut(v, ": ")
		switch {
		case i == 0 && c.Container == "" && c.URL == "" && c.Title == p.quoted && p.quoted != "" && capitalised(v, 8) && ParseDate(v).Year == 0 && !isRole(v) && !isPublisher(v) && !both:
			c.Container = v // ", American Historical Review, vol. 30"
			p.score += 10
		case both && isPlace(place) && capitalised(name, 7) && !hasDigit(name) && (c.URL == "" || next == "" || isYear(next) || isPublisher(name)):
			if i > 0 && isRegion(place) && isPlace(parts[i-1]) {
				place = parts[i-1] + ", " + place
			}
			c.Place, c.Publisher = place, name
			p.score += 20
		case isPublisher(v) && capitalised(v, 8):
			if n := len(v) - 5; n > 0 && v[n] == ' ' && isYear(v[n+1:]) { // "Random House 2012"
				if c.Date.IsZero() {
					c.Date = ParseDate(v[n+1:]).EDTF
				}
				v = v[:n]
			}
			c.Publisher = v
			p.score += 20
			if i == 1 && isPlace(parts[0]) && parts[0] != c.Container {
				c.Place = parts[i-1]
			}
		case c.Container == "" && c.URL == "" && p.quoted == "" && p.italic != "" && i+1 < len(parts) && capitalised(v, 4) && !hasDigit(v) && len(v) > 2 && !isRole(v) && isYear(parts[i+1]):
			c.Publisher = v // "Henry Holt, 1997"
			p.score += 10
		case i == 0 && len(v) > 5 && isYear(v[len(v)-4:]) && v[len(v)-5] == ' ' && capitalised(v[:len(v)-5], 5) && ParseDate(v).Year == 0:
			c.Publisher = v[:len(v)-5] // "(Yale U.P. 1926)"
		case i == 0 && len(c.People) == 0 && strings.Contains(v, " and ") && len(namesOf(v, "author")) > 1:
			c.People = namesOf(v, "author")
		case i == 0 && c.Container == "" && c.URL != "" && c.Title != "" && capitalised(v, 8) && ParseDate(v).Year == 0 && !isRole(v) && len(v) > 1:
			c.Container = v // "[address Title]. BBC News."
			p.score += 10
		}
	}
}

func isYear(s string) bool {
	return len(s) == 4 && digitsOnly(s) && s > "1400" && s < "2100"
}

// isRole reports whether a part tells of a person, a language or a form rather than naming a publisher.
func isRole(s string) bool {
	switch strings.ToLower(strings.Trim(s, ". ")) {
	case "ed", "eds", "editor", "editors", "trans", "translator", "in", "vol", "volume", "series", "retrieved", "accessed", "archived", "pdf", "see", "n.p", "reprint", "reprinted",
		"english", "german", "french", "russian", "spanish", "chapter", "part", "article", "online", "paperback", "hardcover", "hardback":
		return true
	}
	lower := strings.ToLower(s)
	return strings.HasPrefix(lower, "retrieved ") || strings.HasPrefix(lower, "accessed ") || strings.HasPrefix(lower, "archived ") || strings.HasPrefix(lower, "isbn") || strings.HasPrefix(lower, "see ") || strings.HasPrefix(lower, "edited by") || strings.HasPrefix(lower, "translated by") || strings.HasPrefix(lower, "by ") || strings.HasPrefix(lower, "ed. ")
}

// splitParts splits at ", ", ". ", "; ", dashes with blanks and parentheses. A period behind an initial or an abbreviation of one or
// two letters does not split.
func splitParts(s string) []string {
	var parts []string
	start := 0
	cut := func(end, next int) {
		if end < start { // the blank behind a dash opens another
			end = start
		}
		if v := strings.Trim(s[start:end], " .,;:\"”“»«[]"); v != "" {
			parts = append(parts, v)
		}
		start = max(start, next)
	}
	for i := 0; i < len(s) && len(parts) < 16; i++ {
		switch s[i] {
		case '(', ')', ';', '\n':
			cut(i, i+1)
		case ',':
			cut(i, i+1)
		case '.':
			if i+1 < len(s) && s[i+1] == ' ' && i-start > 2 && s[i-2] != ' ' && s[i-2] != '.' {
				cut(i, i+1)
			}
		case ' ':
			for _, d := range [...]string{" - ", " – ", " — ", " | ", " at "} {
				if strings.HasPrefix(s[i:], d) {
					cut(i, i+len(d))
					break
				}
			}
		}
	}
	if start < len(s) {
		cut(len(s), len(s))
	}
	return parts
}

// capitalised reports whether s is at most so many words, of which all begin with a capital but the small ones of names.
func capitalised(s string, most int) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if n++; n > most {
			return false
		}
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) || n > 1 && unicode.IsDigit(r) {
			continue
		}
		switch w {
		case "of", "the", "and", "&", "for", "in", "on", "de", "la", "le", "des", "du", "da", "do", "der", "die", "und", "et", "y", "e", "di", "van", "von", "zu", "l'", "d'":
			if n == 1 && w != "the" {
				return false
			}
		default:
			if !strings.Contains(w, ".") || n > 1 { // "example.org"
				return false
			}
		}
	}
	return n > 0
}

// isPlace reports whether s can be a place of publication: up to three capitalised words of letters.
func isPlace(s string) bool {
	return capitalised(s, 3) && strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && r != ' ' && r != '-' && r != '.' && r != '/' && r != '&'
	}) < 0 && !isPublisher(s) && !isRole(s)
}

// isRegion reports whether a place is a state that stands behind a town: "Massachusetts" is not told from a town by its form, so
// only behind a comma it is asked for.
func isRegion(s string) bool { return countFields(s) <= 2 }

// isPublisher reports whether a word of the name says that it publishes.
func isPublisher(s string) bool {
	for w := range strings.FieldsSeq(s) {
		switch strings.Trim(w, ".,'’") {
		case "Press", "Publisher", "Publishers", "Publishing", "Publications", "Books", "Verlag", "Éditions", "Editions", "Editorial", "Edizioni", "Editora", "Presses", "Publ", "Pub",
			"Wiley", "Routledge", "Springer", "Elsevier", "Macmillan", "Penguin", "Blackwell", "Harper", "HarperCollins", "Knopf", "Norton", "McGraw-Hill", "Longman", "Longmans", "Brill", "Palgrave", "Scribner", "Scribner's",
			"Doubleday", "Houghton", "Putnam", "Putnam's", "Methuen", "Heinemann", "Gallimard", "Fayard", "Suhrkamp", "Beck", "Gruyter", "Prentice", "Addison-Wesley", "Praeger", "Greenwood", "Ashgate", "Bloomsbury", "Continuum", "Sage", "SAGE", "Clarendon", "Издательство":
			return true
		case "House", "Sons", "Brothers", "Bros":
			return countFields(s) > 1
		}
	}
	return false
}
