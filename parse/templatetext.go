package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// templateText writes what a template prints: by the caller's functions, then by the table.
func (w *TextWriter) templateText(t Template) bool {
	name := templateKey(t.Name())
	if f, ok := w.p.TemplateText[name]; ok {
		return f(w, t)
	}
	name = strings.ToLower(name) // the table has no two names that differ in case only
	switch t.Is() {
	case TemplateFunction:
		return w.function(t, name)
	case TemplateVariable:
		if name != "!" && name != "=" && !strings.HasSuffix(name, "pagename") {
			return false
		}
	}
	rule := templateRules()[name]
	if !w.isEnglish() {
		if rule == nil || rule.isWords() {
			return w.family(t, name)
		}
	} else if country, ok := countryTemplate(t.Name()); ok {
		w.Print(t.Span(), country)
		return true
	}
	if rule == nil {
		return w.family(t, name)
	}
	rule.apply(w, t)
	return true
}

// isEnglish reports whether the page is of a wiki in English, whose templates print English words. Of another wiki's templates only
// those are read that print their arguments or signs.
func (w *TextWriter) isEnglish() bool {
	name := w.tree.site.Name
	return name == "" || name == "en" || name == "simple"
}

// family writes what a template prints whose name follows a pattern: {{lang-ru}}, {{IPA-ru}}, {{ru icon}}, {{Japanese battleship}}.
func (w *TextWriter) family(t Template, name string) bool {
	if lang, ok := languageTemplate(name); ok {
		w.languageText(t, lang)
		return true
	}
	if strings.HasPrefix(name, "ipa-") {
		w.phonetic(t)
		return true
	}
	if lang, ok := iconLanguage(name); ok && w.isEnglish() {
		w.inLanguages(t, []string{lang})
		return true
	}
	if isShipTemplate(t.Name()) && w.isEnglish() {
		w.prefixedShip(t)
		return true
	}
	return false
}

// function writes what the simple parser functions print; those that need the wiki or evaluate conditions print nothing.
func (w *TextWriter) function(t Template, name string) bool {
	switch name {
	case "lc", "uc", "lcfirst", "ucfirst", "formatnum":
		a, ok := t.Arg("1")
		if !ok {
			return false
		}
		s := w.Text(a.ValueNode)
		if i := strings.IndexByte(s, ':'); i >= 0 && a.ValueNode.Kind() == KindName {
			s = s[i+1:]
		}
		w.Print(t.Span(), changeCase(name, strings.TrimSpace(s)))
		return true
	case "nowrap":
		return w.Arg(t, "1")
	}
	return false
}

func changeCase(how, s string) string {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case s == "":
	case how == "lc":
		return strings.ToLower(s)
	case how == "uc":
		return strings.ToUpper(s)
	case how == "lcfirst":
		return string(unicode.ToLower(r)) + s[n:]
	case how == "ucfirst":
		return string(unicode.ToUpper(r)) + s[n:]
	case how == "formatnum":
		return groupDigits(s)
	}
	return s
}
