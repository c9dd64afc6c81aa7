package cite_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strconv"
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
		"{{cite web|url=http://x.org}}":                                          "citation-missing-title cs1-bare-url-missing-title",
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
		"{{cite book|title=T|doi-broken-date=2020-01-01}}":      "doibroken-missing-doi", "{{cite book|title=T|pmc-embargo-date=1 May 2030}}": "embargo-missing-pmc", "{{cite book|title=T|asin-tld=xx}}": "asintld-missing-asin",
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

// More of the same, by the rules of Module:Citation/CS1 and its Date_validation and Identifiers as they stood in 2022: a part of a
// condition that a neighbour of the rows above would show.
func TestCheckNeighbours(t *testing.T) {
	book, journal, web := "{{cite book|title=T|", "{{cite journal|title=T|journal=J|", "{{cite web|title=T|url=http://x.org|"
	for _, tt := range [...]struct{ before, rest, want string }{
		// dates
		{book, "date=Summer 1999", ""}, {book, "date=Fall 1999", ""}, {book, "date=Easter 2000", ""}, {book, "date=Third Quarter 2020", ""}, {book, "date=third quarter 2020", "bad-date"},
		{book, "date=Spring–Summer 2000", ""}, {book, "date=Winter–Spring 2000", "bad-date"}, {book, "date=Summer 1999–00", ""}, {book, "date=Autumn 1999–2000", "bad-date"}, {book, "date=Winter 1999–2001", "bad-date"},
		{book, "date=n.d.", ""}, {book, "date=nd", ""}, {book, "date=undated", "bad-date"}, {book, "date=forthcoming", "bad-date"}, {book, "date=1950?", "bad-date"}, {book, "date=circa 1950", "bad-date"}, {book, "date=c.1950", "bad-date"},
		{book, "date=ca. 1950", "bad-date"}, {book, "date=c. 99", "bad-date"}, {book, "date=c. 450", ""}, {book, "publication-date=c. 1950", "bad-date"}, {book, "publication-date=n.d.", "bad-date"},
		{book, "date=1950-51", ""}, {book, "date=1950–12", "bad-date"}, {book, "date=1950–1951a", ""}, {book, "date=1950 – 1951", "bad-date"}, {book, "date=1951–50", "bad-date"}, {book, "date=1950/51", "bad-date"}, {book, "date=998–1002", ""},
		{book, "date=Jan–Feb 2000", ""}, {book, "date=Jan–March 2000", "bad-date"}, {book, "date=May–Jun 2000", ""}, {book, "date=June – July 1969", "bad-date"}, {book, "date=July–June 1969", "bad-date"}, {book, "date=June 1969–July 1970", "bad-date"}, {book, "date=June 1969 – July 1970", ""},
		{book, "date=5–7 June 1969", ""}, {book, "date=5-7 June 1969", ""}, {book, "date=7–5 June 1969", "bad-date"}, {book, "date=29 Jun – 3 Jul 1969", ""}, {book, "date=29 Jun – 3 July 1969", "bad-date"}, {book, "date=29 June–3 July 1969", "bad-date"},
		{book, "date=29 December 1969 – 3 January 1970", ""}, {book, "date=December 29, 1969 – January 3, 1970", ""}, {book, "date=June 5–7 1969", "bad-date"},
		{book, "date=05 June 1969", "bad-date"}, {book, "date=June 05, 1969", "bad-date"}, {book, "date=June 5 1969", "bad-date"}, {book, "date=5 June, 1969", "bad-date"}, {book, "date=JUNE 1969", "bad-date"}, {book, "date=1969 June", "bad-date"}, {book, "date=06/05/1969", "bad-date"},
		{book, "date=2000-02-30", "bad-date"}, {book, "date=2000-13-01", "bad-date"}, {book, "date=1999-02-29", "bad-date"}, {book, "date=500 BC", "bad-date"}, {book, "date=12", "bad-date"}, {book, "date=987", ""}, {book, "date=June 987", "bad-date"}, {book, "date=1 June 987", ""},
		{book, "year=1950|date=", ""}, {book, "year=May 1950", ""}, {book, "date=Monday 5 June 2000", "bad-date"}, {book, "date=5 June 2000 12:00", "bad-date"}, {book, "date=2000a", ""}, {book, "date=2000aa", "bad-date"}, {book, "date=1 June 2000b", ""},
		{web, "access-date=14 January 2001", "bad-date"}, {web, "access-date=15 January 2001", ""}, {web, "access-date=n.d.", "bad-date"}, {web, "access-date=2020-01-01a", "bad-date"}, {web, "accessdate=Jan 5, 2010", ""},
		// identifiers
		{journal, "isbn=978-0-19-505454-5 (hardback)", "bad-isbn"}, {journal, "isbn=979-0-2600-0043-8", "bad-isbn"}, {journal, "isbn=0-8044-2957-X", ""}, {journal, "isbn=0-8044-2957", "bad-isbn"}, {journal, "isbn=978–0–19–505454–5", "bad-isbn"}, {journal, "isbn=ISBN 0195054326", "bad-isbn"},
		{journal, "issn=2049-3631", "bad-issn"}, {journal, "issn=1050-124x", "bad-issn"}, {journal, "issn=1050–124X", ""}, {journal, "issn=1050-124", "bad-issn"}, {journal, "eissn=2049-3630", ""},
		{journal, "doi=doi:10.1000/1", "bad-doi"}, {journal, "doi=10.1515/978,", "bad-doi"}, {journal, "doi=10.123/4", "bad-doi"}, {journal, "doi=10.123.4/5", ""}, {journal, "doi=10.12.3/4", "bad-doi"}, {journal, "doi=10.0123/4", "bad-doi"}, {journal, "doi=10.99999/4", "bad-doi"}, {journal, "doi=10.1000.10/123", ""}, {journal, "doi=10.1515/a–b", "bad-doi"}, {journal, "doi=10.1515", "bad-doi"},
		{journal, "jstor=2609120", ""}, {journal, "jstor=2609 120", "bad-jstor"}, {journal, "jstor=https://www.jstor.org/stable/1", "bad-jstor cs1-param-has-ext-link"},
		{journal, "oclc=(OCoLC)77116846", ""}, {journal, "oclc=(OCoLC)077116846", "bad-oclc"}, {journal, "oclc=ocm7711684", "bad-oclc"}, {journal, "oclc=12345678901", "bad-oclc"}, {journal, "oclc=on1234567890", ""}, {journal, "oclc=77 116", "bad-oclc"},
		{journal, "pmid=0", "bad-pmid"}, {journal, "pmid=09702189", ""}, {journal, "pmc=pmc3514537", ""}, {journal, "pmc=PMC 3514537", "bad-pmc"}, {journal, "s2cid=0157", "bad-s2cid"}, {journal, "s2cid=S2CID 157", "bad-s2cid"}, {journal, "osti=1017", "bad-osti"}, {journal, "ssrn=1234567", ""}, {journal, "rfc=0", "bad-rfc"},
		{journal, "arxiv=hep-th/9901001v2", ""}, {journal, "arxiv=hep-th/0704001", "bad-arxiv"}, {journal, "arxiv=hep-th/9913001", "bad-arxiv"}, {journal, "arxiv=arXiv:1108.2700", "bad-arxiv"}, {journal, "arxiv=1501.0001", "bad-arxiv"}, {journal, "arxiv=0703.1234", "bad-arxiv"}, {journal, "arxiv=1413.1234", "bad-arxiv"}, {journal, "arxiv=1412.1234v3", ""},
		{journal, "bibcode=1974A&A....79..819H", ""}, {journal, "bibcode=1974A&....79...819H", "bad-bibcode"}, {journal, "bibcode=1974AJ....79..819Hx", ""}, {journal, "bibcode=74AJ.......79..819H", "bad-bibcode"},
		{journal, "lccn=2001627090", ""}, {journal, "lccn=sn 85000678", "bad-lccn"}, {journal, "lccn=abcd85000678", "bad-lccn"}, {journal, "lccn=89-1234567", "bad-lccn"}, {journal, "ol=OL7030731M", ""}, {journal, "ol=M7030731", "bad-ol"},
		{journal, "hdl=20.1000/100.", "bad-hdl"}, {journal, "hdl=20.1000", "bad-hdl"}, {journal, "mr=MR0062777", ""}, {journal, "mr=12345678", "bad-mr"}, {journal, "zbl=0472.5301", "bad-zbl"}, {journal, "zbl=04725301", ""}, {journal, "jfm=54.0271.04", ""}, {journal, "jfm=JFM 54.0271.04", "bad-jfm"},
		{journal, "asin=B00086U61Y", ""}, {journal, "asin=b00086u61y", "bad-asin"}, {journal, "asin=B00086U61", "bad-asin"}, {journal, "ismn=979-0-2600-0043-7", "bad-ismn"}, {journal, "ismn=M-2600-0043-8", "bad-ismn"}, {journal, "sbn=356-02201-3", ""}, {journal, "citeseerx=10.1.1.176.341", ""}, {journal, "citeseerx=10.1.1.0176.341", "bad-citeseerx"},
		{journal, "biorxiv=078733", "bad-biorxiv"}, {journal, "biorxiv=10.1101/2018.07.24.220400", "bad-biorxiv"}, {journal, "biorxiv=10.1101/2020.07.24.220400v2", ""},
		// titles, names, addresses
		{"{{cite web|", "url=http://x.org|trans-title=T", "trans-missing-title"}, {"{{cite episode|", "title=T", "citation-missing-title"}, {"{{cite episode|", "title=T|series=S", ""}, {"{{citation|title=T|", "website=W", "cite-web-url"}, {"{{cite web|", "title=T|access-date=5 May 2010", "cite-web-url cs1-accessdate-missing-url"},
		{web, "title-link=T", "wikilink-in-url"}, {book, "title-link=[[T]]", "bad-paramlink"}, {"{{cite book|title=[[T]]|", "title-link=T", "bad-paramlink"}, {book, "last=[[A]]|author-link=A", "bad-paramlink"}, {book, "last=A|author-link=A (writer)", ""},
		{book, "last1=A|last2=B|last4=D", "missing-name"}, {book, "first1=A|last2=B", "first-missing-last"}, {book, "editor-first=A", "first-missing-last"}, {book, "last=A|first=B et al.", "explicit-et-al"}, {book, "last=A|last2=B|display-authors=2", "disp-name"}, {book, "editor=A|display-editors=etal", ""},
		{journal, "vauthors=Smith JKLM", "vancouver"}, {journal, "vauthors=Smith", ""}, {journal, "vauthors=Smith JKL", "vancouver"}, {journal, "vauthors=Smith John", "vancouver"}, {journal, "asin=B00086U61Y|asin-tld=xx", "bad-asin-tld"}, {journal, "vauthors=Smith J, et al.", ""}, {book, "vauthors=Smith J|last=B", "redundant-parameters"}, {book, "page=1|pages=2", "redundant-parameters"}, {book, "location=A|place=B", "redundant-parameters"}, {book, "url=http://x.org|URL=http://y.org", "redundant-parameters"},
		{"{{cite web|title=T|", "url=x.org", "bad-url"}, {"{{cite web|title=T|", "url=http:/x.org", "bad-url"}, {"{{cite web|title=T|", "url=http://x.org/a b", "bad-url"}, {"{{cite web|title=T|", "url=https://x.museum/?a=b#c", ""},
		{web, "archive-url=https://web.archive.org/web/http://x.org", "archive-url"}, {web, "archive-url=https://web.archive.org/web/2020*/http://x.org|archive-date=2020-01-01", "archive-url"}, {web, "archive-url=https://web.archive.org/20200101000000/http://x.org|archive-date=2020-01-01", ""}, {web, "archive-url=https://archive.today/abc", "archive-missing-date"},
		{"{{cite web|title=T|", "archive-url=https://archive.today/abc|archive-date=2020-01-01", "archive-missing-url cs1-cite-web-url"},
		{web, "chapter=C", "chapter-ignored"}, {book, "chapter=C|chapter-url=http://x.org", ""}, {book, "chapter-format=PDF", "format-missing-url"}, {book, "chapter-url=http://x.org|chapter=C|chapter-format=PDF", ""}, {web, "url-access=limited", ""}, {web, "url-status=broken", "invalid-param-val"}, {journal, "doi=10.1000/1|doi-access=subscription", "invalid-param-val"}, {journal, "doi-access=free", "param-access-requires-param"}, {book, "no-pp=maybe", "invalid-param-val"},
		{book, "publisher=''P''", "apostrophe-markup"}, {book, "publisher=http://x.org", "param-has-ext-link"}, {book, "publisher=[http://x.org P]", "param-has-ext-link"}, {book, "quote=q [http://x.org x]", ""}, {"{{cite book|", "title=a\nb", "invisible-char"}, {"{{cite book|", "title=a\tb", "invisible-char"}, {"{{cite book|", "title=क्\u200dष", ""}, {"{{cite book|", "title=a\u00adb", "invisible-char"},
		{journal, "vauthors=Smith J ''et al''", ""}, {"{{citation|encyclopedia=E|", "chapter=M", ""}, {book, "<!-- x -->", ""},
		{"{{cite book|", "title=T publisher=P|isbn=", "missing-pipe"}, {"{{cite book|", "title=when p = 5", ""}, {"{{cite book|", "title=<abbr title=\"x\">T</abbr>", ""}, {book, "Pages=5", "parameter-ignored-suggest"}, {book, "deadurl=yes", "parameter-ignored-suggest"}, {book, "month=May", "parameter-ignored"}, {book, "editors=A", "parameter-ignored-suggest"}, {"{{cite arXiv|title=T|eprint=1108.2700|", "publisher=P", "parameter-ignored"},
	} {
		text := tt.before + tt.rest + "}}"
		var list []string
		for _, c := range strings.Fields(tt.want) {
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

// TestCheckAll reports what Check does of each citation, in the order of the source.
func TestCheckAll(t *testing.T) {
	const good, bad, worse = "{{cite book|title=A|isbn=978-0-19-505454-5}}", "{{cite book|title=A|isbn=978-0-19-505454-6}}", "{{cite web|title=B|url=x y}}"
	list := []sinosoviet.Citation{citation(t, bad), citation(t, good), citation(t, worse)}
	for i := range list {
		list[i].Span = sinosoviet.Span{Start: 1000 - 100*i, End: 1050 - 100*i}
	}
	o := cite.CheckOptions{Today: today}
	want := 0
	for i := range list {
		want += len(o.Check(&list[i]))
	}
	got := o.CheckAll(list)
	if len(got) != want || want < 2 {
		t.Errorf("%d diagnostics, want %d and more than one", len(got), want)
	}
	if !slices.IsSortedFunc(got, func(a, b sinosoviet.Diagnostic) int { return a.Span.Start - b.Span.Start }) {
		t.Errorf("not in the order of spans: %v", got)
	}
}

// A template of many parameters is looked through by an index, with the same findings.
func TestCheckMany(t *testing.T) {
	const short = "{{cite book|title=T|last1=A|last3=C|first4=D|page=1|pages=2|foo=1|date=x|date=y"
	want := codes(t, short+"}}", true)
	long := short
	for i := range 100 {
		long += "|editor" + strconv.Itoa(i+1) + "-last=E" + "|editor-last" + strconv.Itoa(i+1) + "="
	}
	if got := codes(t, long+"}}", true); len(want) < 5 || !slices.Equal(got, want) {
		t.Errorf("%v with many parameters, %v with few", got, want)
	}
}
