package parse

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// conversion writes what language-converter markup shows in the wiki's preferred variant: the text of
// -{zh-hans:a;zh-hant:b}-, the whole of -{a}-, nothing for -{H|…}- and -{T|…}-, which only set rules and titles.
func (w *TextWriter) conversion(n Node) {
	shown := w.tree.site.shownVariant(w.src, n.Inner())
	if shown.Len() == 0 {
		return
	}
	w.nested(func() {
		for c := range n.Children() {
			s, e := max(c.Start(), shown.Start), min(c.End(), shown.End)
			switch {
			case s >= e || c.Kind() == KindMarkup:
			case c.Kind() == KindText:
				w.copy(int32(s), int32(e))
			case c.IsLeaf() || c.Kind() == KindLink || c.Kind() == KindTemplate || c.Kind() == KindExternal:
				w.node(c)
			default:
				w.write(c)
			}
		}
	})
}

// shownVariant is the span within inner that is shown.
func (s *Site) shownVariant(src string, inner sinosoviet.Span) sinosoviet.Span {
	text := src[inner.Start:inner.End]
	if i := strings.IndexByte(text, '|'); i >= 0 {
		flags := strings.TrimSpace(text[:i])
		if isConversionFlags(flags) {
			inner.Start += i + 1
			text = text[i+1:]
			if strings.ContainsAny(flags, "HT-") {
				return sinosoviet.Span{}
			}
			if strings.Contains(flags, "R") {
				return inner
			}
		}
	}
	best, rank := sinosoviet.Span{}, len(s.Variants)+1
	at := inner.Start
	for rule := range strings.SplitSeq(text, ";") {
		code, _, ok := strings.Cut(rule, ":")
		if ok {
			if _, target, way := strings.Cut(code, "=>"); way {
				code = target
			}
			if r := s.variantRank(strings.TrimSpace(code)); r < rank {
				start := at + strings.IndexByte(rule, ':') + 1
				best, rank = sinosoviet.Span{Start: start, End: at + len(rule)}, r
			}
		}
		at += len(rule) + 1
	}
	if rank > len(s.Variants) {
		return inner
	}
	return trimSpan(src, best)
}

// variantRank is the place of a variant in the order of preference; one more than there are when it is none.
func (s *Site) variantRank(code string) int {
	for i, v := range s.Variants {
		if strings.EqualFold(v, code) {
			return i
		}
	}
	if strings.EqualFold(code, s.Name) {
		return len(s.Variants)
	}
	return len(s.Variants) + 1
}

// isConversionFlags reports whether what stands before the pipe is flags: letters, or codes of variants.
func isConversionFlags(flags string) bool {
	for i := range len(flags) {
		if c := flags[i]; !(c >= 'A' && c <= 'Z' || c == ';' || c == '-' || c == '+' || c == ' ' || c >= 'a' && c <= 'z') {
			return false
		}
	}
	return true
}
