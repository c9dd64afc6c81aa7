package cs1_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

func parse(t testing.TB, text string) sinosoviet.Template {
	t.Helper()
	tpl, ok := cs1.ParseTemplate(text, 0)
	if !ok {
		t.Fatalf("no template: %s", text)
	}
	return tpl
}

func date(s string) edtf.Date {
	if s == "" {
		return edtf.Date{}
	}
	return edtf.MustParse(s)
}

func TestCitation(t *testing.T) {
	tests := []struct {
		in   string
		want sinosoviet.Citation
	}{
		{`{{Cite book |last=Dirlik |first=Arif |url=https://archive.org/details/originsofchinese00dirl |title=The Origins |date=1989 |publisher=Oxford University Press |isbn=978-0-19-505454-5 |pages=191 |language=en}}`,
			sinosoviet.Citation{Type: "book", Title: "The Origins", Publisher: "Oxford University Press", Pages: "191", Language: "en",
				URL: "https://archive.org/details/originsofchinese00dirl", Date: date("1989"),
				People:      []sinosoviet.Person{{Role: "author", Family: "Dirlik", Given: "Arif"}},
				Identifiers: []sinosoviet.Identifier{{Scheme: "isbn", Value: "978-0-19-505454-5", Valid: true}}}},
		{`{{cite book |last=Jersild |first=Austin |year=2016b |editor-last2=Jersild |editor-first2=Austin |editor1=Babiracki, Patryk |chapter=Rivalry |title=Socialist Internationalism |pages=303–325 |s2cid=157384582 |s2cid-access=free |author-link=Austin Jersild}}`,
			sinosoviet.Citation{Type: "chapter", Title: "Rivalry", Container: "Socialist Internationalism", Pages: "303–325", Date: date("2016"), DateSuffix: "b",
				People: []sinosoviet.Person{{Role: "author", Family: "Jersild", Given: "Austin", Link: "Austin Jersild"},
					{Role: "editor", Family: "Babiracki", Given: "Patryk"}, {Role: "editor", Family: "Jersild", Given: "Austin"}},
				Identifiers: []sinosoviet.Identifier{{Scheme: "s2cid", Value: "157384582", Valid: true, Access: "free"}}}},
		{`{{cite journal|first2=B|last1=A|last2=C|first1=D|journal=[[Far Eastern Affairs|FEA]] |title=''Sixty'' Years{{!}}Now |number=1 |volume=38|vauthors=Laherty CD, ((World Health Organization)), Billin AN|at=e5}}`,
			sinosoviet.Citation{Type: "article-journal", Title: "Sixty Years|Now", Container: "FEA", Volume: "38", Issue: "1", Pages: "e5",
				People: []sinosoviet.Person{{Role: "author", Family: "A", Given: "D"}, {Role: "author", Family: "C", Given: "B"},
					{Role: "author", Family: "Laherty", Given: "CD"}, {Role: "author", Literal: "World Health Organization"}, {Role: "author", Family: "Billin", Given: "AN"}}}},
		{`{{Cite encyclopedia|title=Hua {{!}} premier|encyclopedia=Encyclopædia Britannica|access-date=2023-01-10|archive-url=https://a.org/|archive-date=10 January 2023}}`,
			sinosoviet.Citation{Type: "entry-encyclopedia", Title: "Hua | premier", Container: "Encyclopædia Britannica", AccessDate: date("2023-01-10"), ArchiveURL: "https://a.org/", ArchiveDate: date("2023-01-10")}},
		{`{{cite AV media |people=Fouladkar, Assad (director); Jane Roe |trans-title=When |script-title=ar:لما |location=Beirut}}`,
			sinosoviet.Citation{Type: "motion_picture", Title: "لما", Language: "ar", Place: "Beirut",
				People: []sinosoviet.Person{{Role: "director", Family: "Fouladkar", Given: "Assad"}, {Role: "author", Literal: "Jane Roe"}}}},
		{`{{cite episode|title=1968|series=From the Earth to the Moon|network=HBO|language=French, German}}`,
			sinosoviet.Citation{Type: "broadcast", Title: "1968", Container: "From the Earth to the Moon", Publisher: "HBO", Language: "fr"}},
		{`{{citation|author=United Nations|title=A|title=B|work=W|newspaper=N|pages=|page=3|id={{JSTOR|42}} OCLC 77}}`,
			sinosoviet.Citation{Type: "article-journal", Title: "B", Container: "W", Pages: "3",
				People:      []sinosoviet.Person{{Role: "author", Literal: "United Nations"}},
				Identifiers: []sinosoviet.Identifier{{Scheme: "jstor", Value: "42", Valid: true}, {Scheme: "oclc", Value: "77", Valid: true}}}},
		{`{{cite book|last1=[[Mao Zedong|Mao]]|last2=et al.|title=((T))|translator1=X|contributor-last=Y|interviewer=Z Z|last3=O'Neill, ''et al.''|pmc=PMC123|isbn=1}}`,
			sinosoviet.Citation{Type: "book", Title: "T",
				People:      []sinosoviet.Person{{Role: "author", Family: "Mao", Link: "Mao Zedong"}, {Role: "author", Family: "O'Neill"}, {Role: "translator", Literal: "X"}, {Role: "contributor", Family: "Y"}, {Role: "interviewer", Literal: "Z Z"}},
				Identifiers: []sinosoviet.Identifier{{Scheme: "pmc", Value: "123", Valid: true}, {Scheme: "isbn", Value: "1"}}}},
	}
	for _, tt := range tests {
		got := cs1.Citation(parse(t, tt.in))
		opt := cmpopts.IgnoreFields(sinosoviet.Citation{}, "Span", "Kind", "Template", "Fields")
		if d := cmp.Diff(tt.want, got, opt, cmp.Comparer(func(a, b edtf.Date) bool { return a.String() == b.String() })); d != "" {
			t.Errorf("%s\n%s", tt.in, d)
		}
	}
}

// Every argument is a field, and a field's span holds its value.
func TestFieldsComplete(t *testing.T) {
	in := "{{ cite book | last = A<!-- x --> |\n title = B | 3rd | odd name = [[a|b]] {{x|y=z}} |empty=| isbn=}}"
	tpl := parse(t, in)
	c := cs1.Citation(tpl)
	if len(c.Fields) != len(tpl.Args) || len(c.Fields) != 6 {
		t.Fatalf("%d fields of %d arguments", len(c.Fields), len(tpl.Args))
	}
	for i, f := range c.Fields {
		if f.Name != tpl.Args[i].Name || f.Value != strings.TrimSpace(tpl.Args[i].Value) || in[f.Span.Start:f.Span.End] != f.Value {
			t.Errorf("field %q = %q, span holds %q", f.Name, f.Value, in[f.Span.Start:f.Span.End])
		}
	}
}

func TestCanonical(t *testing.T) {
	for name, want := range map[string]string{
		"last": "author1-last", "last1": "author1-last", "author": "author1-last", "author2": "author2-last", "author-first3": "author3-first", "first15": "author15-first",
		"editor2-last": "editor2-last", "editor-link": "editor1-link", "subject": "author1-last", "translator-given2": "translator2-first",
		"work": "periodical", "p": "page", "pp": "pages", "ISBN": "isbn", "eprint": "arxiv", "s2cid": "s2cid", "accessdate": "access-date",
		"s3cid": "", "title2": "", "last12345": "", "Title": "", "": "", "1": "",
	} {
		if got := cs1.Canonical(name); got != want {
			t.Errorf("Canonical(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestKind(t *testing.T) {
	for name, want := range map[string]cs1.TemplateKind{
		"Cite book": cs1.Cite, "cite_web": cs1.Cite, " Citation ": cs1.Cite, "Cite ODNB": cs1.Cite, "cite some new database": cs1.Cite, "Cite Web": cs1.Cite,
		"sfn": cs1.Sfn, "Sfnp": cs1.Sfn, "sfnm": cs1.Sfnm, "Harvnb": cs1.Inline, "harvtxt": cs1.Inline, "harvs": cs1.Harvs, "Rp": cs1.Pages, "r": cs1.Reuse, "efn": cs1.Footnote,
		"cn": cs1.Needed, "Citation needed": cs1.Needed, "fact": cs1.Needed, "cite check": cs1.Other, "Reflist": cs1.Other, "": cs1.Other, "cite ": cs1.Other, "harvid": cs1.Other,
	} {
		if got := cs1.Kind(name); got != want {
			t.Errorf("Kind(%q) = %d, want %d", name, got, want)
		}
	}
}

func TestReadable(t *testing.T) {
	for in, want := range map[string]string{
		"plain": "plain", "  a  b\nc ": "a b c", "[[A|b]] [[:C]]": "b C", "''i'' '''b''' o'c": "i b o'c", "A&nbsp;B&amp;": "A\u00a0B&",
		"x<!-- y -->z": "xz", "<nowiki>[[a]]</nowiki>": "a", "a<br/>b": "a b", "[http://x.org text] [1]": "text [1]", "{{lang|ru|Мао}}": "Мао",
		"{{nowrap|{{small|x}} y}} {{unknown|z}}": "x y", "1{{ndash}}2": "1–2", "{{=}}{{!}}": "=|", "a < b": "a < b", "{{": "{{", "[[a": "[[a", "H<sub>2</sub>O": "H2O",
		"t<ref>n</ref>u": "tu", "{{abbr|q|w": "{{abbr|q|w",
	} {
		if got := cs1.Readable(in); got != want {
			t.Errorf("Readable(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for in, want := range map[string]string{"en": "en", "Russian": "ru", "zh-hans": "zh-Hans", "[[French language|French]]": "fr", "German, and Dutch": "de", "pt-BR": "pt-BR", "Klingonese": "", "": ""} {
		if got, known := cs1.Language(in); got != want || known != (want != "" || in == "") {
			t.Errorf("Language(%q) = %q %t, want %q", in, got, known, want)
		}
	}
}

func TestValidIdentifier(t *testing.T) {
	for _, tt := range []struct{ scheme, good, bad string }{
		{"isbn", "978-0-19-505454-5|0765607859|1-56324-253-2|979-10-90636-07-1|978 0 19 505454 5", "978-0-19-505454-6|080442957x|979-0-2600-0043-8|123|"},
		{"issn", "0002-9890|00029890|1050-124X|0002 9890", "2049-3631|123"},
		{"doi", "10.1080/01402391003590291|10.1007/978-3-319-32570-5_12|10.1000.10/123456", "11.1515/978|10.1515/97 8|10.5555/12345678|https://doi.org/10.1/x|10.1515/978.|10.1515|10.123/x"},
		{"pmid", "9702189", "PMID 9702189|abc|0|99999999"}, {"pmc", "PMC3514537|3514537", "999999999"},
		{"s2cid", "157596575", "0|999999999999"}, {"oclc", "1332788951|ocm77116846|ocn123456789", "OCLC 77116846|99999999999"},
		{"arxiv", "1108.2700|math.GT/0309136|1501.00001|2007.12345v2|hep-th/9901001", "1108.270|1513.00001|9999.12345"},
		{"bibcode", "1974AJ.....79..819H", "1974AJ.....79..819|2099AJ.....79..819H"},
		{"lccn", "89-456|sn85000678|agr25000003|2001000002", "89456|x"}, {"ol", "18319A|OL12345W", "7030731|18319X"},
		{"jstor", "2609120|10.5149/9781469623771_friedman", "jstor:2609120|https://www.jstor.org/stable/1"},
		{"mr", "0062777", "abc"}, {"zbl", "0472.53010", "x.1"}, {"ssrn", "100000", "1|99999999"}, {"osti", "4367507", "1"}, {"rfc", "3143", "abc"},
		{"asin", "B00005N5PF", "0521349931|b00005n5pf|1"}, {"ismn", "979-0-2600-0043-8", "979-0-2600-0043-7"}, {"sbn", "356-02201-3", "356-02201-4"},
		{"biorxiv", "10.1101/078733|10.1101/2020.07.24.220400", "078733|10.1101/2020.13.24.220400"}, {"citeseerx", "10.1.1.176.341", "176.341"}, {"hdl", "20.1000/100", "x|20.1000/a b"},
		{"jfm", "53.0024.01", "abc"},
	} {
		for v := range strings.SplitSeq(tt.good, "|") {
			if !cs1.ValidIdentifier(tt.scheme, v, 2026) {
				t.Errorf("%s %q is said to be bad", tt.scheme, v)
			}
		}
		for v := range strings.SplitSeq(tt.bad, "|") {
			if cs1.ValidIdentifier(tt.scheme, v, 2026) {
				t.Errorf("%s %q is said to be good", tt.scheme, v)
			}
		}
	}
}

// The committed table is what the generator makes of source.tsv.
func TestTablesCurrent(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	out := filepath.Join(t.TempDir(), "tables.go")
	if b, err := exec.Command("go", "run", "gen.go", "-o", out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("tables.go")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Error("tables.go is not what source.tsv says: run go generate ./internal/cs1")
	}
}

func FuzzCitation(f *testing.F) {
	for _, s := range []string{"{{cite book|last=A|title=[[B]]|date=c. 1900|vauthors=A B, ((C))|isbn=1|id={{doi|10.1/x}}}}", "{{cite x|a={{{{|b=[[[|<|date=1–|people=(;)|language=,}}", "{{citation|script-title=:|1=2|last99999=x}}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		cs1.Readable(s)
		cs1.ParseDate(s)
		tpl, ok := cs1.ParseTemplate(s, 0)
		if !ok {
			return
		}
		c := cs1.Citation(tpl)
		if len(c.Fields) != len(tpl.Args) {
			t.Fatalf("%d fields of %d arguments", len(c.Fields), len(tpl.Args))
		}
		for i, fd := range c.Fields {
			if !strings.Contains(tpl.Args[i].Value, fd.Value) || s[fd.Span.Start:fd.Span.End] != fd.Value {
				t.Fatalf("field %d = %+v of %q", i, fd, s)
			}
		}
	})
}

func BenchmarkCitation(b *testing.B) {
	tpl := parse(b, `{{cite journal |last=Zubok |first=Vladislav |author-link=Vladislav Zubok |date=May 2017 |title=The Soviet Union and China in the 1980s: Reconciliation and Divorce |journal=Cold War History |volume=17 |issue=2 |pages=121–141 |doi=10.1080/14682745.2017.1315923 |s2cid=157596575 |url=http://eprints.lse.ac.uk/79133/1/Zubok_Soviet%20Union%20and%20China_2017.pdf |s2cid-access=free}}`)
	b.ReportAllocs()
	for b.Loop() {
		cs1.Citation(tpl)
	}
}
