package parse

import (
	"iter"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// Tag is the view of an HTML tag or an extension tag with its content.
type Tag struct{ Node }

// Tag is the view of a node of kind [KindTag] or [KindExtension]; ok is false for other kinds.
func (n Node) Tag() (t Tag, ok bool) {
	if k := n.Kind(); k != KindTag && k != KindExtension {
		return Tag{}, false
	}
	return Tag{n}, true
}

// Name is the tag's name in lower case, such as "ref".
func (t Tag) Name() string { return tags.name[t.data().aux&127] }

// IsTag reports whether the node is a tag or extension tag of the name, given in lower case.
func (n Node) IsTag(name string) bool {
	t, ok := n.Tag()
	return ok && t.Name() == name
}

// IsExtension reports whether MediaWiki takes the tag out with its content before it reads the rest: <ref>, <math>, <nowiki> ….
func (t Tag) IsExtension() bool { return t.Kind() == KindExtension }

// IsSelfClosing reports whether the tag has no content by its form: <ref name=a />, <br>.
func (t Tag) IsSelfClosing() bool { return t.data().flag&flagSelfClosed != 0 }

// OpenSpan is the span of the opening tag.
func (t Tag) OpenSpan() sinosoviet.Span {
	if c, ok := t.FirstChild(); ok {
		return c.Span()
	}
	return t.Span()
}

// Attribute is an attribute of a tag, table, row or cell.
type Attribute struct {
	Name  string          // in lower case
	Value string          // entities decoded
	Span  sinosoviet.Span // of the value without quotes
}

// Attributes yields the attributes in order, as HTML reads them: quoted by ", by ' or not at all.
func (t Tag) Attributes() iter.Seq[Attribute] {
	return attributesIn(t.tree.src, t.attributeSpan())
}

// attributeSpan is the part of the opening tag in which attributes stand.
func (t Tag) attributeSpan() sinosoviet.Span {
	sp := t.OpenSpan()
	sp.Start = min(sp.Start+1+len(t.Name()), sp.End)
	if sp.End > sp.Start {
		sp.End--
	}
	if sp.End > sp.Start && t.tree.src[sp.End-1] == '/' {
		sp.End--
	}
	return sp
}

// Attribute is the first attribute of the name, given in lower case.
func (t Tag) Attribute(name string) (value string, ok bool) {
	for a := range t.Attributes() {
		if a.Name == name {
			return a.Value, true
		}
	}
	return "", false
}

// Raw is the span of the content between opening and closing tag, parsed or not.
func (t Tag) Raw() sinosoviet.Span {
	sp := t.Span()
	var first, last Node
	for c := range t.Children() {
		if first.tree == nil {
			first = c
		}
		last = c
	}
	if first.tree == nil {
		return sinosoviet.Span{Start: sp.End, End: sp.End}
	}
	sp.Start = first.End()
	if last != first && last.Kind() == KindMarkup {
		sp.End = last.Start()
	}
	return sp
}

// attributesIn yields the attributes in a span of src.
func attributesIn(src string, sp sinosoviet.Span) iter.Seq[Attribute] {
	return func(yield func(Attribute) bool) {
		for a, i, ok := nextAttribute(src, sp.Start, sp.End); ok; a, i, ok = nextAttribute(src, i, sp.End) {
			if !yield(a) {
				return
			}
		}
	}
}

// nextAttribute is the first attribute at or behind i, and the offset behind it; ok is false when there is none before end.
func nextAttribute(src string, i, end int) (a Attribute, next int, ok bool) {
	for i < end && (isBlank(src[i]) || src[i] == '/' || src[i] == '=') {
		i++
	}
	if i >= end {
		return Attribute{}, i, false
	}
	start := i
	for i < end && !isBlank(src[i]) && src[i] != '=' && src[i] != '/' {
		i++
	}
	a = Attribute{Name: strings.ToLower(src[start:i]), Span: sinosoviet.Span{Start: i, End: i}}
	j := i
	for j < end && isBlank(src[j]) {
		j++
	}
	if j < end && src[j] == '=' {
		a.Span, i = attributeValue(src, j+1, end)
		a.Value = src[a.Span.Start:a.Span.End]
		if strings.IndexByte(a.Value, '&') >= 0 {
			a.Value = decodeEntities(a.Value)
		}
	}
	return a, i, true
}

// attributeValue is the span of the value behind the "=" before i, and the offset behind it.
func attributeValue(src string, i, end int) (sinosoviet.Span, int) {
	for i < end && isBlank(src[i]) {
		i++
	}
	if i < end && (src[i] == '"' || src[i] == '\'') {
		if j := strings.IndexByte(src[i+1:end], src[i]); j >= 0 {
			return sinosoviet.Span{Start: i + 1, End: i + 1 + j}, i + j + 2
		}
	}
	start := i
	for i < end && !isBlank(src[i]) {
		i++
	}
	return sinosoviet.Span{Start: start, End: i}, i
}
