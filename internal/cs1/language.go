package cs1

import (
	"strings"

	"golang.org/x/text/language"
)

// Language is the BCP 47 tag of the first language a language parameter names, and whether all it names are known.
func Language(value string) (tag string, known bool) {
	known = true
	value = Readable(value)
	for part := range strings.FieldsFuncSeq(value, func(r rune) bool { return r == ',' || r == ';' || r == '/' || r == '&' }) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		t := oneLanguage(part)
		if t == "" {
			t = oneLanguage(strings.TrimPrefix(strings.TrimPrefix(part, "and "), "in "))
		}
		if t == "" {
			known = false
		} else if tag == "" {
			tag = t
		}
	}
	return tag, known
}

func oneLanguage(s string) string {
	lower := strings.ToLower(s)
	switch lower {
	case "en":
		return "en"
	case "":
		return ""
	}
	if t, ok := lookup(languages[:], lower); ok {
		return t
	}
	if len(s) > 12 || strings.IndexByte(s, ' ') >= 0 || len(s) == 4 {
		return ""
	}
	t, err := language.Raw.Parse(s)
	if err != nil {
		return ""
	}
	if base, c := t.Base(); c == language.No || len(base.String()) > 3 {
		return ""
	}
	return t.String()
}

// scriptTitle splits "ja:日本" into its language and its text; ok is false when the language is not one that script
// titles take.
func scriptTitle(value string) (lang, text string, ok bool) {
	lang, text, ok = strings.Cut(value, ":")
	if !ok {
		return "", value, false
	}
	lang = strings.TrimSpace(lang)
	if _, ok = lookup(scripts[:], lang); !ok {
		if len(lang) < 2 || len(lang) > 3 {
			return "", value, false
		}
		return "", strings.TrimSpace(text), false
	}
	return lang, strings.TrimSpace(text), true
}
