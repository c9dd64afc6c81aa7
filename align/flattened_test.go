package align_test

import (
	"fmt"
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

// citationKey is a citation's source without what the flattened dialect takes away.
func citationKey(a *sinosoviet.Article, c *sinosoviet.Citation) string {
	return strings.Join(strings.Fields(strings.NewReplacer("[[", "", "]]", "", "'''", "", "''", "").Replace(a.Source.Slice(c.Span))), " ")
}

// TestScoreFlattened puts excerpts of pages beside the flattened form of the same articles: it has lost the references written
// without a template, and the marks that use one again, so that its numbers are others than the page's.
func TestScoreFlattened(t *testing.T) {
	flattened, pages := score.Shared(t, "corpus", "flattened"), score.Shared(t, "corpus", "articles")
	files, _ := filepath.Glob(filepath.Join(flattened, "*.txt"))
	var table strings.Builder
	for _, revision := range []bool{false, true} {
		var sum tally
		n := 0
		for i, f := range files {
			flat, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			name := strings.TrimSuffix(filepath.Base(f), ".txt")
			page, err := os.ReadFile(filepath.Join(pages, name))
			if err != nil {
				continue
			}
			original := parse.Wikitext(sinosoviet.NewSource(name, "", string(page)))
			article := parse.Flattened(sinosoviet.NewSource(name, "", string(flat)))
			if len(original.Citations) < 25 || len(original.Sentences) < 60 || len(article.Citations) < 10 {
				continue
			}
			n++
			o := againstFlattened(original, article, style{revision: revision, layout: i % layouts, keep: 0.7, edit: 0.2}, uint64(i))
			t.Logf("%-40s sentences %4d %6.2f%%  markers %4d %6.2f%%  of notes gone %3d %6.2f%%", name, o.sentences, percent(o.sentencesRight, o.sentences), o.markers, percent(o.markersRight, o.markers), o.removed, percent(o.removedRight, o.removed))
			if os.Getenv("SHOW") == name {
				t.Log(strings.Join(o.wrong, "\n"))
			}
			sum.add(o)
		}
		if n == 0 {
			t.Skip("the flattened articles are not here")
		}
		name, key, least := "same revision", "align/flattened/", 87.0
		if revision {
			name, key, least = "another revision", "align/flattened-another-revision/", 83.0
		}
		fmt.Fprintf(&table, "%s, %d articles\n%-30s %6d %6.2f%%\n%-30s %6d %6.2f%%\n%-30s %6d %6.2f%%\n%-30s %6d %6.2f%%\n\n", name, n,
			"sentences found", sum.sentences, percent(sum.sentencesRight, sum.sentences),
			"markers right", sum.markers, percent(sum.markersRight, sum.markers),
			"  of notes the article lost", sum.removed, percent(sum.removedRight, sum.removed),
			"  of the others", sum.markers-sum.removed, percent(sum.markersRight-sum.removedRight, sum.markers-sum.removed))
		for _, k := range slices.Sorted(maps.Keys(sum.sure)) {
			fmt.Fprintf(&table, "%-30s %6d %6.1f%%\n", strings.ReplaceAll(k, " 0.00", "none given"), sum.sure[k][0], percent(sum.sure[k][1], sum.sure[k][0]))
		}
		fmt.Fprintln(&table)
		if p := percent(sum.sentencesRight, sum.sentences); p < 99 {
			t.Errorf("%s: %.2f %% of sentences found, want 99", name, p)
		}
		if p := percent(sum.markersRight, sum.markers); p < least {
			t.Errorf("%s: %.2f %% of markers right, want %v", name, p, least)
		}
		score.Report(t, key+"sentences", percent(sum.sentencesRight, sum.sentences))
		score.Report(t, key+"markers", percent(sum.markersRight, sum.markers))
	}
	t.Logf("\n%s", table.String())
	keep(t, "figures-flattened.txt", strings.TrimSpace(table.String())+"\n")
}

func againstFlattened(original, article *sinosoviet.Article, st style, seed uint64) tally {
	g := generatePlain(original, st, seed)
	x := parse.Excerpt(sinosoviet.NewSource("generated", "", g.text))
	r := align.Align(article, x)
	known := map[string]bool{}
	for i := range article.Citations {
		known[citationKey(article, &article.Citations[i])] = true
	}
	want := map[int]map[string]bool{} // keys by number of the page
	for i := range original.Citations {
		c := &original.Citations[i]
		if c.Number > 0 && c.Group == "" && c.Kind != sinosoviet.CitationPages && c.Kind != sinosoviet.CitationReuse {
			if k := citationKey(original, c); known[k] {
				if want[c.Number] == nil {
					want[c.Number] = map[string]bool{}
				}
				want[c.Number][k] = true
			}
		}
	}
	var t tally
	for i, s := range r.Sentences {
		sentences, exact, whole, ok := goldOf(g, x.Sentences[i].Span)
		if !ok || !exact || !whole {
			continue
		}
		t.sentences++
		if (s.Match != sinosoviet.MatchNone) == (len(sentences) > 0) {
			t.sentencesRight++
		} else {
			t.wrong = append(t.wrong, fmt.Sprintf("sentence %s %q", s.Match, s.Text))
		}
	}
	t.sure = map[string][2]int{}
	byStart := map[int]int{}
	for k, m := range r.Markers {
		byStart[m.Span.Start] = k
	}
	for _, m := range g.markers {
		k, ok := byStart[m.start]
		if !ok || m.kind != sinosoviet.MarkerReference {
			continue
		}
		got := r.Markers[k]
		c := citationOf(article, got.Citation)
		right := got.Citation == "" && want[m.target] == nil || want[m.target][citationKey(article, &c)]
		t.markers++
		if want[m.target] == nil {
			t.removed++
			if right {
				t.removedRight++
			}
		}
		key := fmt.Sprintf("%s %.2f", got.Basis, got.Confidence)
		v := t.sure[key]
		v[0]++
		if right {
			v[1]++
			t.markersRight++
		} else {
			w := ""
			for k := range want[m.target] {
				w = k
			}
			t.wrong = append(t.wrong, fmt.Sprintf("marker %s %q want %.70s\n      got #%d %.70s %s %.2f %+v", m.text, g.text[max(0, m.start-50):m.start], w, c.Number, citationKey(article, &c), got.Basis, got.Confidence, r.Findings[k]))
		}
		t.sure[key] = v
	}
	t.wrong = append(t.wrong, fmt.Sprintf("%+v", r.Revision.Shift))
	return t
}
