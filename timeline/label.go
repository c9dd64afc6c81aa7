package timeline

import (
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// resolve is the source a citation of a document stands for. A short citation, the pages of an
// earlier one and a reused reference take what they lack from the citation they refer to.
func resolve(doc *document, id string) (Source, bool) {
	i, ok := doc.byID[id]
	if !ok {
		return Source{Document: doc.Name, ID: id, Label: id}, true
	}
	c := &doc.Citations[i]
	if c.Kind == sinosoviet.CitationNeeded {
		return Source{}, false
	}
	full := c
	for hops := 0; hops < 4 && full.Target != ""; hops++ { // pages → short → full
		j, ok := doc.byID[full.Target]
		if !ok || &doc.Citations[j] == full {
			break
		}
		full = &doc.Citations[j]
	}
	s := Source{Document: doc.Name, ID: c.ID, Number: c.Number, Kind: c.Kind, Label: label(c, full), Work: full.Title, URL: address(c)}
	if full != c {
		s.Link, s.Confidence = c.Link, c.Confidence
		if s.URL == "" {
			s.URL = address(full)
		}
	}
	if s.Number == 0 {
		s.Number = full.Number
	}
	return s, true
}

// label is a short name of a citation: "Zhao 2022, p. 28".
func label(c, full *sinosoviet.Citation) string {
	who := byline(c.People)
	if who == "" {
		who = byline(full.People)
	}
	for _, other := range [...]string{full.Title, full.Container, full.Publisher, c.RefName} {
		if who == "" {
			who = clip(other, 60)
		}
	}
	if who == "" {
		if who = host(full.URL); who == "" {
			who = "reference " + c.ID
		}
	}
	year := yearOf(c)
	if year == "" {
		year = yearOf(full)
	}
	var b strings.Builder
	b.WriteString(who)
	if year != "" {
		b.WriteByte(' ')
		b.WriteString(year)
	}
	pages := c.Pages
	if pages == "" && c.Kind == sinosoviet.CitationReuse {
		pages = full.Pages
	}
	if pages != "" {
		b.WriteString(", ")
		b.WriteString(pageMark(pages))
		b.WriteString(pages)
	}
	return b.String()
}

// byline names the authors as a short citation does; editors where there is no author.
func byline(people []sinosoviet.Person) string {
	for _, role := range [...]string{"author", "", "editor", "contributor", "translator"} {
		var names []string
		for _, p := range people {
			if p.Role != role {
				continue
			}
			name := p.Family
			if name == "" {
				name = p.Literal
			}
			if name != "" {
				names = append(names, name)
			}
		}
		switch len(names) {
		case 0:
			continue
		case 1:
			return names[0]
		case 2:
			return names[0] + " & " + names[1]
		}
		return names[0] + " et al."
	}
	return ""
}

// yearOf is the year of publication as a label shows it, or "".
func yearOf(c *sinosoviet.Citation) string {
	from, to := c.Date.Bounds()
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case from.IsZero() || from.Year == to.Year:
		return strconv.Itoa(to.Year) + c.DateSuffix
	case to.IsZero():
		return strconv.Itoa(from.Year) + "–"
	}
	return strconv.Itoa(from.Year) + "–" + strconv.Itoa(to.Year) + c.DateSuffix
}

// pageMark is "p. " for one page, "pp. " for several, nothing for what is not pages.
func pageMark(pages string) string {
	if pages[0] < '0' || pages[0] > '9' {
		for i := range len(pages) {
			if pages[i] >= '0' && pages[i] <= '9' && i < 5 && strings.Trim(pages[:i], "ivxlcIVXLCABS") == "" {
				return "p. "
			}
		}
		if strings.Trim(pages, "ivxlc") != "" {
			return ""
		}
	}
	if strings.ContainsAny(pages, ",–-;&") {
		return "pp. "
	}
	return "p. "
}

// address is where a cited work can be read: its own address, an archived copy, or its identifier's.
func address(c *sinosoviet.Citation) string {
	if web(c.URL) {
		return c.URL
	}
	if web(c.ArchiveURL) {
		return c.ArchiveURL
	}
	for _, id := range c.Identifiers {
		if base := resolvers[id.Scheme]; base != "" && id.Valid {
			return base + id.Value
		}
	}
	return ""
}

// web reports whether an address may stand in a link: only those of the web do, so that no
// document can smuggle in a script.
func web(u string) bool {
	const http, https = "http://", "https://"
	return len(u) > len(https) && (strings.EqualFold(u[:len(http)], http) || strings.EqualFold(u[:len(https)], https)) &&
		!strings.ContainsAny(u, " \t\r\n\"<>")
}

// host is the name of the web site an address is at, or "".
func host(u string) string {
	if !web(u) {
		return ""
	}
	_, rest, _ := strings.Cut(u, "://")
	name, _, _ := strings.Cut(rest, "/")
	return strings.TrimPrefix(name, "www.")
}

// resolvers are the addresses that identifiers are looked up at, as the schemes' registries give them.
var resolvers = map[string]string{
	"doi":   "https://doi.org/",
	"jstor": "https://www.jstor.org/stable/",
	"oclc":  "https://search.worldcat.org/oclc/",
	"pmid":  "https://pubmed.ncbi.nlm.nih.gov/",
	"pmc":   "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC",
	"arxiv": "https://arxiv.org/abs/",
	"hdl":   "https://hdl.handle.net/",
}

// clip is s cut at a blank to at most n runes, with an ellipsis when something was cut.
func clip(s string, n int) string {
	count, blank := 0, 0
	for i, r := range s {
		if r == ' ' {
			blank = i
		}
		if count++; count > n {
			if blank == 0 {
				blank = i
			}
			return strings.TrimRight(s[:blank], " ,;:–-") + "…"
		}
	}
	return s
}
