package entities

import (
	"sort"
	"strings"

	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// years is the first and last year that a sentence is about; zero when nothing tells.
type years struct{ first, last int }

// state is the state that the country of a mention was in the years its sentence is about: "Russian Empire" for Russia in 1914.
// It is "" when no year is told, when the gazetteer knows no states of the country, or when the country changed in these years.
func (d *document) state(name, text string, word int) string {
	table := d.t.table
	if !table.HasEras(name) && !table.HasEras(text) {
		return ""
	}
	if d.spans == nil {
		d.spans = d.sentenceYears()
	}
	y := d.spans[d.Words[word].Sent]
	if y.first == 0 {
		return ""
	}
	if s := table.StateIn(text, y.first, y.last); s != "" {
		return s
	}
	return table.StateIn(name, y.first, y.last)
}

// sentenceYears is the years of each sentence: those it names, else those of the sentence before it in the same section (in the same
// paragraph, where the text has no sections), a heading's included. A sentence about the present has none.
func (d *document) sentenceYears() []years {
	out := make([]years, len(d.Sents))
	last, part := years{}, -1
	for n, s := range d.Sents {
		if s[0] == s[1] {
			continue
		}
		if p := d.part(s[0]); p != part {
			last, part = years{}, p
		}
		y, now := d.namedYears(s)
		switch {
		case now:
			continue
		case y.first != 0:
			last = y
		}
		out[n] = last
	}
	return out
}

// part numbers the piece of text in which a year named once goes on to count: the section, or the line without one.
func (d *document) part(word int) int {
	at := d.Words[word].Start
	if len(d.a.Blocks) > 0 {
		n := sort.Search(len(d.a.Blocks), func(n int) bool { return d.a.Blocks[n].TextSpan.End > at })
		if n < len(d.a.Blocks) {
			return d.a.Blocks[n].Section
		}
		return -2
	}
	return strings.LastIndexByte(d.Text[:at], '\n') + 1
}

// namedYears is the span of the years and decades that a sentence names, and whether it is about the present.
func (d *document) namedYears(s [2]int) (y years, now bool) {
	for i := s[0]; i < s[1]; i++ {
		first, last := 0, 0
		if d.Words[i].Flags.Has(nametag.Digits) {
			first, last = d.yearAt(i, s)
		}
		switch {
		case first == 0:
			switch d.Words[i].Text {
			case "today", "Today", "now", "Now", "currently", "Currently", "nowadays", "modern-day", "present-day":
				now = true
			}
			continue
		case y.first == 0:
			y = years{first, last}
		}
		y.first, y.last = min(y.first, first), max(y.last, last)
	}
	return y, now && y.first == 0
}

// yearAt is the year or decade that word i names: "1914", "1930s". A number that counts something is none.
func (d *document) yearAt(i int, s [2]int) (first, last int) {
	text := d.Words[i].Text
	if decade, ok := strings.CutSuffix(text, "0s"); ok && len(decade) == 3 {
		if y := yearOf(decade + "0"); y != 0 {
			return y, y + 9
		}
	}
	y := yearOf(text)
	if y == 0 {
		return 0, 0
	}
	if i+1 < s[1] {
		if next := &d.Words[i+1]; next.Tag == "NNS" && !next.Flags.Has(nametag.Capital) || next.Text == "%" || next.Text == "km" || next.Text == "percent" {
			return 0, 0
		}
	}
	if i > s[0] {
		switch d.Words[i-1].Text {
		case "$", "£", "€", "about", "nearly", "almost", "over", "than", "some":
			return 0, 0
		}
	}
	return y, y
}
