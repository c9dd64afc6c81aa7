package timeline

import (
	"cmp"
	"strings"
)

// orderKey is what entries are ordered by; see [Timeline] for the rule in words.
type orderKey struct {
	undated  bool
	at, from int64 // where it stands; its earliest day
	to       int64
	edtf     string
	doc      int
	start    int // of the sentence
	trigger  int
	headline string
	added    int
}

func keyOf(e *Entry, doc, added int) orderKey {
	p := periodOf(&e.Event)
	k := orderKey{undated: p.isZero(), at: p.from, from: p.from, to: p.to, edtf: e.EDTF.String(), doc: doc,
		start: e.Span.Start, trigger: e.Trigger.Start, headline: e.Headline, added: added}
	if p.from == minDay {
		k.at = p.to
	}
	return k
}

// compare is a total order: it is 0 only for the same entry.
func (k *orderKey) compare(o *orderKey) int {
	if k.undated != o.undated {
		if k.undated {
			return 1
		}
		return -1
	}
	if c := cmp.Compare(k.at, o.at); c != 0 {
		return c
	}
	if open, other := k.from == minDay, o.from == minDay; open != other {
		if open {
			return 1
		}
		return -1
	}
	if c := cmp.Compare(k.to, o.to); c != 0 {
		return c
	}
	if c := strings.Compare(k.edtf, o.edtf); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(k.doc, o.doc), cmp.Compare(k.start, o.start), cmp.Compare(k.trigger, o.trigger),
		strings.Compare(k.headline, o.headline), cmp.Compare(k.added, o.added))
}
