package align

import (
	"github.com/sinosoviet/sinosoviet"
)

// The operations of an edit.
const (
	opInsert  = "insert"
	opDelete  = "delete"
	opReplace = "replace"
)

// run is a stretch of words that differ: excerpt words [x0, x1), article words [a0, a1).
type run struct {
	x0, x1, a0, a1 int32
}

// maxSwap is how many words may stand between the two ends of a changed order, to be told as one edit:
// "was to soon" for "was soon to".
const maxSwap = 2

// alignment tells of the place of sentence i.
func (c Config) alignment(p *pages, i int, pl *place) sinosoviet.Alignment {
	s := p.excerpt.Sentences[i]
	text := p.excerpt.Text.String()
	out := sinosoviet.Alignment{Span: s.Span, Text: text[max(0, s.TextSpan.Start):max(0, min(s.TextSpan.End, len(text)))], Match: sinosoviet.MatchNone}
	if !pl.found() {
		return out
	}
	runs := swaps(p, i, runs(p, i, pl))
	for _, r := range runs {
		if !isHyphenation(p, r) {
			out.Edits = append(out.Edits, edit(p, r))
		}
	}
	out.Match = sinosoviet.MatchEdited
	if len(out.Edits) == 0 {
		out.Match = sinosoviet.MatchVerbatim
	}
	l := p.lines[i]
	out.Similarity = 1
	if len(out.Edits) > 0 {
		out.Similarity = 2 * float64(pl.matched) / float64(l.to-l.from+pl.to-pl.from)
	}
	out.ArticleSpan = p.articleSpan(pl.lo, pl.hi, pl.from, pl.to)
	held := int32(-1)
	for _, a := range pl.partner { // a sentence between them of which no word is there was left out
		if a >= 0 && p.unitOf[a] > held {
			held = p.unitOf[a]
			out.Sentences = append(out.Sentences, int(p.units[held].index))
		}
	}
	if k := p.article.Sentences[p.units[pl.lo].index].Section; k >= 0 && k < len(p.article.Sections) {
		out.Section = p.article.Sections[k].Heading
	}
	for _, u := range pl.others {
		out.Alternatives = append(out.Alternatives, p.articleSpan(u, u+1, p.units[u].from, p.units[u].to))
	}
	return out
}

// articleSpan is the source of words [from, to) of the article's sentences [lo, hi), with the punctuation of those that are
// taken whole.
func (p *pages) articleSpan(lo, hi, from, to int32) sinosoviet.Span {
	first, last := p.units[lo], p.units[hi-1]
	start, end := int(p.a[from].start), int(p.a[to-1].end)
	if from == first.from {
		start = p.article.Sentences[first.index].TextSpan.Start
	}
	if to == last.to {
		end = p.article.Sentences[last.index].TextSpan.End
	}
	if sp := p.article.Text.Locate(start, end); !sp.IsZero() {
		return sp
	}
	return p.article.Sentences[first.index].Span.Cover(p.article.Sentences[last.index].Span)
}

// runs are the differences between sentence i and its place.
func runs(p *pages, i int, pl *place) []run {
	l := p.lines[i]
	var out []run
	open := run{l.from, l.from, pl.from, pl.from}
	for k, a := range pl.partner {
		x := l.from + int32(k)
		if a < 0 {
			continue
		}
		open.x1, open.a1 = x, a
		if open.x1 > open.x0 || open.a1 > open.a0 {
			out = append(out, open)
		}
		open = run{x0: x + 1, a0: a + 1}
	}
	open.x1, open.a1 = l.to, pl.to
	if open.x1 > open.x0 || open.a1 > open.a0 {
		out = append(out, open)
	}
	return out
}

// swaps joins an insertion and a deletion of the same words that stand on both sides of a word or two.
func swaps(p *pages, i int, runs []run) []run {
	out := runs[:0]
	for _, r := range runs {
		if n := len(out); n > 0 {
			b := out[n-1]
			if between := r.x0 - b.x1; between > 0 && between <= maxSwap && isMove(p, b, r) {
				out[n-1] = run{b.x0, r.x1, b.a0, r.a1}
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// isMove reports that the words one of two edits inserts are those the other deletes.
func isMove(p *pages, b, r run) bool {
	switch {
	case b.a0 == b.a1 && r.x0 == r.x1:
		return sameWords(p.x[b.x0:b.x1], p.a[r.a0:r.a1])
	case b.x0 == b.x1 && r.a0 == r.a1:
		return sameWords(p.x[r.x0:r.x1], p.a[b.a0:b.a1])
	}
	return false
}

// isHyphenation reports that the words of both sides are the same but for hyphens in them, as where a line was broken: "govern-ment".
func isHyphenation(p *pages, r run) bool {
	if r.x0 == r.x1 || r.a0 == r.a1 || r.x1-r.x0+r.a1-r.a0 > maxHyphenated {
		return false
	}
	x, hyphensX := unhyphenated(p.excerpt.Text.String(), p.x[r.x0:r.x1])
	a, hyphensA := unhyphenated(p.article.Text.String(), p.a[r.a0:r.a1])
	return hyphensX != hyphensA && x != "" && x == a
}

// maxHyphenated is how many words of both sides are looked at for hyphens.
const maxHyphenated = 8

// unhyphenated are words in their common form without the hyphens between them, and how many there were; "" when anything else
// stands between them.
func unhyphenated(text string, words []word) (string, int) {
	var f forms
	n := 0
	for i, w := range words {
		if i > 0 {
			switch text[words[i-1].end:w.start] {
			case "-", "‐", "‑", "- ":
				n++
			default:
				return "", 0
			}
		}
		f.append(text[w.start:w.end])
	}
	return string(f.buf), n
}

func sameWords(x, a []word) bool {
	if len(x) != len(a) {
		return false
	}
	for k := range x {
		if x[k].form != a[k].form {
			return false
		}
	}
	return true
}

func edit(p *pages, r run) sinosoviet.Edit {
	e := sinosoviet.Edit{
		Op:      opReplace,
		Excerpt: slice(p.excerpt.Text.String(), p.x[r.x0:r.x1]),
		Article: slice(p.article.Text.String(), p.a[r.a0:r.a1]),

		Span:        locate(&p.excerpt.Text, p.x, r.x0, r.x1),
		ArticleSpan: locate(&p.article.Text, p.a, r.a0, r.a1),
	}
	switch {
	case r.a0 == r.a1:
		e.Op = opInsert
	case r.x0 == r.x1:
		e.Op = opDelete
	}
	return e
}

// locate is the source of words [from, to); of none the empty span behind the word before them.
func locate(t *sinosoviet.Text, words []word, from, to int32) sinosoviet.Span {
	switch {
	case from < to:
		return t.Locate(int(words[from].start), int(words[to-1].end))
	case from > 0:
		end := t.Locate(int(words[from-1].start), int(words[from-1].end)).End
		return sinosoviet.Span{Start: end, End: end}
	}
	return sinosoviet.Span{}
}
