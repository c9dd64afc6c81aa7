package timeline

import (
	"iter"
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet/edtf"
)

// Timeline is a list of entries in order. It is immutable and safe for concurrent use; a nil *Timeline is empty.
//
// # Order
//
// Entries are ordered by the first of these that differs (TestOrder):
//
//  1. dated before undated;
//  2. their earliest day; an event with an open start ("by 1924", "before 1949") stands at its latest day, since that
//     is the only one known;
//  3. a known start before an open one;
//  4. their latest day: the more exact date comes first, an open end last;
//  5. the EDTF as text, so that "1949" comes before "1949?" and "1949~";
//  6. place in the documents: document as added, start of the sentence, start of the trigger;
//  7. the headline, then the order in which they were added.
//
// It is a total order, that of edtf.Compare as far as dates go, and it never puts an event before one that certainly precedes it (TestNoInversions): an
// event stands at a day within its bounds.
type Timeline struct {
	docs    []document
	entries []*Entry
}

// Len is the number of entries.
func (t *Timeline) Len() int {
	if t == nil {
		return 0
	}
	return len(t.entries)
}

// At is the entry at index i, from 0. Like indexing a slice it panics outside 0 … Len-1.
func (t *Timeline) At(i int) Entry { return *t.entries[i] }

// All yields the entries in order.
func (t *Timeline) All() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		if t == nil {
			return
		}
		for _, e := range t.entries {
			if !yield(*e) {
				return
			}
		}
	}
}

// Backward yields the entries in reverse order.
func (t *Timeline) Backward() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for i := t.Len() - 1; i >= 0; i-- {
			if !yield(*t.entries[i]) {
				return
			}
		}
	}
}

// Find is the entry with the given id. It takes linear time.
func (t *Timeline) Find(id string) (Entry, bool) {
	if t != nil {
		for _, e := range t.entries {
			if e.ID == id {
				return *e, true
			}
		}
	}
	return Entry{}, false
}

// Documents are the documents the timeline was built of, in the order they were added, those included that
// have no entry in it.
func (t *Timeline) Documents() []Document {
	if t == nil {
		return nil
	}
	docs := make([]Document, len(t.docs))
	for i := range t.docs {
		docs[i] = t.docs[i].Document
		docs[i].Sections, docs[i].Citations = slices.Clone(docs[i].Sections), slices.Clone(docs[i].Citations)
	}
	return docs
}

// Title is the titles of the documents, or "Timeline" where they have none. Titles that come more than
// once, as with an article and an excerpt of it, are named once; of more than three, the first two.
func (t *Timeline) Title() string {
	var titles []string
	if t != nil {
		for i := range t.docs {
			if d := &t.docs[i]; d.Title != "" && !slices.Contains(titles, d.Title) {
				titles = append(titles, d.Title)
			}
		}
	}
	switch {
	case len(titles) == 0:
		return "Timeline"
	case len(titles) > 3:
		titles = append(titles[:2], "…")
	}
	return strings.Join(titles, ", ")
}

// Bounds are the earliest and the latest day any entry names; both are zero when no entry has a date. Open ends
// do not count.
func (t *Timeline) Bounds() (earliest, latest edtf.Day) {
	if t == nil {
		return
	}
	for _, e := range t.entries {
		for _, d := range [...]edtf.Day{e.Earliest, e.Latest} {
			if d.IsZero() {
				continue
			}
			if earliest.IsZero() || d.Compare(earliest) < 0 {
				earliest = d
			}
			if latest.IsZero() || d.Compare(latest) > 0 {
				latest = d
			}
		}
	}
	return earliest, latest
}

// where is the timeline of the entries for which keep is true, in the same order.
func (t *Timeline) where(keep func(*Entry) bool) *Timeline {
	if t == nil {
		return nil
	}
	sub := &Timeline{docs: t.docs}
	for _, e := range t.entries {
		if keep(e) {
			sub.entries = append(sub.entries, e)
		}
	}
	return sub
}
