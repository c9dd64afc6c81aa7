package parse_test

import (
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet/parse"
)

// checkTree checks the invariants of a tree.
func checkTree(t testing.TB, name string, tree *parse.Tree) {
	t.Helper()
	checkLossless(t, name, tree)
	checkNesting(t, name, tree)
}

// checkLossless checks that leaves concatenate to the source.
func checkLossless(t testing.TB, name string, tree *parse.Tree) {
	t.Helper()
	at := 0
	for n := range tree.Leaves() {
		if n.Start() != at {
			t.Fatalf("%s: leaf %s %v does not follow the one before it, which ends at %d", name, n.Kind(), n.Span(), at)
		}
		at = n.End()
	}
	if at != len(tree.Source()) {
		t.Fatalf("%s: leaves end at %d of %d", name, at, len(tree.Source()))
	}
}

// checkNesting checks that spans are in bounds, begin and end at characters, and that children increase and fill their parents.
func checkNesting(t testing.TB, name string, tree *parse.Tree) {
	t.Helper()
	src := tree.Source()
	valid := utf8.ValidString(src)
	for n := range tree.All() {
		sp := n.Span()
		if sp.Start < 0 || sp.End < sp.Start || sp.End > len(src) {
			t.Fatalf("%s: %s has span %v of %d", name, n.Kind(), sp, len(src))
		}
		if valid && (!runeStart(src, sp.Start) || !runeStart(src, sp.End)) {
			t.Fatalf("%s: %s %v cuts a character", name, n.Kind(), sp)
		}
		if in := n.Inner(); !sp.Contains(in) || in.End < in.Start {
			t.Fatalf("%s: inside of %s %v is %v", name, n.Kind(), sp, in)
		}
		prev := sp.Start
		for c := range n.Children() {
			if c.Start() != prev {
				t.Fatalf("%s: %s %v in %s %v begins behind %d", name, c.Kind(), c.Span(), n.Kind(), sp, prev)
			}
			prev = c.End()
			if p, ok := c.Parent(); !ok || p != n {
				t.Fatalf("%s: parent of %s %v is not %s", name, c.Kind(), c.Span(), n.Kind())
			}
		}
		if !n.IsLeaf() && prev != sp.End {
			t.Fatalf("%s: children of %s %v end at %d", name, n.Kind(), sp, prev)
		}
	}
	for _, d := range tree.Diagnostics() {
		if d.Span.Start < 0 || d.Span.End <= d.Span.Start || d.Span.End > len(src) {
			t.Fatalf("%s: diagnostic %v", name, d)
		}
	}
}

func runeStart(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// checkAll checks both dialects' trees of every text.
func checkAll(t *testing.T, texts map[string]string, check func(testing.TB, string, *parse.Tree)) {
	var p parse.Parser
	for name, src := range texts {
		check(t, name, p.Tree(src))
		check(t, name+" flattened", p.FlattenedTree(src))
	}
}

// seedTexts are the seeds whole, in templates and references, and cut at every byte.
func seedTexts() map[string]string {
	texts := make(map[string]string)
	for _, s := range seeds {
		texts[s] = s
		texts[s+" in a template"] = "{{x|" + s + "|a=" + s + "}}"
		texts[s+" in a reference"] = "<ref>" + s + "</ref>"
		for i := range len(s) {
			texts[s[:i]] = s[:i]
			texts[s[i:]] = s[i:]
		}
	}
	return texts
}

func hostileTexts(n int) map[string]string {
	texts := make(map[string]string)
	for _, name := range hostileNames() {
		texts[name] = hostile[name](n)
	}
	return texts
}

func TestLossless(t *testing.T) {
	checkAll(t, seedTexts(), checkLossless)
	checkAll(t, hostileTexts(5000), checkLossless)
}

func TestLosslessConformance(t *testing.T) { checkAll(t, conformance(t), checkLossless) }

func TestLosslessArticles(t *testing.T) { checkAll(t, articles(t), checkLossless) }

func TestSpansNest(t *testing.T) {
	checkAll(t, seedTexts(), checkNesting)
	checkAll(t, hostileTexts(5000), checkNesting)
}

func TestSpansNestConformance(t *testing.T) { checkAll(t, conformance(t), checkNesting) }

func TestSpansNestArticles(t *testing.T) { checkAll(t, articles(t), checkNesting) }

// TestTotal parses and reads seeds with bytes changed at random, invalid UTF-8 included.
func TestTotal(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	alphabet := "{}[]<>|='*#:;!-&\n \x00\xff\xc3aé_~/\""
	var p parse.Parser
	for range 3000 {
		b := []byte(seeds[rng.IntN(len(seeds))])
		for range 1 + rng.IntN(6) {
			at := rng.IntN(len(b))
			b[at] = alphabet[rng.IntN(len(alphabet))]
		}
		src := string(b)
		tree := p.Tree(src)
		checkTree(t, src, tree)
		checkText(t, &p, tree)
	}
}

// TestTreeDeterministic makes the same trees and texts in eight goroutines that share a Parser and working memory.
func TestTreeDeterministic(t *testing.T) {
	var p parse.Parser
	want := make([]string, len(seeds))
	for i, s := range seeds {
		want[i] = dump(p.Tree(s)) + plainText(&p, s)
	}
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for k := range 200 {
				i := (k*7 + g) % len(seeds)
				if got := dump(p.Tree(seeds[i])) + plainText(&p, seeds[i]); got != want[i] {
					t.Errorf("seed %d: another tree", i)
				}
			}
		})
	}
	wg.Wait()
}

// dump prints a tree, a node a line.
func dump(tree *parse.Tree) string {
	var b strings.Builder
	for n := range tree.All() {
		depth := 0
		for range n.Ancestors() {
			depth++
		}
		b.WriteString(strings.Repeat("  ", depth))
		b.WriteString(n.Kind().String())
		if n.IsLeaf() {
			b.WriteString(" " + quote(n.Source()))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func quote(s string) string { return `"` + strings.ReplaceAll(s, "\n", `\n`) + `"` }
