package edtf_test

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/sinosoviet/sinosoviet/edtf"
)

func TestConstructors(t *testing.T) {
	p := edtf.MustParse
	tests := []struct {
		got  edtf.Date
		want string
	}{
		{edtf.Year(1949), "1949"},
		{edtf.Year(7), "0007"},
		{edtf.Year(0), "0000"},
		{edtf.Year(-43), "-0043"},
		{edtf.Year(-12345), "Y-12345"},
		{edtf.Year(170000002), "Y170000002"},
		{edtf.Year(math.MaxInt), "Y" + strconv.Itoa(math.MaxInt)},
		{edtf.Year(math.MinInt), ""},
		{edtf.YearMonth(1949, 10), "1949-10"},
		{edtf.YearMonth(1949, 13), ""},
		{edtf.YearMonth(12345, 1), ""},
		{edtf.YearMonthDay(1949, 10, 1), "1949-10-01"},
		{edtf.YearMonthDay(1949, 2, 29), ""},
		{edtf.YearMonthDay(1949, 2, 129), ""},
		{edtf.MonthDay(12, 25), "XXXX-12-25"},
		{edtf.MonthDay(2, 30), ""},
		{edtf.Season(1949, edtf.Spring), "1949-21"},
		{edtf.Season(1948, edtf.Late), "1948-39"},
		{edtf.Season(1948, 42), ""},
		{edtf.Decade(1984), "198X"},
		{edtf.Decade(-43), "-004X"},
		{edtf.Decade(3), "000X"},
		{edtf.Decade(12345), ""},
		{edtf.Century(20), "19XX"},
		{edtf.Century(1), "00XX"},
		{edtf.Century(0), ""},
		{edtf.Century(-1), "-0099/0000"},
		{edtf.Century(-2), "-01XX"},
		{edtf.Century(101), ""},
		{edtf.Century(math.MaxInt), ""},
		{edtf.Millennium(2), "1XXX"},
		{edtf.Millennium(-1), "-0999/0000"},
		{edtf.Millennium(-2), "-1XXX"},
		{edtf.Interval(p("1952-04"), p("1952-06")), "1952-04/1952-06"},
		{edtf.Interval(p("1952"), p("1951")), ""},
		{edtf.Interval(p("1950/1953"), p("1955/..")), "1950/.."},
		{edtf.Interval(p("../1953"), p("1955/")), "../"},
		{edtf.Interval(p("1953"), edtf.Date{}), ""},
		{edtf.Interval(p("[1950,1951]"), p("1953")), ""},
		{edtf.Interval(p("Y12345"), p("Y12346")), ""},
		{edtf.OpenStart(p("1924")), "../1924"},
		{edtf.OpenStart(p("1920/1924")), "../1924"},
		{edtf.OpenStart(p("1920/..")), ""},
		{edtf.OpenEnd(p("1949-10-01")), "1949-10-01/.."},
		{edtf.OpenEnd(edtf.Date{}), ""},
		{edtf.UnknownStart(p("1924")), "/1924"},
		{edtf.UnknownEnd(p("1924")), "1924/"},
		{edtf.OneOf(p("1937"), p("1941")), "[1937,1941]"},
		{edtf.OneOf(p("1937/1941")), "[1937..1941]"},
		{edtf.OneOf(p("../1937"), p("1941/..")), "[..1937,1941..]"},
		{edtf.OneOf(p("1937/"), p("1941")), ""},
		{edtf.OneOf(), ""},
		{edtf.AllOf(p("1937"), p("1941-12")), "{1937,1941-12}"},
		{edtf.AllOf(p("{1937}")), ""},
		{p("1924").WithQualifier(edtf.Approximate), "1924~"},
		{p("1924?").WithQualifier(edtf.Approximate), "1924%"},
		{p("1924?").WithQualifier(edtf.Certain), "1924?"},
		{p("?1924-05").WithQualifier(edtf.Uncertain), "?1924-05?"},
		{p("1950~/1953").WithQualifier(edtf.Uncertain), "1950%/1953?"},
		{p("1950/..").WithQualifier(edtf.Uncertain), "1950?/.."},
		{p("[1950,1952..1953]").WithQualifier(edtf.Doubtful), "[1950%,1952%..1953%]"},
		{p("Y-17E7").WithQualifier(edtf.Approximate), "Y-17E7~"},
		{p("1985-04-12T23:20:30").WithQualifier(edtf.Approximate), ""},
		{edtf.Date{}.WithQualifier(edtf.Approximate), ""},
		{p("?2004-06~-11/2005%").Unqualified(), "2004-06-11/2005"},
		{p("2004").Unqualified(), "2004"},
	}
	for i, tt := range tests {
		if got := tt.got.String(); got != tt.want {
			t.Errorf("%d: %q, want %q", i, got, tt.want)
		}
	}
}

func TestConstructorsAgreeWithParse(t *testing.T) {
	for y := -1100; y <= 1100; y += 7 {
		if d, ok := edtf.Year(y).Year(); !ok || d != y {
			t.Errorf("Year(%d).Year() = %d, %v", y, d, ok)
		}
		first, last := edtf.Decade(y).Bounds()
		if first.Year > y || last.Year < y {
			t.Errorf("Decade(%d) = %v to %v", y, first, last)
		}
	}
	for n := -20; n <= 20; n++ {
		first, last := edtf.Century(n).Bounds()
		if n < 0 && (first.Year != n*100+1 || last.Year != n*100+100) || n > 0 && (first.Year != n*100-100 || last.Year != n*100-1) {
			t.Errorf("Century(%d) = %v to %v", n, first, last)
		}
	}
}

func TestParts(t *testing.T) {
	type parts struct {
		year, month, day int // -9999 = none
		season           edtf.SubYear
		sig              int
		q                string // of year, month, day
	}
	const none = -9999
	tests := []struct {
		input string
		want  parts
	}{
		{"1949", parts{1949, none, none, 0, 0, ",,"}},
		{"-0043-03-15", parts{-43, 3, 15, 0, 0, ",,"}},
		{"1948-39", parts{1948, none, none, edtf.Late, 0, ",,"}},
		{"1949-10-01T12:30:00+08:00", parts{1949, 10, 1, 0, 0, ",,"}},
		{"198X", parts{none, none, none, 0, 0, ",,"}},
		{"XXXX-12-25", parts{none, 12, 25, 0, 0, ",,"}},
		{"1984-1X-25", parts{1984, none, 25, 0, 0, ",,"}},
		{"Y-3388E2S3", parts{-338800, none, none, 0, 3, ",,"}},
		{"1950S2~", parts{1950, none, none, 0, 2, "~,,"}},
		{"2004?-06-~11", parts{2004, 6, 11, 0, 0, "?,,~"}},
		{"?2004-06~-11", parts{2004, 6, 11, 0, 0, "%,~,"}},
		{"2004-06-11%", parts{2004, 6, 11, 0, 0, "%,%,%"}},
		{"2004-%06", parts{2004, 6, none, 0, 0, ",%,"}},
		{"1949/1950", parts{none, none, none, 0, 0, ",,"}},
		{"[1949]", parts{none, none, none, 0, 0, ",,"}},
	}
	num := func(n int, ok bool) int {
		if !ok {
			return none
		}
		return n
	}
	for _, tt := range tests {
		d := edtf.MustParse(tt.input)
		y, m, dd := d.Qualifiers()
		season, _ := d.Season()
		sig, _ := d.SignificantDigits()
		got := parts{num(d.Year()), num(d.Month()), num(d.Day()), season, sig, y.String() + "," + m.String() + "," + dd.String()}
		if got != tt.want {
			t.Errorf("%q: %+v, want %+v", tt.input, got, tt.want)
		}
	}
}

func TestClock(t *testing.T) {
	for _, tt := range []struct {
		input      string
		h, m, s, z int
		zoned      bool
	}{
		{"1949-10-01T15:00:07", 15, 0, 7, 0, false},
		{"1949-10-01T15:00:07Z", 15, 0, 7, 0, true},
		{"1949-10-01T24:00:00+08", 24, 0, 0, 480, true},
		{"1949-10-01T23:59:60-04:30", 23, 59, 60, -270, true},
	} {
		d := edtf.MustParse(tt.input)
		h, m, s, ok := d.Clock()
		z, zoned := d.Zone()
		if h != tt.h || m != tt.m || s != tt.s || z != tt.z || zoned != tt.zoned || !ok || d.Kind() != edtf.KindDateTime {
			t.Errorf("%q: %d:%d:%d, %v, zone %d, %v", tt.input, h, m, s, ok, z, zoned)
		}
	}
	if _, _, _, ok := edtf.MustParse("1949").Clock(); ok {
		t.Error("a year has a clock")
	}
}

func TestKindPrecisionEnds(t *testing.T) {
	tests := []struct {
		input      string
		kind       edtf.Kind
		precision  edtf.Precision
		start, end string
	}{
		{"1949-10-01", edtf.KindDate, edtf.PrecisionDay, "1949-10-01", "1949-10-01"},
		{"1949-10-XX", edtf.KindDate, edtf.PrecisionMonth, "1949-10-XX", "1949-10-XX"},
		{"1949-XX-XX", edtf.KindDate, edtf.PrecisionYear, "1949-XX-XX", "1949-XX-XX"},
		{"194X", edtf.KindDate, edtf.PrecisionDecade, "194X", "194X"},
		{"19XX", edtf.KindDate, edtf.PrecisionCentury, "19XX", "19XX"},
		{"1XXX", edtf.KindDate, edtf.PrecisionMillennium, "1XXX", "1XXX"},
		{"XXXX", edtf.KindDate, edtf.PrecisionNone, "XXXX", "XXXX"},
		{"1953S3", edtf.KindDate, edtf.PrecisionDecade, "1953S3", "1953S3"},
		{"1950S9", edtf.KindDate, edtf.PrecisionYear, "1950S9", "1950S9"},
		{"1948-39", edtf.KindSeason, edtf.PrecisionSeason, "1948-39", "1948-39"},
		{"1949-10-01T15:00:00", edtf.KindDateTime, edtf.PrecisionSecond, "1949-10-01T15:00:00", "1949-10-01T15:00:00"},
		{"1949-10-01/1952", edtf.KindInterval, edtf.PrecisionYear, "1949-10-01", "1952"},
		{"1949-10-01/..", edtf.KindInterval, edtf.PrecisionDay, "1949-10-01", ""},
		{"/1952", edtf.KindInterval, edtf.PrecisionYear, "", "1952"},
		{"[1949,1950-02]", edtf.KindOneOf, edtf.PrecisionYear, "[1949,1950-02]", "[1949,1950-02]"},
		{"{1949-01..1950-02}", edtf.KindAllOf, edtf.PrecisionMonth, "{1949-01..1950-02}", "{1949-01..1950-02}"},
	}
	for _, tt := range tests {
		d := edtf.MustParse(tt.input)
		if d.Kind() != tt.kind || d.Precision() != tt.precision || d.Start().String() != tt.start || d.End().String() != tt.end {
			t.Errorf("%q: %v, %v, %q, %q", tt.input, d.Kind(), d.Precision(), d.Start(), d.End())
		}
	}
	var zero edtf.Date
	if zero.Kind() != edtf.KindNone || !zero.Start().IsZero() || len(slices.Collect(zero.Elements())) != 0 || zero.Human() != "" {
		t.Error("the zero Date is something")
	}
}

func TestElements(t *testing.T) {
	for _, tt := range []struct {
		input string
		want  []string
	}{
		{"[1667,1668-12,1670..1672]", []string{"1667", "1668-12", "1670/1672"}},
		{"{..1667,1670..}", []string{"../1667", "1670/.."}},
		{"[1670..1670]", []string{"1670/1670"}},
		{"1949/1950", []string{"1949/1950"}},
	} {
		var got []string
		for e := range edtf.MustParse(tt.input).Elements() {
			got = append(got, e.String())
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.input, got, tt.want)
		}
	}
	for range edtf.MustParse("[1949,1950]").Elements() {
		break // stopping early is fine
	}
}

func TestNames(t *testing.T) {
	for got, want := range map[string]string{
		edtf.KindOneOf.String():             "one-of",
		edtf.Kind(99).String():              "invalid",
		edtf.PrecisionSecond.String():       "second",
		edtf.Precision(99).String():         "invalid",
		edtf.Late.String():                  "39",
		edtf.Doubtful.String():              "%",
		edtf.Certain.String():               "",
		edtf.MustParse("Y17E7~").String():   "Y17E7~",
		appended(edtf.MustParse("1949/..")): "at 1949/..",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func appended(d edtf.Date) string {
	b, _ := d.AppendText([]byte("at "))
	return string(b)
}

func TestSubYearDays(t *testing.T) {
	for c := edtf.SubYear(0); c < 60; c++ {
		first, last := c.Days(1948)
		if !c.IsValid() {
			if !first.IsZero() || !last.IsZero() || !edtf.Season(1948, c).IsZero() {
				t.Errorf("code %d: %v to %v", c, first, last)
			}
			continue
		}
		d := edtf.Season(1948, c)
		if a, z := d.Bounds(); a != first || z != last || d.Precision() != edtf.PrecisionSeason || d.IsUnspecified() {
			t.Errorf("code %d: %v to %v, %q has %v to %v", c, first, last, d, a, z)
		}
		if first.Day != 1 || last != edtf.LastDay(last.Year, int(last.Month)) {
			t.Errorf("code %d: %v to %v are no whole months", c, first, last)
		}
	}
}
