package temporal

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// result prints the mentions in both views.
func (r *resolver) result(locate func(start, end int) sinosoviet.Span) Result {
	var res Result
	if len(r.men) == 0 {
		return res
	}
	res.Dates = make([]sinosoviet.Date, 0, len(r.men))
	for k := range r.men {
		x := &r.men[k]
		d := sinosoviet.Date{
			Span: locate(int(x.start), int(x.end)), TextSpan: sinosoviet.Span{Start: int(x.start), End: int(x.end)},
			Text: r.text[x.start:x.end], Type: x.timexType(), Value: x.value(), Mod: modNames[x.mod],
			Basis: basisNames[x.basis], Rule: x.rule.String(),
		}
		if s := x.edtf(); s != "" {
			if e, err := edtf.Parse(s); err == nil {
				d.EDTF = e
			}
		}
		res.Dates = append(res.Dates, d)
	}
	for i := range r.choices {
		c := &r.choices[i]
		if d := &res.Dates[c.mention]; d.Basis == sinosoviet.BasisResolved {
			d.Candidates = r.candidates(c)
		}
	}
	for k := 0; k < len(r.men); {
		if r.men[k].after != "" {
			res.Phrases = append(res.Phrases, r.spanPhrase(k, res.Dates, locate))
			k++
			continue
		}
		if p, ok := r.backPhrase(k, locate); ok {
			res.Phrases = append(res.Phrases, p)
			k++
			continue
		}
		if x := &r.men[k]; x.told.end > 0 && x.kind == kSpan {
			if p, ok := r.toldPhrase(k, locate); ok {
				res.Phrases = append(res.Phrases, p)
			}
			k++
			continue
		}
		if res.Dates[k].EDTF.IsZero() || r.men[k].kind == kSpan && !r.men[k].points() || r.men[k].alias || r.men[k].weak {
			k++
			continue
		}
		end := r.rangeEnd(k, res.Dates)
		if p := r.phrase(k, end, res.Dates, locate); !p.EDTF.IsZero() { // years of more than four digits make no "since" and no "by"
			res.Phrases = append(res.Phrases, p)
		}
		k = end
	}
	return res
}

// points reports whether a span without a value of its own is good enough to date an event by: "that date", "by this time", "since then".
func (x *mention) points() bool {
	if x.rule == ruSpan {
		switch x.lead {
		case prBy, prSince, prUntil, prFrom, prBefore:
			return x.same && x.near
		}
	}
	return x.spot && x.level == uDay
}

// rangeEnd is the mention after the range that starts at k.
func (r *resolver) rangeEnd(k int, dates []sinosoviet.Date) int {
	if k+1 >= len(r.men) || r.men[k+1].block != r.men[k].block || dates[k+1].EDTF.IsZero() {
		return k + 1
	}
	if r.men[k].fixed != "" && r.men[k].rule == ruOffset {
		return k + 1 // years of more than four digits make no interval
	}
	switch r.men[k+1].join {
	case joinDash, joinTo, joinSlash:
		return k + 2
	case joinAnd:
		if r.men[k].lead == prBetween || nextPeriod(&r.men[k], &r.men[k+1]) {
			return k + 2
		}
	}
	return k + 1
}

// nextPeriod reports whether b is the decade or century after a: "in the 1780s and 1790s" is one stretch of time.
func nextPeriod(a, b *mention) bool {
	if a.level != b.level || a.rel != relNone || b.rel != relNone || a.short || b.short || a.mod == mStart && b.mod != mNone {
		return false
	}
	return a.level == uDecade && b.year == a.year+10 || a.level == uCentury && b.year == a.year+1
}

// phrase builds the phrase over mentions [k, end).
func (r *resolver) phrase(k, end int, dates []sinosoviet.Date, locate func(start, end int) sinosoviet.Span) Phrase {
	a, z := &r.men[k], &r.men[end-1]
	start := a.start
	if a.lead != 0 {
		start = a.leadAt
	}
	p := Phrase{
		Span: locate(int(start), int(z.end)), TextSpan: sinosoviet.Span{Start: int(start), End: int(z.end)},
		When: dates[k].EDTF, Basis: dates[k].Basis, Rule: dates[k].Rule, First: k, End: end,
		Parenthetical: a.paren || end-k > 1 && a.openParen && z.closeParen, Attribute: z.attribute, Title: a.title, Compared: a.compared,
		Heading: r.blocks[a.block].kind == heading || r.blocks[a.block].kind == title, Caption: r.blocks[a.block].kind == aside,
		Event: sinosoviet.Span{Start: int(a.event.start), End: int(a.event.end)},
	}
	if end-k > 1 {
		p.When = interval(first(dates[k].EDTF), last(dates[end-1].EDTF))
		if z.join == joinSlash && a.level == uDay && z.level == uDay && a.month > 0 && z.month > 0 {
			if d := dayNumberOf(int(z.year), int(z.month), int(z.day)) - dayNumberOf(int(a.year), int(a.month), int(a.day)); d >= 10 && d <= 13 {
				p.When = dates[end-1].EDTF // one day in both calendars: 10/21 November
			}
		}
		if p.When.IsZero() && a.era < 0 && z.era < 0 {
			p.When = interval(first(dates[end-1].EDTF), last(dates[k].EDTF)) // counted forwards: "the 1st to 4th centuries BC"
		}
		if p.When.IsZero() {
			p.When = dates[k].EDTF
		}
		if dates[end-1].Basis == sinosoviet.BasisResolved {
			p.Basis = sinosoviet.BasisResolved
		}
	}
	p.Relation, p.EDTF = relate(a, end-k > 1, p.When)
	return p
}

// spanPhrase builds the phrase of "after 12 days of X": the date that many days after the event.
func (r *resolver) spanPhrase(k int, dates []sinosoviet.Date, locate func(start, end int) sinosoviet.Span) Phrase {
	x := &r.men[k]
	when, err := edtf.Parse(x.after)
	if err != nil {
		return Phrase{}
	}
	end := max(x.end, x.event.end)
	return Phrase{
		Span: locate(int(x.leadAt), int(end)), TextSpan: sinosoviet.Span{Start: int(x.leadAt), End: int(end)},
		When: when, EDTF: when, Relation: relationOf(x), Basis: sinosoviet.BasisResolved, Rule: ruEventOffset.String(), First: k, End: k + 1,
		Heading: r.blocks[x.block].kind == heading, Caption: r.blocks[x.block].kind == aside,
		Event: sinosoviet.Span{Start: int(x.event.start), End: int(x.event.end)},
	}
}

// backPhrase builds the phrase of a clause that a dated one is counted from: of "fell on 10 March, two days after they had left" the day on
// which they left, of "in March 1971, four years before it was free" the year 1975. Its words are those of the distance, "two days"; the clause is its Event.
func (r *resolver) backPhrase(k int, locate func(start, end int) sinosoviet.Span) (Phrase, bool) {
	x := &r.men[k]
	if !x.apposed || x.vague || x.mod != mNone || x.steps%100 != 0 || !x.clause {
		return Phrase{}, false
	}
	d := mention{level: x.unit, start: x.start, end: x.distance}
	relation := sinosoviet.RelationOn
	switch {
	case x.unit == uDay && x.level == uDay:
		d.setDay(dayNumberOf(int(x.year), int(x.month), int(x.day)) - int(x.steps/100))
	case x.unit == uYear && x.level <= uYear:
		d.year, d.hasYear, d.basis = x.year-x.steps/100, true, basisResolved
		relation = sinosoviet.RelationIn
	default:
		return Phrase{}, false
	}
	when, err := edtf.Parse(d.edtf())
	if err != nil {
		return Phrase{}, false
	}
	return Phrase{
		Span: locate(int(d.start), int(d.end)), TextSpan: sinosoviet.Span{Start: int(d.start), End: int(d.end)},
		When: when, EDTF: when, Relation: relation, Basis: sinosoviet.BasisResolved, Rule: ruEventClause.String(), First: k, End: k + 1,
		Heading: r.blocks[x.block].kind == heading, Caption: r.blocks[x.block].kind == aside,
		Event: sinosoviet.Span{Start: int(x.event.start), End: int(x.event.end)},
	}, true
}

// toldPhrase builds the phrase of the date among the words of a clause: "in May 1775" of "the time he came in May 1775".
func (r *resolver) toldPhrase(k int, locate func(start, end int) sinosoviet.Span) (Phrase, bool) {
	x := &r.men[k]
	d := mention{start: x.told.start, end: x.told.end, lead: x.told.lead, leadAt: x.told.leadAt, basis: basisExplicit,
		level: x.inner.level, year: x.inner.year, hasYear: true, month: x.inner.month, day: x.inner.day, sub: x.inner.sub, mod: x.inner.mod}
	when, err := edtf.Parse(d.edtf())
	if err != nil {
		return Phrase{}, false
	}
	start := d.start
	if d.lead != 0 {
		start = d.leadAt
	}
	p := Phrase{
		Span: locate(int(start), int(d.end)), TextSpan: sinosoviet.Span{Start: int(start), End: int(d.end)},
		When: when, Basis: sinosoviet.BasisExplicit, Rule: x.told.rule.String(), First: k, End: k + 1,
		Heading: r.blocks[x.block].kind == heading || r.blocks[x.block].kind == title, Caption: r.blocks[x.block].kind == aside,
	}
	p.Relation, p.EDTF = relate(&d, false, when)
	return p, !p.EDTF.IsZero()
}

func relationOf(x *mention) sinosoviet.Relation {
	if x.unit <= uDay {
		return sinosoviet.RelationOn
	}
	return sinosoviet.RelationIn
}

// relate tells the relation a mention's preposition expresses, and the date with it applied.
func relate(a *mention, joined bool, when edtf.Date) (sinosoviet.Relation, edtf.Date) {
	if a.untilNow && !joined {
		return sinosoviet.RelationSince, interval(first(when), "..")
	}
	switch a.lead {
	case prBy:
		return sinosoviet.RelationBy, interval("..", last(when))
	case prSince:
		return sinosoviet.RelationSince, interval(first(when), "..")
	case prThrough:
		if a.level > uYear && !joined || joined {
			return sinosoviet.RelationDuring, when // "through the 1960s": all of them, "through 1990": up to it
		}
		return sinosoviet.RelationUntil, interval("..", last(when))
	case prUntil:
		return sinosoviet.RelationUntil, interval("..", last(when))
	case prAfter:
		return sinosoviet.RelationAfter, interval(first(when), "..")
	case prBefore:
		return sinosoviet.RelationBefore, interval("..", last(when))
	case prBetween:
		if joined {
			return sinosoviet.RelationBetween, when
		}
	case prFrom:
		if joined {
			return sinosoviet.RelationDuring, when
		}
		return sinosoviet.RelationSince, interval(first(when), "..")
	case prDuring:
		return sinosoviet.RelationDuring, when
	case prOn, prUpon:
		if a.level > uDay && a.level != uWeekend {
			return sinosoviet.RelationIn, when // "on July 2009"
		}
		return sinosoviet.RelationOn, when
	}
	if a.level <= uDay && (a.mod == mNone || a.exact) && !joined {
		return sinosoviet.RelationOn, when
	}
	return sinosoviet.RelationIn, when
}

// first is the start of a date or interval, last its end.
func first(d edtf.Date) string {
	a, _, _ := strings.Cut(d.String(), "/")
	return a
}

func last(d edtf.Date) string {
	a, b, ok := strings.Cut(d.String(), "/")
	if !ok {
		return a
	}
	return b
}

func interval(a, b string) edtf.Date {
	if a == "" || b == "" || a == ".." && b == ".." {
		return edtf.Date{}
	}
	d, err := edtf.Parse(a + "/" + b)
	if err != nil {
		return edtf.Date{}
	}
	return d
}
