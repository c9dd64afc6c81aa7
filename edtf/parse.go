package edtf

import (
	"strconv"
	"strings"
)

// SyntaxError is the error of [Parse]: what was expected where.
type SyntaxError struct {
	Input    string // all that was given
	Offset   int    // byte at which reading stopped
	Expected string // what should have stood there, in words
}

// Error is a message of one line. Its wording may change.
func (e *SyntaxError) Error() string {
	in, cut := e.Input, ""
	const most = 60 // enough to recognise it
	if len(in) > most {
		in, cut = in[:most], "…"
	}
	return "edtf: " + strconv.Quote(in) + cut + ": expected " + e.Expected + " at byte " + strconv.Itoa(e.Offset)
}

// Parse reads an EDTF string of level 0, 1 or 2. The error is a [*SyntaxError]. The Date keeps
// s itself, so a short s cut from a large text should be cloned if the text is not needed. It takes linear time
// and does not allocate, but for an error.
func Parse(s string) (Date, error) {
	d := Date{text: s}
	pos, want := d.parse()
	if want != "" {
		return Date{}, &SyntaxError{Input: s, Offset: pos, Expected: want}
	}
	return d, nil
}

// MustParse is Parse for constants; it panics on an error.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// parse fills in the fields that follow from the text.
func (d *Date) parse() (pos int, want string) {
	s := d.text
	if s == "" {
		return 0, "a date"
	}
	if s[0] == '[' || s[0] == '{' {
		return d.parseSet()
	}
	if i := strings.IndexByte(s, '/'); i >= 0 {
		return d.parseInterval(i)
	}
	var p plain
	i, want := scanPlain(s, 0, &p)
	if want != "" {
		return i, want
	}
	if i < len(s) {
		return i, "the end"
	}
	d.earliest, d.latest = p.earliest, p.latest
	d.kind, d.precision, d.level, d.flags = p.kind, p.precision(), p.level, p.flags()
	return i, ""
}

// ends are the two ends of an interval or of a range in a set, as scanned.
type ends struct {
	start, end         plain
	hasStart, hasEnd   bool
	isRange            bool // with ".."
	startText, endText string
}

func (d *Date) parseInterval(slash int) (pos int, want string) {
	s := d.text
	var e ends
	d.kind = KindInterval
	switch s[:slash] {
	case "":
		d.flags |= unknownStart
	case "..":
		d.flags |= openStart
	default:
		if pos, want = scanEnd(s, 0, slash, &e.start); want != "" {
			return pos, want
		}
		e.hasStart = true
	}
	switch s[slash+1:] {
	case "":
		d.flags |= unknownEnd
	case "..":
		d.flags |= openEnd
	default:
		if pos, want = scanEnd(s, slash+1, len(s), &e.end); want != "" {
			return pos, want
		}
		e.hasEnd = true
	}
	if !e.ordered() {
		return slash + 1, "an end that is not before the start"
	}
	e.join(d, true)
	if d.flags&(openStart|openEnd|unknownStart|unknownEnd) != 0 {
		d.level = max(d.level, 1)
	}
	return len(s), ""
}

// scanEnd scans one end of an interval, which must reach from i to end.
func scanEnd(s string, i, end int, p *plain) (pos int, want string) {
	pos, want = scanPlain(s, i, p)
	switch {
	case want != "":
	case p.kind == KindDateTime:
		want = "a date without time"
	case p.letter:
		pos, want = i, "a year of four digits"
	case pos != end:
		want = "the end of the date"
	}
	return pos, want
}

// ordered reports whether the end can be no earlier than the start.
func (e *ends) ordered() bool {
	return !e.hasStart || !e.hasEnd || e.start.earliest.Compare(e.end.lastStart) <= 0
}

// join widens d by an interval or a range.
func (e *ends) join(d *Date, interval bool) {
	if e.hasStart {
		e.start.join(d, interval)
		d.widen(e.start.earliest, Day{})
	}
	if e.hasEnd {
		e.end.join(d, interval)
		d.widen(Day{}, e.end.latest)
	}
}

// join notes level, precision and flags of a date that is part of d.
func (p *plain) join(d *Date, interval bool) {
	d.level = max(d.level, p.level)
	if interval && p.unspec {
		d.level = 2 // level 1 has no unspecified digits in intervals
	}
	if q := p.precision(); d.precision == PrecisionNone || q < d.precision {
		d.precision = q
	}
	d.flags |= p.flags()
}

// widen moves the bounds of d to include the days, a zero Day being none.
func (d *Date) widen(earliest, latest Day) {
	if !earliest.IsZero() && (d.earliest.IsZero() || earliest.Compare(d.earliest) < 0) {
		d.earliest = earliest
	}
	if !latest.IsZero() && (d.latest.IsZero() || latest.Compare(d.latest) > 0) {
		d.latest = latest
	}
}

// parseSet reads [a,b..c] or {a,b..c}.
func (d *Date) parseSet() (pos int, want string) {
	s := d.text
	d.kind, d.level = KindOneOf, 2
	if s[0] == '{' {
		d.kind = KindAllOf
	}
	for i := 1; ; {
		var e ends
		next, want := scanElement(s, i, &e)
		if want != "" {
			return next, want
		}
		if !e.hasStart {
			d.flags |= openStart
		}
		if !e.hasEnd {
			d.flags |= openEnd
		}
		e.join(d, false)
		switch c := at(s, next); {
		case c == ',' && e.hasEnd:
			i = next + 1
			continue
		case c != s[0]+2: // the closing bracket
			return next, "a comma or the closing bracket"
		case next+1 < len(s):
			return next + 1, "the end"
		}
		break
	}
	if d.flags&openStart != 0 {
		d.earliest = Day{}
	}
	if d.flags&openEnd != 0 {
		d.latest = Day{}
	}
	return len(s), ""
}

// scanElement scans an element of a set: a date, or a range with "..". Only the first
// may begin with it, only the last end with it.
func scanElement(s string, i int, e *ends) (next int, want string) {
	from := i
	if strings.HasPrefix(s[i:], "..") {
		if i != 1 {
			return i, "a date"
		}
		i += 2
		e.hasEnd = true
		e.endText, next, want = scanMember(s, i, &e.end)
		if want == "" && e.end.letter {
			return i, "a year of four digits in a range"
		}
		return next, want
	}
	e.hasStart = true
	if e.startText, i, want = scanMember(s, i, &e.start); want != "" {
		return i, want
	}
	if !strings.HasPrefix(s[i:], "..") {
		e.end, e.hasEnd, e.endText = e.start, true, e.startText
		return i, ""
	}
	if e.start.letter {
		return from, "a year of four digits in a range"
	}
	e.isRange = true
	i += 2
	switch at(s, i) {
	case ']', '}':
		return i, ""
	case ',':
		return i, "a date or the closing bracket"
	}
	e.hasEnd = true
	from = i
	if e.endText, i, want = scanMember(s, i, &e.end); want != "" {
		return i, want
	}
	switch {
	case e.end.letter:
		return from, "a year of four digits in a range"
	case !e.ordered():
		return from, "an end that is not before the start"
	}
	return i, ""
}

// scanMember scans a date in a set and cuts out its text.
func scanMember(s string, i int, p *plain) (text string, next int, want string) {
	next, want = scanPlain(s, i, p)
	if want == "" && p.kind == KindDateTime {
		want = "a date without time"
	}
	if want != "" {
		return "", next, want
	}
	return s[i:next], next, ""
}
