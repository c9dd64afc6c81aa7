package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// templateKey is the name by which tables know a template: lower case, blanks for underscores, one blank between words,
// no namespace.
func templateKey(name string) string {
	if rest, ok := cutPrefixFold(name, "template:"); ok {
		name = strings.TrimSpace(rest)
	}
	if isKey(name) {
		return name
	}
	var b strings.Builder
	b.Grow(len(name))
	blank := false
	for _, r := range name {
		if r == '_' || unicode.IsSpace(r) {
			blank = b.Len() > 0
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// isKey reports a name that is its own key.
func isKey(name string) bool {
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c >= 'A' && c <= 'Z' || c == '_' || c >= utf8.RuneSelf || c < ' ' || c == ' ' && (i == 0 || i == len(name)-1 || name[i-1] == ' ') {
			return false
		}
	}
	return true
}

func cutPrefixFold(s, prefix string) (rest string, ok bool) {
	if len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// isInfobox reports templates that draw a box of facts about the subject.
func isInfobox(key string) bool {
	switch key {
	case "taxobox", "automatic taxobox", "speciesbox", "subspeciesbox", "virusbox", "geobox", "chembox", "drugbox", "hybridbox",
		"ichnobox", "oobox", "paraphyletic group", "elementbox", "planetbox", "starbox", "mycomorphbox", "protein", "enzyme", "nobelbox":
		return true
	}
	return strings.HasPrefix(key, "infobox") && (len(key) == 7 || key[7] == ' ' || key[7] == '/' || key[7] == '-') ||
		strings.HasSuffix(key, " infobox") || strings.HasPrefix(key, "geobox ") || strings.HasPrefix(key, "starbox ") ||
		strings.HasPrefix(key, "planetbox ") || strings.HasPrefix(key, "taxobox ") || strings.HasPrefix(key, "geobox|")
}

// isCitationTemplate reports templates that stand where a reference mark stands: full and short citations, pages, notes, and
// the inline notices that ask for one.
func isCitationTemplate(key string) bool {
	switch key {
	case "cite", "citation", "sfn", "sfnp", "sfnm", "sfnmp", "sfnref", "harv", "harvnb", "harvtxt", "harvs", "harvp", "harvcol", "harvcolnb", "rp", "r", "ref", "refn",
		"efn", "efn-ua", "efn-lr", "efn-la", "efn-lg", "efn-ur", "efn-ug", "note", "cn", "fact", "citation needed", "cref", "cref2", "ref label",
		"note label", "who", "when", "where", "which", "whom?", "by whom", "why", "how", "what", "dubious", "clarify", "clarification needed",
		"page needed", "pn", "verify source", "verification needed", "failed verification", "better source needed", "better source",
		"unreliable source?", "full citation needed", "full", "according to whom", "webarchive", "isbn", "doi", "issn", "oclc", "jstor",
		"refname", "dead link", "specify", "quantify", "vague", "nfcn", "nsn", "original research inline", "or", "self-published inline",
		"primary source inline", "third-party inline", "year needed", "date needed", "needs citation", "ref needed", "reference needed",
		"source needed", "cite quote", "citequote", "request quotation", "medcn", "better citation needed", "footnote", "notetag":
		return true
	}
	return strings.HasPrefix(key, "cite ") || strings.HasPrefix(key, "harv")
}
