package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/timeline"
)

// report is what -relations tells: how each event lies to the next, where sources disagree, where nothing happens, and who
// acts with whom.
type report struct {
	Relations []relation          `json:"relations"`
	Conflicts []conflict          `json:"conflicts"`
	Gaps      []gap               `json:"gaps"`
	CoActors  []timeline.CoActors `json:"co_actors"`
}

type relation struct {
	A        string           `json:"a"`
	B        string           `json:"b"`
	Before   edtf.Answer      `json:"before"`   // a ended before b began, at the latest the day before
	Possible []timeline.Allen `json:"possible"` // none: a date is missing
	a, b     timeline.Entry
}

type conflict struct {
	A     string    `json:"a"`
	B     string    `json:"b"`
	EDTFA edtf.Date `json:"edtf_a"`
	EDTFB edtf.Date `json:"edtf_b"`
	Sure  bool      `json:"sure"`
	c     timeline.Conflict
}

type gap struct {
	From edtf.Day `json:"from"`
	To   edtf.Day `json:"to"`
	Days int64    `json:"days"`
}

// minGap is the shortest gap told: two years.
const minGap = 730

func reportOf(t *timeline.Timeline) report {
	r := report{CoActors: t.CoActors()}
	for i := 1; i < t.Len(); i++ {
		a, b := t.At(i-1), t.At(i)
		rel := timeline.Relate(&a.Event, &b.Event)
		r.Relations = append(r.Relations, relation{a.ID, b.ID, rel.Any(timeline.Before, timeline.Meets), rel.Possible(), a, b})
	}
	for c := range t.Conflicts() {
		r.Conflicts = append(r.Conflicts, conflict{c.A.ID, c.B.ID, c.EvidenceA.EDTF, c.EvidenceB.EDTF, c.Sure, c})
	}
	for g := range t.Gaps(minGap) {
		r.Gaps = append(r.Gaps, gap{g.From, g.To, g.Days})
	}
	return r
}

func printRelations(w io.Writer, t *timeline.Timeline, format string) error {
	r := reportOf(t)
	if format == "json" {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		return enc.Encode(r)
	}
	out := bufio.NewWriter(w)
	for _, x := range r.Relations {
		names := make([]string, len(x.Possible))
		for i, a := range x.Possible {
			names[i] = a.String()
		}
		how := strings.Join(names, ", ")
		switch len(x.Possible) {
		case 0:
			how = "unknown"
		case 13:
			how = "any"
		}
		fmt.Fprintf(out, "%s %s\n  before: %s (%s)\n%s %s\n\n", x.a.EDTF, x.a.Headline, x.Before, how, x.b.EDTF, x.b.Headline)
	}
	section := func(name string, n int) bool {
		if n > 0 {
			fmt.Fprintf(out, "%s\n", name)
		}
		return n > 0
	}
	if section("Conflicts", len(r.Conflicts)) {
		for _, x := range r.Conflicts {
			sure := "perhaps"
			if x.Sure {
				sure = "surely"
			}
			fmt.Fprintf(out, "  %s in %s, %s in %s, %s: %s\n", x.EDTFA, x.c.EvidenceA.Source, x.EDTFB, x.c.EvidenceB.Source, sure, x.c.A.Headline)
		}
	}
	if section("Gaps of two years and more", len(r.Gaps)) {
		for _, g := range r.Gaps {
			fmt.Fprintf(out, "  %s to %s\n", g.From, g.To)
		}
	}
	if section("Who acts with whom", len(r.CoActors)) {
		for _, c := range r.CoActors[:min(20, len(r.CoActors))] {
			fmt.Fprintf(out, "  %3d  %s, %s\n", c.Entries, c.A, c.B)
		}
	}
	return out.Flush()
}
