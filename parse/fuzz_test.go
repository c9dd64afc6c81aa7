package parse_test

import (
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
)

func addSeeds(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	for _, name := range hostileNames() {
		f.Add(hostile[name](120))
	}
	for _, tt := range templateTexts {
		f.Add(tt.src)
	}
}

// FuzzTree checks that any bytes have a tree in both dialects, that it holds its invariants, and that its size is bounded.
func FuzzTree(f *testing.F) {
	addSeeds(f)
	var p parse.Parser
	zh := parse.Parser{Site: &parse.Site{Variants: []string{"zh-hans"}}}
	f.Fuzz(func(t *testing.T, src string) {
		checkTree(t, "tree", p.Tree(src))
		checkTree(t, "flattened", p.FlattenedTree(src))
		checkTree(t, "variants", zh.Tree(src))
		if n := parse.Steps(src); n > 60*len(src)+1000 {
			t.Fatalf("%d steps for %d bytes", n, len(src))
		}
	})
}

// FuzzText checks that readable text can be made of any bytes, that its blocks follow each other inside it, and that text
// copied from the source is found there again.
func FuzzText(f *testing.F) {
	addSeeds(f)
	var p parse.Parser
	f.Fuzz(func(t *testing.T, src string) {
		checkText(t, &p, p.Tree(src))
		checkText(t, &p, p.FlattenedTree(src))
	})
}

// checkText checks the invariants of the text of a tree.
func checkText(t testing.TB, p *parse.Parser, tree *parse.Tree) {
	t.Helper()
	var b sinosoviet.TextBuilder
	blocks := p.Blocks(&b, tree.Root(), parse.TextOptions{})
	text := b.Text()
	at := 0
	for _, blk := range blocks {
		if blk.TextSpan.Start < at || blk.TextSpan.End < blk.TextSpan.Start || blk.TextSpan.End > text.Len() {
			t.Fatalf("block %v behind %d in a text of %d", blk.TextSpan, at, text.Len())
		}
		at = blk.TextSpan.End
		if blk.Span.Start < 0 || blk.Span.End < blk.Span.Start || blk.Span.End > len(tree.Source()) || blk.Node.IsZero() || blk.Kind == "" {
			t.Fatalf("block %+v in a source of %d", blk, len(tree.Source()))
		}
	}
	if at < text.Len() {
		t.Fatalf("text of %d goes on behind the last block, which ends at %d", text.Len(), at)
	}
	plain := text.String()
	for i := 0; i < len(plain); i += 1 + len(plain)/50 {
		sp := text.Locate(i, i+1)
		if sp.Start < 0 || sp.End > len(tree.Source()) {
			t.Fatalf("Locate(%d) = %v", i, sp)
		}
	}
	for n := range tree.All() {
		n.Inner()
		if l, ok := n.Link(); ok {
			_, _, _ = l.Target(), l.Trail(), l.ShownSpan()
		}
		if tpl, ok := n.Template(); ok && tpl.Name() != strings.Trim(tpl.Name(), " \n\r\t\v\x00") {
			t.Fatalf("name %q", tpl.Name())
		}
	}
}

// TestTextArticles checks the text of real articles.
func TestTextArticles(t *testing.T) {
	var p parse.Parser
	for _, src := range articles(t) {
		checkText(t, &p, p.Tree(src))
	}
}
