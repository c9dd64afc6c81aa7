package parse

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// citations fills a.Citations: every citation template, short note, page note, <ref> and "citation needed" of the tree, in
// source order, typed, numbered as the page shows them, and resolved. It needs a.Text, a.Blocks and a.Sections. What cannot be
// resolved goes to a.Diagnostics.
//
// It works in passes, each linear: collect walks the tree once; number gives notes their numbers; resolve
// finds what short notes, page notes and reused names refer to.
func (p *Parser) citations(t *Tree, a *sinosoviet.Article) {
	c := collectors.Get().(*refCollector)
	c.tree, c.article = t, a
	c.collect()
	c.bibliography()
	c.sort()
	c.number()
	c.place()
	c.resolve()
	a.Citations = make([]sinosoviet.Citation, len(c.found))
	for i := range c.found {
		a.Citations[i] = c.found[i].Citation
	}
	for _, d := range c.diags {
		a.Diagnostics.Add(d)
	}
	c.release()
}

// collectors keeps the working memory of pages for the next ones.
var collectors = sync.Pool{New: func() any {
	return &refCollector{named: map[string]map[string]int{}, kinds: map[string]*templateRole{}}
}}

// maxKeptCitations is how many citations of working memory are kept: those of the longest articles.
const maxKeptCitations = 1 << 12

// release gives the memory back, emptied, unless a hostile input made it huge.
func (c *refCollector) release() {
	if max(cap(c.found), cap(c.notes), cap(c.events), cap(c.scopes), cap(c.starts)) > maxKeptCitations {
		return
	}
	if len(c.kinds) == maxNames {
		clear(c.kinds)
	}
	clear(c.found)
	clear(c.notes)
	clear(c.events)
	clear(c.scopes[:cap(c.scopes)])
	clear(c.named)
	*c = refCollector{found: c.found[:0], notes: c.notes[:0], events: c.events[:0], scopes: c.scopes[:0], starts: c.starts[:0], named: c.named, kinds: c.kinds, fields: c.fields}
	collectors.Put(c)
}

// found is a citation on its way, with what the later passes need to know of it.
type found struct {
	sinosoviet.Citation
	note    int // index of the footnote it stands in or makes, or -1
	mark    int // offset of the mark on the page: its own, or that of the <ref> it stands in
	short   *cs1.Note
	follows int  // page notes: index into found of the mark they directly follow, or -1
	order   int  // place in the walk
	entry   bool // stands in a list of sources, without a mark
}

// footnote is what a <ref>, {{efn}}, {{sfn}} … makes: a numbered note.
type footnote struct {
	group, name string
	number      int
	defined     bool // has content
	list        bool // defined inside <references>
	span        sinosoviet.Span
	content     sinosoviet.Span // of a <ref>
}

// noteScope is a construct the walk is inside of.
type noteScope struct {
	end     int // index of the first node behind it
	kind    scopeKind
	note    int // index of the footnote, or -1
	first   int // number of citations found before it
	span    sinosoviet.Span
	content sinosoviet.Span // of a note
	group   string
	invalid bool // shows no mark
}

type scopeKind uint8

const (
	scopeRef        scopeKind = iota // <ref>…</ref>
	scopeNote                        // {{efn|…}}
	scopeReferences                  // <references>…</references>, {{reflist|refs=…}}
	scopeCite                        // a citation template
	scopeHidden                      // what the page does not show
	scopeTemplate                    // any other template
)

// noteEvent is one step of numbering, in the order in which MediaWiki takes it.
type noteEvent struct {
	note  int
	close bool   // a list of references ends the group
	group string // of close
}

// refCollector gathers the citations of one page.
type refCollector struct {
	tree    *Tree
	article *sinosoviet.Article
	found   []found
	notes   []footnote
	named   map[string]map[string]int // group → name → note, since the last list of references
	events  []noteEvent
	scopes  []noteScope
	diags   sinosoviet.Diagnostics
	last    int // index into found of the last mark, or -1
	lastEnd int // offset behind it
	kinds   map[string]*templateRole
	seen    int                // index into article.Templates of the last template met
	starts  []int              // room for offsets
	fields  []sinosoviet.Field // room for the fields of citations; never used again
}

// templateRole is what a template's name says it is to citations.
type templateRole struct {
	kind  cs1.TemplateKind
	style *cs1.Style // of citations, once one was read
	list  bool       // prints the notes
	group string     // … of this group
}

// role tells what a template is; names are looked up once for many pages.
func (c *refCollector) role(name string) *templateRole {
	r := c.kinds[name]
	if r == nil {
		r = &templateRole{kind: cs1.Kind(name)}
		if r.kind == cs1.Other {
			r.group, r.list = referenceList(name)
		}
		if len(c.kinds) < maxNames {
			c.kinds[strings.Clone(name)] = r
		}
	}
	return r
}

// citationStyle is the style of a citation template.
func (r *templateRole) citationStyle(name string) cs1.Style {
	if r.style == nil {
		s := cs1.StyleOf(name)
		r.style = &s
	}
	return *r.style
}

// maxNames bounds the names of templates that are remembered: some pages' worth.
const maxNames = 4096

func (c *refCollector) report(code sinosoviet.Code, s sinosoviet.Severity, span sinosoviet.Span, message string) {
	c.diags.Add(sinosoviet.Diagnostic{Code: code, Severity: s, Span: span, Message: message})
}

// collect walks the tree.
func (c *refCollector) collect() {
	c.last = -1
	c.size()
	for _, i := range c.tree.census.nodes {
		for len(c.scopes) > 0 && c.scopes[len(c.scopes)-1].end <= int(i) {
			c.leave()
		}
		n := Node{c.tree, i}
		switch c.tree.nodes[i].kind {
		case KindTemplate:
			c.template(Template{n})
		case KindExtension:
			switch (Tag{n}).Name() {
			case "ref":
				c.ref(Tag{n})
			case "references":
				c.references(Tag{n})
			}
		case KindFile:
			if !(File{n}).ShowsCaption() {
				c.enter(n, noteScope{kind: scopeHidden, note: -1})
			}
		case KindAttributes, KindTagOpen:
			c.enter(n, noteScope{kind: scopeHidden, note: -1})
		}
	}
	for len(c.scopes) > 0 {
		c.leave()
	}
}

// size makes room for as many citations as there are extension tags: most are references, and a reference gives one at least.
func (c *refCollector) size() {
	c.found = slices.Grow(c.found, c.tree.census.tags)
}

// enter opens a scope that ends where the node does.
func (c *refCollector) enter(n Node, s noteScope) {
	s.end, s.first, s.span = int(n.data().next), len(c.found), n.Span()
	c.scopes = append(c.scopes, s)
}

// leave closes the innermost scope: a note without citations inside is one itself.
func (c *refCollector) leave() {
	s := c.scopes[len(c.scopes)-1]
	c.scopes = c.scopes[:len(c.scopes)-1]
	switch s.kind {
	case scopeReferences:
		if s.invalid {
			return
		}
		c.events = append(c.events, noteEvent{close: true, group: s.group, note: -1})
		delete(c.named, s.group)
	case scopeRef, scopeNote:
		c.endNote(s)
	}
}

// maxNested is how deep templates are read. What is deeper is not listed as a template either.
const maxNested = 40

// maxScopes is how far out a construct is looked for: deeper nesting is no real page's, and must not cost more.
const maxScopes = 64

// inside is the innermost scope of the kinds, or nil.
func (c *refCollector) inside(kinds ...scopeKind) *noteScope {
	for i := len(c.scopes) - 1; i >= max(0, len(c.scopes)-maxScopes); i-- {
		if slices.Contains(kinds, c.scopes[i].kind) {
			return &c.scopes[i]
		}
	}
	return nil
}

// listed is the list of references the walk is directly inside of, or nil: a note inside the list is not the list.
// Within tells that the walk is inside a note that is no longer among the scopes.
func (c *refCollector) listed(within bool) *noteScope {
	for i := len(c.scopes) - 1; i >= max(0, len(c.scopes)-maxScopes); i-- {
		switch s := &c.scopes[i]; s.kind {
		case scopeReferences:
			return s
		case scopeRef, scopeNote:
			if within {
				return nil
			}
			within = true
		}
	}
	return nil
}

// add appends a citation.
func (c *refCollector) add(f found) int {
	*c.next() = f
	return c.added()
}

// next appends a citation to be filled in; added must follow.
func (c *refCollector) next() *found {
	if len(c.found) == cap(c.found) {
		c.found = slices.Grow(c.found, len(c.found)+8) // doubled: a citation is large, and append grows by a quarter
	}
	c.found = append(c.found, found{note: -1})
	return &c.found[len(c.found)-1]
}

// added completes the last citation, and is its index. Its mark is that of the note it stands in.
func (c *refCollector) added() int {
	f := &c.found[len(c.found)-1]
	f.order = len(c.found) - 1
	f.follows = -1
	f.mark = f.Span.Start
	f.Listed = c.listed(false) != nil
	if s := c.inside(scopeRef, scopeNote); s != nil {
		f.mark, f.Ref = s.span.Start, s.span
		if f.note < 0 {
			f.note = s.note
		}
		if f.note >= 0 {
			f.RefName = refName(c.notes[f.note].name)
		}
	}
	return f.order
}

// marked remembers the last mark, for page notes that follow it.
func (c *refCollector) marked(i, end int) { c.last, c.lastEnd = i, end }

// template handles a template by what its name says.
func (c *refCollector) template(t Template) {
	if len(c.scopes) > maxNested {
		return // nor is what it holds asked for: the scopes stay as they are
	}
	known := c.listing(t)
	var name string
	if known != nil {
		name = known.Name
	} else {
		name = t.Name()
	}
	role := c.role(name)
	kind, scopeK := role.kind, scopeTemplate
	value := func() sinosoviet.Template {
		if known != nil {
			return *known
		}
		return templateValue(t)
	}
	if kind == cs1.Other && !role.list && known != nil && cs1.IsSource(*known) {
		kind = cs1.Cite
	}
	switch kind {
	case cs1.Cite:
		c.cite(t, value(), role.citationStyle(name))
		scopeK = scopeCite
	case cs1.Sfn, cs1.Sfnm, cs1.Inline, cs1.Harvs, cs1.Chapter:
		c.short(t, value(), kind)
	case cs1.Pages:
		c.pages(t, value())
	case cs1.Needed:
		i := c.add(found{Citation: cs1.NeededMark(value()), note: -1})
		c.found[i].note = -1
		c.marked(-1, 0)
	case cs1.Footnote:
		c.noteTemplate(t)
		return
	case cs1.Reuse:
		c.reuse(t)
	default:
		if name == "#tag" {
			if c.tagFunction(t) {
				return
			}
		} else if role.list {
			group := role.group
			if a, ok := t.Arg("group"); ok {
				group = a.Value()
			}
			c.enter(t.Node, noteScope{kind: scopeReferences, note: -1, group: group})
			return
		}
	}
	c.enter(t.Node, noteScope{kind: scopeK, note: -1})
}

// referenceList reports whether a template prints the notes, and of which group unless it is told.
func referenceList(name string) (group string, ok bool) {
	switch strings.ToLower(strings.ReplaceAll(name, "_", " ")) {
	case "reflist", "references", "refs", "reference list", "ref-list", "footnotes", "reflist-talk":
	case "notelist", "efn list":
		group = "lower-alpha"
	case "notelist-ua":
		group = "upper-alpha"
	case "notelist-lr":
		group = "lower-roman"
	case "notelist-ur":
		group = "upper-roman"
	case "notelist-lg":
		group = "lower-greek"
	case "notefoot":
		group = "note"
	default:
		return "", false
	}
	return group, true
}

// listing is the template as the article lists it, or nil when it does not, or not whole. Both walks go through the tree in
// the same order.
func (c *refCollector) listing(t Template) *sinosoviet.Template {
	list, sp := c.article.Templates, t.Span()
	for c.seen < len(list) && list[c.seen].Span.Start < sp.Start {
		c.seen++
	}
	if c.seen == len(list) || list[c.seen].Span != sp {
		return nil
	}
	v := &list[c.seen]
	for i := range v.Args {
		if v.Args[i].Cut {
			return nil
		}
	}
	return v
}

// templateValue is the template as a value.
func templateValue(t Template) sinosoviet.Template {
	v := sinosoviet.Template{Name: t.Name(), Span: t.Span()}
	n := 0
	for c := range t.Children() {
		if c.Kind() == KindArgument {
			n++
		}
	}
	v.Args = make([]sinosoviet.Argument, 0, n+1)
	for a := range t.Args() {
		sp := a.Span
		if !a.IsPositional {
			sp = a.ValueSpan()
		}
		v.Args = append(v.Args, sinosoviet.Argument{Name: a.Name, Value: a.Value(), Span: sp})
	}
	return v
}

// cite handles a full citation.
func (c *refCollector) cite(t Template, v sinosoviet.Template, style cs1.Style) {
	f := c.next()
	f.Fields = c.fieldRoom(len(v.Args))
	style.Read(&f.Citation, v)
	nested := c.inside(scopeCite) != nil
	if !nested && c.inside(scopeRef, scopeNote, scopeReferences) == nil {
		if c.tree.IsFlattened() && !c.isEntry(t.Node) {
			f.note = c.newNote("", "", t.Span())
			c.notes[f.note].defined = true
			c.use(f.note)
		} else {
			f.entry = true
		}
	}
	note := f.note
	i := c.added()
	if note >= 0 {
		c.marked(i, t.End())
	}
}

// fieldRoom is room for so many fields. Those of many citations stand in one array.
func (c *refCollector) fieldRoom(n int) []sinosoviet.Field {
	if n > len(c.fields) {
		if n > fieldsAtOnce/4 {
			return nil // gets its own
		}
		c.fields = make([]sinosoviet.Field, fieldsAtOnce)
	}
	room := c.fields[:0:n]
	c.fields = c.fields[n:]
	return room
}

// fieldsAtOnce is how many fields are made room for at once: 16 kB of them.
const fieldsAtOnce = 256

// isEntry reports whether a template of a flattened text begins its line, as entries of a list of sources do, or
// stands in a section of such lists.
func (c *refCollector) isEntry(n Node) bool {
	src := c.tree.Source()
	i := n.Start()
	for i > 0 && (src[i-1] == ' ' || src[i-1] == '\t') {
		i--
	}
	if i > 1 && src[i-1] == '-' && src[i-2] == '\n' || i == 0 || src[i-1] == '\n' || src[i-1] == '*' {
		return true
	}
	s := sectionAt(c.article, n.Start())
	return s < len(c.article.Sections) && c.article.Sections[s].EndMatter
}

// short handles a short note. Those that print in place have the number of the <ref> they stand in; in a flattened
// text, where the <ref> is gone, {{harvnb}} stands for one.
func (c *refCollector) short(t Template, v sinosoviet.Template, kind cs1.TemplateKind) {
	notes := cs1.ShortNotes(v)
	note := -1
	own := kind == cs1.Sfn || kind == cs1.Sfnm
	switch {
	case own && c.inside(scopeRef) == nil:
		name := shortPrefix
		for i := range notes {
			name += notes[i].Key + "\x00" + notes[i].Citation.Pages + "\x00"
		}
		note = c.namedNote("", name, t.Span())
		c.notes[note].defined = true
		c.use(note)
	case kind == cs1.Inline && c.tree.IsFlattened() && c.inside(scopeRef, scopeNote) == nil && !c.isEntry(t.Node) && strings.HasSuffix(strings.ToLower(t.Name()), "nb"):
		note = c.newNote("", "", t.Span())
		c.notes[note].defined = true
		c.use(note)
	}
	for i := range notes {
		f := c.next()
		f.Citation, f.note, f.short = notes[i].Citation, note, &notes[i]
		j := c.added()
		if note >= 0 && own {
			c.found[j].mark = t.Start()
		}
		c.marked(j, t.End())
	}
}

// pages handles {{rp}}: it pages the mark that directly precedes it.
func (c *refCollector) pages(t Template, v sinosoviet.Template) {
	i := c.add(found{Citation: cs1.PageNote(v), note: -1})
	c.found[i].note = -1
	if c.last >= 0 && c.lastEnd <= t.Start() && onlyBlank(c.tree.Source()[c.lastEnd:t.Start()]) {
		c.found[i].follows = c.last
		c.lastEnd = t.End()
		return
	}
	c.marked(-1, 0)
}

// onlyBlank reports whether s has nothing but blanks and comments.
func onlyBlank(s string) bool {
	for {
		s = strings.TrimLeft(s, " \t\n")
		if s == "" {
			return true
		}
		if !strings.HasPrefix(s, "<!--") {
			return false
		}
		i := strings.Index(s, "-->")
		if i < 0 {
			return true
		}
		s = s[i+3:]
	}
}

// itemText is the text of an entry without its list mark.
func itemText(src string, sp sinosoviet.Span) sinosoviet.Span {
	for sp.Start < sp.End && strings.IndexByte("*#:;- \t\n", src[sp.Start]) >= 0 {
		sp.Start++
	}
	for sp.End > sp.Start && strings.IndexByte(" \t\r\n", src[sp.End-1]) >= 0 {
		sp.End--
	}
	return sp
}

// minEntry is the confidence from which an item of a list of sources is a citation.
const minEntry = 0.5

// bibliography takes the entries of end sections that are citations in plain words.
func (c *refCollector) bibliography() {
	a := c.article
	src := c.tree.Source()
	k := 0
	taken := c.starts[:0] // where citations start, in order
	for i := range c.found {
		taken = append(taken, c.found[i].Span.Start)
	}
	slices.Sort(taken)
	c.starts = taken
	for i := range a.Blocks {
		b := &a.Blocks[i]
		if b.Kind != sinosoviet.BlockItem && b.Kind != sinosoviet.BlockParagraph || b.Section >= len(a.Sections) || !a.Sections[b.Section].EndMatter {
			continue
		}
		sp := itemText(src, b.Span)
		for k < len(taken) && taken[k] < sp.Start {
			k++
		}
		if k < len(taken) && taken[k] < sp.End || sp.Len() < 20 || sp.Len() > 2000 {
			continue
		}
		f := c.next()
		cs1.ReadPlain(&f.Citation, src[sp.Start:sp.End])
		if f.Confidence < minEntry || len(f.People) == 0 {
			c.found[len(c.found)-1] = found{}
			c.found = c.found[:len(c.found)-1]
			continue
		}
		f.Span, f.entry = sp, true
		c.added()
	}
}

// sort puts the citations in source order and gives them their ids.
func (c *refCollector) sort() {
	ordered := true
	for i := 1; i < len(c.found) && ordered; i++ {
		ordered = c.compare(i-1, i) <= 0
	}
	if !ordered {
		c.reorder()
	}
	c.identify()
}

// identify gives the citations their ids: "c1", "c2" … in source order. They are parts of one string.
func (c *refCollector) identify() {
	var buf []byte
	ends := c.starts[:0]
	for i := range c.found {
		buf = strconv.AppendInt(append(buf, 'c'), int64(i+1), 10)
		ends = append(ends, len(buf))
	}
	all, start := string(buf), 0
	for i, end := range ends {
		c.found[i].ID = all[start:end]
		start = end
	}
	c.starts = ends
}

// reorder puts citations that are out of order into it.
func (c *refCollector) reorder() {
	order := make([]int, len(c.found))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, c.compare)
	at := make([]int, len(c.found)) // where each came to stand
	for i, o := range order {
		at[o] = i
	}
	for i := range c.found {
		if f := c.found[i].follows; f >= 0 {
			c.found[i].follows = at[f]
		}
	}
	for i := range order { // each cycle of the permutation in turn
		if order[i] == i {
			continue
		}
		first, to := c.found[i], i
		for order[to] != i {
			from := order[to]
			c.found[to], order[to] = c.found[from], to
			to = from
		}
		c.found[to], order[to] = first, to
	}
}

// compare orders two citations by their place in the source, the longer first where both begin at one.
func (c *refCollector) compare(i, j int) int {
	a, b := c.found[i].Span, c.found[j].Span
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return b.End - a.End
}

// place tells where in the readable text each mark stands, and in which section.
func (c *refCollector) place() {
	a := c.article
	block, section := 0, 0
	for i := range c.found {
		f := &c.found[i]
		for section+1 < len(a.Sections) && a.Sections[section+1].Span.Start <= f.Span.Start {
			section++
		}
		f.Section = section
		at := a.Text.Offset(f.mark)
		for block > 0 && block < len(a.Blocks) && a.Blocks[block].Span.Start > f.mark {
			block--
		}
		for block < len(a.Blocks) && a.Blocks[block].Span.End < f.mark {
			block++
		}
		if block < len(a.Blocks) {
			if b := &a.Blocks[block]; b.Span.Start <= f.mark {
				at = min(max(at, b.TextSpan.Start), b.TextSpan.End)
			}
		}
		f.TextAt = at
	}
}
