package timeline_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/timeline"
)

// text is the text of a fixture's document, which its spans count bytes of.
type fixture struct {
	doc    timeline.Document
	text   string
	events []sinosoviet.Event
}

// readFixtures reads testdata/events.tsv: documents with their text, events and citations.
func readFixtures(tb testing.TB) []fixture {
	tb.Helper()
	raw, err := os.ReadFile("testdata/events.tsv")
	if err != nil {
		tb.Fatal(err)
	}
	all := []fixture{
		{doc: timeline.Document{Name: "article.txt", Title: "Sino-Soviet relations", URL: "https://example.org/wiki/Sino-Soviet_relations",
			Sections: []string{"", "Russian Civil War", "Founding of a party", "Civil war and diplomatic relations", "Border conflicts",
				"Second Sino-Japanese War", "The People's Republic", "Alliance", "Split", "Normalization"}, Citations: articleCitations()}},
		{doc: timeline.Document{Name: "excerpt.txt", Title: "Sino-Soviet relations", Citations: []sinosoviet.Citation{
			{ID: "c1", Kind: sinosoviet.CitationFull, Number: 4, Title: "The Fear of Chinese Power", Pages: "26",
				People: []sinosoviet.Person{{Role: "author", Family: "Crean"}}, Date: edtf.MustParse("2024")},
			{ID: "c2", Kind: sinosoviet.CitationPlain, Number: 21, Title: "Note on the reforms"},
			{ID: "c3", Kind: sinosoviet.CitationShort, Number: 24, Pages: "141", Link: sinosoviet.LinkageInferred, Confidence: 0.8, Target: "c1"},
		}}},
		{doc: timeline.Document{Name: "antiquity.txt", Title: "Antiquity", Citations: []sinosoviet.Citation{
			{ID: "a1", Kind: sinosoviet.CitationFull, Number: 1, Title: "Early China", URL: "https://example.org/early?a=1&b=2",
				People: []sinosoviet.Person{{Role: "author", Family: "Li"}, {Role: "author", Family: "Shaughnessy"}}, Date: edtf.MustParse("2013")},
			{ID: "a2", Kind: sinosoviet.CitationFull, Number: 2, Title: "Days & nights", Container: "Journal of <Old> Things"},
		}}},
	}
	byName := map[string]*fixture{"article": &all[0], "excerpt": &all[1], "antiquity": &all[2]}
	sentence := ""
	for n, line := range strings.Split(strings.TrimRight(string(raw), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		c := strings.Split(line, "|")
		if len(c) != 13 {
			tb.Fatalf("events.tsv:%d: %d columns, want 13", n+1, len(c))
		}
		f := byName[c[0]]
		if c[2] != "" {
			if f.text != "" {
				f.text += " "
			}
			sentence = c[2]
			f.text += sentence
		}
		e := sinosoviet.Event{ID: fmt.Sprintf("e%d", len(f.events)+1), Headline: c[3], Relation: sinosoviet.Relation(c[6]),
			Basis: sinosoviet.Basis(c[8]), Actors: list(c[9]), Places: list(c[10]), Citations: list(c[11]), NeededSince: c[12]}
		fmt.Sscan(c[1], &e.Section)
		e.Span = sinosoviet.Span{Start: len(f.text) - len(sentence), End: len(f.text)}
		e.TextSpan = e.Span
		at := strings.Index(sentence, c[4])
		if at < 0 {
			tb.Fatalf("events.tsv:%d: no %q in %q", n+1, c[4], sentence)
		}
		e.Trigger = sinosoviet.Span{Start: e.Span.Start + at, End: e.Span.Start + at + len(c[4])}
		if c[5] != "" {
			e.When = edtf.MustParse(c[5])
		}
		if e.EDTF = e.When; c[7] != "" {
			e.EDTF = edtf.MustParse(c[7])
		}
		e.Earliest, e.Latest = e.EDTF.Bounds()
		if e.Basis == "" {
			e.Basis = sinosoviet.BasisExplicit
		}
		e.Evidence = []sinosoviet.Evidence{{Source: f.doc.Name, Span: e.Span, Text: sentence, EDTF: e.EDTF, Rule: "by-hand",
			Citations: e.Citations, NeededSince: e.NeededSince}}
		if e.Section < len(f.doc.Sections) {
			e.Evidence[0].Section = f.doc.Sections[e.Section]
		}
		f.events = append(f.events, e)
	}
	return all
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ";")
}

// articleCitations are 20 citations of all kinds: c12 and c9 are short ones that refer to c20.
func articleCitations() []sinosoviet.Citation {
	zhao := sinosoviet.Citation{ID: "c20", Kind: sinosoviet.CitationFull, Type: "book", Number: 17, Title: "The Dragon Roars Back",
		People: []sinosoviet.Person{{Role: "author", Family: "Zhao", Given: "Suisheng"}}, Date: edtf.MustParse("2022"),
		Identifiers: []sinosoviet.Identifier{{Scheme: "doi", Value: "10.1515/9781503634152", Valid: true}}}
	short := func(id string, n int, page string) sinosoviet.Citation {
		return sinosoviet.Citation{ID: id, Kind: sinosoviet.CitationShort, Number: n, Target: "c20", Link: sinosoviet.LinkageDirect, Confidence: 1,
			People: []sinosoviet.Person{{Role: "author", Family: "Zhao"}}, Date: edtf.MustParse("2022"), Pages: page}
	}
	full := func(id string, n int, title, year, pages, url string, authors ...string) sinosoviet.Citation {
		c := sinosoviet.Citation{ID: id, Kind: sinosoviet.CitationFull, Number: n, Title: title, Pages: pages, URL: url}
		for _, a := range authors {
			c.People = append(c.People, sinosoviet.Person{Role: "author", Family: a})
		}
		if year != "" {
			c.Date = edtf.MustParse(year)
		}
		return c
	}
	return []sinosoviet.Citation{
		full("c1", 1, "The Origins of Chinese Communism", "1989", "191", "https://archive.org/details/originsofchinese00dirl", "Dirlik"),
		full("c2", 2, "One and All", "2024", "", "", "Laikwan"),
		{ID: "c3", Kind: sinosoviet.CitationNeeded, NeededSince: "2023-03"},
		full("c4", 3, "The Fear of Chinese Power", "2024", "", "", "Crean"),
		{ID: "c5", Kind: sinosoviet.CitationPages, Number: 3, Target: "c4", Pages: "55", Link: sinosoviet.LinkageDirect},
		full("c6", 4, "China's Revolution and the Quest for a Socialist Future", "2023", "26", "", "Hammond"),
		{ID: "c7", Kind: sinosoviet.CitationNeeded, NeededSince: "2024-07"},
		full("c8", 5, "The Soviet Union and Communist China", "2004", "27", "javascript:alert(1)", "Heinzig"),
		short("c9", 6, "25"),
		full("c10", 7, "Making Mao's Steelworks", "2024", "73, 75–77", "", "Hirata"),
		short("c11", 8, "27"),
		short("c12", 9, "28"),
		full("c13", 10, "The Rise and Fall of the Soviet Empire", "1999", "142-149", "", "Crozier"),
		full("c14", 11, "The New Beijing-Moscow Axis", "2019-02-01", "", "https://www.wsj.com/articles/the-new-beijing-moscow-axis-11549036661", "Trofimov"),
		full("c15", 12, "Sixty Years of the Treaty of Friendship", "2010", "100–115", "", "Peskov"),
		full("c16", 13, "The Cold War in East Asia", "2018", "65", "", "Li", "Shen", "Xia"),
		full("c17", 14, "The Sino-Soviet Split", "2008", "", "", "Lüthi"),
		full("c18", 15, "Untitled survey with a very long name that goes on and on so that a label has to cut it somewhere", "", "iv–xii", ""),
		full("c19", 16, "", "", "", "https://example.org/anonymous"),
		zhao,
	}
}

// build is the timeline of the fixtures.
func build(tb testing.TB) *timeline.Timeline {
	tb.Helper()
	var b timeline.Builder
	for _, f := range readFixtures(tb) {
		b.Add(f.doc, f.events...)
	}
	return b.Build()
}
