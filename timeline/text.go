package timeline

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
)

// TextOptions are the options of [WriteText]. The zero value is plain text of any width.
type TextOptions struct {
	Color bool // mark up for terminals (ANSI escapes)
	Width int  // columns to break lines at; 0 breaks none
}

// WriteText writes the timeline for reading in a terminal. Each entry has its date and headline, and below, indented, who acts,
// what supports it with the numbers the page prints ("no source" or "citation needed since …" where nothing does), and the byte
// span of its sentence in each document that tells it:
//
//	1924-05-31  Two governments signed an agreement to establish diplomatic relations
//	            Soviet Union, Kuomintang
//	            citation needed since 2023-03
//	            article.txt 4521:4634
//
// The date is the EDTF, and in words where it is more than a plain date. Control characters are left out.
func WriteText(w io.Writer, t *Timeline, o TextOptions) error {
	p := textPrinter{printer: newPrinter(w), TextOptions: o, margin: 8}
	for e := range t.All() {
		if n := utf8.RuneCountInString(dateCode(&e)); n+2 > p.margin && n <= 21 {
			p.margin = n + 2
		}
	}
	for e := range t.All() {
		p.entry(&e)
	}
	return p.close()
}

type textPrinter struct {
	*printer
	TextOptions
	margin int
}

// ANSI styles.
const (
	ansiBold   = "\x1b[1m"
	ansiDim    = "\x1b[2m"
	ansiRed    = "\x1b[31m"
	ansiGreen  = "\x1b[32m"
	ansiYellow = "\x1b[33m"
	ansiCyan   = "\x1b[36m"
	ansiReset  = "\x1b[0m"
)

func (p *textPrinter) entry(e *Entry) {
	date := dateCode(e)
	p.style(ansiCyan, date)
	if n := p.margin - utf8.RuneCountInString(date); n > 0 {
		p.text(strings.Repeat(" ", n))
	} else {
		p.text("\n", strings.Repeat(" ", p.margin))
	}
	p.wrapped(ansiBold, headline(e))
	if s, ok := stretchOf(e); ok && !(s.exact && s.isOne()) {
		p.line(ansiDim, dateWords(e))
	}
	if len(e.Actors) > 0 {
		p.line("", oneLine(strings.Join(e.Actors, ", ")))
	}
	p.support(e)
	p.places(e)
}

func (p *textPrinter) support(e *Entry) {
	if len(e.Sources) > 0 {
		var b strings.Builder
		for i, s := range e.Sources {
			if i > 0 {
				b.WriteString("; ")
			}
			if s.Document != e.Document {
				b.WriteString(s.Document)
				b.WriteByte(' ')
			}
			b.WriteString(sourceText(&s))
		}
		p.line(ansiGreen, oneLine(b.String()))
	}
	switch {
	case e.NeededSince != "":
		p.line(ansiYellow, neededText(e))
	case len(e.Sources) == 0:
		p.line(ansiRed, "no source")
	}
}

// places prints where the event is told.
func (p *textPrinter) places(e *Entry) {
	var b strings.Builder
	for _, v := range e.Evidence {
		if b.Len() > 0 {
			b.WriteString("; ")
		}
		b.WriteString(placeText(&v))
	}
	if b.Len() > 0 {
		p.line(ansiDim, oneLine(b.String()))
	}
}

// placeText is where a piece of evidence stands: "article.txt 120:240".
func placeText(v *sinosoviet.Evidence) string {
	if v.Span.End <= v.Span.Start {
		return v.Source
	}
	return v.Source + " " + v.Span.String()
}

// line prints a line below the headline.
func (p *textPrinter) line(style, s string) {
	p.text(strings.Repeat(" ", p.margin))
	p.wrapped(style, s)
}

// wrapped prints s and a line break, broken at blanks to the width.
func (p *textPrinter) wrapped(style, s string) {
	room := p.Width - p.margin
	if p.Width <= 0 || room < 20 || utf8.RuneCountInString(s) <= room {
		p.style(style, s)
		p.byte('\n')
		return
	}
	used := 0
	var line strings.Builder
	for word := range strings.FieldsSeq(s) {
		n := utf8.RuneCountInString(word)
		if used > 0 && used+1+n > room {
			p.style(style, line.String())
			p.text("\n", strings.Repeat(" ", p.margin))
			line.Reset()
			used = 0
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		line.WriteString(word)
		used += n
	}
	p.style(style, line.String())
	p.byte('\n')
}

func (p *textPrinter) style(style, s string) {
	if !p.Color || style == "" || s == "" {
		p.text(s)
		return
	}
	p.text(style, s, ansiReset)
}

// sourceText is "[12] Zhao 2022, p. 28".
func sourceText(s *Source) string {
	text := s.Label
	if s.Number > 0 {
		text = "[" + strconv.Itoa(s.Number) + "] " + text
	}
	if s.Link == "inferred" {
		text += " (inferred)"
	}
	return text
}

// neededText is "citation needed since 2023-03".
func neededText(e *Entry) string {
	if e.NeededSince == "unknown" {
		return "citation needed"
	}
	return "citation needed since " + oneLine(e.NeededSince)
}

// oneLine is s without control characters, which could drive a terminal; line breaks and tabs are blanks.
func oneLine(s string) string {
	clean := true
	for i := 0; i < len(s) && clean; i++ {
		clean = s[i] >= ' ' && s[i] < 0x7F
	}
	if clean {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029':
			return ' '
		case r < ' ' || r >= 0x7F && r < 0xA0 || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, s)
}

// writeSources adds a line for each source of an entry, or one that says that it has none.
func writeSources(b *strings.Builder, e *Entry) {
	for i := range e.Sources {
		b.WriteString("\n" + oneLine(sourceText(&e.Sources[i])))
	}
	switch {
	case e.NeededSince != "":
		b.WriteString("\n" + neededText(e))
	case len(e.Sources) == 0:
		b.WriteString("\nno source")
	}
}
