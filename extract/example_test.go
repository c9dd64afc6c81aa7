package extract_test

import (
	"context"
	"fmt"
	"log"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/extract"
)

func Example() {
	src := sinosoviet.NewSource("example", sinosoviet.FormatText,
		"On 31 May 1924, the two governments signed an agreement. By 1927, Chiang Kai-shek ended the alliance.")
	doc, err := extract.Auto(context.Background(), src)
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range doc.Events {
		fmt.Println(e.EDTF, e.Headline)
		fmt.Println("   ", src.Slice(e.Span)) // the bytes it came from
	}
	// Output:
	// 1924-05-31 the two governments signed an agreement
	//     On 31 May 1924, the two governments signed an agreement.
	// ../1927 Chiang Kai-shek ended the alliance
	//     By 1927, Chiang Kai-shek ended the alliance.
}
