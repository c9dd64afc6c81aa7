package temporal_test

import (
	"context"
	"fmt"

	"github.com/sinosoviet/sinosoviet/temporal"
)

func Example() {
	const text = "On 1 October 1949, the People's Republic of China was proclaimed. The day after the PRC's founding, " +
		"the Soviet Union recognized it. In April–June 1952 aircraft were based in Beijing."
	res, err := new(temporal.Tagger).Text(context.Background(), text)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range res.Phrases {
		fmt.Printf("%s %s, %s: %s\n", p.Relation, p.EDTF, p.Basis, text[p.TextSpan.Start:p.TextSpan.End])
	}
	// Output:
	// on 1949-10-01, explicit: On 1 October 1949
	// on 1949-10-02, resolved: The day after the PRC's founding
	// in 1952-04/1952-06, explicit: In April–June 1952
}

func ExampleTagger_Text() {
	res, err := new(temporal.Tagger).Text(context.Background(), "By late August 1945 the army stood there; three months later it left.")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range res.Dates {
		fmt.Printf("%q %s %s %s (%s, %s)\n", d.Text, d.Type, d.Value, d.Mod, d.Basis, d.Rule)
	}
	// Output:
	// "late August 1945" DATE 1945-08 END (explicit, month-year)
	// "three months later" DATE 1945-11  (resolved, offset)
}

func ExampleTagger_names() {
	tagger := temporal.Tagger{Names: []temporal.Name{
		{Text: "Meiji era", EDTF: "1868/1912"},
		{Text: "Double Tenth", Month: 10, Day: 10},
	}}
	res, err := tagger.Text(context.Background(), "In the Meiji era railways were built. On the Double Tenth 1911 soldiers rose in Wuchang.")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range res.Dates {
		fmt.Println(d.Text, d.EDTF)
	}
	// Output:
	// Meiji era 1868/1912
	// Double Tenth 1911 1911-10-10
}
