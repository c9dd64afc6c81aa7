package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/entities/prosev2"
)

// table prints the two recognisers side by side. Load, speed and memory are those of a process of its own.
func table(ctx context.Context, data string, folds int, how entities.Training) error {
	wikigold, others, err := corpora(data)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "tokens and tags\trules F1\twith model F1\tPER\tLOC\tORG\ttokens/s\tload\tpeak memory\t")
	for _, backend := range []string{"v3", "v2"} {
		config := entities.Config{Recogniser: recogniser(backend), NoModel: true}
		rules, err := predict(ctx, config, wikigold)
		if err != nil {
			return err
		}
		config.NoModel = false
		full, err := validate(ctx, config, wikigold, others, folds, how)
		if err != nil {
			return err
		}
		m, err := ask(ctx, data, backend)
		if err != nil {
			return err
		}
		r, f := score(wikigold, rules), score(wikigold, full)
		fmt.Fprintf(w, "prose %s\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%.0f\t%.0f ms\t%.0f MB\t\n", backend, r["all"].f1(),
			f["all"].f1(), f["PER"].f1(), f["LOC"].f1(), f["ORG"].f1(), m.Speed, m.Load, m.Memory)
	}
	return w.Flush()
}

func recogniser(backend string) entities.Recogniser {
	if backend == "v2" {
		return prosev2.New()
	}
	return nil
}

// measured is what a process of its own tells.
type measured struct {
	Load   float64 // milliseconds until the first Tagger is ready and has read one word
	Speed  float64 // tokens a second of the whole tagging
	Memory float64 // megabytes at most
}

// ask starts this program again to measure one backend.
func ask(ctx context.Context, data, backend string) (m measured, err error) {
	self, err := os.Executable()
	if err != nil {
		return m, err
	}
	out, err := exec.CommandContext(ctx, self, "-data", data, "-measure", backend).Output()
	if err != nil {
		return m, err
	}
	return m, json.Unmarshal(out, &m)
}

// measure prints what [ask] reads.
func measure(ctx context.Context, data, backend string) error {
	start := time.Now()
	tagger, err := entities.New(entities.Config{Recogniser: recogniser(backend)})
	if err != nil {
		return err
	}
	if _, err := tagger.Text(ctx, "Moscow"); err != nil {
		return err
	}
	m := measured{Load: float64(time.Since(start).Microseconds()) / 1000}
	docs, err := read(filepath.Join(data, "wikigold.dev.jsonl"))
	if err != nil {
		return err
	}
	tokens := 0
	start = time.Now()
	for _, d := range docs {
		a, err := tagger.Analyse(ctx, &sinosoviet.Article{Text: sinosoviet.PlainText(d.Text)})
		if err != nil {
			return err
		}
		tokens += len(a.Tokens)
	}
	m.Speed = float64(tokens) / time.Since(start).Seconds()
	m.Memory = peak()
	return json.NewEncoder(os.Stdout).Encode(m)
}

// peak is the megabytes the process has held at most, where the system tells; else what the runtime has asked for.
func peak() float64 {
	if b, err := os.ReadFile("/proc/self/status"); err == nil {
		for line := range strings.Lines(string(b)) {
			var kb float64
			if n, _ := fmt.Sscanf(line, "VmHWM: %f kB", &kb); n == 1 {
				return kb / 1024
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.Sys) / (1 << 20)
}

// tally is right, wrong and missed names.
type tally struct{ right, wrong, missed int }

func (t tally) f1() float64 {
	if t.right == 0 {
		return 0
	}
	return 200 * float64(t.right) / float64(2*t.right+t.wrong+t.missed)
}

// score counts exact spans of persons, places and bodies, by label and under "all".
func score(gold, found []document) map[string]*tally {
	tallies := map[string]*tally{"PER": {}, "LOC": {}, "ORG": {}, "all": {}}
	count := func(label string, by func(*tally)) {
		if t := tallies[label]; t != nil {
			by(t)
			by(tallies["all"])
		}
	}
	byID := map[string][]span{}
	for _, d := range found {
		byID[d.ID] = d.Spans
	}
	for _, d := range gold {
		want := map[[2]int]string{}
		for _, s := range d.Spans {
			want[[2]int{s.Start, s.End}] = s.Label
		}
		got := map[[2]int]string{}
		for _, s := range byID[d.ID] {
			label := coarse(s.Label)
			got[[2]int{s.Start, s.End}] = label
			if want[[2]int{s.Start, s.End}] == label {
				count(label, func(t *tally) { t.right++ })
			} else {
				count(label, func(t *tally) { t.wrong++ })
			}
		}
		for at, label := range want {
			if got[at] != label {
				count(label, func(t *tally) { t.missed++ })
			}
		}
	}
	return tallies
}

// coarse is one of our kinds in the labels of the data.
func coarse(kind string) string {
	switch kind {
	case "PERSON":
		return "PER"
	case "GPE", "LOC", "FAC":
		return "LOC"
	}
	return kind
}
