package timeline_test

import (
	"fmt"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/timeline"
)

// told is an event in a few words.
type told struct {
	doc, when, headline, sentence, actors string
	basis                                 sinosoviet.Basis
	relation                              sinosoviet.Relation
}

func buildTold(all []told) *timeline.Timeline {
	var b timeline.Builder
	at := map[string]int{}
	last := map[string]string{}
	for i, s := range all {
		e := sinosoviet.Event{ID: fmt.Sprintf("e%d", i+1), Headline: s.headline, Actors: list(s.actors), Basis: s.basis, Relation: s.relation}
		if e.Basis == "" {
			e.Basis = sinosoviet.BasisExplicit
		}
		if s.when != "" {
			e.When = edtf.MustParse(s.when)
		}
		if s.sentence == "" {
			s.sentence = s.headline + "."
		}
		if last[s.doc] != s.sentence {
			at[s.doc] += len(last[s.doc]) + 1
			last[s.doc] = s.sentence
		}
		e.Span = sinosoviet.Span{Start: at[s.doc], End: at[s.doc] + len(s.sentence)}
		e.Evidence = []sinosoviet.Evidence{{Span: e.Span, Text: s.sentence}}
		b.Add(timeline.Document{Name: s.doc}, e)
	}
	return b.Build()
}

func TestMerge(t *testing.T) {
	const treaty = "In 1950, the two states signed a treaty of friendship in Moscow, and the banks opened a line of credit."
	for _, c := range []struct {
		name string
		want int
		told []told
	}{
		{"one sentence in two documents", 1, []told{
			{doc: "a", when: "1931", headline: "Japan invaded Manchuria", actors: "Japan"},
			{doc: "b", when: "1931", headline: "Japan invaded Manchuria", actors: "Japan"}}},
		{"two events of one sentence, in two documents", 2, []told{
			{doc: "a", when: "1950", headline: "The two states signed a treaty of friendship in Moscow", sentence: treaty},
			{doc: "a", when: "1950", headline: "The banks opened a line of credit", sentence: treaty},
			{doc: "b", when: "1950", headline: "The two states signed a treaty of friendship in Moscow", sentence: treaty},
			{doc: "b", when: "1950", headline: "The banks opened a line of credit", sentence: treaty}}},
		{"edited sentence", 1, []told{
			{doc: "a", when: "1927", headline: "Chiang ended the First United Front between the party and its foes", actors: "Chiang;CCP",
				sentence: "By 1927, after the expedition, Chiang ended the First United Front between the party and its foes, resulting in a war which lasted until 1949."},
			{doc: "b", when: "1927", headline: "Chiang ended the First United Front", actors: "Chiang",
				sentence: "By 1927, after the northern expedition, Chiang ended the First United Front, resulting in a war which lasted until 1949."}}},
		{"parallel sentences about others", 2, []told{
			{doc: "a", when: "1950", headline: "The great union recognized the state of Poland", actors: "Union;Poland"},
			{doc: "b", when: "1950", headline: "The great union recognized the state of Hungary", actors: "Union;Hungary"}}},
		{"parallel sentences in one document", 2, []told{
			{doc: "a", when: "1950", headline: "The great union trained the army of Poland", sentence: "In 1950 the great union trained the army of Poland in the field."},
			{doc: "a", when: "1950", headline: "The great union trained the army of Hungary", sentence: "In 1950 the great union trained the army of Hungary in the field."}}},
		{"lead and body of one document", 1, []told{
			{doc: "a", when: "1931", headline: "Japan invaded Manchuria province", actors: "Japan"},
			{doc: "a", when: "1931-09-18", headline: "Japan invaded Manchuria province suddenly", actors: "Japan", sentence: "On 18 September, Japan invaded Manchuria province suddenly and took its cities."}}},
		{"roles swapped", 2, []told{
			{doc: "a", when: "1931", headline: "Japan attacked China fiercely"},
			{doc: "a", when: "1931", headline: "China attacked Japan fiercely"}}},
		{"active and passive", 1, []told{
			{doc: "a", when: "1813-04-27", headline: "American troops captured the town of York"},
			{doc: "b", when: "1813", headline: "The town of York was captured by American troops"}}},
		{"active and passive with roles swapped", 2, []told{
			{doc: "a", when: "1813-04-27", headline: "British troops attacked American troops"},
			{doc: "b", when: "1813-04-27", headline: "British troops were attacked by American troops"}}},
		{"volumes", 2, []told{
			{doc: "a", when: "1775", headline: "General Washington's Army (1) appeared"},
			{doc: "b", when: "1775", headline: "General Washington's Army (2) appeared"}}},
		{"wars told apart by a numeral", 2, []told{
			{doc: "a", when: "191X", headline: "The republic joined World War I early"},
			{doc: "b", when: "191X", headline: "The republic joined World War II early"}}},
		{"days in headlines are dates", 1, []told{
			{doc: "a", when: "1813-04-27", headline: "The town fell to troops on 27 April"},
			{doc: "b", when: "1813-04-27", headline: "The town fell to troops"}}},
		{"regiments told apart by ordinal", 2, []told{
			{doc: "a", when: "1934", headline: "The 36th Division mauled the army"},
			{doc: "b", when: "1934", headline: "The 37th Division mauled the army"}}},
		{"years apart", 2, []told{
			{doc: "a", when: "1934", headline: "The Soviet Union intervened in Xinjiang", actors: "Soviet Union"},
			{doc: "b", when: "1937", headline: "The Soviet Union intervened in Xinjiang", actors: "Soviet Union"}}},
		{"regiments told apart by number", 2, []told{
			{doc: "a", when: "1934", headline: "The 136th Division mauled the army"},
			{doc: "b", when: "1934", headline: "The 137th Division mauled the army"}}},
		{"actors disagree", 2, []told{
			{doc: "a", when: "1934", headline: "The government signed a pact with China", actors: "Soviet Union", sentence: "The government signed a pact with China, which surprised many."},
			{doc: "b", when: "1934", headline: "The government signed a pact with China", actors: "Germany", sentence: "Nobody in Europe expected that in this year the government signed a pact with China."}}},
		{"a date the excerpt could not resolve", 1, []told{
			{doc: "a", when: "1949-10-02", basis: sinosoviet.BasisResolved, headline: "The Soviet Union recognized the new state", actors: "Soviet Union"},
			{doc: "b", headline: "The Soviet Union recognized the new state", actors: "Soviet Union"}}},
		{"a date the excerpt resolved otherwise", 1, []told{
			{doc: "a", when: "1949-10-02", basis: sinosoviet.BasisResolved, headline: "The Soviet Union recognized the new state", actors: "Soviet Union"},
			{doc: "b", when: "1931-10-02", basis: sinosoviet.BasisResolved, headline: "The Soviet Union recognized the new state", actors: "Soviet Union"}}},
		{"a day links a year but not another day", 2, []told{
			{doc: "a", when: "1949", headline: "The People's Republic was proclaimed", actors: "China"},
			{doc: "b", when: "1949-10-01", headline: "The People's Republic was proclaimed", actors: "China"},
			{doc: "c", when: "1949-09-21", headline: "The People's Republic was proclaimed", actors: "China"}}},
		{"a state and its beginning", 2, []told{
			{doc: "a", when: "1930/1939", headline: "The union supplied the party with weapons", relation: sinosoviet.RelationBetween},
			{doc: "a", when: "1931", headline: "The union supplied the party with weapons again", relation: sinosoviet.RelationIn}}},
		{"Chinese", 1, []told{
			{doc: "a", when: "1949-10-01", headline: "毛泽东宣布中华人民共和国成立"},
			{doc: "b", when: "1949-10-01", headline: "毛泽东宣布中华人民共和国成立了"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tl := buildTold(c.told)
			if tl.Len() != c.want {
				t.Errorf("%d entries, want %d", tl.Len(), c.want)
			}
			evidence := 0
			for e := range tl.All() {
				evidence += len(e.Evidence)
				t.Logf("%v %q %v", e.EDTF, e.Headline, e.Evidence)
			}
			if evidence != len(c.told) {
				t.Errorf("%d pieces of evidence, want %d", evidence, len(c.told))
			}
		})
	}
}

// TestMergeFixtures merges the excerpt into the article: it leaves no duplicate and loses no event.
func TestMergeFixtures(t *testing.T) {
	all := readFixtures(t)
	var alone, both timeline.Builder
	alone.Add(all[0].doc, all[0].events...)
	both.Add(all[0].doc, all[0].events...)
	both.Add(all[1].doc, all[1].events...)
	a, ab := alone.Build(), both.Build()
	if a.Len() != len(all[0].events) {
		t.Errorf("the article alone: %d entries of %d events", a.Len(), len(all[0].events))
	}
	if ab.Len() != a.Len() {
		t.Errorf("with the excerpt %d entries, without %d", ab.Len(), a.Len())
	}
	if n := ab.Document("excerpt.txt").Len(); n != len(all[1].events) {
		t.Errorf("%d entries told by the excerpt, want %d", n, len(all[1].events))
	}
}

// TestMergeKeepsSentence checks that no entry has two events of one sentence, and that none of the evidence is lost.
func TestMergeKeepsSentence(t *testing.T) {
	docs, events, different := generate(3000)
	var b timeline.Builder
	for i := range docs {
		b.Add(docs[i], events[i]...)
	}
	tl := b.Build()
	evidence := 0
	for e := range tl.All() {
		seen := map[string]bool{}
		for _, v := range e.Evidence {
			key := fmt.Sprint(v.Source, v.Span)
			if seen[key] {
				t.Errorf("%s: %s twice", e.ID, key)
			}
			seen[key] = true
			evidence++
		}
	}
	if evidence != 3000 {
		t.Errorf("%d pieces of evidence, want 3000", evidence)
	}
	if tl.Len() < different*99/100 || tl.Len() > different*101/100 {
		t.Errorf("%d entries of %d different events", tl.Len(), different)
	}
}

func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{2000, 100000} {
		docs, events, _ := generate(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var build timeline.Builder
				for i := range docs {
					build.Add(docs[i], events[i]...)
				}
				build.Build()
			}
		})
	}
}

// BenchmarkBuildHostile builds 100,000 events that all share their words and their year.
func BenchmarkBuildHostile(b *testing.B) {
	var events []sinosoviet.Event
	for i := range 100000 {
		text := fmt.Sprintf("The old army attacked the new city from side %05d of river", i)
		events = append(events, sinosoviet.Event{Headline: text, When: edtf.MustParse("1950"), Span: sinosoviet.Span{Start: i * 100, End: i*100 + 90},
			Evidence: []sinosoviet.Evidence{{Text: text}}})
	}
	b.ReportAllocs()
	for b.Loop() {
		var build timeline.Builder
		build.Add(timeline.Document{Name: "a"}, events...)
		build.Build()
	}
}
