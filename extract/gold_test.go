package extract_test

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/score"
)

// goldEvent is a row of an annotation: see the headers of the files in testdata.
type goldEvent struct {
	tier     string
	sentence sinosoviet.Span // of the source
	trigger  string
	edtf     []string // the right one first, then others as right
	relation []string
	actors   [][]string // names of each
	sources  string     // "" untold, "-" none, else from the first to the last mark of the citations behind the clause
	event    sinosoviet.Event
	matched  bool
}

// gold is an annotation of a document, or of some ranges of its source.
type gold struct {
	events []*goldEvent
	ranges []sinosoviet.Span // none: all of it
}

// covers reports whether an event stands where the annotator read.
func (g gold) covers(e sinosoviet.Event) bool {
	return len(g.ranges) == 0 || slices.ContainsFunc(g.ranges, func(r sinosoviet.Span) bool { return r.Start <= e.Span.Start && e.Span.Start < r.End })
}

// readGold reads an annotation of the document. A sentence is told by words that no other has (6 columns), or by its offsets and those of
// its trigger (8 columns, or 9 where the citations are told). Words that are not in exactly one sentence fail the test.
func readGold(t *testing.T, file string, a *sinosoviet.Article) gold {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out gold
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSuffix(line, "\n")
		f := strings.Split(line, "\t")
		switch {
		case f[0] == "# range":
			out.ranges = append(out.ranges, spanOf(t, f[1], f[2]))
		case strings.HasPrefix(line, "#") || line == "":
		case len(f) == 6:
			span, ok := sentenceWith(a, f[1])
			if !ok {
				t.Errorf("%s: no sentence, or several, with %q", file, f[1])
				continue
			}
			out.events = append(out.events, &goldEvent{tier: f[0], sentence: span, trigger: f[2], edtf: split(f[3]), relation: split(f[4]), actors: names(f[5])})
		case len(f) == 8 || len(f) == 9:
			trigger := a.Source.Slice(spanOf(t, f[3], f[4]))
			row := &goldEvent{tier: f[0], sentence: spanOf(t, f[1], f[2]), trigger: trigger, edtf: split(f[5]), relation: split(f[6]), actors: names(f[7])}
			if len(f) == 9 {
				row.sources = f[8]
			}
			out.events = append(out.events, row)
		default:
			t.Fatalf("%s: %d fields in %q, want 6, 8 or 9", file, len(f), line)
		}
	}
	return out
}

func spanOf(t *testing.T, from, to string) sinosoviet.Span {
	t.Helper()
	a, err1 := strconv.Atoi(from)
	b, err2 := strconv.Atoi(to)
	if err1 != nil || err2 != nil {
		t.Fatalf("bad span %q %q", from, to)
	}
	return sinosoviet.Span{Start: a, End: b}
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

func names(s string) [][]string {
	var out [][]string
	for _, n := range split(s) {
		out = append(out, strings.Split(n, "/"))
	}
	return out
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
	goldD                    int
	relationRight, relations int
	actorsFound, actors      int
	comparisons              int                // rows of tier D that were emitted
	wrong                    []sinosoviet.Event // false positives
	missed                   []*goldEvent
}

// compare pairs events with gold rows one to one: half of the shorter sentence overlaps and the date is equal; rows of tier A
// first, then those with more actors in common. A date of tier D makes an event wrong; rows of tier C take one other event each out of the count,
// whatever its date.
func compare(g gold, events []sinosoviet.Event) figures {
	var f figures
	var left []sinosoviet.Event
	for _, e := range events {
		if !e.EDTF.IsZero() && g.covers(e) {
			left = append(left, e)
		}
	}
	for _, row := range g.events {
		if row.tier == "D" {
			f.goldD++
		}
	}
	for _, tier := range []string{"A", "B"} {
		for _, row := range g.events {
			if row.tier == tier {
				left = f.pair(row, left)
			}
		}
	}
	take := func(tier string, e sinosoviet.Event, dated bool) bool {
		i := slices.IndexFunc(g.events, func(row *goldEvent) bool {
			return row.tier == tier && !row.matched && overlap(row.sentence, e.Span) && (!dated || slices.Contains(row.edtf, e.EDTF.String()))
		})
		if i >= 0 {
			g.events[i].matched = true
		}
		return i >= 0
	}
	for _, e := range left {
		if take("D", e, true) {
			f.comparisons++
			f.predicted++
			f.wrong = append(f.wrong, e)
			continue
		}
		if take("C", e, false) {
			continue
		}
		if slices.ContainsFunc(g.events, func(row *goldEvent) bool {
			return row.matched && len(row.edtf) > 1 && overlap(row.sentence, e.Span) && slices.Contains(row.edtf, e.EDTF.String())
		}) {
			continue // the second half of a row that was split
		}
		f.predicted++
		f.wrong = append(f.wrong, e)
	}
	return f
}

// pair finds the event of a row of tier A or B and takes it out of those left.
func (f *figures) pair(row *goldEvent, left []sinosoviet.Event) []sinosoviet.Event {
	best, most := -1, -1
	for i, e := range left {
		if overlap(row.sentence, e.Span) && slices.Contains(row.edtf, e.EDTF.String()) {
			if n := common(row.actors, e.Actors); n > most {
				best, most = i, n
			}
		}
	}
	if row.tier == "A" {
		f.goldA++
	} else {
		f.goldB++
	}
	if best < 0 {
		f.missed = append(f.missed, row)
		return left
	}
	row.matched, row.event = true, left[best]
	f.hits++
	f.predicted++
	if row.tier == "A" {
		f.foundA++
	} else {
		f.foundB++
	}
	f.relations++
	if slices.Contains(row.relation, string(left[best].Relation)) {
		f.relationRight++
	}
	f.actors += len(row.actors)
	f.actorsFound += most
	return slices.Delete(left, best, best+1)
}

func overlap(a, b sinosoviet.Span) bool {
	shared := min(a.End, b.End) - max(a.Start, b.Start)
	return shared > 0 && 2*shared >= min(a.Len(), b.Len())
}

func common(want [][]string, got []string) (n int) {
	for _, w := range want {
		if slices.ContainsFunc(w, func(s string) bool { return slices.Contains(got, s) }) {
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
	score.Report(t, name+"/not-events-left-out", share(f.goldD-f.comparisons, f.goldD))
	t.Logf("%s: A %d of %d, B %d of %d, predicted %d", name, f.foundA, f.goldA, f.foundB, f.goldB, f.predicted)
	for _, g := range f.missed {
		t.Logf("missed %s %s %s at %d %v", g.tier, g.edtf[0], g.trigger, g.sentence.Start, g.actors)
	}
	for _, e := range f.wrong {
		t.Logf("wrong  %s %s %q at %d", e.EDTF, e.Basis, e.Headline, e.Span.Start)
	}
}
