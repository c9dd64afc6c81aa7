package cs1

import "strings"

// Rules are what Wikipedia's checker knows of one template.
type Rules struct {
	template template
	class    *class
}

// RulesOf are the rules of the template with the given name; ok is false when it is not a citation template.
func RulesOf(name string) (r Rules, ok bool) {
	t, ok := classOf(NormalName(name))
	if !ok {
		return r, false
	}
	return Rules{t, &classes[t.class]}, true
}

// Class is the template's class, such as "book", "journal" or "citation".
func (r Rules) Class() string { return r.class.name }

// Module reports whether the template is one of the module's own, which the checker reads; wrappers have parameters of
// their own.
func (r Rules) Module() bool { return r.template.module }

// Periodical reports whether the class has no chapters.
func (r Rules) Periodical() bool { return r.class.flags&classPeriodical != 0 }

// WantsURL reports whether the class is not complete without a URL.
func (r Rules) WantsURL() bool { return r.class.flags&classUrl != 0 }

// WantsWork reports whether the class is not complete without the name of a periodical.
func (r Rules) WantsWork() bool { return r.class.flags&classWork != 0 }

// Preprint reports whether the class takes few parameters and an identifier of its own.
func (r Rules) Preprint() bool { return r.class.flags&classPreprint != 0 }

// Acceptance tells whether a template takes a parameter.
type Acceptance uint8

// Whether a template takes a parameter.
const (
	Unknown Acceptance = iota
	Retired
	Accepted
)

// Accepts tells whether the template takes a parameter of the given name.
func (r Rules) Accepts(name string) Acceptance {
	s, ok := slotOf(name)
	if !ok {
		return Unknown
	}
	scope := s.scope
	if s.person {
		if s.digits {
			scope = scope &^ (scopeAll | scopeLimited)
			if scope&scopeNumbered != 0 {
				scope |= scopeAll
			}
			if scope&scopeLimitedNumbered != 0 {
				scope |= scopeLimited
			}
		}
	}
	classBit := classScope(r.template.class)
	switch {
	case scope&scopeRetired != 0:
		return Retired
	case scope&classBit != 0:
		return Accepted
	case r.Preprint():
		if scope&scopeLimited != 0 {
			return Accepted
		}
	case scope&scopeAll != 0:
		return Accepted
	case scope&scopeNewer != 0:
		switch s.canonical {
		case "article-number", "medrxiv", "script-encyclopedia", "trans-encyclopedia", "title-note":
			return Accepted
		}
	}
	return Unknown
}

// Suggest is the name that was probably meant by an unknown one, or "".
func (r Rules) Suggest(name string) string {
	lower := strings.ToLower(name)
	if lower != name && r.Accepts(lower) == Accepted {
		return lower
	}
	if s, ok := lookup(suggestions[:], lower); ok && r.Accepts(s) == Accepted {
		return s
	}
	return ""
}

// Keyword reports whether a parameter that takes only certain words takes this one. Parameters
// that take any text take it.
func Keyword(canonical, value string) bool {
	words, ok := lookup(keywords[:], canonical)
	if !ok {
		if strings.HasSuffix(canonical, "-url-access") {
			words, ok = lookup(keywords[:], "url-access")
		} else if strings.HasSuffix(canonical, "-access") {
			words, ok = lookup(keywords[:], "identifier-access")
		}
	}
	if !ok || canonical == "contribution" {
		return true
	}
	for w := range strings.SplitSeq(words, "|") {
		if w == value {
			return true
		}
	}
	return false
}

// GenericTitle reports whether a title names no work: "Page not found".
func GenericTitle(title string) bool { return generic(genericTitles[:], title) }

// GenericName reports whether a name names nobody: "Staff writer".
func GenericName(name string) bool {
	return generic(genericNames[:], name) || editorMark(strings.ToLower(name))
}

// editorMark reports "(ed.)", ", eds" or "ed." at an end of a name in lower case.
func editorMark(s string) bool {
	for _, w := range [...]string{"eds", "ed"} {
		t := strings.TrimRight(s, ".)] ")
		if rest, ok := strings.CutSuffix(t, w); ok && rest != "" && strings.IndexByte(" ,.([", rest[len(rest)-1]) >= 0 && (len(t) < len(s) || w == "eds") {
			return true
		}
		if rest, ok := strings.CutPrefix(strings.TrimLeft(s, "([ "), w); ok && rest != "" && strings.IndexByte(".,;)]", rest[0]) >= 0 {
			return true
		}
	}
	return false
}

// hasWord reports whether the word stands in s between characters that are no letters.
func hasWord(s, word string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], word)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(word)
		if (i == 0 || !isLetter(s[i-1])) && (end == len(s) || !isLetter(s[end])) {
			return true
		}
		from = end
	}
}

func generic(patterns []entry, s string) bool {
	s = strings.ToLower(strings.Trim(s, "[]() "))
	for i := range patterns {
		p := patterns[i].name
		if word, ok := strings.CutPrefix(p, "="); ok {
			if hasWord(s, word) {
				return true
			}
			continue
		}
		bare := strings.TrimSuffix(strings.TrimPrefix(p, "^"), "$")
		start, end := p[0] == '^', p[len(p)-1] == '$'
		switch {
		case start && end && s == bare,
			start && !end && strings.HasPrefix(s, bare),
			!start && end && strings.HasSuffix(s, bare),
			!start && !end && strings.Contains(s, bare):
			return true
		}
	}
	return false
}

// ScriptLanguage reports whether the value of a script parameter begins with a language that such take.
func ScriptLanguage(value string) bool {
	_, text, ok := scriptTitle(value)
	return ok && text != ""
}

// PersonSlot splits the canonical name of a person's part: "author2-last" is role "author", number 2, part "last".
func PersonSlot(canonical string) (role string, number int, part string, ok bool) {
	i := strings.IndexAny(canonical, "0123456789")
	j := strings.LastIndexByte(canonical, '-')
	if i <= 0 || j <= i || !digitsOnly(canonical[i:j]) {
		return "", 0, "", false
	}
	role, part = canonical[:i], canonical[j+1:]
	switch part {
	case "last", "first", "link", "mask":
	default:
		return "", 0, "", false
	}
	for _, c := range canonical[i:j] {
		number = number*10 + int(c-'0')
	}
	return role, number, part, number < 1e6
}

// classScope is the bit of a class.
func classScope(i uint8) scope { return 1 << i }
