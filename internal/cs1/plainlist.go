package cs1

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
)

// head reads the people who stand before a title, and a year or "(eds.)" behind them. It reports whether all of it is names.
func (p *plain) head(s string) bool {
	role := "author"
	for _, w := range [...]string{"see ", "See ", "See also ", "cf. ", "Cf. "} { // "For the type, see H. Hoffmann, 1963"
		if i := strings.LastIndex(s, w); i == 0 || i > 0 && s[i-1] == ' ' {
			s = s[i+len(w):]
		}
	}
	for range 3 {
		s = strings.TrimRight(s, " \"“«‘([,:;–—-")
		if strings.HasSuffix(s, " in") || strings.HasSuffix(s, " In") {
			s = s[:len(s)-3]
		}
		t := strings.TrimRight(s, ". ")
		open := strings.LastIndexByte(t, '(')
		if strings.HasSuffix(t, ")") && open >= 0 {
			switch in := strings.Trim(t[open+1:len(t)-1], ". "); {
			case strings.EqualFold(in, "ed") || strings.EqualFold(in, "eds") || strings.EqualFold(in, "editor") || strings.EqualFold(in, "editors"):
				role = "editor"
			case ParseDate(in).Year > 1400 && ParseDate(in).Year < 2100:
			default:
				return false
			}
			s = t[:open]
			continue
		}
		last, rest, ok := lastPart(t)
		switch last = strings.TrimSpace(last); {
		case ok && rest != "" && (last == "ed" || last == "eds" || last == "editor" || last == "editors"):
			role, s = "editor", rest
		case ok && rest != "" && hasDigit(last) && ParseDate(last).Year > 1400 && ParseDate(last).Year < 2100:
			s = rest
		}
	}
	people := namesOf(s, role)
	if people == nil {
		return p.body(s)
	}
	p.c.People = people
	p.score += 20
	return true
}

// body takes a publisher or a body that stands where an author does.
func (p *plain) body(s string) bool {
	s = strings.Trim(s, " .,:;")
	if !capitalised(s, 8) || len(s) < 3 || hasDigit(s) || strings.Contains(s, ": ") {
		return false
	}
	if isPublisher(s) {
		p.c.Publisher = s
		p.score += 15
		return true
	}
	if isBody(s) {
		p.c.People = append(p.c.People, sinosoviet.Person{Role: "author", Literal: s})
		p.score += 10
		return true
	}
	return false
}

// isBody reports whether a word of the name says that it is that of a body, not of a person.
func isBody(s string) bool {
	for w := range strings.FieldsSeq(s) {
		switch strings.Trim(w, ".,") {
		case "Organization", "Organisation", "Ministry", "Department", "Bureau", "Institute", "Commission", "Association", "Society", "Agency", "Office", "Bank", "Council", "Committee", "Centre", "Center", "Foundation",
			"University", "Government", "Nations", "Union", "Service", "Library", "Museum", "Academy", "Federation", "Group", "Program", "Programme", "Authority", "Board", "Corporation", "Fund", "Times", "Post", "News", "Encyclopedia",
			"Encyclopaedia", "Dictionary", "Journal", "Magazine", "Database", "Survey", "Census", "Congress", "Parliament", "Embassy", "Arsenal", "College", "School", "Church", "Archives", "Archive":
			return true
		}
	}
	return false
}

// namesOf reads a list of names, or nothing unless all of it is names: "Garver, John W., and Jane Roe", "A. Faivre, W. J. Hanegraaff",
// "Huffman WE, Evenson RE", "Nagy, G., Roe, J.", "Smith, John; Doe, Jane".
func namesOf(s, role string) []sinosoviet.Person {
	s = TrimEtAl(strings.Trim(s, " ,;:"))
	if s == "" || len(s) > 300 {
		return nil
	}
	if strings.Contains(s, ";") {
		var people []sinosoviet.Person
		for part := range strings.SplitSeq(s, ";") {
			more := namesOf(strings.TrimPrefix(strings.TrimSpace(part), "and "), role)
			if more == nil {
				return nil
			}
			people = append(people, more...)
		}
		return people
	}
	var room [17]string
	parts := splitNames(room[:0], s)
	if len(parts) > 16 {
		return nil
	}
	var people []sinosoviet.Person
	inverted := false // the one before was "Garver, John W."
	for i := 0; i < len(parts); i++ {
		v := parts[i]
		next := ""
		if i+1 < len(parts) {
			next = parts[i+1]
		}
		p := sinosoviet.Person{Role: role}
		switch {
		case (i == 0 || inverted) && next != "" && !endsInside(next) && isFamily(v) && (isGiven(next) || i == 0 && countFields(v) == 1 && nameWords(next, 3)):
			p.Family, p.Given = v, next
			inverted = true
			i++
		case fullName(v, &p):
		case i == 0 && next == "" && isFamily(v) && countFields(v) == 1:
			p.Family = strings.TrimRight(v, ".")
		default:
			return nil
		}
		if strings.Count(p.Given, ".") == 1 && strings.HasSuffix(p.Given, ".") && !isInitial(p.Given[strings.LastIndexByte(p.Given, ' ')+1:]) {
			p.Given = strings.TrimSuffix(p.Given, ".")
		}
		people = append(people, p)
	}
	return people
}

// splitNames appends the parts of a list between commas and "and", at most 17.
func splitNames(parts []string, s string) []string {
	start := 0
	for i := 0; i <= len(s) && len(parts) < 17; i++ {
		n := 0
		switch {
		case i == len(s) || s[i] == ',':
			n = 1
		case s[i] == ' ' || s[i] == '&':
			for _, w := range [...]string{" and ", " & ", " &", " und ", " et "} {
				if strings.HasPrefix(s[i:], w) {
					n = len(w)
					break
				}
			}
		}
		if n == 0 {
			continue
		}
		part := strings.TrimSpace(s[start:i])
		part = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(part, "and "), "& "))
		if part != "" && !isGeneration(strings.TrimRight(part, ".")) {
			parts = append(parts, part)
		}
		start = i + n
		i += n - 1
	}
	return parts
}

// endsInside reports whether a word before the last ends in a period and is neither an initial nor an abbreviation: the name ended
// there.
func endsInside(s string) bool {
	i := strings.LastIndexByte(s, ' ')
	for i > 0 {
		w := s[strings.LastIndexByte(s[:i], ' ')+1 : i]
		if strings.HasSuffix(w, ".") && len(w) > 4 && strings.Count(w, ".") == 1 {
			return true
		}
		i = strings.LastIndexByte(s[:i], ' ')
	}
	return false
}

func isInitial(w string) bool { return utf8.RuneCountInString(strings.TrimSuffix(w, ".")) <= 2 }

// isFamily reports whether s can be a family name alone: one to three words, particles among them, none an initial.
func isFamily(s string) bool {
	if !nameWords(s, 4) {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		if strings.Contains(strings.TrimSuffix(w, "."), ".") || strings.ToUpper(w) == w && strings.Trim(w, "IVXLC.") == "" || utf8.RuneCountInString(w) < 2 {
			return false
		}
	}
	return countFields(s) == 1 || strings.IndexFunc(s, func(r rune) bool { return r == ' ' }) > 0 && s[0] >= 'a' || hasParticle(s)
}

func hasParticle(s string) bool {
	for w := range strings.FieldsSeq(s) {
		switch w {
		case "van", "von", "de", "der", "den", "la", "le", "di", "da", "del", "bin", "al", "du", "dos", "ibn", "ter", "zu", "Van", "Von", "De", "La", "Le", "El", "Al", "Mac", "St.", "Saint":
			return true
		}
	}
	return false
}

// isGiven reports whether s is given names that only stand behind a family name: with an initial, as "J." or "John W.".
func isGiven(s string) bool {
	if !nameWords(s, 3) {
		return false
	}
	n, initials := 0, 0
	for w := range strings.FieldsSeq(s) {
		n++
		if isInitial(w) || strings.Count(w, ".") > 1 {
			initials++
		}
	}
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return initials == n || initials > 0 && (isInitial(last) || strings.Count(last, ".") > 1)
}

// fullName splits "John W. Garver", "C. van den Hoek" and "Huffman WE".
func fullName(s string, p *sinosoviet.Person) bool {
	if !nameWords(s, 5) || countFields(s) < 2 || isBody(s) || isPublisher(s) || endsInside(s) {
		return false
	}
	words := strings.Fields(s)
	last := words[len(words)-1]
	if bare := strings.TrimSuffix(last, "."); len(words) == 2 && len(bare) <= 3 && strings.ToUpper(bare) == bare && len(strings.TrimRight(words[0], ".")) > 2 && !strings.Contains(bare, ".") {
		p.Family, p.Given = words[0], last
		if len(bare) > 1 {
			p.Given = bare
		}
		return true
	}
	i := len(words) - 1
	for i > 1 && hasParticle(words[i-1]) {
		i--
	}
	family := strings.Join(words[i:], " ")
	if utf8.RuneCountInString(strings.Trim(family, ".")) < 2 {
		return false
	}
	p.Family, p.Given = strings.TrimSuffix(family, "."), strings.Join(words[:i], " ")
	return true
}

// shortNames reads a note that only refers: "McCarthy & Seidelmann 2009, 207", "Christopher McCoy, 3–4".
func (p *plain) shortNames() bool {
	s := p.text
	at := strings.IndexAny(s, "0123456789(")
	if at < 3 || len(s) > 250 {
		return false
	}
	names, rest := strings.TrimRight(s[:at], " ,(.:"), strings.TrimLeft(s[at:], "(")
	for _, w := range [...]string{" pp", " p", " pages", " page"} {
		names = strings.TrimRight(strings.TrimSuffix(names, w), " ,.")
	}
	year := len(rest) >= 4 && isYear(rest[:4]) && (len(rest) == 4 || !isDigit(rest[4]))
	inside := year && s[at] == '(' && strings.HasPrefix(rest[4:], ",") // "Howell (2002, Chapter 8: Power)"
	if !inside && (len(s) > 120 || !onlyPlaces(rest)) {
		return false
	}
	people := shortList(names)
	if len(people) == 2 && strings.Count(names, ",") == 1 && !strings.Contains(names, " and ") && !strings.Contains(names, "&") { // "Thody, Philip (1973)"
		people = []sinosoviet.Person{{Role: "author", Family: people[0].Family, Given: people[1].Family}}
	}
	if people == nil || len(people) == 1 && people[0].Given == "" && !year && s[at] != '(' && !strings.ContainsAny(s[:at], "p,") {
		return false
	}
	c := p.c
	c.People = people
	p.score += 10
	if year {
		d := ParseDate(rest[:4])
		c.Date = d.EDTF
		p.score += 15
		rest = rest[4:]
		if rest != "" && isLower(rest[0]) && (len(rest) == 1 || !isLetter(rest[1])) && rest[0] < 'g' {
			c.DateSuffix, rest = rest[:1], rest[1:]
		}
	}
	if p.pages(rest); inside || c.Pages != "" {
		return true
	}
	if pages := strings.Trim(rest, " ,.;:)(pP"); pages != "" && isDigit(pages[0]) && c.Pages == "" {
		c.Pages = pages
		p.score += 15
	}
	return true
}

// onlyPlaces reports whether s has no words but those that tell a place in a work: "pages", "vol", "ch".
func onlyPlaces(s string) bool {
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "p", "pp", "P", "pages", "page", "vol", "Vol", "ch", "in", "a", "b", "c", "d", "e", "f", "ff":
		default:
			if strings.Trim(w, "IVXivx") != "" {
				return false
			}
		}
	}
	return true
}

// shortList reads "Boritt", "McCarthy & Seidelmann", "Smith, Jones and Roe", "Christopher McCoy".
func shortList(s string) []sinosoviet.Person {
	var people []sinosoviet.Person
	var room [17]string
	for _, part := range splitNames(room[:0], s) {
		p := sinosoviet.Person{Role: "author"}
		switch {
		case isFamily(TrimEtAl(part)):
			p.Family = TrimEtAl(part)
		case !fullName(part, &p) || len(people) > 0:
			return nil
		}
		people = append(people, p)
		if len(people) > 4 {
			return nil
		}
	}
	return people
}
