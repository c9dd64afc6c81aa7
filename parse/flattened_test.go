package parse_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/score"
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

func twins(t testing.TB) []twin {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(score.Shared(t, "corpus", "flattened"), "*.txt"))
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
func TestScoreFlattenedHeadings(t *testing.T) {
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
	score.Report(t, "parse/flattened/heading-f1", 100*f1)
	if f1 < 0.975 {
		t.Errorf("heading F1 %.4f, want at least 0.975", f1)
	}
}

// TestFlattenedSample reads the sample article.
func TestFlattenedSample(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(score.Shared(t, "seeds"), "sino-soviet-relations.article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	a := parse.Flattened(sinosoviet.NewSource("sample.txt", "", string(data)))
	checkArticle(t, "sample", a)
	if a.Title != "Sino-Soviet relations" {
		t.Errorf("title %q", a.Title)
	}
	var headings, captions []string
	for _, s := range a.Sections {
		headings = append(headings, s.Heading)
		if s.Heading != "" && s.Level != 2 {
			t.Errorf("%q is on level %d", s.Heading, s.Level)
		}
	}
	for _, b := range a.Blocks {
		if b.Kind == sinosoviet.BlockCaption {
			captions = append(captions, a.Text.String()[b.TextSpan.Start:b.TextSpan.End])
		}
	}
	if diff := cmp.Diff([]string{"", "Russian Civil War and Mongolia", "Creation of a communist party in China",
		"KMT–CCP, the Chinese Civil War and the establishment of diplomatic relations", "Sino-Soviet conflict, 1929", "1930s Xinjiang",
		"Second Sino-Japanese War", "Ili Rebellion", "Chinese Civil War and the People's Republic of China", "Sino-Soviet split",
		"Post-Mao era and stabilizing relations", "Dissolution of the Soviet Union", "See also", "References", "Further reading", "External links"},
		headings); diff != "" {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Beijing", "who died in defense of China from Japanese invaders. The unit was based in Wuhan in 1938",
		"(2nd left) visiting Stalin (2nd right) in Moscow, December 1949"}, captions); diff != "" {
		t.Errorf("captions (-want +got):\n%s", diff)
	}
	for _, s := range a.Sections {
		for _, c := range captions {
			if strings.Contains(s.Text.String(), c) && c != "Beijing" {
				t.Errorf("the prose of %q has the caption %q", s.Heading, c)
			}
		}
	}
}

func TestFlattenedFiles(t *testing.T) {
	type image struct{ File, Caption string }
	for _, c := range []struct {
		line string
		want []image
		text string
	}{
		{"File:War.jpg, 1969]]", []image{{"War.jpg", "1969"}}, "1969"},
		{"File:War.jpg", []image{{"War.jpg", ""}}, ""},
		{"File:Mao, Stalin.jpeg (left) in Moscow]]", []image{{"Mao, Stalin.jpeg", "(left) in Moscow"}}, "(left) in Moscow"},
		{"Image:A_b.PNG]]The war began.", []image{{"A b.PNG", ""}}, "The war began."},
		{"File:a.jpgFile:b.svg of a fox]]", []image{{"a.jpg", ""}, {"b.svg", "of a fox"}}, "of a fox"},
		{"File:a.jpgThe war began in 1969 and soon ended.", []image{{"a.jpg", ""}}, "The war began in 1969 and soon ended."},
		{"File:a.jpg|A [[fox]] here]]", []image{{"a.jpg", "A fox here"}}, "A fox here"},
		{"File:a.jpg in red,\n{{legend|red|war}}\nand peace]]", []image{{"a.jpg", "in red, war and peace"}}, "in red, war and peace"},
		{"{{clear}}File:a.jpg a fox]]", []image{{"a.jpg", "a fox"}}, "a fox"},
		{"File:a.jpg, a fox|thumb|left|alt=An animal]]", []image{{"a.jpg", "a fox"}}, "a fox"},
		{"File:a.jpg is a fox on its side.}}]]", []image{{"a.jpg", "is a fox on its side."}}, "is a fox on its side."},
		{"{|\n| File:a.jpg || File:b.pngA fox || colspan=\"2\" {{n/a}}\n|}", []image{{"a.jpg", ""}, {"b.png", ""}}, "A fox N/A"},
		{"The war began, see right]].", nil, "The war began, see right."},
	} {
		a := parse.Flattened(sinosoviet.NewSource("", "", "Title\n"+c.line))
		checkArticle(t, c.line, a)
		var got []image
		for _, i := range a.Images {
			got = append(got, image{i.File, i.Caption.String()})
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.line, diff)
		}
		_, text, _ := strings.Cut(a.Text.String(), "\n\n")
		if strings.Join(strings.Fields(text), " ") != c.text {
			t.Errorf("%q reads %q, want %q", c.line, text, c.text)
		}
	}
}
