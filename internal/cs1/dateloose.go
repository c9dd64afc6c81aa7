package cs1

import (
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet/edtf"
)

func parseDecade(tens int) (edtf.Date, error) { return edtf.Parse(strconv.Itoa(tens) + "X") }

// looseDate reads forms that people write and the checker does not take: ordinals, other orders, slashes, commas, years BC.
// A combination that cannot be a date gives none.
func looseDate(t []token) (Date, bool) {
	// Commas and "of" carry nothing; a letter behind the last year is kept.
	var buf [maxDateTokens]token
	in := buf[:0]
	suffix, bc := "", false
	for i := range t {
		x := t[i]
		switch {
		case x.kind == tokComma:
			continue
		case x.kind == tokOther && (strings.EqualFold(x.literal, "of") || strings.EqualFold(x.literal, "the") || weekday(x.literal) || strings.EqualFold(x.literal, "AD") || strings.EqualFold(x.literal, "CE")):
			continue
		case x.kind == tokOther && (strings.EqualFold(x.literal, "BC") || strings.EqualFold(x.literal, "BCE")):
			bc = true
			continue
		case x.kind == tokOther && strings.EqualFold(x.literal, "to"):
			x.kind = tokDash
		case x.kind == tokOther:
			return Date{}, false
		case x.kind == tokNumber && ordinal(x.suffix):
			x.suffix = ""
		case x.kind == tokNumber && len(x.suffix) == 1 && x.digits >= 3:
			suffix = x.suffix
		case x.kind == tokNumber && x.suffix != "":
			return Date{}, false
		}
		in = append(in, x)
	}
	d, ok := looseShape(in, bc)
	if ok {
		d.Suffix = suffix
	}
	return d, ok
}

func weekday(w string) bool {
	switch strings.ToLower(strings.TrimSuffix(w, ".")) {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun":
		return true
	}
	return false
}

func ordinal(s string) bool { return s == "st" || s == "nd" || s == "rd" || s == "th" }

func looseShape(t []token, bc bool) (Date, bool) {
	sign := func(y int) int {
		if bc {
			return 1 - y
		}
		return y
	}
	one := func(y, m, d *token) (Date, bool) {
		a := datum{year: sign(y.n)}
		if m != nil {
			a.month = m.n
		}
		if d != nil {
			a.day = d.n
		}
		if a.day > 0 && a.month > 12 || !a.valid() {
			return Date{}, false
		}
		x := make1(a, DateLoose)
		return x, x.Form != DateNone
	}
	year := func(t *token) bool { return t.digits == 4 || t.digits == 3 || bc && t.digits > 0 }
	switch shape(t) {
	case "n":
		if year(&t[0]) {
			return one(&t[0], nil, nil)
		}
	case "mn":
		if year(&t[1]) {
			return one(&t[1], &t[0], nil)
		}
	case "nm":
		if year(&t[0]) {
			return one(&t[0], &t[1], nil)
		}
	case "nmn", "n-m-n":
		m := &t[len(t)/2]
		a, b := &t[0], &t[len(t)-1]
		if a.day() && year(b) {
			return one(b, m, a)
		}
		if b.day() && year(a) {
			return one(a, m, b)
		}
	case "mnn":
		if t[1].day() && year(&t[2]) {
			return one(&t[2], &t[0], &t[1])
		}
	case "nnm":
		if year(&t[0]) && t[1].day() {
			return one(&t[0], &t[2], &t[1])
		}
	case "n-n-n": // 1950-1-1
		if t[0].digits == 4 && t[2].n >= 1 && t[2].n <= 12 && t[4].day() {
			return one(&t[0], &token{n: t[2].n}, &t[4])
		}
	case "n-n":
		if year(&t[0]) && year(&t[2]) && sign(t[0].n) < sign(t[2].n) {
			return range2(datum{year: sign(t[0].n)}, datum{year: sign(t[2].n)})
		}
		if t[0].digits == 4 && t[2].digits <= 2 && t[0].n/100*100+t[2].n > t[0].n {
			return range2(datum{year: t[0].n}, datum{year: t[0].n/100*100 + t[2].n})
		}
	case "m-mn":
		if year(&t[3]) && t[0].n < t[2].n {
			return range2(datum{year: t[3].n, month: t[0].n}, datum{year: t[3].n, month: t[2].n})
		}
		if year(&t[3]) && t[0].n > t[2].n && t[0].n <= 12 {
			return range2(datum{year: t[3].n - 1, month: t[0].n}, datum{year: t[3].n, month: t[2].n})
		}
	case "mn-mn":
		if year(&t[1]) && year(&t[4]) && t[1].n <= t[4].n {
			return range2(datum{year: t[1].n, month: t[0].n}, datum{year: t[4].n, month: t[3].n})
		}
	case "mn-nn", "n-nmn":
		a, m, b, y := &t[1], &t[0], &t[3], &t[len(t)-1]
		if t[0].kind == tokNumber {
			a, m, b = &t[0], &t[3], &t[2]
		}
		if a.day() && b.day() && m.n <= 12 && year(y) && a.n < b.n {
			return range2(datum{year: y.n, month: m.n, day: a.n}, datum{year: y.n, month: m.n, day: b.n})
		}
	case "nm-nmn":
		if t[0].day() && t[3].day() && year(&t[5]) && t[1].n < t[4].n && t[4].n <= 12 {
			return range2(datum{year: t[5].n, month: t[1].n, day: t[0].n}, datum{year: t[5].n, month: t[4].n, day: t[3].n})
		}
	}
	return Date{}, false
}

func range2(a, b datum) (Date, bool) {
	if !a.valid() || !b.valid() {
		return Date{}, false
	}
	d := make2(a, b, DateLoose)
	return d, d.Form != DateNone
}
