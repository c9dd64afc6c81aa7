package parse

import (
	"strconv"
	"strings"
	"time"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// age writes {{age|1893|12|26|1976|9|9}} and its family: the time between two dates that are both given. With one date it is the age on
// the day the page is read, and nothing is written.
func (w *TextWriter) age(t Template) {
	from, ok1 := dateAt(t, 1)
	to, ok2 := dateAt(t, 4)
	if !ok1 || !ok2 || from.day == 0 || to.day == 0 {
		return
	}
	a := time.Date(from.year, time.Month(from.month), from.day, 0, 0, 0, 0, time.UTC)
	b := time.Date(to.year, time.Month(to.month), to.day, 0, 0, 0, 0, time.UTC)
	if b.Before(a) {
		return
	}
	years, months, days := span(a, b)
	key, text := w.key(t), ""
	switch {
	case strings.Contains(key, "months") && strings.Contains(key, "days"):
		text = counted(years, "year") + ", " + counted(months, "month") + " and " + counted(days, "day")
	case key == "ayd" || strings.Contains(key, "years and days"):
		text = counted(years, "year") + ", " + counted(int(b.Sub(a.AddDate(years, 0, 0)).Hours()/24), "day")
	case strings.Contains(key, "in days"):
		text = groupDigits(strconv.Itoa(int(b.Sub(a).Hours() / 24)))
	case strings.Contains(key, "in months"):
		text = strconv.Itoa(12*years + months)
	default:
		text = strconv.Itoa(years)
	}
	w.Print(t.Span(), text)
}

// span is the time from a to b in whole years, then months, then days.
func span(a, b time.Time) (years, months, days int) {
	years, months, days = b.Year()-a.Year(), int(b.Month()-a.Month()), b.Day()-a.Day()
	if days < 0 {
		months--
		days += time.Date(b.Year(), b.Month(), 0, 0, 0, 0, 0, time.UTC).Day()
	}
	if months < 0 {
		years--
		months += 12
	}
	return years, months, days
}

// counted is a number with its noun.
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

// sortedDate writes {{dts|1776|7|4}}, {{dts|4|July|1776}} or {{dts|4 July 1776}}: the date. A part may be left out.
func (w *TextWriter) sortedDate(t Template) {
	var d calendarDate
	dayFirst, numbers := false, 0
	for _, name := range [...]string{"1", "2", "3"} {
		a, ok := t.Arg(name)
		if !ok || a.ValueSpan().Len() == 0 {
			continue
		}
		v := strings.TrimSpace(a.Value())
		n, err := strconv.Atoi(v)
		switch {
		case err != nil && monthNumber(v) == 0:
			w.trimmed(a.ValueNode) // written out
			return
		case err != nil:
			d.month, dayFirst = monthNumber(v), numbers == 1 && d.year == 0
		case n > 31 || len(v) > 2 || name == "1" && w.plain(t, "2") == "" && w.plain(t, "3") == "":
			d.year = n
		case d.month == 0 && n <= 12 && (d.year != 0 || name == "2"):
			d.month = n
		default:
			d.day = n
		}
		numbers++
	}
	if f := w.plain(t, "format"); f != "" {
		dayFirst = strings.HasPrefix(f, "dm")
	}
	switch {
	case d.year != 0:
		w.Print(t.Span(), d.text(dayFirst))
	case d.month != 0 && d.day != 0 && dayFirst:
		w.Print(t.Span(), strconv.Itoa(d.day)+" "+edtf.MonthName(d.month))
	case d.month != 0 && d.day != 0:
		w.Print(t.Span(), edtf.MonthName(d.month)+" "+strconv.Itoa(d.day))
	case d.month != 0:
		w.Print(t.Span(), edtf.MonthName(d.month))
	}
}

// married writes {{marriage|spouse|1900|1910|end=div}}: "spouse (m. 1900; div. 1910)".
func (w *TextWriter) married(t Template) {
	w.firstPositional(t)
	from, to := firstArg(t, []string{"2"}), firstArg(t, []string{"3"})
	if from.Node.tree == nil && to.Node.tree == nil {
		return
	}
	end := strings.ToLower(firstValue(t, "reason", "end"))
	switch end {
	case "d", "d.", "death", "dead":
		end = "died"
	case "div", "divorced", "divorce":
		end = "div."
	case "ann", "annulled", "annulment":
		end = "ann."
	case "sep", "separated":
		end = "sep."
	}
	open := " ("
	if from.Node.tree != nil {
		w.Print(before(from), open+"m. ")
		w.trimmed(from.ValueNode)
		open = "; "
	}
	if to.Node.tree != nil {
		switch {
		case end != "":
			w.Print(before(to), open+end+" ")
		case open == "; ":
			w.Print(before(to), "–")
		default:
			w.Print(before(to), open)
		}
		w.trimmed(to.ValueNode)
	}
	w.Print(sinosoviet.Span{Start: t.End(), End: t.End()}, ")")
}

// firstValue is the value of the first of the arguments that is not blank.
func firstValue(t Template, names ...string) string {
	a := firstArg(t, names)
	if a.Node.tree == nil {
		return ""
	}
	return strings.TrimSpace(a.Value())
}
