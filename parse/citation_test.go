package parse_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/score"
	"github.com/sinosoviet/sinosoviet/parse"
)

func wikitext(text string) *sinosoviet.Article {
	return parse.Wikitext(sinosoviet.NewSource("test", "", text))
}

func flattened(text string) *sinosoviet.Article {
	return parse.Flattened(sinosoviet.NewSource("test", "", text))
}

// list prints citations as "kind number[group] what>target".
func list(a *sinosoviet.Article) []string {
	var out []string
	for i := range a.Citations {
		c := &a.Citations[i]
		s := fmt.Sprintf("%s %d", c.Kind, c.Number)
		if c.Group != "" {
			s += "[" + c.Group + "]"
		}
		switch {
		case c.Title != "":
			s += " " + c.Title
		case len(c.People) > 0:
			s += " " + c.People[0].Family + c.People[0].Literal
		}
		if c.Pages != "" {
			s += " p" + c.Pages
		}
		if c.Link != "" {
			s += " " + string(c.Link) + ">" + c.Target
		}
		out = append(out, s)
	}
	return out
}

func TestCitations(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"named references", `A.<ref name=a>{{cite book|title=T}}</ref> B.<ref>plain words</ref> C.<ref name="a"/>{{rp|5}}`,
			[]string{"full 1 T", "plain 2", "reuse 1 direct>c1", "pages 1 p5 direct>c1"}},
		{"used before it is defined", `A.<ref name=a/> B.<ref>{{cite web|title=X}} and {{cite web|title=Y}}</ref><ref name=a>{{cite book|title=T}}</ref>`,
			[]string{"reuse 1 direct>c4", "full 2 X", "full 2 Y", "full 1 T"}},
		{"listed references", "A.<ref name=b/> B.<ref name=a/>\n<references>\n<ref name=a>{{cite book|title=T}}</ref><ref name=b>{{cite book|title=S}}</ref><ref name=c>{{cite book|title=unused}}</ref></references>",
			[]string{"reuse 1 direct>c4", "reuse 2 direct>c3", "full 2 T", "full 1 S", "full 0 unused"}},
		{"listed in a template", "A.<ref name=b/>\n{{reflist|refs=\n<ref name=b>{{cite book|title=S}}</ref>}}", []string{"reuse 1 direct>c2", "full 1 S"}},
		{"groups", `A.<ref group=n>{{cite web|title=X}}</ref><ref>{{cite web|title=Y}}</ref>{{efn|words {{sfn|A|2000}}}}{{efn|name=z|more}}{{efn|name=z}}`,
			[]string{"full 1[n] X", "full 1 Y", "plain 1[lower-alpha]", "short 2 A none>", "plain 2[lower-alpha]", "reuse 2[lower-alpha] direct>c5"}},
		{"short notes", "A.{{sfn|A|B|2000|p=3}} B.{{sfn|A|B|2000|pp=4–5}} C.{{sfn|A|B|2000|p=3}}<ref>{{harvnb|C|2001}}; {{harvnb|A|B|2000}}</ref>\n* {{cite book|last1=A|last2=B|date=2000|title=T}}\n* {{cite book|editor=C|year=2001|title=S}}",
			[]string{"short 1 A p3 direct>c6", "short 2 A p4–5 direct>c6", "short 1 A p3 direct>c6", "short 3 C direct>c7", "short 3 A direct>c6", "full 0 T", "full 0 S"}},
		{"nearly the key", "A.{{sfn|Müller|2000}}\n* {{cite book|last1=Muller|last2=B|date=2000|title=T}}", []string{"short 1 Müller inferred>c2", "full 0 T"}},
		{"short in plain words", "A.<ref>Boritt (1994), p. 5.</ref><ref>Other 1994, p. 5</ref>\n* {{cite book|last=Boritt|year=1994|title=T}}", []string{"plain 1 Boritt p5 inferred>c3", "plain 2 Other p5", "full 0 T"}},
		{"only an author in plain words", "A.<ref>Boritt, p. 5.</ref><ref>Roe and Poe (1990), pp. 5–7</ref><ref>Other, p. 5</ref>\n* {{cite book|last=Boritt|year=1994|title=T}}\n==Sources==\n* Roe, Ann, and Jane Poe. ''The Book of Things''. London: Press, 1990.",
			[]string{"plain 1 Boritt p5 inferred>c4", "plain 2 Roe p5–7 inferred>c5", "plain 3 Other p5", "full 0 T", "plain 0 The Book of Things"}},
		{"a source in plain words", "A.{{sfn|Roe|1990|p=3}}\n==Sources==\n* Roe, Ann. ''The Book of Things''. London: Press, 1990.", []string{"short 1 Roe p3 inferred>c2", "plain 0 The Book of Things"}},
		{"several in one", "A.{{sfnm|1a1=A|1y=2000|2a1=C|2y=2001|2p=7}}\n* {{cite book|last=C|year=2001|title=S}}", []string{"short 1 A none>", "short 1 C p7 direct>c3", "full 0 S"}},
		{"a chapter is a source", "A.{{sfn|Roe|2001|p=4}} B.{{sfn|Poe|2001}}\n* {{harvc|last=Roe|first=A|c=Chapter|in=Poe|year=2001}}\n* {{cite book|editor=Poe|year=2001|title=S}}",
			[]string{"short 1 Roe p4 direct>c3", "short 2 Poe direct>c4", "short 0 Chapter direct>c4", "full 0 S"}},
		{"keys that wrappers make", "A.{{sfn|Chisholm|1911}} B.{{sfn|Roe|2001}} C.{{harvnb|Poe|2005}} D.{{citeref|Roe|2001|Roe's book}}\n* {{Cite EB1911|wstitle=T}}\n* {{wikicite|ref={{SfnRef|Roe|2001}}|reference=Roe}}\n* {{MSW3 Poe|ref={{harvid|Poe|2005}}}}",
			[]string{"short 1 Chisholm direct>c5", "short 2 Roe direct>c6", "short 0 Poe direct>c7", "short 0 Roe direct>c6", "full 0 T", "full 0", "full 0"}},
		{"reused by template", "A.<ref name=x>{{cite book|title=T}}</ref> B.{{r|x|y|p=4}}", []string{"full 1 T", "reuse 1 p4 direct>c1", "reuse 2 none>"}},
		{"parser function", "A.{{#tag:ref|{{cite book|title=T}}|name=q}} B.<ref name=q />", []string{"full 1 T", "reuse 1 direct>c1"}},
		{"numbering begins anew behind the list", "A.<ref name=x>a</ref><references/>B.<ref name=x>b</ref><references/>", []string{"plain 1", "plain 1"}},
		{"marks that show nothing", "A.<ref/><ref></ref><ref name=1>x</ref><ref>y</ref>", []string{"plain 1", "plain 2"}},
		{"nothing in raw text and comments", "<nowiki>{{cite book|title=T}}<ref>x</ref></nowiki><!-- <ref>y</ref> -->", nil},
		{"pages without anything", "A.{{rp|4}}", []string{"pages 0 p4 none>"}},
		{"citation needed", "A.{{cn|date=March 2023}}", []string{"needed 0"}},
		{"bare address", "A.<ref>https://example.org/x</ref> B.<ref>[https://example.org/y The title]</ref>", []string{"plain 1", "plain 2 The title"}},
		{"in a table and a caption", "{|\n|a<ref>{{cite web|title=X}}</ref>\n|}\n[[File:A.jpg|thumb|b<ref>{{cite web|title=Y}}</ref>]]", []string{"full 1 X", "full 2 Y"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, list(wikitext(tt.in))); d != "" {
				t.Errorf("%s\n%s", tt.in, d)
			}
		})
	}
}

// In a flattened text a citation template stands for the reference it stood in, unless it is an entry of a list.
func TestCitationsFlattened(t *testing.T) {
	a := flattened(`History of a place
The first statement about the river port.{{Cite book |last=A |title=River ports |date=2001}}{{Rp|page=12}} The second statement about the port.{{Rp|page=12}} A third one.{{sfn|B|2000|p=3}} A fourth one.{{harvnb|B|2000}}
A paragraph with something else.{{cite web|title=Other things|url=http://example.org}} And more about the harbour and the river.{{Rp|page=14}}
References
{{Reflist}}
- {{cite book|last=B|year=2000|title=Railways}}
- Garver, John W. China's quest: a history of relations (Oxford University Press, 2015).
`)
	want := []string{"full 1 River ports", "pages 1 p12 direct>c1", "pages 1 p12 inferred>c1", "short 2 B p3 direct>c8", "short 3 B direct>c8",
		"full 4 Other things", "pages 1 p14 inferred>c1", "full 0 Railways", "plain 0 China's quest: a history of relations"}
	if d := cmp.Diff(want, list(a)); d != "" {
		t.Error(d)
	}
	for i := range a.Citations {
		if c := &a.Citations[i]; c.Link == sinosoviet.LinkageInferred && (c.Confidence <= 0 || c.Confidence >= 1 || len(c.Candidates) == 0) {
			t.Errorf("inference is not labelled: %+v", c)
		}
	}
}

func TestSupport(t *testing.T) {
	const in = "First thing.<ref>{{cite book|title=X}}</ref> Second thing. Third, on the one side,<ref>{{cite book|title=Y}}</ref><ref>{{cite book|title=Z}}</ref> and on the other.{{cn|date=May 2020}} Fourth begins<ref>{{cite book|title=W}}</ref> and ends.\n\nFifth.{{citation needed}}\n\n* {{cite book|title=V}}"
	a := wikitext(in)
	var got []string
	for _, s := range a.Sentences {
		got = append(got, a.Text.String()[s.TextSpan.Start:s.TextSpan.End]+" "+strings.Join(s.Citations, ",")+" "+s.NeededSince)
	}
	want := []string{"First thing. c1 ", "Second thing.  ", "Third, on the one side, and on the other. c2,c3 2020-05", "Fourth begins and ends. c5 ", "Fifth.  unknown"}
	if d := cmp.Diff(want, got[:min(len(want), len(got))]); d != "" {
		t.Error(d)
	}
	for clause, want := range map[string]string{"Third, on the one side,": "c2,c3 ", "and on the other": " 2020-05", "Fourth begins": "c5 ", "and ends.": " ", "Second thing.": " ", "side, and on": "c2,c3 2020-05"} {
		i := strings.Index(a.Text.String(), clause)
		span := sinosoviet.Span{Start: i, End: i + len(clause)}
		ids, needed := parse.Support(a, span)
		if all, n := parse.NewSupporter(a).Behind(span); !slices.Equal(all, ids) || n != needed {
			t.Errorf("behind %q: %v %q, and from all citations %v %q", clause, ids, needed, all, n)
		}
		if got := strings.Join(ids, ",") + " " + needed; got != want {
			t.Errorf("behind %q: %q, want %q", clause, got, want)
		}
	}
}

// A reference that is defined in a list stands behind what reuses its name, not behind the last sentence.
func TestSupportListed(t *testing.T) {
	a := wikitext("First.<ref name=a/> Last.\n<references><ref name=a>{{cite book|title=X}}</ref></references>")
	if s := a.Sentences; len(s) != 2 || len(s[0].Citations) != 1 || len(s[1].Citations) != 0 || !a.Citations[1].Listed {
		t.Errorf("%+v", s)
	}
}

func TestUnreferenced(t *testing.T) {
	a := wikitext("Lead.\n== A ==\n{{unreferenced section|date=July 2024}}\nx\n=== B ===\ny\n== C ==\nz")
	for i, want := range []string{"", "July 2024", "July 2024", ""} {
		if got, ok := parse.Unreferenced(a, i); got != want || ok != (want != "") {
			t.Errorf("section %d: %q, want %q", i, got, want)
		}
	}
}

// What the sample must show.
func TestCitationsOfSample(t *testing.T) {
	b, err := os.ReadFile(score.Shared(t, "seeds/sino-soviet-relations.article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	src := sinosoviet.NewSource("sample", "", string(b))
	a := parse.Flattened(src)
	numbers := map[int]bool{}
	count := map[string]int{}
	for i := range a.Citations {
		c := &a.Citations[i]
		if c.Number > 0 {
			numbers[c.Number] = true
		}
		count[string(c.Kind)+" "+string(c.Link)]++
		if c.Kind == sinosoviet.CitationNeeded && c.NeededSince == "" {
			t.Errorf("no date: %+v", c)
		}
		for _, f := range c.Fields {
			if src.Slice(f.Span) != f.Value {
				t.Errorf("%s %s: span holds %q, not %q", c.ID, f.Name, src.Slice(f.Span), f.Value)
			}
		}
	}
	if len(a.Templates) != 104 || len(numbers) != 28 || !numbers[28] {
		t.Errorf("%d templates, %d numbers", len(a.Templates), len(numbers))
	}
	want := map[string]int{"full ": 32, "short direct": 24, "pages direct": 7, "pages inferred": 11, "needed ": 9, "plain ": 1}
	if d := cmp.Diff(want, count); d != "" {
		t.Error(d)
	}
}

// Every citation has a span, its fields' spans hold their values, and targets exist.
func checkCitations(t *testing.T, a *sinosoviet.Article) {
	t.Helper()
	src := a.Source.Text()
	end := -1
	for i := range a.Citations {
		c := &a.Citations[i]
		if c.ID != fmt.Sprint("c", i+1) || c.Span.Len() <= 0 || c.Span.End > len(src) || c.Span.Start < end {
			t.Fatalf("citation %d: id %q, span %v", i, c.ID, c.Span)
		}
		end = c.Span.Start
		if c.TextAt < 0 || c.TextAt > a.Text.Len() || c.Section < 0 || c.Section >= len(a.Sections) {
			t.Fatalf("%s stands at %d in section %d", c.ID, c.TextAt, c.Section)
		}
		for _, f := range c.Fields {
			if f.Span.End > len(src) || f.Span.Start > f.Span.End || src[f.Span.Start:f.Span.End] != f.Value {
				t.Fatalf("%s: field %q = %q, span %v", c.ID, f.Name, f.Value, f.Span)
			}
		}
		if (c.Target != "") != (c.Link == sinosoviet.LinkageDirect || c.Link == sinosoviet.LinkageInferred) {
			t.Fatalf("%s: target %q, link %q", c.ID, c.Target, c.Link)
		}
		if c.Target != "" && !slices.ContainsFunc(a.Citations, func(o sinosoviet.Citation) bool { return o.ID == c.Target }) {
			t.Fatalf("%s: no citation %q", c.ID, c.Target)
		}
	}
}

func FuzzCitations(f *testing.F) {
	for _, s := range []string{"A.<ref name=a>{{cite book|title=T}}</ref>{{rp|5}}{{sfn|A|2000}}", "x{{efn|{{sfn|A|2000}}<ref>y</ref>}}{{reflist|refs=<ref name=a>b</ref>}}{{r|a|p=1}}",
		"{{#tag:ref|a|name=b}}<references><ref name=b>c</ref>{{sfnm|1a1=A|1y=2}}", "T\nA b.{{cite book|title=x}}{{Rp|3}} C d.{{Rp|3}}\nReferences\n- Garver, John W. China (Press, 2015).", "<ref><ref>{{cite book|{{cite web}}|title={{sfn|a}}}}</ref>{{harvs|last=A|year=1}}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkCitations(t, wikitext(s))
		checkCitations(t, flattened(s))
	})
}

// Twice the input takes about twice the time, on pages made to be slow.
func TestCitationsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	for name, page := range map[string]func(n int) string{
		"nested":     func(n int) string { return strings.Repeat("{{cite book|title=", n) + strings.Repeat("}}", n) },
		"references": func(n int) string { return strings.Repeat("<ref group=a name=b>x</ref><references/>", n) },
		"names":      func(n int) string { return "x" + strings.Repeat("<ref name=q>x y z</ref>{{r|q|q|p=1}}", n) },
		"one reuse":  func(n int) string { return "x{{r" + strings.Repeat("|q|p=1", n) + "}}" },
		"same key": func(n int) string {
			return strings.Repeat("x{{sfn|A|2000}} ", n) + strings.Repeat("\n* {{cite book|last=A|year=2000|title=t}}", n)
		},
		"arguments": func(n int) string {
			return "{{cite book" + strings.Repeat("|title=x|last1=y|foo=z|vauthors=A B", n) + "}}"
		},
		"value": func(n int) string { return "{{cite book|title=" + strings.Repeat("[[<!--''[http://x <ref>{", n) + "}}" },
		"pages": func(n int) string {
			return "T\n" + strings.Repeat("a b c {{cite book|title=x}}{{rp|1}} d e f{{rp|2}}", n) + "\n"
		},
	} {
		measure := func(n int) float64 {
			text := page(n)
			best := 1e9
			for range 3 {
				start := time.Now()
				wikitext(text)
				flattened(text)
				best = min(best, time.Since(start).Seconds())
			}
			return best
		}
		small, large := measure(400), measure(1600)
		if large > 0.4 && large > 12*small { // once more: the machine may have had other work
			small, large = measure(400), measure(1600)
		}
		if large > 0.4 && large > 12*small {
			t.Errorf("%s: %.3f s, then %.3f s for four times as much", name, small, large)
		}
		t.Logf("%s: %.4f s, %.4f s", name, small, large)
	}
}

// A note that only names an author of several works has them all as candidates, with less confidence.
func TestShortInPlainWords(t *testing.T) {
	a := wikitext("A.<ref>Boritt, p. 5.</ref><ref>Boritt (1994), p. 6</ref>\n* {{cite book|last=Boritt|year=1994|title=T}}\n* {{cite book|last=Boritt|year=1996|title=S}}")
	if c := &a.Citations[0]; c.Link != sinosoviet.LinkageInferred || len(c.Candidates) != 2 || c.Confidence != 0.3 {
		t.Errorf("%+v", c)
	}
	if c := &a.Citations[1]; c.Link != sinosoviet.LinkageInferred || len(c.Candidates) != 1 || c.Confidence != 0.8 || c.Target != "c3" {
		t.Errorf("%+v", c)
	}
}

// A key that several different sources have names none of them for certain: the note is inferred, with all of them as candidates. Sources
// with one title are one source.
func TestAmbiguousShortNote(t *testing.T) {
	const note = "A.{{sfn|A|2000|p=3}}\n"
	tests := []struct {
		name, sources string
		link          sinosoviet.Linkage
		confidence    float64
		candidates    int
		found         bool
	}{
		{"one", "* {{cite book|last=A|year=2000|title=T}}", sinosoviet.LinkageDirect, 1, 0, false},
		{"two", "* {{cite book|last=A|year=2000|title=T}}\n* {{cite book|last=A|year=2000|title=S}}", sinosoviet.LinkageInferred, 0.5, 2, true},
		{"three", "* {{cite book|last=A|year=2000|title=T}}\n* {{cite book|last=A|year=2000|title=S}}\n* {{cite web|last=A|date=May 2000|title=U}}", sinosoviet.LinkageInferred, 1.0 / 3, 3, true},
		{"the same twice", "* {{cite book|last=A|year=2000|title=T}}\n* {{cite book|last=A|year=2000|title=T}}", sinosoviet.LinkageDirect, 1, 2, false},
		{"told apart by letters", "* {{cite book|last=A|year=2000|title=T}}\n* {{cite book|last=A|year=2000b|title=S}}", sinosoviet.LinkageDirect, 1, 0, false},
	}
	for _, tt := range tests {
		a := wikitext(note + tt.sources)
		c := &a.Citations[0]
		if c.Link != tt.link || c.Confidence != tt.confidence || len(c.Candidates) != tt.candidates || c.Target != "c2" {
			t.Errorf("%s: %s %s %v %v, want %s c2 %v and %d candidates", tt.name, c.Link, c.Target, c.Confidence, c.Candidates, tt.link, tt.confidence, tt.candidates)
		}
		found := slices.ContainsFunc(a.Diagnostics, func(d sinosoviet.Diagnostic) bool { return d.Code == "ambiguous-short-note" && d.Span == c.Span })
		if found != tt.found {
			t.Errorf("%s: ambiguous-short-note found: %t, want %t", tt.name, found, tt.found)
		}
	}
}
