package cs1

import (
	"sort"
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// A dialect is what a template that is not the module's own makes of parameters: those of another wiki are named in its
// language, and wrappers such as {{cite EB1911}} print a good deal that nobody has to give them. Its name is a language's
// ("de", "de-web") or a wrapper's.

// dialectOf is the dialect of a template whose name is in normal form, or "".
func dialectOf(name string) string {
	d, _ := lookup(dialects[:], name)
	return d
}

// Dialect reports whether the template names its parameters in another language.
func (r Rules) Dialect() bool { return spoken(dialectOf(r.template.name)) != "" }

// spoken is the dialect that has the words of a dialect's language: "de" for "de-web", "" for a wrapper's.
func spoken(dialect string) string {
	for _, d := range [...]string{dialect, beforeDash(dialect)} {
		if len(withPrefix(months[:], d+":")) > 0 {
			return d
		}
	}
	return ""
}

func beforeDash(s string) string {
	s, _, _ = strings.Cut(s, "-")
	return s
}

// withPrefix are the rows whose names begin with the prefix.
func withPrefix(rows []entry, prefix string) []entry {
	i := sort.Search(len(rows), func(i int) bool { return rows[i].name >= prefix })
	j := i
	for j < len(rows) && strings.HasPrefix(rows[j].name, prefix) {
		j++
	}
	return rows[i:j]
}

// ownParam is the name that Wikipedia's module has for a parameter of a dialect; names that are not the dialect's own stay as they
// are.
func ownParam(dialect, name string) string {
	lower := strings.ToLower(name)
	start := strings.IndexAny(lower, "0123456789")
	end := start
	for end >= 0 && end < len(lower) && isDigit(lower[end]) {
		end++
	}
	digits, pattern := "", lower+"#"
	if start > 0 {
		digits, pattern = lower[start:end], lower[:start]+"#"+lower[end:]
	}
	for _, d := range [...]string{dialect, beforeDash(dialect)} {
		if own, ok := lookup(owns[:], d+":"+lower); ok {
			return own
		}
		if own, ok := lookup(owns[:], d+":"+pattern); ok {
			return strings.Replace(own, "#", digits, 1)
		}
	}
	if _, ok := slotOf(name); !ok && lower != name {
		return lower
	}
	return name
}

// inEnglish puts a date of a dialect's language into English words: "5. März 2010", "1er mai 2010", "5 de mayo de 2010".
func inEnglish(dialect, date string) string {
	language := spoken(dialect)
	if language == "" || !strings.Contains(date, " ") {
		return date
	}
	words := strings.Fields(date)
	out := words[:0]
	for _, w := range words {
		lower := strings.ToLower(w)
		month, ok := lookup(months[:], language+":"+strings.TrimRight(lower, ".,"))
		day := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(lower, "."), "er"), "º")
		switch {
		case ok:
			out = append(out, month)
		case lower == "de" || lower == "del" || lower == "г." || lower == "r.":
		case len(day) < 3 && digitsOnly(day):
			out = append(out, day)
		default:
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// preset is what a wrapper prints for a parameter that it is not given, or "". Volume chooses where its volumes differ.
func preset(dialect, canonical, volume string) string {
	value, ok := lookup(presets[:], dialect+":"+canonical)
	if !ok || !strings.Contains(value, "=") {
		return value
	}
	n, err := strconv.Atoi(volume)
	if err != nil {
		n = 0
	}
	chosen := ""
	for part := range strings.SplitSeq(value, "|") {
		from, v, ok := strings.Cut(part, "=")
		if !ok {
			chosen = part
			continue
		}
		if f, err := strconv.Atoi(from); err == nil && n >= f {
			chosen = v
		}
	}
	return chosen
}

// presets fills what the template prints by itself and was not told otherwise.
func (r *reader) presets() {
	c, d := r.c, r.dialect
	if len(withPrefix(presets[:], d+":")) == 0 {
		return
	}
	set := func(to *string, canonical string) {
		if *to == "" {
			*to = preset(d, canonical, c.Volume)
		}
	}
	if t := preset(d, "csl-type", ""); t != "" {
		c.Type = t
	}
	if d == "wikidata" {
		r.wikidata()
	}
	set(&c.Container, "encyclopedia")
	set(&c.Publisher, "publisher")
	set(&c.Place, "place")
	set(&c.Edition, "edition")
	if c.Date.IsZero() {
		c.Date = presetDate(d, c.Volume)
	}
	for i := range c.People {
		if c.People[i].Role == "editor" {
			return
		}
	}
	for _, name := range presetEditors(d, c.Volume) {
		c.People = append(c.People, sinosoviet.Person{Role: "editor", Family: name[0], Given: name[1]})
	}
}

// wikidata takes the item of {{cite Q|Q123}}, which holds all that the template prints.
func (r *reader) wikidata() {
	for i := range r.c.Fields {
		if v := r.c.Fields[i].Value; r.c.Fields[i].Name == "1" && len(v) > 1 && (v[0] == 'Q' || v[0] == 'q') && digitsOnly(v[1:]) {
			r.c.Identifiers = append(r.c.Identifiers, sinosoviet.Identifier{Scheme: "wikidata", Value: "Q" + v[1:], Valid: true})
		}
	}
}

func presetDate(dialect, volume string) edtf.Date {
	v := preset(dialect, "year", volume)
	if v == "" {
		v = preset(dialect, "date", volume)
	}
	return ParseDate(v).EDTF
}

// presetEditors are the editors a wrapper prints: family and given names.
func presetEditors(dialect, volume string) (names [][2]string) {
	for n := 1; ; n++ {
		slot := "editor" + strconv.Itoa(n)
		last := preset(dialect, slot+"-last", volume)
		if last == "" {
			return names
		}
		names = append(names, [2]string{last, preset(dialect, slot+"-first", volume)})
	}
}

// IsSource reports whether a template that Kind does not know is a source all the same: it has a key for short notes in |ref=, as wrappers
// do, or is {{Article}} of the French Wikipedia, whose name is too common to tell by itself.
func IsSource(t sinosoviet.Template) bool {
	if t.Kind != "" {
		return false
	}
	for i := range t.Args {
		switch a := &t.Args[i]; a.Name {
		case "ref":
			if v := strings.TrimSpace(a.Value); len(v) > 8 && refKey(v) != "" {
				return true
			}
		case "titre":
			if NormalName(t.Name) == "article" {
				return true
			}
		}
	}
	return false
}
