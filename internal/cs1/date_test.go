package cs1_test

import (
	"testing"

	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

func TestParseDate(t *testing.T) {
	tests := []struct {
		in, edtf, suffix string
		form             cs1.DateForm
	}{
		{"1989", "1989", "", cs1.DateYear},
		{"2000a", "2000", "a", cs1.DateYear},
		{"0099", "0099", "", cs1.DateYear},
		{"1950s", "195X", "", cs1.DateYear},
		{"c. 1912", "1912~", "", cs1.DateYear},
		{"{{circa|1912}}", "1912~", "", cs1.DateYear},
		{"circa 1912", "1912~", "", cs1.DateLoose},
		{"c. May 1912", "1912-05~", "", cs1.DateLoose},
		{"1949–1950", "1949/1950", "", cs1.DateYear},
		{"1949-50", "1949/1950", "", cs1.DateYear},
		{"1999–2000a", "1999/2000", "a", cs1.DateYear},
		{"October 1959", "1959-10", "", cs1.DateMonth},
		{"Oct 1950", "1950-10", "", cs1.DateMonth},
		{"October 1950a", "1950-10", "a", cs1.DateMonth},
		{"Spring 2000", "2000-21", "", cs1.DateMonth},
		{"Fall 2000", "2000-23", "", cs1.DateMonth},
		{"First Quarter 2020", "2020-33", "", cs1.DateMonth},
		{"Christmas 1999", "1999", "", cs1.DateMonth},
		{"Winter 1999–2000", "1999-24", "", cs1.DateMonth},
		{"Winter 1999–00", "1999-24", "", cs1.DateMonth},
		{"June–July 1969", "1969-06/1969-07", "", cs1.DateMonth},
		{"Spring–Summer 1969", "1969-21/1969-22", "", cs1.DateMonth},
		{"December 1999 – January 2000", "1999-12/2000-01", "", cs1.DateMonth},
		{"14 February 1950", "1950-02-14", "", cs1.DateDay},
		{"February 14, 1950", "1950-02-14", "", cs1.DateDay},
		{"1950-10-19", "1950-10-19", "", cs1.DateFullISO},
		{"June 5–7, 1969", "1969-06-05/1969-06-07", "", cs1.DateDay},
		{"5–7 June 1969", "1969-06-05/1969-06-07", "", cs1.DateDay},
		{"29 June – 3 July 1969", "1969-06-29/1969-07-03", "", cs1.DateDay},
		{"June 29 – July 3, 1969", "1969-06-29/1969-07-03", "", cs1.DateDay},
		{"8 March – 12 April 1975", "1975-03-08/1975-04-12", "", cs1.DateDay},
		{"29 December 1969 – 3 January 1970", "1969-12-29/1970-01-03", "", cs1.DateDay},
		{"December 29, 1969 – January 3, 1970", "1969-12-29/1970-01-03", "", cs1.DateDay},
		{"29 February 2000", "2000-02-29", "", cs1.DateDay},
		{"nd", "", "", cs1.DateNoDate},
		{"n.d.", "", "", cs1.DateNoDate},
		{"n.d.a", "", "a", cs1.DateNoDate},
		// understood, though the checker complains
		{"1950-1-1", "1950-01-01", "", cs1.DateLoose},
		{"1950-10", "1950-10", "", cs1.DateLoose},
		{"19th October 1950", "1950-10-19", "", cs1.DateLoose},
		{"october 1950", "1950-10", "", cs1.DateLoose},
		{"1950 October 19", "1950-10-19", "", cs1.DateLoose},
		{"October, 1950", "1950-10", "", cs1.DateLoose},
		{"Sunday, 3 May 1998", "1998-05-03", "", cs1.DateLoose},
		{"[1950]", "1950", "", cs1.DateLoose},
		{"Sept. 1950", "1950-09", "", cs1.DateLoose},
		{"December 1999–January 2000", "1999-12/2000-01", "", cs1.DateLoose},
		{"44 BC", "-0043", "", cs1.DateLoose},
		// no dates
		{"31 April 1950", "", "", cs1.DateNone},
		{"February 30, 1950", "", "", cs1.DateNone},
		{"10.19.1950", "", "", cs1.DateNone},
		{"May 12", "", "", cs1.DateNone},
		{"since 1950", "", "", cs1.DateNone},
		{"Q1 2020", "", "", cs1.DateNone},
		{"forthcoming", "", "", cs1.DateNone},
		{"", "", "", cs1.DateNone},
	}
	for _, tt := range tests {
		d := cs1.ParseDate(tt.in)
		if d.EDTF.String() != tt.edtf || d.Suffix != tt.suffix || d.Form != tt.form {
			t.Errorf("ParseDate(%q) = %q %q %d, want %q %q %d", tt.in, d.EDTF, d.Suffix, d.Form, tt.edtf, tt.suffix, tt.form)
		}
	}
}
