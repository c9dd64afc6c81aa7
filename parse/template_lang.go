package parse

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/sinosoviet/sinosoviet"
)

//go:embed languages.tsv
var languagesTSV string

//go:embed countries.tsv
var countriesTSV string

// languageNames are English names of languages by code (ISO 639, BCP 47).
var languageNames = sync.OnceValue(func() map[string]string { return readPairs(languagesTSV) })

// countryNames are the names that flag templates print for codes (ISO 3166, IOC).
var countryNames = sync.OnceValue(func() map[string]string { return readPairs(countriesTSV) })

// readPairs reads a table of two columns.
func readPairs(tsv string) map[string]string {
	pairs := make(map[string]string)
	for line := range strings.SplitSeq(tsv, "\n") {
		if k, v, ok := strings.Cut(line, "\t"); ok && line[0] != '#' {
			pairs[k] = v
		}
	}
	return pairs
}

// languageTemplate reads the names of the older templates {{lang-ru}} and {{ru icon}}.
func languageTemplate(name string) (code string, ok bool) {
	if code, ok = strings.CutPrefix(name, "lang-"); ok {
		return code, true
	}
	return "", false
}

// languageName is the English name of a language by code, subtags dropped one by one.
func languageName(code string) string {
	names := languageNames()
	for code = strings.ToLower(code); code != ""; {
		if n, ok := names[code]; ok {
			return n
		}
		i := strings.LastIndexByte(code, '-')
		if i < 0 {
			break
		}
		code = code[:i]
	}
	return ""
}

// langx writes {{langx|ru|text|translit|translation}}.
func (w *TextWriter) langx(t Template) {
	w.language(t, w.plain(t, "1"), "2", "3", "4")
}

// languageText writes {{lang-ru|text|translit|translation}}.
func (w *TextWriter) languageText(t Template, code string) { w.language(t, code, "1", "2", "3") }

// language writes "Russian: text, romanized: translit, lit. 'translation'".
func (w *TextWriter) language(t Template, code, text, translit, translation string) {
	a := firstArg(t, []string{text, "text"})
	if a.Node.tree == nil {
		return
	}
	at := func(n Node) sinosoviet.Span { return sinosoviet.Span{Start: n.Start(), End: n.Start()} }
	name := languageName(code)
	if !w.isEnglish() {
		name = ""
	}
	if l := w.plain(t, "label"); l != "" {
		name = l
	}
	if name != "" && name != "none" {
		w.Print(at(a.Node), name+": ")
	}
	w.trimmed(a.ValueNode)
	if r := firstArg(t, []string{translit, "translit", "rom"}); r.Node.tree != nil {
		w.Print(at(r.Node), ", romanized: ")
		w.trimmed(r.ValueNode)
	}
	if l := firstArg(t, []string{translation, "lit", "translation"}); l.Node.tree != nil {
		w.Print(at(l.Node), ", lit. '")
		w.trimmed(l.ValueNode)
		w.Print(sinosoviet.Span{Start: l.Node.End(), End: l.Node.End()}, "'")
	}
}
