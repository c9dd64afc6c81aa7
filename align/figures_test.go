package align_test

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/align"
	"github.com/sinosoviet/sinosoviet/internal/score"
	"github.com/sinosoviet/sinosoviet/parse"
)

// tally counts what is right.
type tally struct {
	sentences, sentencesRight int
	markers, markersRight     int
	read                      int // markers read rightly: kind, number, pages, attachment
	removed, removedRight     int // markers of notes that the article has not
	wrong                     []string
	sure                      map[string][2]int // by basis and confidence: markers, right ones
}

func (t *tally) add(o tally) {
	t.sentences += o.sentences
	t.sentencesRight += o.sentencesRight
	t.markers += o.markers
	t.markersRight += o.markersRight
	t.read += o.read
	t.removed += o.removed
	t.removedRight += o.removedRight
	t.wrong = append(t.wrong, o.wrong...)
	for k, v := range o.sure {
		if t.sure == nil {
			t.sure = map[string][2]int{}
		}
		t.sure[k] = [2]int{t.sure[k][0] + v[0], t.sure[k][1] + v[1]}
	}
}

func percent(a, b int) float64 {
	if b == 0 {
		return 100
	}
	return 100 * float64(a) / float64(b)
}

// grade compares what was found with what was generated.
func grade(g *generated) tally {
	x := parse.Excerpt(sinosoviet.NewSource("generated", "", g.text))
	r := align.Align(g.article, x)
	var t tally
	for i, s := range r.Sentences {
		want, exact, whole, ok := goldOf(g, x.Sentences[i].Span)
		if !ok {
			continue
		}
		t.sentences++
		right := sameSentences(g, s.Sentences, want, whole)
		if right && len(want) > 0 && exact && whole && s.Match != sinosoviet.MatchVerbatim {
			right = false
		}
		if right {
			t.sentencesRight++
		} else if len(t.wrong) < 400 {
			t.wrong = append(t.wrong, fmt.Sprintf("sentence %q\n   got %v %s %.2f %v want %v exact %v whole %v", s.Text, s.Sentences, s.Match, s.Similarity, s.Edits, want, exact, whole))
		}
	}
	byStart := map[int]sinosoviet.Marker{}
	for _, m := range r.Markers {
		byStart[m.Span.Start] = m
	}
	for _, want := range g.markers {
		t.markers++
		got := byStart[want.start]
		if got.Kind == want.kind && got.Number == want.number && got.Pages == want.pages && got.Attaches == want.attaches {
			t.read++
		} else {
			t.wrong = append(t.wrong, fmt.Sprintf("read %q %+v\n   got %+v", g.text[max(0, want.start-30):min(len(g.text), want.end+30)], want, got))
			continue
		}
		right := rightCitation(g, got, want)
		if got.Citation != "" {
			if t.sure == nil {
				t.sure = map[string][2]int{}
			}
			k := fmt.Sprintf("%s %.2f", got.Basis, got.Confidence)
			v := t.sure[k]
			v[0]++
			if right {
				v[1]++
			}
			t.sure[k] = v
		}
		if want.kind == sinosoviet.MarkerReference && want.target == 0 {
			t.removed++
			if right {
				t.removedRight++
			}
		}
		if right {
			t.markersRight++
		} else {
			c := citationOf(g.article, got.Citation)
			t.wrong = append(t.wrong, fmt.Sprintf("marker %q want %d got %d (%s %.2f) rev %+v", g.text[max(0, want.start-40):min(len(g.text), want.end+30)], want.target, c.Number, got.Basis, got.Confidence, r.Revision.Shift))
		}
	}
	return t
}

func citationOf(a *sinosoviet.Article, id string) sinosoviet.Citation {
	for _, c := range a.Citations {
		if c.ID == id {
			return c
		}
	}
	return sinosoviet.Citation{}
}

func rightCitation(g *generated, got sinosoviet.Marker, want goldMarker) bool {
	switch {
	case want.needed != "":
		return got.Citation != "" && citationOf(g.article, got.Citation).TextAt == citationOf(g.article, want.needed).TextAt
	case want.target == 0:
		return got.Citation == ""
	}
	c := citationOf(g.article, got.Citation)
	return c.Number == want.target && c.Group == want.group
}

// goldOf is what a sentence that was read in the excerpt was made of; whole reports that it is all of what was
// generated, ok that it is more than a scrap.
func goldOf(g *generated, sp sinosoviet.Span) (article []int, exact, whole, ok bool) {
	exact, whole = true, true
	for _, s := range g.sentences {
		overlap := min(s.end, sp.End) - max(s.start, sp.Start)
		if overlap < 12 && 2*overlap < min(s.end-s.start, sp.Len()) || overlap <= 0 {
			continue
		}
		ok = true
		article = append(article, s.article...)
		exact = exact && s.exact
		whole = whole && sp.Start <= s.start && sp.End >= s.end-60 && sp.End+2 >= s.start
		if len(g.text[s.start:s.end]) > sp.End-s.start+2 && !strings.HasPrefix(g.text[sp.End:s.end], "[") {
			whole = false
		}
	}
	return article, exact, whole, ok
}

// sameSentences reports whether the article's sentences found are those wanted, or read the same.
func sameSentences(g *generated, got, want []int, whole bool) bool {
	if len(want) == 0 || len(got) == 0 {
		return len(want) == len(got)
	}
	text := func(i int) string {
		s := g.article.Sentences[i].TextSpan
		return g.article.Text.String()[s.Start:s.End]
	}
	same := func(a, b int) bool { return a == b || text(a) == text(b) }
	for _, a := range got {
		if !slices.ContainsFunc(want, func(b int) bool { return same(a, b) }) {
			return false
		}
	}
	if !whole {
		return true
	}
	for _, b := range want {
		if !slices.ContainsFunc(got, func(a int) bool { return same(a, b) }) {
			return false
		}
	}
	return true
}

// styles are how the excerpts of one article are set, with and without another revision.
func styles(revision bool) []style {
	var out []style
	out = append(out, style{layout: layoutParagraphs, revision: revision, keep: 0.25, edit: 0.7})
	for l := range layouts {
		out = append(out, style{layout: l, revision: revision, keep: 0.55 + 0.1*float64(l%4), edit: 0.3, plain: l == 1, decomp: l == 2})
	}
	return out
}

// articles are 40 of the shared articles, the first ones by name that have notes enough.
func articles(t testing.TB) (list []*sinosoviet.Article, names []string) {
	dir := score.Shared(t, "corpus", "articles")
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Skip("the shared articles are not here")
	}
	for _, f := range files {
		b, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		a := parse.Wikitext(sinosoviet.NewSource(f.Name(), "", string(b)))
		if numbered(a) > 25 && len(a.Sentences) > 60 && len(list) < 40 {
			list, names = append(list, a), append(names, f.Name())
		}
	}
	return list, names
}

// numbered counts the references that have a number in no group.
func numbered(a *sinosoviet.Article) (n int) {
	for i := range a.Citations {
		if isReference(&a.Citations[i]) && a.Citations[i].Group == "" {
			n++
		}
	}
	return n
}

// TestScoreFigures measures alignment on generated excerpts of 40 articles and prints the table with -v; it is kept in
// testdata/figures.txt, which UPDATE=1 writes. With SHOW set to a row's name it prints what is wrong in it.
func TestScoreFigures(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	list, names := articles(t)
	if len(list) < 40 {
		t.Skipf("%d articles", len(list))
	}
	var table strings.Builder
	header(&table, "layout")
	sure := map[string][2]int{}
	for _, revision := range []bool{false, true} {
		var all tally
		for k, st := range styles(revision) {
			all.add(measure(t, &table, st.name(), names, func(i int) *generated {
				return generate(list[i], list[(i+7)%len(list)], st, uint64(i*100+k))
			}))
		}
		name, markers := "same revision", 97.0
		if revision {
			name, markers = "another revision", 93.0
		}
		row(&table, name, &all)
		key := "align/" + strings.ReplaceAll(name, " ", "-")
		score.Report(t, key+"/sentences", percent(all.sentencesRight, all.sentences))
		score.Report(t, key+"/markers", percent(all.markersRight, all.markers))
		if p := percent(all.sentencesRight, all.sentences); p < 99 {
			t.Errorf("%s: %.2f %% of sentences right, want 99", name, p)
		}
		if p := percent(all.markersRight, all.markers); p < markers {
			t.Errorf("%s: %.2f %% of markers right, want %v", name, p, markers)
		}
		for k, v := range all.sure {
			sure[k] = [2]int{sure[k][0] + v[0], sure[k][1] + v[1]}
		}
	}
	fmt.Fprintf(&table, "\n%-28s %9s %7s\n", "basis and confidence", "markers", "right")
	for _, k := range slices.Sorted(maps.Keys(sure)) {
		fmt.Fprintf(&table, "%-28s %9d %6.1f%%\n", k, sure[k][0], percent(sure[k][1], sure[k][0]))
	}
	t.Logf("\n%s", table.String())
	keep(t, "figures.txt", table.String())
}

// keep writes a table to testdata when UPDATE is set.
func keep(t *testing.T, name, table string) {
	t.Helper()
	if os.Getenv("UPDATE") == "" {
		return
	}
	if err := os.WriteFile(filepath.Join("testdata", name), []byte(table), 0o644); err != nil {
		t.Fatal(err)
	}
}

// measure grades what is made of each of the named articles, prints the row, and with SHOW what is wrong in it.
func measure(t *testing.T, table io.Writer, name string, articles []string, make func(i int) *generated) (sum tally) {
	t.Helper()
	for i, article := range articles {
		o := grade(make(i))
		for w := range o.wrong {
			o.wrong[w] = article + ": " + o.wrong[w]
		}
		sum.add(o)
	}
	row(table, name, &sum)
	if os.Getenv("SHOW") == name {
		t.Log(strings.Join(sum.wrong, "\n"))
	}
	return sum
}

func header(w io.Writer, of string) {
	fmt.Fprintf(w, "%-28s %9s %7s %8s %7s %7s %8s %7s\n", of, "sentences", "right", "markers", "read", "right", "removed", "right")
}

func row(w io.Writer, name string, t *tally) {
	fmt.Fprintf(w, "%-28s %9d %6.2f%% %8d %6.2f%% %6.2f%% %8d %6.1f%%\n", name, t.sentences, percent(t.sentencesRight, t.sentences),
		t.markers, percent(t.read, t.markers), percent(t.markersRight, t.markers), t.removed, percent(t.removedRight, t.removed))
}

// name tells the styles apart.
func (s style) name() string {
	n := [...]string{"paragraphs", "lines", "shifted lines", "joined lines", "wrapped paragraphs"}[s.layout]
	if s.keep < 0.5 {
		n = "few sentences, much edited"
	}
	if s.revision {
		n += " +"
	}
	return n
}
