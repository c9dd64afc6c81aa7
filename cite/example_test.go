package cite_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/cite"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// book is a source as a parser would give it.
func book() []sinosoviet.Citation {
	return []sinosoviet.Citation{{
		Kind: sinosoviet.CitationFull, Type: "book", Template: "cite book",
		Title: "The Soviet Union and Communist China, 1945–1950", Publisher: "M. E. Sharpe", Date: edtf.MustParse("2004"),
		People:      []sinosoviet.Person{{Role: "author", Family: "Heinzig", Given: "Dieter"}},
		Identifiers: []sinosoviet.Identifier{{Scheme: "isbn", Value: "0-7656-0785-9", Valid: true}},
	}}
}

func ExampleWriteBibLaTeX() {
	_ = cite.WriteBibLaTeX(os.Stdout, cite.Sources(book()))
	// Output:
	// @book{heinzig2004,
	//   author = {Heinzig, Dieter},
	//   title = {{The Soviet Union and Communist China, 1945–1950}},
	//   publisher = {M. E. Sharpe},
	//   date = {2004},
	//   isbn = {0-7656-0785-9}
	// }
}

func ExampleWriteWikitext() {
	_ = cite.WriteWikitext(os.Stdout, cite.Sources(book()))
	// Output:
	// {{cite book |last1=Heinzig |first1=Dieter |date=2004 |title=The Soviet Union and Communist China, 1945–1950 |publisher=M. E. Sharpe |isbn=0-7656-0785-9}}
}

// A BibTeX entry becomes a template, which is checked.
func ExampleReadBibTeX() {
	const entry = `@book{x, author = {Mao, Zedong}, title = {{On Protracted War}}, year = 1938, isbn = {978-0-00-000000-1}, url = {nowhere}}`
	for c, err := range cite.ReadBibTeX(strings.NewReader(entry)) {
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, d := range cite.Check(&c) {
			fmt.Println(d.Severity, d.Code, d.Message)
		}
	}
	// Output:
	// error cs1-bad-isbn |isbn=: not a valid identifier of that scheme
	// error cs1-bad-url |url=: not an address with a scheme and a domain
}
