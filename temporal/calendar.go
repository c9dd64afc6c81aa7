package temporal

// Days are counted from 0000-03-01 of the proleptic Gregorian calendar, so that leap days end a year.

// dayNumberOf is the count of a day; month 1 to 12, day from 1 (overflow runs on).
func dayNumberOf(y, m, d int) int {
	if m <= 2 {
		y--
		m += 12
	}
	return 365*y + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400) + (153*(m-3)+2)/5 + d - 1
}

// dayOfNumber is the day with the given count.
func dayOfNumber(n int) (y, m, d int) {
	era := floorDiv(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = mp + 3
	y = yoe + era*400
	if m > 12 {
		m -= 12
		y++
	}
	return y, m, d
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

var monthLengths = [...]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func isLeap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func monthLength(y, m int) int {
	if m == 2 && isLeap(y) {
		return 29
	}
	return monthLengths[m]
}

// weekdayOf is 1 for Monday to 7 for Sunday.
func weekdayOf(n int) int { return floorMod(n+2, 7) + 1 }

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }

// isoWeek is the ISO 8601 week of a day and the year it belongs to.
func isoWeek(y, m, d int) (year, week int) {
	n := dayNumberOf(y, m, d)
	thursday := n - weekdayOf(n) + 4
	year, _, _ = dayOfNumber(thursday)
	return year, (thursday-dayNumberOf(year, 1, 1))/7 + 1
}

// addMonths moves a month by n.
func addMonths(y, m, n int) (int, int) {
	k := y*12 + m - 1 + n
	return floorDiv(k, 12), floorMod(k, 12) + 1
}
