package cite_test

import (
	"io"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/cite"
)

const journal = `{{cite journal |last=Zubok |first=Vladislav |author-link=Vladislav Zubok |date=May 2017 |title=The Soviet Union and China in the 1980s: Reconciliation and Divorce |journal=Cold War History |volume=17 |issue=2 |pages=121–141 |doi=10.1080/14682745.2017.1315923 |s2cid=157596575 |url=http://eprints.lse.ac.uk/79133/1/Zubok_Soviet%20Union%20and%20China_2017.pdf |s2cid-access=free}}`

func BenchmarkCheck(b *testing.B) {
	c := citation(b, journal)
	o := cite.CheckOptions{Today: today}
	b.ReportAllocs()
	for b.Loop() {
		o.Check(&c)
	}
}

func BenchmarkWriters(b *testing.B) {
	cs := []sinosoviet.Citation{citation(b, journal)}
	for name, write := range map[string]func() error{
		"CSL":      func() error { return cite.WriteCSL(io.Discard, cite.Sources(cs)) },
		"BibLaTeX": func() error { return cite.WriteBibLaTeX(io.Discard, cite.Sources(cs)) },
		"RIS":      func() error { return cite.WriteRIS(io.Discard, cite.Sources(cs)) },
		"Wikitext": func() error { return cite.WriteWikitext(io.Discard, cite.Sources(cs)) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := write(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
