package timeline_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/timeline"
)

func TestQueries(t *testing.T) {
	tl := build(t)
	date := func(s string) (d edtf.Date) {
		if s != "" {
			d = edtf.MustParse(s)
		}
		return d
	}
	for _, c := range []struct {
		name string
		got  *timeline.Timeline
		want string
	}{
		{"between", tl.Between(date("1948"), date("1949-09")), "Moscow advised the Communists not to cross the Yangtze|They crossed it and took Nanjing|Mao stated that China would lean to one side"},
		{"before", tl.Before(date("-0219")), "The Zhou came to power|The states went to war|Qin united the country"},
		{"after", tl.After(date("1989-05")), "The September 1989 withdrawal of troops from Mongolia went ahead|The Soviet Union dissolved"},
		{"nothing after no date", tl.After(edtf.Date{}), ""},
		{"from only", tl.Between(date("1989"), date("")).Sourced(), "Gorbachev visited Beijing"},
		{"actor", tl.Actor("mao zedong").Place("moscow"), "Mao went to Moscow to seek economic help|He waited there for weeks"},
		{"section", tl.Section("split").Text("EXPERTS soviet"), "The experts were recalled"},
		{"source", tl.Source("zhao 2022, p. 27"), "Mao stated that China would lean to one side|The People's Republic of China was proclaimed by Mao|Its enemies had left the mainland"},
		{"source by id", tl.Document("article.txt").Source("c12"), "The Soviet Union recognized the People's Republic"},
		{"unsourced", tl.Unsourced().Before(date("1000")), "Han envoys reached the west"},
		{"undated", tl.Undated(), "The privatization resulted in massive losses"},
		{"text in the sentence", tl.Text("chernenko opening andropov").Between(date("1985"), date("1985")), "The death of Chernenko"},
		{"nil", (*timeline.Timeline)(nil).Actor("x").Sourced(), ""},
	} {
		got := strings.Join(headlines(c.got), "|")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
	for e := range tl.Overlapping(date("1930"), date("1930")).All() {
		if !e.Earliest.IsZero() && e.Earliest.Year > 1930 || !e.Latest.IsZero() && e.Latest.Year < 1930 {
			t.Errorf("%v does not overlap 1930", e.EDTF)
		}
	}
	if n := tl.Dated().Len() + tl.Undated().Len(); n != tl.Len() {
		t.Errorf("dated and undated are %d of %d", n, tl.Len())
	}
	if n := tl.Sourced().Len() + tl.Unsourced().Len(); n != tl.Len() {
		t.Errorf("sourced and unsourced are %d of %d", n, tl.Len())
	}
}

func TestGroups(t *testing.T) {
	tl := build(t)
	var years, decades, centuries []string
	total := 0
	for name, g := range tl.ByYear() {
		years = append(years, name)
		total += g.Len()
	}
	for name := range tl.ByDecade() {
		decades = append(decades, name)
	}
	for name := range tl.ByCentury() {
		centuries = append(centuries, name)
	}
	if total != tl.Len() {
		t.Errorf("%d entries in years, of %d", total, tl.Len())
	}
	want := "1046 BC,5th century BC,221 BC,206 BC,44 BC,by AD 96,2nd century,1054,1917–1991,since 1918,1919,1921,1923,1924,by 1924,1926,1927–1949,by 1927,1929,1931,1932,1934,1937,1937–1941,1941,1945,since 1946,1948,1949,winter 1949,1950s,1950,by 1950,1952,1953,since 1956,1959,by 1959,1960,1963,1964,1969,1972,1976,1978,since 1980,1982,1984,1985,1989,1991,by 1991,undated"
	if diff := cmp.Diff(strings.Split(want, ","), years); diff != "" {
		t.Error(diff, strings.Join(years, ","))
	}
	if got := strings.Join(decades[:8], ","); got != "1050–1041 BC,5th century BC,230–221 BC,210–201 BC,50–41 BC,by AD 96,2nd century,1050s" {
		t.Errorf("decades %s", got)
	}
	if got := strings.Join(centuries[:6], ","); got != "11th century BC,5th century BC,3rd century BC,1st century BC,by AD 96,2nd century" {
		t.Errorf("centuries %s", got)
	}
	for name, g := range tl.ByActor() {
		if name != "Soviet Union" || g.Len() != tl.Actor(name).Len() {
			t.Errorf("first actor %s with %d entries", name, g.Len())
		}
		break
	}
	n := 0
	for _, g := range tl.BySection() {
		n += g.Len()
	}
	if n != tl.Len() {
		t.Errorf("%d entries in sections, of %d", n, tl.Len())
	}
}

func TestActors(t *testing.T) {
	tl := build(t)
	if a := tl.Actors()[0]; a.Name != "Soviet Union" || a.Entries != tl.Actor("Soviet Union").Len() {
		t.Errorf("got %+v", a)
	}
	if p := tl.Places()[0]; p.Name != "Beijing" && p.Name != "Manchuria" && p.Name != "Mongolia" {
		t.Errorf("got %+v", p)
	}
	c := tl.CoActors()[0]
	if c.A != "China" || c.B != "Soviet Union" || c.Entries != tl.Actor("China").Actor("Soviet Union").Len() {
		t.Errorf("got %+v", c)
	}
}

func TestGaps(t *testing.T) {
	tl := build(t)
	var got []string
	for g := range tl.Gaps(365 * 100) {
		got = append(got, g.From.String()+" "+g.To.String())
		if g.Days != g.To.Sub(g.From)+1 {
			t.Errorf("%d days from %v to %v", g.Days, g.From, g.To)
		}
	}
	want := []string{"-1044-01-01 -0500-12-31", "-0399-01-01 -0221-12-31", "-0204-01-01 -0043-03-14"}
	if diff := cmp.Diff(want, got[:min(3, len(got))]); diff != "" {
		t.Error(diff)
	}
	last := got[len(got)-1]
	if last != "1054-08-01 1916-12-31" {
		t.Errorf("last gap %s", last)
	}
}

func TestConflicts(t *testing.T) {
	tl := buildTold([]told{
		{doc: "a", when: "1953", headline: "Stalin died in Moscow", actors: "Joseph Stalin"},
		{doc: "a", when: "1954", headline: "Stalin died in Moscow", actors: "Joseph Stalin", sentence: "In 1954, Stalin died in Moscow."},
		{doc: "a", when: "1934", headline: "The Soviet Union intervened in Xinjiang"},
		{doc: "a", when: "1937", headline: "The Soviet Union intervened in Xinjiang"}, // it did twice
		{doc: "a", when: "1926", headline: "Chiang dismissed his advisers", actors: "Chiang"},
		{doc: "b", when: "1927", headline: "Chiang dismissed his advisers", actors: "Chiang", sentence: "Chiang dismissed his advisers, they say."},
		{doc: "a", when: "1949", headline: "The republic was proclaimed", actors: "China"},
		{doc: "b", when: "1949-10-01", headline: "The republic was proclaimed", actors: "China"},
	})
	var got []string
	for c := range tl.Conflicts() {
		sure := "perhaps"
		if c.Sure {
			sure = "sure"
		}
		got = append(got, c.EvidenceA.EDTF.String()+" "+c.EvidenceB.EDTF.String()+" "+sure+" "+c.A.Headline)
	}
	want := []string{"1926 1927 perhaps Chiang dismissed his advisers", "1953 1954 sure Stalin died in Moscow"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
