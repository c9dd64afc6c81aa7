package cs1

// shape is the sequence of token kinds of a date, one letter each: n number, m month, - dash, "," comma, ? other.
func shape(toks []token) string {
	var b [maxDateTokens]byte
	for i, t := range toks {
		b[i] = "nm-,?"[t.kind]
	}
	return string(b[:len(toks)])
}

// year reports whether the token can be a year, with at most one letter behind it.
func (t *token) year() bool {
	return t.kind == tokNumber && (t.digits == 4 || t.digits == 3) && len(t.suffix) <= 1
}

func (t *token) day() bool {
	return t.kind == tokNumber && t.digits <= 2 && t.n >= 1 && t.n <= 31 && t.suffix == ""
}

// plainDay is a day as the checker wants it: without a leading zero.
func (t *token) plainDay() bool { return t.day() && !(t.digits == 2 && t.n < 10) }

func tight(t *token) bool  { return !t.spaceL && !t.spaceR && t.literal == "" }
func spaced(t *token) bool { return t.spaceL && t.spaceR && t.literal == "" }

// monthOnly reports whether a token names a month proper.
func (t *token) monthOnly() bool { return t.kind == tokMonth && t.n <= 12 }

// strictDate reads the forms that Wikipedia's checker accepts.
func strictDate(t []token) (Date, bool) {
	for i := range t {
		if t[i].kind == tokMonth && !t[i].exact {
			return Date{}, false
		}
	}
	suffix := t[len(t)-1].suffix
	d, ok := strictShape(t)
	if ok && d.Form != DateNone {
		if d.Suffix == "" && !decadeLike(t) {
			d.Suffix = suffix
		}
		return d, true
	}
	return Date{}, false
}

// decadeLike tells "1950s" from "1950a".
func decadeLike(t []token) bool {
	return len(t) == 1 && t[0].digits == 4 && t[0].n%10 == 0 && t[0].suffix == "s"
}

func strictShape(t []token) (Date, bool) {
	switch shape(t) {
	case "n": // 1989
		if !t[0].year() {
			return Date{}, false
		}
		if decadeLike(t) {
			return decade(t[0].n)
		}
		return check1(datum{year: t[0].n}, DateYear)
	case "n-n": // 1949–1950, 1949–50
		return yearRange(t)
	case "mn": // October 1950, Spring 2000, Christmas 1999
		if !t[1].year() || t[1].digits != 4 {
			return Date{}, false
		}
		return check1(datum{year: t[1].n, month: t[0].n}, DateMonth)
	case "nmn": // 14 February 1950
		if !t[0].plainDay() || !t[1].monthOnly() || !t[2].year() {
			return Date{}, false
		}
		return check1(datum{year: t[2].n, month: t[1].n, day: t[0].n}, DateDay)
	case "mn,n": // February 14, 1950
		if !t[1].plainDay() || !t[0].monthOnly() || !t[3].year() || !t[2].spaceR || t[2].spaceL {
			return Date{}, false
		}
		return check1(datum{year: t[3].n, month: t[0].n, day: t[1].n}, DateDay)
	case "m-mn": // June–July 1969
		if !t[3].year() || !tight(&t[1]) || !sameKind(&t[0], &t[2]) || t[0].n >= t[2].n {
			return Date{}, false
		}
		return check2(datum{year: t[3].n, month: t[0].n}, datum{year: t[3].n, month: t[2].n}, DateMonth)
	case "mn-n": // Winter 1999–2000, Winter 1999–00
		return seasonRange(t)
	case "mn-mn": // December 1999 – January 2000
		if !t[1].year() || !t[4].year() || !spaced(&t[2]) || !sameKind(&t[0], &t[3]) || t[1].n >= t[4].n {
			return Date{}, false
		}
		return check2(datum{year: t[1].n, month: t[0].n}, datum{year: t[4].n, month: t[3].n}, DateMonth)
	case "n-nmn": // 5–7 June 1969
		if !t[0].plainDay() || !t[2].plainDay() || !tight(&t[1]) || !t[3].monthOnly() || !t[4].year() || t[0].n >= t[2].n {
			return Date{}, false
		}
		return check2(datum{year: t[4].n, month: t[3].n, day: t[0].n}, datum{year: t[4].n, month: t[3].n, day: t[2].n}, DateDay)
	case "mn-n,n": // June 5–7, 1969
		if !t[1].plainDay() || !t[3].plainDay() || !tight(&t[2]) || !t[0].monthOnly() || !t[5].year() || t[1].n >= t[3].n {
			return Date{}, false
		}
		return check2(datum{year: t[5].n, month: t[0].n, day: t[1].n}, datum{year: t[5].n, month: t[0].n, day: t[3].n}, DateDay)
	}
	return longRange(t)
}

// longRange reads ranges with two months.
func longRange(t []token) (Date, bool) {
	switch shape(t) {
	case "nm-nmn": // 29 June – 3 July 1969
		if !t[0].plainDay() || !t[3].plainDay() || !spaced(&t[2]) || !t[1].monthOnly() || !t[4].monthOnly() || !sameStyle(&t[1], &t[4]) || !t[5].year() || t[1].n >= t[4].n {
			return Date{}, false
		}
		return check2(datum{year: t[5].n, month: t[1].n, day: t[0].n}, datum{year: t[5].n, month: t[4].n, day: t[3].n}, DateDay)
	case "mn-mn,n": // June 29 – July 3, 1969
		if !t[1].plainDay() || !t[4].plainDay() || !spaced(&t[2]) || !t[0].monthOnly() || !t[3].monthOnly() || !sameStyle(&t[0], &t[3]) || !t[6].year() || t[0].n >= t[3].n {
			return Date{}, false
		}
		return check2(datum{year: t[6].n, month: t[0].n, day: t[1].n}, datum{year: t[6].n, month: t[3].n, day: t[4].n}, DateDay)
	case "nmn-nmn": // 29 December 1969 – 3 January 1970
		if !t[0].plainDay() || !t[4].plainDay() || !spaced(&t[3]) || !t[1].monthOnly() || !t[5].monthOnly() || !sameStyle(&t[1], &t[5]) || !t[2].year() || !t[6].year() || t[2].n >= t[6].n {
			return Date{}, false
		}
		return check2(datum{year: t[2].n, month: t[1].n, day: t[0].n}, datum{year: t[6].n, month: t[5].n, day: t[4].n}, DateDay)
	case "mn,n-mn,n": // December 29, 1969 – January 3, 1970
		if !t[1].plainDay() || !t[6].plainDay() || !spaced(&t[4]) || !t[0].monthOnly() || !t[5].monthOnly() || !sameStyle(&t[0], &t[5]) || !t[3].year() || !t[8].year() || t[3].n >= t[8].n {
			return Date{}, false
		}
		return check2(datum{year: t[3].n, month: t[0].n, day: t[1].n}, datum{year: t[8].n, month: t[5].n, day: t[6].n}, DateDay)
	}
	return Date{}, false
}

// sameKind reports whether both are months in one style ("June" and "July", "Jun" and "Jul"), seasons, or quarters.
func sameKind(a, b *token) bool {
	return a.n <= 12 && b.n <= 12 && sameStyle(a, b) || a.n >= 21 && a.n <= 24 && b.n >= 21 && b.n <= 24 || a.n >= 33 && a.n <= 36 && b.n >= 33 && b.n <= 36
}

// sameStyle reports whether two months are both spelt out or both cut to three letters; May is either.
func sameStyle(a, b *token) bool { return a.n == 5 || b.n == 5 || a.short == b.short }

func check1(d datum, form DateForm) (Date, bool) {
	if !d.valid() {
		return Date{}, false
	}
	return make1(d, form), true
}

func check2(a, b datum, form DateForm) (Date, bool) {
	if !a.valid() || !b.valid() {
		return Date{}, false
	}
	return make2(a, b, form), true
}

// decade reads "1950s": a decade, though the checker takes the letter for one that tells two sources apart.
func decade(year int) (Date, bool) {
	d := make1(datum{year: year}, DateYear)
	if year >= 1000 {
		if e, err := parseDecade(year / 10); err == nil {
			d.EDTF = e
		}
	}
	d.Last = year + 9
	return d, true
}

// yearRange reads "1949–1950" and "1949–50". A hyphen or dash with 01 to 12 behind it could be a month.
func yearRange(t []token) (Date, bool) {
	a, b := &t[0], &t[2]
	if !a.year() || a.suffix != "" || !tight(&t[1]) || len(b.suffix) > 1 {
		return Date{}, false
	}
	last := b.n
	if b.digits == 2 && a.digits == 4 {
		if b.n < 13 {
			return Date{}, false
		}
		last = a.n/100*100 + b.n
	} else if !b.year() {
		return Date{}, false
	}
	if a.n >= last {
		return Date{}, false
	}
	return make2(datum{year: a.n}, datum{year: last}, DateYear), true
}

// seasonRange reads "Winter 1999–2000" and "Winter 1999–00": one season over the turn of a year, named by the year it
// begins in.
func seasonRange(t []token) (Date, bool) {
	s, a, b := &t[0], &t[1], &t[3]
	if s.n != 24 && s.n != 22 || !a.year() || a.suffix != "" || !tight(&t[2]) || len(b.suffix) > 1 {
		return Date{}, false
	}
	last := b.n
	if b.digits == 2 && a.digits == 4 {
		last = (a.n+1)/100*100 + b.n
	}
	if last != a.n+1 {
		return Date{}, false
	}
	d := make1(datum{year: a.n, month: s.n}, DateMonth)
	d.Last = last
	return d, true
}
