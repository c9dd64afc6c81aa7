package parse_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
	"github.com/sinosoviet/sinosoviet/internal/score"
	"github.com/sinosoviet/sinosoviet/parse"
)

// Every citation template of real articles is typed, and no parameter is lost.
func TestCitationsOfCorpus(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(score.Shared(t, "corpus/articles"), "*"))
	templates, arguments, dated, dates, direct, inferred, none := 0, 0, 0, 0, 0, 0, 0
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		a := parse.Wikitext(sinosoviet.NewSource(f, "", string(text)))
		checkCitations(t, a)
		full := map[sinosoviet.Span]*sinosoviet.Citation{}
		for i := range a.Citations {
			c := &a.Citations[i]
			switch {
			case c.Kind == sinosoviet.CitationFull:
				full[c.Span] = c
				if c.Field("date")+c.Field("year") != "" {
					dates++
					if !c.Date.IsZero() {
						dated++
					}
				}
			case c.Kind == sinosoviet.CitationShort && c.Link == sinosoviet.LinkageDirect:
				direct++
			case c.Kind == sinosoviet.CitationShort && c.Link == sinosoviet.LinkageInferred:
				inferred++
			case c.Kind == sinosoviet.CitationShort:
				none++
			}
		}
		for _, tpl := range a.Templates {
			if tpl.Kind != "" || cs1.Kind(tpl.Name) != cs1.Cite {
				continue
			}
			templates++
			c := full[tpl.Span]
			if c == nil || len(c.Fields) != len(tpl.Args) {
				t.Errorf("%s: %s is not typed", filepath.Base(f), a.Source.Slice(tpl.Span))
				continue
			}
			for i, arg := range tpl.Args {
				arguments++
				if c.Fields[i].Name != arg.Name || c.Fields[i].Value != strings.TrimSpace(arg.Value) {
					t.Errorf("%s: |%s=%s became %+v", filepath.Base(f), arg.Name, arg.Value, c.Fields[i])
				}
			}
		}
	}
	shorts := direct + inferred + none
	t.Logf("%d templates with %d parameters, none lost; %d of %d dates typed; short notes: %d direct, %d inferred, %d without a source",
		templates, arguments, dated, dates, direct, inferred, none)
	if templates < 6300 || dated*100 < dates*99 || (direct+inferred)*100 < shorts*99 || direct*100 < shorts*97 {
		t.Error("fewer than expected")
	}
}

// Marks and notes are as many as MediaWiki counts, templates apart: it had none when it counted. {{#tag:ref|…}} is no template
// but a function of the parser, so its marks count. At a page's end MediaWiki lists the notes of the group without a name by itself,
// those of another group only where a <references> asks for them.
func TestScoreReferencesOfOracle(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(score.Shared(t, "corpus/oracle"), "*.json"))
	same, sameNotes, pages := 0, 0, 0
	for _, f := range files {
		var want struct {
			Marks int `json:"ref_marks"`
			Notes int `json:"ref_notes"`
		}
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &want); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(score.Shared(t, "corpus/articles/"+strings.TrimSuffix(filepath.Base(f), ".json")))
		if err != nil {
			t.Fatal(err)
		}
		a := parse.Wikitext(sinosoviet.NewSource(f, "", string(text)))
		lists := map[string]bool{"": true}
		for n := range parse.TreeOf(string(text)).All() {
			if tag, ok := n.Tag(); ok && tag.Name() == "references" {
				group, _ := tag.Attribute("group")
				lists[group] = true
			}
		}
		marks, notes := map[sinosoviet.Span]bool{}, map[string]map[int]bool{}
		for i := range a.Citations {
			c := &a.Citations[i]
			isTag := strings.HasPrefix(a.Source.Slice(c.Ref), "<") || strings.HasPrefix(a.Source.Slice(c.Ref), "{{#tag:")
			if c.Number == 0 || c.Listed || !isTag || insideTemplate(a, c.Ref) {
				continue
			}
			marks[c.Ref] = true
			if notes[c.Group] == nil {
				notes[c.Group] = map[int]bool{}
			}
			notes[c.Group][c.Number] = true
		}
		n := 0
		for group, of := range notes {
			if lists[group] {
				n += len(of)
			}
		}
		pages++
		if len(marks) == want.Marks {
			same++
		}
		if n == want.Notes {
			sameNotes++
		}
		if len(marks) != want.Marks || n != want.Notes {
			t.Logf("%s: %d marks, want %d; %d notes, want %d", filepath.Base(f), len(marks), want.Marks, n, want.Notes)
		}
	}
	for _, c := range []struct {
		name string
		same int
	}{{"parse/oracle/pages-with-equal-marks", same}, {"parse/oracle/pages-with-equal-notes", sameNotes}} {
		score.Report(t, c.name, 100*float64(c.same)/float64(max(pages, 1)))
		if c.same != pages {
			t.Errorf("%s: %d of %d", c.name, c.same, pages)
		}
	}
}

func insideTemplate(a *sinosoviet.Article, sp sinosoviet.Span) bool {
	return slices.ContainsFunc(a.Templates, func(t sinosoviet.Template) bool { return t.Kind == "" && t.Span != sp && t.Span.Contains(sp) })
}

// Equal input gives equal output, also from eight goroutines at once.
func TestCitationsDeterministic(t *testing.T) {
	const text = "A.<ref name=a>{{cite book|last=A|year=2000|title=T}}</ref>{{rp|5}} B.{{sfn|A|2000}}{{efn|x <ref>y</ref>}} C.<ref name=a/>\n* {{cite book|last=A|year=2000|title=S}}"
	want, err := json.Marshal(wikitext(text))
	if err != nil {
		t.Fatal(err)
	}
	p := new(parse.Parser)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			got, err := json.Marshal(p.Wikitext(sinosoviet.NewSource("test", "", text)))
			if err != nil || string(got) != string(want) {
				t.Errorf("%v: another result", err)
			}
		})
	}
	wg.Wait()
}
