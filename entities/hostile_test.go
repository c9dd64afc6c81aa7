package entities_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
)

// hostile is inputs that cost a naive tagger seconds or its offsets.
var hostile = map[string]func(n int) string{
	"brackets":     func(n int) string { return strings.Repeat("(", n) },
	"quotes":       func(n int) string { return strings.Repeat(`"`, n) },
	"dots":         func(n int) string { return strings.Repeat(".", n) },
	"blanks":       func(n int) string { return strings.Repeat(" ", n) },
	"one word":     func(n int) string { return strings.Repeat("a", n) },
	"one name":     func(n int) string { return strings.Repeat("A", n) },
	"hyphens":      func(n int) string { return strings.Repeat("Soviet-", n/7) },
	"dashes":       func(n int) string { return strings.Repeat("Mao–", n/6) },
	"CJK":          func(n int) string { return strings.Repeat("中苏关系", n/12) },
	"invalid":      func(n int) string { return strings.Repeat("\xff\xe2\x80A", n/4) },
	"names":        func(n int) string { return strings.Repeat("Mao ", n/4) },
	"states":       func(n int) string { return strings.Repeat("People's Republic of ", n/21) },
	"of":           func(n int) string { return strings.Repeat("Treaty of ", n/10) },
	"titles":       func(n int) string { return strings.Repeat("General ", n/8) },
	"definitions":  func(n int) string { return strings.Repeat("Alpha Beta (AB) ", n/16) },
	"open lists":   func(n int) string { return strings.Repeat("Mao, ", n/5) },
	"mixed marks":  func(n int) string { return strings.Repeat("([{\"'", n/5) },
	"abbreviation": func(n int) string { return strings.Repeat("War.", n/4) },
	"lines":        func(n int) string { return strings.Repeat("Mao\n", n/4) },
	"many names":   manyNames,
}

// manyNames is text of ever new persons with one family name.
func manyNames(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString("Mr. A")
		for k := i; k > 0; k /= 26 {
			b.WriteByte(byte('a' + k%26))
		}
		b.WriteString(" Smith met Smith. ")
	}
	return b.String()
}

// A quarter of a megabyte of anything takes at most half a second by itself, and every entity fits the text. The bound is far
// above, since the machine may be busy; a quadratic scan would still break it.
func TestHostile(t *testing.T) {
	size := 1 << 18
	if testing.Short() || raceEnabled {
		size = 1 << 15
	}
	tagger := newTagger(t, entities.Config{})
	for name, make := range hostile {
		t.Run(name, func(t *testing.T) {
			text := make(size)
			a := &sinosoviet.Article{Text: sinosoviet.PlainText(text)}
			start := time.Now()
			got, err := tagger.Article(context.Background(), a)
			took := time.Since(start)
			if err != nil {
				t.Fatal(err)
			}
			checkEntities(t, a, got)
			t.Logf("%-12s %8d bytes %v, %d entities", name, len(text), took.Round(time.Millisecond), len(got))
			if took > 5*time.Second {
				t.Errorf("%s: %v", name, took)
			}
		})
	}
}

// Twice the input takes about twice the time on the hostile inputs: no quadratic scan hides in a layer.
func TestLinear(t *testing.T) {
	if testing.Short() || raceEnabled {
		t.Skip("measures time")
	}
	tagger := newTagger(t, entities.Config{})
	measure := func(text string) time.Duration {
		best := time.Hour
		for range 2 {
			start := time.Now()
			if _, err := tagger.Text(context.Background(), text); err != nil {
				t.Fatal(err)
			}
			best = min(best, time.Since(start))
		}
		return best
	}
	for name, make := range hostile {
		one, eight := measure(make(1<<13)), measure(make(1<<16))
		if eight > 8*6*one+300*time.Millisecond {
			t.Errorf("%s: %v for 8 KiB, %v for 64 KiB", name, one, eight)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add(prose)
	for _, make := range hostile {
		f.Add(make(200))
	}
	f.Add("“Mao’s” (CCP) – Sino-Soviet… U.S. J. Smith-Jones’ 36th Division\n\nThe [4]: 26 War.Mao")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<12 {
			return
		}
		a := &sinosoviet.Article{Text: sinosoviet.PlainText(text)}
		an, err := newTagger(t, entities.Config{}).Analyse(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		checkEntities(t, a, an.Entities)
		at := 0
		for _, k := range an.Tokens {
			if k.Start < at || k.End <= k.Start || k.End > len(text) {
				t.Fatalf("token %+v behind %d of %q", k, at, text)
			}
			at = k.End
		}
	})
}

// TestMemory: what a tagger has read before leaves nothing behind in what it finds next.
func TestMemory(t *testing.T) {
	for _, c := range []entities.Config{{}, {NoModel: true}} {
		used := newTagger(t, c)
		for _, name := range []string{"many names", "definitions", "states", "invalid", "one word"} {
			if _, err := used.Text(context.Background(), hostile[name](1<<14)); err != nil {
				t.Fatal(err)
			}
			got, err := used.Text(context.Background(), prose)
			if err != nil {
				t.Fatal(err)
			}
			want, err := newTagger(t, c).Text(context.Background(), prose)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("after %q, the same text gives\n%s", name, diff)
			}
		}
	}
}
