package edtf

import "strconv"

// SubYear is a code for a part of a year longer than a month, as it stands in the place of the
// month: 21 to 41.
type SubYear uint8

// The codes of ISO 8601-2:2019, 4.8. Prose says early, mid and late 1948 for its three quadrimesters.
const (
	Spring         SubYear = 21 + iota // wherever; read as northern
	Summer                             // wherever; read as northern
	Autumn                             // wherever; read as northern
	Winter                             // wherever; read as northern: December to February of the next year
	SpringNorthern                     // March to May
	SummerNorthern                     // June to August
	AutumnNorthern                     // September to November
	WinterNorthern                     // December to February of the next year
	SpringSouthern                     // September to November
	SummerSouthern                     // December to February of the next year
	AutumnSouthern                     // March to May
	WinterSouthern                     // June to August
	Quarter1                           // January to March
	Quarter2                           // April to June
	Quarter3                           // July to September
	Quarter4                           // October to December
	Quadrimester1                      // January to April: early in the year
	Quadrimester2                      // May to August: the middle of the year
	Quadrimester3                      // September to December: late in the year
	Half1                              // January to June
	Half2                              // July to December
)

// The three thirds of a year by their names in prose.
const (
	Early SubYear = Quadrimester1
	Mid   SubYear = Quadrimester2
	Late  SubYear = Quadrimester3
)

// subYearMonths are the first month of each code from 21 on and how many months it lasts.
// Seasons are the meteorological ones; the standard leaves them open.
var subYearMonths = [...][2]uint8{
	{3, 3}, {6, 3}, {9, 3}, {12, 3},
	{3, 3}, {6, 3}, {9, 3}, {12, 3},
	{9, 3}, {12, 3}, {3, 3}, {6, 3},
	{1, 3}, {4, 3}, {7, 3}, {10, 3},
	{1, 4}, {5, 4}, {9, 4},
	{1, 6}, {7, 6},
}

// IsValid reports whether there is such a code.
func (c SubYear) IsValid() bool { return c >= Spring && c <= Half2 }

// String is the code's two digits.
func (c SubYear) String() string { return strconv.Itoa(int(c)) }

// Days are the first and the last day of that part of the year; zero for an invalid code.
func (c SubYear) Days(year int) (first, last Day) {
	if !c.IsValid() {
		return Day{}, Day{}
	}
	return c.days(year)
}

func (c SubYear) days(year int) (first, last Day) {
	m := subYearMonths[c-Spring]
	first = Day{year, m[0], 1}
	end := int(m[0]+m[1]) - 1
	if end > 12 {
		year, end = year+1, end-12
	}
	return first, LastDay(year, end)
}
