package sinosoviet

// Excerpt is text of a rendered page: an [Article] read without markup, and the markers
// printed in it. Its Text has the markers left out; its Sentences are the excerpt's.
type Excerpt struct {
	Article
	Markers []Marker `json:"markers,omitempty"` // source order
}

// MarkerKind is the kind of a [Marker].
type MarkerKind string

// The kinds of markers.
const (
	MarkerReference      MarkerKind = "reference"       // "[4]", "[4]: 26"
	MarkerCitationNeeded MarkerKind = "citation-needed" // "[citation needed]"
	MarkerNote           MarkerKind = "note"            // "[a]", "[note 1]", and inline notices such as "[who?]"
)

// Attachment tells which sentence a [Marker] belongs to.
type Attachment string

// The attachments. A marker that opens a line closes the sentence before it on the rendered page.
const (
	AttachPrevious Attachment = "previous"
	AttachHere     Attachment = "here"
)

// MarkerBasis tells how a marker's citation was found.
type MarkerBasis string

// The bases.
const (
	BasisNumber   MarkerBasis = "number"
	BasisPosition MarkerBasis = "position"
	BasisPages    MarkerBasis = "pages"
	BasisRevision MarkerBasis = "revision"
)

// Marker is a reference mark as printed on a rendered page.
type Marker struct {
	Text       string      `json:"text"`
	Span       Span        `json:"span"` // bytes of the excerpt
	Kind       MarkerKind  `json:"kind"`
	Number     int         `json:"number,omitempty"`
	Label      string      `json:"label,omitempty"` // "a", "note 1", "who?"
	Pages      string      `json:"pages,omitempty"`
	Attaches   Attachment  `json:"attaches"`
	TextAt     int         `json:"text_at,omitempty"`  // offset in Excerpt.Text at which it stands
	Sentence   int         `json:"sentence,omitempty"` // index into Excerpt.Sentences of the sentence with whose line it is printed
	Citation   string      `json:"citation,omitempty"` // id in the article
	Basis      MarkerBasis `json:"basis,omitempty"`
	Confidence float64     `json:"confidence,omitempty"` // 0 to 1
	Candidates []string    `json:"candidates,omitempty"` // ids, best first
}

// Match tells how well an excerpt's sentence was found in the article.
type Match string

// The matches.
const (
	MatchVerbatim Match = "verbatim" // word for word
	MatchEdited   Match = "edited"   // with the edits listed
	MatchNone     Match = "none"     // not there
)

// Alignment is a sentence of an excerpt and where it stands in the article.
type Alignment struct {
	Span         Span     `json:"span"`              // bytes of the excerpt
	Text         string   `json:"text"`              // without markers
	Section      string   `json:"section,omitempty"` // heading in the article
	Match        Match    `json:"match"`
	Similarity   float64  `json:"similarity,omitempty"`  // 0 to 1
	ArticleSpan  Span     `json:"article_span,omitzero"` // bytes of the article
	Sentences    []int    `json:"sentences,omitempty"`   // indexes into the article's Sentences; several when merged
	Edits        []Edit   `json:"edits,omitempty"`
	Markers      []Marker `json:"markers,omitempty"`      // those printed on its line
	Alternatives []Span   `json:"alternatives,omitempty"` // other places in the article that are nearly as good
}

// Edit is a difference in words between an excerpt's sentence and the article's.
type Edit struct {
	Op      string `json:"op"`                // "insert" (only in the excerpt), "delete" (only in the article), "replace"
	Excerpt string `json:"excerpt,omitempty"` // the excerpt's words
	Article string `json:"article,omitempty"` // the article's words

	Span        Span `json:"span,omitzero"`         // bytes of the excerpt; empty, [n, n), where words are missing
	ArticleSpan Span `json:"article_span,omitzero"` // bytes of the article; empty, [n, n), where words are missing
}

// Revision tells how the article differs from the revision the excerpt was taken from.
type Revision struct {
	Same    bool     `json:"same"`
	Shift   []Shift  `json:"shift,omitempty"`
	Added   []string `json:"added,omitempty"`   // ids of citations only the article has
	Removed []string `json:"removed,omitempty"` // texts of markers whose notes only the excerpt had
}

// Shift says that from an excerpt's number on, the article's number is By higher.
type Shift struct {
	From int `json:"from"`
	By   int `json:"by"`
}
