package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/align"
	"github.com/sinosoviet/sinosoviet/examples/internal/sample"
	"github.com/sinosoviet/sinosoviet/parse"
)

// The sample's 23 sentences and 14 markers, each found, and the one reference that came in between the two revisions.
func TestSample(t *testing.T) {
	a, x := parse.Flattened(sample.Article()), parse.Excerpt(sample.Excerpt())
	r := align.Align(a, x)
	var edits []string
	verbatim := 0
	for i, s := range r.Sentences {
		if s.Match == sinosoviet.MatchVerbatim {
			verbatim++
			if got := a.Source.Slice(s.ArticleSpan); got != s.Text {
				t.Errorf("sentence %d: %q is not %q", i, got, s.Text)
			}
		}
		for _, e := range s.Edits {
			edits = append(edits, fmt.Sprintf("%d %s %q %q", i, e.Op, e.Excerpt, e.Article))
		}
	}
	if len(r.Sentences) != 23 || verbatim != 21 {
		t.Errorf("%d of %d sentences verbatim", verbatim, len(r.Sentences))
	}
	wantEdits := []string{`3 delete "" "Chairman of the Chinese Communist Party"`, `15 delete "" "Premier"`, `15 replace "to soon" "soon to"`}
	if d := cmp.Diff(wantEdits, edits); d != "" {
		t.Errorf("edits (-want +got):\n%s", d)
	}
	byID := map[string]sinosoviet.Citation{}
	for _, c := range a.Citations {
		byID[c.ID] = c
	}
	tell := func(id string) string {
		c := byID[id]
		who := ""
		if len(c.People) > 0 {
			who = c.People[0].Family
		}
		return fmt.Sprint(c.Kind, " ", c.Number, " ", who, " ", c.Date, " ", c.Pages, c.NeededSince)
	}
	var got []string
	for i, m := range r.Markers {
		got = append(got, fmt.Sprintf("%s %s %s: %s | %s", m.Text, m.Attaches, m.Basis, tell(m.Citation), clip(a.Source.Slice(r.Findings[i].Covers), 30)))
	}
	want := []string{
		"[citation needed] previous position: needed 0   2023-03 | On 31 May 1924, the two …",
		"[4]: 26 previous number: full 4 Hammond 2023  | Soviet advisors were the …",
		"[citation needed] previous position: needed 0   2024-07 | The Soviet Union intervened …",
		"[citation needed] previous position: needed 0   2024-07 | During the World War II …",
		"[11] previous number: short 11 Crozier 1999 142-149 | Stalin kept him waiting for …",
		"[12] previous number: full 12 Trofimov 2019-02-01  | Stalin kept him waiting for …",
		"[14] previous number: full 14 Peskov 2010 100–115 | However, the ports were not …",
		"[16] previous number: full 16 Shen 2010 211–230 | As the two leaders distrusted …",
		"[citation needed] previous position: needed 0   2024-07 | Mao made overtures to Richard …",
		"[21] here number: full 21    | In 1976, Mao died, and in …",
		"[24]: 141 previous pages: full 25 Crean 2024  | Relations significantly …",
		"[25] previous revision: short 26 Zhao 2022 59 | Chinese Vice Premier and …",
		"[26] previous revision: short 27 Zhao 2022 60 | China's reform and opening up …",
		"[27] previous revision: short 28 Zhao 2022 61 | Gorbachev visited Beijing in …",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("markers (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]sinosoviet.Shift{{From: 24, By: 1}}, r.Revision.Shift); d != "" || r.Revision.Same || len(r.Revision.Removed) > 0 {
		t.Errorf("revision %+v", r.Revision)
	}
	if len(r.Revision.Added) != 1 || tell(r.Revision.Added[0]) != "full 24 Cunningham 2025 " {
		t.Errorf("added %v", r.Revision.Added)
	}
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return p
	}
	article := write("a.wiki", "'''Alpha''' went first to the northern city.<ref>Smith 1999.</ref> Bravo followed him.\n")
	excerpt := write("x.txt", "Alpha went to the northern city.[1]")
	tests := []struct {
		name           string
		args           []string
		stdin          string
		status         int
		stdout, stderr string // parts
	}{
		{"sample", nil, "", 0, "23 sentences: 21 verbatim, 2 edited", ""},
		{"files", []string{article, excerpt}, "", 0, "Alpha went [-first-] to the northern city.", ""},
		{"standard input", []string{article, "-"}, "Bravo followed him.", 0, "1 sentence: 1 verbatim", ""},
		{"html", []string{"-format", "html", article, excerpt}, "", 0, "<del>first</del>", ""},
		{"json", []string{"-format", "json"}, "", 0, `"from": 24`, ""},
		{"output", []string{"-o", filepath.Join(dir, "out.txt")}, "", 0, "", "wrote "},
		{"forced format", []string{"-article", "text", article, excerpt}, "", 0, "1 sentence", ""},
		{"empty", []string{article, write("empty", "")}, "", 0, "0 sentences", "the file is empty"},
		{"missing file", []string{article, filepath.Join(dir, "none")}, "", 1, "", "none: no such file or directory\n"},
		{"folder", []string{dir, excerpt}, "", 1, "", "is a directory\n"},
		{"no place to write", []string{"-o", filepath.Join(dir, "no", "such")}, "", 1, "", "no such file or directory\n"},
		{"one file", []string{article}, "", 2, "", "want two files, ARTICLE and EXCERPT"},
		{"format", []string{"-format", "pdf"}, "", 2, "", `unknown -format "pdf"`},
		{"article format", []string{"-article", "pdf"}, "", 2, "", `unknown -article "pdf"`},
		{"twice standard input", []string{"-", "-"}, "", 2, "", "both files are standard input"},
		{"width", []string{"-width", "5"}, "", 2, "", "-width 5"},
		{"min", []string{"-min", "5"}, "", 2, "", "-min 5"},
		{"flag", []string{"-nope"}, "", 2, "", "-nope"},
		{"help", []string{"-h"}, "", 0, "", "usage: align"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			status := run(tt.args, strings.NewReader(tt.stdin), &stdout, &stderr)
			if status != tt.status || !strings.Contains(stdout.String(), tt.stdout) || !strings.Contains(stderr.String(), tt.stderr) {
				t.Errorf("status %d, want %d\nstdout %.400s\nstderr %.400s", status, tt.status, &stdout, &stderr)
			}
			if tt.status == 1 && strings.Count(stderr.String(), "\n") != 1 {
				t.Errorf("an error of several lines: %q", &stderr)
			}
		})
	}
}

func TestJSON(t *testing.T) {
	var stdout bytes.Buffer
	if status := run([]string{"-format", "json"}, nil, &stdout, &stdout); status != 0 {
		t.Fatal(stdout.String())
	}
	var out struct {
		Excerpt   []sinosoviet.Alignment
		Revision  sinosoviet.Revision
		Citations []sinosoviet.Citation
	}
	if err := json.Unmarshal(stdout.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	if len(out.Excerpt) != 23 || len(out.Revision.Shift) != 1 || len(out.Citations) < 12 {
		t.Errorf("%d sentences, %+v, %d citations", len(out.Excerpt), out.Revision, len(out.Citations))
	}
}

// The page stands alone: it loads nothing.
func TestHTML(t *testing.T) {
	var stdout bytes.Buffer
	if status := run([]string{"-format", "html"}, nil, &stdout, &stdout); status != 0 {
		t.Fatal(stdout.String())
	}
	for _, bad := range []string{"<script", "src=", "href=", "@import", "url("} {
		if strings.Contains(stdout.String(), bad) {
			t.Errorf("the page has %q", bad)
		}
	}
	if n := strings.Count(stdout.String(), `<section class="row`); n != 23 {
		t.Errorf("%d rows", n)
	}
}
