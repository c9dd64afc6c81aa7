package sinosoviet_test

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet"
)

type span = sinosoviet.Span

// build makes the text "The CCP (Party) won." of a source with a link, a template and a comment.
func build() (src string, text sinosoviet.Text) {
	src = "The [[Chinese|CCP]] {{paren|Party}}<!-- x --> won.{{refn}}"
	var b sinosoviet.TextBuilder
	b.Copy(src, span{0, 4})
	b.Copy(src, span{14, 17})
	b.Copy(src, span{19, 20})
	b.Replace(span{20, 35}, "(Party)")
	b.Copy(src, span{45, 50})
	b.Replace(span{50, 50}, "\n\n")
	return src, b.Text()
}

func TestLocate(t *testing.T) {
	src, text := build()
	plain := text.String()
	if want := "The CCP (Party) won.\n\n"; plain != want {
		t.Fatalf("text = %q, want %q", plain, want)
	}
	tests := []struct {
		part string
		want string
	}{
		{"The", "The"},
		{"CCP", "CCP"},
		{"The CCP", "The [[Chinese|CCP"},
		{"(Party)", "{{paren|Party}}"},
		{"Party", "{{paren|Party}}"}, // inside a replaced run: all of it
		{"CCP (Pa", "CCP]] {{paren|Party}}"},
		{"ty) won", "{{paren|Party}}<!-- x --> won"},
		{"won.\n", "won."}, // synthetic text at the end is left out
	}
	for _, tt := range tests {
		i := strings.Index(plain, tt.part)
		got := text.Locate(i, i+len(tt.part))
		if s := src[got.Start:got.End]; s != tt.want {
			t.Errorf("Locate(%q) = %v %q, want %q", tt.part, got, s, tt.want)
		}
	}
	for _, r := range [][2]int{{-1, 2}, {3, 3}, {5, 4}, {0, 1000}, {len(plain) - 2, len(plain)}} {
		if got := text.Locate(r[0], r[1]); !got.IsZero() {
			t.Errorf("Locate(%d, %d) = %v, want the zero Span", r[0], r[1], got)
		}
	}
}

// Verbatim runs round-trip byte for byte, whatever was built, sliced and appended.
func TestLocateRandom(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		src := strings.Repeat("abcdefghijklmnopqrstuvwxyz", 4)
		var b sinosoviet.TextBuilder
		at := 0
		for at < len(src)-12 {
			n := 1 + rng.IntN(10)
			switch rng.IntN(3) {
			case 0:
				b.Copy(src, span{at, at + n})
			case 1:
				b.Replace(span{at, at + n}, strings.ToUpper(src[at:at+rng.IntN(n)]))
			}
			at += n
		}
		text := b.Text()
		check := func(text sinosoviet.Text) {
			t.Helper()
			plain := text.String()
			for i := range plain {
				for j := i + 1; j <= len(plain); j++ {
					sp := text.Locate(i, j)
					part := plain[i:j]
					if part == strings.ToLower(part) && sp.Len() == j-i && src[sp.Start:sp.End] != part {
						t.Fatalf("Locate(%d, %d) of %q = %v %q", i, j, plain, sp, src[sp.Start:sp.End])
					}
					in, ok := text.Find(sp)
					if !ok || in.Start > i || in.End < j {
						t.Fatalf("Find(Locate(%d, %d)) = %v, %v of %q", i, j, in, ok, plain)
					}
				}
			}
		}
		check(text)
		if text.Len() > 4 {
			part := text.Slice(2, text.Len()-1)
			if got, want := part.String(), text.String()[2:text.Len()-1]; got != want {
				t.Fatalf("Slice = %q, want %q", got, want)
			}
			check(part)
			var c sinosoviet.TextBuilder
			c.Append(text, text.Len()/2, text.Len())
			c.Append(text, 0, text.Len()/2)
			check(c.Text())
		}
	}
}

func TestOffset(t *testing.T) {
	src, text := build()
	for _, tt := range []struct{ source, want string }{
		{"The", "The"}, {"he", "he"}, {"[[", "CCP"}, {"CCP", "CCP"}, {"paren", "(Party)"}, {"<!--", " won"}, {"on.", "on."},
	} {
		if got := text.Offset(strings.Index(src, tt.source)); got != strings.Index(text.String(), tt.want) {
			t.Errorf("Offset(%q) = %d, want that of %q", tt.source, got, tt.want)
		}
	}
}

// A Text taken from a builder does not change when the builder goes on where its last run ends.
func TestTextOfBuilderThatGoesOn(t *testing.T) {
	const src = "abcdefgh"
	var b sinosoviet.TextBuilder
	b.Copy(src, span{0, 4})
	first := b.Text()
	b.Copy(src, span{4, 8})
	if in, ok := first.Find(span{0, 8}); !ok || in != (span{0, 4}) {
		t.Errorf("Find = %v, %v, want 0:4", in, ok)
	}
	if got := first.Offset(6); got != 4 {
		t.Errorf("Offset = %d, want 4", got)
	}
	if all := b.Text(); all.String() != src || all.Locate(2, 6) != (span{2, 6}) {
		t.Errorf("%q, Locate = %v", all, all.Locate(2, 6))
	}
}

// A Text without runs, read from JSON, can be appended to others and locates nothing there either.
func TestAppendWithoutRuns(t *testing.T) {
	const src = "abcdefgh"
	var bare sinosoviet.Text
	if err := json.Unmarshal([]byte(`"xyz"`), &bare); err != nil {
		t.Fatal(err)
	}
	var b sinosoviet.TextBuilder
	b.Append(bare, 0, 3)
	b.Copy(src, span{0, 4})
	b.Append(bare, 1, 3)
	b.Copy(src, span{4, 8})
	text := b.Text()
	if got, want := text.String(), "xyzabcdyzefgh"; got != want {
		t.Fatalf("text = %q, want %q", got, want)
	}
	for _, tt := range []struct {
		start, end int
		want       span
	}{{0, 2, span{}}, {7, 9, span{}}, {3, 7, span{0, 4}}, {6, 10, span{3, 5}}, {0, 13, span{0, 8}}} {
		if got := text.Locate(tt.start, tt.end); got != tt.want {
			t.Errorf("Locate(%d, %d) = %v, want %v", tt.start, tt.end, got, tt.want)
		}
	}
}

// A text whose pieces do not stand in source order still finds its way, both ways.
func TestTextOutOfOrder(t *testing.T) {
	const src = "abcdefgh"
	var b sinosoviet.TextBuilder
	b.Copy(src, span{4, 8})
	b.Replace(span{2, 4}, "-")
	b.Copy(src, span{0, 2})
	text := b.Text()
	if text.String() != "efgh-ab" || b.Len() != 7 || b.Last() != 'b' {
		t.Fatalf("text = %q", text)
	}
	if got := text.Locate(0, 7); got != (span{0, 8}) {
		t.Errorf("Locate of all = %v", got)
	}
	if got := text.Locate(5, 7); got != (span{0, 2}) {
		t.Errorf("Locate of the end = %v", got)
	}
	for _, tt := range []struct {
		source, in span
		ok         bool
	}{{span{0, 2}, span{5, 7}, true}, {span{3, 4}, span{4, 5}, true}, {span{5, 6}, span{1, 2}, true}, {span{1, 6}, span{0, 7}, true}, {span{8, 9}, span{}, false}} {
		if in, ok := text.Find(tt.source); in != tt.in || ok != tt.ok {
			t.Errorf("Find(%v) = %v, %v, want %v", tt.source, in, ok, tt.in)
		}
	}
	if got := text.Offset(6); got != 2 {
		t.Errorf("Offset(6) = %d", got)
	}
	if got := text.Offset(99); got != text.Len() {
		t.Errorf("Offset(99) = %d", got)
	}
	if !text.Equal(b.Text()) || text.Equal(sinosoviet.PlainText("efgh-ab")) {
		t.Error("Equal does not compare text and runs")
	}
	var empty sinosoviet.TextBuilder
	empty.Copy(src, span{3, 3})
	empty.Replace(span{0, 3}, "")
	if empty.Last() != 0 || !empty.Text().IsZero() {
		t.Error("nothing appended is something")
	}
}

func TestTextJSON(t *testing.T) {
	_, text := build()
	b, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	var back sinosoviet.Text
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if back.String() != text.String() || !back.Locate(0, 3).IsZero() {
		t.Errorf("back = %q, %v", back.String(), back.Locate(0, 3))
	}
}

func TestSourcePosition(t *testing.T) {
	s := sinosoviet.NewSource("a.txt", "", "ab\ncdé\n\nf")
	var got []string
	for _, at := range []int{-1, 0, 2, 3, 7, 8, 9, 10, 99} {
		got = append(got, s.Position(at).String())
	}
	want := []string{"a.txt:1:1", "a.txt:1:1", "a.txt:1:3", "a.txt:2:1", "a.txt:2:5", "a.txt:3:1", "a.txt:4:1", "a.txt:4:2", "a.txt:4:2"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	var none *sinosoviet.Source
	if none.Text() != "" || none.Slice(span{0, 5}) != "" || none.Position(3).Line != 1 {
		t.Error("a nil Source is not an empty one")
	}
}

func TestDiagnosticsBounded(t *testing.T) {
	var ds sinosoviet.Diagnostics
	for i := range 1000 {
		ds.Add(sinosoviet.Diagnostic{Code: "a", Severity: sinosoviet.SeverityError, Span: span{i, i + 1}})
	}
	ds.Add(sinosoviet.Diagnostic{Code: "b", Severity: sinosoviet.SeverityInfo, Span: span{5, 6}})
	if len(ds) != sinosoviet.MaxDiagnostics+2 {
		t.Fatalf("kept %d", len(ds))
	}
	if err := ds.Err(sinosoviet.SeverityError); err == nil || !strings.Contains(err.Error(), "and 99 more") {
		t.Errorf("Err = %v", err)
	}
	if err := ds[len(ds)-1:].Err(sinosoviet.SeverityError); err != nil {
		t.Errorf("Err = %v, want nil", err)
	}
}

// TestFindUnordered finds what a text shows out of the order of its source, in a time that does not grow with the text.
func TestFindUnordered(t *testing.T) {
	var src strings.Builder
	var b sinosoviet.TextBuilder
	const n = 20_000
	for range n {
		src.WriteString("ab ")
	}
	for i := range n { // each "b" before its "a"
		b.Copy(src.String(), sinosoviet.Span{Start: 3*i + 1, End: 3*i + 2})
		b.Copy(src.String(), sinosoviet.Span{Start: 3 * i, End: 3*i + 1})
	}
	text := b.Text()
	for i := range n {
		for at, want := range []int{2*i + 1, 2 * i} {
			in, ok := text.Find(sinosoviet.Span{Start: 3*i + at, End: 3*i + at + 1})
			if !ok || in != (sinosoviet.Span{Start: want, End: want + 1}) {
				t.Fatalf("Find(%d) = %v, %v, want %d", 3*i+at, in, ok, want)
			}
		}
		if got := text.Offset(3*i + 1); got != 2*i {
			t.Fatalf("Offset(%d) = %d, want %d", 3*i+1, got, 2*i)
		}
	}
	if _, ok := text.Find(sinosoviet.Span{Start: 2, End: 3}); ok {
		t.Error("a blank that is not shown was found")
	}
	part := text.Slice(1, 5)
	if in, ok := part.Find(sinosoviet.Span{Start: 3, End: 4}); !ok || in != (sinosoviet.Span{Start: 2, End: 3}) {
		t.Errorf("Find in a slice = %v, %v", in, ok)
	}
}

// TestFindSynthetic leaves out a break that stands where the span begins.
func TestFindSynthetic(t *testing.T) {
	var b sinosoviet.TextBuilder
	const src = "A [[B]]"
	b.Copy(src, sinosoviet.Span{Start: 0, End: 1})
	b.Replace(sinosoviet.Span{Start: 4, End: 4}, "\n\n")
	b.Copy(src, sinosoviet.Span{Start: 4, End: 5})
	text := b.Text()
	if in, ok := text.Find(sinosoviet.Span{Start: 2, End: 7}); !ok || text.String()[in.Start:in.End] != "B" {
		t.Errorf("Find = %v, %v", in, ok)
	}
	if in, ok := text.Find(sinosoviet.Span{Start: 0, End: 7}); !ok || in.End != text.Len() {
		t.Errorf("Find = %v, %v", in, ok)
	}
}
