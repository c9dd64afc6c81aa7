package parse_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
)

// A text with the line breaks of Windows reads as its twin with plain ones, in every format.
func TestCarriageReturns(t *testing.T) {
	const wikitext = "'''Lead''' one.\n\nLead two.\n\n\n== Heading == \nText\nof a paragraph.\n\n* item\n** item\n: indented\n\n; term : description\n" +
		"{| class=x\n|+ caption\n! a !! b\n|-\n| 1 || 2\n|}\n<gallery>\nFile:A.jpg|caption\n\nFile:B.jpg\n</gallery>\n code\n line\n\n" +
		"{{cite book\n| last = A\n| title = B\n}}\n<!-- note -->\nhttp://example.org/a\n\n'''unclosed\nLast.<ref>Note\n\nlines</ref>\n\n[[Category:A]]\n"
	const flattened = "Title\n\nIt began in 1924.\nIt went on.\n\nHistory\n\nIt ended.{{sfn|A|1990}}\n- item\n- item\n\nReferences\n\n{{cite book|last=A|date=1990}}\n"
	const excerpt = "It began in 1924.[1]\n[2] It went on.[3]: 26\n\nIt ended.\n"
	const prose = "It began.\n\nIt went on\nand on.\n\nIt ended.\n"
	for _, tt := range []struct {
		format sinosoviet.Format
		text   string
	}{{sinosoviet.FormatWikitext, wikitext}, {sinosoviet.FormatFlattened, flattened}, {sinosoviet.FormatExcerpt, excerpt}, {sinosoviet.FormatText, prose}} {
		t.Run(string(tt.format), func(t *testing.T) {
			want := outline(t, tt.format, tt.text)
			got := outline(t, tt.format, strings.ReplaceAll(tt.text, "\n", "\r\n"))
			if len(want) < 3 {
				t.Fatalf("only %d blocks", len(want))
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("-plain +carriage returns\n%s", d)
			}
		})
	}
}

// outline is what a text holds: its sections, blocks and links with their words.
func outline(t *testing.T, format sinosoviet.Format, text string) []string {
	t.Helper()
	src := sinosoviet.NewSource("test", format, text)
	var a *sinosoviet.Article
	switch format {
	case sinosoviet.FormatWikitext:
		a = parse.Wikitext(src)
	case sinosoviet.FormatFlattened:
		a = parse.Flattened(src)
	case sinosoviet.FormatExcerpt:
		a = &parse.Excerpt(src).Article
	default:
		a = parse.Prose(src)
	}
	var out []string
	for _, s := range a.Sections {
		out = append(out, "section "+s.Heading+": "+strings.ReplaceAll(s.Text.String(), "\r", ""))
	}
	for _, b := range a.Blocks {
		out = append(out, string(b.Kind)+" "+strings.ReplaceAll(a.Text.String()[b.TextSpan.Start:b.TextSpan.End], "\r", ""))
	}
	for _, l := range a.Links {
		out = append(out, string(l.Kind)+" "+l.Target)
	}
	return out
}
