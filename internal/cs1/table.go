// Package cs1 knows the citation templates of English Wikipedia (Citation Style 1 and 2): what they and their
// parameters are called, and how the arguments of one become a typed [sinosoviet.Citation].
//
// The tables come from source.tsv by go generate. Everything here is read-only and safe for
// concurrent use; content is never an error.
package cs1

//go:generate go run gen.go

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// classFlags tell what a class of templates prints or wants.
type classFlags uint8

const (
	classVolume     classFlags = 1 << iota // prints a volume
	classIssue                             // prints an issue
	classPage                              // prints pages
	classPeriodical                        // has no chapters
	classUrl                               // wants a URL
	classWork                              // wants the name of a periodical
	classPreprint                          // takes few parameters
)

type class struct {
	name, csl string
	flags     classFlags
}

type template struct {
	name   string
	class  uint8
	module bool // Wikipedia's module itself, not a wrapper or another template of that kind
}

// scope tells which templates take a parameter: the low bits are classes.
type scope uint64

const (
	scopeAll             scope = 1 << (63 - iota) // every class that is not a preprint
	scopeLimited                                  // preprints too
	scopeNumbered                                 // with a number, every class that is not a preprint
	scopeLimitedNumbered                          // with a number, preprints too
	scopeNewer                                    // came after the whitelist was read
	scopeRetired                                  // deprecated
)

type param struct {
	name, canonical string
	scope           scope
}

type list struct {
	pattern    string
	role, part uint8
	scope      scope
}

type entry struct {
	name, value string
	n           int64
}

// Parts of a person's name in a list of people.
const (
	partLast = iota
	partFirst
	partLink
	partMask
)

// find is the index of the row whose name is key, or -1.
func find[T any](rows []T, key string, name func(*T) string) int {
	i := sort.Search(len(rows), func(i int) bool { return name(&rows[i]) >= key })
	if i < len(rows) && name(&rows[i]) == key {
		return i
	}
	return -1
}

func entryName(e *entry) string { return e.name }

func lookup(rows []entry, key string) (value string, ok bool) {
	if i := find(rows, key, entryName); i >= 0 {
		return rows[i].value, true
	}
	return "", false
}

// lookupFolded is the name in rows that key has in lower case.
func lookupFolded(rows []entry, key string) (name string, ok bool) {
	var buf [32]byte
	i := find(rows, string(appendLower(buf[:0], key)), entryName)
	if i < 0 {
		return "", false
	}
	return rows[i].name, true
}

// appendLower appends s in lower case.
func appendLower(b []byte, s string) []byte {
	from := len(b)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return append(b[:from], strings.ToLower(s)...)
		}
		if isUpper(c) {
			c |= 0x20
		}
		b = append(b, c)
	}
	return b
}

// hasSuffixFold reports whether s ends in suffix, which is lower case and ASCII, in any case.
func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && equalFold(s[len(s)-len(suffix):], suffix)
}

// equalFold reports whether s is the lower-case ASCII word of the same length, in any case.
func equalFold(s, lower string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != lower[i] && !(isUpper(c) && c|0x20 == lower[i]) {
			return false
		}
	}
	return true
}

// TemplateKind is what a template's name says it is.
type TemplateKind uint8

// The kinds of templates this package knows.
const (
	Other    TemplateKind = iota // nothing about citations
	Cite                         // a full citation
	Sfn                          // {{sfn}}: a short note that makes its own footnote
	Sfnm                         // {{sfnm}}: several short notes in one footnote
	Inline                       // {{harv}}, {{harvnb}} …: a short note that stands where it is
	Harvs                        // {{harvs}}: a short note with named parts
	Chapter                      // {{harvc}}: a part of a source, itself a source
	Needed                       // {{citation needed}}
	Pages                        // {{rp}}
	Footnote                     // {{efn}}, {{refn}}: makes a footnote of its argument
	Reuse                        // {{r}}: named references reused
)

// NormalName is a template's name as it is looked up: blanks for underscores, runs of them one, trimmed, without
// the namespace, in lower case. It allocates only when something has to change.
func NormalName(name string) string {
	clean := true
	for i := 0; i < len(name); i++ {
		if c := name[i]; c >= 'A' && c <= 'Z' || c == '_' || c >= utf8.RuneSelf || c == '\n' || c == '\t' || c == ' ' && (i == 0 || i == len(name)-1 || name[i-1] == ' ') {
			clean = false
			break
		}
	}
	if !clean {
		name = strings.ToLower(strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '_' || r == '\n' || r == '\t' }), " "))
	}
	return strings.TrimPrefix(name, "template:")
}

// Kind tells what the template with the given name is.
func Kind(name string) TemplateKind {
	n := NormalName(name)
	switch n {
	case "rp", "reference page", "reference pages", "ref page", "rp2":
		return Pages
	case "r", "ref r", "reuse ref", "rr":
		return Reuse
	case "article":
		return Other // see IsSource
	case "efn", "efn-ua", "efn-lr", "efn-la", "efn-ur", "efn-lg", "efn-ug", "efn2", "refn", "notetag":
		return Footnote
	}
	if v, ok := lookup(shorts[:], n); ok {
		switch v {
		case "sfn":
			return Sfn
		case "sfnm":
			return Sfnm
		case "harvs":
			return Harvs
		case "chapter":
			return Chapter
		}
		return Inline
	}
	if _, ok := lookup(needed[:], n); ok {
		return Needed
	}
	if _, ok := classOf(n); ok {
		return Cite
	}
	return Other
}

// classOf is the class of a template whose name is in normal form. A template called "cite …" that
// is not listed is taken for a citation of the nearest class, unless it is known to be something else.
func classOf(n string) (t template, ok bool) {
	if i := find(templates[:], n, func(t *template) string { return t.name }); i >= 0 {
		return templates[i], true
	}
	rest, ok := strings.CutPrefix(n, "cite ")
	if !ok || rest == "" {
		return template{}, false
	}
	switch rest {
	case "check", "quote", "sources", "source", "references", "style", "book needed", "web needed", "needed",
		"lead", "plot points", "talk", "section", "doi/reflist", "book/doc", "journal/doc", "ref", "refs":
		return template{}, false
	}
	base := "document"
	for _, word := range [...]string{"book", "journal", "news", "web", "encyclopedia", "encyclopaedia", "dictionary", "magazine", "map", "thesis", "report"} {
		if strings.Contains(rest, word) {
			base = word
		}
	}
	i := find(templates[:], "cite "+base, func(t *template) string { return t.name })
	if i < 0 {
		return template{}, false
	}
	return template{n, templates[i].class, false}, true
}

// slot is what the name of a parameter means.
type slot struct {
	canonical string
	scope     scope
	person    bool
	role      uint8
	part      uint8
	number    int // of a person, from 1
	digits    bool
}

// slotOf tells what a parameter means; ok is false when the name is not known.
func slotOf(name string) (s slot, ok bool) {
	switch i := paramRows.find(name); {
	case i >= len(params):
		return lists[bare[i-len(params)].n].slot(1, false), true
	case i >= 0:
		return slot{canonical: params[i].canonical, scope: params[i].scope}, true
	}
	return numberedSlot(name)
}

func (l *list) slot(n int, digits bool) slot {
	s := slot{person: true, role: l.role, part: l.part, number: n, digits: digits, scope: l.scope}
	if n >= 1 && n <= len(numbered[0][0]) {
		s.canonical = numbered[l.role][l.part][n-1]
	} else {
		s.canonical = roleNames[l.role] + strconv.Itoa(n) + "-" + partNames[l.part]
	}
	return s
}

func numberedSlot(name string) (slot, bool) {
	if len(name) > 40 {
		return slot{}, false
	}
	start := strings.IndexAny(name, "0123456789")
	if start < 0 {
		return slot{}, false
	}
	end := start
	for end < len(name) && isDigit(name[end]) {
		end++
	}
	if end-start > 4 {
		return slot{}, false
	}
	var buf [48]byte
	key := append(append(append(buf[:0], name[:start]...), '#'), name[end:]...)
	i := listRows.find(string(key))
	if i < 0 {
		return slot{}, false
	}
	n, _ := strconv.Atoi(name[start:end])
	return lists[i].slot(n, true), true
}

// Canonical is the canonical name of a parameter: "author1-last" for "last", "last1" and "author". Names
// that are not known have "".
func Canonical(name string) string {
	s, _ := slotOf(name)
	return s.canonical
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
func isLower(c byte) bool { return c >= 'a' && c <= 'z' }

// hasDigit reports whether s has a digit.
func hasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if isDigit(s[i]) {
			return true
		}
	}
	return false
}

// digitsOnly reports whether s is one or more digits.
func digitsOnly(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}
