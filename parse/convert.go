package parse

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed units.tsv
var unitsTSV string

// unit is a unit of measure that {{convert}} knows.
type unit struct {
	names   [4]string // name, plural, American name, American plural
	symbol  string
	kind    string // dimension
	factor  float64
	outputs []string // codes it is converted to by default; blank-separated ones are shown with a semicolon
}

// units is the table of units by code.
var units = sync.OnceValue(func() map[string]*unit {
	table := make(map[string]*unit)
	for line := range strings.SplitSeq(unitsTSV, "\n") {
		f := strings.Split(line, "\t")
		if len(f) != 9 || line[0] == '#' {
			continue
		}
		factor, _ := strconv.ParseFloat(f[7], 64)
		u := &unit{names: [4]string(f[1:5]), symbol: f[5], kind: f[6], factor: factor}
		if strings.Contains(f[8], ",") {
			u.outputs = strings.Split(f[8], ",")
		} else {
			u.outputs = strings.Fields(f[8])
		}
		for code := range strings.SplitSeq(f[0], "|") {
			table[code] = u
		}
	}
	return table
})

// conversion is what {{convert|5|to|10|km|mi}} asks for.
type conversion struct {
	numbers    []string // as given
	separators []string // between them
	from       *unit
	to         []string
	rounding   string
	abbr       bool // symbols for the first unit too
	adjective  bool
	american   bool
	noOutput   bool   // only the given value is shown
	noInput    bool   // only the converted value is shown
	names      bool   // names for the second unit too
	flip       bool   // the converted value is shown first
	plain      bool   // no commas between digits
	adjust     string // what follows the unit of an adjective: "-long"
	open, end  string // around the converted value
	major      string // a value in two units, "6 ft 4 in": the first number
	majorUnit  *unit
}

// conversionSigns are the values of disp that say what stands around the converted value.
var conversionSigns = map[string][2]string{"or": {" or ", ""}, "comma": {", ", ""}, "slash": {" / ", ""}, "s": {" / ", ""}, "/": {" / ", ""}, "sqbr": {" [", "]"},
	"semicolon": {"; ", ""}, "br": {" ", ""}, "br()": {" (", ")"}, "x": {" ", ""}, "table": {" ", ""}, "tablecen": {" ", ""}, "and": {" and ", ""}}

// rangeWords are what stands between two numbers, and how it shows.
var rangeWords = map[string]string{"to": " to ", "-": "–", "–": "–", "and": " and ", "x": " × ", "×": " × ", "by": " by ", "xx": " × ", "or": " or ",
	"to(-)": " to ", "&": " & ", "+/-": " ± ", "±": " ± ", "+": " + ", ",": ", ", "and(-)": " and "}

// convert writes {{convert|10|km|mi}}: "10 kilometres (6.2 mi)". A unit it does not know leaves the number and the code.
func (w *TextWriter) convert(t Template) {
	c, rest := w.readConversion(t)
	if len(c.numbers) == 0 {
		return
	}
	if c.from == nil {
		w.Print(t.Span(), strings.TrimSpace(c.joined(func(s string) string { return groupDigits(s) })+" "+rest))
		return
	}
	switch {
	case c.from.kind == "temperature" && !c.names:
		c.abbr = true
	case !c.abbr && (c.open == " or " || c.open == " / "):
		c.names = true // both stand in the sentence
	}
	in := c.input(c.abbr)
	out := c.output(c.names)
	if c.flip && out != "" && !c.noInput {
		in, out = c.output(!c.abbr), c.input(!c.names)
	}
	switch {
	case out == "" || c.noOutput:
		w.Print(t.Span(), in)
	case c.noInput:
		w.Print(t.Span(), out)
	default:
		w.Print(t.Span(), in+c.open+out+c.end)
	}
}

// readConversion reads the arguments.
func (w *TextWriter) readConversion(t Template) (c conversion, rest string) {
	var args []string
	c.open, c.end = " (", ")"
	for a := range t.Args() {
		v := strings.TrimSpace(a.Value())
		if strings.IndexByte(v, '{') >= 0 || strings.IndexByte(v, '&') >= 0 || strings.IndexByte(v, '[') >= 0 {
			v = w.Text(a.ValueNode)
		}
		switch {
		case a.IsPositional:
			args = append(args, v)
		case a.Name == "abbr":
			c.abbr, c.names = v == "on" || v == "in", v == "off"
		case a.Name == "adj":
			c.adjective = v == "on" || v == "mid" || v == "1"
		case a.Name == "sp":
			c.american = v == "us"
		case a.Name == "disp":
			if around, ok := conversionSigns[v]; ok {
				c.open, c.end = around[0], around[1]
			}
			c.flip = c.flip || v == "flip"
			c.noOutput, c.noInput = false, v == "out" || v == "output only" || v == "output number only" || v == "number"
		case a.Name == "order":
			c.flip = c.flip || v == "flip"
		case a.Name == "comma":
			c.plain = v == "off"
		case a.Name == "sigfig":
			c.rounding = "s" + v
		}
	}
	switch w.key(t) {
	case "cvt", "convinfobox":
		c.abbr = true
	}
	for len(args) > 0 {
		c.numbers = append(c.numbers, args[0])
		args = args[1:]
		if len(args) < 2 {
			break
		}
		sep, ok := rangeWords[args[0]]
		if !ok {
			break
		}
		c.separators = append(c.separators, sep)
		args = args[1:]
	}
	if len(args) > 0 {
		rest = args[0]
		c.from = units()[rest]
		args = args[1:]
	}
	args = c.second(args)
	if n := len(args); n > 0 && c.adjective && len(args[n-1]) > 1 && args[n-1][0] == '-' && !isInteger(args[n-1]) {
		c.adjust, args = args[n-1], args[:n-1]
	}
	if len(args) > 0 && args[0] != "" && !isInteger(args[0]) {
		c.to = c.outputCodes(args[0])
		args = args[1:]
	} else if c.from != nil {
		c.to = c.from.outputs
	}
	if len(args) > 0 && args[0] != "" {
		c.rounding = args[0]
	}
	return c, rest
}

// second reads the second unit of a value such as {{convert|6|ft|4|in}}; numbers and from become those of the smaller unit.
func (c *conversion) second(args []string) []string {
	if len(args) < 2 || c.from == nil || len(c.numbers) != 1 {
		return args
	}
	small := units()[args[1]]
	major, err1 := strconv.ParseFloat(strings.ReplaceAll(c.numbers[0], ",", ""), 64)
	minor, err2 := strconv.ParseFloat(args[0], 64)
	if small == nil || small.kind != c.from.kind || small.factor >= c.from.factor || err1 != nil || err2 != nil {
		return args
	}
	ratio := math.Round(c.from.factor / small.factor)
	c.major, c.majorUnit = c.numbers[0], c.from
	c.numbers = []string{strconv.FormatFloat(major*ratio+minor, 'f', -1, 64), args[0]}
	c.from = small
	return args[2:]
}

// outputCodes reads "ft", "ft in" or "mi nmi".
func (c *conversion) outputCodes(s string) []string {
	if units()[s] != nil {
		return []string{s}
	}
	return strings.Fields(s)
}

func isInteger(s string) bool { _, err := strconv.Atoi(s); return err == nil }

// joined is the numbers with what stands between them.
func (c *conversion) joined(number func(string) string) string {
	var b strings.Builder
	for i, n := range c.numbers {
		if c.major != "" && i > 0 {
			break
		}
		if i > 0 {
			b.WriteString(c.separators[i-1])
		}
		b.WriteString(number(n))
	}
	return b.String()
}

// input is the value as given, with its unit.
func (c *conversion) input(abbr bool) string {
	s := c.joined(c.group)
	if c.major != "" {
		s = c.numbers[1]
		switch {
		case abbr:
			return c.group(c.major) + " " + c.majorUnit.symbol + " " + s + " " + c.from.symbol
		case c.adjective:
			return c.group(c.major) + "-" + c.majorUnit.name(c.american, true) + "-" + s + "-" + c.from.name(c.american, true) + c.adjust
		}
		return c.group(c.major) + " " + c.majorUnit.name(c.american, c.major == "1") + " " + s + " " + c.from.name(c.american, s == "1")
	}
	switch {
	case abbr && c.from.symbol[0] == '/':
		return s + c.from.symbol
	case abbr:
		return s + " " + c.from.symbol
	case c.adjective:
		return s + "-" + c.from.name(c.american, true) + c.adjust
	}
	last := c.numbers[len(c.numbers)-1]
	return s + " " + c.from.name(c.american, last == "1" && len(c.numbers) == 1)
}

func (u *unit) name(american, singular bool) string {
	i := 0
	if american {
		i = 2
	}
	if !singular {
		i++
	}
	return u.names[i]
}

// output is the converted value in each of the units asked for.
func (c *conversion) output(names bool) string {
	var all []string
	for _, code := range c.to {
		if code == "ftin" && c.from.kind == "length" {
			s := c.joined(c.feet)
			if names {
				s = strings.Replace(strings.Replace(s, "ft", "feet", 1), " in", " inches", 1)
			}
			all = append(all, s)
			continue
		}
		u := units()[code]
		if u == nil || u.kind != c.from.kind {
			return ""
		}
		ok := true
		s := c.joined(func(n string) string {
			v, good := c.value(n, u)
			ok = ok && good
			return v
		})
		if !ok {
			return ""
		}
		switch {
		case names && c.adjective && c.flip:
			s += "-" + u.name(c.american, true) + c.adjust
		case names:
			s += " " + u.name(c.american, s == "1")
		case u.symbol[0] == '/':
			s += u.symbol
		default:
			s += " " + u.symbol
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

// value converts one number.
func (c *conversion) value(n string, to *unit) (string, bool) {
	clean := strings.ReplaceAll(strings.ReplaceAll(n, ",", ""), "−", "-")
	v, err := strconv.ParseFloat(clean, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return "", false
	}
	out := v * c.from.factor / to.factor
	if c.from.kind == "temperature" {
		out = convertTemperature(v, c.from.symbol, to.symbol)
	}
	digits := c.precision(clean, v, out, to)
	if c.major != "" && c.from.kind == "length" && (to.symbol == "m" || to.symbol == "km") {
		digits++ // two units tell more than their smaller one
	}
	return c.group(roundTo(out, digits)), true
}

// group puts commas between groups of digits, unless the template says not to.
func (c *conversion) group(s string) string {
	if c.plain {
		return s
	}
	return groupDigits(s)
}

// feet is a length in feet and inches.
func (c *conversion) feet(n string) string {
	v, err := strconv.ParseFloat(strings.ReplaceAll(n, ",", ""), 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) || math.Abs(v) > 1e15 {
		return n
	}
	inches := int(math.Round(v * c.from.factor / 0.0254))
	return groupDigits(strconv.Itoa(inches/12)) + " ft " + strconv.Itoa(inches%12) + " in"
}

func convertTemperature(v float64, from, to string) float64 {
	switch from {
	case "°F":
		v = (v - 32) / 1.8
	case "K":
		v -= 273.15
	}
	switch to {
	case "°F":
		return v*1.8 + 32
	case "K":
		return v + 273.15
	}
	return v
}

// precision is the number of digits behind the point, by the template's documented rule: that of the input, one more for each
// power of ten that the factor is below 0.2 and one less for each it is above 2, but at least two significant digits.
func (c *conversion) precision(in string, v, out float64, to *unit) int {
	if rest, ok := strings.CutPrefix(c.rounding, "s"); ok && out != 0 {
		if n, err := strconv.Atoi(rest); err == nil {
			return n - 1 - int(math.Floor(math.Log10(math.Abs(out))))
		}
	} else if n, err := strconv.Atoi(c.rounding); err == nil && n > -20 && n < 20 {
		return n
	}
	digits := 0
	if i := strings.IndexByte(in, '.'); i >= 0 {
		digits = len(in) - i - 1
	} else {
		digits = -(len(in) - len(strings.TrimRight(in, "0")))
	}
	if v == 0 || out == 0 {
		return max(digits, 0)
	}
	least := 1 - int(math.Floor(math.Log10(math.Abs(out))+2e-14))
	if c.from.kind == "temperature" {
		return max(digits, min(least, 0))
	}
	factor := math.Abs(out / v)
	digits -= int(math.Floor(math.Log10(factor/0.2) + 1e-9))
	return min(max(digits, least), 15)
}

// roundTo prints v with the number of digits behind the point; a negative number rounds to tens, hundreds and so on.
func roundTo(v float64, digits int) string {
	if digits >= 0 {
		return strconv.FormatFloat(v, 'f', min(digits, 15), 64)
	}
	p := math.Pow(10, float64(-digits))
	return strconv.FormatFloat(math.Round(v/p)*p, 'f', 0, 64)
}

// groupDigits puts commas between groups of three digits of a plain number, and a minus sign for a hyphen.
func groupDigits(s string) string {
	sign, digits := "", s
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		sign, digits = "−", rest
	}
	whole, frac := digits, ""
	if i := strings.IndexByte(digits, '.'); i >= 0 {
		whole, frac = digits[:i], digits[i:]
	}
	for i := range len(whole) {
		if whole[i] < '0' || whole[i] > '9' {
			return s
		}
	}
	if whole == "" {
		return s
	}
	var b strings.Builder
	b.WriteString(sign)
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(whole[i])
	}
	b.WriteString(frac)
	return b.String()
}
