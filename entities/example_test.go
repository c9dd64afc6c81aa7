package entities_test

import (
	"context"
	"fmt"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
)

func Example() {
	tagger, err := entities.New(entities.Config{})
	if err != nil {
		panic(err)
	}
	found, err := tagger.Text(context.Background(),
		"In 1923 the Communist International told the Chinese Communist Party (CCP) to work with Sun Yat-sen. Sun welcomed the Soviets; the CCP obeyed.")
	if err != nil {
		panic(err)
	}
	for _, e := range found {
		fmt.Printf("%v %-6s %s → %s\n", e.TextSpan, e.Kind, e.Text, e.Name)
	}
	// Output:
	// 12:35 ORG    Communist International → Comintern
	// 45:68 ORG    Chinese Communist Party → Chinese Communist Party
	// 70:73 ORG    CCP → Chinese Communist Party
	// 88:99 PERSON Sun Yat-sen → Sun Yat-sen
	// 101:104 PERSON Sun → Sun Yat-sen
	// 118:125 NORP   Soviets → Soviet Union
	// 131:134 ORG    CCP → Chinese Communist Party
}

// A caller's own names count before the built-in lists, and Resolve links canonical names to a database.
func ExampleNew() {
	tagger, err := entities.New(entities.Config{
		Names: []entities.Name{{Name: "Republic of Zubrowka", Kind: sinosoviet.KindGPE, Aliases: []string{"Zubrowka"}}},
		Resolve: func(name string) (string, bool) {
			qid, ok := map[string]string{"Germany": "Q183"}[name]
			return qid, ok
		},
	})
	if err != nil {
		panic(err)
	}
	found, err := tagger.Text(context.Background(), "He left Zubrowka for Germany.")
	if err != nil {
		panic(err)
	}
	for _, e := range found {
		fmt.Printf("%s: %s (%s)\n", e.Text, e.Name, e.QID)
	}
	// Output:
	// Zubrowka: Republic of Zubrowka ()
	// Germany: Germany (Q183)
}

// Analyse gives names and tokens in one pass.
func ExampleTagger_Analyse() {
	tagger, err := entities.New(entities.Config{})
	if err != nil {
		panic(err)
	}
	article := &sinosoviet.Article{Text: sinosoviet.PlainText("Stalin died in Moscow.")}
	a, err := tagger.Analyse(context.Background(), article)
	if err != nil {
		panic(err)
	}
	for _, t := range a.Tokens {
		fmt.Print(article.Text.String()[t.Start:t.End], "/", t.Tag, " ")
	}
	fmt.Println(len(a.Entities))
	// Output: Stalin/NNP died/VBD in/IN Moscow/NNP ./. 2
}

func ExamplePeoples() {
	fmt.Println(entities.Peoples("Sino-Soviet"))
	fmt.Println(entities.Peoples("Soviet"))
	// Output:
	// [China Soviet Union]
	// []
}
