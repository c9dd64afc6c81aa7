package parse

import (
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// before is the empty span where an argument begins: what a template prints before it stands there.
func before(a Arg) sinosoviet.Span {
	return sinosoviet.Span{Start: a.Node.Start(), End: a.Node.Start()}
}

// oldStyle writes {{OldStyleDate|7 November|1917|25 October}}: "7 November [O.S. 25 October] 1917"; the date of another year
// stands behind the year, and {{OldStyleDateNY}} has no year of its own.
func (w *TextWriter) oldStyle(t Template) {
	date, year, old := firstArg(t, []string{"1"}), firstArg(t, []string{"2"}), firstArg(t, []string{"3"})
	key := w.key(t)
	if strings.HasSuffix(key, "ny") {
		year, old = Arg{}, year
	}
	if date.Node.tree == nil {
		return
	}
	w.trimmed(date.ValueNode)
	showYear := func() {
		if year.Node.tree != nil {
			w.Print(before(year), " ")
			w.trimmed(year.ValueNode)
		}
	}
	if strings.HasSuffix(key, "dy") {
		showYear()
	}
	if old.Node.tree != nil {
		w.Print(before(old), " [O.S. ")
		w.trimmed(old.ValueNode)
		w.Print(sinosoviet.Span{Start: old.Node.End(), End: old.Node.End()}, "]")
	}
	if !strings.HasSuffix(key, "dy") {
		showYear()
	}
}

// sic writes {{sic}}: "word [sic]", or the words alone when the mark is hidden.
func (w *TextWriter) sic(t Template) {
	words := false
	for _, name := range [...]string{"1", "2"} {
		a := firstArg(t, []string{name})
		if a.Node.tree == nil || w.plain(t, name) == "?" {
			continue
		}
		if words {
			w.Print(before(a), " ")
		}
		w.trimmed(a.ValueNode)
		words = true
	}
	if w.hasYes(t, "hide") {
		return
	}
	mark := "[sic]"
	if words {
		mark = " [sic]"
	}
	w.Print(sinosoviet.Span{Start: t.End(), End: t.End()}, mark)
}

// inLanguage writes {{in lang|ru|de}}: "(in Russian and German)".
func (w *TextWriter) inLanguage(t Template) {
	var names []string
	for a := range t.Args() {
		if name := languageName(strings.TrimSpace(a.Value())); a.IsPositional && name != "" {
			names = append(names, name)
		}
	}
	w.inLanguages(t, names)
}

func (w *TextWriter) inLanguages(t Template, names []string) {
	n := len(names)
	switch {
	case n == 0:
		return
	case n > 2:
		names[n-1] = "and " + names[n-1]
		w.Print(t.Span(), "(in "+strings.Join(names, ", ")+")")
	default:
		w.Print(t.Span(), "(in "+strings.Join(names, " and ")+")")
	}
}

// section writes {{section link|Article|Section}}: "Article § Section".
func (w *TextWriter) section(t Template) {
	sep := "§ "
	for a := range t.Args() {
		if !a.IsPositional || a.ValueSpan().Len() == 0 {
			continue
		}
		if a.Name != "1" {
			w.Print(before(a), sep)
			sep = ", § "
		}
		w.trimmed(a.ValueNode)
		if a.Name == "1" {
			sep = " § "
		}
	}
}

// shipClass writes {{sclass|Nimitz|aircraft carrier}}: "Nimitz-class aircraft carrier".
func (w *TextWriter) shipClass(t Template) {
	if !w.firstPositional(t) {
		return
	}
	kind := firstArg(t, []string{"2"})
	switch {
	case w.plain(t, "3") == "0" || kind.Node.tree == nil:
		w.Print(sinosoviet.Span{Start: t.End(), End: t.End()}, " class")
	default:
		w.Print(before(kind), "-class ")
		w.trimmed(kind.ValueNode)
	}
}

// shipKinds are the last words of templates such as {{Japanese battleship|Yamato}}.
var shipKinds = wordSet(`battleship battlecruiser carrier cruiser destroyer frigate corvette submarine gunboat minelayer minesweeper monitor sloop ironclad
	boat ship tender trawler steamship`)

// isShipTemplate reports names such as "Japanese battleship": a nation and a kind of ship.
func isShipTemplate(name string) bool {
	if name == "" || name[0] < 'A' || name[0] > 'Z' {
		return false
	}
	i := strings.LastIndexByte(name, ' ')
	return i > 0 && shipKinds[name[i+1:]] && !strings.HasPrefix(strings.ToLower(name), "infobox")
}

// countryTemplate reads the names of templates that are a country's code, {{USA}}, or a code and the year of a flag, {{DEU-1935}}.
func countryTemplate(name string) (country string, ok bool) {
	code, year, dated := strings.Cut(name, "-")
	if dated && !(len(year) == 4 && isInteger(year)) || len(code) != 3 || code != strings.ToUpper(code) {
		return "", false
	}
	country, ok = countryNames()[code]
	return country, ok
}

// iconLanguage reads the names of the templates {{fr icon}}.
func iconLanguage(key string) (name string, ok bool) {
	code, ok := strings.CutSuffix(key, " icon")
	if !ok || len(code) < 2 || len(code) > 3 {
		return "", false
	}
	name = languageName(code)
	return name, name != ""
}

// number writes {{nts|1234}}: the digits in groups.
func (w *TextWriter) number(t Template) {
	s := w.plain(t, "1")
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		s = groupDigits(s)
	}
	w.Print(t.Span(), s)
}
