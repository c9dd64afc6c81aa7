package edtf_test

import (
	"encoding/json"
	"testing"

	"github.com/sinosoviet/sinosoviet/edtf"
)

func TestRelations(t *testing.T) {
	const (
		no, maybe, yes, unknown = edtf.No, edtf.Maybe, edtf.Yes, edtf.Unknown
	)
	tests := []struct {
		a, b                               string
		before, overlaps, contains, equals edtf.Answer
	}{
		{"1949", "1950", yes, no, no, no},
		{"1950", "1949", no, no, no, no},
		{"1949-10-01", "1949-10-01", no, yes, yes, yes},
		{"1949-10-01", "1949-10-02", yes, no, no, no},
		{"1949-10-01T10:00:00", "1949-10-01", no, yes, yes, yes}, // days, not seconds
		{"1952", "1952", maybe, maybe, yes, maybe},               // two things of one year
		{"1952", "1952-04-12", maybe, maybe, yes, maybe},
		{"1952-04-12", "1952", maybe, maybe, maybe, maybe},
		{"1952", "1952-12-31", maybe, maybe, yes, maybe},
		{"1952", "1952-01-01", no, maybe, yes, maybe},
		{"198X", "1984", maybe, maybe, yes, maybe},
		{"1984", "198X", maybe, maybe, maybe, maybe},
		{"1952-XX", "1952-04-12", maybe, maybe, maybe, maybe}, // one month of 1952
		{"1950/1953", "1951-06-25", no, yes, yes, no},
		{"1950/1953", "1952/1955", no, yes, no, no},
		{"1950/1953", "1953/1955", maybe, maybe, no, no},
		{"1950-06-25/1953-07-27", "1950-06-25/1953-07-27", no, yes, yes, yes},
		{"1950-06-25/1953-07-27", "1950-06-25/1953-07-28", no, yes, no, no},
		{"1950/1953", "1950-06-25/1953-07-27", no, yes, yes, maybe},
		{"../1924", "1924", maybe, maybe, yes, maybe},
		{"../1924", "1925", yes, no, no, no},
		{"../1924", "1900", maybe, maybe, yes, maybe},
		{"1900", "../1924", maybe, maybe, maybe, maybe},
		{"1949/..", "1948", no, no, no, no},
		{"1949/..", "1960", maybe, maybe, yes, maybe},
		{"1949/", "1960", unknown, unknown, unknown, no},
		{"1949/", "1948", no, no, no, no},
		{"1948", "1949/", yes, no, no, no},
		{"/1949", "1950", yes, no, no, no},
		{"/1949", "1940", no, unknown, unknown, no},
		{"../..", "1940", maybe, maybe, yes, maybe},
		{"1948~", "1949", yes, no, no, no}, // qualifiers do not widen
		{"[1917,1949]", "1930", maybe, no, no, maybe},
		{"[1917,1949]", "1950", yes, no, no, no},
		{"[1917,1949]", "1949-10-01", maybe, maybe, maybe, maybe},
		{"[1917..1920]", "1918-11-11", maybe, maybe, maybe, maybe},
		{"{1917,1949}", "1949-10-01", maybe, maybe, yes, no},
		{"{1917-11-07,1949-10-01}", "1949-10-01", no, yes, yes, no},
		{"{1670..1672}", "1671-05", no, yes, yes, no},
		{"1949", "{1949-10-01,1949-12-16}", maybe, maybe, yes, maybe},
		{"1949", "{1949-10-01,1950-02-14}", maybe, maybe, no, no},
		{"1949", "[1949-10-01,1950-02-14]", maybe, maybe, maybe, maybe},
		{"", "1949", unknown, unknown, unknown, unknown},
		{"1949", "", unknown, unknown, unknown, unknown},
	}
	parse := func(s string) (d edtf.Date) {
		if err := d.UnmarshalText([]byte(s)); err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, tt := range tests {
		a, b := parse(tt.a), parse(tt.b)
		check := func(name string, got, want edtf.Answer) {
			t.Helper()
			if got != want {
				t.Errorf("%q %s %q: %v, want %v", tt.a, name, tt.b, got, want)
			}
		}
		check("before", a.Before(b), tt.before)
		check("overlaps", a.Overlaps(b), tt.overlaps)
		check("contains", a.Contains(b), tt.contains)
		check("equals", a.Equals(b), tt.equals)
		check("reverse of after", b.After(a), tt.before)
		check("reverse of during", b.During(a), tt.contains)
	}
}

// stay is a way in which something can have been: from day to day, by their numbers.
type stay struct{ start, end int64 }

// stays are all ways to read a date or an interval of known ends, by the words of the package comment.
func stays(d edtf.Date) (all []stay) {
	first, firstEnd := d.Start().Bounds()
	lastStart, last := d.End().Bounds()
	for s := first.Number(); s <= firstEnd.Number(); s++ {
		for e := max(s, lastStart.Number()); e <= last.Number(); e++ {
			all = append(all, stay{s, e})
		}
	}
	return all
}

// Relations agree with trying all days: Yes is always so, No never, Maybe sometimes.
func TestRelationsAgainstDays(t *testing.T) {
	inputs := []string{
		"1949-02", "1949-02-01", "1949-02-14", "1949-02-28", "1949-03", "1949-03-01", "1949-02-1X",
		"1949-02/1949-02", "1949-02/1949-03-01", "1949-02-01/1949-02-28", "1949-02-10/1949-02-14",
		"1949-02-14/1949-03", "1949-02-1X/1949-02-2X", "1949-01-31/1949-02-10",
	}
	relations := []struct {
		name  string
		ask   func(a, b edtf.Date) edtf.Answer
		holds func(a, b stay) bool
	}{
		{"Before", edtf.Date.Before, func(a, b stay) bool { return a.end < b.start }},
		{"After", edtf.Date.After, func(a, b stay) bool { return a.start > b.end }},
		{"Meets", edtf.Date.Meets, func(a, b stay) bool { return a.end+1 == b.start }},
		{"Starts", edtf.Date.Starts, func(a, b stay) bool { return a.start == b.start }},
		{"Finishes", edtf.Date.Finishes, func(a, b stay) bool { return a.end == b.end }},
		{"Equals", edtf.Date.Equals, func(a, b stay) bool { return a == b }},
		{"Overlaps", edtf.Date.Overlaps, func(a, b stay) bool { return a.start <= b.end && b.start <= a.end }},
	}
	ways := map[string][]stay{}
	for _, s := range inputs {
		ways[s] = stays(edtf.MustParse(s))
	}
	for _, s := range inputs {
		for _, u := range inputs {
			a, b := edtf.MustParse(s), edtf.MustParse(u)
			for _, r := range relations {
				some, all := false, true
				for _, x := range ways[s] {
					for _, y := range ways[u] {
						if r.holds(x, y) {
							some = true
						} else {
							all = false
						}
					}
					if some && !all {
						break
					}
				}
				want := edtf.Maybe
				if all {
					want = edtf.Yes
				} else if !some {
					want = edtf.No
				}
				if got := r.ask(a, b); got != want {
					t.Errorf("%q %s %q: %v, want %v", s, r.name, u, got, want)
				}
			}
		}
	}
}

func TestMeetsStartsFinishes(t *testing.T) {
	tests := []struct {
		a, b                    string
		meets, starts, finishes edtf.Answer
	}{
		{"1949-09-30", "1949-10-01", edtf.Yes, edtf.No, edtf.No},
		{"1948-12-31", "1949-01-01", edtf.Yes, edtf.No, edtf.No},
		{"1949-09-29", "1949-10-01", edtf.No, edtf.No, edtf.No},
		{"1949-09", "1949-10", edtf.Maybe, edtf.No, edtf.No},
		{"1949-08", "1949-10", edtf.No, edtf.No, edtf.No},
		{"1950-06-25/1953", "1950-06-25", edtf.No, edtf.Yes, edtf.No},
		{"1950/1953-07-27", "1953-07-27", edtf.No, edtf.No, edtf.Yes},
		{"1950/", "1953-07-27", edtf.Unknown, edtf.No, edtf.Unknown},
		{"1950/..", "1953-07-27", edtf.Maybe, edtf.Maybe, edtf.Maybe},
	}
	for _, tt := range tests {
		a, b := edtf.MustParse(tt.a), edtf.MustParse(tt.b)
		if m, s, f := a.Meets(b), a.Starts(b), a.Finishes(b); m != tt.meets || s != tt.starts || f != tt.finishes {
			t.Errorf("%q, %q: meets %v, starts %v, finishes %v", a, b, m, s, f)
		}
	}
}

// Any two valid cases of the specification keep the laws of checkPair.
func TestRelationLaws(t *testing.T) {
	var dates []edtf.Date
	for i, c := range specCases(t) {
		if c.valid && i%2 == 0 {
			dates = append(dates, edtf.MustParse(c.input))
		}
	}
	for _, a := range dates {
		for _, b := range dates {
			checkPair(t, a, b)
		}
	}
}

func TestCompare(t *testing.T) {
	want := []string{
		"", "../..", "/", "-0043", "0000",
		"1924-01-01", "1924-01", "1924", "1924~", "1924/1925", "1924/..", "1924-02-01", "1924-12-31", "../1924",
		"1925",
	}
	var dates []edtf.Date
	for _, s := range want {
		var d edtf.Date
		if err := d.UnmarshalText([]byte(s)); err != nil {
			t.Fatal(err)
		}
		dates = append(dates, d)
	}
	for i, a := range dates {
		for j, b := range dates {
			if got := edtf.Compare(a, b); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("Compare(%q, %q) = %d", a, b, got)
			}
		}
	}
}

func TestAnswer(t *testing.T) {
	all := []edtf.Answer{edtf.Unknown, edtf.No, edtf.Maybe, edtf.Yes}
	for _, a := range all {
		b, err := json.Marshal(a)
		var back edtf.Answer
		if err != nil || json.Unmarshal(b, &back) != nil || back != a {
			t.Errorf("%v: back %v from %s", a, back, b)
		}
		if a.Not().Not() != a || a.And(a) != a || a.Or(a) != a || a.IsPossible() != (a == edtf.Yes || a == edtf.Maybe) {
			t.Errorf("%v: laws of one", a)
		}
		for _, b := range all {
			if a.And(b) != b.And(a) || a.Or(b) != b.Or(a) || a.And(b).Not() != a.Not().Or(b.Not()) {
				t.Errorf("%v, %v: laws of two", a, b)
			}
		}
		if a.And(edtf.No) != edtf.No || a.Or(edtf.Yes) != edtf.Yes || a.And(edtf.Yes) != a || a.Or(edtf.No) != a {
			t.Errorf("%v: with Yes and No", a)
		}
	}
	bad := edtf.Answer(9)
	if _, err := bad.MarshalText(); err == nil || bad.String() != "Answer(9)" || bad.UnmarshalText([]byte("perhaps")) == nil {
		t.Error("an invalid Answer passes")
	}
}
