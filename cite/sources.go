package cite

import (
	"iter"
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// Sources yields those of the citations that name a source: full ones, and plain ones of which a title or an address could be
// told. Short notes, page notes, reuses and "citation needed" only refer to one. It is what the writers are given:
//
//	err := cite.WriteBibLaTeX(w, cite.Sources(article.Citations))
func Sources(citations []sinosoviet.Citation) iter.Seq[*sinosoviet.Citation] {
	return func(yield func(*sinosoviet.Citation) bool) {
		for i := range citations {
			c := &citations[i]
			if c.Kind != sinosoviet.CitationFull && !(c.Kind == sinosoviet.CitationPlain && (c.Title != "" || c.URL != "")) {
				continue
			}
			if !yield(c) {
				return
			}
		}
	}
}

// keys gives out names for entries: the first author's family name and the year in lower-case ASCII letters and digits, with a
// letter behind when it was given out before. The zero keys is ready.
type keys struct {
	given map[string]int
}

func (k *keys) next(c *sinosoviet.Citation) string {
	if k.given == nil {
		k.given = map[string]int{}
	}
	base := ""
	for _, p := range c.People {
		if base = asciiName(p.Family); base == "" {
			base = asciiName(p.Literal)
		}
		if base != "" {
			break
		}
	}
	if base == "" {
		base = asciiName(firstWord(c.Title))
	}
	if base == "" {
		base = "source"
	}
	base += yearOf(c) + c.DateSuffix
	n := k.given[base]
	k.given[base]++
	for n > 0 {
		key := base + "-" + strconv.Itoa(n+1)
		if _, taken := k.given[key]; !taken {
			k.given[key] = 1
			return key
		}
		n++
	}
	return base
}

// asciiName is the letters and digits of a name in lower case, marks folded away; at most 24 bytes.
func asciiName(s string) string {
	var b []byte
	for _, r := range cs1.Fold(s) {
		if (r >= 'a' && r <= 'z' || r >= '0' && r <= '9') && len(b) < 24 {
			b = append(b, byte(r))
		}
	}
	return string(b)
}

func firstWord(s string) string {
	for w := range strings.FieldsSeq(s) {
		switch strings.ToLower(w) {
		case "the", "a", "an", "on", "of", "in":
			continue
		}
		return w
	}
	return ""
}

// yearOf is the first year of a citation's date, or "".
func yearOf(c *sinosoviet.Citation) string {
	first, _ := c.Date.Bounds()
	if first.IsZero() {
		return ""
	}
	if first.Year <= 0 {
		return strconv.Itoa(1-first.Year) + "bc"
	}
	return strconv.Itoa(first.Year)
}

// identifier is the value of the scheme, or "".
func identifier(c *sinosoviet.Citation, scheme string) string {
	for i := range c.Identifiers {
		if c.Identifiers[i].Scheme == scheme {
			return c.Identifiers[i].Value
		}
	}
	return ""
}

// field is the readable value of the field with the canonical name.
func field(c *sinosoviet.Citation, canonical string) string {
	for i := range c.Fields {
		if f := &c.Fields[i]; f.Canonical == canonical && f.Value != "" {
			return cs1.Readable(f.Value)
		}
	}
	return ""
}

// withRole yields the people of a role.
func withRole(c *sinosoviet.Citation, role string) []sinosoviet.Person {
	var out []sinosoviet.Person
	for _, p := range c.People {
		if p.Role == role {
			out = append(out, p)
		}
	}
	return out
}

// titles are the title to show and, when the citation gives a translation, the original one.
func titles(c *sinosoviet.Citation) (title, original string) {
	translated := "trans-title"
	if c.Type == "chapter" {
		translated = "trans-chapter"
	}
	if t := field(c, translated); t != "" && t != c.Title {
		return t, c.Title
	}
	return c.Title, ""
}

// isAt reports whether Pages holds what |at= says: a place that is no page.
func isAt(c *sinosoviet.Citation) bool {
	return c.Pages != "" && field(c, "at") != "" && field(c, "page") == "" && field(c, "pages") == ""
}

// suffixOf splits "GN, Jr" into the given name and what follows it.
func suffixOf(given string) (name, suffix string) {
	i := strings.LastIndex(given, ", ")
	if i < 0 {
		return given, ""
	}
	switch s := given[i+2:]; strings.TrimSuffix(s, ".") {
	case "Jr", "Sr", "II", "III", "IV", "2nd", "3rd":
		return given[:i], s
	}
	return given, ""
}
