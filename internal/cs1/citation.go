package cs1

import (
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// year is the last year whose identifiers are accepted while typing; checks take the present one.
const year = 9999

// Citation types a citation template: every argument becomes a field, and those that are known fill the typed fields. When
// a parameter is given twice the last value counts, as in MediaWiki; of several names of one thing the first filled one in
// the table's order of preference counts. Spans are those of the arguments.
//
// It takes linear time in the size of the arguments. Nothing is ever lost: what cannot be typed stays in Fields.
func Citation(t sinosoviet.Template) (c sinosoviet.Citation) {
	StyleOf(t.Name).Read(&c, t)
	return c
}

// Style is what the name of a citation template tells: its class, and the dialect of its parameters. It is the same for all templates of
// the name.
type Style struct {
	class    *class
	dialect  string
	wikicite bool
}

// StyleOf is the style of the templates with the name.
func StyleOf(template string) Style {
	name := NormalName(template)
	tpl, ok := classOf(name)
	s := Style{class: &classes[tpl.class], wikicite: name == "wikicite"}
	switch {
	case !ok:
		s.class = &classes[find(classes[:], "document", func(c *class) string { return c.name })]
	case !tpl.module:
		s.dialect = dialectOf(name)
	}
	return s
}

// Read is [Citation] into a zero citation that the caller has room for, and may have room for its Fields. The template has a name of the
// style.
func (s Style) Read(c *sinosoviet.Citation, t sinosoviet.Template) {
	c.Span, c.Kind, c.Template = t.Span, sinosoviet.CitationFull, t.Name
	r := reader{c: c, class: s.class, dialect: s.dialect}
	r.read(t)
	r.fill()
	if r.dialect != "" {
		r.presets()
		if strings.EqualFold(r.setBy(fPeriodical), "Sammelwerk") && (c.Publisher != "" || r.bookish()) {
			c.Type = "chapter" // {{Literatur|Sammelwerk=}} is a journal or a book; only books have publishers there
		}
	}
	if s.wikicite {
		r.wikicite()
	}
}

// wikicite reads {{wikicite|ref=…|reference=…}}: words with a key for short notes.
func (r *reader) wikicite() {
	for i := range r.c.Fields {
		if f := &r.c.Fields[i]; f.Name == "reference" || f.Name == "1" {
			p, c := Plain(f.Value), r.c
			if t, ok := ParseTemplate(f.Value, 0); ok && NormalName(t.Name) != "wikicite" {
				p = Citation(t)
			}
			c.Type, c.Title, c.Container, c.Publisher, c.Place, c.Pages, c.URL = p.Type, p.Title, p.Container, p.Publisher, p.Place, p.Pages, p.URL
			c.People, c.Date, c.DateSuffix, c.AccessDate, c.Identifiers = p.People, p.Date, p.DateSuffix, p.AccessDate, p.Identifiers
			return
		}
	}
}

// Known fields, by their place in reader.at.
const (
	fTitle = iota
	fScriptTitle
	fTransTitle
	fChapter
	fScriptChapter
	fTransChapter
	fPeriodical
	fScriptPeriodical
	fTransPeriodical
	fEncyclopedia
	fBookTitle
	fConference
	fMap
	fSeries
	fPublisher
	fNetwork
	fNewsgroup
	fMailingList
	fPlace
	fPublicationPlace
	fEdition
	fVolume
	fIssue
	fSeriesNumber
	fPage
	fPages
	fAt
	fSheet
	fSheets
	fMinutes
	fTime
	fLanguage
	fURL
	fChapterURL
	fConferenceURL
	fMapURL
	fTranscriptURL
	fArchiveURL
	fArchiveDate
	fAccessDate
	fDate
	fYear
	fPublicationDate
	fQuote
	fVauthors
	fVeditors
	fPeople
	fCollaboration
	fID
	fSeason
	fieldCount
)

// fieldOf is the place of a canonical name in reader.at, or -1.
func fieldOf(canonical string) int {
	switch canonical {
	case "title":
		return fTitle
	case "script-title":
		return fScriptTitle
	case "trans-title":
		return fTransTitle
	case "chapter":
		return fChapter
	case "script-chapter":
		return fScriptChapter
	case "trans-chapter":
		return fTransChapter
	case "periodical":
		return fPeriodical
	case "script-periodical":
		return fScriptPeriodical
	case "trans-periodical":
		return fTransPeriodical
	case "encyclopedia":
		return fEncyclopedia
	case "book-title":
		return fBookTitle
	case "conference":
		return fConference
	case "map":
		return fMap
	case "series":
		return fSeries
	case "publisher":
		return fPublisher
	case "network":
		return fNetwork
	case "newsgroup":
		return fNewsgroup
	case "mailing-list":
		return fMailingList
	case "place":
		return fPlace
	case "publication-place":
		return fPublicationPlace
	case "edition":
		return fEdition
	case "volume":
		return fVolume
	case "issue":
		return fIssue
	case "series-number":
		return fSeriesNumber
	case "page":
		return fPage
	case "pages":
		return fPages
	case "at":
		return fAt
	case "sheet":
		return fSheet
	case "sheets":
		return fSheets
	case "minutes":
		return fMinutes
	case "time":
		return fTime
	case "language":
		return fLanguage
	case "url":
		return fURL
	case "chapter-url":
		return fChapterURL
	case "conference-url":
		return fConferenceURL
	case "map-url":
		return fMapURL
	case "transcript-url":
		return fTranscriptURL
	case "archive-url":
		return fArchiveURL
	case "archive-date":
		return fArchiveDate
	case "access-date":
		return fAccessDate
	case "date":
		return fDate
	case "year":
		return fYear
	case "publication-date":
		return fPublicationDate
	case "quote":
		return fQuote
	case "vauthors":
		return fVauthors
	case "veditors":
		return fVeditors
	case "people":
		return fPeople
	case "collaboration":
		return fCollaboration
	case "id":
		return fID
	case "season":
		return fSeason
	}
	return -1
}

// reader holds the values of one citation while it is read.
type reader struct {
	c       *sinosoviet.Citation
	class   *class
	dialect string
	at      [fieldCount]int32 // index into c.Fields of the value that counts, plus one; 0 when there is none
	crowd   crowd
	access  []sinosoviet.Field
}

func (r *reader) read(t sinosoviet.Template) {
	if cap(r.c.Fields) < len(t.Args) {
		r.c.Fields = make([]sinosoviet.Field, 0, len(t.Args))
	}
	for i := range t.Args {
		a := &t.Args[i]
		name := a.Name
		if r.dialect != "" {
			name = ownParam(r.dialect, name)
		}
		s, _ := slotOf(name)
		f := sinosoviet.Field{Name: a.Name, Canonical: s.canonical, Value: strings.TrimSpace(a.Value), Span: a.Span}
		if n := strings.Index(a.Value, f.Value); n > 0 || len(f.Value) != len(a.Value) {
			f.Span.Start += max(n, 0)
			f.Span.End = f.Span.Start + len(f.Value)
		}
		r.c.Fields = append(r.c.Fields, f)
		if s.canonical == "" {
			continue
		}
		v := pastComment(f.Value)
		if v == "" {
			continue
		}
		if s.person {
			if s.number < 1 || len(r.crowd.people) >= maxPeople {
				continue
			}
			n := r.crowd.at(int(s.role), s.number)
			switch s.part {
			case partLast:
				n.last = v
				n.whole = wholeName(name)
			case partFirst:
				n.first = v
			case partLink:
				n.link = v
			}
			continue
		}
		r.keep(len(r.c.Fields)-1, s.canonical, v)
	}
}

// wholeName tells "author2" from "last2": the value may be a whole name.
func wholeName(name string) bool {
	return !strings.Contains(name, "last") && !strings.Contains(name, "surname")
}

// keep remembers that field i holds the value v of a known parameter.
func (r *reader) keep(i int, canonical, v string) {
	if f := fieldOf(canonical); f >= 0 {
		if old := r.at[f]; old == 0 || r.c.Fields[old-1].Name == r.c.Fields[i].Name {
			r.at[f] = int32(i) + 1
		}
		return
	}
	if IsIdentifier(canonical) {
		id := identifier(canonical, v, year)
		for i := range r.c.Identifiers {
			if r.c.Identifiers[i].Scheme == canonical {
				r.c.Identifiers[i] = id
				return
			}
		}
		r.c.Identifiers = append(r.c.Identifiers, id)
		return
	}
	if strings.HasSuffix(canonical, "-access") {
		r.access = append(r.access, sinosoviet.Field{Canonical: canonical, Value: v})
	}
}

// pastComment is the value without a comment at its start.
func pastComment(v string) string {
	if strings.HasPrefix(v, "<!--") {
		return strings.TrimSpace(v[pastOr(v, "-->", len(v)):])
	}
	return v
}

// value is the value of a known field as written, or "".
func (r *reader) value(i int) string {
	if n := r.at[i]; n > 0 {
		return pastComment(r.c.Fields[n-1].Value)
	}
	return ""
}

// setBy is the name of the parameter a known field was set by, or "".
func (r *reader) setBy(i int) string {
	if n := r.at[i]; n > 0 {
		return r.c.Fields[n-1].Name
	}
	return ""
}

func (r *reader) text(i int) string {
	if r.at[i] == 0 {
		return ""
	}
	return Readable(r.value(i))
}

func (r *reader) first(fields ...int) string {
	for _, i := range fields {
		if r.value(i) != "" {
			if s := r.text(i); s != "" {
				return s
			}
		}
	}
	return ""
}

func (r *reader) fill() {
	c := r.c
	r.titles()
	c.Publisher = r.first(fPublisher, fNetwork)
	c.Place = r.first(fPublicationPlace, fPlace)
	c.Edition = r.text(fEdition)
	c.Volume = r.asWritten(fVolume)
	c.Issue = r.asWritten(fIssue)
	if c.Issue == "" {
		c.Issue = r.text(fSeriesNumber)
	}
	c.Pages = r.asWritten(fPage)
	if c.Pages == "" {
		c.Pages = r.asWritten(fPages)
	}
	if c.Pages == "" {
		c.Pages = r.asWritten(fAt)
	}
	if r.value(fLanguage) != "" {
		c.Language, _ = Language(r.value(fLanguage))
	}
	if c.Language == "" && r.value(fScriptTitle) != "" {
		c.Language, _, _ = scriptTitle(r.value(fScriptTitle))
	}
	c.URL = r.url()
	c.ArchiveURL = r.text(fArchiveURL)
	c.Quote = r.text(fQuote)
	if v := r.value(fArchiveDate); v != "" {
		c.ArchiveDate = r.date(v).EDTF
	}
	if v := r.value(fAccessDate); v != "" {
		c.AccessDate = r.date(v).EDTF
	}
	r.dates()
	r.people()
	if v := r.value(fID); v != "" {
		c.Identifiers = looseIdentifiers(c.Identifiers, v)
	}
	for _, a := range r.access {
		scheme := strings.TrimSuffix(a.Canonical, "-access")
		for i := range c.Identifiers {
			if c.Identifiers[i].Scheme == scheme {
				c.Identifiers[i].Access = Readable(a.Value)
			}
		}
	}
}

// asWritten is a readable value without the parentheses that ask to keep it as it is.
func (r *reader) asWritten(i int) string {
	s, _ := AsWritten(r.text(i))
	return s
}

func (r *reader) url() string {
	order := [...]int{fURL, fChapterURL, fConferenceURL, fMapURL, fTranscriptURL}
	if r.c.Type == "chapter" || r.value(fMap) != "" {
		order = [...]int{fChapterURL, fMapURL, fURL, fConferenceURL, fTranscriptURL}
	}
	for _, i := range order {
		if v := r.value(i); v != "" {
			return Readable(v)
		}
	}
	return ""
}

// date reads a date, in the template's language.
func (r *reader) date(v string) Date {
	if r.dialect != "" {
		v = inEnglish(r.dialect, v)
	}
	return ParseDate(v)
}

// dates takes |date=, else |year=, else |publication-date=; a letter that tells two sources of a year apart may stand in
// either.
func (r *reader) dates() {
	c := r.c
	for _, i := range [...]int{fDate, fYear, fPublicationDate} {
		v := r.value(i)
		if v == "" {
			continue
		}
		d := r.date(v)
		if c.DateSuffix == "" {
			c.DateSuffix = d.Suffix
		}
		if c.Date.IsZero() {
			c.Date = d.EDTF
		}
	}
}

func (r *reader) people() {
	c := r.c
	people := r.crowd.people
	slices.SortStableFunc(people, func(a, b named) int {
		if a.role != b.role {
			return a.role - b.role
		}
		return a.number - b.number
	})
	n := len(people)
	if n > 0 {
		c.People = make([]sinosoviet.Person, 0, n)
	}
	authors := 0
	for i := range people {
		if people[i].role > 0 && authors == i {
			r.group(&authors, i)
		}
		if p, ok := people[i].person(roleNames[people[i].role]); ok {
			c.People = append(c.People, p)
		}
		if people[i].role == 0 {
			authors = i + 1
		}
	}
	if authors == n {
		r.group(&authors, n)
	}
	if v := r.value(fVeditors); v != "" {
		c.People = vancouver(c.People, v, "editor")
	}
}

// group adds, behind the authors with numbers, those who are named in one parameter.
func (r *reader) group(authors *int, at int) {
	*authors = -1
	c := r.c
	if v := r.value(fVauthors); v != "" {
		c.People = vancouver(c.People, v, "author")
	}
	if v := r.value(fPeople); v != "" {
		c.People = credits(c.People, v)
	}
	if v := r.value(fCollaboration); v != "" {
		c.People = append(c.People, sinosoviet.Person{Role: "author", Literal: Readable(v)})
	}
}

// looseIdentifiers reads identifiers out of |id=: {{JSTOR|123}}, "ISBN 0-19-505432-6", "OCLC 123".
func looseIdentifiers(ids []sinosoviet.Identifier, v string) []sinosoviet.Identifier {
	add := func(scheme, value string) {
		if !IsIdentifier(scheme) {
			return
		}
		value = strings.Trim(Readable(value), " .,;:")
		if !strings.Contains(value, "(") {
			value = strings.TrimRight(value, ")].,;:") // "(ISBN 0-00-634011-3)"
		}
		if value == "" || !isDigit(value[len(value)-1]) && !isDigit(value[0]) {
			return
		}
		for i := range ids {
			if ids[i].Scheme == scheme {
				return
			}
		}
		ids = append(ids, identifier(scheme, value, year))
	}
	for rest := v; ; {
		i := strings.Index(rest, "{{")
		if i < 0 {
			break
		}
		n := closeBraces(rest[i:])
		if n == 0 {
			break
		}
		args := SplitArgs(rest[i+2 : i+n-2])
		if len(args) > 1 {
			add(NormalName(args[0]), args[1])
		}
		rest = rest[i+n:]
	}
	before, s := "", Readable(v)
	for i := 0; i < len(s); {
		if s[i] == ' ' || s[i] == ':' || s[i] == ',' {
			i++
			continue
		}
		start, digit := i, false
		for ; i < len(s) && s[i] != ' ' && s[i] != ':' && s[i] != ','; i++ {
			digit = digit || isDigit(s[i])
		}
		if digit && len(before) > 1 && len(before) < 12 {
			if scheme, ok := lookupFolded(identifiers[:], before); ok {
				add(scheme, s[start:i])
			}
		}
		before = s[start:i]
	}
	return ids
}
