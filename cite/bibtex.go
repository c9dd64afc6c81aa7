package cite

import (
	"bufio"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// WriteBibTeX prints citations for BibTeX, as they come. Letters of all scripts stay in UTF-8. BibTeX knows years and months only: day and
// season stand in fields that its styles pass over, a range of years stays in "year".
func WriteBibTeX(w io.Writer, citations iter.Seq[*sinosoviet.Citation]) error {
	return writeBib(w, citations, bibTeX)
}

// WriteBibLaTeX prints citations for BibLaTeX, as they come. Dates are EDTF, as BibLaTeX takes them: with approximation, ranges,
// seasons and decades.
func WriteBibLaTeX(w io.Writer, citations iter.Seq[*sinosoviet.Citation]) error {
	return writeBib(w, citations, bibLaTeX)
}

func writeBib(w io.Writer, citations iter.Seq[*sinosoviet.Citation], entry func(*bibWriter, *sinosoviet.Citation, string)) error {
	b := bufio.NewWriter(w)
	var k keys
	sep := ""
	for c := range citations {
		var e bibWriter
		e.b.WriteString(sep)
		sep = "\n"
		entry(&e, c, k.next(c))
		e.end()
		if _, err := b.WriteString(e.b.String()); err != nil {
			return err
		}
	}
	return b.Flush()
}

// names adds people of a role.
func (w *bibWriter) names(field string, people []sinosoviet.Person) {
	if len(people) == 0 {
		return
	}
	w.name(field)
	for i, p := range people {
		if i > 0 {
			w.b.WriteString(" and ")
		}
		if p.Literal != "" {
			w.braced(p.Literal)
			continue
		}
		given, suffix := suffixOf(p.Given)
		if p.Family == "others" && i == len(people)-1 && i > 0 && given == "" {
			w.b.WriteString("others") // BibTeX's word for "et al."
			continue
		}
		if given == "" && suffix == "" {
			w.braced(p.Family) // one word or several: never split
			continue
		}
		w.namePart(p.Family)
		if suffix != "" {
			w.b.WriteString(", ")
			w.namePart(suffix)
		}
		w.b.WriteString(", ")
		w.namePart(given)
	}
	w.b.WriteByte('}')
}

// etAl adds people of a role, and "others" when there are more than the source names.
func (w *bibWriter) etAl(role string, c *sinosoviet.Citation) {
	people := withRole(c, role)
	if len(people) > 0 && cs1.IsEtAl(field(c, "display-"+role+"s")) {
		people = append(slices.Clip(people), sinosoviet.Person{Role: role, Family: "others", Literal: ""})
	}
	w.names(role, people)
}

// edtf adds a date as it is: what BibLaTeX reads in a date must not be escaped.
func (w *bibWriter) edtf(name string, d edtf.Date) {
	if s := d.String(); strings.ContainsAny(s, "{}") {
		w.text(name, s)
	} else {
		w.raw(name, s)
	}
}

func (w *bibWriter) braced(s string) {
	w.b.WriteByte('{')
	escapeLaTeX(&w.b, s)
	w.b.WriteByte('}')
}

// namePart writes a part of a name; one that holds what separates names or parts stands in braces. So does a family name that begins
// in lower case, or BibTeX would take its start for a particle and drop it in some styles.
func (w *bibWriter) namePart(s string) {
	if strings.Contains(s, ",") || strings.Contains(strings.ToLower(s), " and ") {
		w.braced(s)
		return
	}
	escapeLaTeX(&w.b, s)
}

// bibType are the entry types for a CSL type in BibTeX and BibLaTeX.
func bibType(c *sinosoviet.Citation) (tex, latex string) {
	switch c.Type {
	case "book", "map", "pamphlet", "classic":
		if c.Type == "map" {
			return "misc", "misc"
		}
		return "book", "book"
	case "chapter":
		return "incollection", "incollection"
	case "entry-encyclopedia", "entry-dictionary", "entry":
		return "incollection", "inreference"
	case "article-journal", "article-magazine", "article-newspaper":
		return "article", "article"
	case "paper-conference":
		return "inproceedings", "inproceedings"
	case "thesis":
		if strings.Contains(strings.ToLower(field(c, "degree")+field(c, "type")), "master") || strings.HasPrefix(field(c, "degree"), "M") {
			return "mastersthesis", "mastersthesis"
		}
		return "phdthesis", "phdthesis"
	case "report":
		return "techreport", "report"
	case "webpage", "post", "post-weblog":
		return "misc", "online"
	case "motion_picture":
		return "misc", "video"
	case "song":
		return "misc", "audio"
	case "patent":
		return "misc", "patent"
	}
	return "misc", "misc"
}

func bibTeX(w *bibWriter, c *sinosoviet.Citation, key string) {
	kind, _ := bibType(c)
	w.begin(kind, key)
	w.etAl("author", c)
	w.etAl("editor", c)
	w.names("translator", withRole(c, "translator"))
	title, original := titles(c)
	w.cased("title", title)
	w.cased("origtitle", original)
	switch kind {
	case "article":
		w.text("journal", c.Container)
	case "incollection", "inproceedings":
		w.text("booktitle", c.Container)
	default:
		w.text("howpublished", c.Container)
	}
	w.text("entrysubtype", subtype(c, kind))
	if t := field(c, "conference"); t != "" {
		w.text("eventtitle", t)
	}
	w.others(c)
	switch kind {
	case "phdthesis", "mastersthesis":
		w.list("school", c.Publisher)
	case "techreport":
		w.list("institution", c.Publisher)
	default:
		w.list("publisher", c.Publisher)
	}
	w.list("address", c.Place)
	w.text("edition", c.Edition)
	w.text("series", c.Series)
	w.text("volume", c.Volume)
	w.text("number", c.Issue)
	w.pages("pages", pagesOf(c))
	w.bibDate(c)
	w.rest(c)
}

// pagesOf are the pages, unless they are a place of another kind.
func pagesOf(c *sinosoviet.Citation) string {
	if isAt(c) {
		return ""
	}
	return c.Pages
}

var bibMonths = [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// bibDate adds year, month and day of a plain date. A range, an approximation or a season is told in the year or a field of its own.
func (w *bibWriter) bibDate(c *sinosoviet.Citation) {
	d := newCSLDate(c.Date, dateWritten(c))
	if d == nil {
		return
	}
	if len(d.Parts) == 0 {
		w.text("year", d.Literal)
		return
	}
	a := d.Parts[0]
	year := writtenYear(a[0])
	if len(d.Parts) == 2 {
		b := d.Parts[1]
		if b[0] != a[0] {
			year += "--" + writtenYear(b[0])
		}
		if len(a) > 1 && len(b) > 1 {
			w.edtf("date", c.Date)
		}
		w.name("year")
		w.b.WriteString(year + c.DateSuffix + "}")
		return
	}
	if d.Circa {
		year = "c. " + year
	}
	w.text("year", year+c.DateSuffix)
	if d.Season > 0 {
		w.text("season", strings.ToLower(seasonNames[d.Season-1]))
	}
	if len(a) > 1 {
		w.b.WriteString(",\n  month = " + bibMonths[a[1]-1])
	}
	if len(a) > 2 {
		w.text("day", strconv.Itoa(a[2]))
	}
}

// rest adds what both formats have: identifiers, addresses, language, notes.
func (w *bibWriter) rest(c *sinosoviet.Citation) {
	w.raw("doi", identifier(c, "doi"))
	w.text("isbn", identifier(c, "isbn"))
	w.text("issn", identifier(c, "issn"))
	w.text("pmid", identifier(c, "pmid"))
	w.text("pmcid", identifier(c, "pmc"))
	if v := identifier(c, "arxiv"); v != "" {
		w.raw("eprint", v)
		w.text("eprinttype", "arxiv")
	} else if v := identifier(c, "jstor"); v != "" {
		w.raw("eprint", v)
		w.text("eprinttype", "jstor")
	} else if v := identifier(c, "hdl"); v != "" {
		w.raw("eprint", v)
		w.text("eprinttype", "hdl")
	}
	w.text("oclc", identifier(c, "oclc"))
	w.text("lccn", identifier(c, "lccn"))
	w.text("s2cid", identifier(c, "s2cid"))
	w.text("wikidata", identifier(c, "wikidata"))
	w.raw("url", c.URL)
	if !c.AccessDate.IsZero() {
		w.edtf("urldate", c.AccessDate)
	}
	w.raw("archiveurl", c.ArchiveURL)
	if !c.ArchiveDate.IsZero() {
		w.edtf("archivedate", c.ArchiveDate)
	}
	w.text("language", c.Language)
	w.text("type", field(c, "type"))
	if isAt(c) {
		w.text("at", c.Pages)
	}
	w.text("scale", field(c, "scale"))
	if v := field(c, "orig-date"); v != "" {
		if d := cs1.ParseDate(v); !d.EDTF.IsZero() {
			v = d.EDTF.String()
		}
		w.text("origdate", v)
	}
}

// others adds the other roles: BibLaTeX has three more lists of people, each with a role of its own.
func (w *bibWriter) others(c *sinosoviet.Citation) {
	lists, n := [...]string{"editora", "editorb", "editorc"}, 0
	for _, role := range [...]string{"director", "producer", "writer", "narrator", "composer", "performer", "illustrator", "interviewer", "contributor", "host"} {
		if p := withRole(c, role); len(p) > 0 {
			w.names(lists[n], p)
			w.text(lists[n]+"type", role)
			if n++; n == len(lists) {
				return
			}
		}
	}
}

// subtype tells apart what an entry type holds together: newspapers and magazines among articles, and the CSL type of what has none.
func subtype(c *sinosoviet.Citation, kind string) string {
	switch kind {
	case "article":
		return strings.TrimPrefix(strings.TrimPrefix(c.Type, "article-"), "journal")
	case "incollection", "inreference", "online", "misc", "video", "audio", "patent":
		switch kind + " " + c.Type {
		case "incollection chapter", "inreference entry-encyclopedia", "online webpage", "misc document", "video motion_picture", "audio song", "patent patent":
			return ""
		}
		return c.Type
	}
	return ""
}

func bibLaTeX(w *bibWriter, c *sinosoviet.Citation, key string) {
	_, kind := bibType(c)
	w.begin(kind, key)
	w.etAl("author", c)
	w.etAl("editor", c)
	w.names("translator", withRole(c, "translator"))
	w.others(c)
	title, original := titles(c)
	w.cased("title", title)
	w.cased("origtitle", original)
	switch kind {
	case "article":
		w.text("journaltitle", c.Container)
	case "online":
		w.text("maintitle", c.Container)
	default:
		w.text("booktitle", c.Container)
	}
	w.text("entrysubtype", subtype(c, kind))
	w.text("eventtitle", field(c, "conference"))
	switch c.Type {
	case "paper-conference", "speech":
		w.list("venue", c.Place)
	default:
		w.list("location", c.Place)
	}
	switch kind {
	case "phdthesis", "mastersthesis", "report":
		w.list("institution", c.Publisher)
	case "online", "inproceedings":
		w.list("organization", c.Publisher)
	default:
		w.list("publisher", c.Publisher)
	}
	w.text("edition", c.Edition)
	w.text("series", c.Series)
	w.text("volume", c.Volume)
	w.text("number", c.Issue)
	w.pages("pages", pagesOf(c))
	if !c.Date.IsZero() {
		w.edtf("date", c.Date)
	} else {
		w.text("pubstate", dateWritten(c))
	}
	w.text("extradate", c.DateSuffix)
	w.rest(c)
}
