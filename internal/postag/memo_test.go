package postag_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/jdkato/prose/v3/tag/aptagmodel"

	"github.com/sinosoviet/sinosoviet/internal/postag"
)

// numbered gives words their numbers.
func numbered(words []string, known map[string]int32) []int32 {
	out := make([]int32, len(words))
	for i, w := range words {
		n, ok := known[w]
		if !ok {
			n = int32(len(known))
			known[w] = n
		}
		out[i] = n
	}
	return out
}

// TestTagNumbered tags sentences of words in any order, so that all kinds of neighbours meet, with and without a memo.
func TestTagNumbered(t *testing.T) {
	m, err := postag.Read(aptagmodel.English)
	if err != nil {
		t.Fatal(err)
	}
	words := []string{"In", "1950", ",", "Mao", "Zedong", "visited", "Moscow", "and", "signed", "the", "Sino-Soviet", "treaty", "with", "Stalin", "whom", "he", "had",
		"never", "met", "before", ".", "-", "0", "THE", "that", "to", "play", "Éire", "éire", "12th", "", "xyzzy", "ing", "(", ")", "\"", "'s", "like", "back", "\xff", "long", "down"}
	var memo postag.Memo
	known := map[string]int32{}
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 3000 {
		sentence := make([]string, n%90)
		for i := range sentence {
			sentence[i] = words[random.IntN(len(words))]
		}
		want, got := make([]string, len(sentence)), make([]string, len(sentence))
		m.Tag(sentence, want)
		if m.TagNumbered(&memo, sentence, numbered(sentence, known), got); !slices.Equal(got, want) {
			t.Fatalf("%q are %q, without memo %q", sentence, got, want)
		}
		if n == 1000 {
			memo.Reset()
			clear(known)
		}
	}
}

// TestTagNumberedNear has classes so near each other that only float sums tell them apart.
func TestTagNumberedNear(t *testing.T) {
	for name, features := range map[string][]feature{
		"equal":          {{"i word a", [3]float32{0, 1, 1}}},
		"one thousandth": {{"i word a", [3]float32{1, 1.001, 0}}},
		"rounding":       {{"i pref1 a", [3]float32{0, 0.1, 0.3}}, {"i word a", [3]float32{0, 0.2, 0}}},
	} {
		slices.SortFunc(features, func(a, b feature) int { return slices.Compare([]byte(a.name), []byte(b.name)) })
		m, err := postag.Read(file(features, nil))
		if err != nil {
			t.Fatal(err)
		}
		want, got := make([]string, 1), make([]string, 1)
		m.Tag([]string{"a"}, want)
		if m.TagNumbered(new(postag.Memo), []string{"a"}, []int32{0}, got); got[0] != want[0] {
			t.Errorf("%s: %s, without memo %s", name, got[0], want[0])
		}
	}
}

func BenchmarkTagNumbered(b *testing.B) {
	m, err := postag.Read(aptagmodel.English)
	if err != nil {
		b.Fatal(err)
	}
	words := []string{"In", "1950", ",", "Mao", "Zedong", "visited", "Moscow", "and", "signed", "the", "Sino-Soviet", "treaty", "with", "Stalin", ",", "whom", "he", "had", "never", "met", "before", "."}
	numbers, tags := numbered(words, map[string]int32{}), make([]string, len(words))
	var memo postag.Memo
	b.ReportAllocs()
	for b.Loop() {
		m.TagNumbered(&memo, words, numbers, tags)
	}
	b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
}
