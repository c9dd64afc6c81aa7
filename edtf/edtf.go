// Package edtf is the Extended Date/Time Format of ISO 8601-2:2019.
//
// SKELETON: only plain dates and intervals; replaced by the full implementation.
package edtf

import (
	"fmt"
	"strings"
)

// Date is an EDTF expression: a date, an interval or a set. The zero Date is no date.
type Date struct{ text string }

// Parse reads an EDTF string of level 0, 1 or 2.
func Parse(s string) (Date, error) {
	if s == "" {
		return Date{}, fmt.Errorf("edtf: empty string")
	}
	return Date{s}, nil
}

// MustParse is Parse for constants; it panics on an error.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// String is the expression as it was parsed.
func (d Date) String() string { return d.text }

// IsZero reports whether d is the zero Date.
func (d Date) IsZero() bool { return d.text == "" }

// MarshalText prints the expression.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.text), nil }

// UnmarshalText parses the expression; an empty text is the zero Date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	var err error
	*d, err = Parse(string(b))
	return err
}

// Bounds are the earliest and the latest day the expression can mean. A zero Day is no bound:
// open, unknown, or the zero Date.
func (d Date) Bounds() (earliest, latest Day) {
	if a, b, ok := strings.Cut(d.text, "/"); ok {
		earliest, _ = Date{a}.Bounds()
		_, latest = Date{b}.Bounds()
		return
	}
	var y, m, dd int
	n, _ := fmt.Sscanf(d.text, "%d-%d-%d", &y, &m, &dd)
	switch n {
	case 1:
		return Day{y, 1, 1}, Day{y, 12, 31}
	case 2:
		return Day{y, uint8(m), 1}, Day{y, uint8(m), 31}
	case 3:
		return Day{y, uint8(m), uint8(dd)}, Day{y, uint8(m), uint8(dd)}
	}
	return
}

// Day is one day of the proleptic Gregorian calendar; years before 1 are astronomical (44 BC is -43).
// The zero Day (month 0) is no day.
type Day struct {
	Year       int
	Month, Day uint8
}

// IsZero reports whether there is no day.
func (d Day) IsZero() bool { return d.Month == 0 }

// Compare orders days; the zero Day sorts before all others.
func (d Day) Compare(o Day) int {
	a := d.Year*400 + int(d.Month)*32 + int(d.Day)
	b := o.Year*400 + int(o.Month)*32 + int(o.Day)
	return a - b
}

// String is the ISO 8601 form, or "" for the zero Day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalText prints the ISO 8601 form.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO 8601 form.
func (d *Day) UnmarshalText(b []byte) error {
	*d, _ = Date{string(b)}.Bounds()
	return nil
}
