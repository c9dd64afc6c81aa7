package nametag_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// prepare cuts a text at blanks and full stops; every line is a sentence.
func prepare(text string) *nametag.Document {
	var tokens []nametag.Token
	at := 0
	for line := range strings.Lines(text) {
		first := true
		for i := 0; i < len(line); {
			j := i
			for j < len(line) && line[j] != ' ' && line[j] != '\n' && line[j] != '.' {
				j++
			}
			if j == i && line[i] == '.' {
				j++
			}
			if j > i {
				tokens = append(tokens, nametag.Token{Start: at + i, End: at + j, Tag: "NN", Break: first})
				first = false
				i = j
				continue
			}
			i++
		}
		at += len(line)
	}
	return nametag.Prepare(text, len(tokens), slices.Values(tokens), gazetteer.Default())
}

func texts(d *nametag.Document) string {
	var s []string
	for _, w := range d.Words {
		s = append(s, w.Text)
	}
	return strings.Join(s, "|")
}

func TestPrepareWords(t *testing.T) {
	for text, want := range map[string]string{
		"Soviet-occupied lands":         "Soviet|-|occupied|lands",
		"pro-Soviet Post-Mao men":       "pro|-|Soviet|Post|-|Mao|men",
		"Sino-Soviet Jean-Paul":         "Sino-Soviet|Jean-Paul",
		"Chiang Kai-shek al-Qaeda":      "Chiang|Kai-shek|al-Qaeda",
		"Austria-Hungary Serbo-Croat":   "Austria-Hungary|Serbo-Croat",
		"Chinese-Japanese talks":        "Chinese|-|Japanese|talks",
		"James W. Hoyt. World War I.":   "James|W.|Hoyt|.|World|War|I|.",
		"a-b-c-d --- - x-":              "a-b-c-d|---|-|x-",
		"The U. He":                     "The|U.|He",
		"the so-called German-led pact": "the|so-called|German|-|led|pact",
	} {
		if got := texts(prepare(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestPrepareEvidence(t *testing.T) {
	d := prepare("General Zhou Enlai left the Republic of China\nRepublic days ended and republic days began")
	word := func(s string) nametag.Word {
		i := slices.IndexFunc(d.Words, func(w nametag.Word) bool { return w.Text == s })
		if i < 0 {
			t.Fatalf("no word %q in %s", s, texts(d))
		}
		return d.Words[i]
	}
	if !word("General").Flags.Has(nametag.InTitle | nametag.First | nametag.Capital) {
		t.Error("General is no title at the start")
	}
	if !word("Zhou").Flags.Has(nametag.Family | nametag.Leads) {
		t.Error("Zhou does not lead")
	}
	if w := d.Words[slices.IndexFunc(d.Words, func(w nametag.Word) bool { return w.Flags.Has(nametag.First) && w.Sent == 1 })]; w.Text != "Republic" || !w.Flags.Has(nametag.LowSeen|nametag.CapSeen) {
		t.Errorf("second sentence starts with %+v", w)
	}
	if len(d.Matches) != 2 || d.Matches[1].Entries[0].Name != "Republic of China" {
		t.Errorf("matches: %+v", d.Matches)
	}
}

// trained is a model of persons and places for sentences of one shape.
func trained(t testing.TB) *nametag.Model {
	t.Helper()
	var samples []nametag.Sample
	for _, s := range []string{"Mr Abel Quist met Bela in Cador", "Mr Denis Quist met Ezra in Fador", "Mr Gabor Quist met Hiram in Jador", "Mr Kimon Quist met Lars in Mador"} {
		samples = append(samples, nametag.Sample{Document: prepare(s), Spans: []nametag.Span{{I: 1, J: 3, Kind: "PERSON"}, {I: 4, J: 5, Kind: "PERSON"}, {I: 6, J: 7, Kind: "LOC"}}})
	}
	m, err := nametag.Train(context.Background(), samples, gazetteer.Default(), nametag.Training{})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func spans(d *nametag.Document, m *nametag.Model) []string {
	var out []string
	for _, s := range m.Label(d, gazetteer.Default()) {
		out = append(out, s.Kind+" "+d.Text[d.Words[s.I].Start:d.Words[s.J-1].End])
	}
	return out
}

// A model labels what it has learned, the same after a round trip through its file, and is made alike twice.
func TestModel(t *testing.T) {
	m := trained(t)
	if got := m.Kinds(); !slices.Equal(got, []string{"LOC", "PERSON"}) {
		t.Errorf("kinds %v", got)
	}
	d := prepare("Mr Nonus Quist met Bela in Pador\nno names here")
	want := []string{"PERSON Nonus Quist", "PERSON Bela", "LOC Pador"}
	if got := spans(d, m); !slices.Equal(got, want) {
		t.Errorf("labels %q, want %q", got, want)
	}
	var a, b bytes.Buffer
	if _, err := m.WriteTo(&a); err != nil {
		t.Fatal(err)
	}
	if _, err := trained(t).WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two trainings differ")
	}
	back, err := nametag.ReadModel(a.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got := spans(d, back); !slices.Equal(got, want) {
		t.Errorf("read back, labels %q", got)
	}
}

func TestReadModelBad(t *testing.T) {
	var b bytes.Buffer
	if _, err := trained(t).WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 5, 11, 20, 60, b.Len() / 2, b.Len() - 1} {
		if _, err := nametag.ReadModel(b.Bytes()[:n]); !errors.Is(err, nametag.ErrModel) {
			t.Errorf("the first %d of %d bytes: %v", n, b.Len(), err)
		}
	}
}

func FuzzReadModel(f *testing.F) {
	var b bytes.Buffer
	if _, err := trained(f).WriteTo(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add(b.Bytes()[:40])
	d := prepare("Mr Nonus Quist met Orban in Pador")
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := nametag.ReadModel(data)
		if err != nil {
			return
		}
		for _, s := range m.Label(d, gazetteer.Default()) {
			if s.I < 0 || s.J <= s.I || s.J > len(d.Words) {
				t.Fatalf("span %+v", s)
			}
		}
	})
}
