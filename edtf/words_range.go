package edtf

import (
	"strconv"
	"strings"
)

// interval is an interval in words.
func (w *Words) interval(d Date) (s string, ok bool) {
	start, end := d.Start(), d.End()
	from, ok1 := w.words(start)
	to, ok2 := w.words(end)
	switch {
	case ok1 && ok2:
		if start == end {
			return from, true
		}
		if s, ok = w.shared(start, end); ok {
			return s, true
		}
		return w.join(from, to), true
	case ok1 && d.IsOpenEnd():
		return fill(w.OpenEnd, "date", from), true
	case ok1 && d.IsUnknownEnd():
		return fill(w.UnknownEnd, "date", from), true
	case ok2 && d.IsOpenStart():
		return fill(w.OpenStart, "date", to), true
	case ok2 && d.IsUnknownStart():
		return fill(w.UnknownStart, "date", to), true
	}
	return "", false
}

// join is a range of two dates in words.
func (w *Words) join(start, end string) string {
	pattern := w.Range
	if strings.ContainsRune(start, ' ') || strings.ContainsRune(end, ' ') {
		pattern = w.LongRange
	}
	return fill(pattern, "start", start, "end", end)
}

// shared says once what both ends have in common: "April–June 1952", "3–5 May 1949", "100–44 BC". ok is
// false when that is nothing, or when something is in doubt.
func (w *Words) shared(start, end Date) (s string, ok bool) {
	const doubts = uncertain | approximate | unspecified
	if start.kind != KindDate || end.kind != KindDate || (start.flags|end.flags)&doubts != 0 || start.precision != end.precision {
		return "", false
	}
	a, b := start.earliest, end.earliest
	if start.precision == PrecisionYear && b.Year < 1 {
		from, to := strconv.FormatUint(uint64(magnitude(a.Year))+1, 10), strconv.FormatUint(uint64(magnitude(b.Year))+1, 10)
		return fill(w.Era, "year", w.join(from, to)), true
	}
	if a.Year != b.Year {
		return "", false
	}
	year, first, last := w.number(a.Year), w.Months[a.Month-1], w.Months[b.Month-1]
	from, to := strconv.Itoa(int(a.Day)), strconv.Itoa(int(b.Day))
	switch {
	case start.precision == PrecisionMonth:
		return fill(w.Month, "month", w.join(first, last), "year", year), true
	case start.precision != PrecisionDay:
		return "", false
	case a.Month == b.Month:
		return fill(w.Day, "day", w.join(from, to), "month", first, "year", year), true
	}
	return w.join(fill(w.DayOnly, "day", from, "month", first), w.Format(end)), true
}

// list is a set in words.
func (w *Words) list(d Date, last string) (s string, ok bool) {
	var parts []string
	for e := range d.Elements() {
		s, ok := w.words(e)
		if !ok {
			return "", false
		}
		if d.kind == KindOneOf && e.kind == KindInterval && !e.IsOpenStart() && !e.IsOpenEnd() {
			s = fill(w.Between, "start", w.Format(e.Start()), "end", w.Format(e.End()))
		}
		parts = append(parts, s)
	}
	n := len(parts) - 1
	if n == 0 {
		return parts[0], true
	}
	return strings.Join(parts[:n], w.Comma) + last + parts[n], true
}
