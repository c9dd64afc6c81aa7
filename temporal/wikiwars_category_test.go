package temporal_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/internal/score"
)

const monthNames = `(January|February|March|April|May|June|July|August|September|October|November|December)`

// categories sort annotated dates by what it takes to value them; the first that matches counts.
var categories = []struct {
	name  string
	form  *regexp.Regexp // of the words
	class string         // of the annotation; "" for any
	floor float64        // percent of right values, on the development articles
}{
	{"set", regexp.MustCompile(``), "SET", 50},
	{"duration", regexp.MustCompile(``), "DURATION", 80},
	{"event-anchored", regexp.MustCompile(`(?i)\b(after|before|following) \w|\b(time|day|anniversary|afternoon|night|year|start|end) of (the )?[A-Z][a-z]+ (?:[A-Z]|of)|birthday`), "DT", 30},
	{"season", regexp.MustCompile(`(?i)\b(spring|summer|autumn|fall|winter)\b`), "DT", 85},
	{"relative", regexp.MustCompile(`(?i)\b(later|earlier|ago|next|following|previous|last|same|that|this|previously|before|the (day|month|year|time))\b`), "DT", 70},
	{"full date", regexp.MustCompile(monthNames + `\D*\d{1,2}\D+\d{3,4}\b|\d{1,2}\D+` + monthNames + `\D+\d{3,4}`), "DT", 98},
	{"month and year", regexp.MustCompile(monthNames + `\D+\d{3,4}\b`), "DT", 98},
	{"month or day without year", regexp.MustCompile(monthNames), "DT", 90},
	{"year", regexp.MustCompile(`^(\d{2,4})( BC)?$`), "DT", 95},
	{"reference", regexp.MustCompile(`(?i)^(now|former|today|future|recent|recently|current|currently|the past)$`), "DT", 90},
	{"time of day", regexp.MustCompile(`(?i)\b(morning|afternoon|evening|night|midnight|noon|dawn)\b|\d:\d\d|[ap]\.?m\b`), "DT", 0},
	{"other", regexp.MustCompile(``), "DT", 0},
}

// TestWikiWarsCategories holds the share of right values by category.
func TestScoreWikiWarsCategories(t *testing.T) {
	type share struct{ right, all int }
	shares := make([]share, len(categories))
	for _, d := range readAnnotated(t) {
		pred := predict(t, d).Timexes
		var gold []timex
		for _, g := range d.Timexes {
			if !g.Nested {
				gold = append(gold, g)
			}
		}
		paired := align(gold, pred)
		for i, g := range gold {
			gv := canonical(g.Value)
			if gv == "" {
				continue
			}
			for c, cat := range categories {
				if cat.class != "" && cat.class != class(g) || !cat.form.MatchString(strings.ReplaceAll(g.Text, "\n", " ")) {
					continue
				}
				shares[c].all++
				if j, ok := paired[i]; ok && canonical(pred[j].Value) == gv {
					shares[c].right++
				}
				break
			}
		}
	}
	for c, cat := range categories {
		s := shares[c]
		percent := 100 * float64(s.right) / float64(max(s.all, 1))
		score.Report(t, "dates/wikiwars/right/"+strings.ReplaceAll(cat.name, " ", "-"), percent)
		if percent < cat.floor {
			t.Errorf("%s: %.1f %% right, want at least %.0f", cat.name, percent, cat.floor)
		}
	}
}
