package parse

import (
	"iter"
	"sort"
	"sync"

	"github.com/sinosoviet/sinosoviet"
)

// Tree is the lossless tree of a source: its nodes in preorder. It is immutable and safe for
// concurrent use. A Tree holds its source and, on typical articles, about two and a half bytes per byte of it.
//
// Invariants: leaves concatenate to the source (TestLossless); children increase, do not overlap and lie inside their
// parents (TestSpansNest).
type Tree struct {
	src       string
	nodes     []node
	site      *Site
	flattened bool
	diags     sinosoviet.Diagnostics
	title     string // of the page, when an article is made of it
	census    census // of an article's tree

	once    sync.Once
	parents []int32
}

// node is an entry of the arena. Its children begin at the next entry and end before
// next, the index of the first node that is not inside it.
type node struct {
	start, end int32
	next       int32
	kind       Kind
	flag       uint8
	aux        uint16 // heading: level; tag: id; list: its sign; link: see link.go
}

// Flags of nodes.
const (
	flagUnclosed uint8 = 1 << iota // opened and never closed: a tag covers its opening tag only
	flagSelfClosed
	flagBare    // external link without brackets
	flagGallery // file that is a line of a gallery
	flagImplied // element that its markup only implies
)

// Source is the text the tree was made of.
func (t *Tree) Source() string { return t.src }

// Site is the wiki whose rules the tree was made by; never nil.
func (t *Tree) Site() *Site { return t.site }

// IsFlattened reports whether the tree was made by [Parser.FlattenedTree].
func (t *Tree) IsFlattened() bool { return t.flattened }

// Len is the number of nodes.
func (t *Tree) Len() int { return len(t.nodes) }

// Root is the node that holds all others.
func (t *Tree) Root() Node { return Node{t, 0} }

// Node is the node with the given index, as [Node.Index] tells it; the zero Node when there is none.
func (t *Tree) Node(index int) Node {
	if index < 0 || index >= len(t.nodes) {
		return Node{}
	}
	return Node{t, int32(index)}
}

// Diagnostics are the findings of parsing, sorted by span: unclosed-template, unclosed-link and so
// on. The span is that of the opening delimiter. The caller must not change the list.
func (t *Tree) Diagnostics() sinosoviet.Diagnostics { return t.diags }

// All yields all nodes in preorder, the root first.
func (t *Tree) All() iter.Seq[Node] { return t.Root().Preorder() }

// Leaves yields the nodes without children, in order. Their sources concatenate to the source.
func (t *Tree) Leaves() iter.Seq[Node] { return t.Root().Leaves() }

// Kind yields all nodes of one kind, in order of start.
func (t *Tree) Kind(k Kind) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for i := range t.nodes {
			if t.nodes[i].kind == k && !yield(Node{t, int32(i)}) {
				return
			}
		}
	}
}

// At is the innermost node whose span contains sp: the root when nothing smaller does, the zero Node when sp
// is not inside the source. It takes logarithmic time plus the depth.
func (t *Tree) At(sp sinosoviet.Span) Node {
	if sp.Start < 0 || sp.End < sp.Start || sp.End > len(t.src) {
		return Node{}
	}
	i := sort.Search(len(t.nodes), func(i int) bool { return int(t.nodes[i].start) > sp.Start }) - 1
	for n := t.Node(i); n.tree != nil; n, _ = n.Parent() {
		if n.Span().Contains(sp) {
			return n
		}
	}
	return t.Root()
}

// parent is the index of the parent of node i. The table is made on first use, in one pass.
func (t *Tree) parent(i int32) int32 {
	t.once.Do(func() {
		t.parents = make([]int32, len(t.nodes))
		var stack []int32
		for i := range t.nodes {
			for len(stack) > 0 && t.nodes[stack[len(stack)-1]].next <= int32(i) {
				stack = stack[:len(stack)-1]
			}
			t.parents[i] = -1
			if len(stack) > 0 {
				t.parents[i] = stack[len(stack)-1]
			}
			if t.nodes[i].next > int32(i)+1 {
				stack = append(stack, int32(i))
			}
		}
	})
	return t.parents[i]
}

// Node is a handle of a node of a [Tree]: small, comparable, and valid as long as it is held. The zero Node
// is no node; its Kind is [KindNone], its span zero, and it has no children.
type Node struct {
	tree  *Tree
	index int32
}

var noNode node

func (n Node) data() *node {
	if n.tree == nil {
		return &noNode
	}
	return &n.tree.nodes[n.index]
}

// IsZero reports whether n is no node.
func (n Node) IsZero() bool { return n.tree == nil }

// Tree is the tree the node belongs to; nil for the zero Node.
func (n Node) Tree() *Tree { return n.tree }

// Index is the node's place in preorder, from 0 (the root). The nodes inside it follow it directly.
func (n Node) Index() int { return int(n.index) }

// Kind is the node's kind.
func (n Node) Kind() Kind { return n.data().kind }

// Span is the bytes of the source the node covers, delimiters included.
func (n Node) Span() sinosoviet.Span {
	d := n.data()
	return sinosoviet.Span{Start: int(d.start), End: int(d.end)}
}

// Start is the offset of the node's first byte.
func (n Node) Start() int { return int(n.data().start) }

// End is the offset behind the node's last byte.
func (n Node) End() int { return int(n.data().end) }

// Source is the node's bytes.
func (n Node) Source() string {
	if n.tree == nil {
		return ""
	}
	d := n.data()
	return n.tree.src[d.start:d.end]
}

// Inner is the span between the node's delimiters: that of the children without the markup that opens and
// closes them. For a node without delimiters it is the whole span.
func (n Node) Inner() sinosoviet.Span {
	sp := n.Span()
	d := n.data()
	if n.tree == nil || d.next == n.index+1 {
		return sp
	}
	first, last := Node{}, Node{}
	for c := range n.Children() {
		if first.tree == nil {
			first = c
		}
		last = c
	}
	if k := first.Kind(); k == KindMarkup || k == KindTagOpen {
		sp.Start = first.End()
		if first == last {
			return sp
		}
	}
	if last.Kind() == KindMarkup {
		sp.End = last.Start()
	}
	return sp
}

// IsLeaf reports whether the node has no children.
func (n Node) IsLeaf() bool { return n.tree == nil || n.data().next == n.index+1 }

// IsClosed reports whether what opens the node is closed by its own delimiter.
func (n Node) IsClosed() bool { return n.data().flag&flagUnclosed == 0 }

// Children yields the node's children in order.
func (n Node) Children() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if n.tree == nil {
			return
		}
		nodes := n.tree.nodes
		for i, end := n.index+1, nodes[n.index].next; i < end; i = nodes[i].next {
			if !yield(Node{n.tree, i}) {
				return
			}
		}
	}
}

// Preorder yields the node and all nodes inside it, parents before children, in source order.
func (n Node) Preorder() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if n.tree == nil {
			return
		}
		for i, end := n.index, n.tree.nodes[n.index].next; i < end; i++ {
			if !yield(Node{n.tree, i}) {
				return
			}
		}
	}
}

// Leaves yields the nodes without children at or below the node, in order.
func (n Node) Leaves() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if n.tree == nil {
			return
		}
		nodes := n.tree.nodes
		for i, end := n.index, nodes[n.index].next; i < end; i++ {
			if nodes[i].next == i+1 && !yield(Node{n.tree, i}) {
				return
			}
		}
	}
}

// Child is the node's first child of the kind; ok is false when there is none.
func (n Node) Child(k Kind) (child Node, ok bool) {
	if n.tree == nil {
		return Node{}, false
	}
	nodes := n.tree.nodes
	for i, end := n.index+1, nodes[n.index].next; i < end; i = nodes[i].next {
		if nodes[i].kind == k {
			return Node{n.tree, i}, true
		}
	}
	return Node{}, false
}

// FirstChild is the first child; ok is false for a leaf.
func (n Node) FirstChild() (child Node, ok bool) {
	if n.IsLeaf() {
		return Node{}, false
	}
	return Node{n.tree, n.index + 1}, true
}

// Next is the sibling that follows; ok is false for the last child and the root.
func (n Node) Next() (next Node, ok bool) {
	p, ok := n.Parent()
	if !ok {
		return Node{}, false
	}
	i := n.data().next
	if i >= p.data().next {
		return Node{}, false
	}
	return Node{n.tree, i}, true
}

// Parent is the node that directly holds n; ok is false for the root. The first call on a tree
// makes a table of parents, in linear time; then it is constant.
func (n Node) Parent() (parent Node, ok bool) {
	if n.tree == nil {
		return Node{}, false
	}
	p := n.tree.parent(n.index)
	if p < 0 {
		return Node{}, false
	}
	return Node{n.tree, p}, true
}

// Ancestors yields the nodes that hold n, the parent first, the root last.
func (n Node) Ancestors() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for p, ok := n.Parent(); ok && yield(p); p, ok = p.Parent() {
		}
	}
}

// Contains reports whether o is n or inside n.
func (n Node) Contains(o Node) bool {
	return n.tree != nil && n.tree == o.tree && o.index >= n.index && o.index < n.data().next
}
