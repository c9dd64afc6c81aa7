package parse_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
)

func firstTemplate(t testing.TB, src string) parse.Template {
	t.Helper()
	for tpl := range parse.TreeOf(src).Root().Templates() {
		return tpl
	}
	t.Fatalf("no template in %q", src)
	return parse.Template{}
}

func TestSetArg(t *testing.T) {
	tests := []struct{ src, name, value, want string }{
		{"x {{a|b=c|d}} y", "b", "new", "x {{a|b=new|d}} y"},
		{"{{a| b = c <!-- d -->\n|e=f}}", "b", "new", "{{a| b = new\n|e=f}}"},
		{"{{a|one|two}}", "2", "new", "{{a|one|new}}"},
		{"{{a|one|two}}", "2", "x=y", "{{a|one|2=x=y}}"},
		{"{{a|b=1|b=2}}", "b", "3", "{{a|b=1|b=3}}"},
		{"{{a|b=}}", "b", "new", "{{a|b=new}}"},
		{"{{a\n| b = \n| c = d\n}}", "b", "new", "{{a\n| b = new\n| c = d\n}}"},
		{"{{a\n| b = c\n}}", "d", "new", "{{a\n| b = c\n| d = new\n}}"},
		{"{{a|b=c}}", "d", "new", "{{a|b=c|d=new}}"},
		{"{{a}}", "d", "new", "{{a|d=new}}"},
	}
	for _, tt := range tests {
		var e parse.Edits
		e.SetArg(firstTemplate(t, tt.src), tt.name, tt.value)
		got, err := e.Apply(tt.src)
		if err != nil || got != tt.want {
			t.Errorf("%q: set %s: got %q, %v; want %q", tt.src, tt.name, got, err, tt.want)
			continue
		}
		if a, ok := firstTemplate(t, got).Arg(tt.name); !ok || strings.TrimSpace(a.Value()) != tt.value {
			t.Errorf("%q: read back %q", got, a.Value())
		}
	}
}

func TestEdits(t *testing.T) {
	src := "a [[b]] c {{d|e|f=g}} h"
	tree := parse.TreeOf(src)
	var none parse.Edits
	if got, err := none.Apply(src); got != src || err != nil {
		t.Errorf("no edit: %q, %v", got, err)
	}
	var e parse.Edits
	for l := range tree.Root().Links() {
		e.InsertAfter(l.Node, "s")
		e.Replace(l.Node, "[[x]]")
		e.InsertBefore(l.Node, "the ")
		e.InsertBefore(l.Node, "old ")
	}
	for tpl := range tree.Root().Templates() {
		e.DeleteArg(tpl, "1")
	}
	if n := e.Len(); n != 5 || none.Len() != 0 {
		t.Errorf("%d edits, and %d of none", n, none.Len())
	}
	if got, err := e.Apply(src); err != nil || got != "a the old [[x]]s c {{d|f=g}} h" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestEditsOverlap(t *testing.T) {
	var e parse.Edits
	e.ReplaceSpan(sinosoviet.Span{Start: 1, End: 4}, "x")
	e.ReplaceSpan(sinosoviet.Span{Start: 3, End: 5}, "y")
	_, err := e.Apply("abcdefgh")
	var edit *parse.EditError
	if !errors.As(err, &edit) || edit.Other != (sinosoviet.Span{Start: 1, End: 4}) {
		t.Errorf("err = %v", err)
	}
	if _, err := e.Apply("ab"); !errors.As(err, &edit) || !edit.Other.IsZero() {
		t.Errorf("err = %v", err)
	}
}

// TestEditArticles changes one field of each real article and finds that only its bytes differ.
func TestEditArticles(t *testing.T) {
	for name, src := range articles(t) {
		for tpl := range parse.TreeOf(src).Root().Templates() {
			checkEdit(t, name, src, tpl)
			break
		}
	}
}

// checkEdit changes the last named argument of a template and checks that nothing else changed.
func checkEdit(t testing.TB, name, src string, tpl parse.Template) {
	t.Helper()
	var last parse.Arg
	for a := range tpl.Args() {
		if !a.IsPositional {
			last = a
		}
	}
	if last.Node.IsZero() {
		return
	}
	if last, _ = tpl.Arg(last.Name); last.IsPositional {
		return // "{{a|1=x|y}}": the argument that counts is a positional one behind it
	}
	var e parse.Edits
	e.SetArg(tpl, last.Name, "changed")
	got, err := e.Apply(src)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	sp := last.ValueSpan()
	if sp.Len() > 0 && (got[:sp.Start] != src[:sp.Start] || got[len(got)-(len(src)-sp.End):] != src[sp.End:]) {
		t.Fatalf("%s: more than %v changed", name, sp)
	}
	if len(got) != len(src)-sp.Len()+len("changed") {
		t.Fatalf("%s: length %d of %d", name, len(got), len(src))
	}
}

// FuzzEdits checks that setting an argument changes nothing but its value.
func FuzzEdits(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, src string) {
		for tpl := range parse.TreeOf(src).Root().Templates() {
			checkEdit(t, "fuzz", src, tpl)
		}
	})
}

func ExampleEdits() {
	src := "{{Infobox war\n| name = Zhenbao Island\n| date = 1969\n}} '''The conflict''' …"
	var edits parse.Edits
	for t := range parse.TreeOf(src).Root().Templates() {
		edits.SetArg(t, "date", "March 1969")
		edits.SetArg(t, "place", "Ussuri River")
	}
	changed, err := edits.Apply(src)
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(changed)
	// Output:
	// {{Infobox war
	// | name = Zhenbao Island
	// | date = March 1969
	// | place = Ussuri River
	// }} '''The conflict''' …
}
