package cite

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// ReadBibTeX reads entries of BibTeX and BibLaTeX. Each becomes a full citation as with [ReadCSL]; fields it does not know are kept as
// fields of their own name. Of LaTeX it reads escapes, accents on letters, dashes and ties; other commands lose their backslash.
// @comment, @preamble and what stands between entries are passed over, @string is obeyed. The whole input is read first; only failures of
// r are errors, and an entry that does not end takes what is there.
func ReadBibTeX(r io.Reader) iter.Seq2[sinosoviet.Citation, error] {
	return func(yield func(sinosoviet.Citation, error) bool) {
		b, err := io.ReadAll(r)
		if err != nil {
			yield(sinosoviet.Citation{}, fmt.Errorf("cite: BibTeX: %w", err))
			return
		}
		p := bibParser{src: string(b), macros: map[string]string{}}
		for n := 1; ; {
			e, ok := p.entry()
			if !ok {
				return
			}
			if e.kind == "" {
				continue
			}
			c := fromBib(e)
			c.ID = "c" + strconv.Itoa(n)
			n++
			if !yield(c, nil) {
				return
			}
		}
	}
}

// bibEntry is an entry with its fields in order, values as written between the delimiters.
type bibEntry struct {
	kind   string
	fields [][2]string
}

type bibParser struct {
	src    string
	at     int
	macros map[string]string
}

func (p *bibParser) blank() {
	for p.at < len(p.src) && strings.IndexByte(" \t\r\n,", p.src[p.at]) >= 0 {
		p.at++
	}
}

func (p *bibParser) word() string {
	start := p.at
	for p.at < len(p.src) && strings.IndexByte(" \t\r\n,={}()\"#@", p.src[p.at]) < 0 {
		p.at++
	}
	return p.src[start:p.at]
}

// entry reads the next entry; its kind is "" when it is none to keep.
func (p *bibParser) entry() (e bibEntry, ok bool) {
	i := strings.IndexByte(p.src[p.at:], '@')
	if i < 0 {
		return e, false
	}
	p.at += i + 1
	kind := strings.ToLower(p.word())
	p.blank()
	if p.at >= len(p.src) || p.src[p.at] != '{' && p.src[p.at] != '(' {
		return e, true
	}
	if kind == "comment" || kind == "preamble" {
		p.braced()
		return e, true
	}
	p.at++
	p.blank()
	if kind != "string" {
		e.kind = kind
		p.word() // the key
	}
	for {
		p.blank()
		name := strings.ToLower(p.word())
		p.blank()
		if name == "" || p.at >= len(p.src) || p.src[p.at] != '=' {
			if p.at < len(p.src) && strings.IndexByte("})", p.src[p.at]) >= 0 {
				p.at++
				break
			}
			if name == "" {
				if p.at >= len(p.src) || p.src[p.at] == '@' {
					break
				}
				p.at++
			}
			continue
		}
		p.at++
		v := p.value()
		if kind == "string" {
			p.macros[name] = v
			continue
		}
		e.fields = append(e.fields, [2]string{name, v})
	}
	return e, true
}

// value reads parts joined by "#".
func (p *bibParser) value() string {
	var b strings.Builder
	for {
		for p.at < len(p.src) && strings.IndexByte(" \t\r\n", p.src[p.at]) >= 0 {
			p.at++
		}
		if p.at >= len(p.src) {
			break
		}
		switch p.src[p.at] {
		case '{':
			b.WriteString(p.braced())
		case '"':
			b.WriteString(p.quoted())
		default:
			w := p.word()
			if m, ok := p.macros[strings.ToLower(w)]; ok {
				w = m
			}
			b.WriteString(w)
		}
		for p.at < len(p.src) && strings.IndexByte(" \t\r\n", p.src[p.at]) >= 0 {
			p.at++
		}
		if p.at >= len(p.src) || p.src[p.at] != '#' {
			break
		}
		p.at++
	}
	return b.String()
}

// braced reads "{…}" with its braces matched, and returns what is inside.
func (p *bibParser) braced() string {
	start, depth := p.at+1, 0
	for ; p.at < len(p.src); p.at++ {
		switch p.src[p.at] {
		case '\\':
			p.at++
		case '{', '(':
			if p.src[p.at] == '{' || depth == 0 {
				depth++
			}
		case '}':
			if depth--; depth <= 0 {
				p.at++
				return p.src[start : p.at-1]
			}
		}
	}
	p.at = len(p.src)
	return p.src[min(start, len(p.src)):]
}

func (p *bibParser) quoted() string {
	start, depth := p.at+1, 0
	for p.at++; p.at < len(p.src); p.at++ {
		switch p.src[p.at] {
		case '\\':
			p.at++
		case '{':
			depth++
		case '}':
			depth--
		case '"':
			if depth <= 0 {
				p.at++
				return p.src[start : p.at-1]
			}
		}
	}
	p.at = len(p.src)
	return p.src[min(start, len(p.src)):]
}

// cslOfBib is the CSL type of an entry type and its subtype.
func cslOfBib(kind, sub string) string {
	switch kind {
	case "article", "periodical":
		switch sub {
		case "newspaper", "magazine":
			return "article-" + sub
		}
		return "article-journal"
	case "book", "mvbook", "collection", "mvcollection", "booklet", "proceedings", "manual", "reference":
		return "book"
	case "inbook", "incollection", "suppbook", "inreference":
		switch {
		case strings.HasPrefix(sub, "entry"):
			return sub
		case kind == "inreference":
			return "entry-encyclopedia"
		}
		return "chapter"
	case "inproceedings", "conference":
		return "paper-conference"
	case "thesis", "phdthesis", "mastersthesis":
		return "thesis"
	case "report", "techreport":
		return "report"
	case "online", "electronic", "www":
		if sub == "post" || sub == "post-weblog" {
			return sub
		}
		return "webpage"
	}
	if sub != "" {
		return sub
	}
	switch kind {
	case "video", "movie":
		return "motion_picture"
	case "audio", "music":
		return "song"
	case "patent":
		return "patent"
	}
	return "document"
}

func fromBib(e bibEntry) sinosoviet.Citation {
	f := map[string]string{}
	for _, x := range e.fields {
		if f[x[0]] == "" {
			f[x[0]] = x[1]
		}
	}
	take := func(names ...string) text {
		for _, n := range names {
			if v, ok := f[n]; ok {
				delete(f, n)
				return text(plainLaTeX(v))
			}
		}
		return ""
	}
	raw := func(n string) text {
		v := f[n]
		delete(f, n)
		return text(v)
	}
	it := &cslItem{Custom: map[string]string{}}
	it.Type = cslOfBib(e.kind, string(take("entrysubtype")))
	it.Author, it.Editor, it.Translator = bibNames(f["author"]), bibNames(f["editor"]), bibNames(f["translator"])
	for _, name := range [...]string{"editora", "editorb", "editorc"} {
		if list := it.role(string(take(name + "type"))); list != nil {
			*list = bibNames(f[name])
			delete(f, name)
		}
	}
	for _, role := range [...]string{"author", "editor"} {
		if strings.HasSuffix(strings.TrimSpace(f[role]), " and others") {
			it.Custom["display-"+role+"s"] = "etal"
		}
	}
	delete(f, "author")
	delete(f, "editor")
	delete(f, "translator")
	it.Title, it.OriginalTitle = take("title"), take("origtitle")
	it.ContainerTitle = take("journaltitle", "journal", "booktitle", "maintitle", "howpublished")
	it.CollectionTitle, it.EventTitle = take("series"), take("eventtitle")
	it.Publisher = take("publisher", "institution", "school", "organization")
	it.PublisherPlace = take("location", "address", "venue")
	it.Edition, it.Volume, it.Issue = take("edition"), take("volume"), take("number", "issue")
	it.Page, it.Locator = take("pages"), take("at")
	it.Genre, it.Scale, it.Language = take("type"), take("scale"), take("language", "langid")
	it.DOI, it.URL = raw("doi"), raw("url")
	it.ISBN, it.ISSN, it.PMID, it.PMCID = take("isbn"), take("issn"), take("pmid"), take("pmcid")
	it.YearSuffix = take("extradate")
	it.Issued = bibReadDate(f, it)
	it.OriginalDate, it.Accessed = isoRange(string(take("origdate"))), isoRange(string(take("urldate")))
	if kind := string(take("eprinttype", "archiveprefix")); kind != "" {
		it.Custom[strings.ToLower(kind)] = string(raw("eprint"))
	}
	for _, n := range [...]string{"oclc", "lccn", "s2cid"} {
		it.Custom[n] = string(take(n))
	}
	it.Custom["archive-url"], it.Custom["archive-date"] = string(raw("archiveurl")), string(take("archivedate"))
	var rest []sinosoviet.Argument
	for _, x := range e.fields {
		if v, ok := f[x[0]]; ok && v != "" {
			rest = append(rest, sinosoviet.Argument{Name: x[0], Value: plainLaTeX(v)})
			delete(f, x[0])
		}
	}
	return finishItem(it, rest)
}

// isoRange reads a date as BibLaTeX has it.
func isoRange(v string) *cslDate {
	if v == "" {
		return nil
	}
	d, err := edtf.Parse(v)
	if err != nil {
		d = cs1.ParseDate(v).EDTF
	}
	return newCSLDate(d, v)
}

// bibReadDate reads date, or year, month, day and season.
func bibReadDate(f map[string]string, it *cslItem) *cslDate {
	take := func(n string) string {
		v := f[n]
		delete(f, n)
		return plainLaTeX(v)
	}
	date := f["date"]
	if strings.Contains(date, "\\") { // of a writer that escapes in dates too
		date = plainLaTeX(date)
	}
	delete(f, "date")
	year, month, day, season, state := take("year"), take("month"), take("day"), take("season"), take("pubstate")
	switch {
	case date != "":
		return isoRange(date)
	case year == "":
		if state != "" {
			return &cslDate{Literal: state}
		}
		return nil
	}
	d := cs1.ParseDate(year)
	if d.Suffix != "" {
		it.YearSuffix = text(d.Suffix)
	}
	c := newCSLDate(d.EDTF, year)
	if len(c.Parts) != 1 {
		return c
	}
	if m := monthNumber(month); m > 0 {
		c.Parts[0] = append(c.Parts[0], m)
		if n, err := strconv.Atoi(day); err == nil {
			c.Parts[0] = append(c.Parts[0], n)
		}
	}
	for i, s := range seasonNames {
		if strings.EqualFold(s, season) {
			c.Season = i + 1
		}
	}
	return c
}

func monthNumber(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n >= 1 && n <= 12 {
		return n
	}
	s = strings.ToLower(s)
	for i, m := range bibMonths {
		if strings.HasPrefix(s, m) {
			return i + 1
		}
	}
	return 0
}

// outside yields the offsets of a value's bytes that stand outside braces and are not escaped.
func outside(v string) iter.Seq2[int, byte] {
	return func(yield func(int, byte) bool) {
		depth := 0
		for i := 0; i < len(v); i++ {
			switch v[i] {
			case '\\':
				i++
			case '{':
				depth++
			case '}':
				depth--
			default:
				if depth == 0 && !yield(i, v[i]) {
					return
				}
			}
		}
	}
}

// bibNames splits a list of names at " and " outside braces.
func bibNames(v string) []cslName {
	var names []cslName
	from := 0
	add := func(part string) {
		part = strings.TrimSpace(part)
		if part == "" {
			return
		}
		if strings.EqualFold(part, "others") {
			return
		}
		names = append(names, bibName(part))
	}
	for i, c := range outside(v) {
		if (c == ' ' || c == '\n' || c == '\t') && len(v) > i+5 && strings.EqualFold(v[i+1:i+4], "and") && strings.IndexByte(" \n\t", v[i+4]) >= 0 {
			add(v[from:i])
			from = i + 4
		}
	}
	add(v[from:])
	return names
}

// bibName reads "Family, Given", "Family, Jr, Given", "Given Family" or "{A body}".
func bibName(s string) cslName {
	if strings.HasPrefix(s, "{") && (&bibParser{src: s}).braced() == s[1:max(1, len(s)-1)] && strings.HasSuffix(s, "}") {
		return cslName{Literal: plainLaTeX(s)}
	}
	var parts []string
	from := 0
	for i, c := range outside(s) {
		if c == ',' {
			parts = append(parts, plainLaTeX(s[from:i]))
			from = i + 1
		}
	}
	parts = append(parts, plainLaTeX(s[from:]))
	switch len(parts) {
	case 1:
		i := strings.LastIndexByte(parts[0], ' ')
		if i < 0 {
			return cslName{Family: parts[0]}
		}
		return cslName{Family: parts[0][i+1:], Given: parts[0][:i]}
	case 2:
		return cslName{Family: parts[0], Given: parts[1]}
	}
	return cslName{Family: parts[0], Suffix: parts[1], Given: strings.Join(parts[2:], ", ")}
}
