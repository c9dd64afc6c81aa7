package cs1

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
	"golang.org/x/text/unicode/norm"
)

// Note is a short note: a citation by name and year, with the keys under which its source is found.
type Note struct {
	Citation sinosoviet.Citation
	Key      string // as Wikipedia's modules make it: "CITEREF", the names, the year; "" when there is nothing to make it of
	Anchor   string // the key under which others find it, when it is a source itself: {{harvc}}
	name     string // the first name, and the year: for sources whose key is nearly the same
	year     string
}

// Loose is the first name and the year, folded, for sources whose key is nearly the same; "" when there is no name.
func (n *Note) Loose() string {
	if n.name == "" {
		return ""
	}
	return looseKey(n.name, n.year)
}

// ShortNotes reads {{sfn}}, {{harv}} and their family; {{sfnm}} gives several notes, the others one. Each has the span of the
// template and those fields that are its own.
func ShortNotes(t sinosoviet.Template) []Note {
	switch Kind(t.Name) {
	case Sfnm:
		return sfnm(t)
	case Harvs, Chapter:
		return []Note{namedNote(t)}
	}
	var names []string
	n := newNote(t)
	pos := positionals(t)
	if NormalName(t.Name) == "citeref" {
		pos-- // the last is the text of the link
	}
	for i := range t.Args {
		a := &t.Args[i]
		canonical := noteParam(a.Name)
		if v := strings.TrimSpace(a.Value); v != "" && digitsOnly(a.Name) {
			switch p, _ := strconv.Atoi(a.Name); {
			case p == pos:
				canonical = "year"
			case p < pos:
				canonical = "author" + a.Name + "-last"
				names = append(names, Readable(v))
			}
		}
		n.add(a, canonical)
	}
	n.finish(names)
	return []Note{n}
}

// positionals is the number of the last positional argument that has a value: the year, when it looks like one.
func positionals(t sinosoviet.Template) int {
	last, value := 0, ""
	for i := range t.Args {
		if a := &t.Args[i]; digitsOnly(a.Name) && len(a.Name) < 3 && strings.TrimSpace(a.Value) != "" {
			if p, _ := strconv.Atoi(a.Name); p > last && p <= 6 {
				last, value = p, a.Value
			}
		}
	}
	if last == 1 && !looksLikeYear(Readable(value)) {
		return 2 // a name without a year
	}
	return last
}

func looksLikeYear(s string) bool {
	d := ParseDate(s)
	return d.Year != 0 || d.Form == DateNoDate
}

func newNote(t sinosoviet.Template) Note {
	return Note{Citation: sinosoviet.Citation{Span: t.Span, Kind: sinosoviet.CitationShort, Template: t.Name}}
}

// noteParam is the canonical name of a named parameter of a short note.
func noteParam(name string) string {
	switch name {
	case "p", "page":
		return "page"
	case "pp", "pages":
		return "pages"
	case "loc", "at":
		return "at"
	case "ref", "Ref", "REF":
		return "ref"
	case "ps", "postscript":
		return "postscript"
	}
	return ""
}

// add keeps an argument as a field and reads what is known.
func (n *Note) add(a *sinosoviet.Argument, canonical string) {
	c := &n.Citation
	f := sinosoviet.Field{Name: a.Name, Canonical: canonical, Value: strings.TrimSpace(a.Value), Span: a.Span}
	if i := strings.Index(a.Value, f.Value); i > 0 || len(f.Value) != len(a.Value) {
		f.Span.Start += max(i, 0)
		f.Span.End = f.Span.Start + len(f.Value)
	}
	c.Fields = append(c.Fields, f)
	if f.Value == "" {
		return
	}
	switch canonical {
	case "page", "pages", "at":
		SetPages(c, f.Value)
	case "year":
		d := ParseDate(f.Value)
		c.Date, c.DateSuffix = d.EDTF, d.Suffix
	}
}

// finish makes people and keys of the names.
func (n *Note) finish(names []string) {
	c := &n.Citation
	for _, name := range names {
		c.People = append(c.People, sinosoviet.Person{Role: "author", Family: name})
	}
	year := yearKey(c.Field("year"))
	if len(names) > 0 || year != "" {
		n.Key = anchor(names, year)
	}
	if len(names) > 0 {
		n.name, n.year = names[0], year
	}
	if v := c.Field("ref"); v != "" {
		if k := refKey(v); k != "" {
			n.Key = k
		} else if strings.EqualFold(v, "none") {
			n.Key, n.name = "", ""
		}
	}
}

// SetPages reads pages as written; a page that is an external link also gives the URL.
func SetPages(c *sinosoviet.Citation, v string) {
	if i := strings.IndexByte(v, '['); i >= 0 {
		if url, _, n := externalLink(v[i:]); n > 0 && c.URL == "" {
			c.URL = url
		}
	}
	pages, _ := AsWritten(Readable(v))
	if c.Pages != "" && pages != "" {
		c.Pages += ", " + pages
	} else {
		c.Pages = pages
	}
}

// sfnm reads {{sfnm|1a1=A|1y=2000|1p=3|2a1=B|2y=2001}}; the names and years may also be positional, in pairs.
func sfnm(t sinosoviet.Template) []Note {
	const maxParts = 20
	var notes []Note
	names := map[int][]string{}
	at := func(i int) *Note {
		for len(notes) < i {
			notes = append(notes, newNote(t))
		}
		return &notes[i-1]
	}
	for i := range t.Args {
		a := &t.Args[i]
		name, part := a.Name, 0
		if digitsOnly(name) {
			p, _ := strconv.Atoi(name)
			part = (p + 1) / 2
			name = "a1"
			if p%2 == 0 {
				name = "y"
			}
		} else {
			j := 0
			for j < len(name) && isDigit(name[j]) {
				j++
			}
			part, _ = strconv.Atoi(name[:j])
			name = name[j:]
		}
		if part < 1 || part > maxParts {
			at(1).add(a, "")
			continue
		}
		n := at(part)
		v := Readable(a.Value)
		switch {
		case name == "y":
			n.add(a, "year")
		case len(name) == 2 && name[0] == 'a' && isDigit(name[1]):
			n.add(a, "author"+name[1:]+"-last")
			if v != "" {
				names[part] = append(names[part], v)
			}
		default:
			n.add(a, noteParam(name))
		}
	}
	out := notes[:0]
	for i := range notes {
		n := &notes[i]
		n.finish(names[i+1])
		if len(n.Citation.Fields) > 0 {
			out = append(out, *n)
		}
	}
	return out
}

// namedNote reads {{harvs}} and {{harvc}}, whose names and year are named parameters. {{harvc}} is a chapter: a source with authors of
// its own in a book that |in= names.
func namedNote(t sinosoviet.Template) Note {
	n := newNote(t)
	chapter := Kind(t.Name) == Chapter
	var names, first, in []string
	for i := range t.Args {
		a := &t.Args[i]
		v := Readable(a.Value)
		canonical := noteParam(a.Name)
		switch {
		case a.Name == "year" || a.Name == "year1" || a.Name == "y":
			canonical = "year"
		case a.Name == "in" || strings.HasPrefix(a.Name, "in") && digitsOnly(a.Name[2:]):
			if v != "" {
				in = append(in, v)
			}
		case chapter && a.Name == "c":
			canonical = "chapter"
		case canonical == "":
			canonical = Canonical(a.Name)
			role, _, part, ok := PersonSlot(canonical)
			switch {
			case !ok || role != "author" || v == "":
			case part == "last":
				names, first = append(names, v), append(first, "")
			case part == "first" && len(first) > 0:
				first[len(first)-1] = v
			}
		}
		n.add(a, canonical)
	}
	if !chapter || len(in) == 0 {
		n.finish(names)
		return n
	}
	c := &n.Citation
	c.Type, c.Title = "chapter", Readable(c.Field("chapter"))
	if v := c.Field("url"); v != "" {
		c.URL = Readable(v)
	}
	if len(names) > 0 {
		n.Anchor = anchor(names, yearKey(c.Field("year")))
	}
	if k := refKey(c.Field("ref")); k != "" {
		n.Anchor = k // it is the chapter's own key, not the book's
	}
	year := yearKey(c.Field("year"))
	n.Key, n.name, n.year = anchor(in, year), in[0], year
	for i, name := range names {
		c.People = append(c.People, sinosoviet.Person{Role: "author", Family: name, Given: first[i]})
	}
	return n
}

// Anchor is the key under which short notes find a full citation, with |ref= obeyed; "" for a source that wants none.
func Anchor(c *sinosoviet.Citation) string {
	ref := c.Field("ref")
	switch {
	case strings.EqualFold(ref, "none"):
		return ""
	case ref != "" && !strings.EqualFold(ref, "harv"):
		if k := refKey(ref); k != "" {
			return k
		}
		return ref
	}
	var room [4]string
	names, year := anchorParts(c, &room)
	if len(names) == 0 {
		return ""
	}
	return anchor(names, year)
}

// LooseAnchor is the first name and the year of a full citation, folded: what short notes name whose key is nearly the source's. It is ""
// for a source that wants no notes.
func LooseAnchor(c *sinosoviet.Citation) string {
	var room [4]string
	names, year := anchorParts(c, &room)
	if len(names) == 0 || strings.EqualFold(c.Field("ref"), "none") {
		return ""
	}
	return looseKey(names[0], year)
}

// anchorParts are the names and the year that make the key of a full citation.
func anchorParts(c *sinosoviet.Citation, room *[4]string) (names []string, year string) {
	names = anchorNames(c, room)
	for _, p := range [...]string{"date", "year", "publication-date"} {
		if year = yearKey(c.Field(p)); year != "" {
			break
		}
	}
	if y := c.Field("year"); y != "" && c.Field("date") != "" {
		if k := yearKey(y); k != "" && len(k) > len(year) {
			year = k // |date=3 May 2000 |year=2000a
		}
	}
	if len(names) == 0 || year == "" || !digitsOnly(year) {
		dialect := dialectOf(NormalName(c.Template))
		if dialect != "" && year != "" {
			year = yearKey(inEnglish(dialect, year))
		}
		if year == "" && dialect != "" {
			year, _, _ = strings.Cut(presetDate(dialect, c.Volume).String(), "/")
		}
		if len(names) == 0 {
			for _, n := range presetEditors(dialect, c.Volume) {
				names = append(names, n[0])
			}
		}
	}
	return names, year
}

// anchorNames are the last names that make the key: those of contributors, else authors, else editors.
func anchorNames(c *sinosoviet.Citation, names *[4]string) []string {
	for _, role := range [...]string{"contributor", "author", "editor"} {
		*names = [4]string{}
		n := 0
		for i := range c.Fields {
			f := &c.Fields[i]
			if len(f.Canonical) <= len(role)+2 || f.Value == "" || !strings.HasPrefix(f.Canonical, role) {
				continue
			}
			r, num, part, ok := PersonSlot(f.Canonical)
			if ok && r == role && part == "last" && num <= 4 {
				names[num-1] = personKey(f.Value)
				n = max(n, num)
			}
		}
		if n > 0 {
			return names[:n]
		}
		listed := names[:0]
		for i := range c.People {
			if p := &c.People[i]; p.Role == role && len(listed) < 4 && (c.Field("vauthors") != "" || c.Field("veditors") != "" || len(c.Fields) == 0) {
				listed = append(listed, p.Family+p.Literal)
			}
		}
		if len(listed) > 0 {
			return listed
		}
	}
	return nil
}

func personKey(v string) string {
	s, _ := AsWritten(Readable(v))
	return TrimEtAl(s)
}

// anchor joins up to four names and the year.
func anchor(names []string, year string) string {
	n := len("CITEREF") + len(year)
	for _, name := range names {
		n += len(name)
	}
	var b strings.Builder
	b.Grow(n)
	b.WriteString("CITEREF")
	for i, n := range names {
		if i == 4 {
			break
		}
		b.WriteString(underscores(n))
	}
	b.WriteString(underscores(year))
	return b.String()
}

func underscores(s string) string { return strings.ReplaceAll(s, " ", "_") }

// yearKey is the part of a date that stands in a key: the year or years with their letter, or "n.d.".
func yearKey(v string) string {
	if v == "" {
		return ""
	}
	s := Readable(v)
	d := ParseDate(s)
	switch {
	case d.Form == DateNoDate:
		return s
	case d.Year == 0:
		return s
	case d.Ranged && d.Year != d.Last || strings.ContainsAny(s, "–-") && d.Form == DateYear:
		if i := strings.IndexAny(s, "0123456789"); d.Form == DateYear && i >= 0 {
			return strings.Replace(s[i:], "-", "–", 1)
		}
	}
	return strconv.Itoa(d.Year) + d.Suffix
}

// refKey is the key that |ref= names: {{sfnref|A|2000}}, {{harvid|…}}, or "CITEREF…".
func refKey(v string) string {
	if strings.HasPrefix(v, "CITEREF") {
		return underscores(v)
	}
	t, ok := ParseTemplate(v, 0)
	if !ok {
		return ""
	}
	switch NormalName(t.Name) {
	case "sfnref", "harvid", "sfn ref", "harvard id", "sfnid":
	default:
		return ""
	}
	var names []string
	for i := range t.Args {
		if digitsOnly(t.Args[i].Name) {
			if s := Readable(t.Args[i].Value); s != "" {
				names = append(names, s)
			}
		}
	}
	if n := len(names); n > 0 && looksLikeYear(names[n-1]) {
		return anchor(names[:n-1], strings.ReplaceAll(names[n-1], "-", "–"))
	}
	return anchor(names, "")
}

// looseKey folds the family name and takes the first year, if there is one.
func looseKey(name, year string) string {
	if a, _, ok := strings.Cut(name, ","); ok {
		name = a
	}
	for w := range strings.FieldsSeq(name) {
		name = w // the last
	}
	y := strings.IndexAny(year, "0123456789")
	if y < 0 {
		return Fold(name)
	}
	end := y
	for end < len(year) && isDigit(year[end]) {
		end++
	}
	return Fold(name) + year[y:end]
}

// Fold makes a name comparable: lower case, without marks, blanks and punctuation.
func Fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		plain = plain && isLower(s[i])
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	if isASCII(s) {
		for i := 0; i < len(s); i++ {
			if c := s[i]; isUpper(c) {
				b.WriteByte(c | 0x20)
			} else if isLower(c) || isDigit(c) {
				b.WriteByte(c)
			}
		}
		return b.String()
	}
	for _, r := range norm.NFD.String(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// PageNote reads {{rp}}.
func PageNote(t sinosoviet.Template) sinosoviet.Citation {
	n := newNote(t)
	n.Citation.Kind = sinosoviet.CitationPages
	for i := range t.Args {
		a := &t.Args[i]
		canonical := noteParam(a.Name)
		if a.Name == "1" {
			canonical = "pages"
		}
		n.add(a, canonical)
	}
	return n.Citation
}

// NeededMark reads {{citation needed}}: the month since when, as EDTF.
func NeededMark(t sinosoviet.Template) sinosoviet.Citation {
	n := newNote(t)
	n.Citation.Kind = sinosoviet.CitationNeeded
	for i := range t.Args {
		a := &t.Args[i]
		canonical := ""
		switch a.Name {
		case "date", "reason":
			canonical = a.Name
		}
		n.add(a, canonical)
		if a.Name == "date" {
			n.Citation.NeededSince = ParseDate(a.Value).EDTF.String()
		}
	}
	return n.Citation
}
