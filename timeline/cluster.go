package timeline

import (
	"slices"

	"github.com/sinosoviet/sinosoviet"
)

// fillEntry makes the entry that the events of one cluster are together. Members are in the order they were
// added. The first gives id, place, headline and section; the most exact date wins, an explicit one before a resolved
// one of the same width; actors, places, evidence and sources of all are kept, in order.
func fillEntry(e *Entry, items []*item, members []int32, sources *resolver) {
	first := items[members[0]]
	e.Event = first.Event
	if len(members) > 1 {
		best := first
		e.Actors, e.Places = slices.Clone(e.Actors), slices.Clone(e.Places)
		e.Evidence = slices.Clone(e.Evidence)
		for _, m := range members[1:] {
			it := items[m]
			if betterDate(&it.Event, &best.Event) {
				best = it
			}
			e.Actors = union(e.Actors, it.Actors)
			e.Places = union(e.Places, it.Places)
			e.Caption = e.Caption && it.Caption
			for _, v := range it.Evidence {
				if !slices.ContainsFunc(e.Evidence, func(o sinosoviet.Evidence) bool { return sameEvidence(&o, &v) }) {
					e.Evidence = append(e.Evidence, v)
				}
			}
			if e.NeededSince == "" || it.NeededSince != "" && it.NeededSince < e.NeededSince {
				e.NeededSince = it.NeededSince
			}
		}
		e.When, e.Relation, e.EDTF = best.When, best.Relation, best.EDTF
		e.Earliest, e.Latest, e.Basis = best.Earliest, best.Latest, best.Basis
	}
	doc := &sources.docs[first.doc]
	e.Document, e.Title = doc.Name, doc.Title
	if len(e.Evidence) > 0 {
		e.Heading = e.Evidence[0].Section
	}
	for _, m := range members {
		sources.add(e, items[m])
	}
}

// sameEvidence reports whether two pieces of evidence are one: the same place giving the same date.
func sameEvidence(a, b *sinosoviet.Evidence) bool {
	return a.Source == b.Source && a.Span == b.Span && a.EDTF == b.EDTF && a.Text == b.Text && a.Date == b.Date
}

// betterDate reports whether a's date tells more than b's.
func betterDate(a, b *sinosoviet.Event) bool {
	pa, pb := periodOf(a), periodOf(b)
	switch {
	case pa.isZero() || pb.isZero():
		return pb.isZero() && !pa.isZero()
	case pa == pb:
		return a.Basis == sinosoviet.BasisExplicit && b.Basis == sinosoviet.BasisResolved
	case pb.contains(pa):
		return true
	case pa.contains(pb):
		return false
	}
	return a.Basis == sinosoviet.BasisExplicit && b.Basis == sinosoviet.BasisResolved
}

// union appends to a what b has more.
func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}

// resolver turns ids of citations into sources, each once.
type resolver struct {
	docs  []document
	names map[string]int
	known []map[string]*Source // by document, then by id
}

func newResolver(docs []document, names map[string]int) *resolver {
	return &resolver{docs: docs, names: names, known: make([]map[string]*Source, len(docs))}
}

// add adds to the entry the sources of one of its events.
func (r *resolver) add(e *Entry, it *item) {
	if it.merged {
		for i := range it.sources {
			e.addSource(&it.sources[i])
		}
	}
	if !it.merged {
		r.cite(e, it.doc, it.Citations)
		for i := range it.Evidence {
			if doc, ok := r.names[it.Evidence[i].Source]; ok {
				r.cite(e, doc, it.Evidence[i].Citations)
			}
		}
	}
	for i := range it.Evidence {
		if since := it.Evidence[i].NeededSince; e.NeededSince == "" && since != "" {
			e.NeededSince = since
		}
	}
}

func (r *resolver) cite(e *Entry, doc int, ids []string) {
	if len(ids) > 0 && r.known[doc] == nil {
		r.known[doc] = map[string]*Source{}
	}
	for _, id := range ids {
		s := r.known[doc][id]
		if s == nil {
			found, isSource := resolve(&r.docs[doc], id)
			if !isSource {
				found = Source{ID: id, Kind: sinosoviet.CitationNeeded}
				found.Label = r.docs[doc].Citations[r.docs[doc].byID[id]].NeededSince
			}
			s = &found
			r.known[doc][id] = s
		}
		if s.Kind != sinosoviet.CitationNeeded {
			if s.Kind == sinosoviet.CitationPages {
				r.paged(e, doc, s)
			}
			e.addSource(s)
		} else if e.NeededSince == "" {
			if e.NeededSince = s.Label; s.Label == "" {
				e.NeededSince = "unknown"
			}
		}
	}
}

// paged drops the last source where s gives its pages: a reference and {{Rp}} behind it are one on the page.
func (r *resolver) paged(e *Entry, doc int, s *Source) {
	d := &r.docs[doc]
	if n := len(e.Sources) - 1; n >= 0 && e.Sources[n].Document == d.Name && e.Sources[n].ID == d.Citations[d.byID[s.ID]].Target {
		e.Sources = e.Sources[:n:n]
	}
}

func (e *Entry) addSource(s *Source) {
	for i := range e.Sources {
		o := &e.Sources[i]
		if o.ID == s.ID && o.Document == s.Document {
			return
		}
		if o.Document != s.Document && o.Label == s.Label && o.Work == s.Work && o.URL == s.URL {
			return // another document cites the same pages of the same work
		}
	}
	e.Sources = append(e.Sources[:len(e.Sources):len(e.Sources)], *s)
}
