package timeline_test

import (
	"fmt"
	"os"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/timeline"
)

// Events may come from anywhere: here they are written by hand.
func exampleTimeline() *timeline.Timeline {
	var b timeline.Builder
	b.Add(timeline.Document{Name: "notes", Title: "Two revolutions"},
		sinosoviet.Event{Headline: "Mao Zedong proclaimed the People's Republic", When: edtf.MustParse("1949-10-01"), Relation: sinosoviet.RelationOn,
			Actors: []string{"Mao Zedong"}},
		sinosoviet.Event{Headline: "Stalin offered no help to the communists", When: edtf.MustParse("1937/1941"), Relation: sinosoviet.RelationBetween,
			Actors: []string{"Joseph Stalin"}},
		sinosoviet.Event{Headline: "Mao Zedong went to Moscow", When: edtf.MustParse("1949-39"), Relation: sinosoviet.RelationIn,
			Actors: []string{"Mao Zedong"}, Places: []string{"Moscow"}},
		sinosoviet.Event{Headline: "Mongolia became a people's republic", When: edtf.MustParse("1924"), Relation: sinosoviet.RelationBy,
			EDTF: edtf.MustParse("../1924")},
	)
	return b.Build()
}

func Example() {
	t := exampleTimeline()
	for e := range t.All() {
		fmt.Println(e.EDTF, e.Headline)
	}
	// Output:
	// ../1924 Mongolia became a people's republic
	// 1937/1941 Stalin offered no help to the communists
	// 1949-39 Mao Zedong went to Moscow
	// 1949-10-01 Mao Zedong proclaimed the People's Republic
}

func ExampleTimeline_Actor() {
	t := exampleTimeline()
	for e := range t.Actor("Mao Zedong").Between(edtf.MustParse("1949-10"), edtf.Date{}).All() {
		fmt.Println(e.Headline)
	}
	// Output: Mao Zedong proclaimed the People's Republic
}

func ExampleRelate() {
	t := exampleTimeline()
	moscow, republic := t.At(2), t.At(3)
	r := timeline.Relate(&moscow.Event, &republic.Event)
	fmt.Println("before:", r.Is(timeline.Before)) // late 1949 may be September, or December

	mongolia := t.At(0)
	r = timeline.Relate(&mongolia.Event, &republic.Event)
	fmt.Println("before:", r.Is(timeline.Before))
	// Output:
	// before: maybe
	// before: yes
}

func ExampleTimeline_ByDecade() {
	for name, group := range exampleTimeline().ByDecade() {
		fmt.Println(name, group.Len())
	}
	// Output:
	// by 1924 1
	// 1937–1941 1
	// 1940s 2
}

func ExampleWriteMermaid() {
	if err := timeline.WriteMermaid(os.Stdout, exampleTimeline()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// timeline
	//     title Two revolutions
	//     section 1920s
	//         by 1924 (../1924) : Mongolia became a people's republic
	//     section 1930s
	//         1937–1941 : Stalin offered no help to the communists
	//     section 1940s
	//         late 1949 (1949-39) : Mao Zedong went to Moscow
	//         1 October 1949 : Mao Zedong proclaimed the People's Republic
}

func ExampleWriteText() {
	if err := timeline.WriteText(os.Stdout, exampleTimeline().Actor("Mao Zedong"), timeline.TextOptions{}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 1949-39     Mao Zedong went to Moscow
	//             late 1949
	//             Mao Zedong
	//             no source
	//             notes
	// 1949-10-01  Mao Zedong proclaimed the People's Republic
	//             Mao Zedong
	//             no source
	//             notes
}
