package extract

import (
	"context"
	"slices"
	"strconv"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/parse"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// events makes one event per dated predicate of the document's prose and captions.
func events(ctx context.Context, doc *Document, when temporal.Result, names entities.Analysis) ([]sinosoviet.Event, error) {
	a := doc.Article
	var out []sinosoviet.Event
	actors := newDiscourse()
	section := -1
	for _, v := range views(a, names.Entities, when.Phrases, names.Tokens) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		block := blockOf(a, v.sentence)
		if !block.Kind.IsProse() && block.Kind != sinosoviet.BlockCaption || endMatter(a, v.sentence.Section) {
			continue
		}
		if v.sentence.Section != section {
			section, actors = v.sentence.Section, newDiscourse()
		}
		for _, p := range v.predicates() {
			out = append(out, v.event(a, p, actors, block.Kind == sinosoviet.BlockCaption))
		}
		actors.read(&v)
	}
	for i := range out {
		out[i].ID = "e" + strconv.Itoa(i+1)
	}
	return out, nil
}

func blockOf(a *sinosoviet.Article, s sinosoviet.Sentence) sinosoviet.Block {
	if s.Block < len(a.Blocks) {
		return a.Blocks[s.Block]
	}
	return sinosoviet.Block{Kind: sinosoviet.BlockParagraph}
}

func endMatter(a *sinosoviet.Article, section int) bool {
	return section < len(a.Sections) && a.Sections[section].EndMatter
}

// predicate is what happened at one date: a phrase and the clause it governs.
type predicate struct {
	phrase temporal.Phrase
	clause *clause
	verb   int // token of the governing verb, or -1 for a nominal event
}

// predicates pairs each dated phrase with the predicate it dates. Two phrases with the same date that govern
// the same predicate are one.
func (v *view) predicates() []predicate {
	var out []predicate
	for _, p := range v.phrases {
		if p.EDTF.IsZero() || p.Title || p.Compared || p.Heading {
			continue
		}
		c := v.clauseOf(p.TextSpan.Start)
		if c == nil {
			continue
		}
		pr := predicate{phrase: p, clause: c, verb: c.verb}
		if c.kind == clauseBracket && c.verb < 0 {
			if host := v.clauseOf(v.tokens[max(c.from-1, 0)].start); host != nil {
				pr.verb = v.lastVerb(host.from, c.from)
			}
		}
		same := slices.ContainsFunc(out, func(o predicate) bool {
			return o.clause == pr.clause && o.verb == pr.verb && o.phrase.EDTF == pr.phrase.EDTF
		})
		if !same {
			out = append(out, pr)
		}
	}
	return out
}

func (v *view) lastVerb(from, to int) int {
	for i := to - 1; i >= from; i-- {
		if v.tokens[i].depth == 0 && v.tokens[i].isVerb() {
			return i
		}
	}
	return -1
}

// event puts a predicate into the form of an event.
func (v *view) event(a *sinosoviet.Article, p predicate, d *discourse, caption bool) sinosoviet.Event {
	span := v.clauseSpan(p.clause)
	ids, needed := parse.Support(a, span)
	e := sinosoviet.Event{
		Span: v.sentence.Span, TextSpan: v.sentence.TextSpan,
		Trigger:  v.trigger(a, p),
		Headline: v.headline(p),
		When:     p.phrase.When, Relation: p.phrase.Relation, EDTF: p.phrase.EDTF, Basis: p.phrase.Basis,
		Citations: ids, NeededSince: needed,
		Section: v.sentence.Section, Caption: caption,
	}
	e.Earliest, e.Latest = e.EDTF.Bounds()
	e.Actors, e.Places = v.participants(p, d)
	text := a.Text.String()
	e.Evidence = []sinosoviet.Evidence{{
		Source: a.Source.Name(), Span: e.Span, Text: text[e.TextSpan.Start:e.TextSpan.End], Section: heading(a, e.Section),
		Date: text[p.phrase.TextSpan.Start:p.phrase.TextSpan.End], EDTF: e.EDTF, Rule: p.phrase.Rule,
		Citations: ids, NeededSince: needed,
	}}
	return e
}

func heading(a *sinosoviet.Article, section int) string {
	if section < len(a.Sections) {
		return a.Sections[section].Heading
	}
	return ""
}

func (v *view) clauseSpan(c *clause) sinosoviet.Span {
	return sinosoviet.Span{Start: v.tokens[c.from].start, End: v.tokens[c.to-1].end}
}

// trigger is the span of the word that names what happened: the verb, or for a nominal event its noun.
func (v *view) trigger(a *sinosoviet.Article, p predicate) sinosoviet.Span {
	i := p.verb
	if i >= 0 {
		i = v.contentVerb(i)
	} else if i = v.nounNear(p.phrase.TextSpan); i < 0 {
		return v.sentence.Span
	}
	return a.Text.Locate(v.tokens[i].start, v.tokens[i].end)
}

// auxiliaries carry no content of their own.
var auxiliaries = map[string]bool{"was": true, "were": true, "is": true, "are": true, "be": true, "been": true, "being": true, "had": true, "has": true, "have": true, "did": true, "does": true, "do": true}

// contentVerb follows a chain "had been founded" to the verb that says what happened.
func (v *view) contentVerb(i int) int {
	best := i
	for j := i; j < len(v.tokens); j++ {
		t := v.tokens[j]
		switch {
		case t.isVerb():
			best = j
			if !auxiliaries[t.lower] {
				return j
			}
		case t.tag == "MD", t.tag == "RB", t.lower == "to":
		default:
			return best
		}
	}
	return best
}

// nounNear is the token of the first noun behind the span, or else of the last before it, or -1.
func (v *view) nounNear(in sinosoviet.Span) int {
	last := -1
	for i, t := range v.tokens {
		if !t.isNoun() {
			continue
		}
		if t.start >= in.End {
			return i
		}
		if t.end <= in.Start {
			last = i
		}
	}
	return last
}
