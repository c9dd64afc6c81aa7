package parse

import (
	"slices"
	"sort"

	"github.com/sinosoviet/sinosoviet"
)

// support tells each sentence of the article what stands behind it.
func support(a *sinosoviet.Article) {
	s := NewSupporter(a)
	if len(s.groups) == 0 {
		return
	}
	ids := make([]string, 0, len(a.Citations)) // those of all sentences
	group := 0
	for i := range a.Sentences {
		sent := &a.Sentences[i]
		for group < len(s.groups) && s.groups[group].at <= sent.TextSpan.Start {
			group++
		}
		from := len(ids)
		if ids, _, sent.NeededSince = s.appendGroups(ids, i, group, -1, sent.TextSpan, ""); len(ids) > from {
			sent.Citations = ids[from:len(ids):len(ids)]
		}
	}
}

// Support is NewSupporter(a).Behind(text), for a single question: it takes time linear in the citations and logarithmic in the sentences.
func Support(a *sinosoviet.Article, text sinosoviet.Span) (ids []string, neededSince string) {
	s := &Supporter{a: a}
	first := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].TextSpan.End > text.Start })
	last := first
	for last+1 < len(a.Sentences) && a.Sentences[last+1].TextSpan.Start < text.End {
		last++
	}
	if first == len(a.Sentences) {
		return nil, ""
	}
	s.gather(a.Sentences[first].TextSpan.Start, s.reach(last))
	return s.Behind(text)
}

// Supporter answers which citations stand behind a part of an article's text. Citations whose marks stand side by side form a
// group. A group covers the text before it, back to the group before or the start of the sentence, whichever is nearer. It never
// covers what follows it, nor another sentence. A Supporter is immutable and safe for concurrent use.
type Supporter struct {
	a      *sinosoviet.Article
	groups []markGroup
}

// markGroup is the citations at one place.
type markGroup struct {
	at     int // offset in the text
	ids    []string
	needed string
}

// NewSupporter prepares the answers for an article, in linear time. The article must not change while the Supporter is used.
func NewSupporter(a *sinosoviet.Article) *Supporter {
	s := &Supporter{a: a}
	s.gather(0, a.Text.Len())
	return s
}

// gather groups the citations whose marks stand from one place of the text to another.
func (s *Supporter) gather(from, to int) {
	a := s.a
	order := make([]int, 0, len(a.Citations))
	for i := range a.Citations {
		if c := &a.Citations[i]; c.TextAt >= from && c.TextAt <= to && standsBehind(c) {
			order = append(order, i)
		}
	}
	if len(order) == 0 {
		return
	}
	s.groups = make([]markGroup, 0, len(order)/2+1)
	slices.SortStableFunc(order, func(x, y int) int { return a.Citations[x].TextAt - a.Citations[y].TextAt })
	text := a.Text.String()
	ids, from := make([]string, 0, len(order)), 0 // those of all groups; where the last one's begin
	for _, i := range order {
		c := &a.Citations[i]
		n := len(s.groups)
		if n == 0 || !sideBySide(text, s.groups[n-1].at, c.TextAt) {
			s.groups = append(s.groups, markGroup{at: c.TextAt})
			n++
			from = len(ids)
		}
		g := &s.groups[n-1]
		if c.Kind == sinosoviet.CitationNeeded {
			g.needed = c.NeededSince
			if g.needed == "" {
				g.needed = "unknown"
			}
			continue
		}
		ids = append(ids, c.ID)
		g.ids = ids[from:len(ids):len(ids)]
	}
}

// standsBehind reports whether the citation has a mark in the text: a number, or words in place. Entries of a list of sources have
// neither, and stand behind nothing.
func standsBehind(c *sinosoviet.Citation) bool {
	if c.Listed {
		return false
	}
	switch c.Kind {
	case sinosoviet.CitationNeeded, sinosoviet.CitationPages, sinosoviet.CitationShort:
		return true
	}
	return c.Number > 0
}

// sideBySide reports whether nothing but blanks stands between two places of a line.
func sideBySide(text string, a, b int) bool {
	for i := a; i < b && i < len(text); i++ {
		if text[i] != ' ' && text[i] != '\t' {
			return false
		}
	}
	return true
}

// Behind is what stands behind the text in the range: the ids of the citations, in order, and since when "citation needed" stands
// there (EDTF, or "unknown" for a mark without a date; "" when there is none). A part of a sentence has behind it the groups inside it and
// the first one that follows it in the sentence. The range may be a sentence, a clause or several of
// them; a range outside of all sentences has nothing behind it.
func (s *Supporter) Behind(text sinosoviet.Span) (ids []string, neededSince string) {
	sents := s.a.Sentences
	i := sort.Search(len(sents), func(i int) bool { return sents[i].TextSpan.End > text.Start })
	done := -1 // last group told: no group is told twice
	for ; i < len(sents) && sents[i].TextSpan.Start < text.End; i++ {
		first := s.first(max(text.Start, sents[i].TextSpan.Start))
		ids, done, neededSince = s.appendGroups(ids, i, first, done, text, neededSince)
	}
	return ids, neededSince
}

// appendGroups tells the groups from first on that stand behind the part of the text in sentence i, but for those up to done.
func (s *Supporter) appendGroups(ids []string, i, first, done int, text sinosoviet.Span, needed string) (all []string, last int, neededSince string) {
	if first == len(s.groups) {
		return ids, done, needed
	}
	to, reach := min(text.End, s.a.Sentences[i].TextSpan.End), s.reach(i)
	for n := first; n < len(s.groups) && s.groups[n].at <= reach; n++ {
		g := &s.groups[n]
		if n > done {
			done = n
			ids = append(ids, g.ids...)
			if needed == "" {
				needed = g.needed
			}
		}
		if g.at >= to {
			break
		}
	}
	return ids, done, needed
}

// first is the index of the first group behind the place.
func (s *Supporter) first(from int) int {
	return sort.Search(len(s.groups), func(g int) bool { return s.groups[g].at > from })
}

// reach is the last place at which a mark still belongs to sentence i: the start of the next sentence of its block, or the end of
// the block.
func (s *Supporter) reach(i int) int {
	sents, blocks := s.a.Sentences, s.a.Blocks
	if i+1 < len(sents) && sents[i+1].Block == sents[i].Block {
		return sents[i+1].TextSpan.Start
	}
	if b := sents[i].Block; b < len(blocks) {
		return max(blocks[b].TextSpan.End, sents[i].TextSpan.End)
	}
	return sents[i].TextSpan.End
}

// Unreferenced tells whether a notice marks the section, or one it belongs to, as lacking references, and since when, as written.
func Unreferenced(a *sinosoviet.Article, section int) (since string, ok bool) {
	for i := range a.Notices {
		n := &a.Notices[i]
		if n.Kind != "unreferenced" {
			continue
		}
		for s := section; s >= 0 && s < len(a.Sections); s = a.Sections[s].Parent {
			if n.Section == s && (s > 0 || section == 0 || a.Sections[0].Span.Contains(n.Span)) {
				return n.Date, true
			}
			if s == 0 {
				break
			}
		}
	}
	return "", false
}
