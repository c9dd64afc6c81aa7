package postag_test

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/jdkato/prose/v3/tag/aptagmodel"
	"github.com/sinosoviet/sinosoviet/internal/postag"
)

// A feature of a small model, with what it adds to NN, VB and -X-.
type feature struct {
	name    string
	weights [3]float32
}

var classes = []string{"NN", "VB", "-X-"}

// file writes a model. The features must be sorted.
func file(features []feature, known map[string]byte) []byte {
	le := binary.LittleEndian
	text := func(b []byte, s string) []byte { return append(le.AppendUint16(b, uint16(len(s))), s...) }
	b := le.AppendUint32([]byte("PROSETAG"), 1)
	b = le.AppendUint32(b, uint32(len(classes)))
	for _, c := range classes {
		b = text(b, c)
	}
	var names, ids, values []byte
	nameAt, weightsAt := le.AppendUint32(nil, 0), le.AppendUint32(nil, 0)
	for _, f := range features {
		names = append(names, f.name...)
		for i, w := range f.weights {
			if w != 0 {
				ids, values = append(ids, byte(i)), le.AppendUint32(values, math.Float32bits(w))
			}
		}
		nameAt, weightsAt = le.AppendUint32(nameAt, uint32(len(names))), le.AppendUint32(weightsAt, uint32(len(ids)))
	}
	for _, n := range []int{len(features), len(ids), len(names)} {
		b = le.AppendUint32(b, uint32(n))
	}
	b = slices.Concat(b, names, nameAt, weightsAt, ids, values)
	b = le.AppendUint32(b, uint32(len(known)))
	for w, c := range known {
		b = append(text(b, w), c)
	}
	return b
}

func TestTag(t *testing.T) {
	for _, tt := range []struct {
		name     string
		features []feature
		words    []string
		want     []string
	}{
		{"nothing known: the first class", nil, []string{"a", "b"}, []string{"NN", "NN"}},
		{"bias", []feature{{"bias", [3]float32{0, 1, 0}}}, []string{"a"}, []string{"VB"}},
		{"word, small", []feature{{"i word mao", [3]float32{0, 0, 1}}}, []string{"Mao", "MAO", "maoist"}, []string{"-X-", "-X-", "NN"}},
		{"word beyond ASCII", []feature{{"i word éire", [3]float32{0, 0, 1}}}, []string{"Éire"}, []string{"-X-"}},
		{"suffix as written", []feature{{"i suffix AO", [3]float32{0, 1, 0}}, {"i suffix ing", [3]float32{0, 0, 1}}}, []string{"running", "AO", "ao", "RUNNING"}, []string{"-X-", "VB", "NN", "NN"}},
		{"suffixes around, small", []feature{{"i+1 suffix ing", [3]float32{0, 1, 0}}, {"i-1 suffix ing", [3]float32{0, 0, 1}}}, []string{"a", "KING", "b"}, []string{"VB", "NN", "-X-"}},
		{"first byte", []feature{{"i pref1 \xc3", [3]float32{0, 1, 0}}, {"i pref1 M", [3]float32{0, 0, 1}}}, []string{"Mao", "É", "mao"}, []string{"-X-", "VB", "NN"}},
		{"words around", []feature{{"i+1 word b", [3]float32{0, 1, 0}}, {"i+2 word b", [3]float32{0, 0, 1}}, {"i-1 word b", [3]float32{0, 0, 1}}, {"i-2 word b", [3]float32{0, 1, 0}}},
			[]string{"x", "x", "b", "x", "x"}, []string{"-X-", "VB", "NN", "-X-", "VB"}},
		{"ends of the sentence", []feature{{"i+1 word -END-", [3]float32{0, 1, 0}}, {"i-2 word -START-", [3]float32{0, 0, 1}}}, []string{"x", "x", "x"}, []string{"-X-", "NN", "VB"}},
		{"tags before", []feature{{"i tag+i-2 tag VB NN", [3]float32{0, 0, 2}}, {"i word v", [3]float32{0, 1, 0}}, {"i-1 tag -X-", [3]float32{0, 1, 0}}, {"i-2 tag -X-", [3]float32{0, 0, 1}}},
			[]string{"n", "v", "x", "x", "x"}, []string{"NN", "VB", "-X-", "VB", "-X-"}},
		{"word behind a tag", []feature{{"i word v", [3]float32{0, 1, 0}}, {"i-1 tag+i word NN w", [3]float32{0, 0, 2}}, {"i-1 tag+i word VB w", [3]float32{0, 2, 0}}}, []string{"n", "w", "v", "w"}, []string{"NN", "-X-", "VB", "VB"}},
		{"what words stand for", []feature{{"i word !DIGITS", [3]float32{0, 1, 0}}, {"i word !HYPHEN", [3]float32{0, 0, 1}}, {"i word !YEAR", [3]float32{0, 0, 1}}},
			[]string{"12", "1949", "a-b", "-ab", "19th", "!YEAR", "!year"}, []string{"VB", "-X-", "-X-", "NN", "VB", "NN", "NN"}},
		{"not learned", []feature{{"bias", [3]float32{0, 1, 0}}, {"i-1 tag -", [3]float32{0, 0, 2}}}, []string{"-", "a", "0"}, []string{"-", "-X-", "-NONE-"}},
		{"always the same", []feature{{"bias", [3]float32{0, 1, 0}}}, []string{"always", "Always"}, []string{"-X-", "VB"}},
	} {
		m, err := postag.Read(file(tt.features, map[string]byte{"always": 2}))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		got := make([]string, len(tt.words))
		if m.Tag(tt.words, got); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q are %q, want %q", tt.name, tt.words, got, tt.want)
		}
	}
}

func TestReadErrors(t *testing.T) {
	good := file([]feature{{"bias", [3]float32{0, 1, 0}}, {"i word a", [3]float32{0, 1, 0}}}, map[string]byte{"b": 1})
	if _, err := postag.Read(good); err != nil {
		t.Fatal(err)
	}
	for n := range good {
		if _, err := postag.Read(good[:n]); !errors.Is(err, postag.ErrFormat) {
			t.Errorf("the first %d of %d bytes: error %v", n, len(good), err)
		}
	}
	for name, b := range map[string][]byte{
		"a feature of another kind": file([]feature{{"i word2 a", [3]float32{1, 0, 0}}}, nil),
		"a long suffix":             file([]feature{{"i suffix abcd", [3]float32{1, 0, 0}}}, nil),
		"weights in other units":    file([]feature{{"i word a", [3]float32{0, 0.00001, 0.00002}}}, nil),
		"large weights":             file([]feature{{"bias", [3]float32{400, 0, 0}}, {"i word a", [3]float32{0, 300, 0}}}, nil),
		"a tag that is none":        file(nil, map[string]byte{"b": 3}),
		"another version":           append([]byte("PROSETAG\x02"), good[9:]...),
	} {
		if _, err := postag.Read(b); !errors.Is(err, postag.ErrFormat) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(file([]feature{{"bias", [3]float32{0, 1, 0}}, {"i word a", [3]float32{0, 1, 0}}}, map[string]byte{"b": 1}))
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := postag.Read(b); err == nil {
			m.Tag([]string{"a", "B", "-", "0", "\xff"}, make([]string, 5))
		}
	})
}

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := postag.Read(aptagmodel.English); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTag(b *testing.B) {
	m, err := postag.Read(aptagmodel.English)
	if err != nil {
		b.Fatal(err)
	}
	words := []string{"In", "1950", ",", "Mao", "Zedong", "visited", "Moscow", "and", "signed", "the", "Sino-Soviet", "treaty", "with", "Stalin", ",", "whom", "he", "had", "never", "met", "before", "."}
	tags := make([]string, len(words))
	b.ReportAllocs()
	for b.Loop() {
		m.Tag(words, tags)
	}
	b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
}

// TestAllocations holds what [Model.Tag] promises, and [Model.TagNumbered] for words it has met.
func TestAllocations(t *testing.T) {
	m, err := postag.Read(aptagmodel.English)
	if err != nil {
		t.Fatal(err)
	}
	words := slices.Repeat([]string{"In", "1950", ",", "Mao", "went", "to", "Moscow", "-", "9th"}, 6)
	tags := make([]string, len(words))
	if n := testing.AllocsPerRun(10, func() { m.Tag(words, tags) }); n != 0 {
		t.Errorf("%v allocations for %d words, want none", n, len(words))
	}
	var memo postag.Memo
	numbers := numbered(words, map[string]int32{})
	if n := testing.AllocsPerRun(10, func() { m.TagNumbered(&memo, words, numbers, tags) }); n != 0 {
		t.Errorf("%v allocations for %d numbered words, want none", n, len(words))
	}
}
