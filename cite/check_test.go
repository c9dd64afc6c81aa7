package cite_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/cite"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// today is fixed, so that what these tests expect does not change with the clock.
var today = edtf.Day{Year: 2026, Month: 11, Day: 22}

func citation(t testing.TB, text string) sinosoviet.Citation {
	t.Helper()
	tpl, ok := cs1.ParseTemplate(text, 0)
	if !ok {
		t.Fatalf("no template: %s", text)
	}
	return cs1.Citation(tpl)
}

func codes(t testing.TB, text string, maintenance bool) []string {
	c := citation(t, text)
	got := []string{}
	for _, d := range (cite.CheckOptions{Today: today, Maintenance: maintenance}).Check(&c) {
		if code := string(d.Code); !slices.Contains(got, code) {
			got = append(got, code)
		}
	}
	slices.Sort(got)
	return got
}

// shared is the path of data that stands beside the project, or skips the test.
func shared(t testing.TB, path string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	p := filepath.Join(dir, "..", "shared", path)
	if _, err := os.Stat(p); err != nil {
		t.Skipf("needs ../shared/%s", path)
	}
	return p
}

func lines(t testing.TB, path string, each func(line []byte)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		each(s.Bytes())
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
}

// What the checker itself reports, where its versions agree.
func TestCheckAgainstVerdicts(t *testing.T) {
	same, total := 0, 0
	lines(t, shared(t, "cite/cs1_lint_dev.jsonl"), func(line []byte) {
		var row struct {
			Wikitext string
			Codes    []string
			CodesOld []string `json:"codes_old"`
		}
		if err := json.Unmarshal(line, &row); err != nil {
			t.Fatal(err)
		}
		agree := slices.Equal(row.Codes, row.CodesOld)
		want := []string{}
		for _, c := range row.Codes {
			want = append(want, "cs1-"+strings.ReplaceAll(c, "_", "-"))
		}
		slices.Sort(want)
		got := codes(t, row.Wikitext, false)
		if agree {
			total++
		}
		if slices.Equal(got, want) {
			if agree {
				same++
			}
		} else {
			t.Logf("agree=%t %s\n\tgot %v want %v", agree, row.Wikitext, got, want)
		}
	})
	t.Logf("%d of %d rows have exactly the checker's codes", same, total)
	if same*100 < total*95 {
		t.Errorf("only %d of %d rows", same, total)
	}
}

func tryCitation(text string) (sinosoviet.Citation, bool) {
	tpl, ok := cs1.ParseTemplate(text, 0)
	if !ok {
		return sinosoviet.Citation{}, false
	}
	return cs1.Citation(tpl), true
}
