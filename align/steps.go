package align

import (
	"slices"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// The bases of a step.
const (
	stepByPlace = "place"
	stepByDate  = "date"
	stepLast    = "last"
)

// revision tells how the article's list of notes differs from the one the excerpt's numbers come from.
func (n *notes) revision(r *Result, list []numbered, l *noteList) {
	last, shift, seen := 0, 0, 0
	steps, added := 0, 0 // that a later number confirms
	for k := range list {
		e := &list[k]
		switch {
		case e.removed:
			r.Revision.Removed = append(r.Revision.Removed, n.p.excerpt.Markers[e.markers[0]].Text)
			if e.shift != shift {
				// What was added before it shows, too, when the removal does not account for the change.
				n.step(r, l, last, e.number, shift, e.shift+1)
				n.shiftFrom(r, e.number+1, e.shift, Step{Earliest: e.number + 1, Latest: e.number + 1, Basis: stepByPlace})
				shift = e.shift
			}
			last = e.number
		case e.moved || e.target == 0:
		default:
			seen++
			n.step(r, l, last, e.number, shift, e.shift)
			shift, last = e.shift, e.number
			steps, added = len(r.Steps), len(r.Revision.Added)
		}
	}
	if steps < len(r.Steps) {
		r.Steps, r.Revision.Shift, r.Revision.Added = slices.Clip(r.Steps[:steps]), slices.Clip(r.Revision.Shift[:steps]), slices.Clip(r.Revision.Added[:added])
	}
	if steps == 0 {
		r.Steps, r.Revision.Shift = nil, nil
	}
	if added == 0 {
		r.Revision.Added = nil
	}
	r.Revision.Same = seen > 0 && len(r.Revision.Shift) == 0 && len(r.Revision.Removed) == 0
}

// shiftFrom adds a shift, or changes the last one when it starts at the same number.
func (n *notes) shiftFrom(r *Result, from, by int, s Step) {
	s.From, s.By = from, by
	if k := len(r.Revision.Shift) - 1; k >= 0 && r.Revision.Shift[k].From == from {
		r.Revision.Shift[k].By = by
		s.Added = append(r.Steps[k].Added, s.Added...)
		s.Candidates = append(r.Steps[k].Candidates, s.Candidates...)
		r.Steps[k] = s
		return
	}
	r.Revision.Shift = append(r.Revision.Shift, sinosoviet.Shift{From: from, By: by})
	r.Steps = append(r.Steps, s)
}

// step tells of a change of the shift between two numbers seen.
func (n *notes) step(r *Result, l *noteList, last, number, before, after int) {
	switch {
	case after == before:
	case after < before: // notes between the two were removed; which of them the excerpt does not show
		n.shiftFrom(r, number, after, Step{Earliest: last + 1, Latest: number})
	default:
		n.added(r, l, last, number, before, after)
	}
}

// maxCandidates bounds the notes looked at for one step.
const maxCandidates = 256

// added finds which of the article's notes between two known ones are new.
func (n *notes) added(r *Result, l *noteList, last, number, before, after int) {
	var between []addition
	for target := max(last+before+1, number+after-maxCandidates); target < number+after; target++ {
		if e := l.entries[target]; e != nil {
			between = append(between, n.addition(e))
		}
	}
	count := min(after-before, len(between))
	chosen := slices.Clone(between)
	slices.SortStableFunc(chosen, func(a, b addition) int { return b.compare(a) })
	basis := stepLast
	if count > 0 && count < len(chosen) {
		basis = chosen[count-1].basis(chosen[count])
	} else if count == len(chosen) {
		basis = stepByPlace
	}
	chosen = chosen[:count]
	slices.SortFunc(chosen, func(a, b addition) int { return a.number - b.number })
	var candidates []string
	if count < len(between) && basis != stepByPlace {
		for _, b := range between {
			candidates = append(candidates, b.id)
		}
	}
	if count == 0 {
		n.shiftFrom(r, number, after, Step{Earliest: last + 1, Latest: number})
		return
	}
	for k, a := range chosen {
		by := before + k + 1
		if k == len(chosen)-1 {
			by = after
		}
		s := Step{Earliest: last + 1, Latest: number, Added: []string{a.id}, Basis: basis}
		if k == 0 {
			s.Candidates = candidates
		}
		n.shiftFrom(r, a.number-before-k, by, s)
		r.Revision.Added = append(r.Revision.Added, a.id)
	}
}

// addition is a note that may be new in the article.
type addition struct {
	number int
	id     string
	shown  int // 1: the excerpt shows its place without a marker; -1: with one; 0: it does not show the place
	year   int // of the newest date it gives
}

// addition weighs a note by its first use and its source.
func (n *notes) addition(e *entry) addition {
	a := addition{number: e.number}
	at := n.denoted(e, -1)
	a.id = n.p.article.Citations[at].ID
	a.year = n.year(at, 0)
	if g := e.first; g > 0 && int(g) < len(n.inside) && n.inside[g-1] >= 0 && n.inside[g] == n.inside[g-1]+1 {
		a.shown = 1
		if n.marked[n.inside[g]] {
			a.shown = -1
		}
	}
	return a
}

// year is the newest year a citation gives: of publication, of access, of its target.
func (n *notes) year(i int32, depth int) int {
	c := &n.p.article.Citations[i]
	year := max(latestYear(c.Date), latestYear(c.AccessDate), latestYear(c.ArchiveDate))
	if target, ok := n.byID[c.Target]; ok && depth < 2 {
		year = max(year, n.year(target, depth+1))
	}
	return year
}

func latestYear(d edtf.Date) int {
	earliest, latest := d.Bounds()
	return max(earliest.Year, latest.Year)
}

// compare orders additions by how likely they are: what the excerpt shows, then the newer source, then the later place.
func (a addition) compare(b addition) int {
	switch {
	case a.shown != b.shown:
		return a.shown - b.shown
	case a.year != b.year:
		return a.year - b.year
	}
	return a.number - b.number
}

// basis tells what made a likelier than b.
func (a addition) basis(b addition) string {
	switch {
	case a.shown != b.shown:
		return stepByPlace
	case a.year != b.year:
		return stepByDate
	}
	return stepLast
}
