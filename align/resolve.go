package align

import (
	"slices"
	"sort"

	"github.com/sinosoviet/sinosoviet"
)

// How sure a resolved marker is. The figures were set by how often such markers were right on generated excerpts.
const (
	sureAtPlace   = 0.99 // number and place agree
	sureShifted   = 0.97 // shifted number and place agree
	sureLossy     = 0.92 // the same where the article does not show where a note is used again
	sureLossyFar  = 0.75 // another marker of the number shows it, there
	sureMoved     = 0.8  // the place alone
	surePaired    = 0.95 // the places of this number and of others
	sureElsewhere = 0.9  // another marker of the number shows it at its place
	sureUnseen    = 0.8  // number alone, between numbers that confirm its shift
	sureDoubted   = 0.4  // number alone, where the shift changes
	surePages     = 0.85 // pages at the place
	sureNotice    = 0.98 // a "citation needed" at its place
	sureNear      = 0.7  // one in the sentence around it
	sureBetween   = 0.8  // the only one between the neighbours; less when there are several
)

// resolve fills in the markers of the result and what they tell about the revision.
func (n *notes) resolve(r *Result) {
	markers := n.p.excerpt.Markers
	r.Markers = slices.Clone(markers)
	r.Findings = make([]Finding, len(markers))
	classes := map[string][]int{}
	var order []string
	for i := range r.Markers {
		m := &r.Markers[i]
		m.Citation, m.Basis, m.Confidence, m.Candidates = "", "", 0, nil
		if m.Kind == sinosoviet.MarkerCitationNeeded {
			n.notice(m, &r.Findings[i])
			continue
		}
		class := classOf(m)
		if class == "-" {
			continue
		}
		if classes[class] == nil {
			order = append(order, class)
		}
		classes[class] = append(classes[class], i)
	}
	for _, class := range order {
		n.class(r, class, classes[class])
	}
}

// class resolves the markers of one numbered list.
func (n *notes) class(r *Result, class string, markers []int) {
	l := n.groupOf(class, markers)
	if l == nil || len(l.entries) == 0 {
		n.byOrder(r, class, markers)
		return
	}
	list := n.collect(markers, l)
	n.solve(list, l)
	for k := range list {
		for _, i := range list[k].markers {
			n.settle(&r.Markers[i], &r.Findings[i], &list[k], l)
		}
	}
	if class == "" {
		n.revision(r, list, l)
	}
}

// settle gives a marker the citation that its number was found to denote.
func (n *notes) settle(m *sinosoviet.Marker, f *Finding, e *numbered, l *noteList) {
	var buf [8]slot
	slots := n.slots(m, buf[:0])
	f.Placed = len(slots) > 0 && slots[0].weight >= weightPlace
	if e.target == 0 {
		f.Removed = e.removed
		n.byPages(m, f, slots)
		if m.Citation == "" {
			m.Candidates = slices.Clone(e.possible)
		}
		return
	}
	entry := l.entries[e.target]
	at, pages, gap := n.occurrence(entry, slots)
	if f.Placed {
		f.Covers = n.covers(gap)
	}
	f.Number, f.Shift, f.AtPlace = e.target, e.target-e.number, at >= 0
	n.comparePages(m, f, entry, pages)
	m.Citation = n.p.article.Citations[n.denoted(entry, at)].ID
	m.Basis, m.Confidence = sinosoviet.BasisNumber, sureAtPlace
	switch {
	case e.moved && e.paired > 0:
		m.Basis, m.Confidence = sinosoviet.BasisPosition, surePaired
	case e.moved:
		m.Basis, m.Confidence = sinosoviet.BasisPosition, sureMoved
	case f.Shift != 0:
		m.Basis, m.Confidence = sinosoviet.BasisRevision, sureShifted
	}
	switch {
	case f.AtPlace, e.paired > 0 && e.moved:
	case e.moved:
		m.Confidence = sureMoved
	case e.gains[e.target] > 0:
		m.Confidence = sureElsewhere
	case e.steady:
		m.Confidence = sureUnseen
	default:
		m.Confidence = sureDoubted
	}
	if n.lossy && f.Shift != 0 {
		switch m.Confidence {
		case sureShifted:
			m.Confidence = sureLossy
		case sureElsewhere:
			m.Confidence = sureLossyFar
		}
	}
	if f.PagesAgree && !f.AtPlace {
		m.Confidence = max(m.Confidence, surePages)
		if n.paged(m.Pages) == 1 {
			m.Basis = sinosoviet.BasisPages
		}
	}
	if m.Confidence == sureDoubted && f.Shift != 0 && f.Placed && !f.PagesAgree { // likelier another note or none than this one
		m.Candidates = n.candidates(m.Citation, slots, l)
		if m.Candidates == nil {
			m.Candidates = []string{m.Citation}
		}
		m.Citation, m.Basis, m.Confidence, f.Number, f.Shift = "", "", 0, 0, 0
		return
	}
	if m.Confidence < sureAtPlace-0.1 {
		m.Candidates = n.candidates(m.Citation, slots, l)
	}
}

// occurrence is the citation of a note that stands at a marker's place, or -1, the pages given there, and the gap; without one
// the likeliest gap.
func (n *notes) occurrence(e *entry, slots []slot) (at int32, pages string, gap int32) {
	at = -1
	for _, s := range slots {
		if s.weight < weightPlace { // next to the place: it tells what the note stands behind, no more
			if slices.ContainsFunc(n.at(s.gap), func(c gapped) bool {
				return n.p.article.Citations[c.index].Number == e.number && slices.Contains(e.at, c.index)
			}) {
				return -1, "", s.gap
			}
			continue
		}
		for _, c := range n.at(s.gap) {
			cit := &n.p.article.Citations[c.index]
			if cit.Kind == sinosoviet.CitationPages && pages == "" && (cit.Number == e.number || cit.Number == 0) {
				pages = cit.Pages
			}
			if cit.Number == e.number && slices.Contains(e.at, c.index) && (at < 0 || n.p.article.Citations[at].Kind == sinosoviet.CitationPages && cit.Kind != sinosoviet.CitationPages) {
				at = c.index
			}
		}
		if at >= 0 {
			return at, pages, s.gap
		}
	}
	if len(slots) > 0 {
		gap = slots[0].gap
	}
	return -1, "", gap
}

// covers is what a note in a gap stands behind: the words since the gap before it that has a citation, or since the start of the
// sentence.
func (n *notes) covers(gap int32) sinosoviet.Span {
	if gap <= 0 || int(gap) > len(n.p.a) {
		return sinosoviet.Span{}
	}
	u := n.p.unitOf[gap-1]
	s := n.p.units[u]
	from := s.from
	if i := sort.Search(len(n.gaps), func(i int) bool { return n.gaps[i].gap >= gap }) - 1; i >= 0 {
		from = max(from, n.gaps[i].gap)
	}
	return n.p.articleSpan(u, u+1, from, gap)
}

// denoted is the citation that a marker of a note denotes: the one that stands at its place when it says what it cites; else the
// one that defines the note.
func (n *notes) denoted(e *entry, at int32) int32 {
	says := func(i int32) bool {
		k := n.p.article.Citations[i].Kind
		return k != sinosoviet.CitationReuse && k != sinosoviet.CitationPages
	}
	if at >= 0 && says(at) {
		return at
	}
	for _, i := range e.at {
		if says(i) {
			return i
		}
	}
	if at < 0 {
		at = e.at[0]
	}
	if target, ok := n.byID[n.p.article.Citations[at].Target]; ok {
		return target
	}
	return at
}

// comparePages notes whether the pages behind a marker are those of the note.
func (n *notes) comparePages(m *sinosoviet.Marker, f *Finding, e *entry, here string) {
	if m.Pages == "" {
		return
	}
	if f.PagesAgree = samePages(here, m.Pages); f.PagesAgree {
		return
	}
	f.ArticlePages = here
	for _, i := range e.at {
		if samePages(n.p.article.Citations[i].Pages, m.Pages) {
			f.PagesAgree = true
			return
		}
	}
}

// byPages resolves a marker whose number says nothing by the pages that stand at its place in the article.
func (n *notes) byPages(m *sinosoviet.Marker, f *Finding, slots []slot) {
	if m.Pages == "" {
		return
	}
	for _, s := range slots {
		for _, c := range n.at(s.gap) {
			cit := &n.p.article.Citations[c.index]
			if cit.Kind == sinosoviet.CitationPages && cit.Target != "" && samePages(cit.Pages, m.Pages) {
				m.Citation, m.Basis, m.Confidence = cit.Target, sinosoviet.BasisPages, surePages
				f.AtPlace, f.PagesAgree, f.Removed, f.Number = true, true, false, cit.Number
				return
			}
		}
	}
}

// candidates are the citation found and others that stand at the marker's place.
func (n *notes) candidates(found string, slots []slot, l *noteList) []string {
	out := []string{found}
	for _, s := range slots {
		for _, c := range n.at(s.gap) {
			cit := &n.p.article.Citations[c.index]
			if cit.Number > 0 && cit.Group == l.group && cit.Kind != sinosoviet.CitationPages && len(out) < maxSlot && !slices.Contains(out, cit.ID) {
				out = append(out, cit.ID)
			}
		}
	}
	if len(out) == 1 {
		return nil
	}
	return out
}

// notice resolves a "citation needed" by its place: it has no number.
func (n *notes) notice(m *sinosoviet.Marker, f *Finding) {
	var buf [8]slot
	slots := n.slots(m, buf[:0])
	f.Placed = len(slots) > 0
	if at, s := n.noticeAt(slots); at >= 0 {
		m.Citation, m.Basis, m.Confidence, f.AtPlace = n.p.article.Citations[at].ID, sinosoviet.BasisPosition, sureNotice, s.weight >= weightPlace
		f.Covers = n.covers(s.gap)
		if !f.AtPlace {
			m.Confidence = sureNear
		}
		return
	}
	if len(slots) == 0 {
		n.noticeBetween(m)
		return
	}
	// The mark may have moved inside its sentence.
	gap := slots[0].gap
	if gap == 0 || int(gap) > len(n.p.unitOf) {
		return
	}
	u := n.p.units[n.p.unitOf[gap-1]]
	for g := u.to; g > u.from; g-- {
		for _, c := range n.at(g) {
			if cit := &n.p.article.Citations[c.index]; cit.Kind == sinosoviet.CitationNeeded {
				m.Citation, m.Basis, m.Confidence = cit.ID, sinosoviet.BasisPosition, sureNear
				return
			}
		}
		if u.to-g > 200 {
			return
		}
	}
}

// noticeAt is the first "citation needed" at the place that no marker before was found to be, else the first one, or -1: where several
// stand side by side they are taken in order.
func (n *notes) noticeAt(slots []slot) (at int32, where slot) {
	at = -1
	for _, s := range slots {
		for _, c := range n.at(s.gap) {
			if n.p.article.Citations[c.index].Kind != sinosoviet.CitationNeeded {
				continue
			}
			if !n.noticed[c.index] {
				n.noticed[c.index] = true
				return c.index, s
			}
			if at < 0 {
				at, where = c.index, s
			}
		}
	}
	return at, where
}

// noticeBetween resolves a "citation needed" whose sentence is not in the article by those that stand between its neighbours:
// the last one, nearest to the next sentence that is there.
func (n *notes) noticeBetween(m *sinosoviet.Marker) {
	if m.Sentence >= len(n.before) {
		return
	}
	from, to := n.before[m.Sentence], n.behind[m.Sentence]
	if from >= to || to-from > maxBetween || from == 0 && int(to) == len(n.p.a) {
		return
	}
	i := sort.Search(len(n.gaps), func(i int) bool { return n.gaps[i].gap > from })
	for ; i < len(n.gaps) && n.gaps[i].gap <= to; i++ {
		if c := &n.p.article.Citations[n.gaps[i].index]; c.Kind == sinosoviet.CitationNeeded {
			m.Candidates = append(m.Candidates, c.ID)
		}
	}
	k := len(m.Candidates)
	if k == 0 {
		return
	}
	slices.Reverse(m.Candidates)
	m.Citation, m.Basis, m.Confidence = m.Candidates[0], sinosoviet.BasisPosition, sureBetween/float64(k)
	if k == 1 {
		m.Candidates = nil
	}
}

// maxBetween is how many of the article's words may stand between two neighbours for what lies between to tell anything.
const maxBetween = 600

// byOrder resolves markers against an article whose citations have no numbers: those that stand at one place are taken in
// order.
func (n *notes) byOrder(r *Result, class string, markers []int) {
	if class != "" {
		return
	}
	rank, place := 0, -1
	var buf [8]slot
	for _, i := range markers {
		m := &r.Markers[i]
		if m.TextAt != place {
			rank, place = 0, m.TextAt
		}
		slots := n.slots(m, buf[:0])
		r.Findings[i].Placed = len(slots) > 0
		if len(slots) == 0 {
			continue
		}
		k := 0
		for _, c := range n.at(slots[0].gap) {
			cit := &n.p.article.Citations[c.index]
			if cit.Kind == sinosoviet.CitationNeeded || cit.Kind == sinosoviet.CitationPages || cit.Group != "" {
				continue
			}
			if k == rank {
				m.Citation, m.Basis, m.Confidence = cit.ID, sinosoviet.BasisPosition, surePages
				r.Findings[i].AtPlace = true
			}
			k++
		}
		rank++
	}
}
