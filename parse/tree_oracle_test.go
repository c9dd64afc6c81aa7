package parse_test

import (
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet/internal/score"
	"github.com/sinosoviet/sinosoviet/parse"
)

// treeOracle is what MediaWiki itself says of an article (with no template installed).
type treeOracle struct {
	File      string
	Sections  []struct{ Level, Line string }
	Links     [][2]any // namespace, title
	Templates [][2]any
	Images    []string
}

func treeOracles(t *testing.T) map[string]treeOracle {
	dir := score.Shared(t, "corpus", "oracle")
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]treeOracle)
	for _, e := range entries {
		var o treeOracle
		readJSON(t, &o, "corpus", "oracle", e.Name())
		all[strings.TrimSuffix(filepath.Base(e.Name()), ".json")] = o
	}
	return all
}

// pageKey is a title as MediaWiki's database has it.
func pageKey(title string) string {
	title, _, _ = strings.Cut(title, "#")
	title = strings.Trim(strings.Join(strings.Fields(title), " "), " :")
	r, n := utf8.DecodeRuneInString(title)
	if n == 0 {
		return ""
	}
	return strings.ReplaceAll(string(unicode.ToUpper(r))+title[n:], " ", "_")
}

// inTemplate reports whether a node stands in a template, which MediaWiki without that template never reads.
func inTemplate(n parse.Node) bool {
	for a := range n.Ancestors() {
		if tpl, ok := a.Template(); ok && tpl.Is() == parse.TemplatePage {
			return true
		}
	}
	return false
}

func inReference(n parse.Node) bool {
	for a := range n.Ancestors() {
		if a.IsTag("ref") {
			return true
		}
	}
	return false
}

// TestTreeOracle compares page links, files and names of templates of real articles with MediaWiki's own.
func TestTreeOracle(t *testing.T) {
	texts := articles(t)
	for name, o := range treeOracles(t) {
		src, ok := texts[name]
		if !ok {
			continue
		}
		tree := parse.TreeOf(src)
		links, templates, images := set{}, set{}, set{}
		notes := set{} // templates in references, which a page may drop as duplicates
		for l := range tree.Root().Links() {
			if inTemplate(l.Node) {
				continue
			}
			if f, ok := l.File(); ok {
				images.add(pageKey(f.Name()))
				continue
			}
			if l.Kind() != parse.KindCategory {
				links.add(pageKey(l.Target()))
			}
		}
		for tpl := range tree.Root().Templates() {
			if tpl.Is() == parse.TemplatePage && !inTemplate(tpl.Node) {
				if inReference(tpl.Node) {
					notes.add(pageKey(tpl.Name()))
				} else {
					templates.add(pageKey(tpl.Name()))
				}
			}
		}
		want := set{}
		for _, l := range o.Links {
			if l[0].(float64) == 0 {
				want.add(pageKey(l[1].(string)))
			}
		}
		report(t, name+" links", links, want, true)
		want = set{}
		for _, l := range o.Templates {
			key := pageKey(l[1].(string))
			want.add(key)
			if notes[key] {
				templates.add(key)
			}
		}
		report(t, name+" templates", templates, want, false)
		want = set{}
		for _, i := range o.Images {
			want.add(i)
		}
		report(t, name+" images", images, want, true)
	}
}

type set map[string]bool

func (s set) add(v string) { s[v] = true }

// report tells what is missing and, unless more is allowed, what is extra.
func report(t *testing.T, what string, got, want set, moreAllowed bool) {
	var missing, extra []string
	for v := range want {
		if !got[v] {
			missing = append(missing, v)
		}
	}
	for v := range got {
		if !want[v] {
			extra = append(extra, v)
		}
	}
	sort.Strings(missing)
	sort.Strings(extra)
	if len(missing) > 0 || len(extra) > 0 && !moreAllowed {
		t.Errorf("%s: missing %q, extra %q", what, missing, extra)
	}
}
