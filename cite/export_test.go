package cite_test

import (
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/cite"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/internal/score"
)

// hostile is a citation with all that the formats have to escape.
const hostile = `{{cite journal |last1=O'Neill |first1=Ann, Jr |author2=Smith and Sons, {{Inc}} & Co. |last3=毛 |first3=泽东 |title=50% of $5 & #1_x {y} ~ ^ \ "q" <b> |journal=Ä–ö 中苏关系 |date=8 March – 12 April 1975 |pages=1–3 |url=http://example.org/a_b?c={d}&e=%20f |doi=10.1000/a_b |quote=line
TY  - BOOK}}`

func written(t *testing.T, write func(*bytes.Buffer, func(func(*sinosoviet.Citation) bool)) error, texts ...string) string {
	t.Helper()
	var b bytes.Buffer
	var cs []sinosoviet.Citation
	for _, s := range texts {
		cs = append(cs, citation(t, s))
	}
	if err := write(&b, cite.Sources(cs)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

type seq = func(func(*sinosoviet.Citation) bool)

func TestWriteBibTeX(t *testing.T) {
	got := written(t, func(b *bytes.Buffer, s seq) error { return cite.WriteBibTeX(b, s) }, hostile, "{{cite thesis|last=A|degree=MA|date=14 February 1950|title=T|publisher=U}}", "{{cite book|title=T|date=c. 1900}}", "{{cite magazine|title=T|magazine=M|date=Spring 2000}}")
	want := `@article{oneill1975,
  author = {O'Neill, Jr, Ann and {Smith and Sons, \& Co.} and 毛, 泽东},
  title = {{50\% of \$5 \& \#1\_x \{y\} \textasciitilde{} \textasciicircum{} \textbackslash{} "q"}},
  journal = {Ä–ö 中苏关系},
  pages = {1--3},
  date = {1975-03-08/1975-04-12},
  year = {1975},
  doi = {10.1000/a_b},
  url = {http://example.org/a_b?c=%7Bd%7D&e=%20f}
}

@mastersthesis{a1950,
  author = {{A}},
  title = {{T}},
  school = {U},
  year = {1950},
  month = feb,
  day = {14}
}

@book{t1900,
  title = {{T}},
  year = {c. 1900}
}

@article{t2000,
  title = {{T}},
  journal = {M},
  entrysubtype = {magazine},
  year = {2000},
  season = {spring}
}
`
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestWriteBibLaTeX(t *testing.T) {
	got := written(t, func(b *bytes.Buffer, s seq) error { return cite.WriteBibLaTeX(b, s) }, "{{cite encyclopedia|title=Hua|encyclopedia=EB|editor=X, Y|date=October 1959|access-date=2023-01-10|trans-title=Flower}}", "{{cite web|title=T|website=W|url=http://x.org|date=1950s|publisher=P}}", "{{cite news|title=T|newspaper=N|date=n.d.}}")
	want := `@inreference{x1959,
  editor = {X, Y},
  title = {{Flower}},
  origtitle = {{Hua}},
  booktitle = {EB},
  date = {1959-10},
  urldate = {2023-01-10}
}

@online{t1950,
  title = {{T}},
  maintitle = {W},
  organization = {P},
  date = {195X},
  url = {http://x.org}
}

@article{t,
  title = {{T}},
  journaltitle = {N},
  entrysubtype = {newspaper},
  pubstate = {n.d.}
}
`
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestWriteRIS(t *testing.T) {
	got := written(t, func(b *bytes.Buffer, s seq) error { return cite.WriteRIS(b, s) }, hostile)
	want := strings.ReplaceAll(`TY  - JOUR
AU  - O'Neill, Ann, Jr
AU  - Smith and Sons, & Co.
AU  - 毛, 泽东
TI  - 50% of $5 & #1_x {y} ~ ^ \ "q"
T2  - Ä–ö 中苏关系
PY  - 1975
DA  - 1975/03/08/8 March – 12 April 1975
SP  - 1
EP  - 3
DO  - 10.1000/a_b
UR  - http://example.org/a_b?c={d}&e=%20f
N1  - quote: line TY - BOOK
ID  - oneill1975
ER  - 

`, "\n", "\r\n")
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestWriteWikitext(t *testing.T) {
	got := written(t, func(b *bytes.Buffer, s seq) error { return cite.WriteWikitext(b, s) },
		"{{ Cite_book\n| publisher = P | accessdate=2020-01-02 | URL=http://x.org | editor2-first=B | editor2-last=A | first = F | last=[[L]] | empty= | odd=x{{!}}y | title=T | location=here | author2=C | p=3 | isbn=1 | title=U}}",
		"{{cite journal|journal=J|title=T|number=3|authorlink=X|last=Y}}")
	want := "{{cite book |last1=[[L]] |first1=F |author2=C |editor-last2=A |editor-first2=B |title=U |url=http://x.org |location=here |publisher=P |page=3 |access-date=2020-01-02 |odd=x{{!}}y |isbn=1}}\n" +
		"{{cite journal |last1=Y |author-link1=X |title=T |journal=J |number=3}}\n"
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	// Without fields the typed values are printed.
	c := sinosoviet.Citation{Kind: sinosoviet.CitationPlain, Type: "book", Title: "A | B", Publisher: "P", Date: edtf.MustParse("2015"), People: []sinosoviet.Person{{Role: "author", Family: "Garver", Given: "John W."}}}
	var b bytes.Buffer
	if err := cite.WriteWikitext(&b, one(c)); err != nil {
		t.Fatal(err)
	}
	if want := "{{cite book |last1=Garver |first1=John W. |date=2015 |title=A {{!}} B |publisher=P}}\n"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}

// A normal form stays as it is, and says the same.
func TestWikitextIdempotent(t *testing.T) {
	for _, in := range []string{hostile, "{{cite AV media|people=A, B (director)|title=x|trans-title=y|date=2003}}", "{{citation|author=A|title=T|work=W|veditors=A B, C D|p=3}}"} {
		first := written(t, func(b *bytes.Buffer, s seq) error { return cite.WriteWikitext(b, s) }, in)
		second := written(t, func(b *bytes.Buffer, s seq) error { return cite.WriteWikitext(b, s) }, first)
		if first != second {
			t.Errorf("%s\n%s", first, second)
		}
		a, b := citation(t, in), citation(t, first)
		if !reflect.DeepEqual(cslOf(t, a), cslOf(t, b)) {
			t.Errorf("%v\n%v", cslOf(t, a), cslOf(t, b))
		}
	}
}

func TestCSLDates(t *testing.T) {
	for in, want := range map[string]string{
		"1989": `{"date-parts":[[1989]]}`, "14 February 1950": `{"date-parts":[[1950,2,14]]}`, "October 1959": `{"date-parts":[[1959,10]]}`, "Spring 2000": `{"date-parts":[[2000]],"season":1}`,
		"c. 1900": `{"circa":true,"date-parts":[[1900]]}`, "1999–2000": `{"date-parts":[[1999],[2000]]}`, "1950s": `{"literal":"1950s"}`, "n.d.": `{"literal":"n.d."}`, "First Quarter 2020": `{"literal":"First Quarter 2020"}`,
		"44 BC": `{"date-parts":[[-43]]}`,
	} {
		got, _ := json.Marshal(cslOf(t, citation(t, "{{cite book|title=T|date="+in+"}}"))["issued"])
		if string(got) != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// What WriteCSL prints, ReadCSL reads back; and printed again it is the same.
func TestCSLRoundTrip(t *testing.T) {
	for _, in := range []string{hostile, "{{cite book|last=A|date=c. 1900|title=B|chapter=C|chapter-url=http://x.org|isbn=1|page=4|series=S|orig-date=1850|jstor=5|archive-url=http://y.org|language=ru}}",
		"{{cite speech|title=T|event=E|location=L|people=X, Y (director)|date=2000a}}", "{{cite thesis|title=T|degree=PhD|publisher=U|year=2000}}", "{{cite episode|title=T|series=S|network=N|date=Spring 2000}}", "{{cite report|title=T|number=5|date=1950s}}"} {
		first := cslOf(t, citation(t, in))
		b, _ := json.Marshal(first)
		for c, err := range cite.ReadCSL(bytes.NewReader(b)) {
			if err != nil {
				t.Fatal(err)
			}
			second := cslOf(t, c)
			delete(first, "id")
			delete(second, "id")
			if d := cmp.Diff(first, second); d != "" {
				t.Errorf("%s\n%s", in, d)
			}
		}
	}
}

func TestReadCSL(t *testing.T) {
	for in, want := range map[string][]string{
		`[{"title":"A","volume":17,"type":"article-journal"},{"title":["B"],"x":"kept"}]`: {"A", "B"},
		"{\"title\":\"A\"}\n{\"title\":\"B\"}\n":                                          {"A", "B"}, "\uFEFF []": nil, "": nil, `[{"title":"A"}, 5]`: {"A", "error"}, `[{"title":"A"}`: {"A", "error"}, "nonsense": {"error"},
		`[{"title":"A","custom":{"a":{"b":1}},"event":{"x":1}}]`: {"A"},
	} {
		var got []string
		for c, err := range cite.ReadCSL(strings.NewReader(in)) {
			if err != nil {
				got = append(got, "error")
				break
			}
			got = append(got, c.Title)
			if c.Title == "B" && c.Kind != sinosoviet.CitationFull {
				t.Errorf("%+v", c)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// The context objects that Wikipedia's own module makes.
func TestCOinS(t *testing.T) {
	same, total := 0, 0
	lines(t, score.Shared(t, "cite/cs1_lint_dev.jsonl"), func(line []byte) {
		var row struct {
			Wikitext string
			Coins    []map[string]any
		}
		if err := json.Unmarshal(line, &row); err != nil {
			t.Fatal(err)
		}
		c := citation(t, row.Wikitext)
		got, err := url.ParseQuery(cite.COinS(&c))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range row.Coins {
			for k, v := range want {
				values, ok := v.([]any)
				if !ok {
					values = []any{v}
				}
				for _, v := range values {
					total++
					if slices.ContainsFunc(got[k], func(s string) bool {
						return strings.TrimPrefix(s, "https:") == strings.TrimPrefix(v.(string), "https:")
					}) {
						same++
					} else {
						t.Logf("%s: %s = %q, want %v", row.Wikitext, k, got[k], v)
					}
				}
			}
		}
	})
	t.Logf("%d of %d values are Wikipedia's", same, total)
	if same*100 < total*95 {
		t.Error("fewer than 95 %")
	}
}

func FuzzWriters(f *testing.F) {
	f.Add(hostile)
	f.Add("{{cite book|title={{{{|date=1/2/3|people=;(a)|pages=–|url=\\}}")
	f.Fuzz(func(t *testing.T, s string) {
		if !strings.HasPrefix(s, "{{") || strings.ContainsRune(s, 0xFFFD) {
			return
		}
		c, ok := tryCitation(s)
		if !ok {
			return
		}
		var b bytes.Buffer
		for _, write := range []func() error{
			func() error { return cite.WriteCSL(&b, one(c)) }, func() error { return cite.WriteBibTeX(&b, one(c)) }, func() error { return cite.WriteBibLaTeX(&b, one(c)) },
			func() error { return cite.WriteRIS(&b, one(c)) }, func() error { return cite.WriteWikitext(&b, one(c)) },
		} {
			if err := write(); err != nil {
				t.Fatal(err)
			}
		}
		b.Reset()
		cite.COinS(&c)
		cite.CheckOptions{Today: today, Maintenance: true}.Check(&c)
		if err := cite.WriteBibTeX(&b, one(c)); err != nil {
			t.Fatal(err)
		}
		if n := balance(b.String()); n != 0 {
			t.Fatalf("braces are off by %d in\n%s", n, b.String())
		}
	})
}

// balance is how many more braces open than close, escaped ones not counted.
func balance(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			n++
		case '}':
			n--
		}
	}
	return n
}

// What a librarian would miss or reject: each part must stand in the output, or must not.
func TestExportDetails(t *testing.T) {
	for _, tt := range []struct {
		in     string
		write  func(io.Writer, iter.Seq[*sinosoviet.Citation]) error
		has    []string
		hasNot string
	}{
		{"{{cite book|last=A|first=B|title=T|date=c. 1998}}", cite.WriteBibLaTeX, []string{"date = {1998~}"}, "textasciitilde"},
		{"{{cite book|last=A|first=B|last2=C|first2=D|display-authors=etal|title=T}}", cite.WriteBibTeX, []string{"author = {A, B and C, D and others}"}, ""},
		{"{{cite book|last=Caesar|title=T|date=50 BC}}", cite.WriteBibTeX, []string{"year = {50 BC}"}, "-49"},
		{"{{cite book|last=Caesar|title=T|date=50 BC}}", cite.WriteRIS, []string{"DA  - ///50 BC"}, "-49"},
		{"{{cite book|last=Caesar|title=T|date=50 BC}}", cite.WriteBibLaTeX, []string{"date = {-0049}"}, ""},
		{"{{cite AV media|people=A, B (director); C, D (producer)|title=T}}", cite.WriteBibLaTeX, []string{"editora = {A, B}", "editoratype = {director}", "editorb = {C, D}", "editorbtype = {producer}"}, ""},
		{"{{cite patent|inventor1-last=Edison|inventor1-first=Thomas|country=US|number=223898|title=Electric-Lamp|issue-date=27 January 1880}}", cite.WriteCSL,
			[]string{`"type":"patent"`, `"author":[{"family":"Edison","given":"Thomas"}]`, `"number":"223898"`, `"jurisdiction":"US"`, "[[1880,1,27]]"}, "publisher-place"},
		{"{{cite patent|inventor-last=Edison|title=T|number=1}}", cite.WriteRIS, []string{"TY  - PAT", "AU  - Edison"}, ""},
		{"{{cite Q|Q123}}", cite.WriteCSL, []string{`"type":"document"`, `"wikidata":"Q123"`}, `"book"`},
		{"{{cite episode|title=T|series=S|season=2|number=3|time=1:02}}", cite.WriteCSL, []string{`"season":"2"`, `"time":"1:02"`}, ""},
	} {
		c := citation(t, tt.in)
		var b strings.Builder
		if err := tt.write(&b, slices.Values([]*sinosoviet.Citation{&c})); err != nil {
			t.Fatal(err)
		}
		for _, part := range tt.has {
			if !strings.Contains(b.String(), part) {
				t.Errorf("%s: no %s in\n%s", tt.in, part, b.String())
			}
		}
		if tt.hasNot != "" && strings.Contains(b.String(), tt.hasNot) {
			t.Errorf("%s: %s in\n%s", tt.in, tt.hasNot, b.String())
		}
	}
}

// Patents, "and others" and years before Christ come back as they went.
func TestExportDetailsRead(t *testing.T) {
	for _, in := range []string{
		"{{cite patent|inventor1-last=Edison|inventor1-first=Thomas|country=US|number=223898|title=T|issue-date=27 January 1880}}",
		"{{cite book|last=A|first=B|last2=C|first2=D|display-authors=etal|title=T}}", "{{cite book|last=Caesar|first=J.|title=T|date=50 BC}}", "{{cite book|title=T|date=c. 1998}}",
	} {
		c := citation(t, in)
		for name, f := range map[string]struct {
			write func(io.Writer, iter.Seq[*sinosoviet.Citation]) error
			read  func(io.Reader) iter.Seq2[sinosoviet.Citation, error]
		}{"CSL": {cite.WriteCSL, cite.ReadCSL}, "BibTeX": {cite.WriteBibTeX, cite.ReadBibTeX}, "BibLaTeX": {cite.WriteBibLaTeX, cite.ReadBibTeX}} {
			var b bytes.Buffer
			if err := f.write(&b, slices.Values([]*sinosoviet.Citation{&c})); err != nil {
				t.Fatal(err)
			}
			out := b.String()
			for got, err := range f.read(&b) {
				if err != nil {
					t.Fatal(err)
				}
				if got.Type != c.Type || got.Title != c.Title || got.Date != c.Date || got.Issue != c.Issue || got.Place != c.Place || !slices.Equal(got.People, c.People) || got.Field("display-authors") != c.Field("display-authors") {
					t.Errorf("%s by %s:\n%s\ngot  %+v", in, name, out, got)
				}
			}
		}
	}
}
