package parse_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
)

// twin is a flattened article with the headings it had.
type twin struct {
	name     string
	text     string
	Title    string `json:"title"`
	Headings []struct {
		Text  string `json:"text"`
		Level int    `json:"level"`
		Line  int    `json:"line"`
	} `json:"headings"`
}

func twins(t *testing.T) []twin {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(shared(t, "corpus", "flattened"), "*.txt"))
	var out []twin
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(strings.TrimSuffix(f, ".txt") + ".json")
		if err != nil {
			t.Fatal(err)
		}
		w := twin{name: filepath.Base(f), text: string(text)}
		if err := json.Unmarshal(data, &w); err != nil {
			t.Fatal(f, err)
		}
		out = append(out, w)
	}
	if len(out) == 0 {
		t.Skip("no flattened articles in ../shared")
	}
	return out
}

// TestFlattenedHeadings scores headings, by line and text, against articles whose headings are known.
func TestFlattenedHeadings(t *testing.T) {
	var right, found, known, level int
	for _, w := range twins(t) {
		src := sinosoviet.NewSource(w.name, "", w.text)
		a := parse.Flattened(src)
		if a.Title != w.Title {
			t.Errorf("%s: title %q, want %q", w.name, a.Title, w.Title)
		}
		want := map[int]int{}
		for _, h := range w.Headings {
			want[h.Line] = h.Level
		}
		r := 0
		for _, s := range a.Sections[1:] {
			line := src.Position(s.HeadingSpan.Start).Line
			if l, ok := want[line]; ok {
				r++
				if l == s.Level {
					level++
				}
				delete(want, line)
			} else if testing.Verbose() {
				t.Logf("%s:%d: not a heading: %s", w.name, line, s.Heading)
			}
		}
		if testing.Verbose() {
			for line := range want {
				t.Logf("%s:%d: missed: %s", w.name, line, strings.Split(w.text, "\n")[line-1])
			}
		}
		right += r
		found += len(a.Sections) - 1
		known += len(w.Headings)
	}
	f1 := 2 * float64(right) / float64(found+known)
	t.Logf("headings: P %.4f R %.4f F1 %.4f; level right for %.4f of those found", float64(right)/float64(found),
		float64(right)/float64(known), f1, float64(level)/float64(right))
	if f1 < 0.96 {
		t.Errorf("heading F1 %.4f, want at least 0.96", f1)
	}
}
