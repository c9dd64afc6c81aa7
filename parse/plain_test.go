package parse_test

import (
	"os"
	"sort"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/score"
	"github.com/sinosoviet/sinosoviet/parse"
)

// plainText is the readable text of wikitext with runs of white space as one blank.
func plainText(p *parse.Parser, src string) string {
	var b sinosoviet.TextBuilder
	p.Blocks(&b, p.Tree(src).Root(), parse.TextOptions{})
	return strings.Join(strings.Fields(b.Text().String()), " ")
}

// normal is s with runs of white space as one blank.
func normal(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestPlainText compares readable text with that of MediaWiki's own parser tests. Cases that differ are listed by name in
// testdata/plain_failures.txt, which may only shrink.
func TestScorePlainText(t *testing.T) {
	var cases []struct{ ID, Name, Wikitext, Text string }
	readJSON(t, &cases, "conformance", "parserTests_plain.json")
	known := make(map[string]bool)
	if data, err := os.ReadFile("testdata/plain_failures.txt"); err == nil {
		for _, line := range strings.Split(string(data), "\n") {
			known[line] = true
		}
	}
	var p parse.Parser
	var failed []string
	for _, c := range cases {
		want := strings.Join(strings.Fields(c.Text), " ")
		got := plainText(&p, c.Wikitext)
		if got == want {
			continue
		}
		failed = append(failed, c.ID)
		if !known[c.ID] {
			t.Errorf("%s %s\n--- wikitext\n%s\n--- got\n%s\n--- want\n%s", c.ID, c.Name, c.Wikitext, got, want)
		}
	}
	score.Report(t, "parse/parsertests/text-equal", 100*float64(len(cases)-len(failed))/float64(len(cases)))
	if *update {
		sort.Strings(failed)
		os.WriteFile("testdata/plain_failures.txt", []byte(strings.Join(failed, "\n")+"\n"), 0o644)
	}
}

// Texts by rules of MediaWiki that are easy to miss.
func TestPlainTextRules(t *testing.T) {
	for _, c := range []struct{ what, src, want string }{
		{"bytes of value 0 show nothing", "a\x00b [http://a.b\x00 c]", "ab c"},
		{"no text has noncharacters", "a &#x10ffff; b", "a b"},
		{"what is spoken is text", "a<phonos file=b>c</phonos><phonos ipa=d /> e", "ac e"},
		{"a caption's last brackets are the file's", "[[File:A.jpg|thumb|[[b|[<nowiki/>c<nowiki>]</nowiki>]]]] d", "[c] d"},
		{"a text's bracket is not the link's", "[[a|[b]]] c", "[b] c"},
		{"a page in a gallery shows its name", "<gallery>\n:A\nCategory:B|c\nd.jpg|e\n</gallery>", "A B e"},
		{"an interwiki link may not lead up", "[[w:../a]]", "[[w:../a]]"},
		{"cells are parted before links are read", "{|\n! [[a|b!!c]]\n|-\n| [[a|b||c]]\n|}", "b c b c"},
	} {
		if got := plainText(new(parse.Parser), c.src); got != c.want {
			t.Errorf("%s: %q\ngot  %q\nwant %q", c.what, c.src, got, c.want)
		}
	}
}
