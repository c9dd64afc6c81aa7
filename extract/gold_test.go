package extract_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/score"
)

// goldEvent is a row of an annotation: see the header of testdata/sample_events.tsv.
type goldEvent struct {
	tier     string
	sentence sinosoviet.Span // of the source
	trigger  string
	edtf     []string // the right one first, then others as right
	relation []string
	actors   []string
	matched  bool
}

// readGold reads an annotation of the document. A row whose words are not in exactly one sentence fails the test.
func readGold(t *testing.T, file string, a *sinosoviet.Article) []*goldEvent {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []*goldEvent
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") || line == "" {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 6 {
			t.Fatalf("%s: %d fields in %q, want 6", file, len(f), line)
		}
		span, ok := sentenceWith(a, f[1])
		if !ok {
			t.Errorf("%s: no sentence, or several, with %q", file, f[1])
			continue
		}
		out = append(out, &goldEvent{tier: f[0], sentence: span, trigger: f[2], edtf: strings.Split(f[3], "|"), relation: strings.Split(f[4], "|"), actors: split(f[5])})
	}
	return out
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

func sentenceWith(a *sinosoviet.Article, words string) (span sinosoviet.Span, ok bool) {
	text := a.Text.String()
	for _, s := range a.Sentences {
		if strings.Contains(text[s.TextSpan.Start:s.TextSpan.End], words) {
			if ok {
				return span, false
			}
			span, ok = s.Span, true
		}
	}
	return span, ok
}

// figures are what comes out of comparing events with an annotation.
type figures struct {
	hits, predicted          int // predicted leaves out what is not scored
	foundA, goldA            int
	foundB, goldB            int
	relationRight, relations int
	actorsFound, actors      int
	wrong                    []sinosoviet.Event // false positives
	missed                   []*goldEvent
}

// compare pairs events with gold rows one to one: half of the shorter sentence overlaps and the date is equal; rows of tier A
// first, then those with more actors in common. Rows of tier C take one event each out of the count; tier D makes it wrong.
func compare(gold []*goldEvent, events []sinosoviet.Event) figures {
	var f figures
	for _, g := range gold {
		switch g.tier {
		case "A":
			f.goldA++
		case "B":
			f.goldB++
		}
	}
	left := slices.Clone(events)
	for _, tier := range []string{"A", "B"} {
		for _, g := range gold {
			if g.tier != tier {
				continue
			}
			best, most := -1, -1
			for i, e := range left {
				if overlap(g.sentence, e.Span) && slices.Contains(g.edtf, e.EDTF.String()) {
					if n := common(g.actors, e.Actors); n > most {
						best, most = i, n
					}
				}
			}
			if best < 0 {
				f.missed = append(f.missed, g)
				continue
			}
			e := left[best]
			left = slices.Delete(left, best, best+1)
			g.matched = true
			f.hits++
			f.predicted++
			if tier == "A" {
				f.foundA++
			} else {
				f.foundB++
			}
			f.relations++
			if slices.Contains(g.relation, string(e.Relation)) {
				f.relationRight++
			}
			f.actors += len(g.actors)
			f.actorsFound += most
		}
	}
	for _, e := range left {
		if e.EDTF.IsZero() {
			continue
		}
		if i := slices.IndexFunc(gold, func(g *goldEvent) bool { return g.tier == "C" && !g.matched && overlap(g.sentence, e.Span) }); i >= 0 {
			gold[i].matched = true
			continue
		}
		f.predicted++
		f.wrong = append(f.wrong, e)
	}
	return f
}

func overlap(a, b sinosoviet.Span) bool {
	shared := min(a.End, b.End) - max(a.Start, b.Start)
	return shared > 0 && 2*shared >= min(a.Len(), b.Len())
}

func common(a, b []string) (n int) {
	for _, s := range a {
		if slices.Contains(b, s) {
			n++
		}
	}
	return n
}

func f1(hits, predicted, found, gold int) float64 {
	if predicted == 0 || gold == 0 || hits == 0 {
		return 0
	}
	p, r := float64(hits)/float64(predicted), float64(found)/float64(gold)
	return 100 * 2 * p * r / (p + r)
}

func share(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

func (f figures) report(t *testing.T, name string) {
	t.Helper()
	score.Report(t, name+"/explicit-f1", f1(f.hits, f.predicted, f.foundA, f.goldA))
	score.Report(t, name+"/all-f1", f1(f.hits, f.predicted, f.foundA+f.foundB, f.goldA+f.goldB))
	score.Report(t, name+"/relation", share(f.relationRight, f.relations))
	score.Report(t, name+"/actor-recall", share(f.actorsFound, f.actors))
	for _, g := range f.missed {
		t.Logf("missed %s %s %v", g.edtf[0], g.trigger, g.actors)
	}
	for _, e := range f.wrong {
		t.Logf("wrong  %s %q", e.EDTF, e.Headline)
	}
}
