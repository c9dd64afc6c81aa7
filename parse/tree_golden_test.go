package parse_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/golden"
	"github.com/sinosoviet/sinosoviet/parse"
)

// TestTreeGolden compares trees, texts and findings with testdata/tree.
func TestTreeGolden(t *testing.T) {
	golden.Run(t, "testdata/tree/*.txtar", map[string]func(string) string{
		"tree": func(input string) string {
			tree := parse.TreeOf(input)
			checkTree(t, "golden", tree)
			return dump(tree)
		},
		"text": func(input string) string { return dumpText(parse.TreeOf(input)) },
		"findings": func(input string) string {
			var b strings.Builder
			tree := parse.TreeOf(input)
			for _, d := range tree.Diagnostics() {
				fmt.Fprintf(&b, "%s %s\n", d.Code, quote(tree.Source()[d.Span.Start:d.Span.End]))
			}
			return b.String()
		},
	})
}

// dumpText prints the blocks of the readable text.
func dumpText(tree *parse.Tree) string {
	var b sinosoviet.TextBuilder
	var out strings.Builder
	var p parse.Parser
	blocks := p.Blocks(&b, tree.Root(), parse.TextOptions{})
	text := b.Text().String()
	for _, blk := range blocks {
		kind := string(blk.Kind)
		if blk.Depth > 0 {
			kind += fmt.Sprint(" ", blk.Depth)
		}
		fmt.Fprintf(&out, "%s %s\n", kind, quote(text[blk.TextSpan.Start:blk.TextSpan.End]))
	}
	return out.String()
}
