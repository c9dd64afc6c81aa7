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
	Months  [12]string         // "January" … "December"
	Parts   [Half2 + 1]string  // by SubYear: "spring {year}", "late {year}"
	Ordinal func(n int) string // "20th"; nil prints the number with a full stop
	Era     string             // {year}: a year before 1, "{year} BC"

	Day        string // {day} {month} {year}
	DayOnly    string // {day} {month}: of no certain year
	Month      string // {month} {year}
	MonthOnly  string // {month}
	Decade     string // {year}: the first year of the decade, "{year}s"
	Century    string // {ordinal}: "{ordinal} century"
	Millennium string // {ordinal}
	Time       string // {date} {time} {zone}

	Uncertain   string // {date}: marked "?"
	Approximate string // {date}: marked "~"
	Doubtful    string // {date}: marked "%"
	SomeMonth   string // {date}: a month of it, not known which
	SomeDay     string // {date}: a day of it, not known which

	Range        string // {start} {end}: an interval of single words and numbers, "1950–1953"
	LongRange    string // {start} {end}: an interval with a blank in one of its ends
	Between      string // {start} {end}: one of a range
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
		Months: [12]string{"January", "February", "March", "April", "May", "June",
			"July", "August", "September", "October", "November", "December"},
		Ordinal: englishOrdinal,
		Era:     "{year} BC",

		Day:        "{day} {month} {year}",
		DayOnly:    "{day} {month}",
		Month:      "{month} {year}",
		MonthOnly:  "{month}",
		Decade:     "{year}s",
		Century:    "{ordinal} century",
		Millennium: "{ordinal} millennium",
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
// for reading; what cannot be said in words is left in EDTF. "" for the zero Date.
func (d Date) Human() string { return English().Format(d) }

// Format is d in words. See [Date.Human]; an interval is "from – to" unless Range and LongRange say otherwise.
func (w *Words) Format(d Date) string {
	switch d.kind {
	case KindNone:
		return ""
	case KindInterval:
		return w.interval(d)
	case KindOneOf:
		return w.list(d, w.Or)
	case KindAllOf:
		return w.list(d, w.And)
	}
	p, _ := d.plain()
	return w.plain(d.text, &p)
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

// plain is a single date with its qualifier.
func (w *Words) plain(text string, p *plain) string {
	s, ok := w.bare(p)
	if !ok {
		return text
	}
	switch p.qualifier() {
	case Uncertain:
		return fill(w.Uncertain, "date", s)
	case Approximate:
		return fill(w.Approximate, "date", s)
	case Doubtful:
		return fill(w.Doubtful, "date", s)
	}
	return s
}

// bare is a single date without its qualifier; ok is false when there are no words for it.
func (w *Words) bare(p *plain) (s string, ok bool) {
	year, ok := w.year(p)
	known := !(p.digits[0] == 'X' && p.digits[3] == 'X') // some of the year
	if !ok && known {
		return "", false
	}
	if p.parts == 1 {
		return year, ok
	}
	if p.kind == KindSeason {
		return fill(w.Parts[p.code], "year", year), known
	}
	if p.parts > 1 && p.monthText == [2]byte{'X', 'X'} {
		if p.parts > 2 && p.dayText == p.monthText {
			return fill(w.SomeDay, "date", year), known
		}
		return fill(w.SomeMonth, "date", year), known && p.parts == 2
	}
	m, ok := twoOf(p.monthText, true)
	if !ok {
		return "", false
	}
	name := w.Months[m-1]
	month := fill(w.Month, "month", name, "year", year)
	if !known {
		month = fill(w.MonthOnly, "month", name)
	}
	if p.parts == 2 {
		return month, true
	}
	if p.dayText == [2]byte{'X', 'X'} {
		return fill(w.SomeDay, "date", month), true
	}
	d, ok := twoOf(p.dayText, true)
	day := strconv.Itoa(d)
	if !known {
		return fill(w.DayOnly, "day", day, "month", name), ok
	}
	date := fill(w.Day, "day", day, "month", name, "year", year)
	if p.kind == KindDateTime {
		date = fill(w.Time, "date", date, "time", p.clockText(), "zone", p.zoneText())
	}
	return date, ok
}

// year is the year in words: "1949", "1980s", "44 BC", "20th century".
func (w *Words) year(p *plain) (s string, ok bool) {
	if p.sig > 0 {
		return fill(w.Approximate, "date", w.number(p.year)), true
	}
	x := 0
	for k := 3; k >= 0 && p.digits[k] == 'X'; k-- {
		x++
	}
	for k := range 4 - x {
		if p.digits[k] == 'X' {
			return "", false
		}
	}
	switch x {
	case 0:
		return w.number(p.year), true
	case 1:
		if p.neg {
			return "", false
		}
		return fill(w.Decade, "year", strconv.Itoa(p.low)), true
	case 2:
		return w.count(w.Century, p, 100), true
	case 3:
		return w.count(w.Millennium, p, 1000), true
	}
	return "", false
}

// number is a year, counted from 1 before Christ when it is before 1.
func (w *Words) number(year int) string {
	if year > 0 {
		return strconv.Itoa(year)
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
	sign := byte('+')
	if n < 0 {
		sign, n = '-', -n
	}
	b = strconv.AppendInt(append(b, sign), int64(n/60), 10)
	if n%60 != 0 {
		b = appendTwo(append(b, ':'), n%60)
	}
	return string(b)
}
