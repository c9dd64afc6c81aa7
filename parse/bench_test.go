package parse_test

import (
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
)

// corpus is the real articles and their size; without the shared folder, the seeds many times over.
func corpus(b *testing.B) (texts []string, size int) {
	for _, s := range articles(b) {
		texts = append(texts, s)
		size += len(s)
	}
	return texts, size
}

func BenchmarkTree(b *testing.B) {
	texts, size := corpus(b)
	var p parse.Parser
	b.SetBytes(int64(size))
	b.ReportAllocs()
	nodes := 0
	for b.Loop() {
		nodes = 0
		for _, s := range texts {
			nodes += p.Tree(s).Len()
		}
	}
	b.ReportMetric(float64(nodes*16)/float64(size), "treebytes/byte")
}

func BenchmarkText(b *testing.B) {
	texts, size := corpus(b)
	var p parse.Parser
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range texts {
			var tb sinosoviet.TextBuilder
			p.Blocks(&tb, p.Tree(s).Root(), parse.TextOptions{})
		}
	}
}
