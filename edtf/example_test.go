package edtf_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/sinosoviet/sinosoviet/edtf"
)

func Example() {
	d, err := edtf.Parse("1952-04/1952-06~")
	if err != nil {
		fmt.Println(err)
		return
	}
	earliest, latest := d.Bounds()
	fmt.Println(d, "is", d.Kind(), "from", earliest, "to", latest)
	fmt.Println(d.End().IsApproximate(), d.Human())
	// Output:
	// 1952-04/1952-06~ is interval from 1952-04-01 to 1952-06-30
	// true April 1952 – c. June 1952
}

func ExampleParse_error() {
	_, err := edtf.Parse("1949-13")
	var se *edtf.SyntaxError
	if errors.As(err, &se) {
		fmt.Printf("byte %d: %s\n", se.Offset, se.Expected)
	}
	// Output: byte 5: a month from 01 to 12 or a code from 21 to 41
}

func ExampleDate_Before() {
	treaty := edtf.MustParse("1950-02-14")
	for _, s := range []string{"1949", "1950", "1951", "/1950", "1949/"} {
		fmt.Println(s, "before", treaty, edtf.MustParse(s).Before(treaty))
	}
	// Output:
	// 1949 before 1950-02-14 yes
	// 1950 before 1950-02-14 maybe
	// 1951 before 1950-02-14 no
	// /1950 before 1950-02-14 maybe
	// 1949/ before 1950-02-14 unknown
}

func ExampleDate_Contains() {
	war := edtf.MustParse("1950-06-25/1953-07-27")
	for _, s := range []string{"1952", "1953", "1954", "195X"} {
		fmt.Println(s, war.Contains(edtf.MustParse(s)))
	}
	// Output:
	// 1952 yes
	// 1953 maybe
	// 1954 no
	// 195X maybe
}

func ExampleCompare() {
	var dates []edtf.Date
	for _, s := range []string{"1949", "1949-10-01", "../1949", "194X", "1949-01-01", "-0043-03-15"} {
		dates = append(dates, edtf.MustParse(s))
	}
	slices.SortFunc(dates, edtf.Compare)
	fmt.Println(dates)
	// Output: [-0043-03-15 194X 1949-01-01 1949 1949-10-01 ../1949]
}

func ExampleInterval() {
	start := edtf.YearMonth(1952, 4)
	end := edtf.Season(1953, edtf.Late).WithQualifier(edtf.Approximate)
	fmt.Println(edtf.Interval(start, end), edtf.OpenEnd(start), edtf.Interval(end, start).IsZero())
	// Output: 1952-04/1953-39~ 1952-04/.. true
}

func ExampleDate_Elements() {
	for d := range edtf.MustParse("[1667,1668,1670..1672]").Elements() {
		fmt.Println(d)
	}
	// Output:
	// 1667
	// 1668
	// 1670/1672
}

func ExampleDay_AddMonths() {
	d := edtf.Day{Year: 1945, Month: 5, Day: 31}
	fmt.Println(d.AddMonths(3), d.AddMonths(1), d.AddDays(92), d.Weekday())
	// Output: 1945-08-31 1945-06-30 1945-08-31 Thursday
}

func ExampleWords() {
	words := edtf.English()
	words.Day = "{month} {day}, {year}" // as in America
	words.Range = "{start} to {end}"
	fmt.Println(words.Format(edtf.MustParse("1924-05-31")))
	fmt.Println(words.Format(edtf.MustParse("1937/1941")))
	// Output:
	// May 31, 1924
	// 1937 to 1941
}
