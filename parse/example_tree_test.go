package parse_test

import (
	"fmt"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
)

func ExampleTreeOf() {
	src := "The [[Sino-Soviet split|split]]s began {{circa|1956}}."
	for n := range parse.TreeOf(src).Root().Preorder() {
		if l, ok := n.Link(); ok {
			trail := l.Trail()
			fmt.Printf("%v link to %q, trail %q\n", l.Span(), l.Target(), src[trail.Start:trail.End])
		}
		if t, ok := n.Template(); ok {
			a, _ := t.Arg("1")
			fmt.Printf("%v template %q, first argument %q at %v\n", t.Span(), t.Name(), a.Value(), a.Span)
		}
	}
	// Output:
	// 4:31 link to "Sino-Soviet split", trail "s"
	// 39:53 template "circa", first argument "1956" at 47:51
}

func ExampleParser_Blocks() {
	src := "== Talks ==\n'''Mao''' met [[Joseph Stalin|Stalin]]<ref>Chen</ref>.\n* in {{birth date|1949|12|16|df=y}}\n"
	var p parse.Parser
	var b sinosoviet.TextBuilder
	blocks := p.Blocks(&b, p.Tree(src).Root(), parse.TextOptions{})
	text := b.Text()
	for _, blk := range blocks {
		fmt.Printf("%s: %s\n", blk.Kind, text.String()[blk.TextSpan.Start:blk.TextSpan.End])
	}
	at := text.Locate(11, 17) // "met St"
	fmt.Printf("%q\n", src[at.Start:at.End])
	// Output:
	// heading: Talks
	// paragraph: Mao met Stalin.
	// item: in 16 December 1949
	// "met [[Joseph Stalin|St"
}

func ExampleParser_templateText() {
	p := parse.Parser{TemplateText: map[string]parse.TemplateFunc{
		"rank": func(w *parse.TextWriter, t parse.Template) bool { return w.Arg(t, "1") },
	}}
	fmt.Println(p.Text(p.Tree("{{Rank|Marshal}} Peng").Root()).String())
	// Output: Marshal Peng
}

func ExampleTree_At() {
	src := "a {{b|c=[[d]]}} e"
	n := parse.TreeOf(src).At(sinosoviet.Span{Start: 10, End: 11})
	fmt.Println(n.Kind())
	for a := range n.Ancestors() {
		fmt.Println(a.Kind())
	}
	// Output:
	// text
	// target
	// link
	// value
	// argument
	// template
	// paragraph
	// root
}
