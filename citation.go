package sinosoviet

import "github.com/sinosoviet/sinosoviet/edtf"

// CitationKind is the kind of a [Citation].
type CitationKind string

// The kinds of citations.
const (
	CitationFull   CitationKind = "full"   // a cite template
	CitationShort  CitationKind = "short"  // {{sfn}}, {{harv}} and their family
	CitationPages  CitationKind = "pages"  // {{Rp}}: pages of the reference it follows
	CitationNeeded CitationKind = "needed" // {{citation needed}}
	CitationPlain  CitationKind = "plain"  // text in a <ref>, or in a bibliography's list
	CitationReuse  CitationKind = "reuse"  // <ref name=x/>
)

// Linkage tells how a citation's Target was found.
type Linkage string

// How a target was found.
const (
	LinkageDirect   Linkage = "direct"   // the source says so
	LinkageInferred Linkage = "inferred" // ranked candidates; see Confidence and Candidates
	LinkageNone     Linkage = "none"     // not found
)

// Citation is a reference to a source, or the mark that one is missing. Fields hold
// everything as written; the typed fields are what could be read from them.
type Citation struct {
	ID       string       `json:"id"` // "c1", "c2", … in source order
	Span     Span         `json:"span"`
	Kind     CitationKind `json:"kind"`
	Template string       `json:"template,omitempty"` // name of the template, as written
	Number   int          `json:"number,omitempty"`   // as the rendered page shows it; 0 when it shows none
	Group    string       `json:"group,omitempty"`    // reference group
	RefName  string       `json:"ref_name,omitempty"` // name of its <ref>
	Ref      Span         `json:"ref_span,omitzero"`  // the whole <ref>…</ref> it stands in
	TextAt   int          `json:"text_at,omitempty"`  // offset in Article.Text at which its mark stands
	Section  int          `json:"section,omitempty"`  // index into Article.Sections
	Listed   bool         `json:"listed,omitempty"`   // stands in a list of references: its marks are where its name is reused

	Type        string       `json:"type,omitempty"` // CSL type: "book", "article-journal", …
	Title       string       `json:"title,omitempty"`
	Container   string       `json:"container,omitempty"` // journal, newspaper, website, encyclopedia, or the book of a chapter
	Publisher   string       `json:"publisher,omitempty"`
	Place       string       `json:"place,omitempty"`
	Edition     string       `json:"edition,omitempty"`
	Series      string       `json:"series,omitempty"`
	Volume      string       `json:"volume,omitempty"`
	Issue       string       `json:"issue,omitempty"`
	Pages       string       `json:"pages,omitempty"`
	Language    string       `json:"language,omitempty"` // BCP 47
	URL         string       `json:"url,omitempty"`
	ArchiveURL  string       `json:"archive_url,omitempty"`
	ArchiveDate edtf.Date    `json:"archive_date,omitzero"`
	AccessDate  edtf.Date    `json:"access_date,omitzero"`
	Quote       string       `json:"quote,omitempty"`
	People      []Person     `json:"people,omitempty"`
	Date        edtf.Date    `json:"date,omitzero"`
	DateSuffix  string       `json:"date_suffix,omitempty"` // "a" of "2000a"
	Identifiers []Identifier `json:"identifiers,omitempty"`
	Fields      []Field      `json:"fields,omitempty"` // everything, known or not, in source order

	// Target is the id of the citation this one refers to: kinds short, pages and reuse, and plain notes that name no
	// more than an author and a year ("Boritt (1994), p. 5").
	Target string  `json:"target,omitempty"`
	Link   Linkage `json:"link,omitempty"` // how Target was found; "" for kinds that refer to nothing

	// Confidence, from 0 to 1, is how sure Target is, 1 where the source says so. A plain citation without a Target
	// has it too: how much of a citation its words look like. It is 0 for all others.
	Confidence  float64  `json:"confidence,omitempty"`
	Candidates  []string `json:"candidates,omitempty"`   // ids, best first
	NeededSince string   `json:"needed_since,omitempty"` // EDTF; kind needed
}

// Field is the value of the field with the canonical name, or "".
func (c *Citation) Field(canonical string) string {
	for i := range c.Fields {
		if c.Fields[i].Canonical == canonical {
			return c.Fields[i].Value
		}
	}
	return ""
}

// Person is a contributor to a source. Either Family (with or without Given) or Literal is set.
type Person struct {
	Role    string `json:"role"` // "author", "editor", "translator", "contributor", "interviewer", …
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Literal string `json:"literal,omitempty"` // a body, or a name that could not be split
	Link    string `json:"link,omitempty"`    // page about the person
}

// Identifier is an identifier of a source.
type Identifier struct {
	Scheme string `json:"scheme"` // lower case: "isbn", "doi", "issn", "jstor", "oclc", "s2cid", …
	Value  string `json:"value"`
	Valid  bool   `json:"valid"`            // by the scheme's own rule: form, checksum, range
	Access string `json:"access,omitempty"` // "free", "registration", "limited", "subscription"
}

// Field is one parameter of a citation as written.
type Field struct {
	Name      string `json:"name"`                // as written; positional ones "1", "2", …
	Canonical string `json:"canonical,omitempty"` // "author1-last" for "last"; "" when not known
	Value     string `json:"value"`               // trimmed
	Span      Span   `json:"span"`                // of the trimmed value
}
