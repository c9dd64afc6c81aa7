package cs1

import (
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet/edtf"
)

// untitled reads a citation whose title is not marked: "Garver, John W. China's quest: a history (Oxford University Press, 2015)".
func (p *plain) untitled() {
	c := p.c
	if c.URL == "" && p.shortNames() {
		return
	}
	if p.apa() {
		return
	}
	rest := p.imprint(p.authors(p.text))
	p.date(rest)
	p.pages(rest)
	rest = strings.TrimLeft(rest, " .,;:)")
	switch {
	case c.Publisher == "" && c.Date.IsZero() && c.Pages == "" && c.URL == "" && len(c.Identifiers) == 0:
		if len(c.People) == 0 || c.People[0].Given == "" || len(p.text) > 150 || strings.Contains(rest, "(from ") || strings.Count(rest, ",") > 4 {
			c.People, p.score = nil, 0 // "Onondaga, Mohawk, Cayuga"
			return
		}
		p.cutTitle(rest)
	case len(c.People) > 0 && c.Publisher != "":
		p.cutTitle(rest)
		p.score += 15
	case len(c.People) == 1 && c.People[0].Given == "":
	case len(c.People) > 0 || c.Publisher != "" || c.URL != "":
		p.cutTitle(rest)
		p.score += 5
	}
	if i := strings.Index(rest, c.Title); i >= 0 && !c.Date.IsZero() && len(p.text) < 400 {
		p.tail(rest[i+len(c.Title):])
	}
}

// cutTitle takes the title off the start of s, and a place, a publisher and the year that end it without a full stop.
func (p *plain) cutTitle(s string) {
	c := p.c
	t := titleOf(s)
	if strings.HasPrefix(t, "and ") || strings.HasPrefix(t, "& ") || strings.HasPrefix(t, "II. ") || strings.HasPrefix(t, "III. ") {
		_, t, _ = strings.Cut(t, ". ")
	}
	for _, w := range [...]string{"eds. ", "ed. ", "editors. ", "editor. "} {
		if rest, ok := strings.CutPrefix(t, w); ok {
			t = rest
			for i := range c.People {
				c.People[i].Role = "editor"
			}
		}
	}
	c.Title = t
	if len(t) < 8 || c.Date.IsZero() || !isYear(t[len(t)-4:]) || strings.IndexByte(", ", t[len(t)-5]) < 0 {
		return
	}
	first, _ := c.Date.Bounds()
	if strconv.Itoa(first.Year) != t[len(t)-4:] {
		return
	}
	t = strings.TrimRight(t[:len(t)-4], " ,")
	if i := strings.LastIndex(t, ", "); i > 8 && c.Publisher == "" {
		last := t[i+2:]
		place, name, both := strings.Cut(last, ": ")
		switch {
		case both && isPlace(place) && capitalised(name, 6):
			c.Place, c.Publisher = place, name
			t = t[:i]
			if j := strings.LastIndex(t, ", "); j > 8 && len(place) == 2 && isPlace(t[j+2:]) { // "New York, NY"
				c.Place = t[j+2:] + ", " + place
				t = t[:j]
			}
		case isPublisher(last) && capitalised(last, 6):
			c.Publisher = last
			t = t[:i]
		}
	}
	c.Title = t
}

// apa reads "Brady, N.C. and R.R. Weil. 2002. The title. Publisher, Place": names, a year, a title that ends its sentence. It reports
// whether the text is so.
func (p *plain) apa() bool {
	s := p.text
	at := strings.IndexAny(s, "0123456789")
	if at < 6 || at > 200 || at+5 > len(s) || !isYear(s[at:at+4]) || isDigit(s[at+4]) {
		return false
	}
	people := namesOf(strings.TrimRight(s[:at], " (,"), "author")
	if people == nil || people[0].Given == "" {
		return false
	}
	rest := strings.TrimLeft(s[at+4:], ") ")
	if rest == "" || strings.IndexByte(".,:abc", rest[0]) < 0 {
		return false
	}
	c := p.c
	d := ParseDate(s[at : at+4])
	c.People, c.Date = people, d.EDTF
	if isLower(rest[0]) {
		if len(rest) < 2 || isLetter(rest[1]) {
			c.People, c.Date = nil, edtf.Date{}
			return false
		}
		c.DateSuffix, rest = rest[:1], rest[1:]
	}
	rest = strings.TrimLeft(rest, " .,:)")
	p.score += 35
	if c.Title = titleOf(rest); strings.HasPrefix(rest, "pp") || strings.HasPrefix(rest, "p.") || strings.HasPrefix(rest, "Vol") {
		c.Title = "" // "Nilsson, Martin (1967). Vol. I, p. 5"
		p.pages(rest)
		p.numbers(rest)
		return true
	}
	p.cutTitle(rest)
	if i := strings.Index(rest, c.Title); i >= 0 && c.Title != "" {
		p.score += 10
		p.pages(rest[i+len(c.Title):])
		p.tail(rest[i+len(c.Title):])
	}
	return true
}

// titleOf is the text up to the first end of a sentence, the pages or the end, without trailing punctuation; "" when it cannot be a title.
func titleOf(s string) string {
	s = strings.TrimLeft(s, " .,;:")
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '.' && s[i+1] == ' ' && i > 12 && !(i > 1 && (s[i-2] == ' ' || s[i-2] == '.')) || s[i] == ',' && (strings.HasPrefix(s[i:], ", p. ") || strings.HasPrefix(s[i:], ", pp")) {
			s = s[:i]
			break
		}
	}
	s = strings.Trim(s, " .,;:")
	if strings.HasPrefix(s, "(") || strings.ContainsAny(s, "|{}") || digitsOnly(s) {
		return ""
	}
	return s
}
