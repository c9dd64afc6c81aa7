package temporal

import (
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet/edtf"
)

var seasonCodes = [...]string{"SP", "SU", "FA", "WI"}

// timexType is the TIMEX3 type.
func (x *mention) timexType() string {
	switch x.kind {
	case kTime:
		return "TIME"
	case kDuration:
		return "DURATION"
	case kSet:
		return "SET"
	}
	return "DATE"
}

// value is the TIMEX3 value.
func (x *mention) value() string {
	var buf [40]byte
	b := buf[:0]
	switch x.kind {
	case kRef:
		return x.ref
	case kDuration:
		if x.ref != "" {
			return x.ref
		}
		return string(x.appendPeriod(b))
	case kSet:
		return string(x.appendSet(b))
	case kSpan:
		if !x.hasYear {
			return ""
		}
	}
	if x.ref != "" {
		return x.ref
	}
	if x.rule == ruHijri && x.fixed != "" {
		return strings.ReplaceAll(x.fixed, "~", "")
	}
	if x.fixed != "" {
		return x.fixed
	}
	if x.rel != relNone && x.vague && x.rule == ruOffset && x.several && x.unit != uWeek {
		if x.steps < 0 {
			return "PAST_REF"
		}
		return "FUTURE_REF"
	}
	return string(x.appendDate(b))
}

func appendYear(b []byte, year int32) []byte {
	if year <= 0 {
		b = append(b, "BC"...)
		year = 1 - year
	}
	return appendPadded(b, int(year), 4)
}

func appendPadded(b []byte, n, width int) []byte {
	for w := 1000; w >= 10; w /= 10 {
		if width > 1 && n < w && pow10(width-1) >= w {
			b = append(b, '0')
		}
	}
	return strconv.AppendInt(b, int64(n), 10)
}

func pow10(n int) int {
	p := 1
	for range n {
		p *= 10
	}
	return p
}

// appendDate appends the date's value with X for what is not known.
func (x *mention) appendDate(b []byte) []byte {
	switch x.level {
	case uDecade:
		if !x.hasYear {
			return append(b, "XXX"...)
		}
		if x.year < 0 {
			return appendPadded(append(b, "BC"...), int(-x.year/10), 3)
		}
		return appendPadded(b, int(x.year/10), 3)
	case uCentury:
		if !x.hasYear {
			return append(b, "XX"...)
		}
		if x.year < 0 {
			return appendPadded(append(b, "BC"...), int(-x.year-1), 2)
		}
		return appendPadded(b, int(x.year), 2)
	case uMillennium:
		if !x.hasYear {
			return append(b, 'X')
		}
		if x.year < 0 {
			return appendPadded(append(b, "BC"...), int(-x.year-1), 1)
		}
		return appendPadded(b, int(x.year), 1)
	}
	if x.hasYear {
		b = appendYear(b, x.year)
	} else {
		if x.bc {
			b = append(b, "BC"...)
		}
		b = append(b, "XXXX"...)
	}
	if x.weekday > 0 && x.day == 0 && x.kind == kDate {
		return append(append(b, "-WXX-"...), '0'+x.weekday)
	}
	switch x.level {
	case uYear, uNone:
		return b
	case uSeason, uQuarter, uHalf:
		return append(append(b, '-'), subCode(x.sub)...)
	case uWeek, uWeekend, uFortnight:
		b = append(b, "-W"...)
		if x.week == 0 {
			return append(b, "XX"...)
		}
		return appendPadded(b, int(x.week), 2)
	}
	b = appendTwo(append(b, '-'), x.month)
	if x.level == uMonth {
		return b
	}
	b = appendTwo(append(b, '-'), x.day)
	switch {
	case x.clock:
		b = appendPadded(append(b, 'T'), int(x.hour), 2)
		return appendPadded(append(b, ':'), int(x.minute), 2)
	case x.level == uPart && x.part == partMidnight:
		return append(b, "T24:00"...)
	case x.level == uPart:
		return append(append(b, 'T'), partCodes[x.part]...)
	case x.level < uDay:
		return append(b, "TXX"...)
	}
	return b
}

func appendTwo(b []byte, n uint8) []byte {
	if n == 0 {
		return append(b, "XX"...)
	}
	return appendPadded(b, int(n), 2)
}

func subCode(sub uint8) string {
	switch {
	case sub >= 21 && sub <= 24:
		return seasonCodes[sub-21]
	case sub >= 33 && sub <= 36:
		return "Q" + string('0'+rune(sub-32))
	case sub == 40 || sub == 41:
		return "H" + string('0'+rune(sub-39))
	}
	return "XX"
}

var unitCodes = [...]string{"", "S", "M", "H", "", "D", "WE", "W", "W", "M", "", "Q", "", "Y", "DE", "CE", "ML"}

// appendPeriod appends a duration: P3M, PXD, PT5H, P2.5Y.
func (x *mention) appendPeriod(b []byte) []byte {
	b = append(b, 'P')
	if x.unit < uPart {
		b = append(b, 'T')
	}
	qty := x.qty
	if x.unit == uFortnight {
		qty *= 2
	}
	if x.vague {
		b = append(b, 'X')
	} else {
		b = appendHundredths(b, qty)
	}
	return append(b, unitCodes[x.unit]...)
}

func appendHundredths(b []byte, n int32) []byte {
	if n >= 100 {
		b = strconv.AppendInt(b, int64(n/100), 10)
	}
	if f := n % 100; f != 0 {
		b = append(b, '.', byte('0'+f/10))
		if f%10 != 0 {
			b = append(b, byte('0'+f%10))
		}
	} else if n == 0 {
		b = append(b, '0')
	}
	return b
}

// appendSet appends the value of a set: what recurs.
func (x *mention) appendSet(b []byte) []byte {
	if x.qty > 0 || x.vague {
		return x.appendPeriod(b)
	}
	switch x.level {
	case uWeek:
		if x.weekday > 0 {
			return append(append(b, "XXXX-WXX-"...), '0'+x.weekday)
		}
		return append(b, "XXXX-WXX"...)
	case uYear:
		return append(b, "XXXX"...)
	case uMonth:
		return appendTwo(append(b, "XXXX-"...), x.month)
	case uSeason:
		return append(append(b, "XXXX-"...), subCode(x.sub)...)
	case uPart:
		if x.part > 0 {
			return append(append(b, "XXXX-XX-XXT"...), partCodes[x.part]...)
		}
		return append(b, "XXXX-XX-XXTNI"...)
	case uHour:
		return append(b, "XXXX-XX-XXTXX"...)
	case uQuarter:
		return append(b, "XXXX-QX"...)
	case uDecade:
		return append(b, "XXX"...)
	case uCentury:
		return append(b, "XX"...)
	}
	return append(b, "XXXX-XX-XX"...)
}

// maxMonths is how many months after some time in a year most likely are still in that year.
const maxMonths = 3

// edtf is the EDTF form, "" when the date is not known to the year.
func (x *mention) edtf() string {
	if x.fixed != "" {
		return x.fixed
	}
	if x.kind != kDate && x.kind != kTime && x.kind != kSpan || !x.hasYear || x.basis == basisNone {
		return ""
	}
	var buf [48]byte
	b := buf[:0]
	switch x.level {
	case uDecade, uCentury, uMillennium:
		b = x.appendSpanYears(b)
	case uYear, uNone:
		b = appendISOYear(b, x.year)
		if q := quadrimester(x.mod); q != "" {
			b = append(b, q...)
		}
	case uSeason, uQuarter, uHalf:
		year := x.year
		if x.january { // EDTF counts a winter by its December
			year--
		}
		b = appendISOYear(b, year)
		b = append(b, '-', '0'+x.sub/10, '0'+x.sub%10)
	case uWeek, uWeekend, uFortnight:
		b = x.appendWeek(b)
	case uMonth:
		if x.month == 0 && x.rule == ruOffset && x.near && 0 < x.steps && x.steps <= maxMonths*100 { // a month after some time in the year
			b = appendISOYear(b, x.year)
			break
		}
		b = x.appendMonth(b)
	default:
		b = appendTwo(append(appendISOYear(b, x.year), '-'), x.month)
		b = appendTwo(append(b, '-'), x.day)
	}
	if x.level <= uYear && len(b) <= len("-0000-00-00") {
		switch {
		case x.exact && !x.doubt:
		case x.mod == mApprox && x.doubt:
			b = append(b, '%')
		case x.mod == mApprox:
			b = append(b, '~')
		case x.doubt:
			b = append(b, '?')
		}
	}
	return string(b)
}

func quadrimester(m modifier) string {
	switch m {
	case mStart:
		return "-37"
	case mMid:
		return "-38"
	case mEnd:
		return "-39"
	}
	return ""
}

func appendISOYear(b []byte, y int32) []byte {
	if y > 9999 || y < -9999 {
		return strconv.AppendInt(append(b, 'Y'), int64(y), 10)
	}
	if y < 0 {
		b = append(b, '-')
		y = -y
	}
	return appendPadded(b, int(y), 4)
}

// appendMonth appends a month or its first, second or last ten days.
func (x *mention) appendMonth(b []byte) []byte {
	month := func(b []byte) []byte { return appendTwo(append(appendISOYear(b, x.year), '-'), x.month) }
	if x.month == 0 {
		return month(b)
	}
	var from, to int
	switch {
	case x.sub == 40:
		from, to = 1, 15
	case x.sub == 41:
		from, to = 16, edtf.DaysIn(int(x.year), int(x.month))
	case x.mod == mStart:
		from, to = 1, 10
	case x.mod == mMid:
		from, to = 11, 20
	case x.mod == mEnd:
		from, to = 21, edtf.DaysIn(int(x.year), int(x.month))
	default:
		return month(b)
	}
	b = appendPadded(append(month(b), '-'), from, 2)
	return appendPadded(append(month(append(b, '/')), '-'), to, 2)
}

func (x *mention) appendWeek(b []byte) []byte {
	if x.day == 0 || x.month == 0 {
		return appendISOYear(b, x.year)
	}
	n := dayNumberOf(int(x.year), int(x.month), int(x.day))
	n -= weekdayOf(n) - 1
	b = appendDay(b, n)
	return appendDay(append(b, '/'), n+6)
}

func appendDay(b []byte, n int) []byte {
	y, m, d := dayOfNumber(n)
	b = appendTwo(append(appendISOYear(b, int32(y)), '-'), uint8(m))
	return appendTwo(append(b, '-'), uint8(d))
}

// appendSpanYears appends a decade, century or millennium, or the part of it a modifier names.
func (x *mention) appendSpanYears(b []byte) []byte {
	if x.turn && x.year >= 0 {
		return append(appendISOYear(b, x.year*100), '~')
	}
	size := int32(10)
	first := x.year
	switch x.level {
	case uCentury:
		size, first = 100, x.year*100
	case uMillennium:
		size, first = 1000, x.year*1000
	}
	if x.year < 0 { // counted before Christ: the 460s are 469 to 460, the 4th century 400 to 301
		if x.level == uDecade {
			first = x.year - 9 + 1
		} else {
			first = x.year*size + 1
		}
	} else if x.mod == mNone || x.mod == mApprox {
		switch x.level {
		case uDecade:
			b = append(appendPadded(b, int(first/10), 3), 'X')
		case uCentury:
			b = append(appendPadded(b, int(x.year), 2), "XX"...)
		default:
			b = append(appendPadded(b, int(x.year), 1), "XXX"...)
		}
		if x.mod == mApprox {
			b = append(b, '~')
		}
		return b
	}
	from, to := first, first+size-1
	switch {
	case x.sub >= 33 && x.sub <= 36 && size >= 100:
		from, to = first+size/4*int32(x.sub-33), first+size/4*int32(x.sub-32)-1
	case x.sub == 40:
		to = first + size/2 - 1
	case x.sub == 41:
		from = first + size/2
	}
	if x.sub > 0 && (size >= 100 || x.sub >= 40) {
		b = appendISOYear(b, from)
		return appendISOYear(append(b, '/'), to)
	}
	switch x.mod {
	case mStart:
		to = first + map[int32]int32{10: 3, 100: 33, 1000: 333}[size]
	case mMid:
		from, to = first+map[int32]int32{10: 4, 100: 34, 1000: 334}[size], first+map[int32]int32{10: 6, 100: 66, 1000: 666}[size]
	case mEnd:
		from = first + map[int32]int32{10: 7, 100: 67, 1000: 667}[size]
	}
	b = appendISOYear(b, from)
	return appendISOYear(append(b, '/'), to)
}
