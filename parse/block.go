package parse

import (
	"iter"

	"github.com/sinosoviet/sinosoviet"
)

// Heading is the view of a heading.
type Heading struct{ Node }

// Heading is the view of a node of kind [KindHeading]; ok is false for other kinds.
func (n Node) Heading() (h Heading, ok bool) {
	if n.Kind() != KindHeading {
		return Heading{}, false
	}
	return Heading{n}, true
}

// Level is 1 for "=" to 6 for "======".
func (h Heading) Level() int { return int(h.data().aux) }

// TextSpan is the span between the signs, without blanks around it.
func (h Heading) TextSpan() sinosoviet.Span { return trimSpan(h.tree.src, h.Inner()) }

// List is the view of a list: items of one kind. A list inside an item is a level deeper.
type List struct{ Node }

// List is the view of a node of kind [KindList]; ok is false for other kinds.
func (n Node) List() (l List, ok bool) {
	if n.Kind() != KindList {
		return List{}, false
	}
	return List{n}, true
}

// Sign is '*' for bullets, '#' for numbers, ':' for terms and descriptions.
func (l List) Sign() byte { return byte(l.data().aux) }

// Items yields the items, terms and descriptions.
func (l List) Items() iter.Seq[ListItem] {
	return func(yield func(ListItem) bool) {
		for n := range l.Children() {
			if it, ok := n.ListItem(); ok && !yield(it) {
				return
			}
		}
	}
}

// ListItem is the view of an item, term or description of a list.
type ListItem struct{ Node }

// ListItem is the view of a node of kind [KindItem], [KindTerm] or [KindDescription]; ok is false for other kinds.
func (n Node) ListItem() (it ListItem, ok bool) {
	if k := n.Kind(); k != KindItem && k != KindTerm && k != KindDescription {
		return ListItem{}, false
	}
	return ListItem{n}, true
}

// Depth is the number of list signs before it, from 1.
func (it ListItem) Depth() int { return int(it.data().aux) }

// Table is the view of a table in wiki markup.
type Table struct{ Node }

// Table is the view of a node of kind [KindTable]; ok is false for other kinds.
func (n Node) Table() (t Table, ok bool) {
	if n.Kind() != KindTable {
		return Table{}, false
	}
	return Table{n}, true
}

// Attributes yields the table's attributes.
func (t Table) Attributes() iter.Seq[Attribute] { return childAttributes(t.Node) }

// Caption is the caption; ok is false when there is none.
func (t Table) Caption() (caption Node, ok bool) { return t.Child(KindCaption) }

// Rows yields the rows.
func (t Table) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for n := range t.Children() {
			if n.Kind() == KindRow && !yield(Row{n}) {
				return
			}
		}
	}
}

// Row is the view of a table's row.
type Row struct{ Node }

// Row is the view of a node of kind [KindRow]; ok is false for other kinds.
func (n Node) Row() (r Row, ok bool) {
	if n.Kind() != KindRow {
		return Row{}, false
	}
	return Row{n}, true
}

// Attributes yields the row's attributes.
func (r Row) Attributes() iter.Seq[Attribute] { return childAttributes(r.Node) }

// Cells yields the cells.
func (r Row) Cells() iter.Seq[Cell] {
	return func(yield func(Cell) bool) {
		for n := range r.Children() {
			if c, ok := n.Cell(); ok && !yield(c) {
				return
			}
		}
	}
}

// Cell is the view of a table's cell.
type Cell struct{ Node }

// Cell is the view of a node of kind [KindCell] or [KindHeaderCell]; ok is false for other kinds.
func (n Node) Cell() (c Cell, ok bool) {
	if k := n.Kind(); k != KindCell && k != KindHeaderCell {
		return Cell{}, false
	}
	return Cell{n}, true
}

// IsHeader reports whether the cell heads a row or column.
func (c Cell) IsHeader() bool { return c.Kind() == KindHeaderCell }

// Attributes yields the cell's attributes.
func (c Cell) Attributes() iter.Seq[Attribute] { return childAttributes(c.Node) }

// Content is the span of the cell without its sign and attributes.
func (c Cell) Content() sinosoviet.Span {
	sp := c.Span()
	for n := range c.Children() {
		if k := n.Kind(); k != KindMarkup && k != KindAttributes {
			sp.Start = n.Start()
			return sp
		}
	}
	sp.Start = sp.End
	return sp
}

// childAttributes yields the attributes in the node's child of kind attributes.
func childAttributes(n Node) iter.Seq[Attribute] {
	c, ok := n.Child(KindAttributes)
	if !ok {
		return func(func(Attribute) bool) {}
	}
	return attributesIn(n.tree.src, c.Span())
}
