package edtf

import (
	"iter"
	"strings"
)

// plain re-reads the date; ok is false for intervals, sets and the zero Date, which have no parts.
func (d Date) plain() (p plain, ok bool) {
	if d.kind == KindNone || d.kind >= KindInterval {
		return p, false
	}
	scanPlain(d.text, 0, &p)
	return p, true
}

// Year is the year of a date, date-time or season, astronomical; ok is false when some digit of it is
// unspecified, and for intervals and sets. With significant digits it is the estimate as written.
func (d Date) Year() (year int, ok bool) {
	p, ok := d.plain()
	if !ok || !p.letter && (p.digits[0] == 'X' || p.digits[1] == 'X' || p.digits[2] == 'X' || p.digits[3] == 'X') {
		return 0, false
	}
	return p.year, true
}

// Month is the month of a date or date-time, 1 to 12; ok is false when there is none or some digit of it is
// unspecified.
func (d Date) Month() (month int, ok bool) {
	p, _ := d.plain()
	return twoOf(p.monthText, p.kind != KindSeason)
}

// Day is the day of the month of a date or date-time; ok is false when there is none or some digit of it is
// unspecified.
func (d Date) Day() (day int, ok bool) {
	p, _ := d.plain()
	return twoOf(p.dayText, true)
}

func twoOf(t [2]byte, is bool) (n int, ok bool) {
	if !is || !isDigit(t[0]) || !isDigit(t[1]) {
		return 0, false
	}
	return int(t[0]-'0')*10 + int(t[1]-'0'), true
}

// Season is the code of a part of a year; ok is false when d is none.
func (d Date) Season() (code SubYear, ok bool) {
	p, _ := d.plain()
	return p.code, p.code != 0
}

// SignificantDigits is the number behind S; ok is false when there is none.
func (d Date) SignificantDigits() (n int, ok bool) {
	p, _ := d.plain()
	return p.sig, p.sig != 0
}

// Clock is the time of day of a date-time; ok is false when d is none. 24:00:00 is the end of the day.
func (d Date) Clock() (hour, minute, second int, ok bool) {
	p, _ := d.plain()
	return int(p.hour), int(p.minute), int(p.second), p.kind == KindDateTime
}

// Zone is the zone of a date-time in minutes east of Greenwich; ok is false when it has none.
func (d Date) Zone() (minutes int, ok bool) {
	p, _ := d.plain()
	return int(p.zone), p.zoned
}

// Qualifiers are the qualifiers of the year, the month or season, and the day: signs of a group count for each of
// its parts. All are Certain for intervals and sets; ask their parts.
func (d Date) Qualifiers() (year, month, day Qualifier) {
	p, _ := d.plain()
	return p.qualifiers[0], p.qualifiers[1], p.qualifiers[2]
}

// Start is the date at which an interval starts, the zero Date when it is open or unknown. Any
// other date is its own start.
func (d Date) Start() Date { return end(d, d.startText()) }

// End is the date at which an interval ends, the zero Date when it is open or unknown. Any other
// date is its own end.
func (d Date) End() Date { return end(d, d.endText()) }

func end(d Date, text string) Date {
	if d.kind != KindInterval {
		return d
	}
	e, _ := Parse(text) // "" and ".." give the zero Date
	return e
}

// startText is the text before the slash, or all of it.
func (d Date) startText() string {
	if d.kind == KindInterval {
		s, _, _ := strings.Cut(d.text, "/")
		return s
	}
	return d.text
}

func (d Date) endText() string {
	if d.kind == KindInterval {
		_, s, _ := strings.Cut(d.text, "/")
		return s
	}
	return d.text
}

// Elements are the elements of a set, as written; a range is one element, an interval. A date that
// is no set is its only element; the zero Date has none.
func (d Date) Elements() iter.Seq[Date] {
	return func(yield func(Date) bool) {
		if !d.IsSet() {
			if !d.IsZero() {
				yield(d)
			}
			return
		}
		for i := 1; i < len(d.text); {
			var e ends
			next, _ := scanElement(d.text, i, &e)
			if !yield(e.date()) {
				return
			}
			i = next + 1
		}
	}
}

// date is the element of a set as a Date of its own.
func (e *ends) date() Date {
	text := e.startText
	switch {
	case !e.hasStart:
		text = "../" + e.endText
	case !e.hasEnd:
		text = e.startText + "/.."
	case e.isRange:
		text = e.startText + "/" + e.endText
	}
	d, _ := Parse(text)
	return d
}
