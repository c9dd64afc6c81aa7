package timeline

import (
	"slices"
	"strconv"

	"github.com/sinosoviet/sinosoviet"
)

// Document describes where events come from. Only Name matters to the order; all fields may be empty.
type Document struct {
	Name      string                // of its Source; unique in a builder; "" is replaced by Title or "document N"
	Title     string                // of the page
	URL       string                // where the document can be read
	Sections  []string              // headings; [0] is the lead's, ""
	Citations []sinosoviet.Citation // what the ids in its events refer to
}

// document is a Document with its index of citations.
type document struct {
	Document
	byID map[string]int
}

// Builder collects events and builds a [Timeline] of them. The zero Builder is ready. It must not be used by several
// goroutines at once.
type Builder struct {
	KeepDuplicates bool // merge nothing

	docs  []document
	names map[string]int
	items []*item
}

// item is an event as it was added.
type item struct {
	sinosoviet.Event
	doc     int
	sources []Source // already resolved: the event comes from another timeline
	merged  bool     // it comes from another timeline: its evidence is complete
}

// Add adds a document and events it tells. A document may be added several times, by the same name, with
// more events, sections and citations. Events are copied, but their slices of strings are shared with the timelines built, and
// must not be changed any more. An event without EDTF takes its When, one without bounds those of its EDTF; one without Evidence is its own.
func (b *Builder) Add(doc Document, events ...sinosoviet.Event) {
	d := b.document(doc)
	b.items = slices.Grow(b.items, len(events))
	own := make([]item, len(events))
	pieces := 0
	for i := range events {
		pieces += max(len(events[i].Evidence), 1)
	}
	evidence := make([]sinosoviet.Evidence, 0, pieces)
	for i := range events {
		it := &own[i]
		it.Event, it.doc = events[i], d
		start := len(evidence)
		evidence = append(evidence, it.Evidence...)
		if len(it.Evidence) == 0 {
			evidence = append(evidence, sinosoviet.Evidence{})
		}
		it.Evidence = evidence[start:len(evidence):len(evidence)]
		b.complete(it)
		b.items = append(b.items, it)
	}
}

// AddTimeline adds the documents and entries of another timeline, with all their evidence and sources.
func (b *Builder) AddTimeline(t *Timeline) {
	if t == nil {
		return
	}
	for i := range t.docs {
		b.document(t.docs[i].Document)
	}
	b.items = slices.Grow(b.items, len(t.entries))
	for _, e := range t.entries {
		d := b.document(Document{Name: e.Document, Title: e.Title})
		b.items = append(b.items, &item{Event: e.Event, doc: d, sources: e.Sources, merged: true})
	}
}

// document is the index of the document of that name, which takes what it lacked.
func (b *Builder) document(doc Document) int {
	if doc.Name == "" {
		doc.Name = doc.Title
	}
	if doc.Name == "" {
		doc.Name = "document " + strconv.Itoa(len(b.docs)+1)
	}
	if b.names == nil {
		b.names = map[string]int{}
	}
	i, ok := b.names[doc.Name]
	if !ok {
		i = len(b.docs)
		b.names[doc.Name] = i
		b.docs = append(b.docs, document{Document: Document{Name: doc.Name}, byID: make(map[string]int, len(doc.Citations))})
	}
	d := &b.docs[i]
	if d.Title == "" {
		d.Title = doc.Title
	}
	if d.URL == "" {
		d.URL = doc.URL
	}
	if len(doc.Sections) > len(d.Sections) {
		d.Sections = slices.Clone(doc.Sections)
	}
	if len(d.Citations) == 0 {
		d.Citations = slices.Grow(d.Citations, len(doc.Citations))
	}
	for i := range doc.Citations {
		c := &doc.Citations[i]
		if _, known := d.byID[c.ID]; !known {
			d.byID[c.ID] = len(d.Citations)
			d.Citations = append(d.Citations, *c)
		}
	}
	return i
}

// complete fills in what follows from the rest of an event. Its evidence must be its own.
func (b *Builder) complete(e *item) {
	d := &b.docs[e.doc]
	if e.EDTF.IsZero() {
		e.EDTF = e.When
	}
	if e.Earliest.IsZero() && e.Latest.IsZero() {
		e.Earliest, e.Latest = e.EDTF.Bounds()
	}
	heading := ""
	if e.Section >= 0 && e.Section < len(d.Sections) {
		heading = d.Sections[e.Section]
	}
	for i := range e.Evidence {
		v := &e.Evidence[i]
		if v.Source == "" {
			v.Source = d.Name
		}
		if v.Source != d.Name {
			continue
		}
		if v.Span == (sinosoviet.Span{}) {
			v.Span = e.Span
		}
		if v.Section == "" && v.Span == e.Span {
			v.Section = heading
		}
		if v.EDTF.IsZero() {
			v.EDTF = e.EDTF
		}
		if len(v.Citations) == 0 && v.NeededSince == "" && len(e.Evidence) == 1 {
			v.Citations, v.NeededSince = e.Citations, e.NeededSince
		}
	}
}

// Build builds the timeline of all events added so far. The builder may go on being used; the timeline does not
// change. Time is linear in the number of events but for the sort; see the package's benchmarks.
func (b *Builder) Build() *Timeline {
	t := &Timeline{docs: slices.Clone(b.docs)}
	clusters := [][]int32(nil)
	if b.KeepDuplicates {
		clusters = make([][]int32, len(b.items))
		all := make([]int32, len(b.items))
		for i := range all {
			all[i] = int32(i)
			clusters[i] = all[i : i+1]
		}
	} else {
		clusters = merge(b.items)
	}
	arena := make([]Entry, len(clusters))
	keys := make([]orderKey, len(clusters))
	t.entries = make([]*Entry, len(clusters))
	sources := newResolver(t.docs, b.names)
	for i, members := range clusters {
		fillEntry(&arena[i], b.items, members, sources)
		first := members[0]
		keys[i] = keyOf(&arena[i], b.items[first].doc, int(first))
	}
	order := make([]int32, len(clusters))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(x, y int32) int { return keys[x].compare(&keys[y]) })
	for i, o := range order {
		t.entries[i] = &arena[o]
	}
	nameEntries(t.entries, b.items, clusters, order)
	return t
}

// nameEntries gives every entry an id of its own: the event's where no earlier document has it,
// else "d2.e7" for the second document's e7.
func nameEntries(entries []*Entry, items []*item, clusters [][]int32, order []int32) {
	used := make(map[string]struct{}, len(entries))
	byAdded := make([]int32, len(order)) // clusters are in the order of their first event
	for pos, c := range order {
		byAdded[c] = int32(pos)
	}
	for c, pos := range byAdded {
		e := entries[pos]
		id := e.ID
		if id == "" {
			id = "e" + strconv.Itoa(c+1)
		}
		if _, taken := used[id]; taken {
			base := "d" + strconv.Itoa(items[clusters[c][0]].doc+1) + "." + id
			id = base
			for n := 2; ; n++ {
				if _, taken := used[id]; !taken {
					break
				}
				id = base + "." + strconv.Itoa(n)
			}
		}
		used[id] = struct{}{}
		e.ID = id
	}
}
