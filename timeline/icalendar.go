package timeline

import (
	"fmt"
	"hash/fnv"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet/edtf"
)

// ICalendarOptions are the options of [WriteICalendar].
type ICalendarOptions struct {
	Stamp  time.Time // when the calendar was made; zero is 1970-01-01, so that output is the same every time
	Domain string    // right part of the events' UIDs; "" is "sinosoviet.invalid"
}

// WriteICalendar writes an iCalendar object (RFC 5545) of all-day, floating events that block no time.
//
// A calendar knows days only. An event known to a day has it as its day. Any other covers the whole stretch that the text
// names — all of 1949, September to December 1949 for late 1949, the year that is known of "since 1946" — and says in its description that
// these are bounds and no date; DTEND is the day after, as the standard has it. Doubtful dates are TENTATIVE. What a calendar cannot
// hold is a VJOURNAL entry without a day: undated events, and dates before year 1 or after 9999. Every component carries the
// date in X-EDTF, its bounds in X-EARLIEST and X-LATEST, and its words in the description.
func WriteICalendar(w io.Writer, t *Timeline, o ICalendarOptions) error {
	p := icalPrinter{printer: newPrinter(w), stamp: "19700101T000000Z", domain: o.Domain}
	if !o.Stamp.IsZero() {
		p.stamp = o.Stamp.UTC().Format("20060102T150405Z")
	}
	if p.domain == "" {
		p.domain = "sinosoviet.invalid"
	}
	p.line("BEGIN:VCALENDAR")
	p.line("VERSION:2.0")
	p.line("PRODID:-//sinosoviet//timeline//EN")
	p.line("CALSCALE:GREGORIAN")
	p.prop("X-WR-CALNAME", t.Title())
	for e := range t.All() {
		p.component(&e)
	}
	p.line("END:VCALENDAR")
	return p.close()
}

type icalPrinter struct {
	*printer
	stamp, domain string
}

func (p *icalPrinter) component(e *Entry) {
	s, ok := stretchOf(e)
	kind, status := "VEVENT", "CONFIRMED"
	if !ok || !s.isCommon() {
		kind, status = "VJOURNAL", "FINAL"
	} else if e.EDTF.IsUncertain() || e.EDTF.IsApproximate() {
		status = "TENTATIVE"
	}
	p.line("BEGIN:" + kind)
	p.line("UID:" + icalText(oneLine(e.ID)) + "-" + uidHash(e) + "@" + p.domain)
	p.line("DTSTAMP:" + p.stamp)
	if kind == "VEVENT" {
		p.line("DTSTART;VALUE=DATE:" + icalDay(s.from))
		if end := s.to.AddDays(1); end.Year <= 9999 {
			p.line("DTEND;VALUE=DATE:" + icalDay(end))
		}
		p.line("TRANSP:TRANSPARENT")
	}
	p.line("STATUS:" + status)
	summary := headline(e)
	if !(ok && s.exact && s.unit == edtf.PrecisionDay) {
		summary = dateWords(e) + ": " + summary
	}
	p.prop("SUMMARY", summary)
	p.prop("DESCRIPTION", icalDescription(e, s, kind == "VEVENT"))
	if len(e.Places) > 0 {
		p.prop("LOCATION", strings.Join(e.Places, ", "))
	}
	if len(e.Actors) > 0 {
		list := make([]string, len(e.Actors))
		for i, a := range e.Actors {
			list[i] = icalText(a)
		}
		p.line("CATEGORIES:" + strings.Join(list, ","))
	}
	for i := range e.Sources {
		if e.Sources[i].URL != "" {
			p.line("URL:" + e.Sources[i].URL)
			break
		}
	}
	if d := dateOf(&e.Event); !d.IsZero() {
		p.prop("X-EDTF", d.String())
	}
	if !e.Earliest.IsZero() {
		p.line("X-EARLIEST:" + e.Earliest.String())
	}
	if !e.Latest.IsZero() {
		p.line("X-LATEST:" + e.Latest.String())
	}
	p.line("END:" + kind)
}

// icalDescription is the sentence, the date in words where the days say too much, and the sources.
func icalDescription(e *Entry, s stretch, event bool) string {
	var b strings.Builder
	b.WriteString(oneLine(e.Text()))
	switch {
	case !event && e.IsDated():
		fmt.Fprintf(&b, "\nDate: %s (EDTF %s). A calendar cannot hold it.", dateWords(e), dateCode(e))
	case !event:
		b.WriteString("\nNo date is known.")
	case !s.exact || s.unit != edtf.PrecisionDay:
		fmt.Fprintf(&b, "\nDate: %s (EDTF %s). The days shown are its bounds; the day itself is not known.", dateWords(e), dateCode(e))
	}
	writeSources(&b, e)
	return b.String()
}

// uidHash tells events of one id in different calendars apart, by where they are told and what.
func uidHash(e *Entry) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%s\x00%s", e.Document, e.Span, e.Headline)
	return fmt.Sprintf("%016x", h.Sum64())
}

func icalDay(d edtf.Day) string { return fmt.Sprintf("%04d%02d%02d", d.Year, d.Month, d.Day) }

func (p *icalPrinter) prop(name, value string) { p.line(name + ":" + icalText(value)) }

// line prints a content line, folded so that none is longer than 75 bytes, at the start of a character.
func (p *icalPrinter) line(s string) {
	room := 75
	for len(s) > room {
		n := room
		for n > 0 && !utf8.RuneStart(s[n]) {
			n--
		}
		if n == 0 {
			n = room
		}
		p.text(s[:n], "\r\n ")
		s = s[n:]
		room = 74
	}
	p.text(s, "\r\n")
}

// icalText escapes a value of type TEXT; control characters are left out.
func icalText(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\\' || r == ';' || r == ',':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r == 0x7F:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
