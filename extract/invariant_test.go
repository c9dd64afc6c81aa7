package extract_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/extract"
	"github.com/sinosoviet/sinosoviet/internal/score"
)

func printed(t testing.TB, doc *extract.Document) string {
	t.Helper()
	b, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Equal input gives equal output.
func TestDeterministic(t *testing.T) {
	if a, b := printed(t, sampleDocument(t)), printed(t, sampleDocument(t)); a != b {
		t.Error("two runs over the same text differ")
	}
}

// … also from several goroutines that share one Extractor.
func TestDeterministicConcurrent(t *testing.T) {
	src := sampleSource(t)
	var x extract.Extractor
	var wg sync.WaitGroup
	out := make([]string, 8)
	for i := range out {
		wg.Go(func() {
			doc, err := x.Flattened(context.Background(), src)
			if err != nil {
				t.Error(err)
				return
			}
			out[i] = printed(t, doc)
		})
	}
	wg.Wait()
	if len(slices.Compact(out)) != 1 {
		t.Error("goroutines disagree")
	}
}

// A cancelled context ends the reading.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := extract.Flattened(ctx, sampleSource(t)); err == nil {
		t.Error("no error from a cancelled context")
	}
}

// checkEvents tests what holds of the events of any text.
func checkEvents(t *testing.T, doc *extract.Document) {
	t.Helper()
	text := doc.Text.String()
	for i, e := range doc.Events {
		if e.EDTF.IsZero() || e.When.IsZero() || e.Relation == "" || e.Basis == "" {
			t.Errorf("event %s %q: no date, relation or basis: %v", e.ID, e.Headline, e)
		}
		if earliest, latest := e.EDTF.Bounds(); earliest != e.Earliest || latest != e.Latest {
			t.Errorf("event %s: bounds %v, %v of %s", e.ID, e.Earliest, e.Latest, e.EDTF)
		}
		if e.Earliest != (edtf.Day{}) && e.Latest != (edtf.Day{}) && e.Latest.Compare(e.Earliest) < 0 {
			t.Errorf("event %s: ends %v before it starts %v", e.ID, e.Latest, e.Earliest)
		}
		if i > 0 && e.TextSpan.Start < doc.Events[i-1].TextSpan.Start {
			t.Errorf("event %s: not in order of the text", e.ID)
		}
		if e.TextSpan.Start < 0 || e.TextSpan.End > len(text) || e.TextSpan.Len() <= 0 {
			t.Errorf("event %s: text span %v", e.ID, e.TextSpan)
			continue
		}
		if e.Trigger.IsZero() || !e.Span.Contains(e.Trigger) {
			t.Errorf("event %s %q: trigger %v outside its sentence %v", e.ID, e.Headline, e.Trigger, e.Span)
		}
		words := strings.Fields(e.Headline)
		if len(words) == 0 || len(words) > 12 {
			t.Errorf("event %s: headline %q has %d words", e.ID, e.Headline, len(words))
		}
		sentence := text[e.TextSpan.Start:e.TextSpan.End]
		plain := strings.NewReplacer(`"`, "", "“", "", "”", "")
		said := strings.ToLower(plain.Replace(sentence))
		for _, w := range words {
			if !strings.Contains(said, strings.ToLower(strings.Trim(plain.Replace(w), ".,:;?!'"))) {
				t.Errorf("event %s: %q of the headline is no word of the sentence %q", e.ID, w, sentence)
			}
		}
		if len(e.Evidence) != 1 || e.Evidence[0].Text != sentence {
			t.Errorf("event %s: evidence %v", e.ID, e.Evidence)
		}
	}
}

func TestEventsOfSample(t *testing.T) { checkEvents(t, sampleDocument(t)) }

func TestEventsOfArticles(t *testing.T) {
	for _, file := range []string{"enwiki__Apollo_11.wiki", "enwiki__Azerbaijan.wiki", "enwiki__Abraham_Lincoln.wiki", "enwiki__Algeria.wiki"} {
		t.Run(file, func(t *testing.T) {
			if _, err := os.Stat(score.Shared(t, "corpus", "articles", file)); err != nil {
				t.Skip(err)
			}
			checkEvents(t, sharedArticle(t, file))
		})
	}
}

// No input panics or breaks what holds of events.
func FuzzText(f *testing.F) {
	b, err := os.ReadFile(filepath.Join("testdata", "events.txt"))
	if err != nil {
		f.Fatal(err)
	}
	for s := range strings.SplitSeq(string(b), "\n\n") {
		f.Add(s)
	}
	f.Add("((((1945), which (in 1946), and (1947")
	f.Add("1945")
	f.Add("In 1945, ; and in 1946 – which which who until 1947 after 1948.")
	f.Add("\xff\xfe in 1945 \x00 died")
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := extract.Text(context.Background(), sinosoviet.NewSource("fuzz", sinosoviet.FormatText, s))
		if err != nil {
			t.Fatal(err)
		}
		checkEvents(t, doc)
	})
}

// TestTotal: hostile sentences are read in time and leave the invariants alone.
func TestTotal(t *testing.T) {
	for name, s := range map[string]string{
		"brackets":     strings.Repeat("(in 1945 ", 3000),
		"relatives":    "He died in 1945" + strings.Repeat(", which was in 1946", 3000),
		"conjunctions": "He died in 1945" + strings.Repeat(" and won in 1946", 3000),
		"commas":       strings.Repeat("in 1945, ", 5000),
		"gaps":         "He won the cup in 1945" + strings.Repeat(", the bowl in 1946", 3000),
		"no end":       strings.Repeat("war ", 20000) + "in 1945",
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := extract.Text(context.Background(), sinosoviet.NewSource(name, sinosoviet.FormatText, s))
			if err != nil {
				t.Fatal(err)
			}
			checkEvents(t, doc)
		})
	}
}
