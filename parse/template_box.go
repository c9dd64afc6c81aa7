package parse

import (
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// part writes an argument as a block of its own.
func (w *TextWriter) part(kind sinosoviet.BlockKind, a Arg) {
	if a.Node.tree == nil || a.ValueSpan().Len() == 0 {
		return
	}
	w.endBlock()
	c := w.enter(kind, a.ValueNode, exitNothing)
	if kind == sinosoviet.BlockItem {
		c.depth = 1
	}
	w.write(a.ValueNode)
	w.leave()
	w.endBlock()
}

// captions writes the captions of {{multiple image}} and its family in the order they are given, then the footer.
func (w *TextWriter) captions(t Template) {
	if w.options.NoCaptions {
		return
	}
	key := w.key(t)
	var footer Arg
	position := 0
	for a := range t.Args() {
		shown := false
		if a.IsPositional {
			position++
			switch key {
			case "wide image", "tall image":
				shown = position == 3
			case "double image":
				shown = position == 6 || position == 7
			case "gallery":
				shown = position%2 == 0
			}
		} else {
			name := strings.TrimRight(a.Name, "0123456789")
			switch name {
			case "caption", "header", "title", "description", "Description", "image_caption":
				shown = key != "location map many" && key != "location map+" || name == "caption"
			case "footer":
				footer = a
			}
		}
		if shown {
			w.part(sinosoviet.BlockCaption, a)
		}
	}
	w.part(sinosoviet.BlockCaption, footer)
}

// columns writes {{columns|col1=…|col2=…}}.
func (w *TextWriter) columns(t Template) {
	for a := range t.Args() {
		if rest, ok := strings.CutPrefix(a.Name, "col"); ok && isInteger(rest) {
			w.endBlock()
			w.write(a.ValueNode)
			w.endBlock()
		}
	}
}

// barBox writes {{bar box}}: its title and its bars, which are templates.
func (w *TextWriter) barBox(t Template) {
	for _, name := range [...]string{"title", "bars", "caption"} {
		w.part(sinosoviet.BlockItem, firstArg(t, []string{name}))
	}
}

// clade writes a cladogram: the labels and leaves in the order they are given.
func (w *TextWriter) clade(t Template) {
	for a := range t.Args() {
		name := strings.TrimRight(a.Name, "0123456789")
		switch name {
		case "", "label", "sublabel", "grouplabel":
			w.part(sinosoviet.BlockItem, a)
		}
	}
}

// census writes {{US census population|1850=…}}: a row for each year, with the change since the one before.
func (w *TextWriter) census(t Template) {
	before := 0.0
	for a := range t.Args() {
		if len(a.Name) == 4 && isInteger(a.Name) && !a.IsPositional {
			before = w.population(a, a.Name, before)
		}
	}
}

// populations writes {{historical populations|1900|1200|1910|…}}.
func (w *TextWriter) populations(t Template) {
	before, year := 0.0, ""
	position := 0
	for a := range t.Args() {
		if !a.IsPositional {
			continue
		}
		if position++; position%2 == 1 {
			year = w.Text(a.ValueNode)
		} else if year != "" {
			before = w.population(a, year, before)
		}
	}
}

// population writes a row of a table of populations: year, number, change in per cent.
func (w *TextWriter) population(a Arg, year string, before float64) float64 {
	number := strings.ReplaceAll(w.Text(a.ValueNode), ",", "")
	n, err := strconv.ParseFloat(number, 64)
	if err != nil || n <= 0 {
		return before
	}
	change := "—"
	if before > 0 {
		change = strings.Replace(strconv.FormatFloat(100*(n/before-1), 'f', 1, 64)+"%", "-", "−", 1)
	}
	w.endBlock()
	w.enter(sinosoviet.BlockItem, a.ValueNode, exitNothing).depth = 1
	w.Print(a.Span, year+" "+groupDigits(number)+" "+change)
	w.leave()
	w.endBlock()
	return n
}

// quoted writes who is quoted below a quotation: "— Author, Title, Source".
func (w *TextWriter) quoted(t Template, lines textLines) {
	names := [...][]string{{"author", "by", "sign", "cite", "2"}, {"title", "3"}, {"source", "4"}}
	switch w.key(t) {
	case "verse translation":
		if a := firstArg(t, []string{"2"}); a.Node.tree != nil {
			w.quote(a.ValueNode, lines)
		}
		return
	case "cquote", "cquote2", "centered pull quote": // the second and third are the size of the marks
		names = [...][]string{{"author", "by", "4"}, {"title"}, {"source", "5"}}
	case "rquote", "rquote2":
		names = [...][]string{{"author", "3"}, {"title"}, {"source", "4"}}
	case "quote box", "quotebox", "quote frame":
		names = [...][]string{{"author"}, nil, {"source"}}
	}
	sep := "— "
	for _, n := range names {
		a := firstArg(t, n)
		if a.Node.tree == nil || w.Text(a.ValueNode) == "" {
			continue
		}
		if sep == "— " {
			w.endBlock()
			w.enter(sinosoviet.BlockQuote, t.Node, exitNothing)
		}
		w.Print(before(a), sep)
		w.trimmed(a.ValueNode)
		sep = ", "
	}
	if sep == ", " {
		w.leave()
		w.endBlock()
	}
}

// familyTree writes {{chart}}, {{family tree}} and {{ahnentafel}}: the boxes of a row, which are the named arguments, as cells.
func (w *TextWriter) familyTree(t Template) {
	if w.options.NoTables {
		return
	}
	numbered := w.key(t) == "ahnentafel" || strings.HasPrefix(w.key(t), "ahnentafel-")
	w.endBlock()
	for a := range t.Args() {
		name := strings.ToLower(a.Name)
		switch {
		case a.IsPositional, a.ValueSpan().Len() == 0, numbered != isInteger(a.Name), strings.HasPrefix(name, "boxstyle"), strings.HasPrefix(name, "colspan"),
			strings.HasPrefix(name, "rowspan"), name == "border", name == "style", name == "align", name == "summary":
			continue
		}
		w.enter(sinosoviet.BlockCell, a.ValueNode, exitNothing).row = t.index
		w.write(a.ValueNode)
		w.leave()
		w.endBlock()
	}
}
