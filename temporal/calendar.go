package temporal

import "github.com/sinosoviet/sinosoviet/edtf"

// The arithmetic of days is [edtf.Day]'s; here it has the shapes that mentions need.

func dayOf(y, m, d int) edtf.Day { return edtf.Day{Year: y, Month: uint8(m), Day: uint8(d)} }

// dayNumberOf is the count of a day; month 1 to 12.
func dayNumberOf(y, m, d int) int { return int(dayOf(y, m, d).Number()) }

// dayOfNumber is the day with the given count.
func dayOfNumber(n int) (y, m, d int) {
	day := edtf.DayNumber(int64(n))
	return day.Year, int(day.Month), int(day.Day)
}

// weekdayOf is 1 for Monday to 7 for Sunday; day 0 was a Thursday.
func weekdayOf(n int) int { return floorMod(n+3, 7) + 1 }

// isoWeek is the ISO 8601 week of a day and the year it belongs to.
func isoWeek(y, m, d int) (year, week int) { return dayOf(y, m, d).Week() }

// addMonths moves a month by n.
func addMonths(y, m, n int) (int, int) {
	day := dayOf(y, m, 1).AddMonths(n)
	return day.Year, int(day.Month)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }
