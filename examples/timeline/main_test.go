package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/timeline"
)

// run runs the program and returns what it printed.
func run(t *testing.T, stdin string, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	var out, err bytes.Buffer
	p := program{stdin: strings.NewReader(stdin), stdout: &out, stderr: &err}
	status = p.run(context.Background(), args)
	return out.String(), err.String(), status
}

// events is a file of events, as package timeline reads it.
const events = `{"source":{"name":"a"},"title":"A","citations":[{"id":"c1","span":[0,1],"kind":"full","number":7,"people":[{"role":"author","family":"Zhao"}],"date":"2022"}],
"events":[{"id":"e1","headline":"Mao proclaimed the republic","when":"1949-10-01","relation":"on","span":[0,9],"actors":["Mao Zedong"],"places":["Beijing"],"citations":["c1"]},
{"id":"e2","headline":"Stalin died in Moscow","when":"1953","relation":"in","span":[10,19],"actors":["Joseph Stalin"]}]}`

func TestSample(t *testing.T) {
	out, errs, status := run(t, "")
	if status != statusOK || errs != "" {
		t.Fatalf("status %d, %s", status, errs)
	}
	entries := regexp.MustCompile(`(?m)^[-0-9X~?.\[]\S* +\S`).FindAllString(out, -1)
	if len(entries) < 60 {
		t.Errorf("%d dated entries of the sample, want at least 60", len(entries))
	}
	if strings.Contains(out, "\x1b") {
		t.Error("colours in a pipe")
	}
	if !regexp.MustCompile(`(?m)article\.txt \d+:\d+; sino-soviet-relations\.excerpt\.txt \d+:\d+`).MatchString(out) {
		t.Error("no entry has the evidence of article and excerpt")
	}
	if page, _, _ := run(t, "", "-format", "html"); len(page) > 80_000 {
		t.Errorf("the page of the sample has %d bytes, want at most 80,000", len(page))
	}
}

// A window that ends before it begins is a slip of the flags, not a timeline.
func TestWindow(t *testing.T) {
	for _, tt := range []struct {
		from, to string
		status   int
	}{{"1950", "1949", statusUsage}, {"1949-06", "1949", statusOK}, {"195X", "1955", statusOK}, {"1949/..", "1949", statusOK}, {"-0043", "-0044", statusUsage}, {"../1950", "1940", statusOK}} {
		if _, errs, status := run(t, events, "-from", tt.from, "-to", tt.to, "-"); status != tt.status || status == statusUsage && !strings.Contains(errs, "is after -to") {
			t.Errorf("-from %s -to %s: status %d, %s", tt.from, tt.to, status, errs)
		}
	}
}

func TestFormats(t *testing.T) {
	dir := t.TempDir()
	for name, f := range formats {
		out, errs, status := run(t, events, "-format", name, "-")
		if status != statusOK || errs != "" || len(out) < 50 {
			t.Errorf("%s: status %d, %d bytes, %s", name, status, len(out), errs)
		}
		for _, ending := range f.endings {
			file := filepath.Join(dir, "t"+ending)
			_, errs, status := run(t, events, "-o", file, "-")
			raw, err := os.ReadFile(file)
			if err != nil || string(raw) != out || status != statusOK || !strings.Contains(errs, "wrote "+file+" (2 events)") {
				t.Errorf("%s: status %d, %v, %s", file, status, err, errs)
			}
		}
	}
}

func TestQueries(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, "e1 e2"},
		{[]string{"-from", "1950"}, "e2"},
		{[]string{"-to", "1949-10"}, "e1"},
		{[]string{"-actor", "mao zedong"}, "e1"},
		{[]string{"-place", "Beijing"}, "e1"},
		{[]string{"-sourced"}, "e1"},
		{[]string{"-unsourced"}, "e2"},
		{[]string{"-text", "died moscow"}, "e2"},
	} {
		out, _, status := run(t, events, append(c.args, "-format", "json", "-")...)
		tl, err := timeline.ReadJSON(strings.NewReader(out), "")
		if err != nil || status != statusOK {
			t.Fatal(status, err)
		}
		var ids []string
		for e := range tl.All() {
			ids = append(ids, e.ID)
		}
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("%v: %s, want %s", c.args, got, c.want)
		}
	}
}

func TestRelations(t *testing.T) {
	out, _, status := run(t, events, "-relations", "-")
	if status != statusOK || !strings.Contains(out, "before: yes (before)") || !strings.Contains(out, "1949-10-02 to 1952-12-31") {
		t.Errorf("status %d\n%s", status, out)
	}
	out, _, _ = run(t, events, "-relations", "-format", "json", "-")
	var r struct {
		Relations []struct{ A, B, Before string }
	}
	if err := json.Unmarshal([]byte(out), &r); err != nil || len(r.Relations) != 1 || r.Relations[0].Before != "yes" {
		t.Errorf("%v %s", err, out)
	}
}

func TestColours(t *testing.T) {
	for _, c := range []struct {
		terminal, noColor bool
		args              []string
		want              bool
	}{
		{false, false, nil, false}, {true, false, nil, true}, {true, true, nil, false},
		{true, false, []string{"-color", "never"}, false}, {false, true, []string{"-color", "always"}, true},
	} {
		var out, errs bytes.Buffer
		p := program{stdin: strings.NewReader(events), stdout: &out, stderr: &errs, terminal: c.terminal, noColor: c.noColor}
		if p.run(context.Background(), append(c.args, "-")); strings.Contains(out.String(), "\x1b[") != c.want {
			t.Errorf("%+v: %q", c, out.String())
		}
	}
}

// TestPageOnTerminal writes a page to a file when standard output is a terminal, and to no file that is there already.
func TestPageOnTerminal(t *testing.T) {
	t.Chdir(t.TempDir())
	for want := range 2 {
		var out, errs bytes.Buffer
		p := program{stdin: strings.NewReader(events), stdout: &out, stderr: &errs, terminal: true}
		if status := p.run(context.Background(), []string{"-format", "html", "-"}); status != want || out.Len() > 0 || !strings.Contains(errs.String(), "timeline.html") {
			t.Errorf("status %d, want %d: %s%s", status, want, out.String(), errs.String())
		}
	}
}

func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	good := file("good.json", events)
	for name, c := range map[string]struct {
		args   []string
		status int
		lines  int
	}{
		"missing":      {[]string{filepath.Join(dir, "none"), good}, 1, 1},
		"directory":    {[]string{dir, good}, 1, 1},
		"binary":       {[]string{file("binary", "a\x00b"), good}, 1, 1},
		"bad JSON":     {[]string{file("bad.json", `{"events":[}`), good}, 1, 1},
		"other JSON":   {[]string{file("other.json", `{"a":1}`), good}, 1, 1},
		"empty":        {[]string{file("empty", ""), good}, 0, 1},
		"not UTF-8":    {[]string{file("latin", "In 1950, it rained in K\xf6ln."), good}, 0, 1},
		"long line":    {[]string{file("long", strings.Repeat("word ", 1<<20)), good}, 0, 0},
		"two failures": {[]string{dir, filepath.Join(dir, "none"), good}, 1, 2},
		"unwritable":   {[]string{"-o", filepath.Join(dir, "no", "such", "folder"), good}, 1, 1},
	} {
		out, errs, status := run(t, "", append([]string{"-no-model"}, c.args...)...)
		if status != c.status || strings.Count(errs, "\n") != c.lines {
			t.Errorf("%s: status %d, want %d; %s", name, status, c.status, errs)
		}
		if name != "unwritable" && !strings.Contains(out, "Mao proclaimed the republic") {
			t.Errorf("%s: the good file is not printed:\n%.300s", name, out)
		}
	}
	for _, args := range [][]string{{"-format", "x"}, {"-nonsense"}, {"-from", "19499"}, {"-to", "soon"}, {"-color", "red"}, {"-sourced", "-unsourced"}, {"-relations", "-format", "csv"}} {
		if out, errs, status := run(t, "", args...); status != statusUsage || out != "" || errs == "" {
			t.Errorf("%v: status %d, %s", args, status, errs)
		}
	}
}
