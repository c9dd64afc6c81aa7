package timeline

import (
	"fmt"
	"strings"

	"github.com/sinosoviet/sinosoviet/edtf"
)

// stretch is what a format with plain dates can be given for an entry: the first and the last day of what the text names, told only as
// finely as is known. It holds bounds, never a guess: what they leave out is said in words beside it.
type stretch struct {
	from, to edtf.Day
	unit     edtf.Precision // years, months or days
	exact    bool           // the stretch says all that the EDTF says
}

// stretchOf is the stretch of an entry; ok is false for one without a date. Of an open date it is the end that is known: 1946 of
// "since 1946".
func stretchOf(e *Entry) (s stretch, ok bool) {
	d := dateOf(&e.Event)
	if d.IsZero() {
		return s, false
	}
	s.from, s.to = d.Bounds()
	if s.from.IsZero() || s.to.IsZero() {
		known := d.Start()
		if s.from.IsZero() {
			known = d.End()
		}
		if from, to := known.Bounds(); !from.IsZero() && !to.IsZero() {
			s.from, s.to = from, to
		}
	}
	switch {
	case s.from.IsZero() && s.to.IsZero():
		return s, false
	case s.from.IsZero():
		s.from = s.to
	case s.to.IsZero():
		s.to = s.from
	}
	s.unit = max(unitFrom(s.from), unitTo(s.to))
	s.exact = s.edtf() == d.String()
	return s, true
}

// unitFrom is the widest unit that begins with the day.
func unitFrom(d edtf.Day) edtf.Precision {
	switch {
	case d.Day != 1:
		return edtf.PrecisionDay
	case d.Month != 1:
		return edtf.PrecisionMonth
	}
	return edtf.PrecisionYear
}

// unitTo is the widest unit that ends with the day.
func unitTo(d edtf.Day) edtf.Precision {
	switch {
	case d != edtf.LastDay(d.Year, int(d.Month)):
		return edtf.PrecisionDay
	case d.Month != 12:
		return edtf.PrecisionMonth
	}
	return edtf.PrecisionYear
}

// isOne reports whether the stretch is a single year, month or day.
func (s stretch) isOne() bool {
	switch s.unit {
	case edtf.PrecisionYear:
		return s.from.Year == s.to.Year
	case edtf.PrecisionMonth:
		return s.from.Year == s.to.Year && s.from.Month == s.to.Month
	}
	return s.from == s.to
}

// first and last are the ends of the stretch in its unit: "1949", "1949-10", "1949-10-01"; years before 0 as
// in EDTF.
func (s stretch) first() string { return cut(s.from, s.unit).String() }
func (s stretch) last() string  { return cut(s.to, s.unit).String() }

func (s stretch) edtf() string {
	if s.isOne() {
		return s.first()
	}
	return s.first() + "/" + s.last()
}

func cut(d edtf.Day, unit edtf.Precision) edtf.Date {
	switch unit {
	case edtf.PrecisionYear:
		return edtf.Year(d.Year)
	case edtf.PrecisionMonth:
		return edtf.YearMonth(d.Year, int(d.Month))
	}
	return d.Date()
}

// isCommon reports whether both ends are of years 1 to 9999, which is what most calendars can hold.
func (s stretch) isCommon() bool { return s.from.Year >= 1 && s.to.Year <= 9999 && s.to.Year >= 1 }

// isoDay is a day as ECMAScript and others read it: years outside 0 … 9999 have six digits and a sign.
func isoDay(d edtf.Day) string {
	if d.Year >= 0 && d.Year <= 9999 {
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	}
	return fmt.Sprintf("%+07d-%02d-%02d", d.Year, d.Month, d.Day)
}

// era is the heading under which formats with sections put an entry: the decade in which it stands, the century
// before 1000 and when no decade is known, "Undated" without a date.
func era(e *Entry) string {
	d := e.Earliest
	if d.IsZero() {
		d = e.Latest
	}
	switch {
	case d.IsZero():
		return "Undated"
	case d.Year < 1000, !e.EDTF.IsInterval() && e.Latest.Year-e.Earliest.Year >= 10 && !e.Latest.IsZero() && !e.Earliest.IsZero():
		return unitName(d.Year, scaleCentury)
	}
	return unitName(d.Year, scaleDecade)
}

// headline is an entry's headline in one line; its sentence, cut, where it has none.
func headline(e *Entry) string {
	for _, s := range [...]string{e.Headline, clip(e.Text(), 100)} {
		if s = strings.TrimSpace(oneLine(s)); s != "" {
			return s
		}
	}
	return "untitled"
}

// dated is an entry's date for formats that show text: words, and the EDTF where the words do not say all.
func dated(e *Entry) string {
	words, code := dateWords(e), dateCode(e)
	if s, ok := stretchOf(e); words == code || ok && s.exact {
		return words
	}
	return words + " (" + code + ")"
}
