package parse_test

import (
	"fmt"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
)

func ExampleWikitext() {
	src := sinosoviet.NewSource("Border War", "", `The '''Border War''' began in [[March]]s past.<ref>Smith</ref>

== Causes ==
{{Main|Causes of the war}}
Both sides claimed [[Zhenbao Island|the island]].
`)
	a := parse.Wikitext(src)
	fmt.Println(a.Title)
	for _, s := range a.Sections {
		fmt.Printf("%d %q: %s\n", s.Level, s.Heading, s.Text)
	}
	for _, l := range a.Links {
		fmt.Printf("%s shown as %q, written as %s\n", l.Target, l.Text, src.Slice(l.Span))
	}
	last := a.Sentences[len(a.Sentences)-1]
	fmt.Println(src.Position(last.Span.Start), src.Slice(last.Span))
	// Output:
	// Border War
	// 1 "": The Border War began in Marchs past.
	// 2 "Causes": Both sides claimed the island.
	// March shown as "Marchs", written as [[March]]
	// Zhenbao Island shown as "the island", written as [[Zhenbao Island|the island]]
	// Border War:5:1 Both sides claimed [[Zhenbao Island|the island]].
}

func ExampleFlattened() {
	a := parse.Flattened(sinosoviet.NewSource("", "", `Border War
File:Border.jpg in spring, 1969]]
The Border War was fought for some islands in the river, and ended without a decision.
Causes
{{main|Causes of the war}}
Both sides had claimed the islands for more than a century before the war.
References
{{reflist}}
`))
	fmt.Println(a.Title)
	for _, b := range a.Blocks {
		fmt.Printf("%s: %s\n", b.Kind, a.Text.String()[b.TextSpan.Start:b.TextSpan.End])
	}
	// Output:
	// Border War
	// title: Border War
	// caption: in spring, 1969
	// paragraph: The Border War was fought for some islands in the river, and ended without a decision.
	// heading: Causes
	// paragraph: Both sides had claimed the islands for more than a century before the war.
	// heading: References
}

func ExampleAuto() {
	a, reason := parse.Auto(sinosoviet.NewSource("", "", "== Causes ==\nBoth sides claimed [[Zhenbao Island]].\n"))
	fmt.Println(a.Source.Format(), "because of", reason)
	// Output:
	// wikitext because of 1 heading in equals signs, 1 link
}
