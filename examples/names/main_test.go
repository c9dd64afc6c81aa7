package main

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/examples/internal/sample"
)

func names(t *testing.T, stdin string, args ...string) (out, errs string, status int) {
	t.Helper()
	var o, e bytes.Buffer
	status = run(context.Background(), args, strings.NewReader(stdin), &o, &e)
	return o.String(), e.String(), status
}

// The sample's names, as JSON: counted, located, and paired by sentence.
func TestSample(t *testing.T) {
	out, errs, status := names(t, "", "-format", "json")
	if status != 0 || errs != "" {
		t.Fatalf("status %d, %s", status, errs)
	}
	var r result
	if err := json.Unmarshal([]byte(out), &r); err != nil {
		t.Fatal(err)
	}
	byName := map[string]*node{}
	src := sample.Article()
	for _, v := range r.Names {
		byName[string(v.Kind)+" "+v.Name] = v
		if v.Count != len(v.Mentions) {
			t.Errorf("%s: %d mentions counted as %d", v.Name, len(v.Mentions), v.Count)
		}
		for _, m := range v.Mentions {
			if src.Slice(m.Span) != m.Text {
				t.Errorf("%s: %q is %q at %v", v.Name, m.Text, src.Slice(m.Span), m.Span)
			}
		}
	}
	for name, least := range map[string]int{"GPE Soviet Union": 30, "PERSON Mao Zedong": 15, "ORG Chinese Communist Party": 15, "ORG Kuomintang": 10, "FAC Chinese Eastern Railway": 3} {
		if v := byName[name]; v == nil || v.Count < least {
			t.Errorf("%s: %+v, want at least %d", name, v, least)
		}
	}
	if len(r.Pairs) < 100 || r.Pairs[0].Count < r.Pairs[1].Count {
		t.Errorf("pairs: %d", len(r.Pairs))
	}
}

func TestFormats(t *testing.T) {
	const text = `Lenin met "Stalin" in Moscow. Stalin met Lenin.`
	out, _, status := names(t, text, "-format", "dot", "-kind", "person", "-")
	want := "graph names {\n  node [shape=box, style=\"rounded,filled\"];\n" +
		"  n2 [label=\"Joseph Stalin\", fillcolor=\"#ffd8a8\", tooltip=\"PERSON, 2 times\"];\n" +
		"  n1 [label=\"Vladimir Lenin\", fillcolor=\"#ffd8a8\", tooltip=\"PERSON, 2 times\"];\n" +
		"  n1 -- n2 [weight=2, penwidth=1.5];\n}\n"
	if status != 0 || out != want {
		t.Errorf("dot: status %d\n%s\nwant\n%s", status, out, want)
	}
	out, _, _ = names(t, text, "-format", "graphml", "-")
	var g graphML
	if err := xml.Unmarshal([]byte(out), &g); err != nil || len(g.Graph.Nodes) != 3 || len(g.Graph.Edges) != 3 {
		t.Errorf("graphml: %v\n%s", err, out)
	}
	out, _, _ = names(t, text, "-prose", "v2", "-no-model", "-min", "2", "-")
	if lines := strings.Count(out, "\n"); lines != 3 || !strings.Contains(out, "Joseph Stalin   Stalin") {
		t.Errorf("table:\n%s", out)
	}
}

// A title that the text does not carry tells who its short names mean.
func TestTitle(t *testing.T) {
	out, _, status := names(t, "Her father wrote. In 1840 Qvist sang.", "-title", "Ada Qvist (singer)", "-")
	if status != 0 || !strings.Contains(out, "Ada Qvist  Qvist") {
		t.Errorf("status %d\n%s", status, out)
	}
}

func TestFailures(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing.txt")
	good := filepath.Join(t.TempDir(), "good.txt")
	if err := os.WriteFile(good, []byte("Mao died in Beijing."), 0o644); err != nil {
		t.Fatal(err)
	}
	empty := filepath.Join(t.TempDir(), "empty.txt")
	if err := os.WriteFile(empty, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, errs, status := names(t, "", empty); status != 0 || errs != "names: "+empty+": the file is empty\n" {
		t.Errorf("empty file: status %d, %q", status, errs)
	}
	for _, tt := range []struct {
		args   []string
		status int
		errs   string
	}{
		{[]string{"-format", "png"}, 2, "unknown -format"},
		{[]string{"-prose", "v1"}, 2, "unknown -prose"},
		{[]string{"-kind", "THING"}, 2, "unknown kind"},
		{[]string{"-nothing"}, 2, "not defined"},
		{[]string{"-h"}, 0, "usage:"},
		{[]string{missing, good}, 1, "missing.txt"},
	} {
		out, errs, status := names(t, "", tt.args...)
		if status != tt.status || !strings.Contains(errs, tt.errs) {
			t.Errorf("%v: status %d, %s", tt.args, status, errs)
		}
		if status == 1 && !strings.Contains(out, "Beijing") {
			t.Errorf("%v: the other file is not listed: %s", tt.args, out)
		}
	}
	if status := run(context.Background(), nil, nil, badWriter{}, io.Discard); status != 1 {
		t.Errorf("a full disk gives status %d", status)
	}
}

type badWriter struct{}

func (badWriter) Write([]byte) (int, error) { return 0, io.ErrShortWrite }
