package sinosoviet

// Article is a page as values: what package parse reads out of wikitext. Every value
// carries the span of source bytes it came from, and those that stand in the readable
// text also the range of its bytes (TextSpan).
//
// An Article is plain data. Once returned it is not changed by the library and may be
// shared between goroutines that only read it.
type Article struct {
	Source      *Source       `json:"source,omitempty"`
	Title       string        `json:"title,omitempty"`
	Redirect    string        `json:"redirect,omitempty"`    // target page, when the page is a redirect
	Sections    []Section     `json:"sections,omitempty"`    // source order; [0] is the lead
	Text        Text          `json:"text,omitzero"`         // all that a reader of the rendered page reads, in source order
	Blocks      []Block       `json:"blocks,omitempty"`      // Text cut into headings, paragraphs, items, captions, cells; source order
	Sentences   []Sentence    `json:"sentences,omitempty"`   // sentences of the blocks; source order
	Links       []Link        `json:"links,omitempty"`       // every link, images and categories included; source order
	Templates   []Template    `json:"templates,omitempty"`   // every {{…}}, nested ones too, in order of start
	Names       []Name        `json:"names,omitempty"`       // the subject's and others' names in other languages
	Notices     []Notice      `json:"notices,omitempty"`     // hatnotes and maintenance notices
	Infoboxes   []Infobox     `json:"infoboxes,omitempty"`   // in source order
	Images      []Image       `json:"images,omitempty"`      // files shown, with captions
	Coordinates []Coordinates `json:"coordinates,omitempty"` // places on the globe
	SortKey     string        `json:"sort_key,omitempty"`    // default sort key
	Citations   []Citation    `json:"citations,omitempty"`   // source order
	Diagnostics Diagnostics   `json:"diagnostics,omitempty"` // findings, sorted by span
}

// Section is a heading with what stands below it up to the next heading of any level.
type Section struct {
	Heading     string `json:"heading,omitempty"`     // readable text; "" for the lead
	Level       int    `json:"level"`                 // 1 for the lead, 2 to 6 as in "==" to "======"
	Parent      int    `json:"parent,omitempty"`      // index of the section it belongs to; the lead's children have 0
	Span        Span   `json:"span"`                  // heading and body, without subsections
	HeadingSpan Span   `json:"heading_span,omitzero"` // the heading's line without its line break; zero for the lead
	Text        Text   `json:"text,omitzero"`         // prose: paragraphs, quotations, list items; no captions, tables, formulas, hatnotes, references
	EndMatter   bool   `json:"end_matter,omitempty"`  // See also, References, Further reading, External links and the like
}

// BlockKind is the kind of a [Block].
type BlockKind string

// The kinds of blocks.
const (
	BlockHeading   BlockKind = "heading"
	BlockParagraph BlockKind = "paragraph"
	BlockItem      BlockKind = "item"    // list item, definition term or description
	BlockQuote     BlockKind = "quote"   // block quotation, poem
	BlockCaption   BlockKind = "caption" // of an image, a gallery or a table
	BlockCell      BlockKind = "cell"    // table cell
	BlockFormula   BlockKind = "formula" // source of <math> and the like that stands alone
	BlockCode      BlockKind = "code"    // preformatted text
	BlockTitle     BlockKind = "title"   // title line of a flattened text or an excerpt
)

// IsProse reports whether blocks of this kind are running prose: paragraphs, items and quotations.
func (k BlockKind) IsProse() bool {
	return k == BlockParagraph || k == BlockItem || k == BlockQuote
}

// Block is a piece of the readable text that a page sets apart.
type Block struct {
	Kind     BlockKind `json:"kind"`
	Section  int       `json:"section,omitempty"` // index into Article.Sections
	Depth    int       `json:"depth,omitempty"`   // of a list item, from 1
	Span     Span      `json:"span"`              // source
	TextSpan Span      `json:"text_span"`         // bytes of Article.Text
}

// Sentence is a sentence of a block, with what stands behind it.
type Sentence struct {
	Span        Span     `json:"span"`                   // source bytes, markup inside included; trailing references are not
	TextSpan    Span     `json:"text_span"`              // bytes of Article.Text
	Block       int      `json:"block,omitempty"`        // index into Article.Blocks
	Section     int      `json:"section,omitempty"`      // index into Article.Sections
	Citations   []string `json:"citations,omitempty"`    // ids of the citations that support some part of it, in order
	NeededSince string   `json:"needed_since,omitempty"` // EDTF month; "citation needed" stands behind some part of it ("unknown" when without a date)
}

// LinkKind is the kind of a [Link].
type LinkKind string

// The kinds of links.
const (
	LinkPage      LinkKind = "page"
	LinkFile      LinkKind = "file"
	LinkCategory  LinkKind = "category"
	LinkLanguage  LinkKind = "language"  // the same subject in another language's wiki
	LinkInterwiki LinkKind = "interwiki" // a page of another project
	LinkExternal  LinkKind = "external"
)

// Link is a link of any kind. Target keeps a namespace or interwiki prefix, drops a leading colon, has
// blanks for underscores, decoded entities, and keeps its #fragment.
type Link struct {
	Kind     LinkKind `json:"kind"`
	Target   string   `json:"target"`
	Text     string   `json:"text,omitempty"`     // as shown, trail included; for a category its sort key
	Span     Span     `json:"span"`               // brackets included, trail not
	TextSpan Span     `json:"text_span,omitzero"` // where the text is shown in Article.Text; zero when it is not
}

// Template is a {{…}}: a template, a parser function or a variable. {{{parameters}}} are none of them.
type Template struct {
	Name  string     `json:"name"`           // trimmed, as written
	Kind  string     `json:"kind,omitempty"` // "" template, "function" {{#if:…}} {{lc:…}}, "variable" {{!}} {{PAGENAME}}
	Depth int        `json:"depth"`          // how many others it stands in
	Span  Span       `json:"span"`
	Args  []Argument `json:"args,omitempty"`
}

// Arg is the value of the last argument with the given name, as MediaWiki takes it; ok reports whether there is one.
func (t Template) Arg(name string) (value string, ok bool) {
	for i := len(t.Args) - 1; i >= 0; i-- {
		if t.Args[i].Name == name {
			return t.Args[i].Value, true
		}
	}
	return "", false
}

// Argument is an argument of a [Template]. Positional ones are named "1", "2", …
type Argument struct {
	Name  string `json:"name"`
	Value string `json:"value"`         // source text: trimmed when named, verbatim when positional
	Cut   bool   `json:"cut,omitempty"` // value longer than 100,000 bytes, cut there
	Span  Span   `json:"span,omitzero"` // of the value as given
}

// Name is a name in another language, from {{lang}}, {{langx}}, {{zh}} and the like.
type Name struct {
	Lang     string `json:"lang"` // BCP 47
	Text     string `json:"text"`
	Span     Span   `json:"span"`
	TextSpan Span   `json:"text_span,omitzero"`
}

// Notice is a hatnote ("main", "further", "see-also", "about", …) or a maintenance notice
// ("unreferenced", "citations-needed", …) of a section.
type Notice struct {
	Kind    string   `json:"kind"`
	Targets []string `json:"targets,omitempty"` // pages it names
	Date    string   `json:"date,omitempty"`    // as written
	Section int      `json:"section,omitempty"`
	Span    Span     `json:"span"`
}

// Infobox is an infobox with its fields in source order.
type Infobox struct {
	Name   string         `json:"name"` // template name, as written
	Fields []InfoboxField `json:"fields,omitempty"`
	Span   Span           `json:"span"`
}

// InfoboxField is a named field of an [Infobox].
type InfoboxField struct {
	Name string `json:"name"`
	Text Text   `json:"text,omitzero"` // readable
	Span Span   `json:"span"`          // of the value as written, trimmed
}

// Image is a file shown on the page.
type Image struct {
	File    string            `json:"file"` // name without namespace
	Caption Text              `json:"caption,omitzero"`
	Options map[string]string `json:"options,omitempty"` // "thumb": "", "width": "200", "align": "left", "alt": …, "link": …
	Section int               `json:"section,omitempty"`
	Span    Span              `json:"span"`
}

// Coordinates are a point on the globe, in decimal degrees, north and east positive.
type Coordinates struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
	Span      Span    `json:"span"`
}
