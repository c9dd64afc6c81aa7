package extract

import (
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// joined makes one range of two dates of the same form that follow on each other and are joined by nothing but "and": "in the 1960s and
// 1970s", "in February and March 2011". What is said of both is one event that goes on, not two.
func (v *view) joined(p temporal.Phrase, next int) (temporal.Phrase, bool) {
	if next >= len(v.phrases) || p.IsRange() || p.Attribute || p.Title || p.Relation != sinosoviet.RelationIn && p.Relation != sinosoviet.RelationOn {
		return p, false
	}
	q := v.phrases[next]
	and := v.after(p.TextSpan)
	if q.IsRange() || q.Attribute || q.Title || q.Relation != p.Relation || v.lower(and) != "and" || and+1 >= len(v.tokens) || v.tokens[and+1].start != q.TextSpan.Start || v.tokens[and+1].tag == "IN" {
		return p, false
	}
	_, end := p.When.Bounds()
	start, _ := q.When.Bounds()
	if len(p.When.String()) != len(q.When.String()) || end.IsZero() || start.IsZero() || end.AddDays(1) != start {
		return p, false
	}
	both := interval(p.When.String(), q.When.String())
	if both.IsZero() {
		return p, false
	}
	for i := and; i < len(v.tokens) && v.tokens[i].start < q.TextSpan.End; i++ {
		v.tokens[i].phrase = v.tokens[and-1].phrase
	}
	p.TextSpan.End, p.Span = q.TextSpan.End, p.Span.Cover(q.Span)
	p.When, p.EDTF, p.Relation = both, both, sinosoviet.RelationIn
	if p.Basis != q.Basis && (q.Basis == sinosoviet.BasisResolved) && p.Basis == sinosoviet.BasisExplicit {
		p.Basis = q.Basis
	}
	return p, true
}
