package timeline

import "github.com/sinosoviet/sinosoviet"

// Entry is an event of a [Timeline] with the evidence of all documents that tell it.
//
// The embedded event's ID is unique in its timeline; Span, TextSpan, Trigger, Section and Citations are
// those of the document that tells it first (Document); Evidence holds every place, in document order.
// Slices of an entry are shared with its timeline and must not be changed.
type Entry struct {
	sinosoviet.Event
	Document string   `json:"document,omitempty"` // name of the document that tells it first
	Title    string   `json:"title,omitempty"`    // title of that document
	Heading  string   `json:"heading,omitempty"`  // heading of the section there; "" is the lead
	Sources  []Source `json:"sources,omitempty"`  // what supports it, in all documents, resolved and without repetition
}

// Source is a citation that supports an [Entry], resolved for showing.
type Source struct {
	Document   string                  `json:"document,omitempty"` // name of the document that cites it
	ID         string                  `json:"id"`                 // of the citation in that document
	Number     int                     `json:"number,omitempty"`   // as that document's page prints it; 0 when it prints none
	Kind       sinosoviet.CitationKind `json:"kind,omitempty"`
	Label      string                  `json:"label,omitempty"` // such as "Zhao 2022, p. 28"
	Work       string                  `json:"work,omitempty"`  // title of the work
	URL        string                  `json:"url,omitempty"`   // where it can be read or found
	Link       sinosoviet.Linkage      `json:"link,omitempty"`  // how the work was found; "" when it is the citation itself
	Confidence float64                 `json:"confidence,omitempty"`
}

// Support tells what stands behind an [Entry].
type Support string

// What stands behind an entry.
const (
	SupportSource Support = "sourced"         // at least one source
	SupportNeeded Support = "citation-needed" // no source, and the text says that one is needed
	SupportNone   Support = "no-source"       // nothing
)

// Support reports what stands behind the entry. An entry with sources in one document is sourced
// even when another document asks for a citation; NeededSince then still tells that.
func (e *Entry) Support() Support {
	switch {
	case len(e.Sources) > 0:
		return SupportSource
	case e.NeededSince != "":
		return SupportNeeded
	}
	return SupportNone
}

// IsDated reports whether the entry has a date, however wide or uncertain.
func (e *Entry) IsDated() bool { return !e.Earliest.IsZero() || !e.Latest.IsZero() || !e.EDTF.IsZero() }

// Text is the sentence that tells the event first, or the headline when no evidence has its text.
func (e *Entry) Text() string {
	for i := range e.Evidence {
		if e.Evidence[i].Text != "" {
			return e.Evidence[i].Text
		}
	}
	return e.Headline
}
