// Package timeline puts events of any origin in order: extracted from articles or written by hand.
//
// A [Builder] takes documents and their events, merges those that tell the same thing, and
// builds a [Timeline]: an immutable list of [Entry] values in a total order that is stable and
// documented ([Timeline]). Queries such as [Timeline.Between], [Timeline.Actor] and [Timeline.Sourced]
// return timelines, so they can be chained. [Relate] tells how two events lie to each other in
// Allen's thirteen relations under uncertainty; [Timeline.Conflicts] tells where sources disagree.
//
//	var b timeline.Builder
//	b.Add(timeline.Document{Name: "article.txt", Title: "Sino-Soviet relations"}, events...)
//	t := b.Build()
//	for e := range t.Sourced().All() {
//		fmt.Println(e.EDTF, e.Headline)
//	}
//
// # Dates
//
// Dates are EDTF (package edtf) with the bounds they imply. No export invents a day or a month: a format
// that can only hold days gets the bounds with a word that says so, and carries the EDTF beside it.
//
// # Exports
//
// One function per format, all of the form WriteX(w, t, …): [WriteText], [WriteJSON], [WriteJSONLines], [WriteCSV],
// [WriteMarkdown], [WriteICalendar], [WriteTimelineJS], [WriteVis], [WriteMarkwhen], [WriteMermaid], [WriteJSONLD],
// [WriteGraphML], [WriteDOT], [WriteSVG] and [WriteHTML]. They stream, need memory for one entry besides what
// the picture's layout takes, and give the same bytes for the same timeline. [ReadJSON] reads back what [WriteJSON] and
// [WriteJSONLines] wrote.
package timeline
