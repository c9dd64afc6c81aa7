package edtf_test

import (
	"slices"
	"testing"
	"time"

	"github.com/sinosoviet/sinosoviet/edtf"
)

var benchInputs = []struct{ name, input string }{
	{"year", "1949"},
	{"day", "1949-10-01"},
	{"datetime", "1985-04-12T23:20:30+04:30"},
	{"interval", "1964-06-02/1989-05-15"},
	{"open", "1949-10-01/.."},
	{"qualified", "1984-06-02?/2004-08-08~"},
	{"decade", "198X"},
	{"unspecified", "1985-XX-XX"},
	{"parts", "2004?-06-~11"},
	{"february29", "XX96-02-29"},
	{"set", "[1667,1668,1670..1672]"},
}

func BenchmarkParse(b *testing.B) {
	for _, in := range benchInputs {
		b.Run(in.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				edtf.Parse(in.input)
			}
		})
	}
	b.Run("spec", func(b *testing.B) { // all valid cases; the time is of one
		var valid []string
		for _, c := range specCases(b) {
			if c.valid {
				valid = append(valid, c.input)
			}
		}
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			edtf.Parse(valid[i%len(valid)])
			i++
		}
	})
}

// BenchmarkParseMedian reports the median over the valid cases of levels 0 and 1, each timed by itself, and the 90th percentile.
func BenchmarkParseMedian(b *testing.B) {
	var per []float64
	for _, c := range specCases(b) {
		if !c.valid || c.level != "0" && c.level != "1" {
			continue
		}
		const n = 2000
		start := time.Now()
		for range n {
			edtf.Parse(c.input)
		}
		per = append(per, float64(time.Since(start).Nanoseconds())/n)
	}
	for b.Loop() { // measured above
	}
	slices.Sort(per)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(per[len(per)/2], "median-ns")
	b.ReportMetric(per[len(per)*9/10], "p90-ns")
}

func BenchmarkRelations(b *testing.B) {
	x, y := edtf.MustParse("1949-10-01/1952"), edtf.MustParse("195X")
	b.Run("Before", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			x.Before(y)
		}
	})
	b.Run("Contains", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			y.Contains(x)
		}
	})
}

func BenchmarkSort(b *testing.B) {
	var dates []edtf.Date
	for _, c := range specCases(b) {
		if c.valid {
			dates = append(dates, edtf.MustParse(c.input))
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		slices.SortFunc(slices.Clone(dates), edtf.Compare)
	}
}

func BenchmarkHuman(b *testing.B) {
	w := edtf.English()
	d := edtf.MustParse("1952-04/1952-06")
	b.ReportAllocs()
	for b.Loop() {
		w.Format(d)
	}
}

// Levels 0 and 1 are parsed without allocation, and so are the others.
func TestParseAllocs(t *testing.T) {
	for _, c := range specCases(t) {
		if !c.valid {
			continue
		}
		if n := testing.AllocsPerRun(10, func() { edtf.Parse(c.input) }); n != 0 {
			t.Errorf("Parse(%q): %v allocations", c.input, n)
		}
	}
}
