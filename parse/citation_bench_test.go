package parse

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/sinosoviet/sinosoviet"
)

// BenchmarkCitations measures typing, numbering and resolving alone, on pages that are parsed already.
func BenchmarkCitations(b *testing.B) {
	files, _ := filepath.Glob("../../shared/corpus/articles/*")
	if len(files) == 0 {
		b.Skip("needs ../shared/corpus/articles")
	}
	type page struct {
		t *Tree
		a *sinosoviet.Article
	}
	var pages []page
	p := new(Parser)
	for _, f := range files[:min(len(files), 60)] {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		a := p.Wikitext(sinosoviet.NewSource(f, "", string(text)))
		a.Diagnostics = nil
		t := p.Tree(string(text))
		t.census.take(t.nodes)
		pages = append(pages, page{t, a})
	}
	want, total := 0, 0
	for _, pg := range pages {
		want += len(pg.a.Citations)
	}
	b.ReportAllocs()
	for b.Loop() {
		total = 0
		for _, pg := range pages {
			pg.a.Diagnostics = nil
			p.citations(pg.t, pg.a)
			total += len(pg.a.Citations)
		}
	}
	if total != want {
		b.Fatalf("%d citations, the articles have %d", total, want)
	}
	b.ReportMetric(float64(total)*float64(b.N)/b.Elapsed().Seconds(), "citations/s")
}
