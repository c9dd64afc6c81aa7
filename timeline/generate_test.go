package timeline_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/timeline"
)

// generate makes n events in documents of about 200, of which the last tenth repeat events of earlier documents, with
// small edits. It is deterministic. It also tells how many different events there are.
func generate(n int) (docs []timeline.Document, events [][]sinosoviet.Event, different int) {
	r := rand.New(rand.NewPCG(1, 2))
	names := make([]string, 300)
	for i := range names {
		names[i] = strings.ToUpper(syllable(r)[:1]) + syllable(r)[1:] + syllable(r) + syllable(r)
	}
	verbs := strings.Fields("attacked signed founded crossed abolished recognized invaded annexed visited dismissed proclaimed built sold joined left elected")
	things := make([]string, 2000)
	for i := range things {
		things[i] = syllable(r) + syllable(r) + syllable(r)
	}
	var known []sinosoviet.Event
	for d := 0; d*200 < n; d++ {
		doc := timeline.Document{Name: fmt.Sprintf("doc%04d.txt", d), Title: fmt.Sprintf("Document %d", d), Sections: []string{"", "History"}}
		for c := range 20 {
			doc.Citations = append(doc.Citations, sinosoviet.Citation{ID: fmt.Sprintf("c%d", c+1), Kind: sinosoviet.CitationFull, Number: c + 1,
				Title: "Work " + things[r.IntN(len(things))], People: []sinosoviet.Person{{Role: "author", Family: names[r.IntN(len(names))]}},
				Date: edtf.MustParse(fmt.Sprint(1950 + r.IntN(70))), Pages: fmt.Sprint(r.IntN(400) + 1)})
		}
		var list []sinosoviet.Event
		at := 0
		for i := d * 200; i < min(n, d*200+200); i++ {
			var e sinosoviet.Event
			if i%10 == 9 && d > 0 {
				e = known[r.IntN(len(known)*9/10)]
				e.Evidence = nil
				text := e.Headline + " in that year, as was told later by others."
				e.Evidence = []sinosoviet.Evidence{{Source: doc.Name, Text: text}}
			} else {
				who, whom := names[r.IntN(len(names))], names[r.IntN(len(names))]
				e.Headline = fmt.Sprintf("%s %s the %s of %s", who, verbs[r.IntN(len(verbs))], things[r.IntN(len(things))], whom)
				e.When = edtf.MustParse(someDate(r))
				e.Relation, e.EDTF, e.Basis = sinosoviet.RelationIn, e.When, sinosoviet.BasisExplicit
				e.Earliest, e.Latest = e.EDTF.Bounds()
				e.Actors = []string{who, whom}
				e.Places = []string{names[r.IntN(40)]}
				e.Evidence = []sinosoviet.Evidence{{Source: doc.Name, Text: e.Headline + " in that year, as was told later by others."}}
				different++
				known = append(known, e)
			}
			e.ID = fmt.Sprintf("e%d", len(list)+1)
			e.Section = 1
			e.Citations = []string{fmt.Sprintf("c%d", r.IntN(20)+1)}
			e.Span = sinosoviet.Span{Start: at, End: at + len(e.Evidence[0].Text)}
			e.Evidence[0].Span, e.Evidence[0].Citations, e.Evidence[0].EDTF = e.Span, e.Citations, e.EDTF
			at = e.Span.End + 1
			list = append(list, e)
		}
		docs, events = append(docs, doc), append(events, list)
	}
	return docs, events, different
}

func syllable(r *rand.Rand) string {
	return string([]byte{"bdfgklmnprstvz"[r.IntN(14)], "aeiou"[r.IntN(5)]})
}

func someDate(r *rand.Rand) string {
	y := 1700 + r.IntN(300)
	switch r.IntN(10) {
	case 0, 1, 2:
		return fmt.Sprintf("%04d-%02d-%02d", y, 1+r.IntN(12), 1+r.IntN(28))
	case 3, 4:
		return fmt.Sprintf("%04d-%02d", y, 1+r.IntN(12))
	case 5:
		return fmt.Sprintf("%04d/%04d", y, y+1+r.IntN(20))
	case 6:
		return fmt.Sprintf("%03dX", y/10)
	case 7:
		return fmt.Sprintf("%04d~", y)
	}
	return fmt.Sprint(y)
}

// generated is a timeline of n generated events.
func generated(n int) *timeline.Timeline {
	var b timeline.Builder
	docs, events, _ := generate(n)
	for i := range docs {
		b.Add(docs[i], events[i]...)
	}
	return b.Build()
}
