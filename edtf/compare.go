package edtf

import (
	"cmp"
	"strings"
)

// Compare is a total order for sorting timelines. It is 0 only when d == o.
//
// Dates are ordered by their earliest day; one with an open or unknown start stands at its latest
// day, behind what begins there ("../1924" follows all of 1924). Of those that begin on one
// day the one that ends first comes first, so that a day precedes its month and its
// month its year; open and unknown ends come last. What is left is ordered by text. The zero Date comes first, then
// expressions without any bound.
func (d Date) Compare(o Date) int {
	a, aLate := d.sortDay()
	b, bLate := o.sortDay()
	return cmp.Or(
		cmp.Compare(b2i(!d.IsZero()), b2i(!o.IsZero())),
		a.Compare(b),
		cmp.Compare(b2i(aLate), b2i(bLate)),
		compareLatest(d.latest, o.latest),
		strings.Compare(d.text, o.text),
	)
}

// Compare orders dates for sorting: slices.SortFunc(dates, edtf.Compare). See [Date.Compare].
func Compare(a, b Date) int { return a.Compare(b) }

// sortDay is the day a date is sorted by; late is set when it is the latest.
func (d Date) sortDay() (day Day, late bool) {
	if d.earliest.IsZero() {
		return d.latest, true
	}
	return d.earliest, false
}

// compareLatest orders latest days; none comes last.
func compareLatest(a, b Day) int {
	if a.IsZero() != b.IsZero() {
		return cmp.Compare(b2i(a.IsZero()), b2i(b.IsZero()))
	}
	return a.Compare(b)
}
