package cs1

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
)

// Plain reads a citation that is not a template: the source text of a <ref> or of an entry of a bibliography. What can be
// told is typed; Confidence, from 0 to 1, says how much of a citation it looks like. The span is for the caller to set.
//
//	Garver, John W. China's quest: a history (Oxford University Press, 2015).
//	[http://example.org Title of the page], Example Times, 5 May 2001. Retrieved 6 June 2002.
//	http://example.org
func Plain(source string) sinosoviet.Citation {
	c := sinosoviet.Citation{Kind: sinosoviet.CitationPlain}
	p := plain{c: &c, text: strings.TrimSpace(Readable(source))}
	p.links(source)
	p.identifiers()
	p.italic, p.quoted = emphasised(source), quotation(p.text)
	p.access()
	p.read()
	c.Confidence = min(float64(p.score)/100, 0.95)
	return c
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

// authors takes "Family, Given Names." or "Given Family," off the front, when the words look like names.
func (p *plain) authors(s string) (rest string) {
	end, family, given := leadingName(s)
	if end == 0 {
		return s
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
		if e == 0 {
			break
		}
		p.c.People = append(p.c.People, sinosoviet.Person{Role: "author", Family: f, Given: g})
		rest = next[e:]
	}
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
		if bare == "" || !isNameWord(bare) {
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
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > most {
		return false
	}
	for _, w := range words {
		if !isNameWord(strings.TrimRight(w, ".")) {
			switch w {
			case "van", "von", "de", "der", "den", "la", "le", "di", "da", "del", "bin", "al", "du", "dos", "ibn", "ter", "zu":
			default:
				return false
			}
		}
	}
	return true
}

// isNameWord reports a word that begins with a capital and has only letters, hyphens, apostrophes and periods.
func isNameWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) {
		return false
	}
	switch w {
	case "The", "A", "An", "In", "On", "From", "Of", "See", "For", "And", "With", "Volume", "Vol", "Chapter", "Page", "University", "Press", "New", "History":
		return false
	}
	for _, r := range w {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '-' && r != '\'' && r != '’' && r != '.' {
			return false
		}
	}
	return true
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
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '.' || r == ';' || r == '(' || r == ')' })
	for i := len(parts) - 1; i >= 0; i-- {
		v := strings.TrimSpace(parts[i])
		if i > 0 && len(v) == 4 && digitsOnly(v) { // "May 5, 2001"
			if d := ParseDate(strings.TrimSpace(parts[i-1]) + ", " + v); d.Year > 1400 {
				p.c.Date = d.EDTF
				p.score += 15
				return
			}
		}
		if d := ParseDate(v); d.Year > 1400 && d.Year < 2200 {
			p.c.Date, p.c.DateSuffix = d.EDTF, d.Suffix
			p.score += 15
			return
		}
	}
}

// pages takes "p. 12", "pp. 12–15" and "page 12".
func (p *plain) pages(s string) {
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
