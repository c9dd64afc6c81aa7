package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func call(t *testing.T, stdin string, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(stdin), &o, &e)
	return code, o.String(), e.String()
}

func TestAuditOfSample(t *testing.T) {
	code, out, errs := call(t, "", "-format", "json")
	if code != 0 || errs != "" {
		t.Fatalf("exit %d: %s", code, errs)
	}
	var a audit
	if err := json.Unmarshal([]byte(out), &a); err != nil {
		t.Fatal(err)
	}
	if a.Sources != 33 || a.Notes != 28 || a.Used != 22 || len(a.Unused) != 11 || len(a.Inferred) != 11 || len(a.Needed) != 9 || len(a.Unresolved) != 0 || len(a.Identifiers) != 0 {
		t.Errorf("sources %d, notes %d, used %d, unused %d, inferred %d, needed %d", a.Sources, a.Notes, a.Used, len(a.Unused), len(a.Inferred), len(a.Needed))
	}
	if a.Sentences.Sourced == 0 || a.Sentences.Sourced+len(a.Needed)+len(a.Unsourced) != a.Sentences.Total {
		t.Errorf("sentences %+v, needed %d, unsourced %d", a.Sentences, len(a.Needed), len(a.Unsourced))
	}
}

func TestReport(t *testing.T) {
	const page = "One is sourced.{{sfn|A|2000}} Another is not.{{sfn|B|1999}} Third.<ref>{{cite book|title=X|isbn=978-0-19-505454-6|foo=bar}}</ref>\n\nNothing here.\n== Sources ==\n* {{cite book|last=A|year=2000|title=Y_Z}}\n* {{cite book|last=C|year=2001|title=W}}"
	code, out, _ := call(t, page, "-input", "wikitext", "-")
	if code != 0 {
		t.Fatalf("exit %d", code)
	}
	for _, want := range []string{"3 sources, 2 used and 1 not, in 3 numbered notes", "3 of 4 sentences have a source (75 %)", "Notes without a source (1)\n  line 1: B, 1999",
		"isbn 978-0-19-505454-6", "cs1-parameter-ignored", "Sources nothing refers to (1)\n  line 6: C, 2001, W", "Statements without a source (1)\n  line 3: Nothing here."} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	_, md, _ := call(t, page, "-input", "wikitext", "-format", "markdown", "-")
	if !strings.Contains(md, "## Invalid identifiers (1)\n\n- line 1: isbn") || !strings.Contains(md, "| (lead) | 3 | 4 |") {
		t.Errorf("markdown:\n%s", md)
	}
	_, used, _ := call(t, page, "-input", "wikitext", "-format", "ris", "-used", "-")
	if strings.Count(used, "TY  - BOOK\r\n") != 2 || strings.Contains(used, "TI  - W") {
		t.Errorf("ris:\n%s", used)
	}
}

func TestExports(t *testing.T) {
	for format, want := range map[string]string{"csl": `"id":"dirlik1989"`, "bibtex": "@book{dirlik1989,", "biblatex": "date = {1989}", "ris": "TY  - BOOK\r\n", "wikitext": "{{cite book |last1=Dirlik", "coins": `<span class="Z3988"`} {
		code, out, errs := call(t, "", "-format", format)
		if code != 0 || errs != "" || !strings.Contains(out, want) {
			t.Errorf("%s: exit %d %s", format, code, errs)
		}
	}
}

func TestExit(t *testing.T) {
	good := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(good, []byte("A.<ref>{{cite book|title=X}}</ref>"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args []string
		code int
		errs string
	}{
		{[]string{"-format", "x"}, 2, "unknown -format"}, {[]string{"-input", "x"}, 2, "unknown -input"}, {[]string{"-list", "-1"}, 2, "-list"}, {[]string{"-nope"}, 2, "flag provided"}, {[]string{"-h"}, 0, "usage"},
		{[]string{"/does/not/exist", good}, 1, "no such file"}, {[]string{good}, 0, ""},
	} {
		code, out, errs := call(t, "", tt.args...)
		if code != tt.code || !strings.Contains(errs, tt.errs) {
			t.Errorf("%v: exit %d, %q", tt.args, code, errs)
		}
		if tt.code == 1 && !strings.Contains(out, "1 sources") {
			t.Errorf("%v: the other file was not read: %q", tt.args, out)
		}
	}
}
