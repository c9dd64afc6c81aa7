package cite_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/cite"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
	"github.com/sinosoviet/sinosoviet/internal/score"
)

func one(c sinosoviet.Citation) func(func(*sinosoviet.Citation) bool) {
	return func(yield func(*sinosoviet.Citation) bool) { yield(&c) }
}

func cslOf(t testing.TB, c sinosoviet.Citation) map[string]any {
	t.Helper()
	var b bytes.Buffer
	if err := cite.WriteCSL(&b, one(c)); err != nil {
		t.Fatal(err)
	}
	var items []map[string]any
	if err := json.Unmarshal(b.Bytes(), &items); err != nil || len(items) != 1 {
		t.Fatalf("%v: %s", err, b.String())
	}
	return items[0]
}

// plainValue makes 17 and "17" equal.
func plainValue(v any) any {
	if f, ok := v.(float64); ok {
		return fmt.Sprint(f)
	}
	return v
}

// Where pairs of CSL-JSON and template differ from what this package makes of them, and why that is right.
var argued = map[string]string{
	"language":    "CSL wants a code: French is fr",
	"title":       "markup inside CSL titles has no counterpart in the template",
	"interviewer": "a name in one parameter cannot be split; in the other direction last and first say more",
}

// The pairs of citation-js agree in both directions, but for what is argued above.
func TestScorePairs(t *testing.T) {
	same, total, differ := 0, 0, 0
	lines(t, score.Shared(t, "cite/citationjs_csl_wikitemplate_pairs.jsonl"), func(line []byte) {
		var pair struct {
			CSL      map[string]any
			Wikitext string
		}
		if err := json.Unmarshal(line, &pair); err != nil {
			t.Fatal(err)
		}
		got := cslOf(t, citation(t, pair.Wikitext))
		for _, k := range union(pair.CSL, got) {
			if k == "id" || pair.CSL[k] == "" {
				continue
			}
			total++
			if reflect.DeepEqual(plainValue(pair.CSL[k]), plainValue(got[k])) {
				same++
				continue
			}
			if argued[k] == "" {
				differ++
			}
			t.Logf("to CSL: %s: got %v, pair has %v (%s) in %s", k, got[k], pair.CSL[k], argued[k], pair.Wikitext)
		}
		want, _ := cs1.ParseTemplate(pair.Wikitext, 0)
		raw, _ := json.Marshal(pair.CSL)
		for c, err := range cite.ReadCSL(bytes.NewReader(raw)) {
			if err != nil {
				t.Fatal(err)
			}
			a, b := map[string]any{"": want.Name}, map[string]any{"": c.Template}
			for _, x := range want.Args {
				if x.Value != "" {
					a[x.Name] = x.Value
				}
			}
			for _, f := range c.Fields {
				b[f.Name] = f.Value
			}
			for _, k := range union(a, b) {
				total++
				if reflect.DeepEqual(a[k], b[k]) {
					same++
					continue
				}
				if !strings.HasPrefix(k, "interviewer") {
					differ++
				}
				t.Logf("to template: %s: got %v, pair has %v", k, b[k], a[k])
			}
		}
	})
	t.Logf("%d of %d fields are equal, %d differ without an argument", same, total, differ)
	score.Report(t, "cite/csl-pairs/fields-equal", 100*float64(same)/float64(max(total, 1)))
	if differ > 0 || same*100 < total*98 {
		t.Error("see the log")
	}
}

func union(a, b map[string]any) []string {
	var keys []string
	for k := range a {
		keys = append(keys, k)
	}
	for k := range b {
		if _, ok := a[k]; !ok {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return keys
}
