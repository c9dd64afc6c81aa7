package extract

import (
	"slices"
	"sort"

	"github.com/sinosoviet/sinosoviet"
)

// printedNotes are the text spans of citations that print themselves in the running text, as {{harvnb}} does: "Smith 1986, p. 71". What
// stands in them tells no event, and is no word of the sentence around.
func printedNotes(a *sinosoviet.Article) []sinosoviet.Span {
	var out []sinosoviet.Span
	for i := range a.Citations {
		c := &a.Citations[i]
		from, to := c.TextAt, c.TextAt
		for to < a.Text.Len() && to-from < maxPrinted {
			if at := a.Text.Locate(to, to+1); at.IsZero() || at != c.Span {
				break
			}
			to++
		}
		if to > from {
			out = append(out, sinosoviet.Span{Start: from, End: to})
		}
	}
	slices.SortFunc(out, func(a, b sinosoviet.Span) int { return a.Start - b.Start })
	return out
}

// outside are the text spans in running text that are no words of its sentences, in order.
func outside(a *sinosoviet.Article, unmarked []sinosoviet.Span) []sinosoviet.Span {
	out := append(printedNotes(a), unmarked...)
	slices.SortFunc(out, func(a, b sinosoviet.Span) int { return a.Start - b.Start })
	return out
}

// maxPrinted bounds the text of one printed note.
const maxPrinted = 300

// isPrinted reports whether text [start, end) stands in one of the notes.
func isPrinted(notes []sinosoviet.Span, start, end int) bool {
	i := sort.Search(len(notes), func(i int) bool { return notes[i].End > start })
	return i < len(notes) && notes[i].Start < end
}
