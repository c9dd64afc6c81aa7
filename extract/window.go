package extract

import (
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// RuleNarrativeWindow is the rule in the evidence of an event that has no date of its own: its sentence goes on with a narrative, and its date is the
// window from the date told before to the next one of the paragraph in that year, or open. Its basis is "resolved".
const RuleNarrativeWindow = "narrative-window"

// narrative follows the dates of one paragraph, for sentences that go on with what it tells.
type narrative struct {
	block int       // the paragraph; -1 before the first
	when  edtf.Date // the date told last; zero when none was
	open  []int     // events whose window has no end yet
	age   int       // sentences since that date
	last  edtf.Date // what was said to hold last, bounds too; zero when nothing was
	final edtf.Date // what was said last of all in that sentence
	since int       // sentences since then
	news  []string  // happenings that the sentence of that date brings up: "a coup"

	section int // of the paragraph
	year    int // the latest year the section has come to; 0 before its first date
}

// maxWindow is how many sentences behind a date a narrative goes on with it.
const maxWindow = 2

// enter begins the paragraph of the next sentence, if it is another one.
func (n *narrative) enter(block, section int) {
	if section != n.section {
		n.section, n.year = section, 0
	}
	if block != n.block {
		*n = narrative{block: block, open: n.open[:0], news: n.news[:0], section: n.section, year: n.year}
	}
}

// excursion is how many years a date may lie before the latest one of the section and still carry the narrative on.
const excursion = 5

// tell notes the events of a dated sentence, and ends the windows that are open.
func (n *narrative) tell(events []sinosoviet.Event, all []sinosoviet.Event) {
	n.since++
	for i := range events {
		if e := &events[i]; n.since > 0 || !closed(n.last) || closed(e.EDTF) {
			n.last = e.EDTF
		}
		n.final, n.since = events[i].EDTF, 0
	}
	for i := range events {
		e := &events[i]
		if r := e.Relation; r == sinosoviet.RelationUntil || r == sinosoviet.RelationBefore || r == sinosoviet.RelationSince || r == sinosoviet.RelationAfter || r == sinosoviet.RelationBy {
			n.when = edtf.Date{} // the narrative is before or after that date, nobody knows how far
			return
		}
		switch e.Relation {
		case sinosoviet.RelationOn, sinosoviet.RelationIn, sinosoviet.RelationDuring, sinosoviet.RelationBetween:
			from, _ := e.When.Bounds()
			if n.year != 0 && from.Year < n.year-excursion {
				n.when = edtf.Date{} // a look back: nothing goes on from there
				return
			}
			n.year = max(n.year, from.Year)
			for _, k := range n.open {
				n.bound(&all[k], e.When)
			}
			n.when, n.open, n.age = e.When, n.open[:0], 0
		}
	}
}

// closed reports whether a date has both its bounds.
func closed(d edtf.Date) bool {
	from, to := d.Bounds()
	return !from.IsZero() && !to.IsZero()
}

// bound ends the window of an event at the next date told, when that is not before its start.
func (n *narrative) bound(e *sinosoviet.Event, next edtf.Date) {
	start, _, _ := strings.Cut(e.When.String(), "/")
	_, end, ok := strings.Cut(next.String(), "/")
	if !ok {
		end = next.String()
	}
	w := interval(start, end)
	from, to := w.Bounds()
	if _, was := e.When.Bounds(); w.IsZero() || from.IsZero() || to.IsZero() || to.Before(from) || !was.IsZero() && to.After(was) || start == end || was.IsZero() && to.Year != from.Year {
		return
	}
	e.When, e.EDTF, e.Relation = w, w, sinosoviet.RelationBetween
	e.Earliest, e.Latest = from, to
	e.Evidence[0].EDTF = w
}

// mayGoOn reports whether a sentence of such words, if it has no date, can be one that [narrative.goesOn] takes.
func (n *narrative) mayGoOn(vs *views, words wordClass, p *passage) bool {
	if n.when.IsZero() || n.age >= maxWindow {
		return false
	}
	if words&(anybody|everybody|sequence) != 0 {
		return true
	}
	for i := range p.tokens {
		if n.age > 0 || len(n.news) == 0 {
			break
		}
		if slices.Contains(n.news, vs.word(&p.tokens[i])) {
			return true
		}
	}
	return false
}

// bringUp remembers the happenings that a dated sentence tells of for the first time: "another coup was attempted".
func (n *narrative) bringUp(v *view) {
	n.news = n.news[:0]
	open := false
	for i := range v.tokens {
		switch t := &v.tokens[i]; {
		case t.lower == "a" || t.lower == "an" || t.lower == "another":
			open = true
		case open && t.isNoun() && v.isNounAt(i+1):
		case open && t.isNoun() && t.name == 0 && t.is(happening):
			n.news, open = append(n.news, t.lower), false
		case !strings.HasPrefix(t.tag, "JJ") && t.name == 0:
			open = false
		}
	}
}

// isNews reports whether the sentence is about a happening that the dated one brought up: "The coup was averted".
func (n *narrative) isNews(v *view) bool {
	subject := v.subject(0, 0)
	return n.age == 0 && len(subject) == 2 && (v.lower(subject[0]) == "the" || v.lower(subject[0]) == "this") && slices.Contains(n.news, v.lower(subject[1]))
}

// goesOn is the predicate of a sentence without a date that goes on with a narrative: it tells a deed in the past tense, of somebody or something
// spoken of before.
func (n *narrative) goesOn(v *view) (p predicate, ok bool) {
	if n.when.IsZero() || n.age >= maxWindow || len(v.phrases) > 0 || len(v.clauses) == 0 || len(v.clauses[0].parts) == 0 {
		return p, false
	}
	c := &v.clauses[0]
	verb := c.parts[0]
	if v.tokens[verb].tag != "VBD" || !v.isDeed(verb) || !v.continuesWith(0) && !n.isNews(v) {
		return p, false
	}
	when := windowFrom(n.when)
	if when.IsZero() {
		return p, false
	}
	at := v.tokens[verb].start
	relation := sinosoviet.RelationBetween
	if when == n.when {
		relation = sinosoviet.RelationIn
	} else if strings.HasSuffix(when.String(), "/..") {
		relation = sinosoviet.RelationAfter
	}
	return predicate{
		phrase: temporal.Phrase{TextSpan: sinosoviet.Span{Start: at, End: at}, When: when, Relation: relation, EDTF: when, Basis: sinosoviet.BasisResolved, Rule: RuleNarrativeWindow},
		clause: 0, part: 0, verb: verb, noun: -1, person: -1,
	}, true
}

// windowFrom is the time from a date on, nobody knows how long; of a year or more, it is the date itself.
func windowFrom(d edtf.Date) edtf.Date {
	start, _, isRange := strings.Cut(d.String(), "/")
	from, to := d.Bounds()
	if isRange || from.IsZero() || to.IsZero() {
		return edtf.Date{}
	}
	if to.Number()-from.Number() > 360 || from.Year < 1 || len(start) < 5 {
		return d
	}
	return interval(strings.TrimRight(start, "~?%"), "..")
}

// isDeed reports whether the verb at token i tells a deed: none of state or opinion, not denied, not in a habit. A passive is a deed.
func (v *view) isDeed(i int) bool {
	w := v.lower(i)
	if v.lower(i+1) == "not" || v.lower(i+1) == "n't" || v.lower(i+1) == "never" || v.lower(i-1) == "never" || v.lower(i-1) == "often" || v.lower(i-1) == "usually" {
		return false
	}
	if w == "was" || w == "were" {
		j := i + 1
		for v.tagAt(j) == "RB" {
			j++
		}
		return v.tagAt(j) == "VBN" && v.tokens[j].isVerb() && len(v.lower(j)) > 3 && !v.is(j, stative) && !strings.HasPrefix(v.tagAt(j+1), "JJ")
	}
	return !v.is(i, stative) && len(w) > 2
}

// continuesWith reports whether the clause goes on with what was told: a word of sequence opens it or stands before its verb, or a pronoun or
// "this" is its subject.
func (v *view) continuesWith(clause int) bool {
	verb := v.clauses[clause].parts[0]
	subject := v.subject(clause, 0)
	if len(subject) == 0 || v.lower(subject[0]) == "it" || v.tokens[subject[0]].tag == "EX" {
		return false // what "it" means is too often not what was told of
	}
	for _, i := range [...]int{0, verb - 1, verb + 1} {
		if v.is(i, sequence) {
			return true
		}
	}
	switch v.lower(subject[0]) {
	case "he", "she", "they":
		return len(subject) == 1
	}
	return false
}
