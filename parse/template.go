package parse

import (
	"iter"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// TemplateKind tells what stands between double braces.
type TemplateKind uint8

// The kinds of templates.
const (
	TemplatePage     TemplateKind = iota // {{name|…}}: a page that is included
	TemplateFunction                     // {{#if:…}}, {{lc:…}}, {{DEFAULTSORT:…}}: a parser function
	TemplateVariable                     // {{!}}, {{PAGENAME}}: a variable or magic word
)

// String is "" for a template, "function" or "variable".
func (k TemplateKind) String() string { return [...]string{"", "function", "variable"}[min(k, 2)] }

// Template is the view of a {{…}}.
type Template struct{ Node }

// Template is the view of a node of kind [KindTemplate]; ok is false for other kinds.
func (n Node) Template() (t Template, ok bool) {
	if n.Kind() != KindTemplate {
		return Template{}, false
	}
	return Template{n}, true
}

// Templates yields the templates at or below the node, nested ones too, in order of start.
func (n Node) Templates() iter.Seq[Template] {
	return func(yield func(Template) bool) {
		for m := range n.Preorder() {
			if m.Kind() == KindTemplate && !yield(Template{m}) {
				return
			}
		}
	}
}

// NameNode is the node of the name; for a parser function it holds the first argument too.
func (t Template) NameNode() Node {
	n, _ := t.Child(KindName)
	return n
}

// Name is the trimmed name as written, without comments; for a parser function what stands before the
// colon, such as "#if".
func (t Template) Name() string {
	sp := t.NameSpan()
	return t.tree.src[sp.Start:sp.End]
}

// NameSpan is the span of Name.
func (t Template) NameSpan() sinosoviet.Span {
	return nameIn(t.tree.src, t.nameText())
}

// nameIn is the name in the text before the first bar.
func nameIn(src string, text sinosoviet.Span) sinosoviet.Span {
	if i := functionIn(src[text.Start:text.End]); i >= 0 {
		text.End = text.Start + i
		return trimSpan(src, text)
	}
	return text
}

// nameText is the span of the name without blanks and comments around it.
func (t Template) nameText() sinosoviet.Span {
	n := t.NameNode()
	sp := n.Span()
	sp = trimSpan(t.tree.src, sp)
	for c := range n.Children() {
		if c.Kind() != KindComment {
			continue
		}
		switch {
		case strings.TrimSpace(t.tree.src[sp.Start:max(sp.Start, c.Start())]) == "":
			sp.Start = max(sp.Start, c.End())
		case strings.TrimSpace(t.tree.src[min(c.End(), sp.End):sp.End]) == "":
			sp.End = min(sp.End, c.Start())
		}
	}
	return trimSpan(t.tree.src, sp)
}

// function is the length of a parser function's name within the trimmed name part, or -1.
func (t Template) function() int {
	sp := t.nameText()
	return functionIn(t.tree.src[sp.Start:sp.End])
}

func functionIn(name string) int {
	i := strings.IndexByte(name, ':')
	if i <= 0 {
		return -1
	}
	if word := strings.TrimSpace(name[:i]); strings.HasPrefix(word, "#") || functionWords[strings.ToLower(word)] {
		return i
	}
	return -1
}

// Is tells template, parser function and variable apart.
func (t Template) Is() TemplateKind {
	sp := t.nameText()
	return t.is(t.tree.src[sp.Start:sp.End])
}

func (t Template) is(name string) TemplateKind {
	if functionIn(name) >= 0 {
		return TemplateFunction
	}
	if name != "" && (name[len(name)-1] < 'a' || name[len(name)-1] > 'z') && variableWords[name] { // none ends in a small letter
		if _, args := t.Child(KindArgument); !args {
			return TemplateVariable
		}
	}
	return TemplatePage
}

// Arg is an argument of a template.
type Arg struct {
	Node         Node            // the [KindArgument] node; for a function's first argument its [KindName] node
	Name         string          // trimmed; "1", "2", … for positional ones
	NameSpan     sinosoviet.Span // of the trimmed name; zero for positional ones
	Span         sinosoviet.Span // of the value as written
	ValueNode    Node            // the [KindValue] node
	IsPositional bool
}

// ValueSpan is the span of the value without blanks around it.
func (a Arg) ValueSpan() sinosoviet.Span { return trimSpan(a.Node.tree.src, a.Span) }

// Value is the value's source: trimmed when named, verbatim when positional, as MediaWiki passes it.
func (a Arg) Value() string {
	if a.Node.tree == nil {
		return ""
	}
	sp := a.Span
	if !a.IsPositional {
		sp = trimSpan(a.Node.tree.src, sp)
	}
	return a.Node.tree.src[sp.Start:sp.End]
}

// Args yields the arguments in order. Positional ones are named "1", "2", … in order. A parser function's arguments are all positional,
// the first is what follows its colon.
func (t Template) Args() iter.Seq[Arg] {
	return func(yield func(Arg) bool) {
		if t.tree == nil {
			return
		}
		position := 0
		function := t.function()
		if function >= 0 {
			n := t.NameNode()
			position++
			sp := t.nameText()
			sp.Start, sp.End = sp.Start+function+1, n.End()
			if !yield(Arg{Node: n, Name: "1", Span: sp, ValueNode: n, IsPositional: true}) {
				return
			}
		}
		for n := range t.Children() {
			if n.Kind() != KindArgument {
				continue
			}
			a := Arg{Node: n}
			a.ValueNode, _ = n.Child(KindValue)
			a.Span = a.ValueNode.Span()
			if name, ok := n.Child(KindArgName); ok && function < 0 {
				a.NameSpan = trimSpan(t.tree.src, name.Span())
				a.Name = t.tree.src[a.NameSpan.Start:a.NameSpan.End]
			} else {
				if ok {
					a.Span.Start = name.Start()
				}
				position++
				a.Name, a.IsPositional = itoa(position), true
			}
			if !yield(a) {
				return
			}
		}
	}
}

// Arg is the last argument with the name, which is the one MediaWiki takes.
func (t Template) Arg(name string) (arg Arg, ok bool) {
	for a := range t.Args() {
		if a.Name == name {
			arg, ok = a, true
		}
	}
	return arg, ok
}

// Depth is how many templates the template stands in.
func (t Template) Depth() int {
	n := 0
	for a := range t.Ancestors() {
		if a.Kind() == KindTemplate {
			n++
		}
	}
	return n
}

// Parameter is the view of a {{{…}}}.
type Parameter struct{ Node }

// Parameter is the view of a node of kind [KindParameter]; ok is false for other kinds.
func (n Node) Parameter() (p Parameter, ok bool) {
	if n.Kind() != KindParameter {
		return Parameter{}, false
	}
	return Parameter{n}, true
}

// Name is the trimmed name.
func (p Parameter) Name() string {
	n, _ := p.Child(KindName)
	return strings.TrimSpace(n.Source())
}

// Default is the node of the value it has when the argument is missing; ok is false when there is none.
func (p Parameter) Default() (value Node, ok bool) {
	a, ok := p.Child(KindArgument)
	if !ok {
		return Node{}, false
	}
	return a.Child(KindValue)
}

// trimSpan is sp without blanks and line breaks at its ends.
func trimSpan(src string, sp sinosoviet.Span) sinosoviet.Span {
	for sp.Start < sp.End && isBlank(src[sp.Start]) {
		sp.Start++
	}
	for sp.End > sp.Start && isBlank(src[sp.End-1]) {
		sp.End--
	}
	return sp
}

func isBlank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\v' || c == 0
}

var digits = [...]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"}

func itoa(n int) string {
	if n < len(digits) {
		return digits[n]
	}
	var buf [20]byte
	i := len(buf)
	for ; n > 0; n /= 10 {
		i--
		buf[i] = byte('0' + n%10)
	}
	return string(buf[i:])
}

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// functionWords are the parser functions that are written without "#" (MediaWiki's core, CoreParserFunctions), in lower case.
var functionWords = wordSet(`int ns nse urlencode lcfirst ucfirst lc uc localurl localurle fullurl fullurle canonicalurl canonicalurle
	formatnum grammar gender plural bidi numberingroup numingroup language padleft padright anchorencode defaultsort defaultsortkey
	defaultcategorysort displaytitle filepath pagesincategory pagesincat pagesize protectionlevel protectionexpiry tag special speciale
	pagename pagenamee fullpagename fullpagenamee subpagename subpagenamee rootpagename rootpagenamee basepagename basepagenamee
	talkpagename talkpagenamee subjectpagename subjectpagenamee articlepagename namespace namespacee namespacenumber talkspace subjectspace
	revisionid revisionday revisionday2 revisionmonth revisionyear revisiontimestamp revisionuser cascadingsources
	numberofpages numberofusers numberofarticles numberoffiles numberofadmins numberofedits numberofactiveusers
	subst safesubst msg msgnw raw pageid`)

// variableWords are the variables and magic words of MediaWiki's core; they are told by exact case.
var variableWords = wordSet(`! = CURRENTYEAR CURRENTMONTH CURRENTMONTH1 CURRENTMONTH2 CURRENTMONTHNAME CURRENTMONTHNAMEGEN CURRENTMONTHABBREV CURRENTDAY CURRENTDAY2
	CURRENTDOW CURRENTDAYNAME CURRENTTIME CURRENTHOUR CURRENTWEEK CURRENTTIMESTAMP LOCALYEAR LOCALMONTH LOCALMONTH1 LOCALMONTH2 LOCALMONTHNAME
	LOCALMONTHNAMEGEN LOCALMONTHABBREV LOCALDAY LOCALDAY2 LOCALDOW LOCALDAYNAME LOCALTIME LOCALHOUR LOCALWEEK LOCALTIMESTAMP
	SITENAME SERVER SERVERNAME DIRMARK DIRECTIONMARK SCRIPTPATH STYLEPATH CURRENTVERSION CONTENTLANGUAGE CONTENTLANG PAGELANGUAGE
	PAGENAME PAGENAMEE FULLPAGENAME FULLPAGENAMEE SUBPAGENAME SUBPAGENAMEE ROOTPAGENAME ROOTPAGENAMEE BASEPAGENAME BASEPAGENAMEE TALKPAGENAME TALKPAGENAMEE
	SUBJECTPAGENAME SUBJECTPAGENAMEE ARTICLEPAGENAME ARTICLEPAGENAMEE NAMESPACE NAMESPACEE NAMESPACENUMBER TALKSPACE TALKSPACEE SUBJECTSPACE SUBJECTSPACEE
	ARTICLESPACE ARTICLESPACEE PAGEID REVISIONID REVISIONDAY REVISIONDAY2 REVISIONMONTH REVISIONMONTH1 REVISIONYEAR REVISIONTIMESTAMP REVISIONUSER REVISIONSIZE
	NUMBEROFPAGES NUMBEROFARTICLES NUMBEROFFILES NUMBEROFEDITS NUMBEROFUSERS NUMBEROFADMINS NUMBEROFACTIVEUSERS CASCADINGSOURCES`)
