package parse

import (
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// special writes what the templates print that the table names a function for; it reports whether it knows the function.
func (w *TextWriter) special(name string, t Template) bool {
	switch name {
	case "blank": // what they print depends on the day or on tables
	case "age":
		w.age(t)
	case "dts":
		w.sortedDate(t)
	case "married":
		w.married(t)
	case "tree":
		w.familyTree(t)
	case "money":
		w.money(t)
	case "height":
		w.height(t)
	case "density":
		w.density(t)
	case "verse":
		w.verse(t)
	case "title":
		w.pageTitle(t)
	case "wrap":
		w.wrapped(t)
	case "last3":
		w.firstArg(t, []string{"3", "2", "1"})
	case "langx":
		w.langx(t)
	case "zh":
		w.chinese(t)
	case "nihongo":
		w.nihongo(t)
	case "korean":
		w.korean(t)
	case "ipa":
		w.phonetic(t)
	case "respell":
		w.respell(t)
	case "asof":
		w.asOf(t)
	case "date":
		w.Print(t.Span(), dateText(t, 1))
	case "datetext":
		if w.isEnglish() {
			w.firstArg(t, []string{"1"})
		} else {
			w.positional(t, " ") // {{date|3|mai|1900}}
		}
	case "deathdate":
		w.deathDate(t)
	case "deathyear":
		w.deathYear(t)
	case "convert":
		w.convert(t)
	case "val":
		w.value(t)
	case "frac":
		w.fraction(t)
	case "percent":
		w.percent(t)
	case "flag":
		w.flag(t)
	case "forces":
		w.flag(t)
	case "ship":
		w.ship(t)
	case "prefixed":
		w.prefixedShip(t)
	case "url":
		w.webAddress(t)
	case "break":
		w.lineBreak(int32(t.Start()), int32(t.End()))
	case "upper":
		w.Print(t.Span(), strings.ToUpper(w.plain(t, "1")))
	case "chem", "nuclide":
		w.positional(t, "")
	case "coord":
		w.coordinates(t)
	case "harvnb":
		w.harvard(t, " ")
	case "harvtxt":
		w.harvard(t, " (")
	case "music":
		w.Print(t.Span(), musicSigns[w.plain(t, "1")])
	case "num":
		w.number(t)
	case "list":
		w.positional(t, ", ")
	case "sic":
		w.sic(t)
	case "oldstyle":
		w.oldStyle(t)
	case "inlang":
		w.inLanguage(t)
	case "section":
		w.section(t)
	case "shipclass":
		w.shipClass(t)
	case "captions":
		w.captions(t)
	case "columns":
		w.columns(t)
	case "barbox":
		w.barBox(t)
	case "clade":
		w.clade(t)
	case "census":
		w.census(t)
	case "populations":
		w.populations(t)
	case "ordinal":
		w.Print(t.Span(), ordinal(w.plain(t, "1")))
	default:
		return false
	}
	return true
}

// key is the name the table knows a template by.
func (w *TextWriter) key(t Template) string { return strings.ToLower(templateKey(t.Name())) }

// plain is the readable text of an argument.
func (w *TextWriter) plain(t Template, name string) string {
	a, ok := t.Arg(name)
	if !ok {
		return ""
	}
	return w.Text(a.ValueNode)
}

// hasYes reports whether an argument is set to something that means yes.
func (w *TextWriter) hasYes(t Template, name string) bool {
	switch strings.ToLower(w.plain(t, name)) {
	case "y", "yes", "on", "true", "1":
		return true
	}
	return false
}

// wrapped writes the text that a template only dresses: its last argument if it names a colour or style first, else the first.
func (w *TextWriter) wrapped(t Template) {
	switch w.key(t) {
	case "color", "colour", "font color", "fontcolor", "lang", "script", "style", "font":
		w.firstArg(t, []string{"3", "text", "2", "1"})
	default:
		w.firstArg(t, []string{"1", "text", "content"})
	}
}

// positional writes all positional arguments with sep between them.
func (w *TextWriter) positional(t Template, sep string) {
	first := true
	for a := range t.Args() {
		if !a.IsPositional || a.ValueSpan().Len() == 0 {
			continue
		}
		if !first && sep != "" {
			w.Print(sinosoviet.Span{Start: a.Span.Start, End: a.Span.Start}, sep)
		}
		first = false
		w.trimmed(a.ValueNode)
	}
}

// labelled writes parts with a separator before all but the first: a label and an argument each.
type labelled struct{ label, arg string }

func (w *TextWriter) labelled(t Template, parts []labelled, sep string) {
	first := true
	for _, p := range parts {
		a := firstArg(t, []string{p.arg})
		if a.Node.tree == nil {
			continue
		}
		if !first {
			w.Print(sinosoviet.Span{Start: a.Node.Start(), End: a.Node.Start()}, sep)
		}
		first = false
		if p.label != "" {
			w.Print(sinosoviet.Span{Start: a.Node.Start(), End: a.Node.Start()}, p.label)
		}
		w.trimmed(a.ValueNode)
		if strings.HasSuffix(p.label, "'") {
			w.Print(sinosoviet.Span{Start: a.Node.End(), End: a.Node.End()}, "'")
		}
	}
}

// chinese writes {{zh}}: the forms in the order the template shows them.
func (w *TextWriter) chinese(t Template) {
	parts := []labelled{
		{"Chinese: ", "c"}, {"simplified Chinese: ", "s"}, {"traditional Chinese: ", "t"}, {"pinyin: ", "p"}, {"Hanyu Pinyin: ", "hp"}, {"Tongyong Pinyin: ", "tp"},
		{"Wade–Giles: ", "w"}, {"Jyutping: ", "j"}, {"Cantonese Yale: ", "cy"}, {"Sidney Lau: ", "sl"}, {"Pe̍h-ōe-jī: ", "poj"}, {"Tâi-lô: ", "tl"}, {"Zhuyin Fuhao: ", "zhu"},
		{"lit. '", "l"}, {"transl. ", "tr"},
	}
	if w.plain(t, "labels") == "no" {
		for i := range parts {
			parts[i].label = ""
		}
	}
	if w.plain(t, "first") == "t" {
		parts[1], parts[2] = parts[2], parts[1]
	}
	if !w.firstPositional(t) {
		w.labelled(t, parts, "; ")
	}
}

// firstPositional writes the first positional argument, if there is one.
func (w *TextWriter) firstPositional(t Template) bool { return w.firstArg(t, []string{"1"}) }

// nihongo writes {{nihongo|English|kanji|romaji|extra|extra2}}: "English (kanji, romaji, extra) extra2".
func (w *TextWriter) nihongo(t Template) {
	english, kanji, romaji, extra := firstArg(t, []string{"1"}), firstArg(t, []string{"2"}), firstArg(t, []string{"3"}), firstArg(t, []string{"extra", "4"})
	switch w.key(t) {
	case "nihongo foot": // the rest stands in a note
		if english.Node.tree != nil {
			w.trimmed(english.ValueNode)
		}
		return
	case "nihongo3":
		english, romaji = romaji, english
	}
	args := []Arg{kanji, romaji, extra}
	if english.Node.tree != nil {
		w.trimmed(english.ValueNode)
	} else if romaji.Node.tree != nil {
		w.trimmed(romaji.ValueNode)
		args = []Arg{kanji, extra}
	}
	open := false
	for _, a := range args {
		if a.Node.tree == nil {
			continue
		}
		sep := ", "
		if !open {
			sep, open = " (", true
		}
		w.Print(sinosoviet.Span{Start: a.Node.Start(), End: a.Node.Start()}, sep)
		w.trimmed(a.ValueNode)
	}
	if open {
		w.Print(sinosoviet.Span{Start: t.End(), End: t.End()}, ")")
	}
	if a := firstArg(t, []string{"extra2", "5"}); a.Node.tree != nil {
		w.Print(sinosoviet.Span{Start: a.Node.Start(), End: a.Node.Start()}, " ")
		w.trimmed(a.ValueNode)
	}
}

// korean writes {{korean|hangul=…|hanja=…}}.
func (w *TextWriter) korean(t Template) {
	w.labelled(t, []labelled{{"Korean: ", "hangul"}, {"Hanja: ", "hanja"}, {"RR: ", "rr"}, {"MR: ", "mr"}, {"lit. ", "lit"}, {"Korean: ", "1"}}, "; ")
}

// value writes {{val}}: a number with grouped digits, its uncertainty, exponent and unit.
func (w *TextWriter) value(t Template) {
	s := w.plain(t, "1")
	if w.plain(t, "fmt") == "commas" {
		s = groupDigits(s)
	}
	if v := w.plain(t, "2"); v != "" {
		s += "±" + v
	}
	if v := w.plain(t, "e"); v != "" {
		s += "×10" + v
	}
	u := w.plain(t, "u")
	if u == "" {
		u = w.plain(t, "ul")
	}
	if u != "" {
		s += " " + u
	}
	w.Print(t.Span(), s)
}

// fraction writes {{frac|1|2}} as "1⁄2" and {{frac|3|1|2}} as "3+1⁄2".
func (w *TextWriter) fraction(t Template) {
	a, b, c := w.plain(t, "1"), w.plain(t, "2"), w.plain(t, "3")
	bar := "⁄"
	if w.key(t) == "sfrac" {
		bar = "/"
	}
	switch {
	case c != "":
		a = a + "+" + b + bar + c
	case b != "":
		a = a + bar + b
	case a != "":
		a = "1" + bar + a
	default:
		a = bar
	}
	w.Print(t.Span(), a)
}

// percent writes {{percentage|part|whole|digits}}.
func (w *TextWriter) percent(t Template) {
	a, err1 := strconv.ParseFloat(w.plain(t, "1"), 64)
	b, err2 := strconv.ParseFloat(w.plain(t, "2"), 64)
	digits, _ := strconv.Atoi(w.plain(t, "3"))
	if err1 != nil || err2 != nil || b == 0 || digits < 0 || digits > 12 {
		return
	}
	w.Print(t.Span(), strconv.FormatFloat(100*a/b, 'f', digits, 64)+"%")
}

// flag writes {{flag|FRA}} and its family: the country's name.
func (w *TextWriter) flag(t Template) {
	if a := firstArg(t, []string{"name"}); a.Node.tree != nil {
		w.trimmed(a.ValueNode)
		return
	}
	a := firstArg(t, []string{"1"})
	if a.Node.tree == nil {
		return
	}
	if name, ok := countryNames()[w.plain(t, "1")]; ok {
		w.Print(a.Span, name)
		return
	}
	w.trimmed(a.ValueNode)
}

// ship writes {{ship|prefix|name|id}}: "HMS Victory (1765)"; the fourth argument may say what is left out.
func (w *TextWriter) ship(t Template) {
	format := w.plain(t, "4")
	parts := []labelled{{"", "1"}, {"", "2"}}
	switch format {
	case "2":
		parts = parts[1:]
	case "1":
		parts = []labelled{{"", "3"}}
	}
	w.labelled(t, parts, " ")
	if a := firstArg(t, []string{"3"}); a.Node.tree != nil && format != "2" && format != "1" && format != "6" {
		w.Print(sinosoviet.Span{Start: a.Node.Start(), End: a.Node.Start()}, " (")
		w.trimmed(a.ValueNode)
		w.Print(sinosoviet.Span{Start: t.End(), End: t.End()}, ")")
	}
}

// prefixedShip writes {{HMS|Victory|1765}}: the template's name is the ship's prefix.
func (w *TextWriter) prefixedShip(t Template) {
	format := w.plain(t, "3")
	if format == "" || format == "6" {
		prefix := strings.TrimPrefix(t.Name(), "template:")
		switch prefix {
		case "GS":
			prefix = "German submarine"
		case "SMU":
			prefix = "SM"
		}
		w.Print(t.NameSpan(), prefix+" ")
	}
	w.firstPositional(t)
	if a := firstArg(t, []string{"2"}); a.Node.tree != nil && format == "" {
		w.Print(sinosoviet.Span{Start: a.Node.Start(), End: a.Node.Start()}, " (")
		w.trimmed(a.ValueNode)
		w.Print(sinosoviet.Span{Start: t.End(), End: t.End()}, ")")
	}
}

// webAddress writes {{URL|address|text}}: the text, or the address without its protocol.
func (w *TextWriter) webAddress(t Template) {
	if a := firstArg(t, []string{"2"}); a.Node.tree != nil {
		w.trimmed(a.ValueNode)
		return
	}
	a := firstArg(t, []string{"1"})
	if a.Node.tree == nil {
		return
	}
	s := strings.TrimSpace(a.Value())
	for _, p := range [...]string{"https://", "http://", "//"} {
		s = strings.TrimPrefix(s, p)
	}
	w.Print(a.Span, strings.TrimSuffix(s, "/"))
}

// harvard writes {{harvnb|Smith|Jones|1999|p=5}}: "Smith & Jones 1999, p. 5".
func (w *TextWriter) harvard(t Template, before string) {
	var names []string
	year := ""
	for a := range t.Args() {
		v := w.Text(a.ValueNode)
		if !a.IsPositional || v == "" {
			continue
		}
		if len(v) >= 4 && v[0] >= '0' && v[0] <= '9' {
			year = v
			break
		}
		names = append(names, v)
	}
	s := ""
	switch n := len(names); {
	case n > 3:
		s = names[0] + " et al."
	case n > 1:
		s = strings.Join(names[:n-1], ", ") + " & " + names[n-1]
	case n == 1:
		s = names[0]
	}
	if year != "" {
		s += before + year
	}
	switch p, pp := w.plain(t, "p"), w.plain(t, "pp"); {
	case p != "":
		s += ", p. " + p
	case pp != "":
		s += ", pp. " + pp
	default:
		if loc := w.plain(t, "loc"); loc != "" {
			s += ", " + loc
		}
	}
	if before == " (" && year != "" {
		s += ")"
	}
	w.Print(t.Span(), s)
}

var musicSigns = map[string]string{"flat": "♭", "b": "♭", "sharp": "♯", "#": "♯", "natural": "♮", "n": "♮"}

// ordinal is "1st" for "1" and so on.
func ordinal(s string) string {
	n, err := strconv.Atoi(s)
	if err != nil {
		return s
	}
	switch {
	case n%100 >= 11 && n%100 <= 13:
		return s + "th"
	case n%10 == 1:
		return s + "st"
	case n%10 == 2:
		return s + "nd"
	case n%10 == 3:
		return s + "rd"
	}
	return s + "th"
}
