package temporal

import (
	"math"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// anchor is a point of the narrative: what the text last told of. Its zero parts are not known.
type anchor struct {
	year    int32
	hasYear bool
	month   uint8
	day     uint8
	sub     uint8
	level   unit
	mod     modifier
	january bool  // a winter counted by its January
	minute  int16 // of the day, plus one; 0 when not known
}

// resolver anchors the mentions of a text, in order.
type resolver struct {
	tagger *Tagger
	text   string
	blocks []block
	men    []mention

	cur    anchor    // where the narrative stands
	at     int32     // the block that told of cur
	last   anchor    // the date told last, excursions included
	lastAt int32     // the block that told of last or span
	span   anchor    // the decade or century told last, when it was told after last
	years  yearRange // of the section's heading
	index  *eventIndex

	recent  [6]int32 // years told last
	newest  int      // index of the last of them
	choices []choice // in order of their mentions
	told    [13][32]struct {
		year int32
		ok   bool
	} // the year told last with each day of the year
}

const (
	basisNone = iota
	basisExplicit
	basisResolved
)

var basisNames = [...]sinosoviet.Basis{sinosoviet.BasisNone, sinosoviet.BasisExplicit, sinosoviet.BasisResolved}

func (r *resolver) run() {
	if s := r.tagger.Start; s.Year != 0 || s.Month != 0 {
		r.start(s)
	}
	if d := r.tagger.Document; r.tagger.Mode == News && !d.IsZero() {
		r.start(d)
	}
	for i, section, told := 0, 0, 0; i < len(r.blocks); i++ {
		if r.blocks[i].kind == heading && r.blocks[i].level > 0 && r.blocks[i].level <= 2 {
			section++
		}
		r.blocks[i].section = section
		if r.blocks[i].kind == prose {
			told++
		}
		r.blocks[i].order = told
	}
	block := int32(-1)
	type place struct {
		cur, last, span anchor
		lastAt          int32
	}
	saved, inAside := place{}, false
	for k := range r.men {
		x := &r.men[k]
		if x.block != block {
			for block++; block < x.block; block++ {
				if r.blocks[block].kind == heading { // without a date
					r.enter(block)
				}
			}
			if inAside {
				r.cur, r.last, r.span, r.lastAt, inAside = saved.cur, saved.last, saved.span, saved.lastAt, false
			}
			switch b := &r.blocks[block]; {
			case b.kind == aside || b.quote: // who is quoted tells nothing of where the narrative stands
				saved, inAside = place{r.cur, r.last, r.span, r.lastAt}, true
			case b.kind == heading:
				r.enter(block)
			}
		}
		r.resolve(k)
		r.advance(k)
	}
}

// start sets the narrative's place.
func (r *resolver) start(d edtf.Day) {
	r.cur = anchor{year: int32(d.Year), hasYear: true, month: d.Month, day: d.Day, level: uDay}
	r.last, r.at, r.lastAt = r.cur, -1, -1
}

// resolve fills in what the mention's words leave open.
func (r *resolver) resolve(k int) {
	x := &r.men[k]
	if x.kind == kDuration || x.kind == kSet || x.kind == kRef || x.fixed != "" {
		if x.fixed != "" {
			x.basis = basisExplicit
		}
		if x.rule == ruHijri { // reckoned, not told
			x.basis = basisResolved
		}
		if x.kind == kDuration && x.lead == prAfter && r.tagger.Mode != None {
			r.resolveSpan(k)
		}
		return
	}
	if x.timeless && r.tagger.Mode == Narrative && (x.rel != relNow || r.tagger.Document.IsZero()) && r.blocks[x.block].kind == prose && !x.hasYear {
		return
	}
	if x.kind == kSpan && x.rule == ruHoliday && !r.calledDay(k) {
		return
	}
	switch x.rel {
	case relEvent:
		r.resolveEvent(k)
		return
	case relNow:
		r.resolveNow(x)
		return
	case relNarrator:
		if r.tagger.Mode != None && r.follows(x, maxAway) {
			x.near = r.near(k)
			r.resolveRelative(x, r.last)
			r.choseClock(k)
			if x.basis == basisNone && x.rule == ruOffset && r.restated(k) {
				return
			}
			if n := x.steps / 100; x.near && x.rule == ruOffset && x.unit == uMonth && x.month == 0 && x.hasYear && 0 < n && n <= maxMonths { // or the next year
				r.chose(k, []anchor{{year: x.year, hasYear: true}, {year: x.year + 1, hasYear: true}}, []float64{float64(12 - n), float64(n)})
			}
		}
		return
	}
	if x.hasYear && !x.short {
		x.possible()
		x.basis = basisExplicit
		x.feast()
		r.centuryBC(x)
		return
	}
	if r.tagger.Mode == None {
		return
	}
	if x.short {
		r.resolveShort(k)
		return
	}
	r.fill(k)
}

// nearText is how many bytes lie at most between a date and what counts from it in the next sentence.
const nearText = 200

// near reports whether the date told last is the expression before mention k, not far from it in the same paragraph, and dates its clause.
func (r *resolver) near(k int) bool {
	if k == 0 {
		return false
	}
	x, p := &r.men[k], &r.men[k-1]
	return p.block == x.block && p.kind == kDate && p.hasYear && p.year == r.last.year && p.month == r.last.month && p.rel == relNone &&
		(p.lead == prIn || p.lead == prOn) && !p.reported && !p.title && x.start-p.end < nearText
}

// maxAway is how many paragraphs further on a date still is what "the next day" and "two months later" count from.
// Within a scene told by the minute it may be more.
const (
	maxAway  = 3
	maxScene = 8
)

// follows reports whether the date told last is near enough for mention x to count from it: a quotation set apart, a caption and
// a cell speak for themselves.
func (r *resolver) follows(x *mention, away int) bool {
	b := &r.blocks[x.block]
	if r.lastAt < 0 || r.lastAt == x.block {
		return true
	}
	if x.steps == 0 {
		return true
	}
	return b.kind != aside && !b.quote && b.order-r.blocks[r.lastAt].order <= away
}

// calledDay reports whether mention k, a day known only by its name, stands in one sentence behind the day that is called so
// ("he proposed that 1 January be Sovereignty Day") or, when the name is a quotation, not far behind it.
func (r *resolver) calledDay(k int) bool {
	x := &r.men[k]
	if x.rel != relNarrator || k == 0 || !x.goesOn && !x.same || r.men[k-1].block != x.block {
		return false
	}
	p := &r.men[k-1]
	return p.kind <= kSpan && p.hasYear && p.day > 0 && p.basis != basisNone
}

// centuryBC takes a century of no said era for one before Christ when the narrative stands next to that one.
func (r *resolver) centuryBC(x *mention) {
	if x.level != uCentury || x.era != 0 || !r.cur.hasYear || r.cur.year > 0 || r.tagger.Mode == None {
		return
	}
	n, here := x.year+1, -r.cur.year/100+1
	if abs(n-here) <= 1 {
		x.year, x.era, x.basis = -n, -1, basisResolved
	}
}

// resolveShort gives a year of two digits its century: the one nearest to the narrative's year.
func (r *resolver) resolveShort(k int) {
	x := &r.men[k]
	base := int32(1900)
	if r.cur.hasYear {
		c := r.cur.year / 100 * 100
		base = c
		if d := c + x.year - r.cur.year; d > 60 {
			base = c - 100
		} else if d < -40 {
			base = c + 100
		}
	}
	if r.cur.hasYear {
		years := [...]int32{base + x.year, base + x.year - 100, base + x.year + 100}
		var readings [len(years)]anchor
		var weights [len(years)]float64
		for i, y := range years {
			readings[i] = anchor{year: y, hasYear: true}
			weights[i] = math.Exp(-float64(abs(y-r.cur.year)) / 15)
		}
		r.chose(k, readings[:], weights[:])
	}
	x.year += base
	x.short = false
	x.basis = basisResolved
}

// fill gives a month, day or season without year its year.
func (r *resolver) fill(k int) {
	x := &r.men[k]
	if x.level == uDay && x.month == 0 && x.sub == 0 {
		if !(x.weekday > 0 && x.goesOn && k > 0 && r.men[k-1].kind == kSet) { // each year on the Sunday before
			r.fillDay(k)
		}
		return
	}
	y, ok := r.toldBefore(k)
	if !ok {
		y, ok = r.yearFor(k)
	}
	if !ok {
		return
	}
	x.year, x.hasYear, x.basis, x.january = y, true, basisResolved, x.sub == 24
	x.feast()
	x.possible()
}

// toldBefore is the year of the day that mention k says was told before: "that same 13 September".
func (r *resolver) toldBefore(k int) (int32, bool) {
	x := &r.men[k]
	if t := r.told[x.month][x.day]; x.attribute && t.ok && x.month > 0 && x.day > 0 && x.movable == 0 {
		return t.year, true // the Christmas Eve broadcast
	}
	if !x.same {
		return 0, false
	}
	for j := k - 1; j >= 0 && j >= k-maxRun; j-- {
		if o := &r.men[j]; o.hasYear && o.month == x.month && o.day == x.day && o.kind <= kTime && o.basis != basisNone {
			return o.year, true
		}
	}
	return 0, false
}

// possible takes a day its month does not have (29 February 1900) for what it leaves sure: the month.
func (x *mention) possible() {
	if x.month > 0 && int(x.day) > edtf.DaysIn(int(x.year), int(x.month)) && x.level == uDay {
		x.level, x.day = uMonth, 0
	}
}

// fillDay resolves a day of the month or a weekday without month.
func (r *resolver) fillDay(k int) {
	x, a := &r.men[k], r.last
	if !a.hasYear || a.month == 0 {
		return
	}
	if x.weekday > 0 {
		if a.day == 0 {
			return
		}
		n := dayNumberOf(int(a.year), int(a.month), int(a.day))
		ahead := floorMod(int(x.weekday)-weekdayOf(n), 7)
		x.setDay(n + ahead)
		if ahead > 0 { // or the one before: a step back
			r.choseDay(k, -7, math.Exp(-costBack/costScale))
		}
		return
	}
	y, mo := int(a.year), int(a.month)
	if a.day > 0 && x.day < a.day && a.day-x.day > 20 {
		y, mo = addMonths(y, mo, 1)
	}
	x.year, x.hasYear, x.month, x.basis = int32(y), true, uint8(mo), basisResolved
}

func (x *mention) setDay(n int) {
	y, m, d := dayOfNumber(n)
	x.year, x.hasYear, x.month, x.day, x.basis = int32(y), true, uint8(m), uint8(d), basisResolved
}

// maxAgo is the most years that "ago" reaches back from the narrative; beyond that it counts from the reader's day.
const maxAgo = 50

// resolveNow resolves what counts from the day of writing; in a narrative without one, quoted words count from the narrative.
func (r *resolver) resolveNow(x *mention) {
	d := r.tagger.Document
	if !d.IsZero() {
		r.resolveRelative(x, anchor{year: int32(d.Year), hasYear: true, month: d.Month, day: d.Day, level: uDay})
		return
	}
	if r.tagger.Mode == Narrative && x.rule == ruOffset && x.unit == uYear && x.steps >= -maxAgo*100 {
		r.resolveRelative(x, r.last)
	}
}
