package main

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/cite"
	"github.com/sinosoviet/sinosoviet/extract"
	"github.com/sinosoviet/sinosoviet/parse"
)

// audit is what the report tells of an article.
type audit struct {
	File  string `json:"file,omitempty"`
	Title string `json:"title,omitempty"`

	Sources     int            `json:"sources"` // citations that name a source
	Notes       int            `json:"notes"`   // numbered notes of the page
	Kinds       map[string]int `json:"kinds"`   // citations by kind
	Links       map[string]int `json:"links"`   // short notes, page notes and reuses by how their source was found
	Used        int            `json:"used"`
	Unused      []finding      `json:"unused,omitempty"`
	Unresolved  []finding      `json:"unresolved,omitempty"` // short notes, page notes and reuses without a source
	Inferred    []finding      `json:"inferred,omitempty"`   // … whose source is a guess
	Identifiers []finding      `json:"identifiers,omitempty"`
	Findings    []finding      `json:"findings,omitempty"` // of Wikipedia's own citation checks

	Sentences  share     `json:"sentences"`
	Events     share     `json:"events"`
	Needed     []finding `json:"needed,omitempty"`     // "citation needed"
	Unsourced  []finding `json:"unsourced,omitempty"`  // statements with nothing behind them
	Unmarked   int       `json:"unmarked"`             // paragraphs without any source
	References []section `json:"references,omitempty"` // share of sourced sentences by section
}

// finding is one thing to look at.
type finding struct {
	Citation   string  `json:"citation,omitempty"` // id
	Line       int     `json:"line"`
	Code       string  `json:"code,omitempty"`
	Text       string  `json:"text"`
	Target     string  `json:"target,omitempty"`
	Confidence float64 `json:"confidence,omitempty"`
	Since      string  `json:"since,omitempty"`
}

// share is a part of a whole.
type share struct {
	Sourced int `json:"sourced"`
	Total   int `json:"total"`
}

// percent is the share in hundredths, 0 of nothing.
func (s share) percent() float64 {
	if s.Total == 0 {
		return 0
	}
	return 100 * float64(s.Sourced) / float64(s.Total)
}

type section struct {
	Heading string `json:"heading"`
	share
	Unreferenced string `json:"unreferenced,omitempty"` // marked so, since
}

func auditOf(d *extract.Document, maintenance bool) *audit {
	a := &audit{File: d.Source.Name(), Title: d.Title, Kinds: map[string]int{}, Links: map[string]int{}}
	a.citations(d)
	a.findings(d, maintenance)
	a.statements(d)
	a.sections(d)
	return a
}

func line(d *extract.Document, at int) int { return d.Source.Position(at).Line }

// usedSources are the ids of the sources the text refers to: those with a mark of their own, and those that a note leads to.
func usedSources(citations []sinosoviet.Citation) map[string]bool {
	used := map[string]bool{}
	for i := range citations {
		c := &citations[i]
		if c.Number > 0 && c.Target == "" {
			used[c.ID] = true
		}
		if c.Target != "" {
			used[c.Target] = true
		}
	}
	return used
}

func (a *audit) citations(d *extract.Document) {
	used := usedSources(d.Citations)
	type note struct {
		group  string
		number int
	}
	notes := map[note]bool{}
	title := map[string]string{}
	for i := range d.Citations {
		title[d.Citations[i].ID] = describe(&d.Citations[i])
	}
	for i := range d.Citations {
		c := &d.Citations[i]
		a.Kinds[string(c.Kind)]++
		if c.Number > 0 {
			notes[note{c.Group, c.Number}] = true
		}
		f := finding{Citation: c.ID, Line: line(d, c.Span.Start), Text: describe(c)}
		if c.Link != "" {
			a.Links[string(c.Kind)+" "+string(c.Link)]++
		}
		switch c.Link {
		case sinosoviet.LinkageNone:
			a.Unresolved = append(a.Unresolved, f)
		case sinosoviet.LinkageInferred:
			f.Target, f.Confidence = title[c.Target], c.Confidence
			a.Inferred = append(a.Inferred, f)
		}
		for _, id := range c.Identifiers {
			if !id.Valid {
				a.Identifiers = append(a.Identifiers, finding{Citation: c.ID, Line: f.Line, Code: id.Scheme, Text: id.Value})
			}
		}
	}
	a.Notes = len(notes)
	for c := range cite.Sources(d.Citations) {
		a.Sources++
		if used[c.ID] {
			a.Used++
			continue
		}
		a.Unused = append(a.Unused, finding{Citation: c.ID, Line: line(d, c.Span.Start), Text: describe(c)})
	}
}

// describe is a citation in few words.
func describe(c *sinosoviet.Citation) string {
	var parts []string
	if len(c.People) > 0 {
		who := c.People[0].Family + c.People[0].Literal
		if len(c.People) > 1 {
			who += " et al."
		}
		parts = append(parts, who)
	}
	if !c.Date.IsZero() {
		parts = append(parts, c.Date.String()+c.DateSuffix)
	}
	if c.Title != "" {
		parts = append(parts, c.Title)
	}
	if c.Pages != "" {
		parts = append(parts, "p. "+c.Pages)
	}
	if len(parts) == 0 && c.URL != "" {
		parts = append(parts, c.URL)
	}
	if len(parts) == 0 && c.RefName != "" {
		parts = append(parts, "reference \""+c.RefName+"\"")
	}
	if len(parts) == 0 {
		parts = append(parts, string(c.Kind))
	}
	return strings.Join(parts, ", ")
}

func (a *audit) findings(d *extract.Document, maintenance bool) {
	check := cite.CheckOptions{Maintenance: maintenance}
	for i := range d.Citations {
		c := &d.Citations[i]
		for _, f := range check.Check(c) {
			a.Findings = append(a.Findings, finding{Citation: c.ID, Line: line(d, f.Span.Start), Code: string(f.Code), Text: f.Message})
		}
	}
}

// statements counts the sentences of prose and the events that have a source, and lists those that have none.
func (a *audit) statements(d *extract.Document) {
	text := d.Text.String()
	sourced := map[int]bool{}
	prose := map[int]bool{}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Block >= len(d.Blocks) || !d.Blocks[s.Block].Kind.IsProse() || s.Section < len(d.Sections) && d.Sections[s.Section].EndMatter {
			continue
		}
		a.Sentences.Total++
		prose[s.Block] = true
		if len(s.Citations) > 0 {
			a.Sentences.Sourced++
			sourced[s.Block] = true
			continue
		}
		f := finding{Line: line(d, s.Span.Start), Text: text[s.TextSpan.Start:s.TextSpan.End], Since: s.NeededSince}
		if s.NeededSince != "" {
			a.Needed = append(a.Needed, f)
		} else {
			a.Unsourced = append(a.Unsourced, f)
		}
	}
	a.Unmarked = len(prose) - len(sourced)
	for i := range d.Events {
		a.Events.Total++
		if len(d.Events[i].Citations) > 0 {
			a.Events.Sourced++
		}
	}
}

func (a *audit) sections(d *extract.Document) {
	list := make([]section, len(d.Sections))
	for i := range d.Sections {
		list[i].Heading = d.Sections[i].Heading
		if since, ok := parse.Unreferenced(d.Article, i); ok {
			if list[i].Unreferenced = since; since == "" {
				list[i].Unreferenced = "marked"
			}
		}
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Section >= len(list) || d.Sections[s.Section].EndMatter || !d.Blocks[s.Block].Kind.IsProse() {
			continue
		}
		list[s.Section].Total++
		if len(s.Citations) > 0 {
			list[s.Section].Sourced++
		}
	}
	for i := range list {
		if list[i].Total > 0 {
			a.References = append(a.References, list[i])
		}
	}
}
