package timeline_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/timeline"
)

var update = flag.Bool("update", false, "write the golden files anew")

// exports are all formats, by the name of their golden file.
var exports = []struct {
	file  string
	write func(io.Writer, *timeline.Timeline) error
}{
	{"timeline.json", timeline.WriteJSON},
	{"timeline.jsonl", timeline.WriteJSONLines},
	{"timeline.csv", func(w io.Writer, t *timeline.Timeline) error { return timeline.WriteCSV(w, t, timeline.CSVOptions{}) }},
	{"timeline.md", timeline.WriteMarkdown},
	{"timeline.ics", func(w io.Writer, t *timeline.Timeline) error {
		return timeline.WriteICalendar(w, t, timeline.ICalendarOptions{Stamp: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), Domain: "example.org"})
	}},
	{"timelinejs.json", timeline.WriteTimelineJS},
	{"vis.json", timeline.WriteVis},
	{"timeline.mw", timeline.WriteMarkwhen},
	{"timeline.mmd", timeline.WriteMermaid},
	{"timeline.jsonld", timeline.WriteJSONLD},
	{"timeline.graphml", timeline.WriteGraphML},
	{"timeline.dot", timeline.WriteDOT},
	{"timeline.svg", func(w io.Writer, t *timeline.Timeline) error { return timeline.WriteSVG(w, t, timeline.SVGOptions{}) }},
	{"timeline.html", func(w io.Writer, t *timeline.Timeline) error { return timeline.WriteHTML(w, t, timeline.HTMLOptions{}) }},
	{"timeline.txt", func(w io.Writer, t *timeline.Timeline) error { return timeline.WriteText(w, t, timeline.TextOptions{}) }},
	{"timeline.color.txt", func(w io.Writer, t *timeline.Timeline) error {
		return timeline.WriteText(w, t, timeline.TextOptions{Color: true, Width: 72})
	}},
}

func TestGolden(t *testing.T) {
	tl := build(t)
	for _, x := range exports {
		t.Run(x.file, func(t *testing.T) {
			var b bytes.Buffer
			if err := x.write(&b, tl); err != nil {
				t.Fatal(err)
			}
			name := filepath.Join("testdata", "golden", x.file)
			if *update {
				if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), b.String()); diff != "" {
				t.Errorf("not as in %s; see what changed with -update and git diff\n%s", name, diff)
			}
		})
	}
}

// hostile is a timeline of events whose text would be markup, formulas or control sequences.
func hostile() *timeline.Timeline {
	texts := []string{
		`<script>alert("x")</script> & 'quotes'`, `=HYPERLINK("http://evil","x")`, "+1+1", "-1", "@SUM(A1)", "\tTab first", "two\nlines\r\nof text",
		`back\slash; semi, comma: colon`, "[link](javascript:alert(1)) *bold* `code` # head", "# not a heading", "%% comment %%", "]]> --> <!-- x",
		"\x1b[31mred\x1b[0m\u202egnp.exe", "emoji 🏯 and 中苏关系 and café", "\xff\xfe broken UTF-8", "", strings.Repeat("長", 100), "{{template}} ${x} %s %d",
		"</style></svg></script>", "trailing blank ", `"quoted"`, "end", "section x", "title y", "http://example.org/a_b_c",
	}
	var b timeline.Builder
	var events []sinosoviet.Event
	for i, s := range texts {
		e := sinosoviet.Event{ID: s, Headline: s, Actors: []string{s, "A;B"}, Places: []string{s}, Citations: []string{"c1", "c2"}, NeededSince: s,
			Span: sinosoviet.Span{Start: i * 10, End: i*10 + 9}, Section: 1, Evidence: []sinosoviet.Evidence{{Text: s + " sentence " + s}}}
		if i%3 > 0 {
			e.When = edtf.MustParse([]string{"1950", "1950-03-04"}[i%3-1])
		}
		events = append(events, e)
	}
	b.Add(timeline.Document{Name: "<b>name</b>", Title: "\"title\" <i>&amp; \\ #1; %%", Sections: []string{"", "<h1>\"sec\": #tion"}, Citations: []sinosoviet.Citation{
		{ID: "c1", Kind: sinosoviet.CitationFull, Title: "<img src=x onerror=alert(1)>", URL: "javascript:alert(1)"},
		{ID: "c2", Kind: sinosoviet.CitationFull, Title: `"q" & 'r'`, URL: "https://example.org/?a=1&b=(2)'", Pages: "1,2"},
	}}, events...)
	return b.Build()
}

// TestExportsHostile reads hostile text back with strict readers.
func TestExportsHostile(t *testing.T) {
	tl := hostile()
	for _, x := range exports {
		t.Run(x.file, func(t *testing.T) {
			var out bytes.Buffer
			if err := x.write(&out, tl); err != nil {
				t.Fatal(err)
			}
			s := out.String()
			if !strings.Contains(x.file, "json") && x.file != "timeline.csv" && !strings.Contains(x.file, "color") {
				if strings.Contains(s, "\x1b") {
					t.Error("an escape for terminals came through")
				}
			}
			switch filepath.Ext(x.file) {
			case ".json", ".jsonld":
				if !json.Valid(out.Bytes()) {
					t.Error("no valid JSON")
				}
			case ".jsonl":
				for line := range strings.Lines(s) {
					if !json.Valid([]byte(line)) {
						t.Errorf("no valid JSON: %s", line)
					}
				}
			case ".csv":
				rows, err := csv.NewReader(&out).ReadAll()
				if err != nil {
					t.Fatal(err)
				}
				if len(rows) != tl.Len()+1 {
					t.Errorf("%d rows, want %d", len(rows), tl.Len()+1)
				}
				for _, row := range rows {
					for _, f := range row {
						if f != "" && strings.ContainsAny(f[:1], "=+-@\t\r") {
							t.Errorf("formula %q", f)
						}
					}
				}
			case ".graphml", ".svg":
				for d := xml.NewDecoder(&out); ; {
					if _, err := d.Token(); errors.Is(err, io.EOF) {
						break
					} else if err != nil {
						t.Fatal(err)
					}
				}
			case ".ics":
				for _, line := range strings.Split(strings.TrimSuffix(s, "\r\n"), "\r\n") {
					if len(line) > 75 {
						t.Errorf("%d bytes: %q", len(line), line)
					}
					if strings.ContainsAny(line, "\n\r") {
						t.Errorf("line break in %q", line)
					}
				}
			case ".html":
				if strings.Count(s, "<script") != 1 || strings.Contains(s, "<img") || strings.Contains(s, "javascript:alert(1)\"") {
					t.Error("text became markup")
				}
			case ".mmd", ".mw", ".md", ".dot":
				if n := strings.Count(s, "<script>"); n > 0 && x.file == "timeline.md" && !strings.Contains(s, `\<script\>`) {
					t.Errorf("script in %s", x.file)
				}
			}
			if x.file != "timeline.csv" && !utf8.ValidString(s) && strings.HasPrefix(filepath.Ext(x.file), ".json") {
				t.Error("invalid UTF-8")
			}
		})
	}
}

// TestNoInventedDay checks that no export names a day for what is known to a year only.
func TestNoInventedDay(t *testing.T) {
	var b timeline.Builder
	b.Add(timeline.Document{Name: "a"}, sinosoviet.Event{Headline: "It happened", When: edtf.MustParse("1949"), Relation: sinosoviet.RelationIn})
	tl := b.Build()
	for _, x := range exports {
		var out bytes.Buffer
		if err := x.write(&out, tl); err != nil {
			t.Fatal(err)
		}
		s := out.String()
		switch x.file {
		case "timeline.json", "timeline.jsonl", "timeline.csv", "timeline.graphml": // bounds, called so
			s = strings.NewReplacer(`"earliest":"1949-01-01"`, "", `"latest":"1949-12-31"`, "", ",1949-01-01,1949-12-31,", "",
				`<data key="earliest">1949-01-01</data>`, "", `<data key="latest">1949-12-31</data>`, "").Replace(s)
		case "timeline.ics": // the whole year, and a word that says so
			if !strings.Contains(strings.ReplaceAll(s, "\r\n ", ""), "the day itself is not known") {
				t.Error("the calendar does not say that its days are bounds")
			}
			s = strings.NewReplacer("DTSTART;VALUE=DATE:19490101\r\nDTEND;VALUE=DATE:19500101", "", "X-EARLIEST:1949-01-01", "", "X-LATEST:1949-12-31", "").Replace(s)
		case "vis.json":
			s = strings.Replace(s, `"type":"range","start":"1949-01-01","end":"1950-01-01","className":"bounds"`, "", 1)
		}
		for _, day := range []string{"1949-01", "194901", "1949-12", "January", `"month"`, `"day"`} {
			if strings.Contains(s, day) {
				t.Errorf("%s has %s:\n%s", x.file, day, s)
			}
		}
	}
}

// failing fails after n bytes.
type failing struct{ n int }

var errFull = errors.New("disk full")

func (f *failing) Write(b []byte) (int, error) {
	if f.n -= len(b); f.n < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestExportsReportWriteErrors(t *testing.T) {
	tl := generated(2000)
	for _, x := range exports {
		for _, n := range []int{0, 50000} {
			if err := x.write(&failing{n}, tl); !errors.Is(err, errFull) {
				t.Errorf("%s after %d bytes: %v", x.file, n, err)
			}
		}
		if err := x.write(io.Discard, nil); err != nil {
			t.Errorf("%s of a nil timeline: %v", x.file, err)
		}
	}
}

func TestReadJSONErrors(t *testing.T) {
	for _, s := range []string{`{`, `[1]`, `{"events":3}`, `{"a":1}`, `{"events":[{"edtf":"nonsense","headline":"x"}]}`, "\x00\x01", `{"events":[]} x`} {
		_, err := timeline.ReadJSON(strings.NewReader(s), "")
		var format *timeline.FormatError
		if !errors.As(err, &format) {
			t.Errorf("%q: %v", s, err)
		}
	}
	if _, err := timeline.ReadJSON(io.MultiReader(strings.NewReader(`{"events":[`), failingReader{}), ""); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, errFull }

func TestReadJSONDocument(t *testing.T) {
	const doc = `{"source":{"name":"a.txt"},"title":"T","sections":[{"heading":""},{"heading":"H"}],
"citations":[{"id":"c1","span":[0,1],"kind":"full","number":3,"people":[{"role":"author","family":"Zhao"}],"date":"2022","pages":"28"}],
"events":[{"id":"e1","span":[5,9],"headline":"It rained","when":"1816","edtf":"1816","citations":["c1"],"section":1}]}`
	tl, err := timeline.ReadJSON(strings.NewReader(doc), "x")
	if err != nil {
		t.Fatal(err)
	}
	e := tl.At(0)
	if e.Document != "a.txt" || e.Title != "T" || e.Heading != "H" || len(e.Sources) != 1 || e.Sources[0].Label != "Zhao 2022, p. 28" || e.Sources[0].Number != 3 {
		t.Errorf("got %+v", e)
	}
}

func BenchmarkExport(b *testing.B) {
	tl := generated(2000)
	for _, x := range exports {
		b.Run(x.file, func(b *testing.B) {
			b.ReportAllocs()
			var n counter
			for b.Loop() {
				n = 0
				if err := x.write(&n, tl); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(n))
		})
	}
}

type counter int

func (c *counter) Write(b []byte) (int, error) { *c += counter(len(b)); return len(b), nil }
