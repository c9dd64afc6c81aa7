package parse

import "strings"

// Site is a wiki's own words: what its namespaces, redirects and link trails are called. A Site is only read after it is
// made. Names are matched without regard to case, with blanks and underscores alike.
type Site struct {
	Name      string            // such as "en"
	File      []string          // names of the file namespace, "Image" and aliases included
	Category  []string          // names of the category namespace
	Template  []string          // names of the template namespace
	Redirect  []string          // redirect words, with their "#"
	Namespace []string          // all other namespaces' names and aliases
	Switches  []string          // the language's behaviour switches, without underscores
	Languages []string          // interlanguage prefixes; nil is the built-in list
	Interwiki []string          // prefixes of other projects; nil is the built-in list
	FileWords map[string]string // the language's words for options of files, "=" kept, to the English option
	Trail     func(rune) bool   // letters beyond a to z that a link trail may hold; nil is none
	Variants  []string          // variants of the language, for -{…}-, in order of preference; empty when it has none
}

// English is the English Wikipedia. It must not be changed.
var English = &Site{
	Name:      "en",
	File:      []string{"File", "Image"},
	Category:  []string{"Category"},
	Template:  []string{"Template"},
	Redirect:  []string{"#REDIRECT"},
	Namespace: strings.Split("Talk,User,User talk,Project,Project talk,Wikipedia,Wikipedia talk,WP,File talk,MediaWiki,MediaWiki talk,Template talk,Help,Help talk,Category talk,Special,Media,Portal,Portal talk,Draft,Draft talk,Module,Module talk", ","),
}

// linkKind is the kind of a link by the prefix of its target. A leading colon makes any link a plain one.
func (s *Site) linkKind(target string) Kind {
	i := strings.IndexByte(target, ':')
	if i < 0 {
		return KindLink
	}
	prefix := strings.Trim(target[:i], " _\t\n")
	if prefix == "" {
		return KindLink
	}
	switch {
	case hasFold(s.File, prefix):
		return KindFile
	case hasFold(s.Category, prefix):
		return KindCategory
	case hasFold(languagePrefixes, prefix):
		return KindLanguage
	case hasFold(interwikiPrefixes, prefix):
		return KindInterwiki
	}
	return KindLink
}

func hasFold(list []string, s string) bool {
	for _, v := range list {
		if len(v) == len(s) && strings.EqualFold(v, s) {
			return true
		}
	}
	return false
}

var languagePrefixes = strings.Fields("ar de es fr it ja ko nl pl pt ru sv zh")

var interwikiPrefixes = strings.Fields("wikt wiktionary s wikisource q wikiquote b wikibooks n wikinews v wikiversity commons meta m w wikipedia d wikidata species mw")

// switchLen is the length of the behaviour switch at the start of text, such as __NOTOC__, or 0.
func (s *Site) switchLen(text string) int {
	if len(text) < 5 || text[1] != '_' {
		return 0
	}
	j := 2
	for j < len(text) && j < 60 && (isWord(text[j]) || text[j] >= 0x80) {
		j++
	}
	if j > 2 && strings.HasPrefix(text[j:], "__") && (hasFold(switches, text[2:j]) || hasFold(s.Switches, text[2:j])) {
		return j + 2
	}
	return 0
}

// isNamespace reports whether the name is that of a namespace.
func (s *Site) isNamespace(name string) bool {
	name = strings.Trim(strings.ReplaceAll(name, "_", " "), " :")
	return hasFold(s.File, name) || hasFold(s.Category, name) || hasFold(s.Template, name) || hasFold(s.Namespace, name)
}

// redirectWord is the length of the redirect word at the start of text, or 0.
func (s *Site) redirectWord(text string) int {
	for _, w := range s.Redirect {
		if hasPrefixFold(text, w) {
			return len(w)
		}
	}
	if hasPrefixFold(text, "#REDIRECT") {
		return len("#REDIRECT")
	}
	return 0
}

var switches = strings.Fields("NOTOC FORCETOC TOC NOEDITSECTION NEWSECTIONLINK NONEWSECTIONLINK NOGALLERY HIDDENCAT EXPECTUNUSEDCATEGORY NOCONTENTCONVERT NOCC NOTITLECONVERT NOTC START END INDEX NOINDEX STATICREDIRECT DISAMBIG NOGLOBAL EXPECTUNUSEDTEMPLATE ARCHIVEDTALK NOTALK")
