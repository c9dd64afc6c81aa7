package timeline

import (
	"iter"
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// Conflict is two statements about one event that give dates which cannot both be right.
type Conflict struct {
	A, B      Entry               // the entries that say so; the same entry twice when its own evidence disagrees
	EvidenceA sinosoviet.Evidence // what A rests on
	EvidenceB sinosoviet.Evidence // what B rests on
	Sure      bool                // the event can have happened only once, or the sentence is the same
}

// Conflicts yields where evidence disagrees about when an event was, in the order of the timeline:
//
//   - one entry's pieces of evidence give incompatible dates (Sure);
//   - two entries tell the same in the same words but at incompatible dates. Since things do happen again, they must come from two
//     documents, or tell what happens once only: a death, a birth, a founding. Sure means the latter.
//
// Dates are compatible when they share a day: 1949 and 1949-10-01 are. What begins somewhere and what goes on is not compared.
func (t *Timeline) Conflicts() iter.Seq[Conflict] {
	return func(yield func(Conflict) bool) {
		if t == nil {
			return
		}
		said := map[uint32][]int{} // entries by their headline's words
		for i, e := range t.entries {
			if a, b, ok := disagreement(e); ok && !yield(Conflict{*e, *e, a, b, true}) {
				return
			}
			words := readWords(nil, e.Headline)
			if len(words) == 0 || e.Relation == sinosoviet.RelationSince || !e.IsDated() {
				continue
			}
			key := words.hash()
			earlier := said[key]
			said[key] = append(earlier, i)
			if len(earlier) > maxCandidates {
				earlier = earlier[len(earlier)-maxCandidates:]
			}
			once := happensOnce(e.Headline)
			for _, j := range earlier {
				o := t.entries[j]
				if periodOf(&e.Event).overlaps(periodOf(&o.Event)) || len(words) < 2 && !once || len(words) != len(readWords(nil, o.Headline)) {
					continue
				}
				if len(e.Actors) > 0 && len(o.Actors) > 0 && !shareOne(e.Actors, o.Actors) || o.Document == e.Document && !once {
					continue
				}
				if !yield(Conflict{*o, *e, firstEvidence(o), firstEvidence(e), once}) {
					return
				}
			}
		}
	}
}

// disagreement finds two pieces of an entry's evidence whose dates share no day.
func disagreement(e *Entry) (a, b sinosoviet.Evidence, ok bool) {
	for i := range e.Evidence {
		p := periodOfDate(e.Evidence[i].EDTF)
		for j := range i {
			if q := periodOfDate(e.Evidence[j].EDTF); p.known && q.known && !p.overlaps(q) {
				return e.Evidence[j], e.Evidence[i], true
			}
		}
		if i > maxCandidates {
			break
		}
	}
	return a, b, false
}

func firstEvidence(e *Entry) sinosoviet.Evidence {
	if len(e.Evidence) == 0 {
		return sinosoviet.Evidence{Source: e.Document, Span: e.Span, EDTF: e.EDTF}
	}
	return e.Evidence[0]
}

// once lists words for what happens to somebody or something one time only.
var once = wordSet(`died dies death deaths born birth founded founding foundation assassinated assassination executed
proclaimed proclamation dissolved dissolution abolished abolition inaugurated established establishment beheaded`)

func happensOnce(headline string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(headline), func(r rune) bool { return !isWordRune(r) }), func(w string) bool {
		_, ok := once[w]
		return ok
	})
}
