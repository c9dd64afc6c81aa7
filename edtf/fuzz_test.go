package edtf_test

import (
	"errors"
	"testing"

	"github.com/sinosoviet/sinosoviet/edtf"
)

func FuzzParse(f *testing.F) {
	for _, c := range specCases(f) {
		f.Add(c.input)
	}
	for _, s := range []string{"/", "24-", "XXXX-02-3X", "XXX1-02-29", "Y9223372036854775807S1", "Y1E18S99", "[..Y12345]", "9999-24", "-000X", "?1984?"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := edtf.Parse(s)
		if err != nil {
			var se *edtf.SyntaxError
			if !errors.As(err, &se) || se.Input != s || se.Offset < 0 || se.Offset > len(s) || se.Expected == "" || !d.IsZero() {
				t.Fatalf("Parse(%q) = %q, %#v", s, d, err)
			}
			return
		}
		if d.String() != s {
			t.Fatalf("String(Parse(%q)) = %q", s, d)
		}
		if again, err := edtf.Parse(d.String()); err != nil || again != d {
			t.Fatalf("Parse(%q) again = %q, %v", s, again, err)
		}
		checkDate(t, d)
	})
}

func FuzzRelations(f *testing.F) {
	cases := specCases(f)
	for i, c := range cases {
		if c.valid {
			f.Add(c.input, cases[(i*7)%len(cases)].input)
		}
	}
	f.Fuzz(func(t *testing.T, s, u string) {
		a, err := edtf.Parse(s)
		b, err2 := edtf.Parse(u)
		if err != nil || err2 != nil {
			return
		}
		checkPair(t, a, b)
	})
}

// checkPair checks what holds for any two dates.
func checkPair(t *testing.T, a, b edtf.Date) {
	t.Helper()
	if a.Compare(b) != -b.Compare(a) && (a.Compare(b) > 0) == (b.Compare(a) > 0) {
		t.Errorf("Compare(%q, %q) = %d and back %d", a, b, a.Compare(b), b.Compare(a))
	}
	if (a.Compare(b) == 0) != (a == b) {
		t.Errorf("Compare(%q, %q) = %d", a, b, a.Compare(b))
	}
	if a.Before(b) != b.After(a) || a.Equals(b) != b.Equals(a) || a.Overlaps(b) != b.Overlaps(a) || a.Contains(b) != b.During(a) {
		t.Errorf("%q, %q: relations disagree with their reverse", a, b)
	}
	if a.Before(b) == edtf.Yes && (a.Overlaps(b) == edtf.Yes || b.Before(a) != edtf.No || a.Equals(b) == edtf.Yes) {
		t.Errorf("%q before %q, overlaps %v, after %v, equals %v", a, b, a.Overlaps(b), a.After(b), a.Equals(b))
	}
	if a.Contains(b) == edtf.Yes && a.Equals(b) == edtf.No && b.Contains(a) == edtf.Yes && a.Kind() == edtf.KindDate && b.Kind() == edtf.KindDate {
		t.Errorf("%q and %q contain each other, but are not equal", a, b)
	}
	aFirst, aLast := a.Bounds()
	bFirst, bLast := b.Bounds()
	if aLast.Before(bFirst) && a.Before(b) != edtf.Yes && !a.IsUnknownStart() && !b.IsUnknownEnd() {
		t.Errorf("%q ends before %q begins, but Before = %v", a, b, a.Before(b))
	}
	if aFirst.After(bLast) && a.Before(b).IsPossible() {
		t.Errorf("%q begins after %q ends, but Before = %v", a, b, a.Before(b))
	}
}
