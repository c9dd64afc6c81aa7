package cite

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"iter"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// cslItem is an item of CSL-JSON 1.0, with the variables that citations have. Identifiers and addresses that CSL has no
// variable for stand in custom.
type cslItem struct {
	ID              string            `json:"id"`
	Type            string            `json:"type"`
	Author          []cslName         `json:"author,omitempty"`
	Editor          []cslName         `json:"editor,omitempty"`
	Translator      []cslName         `json:"translator,omitempty"`
	Interviewer     []cslName         `json:"interviewer,omitempty"`
	Contributor     []cslName         `json:"contributor,omitempty"`
	Director        []cslName         `json:"director,omitempty"`
	Producer        []cslName         `json:"producer,omitempty"`
	ScriptWriter    []cslName         `json:"script-writer,omitempty"`
	Narrator        []cslName         `json:"narrator,omitempty"`
	Composer        []cslName         `json:"composer,omitempty"`
	Performer       []cslName         `json:"performer,omitempty"`
	Illustrator     []cslName         `json:"illustrator,omitempty"`
	Host            []cslName         `json:"host,omitempty"`
	Issued          *cslDate          `json:"issued,omitempty"`
	Accessed        *cslDate          `json:"accessed,omitempty"`
	OriginalDate    *cslDate          `json:"original-date,omitempty"`
	Title           text              `json:"title,omitempty"`
	OriginalTitle   text              `json:"original-title,omitempty"`
	ContainerTitle  text              `json:"container-title,omitempty"`
	CollectionTitle text              `json:"collection-title,omitempty"`
	EventTitle      text              `json:"event-title,omitempty"`
	EventPlace      text              `json:"event-place,omitempty"`
	Publisher       text              `json:"publisher,omitempty"`
	PublisherPlace  text              `json:"publisher-place,omitempty"`
	Edition         text              `json:"edition,omitempty"`
	Volume          text              `json:"volume,omitempty"`
	Issue           text              `json:"issue,omitempty"`
	Number          text              `json:"number,omitempty"`
	Page            text              `json:"page,omitempty"`
	Locator         text              `json:"locator,omitempty"`
	Genre           text              `json:"genre,omitempty"`
	Medium          text              `json:"medium,omitempty"`
	Scale           text              `json:"scale,omitempty"`
	Language        text              `json:"language,omitempty"`
	YearSuffix      text              `json:"year-suffix,omitempty"`
	URL             text              `json:"URL,omitempty"`
	DOI             text              `json:"DOI,omitempty"`
	ISBN            text              `json:"ISBN,omitempty"`
	ISSN            text              `json:"ISSN,omitempty"`
	PMID            text              `json:"PMID,omitempty"`
	PMCID           text              `json:"PMCID,omitempty"`
	Note            text              `json:"note,omitempty"`
	Jurisdiction    text              `json:"jurisdiction,omitempty"`
	Custom          map[string]string `json:"custom,omitempty"`
}

// cslName is a name of CSL-JSON.
type cslName struct {
	Family      string `json:"family,omitempty"`
	Given       string `json:"given,omitempty"`
	Suffix      string `json:"suffix,omitempty"`
	NonDropping string `json:"non-dropping-particle,omitempty"`
	Dropping    string `json:"dropping-particle,omitempty"`
	Literal     string `json:"literal,omitempty"`
}

// text is a string that may be written as a number.
type text string

// UnmarshalJSON reads a string, a number, or the first element of a list of them.
func (t *text) UnmarshalJSON(b []byte) error {
	b = bytes.TrimSpace(b)
	switch {
	case len(b) == 0 || bytes.Equal(b, []byte("null")):
	case b[0] == '"':
		return json.Unmarshal(b, (*string)(t))
	case b[0] == '[':
		var list []text
		if err := json.Unmarshal(b, &list); err != nil {
			return err
		}
		if len(list) > 0 {
			*t = list[0]
		}
	default:
		*t = text(b)
	}
	return nil
}

// WriteCSL prints citations as a CSL-JSON array, one item a line, as they come. Ids are made of the first author and the year and
// are distinct. A title with a translation is printed as CSL has it: "title" is the translation, "original-title" the original.
// Approximate dates have "circa", ranges two date-parts, seasons "season"; dates that CSL cannot say are literals. Nothing is made more
// precise than it was.
func WriteCSL(w io.Writer, citations iter.Seq[*sinosoviet.Citation]) error {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	var k keys
	sep := "[\n"
	for c := range citations {
		b.WriteString(sep)
		sep = ","
		item := toCSL(c)
		item.ID = k.next(c)
		if err := enc.Encode(item); err != nil {
			return err
		}
	}
	if sep == "[\n" {
		b.WriteString(sep)
	}
	b.WriteString("]\n")
	return b.Flush()
}

// toCSL says a citation in CSL's words.
func toCSL(c *sinosoviet.Citation) *cslItem {
	title, original := titles(c)
	it := &cslItem{Type: c.Type, Title: text(title), OriginalTitle: text(original), ContainerTitle: text(c.Container), CollectionTitle: text(c.Series),
		Publisher: text(c.Publisher), Edition: text(c.Edition), Volume: text(c.Volume), Issue: text(c.Issue), Language: text(c.Language),
		YearSuffix: text(c.DateSuffix), URL: text(c.URL), DOI: text(identifier(c, "doi")), ISBN: text(identifier(c, "isbn")), ISSN: text(identifier(c, "issn")),
		PMID: text(identifier(c, "pmid")), PMCID: text(identifier(c, "pmc")), Scale: text(field(c, "scale")), EventTitle: text(field(c, "conference"))}
	if it.Type == "" {
		it.Type = "document"
	}
	switch it.Type {
	case "paper-conference", "speech":
		it.EventPlace = text(c.Place)
	default:
		it.PublisherPlace = text(c.Place)
	}
	if it.Type == "patent" {
		it.Jurisdiction, it.PublisherPlace = it.PublisherPlace, ""
	}
	if it.Type == "report" || it.Type == "patent" {
		it.Number, it.Issue = it.Issue, ""
	}
	if isAt(c) {
		it.Locator = text(c.Pages)
	} else {
		it.Page = text(c.Pages)
	}
	it.Genre = text(field(c, "type"))
	if it.Genre == "" && it.Type == "thesis" {
		it.Genre = text(field(c, "degree"))
	}
	it.Issued = newCSLDate(c.Date, dateWritten(c))
	it.Accessed = newCSLDate(c.AccessDate, field(c, "access-date"))
	if v := field(c, "orig-date"); v != "" {
		it.OriginalDate = newCSLDate(cs1.ParseDate(v).EDTF, v)
	}
	it.people(c)
	it.custom(c)
	return it
}

// dateWritten is the date as the citation writes it.
func dateWritten(c *sinosoviet.Citation) string {
	for _, n := range [...]string{"date", "year", "publication-date"} {
		if v := field(c, n); v != "" {
			return v
		}
	}
	return ""
}

// role is the item's list of people of a role, or nil.
func (it *cslItem) role(role string) *[]cslName {
	switch role {
	case "author":
		return &it.Author
	case "editor":
		return &it.Editor
	case "translator":
		return &it.Translator
	case "interviewer":
		return &it.Interviewer
	case "contributor":
		return &it.Contributor
	case "director":
		return &it.Director
	case "producer":
		return &it.Producer
	case "writer", "screenwriter":
		return &it.ScriptWriter
	case "narrator":
		return &it.Narrator
	case "composer":
		return &it.Composer
	case "performer", "actor":
		return &it.Performer
	case "illustrator":
		return &it.Illustrator
	case "host", "presenter":
		return &it.Host
	}
	return nil
}

func (it *cslItem) people(c *sinosoviet.Citation) {
	for _, p := range c.People {
		list := it.role(p.Role)
		if list == nil {
			list = &it.Contributor
		}
		n := cslName{Family: p.Family, Literal: p.Literal}
		n.Given, n.Suffix = suffixOf(p.Given)
		*list = append(*list, n)
	}
}

// customFields are the fields without a variable in CSL that are kept in custom.
var customFields = [...]string{"archive-url", "archive-date", "url-status", "via", "agency", "quote", "trans-chapter", "script-title", "ref", "season", "time", "minutes", "sheet", "others", "display-authors", "display-editors"}

func (it *cslItem) custom(c *sinosoviet.Citation) {
	set := func(name, value string) {
		if value == "" {
			return
		}
		if it.Custom == nil {
			it.Custom = map[string]string{}
		}
		it.Custom[name] = value
	}
	for i := range c.Identifiers {
		switch id := &c.Identifiers[i]; id.Scheme {
		case "doi", "isbn", "issn", "pmid", "pmc":
		default:
			set(id.Scheme, id.Value)
		}
		if id := &c.Identifiers[i]; id.Access != "" {
			set(id.Scheme+"-access", id.Access)
		}
	}
	for _, n := range customFields {
		set(n, field(c, n))
	}
	if it.Custom["trans-chapter"] == string(it.Title) {
		delete(it.Custom, "trans-chapter")
	}
}
