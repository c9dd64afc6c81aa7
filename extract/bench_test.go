package extract_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/extract"
	"github.com/sinosoviet/sinosoviet/internal/score"
)

// variants are the configurations that are measured.
func variants(b *testing.B) map[string]*extract.Extractor {
	b.Helper()
	noModel, err := entities.New(entities.Config{NoModel: true})
	if err != nil {
		b.Fatal(err)
	}
	return map[string]*extract.Extractor{"all": {}, "no-model": {Entities: noModel}, "no-entities": {Skip: extract.PartEntities | extract.PartEvents}}
}

func BenchmarkSample(b *testing.B) {
	src := sampleSource(b)
	for name, x := range variants(b) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(src.Len()))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := x.Flattened(context.Background(), src); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestAllocations holds how often the whole pipeline asks for memory, which is the same on every machine, busy or not. The bounds are a third
// above what was measured.
func TestAllocations(t *testing.T) {
	src := sampleSource(t)
	noModel, err := entities.New(entities.Config{NoModel: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name  string
		x     extract.Extractor
		bound float64
	}{{"all", extract.Extractor{}, 8_000}, {"no-model", extract.Extractor{Entities: noModel}, 7_600}} {
		n := testing.AllocsPerRun(3, func() {
			if _, err := tt.x.Flattened(context.Background(), src); err != nil {
				t.Fatal(err)
			}
		})
		t.Logf("%s: %.0f", tt.name, n)
		if n > tt.bound {
			t.Errorf("%s: %.0f allocations for the sample, want at most %.0f", tt.name, n, tt.bound)
		}
	}
}

func BenchmarkCorpus(b *testing.B) {
	dir := score.Shared(b, "corpus", "articles")
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		b.Fatal(err)
	}
	var sources []*sinosoviet.Source
	size := 0
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		sources = append(sources, sinosoviet.NewSource(filepath.Base(f), sinosoviet.FormatWikitext, string(text)))
		size += len(text)
	}
	for name, x := range variants(b) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, src := range sources {
					if _, err := x.Wikitext(context.Background(), src); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
