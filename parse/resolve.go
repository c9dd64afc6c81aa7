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

// resolveShort links short notes to full citations by key. A note whose key no source has is linked to the only
// source, or the first of several, with the same first name and year: that is inference, and said so. So is a note that names an author
// and a year in plain words. It reports whether there were
// any short notes.
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
	exact, loose := map[string][]int{}, map[string][]int{}
	for i := range c.found {
		f := &c.found[i]
		if f.Kind != sinosoviet.CitationFull {
			continue
		}
		key, l := cs1.Anchor(&f.Citation)
		if key != "" {
			exact[key] = append(exact[key], i)
		}
		if l != "" {
			loose[l] = append(loose[l], i)
		}
	}
	for i := range c.found {
		f := &c.found[i]
		if key := cs1.Loose(&f.Citation); key != "" && len(loose[key]) > 0 { // "Boritt (1994), p. 3" in plain words
			c.link(i, loose[key][0], sinosoviet.LinkageInferred, 0.8/float64(len(loose[key])), used)
			f.Candidates = c.ids(loose[key])
			any = true
		}
		if f.Kind != sinosoviet.CitationShort {
			continue
		}
		any = true
		f.Link = sinosoviet.LinkageNone
		if f.key == "" {
			continue
		}
		if to := exact[f.key]; len(to) > 0 {
			c.link(i, to[0], sinosoviet.LinkageDirect, 1, used)
			if len(to) > 1 {
				f.Candidates = c.ids(to)
				if !c.sameSource(to[:min(len(to), maxCandidates)]) {
					f.Confidence = 1 / float64(len(to))
					c.report("ambiguous-short-note", sinosoviet.SeverityWarning, f.Span, "several sources have the key "+f.key)
				}
			}
			continue
		}
		if to := loose[f.loose]; f.loose != "" && len(to) > 0 {
			c.link(i, to[0], sinosoviet.LinkageInferred, 0.7/float64(len(to)), used)
			f.Candidates = c.ids(to)
			c.report("unresolved-short-note", sinosoviet.SeverityWarning, f.Span, "no source has the key "+f.key+"; one with the same name and year is taken")
			continue
		}
		c.report("unresolved-short-note", sinosoviet.SeverityWarning, f.Span, "no source has the key "+f.key)
	}
	return any
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
	var ids []string
	for _, i := range list[:min(len(list), maxCandidates)] {
		ids = append(ids, c.found[i].ID)
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
