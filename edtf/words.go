package edtf

import (
	"strconv"
	"strings"
)

// Words are the words and patterns of one language for [Words.Format]. Patterns are text with
// places in braces; which places a pattern has is said beside it. Start from [English] and change what differs; an
// empty pattern prints nothing but its first place.
//
// A Words is plain data; it is safe for concurrent use while nobody changes it.
type Words struct {
	Months    [12]string         // "January" … "December"
	Parts     [Half2 + 1]string  // by SubYear: "spring {year}", "late {year}"
	Ordinal   func(n int) string // "20th"; nil prints the number with a full stop
	Era       string             // {year}: a year before 1, "{year} BC"
	EarlyYear string             // {year}: a year from 1 to 99, "AD {year}"

	Day        string // {day} {month} {year}
	DayOnly    string // {day} {month}: of no certain year
	Month      string // {month} {year}
	MonthOnly  string // {month}
	Decade     string // {year}: the first year of the decade, "{year}s"
	Century    string // {ordinal}: "{ordinal} century"
	Millennium string // {ordinal}
	ThePeriod  string // {period}: a decade, century or millennium behind SomeMonth and SomeDay, "the {period}"
	OfPeriod   string // {period}: one in the place of a year, "of the {period}"
	Time       string // {date} {time} {zone}

	Uncertain   string // {date}: marked "?"
	Approximate string // {date}: marked "~"
	Doubtful    string // {date}: marked "%"
	SomeMonth   string // {date}: a month of it, not known which
	SomeDay     string // {date}: a day of it, not known which

	Range        string // {start} {end}: an interval of single words and numbers, "1950–1953"
	LongRange    string // {start} {end}: an interval with a blank in one of its ends
	Between      string // {start} {end}: one of a range; in Range and LongRange too, all intervals are read so
	OpenStart    string // {date}: "by {date}"
	OpenEnd      string // {date}: "since {date}"
	UnknownStart string // {date}
	UnknownEnd   string // {date}

	Comma string // between the elements of a list, ", "
	Or    string // before the last of alternatives, " or "
	And   string // before the last of several, " and "
}

// English are the words of English prose, British order: 31 May 1924.
func English() *Words {
	season := func(i SubYear) string {
		return [...]string{"spring {year}", "summer {year}", "autumn {year}", "winter {year}"}[(i-Spring)%4]
	}
	w := &Words{
		Months:    months,
		Ordinal:   englishOrdinal,
		Era:       "{year} BC",
		EarlyYear: "AD {year}",

		Day:        "{day} {month} {year}",
		DayOnly:    "{day} {month}",
		Month:      "{month} {year}",
		MonthOnly:  "{month}",
		Decade:     "{year}s",
		Century:    "{ordinal} century",
		Millennium: "{ordinal} millennium",
		ThePeriod:  "the {period}",
		OfPeriod:   "of the {period}",
		Time:       "{date}, {time}{zone}",

		Uncertain:   "possibly {date}",
		Approximate: "c. {date}",
		Doubtful:    "possibly c. {date}",
		SomeMonth:   "a month of {date}",
		SomeDay:     "a day of {date}",

		Range:        "{start}–{end}",
		LongRange:    "{start} – {end}",
		Between:      "between {start} and {end}",
		OpenStart:    "by {date}",
		OpenEnd:      "since {date}",
		UnknownStart: "until {date}",
		UnknownEnd:   "from {date}",

		Comma: ", ",
		Or:    " or ",
		And:   " and ",
	}
	for c := Spring; c <= WinterSouthern; c++ {
		w.Parts[c] = season(c)
	}
	for i, s := range [...]string{
		"first quarter of {year}", "second quarter of {year}", "third quarter of {year}", "fourth quarter of {year}",
		"early {year}", "mid-{year}", "late {year}",
		"first half of {year}", "second half of {year}",
	} {
		w.Parts[int(Quarter1)+i] = s
	}
	return w
}

func englishOrdinal(n int) string {
	suffix := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// Human is d in English words: "31 May 1924", "late 1948", "c. 1201 BC", "by 1924", "April–June 1952". It is meant
// for reading, and not to be parsed; what has no words is left in EDTF. "" for the zero Date.
func (d Date) Human() string { return English().Format(d) }

// Format is d in words; see [Date.Human].
func (w *Words) Format(d Date) string {
	if s, ok := w.words(d); ok {
		return s
	}
	return d.text
}

// words is d in words; ok is false when it has none.
func (w *Words) words(d Date) (s string, ok bool) {
	switch d.kind {
	case KindNone:
		return "", false
	case KindInterval:
		return w.interval(d)
	case KindOneOf:
		return w.list(d, w.Or)
	case KindAllOf:
		return w.list(d, w.And)
	}
	p, _ := d.plain()
	if s, ok = w.bare(&p); !ok {
		return "", false
	}
	switch p.qualifier() {
	case Uncertain:
		s = fill(w.Uncertain, "date", s)
	case Approximate:
		s = fill(w.Approximate, "date", s)
	case Doubtful:
		s = fill(w.Doubtful, "date", s)
	}
	return s, true
}

// fill puts values into the places of a pattern: pairs are place, value, place, value …
func fill(pattern string, pairs ...string) string {
	if pattern == "" {
		return pairs[1]
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(pattern, '{')
		if i < 0 {
			break
		}
		j := strings.IndexByte(pattern[i:], '}')
		if j < 0 {
			break
		}
		b.WriteString(pattern[:i])
		for k := 0; k+1 < len(pairs); k += 2 {
			if pairs[k] == pattern[i+1:i+j] {
				b.WriteString(pairs[k+1])
			}
		}
		pattern = pattern[i+j+1:]
	}
	b.WriteString(pattern)
	return b.String()
}

// bare is a single date without its qualifier; ok is false when there are no words for it.
func (w *Words) bare(p *plain) (s string, ok bool) {
	if p.digits == [4]byte{'X', 'X', 'X', 'X'} {
		return w.yearless(p)
	}
	year, period, ok := w.year(p)
	if !ok || p.parts == 1 {
		return year, ok
	}
	whole := year // as a phrase of its own
	if period {
		year, whole = fill(w.OfPeriod, "period", year), fill(w.ThePeriod, "period", year)
	}
	if p.kind == KindSeason {
		return fill(w.Parts[p.code], "year", year), !period || p.code <= WinterSouthern
	}
	if isXX(p.monthText) {
		if p.parts == 2 {
			return fill(w.SomeMonth, "date", whole), true
		}
		return fill(w.SomeDay, "date", whole), isXX(p.dayText)
	}
	m, ok := twoOf(p.monthText, true)
	if !ok {
		return "", false
	}
	month := fill(w.Month, "month", w.Months[m-1], "year", year)
	if p.parts == 2 {
		return month, true
	}
	if isXX(p.dayText) {
		return fill(w.SomeDay, "date", month), true
	}
	d, ok := twoOf(p.dayText, true)
	date := fill(w.Day, "day", strconv.Itoa(d), "month", w.Months[m-1], "year", year)
	if p.kind == KindDateTime {
		date = fill(w.Time, "date", date, "time", p.clockText(), "zone", p.zoneText())
	}
	return date, ok
}

// yearless is a date of which no digit of the year is known.
func (w *Words) yearless(p *plain) (s string, ok bool) {
	m, ok := twoOf(p.monthText, p.kind != KindSeason)
	if !ok || p.neg {
		return "", false
	}
	month := fill(w.MonthOnly, "month", w.Months[m-1])
	switch {
	case p.parts == 2:
		return month, true
	case isXX(p.dayText):
		return fill(w.SomeDay, "date", month), true
	}
	d, ok := twoOf(p.dayText, true)
	return fill(w.DayOnly, "day", strconv.Itoa(d), "month", w.Months[m-1]), ok
}

// year is the year in words: "1949", "44 BC", "c. 1950"; or a period: "1980s", "20th century".
func (w *Words) year(p *plain) (s string, period, ok bool) {
	if p.sig > 0 {
		return fill(w.Approximate, "date", w.number(p.year)), false, true
	}
	x := p.trailingX()
	switch {
	case p.isOneOfSeveralYears(x):
		return "", false, false
	case x == 0 && p.year <= -longYear && p.year%1000 == 0 && (p.qualifier() == Approximate || p.qualifier() == Doubtful):
		return fill(w.Era, "year", strconv.FormatUint(uint64(magnitude(p.year)), 10)), false, true
	case x == 0:
		return w.number(p.year), false, true
	case x == 1:
		return fill(w.Decade, "year", strconv.Itoa(p.low)), true, !p.neg
	case x == 2:
		return w.count(w.Century, p, 100), true, true
	}
	return w.count(w.Millennium, p, 1000), true, true
}

// longYear is from where on an approximate year before Christ is a round number of years, of which the step from the
// astronomical count to that of historians is no part: about 66 million years.
const longYear = 100_000

// number is a year, counted from 1 before Christ when it is before 1.
func (w *Words) number(year int) string {
	if year > 99 {
		return strconv.Itoa(year)
	}
	if year > 0 {
		return fill(w.EarlyYear, "year", strconv.Itoa(year))
	}
	return fill(w.Era, "year", strconv.FormatUint(uint64(magnitude(year))+1, 10))
}

// count is the century or millennium.
func (w *Words) count(pattern string, p *plain, years int) string {
	n := p.low/years + 1
	if p.neg {
		n = -p.high/years + 1
	}
	ordinal := strconv.Itoa(n) + "."
	if w.Ordinal != nil {
		ordinal = w.Ordinal(n)
	}
	s := fill(pattern, "ordinal", ordinal)
	if p.neg {
		return fill(w.Era, "year", s)
	}
	return s
}

func (p *plain) clockText() string {
	b := append(appendTwo(nil, int(p.hour)), ':')
	b = appendTwo(b, int(p.minute))
	if p.second != 0 {
		b = appendTwo(append(b, ':'), int(p.second))
	}
	return string(b)
}

func (p *plain) zoneText() string {
	if !p.zoned {
		return ""
	}
	b := []byte(" UTC")
	n := int(p.zone)
	if n == 0 {
		return string(b)
	}
	sign := "+"
	if n < 0 {
		sign, n = "−", -n
	}
	b = strconv.AppendInt(append(b, sign...), int64(n/60), 10)
	if n%60 != 0 {
		b = appendTwo(append(b, ':'), n%60)
	}
	return string(b)
}
