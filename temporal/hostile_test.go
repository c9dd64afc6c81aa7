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
}

// TestLinear checks that twice the input takes about twice the time, on hostile input.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	run := func(text string) time.Duration {
		best := time.Hour
		for range 2 {
			start := time.Now()
			if _, err := new(temporal.Tagger).Text(context.Background(), text); err != nil {
				t.Fatal(err)
			}
			best = min(best, time.Since(start))
		}
		return best
	}
	for name, piece := range hostile {
		n := 50_000 / len(piece)
		var small, large time.Duration
		slow := true
		for try := 0; slow && try < 6; try++ { // other work on the machine may slow one run
			small, large = run(strings.Repeat(piece, n)), run(strings.Repeat(piece, 4*n))
			slow = large > 12*small && large > 60*time.Millisecond
		}
		if slow {
			t.Errorf("%s: %v for 50 kB, %v for 200 kB", name, small, large)
		}
		if testing.Verbose() {
			t.Logf("%-14s %8v %8v", name, small, large)
		}
	}
}
