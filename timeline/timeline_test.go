package timeline_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/timeline"
)

var exact = cmp.Options{cmp.Comparer(func(a, b edtf.Date) bool { return a.String() == b.String() }), cmpopts.EquateEmpty()}

func headlines(t *timeline.Timeline) (all []string) {
	for e := range t.All() {
		all = append(all, e.Headline)
	}
	return all
}

// certainlyBefore reports whether every day a can mean is before every day b can.
func certainlyBefore(a, b timeline.Entry) bool {
	return !a.Latest.IsZero() && !b.Earliest.IsZero() && a.Latest.Compare(b.Earliest) < 0
}

func TestNoInversions(t *testing.T) {
	for _, tl := range []*timeline.Timeline{build(t), generated(2000)} {
		var last []timeline.Entry
		for e := range tl.All() {
			for _, before := range last {
				if certainlyBefore(e, before) {
					t.Errorf("%v %q stands after %v %q", e.EDTF, e.Headline, before.EDTF, before.Headline)
				}
			}
			if last = append(last, e); len(last) > 200 {
				last = last[1:]
			}
		}
	}
}

// TestDeterministic builds the same events in the same order, again and from many goroutines that read one timeline.
func TestDeterministic(t *testing.T) {
	want := jsonOf(t, build(t))
	tl := build(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got := jsonOf(t, tl); got != want {
				t.Error("not the same JSON")
			}
			if tl.Actor("china").Sourced().Len() == 0 {
				t.Error("nothing found")
			}
		})
	}
	wg.Wait()
}

// TestOrderWithinDocument adds one document's events in any order; they come out the same.
func TestOrderWithinDocument(t *testing.T) {
	f := readFixtures(t)[0]
	var b timeline.Builder
	b.Add(f.doc, f.events...)
	want := headlines(b.Build())
	r := rand.New(rand.NewPCG(3, 4))
	for range 5 {
		events := slices.Clone(f.events)
		r.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
		var b timeline.Builder
		b.Add(f.doc, events...)
		if diff := cmp.Diff(want, headlines(b.Build())); diff != "" {
			t.Fatal(diff)
		}
	}
}

func jsonOf(tb testing.TB, t *timeline.Timeline) string {
	tb.Helper()
	var b bytes.Buffer
	if err := timeline.WriteJSON(&b, t); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func TestJSONRoundTrip(t *testing.T) {
	for _, tl := range []*timeline.Timeline{build(t), generated(500), (&timeline.Builder{}).Build()} {
		text := jsonOf(t, tl)
		back, err := timeline.ReadJSON(strings.NewReader(text), "")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(text, jsonOf(t, back)); diff != "" {
			t.Error(diff)
		}
		var lines bytes.Buffer
		if err := timeline.WriteJSONLines(&lines, tl); err != nil {
			t.Fatal(err)
		}
		if back, err = timeline.ReadJSON(&lines, ""); err != nil {
			t.Fatal(err)
		}
		byID := cmpopts.SortSlices(func(a, b timeline.Entry) bool { return a.ID < b.ID })
		if diff := cmp.Diff(slices.Collect(tl.All()), slices.Collect(back.All()), exact, byID); diff != "" {
			t.Error(diff)
		}
	}
}

// TestRebuild merges a timeline with itself: nothing changes.
func TestRebuild(t *testing.T) {
	tl := build(t)
	var b timeline.Builder
	b.AddTimeline(tl)
	b.AddTimeline(tl)
	if diff := cmp.Diff(slices.Collect(tl.All()), slices.Collect(b.Build().All()), exact); diff != "" {
		t.Error(diff)
	}
}

func TestBuilderCompletes(t *testing.T) {
	var b timeline.Builder
	b.Add(timeline.Document{}, sinosoviet.Event{Headline: "It rained", When: edtf.MustParse("1816")}, sinosoviet.Event{Headline: "It snowed"})
	tl := b.Build()
	e := tl.At(0)
	if e.EDTF.String() != "1816" || e.Earliest.String() != "1816-01-01" || e.Latest.String() != "1816-12-31" || e.ID != "e1" || e.Document != "document 1" {
		t.Errorf("got %+v", e)
	}
	if e.Support() != timeline.SupportNone || !e.IsDated() || e.Text() != "It rained" {
		t.Errorf("got %v %v %q", e.Support(), e.IsDated(), e.Text())
	}
	if u := tl.At(1); u.IsDated() || u.Headline != "It snowed" {
		t.Errorf("got %+v", u)
	}
}
