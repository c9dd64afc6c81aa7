package timeline

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/sinosoviet/sinosoviet"
)

// documentJSON is a document in JSON: what an entry does not say itself. Citations are not repeated: entries have their
// sources resolved.
type documentJSON struct {
	Name     string   `json:"name"`
	Title    string   `json:"title,omitempty"`
	URL      string   `json:"url,omitempty"`
	Sections []string `json:"sections,omitempty"`
}

// WriteJSON writes the whole timeline as one JSON object, one entry per line:
//
//	{"title": …, "documents": [{"name", "title", "url", "sections"}], "events": [ … ]}
//
// An entry has the fields of [Entry] and of the event in it. [ReadJSON] reads it back without loss.
func WriteJSON(w io.Writer, t *Timeline) error {
	p := newPrinter(w)
	p.text(`{"title":`)
	p.json(t.Title())
	p.text(",\n\"documents\":[")
	if t != nil {
		for i := range t.docs {
			d := &t.docs[i]
			if i > 0 {
				p.text(",\n")
			}
			p.json(documentJSON{d.Name, d.Title, d.URL, d.Sections})
		}
	}
	p.text("],\n\"events\":[")
	first := true
	for e := range t.All() {
		if !first {
			p.byte(',')
		}
		first = false
		p.byte('\n')
		p.json(&e)
	}
	p.text("\n]}\n")
	return p.close()
}

// WriteJSONLines writes one entry per line, each a JSON object as in [WriteJSON].
func WriteJSONLines(w io.Writer, t *Timeline) error {
	p := newPrinter(w)
	for e := range t.All() {
		p.json(&e)
		p.byte('\n')
	}
	return p.close()
}

// FormatError tells that input is not what a reader of this package reads.
type FormatError struct {
	Offset int64 // bytes read up to the value that is at fault
	Err    error
}

// Error tells the place and what was wrong there.
func (e *FormatError) Error() string {
	return fmt.Sprintf("timeline: at byte %d: %v", e.Offset, e.Err)
}

// Unwrap is what was wrong.
func (e *FormatError) Unwrap() error { return e.Err }

// fileJSON is any object that ReadJSON reads: a timeline, an entry on a line of its own, or a document of events
// with the citations they refer to.
type fileJSON struct {
	Title     string         `json:"title"`
	Documents []documentJSON `json:"documents"`
	Events    []Entry        `json:"events"`
	Sections  []struct {
		Heading string `json:"heading"`
	} `json:"sections"`
	Citations []sinosoviet.Citation `json:"citations"`
}

// ReadJSON reads what [WriteJSON] or [WriteJSONLines] wrote, or a document with "events", "citations" and "sections" such as
// package extract's; several objects may follow each other, and make one timeline. Nothing is merged: give the result to
// [Builder.AddTimeline] for that. Name is the name of the document that events are of which name none; it
// may be empty. An error is a [*FormatError], or the reader's own.
func ReadJSON(r io.Reader, name string) (*Timeline, error) {
	b := Builder{KeepDuplicates: true}
	dec := json.NewDecoder(r)
	for {
		start := dec.InputOffset()
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			if errors.Is(err, io.EOF) {
				return b.Build(), nil
			}
			return nil, readError(start, err)
		}
		if err := b.readObject(raw, name); err != nil {
			return nil, readError(start, err)
		}
	}
}

// readError makes a FormatError of what is wrong with the input, and leaves a reader's failure as it is.
func readError(offset int64, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return &FormatError{syntax.Offset, err}
	case errors.As(err, &kind), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, errNoEvents):
		return &FormatError{offset, err}
	}
	var other interface{ Timeout() bool }
	if errors.As(err, &other) {
		return err
	}
	return &FormatError{offset, err}
}

var errNoEvents = errors.New(`neither an entry nor an object with "events"`)

func (b *Builder) readObject(raw []byte, name string) error {
	var probe struct {
		Events   json.RawMessage `json:"events"`
		Headline *string         `json:"headline"`
		Source   struct {
			Name string `json:"name"`
		} `json:"source"`
	}
	if err := json.Unmarshal(raw, &probe); err != nil {
		return err
	}
	var f fileJSON
	switch {
	case probe.Headline != nil && probe.Events == nil:
		var e Entry
		if err := json.Unmarshal(raw, &e); err != nil {
			return err
		}
		f.Events = []Entry{e}
	case probe.Events != nil:
		if err := json.Unmarshal(raw, &f); err != nil {
			return err
		}
	default:
		return errNoEvents
	}
	for _, d := range f.Documents {
		b.document(Document{Name: d.Name, Title: d.Title, URL: d.URL, Sections: d.Sections})
	}
	if probe.Source.Name != "" {
		name = probe.Source.Name
	}
	own := Document{Name: name, Title: f.Title, Citations: f.Citations}
	for _, s := range f.Sections {
		own.Sections = append(own.Sections, s.Heading)
	}
	for i := range f.Events {
		b.readEntry(&f.Events[i], own)
	}
	return nil
}

// readEntry adds an entry: as it is when it says what document it is of, else as an event of the file's own.
func (b *Builder) readEntry(e *Entry, own Document) {
	if e.Document == "" && len(e.Sources) == 0 {
		b.Add(own, e.Event)
		return
	}
	doc := own
	if e.Document != "" {
		doc = Document{Name: e.Document, Title: e.Title}
	}
	d := b.document(doc)
	if len(e.Evidence) == 0 {
		e.Evidence = make([]sinosoviet.Evidence, 1)
	}
	it := &item{Event: e.Event, doc: d, sources: e.Sources, merged: true}
	b.complete(it)
	b.items = append(b.items, it)
}
