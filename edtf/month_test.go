package edtf_test

import (
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/edtf"
)

// TestMonthByName reads every name in every form, and no other word.
func TestMonthByName(t *testing.T) {
	for m := 1; m <= 12; m++ {
		name := edtf.MonthName(m)
		for _, s := range []string{name, name[:3], name[:3] + ".", strings.ToUpper(name), strings.ToLower(name[:3])} {
			if got := edtf.MonthByName(s); got != m {
				t.Errorf("MonthByName(%q) = %d, want %d", s, got, m)
			}
		}
	}
	for _, c := range []struct {
		s    string
		want int
	}{
		{"Sept", 9}, {"Sept.", 9}, {"May.", 5}, {"", 0}, {".", 0}, {"Ju", 0}, {"June.", 0}, {"March.", 0}, {"Janu", 0}, {"Mayor", 0}, {"Marc", 0}, {"Octobers", 0}, {"мая", 0}, {"J\x15n", 0},
	} {
		if got := edtf.MonthByName(c.s); got != c.want {
			t.Errorf("MonthByName(%q) = %d, want %d", c.s, got, c.want)
		}
	}
	for _, m := range []int{-1, 0, 13} {
		if got := edtf.MonthName(m); got != "" {
			t.Errorf("MonthName(%d) = %q", m, got)
		}
	}
	if n := testing.AllocsPerRun(100, func() { edtf.MonthByName("september") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestIsMonthName takes names in full as prose writes them, and no other form.
func TestIsMonthName(t *testing.T) {
	for m := 1; m <= 12; m++ {
		if name := edtf.MonthName(m); !edtf.IsMonthName(name) {
			t.Errorf("IsMonthName(%q) is false", name)
		}
	}
	for _, s := range []string{"", "may", "MAY", "May.", "Sept", "Sept.", "Jan", "March.", "Mayor", "Monday"} {
		if edtf.IsMonthName(s) {
			t.Errorf("IsMonthName(%q) is true", s)
		}
	}
}
