package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// RuleDiscourse is the rule in the evidence of an event whose sentence points at the date told just before without naming it: "since then", "at this
// time", "within two months", "shortly afterwards". Its basis is "resolved".
const RuleDiscourse = "discourse"

// onward is the predicate of a sentence without a date of its own that points at the one before it.
func (n *narrative) onward(v *view) (p predicate, ok bool) {
	if n.last.IsZero() || n.since > 1 || len(v.clauses) == 0 {
		return p, false
	}
	main := v.mainClause()
	if main < 0 {
		return p, false
	}
	c := &v.clauses[main]
	verb := c.parts[0]
	at, when, relation := n.pointer(v, c)
	if when.IsZero() {
		return p, false
	}
	return predicate{
		phrase: temporal.Phrase{TextSpan: sinosoviet.Span{Start: v.tokens[at[0]].start, End: v.tokens[at[1]-1].end}, When: when, EDTF: when, Relation: relation, Basis: sinosoviet.BasisResolved, Rule: RuleDiscourse},
		clause: main, part: 0, verb: verb, noun: -1, person: -1,
	}, true
}

// mayPoint reports whether a sentence of such words, if it has no date, can be one that [narrative.onward] takes.
func (n *narrative) mayPoint(words wordClass) bool {
	return !n.last.IsZero() && n.since <= 1 && words&deictic != 0
}

// mainClause is the first main clause with a verb, or -1.
func (v *view) mainClause() int {
	for k := range v.clauses {
		if c := &v.clauses[k]; c.kind == clauseMain && len(c.parts) > 0 {
			return k
		}
	}
	return -1
}

// pointer reads the words of a sentence that point at the date before: their tokens, the date they mean, and the relation to it.
func (n *narrative) pointer(v *view, c *clause) (at [2]int, when edtf.Date, relation sinosoviet.Relation) {
	verb, first := c.parts[0], 0
	for v.is(first, conjunction) {
		first++
	}
	perfect := v.lower(verb) == "has" || v.lower(verb) == "have"
	past := v.tokens[verb].tag == "VBD" && v.isDeed(verb) && len(v.subject(v.tokens[verb].clause, 0)) > 0 || v.lower(verb) == "had" && v.isPerfect(verb)
	switch {
	case perfect && v.lower(verb+1) == "since" && v.isPerfect(verb+1):
		return [2]int{verb + 1, verb + 2}, interval(n.end(), ".."), sinosoviet.RelationSince
	case (perfect || past) && v.lower(first) == "since" && v.lower(first+1) == "then":
		return [2]int{first, first + 2}, interval(n.end(), ".."), sinosoviet.RelationSince
	case !past:
	case v.lower(first) == "at" && (v.lower(first+1) == "this" || v.lower(first+1) == "that") && v.lower(first+2) == "time" && v.lower(first+3) == "," && n.since == 0:
		if (v.lower(verb) == "was" || v.lower(verb) == "were") && !v.isDetermined(v.subject(v.tokens[verb].clause, 0)) {
			break // "senators were elected by the legislature"
		}
		if !closed(n.final) {
			break
		}
		relation = sinosoviet.RelationIn
		if isDay(n.final) {
			relation = sinosoviet.RelationOn
		}
		return [2]int{first, first + 3}, n.final, relation
	case v.lower(first) == "within" && n.since == 0:
		if end := n.later(v.lower(first+1), v.lower(first+2)); end != "" {
			start, _, _ := strings.Cut(n.final.String(), "/")
			return [2]int{first, first + 3}, interval(start, end), sinosoviet.RelationBetween
		}
	case (v.lower(first) == "during" || v.lower(first) == "over" || v.lower(first) == "in") && v.lower(first+1) == "the" && (v.lower(first+2) == "next" || v.lower(first+2) == "following") && n.since == 0:
		end := first + 3
		for ; v.is(end, measured) || v.tagAt(end) == "JJ" || v.tagAt(end) == "CD"; end++ {
		}
		if v.lower(end) == "," && v.is(end-1, measured) && strings.HasSuffix(v.lower(end-1), "s") { // "during the next several years"
			return [2]int{first, end}, interval(n.end(), ".."), sinosoviet.RelationAfter
		}
	default:
		return n.behind(v, verb)
	}
	return at, edtf.Date{}, ""
}

// behind reads what points at the date before at the end of a sentence: "during this period", "shortly afterwards".
func (n *narrative) behind(v *view, verb int) (at [2]int, when edtf.Date, relation sinosoviet.Relation) {
	i := len(v.tokens) - 1
	for i > verb && (v.lower(i) == "." || v.lower(i) == "!") {
		i--
	}
	if n.since > 0 || i-2 <= verb {
		return at, edtf.Date{}, ""
	}
	switch v.lower(i) {
	case "period", "time", "years", "decade":
		if w := v.lower(i - 1); (w == "this" || w == "these" || w == "that") && (v.lower(i-2) == "during" || v.lower(i-2) == "in") {
			if from, to := n.last.Bounds(); !from.IsZero() && !to.IsZero() && to.Number()-from.Number() > 360 {
				return [2]int{i - 2, i + 1}, n.last, sinosoviet.RelationDuring
			}
		}
	case "afterwards", "afterward", "thereafter", "after":
		if w := v.lower(i - 1); w == "shortly" || w == "soon" || w == "immediately" {
			if closed(n.final) {
				return [2]int{i - 1, i + 1}, interval(strings.TrimRight(n.end(), "~?%"), ".."), sinosoviet.RelationAfter
			}
		}
	}
	return at, edtf.Date{}, ""
}

// isPerfect reports whether a participle follows the auxiliary at token i, with nothing but adverbs between.
func (v *view) isPerfect(i int) bool {
	for i++; v.tagAt(i) == "RB"; i++ {
	}
	return v.tagAt(i) == "VBN" && v.tokens[i].name == 0 && v.tokens[i].phrase == 0
}

// end is where the date told last ends, or from where it goes on when it has no end.
func (n *narrative) end() string {
	start, end, ok := strings.Cut(n.final.String(), "/")
	if ok && end != ".." && end != "" {
		return end
	}
	return start
}

// amounts are the words that count.
var amounts = map[string]int{"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}

// later is the date some months or years behind the one told last, as exactly as that; "" when it cannot be told.
func (n *narrative) later(amount, unit string) string {
	k := amounts[amount]
	start, _, isRange := strings.Cut(n.final.String(), "/")
	day, _ := n.final.Bounds()
	if k == 0 || isRange || day.IsZero() || strings.ContainsAny(start, "X~?%") {
		return ""
	}
	switch {
	case strings.HasPrefix(unit, "year") && len(start) >= 4:
		day = day.AddYears(k)
	case strings.HasPrefix(unit, "month") && len(start) >= 7:
		day = day.AddMonths(k)
	case strings.HasPrefix(unit, "week") && len(start) == 10:
		day = day.AddDays(7 * k)
	case strings.HasPrefix(unit, "day") && len(start) == 10:
		day = day.AddDays(k)
	default:
		return ""
	}
	return day.String()[:len(start)]
}
