package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/align"
)

// report is an excerpt beside its article, ready to print.
type report struct {
	article *sinosoviet.Article
	excerpt *sinosoviet.Excerpt
	result  align.Result
	byID    map[string]*sinosoviet.Citation
	finding map[markerKey]align.Finding
	count   struct{ verbatim, edited, none, markers, found, notices int }
}

// markerKey tells markers apart: those of one range, "[3–5]", share a place.
type markerKey struct {
	span   sinosoviet.Span
	number int
}

func newReport(a *sinosoviet.Article, x *sinosoviet.Excerpt, result align.Result) *report {
	r := &report{article: a, excerpt: x, result: result, byID: map[string]*sinosoviet.Citation{}, finding: map[markerKey]align.Finding{}}
	for i := range a.Citations {
		r.byID[a.Citations[i].ID] = &a.Citations[i]
	}
	for _, s := range result.Sentences {
		switch s.Match {
		case sinosoviet.MatchVerbatim:
			r.count.verbatim++
		case sinosoviet.MatchEdited:
			r.count.edited++
		default:
			r.count.none++
		}
	}
	for i, m := range result.Markers {
		r.finding[markerKey{m.Span, m.Number}] = result.Findings[i]
		switch {
		case m.Citation != "":
			r.count.markers++
			r.count.found++
		case m.Kind == sinosoviet.MarkerNote && m.Number == 0:
			r.count.notices++
		default:
			r.count.markers++
		}
	}
	return r
}

// title is the article's, else the excerpt's.
func (r *report) title() string {
	for _, t := range [...]string{r.article.Title, r.excerpt.Title, r.article.Source.Name()} {
		if t != "" {
			return t
		}
	}
	return "Excerpt"
}

// summary tells in a line how much was found.
func (r *report) summary() string {
	s := fmt.Sprintf("%s: %d verbatim, %d edited, %d not in the article; %s, %d with a citation",
		plural(len(r.result.Sentences), "sentence"), r.count.verbatim, r.count.edited, r.count.none, plural(r.count.markers, "marker"), r.count.found)
	if r.count.notices > 0 {
		s += "; " + plural(r.count.notices, "notice")
	}
	return s
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprint(n, " ", noun, "s")
}

// revision tells, a line each, how the article differs from the revision the excerpt was taken from.
func (r *report) revision() []string {
	v := r.result.Revision
	if v.Same {
		return []string{"The markers' numbers are the article's own: nothing speaks for another revision."}
	}
	var out []string
	for i, s := range v.Shift {
		step := r.result.Steps[i]
		line := fmt.Sprintf("From [%d] on the article's number is %s than the excerpt's", s.From, higher(s.By))
		if step.Earliest < step.Latest {
			line += fmt.Sprintf(" (the excerpt shows the change between [%d] and [%d])", step.Earliest, step.Latest)
		}
		out = append(out, line+".")
		for _, id := range step.Added {
			out = append(out, fmt.Sprintf("New in the article: %s%s.", r.cite(id), because(step)))
		}
	}
	if len(v.Removed) > 0 {
		out = append(out, "No longer in the article: the notes of "+strings.Join(v.Removed, " ")+".")
	}
	if len(out) == 0 {
		out = append(out, "No marker tells of the excerpt's revision.")
	}
	return out
}

func higher(by int) string {
	switch {
	case by == 0:
		return "again no other"
	case by > 0:
		return fmt.Sprint(by, " higher")
	}
	return fmt.Sprint(-by, " lower")
}

// because tells how a new reference was told from its neighbours.
func because(s align.Step) string {
	switch {
	case len(s.Candidates) > 1 && s.Basis == "date":
		return fmt.Sprintf(" — inferred: the newest of %d that could be it", len(s.Candidates))
	case len(s.Candidates) > 1:
		return fmt.Sprintf(" — inferred: the last of %d that could be it", len(s.Candidates))
	}
	return ""
}

// how tells how a marker's citation was found.
func (r *report) how(m sinosoviet.Marker) string {
	f := r.finding[markerKey{m.Span, m.Number}]
	if m.Citation == "" {
		switch {
		case m.Kind == sinosoviet.MarkerNote && m.Number == 0:
			return "an inline notice; it denotes no citation"
		case f.Removed:
			return "the article has no such note any more"
		case m.Kind == sinosoviet.MarkerCitationNeeded && f.Placed:
			return "no such mark stands there in the article"
		case len(m.Candidates) > 0:
			return "not sure enough; it may be " + r.cite(m.Candidates[0])
		}
		return "not found"
	}
	var parts []string
	switch m.Basis {
	case sinosoviet.BasisNumber:
		parts = append(parts, "by its number")
	case sinosoviet.BasisRevision:
		parts = append(parts, fmt.Sprintf("by its number through the shift of %+d", f.Shift))
	case sinosoviet.BasisPages:
		parts = append(parts, "by its pages, which are cited from no other note")
		if f.Shift != 0 {
			parts = append(parts, fmt.Sprintf("and the shift of %+d", f.Shift))
		}
	case sinosoviet.BasisPosition:
		parts = append(parts, "by its place")
	}
	switch {
	case f.AtPlace && m.Basis != sinosoviet.BasisPosition:
		parts = append(parts, "it stands at that place")
	case f.Placed && !f.AtPlace:
		parts = append(parts, "it does not stand just there")
	case !f.Placed:
		parts = append(parts, "its sentence is not in the excerpt")
	}
	if f.PagesAgree && m.Basis != sinosoviet.BasisPages {
		parts = append(parts, "the pages agree")
	} else if f.ArticlePages != "" {
		parts = append(parts, "the article has pages "+f.ArticlePages)
	}
	return strings.Join(parts, "; ") + fmt.Sprintf("; sure %.2f", m.Confidence)
}

// attaches tells what a marker covers.
func (r *report) attaches(m sinosoviet.Marker) string {
	s := "stands in this sentence"
	if m.Attaches == sinosoviet.AttachPrevious {
		s = "closes the sentence before"
	}
	if in, ok := r.article.Text.Find(r.finding[markerKey{m.Span, m.Number}].Covers); ok {
		s += ": “" + clip(r.article.Text.String()[in.Start:in.End], 110) + "”"
	}
	return s
}

// part is a stretch of a sentence beside its article: equal words, or an edit.
type part struct {
	Op      string // "", "insert", "delete", "replace"
	Text    string // of equal words: as in the article
	Excerpt string
	Article string
}

// parts cuts the article's sentence at the edits.
func (r *report) parts(s sinosoviet.Alignment) []part {
	in, ok := r.article.Text.Find(s.ArticleSpan)
	if !ok {
		return nil
	}
	text := r.article.Text.String()
	var out []part
	at := in.Start
	for _, e := range s.Edits {
		from, to := r.article.Text.Offset(e.ArticleSpan.Start), r.article.Text.Offset(e.ArticleSpan.End)
		if e.ArticleSpan.Len() > 0 {
			if sp, ok := r.article.Text.Find(e.ArticleSpan); ok {
				from, to = sp.Start, sp.End
			}
		}
		from, to = max(at, min(from, in.End)), max(at, min(to, in.End))
		if from > at {
			out = append(out, part{Text: text[at:from]})
		}
		out = append(out, part{Op: e.Op, Excerpt: e.Excerpt, Article: e.Article})
		at = max(from, to)
	}
	if at < in.End {
		out = append(out, part{Text: text[at:in.End]})
	}
	return out
}

// writeJSON prints the result with the citations it names.
func (r *report) writeJSON(w io.Writer) error {
	type output struct {
		Article   *sinosoviet.Source     `json:"article"`
		Excerpt   *sinosoviet.Source     `json:"excerpt_source"`
		Title     string                 `json:"title,omitempty"`
		Sentences []sinosoviet.Alignment `json:"excerpt"`
		Findings  []align.Finding        `json:"findings,omitempty"`
		Revision  sinosoviet.Revision    `json:"revision"`
		Steps     []align.Step           `json:"steps,omitempty"`
		Citations []sinosoviet.Citation  `json:"citations,omitempty"`
	}
	out := output{Article: r.article.Source, Excerpt: r.excerpt.Source, Title: r.title(), Sentences: r.result.Sentences,
		Findings: r.result.Findings, Revision: r.result.Revision, Steps: r.result.Steps}
	named := map[string]bool{}
	name := func(id string) {
		for id != "" && !named[id] {
			named[id] = true
			if c := r.byID[id]; c != nil {
				id = c.Target
			}
		}
	}
	for _, m := range r.result.Markers {
		name(m.Citation)
	}
	for _, id := range r.result.Revision.Added {
		name(id)
	}
	for _, c := range r.article.Citations {
		if named[c.ID] {
			out.Citations = append(out.Citations, c)
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(out)
}
