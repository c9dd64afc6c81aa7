package edtf_test

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/sinosoviet/sinosoviet/edtf"
)

type day = edtf.Day

// Every day of 900 years agrees with package time.
func TestDayAgainstTime(t *testing.T) {
	tm := time.Date(-401, 1, 1, 0, 0, 0, 0, time.UTC)
	d := day{-401, 1, 1}
	for range 900 * 366 {
		y, m, dd := tm.Date()
		if d != (day{y, uint8(m), uint8(dd)}) {
			t.Fatalf("day %v, time has %v", d, tm)
		}
		if !d.IsValid() {
			t.Fatalf("%v is not valid", d)
		}
		if got, want := d.Number(), tm.Unix()/86400; got != want || edtf.DayNumber(got) != d {
			t.Fatalf("%v: Number = %d, want %d; back %v", d, got, want, edtf.DayNumber(got))
		}
		if d.Weekday() != tm.Weekday() || d.YearDay() != tm.YearDay() {
			t.Fatalf("%v: %v, day %d; time has %v, %d", d, d.Weekday(), d.YearDay(), tm.Weekday(), tm.YearDay())
		}
		wy, w := d.Week()
		if ty, tw := tm.ISOWeek(); wy != ty || w != tw {
			t.Fatalf("%v: week %d of %d, time has %d of %d", d, w, wy, tw, ty)
		}
		if monday := edtf.WeekDay(wy, w); d.Sub(monday) < 0 || d.Sub(monday) > 6 || monday.Weekday() != time.Monday {
			t.Fatalf("%v: week %d of %d begins on %v", d, w, wy, monday)
		}
		d, tm = d.AddDays(1), tm.AddDate(0, 0, 1)
	}
}

func TestDayArithmetic(t *testing.T) {
	tests := []struct {
		name      string
		got, want day
	}{
		{"leap day", day{1948, 2, 28}.AddDays(1), day{1948, 2, 29}},
		{"no leap day", day{1900, 2, 28}.AddDays(1), day{1900, 3, 1}},
		{"back over year 1", day{1, 1, 1}.AddDays(-1), day{0, 12, 31}},
		{"a century of days", day{1949, 10, 1}.AddDays(36525), day{2049, 10, 1}},
		{"far away", day{170000002, 12, 31}.AddDays(1), day{170000003, 1, 1}},
		{"farther than days can be counted", day{math.MaxInt - 1, 12, 31}.AddDays(1), day{math.MaxInt, 1, 1}},
		{"month too short", day{1945, 1, 31}.AddMonths(1), day{1945, 2, 28}},
		{"month too short in a leap year", day{1944, 1, 31}.AddMonths(1), day{1944, 2, 29}},
		{"months back", day{1945, 8, 8}.AddMonths(-3), day{1945, 5, 8}},
		{"months back over a year", day{1945, 1, 8}.AddMonths(-13), day{1943, 12, 8}},
		{"months forward over years", day{1945, 11, 8}.AddMonths(26), day{1948, 1, 8}},
		{"years from a leap day", day{1948, 2, 29}.AddYears(1), day{1949, 2, 28}},
		{"nothing stays nothing", day{}.AddDays(1).AddMonths(1).AddYears(1), day{}},
		{"last of February", edtf.LastDay(2000, 2), day{2000, 2, 29}},
		{"last of month 13", edtf.LastDay(2000, 13), day{}},
		{"week 53", edtf.WeekDay(1948, 53), day{1948, 12, 27}},
		{"week 32", edtf.WeekDay(1945, 32), day{1945, 8, 6}},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, tt.got, tt.want)
		}
	}
	if n := (day{1945, 8, 8}).Sub(day{1945, 5, 8}); n != 92 {
		t.Errorf("Sub = %d, want 92", n)
	}
	for _, d := range []day{{math.MaxInt, 1, 1}, {-math.MaxInt, 1, 1}} {
		if n := d.Number(); math.MaxInt == math.MaxInt64 && n != math.MaxInt64 && n != math.MinInt64 {
			t.Errorf("Number(%v) = %d", d, n)
		}
	}
}

func TestDayOrder(t *testing.T) {
	days := []day{{}, {-170000002, 12, 31}, {-44, 3, 15}, {-43, 3, 15}, {0, 1, 1}, {1949, 9, 30}, {1949, 10, 1}, {1949, 10, 2}, {170000002, 1, 1}}
	for i, a := range days {
		for j, b := range days {
			if got := a.Compare(b); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("Compare(%v, %v) = %d", a, b, got)
			}
			if want := i < j && i > 0; a.Before(b) != want || b.After(a) != want {
				t.Errorf("Before(%v, %v) = %v, After the other way %v", a, b, a.Before(b), b.After(a))
			}
		}
	}
}

func TestDayText(t *testing.T) {
	for _, tt := range []struct {
		d    day
		text string
	}{
		{day{}, ""},
		{day{1949, 10, 1}, "1949-10-01"},
		{day{50, 1, 2}, "0050-01-02"},
		{day{0, 1, 2}, "0000-01-02"},
		{day{-43, 3, 15}, "-0043-03-15"},
		{day{170000002, 12, 31}, "170000002-12-31"},
		{day{-170000002, 1, 1}, "-170000002-01-01"},
	} {
		if got := tt.d.String(); got != tt.text {
			t.Errorf("String(%#v) = %q, want %q", tt.d, got, tt.text)
		}
		b, err := json.Marshal(tt.d)
		if err != nil {
			t.Fatal(err)
		}
		back := day{1, 1, 1}
		if err := json.Unmarshal(b, &back); err != nil || back != tt.d {
			t.Errorf("%s: back %v, %v", b, back, err)
		}
	}
	for _, bad := range []string{"1949", "1949-10", "1949-13-01", "1949-02-30", "1949-1-1", "x", "-", "49-01-01", "1949-10-01T", "99999999999999999999-01-01", "1949-10-0X", "1949-00-10"} {
		d := day{1, 1, 1}
		if err := d.UnmarshalText([]byte(bad)); err == nil || d != (day{1, 1, 1}) {
			t.Errorf("UnmarshalText(%q) = %v, %v", bad, d, err)
		}
	}
}

func TestDayDate(t *testing.T) {
	for _, tt := range []struct {
		d    day
		want string
	}{
		{day{1924, 5, 31}, "1924-05-31"}, {day{-43, 3, 15}, "-0043-03-15"},
		{day{12345, 1, 1}, ""}, {day{1949, 2, 29}, ""}, {day{}, ""}, {day{1949, 13, 1}, ""}, {day{1949, 1, 200}, ""},
	} {
		if got := tt.d.Date().String(); got != tt.want {
			t.Errorf("%#v.Date() = %q, want %q", tt.d, got, tt.want)
		}
	}
}
