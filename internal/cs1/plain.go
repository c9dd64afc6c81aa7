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
	p.italics, p.quoted = emphasised(source), quotation(p.text)
	if len(p.italics) > 0 {
		p.italic = p.italics[0]
	}
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
	italics        []string // all texts in italics
	linked         string   // text of the first external link
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
				p.c.URL, p.linked = u, collapse(strings.ReplaceAll(Readable(text), "\u00A0", " "))
				if noTitle(p.linked) && (strings.Contains(source, "''") || len(p.text) > len(p.linked)+25) {
					p.linked = ""
				}
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

// noTitle reports whether the text of a link only says where it leads or in what form: "books.google.com", "online", "PDF".
func noTitle(s string) bool {
	switch strings.ToLower(strings.Trim(s, " .,()[]")) {
	case "online", "pdf", "link", "here", "text", "full text", "website", "review", "abstract", "archive", "archived", "google books", "internet archive", "online edition", "excerpt", "excerpt and text search", "preview", "dead link":
		return true
	}
	if strings.HasPrefix(s, "p. ") || strings.HasPrefix(s, "pp. ") || strings.HasPrefix(s, "page ") || strings.HasPrefix(s, "pages ") {
		return true
	}
	if len(s) < 40 && (strings.HasPrefix(s, "Available ") || strings.HasPrefix(s, "available ") || strings.HasPrefix(s, "Download") || strings.HasPrefix(s, "Read online")) {
		return true
	}
	return strings.Contains(s, ".") && !strings.Contains(s, " ")
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

// emphasised are the texts between pairs of two apostrophes, as they read.
func emphasised(s string) (texts []string) {
	for len(texts) < 8 {
		i := strings.Index(s, "''")
		if i < 0 {
			break
		}
		n := 2
		for i+n < len(s) && s[i+n] == '\'' {
			n++
		}
		j := strings.Index(s[i+n:], "''")
		if j < 0 {
			break
		}
		if n == 2 {
			if t := collapse(strings.ReplaceAll(Readable(s[i+2:i+2+j]), "\u00A0", " ")); t != "" {
				texts = append(texts, t)
			}
		}
		s = s[i+n+j:]
		s = strings.TrimLeft(s, "'")
	}
	return texts
}

// quotation is the first text between double quotation marks.
func quotation(s string) string {
	for _, q := range [...][2]string{{`"`, `"`}, {"“", "”"}, {"«", "»"}} {
		if i := strings.Index(s, q[0]); i >= 0 {
			rest := s[i+len(q[0]):]
			if j := strings.Index(rest, q[1]); j > 3 {
				return strings.Trim(rest[:j], ",. ")
			}
		}
	}
	return ""
}

// access takes "Retrieved 6 June 2002" and its kind off.
func (p *plain) access() {
	if !strings.Contains(p.text, "ed ") && !strings.Contains(p.text, "ED ") {
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
		d := ParseDate(rest)
		if _, after, ok := strings.Cut(rest, ", "); ok && d.Year == 0 { // "Retrieved from example.org, 6 June 2002"
			d = ParseDate(after)
		}
		if d.Year != 0 {
			p.c.AccessDate = d.EDTF
			p.text = strings.TrimRight(p.text[:i], " .,;(")
			p.score += 15
		}
		return
	}
}

// read tells author, title, publisher, place and date apart. The title is what is linked, else in quotation marks, else in italics; the
// people stand before it, the rest behind.
func (p *plain) read() {
	c := p.c
	if p.linked != "" && len(p.linked) < 300 {
		c.Title = strings.Trim(p.linked, " \"“”.")
		if i := strings.Index(c.Title, ", retrieved "); i > 0 {
			c.Title = c.Title[:i]
		}
	}
	if p.text == "" || len(p.text) > maxPlain {
		if c.URL != "" {
			c.Type = "webpage"
		}
		return
	}
	at, behind, end := p.title()
	if at < 0 {
		p.untitled()
	} else {
		head, rest := p.text[:at], p.text
		if c.Container == "" && at > 0 {
			head = p.workBefore(head)
		}
		if head == "" || !p.head(head) {
			rest = p.authors(p.text)
		}
		if at < behind { // dates in the title are the title's
			rest = strings.Replace(rest, p.text[at:behind], ". ", 1)
		}
		rest = p.imprint(rest)
		p.date(rest)
		if p.pages(rest); c.Pages == "" {
			p.pages(p.text)
		}
		p.tail(p.text[min(end, len(p.text)):])
		p.notProse(at)
	}
	p.kind()
}

// title finds the title in the text: where it begins, what is behind it, and where the work that it is part of ends; -1 when none
// is marked as one.
func (p *plain) title() (at, behind, end int) {
	c := p.c
	from := p.linked
	switch {
	case c.Title != "":
	case p.quoted != "" && !p.inParentheses():
		c.Title, from = p.quoted, p.quoted
		p.score += 20
	case p.italic != "":
		c.Title, from = strings.Trim(p.italic, " .,"), p.italic
		p.score += 20
	default:
		return -1, -1, -1
	}
	if at = strings.Index(p.text, from); at < 0 {
		at = 0
	} else {
		end = at + len(from)
	}
	behind = end
	for _, work := range p.italics {
		if j := strings.Index(p.text[end:], work); j >= 0 && work != c.Title && !strings.Contains(from, work) && (p.linked != "" || p.quoted != "") {
			c.Container = strings.Trim(work, " .,;:")
			end += j + len(work)
			p.score += 20
			break
		}
	}
	return at, behind, end
}

// inParentheses reports whether the words in quotation marks stand in a remark behind a citation: "(Prize of the “Academy”)".
func (p *plain) inParentheses() bool {
	i := strings.Index(p.text, p.quoted)
	return i > 0 && strings.Count(p.text[:i], "(") > strings.Count(p.text[:i], ")")
}

// workBefore takes a work in italics off the end of what stands before a title: "Jane Roe, ”The Guardian”, [address Title]".
func (p *plain) workBefore(head string) string {
	for _, work := range p.italics {
		if i := strings.Index(head, work); i >= 0 && work != p.c.Title && len(head)-i-len(work) < 40 {
			p.c.Container = strings.Trim(work, " .,;:")
			p.score += 10
			return head[:i]
		}
	}
	return head
}

// notProse takes back a title of words in italics or quotation marks that stand in a sentence: nothing else of a citation was found.
func (p *plain) notProse(at int) {
	c := p.c
	if c.URL == "" && len(c.People) == 0 && c.Date.IsZero() && c.Pages == "" && c.Publisher == "" && c.Volume == "" && len(c.Identifiers) == 0 && (at > 0 || c.Container == "") && smallWords(p.text)-smallWords(c.Title) > 3 {
		c.Title, c.Container = "", ""
		p.score = 0
	}
}

// smallWords is the number of words of s that begin with a small letter.
func smallWords(s string) (n int) {
	for w := range strings.FieldsSeq(s) {
		if isLower(w[0]) && len(w) > 1 {
			n++
		}
	}
	return n
}

// kind is the CSL type.
func (p *plain) kind() {
	c := p.c
	switch {
	case c.Container != "" && c.URL != "" && c.Volume == "" && !p.inItalics(c.Container):
		c.Type = "webpage"
	case c.Container != "":
		c.Type = "article"
	case c.Publisher != "" || hasIdentifier(c.Identifiers, "isbn") || strings.Contains(c.URL, "//books.google.") || strings.Contains(c.URL, "archive.org/details/") || strings.Contains(c.URL, "archive.org/stream/"):
		c.Type = "book"
	case c.URL != "":
		c.Type = "webpage"
	default:
		c.Type = "document"
	}
	if p.quoted != "" && c.URL == "" && c.Type == "document" && c.Title != "" {
		c.Type = "article"
	}
}

func (p *plain) inItalics(s string) bool {
	for _, i := range p.italics {
		if strings.Contains(i, s) {
			return true
		}
	}
	return false
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
		if d := ParseDate(in); d.Year > 1400 && d.Year < 2100 {
			c.Date, c.DateSuffix = d.EDTF, d.Suffix
			p.score += 15
			return s[:i] + s[i+j+1:]
		}
		if k := strings.LastIndexByte(in, ','); k > 0 {
			if d := ParseDate(strings.TrimSpace(in[k+1:])); d.Year > 1400 && d.Year < 2100 {
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
		if len(v) > 5 && isYear(v[:4]) && (v[4:] == " p" || v[4:] == " pp") {
			v = v[:4] // "1995 p.90"
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
		if d := ParseDate(v); d.Year > 1400 && d.Year < 2100 {
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
	for _, w := range [...]string{"pp. ", "pp.", "pp ", "p. ", "p.", "pages ", "page ", "p ", "s. "} {
		for from := 0; ; {
			i := strings.Index(lower[from:], w)
			if i < 0 {
				break
			}
			i += from
			from = i + len(w)
			if i > 0 && (isLetter(s[i-1]) || isDigit(s[i-1]) || s[i-1] == '.') {
				continue
			}
			end := from
			for end < len(s) && (isDigit(s[end]) || s[end] == '-' || strings.HasPrefix(s[end:], "–") || s[end] == 0x80 || s[end] == 0x93 || s[end] == ',' || s[end] == ' ') {
				end++
			}
			v := strings.Trim(s[from:end], " ,-–")
			if i := strings.LastIndex(v, ", "); i > 0 && isYear(v[i+2:]) {
				v = v[:i] // "p. 38, 1994"
			}
			if v != "" && isDigit(v[0]) {
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
		if s[i] == 'S' && strings.HasPrefix(s[i:], "S. ") {
			return true
		}
		if s[i]|0x20 != 'p' {
			continue
		}
		switch s[i+1] | 0x20 {
		case '.' | 0x20, 'p', ' ':
			return true
		case 'a':
			if i+4 <= len(s) && equalFold(s[i+2:i+4], "ge") {
				return true
			}
		}
	}
	return false
}
