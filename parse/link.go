package parse

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
)

// Link is the view of a link in double brackets: of a page, file, category, another language's or another project's page.
type Link struct{ Node }

// Link is the view of a node whose kind is one of the links in double brackets ([Kind.IsLink]); ok is false for others.
func (n Node) Link() (l Link, ok bool) {
	if !n.Kind().IsLink() {
		return Link{}, false
	}
	return Link{n}, true
}

// LinkKind is the kind as the root package names it.
func (l Link) LinkKind() sinosoviet.LinkKind {
	switch l.Kind() {
	case KindFile:
		return sinosoviet.LinkFile
	case KindCategory:
		return sinosoviet.LinkCategory
	case KindLanguage:
		return sinosoviet.LinkLanguage
	case KindInterwiki:
		return sinosoviet.LinkInterwiki
	}
	return sinosoviet.LinkPage
}

// TargetNode is the node of the target as written.
func (l Link) TargetNode() Node {
	n, _ := l.Child(KindTarget)
	return n
}

// TargetSpan is the span of the target without blanks around it.
func (l Link) TargetSpan() sinosoviet.Span {
	if l.tree == nil {
		return sinosoviet.Span{}
	}
	return trimSpan(l.tree.src, l.TargetNode().Span())
}

// Target is the target with its prefix, without a leading colon; underscores are blanks, entities decoded,
// comments left out, and the #fragment kept.
func (l Link) Target() string { return cleanTarget(l.TargetNode()) }

// HasColon reports whether the target begins with a colon, which makes a file, category or language link a plain link.
func (l Link) HasColon() bool { return strings.HasPrefix(l.tree.src[l.TargetSpan().Start:], ":") }

// Page is the target without its #fragment.
func (l Link) Page() string {
	page, _, _ := strings.Cut(l.Target(), "#")
	return strings.TrimRight(page, " ")
}

// Fragment is what follows the "#" of the target.
func (l Link) Fragment() string {
	_, fragment, _ := strings.Cut(l.Target(), "#")
	return fragment
}

// TextNode is the node of the text behind the pipe; ok is false when the link has no pipe. For a category it is its sort key. For a
// file see [File].
func (l Link) TextNode() (text Node, ok bool) { return l.Child(KindLinkText) }

// Trail is the span of the letters that stick to the end of the link and belong to its text, as in [[war]]s. It
// lies outside the node. It is empty, at the link's end, for links that show no text.
func (l Link) Trail() sinosoviet.Span {
	end := l.End()
	sp := sinosoviet.Span{Start: end, End: end}
	if k := l.Kind(); k != KindLink && k != KindInterwiki || l.tree == nil {
		return sp
	}
	limit := len(l.tree.src)
	if p, ok := l.Parent(); ok {
		limit = p.End()
	}
	sp.End = end + l.tree.site.trail(l.tree.src[end:limit])
	return sp
}

// Prefix is the span of the letters that stick to the beginning of the link and belong to its text, on wikis that have it so
// ([Site.Prefix]). It lies outside the node; it is empty, at the link's beginning, for others.
func (l Link) Prefix() sinosoviet.Span {
	sp := sinosoviet.Span{Start: l.Start(), End: l.Start()}
	if k := l.Kind(); k != KindLink && k != KindInterwiki || !l.tree.site.Prefix {
		return sp
	}
	for sp.Start > 0 {
		r, n := utf8.DecodeLastRuneInString(l.tree.src[:sp.Start])
		if !unicode.IsLetter(r) && r < 0x80 || n == 0 {
			break
		}
		sp.Start -= n
	}
	return sp
}

// ShownSpan is the span of what the link shows, in the source: the text behind the pipe, or else the target.
func (l Link) ShownSpan() sinosoviet.Span {
	if n, ok := l.TextNode(); ok {
		return n.Span()
	}
	return l.TargetSpan()
}

// Links yields the links in double brackets at or below the node, in order of start.
func (n Node) Links() iter.Seq[Link] {
	return func(yield func(Link) bool) {
		for m := range n.Preorder() {
			if m.Kind().IsLink() && !yield(Link{m}) {
				return
			}
		}
	}
}

// cleanTarget is the target of a link as a page name.
func cleanTarget(n Node) string {
	s := n.Source()
	if strings.Contains(s, "<!--") {
		var b strings.Builder
		for c := range n.Leaves() {
			if c.Kind() != KindComment {
				b.WriteString(c.Source())
			}
		}
		s = b.String()
	}
	if strings.IndexByte(s, '&') >= 0 {
		s = decodeEntities(s)
	}
	if strings.IndexByte(s, '_') >= 0 {
		s = strings.ReplaceAll(s, "_", " ")
	}
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, ":") {
		s = strings.TrimSpace(s[1:])
	}
	return collapse(s)
}

// collapse makes runs of blanks one.
func collapse(s string) string {
	if !strings.Contains(s, "  ") && !strings.ContainsAny(s, "\t\n\u00a0") {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\u00a0' }), " ")
}
