package parse

import (
	"strings"
	"unicode"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// shortPrefix begins the names that {{sfn}} gives its notes.
const shortPrefix = "FOOTNOTE\x00"

// refName is the name of a <ref> as its author wrote it; the names that {{sfn}} makes are none.
func refName(name string) string {
	if strings.HasPrefix(name, shortPrefix) {
		return ""
	}
	return name
}

// newNote makes a footnote.
func (c *refCollector) newNote(group, name string, span sinosoviet.Span) int {
	c.notes = append(c.notes, footnote{group: group, name: name, span: span})
	return len(c.notes) - 1
}

// namedNote is the footnote of that name and group, made when there is none; without a name it is always a new one.
func (c *refCollector) namedNote(group, name string, span sinosoviet.Span) int {
	if name == "" {
		return c.newNote(group, name, span)
	}
	names := c.named[group]
	if names == nil {
		names = map[string]int{}
		c.named[group] = names
	}
	i, ok := names[name]
	if !ok {
		i = c.newNote(group, name, span)
		names[name] = i
	}
	return i
}

// use notes that a footnote's mark is shown.
func (c *refCollector) use(note int) {
	c.events = append(c.events, noteEvent{note: note})
}

// references handles <references>…</references>. With attributes it does not know, MediaWiki shows an error and no list.
func (c *refCollector) references(t Tag) {
	s := noteScope{kind: scopeReferences, note: -1}
	for a := range t.Attributes() {
		switch a.Name {
		case "group":
			s.group = strings.TrimSpace(a.Value)
		case "responsive", "dir":
		default:
			s.invalid = true
		}
	}
	c.enter(t.Node, s)
}

// ref handles <ref>…</ref> and <ref/>.
func (c *refCollector) ref(t Tag) {
	name, group, follow, problem := refAttributes(t)
	list := c.inside(scopeReferences, scopeNote)
	if list != nil && list.kind == scopeNote {
		list = nil
	}
	if list != nil && group == "" {
		group = list.group
	}
	src, content := c.tree.Source(), t.Raw()
	text := strings.TrimSpace(src[content.Start:content.End])
	blank := t.IsSelfClosing() || text == ""
	markless := true
	switch {
	case c.inside(scopeHidden) != nil, follow:
	case !t.IsClosed() && !t.IsSelfClosing():
		problem = "an unclosed <ref>"
	case blank && name == "":
		problem = "a <ref> without name and content"
	case list != nil && name == "":
		problem = "a <ref> inside <references> without a name"
	case list != nil && blank:
		problem = "a <ref> inside <references> without content"
	default:
		markless = false
	}
	if problem != "" {
		c.report("bad-ref", sinosoviet.SeverityWarning, t.OpenSpan(), problem)
	}
	if markless {
		c.enter(t.Node, noteScope{kind: scopeRef, note: -1, content: content, invalid: true})
		return
	}
	note := c.namedNote(group, name, t.Span())
	switch n := &c.notes[note]; {
	case blank:
	case !n.defined:
		n.defined, n.span, n.content, n.list = true, t.Span(), content, list != nil
	case strings.TrimSpace(src[n.content.Start:n.content.End]) != text:
		c.report("ref-redefined", sinosoviet.SeverityWarning, t.OpenSpan(), "another <ref> named \""+name+"\" has other content")
	}
	if list == nil {
		c.use(note)
	}
	if blank {
		f := c.next()
		f.Kind, f.Span, f.Ref, f.RefName, f.note = sinosoviet.CitationReuse, t.Span(), t.Span(), name, note
		c.marked(c.added(), t.End())
	}
	c.enter(t.Node, noteScope{kind: scopeRef, note: note, content: content, group: group})
}

// refAttributes reads name and group, whether the <ref> goes on another (and then has no mark), and what is wrong with its attributes.
func refAttributes(t Tag) (name, group string, follow bool, problem string) {
	sp := t.attributeSpan()
	for a, i, ok := nextAttribute(t.tree.src, sp.Start, sp.End); ok; a, i, ok = nextAttribute(t.tree.src, i, sp.End) {
		v := strings.TrimSpace(a.Value)
		switch a.Name {
		case "name":
			name = v
			if v != "" && strings.Trim(v, "0123456789") == "" {
				problem = "the name of a <ref> may not be a number"
			}
		case "group":
			group = v
		case "follow":
			follow = v != ""
		case "dir", "extends", "details":
		default:
			problem = "a <ref> takes name, group and follow only"
		}
	}
	return name, group, follow, problem
}

// noteTemplate handles templates that make a footnote of their argument.
func (c *refCollector) noteTemplate(t Template) {
	var name, group string
	switch strings.ToLower(t.Name()) {
	case "efn", "efn-la":
		group = "lower-alpha"
	case "efn-ua":
		group = "upper-alpha"
	case "efn-lr":
		group = "lower-roman"
	case "efn-ur":
		group = "upper-roman"
	case "efn-lg":
		group = "lower-greek"
	case "notetag":
		group = "note"
	}
	var content sinosoviet.Span
	for a := range t.Args() {
		switch a.Name {
		case "name":
			name = a.Value()
		case "group":
			group = a.Value()
		case "1", "text", "content":
			content = a.ValueSpan()
		}
	}
	c.templateNote(t, group, name, content)
}

// tagFunction handles {{#tag:ref|text|name=…|group=…}} and {{#tag:references|…}}; it reports whether it was one of them.
func (c *refCollector) tagFunction(t Template) bool {
	var tag, name, group string
	var content sinosoviet.Span
	for a := range t.Args() {
		switch a.Name {
		case "1":
			tag = strings.ToLower(strings.TrimSpace(a.Value()))
		case "2":
			content = a.ValueSpan()
		default:
			k, v, _ := strings.Cut(a.Value(), "=")
			switch v = strings.Trim(v, " \"'\n\t"); strings.TrimSpace(k) {
			case "name":
				name = v
			case "group":
				group = v
			}
		}
	}
	switch tag {
	case "ref":
		c.templateNote(t, group, name, content)
	case "references":
		c.enter(t.Node, noteScope{kind: scopeReferences, note: -1, group: group})
	default:
		return false
	}
	return true
}

// templateNote makes a footnote of a template, or reuses one when it has only a name. Templates are expanded from the inside, so
// its number comes when the scope ends.
func (c *refCollector) templateNote(t Template, group, name string, content sinosoviet.Span) {
	if content.Len() == 0 {
		if name != "" {
			note := c.namedNote(group, name, t.Span())
			if c.inside(scopeReferences) == nil {
				c.use(note)
			}
			i := c.add(found{Citation: sinosoviet.Citation{Kind: sinosoviet.CitationReuse, Span: t.Span(), Template: t.Name(), RefName: name}, note: note})
			c.marked(i, t.End())
		}
		c.enter(t.Node, noteScope{kind: scopeTemplate, note: -1})
		return
	}
	if list := c.inside(scopeReferences); list != nil && group == "" {
		group = list.group
	}
	note := c.namedNote(group, name, t.Span())
	if n := &c.notes[note]; !n.defined {
		n.defined, n.span, n.list = true, t.Span(), c.inside(scopeReferences) != nil
	}
	c.enter(t.Node, noteScope{kind: scopeNote, note: note, content: content})
}

// endNote closes a <ref> or a note's template. Without a citation inside, the note is one in plain words.
func (c *refCollector) endNote(s noteScope) {
	src := c.tree.Source()
	if s.kind == scopeNote && s.note >= 0 && c.inside(scopeReferences) == nil {
		c.use(s.note)
	}
	inner := -1
	for i := s.first; i < len(c.found); i++ {
		if f := &c.found[i]; f.note == s.note && f.Kind != sinosoviet.CitationNeeded && f.Kind != sinosoviet.CitationPages {
			inner = i
			break
		}
	}
	if inner < 0 {
		text := strings.TrimSpace(src[s.content.Start:s.content.End])
		if text == "" {
			return
		}
		f := c.next()
		cs1.ReadPlain(&f.Citation, text)
		f.Span, f.Ref, f.note = s.span, s.span, s.note
		if s.note >= 0 {
			f.RefName = refName(c.notes[s.note].name)
		}
		inner = c.added()
		c.found[inner].note, c.found[inner].mark = s.note, s.span.Start
		c.found[inner].Ref = s.span
		c.found[inner].Listed = c.listed(true) != nil
	}
	if !s.invalid {
		c.marked(inner, s.span.End)
	}
}

// maxReused bounds the pages that one {{r}} gives.
const maxReused = 32

// reuse handles {{r|name|name2|p=…}}: named references reused, each with its pages.
func (c *refCollector) reuse(t Template) {
	group := ""
	if a, ok := t.Arg("group"); ok {
		group = a.Value()
	}
	v := templateValue(t)
	var pages []sinosoviet.Argument // the few that tell pages
	for _, a := range v.Args {
		switch strings.TrimRight(a.Name, "0123456789") {
		case "p", "pp", "page", "pages", "loc", "at":
			if len(pages) < maxReused {
				pages = append(pages, a)
			}
		}
	}
	for i := range v.Args {
		a := &v.Args[i]
		name, at := trimmed(c.tree.Source(), a.Span)
		if name == "" || strings.Trim(a.Name, "0123456789") != "" {
			continue
		}
		note := c.namedNote(group, name, t.Span())
		c.use(note)
		cit := sinosoviet.Citation{Kind: sinosoviet.CitationReuse, Span: t.Span(), Template: v.Name, RefName: name}
		cit.Fields = append(cit.Fields, sinosoviet.Field{Name: a.Name, Value: name, Span: at})
		for _, b := range pages {
			key := strings.TrimRight(b.Name, "0123456789")
			if n := b.Name[len(key):]; n == a.Name || n == "" && a.Name == "1" {
				if value, at := trimmed(c.tree.Source(), b.Span); value != "" {
					cs1.SetPages(&cit, value)
					cit.Fields = append(cit.Fields, sinosoviet.Field{Name: b.Name, Canonical: "pages", Value: value, Span: at})
				}
			}
		}
		c.marked(c.add(found{Citation: cit, note: note}), t.End())
	}
}

// trimmed is the source of a value without what MediaWiki or Unicode takes for blanks around it, and its span.
func trimmed(src string, sp sinosoviet.Span) (value string, at sinosoviet.Span) {
	at = trimSpan(src, sp)
	s := src[at.Start:at.End]
	value = strings.TrimSpace(s)
	at.Start += len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	at.End = at.Start + len(value)
	return value, at
}

// number numbers the notes in the order in which their marks are first shown, each group apart. A list of references
// ends the numbering of its group.
func (c *refCollector) number() {
	next := map[string]int{}
	for _, e := range c.events {
		if e.close {
			next[e.group] = 0
			continue
		}
		if n := &c.notes[e.note]; n.number == 0 {
			next[n.group]++
			n.number = next[n.group]
		}
	}
	for i := range c.found {
		f := &c.found[i]
		if f.note < 0 {
			continue
		}
		n := &c.notes[f.note]
		f.Number, f.Group = n.number, n.group
	}
	for i := range c.notes {
		if n := &c.notes[i]; n.list && n.number == 0 {
			c.report("unused-ref", sinosoviet.SeverityWarning, n.span, "the reference \""+n.name+"\" is listed and never used")
		}
	}
}
