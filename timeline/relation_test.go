package timeline_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/timeline"
)

func event(date string, r sinosoviet.Relation) *sinosoviet.Event {
	e := &sinosoviet.Event{Relation: r}
	if date != "" {
		e.EDTF = edtf.MustParse(date)
		e.Earliest, e.Latest = e.EDTF.Bounds()
	}
	return e
}

func TestRelate(t *testing.T) {
	const in, between, since, by = sinosoviet.RelationIn, sinosoviet.RelationBetween, sinosoviet.RelationSince, sinosoviet.RelationBy
	for _, c := range []struct {
		a    string
		ra   sinosoviet.Relation
		b    string
		rb   sinosoviet.Relation
		is   timeline.Allen
		want edtf.Answer
	}{
		{"1949-10-01", in, "1950-10-19", in, timeline.Before, edtf.Yes},
		{"1949-10-01", in, "1949-10-02", in, timeline.Meets, edtf.Yes},
		{"1949-10-01", in, "1949-10-01", in, timeline.Equals, edtf.Yes},
		{"1949-10-02", in, "1949-10-01", in, timeline.MetBy, edtf.Yes},
		{"1949", in, "1950", in, timeline.Before, edtf.Maybe}, // it may have gone on to the last of December
		{"1949", in, "1950", in, timeline.Meets, edtf.Maybe},
		{"1949", in, "1950", in, timeline.After, edtf.No},
		{"1949", in, "1951", in, timeline.Before, edtf.Yes},
		{"1949", in, "1949", in, timeline.Equals, edtf.Maybe},
		{"1937-01-01/1941-12-31", between, "1938-05-06", in, timeline.Contains, edtf.Yes},
		{"1937/1941", between, "1939-05", in, timeline.Contains, edtf.Yes},
		{"1937/1941", between, "1937-05", in, timeline.Contains, edtf.Maybe},
		{"1938-05-06", in, "1937-01-01/1941-12-31", between, timeline.During, edtf.Yes},
		{"1938-05-06", in, "1937-01-01/1941-12-31", in, timeline.During, edtf.Maybe}, // some time within, not all of it
		{"1946/..", since, "1945", in, timeline.After, edtf.Maybe},
		{"1946/..", since, "1944", in, timeline.After, edtf.Yes},
		{"../1924", by, "1925-02-01", in, timeline.Before, edtf.Yes},
		{"../1924", by, "1923", in, timeline.Before, edtf.Maybe},
		{"", in, "1923", in, timeline.Before, edtf.Unknown},
		{"-0043-03-15", in, "1923", in, timeline.Before, edtf.Yes},
		{"1950-01-01/1950-01-10", between, "1950-01-05/1950-01-20", between, timeline.Overlaps, edtf.Yes},
		{"1950-01-05/1950-01-20", between, "1950-01-01/1950-01-10", between, timeline.OverlappedBy, edtf.Yes},
		{"1950-01-01/1950-01-10", between, "1950-01-01/1950-01-20", between, timeline.Starts, edtf.Yes},
		{"1950-01-01/1950-01-20", between, "1950-01-01/1950-01-10", between, timeline.StartedBy, edtf.Yes},
		{"1950-01-11/1950-01-20", between, "1950-01-01/1950-01-20", between, timeline.Finishes, edtf.Yes},
		{"1950-01-01/1950-01-20", between, "1950-01-11/1950-01-20", between, timeline.FinishedBy, edtf.Yes},
	} {
		r := timeline.Relate(event(c.a, c.ra), event(c.b, c.rb))
		if got := r.Is(c.is); got != c.want {
			t.Errorf("%s %s %s: %v, want %v; possible %v", c.a, c.is, c.b, got, c.want, r.Possible())
		}
		back := timeline.Relate(event(c.b, c.rb), event(c.a, c.ra))
		if got := back.Is(c.is.Converse()); got != c.want {
			t.Errorf("%s %s %s: %v, want %v", c.b, c.is.Converse(), c.a, got, c.want)
		}
	}
}

// allenOf is the relation of [s1, e1) to [s2, e2).
func allenOf(s1, e1, s2, e2 int64) timeline.Allen {
	switch {
	case e1 < s2:
		return timeline.Before
	case e2 < s1:
		return timeline.After
	case e1 == s2:
		return timeline.Meets
	case e2 == s1:
		return timeline.MetBy
	case s1 == s2 && e1 == e2:
		return timeline.Equals
	case s1 == s2 && e1 < e2:
		return timeline.Starts
	case s1 == s2:
		return timeline.StartedBy
	case e1 == e2 && s1 > s2:
		return timeline.Finishes
	case e1 == e2:
		return timeline.FinishedBy
	case s1 > s2 && e1 < e2:
		return timeline.During
	case s1 < s2 && e1 > e2:
		return timeline.Contains
	case s1 < s2:
		return timeline.Overlaps
	}
	return timeline.OverlappedBy
}

// TestRelateExhaustive holds Relate against trying all days.
func TestRelateExhaustive(t *testing.T) {
	type stretch struct{ s, e int64 }
	all := func(ev *sinosoviet.Event, lasting bool) (list []stretch) {
		from, to := ev.Earliest.Number(), ev.Latest.Number()
		for s := from; s <= to; s++ {
			for e := s + 1; e <= to+1; e++ {
				if !lasting || s == from && e == to+1 {
					list = append(list, stretch{s, e})
				}
			}
		}
		return list
	}
	type sample struct {
		event *sinosoviet.Event
		list  []stretch
	}
	var samples []sample
	for from := 1; from <= 4; from++ {
		for to := from; to <= 5; to++ {
			date := fmt.Sprintf("1950-01-%02d/1950-01-%02d", from, to)
			for _, lasting := range []bool{false, true} {
				r := sinosoviet.RelationIn
				if lasting {
					r = sinosoviet.RelationBetween
				}
				e := event(date, r)
				samples = append(samples, sample{e, all(e, lasting)})
			}
		}
	}
	for _, a := range samples {
		for _, b := range samples {
			want := map[timeline.Allen]bool{}
			for _, x := range a.list {
				for _, y := range b.list {
					want[allenOf(x.s, x.e, y.s, y.e)] = true
				}
			}
			got := timeline.Relate(a.event, b.event).Possible()
			if len(got) != len(want) || slices.ContainsFunc(got, func(r timeline.Allen) bool { return !want[r] }) {
				t.Fatalf("%v %v, %v %v: got %v, want %v", a.event.EDTF, a.event.Relation, b.event.EDTF, b.event.Relation, got, want)
			}
		}
	}
}

func TestAllenText(t *testing.T) {
	for a := timeline.Before; a <= timeline.Equals; a++ {
		text, err := a.MarshalText()
		if err != nil || string(text) != a.String() {
			t.Errorf("%v: %q, %v", a, text, err)
		}
		var back timeline.Allen
		if err := back.UnmarshalText(text); err != nil || back != a {
			t.Errorf("%q: %v, %v", text, back, err)
		}
		if a.Converse().Converse() != a {
			t.Errorf("%v: converse of converse is %v", a, a.Converse().Converse())
		}
	}
	if _, err := timeline.Allen(0).MarshalText(); err == nil {
		t.Error("the zero relation has a text")
	}
	if err := new(timeline.Allen).UnmarshalText([]byte("besides")); err == nil {
		t.Error("besides is a relation")
	}
}
