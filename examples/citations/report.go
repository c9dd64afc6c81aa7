package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// printer prints an audit for people, as plain text or as Markdown.
type printer struct {
	w        io.Writer
	list     int // most entries of a list; 0 is all
	markdown bool
}

func (p *printer) head(text string, n int) {
	if n >= 0 {
		text = fmt.Sprintf("%s (%d)", text, n)
	}
	if p.markdown {
		fmt.Fprintf(p.w, "\n## %s\n\n", text)
		return
	}
	fmt.Fprintf(p.w, "\n%s\n", text)
}

// item prints one entry of a list.
func (p *printer) item(text string) {
	if p.markdown {
		fmt.Fprintf(p.w, "- %s\n", escapeMarkdown(text))
		return
	}
	fmt.Fprintf(p.w, "  %s\n", text)
}

// escapeMarkdown keeps a text from being read as marks.
func escapeMarkdown(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `&lt;`, "|", `\|`).Replace(s)
}

// findings prints a list with its heading, unless it is empty.
func (p *printer) findings(head string, list []finding, show func(*finding) string) {
	if len(list) == 0 {
		return
	}
	p.head(head, len(list))
	shown := list
	if p.list > 0 && len(list) > p.list {
		shown = list[:p.list]
	}
	for i := range shown {
		p.item(fmt.Sprintf("line %d: %s", shown[i].Line, show(&shown[i])))
	}
	if n := len(list) - len(shown); n > 0 {
		p.item(fmt.Sprintf("… and %d more", n))
	}
}

func (p *printer) audit(a *audit) {
	title := a.Title
	if title == "" {
		title = a.File
	}
	if p.markdown {
		fmt.Fprintf(p.w, "# Sources of %s\n\n", escapeMarkdown(title))
	} else {
		fmt.Fprintf(p.w, "Sources of %s\n\n", title)
	}
	p.item(fmt.Sprintf("%d sources, %d used and %d not, in %d numbered notes", a.Sources, a.Used, len(a.Unused), a.Notes))
	p.item("citations: " + counts(a.Kinds))
	if len(a.Links) > 0 {
		p.item("their sources: " + counts(a.Links))
	}
	p.item(fmt.Sprintf("%d of %d sentences have a source (%.0f %%), %d of %d events (%.0f %%)", a.Sentences.Sourced, a.Sentences.Total, a.Sentences.percent(),
		a.Events.Sourced, a.Events.Total, a.Events.percent()))
	p.item(fmt.Sprintf("%d paragraphs have none at all", a.Unmarked))

	p.findings("Notes without a source", a.Unresolved, func(f *finding) string { return f.Text })
	p.findings("Notes whose source is inferred", a.Inferred, func(f *finding) string {
		return fmt.Sprintf("%s → %s (%.0f %%)", f.Text, f.Target, 100*f.Confidence)
	})
	p.findings("Invalid identifiers", a.Identifiers, func(f *finding) string { return f.Code + " " + f.Text })
	p.findings("Findings of Wikipedia's citation checks", a.Findings, func(f *finding) string { return f.Code + " " + f.Text })
	p.findings("Sources nothing refers to", a.Unused, func(f *finding) string { return f.Text })
	p.findings("Citation needed", a.Needed, func(f *finding) string { return short(f.Text) + " (since " + f.Since + ")" })
	p.findings("Statements without a source", a.Unsourced, func(f *finding) string { return short(f.Text) })
	p.sections(a)
}

func (p *printer) sections(a *audit) {
	if len(a.References) == 0 {
		return
	}
	p.head("Sourced sentences by section", -1)
	if p.markdown {
		fmt.Fprintf(p.w, "| section | sourced | sentences | |\n|---|---:|---:|---|\n")
	}
	for _, s := range a.References {
		heading, mark := s.Heading, ""
		if heading == "" {
			heading = "(lead)"
		}
		if s.Unreferenced != "" {
			mark = "marked as unreferenced, " + s.Unreferenced
		}
		if p.markdown {
			fmt.Fprintf(p.w, "| %s | %d | %d | %s |\n", escapeMarkdown(heading), s.Sourced, s.Total, mark)
			continue
		}
		fmt.Fprintf(p.w, "  %3d of %3d  %s%s\n", s.Sourced, s.Total, heading, strings.TrimSuffix("  ("+mark+")", "  ()"))
	}
}

// counts prints a map in the order of its keys.
func counts(m map[string]int) string {
	var parts []string
	for k, n := range m {
		parts = append(parts, fmt.Sprintf("%s %d", strings.TrimSpace(k), n))
	}
	slices.Sort(parts)
	return strings.Join(parts, ", ")
}

// short cuts a sentence to one line.
func short(s string) string {
	const most = 110
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= most {
		return s
	}
	i := strings.LastIndexByte(s[:most], ' ')
	if i < most/2 {
		i = strings.LastIndexFunc(s[:most], func(rune) bool { return true }) // not inside a character
	}
	return s[:i] + " …"
}
