package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet/examples/internal/sample"
)

// call runs the program and gives its lines of output and of errors, and its exit status.
func call(t *testing.T, stdin string, args ...string) (out, errs []string, status int) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status = run(context.Background(), args, strings.NewReader(stdin), &stdout, &stderr)
	return lines(stdout.String()), lines(stderr.String()), status
}

func lines(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(s, "\n"), "\n")
}

func decode(t *testing.T, line string) map[string]any {
	t.Helper()
	var m map[string]any
	if err := json.Unmarshal([]byte(line), &m); err != nil {
		t.Fatalf("not JSON: %v\n%.200s", err, line)
	}
	return m
}

func TestSample(t *testing.T) {
	out, errs, status := call(t, "")
	if status != 0 || len(out) != 1 || len(errs) != 0 {
		t.Fatalf("status %d, %d lines, errors %q", status, len(out), errs)
	}
	doc := decode(t, out[0])
	for _, key := range []string{"source", "title", "sections", "text", "templates", "names", "notices", "citations", "dates", "entities", "events"} {
		if doc[key] == nil {
			t.Errorf("no %q", key)
		}
	}
	want := map[string]any{"name": sample.ArticleName, "format": "flattened", "bytes": 29717.0}
	if d := cmp.Diff(want, doc["source"]); d != "" {
		t.Error(d)
	}
	text := sample.Article().Text()
	templates := doc["templates"].([]any)
	if len(templates) != 104 {
		t.Errorf("%d templates, want 104", len(templates))
	}
	for _, tm := range templates {
		span := tm.(map[string]any)["span"].([]any)
		s := text[int(span[0].(float64)):int(span[1].(float64))]
		if !strings.HasPrefix(s, "{{") || !strings.HasSuffix(s, "}}") {
			t.Errorf("template span %v is %q", span, s)
		}
	}
	var headings []string
	for _, s := range doc["sections"].([]any) {
		h, _ := s.(map[string]any)["heading"].(string)
		headings = append(headings, h)
	}
	if d := cmp.Diff([]string{"", "Russian Civil War and Mongolia", "Creation of a communist party in China",
		"KMT–CCP, the Chinese Civil War and the establishment of diplomatic relations", "Sino-Soviet conflict, 1929", "1930s Xinjiang",
		"Second Sino-Japanese War", "Ili Rebellion", "Chinese Civil War and the People's Republic of China", "Sino-Soviet split",
		"Post-Mao era and stabilizing relations", "Dissolution of the Soviet Union", "See also", "References", "Further reading", "External links"}, headings); d != "" {
		t.Error(d)
	}
}

func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good := write("good.txt", "Mao died in 1976.")
	tests := []struct {
		name, file, message string
		status, documents   int
	}{
		{"missing", filepath.Join(dir, "missing"), "no such file", 1, 1},
		{"directory", dir, "is a directory", 1, 1},
		{"binary", write("binary", "\x7fELF\x00\x00"), "looks like a binary file (NUL byte at offset 4)", 1, 1},
		{"empty", write("empty", ""), "the file is empty", 0, 2},
		{"invalid UTF-8", write("invalid", "In 1949 \xff\xfe Mao won."), "not valid UTF-8 at byte 8", 0, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out, errs, status := call(t, "", "-format", "text", tt.file, good)
			if status != tt.status || len(out) != tt.documents {
				t.Errorf("status %d with %d documents, want %d with %d", status, len(out), tt.status, tt.documents)
			}
			if len(errs) != 1 || !strings.Contains(errs[0], tt.message) {
				t.Errorf("errors = %q, want one line with %q", errs, tt.message)
			}
			if len(out) == 0 {
				t.Fatal("the other file was not read")
			}
			if doc := decode(t, out[len(out)-1]); doc["text"] != "Mao died in 1976." {
				t.Errorf("the other file: text = %q", doc["text"])
			}
		})
	}
}

func TestLongLine(t *testing.T) {
	long := strings.Repeat("Mao died in 1976, and nobody knew. ", 5<<20/35)
	out, errs, status := call(t, long, "-format", "text", "-no-model", "-parts", "dates,diagnostics", "-")
	if status != 0 || len(out) != 1 || len(errs) != 0 {
		t.Fatalf("status %d, %d lines, errors %q", status, len(out), errs)
	}
	if n := len(decode(t, out[0])["dates"].([]any)); n != 5<<20/35 {
		t.Errorf("%d dates, want %d", n, 5<<20/35)
	}
}

func TestWrongFlags(t *testing.T) {
	for _, args := range [][]string{{"-format", "pdf"}, {"-parts", "article,nothing"}, {"-prose", "v9"}, {"-nonsense"}, {"-batch", "file"}} {
		out, errs, status := call(t, "", args...)
		if status != 2 || len(out) != 0 || len(errs) != 1 {
			t.Errorf("%v: status %d, %d lines, errors %q; want 2 and one line", args, status, len(out), errs)
		}
	}
}

func TestParts(t *testing.T) {
	tests := []struct {
		parts string
		want  []string
	}{
		{"dates", []string{"dates", "source"}},
		{"events,entities", []string{"entities", "events", "source"}},
		{"article", []string{"blocks", "sections", "sentences", "source", "text"}},
	}
	for _, tt := range tests {
		out, _, status := call(t, "On 9 September 1976, Mao Zedong died in Beijing.", "-format", "text", "-parts", tt.parts, "-")
		if status != 0 || len(out) != 1 {
			t.Fatalf("%s: status %d, %d lines", tt.parts, status, len(out))
		}
		var got []string
		for key := range decode(t, out[0]) {
			got = append(got, key)
		}
		slices.Sort(got)
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("-parts %s: %s", tt.parts, d)
		}
	}
}

func TestBatch(t *testing.T) {
	in := strings.Join([]string{
		`{"id":"one","format":"text","text":"Mao died in 1976."}`,
		`nonsense`,
		`{"id":3,"format":"pdf","text":"x"}`,
		``,
		`{"id":"four","title":"A page","text":"'''A page''' is a page.\n\n== History ==\n[[Mao Zedong|Mao]] died in 1976.<ref>Book, p. 3.</ref>"}`,
		`{"id":"five"}`,
		`{"id":"six","format":"excerpt","text":"[1] Mao died in 1976.","against":"A title\nIt began. Mao died in 1976."}`,
	}, "\n")
	out, errs, status := call(t, in, "-batch")
	if status != 0 || len(errs) != 0 {
		t.Errorf("status %d, errors %q", status, errs)
	}
	type answer struct {
		ID, Error, Format, Title string
	}
	var got []answer
	for _, line := range out {
		m := decode(t, line)
		id, _ := json.Marshal(m["id"])
		e, _ := m["error"].(string)
		source, _ := m["source"].(map[string]any)
		format, _ := source["format"].(string)
		title, _ := m["title"].(string)
		if len(e) > 12 {
			e = e[:12]
		}
		got = append(got, answer{string(id), e, format, title})
	}
	want := []answer{
		{`"one"`, "", "text", ""},
		{`null`, "bad line: in", "", ""},
		{`3`, "format: want", "", ""},
		{`"four"`, "", "wikitext", "A page"},
		{`"five"`, `bad line: no`, "", ""},
		{`"six"`, "", "excerpt", ""},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// A line that is no request is answered with its id as far as it can be read, in words about the line.
func TestBadLines(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{"\uFEFF" + `{"id":1,"text":7}`, `{"id":1,"error":"bad line: \"text\": want a string, got number"}`},
		{`{"id":"a","text":"b"} c`, `{"id":"a","error":"bad line: invalid character 'c' after top-level value"}`},
		{`{"format":"text","id":123456789012345678901,"text":"a` + "\x00" + `b"}`, `{"id":123456789012345678901,"error":"bad line: invalid character '\\x00' in string literal"}`},
		{`{"text":"a","id":`, `{"id":null,"error":"bad line: unexpected end of JSON input"}`},
		{`{"id":"` + "\xff" + `"}`, `{"id":"` + "\uFFFD" + `","error":"bad line: no \"text\""}`},
		{`[1]`, `{"id":null,"error":"bad line: want an object, got array"}`},
		{`null`, `{"id":null,"error":"bad line: no \"text\""}`},
	} {
		out, errs, status := call(t, tt.line, "-batch")
		if status != 0 || len(errs) != 0 || len(out) != 1 || out[0] != tt.want {
			t.Errorf("%q: status %d, errors %q\n got %q\nwant %q", tt.line, status, errs, out, tt.want)
		}
	}
}

// -title and -against serve the lines that carry none of their own.
func TestBatchDefaults(t *testing.T) {
	article := filepath.Join(t.TempDir(), "article.txt")
	if err := os.WriteFile(article, []byte("A title\n\nIt began. Mao died in 1976.{{sfn|Li|1990}}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	in := `{"id":1,"format":"excerpt","text":"Mao died in 1976.[1]"}` + "\n" + `{"id":2,"format":"text","text":"Mao died in 1976.","title":"B"}`
	out, _, status := call(t, in, "-batch", "-title", "A", "-against", article)
	if status != 0 || len(out) != 2 {
		t.Fatalf("status %d, %d lines", status, len(out))
	}
	first, second := decode(t, out[0]), decode(t, out[1])
	if match := first["excerpt"].([]any)[0].(map[string]any)["match"]; match != "verbatim" || second["title"] != "B" {
		t.Errorf("match %v, title %v", match, second["title"])
	}
}

// A missing article does not keep the documents from being read.
func TestMissingAgainst(t *testing.T) {
	out, errs, status := call(t, "Mao died in 1976.[1]", "-against", filepath.Join(t.TempDir(), "missing"), "-")
	if status != 1 || len(out) != 1 || len(errs) != 1 || !strings.HasSuffix(errs[0], "missing: no such file or directory") {
		t.Fatalf("status %d, %d lines, errors %q", status, len(out), errs)
	}
	if doc := decode(t, out[0]); doc["revision"] != nil || doc["excerpt"] == nil {
		t.Errorf("revision %v, excerpt %v", doc["revision"], doc["excerpt"])
	}
}

// Beside an article a text is an excerpt, markers or not, unless it is wikitext.
func TestAgainstAuto(t *testing.T) {
	article := filepath.Join(t.TempDir(), "article.txt")
	if err := os.WriteFile(article, []byte("It began. Mao died in 1976."), 0o644); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{"Mao died in 1976.": "excerpt", "'''Mao''' died in [[1976]].": "wikitext"} {
		out, _, _ := call(t, text, "-against", article, "-")
		if doc := decode(t, out[0]); doc["source"].(map[string]any)["format"] != want {
			t.Errorf("%q is read as %v, want %s", text, doc["source"], want)
		}
	}
}

// -title counts where the text carries no title of its own; a path never is one. -format counts for the embedded sample too.
func TestTitleAndFormat(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Mkdir("dir", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"dir/article", "Page"} {
		if err := os.WriteFile(name, []byte("Mao died in 1976."), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		args []string
		want any
	}{
		{[]string{"dir/article"}, nil},
		{[]string{"-title", "A", "dir/article"}, "A"},
		{[]string{"Page"}, "Page"},
		{[]string{"-title", "A", "Page"}, "A"},
		{[]string{"-title", "A"}, "Sino-Soviet relations"},
		{[]string{"-title", "A", "-format", "text"}, "A"},
	} {
		out, _, _ := call(t, "", append([]string{"-no-model"}, tt.args...)...)
		if doc := decode(t, out[0]); doc["title"] != tt.want {
			t.Errorf("%v: title %v, want %v", tt.args, doc["title"], tt.want)
		}
	}
}

type full struct{ n int }

func (w *full) Write([]byte) (int, error) { w.n++; return 0, os.ErrClosed }

// An output that takes no more is told once, and ends the run.
func TestFullOutput(t *testing.T) {
	var stderr bytes.Buffer
	for _, args := range [][]string{nil, {"-batch"}} {
		stderr.Reset()
		var w full
		in := strings.Repeat(`{"id":1,"text":"In 1990 he died."}`+"\n", 3)
		if status := run(context.Background(), args, strings.NewReader(in), &w, &stderr); status != 1 || len(lines(stderr.String())) != 1 || w.n != 1 {
			t.Errorf("%v: status %d, %s", args, status, &stderr)
		}
	}
}

// What is printed decodes into the library's own values, and encodes to the same bytes again.
func TestOutputIsTheLibrarysJSON(t *testing.T) {
	out, _, _ := call(t, "")
	var doc line
	if err := json.Unmarshal([]byte(out[0]), &doc); err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	enc := json.NewEncoder(&again)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(doc); err != nil {
		t.Fatal(err)
	}
	if strings.TrimSuffix(again.String(), "\n") != out[0] {
		t.Error("decoding and encoding changed the bytes")
	}
}
