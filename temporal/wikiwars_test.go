package temporal_test

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/internal/score"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// timex is an annotated or predicted expression.
type timex struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Text   string `json:"text"`
	Type   string `json:"type"`
	Value  string `json:"value"`
	Nested bool   `json:"nested,omitempty"`
}

// annotated is a document of the development set.
type annotated struct {
	ID      string  `json:"doc_id"`
	Text    string  `json:"text,omitempty"`
	Timexes []timex `json:"timexes"`
}

func readAnnotated(t testing.TB) []annotated {
	f, err := os.Open(score.Shared(t, "time/wikiwars_dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var docs []annotated
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var d annotated
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	return docs
}

func predict(t testing.TB, d annotated) annotated {
	res, err := new(temporal.Tagger).Text(context.Background(), d.Text)
	if err != nil {
		t.Fatal(err)
	}
	p := annotated{ID: d.ID}
	for _, x := range res.Dates {
		p.Timexes = append(p.Timexes, timex{Start: x.TextSpan.Start, End: x.TextSpan.End, Text: x.Text, Type: x.Type, Value: x.Value})
	}
	return p
}

// tally counts matches as the shared scorer does: extents strict and relaxed, values of dates and times, and all values.
type tally struct {
	gold, pred, strict, relaxed, strictValue int
	goldDT, predDT, rightDT                  int
	goldAll, predAll, rightAll               int
}

func (a *tally) add(b tally) {
	a.gold += b.gold
	a.pred += b.pred
	a.strict += b.strict
	a.relaxed += b.relaxed
	a.strictValue += b.strictValue
	a.goldDT += b.goldDT
	a.predDT += b.predDT
	a.rightDT += b.rightDT
	a.goldAll += b.goldAll
	a.predAll += b.predAll
	a.rightAll += b.rightAll
}

func f1(right, pred, gold int) float64 {
	if right == 0 {
		return 0
	}
	return 200 * float64(right) / float64(pred+gold)
}

var (
	periodForm  = regexp.MustCompile(`^P[\dX.T]`)
	decades     = regexp.MustCompile(`^P(\d+(?:\.\d+)?)DE$`)
	centuries   = regexp.MustCompile(`^P(\d*(?:\.\d+)?)CE$`)
	manyX       = regexp.MustCompile(`X+`)
	decadeForm  = regexp.MustCompile(`^(\d{3})X$`)
	centuryForm = regexp.MustCompile(`^(\d{2})XX$`)
	fullMinute  = regexp.MustCompile(`(T\d\d:\d\d):00$`)
	fullHour    = regexp.MustCompile(`(T\d\d)$`)
)

// canonical writes a value in the one form in which values are compared.
func canonical(v string) string {
	v = strings.ToUpper(strings.TrimSpace(v))
	if v == "" || strings.HasSuffix(v, "_REF") {
		return v
	}
	if periodForm.MatchString(v) {
		times := func(re *regexp.Regexp, n float64) {
			if m := re.FindStringSubmatch(v); m != nil {
				if f, err := strconv.ParseFloat(m[1], 64); err == nil {
					v = "P" + strconv.FormatFloat(f*n, 'g', -1, 64) + "Y"
				}
			}
		}
		times(decades, 10)
		times(centuries, 100)
		return manyX.ReplaceAllString(v, "X")
	}
	v = decadeForm.ReplaceAllString(v, "$1")
	v = centuryForm.ReplaceAllString(v, "$1")
	v = strings.ReplaceAll(v, "-AU", "-FA")
	v = fullMinute.ReplaceAllString(v, "$1")
	v = fullHour.ReplaceAllString(v, "$1:00")
	return strings.TrimSuffix(v, "Z")
}

func class(x timex) string {
	if x.Type == "DURATION" || x.Type == "SET" {
		return x.Type
	}
	if periodForm.MatchString(x.Value) {
		return "DURATION"
	}
	return "DT"
}

// align pairs annotated with predicted expressions one to one: equal extents first, then the largest overlap.
func align(gold, pred []timex) map[int]int {
	paired, used := map[int]int{}, map[int]bool{}
	for i, g := range gold {
		for j, p := range pred {
			if !used[j] && p.Start == g.Start && p.End == g.End {
				paired[i], used[j] = j, true
				break
			}
		}
	}
	type pair struct{ overlap, i, j int }
	var pairs []pair
	for i, g := range gold {
		if _, ok := paired[i]; ok {
			continue
		}
		for j, p := range pred {
			if n := min(g.End, p.End) - max(g.Start, p.Start); !used[j] && n > 0 {
				pairs = append(pairs, pair{n, i, j})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Or(b.overlap-a.overlap, a.i-b.i, a.j-b.j) })
	for _, p := range pairs {
		if _, ok := paired[p.i]; !ok && !used[p.j] {
			paired[p.i], used[p.j] = p.j, true
		}
	}
	return paired
}

func grade(d annotated, pred []timex, report func(kind string, g, p timex)) tally {
	var gold []timex
	for _, g := range d.Timexes {
		if !g.Nested {
			gold = append(gold, g)
		}
	}
	paired := align(gold, pred)
	goldOf := map[int]int{}
	t := tally{gold: len(gold), pred: len(pred), relaxed: len(paired)}
	for i, g := range gold {
		j, ok := paired[i]
		gv := canonical(g.Value)
		if gv != "" {
			t.goldAll++
			if class(g) == "DT" {
				t.goldDT++
			}
		}
		if !ok {
			report("MISS", g, timex{})
			continue
		}
		goldOf[j] = i
		p := pred[j]
		exact := p.Start == g.Start && p.End == g.End
		if exact {
			t.strict++
		}
		right := gv != "" && gv == canonical(p.Value)
		if right {
			t.rightAll++
			if class(g) == "DT" {
				t.rightDT++
			}
			if exact {
				t.strictValue++
			}
		}
		switch {
		case gv != "" && !right:
			report("VAL", g, p)
		case !exact:
			report("EXT", g, p)
		}
	}
	for j, p := range pred {
		i, ok := goldOf[j]
		if !ok {
			report("SPUR", timex{}, p)
		}
		if ok && canonical(gold[i].Value) == "" {
			continue
		}
		t.predAll++
		if class(p) == "DT" {
			t.predDT++
		}
	}
	return t
}

// TestWikiWars holds the figures on the development articles.
func TestScoreWikiWars(t *testing.T) {
	docs := readAnnotated(t)
	var sum tally
	only := os.Getenv("WIKIWARS_DOCS")
	var out *os.File
	if name := os.Getenv("WIKIWARS_PRED"); name != "" {
		f, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		out = f
	}
	for _, d := range docs {
		p := predict(t, d)
		if out != nil {
			if err := json.NewEncoder(out).Encode(p); err != nil {
				t.Fatal(err)
			}
		}
		if only != "" && !strings.Contains(only, d.ID[:2]) {
			continue
		}
		show := func(kind string, g, p timex) {
			if !testing.Verbose() {
				return
			}
			at := max(g.End, p.End)
			from := g.Start
			if g.End == 0 {
				from = p.Start
			}
			around := strings.ReplaceAll(d.Text[max(0, from-60):from]+"[]"+d.Text[at:min(len(d.Text), at+25)], "\n", "¶")
			t.Logf("%s %s «%s» %s | «%s» %s | %s", d.ID[:2], kind, g.Text, g.Value, p.Text, p.Value, around)
		}
		c := grade(d, p.Timexes, show)
		t.Logf("%-22s strict %.1f relaxed %.1f value(date,time) %.1f value(all) %.1f strict+value %.1f", d.ID,
			f1(c.strict, c.pred, c.gold), f1(c.relaxed, c.pred, c.gold), f1(c.rightDT, c.predDT, c.goldDT),
			f1(c.rightAll, c.predAll, c.goldAll), f1(c.strictValue, c.predAll, c.goldAll))
		sum.add(c)
	}
	figures := []struct {
		name, key    string
		got, atLeast float64
	}{
		{"strict extents", "strict-f1", f1(sum.strict, sum.pred, sum.gold), 95.8},
		{"relaxed extents", "relaxed-f1", f1(sum.relaxed, sum.pred, sum.gold), 98.8},
		{"values of dates and times", "date-time-value-f1", f1(sum.rightDT, sum.predDT, sum.goldDT), 93.5},
		{"all values", "value-f1", f1(sum.rightAll, sum.predAll, sum.goldAll), 93.2},
		{"strict extents with values", "strict-value-f1", f1(sum.strictValue, sum.predAll, sum.goldAll), 91.7},
	}
	for _, f := range figures {
		if only == "" {
			score.Report(t, "dates/wikiwars/"+f.key, f.got)
		}
		if f.got < f.atLeast && only == "" {
			t.Errorf("%s: F1 %.1f, want at least %.1f", f.name, f.got, f.atLeast)
		}
	}
}
