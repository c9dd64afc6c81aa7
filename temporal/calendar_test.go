package temporal

import (
	"testing"
	"time"
)

// TestCalendar compares the calendar's arithmetic with that of package time, over 400 years and more.
func TestCalendar(t *testing.T) {
	base := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	first := dayNumberOf(1, 1, 1)
	for n := 0; n < 366*450; n += 17 {
		d := base.AddDate(0, 0, n)
		y, m, day := dayOfNumber(first + n)
		if y != d.Year() || m != int(d.Month()) || day != d.Day() {
			t.Fatalf("day %d: got %d-%d-%d, want %s", n, y, m, day, d.Format(time.DateOnly))
		}
		if got := dayNumberOf(y, m, day); got != first+n {
			t.Fatalf("%s: number %d, want %d", d.Format(time.DateOnly), got, first+n)
		}
		want := int(d.Weekday())
		if want == 0 {
			want = 7
		}
		if got := weekdayOf(first + n); got != want {
			t.Fatalf("%s: weekday %d, want %d", d.Format(time.DateOnly), got, want)
		}
		gy, gw := isoWeek(y, m, day)
		if wy, ww := d.ISOWeek(); gy != wy || gw != ww {
			t.Fatalf("%s: week %d-%d, want %d-%d", d.Format(time.DateOnly), gy, gw, wy, ww)
		}
	}
	for _, n := range []int{-700000, -365, -1, 0, 59, 60} {
		if y, m, d := dayOfNumber(n); dayNumberOf(y, m, d) != n {
			t.Errorf("day %d is %d-%d-%d, which is day %d", n, y, m, d, dayNumberOf(y, m, d))
		}
	}
}

// TestEaster checks Easter Sundays, the earliest and latest possible among them.
func TestEaster(t *testing.T) {
	for _, c := range []struct{ y, m, d int }{{1818, 3, 22}, {1916, 4, 23}, {1943, 4, 25}, {1961, 4, 2}, {2000, 4, 23}, {2024, 3, 31}} {
		if _, m, d := dayOfNumber(easter(c.y)); m != c.m || d != c.d {
			t.Errorf("%d: %d-%d, want %d-%d", c.y, m, d, c.m, c.d)
		}
	}
}

// TestLexicon checks that every word can be found, as its first entry has it.
func TestLexicon(t *testing.T) {
	seen := map[string]bool{}
	s := scanner{tab: table()}
	for _, e := range lexicon {
		if len(e.word) > maxLexWord {
			t.Errorf("%q is longer than the longest word looked up", e.word)
		}
		s.text = e.word
		s.scan(0, len(e.word))
		if got := s.tok[0]; !seen[e.word] && (got.class != e.class || got.val != e.val || int(got.end) != len(e.word)) {
			t.Errorf("%q: got class %d value %d, want %d %d", e.word, got.class, got.val, e.class, e.val)
		}
		seen[e.word] = true
	}
	for i := 1; i < len(happenings); i++ {
		if happenings[i].root <= happenings[i-1].root {
			t.Errorf("%q stands after %q", happenings[i].root, happenings[i-1].root)
		}
	}
}
