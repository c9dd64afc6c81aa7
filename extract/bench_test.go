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
