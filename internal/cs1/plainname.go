package cs1

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
)

// authors takes the names off the front: "Family, Given Names." or "Given Family," when the words look like names, or the one word
// of a note that only refers: "Boritt (1994), pp. 3–5".
func (p *plain) authors(s string) (rest string) {
	end, family, given := leadingName(s)
	if end > 0 && (p.isTitle(s[end-len(given):]) || countFields(family) > 1 && fullNames(family) && fullNames(given)) {
		end = 0 // "Plato, Symposium"; "Antoine Faivre, Wouter Hanegraaff"
	}
	if end == 0 {
		return p.plainAuthor(s)
	}
	p.c.People = append(p.c.People, sinosoviet.Person{Role: "author", Family: family, Given: given})
	p.score += 20
	rest = s[end:]
	for len(p.c.People) < 8 {
		t := strings.TrimLeft(rest, " ,;")
		next, found := strings.CutPrefix(t, "and ")
		if !found {
			next, found = strings.CutPrefix(t, "& ")
		}
		if !found && !strings.HasPrefix(rest, ";") {
			break
		}
		if !found {
			next = t
		}
		e, f, g := leadingName(next)
		if e == 0 {
			e, f, g = plainName(next)
		}
		var whole sinosoviet.Person
		if end := nameEnd(next); e == 0 && found && fullName(next[:end], &whole) { // "and Emma Nogrady Kaplan. The Black Presence"
			e, f, g = end, whole.Family, whole.Given
		}
		if e == 0 {
			break
		}
		p.c.People = append(p.c.People, sinosoviet.Person{Role: "author", Family: f, Given: g})
		rest = next[e:]
	}
	return p.editors(rest)
}

// editors tells by "(eds.)" behind the names that they are editors.
func (p *plain) editors(rest string) string {
	if role, ok := strings.CutPrefix(strings.TrimLeft(rest, " ,"), "(ed"); ok {
		if i := strings.IndexByte(role, ')'); i >= 0 && i < 4 {
			for i := range p.c.People {
				p.c.People[i].Role = "editor"
			}
			rest = role[i+1:]
		}
	}
	return strings.TrimLeft(rest, " .,;:")
}

// isTitle reports whether s begins with the text in italics or in quotation marks.
func (p *plain) isTitle(s string) bool {
	s = strings.TrimLeft(s, " \"“«'")
	return p.italic != "" && strings.HasPrefix(s, p.italic) || p.quoted != "" && strings.HasPrefix(s, p.quoted)
}

// fullNames reports whether a name has two words or more, or initials: "Antoine Faivre", "F. E. Peters".
func fullNames(s string) bool {
	return countFields(s) > 1 || strings.Count(s, ".") > 1
}

// plainAuthor takes "John W. Garver," off the front when the title in italics or quotation marks follows; of a note without a title it
// takes the one name before the year or the pages.
func (p *plain) plainAuthor(s string) (rest string) {
	end := strings.IndexAny(s, ",(:.")
	for end > 0 && s[end] == '.' && isUpper(s[end-1]) && end-strings.LastIndexAny(s[:end], " .") <= 3 { // an initial
		next := strings.IndexAny(s[end+1:], ",(:.")
		if next < 0 {
			return s
		}
		end += 1 + next
	}
	if end < 2 || end > 60 {
		return s
	}
	name := strings.TrimSpace(s[:end])
	if !nameWords(name, 4) {
		// "Hendrickson p. 153", "Smith 1994": the name ends before them
		i := strings.IndexByte(name, ' ')
		if i < 0 || p.italic != "" || p.quoted != "" || !isNameWord(name[:i]) || !shortTail(s[i+1:]) {
			return s
		}
		p.c.People = append(p.c.People, sinosoviet.Person{Role: "author", Family: name[:i]})
		p.score += 10
		return s[i+1:]
	}
	tail := strings.TrimLeft(s[end:], " ,:.")
	switch {
	case p.isTitle(tail):
	case countFields(name) == 1 && p.italic == "" && p.quoted == "" && p.c.URL == "" && shortTail(strings.TrimLeft(tail, "( ")):
	default:
		return s
	}
	person := sinosoviet.Person{Role: "author"}
	if i := strings.LastIndexByte(name, ' '); i > 0 {
		person.Family, person.Given = name[i+1:], name[:i]
	} else {
		person.Family = name
	}
	p.c.People = append(p.c.People, person)
	p.score += 15
	return strings.TrimLeft(s[end:], " ,:.")
}

// shortTail reports whether what follows a name is only a year or pages: few characters, a digit early on.
func shortTail(s string) bool {
	i := strings.IndexAny(s, "0123456789")
	return len(s) < 60 && i >= 0 && i <= 5 && (i == 0 || s[0] == 'p' || s[0] == 'P' || s[0] == '(' || s[0] == 'v')
}

// Loose is the key by which a plain note that names only an author and a year, or only an author, finds its source, or "".
func Loose(c *sinosoviet.Citation) string {
	if c.Kind != sinosoviet.CitationPlain || len(c.People) == 0 || c.Title != "" || c.URL != "" || c.Publisher != "" || c.People[0].Family == "" || c.Date.IsZero() && c.Pages == "" {
		return ""
	}
	if c.Date.IsZero() {
		return looseKey(c.People[0].Family, "")
	}
	first, _ := c.Date.Bounds()
	return looseKey(c.People[0].Family, strconv.Itoa(first.Year))
}

// LooseNames are the keys by which a source is found that short notes name in plain words: with its year, and without.
func LooseNames(c *sinosoviet.Citation) (dated, bare string) {
	if c.Title == "" || len(c.People) == 0 || c.People[0].Family == "" && c.People[0].Literal == "" {
		return "", ""
	}
	name := c.People[0].Family
	if name == "" {
		name = c.People[0].Literal
	}
	if !c.Date.IsZero() {
		first, _ := c.Date.Bounds()
		dated = looseKey(name, strconv.Itoa(first.Year))
	}
	return dated, looseKey(name, "")
}

// leadingName reads "Garver, John W." at the start of s: how long it is, and its parts. One to three capitalised words, a
// comma, and given names or initials up to a period, comma, parenthesis or colon.
func leadingName(s string) (end int, family, given string) {
	comma := strings.IndexByte(s, ',')
	if comma < 2 || comma > 40 {
		return 0, "", ""
	}
	family = s[:comma]
	if !nameWords(family, 3) {
		return 0, "", ""
	}
	rest := s[comma+1:]
	i := len(rest) - len(strings.TrimLeft(rest, " "))
	words := 0
	for i < len(rest) && words < 4 {
		j := i
		for j < len(rest) && rest[j] != ' ' && rest[j] != ',' && rest[j] != '(' && rest[j] != ';' && rest[j] != ':' {
			j++
		}
		w := rest[i:j]
		bare := strings.TrimRight(w, ".")
		if bare == "" || !isNameWord(bare) && w != "A." {
			break
		}
		words++
		initial := utf8.RuneCountInString(bare) <= 2 || strings.Count(w, ".") > 1
		i = j
		if strings.HasSuffix(w, ".") && !initial {
			return ended(comma, i, family, rest[:i-1])
		}
		if j >= len(rest) || rest[j] != ' ' {
			break
		}
		// After an initial with its period the title begins, unless another initial or the end of the name follows.
		if strings.HasSuffix(w, ".") {
			next := rest[j+1:]
			k := strings.IndexAny(next, " ,(;:.")
			if k < 0 || !(k <= 2 && next[k] == '.') {
				return ended(comma, i, family, rest[:i])
			}
		}
		i = j + 1
	}
	if words == 0 || words > 3 || i >= len(rest) {
		return 0, "", ""
	}
	behind := strings.TrimLeft(rest[i:], " ")
	if strings.IndexByte(",(;:", rest[i]) < 0 && !strings.HasPrefix(behind, "and ") && !strings.HasPrefix(behind, "& ") && !strings.HasPrefix(behind, "(") {
		return 0, "", ""
	}
	return ended(comma, i, family, rest[:i])
}

func ended(comma, i int, family, given string) (int, string, string) {
	return comma + 1 + i, family, strings.Trim(given, " ,;")
}

// plainName reads "John W. Garver" up to a comma or parenthesis.
func plainName(s string) (end int, family, given string) {
	end = strings.IndexAny(s, ",(;")
	if end < 4 || end > 50 || !nameWords(s[:end], 4) {
		return 0, "", ""
	}
	name := strings.TrimSpace(s[:end])
	i := strings.LastIndexByte(name, ' ')
	if i < 0 {
		return 0, "", ""
	}
	return end, name[i+1:], name[:i]
}

func nameWords(s string, most int) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if n++; n > most {
			return false
		}
		if !isNameWord(strings.TrimRight(w, ".")) && w != "A." {
			switch w {
			case "van", "von", "de", "der", "den", "la", "le", "di", "da", "del", "bin", "al", "du", "dos", "ibn", "ter", "zu":
			default:
				return false
			}
		}
	}
	return n > 0
}

// isNameWord reports a word that begins with a capital and has only letters, hyphens, apostrophes and periods.
func isNameWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) || len(w) > 1 && strings.Trim(w, "IVXLC") == "" {
		return false
	}
	switch w {
	case "The", "A", "An", "In", "On", "From", "Of", "See", "For", "And", "With", "Volume", "Vol", "Chapter", "Book", "Part", "Section", "Sec", "Line", "Lines", "Col", "Act", "Scene", "Note", "Appendix", "Table", "Figure", "Page", "University", "Press", "New", "History":
		return false
	}
	for _, r := range w {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '-' && r != '\'' && r != '’' && r != '.' {
			return false
		}
	}
	return true
}
