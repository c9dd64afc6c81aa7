package parse_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
)

// views prints what the typed views say of every node, a line each.
func views(src string) (lines []string) {
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	for n := range parse.TreeOf(src).All() {
		if h, ok := n.Heading(); ok {
			add("heading %d %q", h.Level(), src[h.TextSpan().Start:h.TextSpan().End])
		}
		if f, ok := n.File(); ok {
			add("file %q of %q gallery=%t inline=%t caption=%t", f.Name(), f.Target(), f.InGallery(), f.IsInline(), f.ShowsCaption())
			for o := range f.Options() {
				add("option %q=%q at %q", o.Name, o.Value, src[o.Span.Start:o.Span.End])
			}
			if c, ok := f.Caption(); ok {
				add("caption %q", c.Source())
			}
		} else if l, ok := n.Link(); ok {
			trail := l.Trail()
			add("%s %q page %q fragment %q colon=%t shown %q trail %q", l.LinkKind(), l.Target(), l.Page(), l.Fragment(), l.HasColon(),
				src[l.ShownSpan().Start:l.ShownSpan().End], src[trail.Start:trail.End])
		}
		if e, ok := n.External(); ok {
			text, _ := e.TextNode()
			add("external %q text %q bare=%t", e.Address(), text.Source(), e.IsBare())
		}
		if g, ok := n.Tag(); ok {
			line := fmt.Sprintf("tag %q extension=%t self-closing=%t closed=%t raw %q", g.Name(), g.IsExtension(), g.IsSelfClosing(), g.IsClosed(), src[g.Raw().Start:g.Raw().End])
			for a := range g.Attributes() {
				line += fmt.Sprintf(" %s=%q", a.Name, a.Value)
			}
			add("%s", line)
		}
		if l, ok := n.List(); ok {
			var items []string
			for it := range l.Items() {
				items = append(items, fmt.Sprint(it.Kind(), " ", it.Depth()))
			}
			add("list %c: %s", l.Sign(), strings.Join(items, ", "))
		}
		if tb, ok := n.Table(); ok {
			for a := range tb.Attributes() {
				add("table %s=%q", a.Name, a.Value)
			}
			if c, ok := tb.Caption(); ok {
				add("table caption %q", c.Source())
			}
			for r := range tb.Rows() {
				for c := range r.Cells() {
					line := fmt.Sprintf("cell header=%t %q", c.IsHeader(), src[c.Content().Start:c.Content().End])
					for a := range c.Attributes() {
						line += fmt.Sprintf(" %s=%q", a.Name, a.Value)
					}
					add("%s", line)
				}
				for a := range r.Attributes() {
					add("row %s=%q", a.Name, a.Value)
				}
			}
		}
		if tpl, ok := n.Template(); ok {
			add("template%s %q depth %d", tpl.Is(), tpl.Name(), tpl.Depth())
			for a := range tpl.Args() {
				add("arg %q=%q positional=%t", a.Name, a.Value(), a.IsPositional)
			}
		}
		if p, ok := n.Parameter(); ok {
			value, has := p.Default()
			add("parameter %q default %q %t", p.Name(), value.Source(), has)
		}
	}
	return lines
}

func TestViews(t *testing.T) {
	tests := []struct {
		src  string
		want []string
	}{
		{"=== a ==", []string{`heading 2 "= a"`}},
		{"[[File:a_b.jpg|thumb|upright=1.2|200x100px|alt=x|''c'' d]]", []string{
			`file "a b.jpg" of "File:a b.jpg" gallery=false inline=false caption=true`,
			`option "thumb"="" at ""`, `option "upright"="1.2" at "1.2"`, `option "width"="200x100" at "200x100"`, `option "alt"="x" at "x"`, `option ""="" at "''c'' d"`,
			`caption "''c'' d"`}},
		{"[[File:a.jpg|20px|b]]", []string{`file "a.jpg" of "File:a.jpg" gallery=false inline=true caption=false`, `option "width"="20" at "20"`, `option ""="" at "b"`, `caption "b"`}},
		{"[[:Category:a_b#c d|e]]s", []string{`page "Category:a b#c d" page "Category:a b" fragment "c d" colon=true shown "e" trail "s"`}},
		{"[[Category:a|b]]c", []string{`category "Category:a" page "Category:a" fragment "" colon=false shown "b" trail ""`}},
		{"[[ a <!-- x --> &amp; b ]]", []string{`page "a & b" page "a & b" fragment "" colon=false shown "a <!-- x --> &amp; b" trail ""`}},
		{"[http://a/?b&amp;c d] http://e", []string{`external "http://a/?b&c" text "d" bare=false`, `external "http://e" text "" bare=true`}},
		{`<ref name="a b" group=c follow='d'>e</ref><br/><b>`, []string{
			`tag "ref" extension=true self-closing=false closed=true raw "e" name="a b" group="c" follow="d"`,
			`tag "br" extension=false self-closing=true closed=true raw ""`, `tag "b" extension=false self-closing=false closed=false raw ""`}},
		{"<span\nstyle=\"a\" id=b checked>c</span>", []string{`tag "span" extension=false self-closing=false closed=true raw "c" style="a" id="b" checked=""`}},
		{";a:b\n:c\n#d", []string{"list :: term 1, description 1, description 1", "list #: item 1"}},
		{"{| class=a\n|+ b\n|- style='c'\n! d !! e\n|\n|colspan=2| f\n|}", []string{
			`table class="a"`, `table caption "|+ b"`, `cell header=true " d "`, `cell header=true " e"`, `cell header=false ""`, `cell header=false " f" colspan="2"`, `row style="c"`}},
		{"{{ a <!-- b --> | c = d |e|f{{g}}=h|{{i}}}}", []string{`template "a" depth 0`, `arg "c"="d" positional=false`, `arg "1"="e" positional=true`,
			`arg "f{{g}}"="h" positional=false`, `arg "2"="{{i}}" positional=true`, `template "g" depth 1`, `template "i" depth 1`}},
		{"{{#if: a | b=c }}{{!}}{{lc:x}}{{PAGENAME}}{{Help:x}}", []string{`templatefunction "#if" depth 0`, `arg "1"=" a " positional=true`, `arg "2"=" b=c " positional=true`,
			`templatevariable "!" depth 0`, `templatefunction "lc" depth 0`, `arg "1"="x" positional=true`, `templatevariable "PAGENAME" depth 0`, `template "Help:x" depth 0`}},
		{"{{{a|b{{c}}}}}{{{d}}}", []string{`parameter "a" default "b{{c}}" true`, `template "c" depth 0`, `parameter "d" default "" false`}},
	}
	for _, tt := range tests {
		if d := cmp.Diff(tt.want, views(tt.src)); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.src, d)
		}
	}
}

// TestViewsOfOthers finds that views of other kinds, and of no node, are refused and harmless.
func TestViewsOfOthers(t *testing.T) {
	var none parse.Node
	for _, n := range []parse.Node{none, parse.TreeOf("a").Root()} {
		_, link := n.Link()
		_, file := n.File()
		_, external := n.External()
		_, tag := n.Tag()
		_, heading := n.Heading()
		_, list := n.List()
		_, item := n.ListItem()
		_, table := n.Table()
		_, row := n.Row()
		_, cell := n.Cell()
		_, template := n.Template()
		_, parameter := n.Parameter()
		if link || file || external || tag || heading || list || item || table || row || cell || template || parameter {
			t.Errorf("%s has a view", n.Kind())
		}
	}
	if none.Kind() != parse.KindNone || none.Span() != (sinosoviet.Span{}) || none.Source() != "" || none.Inner() != (sinosoviet.Span{}) || !none.IsZero() || !none.IsLeaf() {
		t.Error("the zero Node is not empty")
	}
	for range none.Preorder() {
		t.Error("the zero Node holds something")
	}
	if _, ok := none.Next(); ok {
		t.Error("the zero Node has a sibling")
	}
	if n := parse.TreeOf("a").At(sinosoviet.Span{Start: 0, End: 9}); !n.IsZero() {
		t.Error("At finds what is outside")
	}
}
