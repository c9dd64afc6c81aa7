package parse

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// Edits is a set of changes to a source, to be made at once. Bytes that no edit names stay as they are. The zero
// Edits is empty and ready; it is not safe for concurrent use.
type Edits struct {
	edits []edit
}

// edit puts text in the place of a span.
type edit struct {
	span sinosoviet.Span
	text string
}

// EditError reports two edits that change the same bytes, or one outside the source.
type EditError struct {
	Span  sinosoviet.Span // of the edit
	Other sinosoviet.Span // of the one it overlaps; zero when it lies outside the source
}

// Error names the edits that disagree.
func (e *EditError) Error() string {
	if e.Other.IsZero() {
		return fmt.Sprintf("parse: edit of %v lies outside the source", e.Span)
	}
	return fmt.Sprintf("parse: edits of %v and %v overlap", e.Other, e.Span)
}

// ReplaceSpan puts text in the place of a span of the source.
func (e *Edits) ReplaceSpan(sp sinosoviet.Span, text string) {
	e.edits = append(e.edits, edit{sp, text})
}

// Replace puts text in the place of a node.
func (e *Edits) Replace(n Node, text string) { e.ReplaceSpan(n.Span(), text) }

// Delete deletes a node. Blanks around it stay.
func (e *Edits) Delete(n Node) { e.ReplaceSpan(n.Span(), "") }

// InsertBefore puts text before a node. Several insertions at one place stand in the order of the calls.
func (e *Edits) InsertBefore(n Node, text string) {
	e.ReplaceSpan(sinosoviet.Span{Start: n.Start(), End: n.Start()}, text)
}

// InsertAfter puts text after a node.
func (e *Edits) InsertAfter(n Node, text string) {
	e.ReplaceSpan(sinosoviet.Span{Start: n.End(), End: n.End()}, text)
}

// SetArg gives a template's argument a value: it changes the one MediaWiki takes, the last of that name, and leaves the
// blanks around its value; when there is none, it adds one, spaced as the last named argument is. The value is wikitext:
// a "|" in it must be {{!}} or stand in a link or template.
func (e *Edits) SetArg(t Template, name, value string) {
	a, ok := t.Arg(name)
	switch {
	case !ok:
		e.addArg(t, name, value)
	case !a.IsPositional:
		sp := a.ValueSpan()
		if sp.Len() == 0 { // keep the line break an empty value ends with
			text := t.tree.src[a.Span.Start:a.Span.End]
			at := a.Span.Start
			if strings.HasPrefix(text, " ") {
				at++
			}
			sp = sinosoviet.Span{Start: at, End: at}
		}
		e.ReplaceSpan(sp, value)
	case strings.Contains(value, "="):
		e.ReplaceSpan(a.Span, name+"="+value)
	default:
		e.ReplaceSpan(a.Span, value)
	}
}

// addArg adds a named argument.
func (e *Edits) addArg(t Template, name, value string) {
	layout := [4]string{} // blanks before and after name and value
	at := t.End() - 2
	for a := range t.Args() {
		if a.IsPositional {
			continue
		}
		n, _ := a.Node.Child(KindArgName)
		v := a.ValueSpan()
		if v.Len() == 0 {
			continue
		}
		layout = [4]string{t.tree.src[n.Start():a.NameSpan.Start], t.tree.src[a.NameSpan.End:n.End()],
			t.tree.src[a.Span.Start:v.Start], t.tree.src[v.End:a.Span.End]}
	}
	if strings.ContainsAny(layout[3], "\n") && !strings.HasSuffix(t.tree.src[:at], "\n") {
		layout[3] = ""
	}
	e.ReplaceSpan(sinosoviet.Span{Start: at, End: at}, "|"+layout[0]+name+layout[1]+"="+layout[2]+value+layout[3])
}

// DeleteArg deletes all arguments of the name, with their pipes. Positional arguments behind a deleted one move up; the call
// has no effect on the first argument of a parser function.
func (e *Edits) DeleteArg(t Template, name string) {
	for a := range t.Args() {
		if a.Name == name && a.Node.Kind() == KindArgument {
			e.Delete(a.Node)
		}
	}
}

// Len is the number of edits.
func (e *Edits) Len() int { return len(e.edits) }

// Apply makes the edits and returns the new source. Edits may be given in any order; they may touch but not overlap. The error is
// an [EditError].
func (e *Edits) Apply(src string) (string, error) {
	edits := slices.Clone(e.edits)
	slices.SortStableFunc(edits, func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(min(a.span.Len(), 1), min(b.span.Len(), 1)))
	})
	var out strings.Builder
	at := 0
	last := sinosoviet.Span{}
	for _, c := range edits {
		switch {
		case c.span.Start < 0 || c.span.End < c.span.Start || c.span.End > len(src):
			return "", &EditError{Span: c.span}
		case c.span.Start < at:
			return "", &EditError{Span: c.span, Other: last}
		}
		out.WriteString(src[at:c.span.Start])
		out.WriteString(c.text)
		at, last = c.span.End, c.span
	}
	out.WriteString(src[at:])
	return out.String(), nil
}
