package timeline

import (
	"math"
	"slices"
	"unicode"
)

// picture is a timeline laid out: an axis, and a mark with a name for each entry, in lanes so that none covers another.
type picture struct {
	width, height int
	axis          axis
	marks         []mark // dated entries, in order
	lanes         int
}

// mark is an entry in the picture.
type mark struct {
	*Entry
	stretch
	x0, x1     float64 // of the bar; a day's dot stands at x0
	label      string
	labelX     float64
	labelLeft  bool // the label ends at labelX
	labelAbove bool // the label stands over the bar
	lane       int
}

// Measures of the picture, in pixels.
const (
	margin     = 18
	axisHeight = 34
	laneHeight = 24
	minBar     = 6
	dot        = 5
	openEnd    = 26 // what an open end is drawn longer
	labelRunes = 38
	firstWidth = 1100
	maxWidth   = 24000
	manyLanes  = 34
)

// layOut lays a timeline out in the given width; 0 is as wide as it takes to keep the number of lanes down.
func layOut(t *Timeline, width int) picture {
	p := picture{width: width}
	var ends []int64
	for _, e := range entriesOf(t) {
		s, ok := stretchOf(e)
		if !ok {
			continue
		}
		p.marks = append(p.marks, mark{Entry: e, stretch: s, label: clip(headline(e), labelRunes)})
		ends = append(ends, s.from.Number(), s.to.Number()+1)
	}
	if width <= 0 {
		p.width = firstWidth
	}
	p.place(ends)
	for width <= 0 && p.lanes > manyLanes && p.width < maxWidth {
		before, lanes := p.width, p.lanes
		p.width = min(p.width*3/2, maxWidth)
		if p.place(ends); p.lanes*8 > lanes*7 { // wider does not help: too much happens at once
			p.width = before
			p.place(ends)
			break
		}
	}
	p.height = axisHeight + max(p.lanes, 1)*laneHeight + 8
	return p
}

func entriesOf(t *Timeline) []*Entry {
	if t == nil {
		return nil
	}
	return t.entries
}

// place gives each mark its place: in the first lane that has room. Ends are the days at which marks begin and end.
func (p *picture) place(ends []int64) {
	p.axis = newAxis(slices.Clone(ends), margin, float64(p.width-margin))
	var free []float64 // by lane: where the last mark in it ends
	right := float64(p.width - margin/2)
	for i := range p.marks {
		m := &p.marks[i]
		m.x0, m.x1 = p.axis.at(m.from.Number()), p.axis.at(m.to.Number()+1)
		if m.from == m.to {
			m.x1 = m.x0
		} else if m.x1-m.x0 < minBar {
			m.x1 = m.x0 + minBar
		}
		if m.Earliest.IsZero() {
			m.x0 = max(m.x0-openEnd, 2)
		}
		if m.Latest.IsZero() {
			m.x1 = max(m.x1, m.x0+minBar) + openEnd
		}
		width := textWidth(m.label)
		m.labelAbove, m.labelLeft = m.x1-m.x0 >= width, false
		from, to := m.x0-dot, m.x1
		switch {
		case m.labelAbove:
			m.labelX = m.x0
		case m.x1+8+width <= right:
			m.labelX = m.x1 + 9
			to = m.labelX + width
		default:
			m.labelX, m.labelLeft = m.x0-9, true
			from = m.labelX - width
		}
		lane := 0
		for lane < len(free) && free[lane] > from {
			lane++
		}
		if lane == len(free) {
			free = append(free, 0)
		}
		free[lane] = to + 10
		m.lane = lane
	}
	p.lanes = len(free)
}

// textWidth is about how wide a text is in a sans serif of 12 pixels.
func textWidth(s string) float64 {
	w := 0.0
	for _, r := range s {
		switch {
		case r >= 0x2E80 && !unicode.Is(unicode.Latin, r):
			w += 12.5
		case unicode.IsUpper(r) || r == 'm' || r == 'w' || r == '—' || r == '…':
			w += 8.6
		case r == 'i' || r == 'l' || r == 'j' || r == 't' || r == 'f' || r == ' ' || r == ',' || r == '.' || r == '\'' || r == 'r':
			w += 4.2
		default:
			w += 6.8
		}
	}
	return math.Ceil(w)
}

// fades tells which ends of a mark are not known: open, doubtful, or somewhere within what the text names.
func (m *mark) fades() (start, end bool) {
	doubt := m.EDTF.IsUncertain() || m.EDTF.IsApproximate()
	if m.from == m.to {
		return m.Earliest.IsZero(), m.Latest.IsZero()
	}
	if m.lasts() {
		return m.Earliest.IsZero() || doubt, m.Latest.IsZero() || doubt
	}
	return true, true
}

// lasts reports whether the event went on all along the bar, as far as the text says.
func (m *mark) lasts() bool { return m.EDTF.IsInterval() && lastingRelation(m.Relation) }
