package edtf

import (
	"strconv"
	"strings"
)

// interval is an interval in words.
func (w *Words) interval(d Date) string {
	start, end := d.Start(), d.End()
	switch {
	case start.IsZero() && end.IsZero():
		return d.text
	case start.IsZero() && d.IsUnknownStart():
		return fill(w.UnknownStart, "date", w.Format(end))
	case start.IsZero():
		return fill(w.OpenStart, "date", w.Format(end))
	case end.IsZero() && d.IsUnknownEnd():
		return fill(w.UnknownEnd, "date", w.Format(start))
	case end.IsZero():
		return fill(w.OpenEnd, "date", w.Format(start))
	}
	if s, ok := w.shared(start, end); ok {
		return s
	}
	return w.join(w.Format(start), w.Format(end))
}

// join is a range of two dates in words.
func (w *Words) join(start, end string) string {
	pattern := w.Range
	if strings.ContainsRune(start, ' ') || strings.ContainsRune(end, ' ') {
		pattern = w.LongRange
	}
	return fill(pattern, "start", start, "end", end)
}

// shared says the year, or the month and year, of both ends once: "April–June 1952", "3–5 May 1949". ok is
// false when there is nothing to share, or something to doubt.
func (w *Words) shared(start, end Date) (s string, ok bool) {
	a, _ := start.plain()
	b, _ := end.plain()
	if start.precision != end.precision || start.kind != KindDate || end.kind != KindDate || a.year != b.year ||
		a.parts == 1 || a.unspec || b.unspec || a.qualifier() != Certain || b.qualifier() != Certain {
		return "", false
	}
	year := w.number(a.year)
	m, _ := twoOf(a.monthText, true)
	n, _ := twoOf(b.monthText, true)
	first, last := w.Months[m-1], w.Months[n-1]
	if a.parts == 2 {
		if m == n {
			return w.Format(start), true
		}
		return fill(w.Month, "month", w.join(first, last), "year", year), true
	}
	day, dayEnd := int(start.earliest.Day), int(end.earliest.Day)
	from, to := strconv.Itoa(day), strconv.Itoa(dayEnd)
	if m == n {
		if day == dayEnd {
			return w.Format(start), true
		}
		return fill(w.Day, "day", w.join(from, to), "month", first, "year", year), true
	}
	return w.join(fill(w.DayOnly, "day", from, "month", first), w.Format(end)), true
}

// list is a set in words.
func (w *Words) list(d Date, last string) string {
	var parts []string
	for e := range d.Elements() {
		s := w.Format(e)
		if d.kind == KindOneOf && e.kind == KindInterval && !e.IsOpenStart() && !e.IsOpenEnd() {
			s = fill(w.Between, "start", w.Format(e.Start()), "end", w.Format(e.End()))
		}
		parts = append(parts, s)
	}
	n := len(parts) - 1
	if n == 0 {
		return parts[0]
	}
	return strings.Join(parts[:n], w.Comma) + last + parts[n]
}
