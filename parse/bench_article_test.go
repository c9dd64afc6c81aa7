package parse_test

import (
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
)

// BenchmarkArticle reads the real articles of the shared folder as articles with text.
func BenchmarkArticle(b *testing.B) {
	var sources []*sinosoviet.Source
	size := 0
	for name, text := range articles(b) {
		sources = append(sources, sinosoviet.NewSource(name, "", text))
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sources {
			parse.Wikitext(s)
		}
	}
}

// BenchmarkFlattened reads the flattened twins.
func BenchmarkFlattened(b *testing.B) {
	var sources []*sinosoviet.Source
	size := 0
	for _, w := range twins(b) {
		sources = append(sources, sinosoviet.NewSource(w.name, "", w.text))
		size += len(w.text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sources {
			parse.Flattened(s)
		}
	}
}

// BenchmarkArticleHostile reads nested and unclosed constructs.
func BenchmarkArticleHostile(b *testing.B) {
	src := sinosoviet.NewSource("", "", strings.Repeat("{{lang|ru|[[a|'''b", 10_000))
	b.SetBytes(int64(src.Len()))
	b.ReportAllocs()
	for b.Loop() {
		parse.Wikitext(src)
	}
}
