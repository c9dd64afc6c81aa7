package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// topic is the title of an article; of one that has none but the name of its source, what its first paragraph prints in bold, as Wikipedia's articles begin. It
// is only used to tell who a bare surname or pronoun means, and is never given out as the title.
func topic(a *sinosoviet.Article) string {
	if a.Title != "" && a.Title != a.Source.Name() {
		return a.Title
	}
	for _, b := range a.Blocks {
		if b.Kind != sinosoviet.BlockParagraph || b.Section != 0 {
			continue
		}
		from := max(b.Span.Start-len("'''"), 0) // the marks before the first word are no part of the paragraph
		_, rest, ok := strings.Cut(a.Source.Slice(sinosoviet.Span{Start: from, End: b.Span.End}), "'''")
		name, _, closed := strings.Cut(rest, "'''")
		if !ok || !closed || len(name) > 60 || strings.ContainsAny(name, "[]{}|<>'\n") {
			return a.Title
		}
		return name
	}
	return a.Title
}
