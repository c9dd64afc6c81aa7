package parse

import (
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// maxCandidates bounds the candidates that are kept.
const maxCandidates = 5

// resolve finds what short notes, reused names and page notes refer to.
func (c *refCollector) resolve() {
	used := make([]bool, len(c.found))
	shorts := c.resolveShort(used)
	c.resolveReuse(used)
	c.resolvePages(used)
	if !shorts {
		return
	}
	for i := range c.found {
		if f := &c.found[i]; f.entry && !used[i] && f.Kind == sinosoviet.CitationFull {
			c.report("unused-source", sinosoviet.SeverityInfo, f.Span, "no note refers to this source")
		}
	}
}

// link sets the target of citation i.
func (c *refCollector) link(i, target int, how sinosoviet.Linkage, sure float64, used []bool) {
	f := &c.found[i]
	f.Target, f.Link, f.Confidence = c.found[target].ID, how, sure
	used[target] = true
}

// resolveShort links short notes to full citations by key. A note whose key several different sources have means one of
// them, and nothing says which; one whose key no source has is linked to the only source, or the first of several, with the same
// first name and year; so is one that names an author and a year in plain words. All three are inference, and said so. It reports
// whether there were any short notes.
func (c *refCollector) resolveShort(used []bool) (any bool) {
	for i := range c.found {
		f := &c.found[i]
		if any = f.Kind == sinosoviet.CitationShort || cs1.Loose(&f.Citation) != ""; any {
			break
		}
	}
	if !any {
		return false
	}
	any = false
	exact := newKeyed(len(c.found))
	for i := range c.found {
		f := &c.found[i]
		if f.short != nil && f.short.Anchor != "" {
			exact.add(f.short.Anchor, i)
		}
		if f.Kind == sinosoviet.CitationFull {
			if key := cs1.Anchor(&f.Citation); key != "" {
				exact.add(key, i)
			}
		}
	}
	var names looseNames // most pages need none
	var room [maxCandidates]int
	for i := range c.found {
		f := &c.found[i]
		if key := cs1.Loose(&f.Citation); key != "" { // "Boritt (1994), p. 3" or "Boritt, p. 3" in plain words
			c.nameLoosely(&names)
			from, sure := &names.dated, 0.8
			if f.Date.IsZero() {
				from, sure = &names.bare, 0.6
			}
			if to, n := from.get(key, room[:0]); n > 0 {
				if to, n = c.entries(to, n); c.sameSource(to) {
					n = 1
				}
				c.link(i, to[0], sinosoviet.LinkageInferred, sure/float64(n), used)
				f.Candidates = c.ids(to)
				any = true
			}
		}
		if f.Kind != sinosoviet.CitationShort {
			continue
		}
		any = true
		f.Link = sinosoviet.LinkageNone
		key := f.short.Key
		if key == "" {
			continue
		}
		if to, n := exact.get(key, room[:0]); n > 0 {
			c.link(i, to[0], sinosoviet.LinkageDirect, 1, used)
			if n > 1 {
				f.Candidates = c.ids(to)
				if !c.sameSource(to) {
					f.Link, f.Confidence = sinosoviet.LinkageInferred, 1/float64(n)
					c.report("ambiguous-short-note", sinosoviet.SeverityWarning, f.Span, "several sources have the key "+key)
				}
			}
			continue
		}
		c.nameLoosely(&names)
		if to, n := names.dated.get(f.short.Loose(), room[:0]); n > 0 {
			c.link(i, to[0], sinosoviet.LinkageInferred, 0.7/float64(n), used)
			f.Candidates = c.ids(to)
			c.report("unresolved-short-note", sinosoviet.SeverityWarning, f.Span, "no source has the key "+key+"; one with the same name and year is taken")
			continue
		}
		c.report("unresolved-short-note", sinosoviet.SeverityWarning, f.Span, "no source has the key "+key)
	}
	return any
}

// looseNames find sources by their first name with the year, and by the name alone.
type looseNames struct{ dated, bare keyed }

// nameLoosely fills the names in, once.
func (c *refCollector) nameLoosely(names *looseNames) {
	if names.dated.lists != nil {
		return
	}
	names.dated, names.bare = newKeyed(len(c.found)), newKeyed(len(c.found))
	for i := range c.found {
		f := &c.found[i]
		full := f.Kind == sinosoviet.CitationFull
		if !full && !(f.Kind == sinosoviet.CitationPlain && f.entry) {
			continue
		}
		dated, bare := cs1.LooseNames(&f.Citation)
		if full {
			dated = cs1.LooseAnchor(&f.Citation)
		}
		if dated != "" {
			names.dated.add(dated, i)
		}
		if bare != "" {
			names.bare.add(bare, i)
		}
	}
}

// keyed lists citations by key, each key's in the order added.
type keyed struct {
	lists map[string]keyedList
	next  []int32 // by citation: the next one of its key
}

type keyedList struct{ first, last, n int32 }

func newKeyed(citations int) keyed {
	return keyed{lists: map[string]keyedList{}, next: make([]int32, citations)}
}

func (k *keyed) add(key string, i int) {
	l := k.lists[key]
	if l.n == 0 {
		l.first = int32(i)
	} else {
		k.next[l.last] = int32(i)
	}
	l.last = int32(i)
	l.n++
	k.lists[key] = l
}

// get appends the first maxCandidates citations of the key, and tells how many it has in all.
func (k *keyed) get(key string, into []int) (list []int, n int) {
	l, ok := k.lists[key]
	if !ok {
		return into, 0
	}
	for i := l.first; len(into) < min(int(l.n), maxCandidates); i = k.next[i] {
		into = append(into, int(i))
	}
	return into, int(l.n)
}

// entries are those of the candidates that stand in a list of sources, when there are any: short notes refer to the list.
func (c *refCollector) entries(list []int, n int) ([]int, int) {
	listed := 0
	for _, i := range list {
		if c.found[i].entry {
			list[listed] = i
			listed++
		}
	}
	if listed == 0 {
		return list, n
	}
	return list[:listed], listed
}

// sameSource reports whether the citations have the same title.
func (c *refCollector) sameSource(list []int) bool {
	for _, i := range list[1:] {
		if c.found[i].Title != c.found[list[0]].Title {
			return false
		}
	}
	return true
}

func (c *refCollector) ids(list []int) []string {
	ids := make([]string, len(list))
	for i, f := range list {
		ids[i] = c.found[f].ID
	}
	return ids
}

// resolveReuse links reused names to the first citation of the footnote they name.
func (c *refCollector) resolveReuse(used []bool) {
	first := c.firstOfNotes()
	for i := range c.found {
		f := &c.found[i]
		if f.Kind != sinosoviet.CitationReuse {
			continue
		}
		f.Link = sinosoviet.LinkageNone
		if f.note >= 0 && first[f.note] >= 0 {
			c.link(i, first[f.note], sinosoviet.LinkageDirect, 1, used)
			continue
		}
		c.report("undefined-ref", sinosoviet.SeverityWarning, f.Span, "no reference named \""+f.RefName+"\" has content")
	}
}

// firstOfNotes is, for each footnote, the first citation in it that is more than a mark, or -1.
func (c *refCollector) firstOfNotes() []int {
	first := slices.Repeat([]int{-1}, len(c.notes))
	for i := range c.found {
		switch f := &c.found[i]; f.Kind {
		case sinosoviet.CitationFull, sinosoviet.CitationShort, sinosoviet.CitationPlain:
			if f.note >= 0 && first[f.note] < 0 {
				first[f.note] = i
			}
		}
	}
	return first
}

// resolvePages links page notes. One that directly follows a mark pages the mark's source; in a flattened text one that stands
// alone has lost the reused name it followed, and its source is inferred.
func (c *refCollector) resolvePages(used []bool) {
	var alone []int
	for i := range c.found {
		f := &c.found[i]
		if f.Kind != sinosoviet.CitationPages {
			continue
		}
		f.Link = sinosoviet.LinkageNone
		if f.follows < 0 {
			alone = append(alone, i)
			continue
		}
		target := f.follows
		mark := &c.found[target]
		f.Number, f.Group = mark.Number, mark.Group
		if mark.Kind == sinosoviet.CitationReuse {
			if target = c.index(mark.Target); target < 0 {
				c.report("unresolved-pages", sinosoviet.SeverityWarning, f.Span, "pages of a reference that is not there")
				continue
			}
		}
		c.link(i, target, sinosoviet.LinkageDirect, 1, used)
	}
	if len(alone) == 0 {
		return
	}
	if c.tree.IsFlattened() {
		c.inferPages(alone, used)
	}
	for _, i := range alone {
		if f := &c.found[i]; f.Link == sinosoviet.LinkageNone {
			c.report("unresolved-pages", sinosoviet.SeverityWarning, f.Span, "pages without a reference before them")
		} else {
			c.report("inferred-pages", sinosoviet.SeverityInfo, f.Span, "pages without a reference before them: taken for those of \""+c.found[c.index(f.Target)].Title+"\"")
		}
	}
}

// index is the index of the citation with the id, or -1.
func (c *refCollector) index(id string) int {
	n, ok := strings.CutPrefix(id, "c")
	if !ok {
		return -1
	}
	i := 0
	for _, d := range n {
		i = i*10 + int(d-'0')
	}
	return i - 1
}
