package parse_test

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
)

// reads are the ways to read a source as an article.
var reads = map[string]func(*sinosoviet.Source) *sinosoviet.Article{
	"wikitext":  parse.Wikitext,
	"flattened": parse.Flattened,
	"prose":     parse.Prose,
}

// checkArticle is the structural validator of articles.
func checkArticle(t testing.TB, name string, a *sinosoviet.Article) {
	t.Helper()
	src := a.Source.Text()
	valid := utf8.ValidString(src)
	text := a.Text.String()
	span := func(what string, sp sinosoviet.Span) {
		t.Helper()
		if sp.Start < 0 || sp.End <= sp.Start || sp.End > len(src) {
			t.Fatalf("%s: %s: span %v out of %d bytes", name, what, sp, len(src))
		}
		if valid && (!runeStart(src, sp.Start) || !runeStart(src, sp.End)) {
			t.Fatalf("%s: %s: span %v cuts a character", name, what, sp)
		}
	}
	textSpan := func(what string, sp sinosoviet.Span) {
		t.Helper()
		if sp.Start < 0 || sp.End <= sp.Start || sp.End > len(text) {
			t.Fatalf("%s: %s: text span %v out of %d bytes", name, what, sp, len(text))
		}
		if valid && (!runeStart(text, sp.Start) || !runeStart(text, sp.End)) {
			t.Fatalf("%s: %s: text span %v cuts a character", name, what, sp)
		}
	}
	// Sections cover the source without gaps.
	at := 0
	for i, s := range a.Sections {
		if s.Span.Start != at || s.Span.End < s.Span.Start || s.Span.End > len(src) {
			t.Fatalf("%s: section %d: span %v, want it to start at %d", name, i, s.Span, at)
		}
		at = s.Span.End
		if i == 0 {
			if s.Level != 1 || s.Heading != "" || s.Parent != 0 {
				t.Fatalf("%s: lead is %+v", name, s)
			}
			continue
		}
		span("heading", s.HeadingSpan)
		if !s.Span.Contains(s.HeadingSpan) {
			t.Fatalf("%s: heading %v outside its section %v", name, s.HeadingSpan, s.Span)
		}
		if s.Parent >= i || s.Parent > 0 && a.Sections[s.Parent].Level >= s.Level || s.Level < 1 || s.Level > 6 {
			t.Fatalf("%s: section %d of level %d has parent %d", name, i, s.Level, s.Parent)
		}
	}
	if at != len(src) {
		t.Fatalf("%s: sections end at %d of %d", name, at, len(src))
	}
	// Blocks increase in the text and lie in their sections.
	last := 0
	for i, b := range a.Blocks {
		span("block", b.Span)
		textSpan("block", b.TextSpan)
		if s := text[b.TextSpan.Start:b.TextSpan.End]; strings.Trim(s, " \t\r\n") != s {
			t.Fatalf("%s: %s block reads %q", name, b.Kind, s)
		}
		if b.TextSpan.Start < last {
			t.Fatalf("%s: block %d at %v overlaps the one before", name, i, b.TextSpan)
		}
		if !isBlank(text[last:b.TextSpan.Start]) {
			t.Fatalf("%s: text %q in no block", name, text[last:b.TextSpan.Start])
		}
		last = b.TextSpan.End
		if b.Kind == "" || b.Section < 0 || b.Section >= len(a.Sections) || !a.Sections[b.Section].Span.Contains(b.Span) {
			t.Fatalf("%s: %s block %d %v outside its section %d", name, b.Kind, i, b.Span, b.Section)
		}
		if sp := a.Text.Locate(b.TextSpan.Start, b.TextSpan.End); !b.Span.Contains(sp) {
			t.Fatalf("%s: text of %s block %v comes from %v", name, b.Kind, b.Span, sp)
		}
	}
	if !isBlank(text[last:]) {
		t.Fatalf("%s: text %q in no block", name, text[last:])
	}
	last = 0
	for i, s := range a.Sentences {
		span("sentence", s.Span)
		textSpan("sentence", s.TextSpan)
		b := a.Blocks[s.Block]
		if s.TextSpan.Start < last || !b.TextSpan.Contains(s.TextSpan) || !b.Span.Contains(s.Span) || s.Section != b.Section {
			t.Fatalf("%s: sentence %d %v %v outside its block %v %v", name, i, s.Span, s.TextSpan, b.Span, b.TextSpan)
		}
		last = s.TextSpan.End
	}
	last = 0
	for _, l := range a.Links {
		span("link "+l.Target, l.Span)
		if l.Span.Start < last {
			t.Fatalf("%s: links out of order at %v", name, l.Span)
		}
		last = l.Span.Start
		if !l.TextSpan.IsZero() {
			textSpan("link "+l.Target, l.TextSpan)
		}
	}
	last = 0
	for _, v := range a.Templates {
		span("template "+v.Name, v.Span)
		if v.Span.Start < last {
			t.Fatalf("%s: templates out of order at %v", name, v.Span)
		}
		last = v.Span.Start
		for _, arg := range v.Args {
			if s := a.Source.Slice(arg.Span); s != arg.Value && !(arg.Cut && strings.HasPrefix(s, arg.Value)) || !v.Span.Contains(arg.Span) {
				t.Fatalf("%s: argument %s of %s is %.40q at %v", name, arg.Name, v.Name, arg.Value, arg.Span)
			}
		}
	}
	for _, n := range a.Names {
		span("name", n.Span)
		if n.Lang == "" || n.Text == "" {
			t.Fatalf("%s: name %+v", name, n)
		}
		if !n.TextSpan.IsZero() {
			textSpan("name", n.TextSpan)
		}
	}
	for _, n := range a.Notices {
		span("notice", n.Span)
		if !a.Sections[n.Section].Span.Contains(sinosoviet.Span{Start: n.Span.Start, End: n.Span.Start}) {
			t.Fatalf("%s: notice %v not in its section", name, n.Span)
		}
	}
	for _, i := range a.Images {
		span("image", i.Span)
	}
	for _, i := range a.Infoboxes {
		span("infobox", i.Span)
		for _, f := range i.Fields {
			span("field", f.Span)
		}
	}
	for _, d := range a.Diagnostics {
		if d.Span.End > len(src) || d.Severity < sinosoviet.SeverityInfo {
			t.Fatalf("%s: %v", name, d)
		}
	}
}

// isBlank reports white space; MediaWiki takes NUL for nothing.
func isBlank(s string) bool {
	return strings.TrimFunc(s, func(r rune) bool { return r == 0 || unicode.IsSpace(r) }) == ""
}

func checkReads(t testing.TB, name, text string) {
	t.Helper()
	src := sinosoviet.NewSource("", "", text)
	for format, read := range reads {
		checkArticle(t, name+" as "+format, read(src))
	}
}

func TestArticleSpansNest(t *testing.T) {
	for _, s := range seeds {
		checkReads(t, s, s)
	}
	checkReads(t, "all seeds", strings.Join(seeds, "\n"))
	checkReads(t, "empty", "")
}

func TestArticleSpansNestConformance(t *testing.T) {
	for name, text := range conformance(t) {
		checkReads(t, name, text)
	}
}

func TestArticleSpansNestArticles(t *testing.T) {
	for name, text := range articles(t) {
		checkArticle(t, name, parse.Wikitext(sinosoviet.NewSource("", "", text)))
	}
	for _, w := range twins(t) {
		checkArticle(t, w.name, parse.Flattened(sinosoviet.NewSource("", "", w.text)))
		checkArticle(t, w.name, parse.Prose(sinosoviet.NewSource("", "", w.text)))
	}
}

// TestArticleProvenance reads back through the source what links and names say.
func TestArticleProvenance(t *testing.T) {
	text := strings.Join(seeds, "\n")
	a := parse.Wikitext(sinosoviet.NewSource("", "", text))
	for _, l := range a.Links {
		if !l.TextSpan.IsZero() {
			if got := a.Text.String()[l.TextSpan.Start:l.TextSpan.End]; got != l.Text {
				t.Errorf("link %q shows %q in the text", l.Text, got)
			}
		}
	}
	for _, n := range a.Names {
		if !n.TextSpan.IsZero() {
			if got := a.Text.String()[n.TextSpan.Start:n.TextSpan.End]; got != n.Text {
				t.Errorf("name %q shows %q in the text", n.Text, got)
			}
		}
	}
}

// TestArticleDeterministic wants equal articles from 8 goroutines that share a parser and a source.
func TestArticleDeterministic(t *testing.T) {
	src := sinosoviet.NewSource("", "", strings.Join(seeds, "\n"))
	p := &parse.Parser{}
	want := map[string]string{}
	for name, read := range reads {
		data, err := json.Marshal(read(src))
		if err != nil {
			t.Fatal(err)
		}
		want[name] = string(data)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for name, a := range map[string]*sinosoviet.Article{"wikitext": p.Wikitext(src), "flattened": p.Flattened(src), "prose": p.Prose(src)} {
				data, _ := json.Marshal(a)
				if string(data) != want[name] {
					t.Errorf("%s differs", name)
				}
			}
		})
	}
	wg.Wait()
}

// hostileUnits are units that, repeated, make parsers slow.
var hostileUnits = []string{"{{a|", "[[a|", "{{{1|", "<ref>", "<b>", "{|\n|", "[[File:a|", "==a==\n", "{{lang|ru|", "{{Infobox a|b=", "File:a.jpg", "File:a.jpg]]\n",
	"a\n", "- a\n", "Ab cd\n", "{{main|[[", "[http://a ", "'''", "{{coord|", "{{a|b=", "|}\n", "{|\n", "]]", ". A", "{{zh|s=", "{{cn}}", "a {{main|b}}", "[[a]]", "{{lang|ru|a}}"}

// TestArticleHostile wants an eighth of a megabyte of each unit read in seconds: quadratic work would take minutes.
func TestArticleHostile(t *testing.T) {
	for _, unit := range hostileUnits {
		text := strings.Repeat(unit, (128<<10)/len(unit))
		for format, read := range reads {
			var a *sinosoviet.Article
			d := within(5*time.Second, func() { a = read(sinosoviet.NewSource("", "", text)) })
			if d > 5*time.Second {
				t.Errorf("%q as %s took %v", unit, format, d)
			} else if d > 300*time.Millisecond {
				t.Logf("%q as %s took %v", unit, format, d)
			}
			if len(a.Sections) == 0 {
				t.Errorf("%q as %s: no lead", unit, format)
			}
		}
	}
}

func FuzzArticle(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Add("a\n\n{\n \x00\x00\x10\x00")
	f.Fuzz(func(t *testing.T, text string) {
		checkArticle(t, "wikitext", parse.Wikitext(sinosoviet.NewSource("", "", text)))
	})
}

func FuzzFlattened(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	for _, s := range []string{"War\nFile:a.jpg, b]]\nText.\nSee also\n- a", "A\n{|\n| b || c\n|}\nB\n{{main|C}}\nText [[a]] x]].", "A\nFile:b.jpg c\n{{d}}]]\nE", "\x00 :b.jpg c\n{{d}}]]\nE", "A~\n \x00\x00\n|}\nB"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkArticle(t, "flattened", parse.Flattened(sinosoviet.NewSource("", "", text)))
		checkArticle(t, "prose", parse.Prose(sinosoviet.NewSource("", "", text)))
	})
}
