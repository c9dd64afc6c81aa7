// Package golden runs fixtures: text archives (the txtar format) that hold an input and what is made of it. With
// the flag -update, which a test package defines, the tests rewrite what is made of it; the difference is then reviewed like code.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// updating reports whether the test binary was run with -update, a flag that the test package defines.
func updating() bool {
	f := flag.Lookup("update")
	return f != nil && f.Value.String() == "true"
}

// Part is a named part of an archive.
type Part struct{ Name, Text string }

// Archive is a comment and parts. In its text form a line "-- name --" begins a part.
type Archive struct {
	Comment string
	Parts   []Part
}

// Parse reads the text form. Any text is an archive: what stands before the first part is its comment.
func Parse(text string) Archive {
	var a Archive
	for line := range strings.Lines(text) {
		if name, ok := partName(line); ok {
			a.Parts = append(a.Parts, Part{Name: name})
			continue
		}
		if n := len(a.Parts); n > 0 {
			a.Parts[n-1].Text += line
		} else {
			a.Comment += line
		}
	}
	return a
}

func partName(line string) (name string, ok bool) {
	line = strings.TrimSuffix(line, "\n")
	if len(line) < 7 || !strings.HasPrefix(line, "-- ") || !strings.HasSuffix(line, " --") {
		return "", false
	}
	name = strings.TrimSpace(line[3 : len(line)-3])
	return name, name != ""
}

// String is the text form. A line break is added to parts that do not end with one.
func (a Archive) String() string {
	var b strings.Builder
	b.WriteString(a.Comment)
	for _, p := range a.Parts {
		b.WriteString("-- " + p.Name + " --\n" + p.Text)
		if p.Text != "" && !strings.HasSuffix(p.Text, "\n") {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// Part is the text of the named part; ok is false when there is none.
func (a Archive) Part(name string) (text string, ok bool) {
	for _, p := range a.Parts {
		if p.Name == name {
			return p.Text, true
		}
	}
	return "", false
}

// Run runs the fixtures whose paths match the pattern, each as a subtest. Part "input", without its last line break, goes to
// the printer of each other part's name, and what that prints must equal the part. A fixture whose part has no printer fails, as does a pattern that
// matches nothing. With -update the parts are rewritten; one that is missing is not added.
func Run(t *testing.T, pattern string, printers map[string]func(input string) string) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures match %s: %v", pattern, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), func(t *testing.T) { runFile(t, path, printers) })
	}
}

func runFile(t *testing.T, path string, printers map[string]func(input string) string) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a := Parse(string(data))
	input, ok := a.Part("input")
	if !ok || len(a.Parts) < 2 {
		t.Fatalf("%s: want a part named input and others", path)
	}
	input = strings.TrimSuffix(input, "\n")
	for i := range a.Parts {
		p := &a.Parts[i]
		if p.Name == "input" {
			continue
		}
		printer, ok := printers[p.Name]
		if !ok {
			t.Fatalf("%s: nothing prints %q", path, p.Name)
		}
		got := printer(input)
		if got != "" && !strings.HasSuffix(got, "\n") {
			got += "\n"
		}
		if updating() {
			p.Text = got
		} else if diff := cmp.Diff(p.Text, got); diff != "" {
			t.Errorf("%s of\n%s\n(-want +got):\n%s", p.Name, input, diff)
		}
	}
	if updating() {
		if err := os.WriteFile(path, []byte(a.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
