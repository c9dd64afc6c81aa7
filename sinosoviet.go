package sinosoviet

import "github.com/sinosoviet/sinosoviet/edtf"

// Basis tells where a date comes from.
type Basis string

// The bases.
const (
	BasisExplicit Basis = "explicit" // the text gives it in full
	BasisResolved Basis = "resolved" // worked out from an anchor in the document
	BasisNone     Basis = "none"     // the text does not tell
)

// Date is a temporal expression found in readable text, in the terms of TIMEX3. An end of a
// range is an expression of its own; see temporal.Phrase for ranges joined.
type Date struct {
	Span     Span      `json:"span"`
	TextSpan Span      `json:"text_span"` // bytes of Article.Text
	Text     string    `json:"text"`      // minimal: no leading preposition, with its own determiner
	Type     string    `json:"type"`      // "DATE", "TIME", "DURATION", "SET"
	Value    string    `json:"value,omitempty"`
	Mod      string    `json:"mod,omitempty"` // "START", "MID", "END", "APPROX", "BEFORE", "AFTER", …
	EDTF     edtf.Date `json:"edtf,omitzero"` // zero for durations, sets and what is not resolved
	Basis    Basis     `json:"basis,omitempty"`
	Rule     string    `json:"rule,omitempty"` // name of the rule that found it
	// Candidates are the readings that were weighed, best first, when what the words leave open was a real choice: the
	// first is the one EDTF tells. Nil when there was none.
	Candidates []DateCandidate `json:"candidates,omitempty"`
}

// DateCandidate is a reading of an expression.
type DateCandidate struct {
	EDTF       edtf.Date `json:"edtf"`
	Confidence float64   `json:"confidence"` // 0 to 1; those of an expression add up to at most 1
}

// Kind is the kind of an [Entity], in OntoNotes' terms.
type Kind string

// The kinds of entities.
const (
	KindPerson Kind = "PERSON"
	KindOrg    Kind = "ORG"
	KindGPE    Kind = "GPE"  // country, state, city: a place with a government
	KindLoc    Kind = "LOC"  // other place: sea, mountain, region
	KindNorp   Kind = "NORP" // nationality, religious or political group
	KindFac    Kind = "FAC"  // building, railway, road
	KindEvent  Kind = "EVENT"
	KindLaw    Kind = "LAW" // treaty, act, constitution
	KindWork   Kind = "WORK"
)

// Method tells how an [Entity] was found.
type Method string

// The methods.
const (
	MethodLink      Method = "link"
	MethodGazetteer Method = "gazetteer"
	MethodRule      Method = "rule"
	MethodAlias     Method = "alias"
	MethodModel     Method = "model"
)

// Entity is a mention of a name. Mentions do not overlap.
type Entity struct {
	Span       Span    `json:"span"`      // the mention's own bytes: link brackets and hidden target are outside
	TextSpan   Span    `json:"text_span"` // bytes of Article.Text
	Text       string  `json:"text"`
	Kind       Kind    `json:"kind"`
	Name       string  `json:"name"`            // canonical name the mention resolves to
	State      string  `json:"state,omitempty"` // of a country, the state it was at the date of the text, where known: "Russian Empire" for Russia in 1914
	Page       string  `json:"page,omitempty"`  // link target where a link says so
	QID        string  `json:"qid,omitempty"`   // Wikidata item, where the caller's resolver knows one
	Method     Method  `json:"method"`
	Confidence float64 `json:"confidence"` // 0 to 1
}

// Relation tells how an event lies to the date the text names.
type Relation string

// The relations.
const (
	RelationOn      Relation = "on"
	RelationIn      Relation = "in"
	RelationBy      Relation = "by"
	RelationBefore  Relation = "before"
	RelationAfter   Relation = "after"
	RelationSince   Relation = "since"
	RelationUntil   Relation = "until"
	RelationBetween Relation = "between"
	RelationDuring  Relation = "during"
)

// Event is something that a text says happened or held, with its date.
type Event struct {
	ID          string     `json:"id"`
	Span        Span       `json:"span"`               // the sentence: the source bytes it came from, markup included
	TextSpan    Span       `json:"text_span,omitzero"` // the sentence in Article.Text
	Trigger     Span       `json:"trigger,omitzero"`   // source bytes of the words that name what happened
	Headline    string     `json:"headline"`           // at most 12 words, from the sentence's own words
	When        edtf.Date  `json:"when,omitzero"`      // the date named
	Relation    Relation   `json:"relation,omitempty"`
	EDTF        edtf.Date  `json:"edtf,omitzero"`     // When with Relation applied
	Earliest    edtf.Day   `json:"earliest,omitzero"` // bounds of EDTF; zero = open
	Latest      edtf.Day   `json:"latest,omitzero"`
	Basis       Basis      `json:"basis,omitempty"`
	Actors      []string   `json:"actors,omitempty"`       // canonical names: who acts and who is acted on
	Places      []string   `json:"places,omitempty"`       // canonical names
	Citations   []string   `json:"citations,omitempty"`    // ids of what stands behind this clause; none = nothing does
	NeededSince string     `json:"needed_since,omitempty"` // "citation needed" stands behind this clause
	Section     int        `json:"section,omitempty"`
	Caption     bool       `json:"caption,omitempty"`  // from a caption, not from prose
	Evidence    []Evidence `json:"evidence,omitempty"` // where it is said; a merged event keeps all of its evidence
}

// Evidence is one place that says what an [Event] says.
type Evidence struct {
	Source      string    `json:"source,omitempty"`    // name of the document's Source
	Span        Span      `json:"span"`                // the sentence, in that source
	Text        string    `json:"text,omitempty"`      // the sentence, readable
	Section     string    `json:"section,omitempty"`   // heading
	Date        string    `json:"date,omitempty"`      // words of the temporal expression
	EDTF        edtf.Date `json:"edtf,omitzero"`       // date this evidence gives
	Rule        string    `json:"rule,omitempty"`      // how event and date were found
	Citations   []string  `json:"citations,omitempty"` // ids in that document
	NeededSince string    `json:"needed_since,omitempty"`
}
