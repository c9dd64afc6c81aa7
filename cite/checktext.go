package cite

import (
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// names reports on the lists of people.
func (k *checker) names() {
	var list roll
	for i := range k.set {
		v := &k.set[i]
		role, n, part, ok := cs1.PersonSlot(v.Canonical)
		if !ok {
			continue
		}
		if part == "mask" || part == "link" && !k.pageName(v) {
			continue
		}
		p := list.enter(slot{role, n})
		switch part {
		case "link":
			p.link = v
			continue
		case "last":
			p.last = v
		default:
			p.first = v
		}
		k.oneName(v, part == "last")
	}
	for _, role := range [...]string{"author", "contributor", "editor", "interviewer", "translator"} {
		missing, count := 0, 0
		for n, last := 1, list.last(role); n <= last && missing < 2; n++ {
			p := list.find(slot{role, n})
			switch {
			case p == nil || p.last == nil && p.first == nil:
				missing++
				continue
			case p.last == nil:
				k.report("first_missing_last", p.first, "no |last"+strconv.Itoa(n)+"= of the "+role)
			default:
				if missing == 1 {
					k.report("missing_name", p.last, "the "+role+" before is missing")
				}
				count++
				if p.link != nil && strings.Contains(p.last.text, "[[") {
					k.report("bad_paramlink", p.link, "|"+p.last.Name+"= is a link itself")
				}
			}
			missing = 0
		}
		k.display(role, count)
	}
	for _, p := range [...]string{"vauthors", "veditors"} {
		if v := k.get(p); v != nil {
			if problem := vancouverProblem(v.text); problem != "" {
				k.report("vancouver", v, problem)
			}
		}
	}
	if v := k.get("people"); v != nil && v.Name == "authors" {
		k.note("authors", v, "one parameter for each author tells more")
	}
	if v := k.get("others"); v != nil && !k.has("author1-last", "editor1-last", "vauthors", "people", "veditors") {
		k.note("others", v, "others than nobody")
	}
}

// pageName reports whether the value can be the name of a page to link to, and says so when not.
func (k *checker) pageName(v *value) bool {
	ok := !strings.Contains(v.text, "//") && !strings.ContainsAny(v.text, "[]")
	if !ok {
		k.report("bad_paramlink", v, "not the name of a page")
	}
	return ok
}

func (k *checker) oneName(v *value, last bool) {
	text := v.text
	if _, accepted := cs1.AsWritten(text); accepted {
		return
	}
	if strings.IndexByte(text, ' ') >= 0 {
		lower := strings.ToLower(strings.Trim(text, " .,;'"))
		if strings.HasSuffix(lower, "et al") || strings.Contains(lower, "et al.") || strings.HasSuffix(lower, " and others") {
			k.report("explicit_et_al", v, "use |display-authors=etal")
		}
	}
	readable := cs1.Readable(text)
	if cs1.GenericName(readable) {
		k.report("generic_name", v, "names nobody")
	}
	if !last {
		return
	}
	if strings.ContainsAny(readable, "0123456789") && strings.Trim(readable, "0123456789 .,-–") == "" {
		k.note("numeric_names", v, "a name of digits")
	}
	if strings.Count(readable, ";") >= 1 || strings.Count(readable, ",") >= 3 {
		k.note("mult_names", v, "several names")
	}
}

// display looks at |display-authors= and its kind.
func (k *checker) display(role string, count int) {
	v := k.get("display-" + role + "s")
	if v == nil {
		return
	}
	n, err := strconv.Atoi(v.text)
	if err != nil {
		if !cs1.IsEtAl(v.text) {
			k.report("disp_name", v, "not a number, nor etal")
		}
		return
	}
	if role == "author" && k.has("vauthors") {
		count = strings.Count(k.get("vauthors").text, ",") + 1
	}
	if n >= count {
		k.report("disp_name", v, "there are no more names than that")
	}
}

// vancouverProblem tells what is wrong with a list of names in Vancouver style.
func vancouverProblem(v string) string {
	for len(v) > 0 {
		v = strings.TrimLeft(v, " ,")
		if rest, ok := strings.CutPrefix(v, "(("); ok {
			i := strings.Index(rest, "))")
			if i < 0 {
				return "(( without ))"
			}
			v = rest[i+2:]
			continue
		}
		name, rest, _ := strings.Cut(v, ",")
		v = rest
		name = cs1.TrimEtAl(cs1.Readable(name))
		if name == "" || cs1.IsEtAl(name) {
			continue
		}
		words := strings.Fields(name)
		if strings.Contains(name, ".") {
			return "punctuation in a name"
		}
		if strings.ContainsAny(name, "0123456789") && !strings.HasSuffix(name, "2nd") && !strings.HasSuffix(name, "3rd") {
			return "digits in a name"
		}
		if len(words) < 2 {
			continue // a family name or a body
		}
		initials := words[len(words)-1]
		switch initials {
		case "Jr", "Sr", "2nd", "3rd", "4th":
			continue
		}
		if len([]rune(initials)) > 2 || strings.ToUpper(initials) != initials {
			return "initials are one or two capitals"
		}
	}
	return ""
}

// texts reports markup, links and words where they do not belong.
func (k *checker) texts() {
	for i := range k.set {
		v := &k.set[i]
		switch v.Canonical {
		case "periodical", "publisher", "encyclopedia":
			if strings.Contains(v.text, "''") {
				k.report("apostrophe_markup", v, "the template sets the style")
			}
		case "title", "chapter":
			k.title(v)
		case "title-link", "series-link":
			k.titleLink(v)
		case "page", "pages", "quote-page", "quote-pages":
			if extraPages(v.text) {
				k.report("extra_text_pages", v, `the template prints "p." itself`)
			}
		case "volume":
			if extraVolume(v.text) {
				k.report("extra_text_volume", v, `the template prints "vol." itself`)
			}
		case "issue":
			if extraIssue(v.text) {
				k.report("extra_text_issue", v, `the template prints "no." itself`)
			}
		case "edition":
			if extraEdition(v.text) {
				k.report("extra_text_edition", v, `the template prints "ed." itself`)
			}
		}
		if takesNoAddress(v.Canonical) && hasAddress(v.text) {
			k.report("param_has_ext_link", v, "an external link")
		}
	}
}

// titleLink looks at the page a title or a series is linked to: nothing else may link it.
func (k *checker) titleLink(v *value) {
	if !k.pageName(v) {
		return
	}
	of := strings.TrimSuffix(v.Canonical, "-link")
	if t := k.get(of); t != nil && strings.Contains(t.text, "[[") {
		k.report("bad_paramlink", v, "|"+t.Name+"= is a link itself")
	} else if of == "title" && k.has("url") {
		k.report("wikilink_in_url", v, "|url= links the title already")
	}
}

func (k *checker) title(v *value) {
	url := "url"
	if v.Canonical == "chapter" {
		url = "chapter-url"
	}
	if k.has(url) && strings.Contains(v.text, "[[") {
		k.report("wikilink_in_url", v, "a wikilink inside the text of |"+url+"=")
	}
	readable := cs1.Readable(v.text)
	if v.Canonical != "title" {
		return
	}
	if _, accepted := cs1.AsWritten(readable); !accepted && cs1.GenericTitle(readable) {
		k.report("generic_title", v, "names no work")
	}
	switch strings.ToLower(readable) {
	case "archived copy", "archive copy":
		k.note("archived_copy", v, "names no work")
	case "none":
		k.note("untitled", v, "a periodical without a title")
	}
}

// takesNoAddress reports whether a parameter's value is shown as text.
func takesNoAddress(canonical string) bool {
	switch canonical {
	case "", "id", "at", "page", "pages", "quote", "trans-quote", "script-quote", "quote-page", "quote-pages", "others", "ref", "section", "sections", "sheet",
		"sheets", "inset", "minutes", "time", "postscript", "mode", "message-id", "message", "format", "via":
		return false
	}
	return !strings.HasSuffix(canonical, "url") && !strings.HasSuffix(canonical, "date")
}

// hasAddress reports whether a word of the text is an address with a scheme, in brackets or without.
func hasAddress(s string) bool {
	for {
		i := strings.Index(s, "//")
		if i < 0 {
			return false
		}
		start := i
		for start > 0 && strings.IndexByte(" [\n\t('\"", s[start-1]) < 0 {
			start--
		}
		end := i
		for end < len(s) && strings.IndexByte(" ]\n\t", s[end]) < 0 {
			end++
		}
		if goodURL(s[start:end]) {
			return true
		}
		s = s[i+2:]
	}
}

// wordThen reports whether s, in lower case, starts with one of the words followed by a period, a blank or a digit.
func wordThen(s string, words ...string) bool {
	s = strings.ToLower(s)
	for _, w := range words {
		rest, ok := strings.CutPrefix(s, w)
		if ok && rest != "" && (strings.IndexByte(".:= ", rest[0]) >= 0 || isDigitByte(rest[0])) {
			return true
		}
	}
	return false
}

func extraPages(v string) bool {
	lower := strings.ToLower(v)
	for _, w := range [...]string{"pp", "pgs", "pg", "p"} {
		rest, ok := strings.CutPrefix(lower, w)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, ".:= ")
		return rest != "" && isDigitByte(rest[0]) && (w != "p" || len(v) > 1 && !(v[0] == 'P' && isDigitByte(v[1])))
	}
	return wordThen(v, "pages", "page")
}

func extraVolume(v string) bool { return wordThen(v, "volumes", "volume", "vols", "vol") }

func extraIssue(v string) bool {
	return wordThen(v, "issues", "issue", "iss", "numbers", "number", "nos", "nr") || strings.HasPrefix(strings.ToLower(v), "no.") || strings.HasPrefix(v, "№") || strings.HasPrefix(strings.ToLower(v), "no ")
}

func extraEdition(v string) bool {
	lower := strings.ToLower(strings.TrimRight(v, "."))
	for _, w := range [...]string{"ed", "eds", "edn", "edition", "editions"} {
		if rest, ok := strings.CutSuffix(lower, w); ok && (rest == "" || !isLetterByte(rest[len(rest)-1])) {
			return true
		}
	}
	return false
}
