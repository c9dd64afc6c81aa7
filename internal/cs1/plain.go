package cs1

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// Plain reads a citation that is not a template: the source text of a <ref> or of an entry of a bibliography. What can be
// told is typed; Confidence, from 0 to 1, says how much of a citation it looks like. The span is for the caller to set.
//
//	Garver, John W. China's quest: a history (Oxford University Press, 2015).
//	[http://example.org Title of the page], Example Times, 5 May 2001. Retrieved 6 June 2002.
//	http://example.org
func Plain(source string) (c sinosoviet.Citation) {
	ReadPlain(&c, source)
	return c
}

// ReadPlain is [Plain] into a zero citation that the caller has room for.
func ReadPlain(c *sinosoviet.Citation, source string) {
	c.Kind = sinosoviet.CitationPlain
	p := plain{c: c, text: collapse(strings.ReplaceAll(Readable(source), "\u00A0", " "))}
	p.links(source)
	p.identifiers()
	p.italic, p.quoted = emphasised(source), quotation(p.text)
	p.access()
	p.read()
	c.Confidence = min(float64(p.score)/100, 0.95)
}

// maxPlain bounds the text that is typed; longer notes are prose.
const maxPlain = 1200

// plain is the state of reading a plain citation. Score counts what was found, in hundredths.
type plain struct {
	c              *sinosoviet.Citation
	text           string
	italic, quoted string
	linked         string // text of the first external link
	score          int
}

// links takes the first address, bare or with a text.
func (p *plain) links(source string) {
	for i := 0; i < len(source); {
		j := strings.Index(source[i:], "//")
		if j < 0 {
			return
		}
		j += i
		start := j
		for start > 0 && (isLetter(source[start-1]) || source[start-1] == ':') {
			start--
		}
		end := j
		for end < len(source) && strings.IndexByte(" ]\n\t<>|}\"", source[end]) < 0 {
			end++
		}
		url := source[start:end]
		if start > 0 && source[start-1] == '[' || start == j && j > 0 && source[j-1] == '[' {
			if u, text, n := externalLink(source[start-1:]); n > 0 {
				p.c.URL, p.linked = u, Readable(text)
				p.score += 30
				return
			}
		}
		if hasScheme(url) {
			p.c.URL = strings.TrimRight(url, ".,;:)")
			p.score += 30
			p.text = strings.TrimSpace(strings.Replace(p.text, p.c.URL, "", 1))
			return
		}
		i = end
	}
}

// identifiers takes "ISBN 0-19-505432-6", "doi:10.…" and the like, and those in templates.
func (p *plain) identifiers() {
	before := len(p.c.Identifiers)
	p.c.Identifiers = looseIdentifiers(p.c.Identifiers, p.text)
	if i := strings.Index(p.text, "10."); i >= 0 && i+8 < len(p.text) {
		end := i
		for end < len(p.text) && p.text[end] > ' ' {
			end++
		}
		if v := strings.TrimRight(p.text[i:end], ".,;)"); ValidIdentifier("doi", v, year) && !hasIdentifier(p.c.Identifiers, "doi") {
			p.c.Identifiers = append(p.c.Identifiers, identifier("doi", v, year))
		}
	}
	if len(p.c.Identifiers) > before {
		p.score += 30
	}
}

func hasIdentifier(ids []sinosoviet.Identifier, scheme string) bool {
	for i := range ids {
		if ids[i].Scheme == scheme {
			return true
		}
	}
	return false
}

// emphasised is the first text between two pairs of apostrophes.
func emphasised(s string) string {
	i := strings.Index(s, "''")
	if i < 0 || strings.HasPrefix(s[i:], "'''") {
		return ""
	}
	j := strings.Index(s[i+2:], "''")
	if j < 0 {
		return ""
	}
	return Readable(s[i+2 : i+2+j])
}

// quotation is the first text between double quotation marks.
func quotation(s string) string {
	for _, q := range [...][2]string{{`"`, `"`}, {"“", "”"}, {"«", "»"}} {
		if i := strings.Index(s, q[0]); i >= 0 {
			rest := s[i+len(q[0]):]
			if j := strings.Index(rest, q[1]); j > 3 {
				return strings.TrimRight(rest[:j], ",. ")
			}
		}
	}
	return ""
}

// access takes "Retrieved 6 June 2002" and its kind off.
func (p *plain) access() {
	if !containsFold(p.text, "retrieved ") && !containsFold(p.text, "accessed ") && !strings.Contains(p.text, "İ") {
		return
	}
	lower := strings.ToLower(p.text)
	if len(lower) != len(p.text) {
		return
	}
	for _, w := range [...]string{"retrieved on ", "retrieved ", "accessed on ", "accessed ", "last accessed "} {
		i := strings.LastIndex(lower, w)
		if i < 0 {
			continue
		}
		rest := strings.Trim(p.text[i+len(w):], " .,;()")
		if d := ParseDate(rest); d.Year != 0 {
			p.c.AccessDate = d.EDTF
			p.text = strings.TrimRight(p.text[:i], " .,;(")
			p.score += 15
		}
		return
	}
}

// read tells author, title, publisher, place and date apart.
func (p *plain) read() {
	c := p.c
	if p.linked != "" && len(p.linked) < 300 {
		c.Title = strings.Trim(p.linked, " \"“”.")
	}
	if p.text == "" || len(p.text) > maxPlain {
		if c.URL != "" {
			c.Type = "webpage"
		}
		return
	}
	rest := p.authors(p.text)
	rest = p.imprint(rest)
	p.date(rest)
	p.pages(rest)
	switch {
	case p.quoted != "":
		c.Title = p.quoted
		if p.italic != "" && p.italic != p.quoted {
			c.Container = p.italic
		}
		p.score += 20
	case p.italic != "":
		if c.Title == "" || c.URL == "" {
			c.Title = strings.Trim(p.italic, " .,")
		} else if c.Title != p.italic {
			c.Container = p.italic
		}
		p.score += 20
	case c.Title == "" && len(c.People) > 0 && c.Publisher != "":
		c.Title = titleOf(rest)
		p.score += 15
	case c.Title == "" && len(c.People) == 1 && c.People[0].Given == "":
	case c.Title == "" && (len(c.People) > 0 || c.Publisher != "" || !c.Date.IsZero() && c.URL != ""):
		c.Title = titleOf(rest)
		p.score += 5
	}
	switch {
	case c.Container != "":
		c.Type = "article"
	case c.Publisher != "" || hasIdentifier(c.Identifiers, "isbn"):
		c.Type = "book"
	case c.URL != "":
		c.Type = "webpage"
	default:
		c.Type = "document"
	}
	if p.quoted != "" && c.URL == "" && c.Type == "document" {
		c.Type = "article"
	}
}

// imprint takes the first "(Place: Publisher, Year)" out.
func (p *plain) imprint(s string) (rest string) {
	c := p.c
	for from := 0; from < len(s); {
		i := strings.IndexByte(s[from:], '(')
		if i < 0 {
			break
		}
		i += from
		j := strings.IndexByte(s[i:], ')')
		if j < 0 {
			break
		}
		in := s[i+1 : i+j]
		if d := ParseDate(in); d.Year > 1400 {
			c.Date, c.DateSuffix = d.EDTF, d.Suffix
			p.score += 15
			return s[:i] + s[i+j+1:]
		}
		if k := strings.LastIndexByte(in, ','); k > 0 {
			if d := ParseDate(strings.TrimSpace(in[k+1:])); d.Year > 1400 {
				c.Date, c.DateSuffix = d.EDTF, d.Suffix
				pub := strings.TrimSpace(in[:k])
				if place, name, ok := strings.Cut(pub, ": "); ok {
					c.Place, pub = strings.TrimSpace(place), strings.TrimSpace(name)
				}
				c.Publisher = pub
				p.score += 35
				return s[:i] + s[i+j+1:]
			}
		}
		from = i + j + 1
	}
	return s
}

// date takes the last part between commas, periods or parentheses that is a date.
func (p *plain) date(s string) {
	if !p.c.Date.IsZero() {
		return
	}
	for v, rest, ok := lastPart(s); ok; v, rest, ok = lastPart(rest) {
		v = strings.TrimSpace(v)
		if len(v) > 40 || !hasDigit(v) {
			continue
		}
		if len(v) == 4 && digitsOnly(v) { // "May 5, 2001"
			if before, _, ok := lastPart(rest); ok {
				if d := ParseDate(strings.TrimSpace(before) + ", " + v); d.Year > 1400 {
					p.c.Date = d.EDTF
					p.score += 15
					return
				}
			}
		}
		if d := ParseDate(v); d.Year > 1400 && d.Year < 2200 {
			p.c.Date, p.c.DateSuffix = d.EDTF, d.Suffix
			p.score += 15
			return
		}
	}
}

// lastPart is the last part of s between commas, periods, semicolons or parentheses, and what stands before it.
func lastPart(s string) (part, rest string, ok bool) {
	end := len(s)
	for end > 0 && parting[s[end-1]] {
		end--
	}
	start := end
	for start > 0 && !parting[s[start-1]] {
		start--
	}
	return s[start:end], s[:start], end > 0
}

// parting are the bytes between the parts of a citation.
var parting = [256]bool{',': true, '.': true, ';': true, '(': true, ')': true}

// pages takes "p. 12", "pp. 12–15" and "page 12".
func (p *plain) pages(s string) {
	if !maybePages(s) {
		return
	}
	lower := strings.ToLower(s)
	if len(lower) != len(s) {
		return
	}
	for _, w := range [...]string{"pp. ", "pp.", "pp ", "p. ", "p.", "pages ", "page "} {
		for from := 0; ; {
			i := strings.Index(lower[from:], w)
			if i < 0 {
				break
			}
			i += from
			from = i + len(w)
			if i > 0 && (isLetter(s[i-1]) || isDigit(s[i-1])) {
				continue
			}
			end := from
			for end < len(s) && (isDigit(s[end]) || s[end] == '-' || strings.HasPrefix(s[end:], "–") || s[end] == 0x80 || s[end] == 0x93 || s[end] == ',' || s[end] == ' ') {
				end++
			}
			if v := strings.Trim(s[from:end], " ,-–"); v != "" && isDigit(v[0]) {
				p.c.Pages = v
				p.score += 15
				return
			}
		}
	}
}

// maybePages is false only for a text without "p.", "pp" and "page", in any case.
func maybePages(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if s[i]|0x20 != 'p' {
			continue
		}
		switch s[i+1] | 0x20 {
		case '.' | 0x20, 'p':
			return true
		case 'a':
			if i+4 <= len(s) && equalFold(s[i+2:i+4], "ge") {
				return true
			}
		}
	}
	return false
}

// titleOf is the text up to the first end of a sentence or the end, without trailing punctuation.
func titleOf(s string) string {
	s = strings.TrimLeft(s, " .,;:")
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '.' && s[i+1] == ' ' && i > 12 && !(i > 1 && (s[i-2] == ' ' || s[i-2] == '.')) {
			s = s[:i]
			break
		}
	}
	return strings.Trim(s, " .,;:")
}
