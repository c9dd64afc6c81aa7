package sentence_test

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet/internal/sentence"
)

func split(text string) []string {
	var got []string
	for start, end := range sentence.Split(text) {
		got = append(got, text[start:end])
	}
	return got
}

// TestSplit reads testdata/split.txt: cases are separated by blank lines, "|" marks each boundary.
func TestSplit(t *testing.T) {
	data, err := os.ReadFile("testdata/split.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		n++
		line = strings.NewReplacer(`\n`, "\n", `\u00a0`, "\u00a0").Replace(line)
		var want []string
		for s := range strings.SplitSeq(line, "|") {
			want = append(want, strings.TrimSpace(s))
		}
		text := strings.ReplaceAll(line, "|", "")
		if diff := cmp.Diff(want, split(text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
	if n < 60 {
		t.Errorf("only %d cases read", n)
	}
}

func TestSplitEmpty(t *testing.T) {
	for _, text := range []string{"", " ", "\n\n", "\u00a0\t"} {
		if got := split(text); got != nil {
			t.Errorf("Split(%q) = %q, want none", text, got)
		}
	}
}

func checkCovers(t *testing.T, text string) {
	t.Helper()
	last := 0
	space := func(s string) bool {
		return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }) == ""
	}
	for start, end := range sentence.Split(text) {
		if start < last || end <= start || end > len(text) {
			t.Fatalf("%q: bad range [%d, %d) after %d", text, start, end, last)
		}
		if !space(text[last:start]) {
			t.Fatalf("%q: text %q outside sentences", text, text[last:start])
		}
		if utf8.ValidString(text) && (!utf8.RuneStart(text[start]) || end < len(text) && !utf8.RuneStart(text[end])) {
			t.Fatalf("%q: [%d, %d) cuts a rune", text, start, end)
		}
		last = end
	}
	if !space(text[last:]) {
		t.Fatalf("%q: text %q behind the last sentence", text, text[last:])
	}
}

func TestSplitCovers(t *testing.T) {
	for _, text := range []string{".", "...", " . ", "a. B", "“”.", "\xff.\xfe A", "?!?", ". . . . A", "[.] (.) A.", "War.\u00a0Mao"} {
		checkCovers(t, text)
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"", "A. B.", "“War.” Mao (b. 1893. d. 1976.) said.", "\xff. A", "...…. A", "中苏。关系", "a.[1][2] B", "x\n\ny"} {
		f.Add(s)
	}
	f.Fuzz(checkCovers)
}

// TestSplitLinear doubles hostile inputs and compares the work by counting sentences and bytes only through time
// bounds generous enough for a busy machine: quadratic work on a megabyte would take minutes.
func TestSplitLinear(t *testing.T) {
	for _, unit := range []string{".", ". ", "(", "(. A ", "a.B", "A. ", "[", ".[", "?\" ", ". . ", "… ", ".((((((((", "\u00a0", ".\n", ") . A"} {
		checkCoversFast(t, strings.Repeat(unit, 1<<20/len(unit)))
	}
}

func checkCoversFast(t *testing.T, text string) {
	t.Helper()
	last := 0
	for start, end := range sentence.Split(text) {
		if start < last || end <= start {
			t.Fatalf("%.20q…: bad range [%d, %d) after %d", text, start, end, last)
		}
		last = end
	}
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("In 1926, KMT leader Chiang Kai-shek abruptly dismissed his Soviet advisers (e.g. Gen. M. Borodin). "+
		"By 1927, after the Northern Expedition, he ended the First United Front in the U.S. and elsewhere, c. 1928. ", 500)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for range sentence.Split(text) {
		}
	}
}
