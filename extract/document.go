package extract

import "github.com/sinosoviet/sinosoviet"

// Document is all that was found in one text. Its JSON form is described field by field in the
// types; absent, empty and zero are the same.
//
// A Document is plain data, safe to share between goroutines that only read it.
type Document struct {
	ID                  string `json:"id,omitempty"` // the caller's; not set by this package
	*sinosoviet.Article        // the text as read; nil only in a zero Document

	Dates    []sinosoviet.Date      `json:"dates,omitempty"`    // in order of the readable text
	Entities []sinosoviet.Entity    `json:"entities,omitempty"` // in order of the readable text
	Events   []sinosoviet.Event     `json:"events,omitempty"`   // in order of the readable text
	Excerpt  []sinosoviet.Alignment `json:"excerpt,omitempty"`  // excerpts only: one per sentence
	Revision *sinosoviet.Revision   `json:"revision,omitempty"` // excerpts against an article only
}

// Parts are the parts of a [Document], as a set. The zero Parts means all of them.
type Parts uint8

// The parts.
const (
	PartArticle     Parts = 1 << iota // title, sections, text, links, templates, names, notices …
	PartCitations                     // citations
	PartDates                         // dates
	PartEntities                      // entities
	PartEvents                        // events
	PartExcerpt                       // alignment and revision
	PartDiagnostics                   // diagnostics
)

// Select is the document with only the given parts; the source, id and title stay. The document
// itself is not changed; what it shares with the result must not be changed either.
func (d *Document) Select(parts Parts) *Document {
	if parts == 0 || d.Article == nil {
		return d
	}
	out, has := *d, func(p Parts) bool { return parts&p != 0 }
	a := *d.Article
	if !has(PartArticle) {
		a = sinosoviet.Article{Source: a.Source, Title: a.Title, Citations: a.Citations, Diagnostics: a.Diagnostics}
	}
	if !has(PartCitations) {
		a.Citations = nil
	}
	if !has(PartDiagnostics) {
		a.Diagnostics = nil
	}
	if !has(PartDates) {
		out.Dates = nil
	}
	if !has(PartEntities) {
		out.Entities = nil
	}
	if !has(PartEvents) {
		out.Events = nil
	}
	if !has(PartExcerpt) {
		out.Excerpt, out.Revision = nil, nil
	}
	out.Article = &a
	return &out
}
