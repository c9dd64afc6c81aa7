package edtf

import (
	"cmp"
	"math"
	"strconv"
	"time"
)

// Day is one day of the proleptic Gregorian calendar; years before 1 are astronomical (44 BC
// is -43). The zero Day (month 0) is no day: an open or unknown bound.
type Day struct {
	Year       int
	Month, Day uint8
}

// IsZero reports whether there is no day.
func (d Day) IsZero() bool { return d.Month == 0 }

// IsValid reports whether the calendar has the day.
func (d Day) IsValid() bool {
	return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && int(d.Day) <= DaysIn(d.Year, int(d.Month))
}

// Compare is negative, zero or positive as d is before, the same as, or after o; the zero
// Day sorts before all others.
func (d Day) Compare(o Day) int {
	if d.IsZero() || o.IsZero() {
		return cmp.Compare(b2i(o.IsZero()), b2i(d.IsZero()))
	}
	if c := cmp.Compare(d.Year, o.Year); c != 0 {
		return c
	}
	return (int(d.Month)*32 + int(d.Day)) - (int(o.Month)*32 + int(o.Day))
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Before reports whether d is before o; false when either is the zero Day.
func (d Day) Before(o Day) bool { return !d.IsZero() && !o.IsZero() && d.Compare(o) < 0 }

// After reports whether d is after o; false when either is the zero Day.
func (d Day) After(o Day) bool { return o.Before(d) }

// String is the ISO 8601 form, at least four digits of year ("-0043-03-15"), or "" for the
// zero Day.
func (d Day) String() string {
	b, _ := d.AppendText(nil)
	return string(b)
}

// AppendText appends what String prints; the error is always nil.
func (d Day) AppendText(b []byte) ([]byte, error) {
	if d.IsZero() {
		return b, nil
	}
	b = appendYear(b, d.Year)
	b = append(b, '-')
	b = appendTwo(b, int(d.Month))
	b = append(b, '-')
	return appendTwo(b, int(d.Day)), nil
}

// appendYear appends a year of at least four digits, with a sign when it is negative.
func appendYear(b []byte, y int) []byte {
	if y < 0 {
		b = append(b, '-')
	}
	u := magnitude(y)
	for w := uint(1000); w > 1 && u < w; w /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendUint(b, uint64(u), 10)
}

func magnitude(y int) uint {
	if y < 0 {
		return uint(-(y + 1)) + 1
	}
	return uint(y)
}

func appendTwo(b []byte, n int) []byte { return append(b, byte('0'+n/10%10), byte('0'+n%10)) }

// MarshalText prints what String prints.
func (d Day) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText reads what MarshalText prints; an empty text is the zero Day. Years may have
// more than four digits. The error is a [*SyntaxError].
func (d *Day) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Day{}
		return nil
	}
	got, at, want := scanDay(string(b))
	if want != "" {
		return &SyntaxError{Input: string(b), Offset: at, Expected: want}
	}
	*d = got
	return nil
}

func scanDay(s string) (d Day, at int, want string) {
	i := 0
	if s[0] == '-' {
		i++
	}
	from := i
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	if i-from < 4 {
		return d, i, "a year of at least four digits"
	}
	y, err := strconv.Atoi(s[:i])
	if err != nil {
		return d, 0, "a year that fits an int"
	}
	if len(s)-i != 6 || s[i] != '-' || s[i+3] != '-' || !isDigit(s[i+1]) || !isDigit(s[i+2]) || !isDigit(s[i+4]) || !isDigit(s[i+5]) {
		return d, i, "-MM-DD"
	}
	d = Day{y, (s[i+1]-'0')*10 + s[i+2] - '0', (s[i+4]-'0')*10 + s[i+5] - '0'}
	if !d.IsValid() {
		return d, i + 1, "a day of the calendar"
	}
	return d, len(s), ""
}

// Date is the day as an expression ("1924-05-31"), or the zero Date when the calendar has no
// such day or its year needs more than four digits: EDTF has days in no such years.
func (d Day) Date() Date { return YearMonthDay(d.Year, int(d.Month), int(d.Day)) }

// IsLeapYear reports whether February of the year has 29 days.
func IsLeapYear(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// DaysIn is the number of days of the month (1 to 12) in the year, 0 for another month.
func DaysIn(year, month int) int {
	switch month {
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	case 4, 6, 9, 11:
		return 30
	case 2:
		if IsLeapYear(year) {
			return 29
		}
		return 28
	}
	return 0
}

// LastDay is the last day of the month (1 to 12), the zero Day for another month.
func LastDay(year, month int) Day {
	n := DaysIn(year, month)
	if n == 0 {
		return Day{}
	}
	return Day{year, uint8(month), uint8(n)}
}

const (
	daysOf400 = 146097 // days in 400 years
	epoch     = 719468 // days from 0000-03-01 to 1970-01-01
)

// inCycle is the number of days from 0000-03-01 to the day, its year taken modulo 400, and
// how many times 400 years were taken away. Counting from March puts the leap day last.
func (d Day) inCycle() (days, cycles int) {
	y, m := d.Year, int(d.Month)
	cycles = floorDiv(y, 400)
	y -= cycles * 400
	if m <= 2 {
		y--
		m += 12
	}
	days = y*365 + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400) + (153*(m-3)+2)/5 + int(d.Day) - 1
	return days, cycles
}

// fromCycle is the reverse of inCycle; days may be any number.
func fromCycle(days, cycles int) Day {
	c := floorDiv(days, daysOf400)
	cycles += c
	days -= c * daysOf400
	yoe := (days - days/1460 + days/36524 - days/146096) / 365
	doy := days - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day := doy - (153*mp+2)/5 + 1
	month := mp + 3
	if month > 12 {
		month -= 12
		yoe++
	}
	return Day{yoe + cycles*400, uint8(month), uint8(day)}
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Number counts days from 1970-01-01, which is 0; earlier days are negative. It is 0 for the
// zero Day, and stops at the ends of int64 for years beyond about 25,000,000,000,000,000.
func (d Day) Number() int64 {
	if d.IsZero() {
		return 0
	}
	days, cycles := d.inCycle()
	if c := int64(cycles); c > math.MaxInt64/daysOf400-10 {
		return math.MaxInt64
	} else if c < math.MinInt64/daysOf400+10 {
		return math.MinInt64
	}
	return int64(cycles)*daysOf400 + int64(days) - epoch
}

// DayNumber is the day with the given [Day.Number].
func DayNumber(n int64) Day {
	c := n / daysOf400
	return fromCycle(int(n-c*daysOf400)+epoch, int(c))
}

// Sub is the number of days from o to d: positive when d is later. It has the limits of [Day.Number].
func (d Day) Sub(o Day) int64 { return d.Number() - o.Number() }

// AddDays is the day n days later, or earlier when n is negative. The zero Day stays zero.
func (d Day) AddDays(n int) Day {
	if d.IsZero() {
		return d
	}
	days, cycles := d.inCycle()
	return fromCycle(days+n%daysOf400, cycles+n/daysOf400)
}

// AddMonths is the same day of the month n months later, or earlier when n is negative; in a month that
// is too short it is its last day (one month after 31 January is 28 or 29 February). The
// zero Day stays zero.
func (d Day) AddMonths(n int) Day {
	if d.IsZero() {
		return d
	}
	m := int(d.Month) - 1 + n%12
	y := d.Year + n/12 + floorDiv(m, 12)
	m -= floorDiv(m, 12) * 12
	return Day{y, uint8(m + 1), min(d.Day, uint8(DaysIn(y, m+1)))}
}

// AddYears is the same day n years later or earlier; 29 February becomes the 28th in a
// common year.
func (d Day) AddYears(n int) Day {
	if d.IsZero() {
		return d
	}
	y := d.Year + n
	return Day{y, d.Month, min(d.Day, uint8(DaysIn(y, int(d.Month))))}
}

// Weekday is the day of the week. That of the zero Day has no meaning.
func (d Day) Weekday() time.Weekday {
	days, _ := d.inCycle() // 400 years are a whole number of weeks
	w := (days + 3) % 7    // 0000-03-01 is a Wednesday
	return time.Weekday((w + 7) % 7)
}

// YearDay is the number of the day in its year, from 1 to 366; 0 for the zero Day.
func (d Day) YearDay() int {
	n := 0
	for m := 1; m < int(d.Month); m++ {
		n += DaysIn(d.Year, m)
	}
	return n + int(d.Day)
}

// Week is the ISO 8601 week the day lies in, and the year that week belongs to.
func (d Day) Week() (year, week int) {
	thursday := d.AddDays(3 - (int(d.Weekday())+6)%7)
	return thursday.Year, (thursday.YearDay()-1)/7 + 1
}

// WeekDay is the Monday of an ISO 8601 week. Weeks beyond the year's last run on into the next.
func WeekDay(year, week int) Day {
	d := Day{year, 1, 4} // always in week 1
	return d.AddDays((week-1)*7 - (int(d.Weekday())+6)%7)
}
