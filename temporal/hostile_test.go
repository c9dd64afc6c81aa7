package temporal_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/sinosoviet/sinosoviet/temporal"
)

// hostile pieces, repeated, provoke what a careless recogniser does over and over.
var hostile = map[string]string{
	"digits":       "1",
	"numbers":      "1 ",
	"commas":       "1,",
	"day-after":    "the day after ",
	"day-after-x":  "the day after Rome fell. ",
	"months":       "May ",
	"month-days":   "5 May ",
	"month-commas": "May, ",
	"ordinals":     "the first day of the ",
	"decades":      "1950s",
	"of":           "days of ",
	"dashes":       "–",
	"ranges":       "1950–",
	"apostrophes":  "'",
	"short-years":  "'68 ",
	"more-than":    "more than ",
	"one-and":      "one and ",
	"early":        "early ",
	"early-to":     "early to ",
	"middle-of":    "the middle of ",
	"last-of":      "the last year of ",
	"later":        "later in ",
	"quotes":       "\"",
	"high":         "\xff",
	"same-time":    "the same time as ",
	"headings":     "May 1950\n\n",
	"undated":      "In May. In June. In April.\n\n",
	"excursions":   "In 1950. In 1850. ",
	"events":       "The siege of Rome began on 5 May 1527. Two days after the siege of Rome began it rained. ",
	"two":          "two days, ",
	"parens":       "(1",
	"am":           "1:00 a.m. ",
	"ages":         "6 to 5 million years ago ",
	"winters":      "winter of 1777-78 ",
	"reigns":       "king (919-1024) ",
	"habits":       "usually in March it is ",
	"coups":        "the May coup of ",
	"quoted days":  "\"Black day ",
	"thousand BC":  "9,000-8,000 BC ",
	"clocks":       "It landed at 20:10 on 5 May 1931. Two hours after landing it rained. ",
	"landings":     "Two hours after landing it rained. ",
	"decades from": "in the decade following 1902 ",
	"to present":   "1901–present ",
	"printed":      "a letter, May 3, 1950, ",
	"published":    "published in A, May 3, 1950, ",
	"weekdays":     "On Friday 14 August, ",
	"hours":        "(1:00–2:00) ",
	"hours apart":  "1950, (1:00–2:00), ",
	"hijri":        "656 AH (1258) ",
	"AH":           "AH 656–",
	"since then":   "It fell in 1950. Since then, ",
	"restated":     "two days after Rome fell, on 5 May 1730, ",
	"taken up":     "On 5 May 1931 they signed. Two days after the signing it rained. ",
	"main clauses": "Two days after the king the queen ",
	"lists":        "it meets in May, June & ",
}

// growth is how many times as long the larger input of TestLinear is.
const growth = 8

// leastSpent is the processor time below which nothing is told: clocks tick in hundredths of a second.
const leastSpent = 30 * time.Millisecond

// outgrows reports whether f takes much longer for the pieces in one text than for as many in texts of 40 kB. Linear work takes as long
// for both, quadratic work growth times as long. It adds up processor time over several tries, so that other work on the machine and the
// ticks of its clock do not matter.
func outgrows(piece string, f func(text string)) (apart, together time.Duration, slow bool) {
	n := 40_000 / len(piece)
	one, many := strings.Repeat(piece, n), strings.Repeat(piece, growth*n)
	slow = true
	for try := 0; slow && try < 5; try++ {
		apart += spent(func() {
			for range growth {
				f(one)
			}
		})
		together += spent(func() { f(many) })
		slow = together > 3*max(apart, leastSpent)
	}
	return apart, together, slow
}

// TestLinear checks that the time grows as the input does, on hostile input.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	for name, piece := range hostile {
		apart, together, slow := outgrows(piece, func(text string) {
			if _, err := new(temporal.Tagger).Text(context.Background(), text); err != nil {
				t.Fatal(err)
			}
		})
		if slow {
			t.Errorf("%s: %v for %d texts, %v for one as long", name, apart, growth, together)
		}
		if testing.Verbose() {
			t.Logf("%-14s %8v %8v", name, apart, together)
		}
	}
}

// TestLinearSeesQuadratic checks that the measure of TestLinear tells quadratic work from linear.
func TestLinearSeesQuadratic(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	sum := 0
	_, _, slow := outgrows("piece ", func(text string) {
		for i := range len(text) {
			for j := 0; j < i; j += 256 {
				sum += int(text[j])
			}
		}
	})
	if !slow || sum == 0 {
		t.Error("quadratic work passes for linear")
	}
}
