package parse_test

import (
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/score"
	"github.com/sinosoviet/sinosoviet/parse"
)

// oracle is what MediaWiki itself says of an article.
type oracle struct {
	File     string `json:"file"`
	Sections []struct {
		Level      string `json:"level"`
		Line       string `json:"line"`
		ByteOffset *int   `json:"byteoffset"`
	} `json:"sections"`
	Links      [][2]any        `json:"links"`
	Templates  [][2]any        `json:"templates"`
	Images     []string        `json:"images"`
	External   []string        `json:"externallinks"`
	Categories json.RawMessage `json:"categories"`
	ListItems  int             `json:"list_items"`
}

func oracles(t testing.TB) []oracle {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(score.Shared(t, "corpus", "oracle"), "*.json"))
	var out []oracle
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var o oracle
		if err := json.Unmarshal(data, &o); err != nil {
			t.Fatal(f, err)
		}
		out = append(out, o)
	}
	return out
}

// rate counts what is found, what is known and what is both.
type rate struct{ right, found, known int }

func (r rate) f1() float64     { return 200 * float64(r.right) / float64(max(r.found+r.known, 1)) }
func (r rate) recall() float64 { return 100 * float64(r.right) / float64(max(r.known, 1)) }

// dbKey is a page name as MediaWiki stores it.
func dbKey(s string) string {
	s, _, _ = strings.Cut(s, "#")
	s = strings.TrimSpace(strings.ReplaceAll(html.UnescapeString(s), "_", " "))
	r, n := utf8.DecodeRuneInString(s)
	return strings.ReplaceAll(string(unicode.ToUpper(r))+s[n:], " ", "_")
}

// stripTags leaves out the tags of a heading's HTML.
func stripTags(s string) string {
	var b strings.Builder
	in := false
	for _, r := range s {
		switch {
		case r == '<':
			in = true
		case r == '>' && in:
			in = false
		case !in:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(html.UnescapeString(b.String())), " ")
}

// headingText is the readable text of a heading's HTML: without reference marks and what that wiki shows for templates it does not have.
func headingText(line string) string {
	for {
		before, rest, found := strings.Cut(line, "<sup")
		if !found {
			break
		}
		_, rest, _ = strings.Cut(rest, "</sup>")
		line = before + rest
	}
	text := stripTags(line)
	if rest, ok := strings.CutPrefix(text, "Template:Anchor"); ok {
		text = strings.TrimSpace(rest)
	}
	return text
}

// TestOracle compares sections, links, templates, images and categories with MediaWiki's. The floors may only rise.
func TestScoreOracle(t *testing.T) {
	texts := articles(t)
	var offsets, headings, links, templates, images, categories rate
	for _, o := range oracles(t) {
		a := parse.Wikitext(sinosoviet.NewSource("", "", texts[o.File]))
		// Sections by offset and level, and of those the text.
		at := map[int]sinosoviet.Section{}
		for _, s := range a.Sections[1:] {
			// What MediaWiki calls a byte offset counts characters.
			at[utf8.RuneCountInString(texts[o.File][:s.HeadingSpan.Start])] = s
		}
		offsets.found += len(at)
		headings.found += len(at)
		for _, s := range o.Sections {
			if s.ByteOffset == nil {
				continue // from a template
			}
			offsets.known++
			headings.known++
			got, ok := at[*s.ByteOffset]
			if !ok || s.Level != string(rune('0'+got.Level)) {
				t.Logf("%s: section at %d %q level %s: got %v %q level %d", o.File, *s.ByteOffset, s.Line, s.Level, ok, got.Heading, got.Level)
				continue
			}
			offsets.right++
			if want := headingText(s.Line); got.Heading == want {
				headings.right++
			} else {
				t.Logf("%s: heading at %d: want %q, got %q", o.File, *s.ByteOffset, want, got.Heading)
			}
		}
		pages, files, cats, names := map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
		for _, l := range a.Links {
			switch l.Kind {
			case sinosoviet.LinkPage, sinosoviet.LinkLanguage, sinosoviet.LinkInterwiki: // the wiki that was asked knew no other wikis
				pages[dbKey(l.Target)] = true
			case sinosoviet.LinkCategory:
				_, name, _ := strings.Cut(l.Target, ":")
				cats[dbKey(name)] = true
			case sinosoviet.LinkFile:
				_, name, _ := strings.Cut(l.Target, ":")
				files[dbKey(name)] = true
			}
		}
		for _, i := range a.Images {
			files[dbKey(i.File)] = true
		}
		for _, l := range o.Links {
			if l[0] != 0.0 {
				continue
			}
			links.known++
			if pages[l[1].(string)] {
				links.right++
			} else {
				t.Logf("%s: link not found: %v", o.File, l[1])
			}
		}
		for _, v := range a.Templates {
			if v.Kind == "" {
				names[dbKey(v.Name)] = true
			}
		}
		for _, l := range o.Templates {
			templates.known++
			if names[l[1].(string)] || l[0] != 10.0 {
				templates.right++
			} else {
				t.Logf("%s: template not found: %v", o.File, l)
			}
		}
		templates.found += len(names)
		for _, f := range o.Images {
			images.known++
			if files[f] {
				images.right++
			} else {
				t.Logf("%s: image not found: %s", o.File, f)
			}
		}
		var known map[string]string
		if json.Unmarshal(o.Categories, &known) != nil {
			known = nil
		}
		for c := range known {
			if strings.HasPrefix(c, "Pages_") || strings.HasPrefix(c, "Articles_") {
				continue // tracking categories of the wiki that was asked
			}
			categories.known++
			if cats[c] {
				categories.right++
			} else {
				t.Logf("%s: category not found: %s", o.File, c)
			}
		}
	}
	t.Logf("sections: offset and level F1 %.2f, with text F1 %.2f; page links found %.2f %%; templates found %.2f %% of %d, F1 %.2f; images found %.2f %%; categories found %.2f %%",
		offsets.f1(), headings.f1(), links.recall(), templates.recall(), templates.known, templates.f1(), images.recall(), categories.recall())
	for _, c := range []struct {
		what       string
		got, floor float64
	}{{"sections by offset and level", offsets.f1(), 100}, {"sections with text", headings.f1(), 100}, {"page links", links.recall(), 100},
		{"templates", templates.recall(), 100}, {"categories", categories.recall(), 100}} {
		score.Report(t, "parse/oracle/"+strings.ReplaceAll(c.what, " ", "-"), c.got)
		if c.got < c.floor {
			t.Errorf("%s: %.2f, want at least %.2f", c.what, c.got, c.floor)
		}
	}
}
