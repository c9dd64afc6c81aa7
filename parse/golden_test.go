package parse_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/golden"
	"github.com/sinosoviet/sinosoviet/parse"
)

// printers print an article's lists, one value a line, with source spans.
func printers(read func(*sinosoviet.Source) *sinosoviet.Article) map[string]func(string) string {
	print := func(line func(p func(format string, args ...any), a *sinosoviet.Article)) func(string) string {
		return func(input string) string {
			var b strings.Builder
			line(func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }, read(sinosoviet.NewSource("", "", input)))
			return b.String()
		}
	}
	return map[string]func(string) string{
		"about": print(func(p func(string, ...any), a *sinosoviet.Article) {
			p("title %q, redirect %q, sort key %q", a.Title, a.Redirect, a.SortKey)
		}),
		"text": print(func(p func(string, ...any), a *sinosoviet.Article) { p("%s", a.Text) }),
		"sections": print(func(p func(string, ...any), a *sinosoviet.Article) {
			for i, s := range a.Sections {
				p("%d %s level %d in %d, heading %s %q, end matter %v: %q", i, s.Span, s.Level, s.Parent, s.HeadingSpan, s.Heading, s.EndMatter, s.Text)
			}
		}),
		"blocks": print(func(p func(string, ...any), a *sinosoviet.Article) {
			for _, v := range a.Blocks {
				p("%s %s in %d, depth %d: %q", v.Kind, v.Span, v.Section, v.Depth, a.Text.String()[v.TextSpan.Start:v.TextSpan.End])
			}
		}),
		"sentences": print(func(p func(string, ...any), a *sinosoviet.Article) {
			for _, v := range a.Sentences {
				p("%d %s %q from %q", v.Block, v.Span, a.Text.String()[v.TextSpan.Start:v.TextSpan.End], a.Source.Slice(v.Span))
			}
		}),
		"links": print(func(p func(string, ...any), a *sinosoviet.Article) {
			for _, v := range a.Links {
				p("%s %s %q shows %q at %s", v.Kind, v.Span, v.Target, v.Text, v.TextSpan)
			}
		}),
		"templates": print(func(p func(string, ...any), a *sinosoviet.Article) {
			for _, v := range a.Templates {
				p("%s%s %s %q", strings.Repeat("  ", v.Depth), v.Span, v.Kind, v.Name)
				for _, x := range v.Args {
					p("%s  %s %q = %q", strings.Repeat("  ", v.Depth), x.Span, x.Name, x.Value)
				}
			}
		}),
		"names": print(func(p func(string, ...any), a *sinosoviet.Article) {
			for _, v := range a.Names {
				p("%s %s %q at %s", v.Lang, v.Span, v.Text, v.TextSpan)
			}
		}),
		"notices": print(func(p func(string, ...any), a *sinosoviet.Article) {
			for _, v := range a.Notices {
				p("%s %s in %d, date %q, targets %q", v.Kind, v.Span, v.Section, v.Date, v.Targets)
			}
		}),
		"infoboxes": print(func(p func(string, ...any), a *sinosoviet.Article) {
			for _, v := range a.Infoboxes {
				p("%q %s", v.Name, v.Span)
				for _, f := range v.Fields {
					p("  %s %q = %q", f.Span, f.Name, f.Text)
				}
			}
		}),
		"images": print(func(p func(string, ...any), a *sinosoviet.Article) {
			for _, v := range a.Images {
				p("%q %s in %d: %q", v.File, v.Span, v.Section, v.Caption)
				for _, k := range slices.Sorted(maps.Keys(v.Options)) {
					p("  %s %q", k, v.Options[k])
				}
			}
		}),
		"coordinates": print(func(p func(string, ...any), a *sinosoviet.Article) {
			for _, v := range a.Coordinates {
				p("%.4f %.4f %s", v.Latitude, v.Longitude, v.Span)
			}
		}),
		"diagnostics": print(func(p func(string, ...any), a *sinosoviet.Article) {
			for _, v := range a.Diagnostics {
				p("%s", v)
			}
		}),
	}
}

func TestArticleFixtures(t *testing.T) {
	golden.Run(t, "testdata/article/*.txtar", printers(parse.Wikitext))
}

func TestFlattenedFixtures(t *testing.T) {
	golden.Run(t, "testdata/flattened/*.txtar", printers(parse.Flattened))
}

func TestProseFixtures(t *testing.T) {
	golden.Run(t, "testdata/prose/*.txtar", printers(parse.Prose))
}
