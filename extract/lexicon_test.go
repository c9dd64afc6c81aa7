package extract

import (
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/entities"
)

// TestLexicon holds that every listed word is found in all its classes and its deed, and nothing else is.
func TestLexicon(t *testing.T) {
	x, want := theLexicon(), map[string]wordClass{}
	for _, l := range wordLists() {
		if l.class == 0 || l.class&(l.class-1) != 0 {
			t.Errorf("list %.20q has not one class but %b", l.words, l.class)
		}
		for w := range strings.FieldsSeq(l.words) {
			if want[w]&l.class != 0 {
				t.Errorf("%q stands twice in list %.20q", w, l.words)
			}
			if w != strings.ToLower(w) || len(w) > longest {
				t.Errorf("%q cannot be found: it is not in lower case, or longer than %d bytes", w, longest)
			}
			want[w] |= l.class
		}
	}
	for w, class := range want {
		if got := x.classOf(w); got&class != class {
			t.Errorf("classOf(%q) = %b, want all of %b", w, got, class)
		}
		if got := x.classOf(w + "zz"); got != 0 {
			t.Errorf("classOf(%q) = %b, want none", w+"zz", got)
		}
	}
	deeds := map[string]int{}
	for i, words := range deedLists() {
		for w := range strings.FieldsSeq(words) {
			if deeds[w] == 0 {
				deeds[w] = i + 1
			}
		}
	}
	for w, deed := range deeds {
		if got := x.deedOf(w); got != deed {
			t.Errorf("deedOf(%q) = %d, want %d", w, got, deed)
		}
	}
	for i := range x.entries {
		w := x.entries[i].word
		single := strings.TrimSuffix(w, "s")
		if want[w] == 0 && deeds[w] == 0 && want[single]|want[strings.TrimSuffix(single, "e")] == 0 {
			t.Errorf("%q is in the lexicon and in no list", w)
		}
	}
	if n := len(x.entries); 4*n > lexiconSlots {
		t.Errorf("%d words: give the table more slots than %d", n, lexiconSlots)
	}
}

func TestWordClasses(t *testing.T) {
	for _, tt := range []struct {
		word  string
		class wordClass
	}{
		{"", 0}, {"a", 0}, {"the", 0}, {"zebra", 0}, {"tion", 0}, {"nation", thing | collective}, {"nations", thing | paired}, {"battles", happening},
		{"marches", happening}, {"conversion", happening}, {"settlements", happening}, {"settle", 0}, {"maps", depiction}, {"and", conjunction},
		{strings.Repeat("n", 100) + "sions", happening},
	} {
		if got := theLexicon().classOf(tt.word); got != tt.class {
			t.Errorf("classOf(%q) = %b, want %b", tt.word, got, tt.class)
		}
	}
}

func BenchmarkClassOf(b *testing.B) {
	words := strings.Fields("in the autumn of 1949 delegates from both governments signed a treaty of friendship that was ratified by parliament the following spring")
	x := theLexicon()
	for b.Loop() {
		for _, w := range words {
			x.classOf(w)
		}
	}
}

func TestLowerASCII(t *testing.T) {
	var all strings.Builder
	for c := range 256 {
		all.WriteByte(byte(c))
		all.WriteByte(byte(255 - c))
	}
	text := all.String() + "Ünited Nations ÀZ[@`{"
	for from := range 20 {
		s := text[from:]
		want := []byte(s)
		for i, c := range want {
			if 'A' <= c && c <= 'Z' {
				want[i] += 'a' - 'A'
			}
		}
		if got := lowerASCII(s); got != string(want) {
			t.Errorf("from byte %d:\n got %q\nwant %q", from, got, want)
		}
	}
}

// TestSignals holds that no word of a signal class is passed over, however it is written.
func TestSignals(t *testing.T) {
	x := theLexicon()
	for i := range x.entries {
		e := &x.entries[i]
		if e.class&signal == 0 {
			continue
		}
		for _, w := range []string{e.word, strings.ToUpper(e.word[:1]) + e.word[1:], strings.ToUpper(e.word)} {
			vs := &views{text: w, lower: lowerASCII(w), lexicon: x}
			if got := vs.signals(&passage{tokens: []entities.Token{{End: len(w)}}}); got != e.class&signal {
				t.Errorf("signals(%q) = %b, want %b", w, got, e.class&signal)
			}
		}
	}
}
