package cite

import (
	"bufio"
	"cmp"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// WriteWikitext prints citations as templates of Wikipedia, one a line, in a normal form: parameters in one order, under
// their current names, without empty ones. Values stay as they were written. Of a citation without fields the typed values are printed.
func WriteWikitext(w io.Writer, citations iter.Seq[*sinosoviet.Citation]) error {
	b := bufio.NewWriter(w)
	for c := range citations {
		writeTemplate(b, c)
		b.WriteByte('\n')
	}
	return b.Flush()
}

// order is the place of a parameter in the normal form, by its canonical name.
var order = [...]string{"vauthors", "people", "collaboration", "display-authors", "veditors", "display-editors", "date", "year", "orig-date", "chapter", "script-chapter", "trans-chapter", "chapter-url",
	"title", "script-title", "trans-title", "title-link", "url", "url-access", "url-status", "map", "type", "periodical", "encyclopedia", "book-title", "conference",
	"series", "language", "edition", "volume", "issue", "place", "publisher", "network", "publication-place", "publication-date", "page", "pages", "at"}

type setting struct {
	name, value string
	rank, sub   int
}

func writeTemplate(b *bufio.Writer, c *sinosoviet.Citation) {
	name, fields := strings.TrimSpace(c.Template), c.Fields
	if name == "" || len(fields) == 0 {
		raw := toCSL(c)
		if raw.Type == "document" && c.Template == "" {
			raw.Type = "" // {{citation}}
		}
		t := parameters(raw)
		name = t.Name
		fields = cs1.Citation(t).Fields
	}
	b.WriteString("{{")
	b.WriteString(templateName(name))
	var set []setting
	last := map[string]int{}
	for i := range fields {
		f := &fields[i]
		if f.Value == "" {
			continue
		}
		s := setting{name: parameterName(f), value: f.Value}
		s.rank, s.sub = rank(f.Canonical)
		if i, ok := last[f.Name]; ok { // the last of a name counts
			set[i].value = f.Value
			continue
		}
		last[f.Name] = len(set)
		set = append(set, s)
	}
	slices.SortStableFunc(set, func(a, b setting) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.sub, b.sub)) })
	for _, s := range set {
		b.WriteString(" |")
		b.WriteString(s.name)
		b.WriteByte('=')
		b.WriteString(s.value)
	}
	b.WriteString("}}")
}

// templateName is the name with its first letter in lower case, blanks single.
func templateName(name string) string {
	name = strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == ' ' || r == '\n' || r == '\t' }), " ")
	if strings.HasPrefix(name, "Cite ") || strings.HasPrefix(name, "Citation") {
		return "c" + name[1:]
	}
	return name
}

// rank is the place of a parameter: people first, then by the list above, then the others as they stand.
func rank(canonical string) (rank, sub int) {
	if role, n, part, ok := cs1.PersonSlot(canonical); ok {
		at := slices.Index([]string{"author", "contributor", "interviewer", "editor", "translator"}, role)
		sub = n * 4
		switch part {
		case "first":
			sub++
		case "link":
			sub += 2
		case "mask":
			sub += 3
		}
		if role == "editor" || role == "translator" {
			return 40 + at, sub
		}
		return at, sub
	}
	if i := slices.Index(order[:], canonical); i >= 0 {
		if i < 6 {
			return 10 + i, 0
		}
		return 60 + i, 0
	}
	return 200, 0
}

// parameterName is the name a parameter has today.
func parameterName(f *sinosoviet.Field) string {
	if cs1.Canonical(f.Name) != f.Canonical { // a wrapper's own, or another language's
		return f.Name
	}
	if role, n, part, ok := cs1.PersonSlot(f.Canonical); ok {
		prefix, no := role+"-", strconv.Itoa(n)
		if role == "author" {
			prefix = ""
		}
		switch {
		case part == "last" && strings.Trim(f.Name, "0123456789") == role:
			return role + no
		case part == "link" || part == "mask":
			return role + "-" + part + no
		}
		return prefix + part + no
	}
	switch f.Canonical {
	case "", "periodical", "issue", "chapter", "people", "series", "conference", "quote", "encyclopedia":
		switch f.Name {
		case "encyclopaedia":
			return "encyclopedia"
		}
		return f.Name
	case "place":
		return "location"
	case "pages", "page", "title-note", "doi", "isbn":
		if f.Canonical == "title-note" {
			return "department"
		}
	}
	if strings.HasPrefix(f.Canonical, "chapter-") || strings.HasPrefix(f.Canonical, "trans-") || strings.HasPrefix(f.Canonical, "script-") {
		return f.Name
	}
	if cs1.Canonical(f.Canonical) == f.Canonical {
		return f.Canonical
	}
	return f.Name
}
