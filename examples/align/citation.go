package main

import (
	"fmt"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// cite is a citation in full, with its number in the article; a short one is followed by what it refers to.
func (r *report) cite(id string) string {
	c := r.byID[id]
	if c == nil {
		return id
	}
	s := r.describe(c)
	if c.Number > 0 {
		s = fmt.Sprintf("%s %s", number(c), s)
	}
	if t := r.byID[c.Target]; t != nil && t != c && c.Kind == sinosoviet.CitationShort {
		s += " → " + r.describe(t)
		if c.Link == sinosoviet.LinkageInferred {
			s += fmt.Sprintf(" (inferred, sure %.2f)", c.Confidence)
		}
	}
	return s
}

func number(c *sinosoviet.Citation) string {
	if c.Group != "" {
		return fmt.Sprintf("[%s %d]", c.Group, c.Number)
	}
	return fmt.Sprintf("[%d]", c.Number)
}

// describe is the citation without its number.
func (r *report) describe(c *sinosoviet.Citation) string {
	switch c.Kind {
	case sinosoviet.CitationNeeded:
		if c.NeededSince != "" {
			return "citation needed since " + c.NeededSince
		}
		return "citation needed"
	case sinosoviet.CitationShort:
		return short(c)
	case sinosoviet.CitationReuse:
		if t := r.byID[c.Target]; t != nil {
			return r.describe(t)
		}
	}
	var parts []string
	if who := people(c, "author"); who != "" {
		parts = append(parts, who)
	} else if who := people(c, "editor"); who != "" {
		parts = append(parts, who+" (ed.)")
	}
	if !c.Date.IsZero() {
		parts = append(parts, "("+c.Date.String()+")")
	}
	head := strings.Join(parts, " ")
	parts = parts[:0]
	for _, p := range [...]string{head, c.Title, c.Container, c.Publisher} {
		if p != "" {
			parts = append(parts, strings.TrimSuffix(p, "."))
		}
	}
	if c.Pages != "" {
		parts = append(parts, "pp. "+c.Pages)
	}
	if len(parts) == 0 || c.Title == "" && head == "" {
		return clip(strings.Join(strings.Fields(r.article.Source.Slice(c.Span)), " "), 160)
	}
	return strings.Join(parts, ". ") + "."
}

// short is an author-date note: "Zhao 2022, p. 59".
func short(c *sinosoviet.Citation) string {
	s := people(c, "author")
	if !c.Date.IsZero() {
		s += " " + c.Date.String() + c.DateSuffix
	}
	if c.Pages != "" {
		s += ", p. " + c.Pages
	}
	return strings.TrimSpace(s)
}

// people are the contributors of one role, at most three by name.
func people(c *sinosoviet.Citation, role string) string {
	var names []string
	for _, p := range c.People {
		if p.Role != role {
			continue
		}
		name := p.Literal
		if name == "" {
			name = strings.TrimSuffix(p.Family+", "+p.Given, ", ")
		}
		names = append(names, name)
	}
	if len(names) > 3 {
		return strings.Join(names[:3], "; ") + " et al."
	}
	return strings.Join(names, "; ")
}

// clip cuts a text to n bytes at a blank.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	if i := strings.LastIndexByte(s[:n], ' '); i > n/2 {
		n = i
	}
	return strings.ToValidUTF8(s[:n], "") + " …"
}
