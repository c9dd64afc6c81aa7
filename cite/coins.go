package cite

import (
	"html"
	"net/url"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// COinS is the context object of a citation (OpenURL 1.0, Z39.88) as the query string that stands in the title of
// <span class="Z3988">: what reference managers look for in a page. [COinSSpan] makes the element.
func COinS(c *sinosoviet.Citation) string {
	var b strings.Builder
	add := func(k, v string) {
		if v == "" {
			return
		}
		if b.Len() > 0 {
			b.WriteByte('&')
		}
		b.WriteString(k + "=" + url.QueryEscape(v))
	}
	add("ctx_ver", "Z39.88-2004")
	format, genre := coinsGenre(c)
	add("rft_val_fmt", "info:ofi/fmt:kev:mtx:"+format)
	if format != "dissertation" {
		add("rft.genre", genre)
	}
	switch {
	case format == "dissertation":
		add("rft.title", c.Title)
		add("rft.degree", field(c, "degree"))
		add("rft.inst", c.Publisher)
	case format == "journal":
		add("rft.jtitle", c.Container)
		add("rft.atitle", c.Title)
	case genre == "bookitem" || c.Container != "":
		add("rft.atitle", c.Title)
		add("rft.btitle", c.Container)
	default:
		add("rft.btitle", c.Title)
	}
	add("rft.place", c.Place)
	add("rft.series", c.Series)
	add("rft.edition", c.Edition)
	add("rft.volume", c.Volume)
	add("rft.issue", c.Issue)
	add("rft.pages", strings.ReplaceAll(c.Pages, "–", "-"))
	if format != "dissertation" {
		add("rft.pub", c.Publisher)
	}
	add("rft.date", coinsDate(c))
	for _, s := range [...]string{"isbn", "issn", "eissn"} {
		add("rft."+s, strings.ReplaceAll(identifier(c, s), " ", ""))
	}
	for i := range c.Identifiers {
		id := &c.Identifiers[i]
		switch id.Scheme {
		case "doi", "oclc", "pmid", "bibcode", "hdl", "arxiv", "lccn":
			scheme := id.Scheme
			if scheme == "oclc" {
				scheme = "oclcnum"
			}
			add("rft_id", "info:"+scheme+"/"+id.Value)
		case "isbn", "issn", "eissn":
		default:
			if prefix, label := cs1.LinkPrefix(id.Scheme), idLabel(id.Scheme); prefix != "" && label != "" {
				add("rft_id", prefix+olKind(id)+id.Value+"#id-name="+label)
			}
		}
	}
	for i, p := range withRole(c, "author") {
		if i == 0 && p.Given != "" {
			add("rft.aulast", p.Family)
			add("rft.aufirst", p.Given)
			continue
		}
		add("rft.au", risName(p))
	}
	add("rft_id", c.URL)
	return b.String()
}

// COinSSpan is the empty HTML element that carries a citation's context object.
func COinSSpan(c *sinosoviet.Citation) string {
	return `<span class="Z3988" title="` + html.EscapeString(COinS(c)) + `"></span>`
}

// idLabel is the name of an identifier that a context object gives as an address.
func idLabel(scheme string) string {
	switch scheme {
	case "jstor", "mr", "osti", "pmc", "rfc", "s2cid", "ssrn", "jfm", "ol":
		return strings.ToUpper(scheme)
	case "zbl":
		return "Zbl"
	case "biorxiv":
		return "bioRxiv"
	case "citeseerx":
		return "CiteSeerX"
	}
	return ""
}

// olKind is the part of Open Library's addresses that the identifier's last letter tells.
func olKind(id *sinosoviet.Identifier) string {
	if id.Scheme != "ol" {
		return ""
	}
	switch {
	case strings.HasSuffix(id.Value, "A"):
		return "authors/OL"
	case strings.HasSuffix(id.Value, "W"):
		return "works/OL"
	}
	return "books/OL"
}

func coinsGenre(c *sinosoviet.Citation) (format, genre string) {
	switch c.Type {
	case "article-journal", "article-magazine", "article-newspaper":
		return "journal", "article"
	case "article":
		return "journal", "preprint"
	case "webpage", "post", "post-weblog", "broadcast", "speech", "motion_picture", "song", "interview", "document":
		if c.Container == "" {
			return "book", "unknown"
		}
		return "journal", "unknown"
	case "chapter", "entry-encyclopedia", "entry-dictionary", "entry":
		return "book", "bookitem"
	case "paper-conference":
		return "book", "conference"
	case "report":
		return "book", "report"
	case "thesis":
		return "dissertation", ""
	case "map":
		if c.Container != "" {
			return "book", "bookitem"
		}
		return "book", "unknown"
	}
	return "book", "book"
}

// coinsDate is the date with ISO dates, and ranges by a slash. Seasons, quarters and decades are left to their years, and an approximate
// year is none.
func coinsDate(c *sinosoviet.Citation) string {
	d := newCSLDate(c.Date, "")
	switch {
	case d == nil || d.Circa || len(d.Parts) > 0 && d.Parts[0][0] <= 0:
		return ""
	case d.Season > 0 || len(d.Parts) == 0:
		w := cs1.ParseDate(dateWritten(c))
		if w.Year <= 0 {
			return ""
		}
		if d.Season > 0 && w.Last != w.Year {
			return fourDigits(w.Year) + "/" + fourDigits(w.Last)
		}
		return fourDigits(w.Year)
	}
	var ends []string
	for _, p := range d.Parts {
		s := fourDigits(max(p[0], 0))
		for _, n := range p[1:] {
			s += "-" + two(n)
		}
		ends = append(ends, s)
	}
	return strings.Join(ends, "/")
}
