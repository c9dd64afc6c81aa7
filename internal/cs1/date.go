package cs1

import (
	"strconv"
	"strings"
	"time"

	"github.com/sinosoviet/sinosoviet/edtf"
)

// DateForm tells how a citation's date is written.
type DateForm uint8

// The forms of dates.
const (
	DateNone    DateForm = iota // nothing that could be read
	DateNoDate                  // "n.d.", "nd": the source has none
	DateLoose                   // understood, but not in a form that Wikipedia's checker accepts
	DateYear                    // "1989", "c. 1900", "1949–1950", "1950s"
	DateMonth                   // "October 1950", "Spring 2000", "June–July 1969"
	DateDay                     // "14 February 1950", "June 5–7, 1969", "1950-10-19"
	DateFullISO                 // "1950-10-19"
)

// A Date is a date of a citation as it could be read.
type Date struct {
	EDTF   edtf.Date
	Suffix string // "a" of "2000a"
	Form   DateForm
	Year   int // first year; 0 when there is none
	Last   int // last year: that of a range's end
	Ranged bool
}

// datum is one end of a date: zero fields are not given. Month is an EDTF month, season or quarter.
type datum struct {
	year, month, day int
}

func (d datum) edtf(b []byte) []byte {
	b = pad(b, d.year, 4)
	if d.month > 0 {
		b = pad(append(b, '-'), d.month, 2)
		if d.day > 0 {
			b = pad(append(b, '-'), d.day, 2)
		}
	}
	return b
}

func pad(b []byte, n, width int) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	var buf [20]byte
	s := strconv.AppendInt(buf[:0], int64(n), 10)
	for i := len(s); i < width; i++ {
		b = append(b, '0')
	}
	return append(b, s...)
}

// token kinds of dates.
const (
	tokNumber = iota
	tokMonth  // months, seasons and quarters by their EDTF code; festivals by 98 and 99
	tokDash
	tokComma
	tokOther
)

type token struct {
	kind    int
	n       int    // number or month
	digits  int    // how many, of a number
	suffix  string // letter behind a number
	spaceL  bool   // blank before
	spaceR  bool   // blank behind
	endash  bool
	literal string
	short   bool // a month's name of three letters
	exact   bool // a month's name spelt and cased as the checker wants it
}

// maxDateTokens bounds a date; longer values are not dates.
const maxDateTokens = 12

// ParseDate reads a date of a citation in any form that Wikipedia's templates accept, and some more. Years are
// not checked against the present.
func ParseDate(value string) Date {
	s := Readable(value)
	if s == "" || len(s) > 64 {
		return Date{}
	}
	if d, ok := noDate(s); ok {
		return d
	}
	body, circa, loose := trimCirca(s)
	if body == "" {
		return Date{}
	}
	if d, ok := isoDate(body); ok {
		if circa {
			d.Form = DateLoose
		}
		return finish(d, circa, loose)
	}
	if loose2 := strings.TrimSuffix(body, "."); loose2 != body {
		body, loose = loose2, true
	}
	if strings.HasPrefix(body, "[") && strings.HasSuffix(body, "]") || strings.HasPrefix(body, "(") && strings.HasSuffix(body, ")") {
		body, loose = body[1:len(body)-1], true
	}
	var buf [maxDateTokens]token
	toks, ok := dateTokens(buf[:0], body)
	if !ok {
		return Date{}
	}
	d, ok := strictDate(toks)
	if !ok {
		d, ok = looseDate(toks)
		loose = true
	}
	if !ok {
		return Date{}
	}
	if circa && !(d.Form == DateYear && !d.Ranged) {
		loose = true
	}
	return finish(d, circa, loose)
}

func noDate(s string) (Date, bool) {
	switch {
	case strings.HasPrefix(s, "n.d."):
		s = s[4:]
	case strings.HasPrefix(s, "nd"):
		s = s[2:]
	case strings.EqualFold(s, "n.d"), strings.EqualFold(s, "no date"), strings.EqualFold(s, "undated"), strings.EqualFold(s, "n. d."):
		return Date{Form: DateLoose}, true
	default:
		return Date{}, false
	}
	if s == "" || len(s) == 1 && isLetter(s[0]) {
		return Date{Form: DateNoDate, Suffix: s}, true
	}
	return Date{}, false
}

// trimCirca takes a leading "c. " off; loose tells of another spelling than the accepted one.
func trimCirca(s string) (rest string, circa, loose bool) {
	if r, ok := strings.CutPrefix(s, "c. "); ok {
		return strings.TrimSpace(r), true, false
	}
	if s[0]|0x20 != 'c' && s[0] != '~' {
		return s, false, false
	}
	lower := strings.ToLower(s[:min(len(s), 8)])
	for _, p := range [...]string{"circa ", "ca. ", "ca ", "c.", "c ", "~"} {
		if strings.HasPrefix(lower, p) {
			return strings.TrimSpace(s[len(p):]), true, true
		}
	}
	return s, false, false
}

func finish(d Date, circa, loose bool) Date {
	if loose && d.Form != DateNone {
		d.Form = DateLoose
	}
	if circa && !d.EDTF.IsZero() {
		t := d.EDTF.String()
		if a, b, ok := strings.Cut(t, "/"); ok {
			t = a + "~/" + b + "~"
		} else {
			t += "~"
		}
		if e, err := edtf.Parse(t); err == nil {
			d.EDTF = e
		}
	}
	return d
}

// isoDate reads "1950-10-19" and, as a loose form, "1950-10".
func isoDate(s string) (Date, bool) {
	if len(s) != 10 && len(s) != 7 || !digitsOnly(s[:4]) || s[4] != '-' || !digitsOnly(s[5:7]) {
		return Date{}, false
	}
	y, _ := strconv.Atoi(s[:4])
	m, _ := strconv.Atoi(s[5:7])
	if len(s) == 7 {
		if m < 1 || m > 12 {
			return Date{}, false // "1949-50" is a range
		}
		return make1(datum{year: y, month: m}, DateLoose), true
	}
	if s[7] != '-' || !digitsOnly(s[8:]) {
		return Date{}, false
	}
	day, _ := strconv.Atoi(s[8:])
	d := datum{year: y, month: m, day: day}
	if !d.valid() || y < 1 {
		return Date{}, false
	}
	form := DateFullISO
	if y < 1582 {
		form = DateLoose
	}
	return make1(d, form), true
}

// valid reports whether the day exists; years before 1582 are Julian.
func (d datum) valid() bool {
	if d.day == 0 {
		return d.month == 0 || d.month <= 12 || d.month >= 21
	}
	if d.month < 1 || d.month > 12 || d.day > 31 {
		return false
	}
	leap := d.year%4 == 0 && (d.year%100 != 0 || d.year%400 == 0 || d.year < 1582)
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[d.month-1]
	if d.month == 2 && leap {
		days = 29
	}
	return d.day <= days
}

func make1(a datum, form DateForm) Date {
	var buf [24]byte
	b := buf[:0]
	x := a
	if x.month >= 90 {
		x.month, x.day = 0, 0 // a festival is no month
	}
	b = x.edtf(b)
	e, err := edtf.Parse(string(b))
	if err != nil {
		return Date{}
	}
	return Date{EDTF: e, Form: form, Year: a.year, Last: a.year}
}

func make2(a, b datum, form DateForm) Date {
	if a.month >= 90 {
		a.month = 0
	}
	if b.month >= 90 {
		b.month = 0
	}
	var buf [32]byte
	t := b.edtf(append(a.edtf(buf[:0]), '/'))
	e, err := edtf.Parse(string(t))
	if err != nil {
		return Date{}
	}
	return Date{EDTF: e, Form: form, Year: a.year, Last: b.year, Ranged: true}
}

// monthCode is the EDTF month, season or quarter a word means, 0 when it means none; exact when it is
// spelt as the checker wants it.
func monthCode(w string) (code int, exact bool) {
	if len(w) < 3 || len(w) > 9 {
		return 0, false
	}
	var buf [9]byte
	lower := buf[:len(w)]
	for i := 0; i < len(w); i++ {
		lower[i] = w[i] | 0x20
		if !isLetter(w[i]) {
			return 0, false
		}
	}
	cased := isUpper(w[0])
	for i := 1; i < len(w); i++ {
		cased = cased && isLower(w[i])
	}
	for m := time.January; m <= time.December; m++ {
		if name := m.String(); lower[0] == name[0]|0x20 && (len(w) == 3 || len(w) == len(name)) && equalFold(name[:len(w)], string(lower)) {
			return int(m), cased
		}
	}
	switch string(lower) {
	case "sept":
		return 9, false
	case "spring":
		return 21, cased
	case "summer":
		return 22, cased
	case "autumn", "fall":
		return 23, cased
	case "winter":
		return 24, cased
	case "easter":
		return 98, cased
	case "christmas":
		return 99, cased
	}
	return 0, false
}

func dateTokens(toks []token, s string) ([]token, bool) {
	for i := 0; i < len(s); {
		space := false
		for i < len(s) && s[i] == ' ' {
			space = true
			i++
		}
		if i >= len(s) {
			break
		}
		if len(toks) == maxDateTokens {
			return nil, false
		}
		if space && len(toks) > 0 {
			toks[len(toks)-1].spaceR = true
		}
		t := token{spaceL: space, kind: tokOther}
		j := i
		switch c := s[i]; {
		case isDigit(c):
			for j < len(s) && isDigit(s[j]) {
				j++
			}
			if j-i > 4 {
				return nil, false
			}
			t.kind, t.digits = tokNumber, j-i
			t.n, _ = strconv.Atoi(s[i:j])
			k := j
			for k < len(s) && isLetter(s[k]) {
				k++
			}
			t.suffix = s[j:k]
			j = k
		case isLetter(c):
			for j < len(s) && (isLetter(s[j]) || s[j] == '.' && j+1 < len(s)) {
				j++
			}
			w := s[i:j]
			t.literal = w
			if m, exact := monthCode(strings.TrimSuffix(w, ".")); m > 0 {
				t.kind, t.n, t.exact = tokMonth, m, exact && !strings.HasSuffix(w, ".")
				t.short = len(w) == 3
			}
		case c == '-':
			t.kind = tokDash
			j++
		case strings.HasPrefix(s[i:], "–"):
			t.kind, t.endash = tokDash, true
			j += len("–")
		case strings.HasPrefix(s[i:], "—"), strings.HasPrefix(s[i:], "−"):
			t.kind, t.literal = tokDash, "—"
			j += len("—")
		case c == ',':
			t.kind = tokComma
			j++
		case c == '/':
			t.kind, t.literal = tokDash, "/"
			j++
		default:
			return nil, false
		}
		toks = append(toks, t)
		i = j
	}
	return quarters(toks), len(toks) > 0
}

// quarters joins "First Quarter" into one token.
func quarters(toks []token) []token {
	if len(toks) < 2 || toks[1].kind != tokOther || toks[1].literal != "Quarter" {
		return toks
	}
	for i, w := range [...]string{"First", "Second", "Third", "Fourth"} {
		if toks[0].literal == w {
			toks[1].kind, toks[1].n, toks[1].exact = tokMonth, 33+i, true
			return toks[1:]
		}
	}
	return toks
}
