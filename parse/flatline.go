package parse

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// lineKind tells what a line of a flattened text is before headings are told from paragraphs.
type lineKind uint8

const (
	lineBlank    lineKind = iota // nothing, or comments only
	lineText                     // words: a paragraph or a heading
	lineItem                     // "- …", or a list star that was kept
	lineFile                     // "File:NAME" and what is left of its caption
	lineTable                    // a line of a table, or what is left of one
	lineHatnote                  // {{main|…}} and the like alone
	lineNotice                   // {{unreferenced section}} and the like alone
	lineCitation                 // citations alone
	lineFormula                  // <math> and the like alone
	lineTag                      // another extension tag alone: <gallery>, <pre>
	lineTemplate                 // other templates alone
	lineEnd                      // not a line: the end of the text
)

// flatLine is a line of a flattened text. A line break inside a template, an extension tag or a comment does not end it.
type flatLine struct {
	kind      lineKind
	span      sinosoviet.Span // without its line break
	plain     string          // its words: without templates, tags and comments, trimmed
	nodes     [2]int32        // the nodes of the tree that make it up: [from, to)
	cites     bool            // has a template that is a citation
	others    bool            // has another template
	formula   bool            // has a formula or another extension tag
	columns   int8            // has a template that begins (1) or ends (-1) columns
	inColumns bool            // stands between two of them
	candidate bool            // could be a heading
	heading   bool            // is one
}

// ends reports a line that ends as sentences do, or with a citation.
func (l *flatLine) ends() bool { return isTerminated(l.plain) }

// flatText is a flattened text as lines.
type flatText struct {
	src     string
	lines   []flatLine
	wrapped bool // most lines of prose have hard line breaks
	endLine int  // the first line that opens end matter; len(lines) when none does
}

// lineMaker cuts a tree into lines.
type lineMaker struct {
	t     *Tree
	out   []flatLine
	cur   flatLine
	words strings.Builder // pieces of the line when it is not one piece
	piece sinosoviet.Span // the first piece
	many  bool
}

// flatLines cuts the tree of a flattened text into lines.
func flatLines(t *Tree) *flatText {
	m := lineMaker{t: t}
	n := int32(t.Len())
	m.start(0, 0)
	for i := int32(0); i < n; {
		d := &t.nodes[i]
		switch {
		case isOpaque(d.kind):
			m.opaque(Node{t, i})
			i = d.next
		case d.next == i+1:
			m.leaf(i)
			i++
		default:
			i++
		}
	}
	m.finish(len(t.src), n)
	f := &flatText{src: t.src, lines: m.out}
	f.markTables()
	f.markColumns()
	f.measure()
	return f
}

// blanks are what trimSpan takes for blank.
const blanks = " \n\t\r\v\x00"

// isOpaque reports nodes that are looked at as a whole.
func isOpaque(k Kind) bool {
	switch k {
	case KindTemplate, KindParameter, KindExtension, KindComment, KindFile:
		return true
	}
	return false
}

func (m *lineMaker) start(offset int, node int32) {
	m.cur = flatLine{span: sinosoviet.Span{Start: offset}, nodes: [2]int32{node, node}}
	m.piece, m.many = sinosoviet.Span{}, false
	m.words.Reset()
}

// finish ends the line at offset; node is the first that does not belong to it.
func (m *lineMaker) finish(offset int, node int32) {
	m.cur.span.End = offset
	m.cur.nodes[1] = node
	if m.many {
		m.cur.plain = strings.Trim(m.words.String(), blanks)
	} else {
		m.cur.plain = strings.Trim(m.t.src[m.piece.Start:m.piece.End], blanks)
	}
	m.classify()
	m.out = append(m.out, m.cur)
}

// leaf reads a leaf, cutting lines at its line breaks.
func (m *lineMaker) leaf(i int32) {
	d := &m.t.nodes[i]
	start, end := int(d.start), int(d.end)
	for {
		j := strings.IndexByte(m.t.src[start:end], '\n')
		if j < 0 {
			m.take(d.kind, start, end)
			return
		}
		m.take(d.kind, start, start+j)
		m.finish(start+j, i+1)
		start += j + 1
		m.start(start, i)
	}
}

// take adds the words of a leaf, or of a piece of one.
func (m *lineMaker) take(k Kind, start, end int) {
	s := m.t.src[start:end]
	switch k {
	case KindText, KindBlank, KindMarkup, KindExternal, KindURL, KindSignature:
	case KindEntity:
		s = " "
	default:
		return
	}
	if k == KindMarkup && strings.HasPrefix(s, "<") || s == "" {
		return
	}
	switch {
	case m.piece.End == 0 && !m.many:
		if k != KindEntity {
			m.piece = sinosoviet.Span{Start: start, End: end}
			return
		}
	case !m.many && m.piece.End == start && k != KindEntity:
		m.piece.End = end
		return
	}
	if !m.many {
		m.many = true
		m.words.WriteString(m.t.src[m.piece.Start:m.piece.End])
	}
	m.words.WriteString(s)
}

// opaque notes a template, tag or comment on the line.
func (m *lineMaker) opaque(n Node) {
	switch n.Kind() {
	case KindTemplate:
		key := templateKey(Template{n}.Name())
		kind, _ := noticeOf(key)
		switch {
		case kind != "" && isHatnote(key):
			m.note(lineHatnote)
		case kind != "":
			m.note(lineNotice)
		case isCitationTemplate(key):
			m.cur.cites = true
			m.note(lineCitation)
		default:
			m.cur.others = true
			m.cur.columns = max(min(m.cur.columns+columnsOf(key), 1), -1)
			m.note(lineTemplate)
		}
	case KindExtension:
		m.cur.formula = true
		if isFormulaTag(n.Source()) {
			m.note(lineFormula)
		} else {
			m.note(lineTag)
		}
	case KindFile:
		m.note(lineFile)
	case KindParameter:
		m.cur.others = true
		m.note(lineTemplate)
	}
}

// note keeps the kind a line without words will have: that of its most telling template.
func (m *lineMaker) note(k lineKind) {
	if m.cur.kind == lineBlank || k < m.cur.kind {
		m.cur.kind = k
	}
}

// classify tells the kind of the line from its first bytes and its words.
func (m *lineMaker) classify() {
	l := &m.cur
	raw := m.t.src[l.span.Start:l.span.End]
	if strings.Trim(raw, blanks) == "" {
		l.kind = lineBlank
		return
	}
	alone := l.kind
	switch c := raw[0]; {
	case isFileLine(raw), isFileLine(l.plain):
		l.kind = lineFile
	case c == '*' || c == '#' || c == ';' || c == ':' || c == '-' && strings.HasPrefix(raw, "- ") || strings.HasPrefix(raw, "– "):
		l.kind = lineItem
	case c == '|' || c == '!' && !strings.HasPrefix(raw, "! ") || strings.HasPrefix(raw, "{|") || strings.HasPrefix(raw, "! "):
		l.kind = lineTable
	case l.plain == "":
		l.kind = alone
	default:
		l.kind = lineText
		l.candidate = couldBeHeading(l.plain)
	}
}

// couldBeHeading rules out what no heading looks like.
func couldBeHeading(line string) bool {
	if line == "" || len(line) > maxHeading || strings.ContainsAny(line, "|\n") {
		return false
	}
	if strings.IndexByte(".,;:)]}/+=<>&%_", line[0]) >= 0 {
		return false
	}
	return !strings.Contains(line, "[[") && !strings.Contains(line, "]]") && !strings.Contains(line, "://")
}

// isFormulaTag reports an extension tag that holds a formula.
func isFormulaTag(src string) bool {
	name := strings.TrimPrefix(src, "<")
	return len(name) >= 4 && strings.EqualFold(name[:4], "math") || len(name) >= 4 && strings.EqualFold(name[:4], "chem")
}

// markTables makes table lines of all lines between "{|" and the "|}" that closes it. A table that is
// never closed ends with its last line that looks like one.
func (f *flatText) markTables() {
	closes := 0
	for i := range f.lines {
		if f.isTableEnd(i) {
			closes++
		}
	}
	depth := 0
	for i := range f.lines {
		l := &f.lines[i]
		raw := f.src[l.span.Start:l.span.End]
		opens := strings.HasPrefix(strings.TrimLeft(raw, " \t"), "{|")
		if opens {
			depth++
		}
		if depth > 0 && (closes > 0 || opens) {
			l.kind, l.candidate = lineTable, false
		}
		if f.isTableEnd(i) {
			closes--
			depth = max(depth-1, 0)
		}
		if closes == 0 {
			depth = 0
		}
	}
}

// columnsOf is 1 for templates that begin a list in columns, -1 for those that end one, else 0.
func columnsOf(key string) int8 {
	switch key {
	case "col-begin", "col begin", "colbegin", "div col", "divcol", "multicol", "columns-start", "col-start", "col-float", "colfloat":
		return 1
	case "col-end", "col end", "colend", "div col end", "divcol end", "divcolend", "multicol-end", "columns-end", "end div col", "col-float-end":
		return -1
	}
	return 0
}

// markColumns marks the lines that stand in columns which are closed.
func (f *flatText) markColumns() {
	begin := -1
	for i := range f.lines {
		switch f.lines[i].columns {
		case 1:
			begin = i
		case -1:
			for j := begin + 1; begin >= 0 && j < i; j++ {
				f.lines[j].inColumns = true
			}
			begin = -1
		}
	}
}

func (f *flatText) isTableEnd(i int) bool {
	raw := strings.TrimLeft(f.src[f.lines[i].span.Start:f.lines[i].span.End], " \t")
	return strings.HasPrefix(raw, "|}") && !strings.HasPrefix(raw, "|}}")
}

// measure tells whether prose has hard line breaks, and where end matter begins.
func (f *flatText) measure() {
	prose, broken := 0, 0
	f.endLine = len(f.lines)
	for i := range f.lines {
		l := &f.lines[i]
		if l.kind != lineText {
			continue
		}
		if n := l.span.Len(); n > 30 {
			prose++
			if n >= 55 && n <= 95 {
				broken++
			}
		}
		if l.candidate && i < f.endLine && opensEndMatter(l.plain) {
			f.endLine = i
		}
	}
	f.wrapped = broken*100 > prose*35
}

// opensEndMatter reports the names of end sections behind which no section of the subject comes.
func opensEndMatter(line string) bool {
	switch strings.ToLower(line) {
	case "references", "notes", "external links", "further reading", "footnotes", "citations", "notes and references", "references and notes", "works cited":
		return true
	}
	return false
}
