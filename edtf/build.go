package edtf

import (
	"math"
	"strings"
)

// The constructors give the zero Date when what they are asked for does not exist or cannot be
// written in EDTF: a month 13, an interval that ends before it starts, a month of a year beyond four digits. So
// they nest without error handling, and a mistake shows as IsZero.

// build is the Date of a text made by a constructor.
func build(text []byte) Date {
	d, err := Parse(string(text))
	if err != nil {
		return Date{}
	}
	return d
}

// Year is a year: "1949", "-0043" (44 BC), "Y12345". The zero Date for math.MinInt.
func Year(year int) Date {
	if year == math.MinInt {
		return Date{}
	}
	var b []byte
	if year > 9999 || year < -9999 {
		b = append(b, 'Y')
	}
	return build(appendYear(b, year))
}

// YearMonth is a month: "1949-10".
func YearMonth(year, month int) Date {
	if month < 1 || month > 12 {
		return Date{}
	}
	return build(appendTwo(append(appendYear(nil, year), '-'), month))
}

// YearMonthDay is a day: "1949-10-01".
func YearMonthDay(year, month, day int) Date {
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return Date{}
	}
	b := appendTwo(append(appendYear(nil, year), '-'), month)
	return build(appendTwo(append(b, '-'), day))
}

// MonthDay is a day of an unspecified year: "XXXX-12-25".
func MonthDay(month, day int) Date {
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return Date{}
	}
	b := appendTwo([]byte("XXXX-"), month)
	return build(appendTwo(append(b, '-'), day))
}

// Season is a part of a year: "1949-21", "1948-39" (late 1948).
func Season(year int, part SubYear) Date {
	if !part.IsValid() {
		return Date{}
	}
	return build(appendTwo(append(appendYear(nil, year), '-'), int(part)))
}

// Decade is the decade a year lies in, by its digits: "198X" for 1984. For negative years the digits
// count as well: "-004X" are -49 to -40.
func Decade(year int) Date { return masked(year, 1) }

// Century is the n-th century: "19XX" for 20. By this convention the 20th century is
// 1900 to 1999 and the 1st is 0000 to 0099. Centuries BC have negative numbers and are exact: -2 is "-01XX", 200
// to 101 BC; the 1st BC is "-0099/0000". The zero Date for 0.
func Century(n int) Date { return nth(n, 100, 2) }

// Millennium is the n-th millennium: "1XXX" for 2. It counts as [Century] does.
func Millennium(n int) Date { return nth(n, 1000, 3) }

func nth(n, years, x int) Date {
	switch {
	case n > 10000 || n < -10000 || n == 0:
		return Date{}
	case n > 0:
		return masked((n-1)*years, x)
	case n == -1:
		return Interval(Year(1-years), Year(0))
	}
	return masked((n+1)*years, x)
}

// masked is a year with its last digits unspecified.
func masked(year, x int) Date {
	if year > 9999 || year < -9999 {
		return Date{}
	}
	b := appendYear(nil, year)
	for i := range x {
		b[len(b)-1-i] = 'X'
	}
	return build(b)
}

// Interval is "start/end". Of an interval its own start or end counts, so Interval joins ranges:
// the start of 1950/1953 and the end of 1955/.. give "1950/..".
func Interval(start, end Date) Date {
	if start.IsZero() || end.IsZero() {
		return Date{}
	}
	b := append([]byte(start.startText()), '/')
	return build(append(b, end.endText()...))
}

// OpenStart is "../end": any time up to the end.
func OpenStart(end Date) Date { return known("../", end.endText(), "") }

// OpenEnd is "start/..": from the start on.
func OpenEnd(start Date) Date { return known("", start.startText(), "/..") }

// UnknownStart is "/end": the start is not known.
func UnknownStart(end Date) Date { return known("/", end.endText(), "") }

// UnknownEnd is "start/": the end is not known.
func UnknownEnd(start Date) Date { return known("", start.startText(), "/") }

func known(before, text, after string) Date {
	if text == "" || text == ".." {
		return Date{}
	}
	return build([]byte(before + text + after))
}

// OneOf is "[a,b,c]": one of the dates, not known which.
func OneOf(dates ...Date) Date { return set('[', ']', dates) }

// AllOf is "{a,b,c}": all of the dates.
func AllOf(dates ...Date) Date { return set('{', '}', dates) }

// set lists dates; intervals become ranges.
func set(left, right byte, dates []Date) Date {
	b := []byte{left}
	for i, d := range dates {
		if d.IsZero() || d.IsUnknownStart() || d.IsUnknownEnd() || d.IsSet() {
			return Date{}
		}
		if i > 0 {
			b = append(b, ',')
		}
		if d.kind != KindInterval {
			b = append(b, d.text...)
			continue
		}
		if !d.IsOpenStart() {
			b = append(b, d.startText()...)
		}
		b = append(b, ".."...)
		if !d.IsOpenEnd() {
			b = append(b, d.endText()...)
		}
	}
	return build(append(b, right))
}

// WithQualifier is d marked with q as a whole, on top of what it is marked with: "1924?" with Approximate is
// "1924%". Both ends of an interval and each date of a set are marked. Certain changes nothing;
// a date-time cannot be marked and gives the zero Date.
func (d Date) WithQualifier(q Qualifier) Date {
	if q&Doubtful == Certain || d.IsZero() {
		return d
	}
	s := d.text
	b := make([]byte, 0, len(s)+4)
	from := 0 // of the date now passed over
	for i := 0; i <= len(s); i++ {
		switch c := at(s, i); c {
		case 0, '/', ',', ']', '}', '.', '[', '{':
			b = appendQualified(b, s[from:i], q)
			if i < len(s) {
				b = append(b, c)
			}
			from = i + 1
		}
	}
	return build(b)
}

// appendQualified appends a date with q joined to the qualifier at its end.
func appendQualified(b []byte, date string, q Qualifier) []byte {
	if date == "" {
		return b
	}
	n := len(date) - 1
	if old, _ := scanQualifier(date, n); old != Certain {
		q, date = q|old, date[:n]
	}
	b = append(b, date...)
	return append(b, q.String()...)
}

// Unqualified is d without any "?", "~" and "%".
func (d Date) Unqualified() Date {
	if !d.IsUncertain() && !d.IsApproximate() {
		return d
	}
	return build([]byte(strings.Map(func(r rune) rune {
		if r == '?' || r == '~' || r == '%' {
			return -1
		}
		return r
	}, d.text)))
}
