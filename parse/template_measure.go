package parse

import (
	"math"
	"strconv"
	"strings"
)

// currencySigns are the signs that {{currency}} puts before an amount, by ISO 4217 code.
var currencySigns = map[string]string{
	"USD": "US$", "GBP": "£", "EUR": "€", "JPY": "¥", "CNY": "CN¥", "RMB": "CN¥", "INR": "₹", "RUB": "₽", "KRW": "₩", "AUD": "A$", "CAD": "CA$", "NZD": "NZ$",
	"HKD": "HK$", "SGD": "S$", "TWD": "NT$", "ILS": "₪", "UAH": "₴", "TRY": "₺", "VND": "₫", "MXN": "MX$", "BRL": "R$", "CHF": "CHF ", "DEM": "DM ",
}

// money writes {{currency|100|GBP}}: "£100".
func (w *TextWriter) money(t Template) {
	amount := firstValue(t, "1", "amount")
	code := strings.ToUpper(firstValue(t, "2", "type"))
	if code == "" {
		code = "USD"
	}
	if amount == "" {
		return
	}
	sign, ok := currencySigns[code]
	if !ok {
		sign = code + " "
	}
	w.Print(t.Span(), sign+groupDigits(amount))
}

// height writes {{height|ft=6|in=1}} and {{height|m=1.85}}: "6 ft 1 in (1.85 m)", "1.85 m (6 ft 1 in)".
func (w *TextWriter) height(t Template) {
	number := func(name string) float64 {
		n, _ := strconv.ParseFloat(firstValue(t, name), 64)
		return n
	}
	imperial := func(inches int) string { return strconv.Itoa(inches/12) + " ft " + strconv.Itoa(inches%12) + " in" }
	metres := number("m")
	if cm := number("cm"); cm > 0 {
		metres = cm / 100
	}
	inches := 12*number("ft") + number("in")
	if !(metres >= 0 && metres < 1e4) || !(inches >= 0 && inches < 1e5) {
		return
	}
	metric := func(m float64) string { return strconv.FormatFloat(m, 'f', 2, 64) + " m" }
	switch {
	case metres > 0:
		w.Print(t.Span(), metric(metres)+" ("+imperial(int(math.Round(metres/0.0254)))+")")
	case inches > 0:
		w.Print(t.Span(), imperial(int(math.Round(inches)))+" ("+metric(inches*0.0254)+")")
	}
}

// density writes {{pop density|people|area|km2|sqmi}}: "5.7/km2 (15/sq mi)".
func (w *TextWriter) density(t Template) {
	number := func(name string) float64 {
		n, _ := strconv.ParseFloat(strings.ReplaceAll(firstValue(t, name), ",", ""), 64)
		return n
	}
	people, area := number("1"), number("2")
	if !(people > 0) || !(area > 0) || people > 1e12 || area < 1e-6 {
		return
	}
	const squareMile = 2.589988110336 // km², exact
	show := func(n float64, unit string) string {
		digits, err := strconv.Atoi(firstValue(t, "prec"))
		if err != nil || digits < 0 || digits > 6 {
			digits = max(0, 1-int(math.Floor(math.Log10(n)))) // two significant figures at least
		}
		return groupDigits(strconv.FormatFloat(n, 'f', digits, 64)) + "/" + unit
	}
	n := people / area
	switch from, to := firstValue(t, "3"), firstValue(t, "4"); {
	case from == "km2" && to == "sqmi":
		w.Print(t.Span(), show(n, "km2")+" ("+show(n*squareMile, "sq mi")+")")
	case from == "sqmi" && to == "km2":
		w.Print(t.Span(), show(n, "sq mi")+" ("+show(n/squareMile, "km2")+")")
	case from == "km2":
		w.Print(t.Span(), show(n, "km2"))
	case from == "sqmi":
		w.Print(t.Span(), show(n, "sq mi"))
	}
}

// verse writes {{bibleverse|Genesis|1:1}} and, with the number of a book before its name, {{bibleverse|1|Kings|2:3}}.
func (w *TextWriter) verse(t Template) {
	names := []string{"1", "2"}
	if n := w.plain(t, "1"); n == "" || isInteger(n) {
		names = append(names, "3")
	}
	first := true
	for _, name := range names {
		a := firstArg(t, []string{name})
		if a.Node.tree == nil {
			continue
		}
		if !first {
			w.Print(before(a), " ")
		}
		first = false
		w.trimmed(a.ValueNode)
	}
}

// pageTitle writes {{PAGENAME}}: the page's title, when the source has one.
func (w *TextWriter) pageTitle(t Template) { w.Print(t.Span(), t.tree.title) }
