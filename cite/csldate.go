package cite

import (
	"strconv"
	"strings"
	"time"

	"github.com/sinosoviet/sinosoviet/edtf"
)

// cslDate is a date of CSL-JSON. What its parts cannot say (a decade, a quarter) is a literal.
type cslDate struct {
	Parts   [][]int `json:"date-parts,omitempty"`
	Season  int     `json:"season,omitempty"` // 1 spring to 4 winter
	Circa   bool    `json:"circa,omitempty"`
	Literal string  `json:"literal,omitempty"`
	Raw     string  `json:"raw,omitempty"`
}

// newCSLDate says an EDTF date in CSL's words; written is how the source wrote it. It is nil when there is no date.
func newCSLDate(d edtf.Date, written string) *cslDate {
	if d.IsZero() {
		if written == "" {
			return nil
		}
		return &cslDate{Literal: written}
	}
	var c cslDate
	for end := range strings.SplitSeq(d.String(), "/") {
		if len(c.Parts) == 2 || !c.add(end) {
			if written == "" {
				written = d.String()
			}
			return &cslDate{Literal: written}
		}
	}
	return &c
}

// add adds one end of the date; it reports whether CSL can say it.
func (c *cslDate) add(s string) bool {
	if t := strings.TrimRight(s, "~?%"); t != s {
		c.Circa, s = true, t
	}
	parts, ok := dateNumbers(s)
	if !ok {
		return false
	}
	if len(parts) == 2 && parts[1] > 12 {
		if parts[1] < 21 || parts[1] > 24 || c.Season != 0 {
			return false
		}
		c.Season = parts[1] - 20
		parts = parts[:1]
	} else if c.Season != 0 {
		return false
	}
	c.Parts = append(c.Parts, parts)
	return true
}

// dateNumbers splits a plain EDTF date "-0043-03-15".
func dateNumbers(s string) ([]int, bool) {
	sign := 1
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		sign, s = -1, rest
	}
	var parts []int
	for p := range strings.SplitSeq(s, "-") {
		n, err := strconv.Atoi(p)
		if err != nil || p == "" || p[0] == '+' || len(parts) == 3 {
			return nil, false
		}
		parts = append(parts, n)
	}
	parts[0] *= sign
	return parts, true
}

// monthName is the English name of a valid month.
func monthName(m int) string { return time.Month(m).String() }

var seasonNames = [...]string{"Spring", "Summer", "Autumn", "Winter"}

// written is the date as a citation template takes it.
func (c *cslDate) written() string {
	if c == nil {
		return ""
	}
	if len(c.Parts) == 0 || len(c.Parts[0]) == 0 || c.Parts[0][0] == 0 {
		if c.Literal != "" {
			return c.Literal
		}
		return c.Raw
	}
	a := c.Parts[0]
	s := writtenDay(a)
	switch {
	case c.Season >= 1 && c.Season <= 4:
		s = seasonNames[c.Season-1] + " " + strconv.Itoa(a[0])
	case len(c.Parts) == 2 && len(c.Parts[1]) > 0:
		s = writtenRange(a, c.Parts[1])
	}
	if c.Circa {
		s = "c. " + s
	}
	return s
}

func validMonth(p []int) bool { return len(p) > 1 && p[1] >= 1 && p[1] <= 12 }

// writtenDay is "1901", "September 2001" or "2001-09-03".
func writtenDay(p []int) string {
	year := writtenYear(p[0])
	switch {
	case !validMonth(p):
		return year
	case len(p) == 2:
		return monthName(p[1]) + " " + year
	case p[0] >= 1582 && p[0] <= 9999:
		return year + "-" + two(p[1]) + "-" + two(p[2])
	}
	return strconv.Itoa(p[2]) + " " + monthName(p[1]) + " " + year
}

// writtenYear is "1901", or "50 BC" of an astronomical year before 1.
func writtenYear(y int) string {
	if y <= 0 {
		return strconv.Itoa(1-y) + " BC"
	}
	return strconv.Itoa(y)
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// writtenRange is "8 March – 12 April 1975" and the like.
func writtenRange(a, b []int) string {
	ya, yb := writtenYear(a[0]), writtenYear(b[0])
	if !validMonth(a) || !validMonth(b) {
		return ya + "–" + yb
	}
	ma, mb := monthName(a[1]), monthName(b[1])
	if len(a) < 3 || len(b) < 3 {
		if ya == yb {
			return ma + "–" + mb + " " + yb
		}
		return ma + " " + ya + " – " + mb + " " + yb
	}
	da, db := strconv.Itoa(a[2]), strconv.Itoa(b[2])
	switch {
	case ya != yb:
		return da + " " + ma + " " + ya + " – " + db + " " + mb + " " + yb
	case ma != mb:
		return da + " " + ma + " – " + db + " " + mb + " " + yb
	}
	return da + "–" + db + " " + mb + " " + yb
}
