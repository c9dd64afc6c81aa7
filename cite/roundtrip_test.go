package cite_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/cite"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
	"github.com/sinosoviet/sinosoviet/internal/score"
)

// templatesOf are the citation templates of a text, found by their braces.
func templatesOf(text string) []sinosoviet.Citation {
	var cs []sinosoviet.Citation
	for i := strings.Index(text, "{{"); i >= 0; {
		tpl, ok := cs1.ParseTemplate(text[i:], i)
		n := 2
		if ok && cs1.Kind(tpl.Name) == cs1.Cite {
			cs = append(cs, cs1.Citation(tpl))
			n = tpl.Span.Len()
		}
		j := strings.Index(text[i+n:], "{{")
		if j < 0 {
			break
		}
		i += n + j
	}
	return cs
}

// Each format's own reader gets back what its writer was given: 99 % of the fields of CSL-JSON and BibLaTeX, 97 % of BibTeX and RIS.
func TestRoundTrips(t *testing.T) {
	b, err := os.ReadFile(score.Shared(t, "seeds/sino-soviet-relations.article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	sets := map[string][]sinosoviet.Citation{"sample": templatesOf(string(b)), "hostile": {citation(t, hostile)}}
	lines(t, score.Shared(t, "cite/citationjs_csl_wikitemplate_pairs.jsonl"), func(line []byte) {
		var pair struct{ Wikitext string }
		if err := json.Unmarshal(line, &pair); err != nil {
			t.Fatal(err)
		}
		sets["pairs"] = append(sets["pairs"], citation(t, pair.Wikitext))
	})
	for _, f := range []struct {
		name  string
		write func(io.Writer, iter.Seq[*sinosoviet.Citation]) error
		read  func(io.Reader) iter.Seq2[sinosoviet.Citation, error]
		least float64
	}{
		{"CSL-JSON", cite.WriteCSL, cite.ReadCSL, 99}, {"BibLaTeX", cite.WriteBibLaTeX, cite.ReadBibTeX, 99},
		{"BibTeX", cite.WriteBibTeX, cite.ReadBibTeX, 97}, {"RIS", cite.WriteRIS, cite.ReadRIS, 97},
	} {
		for name, cs := range sets {
			var out bytes.Buffer
			if err := f.write(&out, cite.Sources(cs)); err != nil {
				t.Fatal(err)
			}
			var back []sinosoviet.Citation
			for c, err := range f.read(&out) {
				if err != nil {
					t.Fatal(err)
				}
				back = append(back, c)
			}
			if len(back) != len(cs) {
				t.Fatalf("%s of %s: %d entries, %d came back", f.name, name, len(cs), len(back))
			}
			same, total := 0, 0
			for i := range cs {
				want, got := cslOf(t, cs[i]), cslOf(t, back[i])
				for k, v := range want {
					if k == "id" || k == "custom" {
						continue
					}
					total++
					if reflect.DeepEqual(dashes(v), dashes(got[k])) {
						same++
					} else {
						t.Logf("%s of %s: %s = %v, want %v", f.name, name, k, got[k], v)
					}
				}
			}
			share := 100 * float64(same) / float64(total)
			t.Logf("%s of %s: %d of %d fields (%.1f %%)", f.name, name, same, total, share)
			if share < f.least && name != "hostile" {
				t.Errorf("%s of %s: %.1f %%, want %.0f", f.name, name, share, f.least)
			}
		}
	}
}

// dashes makes "1-3" and "1–3" equal: the formats write ranges in their own way.
func dashes(v any) any {
	if s, ok := v.(string); ok {
		return strings.ReplaceAll(s, "–", "-")
	}
	return v
}

func TestReadBibTeX(t *testing.T) {
	const in = `Text between entries is passed over. @comment{ @book{no, title={x}} }
@string{ cup = "Cambridge " # {University Press} }
@Book{key1,
  author = "G{\"o}del, Kurt and {World Health Organization} and von Neumann, Jr, John and Ada Lovelace and others",
  title = {{On {\'E}t\'e, \c{C}a \& {\O}re} -- a study},
  publisher = cup, year = 1931, month = mar # "", pages = {1--3},
  keywords = {a, b}
}
@article{k2, title = {Unclosed`
	var got []string
	for c, err := range cite.ReadBibTeX(strings.NewReader(in)) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprint(c.Type, "|", c.Title, "|", c.People, "|", c.Publisher, "|", c.Date, "|", c.Pages))
	}
	want := []string{
		"book|On Été, Ça & Øre – a study|[{author Gödel Kurt  } {author   World Health Organization } {author von Neumann John, Jr  } {author Lovelace Ada  }]|Cambridge University Press|1931-03|1–3",
		"article-journal|Unclosed|[]|||",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestReadRIS(t *testing.T) {
	const in = "\uFEFFTY  - JOUR\nA1  - Smith, John\nT1  - A title\n  that goes on\nJO  - J\nY1  - 2001/02/03/\nSP  - 1\nEP  - 3\nSN  - 2049-3630\nXX  - kept\nER  - \nTY  - BOOK\nTI  - B\nTY  - GEN\nTI  - C\n"
	var got []string
	for c, err := range cite.ReadRIS(strings.NewReader(in)) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprint(c.Type, "|", c.Title, "|", c.Container, "|", c.Date, "|", c.Pages, "|", c.Identifiers, "|", len(c.People)))
	}
	want := []string{"article-journal|A title that goes on|J|2001-02-03|1–3|[{issn 2049-3630 true }]|1", "book|B||||[]|0", "document|C||||[]|0"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// Any bytes are read without a panic and come to an end.
func FuzzReaders(f *testing.F) {
	for _, s := range []string{"@book{a, title={x}}", "@string{a=\"b\"}@x(a,b=a#{c},d=\"{\"", "TY  - BOOK\nTI  - x\nER  - \n", `[{"title":"a","issued":{"date-parts":[[1]]}}]`, `{"author":[{"family":"x"}]}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, read := range []func(io.Reader) iter.Seq2[sinosoviet.Citation, error]{cite.ReadBibTeX, cite.ReadRIS, cite.ReadCSL} {
			for c := range read(strings.NewReader(s)) {
				cslOf(t, c)
			}
		}
	})
}
