package extract

import "github.com/sinosoviet/sinosoviet"

// ownBytes is the list without the mentions that have no bytes of their own: words that a template adds around an
// argument ("Project Gutenberg" of {{Gutenberg author|name=Aristotle}}) lie on the whole template, over the
// mention in the argument. It changes the list in place.
func ownBytes(list []sinosoviet.Entity) []sinosoviet.Entity {
	kept := list[:0]
	for _, e := range list {
		switch n := len(kept); {
		case n > 0 && covers(e.Span, kept[n-1].Span):
			continue
		case n > 0 && covers(kept[n-1].Span, e.Span):
			kept[n-1] = e
		default:
			kept = append(kept, e)
		}
	}
	return kept
}

// covers reports whether a holds all of b.
func covers(a, b sinosoviet.Span) bool { return a.Start <= b.Start && b.End <= a.End }
