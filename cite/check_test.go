package cite_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/cite"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
	"github.com/sinosoviet/sinosoviet/internal/score"
)

// today is fixed, so that what these tests expect does not change with the clock.
var today = edtf.Day{Year: 2026, Month: 11, Day: 22}

func citation(t testing.TB, text string) sinosoviet.Citation {
	t.Helper()
	tpl, ok := cs1.ParseTemplate(text, 0)
	if !ok {
		t.Fatalf("no template: %s", text)
	}
	return cs1.Citation(tpl)
}

func codes(t testing.TB, text string, maintenance bool) []string {
	c := citation(t, text)
	got := []string{}
	for _, d := range (cite.CheckOptions{Today: today, Maintenance: maintenance}).Check(&c) {
		if code := string(d.Code); !slices.Contains(got, code) {
			got = append(got, code)
		}
	}
	slices.Sort(got)
	return got
}

func lines(t testing.TB, path string, each func(line []byte)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		each(s.Bytes())
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
}

// What the checker itself reports, where its versions agree.
func TestScoreCheckAgainstVerdicts(t *testing.T) {
	same, total := 0, 0
	lines(t, score.Shared(t, "cite/cs1_lint_dev.jsonl"), func(line []byte) {
		var row struct {
			Wikitext string
			Codes    []string
			CodesOld []string `json:"codes_old"`
		}
		if err := json.Unmarshal(line, &row); err != nil {
			t.Fatal(err)
		}
		agree := slices.Equal(row.Codes, row.CodesOld)
		want := []string{}
		for _, c := range row.Codes {
			want = append(want, "cs1-"+strings.ReplaceAll(c, "_", "-"))
		}
		slices.Sort(want)
		got := codes(t, row.Wikitext, false)
		if agree {
			total++
		}
		if slices.Equal(got, want) {
			if agree {
				same++
			}
		} else {
			t.Logf("agree=%t %s\n\tgot %v want %v", agree, row.Wikitext, got, want)
		}
	})
	score.Report(t, "cite/cs1-lint/rows-equal", 100*float64(same)/float64(max(total, 1)))
	if same*100 < total*95 {
		t.Errorf("only %d of %d rows", same, total)
	}
}

func tryCitation(text string) (sinosoviet.Citation, bool) {
	tpl, ok := cs1.ParseTemplate(text, 0)
	if !ok {
		return sinosoviet.Citation{}, false
	}
	return cs1.Citation(tpl), true
}

// Conditions one by one: where the checker's rules are known from its documentation.
func TestCheck(t *testing.T) {
	for text, want := range map[string]string{
		"{{cite book}}":                                                          "empty-citation",
		"{{cite book|title=}}":                                                   "empty-citation",
		"{{cite web|title=T}}":                                                   "cite-web-url",
		"{{cite web|url=http://x.org}}":                                          "citation-missing-title",
		"{{cite book|title=T|some words}}":                                       "text-ignored",
		"{{cite book|title=T|Publisher=P}}":                                      "parameter-ignored-suggest",
		"{{cite book|title=T|accessed=2020}}":                                    "parameter-ignored-suggest",
		"{{cite book|title=T|lay-url=http://x.org}}":                             "deprecated-params",
		"{{cite book|title=T|access-date=2020-01-02}}":                           "accessdate-missing-url",
		"{{cite web|title=T|url=http://x.org|access-date=May 2020}}":             "bad-date",
		"{{cite web|title=T|url=http://x.org|access-date=1999-01-02}}":           "bad-date",
		"{{cite web|title=T|url=http://x.org|access-date=2027-01-02}}":           "bad-date",
		"{{cite web|title=T|url=http://x.org|access-date=2026-11-23}}":           "",
		"{{cite book|title=T|archive-url=http://x.org|archive-date=2020-01-02}}": "archive-missing-url",
		"{{cite web|title=T|url=http://x.org|archive-url=https://web.archive.org/web/2020/http://x.org|archive-date=2020-01-02}}":              "archive-url",
		"{{cite web|title=T|url=http://x.org|archive-url=https://web.archive.org/web/20200101000000id_/http://x.org|archive-date=2020-01-02}}": "",
		"{{cite web|title=T|url=www.x.org}}": "bad-url", "{{cite web|title=T|url=//x.org}}": "", "{{cite web|title=T|url=http://x}}": "bad-url", "{{cite web|title=T|url=http://10.0.0.1/a}}": "",
		"{{cite book|title=[[T]]|url=http://x.org}}":     "wikilink-in-url",
		"{{cite book|title=T|last1=A|last3=C}}":          "missing-name",
		"{{cite book|title=T|last=A et al.}}":            "explicit-et-al",
		"{{cite book|title=T|last=A|display-authors=1}}": "disp-name", "{{cite book|title=T|last=A|last2=B|display-authors=1}}": "", "{{cite book|title=T|last=A|display-authors=x}}": "disp-name",
		"{{cite book|title=T|vauthors=Smith J.}}": "vancouver", "{{cite book|title=T|vauthors=Smith JK Jr, de Vries A, ((WHO))}}": "",
		"{{cite book|title=T|author=Editor}}": "generic-name", "{{cite book|title=T|author=Smith, A. (ed.)}}": "generic-name", "{{cite book|title=T|last=Reed|first=Alfred}}": "",
		"{{cite book|title=T|url-access=registration}}": "param-access-requires-param", "{{cite book|title=T|mode=mla}}": "invalid-param-val",
		"{{cite book|title=T|volume=Vol. 3}}": "extra-text-volume", "{{cite book|title=T|edition=Revised}}": "", "{{cite book|title=T|page=P5}}": "", "{{cite book|title=T|page=p5}}": "extra-text-pages",
		"{{cite journal|title=T|journal=J|contributor-last=C}}": "contributor-ignored",
		"{{cite book|title=T|doi-broken-date=2020-01-01}}":      "doibroken-missing-doi", "{{cite book|title=T|pmc-embargo-date=1 May 2030}}": "embargo-missing-pmc", "{{cite book|title=T|asin-tld=xx}}": "asintld-missing-asin cs1-bad-asin-tld",
		"{{cite arXiv|title=T|arxiv=hep-th/9901001|class=hep-th}}": "class-ignored", "{{cite bioRxiv|title=T}}": "biorxiv-missing",
		"{{cite book|title=T\u200B}}": "invisible-char", "{{cite book|title=T|conference-url=http://x.org}}": "parameter-ignored cs1-bare-url-missing-title",
		"{{cite book|trans-title=T}}": "trans-missing-title", "{{cite book|title=T|script-title=Заголовок}}": "script-parameter", "{{cite book|title=T|script-title=ru:Заголовок}}": "",
		"{{cite book|title=T|date=29 February 1900}}": "bad-date", "{{cite book|title=T|date=1500-01-01}}": "bad-date", "{{cite book|title=T|date=2027}}": "", "{{cite book|title=T|date=2028}}": "bad-date", "{{cite book|title=T|date=1950–1949}}": "bad-date",
		"{{cite book|title=T|date=c. May 1912}}": "bad-date", "{{cite book|title=T|date=19 Oct. 1950}}": "bad-date", "{{cite book|title=T|date=Sept 1950}}": "bad-date", "{{cite book|title=T|date=2000-05}}": "bad-date",
		"{{cite EB1911|wstitle=X|foo=bar|access-date=2020}}": "bad-date",
	} {
		var list []string
		for _, c := range strings.Fields(want) {
			list = append(list, "cs1-"+strings.TrimPrefix(c, "cs1-"))
		}
		slices.Sort(list)
		if got := codes(t, text, false); !slices.Equal(got, list) && len(got)+len(list) > 0 {
			t.Errorf("%s: %v, want %v", text, got, list)
		}
	}
}

// Maintenance conditions are reported only when asked for, and are no errors.
func TestCheckMaintenance(t *testing.T) {
	const text = "{{cite book|title=Archived copy|last=1234|date=12 May 2000|year=2001|language=Klingonese|archive-date=2020-01-01}}"
	if got := codes(t, text, false); len(got) != 0 {
		t.Errorf("errors: %v", got)
	}
	want := []string{"cs1-archive-date-missing-url", "cs1-archived-copy", "cs1-date-year", "cs1-numeric-names", "cs1-unknown-lang"}
	if got := codes(t, text, true); !slices.Equal(got, want) {
		t.Errorf("maintenance: %v, want %v", got, want)
	}
}

// A finding's span is that of the value at fault, and unknown names come with a suggestion.
func TestCheckSpans(t *testing.T) {
	const text = "{{cite book |title=T |isbn=123 |pubilsher=P |last=A}}"
	c := citation(t, text)
	var got []string
	for _, d := range (cite.CheckOptions{Today: today}).Check(&c) {
		got = append(got, text[d.Span.Start:d.Span.End]+": "+d.Message)
	}
	want := []string{"123: |isbn=: not a valid identifier of that scheme", "P: |pubilsher=: not a parameter of this template; did you mean |publisher=?"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	for _, kind := range []sinosoviet.CitationKind{sinosoviet.CitationShort, sinosoviet.CitationPlain} {
		if ds := cite.Check(&sinosoviet.Citation{Kind: kind}); ds != nil {
			t.Errorf("%s: %v", kind, ds)
		}
	}
}

// What belongs to another wiki's template is not measured by English rules, and keeps its names in the normal form.
func TestOtherWikis(t *testing.T) {
	tpl, ok := cs1.ParseTemplate("{{Literatur|Autor=A B|Titel=T|Datum=5. März 2010|ISBN=1|Seiten=5}}", 0)
	if !ok {
		t.Fatal("no template")
	}
	c := cs1.Citation(tpl)
	var codes []string
	for _, d := range cite.Check(&c) {
		codes = append(codes, string(d.Code))
	}
	if want := []string{"cs1-bad-isbn"}; !slices.Equal(codes, want) {
		t.Errorf("found %v, want %v", codes, want)
	}
	var b strings.Builder
	if err := cite.WriteWikitext(&b, slices.Values([]*sinosoviet.Citation{&c})); err != nil {
		t.Fatal(err)
	}
	if want := "{{Literatur |Autor=A B |Datum=5. März 2010 |Titel=T |Seiten=5 |isbn=1}}\n"; b.String() != want {
		t.Errorf("got  %swant %s", b.String(), want)
	}
}
