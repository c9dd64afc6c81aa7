package edtf

import "math"

// plain is a date without interval or set: what lies between the delimiters. It lives on the
// stack; a Date keeps none of it but bounds and flags, and re-reads its text for the rest.
type plain struct {
	kind       Kind
	parts      uint8 // 1 year, 2 and month or code, 3 and day
	level      uint8
	neg        bool
	letter     bool         // Y…
	year       int          // as written, X read as 0
	digits     [4]byte      // of a four-digit year, as written
	sig        int          // significant digits, 0 = all
	low, high  int          // least and greatest year
	monthText  [2]byte      // as written; [0] = 0 without month
	dayText    [2]byte      // as written
	dayAt      int          // offset of the day
	months     uint16       // bit m: month m is possible
	days       uint32       // bit d: day d is written so, if the month has it
	code       SubYear      // of a season
	qualifiers [3]Qualifier // of year, month or code, day
	unspec     bool
	hour       uint8
	minute     uint8
	second     uint8
	zoned      bool
	zone       int16 // minutes east of Greenwich
	earliest   Day
	latest     Day
	lastStart  Day // the first day of the latest period it can mean
}

// isXX reports whether the text is that of a month or a day of which nothing is known.
func isXX(t [2]byte) bool { return t[0] == 'X' && t[1] == 'X' }

func isDigit(c byte) bool { return c-'0' <= 9 }

func isDigitX(c byte) bool { return c-'0' <= 9 || c == 'X' }

func at(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

// scanQualifier reads a qualifier, if there is one.
func scanQualifier(s string, i int) (Qualifier, int) {
	switch at(s, i) {
	case '?':
		return Uncertain, i + 1
	case '~':
		return Approximate, i + 1
	case '%':
		return Doubtful, i + 1
	}
	return Certain, i
}

// scanPlain reads a date, date-time or season at s[i:] into p, as far as it goes, and returns where it
// ended. On a mistake want says what was expected at next.
func scanPlain(s string, i int, p *plain) (next int, want string) {
	*p = plain{kind: KindDate, parts: 1}
	q, i := scanQualifier(s, i)
	if q != Certain {
		p.level, p.qualifiers[0] = 2, q
	}
	if i, want = p.scanYear(s, i); want != "" {
		return i, want
	}
	i = p.scanGroup(s, i)
	if at(s, i) == '-' && !p.letter && p.sig == 0 {
		if i, want = p.scanMonth(s, i+1); want != "" {
			return i, want
		}
		i = p.scanGroup(s, i)
		if at(s, i) == '-' && p.kind != KindSeason {
			if i, want = p.scanDayPart(s, i+1); want != "" {
				return i, want
			}
			i = p.scanGroup(s, i)
		}
	}
	p.levelOfDigits()
	if want = p.bound(); want != "" {
		return p.dayAt, want
	}
	if at(s, i) == 'T' && p.parts == 3 && p.level <= 1 && !p.unspec && p.qualifier() == Certain {
		return p.scanTime(s, i+1)
	}
	return i, ""
}

// qualifier is all qualifiers of the date together.
func (p *plain) qualifier() Qualifier { return p.qualifiers[0] | p.qualifiers[1] | p.qualifiers[2] }

// scanGroup reads a qualifier behind a part: it goes for that part and all to the left of it.
func (p *plain) scanGroup(s string, i int) int {
	q, next := scanQualifier(s, i)
	if q == Certain {
		return i
	}
	p.level = max(p.level, 1)
	if at(s, next) == '-' { // not at the end: a group
		p.level = 2
	}
	for k := range p.parts {
		p.qualifiers[k] |= q
	}
	return next
}

func (p *plain) scanYear(s string, i int) (next int, want string) {
	if at(s, i) == 'Y' {
		return p.scanLongYear(s, i+1)
	}
	start := i
	if at(s, i) == '-' {
		p.neg = true
		p.level = max(p.level, 1)
		i++
	}
	for k := range 4 {
		c := at(s, i)
		if !isDigitX(c) {
			if k == 0 && i == start {
				return i, "a year"
			}
			return i, "a digit or X: a year has four"
		}
		p.digits[k] = c
		p.year *= 10
		p.low *= 10
		p.high *= 10
		if c == 'X' {
			p.unspec = true
			p.high += 9
		} else {
			p.year += int(c - '0')
			p.low += int(c - '0')
			p.high += int(c - '0')
		}
		i++
	}
	if p.neg {
		if p.high == 0 {
			return start, "0000, which has no sign"
		}
		p.year, p.low, p.high = -p.year, -p.high, -max(p.low, 1)
	}
	if at(s, i) == 'S' && !p.unspec {
		return p.scanSignificant(s, i+1)
	}
	if isDigitX(at(s, i)) {
		return i, "at most four digits (Y before longer years)"
	}
	return i, ""
}

// scanLongYear reads what follows Y: sign, digits, exponent, significant digits.
func (p *plain) scanLongYear(s string, i int) (next int, want string) {
	start := i
	p.letter = true
	p.level = max(p.level, 1)
	if at(s, i) == '-' {
		p.neg = true
		i++
	}
	if c := at(s, i); c < '1' || c > '9' {
		return i, "a digit from 1 to 9"
	}
	for ; isDigit(at(s, i)); i++ {
		d := int(s[i] - '0')
		if p.year > (math.MaxInt-d)/10 {
			return start, "a year that fits an int"
		}
		p.year = p.year*10 + d
	}
	if at(s, i) == 'E' {
		p.level = 2
		var n int
		if n, i, want = scanCount(s, i+1); want != "" {
			return i, want
		}
		for range n {
			if p.year > math.MaxInt/10 {
				return start, "a year that fits an int"
			}
			p.year *= 10
		}
	}
	if p.year <= 9999 {
		return start, "a year beyond 9999 behind Y"
	}
	if p.neg {
		p.year = -p.year
	}
	p.low, p.high = p.year, p.year
	if at(s, i) == 'S' {
		return p.scanSignificant(s, i+1)
	}
	return i, ""
}

// scanCount reads a positive number of at most three digits.
func scanCount(s string, i int) (n, next int, want string) {
	if c := at(s, i); c < '1' || c > '9' {
		return 0, i, "a digit from 1 to 9"
	}
	start := i
	for ; isDigit(at(s, i)); i++ {
		if i-start == 3 {
			return 0, i, "a number of at most three digits"
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, i, ""
}

// scanSignificant reads the number behind S and widens the year to all that agree in so many digits.
func (p *plain) scanSignificant(s string, i int) (next int, want string) {
	if p.sig, i, want = scanCount(s, i); want != "" {
		return i, want
	}
	p.level = 2
	total := 4 // a four-digit year counts its leading zeros
	u := magnitude(p.year)
	if p.letter {
		total = 0
		for v := u; v > 0; v /= 10 {
			total++
		}
	}
	unit := uint(1)
	for range total - p.sig {
		unit *= 10
	}
	low := u / unit * unit
	high := min(low+(unit-1), math.MaxInt)
	p.low, p.high = int(low), int(high)
	if p.neg {
		p.low, p.high = -int(high), -max(int(low), 1)
	}
	return i, ""
}

func (p *plain) scanMonth(s string, i int) (next int, want string) {
	start := i
	if q, j := scanQualifier(s, i); q != Certain {
		p.qualifiers[1], p.level, i = q, 2, j
	}
	a, b := at(s, i), at(s, i+1)
	if !isDigitX(a) || !isDigitX(b) {
		return start, "a month of two digits"
	}
	p.parts, p.monthText = 2, [2]byte{a, b}
	if a == 'X' || b == 'X' {
		p.unspec = true
		for m := 1; m <= 12; m++ {
			if matches(a, b, m) {
				p.months |= 1 << m
			}
		}
		if p.months == 0 {
			return i, "a month from 01 to 12"
		}
		return i + 2, ""
	}
	switch n := int(a-'0')*10 + int(b-'0'); {
	case n >= 1 && n <= 12:
		p.months = 1 << n
	case n >= 21 && n <= 41:
		p.kind, p.code = KindSeason, SubYear(n)
		p.level = max(p.level, 1)
		if n > 24 {
			p.level = 2
		}
	default:
		return i, "a month from 01 to 12 or a code from 21 to 41"
	}
	return i + 2, ""
}

// matches reports whether the number n can be written with the two digits or X.
func matches(a, b byte, n int) bool {
	return (a == 'X' || int(a-'0') == n/10) && (b == 'X' || int(b-'0') == n%10)
}

func (p *plain) scanDayPart(s string, i int) (next int, want string) {
	start := i
	if q, j := scanQualifier(s, i); q != Certain {
		p.qualifiers[2], p.level, i = q, 2, j
	}
	a, b := at(s, i), at(s, i+1)
	if !isDigitX(a) || !isDigitX(b) {
		return start, "a day of two digits"
	}
	p.parts, p.dayText, p.dayAt = 3, [2]byte{a, b}, i
	if a != 'X' && b != 'X' {
		if n := int(a-'0')*10 + int(b-'0'); n >= 1 && n <= 31 {
			p.days = 1 << n
		}
	} else {
		p.unspec = true
		for n := 1; n <= 31; n++ {
			if matches(a, b, n) {
				p.days |= 1 << n
			}
		}
	}
	if p.days == 0 {
		return i, "a day from 01 to 31"
	}
	return i + 2, ""
}

// levelOfDigits raises the level for unspecified digits: level 1 has them only at the end of
// a year (the last one or two), and as whole months and days behind which nothing is given.
func (p *plain) levelOfDigits() {
	if !p.unspec {
		return
	}
	p.level = max(p.level, 1)
	y := p.digits
	yearX := y[0] == 'X' || y[1] == 'X' || y[2] == 'X' || y[3] == 'X'
	simple := false
	switch {
	case p.parts == 1:
		simple = y[0] != 'X' && y[1] != 'X' && y[3] == 'X'
	case yearX || p.kind == KindSeason:
	case p.parts == 2:
		simple = isXX(p.monthText)
	default:
		simple = isXX(p.dayText) && (isXX(p.monthText) || p.monthText[0] != 'X' && p.monthText[1] != 'X')
	}
	if !simple {
		p.level = 2
	}
}

// scanTime reads hh:mm:ss and a zone.
func (p *plain) scanTime(s string, i int) (next int, want string) {
	if want = p.scanClock(s, i); want != "" {
		return i, want
	}
	i += len("hh:mm:ss")
	p.kind = KindDateTime
	switch at(s, i) {
	case 'Z':
		p.zoned = true
		return i + 1, ""
	case '+', '-':
		return p.scanZone(s, i)
	}
	return i, ""
}

func (p *plain) scanClock(s string, i int) (want string) {
	h, ok1 := two(s, i)
	m, ok2 := two(s, i+3)
	sec, ok3 := two(s, i+6)
	switch {
	case !ok1 || !ok2 || !ok3 || s[i+2] != ':' || s[i+5] != ':':
		return "a time as hh:mm:ss"
	case h == 24 && m == 0 && sec == 0:
	case h > 23 || m > 59 || sec > 60 || sec == 60 && m != 59:
		return "a time of day"
	}
	p.hour, p.minute, p.second = uint8(h), uint8(m), uint8(sec)
	return ""
}

func two(s string, i int) (n int, ok bool) {
	a, b := at(s, i), at(s, i+1)
	return int(a-'0')*10 + int(b-'0'), isDigit(a) && isDigit(b)
}

func (p *plain) scanZone(s string, i int) (next int, want string) {
	h, ok := two(s, i+1)
	if !ok || h > 23 {
		return i + 1, "the hours of a zone from 00 to 23"
	}
	next = i + 3
	m := 0
	if at(s, next) == ':' {
		if m, ok = two(s, next+1); !ok || m > 59 {
			return next + 1, "the minutes of a zone from 00 to 59"
		}
		next += 3
	}
	p.zoned, p.zone = true, int16(h*60+m)
	if s[i] == '-' {
		if p.zone == 0 {
			return i, "+ before a zone of zero"
		}
		p.zone = -p.zone
	}
	return next, ""
}
