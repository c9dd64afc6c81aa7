package edtf_test

import (
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/internal/score"
)

// specCase is a line of testdata/spec.tsv.
type specCase struct {
	input            string
	valid            bool
	level            string
	earliest, latest string
}

func specCases(tb testing.TB) []specCase {
	tb.Helper()
	b, err := os.ReadFile("testdata/spec.tsv")
	if err != nil {
		tb.Fatal(err)
	}
	var cases []specCase
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		input, err := strconv.Unquote(f[0])
		if err != nil || len(f) != 6 {
			tb.Fatalf("bad line %q: %v", line, err)
		}
		cases = append(cases, specCase{input, f[1] == "yes", f[2], f[3], f[4]})
	}
	return cases
}

// bound is a bound as spec.tsv writes it.
func bound(d edtf.Day, open, unknown bool) string {
	switch {
	case open:
		return "open"
	case unknown:
		return "unknown"
	}
	return d.String()
}

func TestScoreSpec(t *testing.T) {
	var right, bounds, allBounds int
	cases := specCases(t)
	if len(cases) != 366 {
		t.Errorf("%d cases, want 366", len(cases))
	}
	for _, c := range cases {
		d, err := edtf.Parse(c.input)
		if (err == nil) != c.valid {
			t.Errorf("Parse(%q): %v, want valid = %v", c.input, err, c.valid)
			continue
		}
		right++
		if err != nil {
			continue
		}
		if c.earliest == "-" {
			continue
		}
		allBounds++
		earliest, latest := d.Bounds()
		got := bound(earliest, d.IsOpenStart(), d.IsUnknownStart()) + " " + bound(latest, d.IsOpenEnd(), d.IsUnknownEnd())
		if want := c.earliest + " " + c.latest; got != want {
			t.Errorf("Bounds(%q) = %s, want %s", c.input, got, want)
			continue
		}
		bounds++
	}
	score.Report(t, "edtf/spec/cases-right", 100*float64(right)/float64(len(cases)))
	score.Report(t, "edtf/spec/bounds-right", 100*float64(bounds)/float64(allBounds))
}

// otherLevels are ours where sources disagree: the specification has negative years and qualified
// seasons in level 1.
var otherLevels = map[string]string{"-0999": "1", "-2005/-1999-02": "1", "2011-23~": "1"}

func TestSpecLevels(t *testing.T) {
	for _, c := range specCases(t) {
		if !c.valid || c.level == "-" {
			continue
		}
		want := c.level
		if l, ok := otherLevels[c.input]; ok {
			want = l
		}
		if got := strconv.Itoa(edtf.MustParse(c.input).Level()); got != want {
			t.Errorf("%q: level %s, want %s", c.input, got, want)
		}
	}
}

func TestEDTFRoundTrip(t *testing.T) {
	seen := map[edtf.Date]string{}
	for _, c := range specCases(t) {
		if !c.valid {
			continue
		}
		d := edtf.MustParse(c.input)
		if d.String() != c.input {
			t.Errorf("String(Parse(%q)) = %q", c.input, d.String())
		}
		again := edtf.MustParse(strings.Clone(c.input))
		if d != again || !d.Equal(again) || d.Compare(again) != 0 {
			t.Errorf("%q: two parses differ", c.input)
		}
		if other, ok := seen[d]; ok {
			t.Errorf("%q and %q are one key", c.input, other)
		}
		seen[d] = c.input
		text, err := d.MarshalText()
		var back edtf.Date
		if err := errors.Join(err, back.UnmarshalText(text)); err != nil || back != d {
			t.Errorf("%q: back from text %q: %v", c.input, back, err)
		}
	}
}

func TestBoundsOrdered(t *testing.T) {
	for _, c := range specCases(t) {
		if c.valid {
			checkDate(t, edtf.MustParse(c.input))
		}
	}
}

// checkDate checks what holds for every date.
func checkDate(t *testing.T, d edtf.Date) {
	t.Helper()
	earliest, latest := d.Bounds()
	if !earliest.IsZero() && !latest.IsZero() && earliest.Compare(latest) > 0 {
		t.Errorf("%q: earliest %v after latest %v", d, earliest, latest)
	}
	for _, b := range []edtf.Day{earliest, latest} {
		if !b.IsZero() && !b.IsValid() {
			t.Errorf("%q: bound %v is no day", d, b)
		}
	}
	if earliest.IsZero() != (d.IsOpenStart() || d.IsUnknownStart()) || latest.IsZero() != (d.IsOpenEnd() || d.IsUnknownEnd()) {
		t.Errorf("%q: bounds %q %q do not agree with open and unknown ends", d, earliest, latest)
	}
	if d.Kind() == edtf.KindNone || d.Level() > 2 {
		t.Errorf("%q: kind %v, level %d", d, d.Kind(), d.Level())
	}
	for e := range d.Elements() {
		a, z := e.Bounds()
		if e.IsZero() || !a.IsZero() && a.Before(earliest) || !z.IsZero() && z.After(latest) {
			t.Errorf("%q: element %q outside its bounds", d, e)
		}
	}
	for _, part := range []edtf.Date{d.Start(), d.End()} {
		a, z := part.Bounds()
		if part.IsZero() != (d.IsInterval() && (a.IsZero() && z.IsZero())) {
			t.Errorf("%q: end %q", d, part)
		}
	}
	if u := d.Unqualified(); u.IsZero() || u.IsUncertain() || u.IsApproximate() {
		t.Errorf("%q: Unqualified = %q", d, u)
	} else if a, z := u.Bounds(); a != earliest || z != latest {
		t.Errorf("%q: bounds change without qualifiers", d)
	}
	if q := d.WithQualifier(edtf.Approximate); d.Kind() != edtf.KindDateTime && q.IsZero() {
		t.Errorf("%q: cannot be marked", d)
	}
	if d.Human() == "" {
		t.Errorf("%q: no human form", d)
	}
	if d.Before(d) == edtf.Yes || d.Contains(d) == edtf.No || d.Overlaps(d) == edtf.No || d.Equals(d) == edtf.No {
		t.Errorf("%q: before itself %v, contains itself %v, overlaps itself %v, equals itself %v",
			d, d.Before(d), d.Contains(d), d.Overlaps(d), d.Equals(d))
	}
}
