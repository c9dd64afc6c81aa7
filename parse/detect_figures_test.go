package parse_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/score"
	"github.com/sinosoviet/sinosoviet/parse"
)

// specimen is a text made of a corpus article, of a known format.
type specimen struct {
	name, text string
	format     sinosoviet.Format
}

// specimens are texts of all formats, long and short, made of an article: what somebody may hold in hand.
func specimens(name, source string) (out []specimen) {
	add := func(how string, format sinosoviet.Format, text string) {
		if format == sinosoviet.FormatText && printsMarks(text) {
			format = sinosoviet.FormatExcerpt
		}
		if strings.TrimSpace(text) != "" {
			out = append(out, specimen{name + ", " + how, text, format})
		}
	}
	a := parse.Wikitext(sinosoviet.NewSource(name, sinosoviet.FormatWikitext, source))
	add("whole", sinosoviet.FormatWikitext, source)
	add("with carriage returns", sinosoviet.FormatWikitext, strings.ReplaceAll(source, "\n", "\r\n"))
	add("with a byte order mark", sinosoviet.FormatWikitext, "\uFEFF"+source)
	prose := proseBlocks(a)
	for i, b := range prose {
		if s := a.Source.Slice(b.Span); i%9 == 2 && (strings.Contains(s, "[[") && strings.Contains(s, "]]") || strings.Contains(s, "<ref")) {
			add(fmt.Sprint("paragraph ", i), sinosoviet.FormatWikitext, s)
		}
	}
	// Plain prose, as another program may have taken it out of the page: no marks, no headings.
	text := a.Text.String()
	var plain []string
	for _, b := range prose {
		if b.Kind == sinosoviet.BlockParagraph {
			plain = append(plain, strings.ReplaceAll(text[b.TextSpan.Start:b.TextSpan.End], "\n", " "))
		}
	}
	if strings.Contains(text, "[[") || strings.Contains(text, "{{") || strings.Contains(text, "<ref") {
		return out // a namespace or a formula that our table does not know: what is left is no prose
	}
	if len(plain) > 0 {
		whole := strings.Join(plain, "\n\n")
		add("prose", sinosoviet.FormatText, whole)
		add("prose with single breaks", sinosoviet.FormatText, strings.Join(plain, "\n"))
		add("prose with carriage returns", sinosoviet.FormatText, strings.Join(plain, "\r\n\r\n"))
		add("prose with a byte order mark", sinosoviet.FormatText, "\uFEFF"+whole)
		add("prose below a title", sinosoviet.FormatText, strings.TrimSuffix(name, ".wiki")+"\n\n"+whole)
		for i := 3; i < len(plain); i += 11 {
			add(fmt.Sprint("prose ", i), sinosoviet.FormatText, plain[i])
		}
	}
	// The rendered page, with its marks.
	for _, e := range []struct {
		how  string
		from int
		size int
		set  func(marks, sentence string) string
	}{
		{"page", 0, 1 << 30, func(m, s string) string { return s + m }},
		{"page, marks first", 0, 1 << 30, func(m, s string) string { return strings.TrimSpace(m + " " + s) }},
		{"five sentences", 10, 5, func(m, s string) string { return s + m }},
		{"two sentences", 25, 2, func(m, s string) string { return strings.TrimSpace(m + " " + s) }},
	} {
		lines := pageLines(a, e.from, e.size, e.set)
		joined := strings.Join(lines, "\n")
		if !strings.Contains(joined, "[1]") && !strings.Contains(joined, "2]") && !strings.Contains(joined, "3]") && !strings.Contains(joined, "needed]") {
			continue // nothing shows that it was rendered
		}
		add(e.how, sinosoviet.FormatExcerpt, joined)
		if e.size > 5 {
			add(e.how+", joined", sinosoviet.FormatExcerpt, strings.Join(lines, " "))
			add(e.how+", carriage returns", sinosoviet.FormatExcerpt, "\uFEFF"+strings.Join(lines, "\r\n"))
		}
	}
	return out
}

// printsMarks reports marks that were pasted into an article as text, from the page of another.
func printsMarks(text string) bool {
	for n := 1; n < 10; n++ {
		if strings.Contains(text, fmt.Sprintf(".[%d]", n)) {
			return true
		}
	}
	return false
}

func proseBlocks(a *sinosoviet.Article) (out []sinosoviet.Block) {
	for _, b := range a.Blocks {
		if b.Kind.IsProse() && b.TextSpan.Len() > 40 && !a.Sections[b.Section].EndMatter {
			out = append(out, b)
		}
	}
	return out
}

// pageLines are sentences of the page with the marks that stand in them or close them, one a line.
func pageLines(a *sinosoviet.Article, from, size int, set func(marks, sentence string) string) (lines []string) {
	text, k := a.Text.String(), 0
	cs := slices.Clone(a.Citations)
	sort.SliceStable(cs, func(i, j int) bool { return cs[i].TextAt < cs[j].TextAt })
	marks := ""
	for i, s := range a.Sentences {
		b := a.Blocks[s.Block]
		if !b.Kind.IsProse() || a.Sections[b.Section].EndMatter {
			continue
		}
		marks = ""
		for k < len(cs) && cs[k].TextAt < s.TextSpan.Start {
			k++
		}
		limit := s.TextSpan.End
		if i+1 < len(a.Sentences) && a.Sentences[i+1].Block == s.Block {
			limit = a.Sentences[i+1].TextSpan.Start - 1
		}
		for ; k < len(cs) && cs[k].TextAt <= limit; k++ {
			switch c := cs[k]; {
			case c.Kind == sinosoviet.CitationNeeded:
				marks += "[citation needed]"
			case c.Number > 0 && c.Kind != sinosoviet.CitationPages:
				if m := fmt.Sprintf("[%d]", c.Number); c.Group == "" && !strings.HasSuffix(marks, m) {
					marks += m
				}
			case c.Kind == sinosoviet.CitationPages && strings.HasSuffix(marks, "]") && !strings.HasSuffix(marks, "needed]"):
				marks += ": " + c.Pages + " "
			}
		}
		lines = append(lines, set(strings.TrimSpace(marks), strings.ReplaceAll(text[s.TextSpan.Start:s.TextSpan.End], "\n", " ")))
	}
	from = min(from, len(lines))
	return lines[from:min(len(lines), from+min(size, len(lines)))]
}

// flatSpecimens are a flattened article, whole and in the pieces that still show what it is.
func flatSpecimens(name, text string) (out []specimen) {
	add := func(how, text string) {
		out = append(out, specimen{name + ", " + how, text, sinosoviet.FormatFlattened})
	}
	add("whole", text)
	add("carriage returns", strings.ReplaceAll(text, "\n", "\r\n"))
	add("byte order mark", "\uFEFF"+text)
	lines := strings.SplitAfter(text, "\n")
	for _, n := range []int{6, 15, 40} {
		if head := strings.Join(lines[:min(n, len(lines))], ""); n < len(lines) && strings.Contains(head, "{{") {
			add(fmt.Sprint("first ", n, " lines"), head)
		}
	}
	return out
}

// TestScoreDetect measures Detect on texts made of all the shared articles, other languages and lists included, and prints
// the table of what is taken for what with -v; it is kept in testdata/figures-detect.txt, which UPDATE=1 writes. With
// SHOW=1 it prints what went wrong and why.
func TestScoreDetect(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	var all []specimen
	texts := articles(t)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		all = append(all, specimens(name, texts[name])...)
	}
	for _, w := range twins(t) {
		all = append(all, flatSpecimens(w.name, w.text)...)
	}
	formats := []sinosoviet.Format{sinosoviet.FormatWikitext, sinosoviet.FormatFlattened, sinosoviet.FormatExcerpt, sinosoviet.FormatText}
	taken, sum, right := map[[2]sinosoviet.Format]int{}, map[sinosoviet.Format]int{}, 0
	for _, s := range all {
		got, reason := parse.Detect(s.text)
		taken[[2]sinosoviet.Format{s.format, got}]++
		sum[s.format]++
		if got == s.format {
			right++
		} else if os.Getenv("SHOW") != "" {
			t.Logf("%s: %s taken for %s: %s\n%.300q", s.name, s.format, got, reason, s.text)
		}
		if reason == "" {
			t.Errorf("%s: no reason", s.name)
		}
	}
	var table strings.Builder
	fmt.Fprintf(&table, "%-12s %7s", "", "texts")
	for _, f := range formats {
		fmt.Fprintf(&table, " %10s", f)
	}
	table.WriteString("    right\n")
	for _, f := range formats {
		fmt.Fprintf(&table, "%-12s %7d", f, sum[f])
		for _, g := range formats {
			fmt.Fprintf(&table, " %10d", taken[[2]sinosoviet.Format{f, g}])
		}
		share := 100 * float64(taken[[2]sinosoviet.Format{f, f}]) / float64(sum[f])
		fmt.Fprintf(&table, " %7.2f%%\n", share)
		score.Report(t, "parse/detect/"+string(f), share)
		if share < 99.5 {
			t.Errorf("%.2f %% of %s told, want 99.5", share, f)
		}
	}
	fmt.Fprintf(&table, "%-12s %7d %51s %.2f%%\n", "all", len(all), "", 100*float64(right)/float64(len(all)))
	t.Logf("\n%s", table.String())
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(filepath.Join("testdata", "figures-detect.txt"), []byte(table.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
