package cs1

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// maxPeople bounds the people of one citation; those with higher numbers stay fields only.
const maxPeople = 2000

// named collects the parts of one person's name.
type named struct {
	role, number      int
	last, first, link string
	whole             bool // "author=…", which may hold the whole name
}

// crowd collects people by role and number. Most citations have few: a slice is searched.
type crowd struct {
	people []named
	last   int
}

func (c *crowd) at(role, number int) *named {
	if c.last < len(c.people) && c.people[c.last].role == role && c.people[c.last].number == number {
		return &c.people[c.last]
	}
	if len(c.people) <= 32 {
		for i := range c.people {
			if c.people[i].role == role && c.people[i].number == number {
				c.last = i
				return &c.people[i]
			}
		}
	} else if i := c.search(role, number); i >= 0 {
		c.last = i
		return &c.people[i]
	}
	if c.people == nil {
		c.people = make([]named, 0, 4)
	}
	c.people = append(c.people, named{role: role, number: number})
	c.last = len(c.people) - 1
	return &c.people[c.last]
}

// search finds a person of a long list near the place its number says.
func (c *crowd) search(role, number int) int {
	for _, i := range [...]int{number - 1, number, c.last + 1, c.last + 2} {
		if i >= 0 && i < len(c.people) && c.people[i].role == role && c.people[i].number == number {
			return i
		}
	}
	for i := len(c.people) - 1; i >= 0 && i >= len(c.people)-64; i-- {
		if c.people[i].role == role && c.people[i].number == number {
			return i
		}
	}
	for i := range c.people {
		if c.people[i].role == role && c.people[i].number == number {
			return i
		}
	}
	return -1
}

// IsEtAl reports whether a name is only "et al." or "others".
func IsEtAl(s string) bool {
	s = strings.Trim(s, " .,;'()[]")
	if len(s) < 4 || len(s) > 16 || s[0]|0x20 != 'e' && s[0]|0x20 != 'a' && s[0]|0x20 != 'o' {
		return false
	}
	var buf [32]byte
	switch string(appendLower(buf[:0], s)) {
	case "et al", "et alia", "et alii", "et. al", "et.al", "etal", "and others", "others", "et al.":
		return true
	}
	return false
}

// person makes a Person of the parts of a name.
func (n *named) person(role string) (p sinosoviet.Person, ok bool) {
	p.Role = role
	last, link := linkedName(n.last)
	first, firstLink := linkedName(n.first)
	if p.Link = Readable(n.link); strings.HasPrefix(p.Link, "[[") || p.Link == "" {
		p.Link = link
	}
	if p.Link == "" {
		p.Link = firstLink
	}
	if IsEtAl(last) {
		return p, false
	}
	last = TrimEtAl(last)
	if inner, accepted := AsWritten(last); accepted {
		if first == "" {
			p.Literal = inner
			return p, true
		}
		last = inner
	}
	if inner, accepted := AsWritten(first); accepted {
		first = inner
	}
	switch {
	case last == "" && first == "":
		return p, false
	case last == "":
		p.Literal = first
	case first != "":
		p.Family, p.Given = last, first
	case n.whole:
		p.Family, p.Given, p.Literal = splitName(last)
	default:
		p.Family = last
	}
	return p, true
}

// linkedName reads a name and the page it links to, when the name is one link.
func linkedName(v string) (text, link string) {
	if strings.HasPrefix(v, "[[") {
		if end := strings.Index(v, "]]"); end > 0 {
			link, _ = SplitLink(v[:end+2])
		}
	}
	return Readable(v), link
}

// TrimEtAl takes "et al." and its kind off the end of a name.
func TrimEtAl(s string) string {
	for _, suffix := range [...]string{" et al.", " et al", ", et al.", " and others"} {
		if hasSuffixFold(s, suffix) {
			return strings.TrimRight(s[:len(s)-len(suffix)], " ,;")
		}
	}
	return s
}

// splitName splits "Family, Given"; a name without a comma, or with several, stays whole: where the family name
// ends cannot be told.
func splitName(s string) (family, given, literal string) {
	a, b, ok := strings.Cut(s, ", ")
	if ok && a == "" {
		return "", "", strings.Trim(s, " ,")
	}
	if !ok || b == "" || strings.ContainsAny(b, ",;") || strings.ContainsAny(a, ";&") || countFields(a) > 3 || countFields(b) > 4 {
		return "", "", s
	}
	for _, part := range [...]string{a, b} {
		for w := range strings.FieldsSeq(part) {
			var buf [32]byte
			switch string(appendLower(buf[:0], strings.Trim(w, "."))) {
			case "and", "inc", "ltd", "llc", "department", "office", "university", "company", "corporation", "the", "ministry", "bureau", "of", "for", "jr", "sr", "phd", "md":
				return "", "", s
			}
		}
	}
	if strings.ContainsAny(s, "0123456789/()") {
		return "", "", s
	}
	return strings.TrimSpace(a), strings.TrimSpace(b), ""
}

// countFields is the number of words in s.
func countFields(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}

// vancouver reads a list "Laherty CD, Billin AN, ((World Health Organization))".
func vancouver(people []sinosoviet.Person, value, role string) []sinosoviet.Person {
	for len(value) > 0 && len(people) < maxPeople {
		var name string
		value = strings.TrimLeft(value, " ,\n\t")
		if strings.HasPrefix(value, "((") {
			if end := strings.Index(value, "))"); end > 0 {
				people = append(people, sinosoviet.Person{Role: role, Literal: Readable(value[2:end])})
				value = value[end+2:]
				continue
			}
		}
		end := commaOutsideLink(value)
		name, value = strings.TrimSpace(value[:end]), value[end:]
		if name == "" || IsEtAl(name) {
			continue
		}
		text, link := linkedName(name)
		p := sinosoviet.Person{Role: role, Link: link}
		i := strings.LastIndexByte(text, ' ')
		if i > 0 && isGeneration(text[i+1:]) {
			if j := strings.LastIndexByte(text[:i], ' '); j > 0 {
				i = j
			}
		}
		if i > 0 && isInitials(strings.Fields(text[i+1:])[0]) {
			p.Family, p.Given = text[:i], text[i+1:]
		} else {
			p.Literal = text
		}
		people = append(people, p)
	}
	return people
}

func commaOutsideLink(s string) int {
	links := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			links++
		case ']':
			links--
		case ',':
			if links <= 0 {
				return i
			}
		}
	}
	return len(s)
}

func isGeneration(s string) bool {
	switch s {
	case "Jr", "Sr", "2nd", "3rd", "4th", "II", "III", "IV":
		return true
	}
	return false
}

// isInitials reports whether s is one to four capitals.
func isInitials(s string) bool {
	n := 0
	for _, r := range s {
		if r < 128 && !isUpper(byte(r)) && r != '-' {
			return false
		}
		n++
	}
	return n >= 1 && n <= 4
}

// credits reads |people=: "Fouladkar, Assad (director); Smith, Jane (writer)". Someone whose part is told in
// parentheses has it as role.
func credits(people []sinosoviet.Person, value string) []sinosoviet.Person {
	for part := range strings.SplitSeq(value, ";") {
		text, link := linkedName(strings.TrimSpace(part))
		if text == "" || IsEtAl(text) || len(people) >= maxPeople {
			continue
		}
		p := sinosoviet.Person{Role: "author", Link: link}
		if i := strings.LastIndexByte(text, '('); i > 0 && strings.HasSuffix(text, ")") {
			switch r := strings.ToLower(strings.TrimSuffix(text[i+1:len(text)-1], "s")); r {
			case "director", "producer", "writer", "editor", "translator", "narrator", "composer", "performer", "illustrator",
				"host", "interviewer", "presenter", "screenwriter", "actor", "author":
				p.Role = r
				text = strings.TrimSpace(text[:i])
			}
		}
		p.Family, p.Given, p.Literal = splitName(text)
		people = append(people, p)
	}
	return people
}
