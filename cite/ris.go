package cite

import (
	"bufio"
	"io"
	"iter"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// WriteRIS prints citations in RIS, as they come: lines "TY  - BOOK" ended by CR LF, one value a line. Dates are "YYYY/MM/DD/other"; what RIS cannot
// say of a date stands in its last part.
func WriteRIS(w io.Writer, citations iter.Seq[*sinosoviet.Citation]) error {
	b := bufio.NewWriter(w)
	var k keys
	for c := range citations {
		if err := writeRIS(b, c, k.next(c)); err != nil {
			return err
		}
	}
	return b.Flush()
}

// risType is the type of reference.
func risType(c *sinosoviet.Citation) string {
	switch c.Type {
	case "book", "classic", "pamphlet":
		return "BOOK"
	case "chapter":
		return "CHAP"
	case "article-journal", "article", "review":
		return "JOUR"
	case "article-magazine":
		return "MGZN"
	case "article-newspaper":
		return "NEWS"
	case "webpage", "post", "post-weblog":
		return "ELEC"
	case "entry-encyclopedia", "entry":
		return "ENCYC"
	case "entry-dictionary":
		return "DICT"
	case "paper-conference":
		return "CPAPER"
	case "thesis":
		return "THES"
	case "report":
		return "RPRT"
	case "map":
		return "MAP"
	case "motion_picture":
		return "MPCT"
	case "song":
		return "SOUND"
	case "patent":
		return "PAT"
	case "broadcast":
		return "VIDEO"
	case "graphic", "figure":
		return "FIGURE"
	}
	return "GEN"
}

// risLine writes one line; line breaks in the value become blanks, so that no value can begin a tag.
func risLine(b *bufio.Writer, tag, value string) {
	value = strings.Join(strings.Fields(value), " ")
	if value == "" {
		return
	}
	b.WriteString(tag)
	b.WriteString("  - ")
	b.WriteString(value)
	b.WriteString("\r\n")
}

// risName is "Family, Given, Suffix", or a body's name.
func risName(p sinosoviet.Person) string {
	if p.Literal != "" {
		return p.Literal
	}
	given, suffix := suffixOf(p.Given)
	s := p.Family
	if given != "" {
		s += ", " + given
	}
	if suffix != "" {
		s += ", " + suffix
	}
	return s
}

// risDate is "1950/02/14/", "2000///Spring", or the year alone.
func risDate(d *cslDate) (year, date string) {
	if d == nil {
		return "", ""
	}
	if len(d.Parts) == 0 {
		return "", "///" + d.Literal
	}
	a := d.Parts[0]
	if a[0] <= 0 {
		return "", "///" + d.written()
	}
	year = fourDigits(a[0])
	date = year + "/"
	if len(a) > 1 {
		date += two(a[1])
	}
	date += "/"
	if len(a) > 2 {
		date += two(a[2])
	}
	date += "/"
	if d.Season > 0 || d.Circa || len(d.Parts) > 1 {
		date += strings.ReplaceAll(d.written(), "/", "-")
	}
	return year, date
}

func fourDigits(n int) string {
	var b [4]byte
	for i := 3; i >= 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return string(b[:])
}

// risTags are the tags that depend on the type of reference, after the specification of 2011.
func risTags(kind string) (container, series, editor string) {
	switch kind {
	case "BOOK":
		return "JF", "T2", "A3"
	case "MAP", "RPRT":
		return "JF", "T2", "A2"
	case "CPAPER":
		return "C3", "T3", "A2"
	}
	return "T2", "T3", "A2"
}

func writeRIS(b *bufio.Writer, c *sinosoviet.Citation, key string) error {
	kind := risType(c)
	risLine(b, "TY", kind)
	container, series, editor := risTags(kind)
	for _, p := range c.People {
		switch {
		case p.Role == "author":
			risLine(b, "AU", risName(p))
		case p.Role == "editor":
			risLine(b, editor, risName(p))
		case p.Role == "translator":
			risLine(b, "A4", risName(p))
		default:
			risLine(b, "N1", p.Role+": "+risName(p))
		}
	}
	title, original := titles(c)
	risLine(b, "TI", title)
	risLine(b, "OP", original)
	risLine(b, container, c.Container)
	risLine(b, series, c.Series)
	if t := field(c, "conference"); kind == "CPAPER" {
		risLine(b, "T2", t)
	} else if t != "" {
		risLine(b, "N1", "event: "+t)
	}
	year, date := risDate(newCSLDate(c.Date, dateWritten(c)))
	risLine(b, "PY", year)
	risLine(b, "DA", date)
	risLine(b, "PB", c.Publisher)
	risLine(b, "CY", c.Place)
	risLine(b, "ET", c.Edition)
	risLine(b, "VL", c.Volume)
	risLine(b, "IS", c.Issue)
	start, end := risPages(pagesOf(c))
	risLine(b, "SP", start)
	risLine(b, "EP", end)
	risLine(b, "SN", identifier(c, "isbn"))
	risLine(b, "SN", identifier(c, "issn"))
	risLine(b, "DO", identifier(c, "doi"))
	risLine(b, "UR", c.URL)
	risLine(b, "LK", c.ArchiveURL)
	if _, accessed := risDate(newCSLDate(c.AccessDate, "")); accessed != "" {
		risLine(b, "Y2", accessed)
	}
	risLine(b, "LA", c.Language)
	risLine(b, "M3", field(c, "type"))
	if kind == "MAP" {
		risLine(b, "C1", field(c, "scale"))
	}
	risNotes(b, c, kind)
	risLine(b, "ID", key)
	_, err := b.WriteString("ER  - \r\n\r\n")
	return err
}

// risNotes adds, as notes "name: value", what RIS has no tag for.
func risNotes(b *bufio.Writer, c *sinosoviet.Citation, kind string) {
	note := func(name, value string) {
		if value != "" {
			risLine(b, "N1", name+": "+value)
		}
	}
	for i := range c.Identifiers {
		switch id := &c.Identifiers[i]; id.Scheme {
		case "doi", "isbn", "issn":
		case "pmc":
			if kind == "JOUR" {
				risLine(b, "C2", id.Value)
				continue
			}
			note(id.Scheme, id.Value)
		default:
			note(id.Scheme, id.Value)
		}
	}
	if isAt(c) {
		note("at", c.Pages)
	}
	note("orig-date", field(c, "orig-date"))
	switch c.Type { // one type of reference for several of CSL
	case "interview", "speech", "broadcast", "motion_picture", "article", "document", "graphic", "post":
		note("csl-type", c.Type)
	}
	note("quote", c.Quote)
}

// risPages splits one range; anything else is the start page as a whole.
func risPages(p string) (start, end string) {
	a, z, ok := strings.Cut(strings.ReplaceAll(p, "–", "-"), "-")
	if !ok || strings.ContainsAny(p, ",;") || strings.Contains(z, "-") || a == "" || z == "" {
		return p, ""
	}
	return strings.TrimSpace(a), strings.TrimSpace(z)
}
