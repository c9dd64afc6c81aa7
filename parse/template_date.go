package parse

import (
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// monthNumber is the number of a month given by number or by its English name, which may be cut to three letters or more; 0 when it is none.
func monthNumber(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n >= 1 && n <= 12 {
		return n
	}
	if len(s) >= 3 {
		for month := 1; month <= 12; month++ {
			if name := edtf.MonthName(month); len(s) <= len(name) && strings.EqualFold(name[:len(s)], s) {
				return month
			}
		}
	}
	return 0
}

// calendarDate is a date as templates take it: year, and month and day when they are given.
type calendarDate struct{ year, month, day int }

// dateAt reads year, month and day from three positional arguments.
func dateAt(t Template, first int) (d calendarDate, ok bool) {
	arg := func(i int) string {
		a, _ := t.Arg(strconv.Itoa(first + i))
		return strings.TrimSpace(a.Value())
	}
	year, err := strconv.Atoi(arg(0))
	if err != nil {
		return d, false
	}
	d.year, d.month = year, monthNumber(arg(1))
	if day, err := strconv.Atoi(arg(2)); err == nil && day >= 1 && day <= 31 && d.month > 0 {
		d.day = day
	}
	return d, true
}

// text is the date as the English Wikipedia writes it, day or month first.
func (d calendarDate) text(dayFirst bool) string {
	year := strconv.Itoa(d.year)
	switch {
	case d.month == 0:
		return year
	case d.day == 0:
		return edtf.MonthName(d.month) + " " + year
	case dayFirst:
		return strconv.Itoa(d.day) + " " + edtf.MonthName(d.month) + " " + year
	}
	return edtf.MonthName(d.month) + " " + strconv.Itoa(d.day) + ", " + year
}

// isDayFirst reads the parameter df.
func isDayFirst(t Template) bool {
	a, ok := t.Arg("df")
	v := strings.ToLower(strings.TrimSpace(a.Value()))
	return ok && v != "" && v != "no" && v != "n"
}

// dateText is what {{birth date|Y|M|D}} and its family print: the date, or the first argument when it is written out. The age
// some of them add is left out: it is that of the day the page is read.
func dateText(t Template, first int) string {
	if d, ok := dateAt(t, first); ok {
		return d.text(isDayFirst(t))
	}
	a, _ := t.Arg(strconv.Itoa(first))
	return strings.TrimSpace(a.Value())
}

// deathDate writes {{death date and age|Y|M|D|Y|M|D}}: "May 5, 1821 (aged 51)".
func (w *TextWriter) deathDate(t Template) {
	s := dateText(t, 1)
	d, ok1 := dateAt(t, 1)
	b, ok2 := dateAt(t, 4)
	if ok1 && ok2 {
		age := d.year - b.year
		if d.month < b.month || d.month == b.month && d.day < b.day {
			age--
		}
		s += " (aged " + strconv.Itoa(age) + ")"
	}
	w.Print(t.Span(), s)
}

// deathYear writes {{death year and age|1821|1769}}: "1821 (aged 51–52)".
func (w *TextWriter) deathYear(t Template) {
	d, err1 := strconv.Atoi(w.plain(t, "1"))
	b, err2 := strconv.Atoi(w.plain(t, "2"))
	if err1 != nil || err2 != nil {
		w.firstPositional(t)
		return
	}
	w.Print(t.Span(), strconv.Itoa(d)+" (aged "+strconv.Itoa(d-b-1)+"–"+strconv.Itoa(d-b)+")")
}

// asOf writes {{as of|2010|5|3}}: "As of 3 May 2010".
func (w *TextWriter) asOf(t Template) {
	if a := firstArg(t, []string{"alt"}); a.Node.tree != nil {
		w.trimmed(a.ValueNode)
		return
	}
	words := "As of "
	if w.hasYes(t, "since") {
		words = "Since "
	}
	if w.plain(t, "lc") != "" {
		words = strings.ToLower(words)
	}
	d, ok := dateAt(t, 1)
	if !ok {
		if a := firstArg(t, []string{"1"}); a.Node.tree != nil {
			w.Print(sinosoviet.Span{Start: t.Start(), End: a.Node.Start()}, words)
			w.trimmed(a.ValueNode)
		}
		return
	}
	w.Print(t.Span(), words+d.text(!strings.EqualFold(w.plain(t, "df"), "us"))+w.plain(t, "post"))
}

// coordinates writes {{coord|39|54|N|116|23|E}}: "39°54′N 116°23′E". Those shown only beside the title print nothing.
func (w *TextWriter) coordinates(t Template) {
	if d := w.plain(t, "display"); d != "" && !strings.Contains(d, "inline") {
		return
	}
	var b strings.Builder
	signs := [...]string{"°", "′", "″"}
	n := 0
	var decimals []string
	for a := range t.Args() {
		if !a.IsPositional {
			continue
		}
		v := strings.TrimSpace(a.Value())
		switch {
		case v == "N" || v == "S" || v == "E" || v == "W":
			b.WriteString(v)
			if v == "N" || v == "S" {
				b.WriteByte(' ')
			}
			n = 0
		case v != "" && (v[0] == '-' || v[0] >= '0' && v[0] <= '9') && n < len(signs):
			b.WriteString(v + signs[n])
			n++
			decimals = append(decimals, v)
		}
	}
	s := strings.TrimSpace(b.String())
	if !strings.ContainsAny(s, "NS") && len(decimals) >= 2 {
		s = hemisphere(decimals[0], "N", "S") + " " + hemisphere(decimals[1], "E", "W")
	}
	w.Print(t.Span(), s)
}

func hemisphere(degrees, plus, minus string) string {
	if rest, ok := strings.CutPrefix(degrees, "-"); ok {
		return rest + "°" + minus
	}
	return degrees + "°" + plus
}
