package parse

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// External is the view of an external link, in single brackets or bare.
type External struct{ Node }

// External is the view of a node of kind [KindExternal]; ok is false for other kinds.
func (n Node) External() (e External, ok bool) {
	if n.Kind() != KindExternal {
		return External{}, false
	}
	return External{n}, true
}

// IsBare reports whether the address stands without brackets.
func (e External) IsBare() bool { return e.data().flag&flagBare != 0 }

// AddressSpan is the span of the address.
func (e External) AddressSpan() sinosoviet.Span {
	if n, ok := e.Child(KindURL); ok {
		return n.Span()
	}
	return e.Span()
}

// Address is the address, with entities decoded.
func (e External) Address() string {
	sp := e.AddressSpan()
	s := e.tree.src[sp.Start:sp.End]
	if strings.IndexByte(s, '&') >= 0 {
		s = decodeEntities(s)
	}
	return s
}

// TextNode is the node of the text; ok is false when the link has none and MediaWiki shows a number or the address.
func (e External) TextNode() (text Node, ok bool) {
	n, ok := e.Child(KindLinkText)
	return n, ok && n.Start() < n.End()
}
