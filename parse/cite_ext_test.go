package parse_test

import (
	"encoding/json"
	"fmt"
	"html"
	"os"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/score"
	"github.com/sinosoviet/sinosoviet/parse"
)

// marks are the reference marks of rendered HTML in order, as "1" or "group 1".
func marks(page string) []string {
	out := []string{}
	for {
		i := strings.Index(page, `class="reference"`)
		if i < 0 {
			return out
		}
		page = page[i:]
		end := strings.Index(page, "</sup>")
		if end < 0 {
			return out
		}
		var b strings.Builder
		depth := 0
		for _, r := range page[strings.IndexByte(page, '>')+1 : end] {
			switch {
			case r == '<':
				depth++
			case r == '>':
				depth--
			case depth == 0:
				b.WriteRune(r)
			}
		}
		out = append(out, strings.Trim(html.UnescapeString(b.String()), "[] \u00a0\n"))
		page = page[end:]
	}
}

// ownMarks are the marks of the article's citations in the order in which they stand.
func ownMarks(a *sinosoviet.Article) []string {
	out := []string{}
	last := sinosoviet.Span{Start: -1}
	for i := range a.Citations {
		c := &a.Citations[i]
		if c.Number == 0 || c.Listed || c.Ref == last || c.Ref.IsZero() {
			continue
		}
		last = c.Ref
		s := fmt.Sprint(c.Number)
		if c.Group != "" {
			s = c.Group + " " + s
		}
		out = append(out, s)
	}
	return out
}

// The Cite extension's own cases: the same marks in the same order. Cases about what came after MediaWiki 1.39 (sub-references) and those whose
// marks are labelled by a message of the site are left out.
func TestScoreCiteExtension(t *testing.T) {
	b, err := os.ReadFile(score.Shared(t, "conformance/extTests.json"))
	if err != nil {
		t.Fatal(err)
	}
	var data struct {
		Tests []struct {
			ID, File, Source, Name, Wikitext string
			Options                          map[string]any
			HTML                             map[string]string
		}
	}
	if err := json.Unmarshal(b, &data); err != nil {
		t.Fatal(err)
	}
	same, total := 0, 0
	for _, c := range data.Tests {
		if c.File != "citeParserTests.txt" && c.File != "citeSmokeTests.txt" {
			continue
		}
		page, ok := c.HTML["html/php"]
		if !ok {
			page, ok = c.HTML["html"]
		}
		if !ok || !strings.Contains(c.Wikitext, "<ref") && !strings.Contains(c.Wikitext, "#tag:ref") {
			continue
		}
		if strings.Contains(c.Wikitext, "klingon") || strings.Contains(c.Name, "hoist") {
			continue // labels of a site's message; a mark that the page moves out of a link
		}
		want := marks(page)
		got := ownMarks(parse.Wikitext(sinosoviet.NewSource("", "", c.Wikitext)))
		total++
		if strings.Join(got, ",") == strings.Join(want, ",") {
			same++
			continue
		}
		t.Logf("%s %s\n%s\n got %q\nwant %q", c.ID, c.Name, c.Wikitext, got, want)
	}
	score.Report(t, "parse/cite-extension/cases-equal", 100*float64(same)/float64(max(total, 1)))
	if same*100 < total*95 {
		t.Error("fewer than 95 %")
	}
}
