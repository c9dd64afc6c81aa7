package timeline

import (
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// judge is how surely two mentions tell the same event: 0 for not, up to 1. Three cases are told apart:
//
//   - The same place of the same document: the same only if everything is; another event of that sentence is another event.
//   - The same sentence in another document, verbatim or edited: the clauses must agree, and the dates, except that a date
//     one of them lacks or had to resolve without its context does not part them.
//   - Another sentence: one headline's words must all be in the other's, in the same order of roles as far as the first word
//     tells; dates, actors and numbers must agree.
func (m *merger) judge(i, j int32) float32 {
	a, b := &m.items[i], &m.items[j]
	if a.doc == b.doc && !m.sketches[i].holds(m.sketches[j]) {
		return 0
	}
	date := agreement(a.period, b.period)
	if date == 0 && a.period.known && b.period.known && !misresolved(a, b) {
		return 0
	}
	head := a.head.compare(b.head)
	if len(a.head) > 0 && head.smaller() < 0.6 && (head.shared < 3 || min(head.onlyA, head.onlyB) > 0) {
		return 0 // neither of the cases below: their headlines differ too much
	}
	if sharesPlace(a, b) {
		if sameMention(a, b) {
			return 1
		}
		return 0
	}
	if head.shared == 0 {
		return 0
	}
	if s := m.sameSentence(i, j, head); s > 0 {
		return 0.5 + s*0.4 + date*0.1
	}
	if date == 0 {
		return 0
	}
	return sameTold(a, b, head) * date
}

// agreement of two dates: 1 when equal, less when one holds the other, 0 when neither or when one is missing.
func agreement(a, b period) float32 {
	switch {
	case !a.known || !b.known:
		return 0
	case a == b:
		return 1
	case a.contains(b) || b.contains(a):
		if a.isOpen() || b.isOpen() {
			return 0.6
		}
		return 0.8
	}
	return 0
}

// sharesPlace reports whether two events stand in one sentence of one document.
func sharesPlace(a, b *mention) bool {
	for i := range a.Evidence {
		v := &a.Evidence[i]
		for j := range b.Evidence {
			w := &b.Evidence[j]
			if v.Source == w.Source && v.Span.End > v.Span.Start && v.Span.Start < w.Span.End && w.Span.Start < v.Span.End {
				return true
			}
		}
	}
	return false
}

// sameMention reports whether two events are one that was added twice.
func sameMention(a, b *mention) bool {
	return a.doc == b.doc && a.Span == b.Span && a.Trigger == b.Trigger && a.period == b.period && a.Headline == b.Headline &&
		a.EDTF == b.EDTF
}

// misresolved reports whether two events of one sentence, word for word, in two documents differ in a date that at least one had to
// resolve from what stands around it. An excerpt lacks what stood around it.
func misresolved(a, b *mention) bool {
	if a.Basis != sinosoviet.BasisResolved && b.Basis != sinosoviet.BasisResolved || a.When == b.When {
		return false
	}
	if a.doc == b.doc || len(a.Evidence) == 0 || len(b.Evidence) == 0 || a.Evidence[0].Text == "" {
		return false
	}
	return a.Evidence[0].Text == b.Evidence[0].Text && a.Headline == b.Headline
}

// sameSentence is how alike two clauses of one sentence in two documents are, 0 when the sentences differ too much.
func (m *merger) sameSentence(i, j int32, head overlap) float32 {
	a, b := &m.items[i], &m.items[j]
	if a.doc == b.doc {
		return 0
	}
	if a.trigger != 0 && b.trigger != 0 && a.trigger != b.trigger && head.jaccard() < 0.8 {
		return 0
	}
	clause := head.smaller()
	if clause < 0.6 || opposed(a, b) && !turned(a, b) {
		return 0
	}
	sa, sb := m.words(i), m.words(j)
	if len(sa) == 0 || len(sb) == 0 {
		return 0
	}
	whole := sa.compare(sb)
	like := whole.jaccard()
	if like < 0.6 && (whole.smaller() < 0.9 || whole.shared < 6) {
		return 0
	}
	if head.namesA && head.namesB && !sameNames(a, b) {
		return 0 // a parallel sentence about another
	}
	if (!a.period.known || !b.period.known) && (like < 0.8 || clause < 0.8) {
		return 0
	}
	return float32(clause+head.jaccard()+like) / 3
}

// sameTold is how surely two different sentences tell the same event, given that their dates agree.
func sameTold(a, b *mention, head overlap) float32 {
	if min(head.onlyA, head.onlyB) > 0 || head.shared < 3 {
		return 0
	}
	if head.shared+max(head.onlyA, head.onlyB) > 2*head.shared+1 {
		return 0 // too much more in one
	}
	if (a.first != b.first || opposed(a, b)) && !turned(a, b) {
		return 0 // another one acts
	}
	if len(a.Actors) > 0 && len(b.Actors) > 0 && !shareOne(a.Actors, b.Actors) {
		return 0
	}
	if a.trigger != 0 && b.trigger != 0 && a.trigger != b.trigger && head.jaccard() < 0.99 {
		return 0
	}
	if lasting(a) != lasting(b) || head.jaccard() < 0.99 && a.period != b.period && (a.period.isOpen() || b.period.isOpen()) {
		return 0
	}
	if a.period != b.period && (a.isLong() || b.isLong()) {
		return 0 // a figure of one year among those of ten
	}
	return 0.4 + float32(head.jaccard())*0.4
}

// isLong reports whether an event's date is an interval of years.
func (x *mention) isLong() bool { return x.EDTF.IsInterval() && x.period.days() > 2*366 }

// sameNames reports whether actors and places of both are the same.
func sameNames(a, b *mention) bool {
	return len(a.Actors)+len(a.Places) > 0 && sameSet(a.Actors, b.Actors) && sameSet(a.Places, b.Places)
}

func sameSet(a, b []string) bool {
	for _, s := range a {
		if !slices.Contains(b, s) {
			return false
		}
	}
	return len(a) == len(b)
}

func shareOne(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool {
		return slices.ContainsFunc(b, func(o string) bool { return strings.EqualFold(s, o) })
	})
}

// lasting reports whether the text says that the event went on from one date to another, or from or to one.
func lasting(m *mention) bool {
	switch m.Relation {
	case sinosoviet.RelationBetween, sinosoviet.RelationSince, sinosoviet.RelationUntil, sinosoviet.RelationDuring:
		return true
	}
	return false
}
