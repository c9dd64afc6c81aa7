package extract

import (
	"context"
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// reading is a document in which events are looked for, and what was found in it before.
type reading struct {
	doc    *Document
	behind *support // the citations of a clause
	when   temporal.Result
	names  entities.Analysis
	every  bool // read every sentence at once, also those of which nobody may ask anything: it takes longer and changes nothing (TestReadOnDemand)
}

// events makes one event per dated predicate of the document's prose and captions.
func (r *reading) events(ctx context.Context) ([]sinosoviet.Event, error) {
	a, behind, when, names := r.doc.Article, r.behind, &r.when, &r.names
	unmarked := unmarkedNotes(a)
	vs := &views{text: a.Text.String(), names: names.Entities, phrases: when.Phrases, tokens: names.Tokens, notes: outside(a, unmarked), lexicon: theLexicon()}
	if !isEnglish(names.Tokens, vs.text) {
		return nil, nil // clauses are those of English: of anything else, headlines and dates would be made up
	}
	out := make([]sinosoviet.Event, 0, 3*len(when.Phrases)/4) // real prose has some fewer
	vs.lower = lowerASCII(vs.text)
	spoken := newDiscourse(topic(a), names.Entities, vs)
	spoken.findHero(names.Entities, names.Tokens, vs.text)
	told := chronicle{}
	works := worksOf(a)
	section := -1
	story := narrative{block: -1}
	for i, s := range sentences(a, unmarked) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		kind := blockKind(a, s.Block)
		if !kind.IsProse() && kind != sinosoviet.BlockCaption || endMatter(a, s.Section) || s.Block < len(works) && works[s.Block] {
			continue
		}
		if s.Section != section {
			section = s.Section
			spoken.enter(heading(a, section))
		}
		p := vs.passage(s)
		if len(p.tokens) == 0 {
			continue
		}
		story.enter(s.Block, s.Section)
		caption, paragraph := kind == sinosoviet.BlockCaption, kind == sinosoviet.BlockParagraph
		if len(p.phrases) == 0 { // most sentences have no date, and of these most need not be read
			if caption {
				continue
			}
			words := vs.signals(&p)
			if !r.every && words&anybody == 0 && !(paragraph && (story.mayGoOn(vs, words, &p) || story.mayPoint(words) || told.mayRefer(vs, words, &p))) {
				spoken.hear(&p)
				if paragraph {
					story.age++
					story.since++
				}
				continue
			}
		}
		v := vs.of(&p, &vs.now)
		before := len(out)
		var found []predicate
		if len(v.phrases) > 0 && !(caption && v.isDepiction()) {
			found = v.predicates()
		}
		if len(found) == 0 && paragraph {
			if p, ok := v.referred(told); ok {
				found = append(found, p)
			}
		}
		if len(found) == 0 && paragraph {
			if p, ok := story.onward(v); ok {
				found = append(found, p)
			}
		}
		for k := range found {
			p := &found[k]
			if kind == sinosoviet.BlockQuote && p.phrase.Basis == sinosoviet.BasisResolved {
				continue // a quotation does not go on with the narrative
			}
			if v.isShown(p, caption) {
				continue
			}
			e := v.event(a, p, spoken, behind, i, caption)
			if !strings.Contains(e.Headline, " ") {
				continue // a date among marks, or a lone word: nothing is told
			}
			told.record(a.Source.Slice(e.Trigger), &e)
			told.recordNames(v, p, &e)
			out = append(out, e)
		}
		if len(found) > 0 {
			story.bringUp(v)
		}
		if story.tell(out[before:], out); before == len(out) && len(found) == 0 && paragraph {
			if p, ok := story.goesOn(v); ok {
				if e := v.event(a, &p, spoken, behind, i, false); strings.Contains(e.Headline, " ") {
					story.open = append(story.open, len(out))
					out = append(out, e)
				}
			}
			story.age++
		}
		if !caption {
			spoken.read(v, v.subjects(spoken))
		}
	}
	for i := range out {
		out[i].ID = "e" + strconv.Itoa(i+1)
	}
	if len(out) == 0 {
		return nil, nil
	}
	return out, nil
}

// isCommon reports whether any English prose is full of the word.
func isCommon(word string) bool {
	switch word {
	case "the", "of", "and", "to", "a", "was", "is", "by", "with", "The", "for", "on", "that", "his":
		return true
	}
	return false
}

// isEnglish reports whether a text is in English: of its words, one of fourteen at least is a common one. Too short a text is taken for English.
func isEnglish(tokens []entities.Token, text string) bool {
	words, common := 0, 0
	tokens = tokens[:min(len(tokens), 5000)]
	for i := range tokens {
		if w := text[tokens[i].Start:tokens[i].End]; len(w) > 1 || w == "a" {
			words++
			if isCommon(w) {
				if common++; 14*common >= len(tokens) {
					return true // whatever follows
				}
			}
		}
	}
	return words < 100 || 14*common >= words
}

// blockKind is the kind of the block with the index.
func blockKind(a *sinosoviet.Article, block int) sinosoviet.BlockKind {
	if block < len(a.Blocks) {
		return a.Blocks[block].Kind
	}
	return sinosoviet.BlockParagraph
}

func endMatter(a *sinosoviet.Article, section int) bool {
	return section < len(a.Sections) && a.Sections[section].EndMatter
}

// event puts a predicate into the form of an event.
func (v *view) event(a *sinosoviet.Article, p *predicate, d *discourse, behind *support, sentence int, caption bool) sinosoviet.Event {
	v.scratch.lists = v.scratch.lists[:0]
	ids, needed := behind.behind(v.clauseSpan(p), sentence)
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
	e.Evidence = []sinosoviet.Evidence{{
		Source: a.Source.Name(), Span: e.Span, Text: v.text[e.TextSpan.Start:e.TextSpan.End], Section: heading(a, e.Section),
		Date: v.text[p.phrase.TextSpan.Start:p.phrase.TextSpan.End], EDTF: e.EDTF, Rule: p.phrase.Rule,
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

// clauseSpan is the text from the first to the last token of the predicate, its date included.
func (v *view) clauseSpan(p *predicate) sinosoviet.Span {
	c := &v.clauses[p.clause]
	if p.span[1] > 0 {
		return sinosoviet.Span{Start: v.tokens[p.span[0]].start, End: v.tokens[p.span[1]-1].end}.Cover(p.phrase.TextSpan)
	}
	if p.person >= 0 {
		return sinosoviet.Span{Start: v.tokens[p.person].start, End: p.phrase.TextSpan.End}
	}
	from, to := -1, -1
	begin, end := c.from, len(v.tokens)
	if p.part >= 0 {
		end = v.predicateEnd(p)
	}
	if p.part >= 0 && p.part+1 < len(c.parts) && c.opens[p.part+1] < end {
		end = c.opens[p.part+1] // what stands behind the deed, not behind those joined to it
	}
	if p.part > 0 {
		begin = c.opens[p.part]
	}
	if p.gap[1] > 0 {
		begin = p.gap[0]
	}
	for i := begin; i < end; i++ {
		if v.belongs(i, p.clause) {
			if from < 0 {
				from = i
			}
			to = i
		}
	}
	if from < 0 {
		return p.phrase.TextSpan
	}
	return sinosoviet.Span{Start: v.tokens[from].start, End: v.tokens[to].end}.Cover(p.phrase.TextSpan)
}

// trigger is the span of the word that names what happened: the verb, or for a nominal event its noun.
func (v *view) trigger(a *sinosoviet.Article, p *predicate) sinosoviet.Span {
	i := p.noun
	if i < 0 && p.verb >= 0 {
		i = v.contentVerb(p.verb)
	}
	if i < 0 {
		return v.sentence.Span
	}
	span := a.Text.Locate(v.tokens[i].start, v.tokens[i].end)
	if span.IsZero() || !v.sentence.Span.Contains(span) {
		return v.sentence.Span
	}
	return span
}

// contentVerb follows a chain "had been founded" to the verb that says what happened.
func (v *view) contentVerb(i int) int {
	best := i
	for j := i; j < len(v.tokens); j++ {
		t := &v.tokens[j]
		switch {
		case t.isVerb():
			best = j
			if !t.is(auxiliary) {
				return j
			}
		case t.tag == "MD", t.tag == "RB", t.lower == "to", t.phrase != 0:
		default:
			return best
		}
	}
	return best
}
