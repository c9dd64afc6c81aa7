package parse

import (
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
)

// Limits of what an article lists, so that nested input gives output linear in its size.
const (
	maxListedDepth = 40      // templates deeper than this are not listed
	maxValue       = 100_000 // bytes of an argument's value that are listed
	maxBoxDepth    = 3       // infoboxes inside infoboxes
	maxFileDepth   = 4       // files inside the captions of files
)

// CodeTooDeep is reported for templates that stand in more than 40 others: they and what is in them are not listed.
const CodeTooDeep sinosoviet.Code = "too-deep"

// collector lists in one walk over the tree what an article has besides its text: links, templates, images and what
// templates tell (names, notices, boxes, coordinates, sort key).
type collector struct {
	p     *Parser
	t     *Tree
	a     *sinosoviet.Article
	open  []int32               // for each template that is open, the node behind it
	files []int32               // the same for files
	boxes []int32               // the same for infoboxes
	roles map[string]role       // of the names met so far, in these and other articles
	args  []sinosoviet.Argument // room for the arguments of all templates
	notes []int32               // indexes of Templates that are notices
	links []int32               // for each of notes, the number of links before it
}

// articleCollectors keeps the working memory of articles for the next ones.
var articleCollectors = sync.Pool{New: func() any { return &collector{roles: map[string]role{}} }}

// release gives the memory back, emptied but for the roles of names, unless a hostile input made it huge.
func (c *collector) release() {
	if max(cap(c.open), cap(c.files), cap(c.boxes), cap(c.notes)) > maxKeptContexts<<4 {
		return
	}
	if len(c.roles) >= maxNames {
		clear(c.roles)
	}
	*c = collector{open: c.open[:0], files: c.files[:0], boxes: c.boxes[:0], notes: c.notes[:0], links: c.links[:0], roles: c.roles}
	articleCollectors.Put(c)
}

func (c *collector) run() {
	c.size()
	for _, i := range c.t.census.nodes {
		c.open, c.files, c.boxes = closed(c.open, i), closed(c.files, i), closed(c.boxes, i)
		switch k := c.t.nodes[i].kind; k {
		case KindTemplate:
			c.template(Template{Node{c.t, i}})
		case KindLink, KindFile, KindCategory, KindLanguage, KindInterwiki:
			c.link(Link{Node{c.t, i}})
		case KindExternal:
			c.external(External{Node{c.t, i}})
		case KindRedirect:
			c.redirect(Node{c.t, i})
		}
	}
	c.notices()
}

// size makes room for what is listed.
func (c *collector) size() {
	n := &c.t.census
	if n.links > 0 {
		c.a.Links = make([]sinosoviet.Link, 0, n.links)
	}
	if n.templates > 0 {
		c.a.Templates = make([]sinosoviet.Template, 0, n.templates)
		c.args = make([]sinosoviet.Argument, 0, n.arguments+n.templates/16)
	}
}

// closed drops from a stack of ends those that lie at or before node i.
func closed(stack []int32, i int32) []int32 {
	for n := len(stack); n > 0 && stack[n-1] <= i; n-- {
		stack = stack[:n-1]
	}
	return stack
}

func (c *collector) redirect(n Node) {
	for l := range n.Links() {
		c.a.Redirect = l.Target()
		return
	}
}

// template lists a template and takes from it what it tells.
func (c *collector) template(t Template) {
	depth := len(c.open)
	next := t.data().next
	c.open = append(c.open, next)
	if depth > maxListedDepth {
		if depth == maxListedDepth+1 {
			c.a.Diagnostics.Add(sinosoviet.Diagnostic{Code: CodeTooDeep, Severity: sinosoviet.SeverityWarning,
				Span: sinosoviet.Span{Start: t.Start(), End: min(t.Start()+2, t.End())}, Message: fmt.Sprintf("template inside more than %d others is not listed", maxListedDepth)})
		}
		return
	}
	text := t.nameText()
	name := nameIn(t.tree.src, text)
	v := sinosoviet.Template{Name: t.tree.src[name.Start:name.End], Kind: t.is(t.tree.src[text.Start:text.End]).String(), Depth: depth, Span: t.Span()}
	v.Args = c.arguments(t)
	c.a.Templates = append(c.a.Templates, v)
	if v.Kind == "function" {
		c.function(&v)
		return
	}
	if v.Kind == "" {
		c.known(t, &v)
	}
}

// arguments lists the arguments of a template. Those of all templates stand in one array.
func (c *collector) arguments(t Template) []sinosoviet.Argument {
	from := len(c.args)
	for arg := range t.Args() {
		sp := arg.Span
		if !arg.IsPositional {
			sp = arg.ValueSpan()
		}
		a := sinosoviet.Argument{Name: arg.Name, Value: t.tree.src[sp.Start:sp.End], Span: sp}
		if len(a.Value) > maxValue {
			a.Value, a.Cut = cutValue(a.Value), true
		}
		c.args = append(c.args, a)
	}
	if from == len(c.args) {
		return nil
	}
	return c.args[from:len(c.args):len(c.args)]
}

// cutValue is the first maxValue bytes of a value, fewer so as not to cut a character.
func cutValue(v string) string {
	n := maxValue
	for n > maxValue-utf8.UTFMax && !utf8.RuneStart(v[n]) {
		n--
	}
	return v[:n]
}

// function takes the default sort key.
func (c *collector) function(v *sinosoviet.Template) {
	if len(v.Args) == 0 || len(v.Name) < 11 {
		return
	}
	switch strings.ToLower(v.Name) {
	case "defaultsort", "defaultsortkey", "defaultcategorysort":
		c.a.SortKey = strings.TrimSpace(v.Args[0].Value)
	}
}

// role is what a template tells, by its name.
type role struct {
	notice, box, files, place bool
	form                      nameForm
	lang                      string // of formXX
}

// roleOf looks a name up in the tables, once for many articles.
func (c *collector) roleOf(name string) role {
	if r, ok := c.roles[name]; ok {
		return r
	}
	key := templateKey(name)
	kind, _ := noticeOf(key)
	r := role{notice: kind != "", box: isInfobox(key), place: isCoordinates(key)}
	r.files = r.box || showsFiles(key)
	r.form, r.lang = nameFormOf(key)
	r.lang = strings.Clone(r.lang) // the key may be a part of the source, which must not be kept
	if len(c.roles) < maxNames {
		c.roles[strings.Clone(name)] = r
	}
	return r
}

// known takes what the templates in the tables tell.
func (c *collector) known(t Template, v *sinosoviet.Template) {
	r := c.roleOf(v.Name)
	if r.notice {
		c.notes = append(c.notes, int32(len(c.a.Templates)-1))
		c.links = append(c.links, int32(len(c.a.Links)))
		return
	}
	if r.form != formNone {
		c.names(t, r.form, r.lang)
	}
	if r.box && len(c.boxes) < maxBoxDepth {
		c.boxes = append(c.boxes, t.data().next)
		c.infobox(t, v)
	}
	if r.files {
		c.boxImages(t)
	}
	co, ok := sinosoviet.Coordinates{}, false
	switch {
	case r.place:
		co, ok = coord(v)
	case r.box:
		co, ok = boxCoordinates(v)
	}
	if ok {
		c.a.Coordinates = append(c.a.Coordinates, co)
	}
}

// notices makes the notices, once all links are known.
func (c *collector) notices() {
	for i, at := range c.notes {
		if n, ok := notice(&c.a.Templates[at], c.a.Links[c.links[i]:]); ok {
			c.a.Notices = append(c.a.Notices, n)
		}
	}
}

// link lists a link in double brackets.
func (c *collector) link(l Link) {
	v := sinosoviet.Link{Kind: l.LinkKind(), Span: l.Span()}
	if v.Target = l.TargetNode().Source(); !isCleanTarget(v.Target) {
		v.Target = l.Target()
	}
	if v.Kind == sinosoviet.LinkFile {
		if len(c.files) < maxFileDepth {
			v.Text = c.image(File(l))
		}
		c.files = append(c.files, l.data().next)
		c.a.Links = append(c.a.Links, v)
		return
	}
	if n, ok := l.TextNode(); ok {
		v.Text = c.plain(n)
	} else if v.Kind == sinosoviet.LinkPage || v.Kind == sinosoviet.LinkInterwiki {
		v.Text = c.plain(l.TargetNode())
		if l.HasColon() {
			v.Text = strings.TrimPrefix(v.Text, ":")
		}
	}
	if v.Kind == sinosoviet.LinkPage || v.Kind == sinosoviet.LinkInterwiki {
		if n := c.t.site.trail(c.t.src[v.Span.End:]); n > 0 {
			v.Text += c.t.src[v.Span.End : v.Span.End+n]
		}
	}
	c.a.Links = append(c.a.Links, v)
}

// isCleanTarget reports a target that is written as it is listed: most are.
func isCleanTarget(s string) bool {
	if s == "" || s[0] == ':' || s[0] == ' ' || s[len(s)-1] == ' ' {
		return false
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ' || c == '<' || c == '&' || c == '_' || c == 0xC2 || c == 0xE2 || c == 0xE3:
			return false // 0xC2, 0xE2 and 0xE3 begin the blanks beyond ASCII
		case c == ' ' && s[i-1] == ' ':
			return false
		}
	}
	return true
}

// external lists an external link.
func (c *collector) external(e External) {
	v := sinosoviet.Link{Kind: sinosoviet.LinkExternal, Target: e.Address(), Span: e.Span()}
	if n, ok := e.TextNode(); ok {
		v.Text = c.plain(n)
	} else if e.IsBare() {
		v.Text = e.Source()
	}
	c.a.Links = append(c.a.Links, v)
}

// plain is the readable text of a node, without blanks around it. A node that is nothing but text costs nothing.
func (c *collector) plain(n Node) string {
	if only, ok := n.FirstChild(); ok && only.Kind() == KindText && only.data().next == n.data().next {
		if s := strings.TrimSpace(only.Source()); !strings.ContainsAny(s, "\n") {
			return s
		}
	}
	return strings.TrimSpace(c.p.Text(n).String())
}

// image lists a file that is shown, and returns its caption.
func (c *collector) image(f File) string {
	v := sinosoviet.Image{File: f.Name(), Span: f.Span()}
	var caption Node
	for o := range f.Options() {
		switch o.Name {
		case "":
			caption = o.Node
		case "left", "right", "center", "none":
			setOption(&v, "align", o.Name)
		default:
			setOption(&v, o.Name, o.Value)
		}
	}
	if !caption.IsZero() {
		v.Caption = trimText(c.p.Text(caption))
	}
	c.a.Images = append(c.a.Images, v)
	return v.Caption.String()
}

func setOption(v *sinosoviet.Image, name, value string) {
	if v.Options == nil {
		v.Options = make(map[string]string, 4)
	}
	v.Options[name] = value
}

// trimText is a text without blanks at its ends.
func trimText(t sinosoviet.Text) sinosoviet.Text {
	s := t.String()
	left := strings.TrimLeft(s, " \t\r\n")
	right := strings.TrimRight(left, " \t\r\n")
	if len(right) == len(s) {
		return t
	}
	start := len(s) - len(left)
	return t.Slice(start, start+len(right))
}
