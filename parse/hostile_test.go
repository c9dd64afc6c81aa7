package parse_test

import (
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
)

// hostile are inputs of about n bytes at which parsers of wikitext take long or break, by name.
var hostile = map[string]func(n int) string{
	"open braces":            repeat("{{"),
	"open parameters":        repeat("{{{"),
	"open links":             repeat("[["),
	"open arguments":         repeat("{{a|"),
	"nested templates":       nest("{{a|", "}}"),
	"open piped links":       repeat("[[a|"),
	"open references":        repeat("<ref>"),
	"open bold tags":         repeat("<b>"),
	"unknown tags":           after(repeat("<x>"), "[[{{x}}"),
	"open tables":            repeat("{|\n|"),
	"quotes":                 repeat("''a'''b"),
	"open comments":          repeat("<!--"),
	"open external links":    repeat("[http://a "),
	"deep list":              after(repeat(":"), "a"),
	"equals signs":           repeat("="),
	"indent and close":       func(n int) string { return strings.Repeat(":", n/2) + strings.Repeat("a }}", n/8) },
	"templates in a table":   func(n int) string { return "{|\n" + strings.Repeat("|-\n| {{small|a\n", n/15) + "|}" },
	"substitution":           repeat("{{{{{subst|}}}#if:a|"),
	"ampersands":             repeat("&"),
	"conversion":             repeat("-{"),
	"addresses":              repeat("http://a.b/"),
	"unclosed attribute":     repeat(`<ref name="`),
	"nested files":           func(n int) string { return strings.Repeat("[[File:a|", n/9) + strings.Repeat("]]", n/20) },
	"tag in link":            repeat("<b>[[a|<i>"),
	"quote, break and link":  repeat("'''<br>[["),
	"nested parameters":      nest("{{{1|", "}}}"),
	"closing braces":         repeat("}}"),
	"definitions":            repeat(";a:b\n"),
	"named arguments":        func(n int) string { return "{{a" + strings.Repeat("|b=c", n/4) },
	"unclosed items":         func(n int) string { return "<ol>" + strings.Repeat("<li> [[a]] - b\n", n/15) },
	"ordinary references":    repeat("x<ref>{{cite book|a=b}}</ref>[[c|d]]\n"),
	"mixed brackets":         repeat("{{[["),
	"references and braces":  repeat("<ref>{{"),
	"cell bombs":             func(n int) string { return "{|\n" + strings.Repeat("||", n/2) },
	"nested links":           nest("[[a|", "]]"),
	"closed files":           nest("[[File:a|", "]]"),
	"closed bold tags":       nest("<b>", "</b>"),
	"closed divisions":       nest("<div>", "</div>"),
	"closed references":      nest("<ref>", "</ref>"),
	"closed tables":          nest("{|\n|\n", "\n|}"),
	"tags that cross":        nest("<b><i>", "</b></i>"),
	"items in items":         repeat("<ol><li><b>"),
	"paragraphs and bold":    repeat("<b><p>"),
	"terms without colon":    repeat(";[[a|b]]''x''"),
	"colons":                 func(n int) string { return ";" + strings.Repeat("<b>:", n/4) },
	"comments at line start": repeat("<!-- -->"),
	"comment lines":          repeat("<!-- -->\n"),
	"list up and down":       func(n int) string { return strings.Repeat(strings.Repeat("*", 100)+"\n*\n", n/103) },
	"emphasis across tags":   repeat("''<b>'''</b>"),
	"braces in a target":     nest("[[{{a}}", "]]"),
	"percent targets":        repeat("[[%5B|a]]"),
	"closing brackets":       repeat("[[a]]]]]"),
	"headings":               repeat("== a <!-- b -->==<!-- c -->\n"),
	"heading that is none":   func(n int) string { return strings.Repeat("= a <!-- b --> ", n/15) },
	"attribute templates":    repeat(`<b a="{{b}}">`),
	"attribute comments":     repeat(`<b <!--a-->`),
	"attribute nowiki":       repeat(`<b <nowiki>`),
	"gallery lines":          func(n int) string { return "<gallery>\n" + strings.Repeat("a|b|c\n", n/6) + "</gallery>" },
	"gallery pipes":          func(n int) string { return "<gallery>\na" + strings.Repeat("|b", n/2) + "\n</gallery>" },
	"pipes in a link":        func(n int) string { return "[[File:a" + strings.Repeat("|b", n/2) + "]]" },
	"row attributes":         repeat("{|\n|-a\n|b|c\n"),
	"nested flags":           nest("{{flag|", "}}"),
	"nested lower case":      nest("{{lc:", "}}"),
	"nested languages":       nest("{{langx|ru|", "}}"),
	"many nested flags":      repeat(strings.Repeat("{{flag|", 40) + strings.Repeat("}}", 40)),
	"many nested ships":      repeat(strings.Repeat("{{ship|a|", 40) + strings.Repeat("}}", 40)),
	"authors":                func(n int) string { return "{{harvnb" + strings.Repeat("|a", n/2) + "}}" },
	"sounds":                 func(n int) string { return "{{IPAc-en" + strings.Repeat("|a", n/2) + "}}" },
	"numbers":                func(n int) string { return "{{convert" + strings.Repeat("|1|x", n/4) + "}}" },
	"listed":                 func(n int) string { return "{{hlist" + strings.Repeat("|a", n/2) + "}}" },
	"family trees":           func(n int) string { return "{{chart" + strings.Repeat("|A|B=c", n/6) + "}}" },
	"nested family trees":    nest("{{chart|A=", "}}"),
	"nested sounds":          nest("{{IPAc-en|", "}}"),
	"nested dates":           nest("{{dts|", "}}"),
	"parted links":           func(n int) string { return "{|\n! [[a|" + strings.Repeat("b!!", n/3) + "]]\n|}" },
	"nested wrappers":        nest("{{nowrap|", "}}"),
	"nested quotations":      nest("{{quote|", "}}"),
	"nested defaults":        nest("{{{a|", "}}}"),
	"lists in arguments":     nest("{{a|\n*", "}}"),
	"poems":                  repeat("<poem>a\nb</poem>"),
	"redirects":              repeat("#REDIRECT [[a]]"),
	"template names":         func(n int) string { return "{{" + strings.Repeat("<!-- -->", n/8) + "a}}" },
	"file options":           repeat("[[File:a|thumb|left|b]]"),
	"pre lines":              repeat(" a\n"),
	"nowiki in pre":          func(n int) string { return "<pre>" + strings.Repeat("<nowiki>", n/8) + "</pre>" },
	"half closed tags":       repeat("</ref"),
	"references half closed": repeat("<ref></ref"),
	"urls in brackets":       repeat("[[http://a]"),
	"line breaks":            repeat("\n"),
	"blanks":                 repeat(" "),
	"blank lines in a cell":  func(n int) string { return "{|\n|" + strings.Repeat("a\n\n", n/3) },
	"switches":               repeat("__TOC"),
	"apostrophes":            repeat("'"),
	"long line of quotes":    repeat("'' "),
}

func repeat(s string) func(int) string {
	return func(n int) string { return strings.Repeat(s, n/len(s)) }
}

func nest(open, shut string) func(int) string {
	return func(n int) string {
		n /= len(open) + len(shut)
		return strings.Repeat(open, n) + strings.Repeat(shut, n)
	}
}

func after(f func(int) string, s string) func(int) string {
	return func(n int) string { return f(n) + s }
}

func hostileNames() (names []string) {
	for name := range hostile {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// TestLinear counts the steps of the three passes: ten times the input takes at most fifteen times the steps.
func TestLinear(t *testing.T) {
	for _, name := range hostileNames() {
		small, large := hostile[name](20_000), hostile[name](200_000)
		a, b := parse.Steps(small), parse.Steps(large)
		if b > 15*a+1000 {
			t.Errorf("%s: %d steps for %d bytes, %d for %d", name, a, len(small), b, len(large))
		}
		if b > 40*len(large)+1000 {
			t.Errorf("%s: %d steps for %d bytes", name, b, len(large))
		}
	}
}

// opened are the inputs of which even 1 MB must do no harm: everything that nests, opened and never closed, and closed.
var opened = map[string]bool{"open arguments": true, "open piped links": true, "open parameters": true, "open references": true, "open bold tags": true,
	"open tables": true, "nested templates": true, "nested links": true, "closed references": true, "closed bold tags": true, "closed tables": true}

// TestHostile parses and reads 200 kB of each, 1 MB of some; a hang fails it.
func TestHostile(t *testing.T) {
	var p parse.Parser
	for _, name := range hostileNames() {
		n := 200_000
		if opened[name] && !testing.Short() {
			n = 1_000_000
		}
		start := time.Now()
		src := hostile[name](n)
		tree := p.Tree(src)
		parsed := time.Since(start)
		var b sinosoviet.TextBuilder
		p.Blocks(&b, tree.Root(), parse.TextOptions{})
		read := time.Since(start) - parsed
		if parsed+read > 10*time.Second {
			t.Errorf("%s: %v to parse, %v to read %d bytes", name, parsed, read, len(src))
		}
		if testing.Verbose() {
			t.Logf("%-24s %8.1f ms to parse %8.1f ms to read, %d nodes", name, parsed.Seconds()*1e3, read.Seconds()*1e3, tree.Len())
		}
	}
}
