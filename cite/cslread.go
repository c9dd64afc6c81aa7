package cite

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// ReadCSL reads CSL-JSON: an array of items, or items one after the other (JSON Lines), as they come. Each becomes a full
// citation whose Fields are the parameters of the template that Wikipedia has for its type, so that [Check] and [WriteWikitext] work on
// it; variables that no parameter takes are kept as fields of their own name. Spans are zero. A syntax error ends the sequence.
func ReadCSL(r io.Reader) iter.Seq2[sinosoviet.Citation, error] {
	return func(yield func(sinosoviet.Citation, error) bool) {
		br := bufio.NewReader(r)
		dec := json.NewDecoder(br)
		array := false
		if b, err := firstByte(br); err == nil && b == '[' {
			array = true
			if _, err := dec.Token(); err != nil {
				yield(sinosoviet.Citation{}, fmt.Errorf("cite: CSL-JSON: %w", err))
				return
			}
		}
		for n := 1; !array || dec.More(); n++ {
			var item map[string]json.RawMessage
			err := dec.Decode(&item)
			if err == io.EOF && !array {
				return
			}
			var c sinosoviet.Citation
			if err == nil {
				c, err = fromCSL(item)
			}
			if err != nil {
				yield(sinosoviet.Citation{}, fmt.Errorf("cite: CSL-JSON: item %d: %w", n, err))
				return
			}
			c.ID = "c" + strconv.Itoa(n)
			if !yield(c, nil) {
				return
			}
		}
		if _, err := dec.Token(); err != nil {
			yield(sinosoviet.Citation{}, fmt.Errorf("cite: CSL-JSON: %w", err))
		}
	}
}

// firstByte peeks at the first byte that is not white space.
func firstByte(br *bufio.Reader) (byte, error) {
	for {
		b, err := br.Peek(1)
		if err != nil {
			return 0, err
		}
		switch b[0] {
		case ' ', '\n', '\r', '\t':
			if _, err := br.Discard(1); err != nil {
				return 0, err
			}
		case 0xEF:
			if b, err := br.Peek(3); err == nil && string(b) == "\uFEFF" {
				if _, err := br.Discard(3); err != nil {
					return 0, err
				}
				continue
			}
			return b[0], nil
		default:
			return b[0], nil
		}
	}
}

// templateOf is the template for a CSL type.
func templateOf(it *cslItem) string {
	switch it.Type {
	case "book", "chapter", "classic", "pamphlet", "musical_score", "collection":
		return "cite book"
	case "article-journal", "review", "review-book":
		return "cite journal"
	case "article-newspaper":
		return "cite news"
	case "article-magazine":
		return "cite magazine"
	case "webpage", "post-weblog", "post", "dataset", "software":
		return "cite web"
	case "entry-encyclopedia", "entry-dictionary", "entry":
		return "cite encyclopedia"
	case "paper-conference":
		return "cite conference"
	case "thesis":
		return "cite thesis"
	case "report":
		return "cite report"
	case "motion_picture":
		return "cite AV media"
	case "song":
		return "cite AV media notes"
	case "broadcast":
		if it.ContainerTitle == "" && it.CollectionTitle != "" {
			return "cite serial"
		}
		return "cite episode"
	case "speech":
		return "cite speech"
	case "interview":
		return "cite interview"
	case "map":
		return "cite map"
	case "graphic", "figure":
		return "cite sign"
	case "patent":
		return "cite patent"
	}
	return "citation"
}

// known are the variables that become parameters.
var known = [...]string{"id", "type", "author", "editor", "translator", "interviewer", "contributor", "director", "producer", "script-writer", "narrator",
	"composer", "performer", "illustrator", "host", "issued", "accessed", "original-date", "title", "original-title", "container-title", "collection-title",
	"event-title", "event", "event-place", "publisher", "publisher-place", "edition", "volume", "issue", "number", "page", "locator", "genre", "scale", "language",
	"year-suffix", "jurisdiction", "URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID", "custom"}

// fromCSL makes a citation of an item: the template its variables make, typed.
func fromCSL(raw map[string]json.RawMessage) (sinosoviet.Citation, error) {
	b, err := json.Marshal(raw)
	if err != nil {
		return sinosoviet.Citation{}, err
	}
	var it cslItem
	delete(raw, "custom")
	if err := json.Unmarshal(b, &it); err != nil {
		var loose struct {
			Custom json.RawMessage `json:"custom"`
		}
		if json.Unmarshal(b, &loose) == nil && loose.Custom != nil { // custom of another program
			b, _ = json.Marshal(raw)
			err = json.Unmarshal(b, &it)
		}
		if err != nil {
			return sinosoviet.Citation{}, err
		}
	}
	if it.EventTitle == "" && raw["event"] != nil {
		_ = it.EventTitle.UnmarshalJSON(raw["event"]) // an object is no title
	}
	t := parameters(&it)
	for _, name := range slices.Sorted(mapKeys(raw)) {
		if slices.Contains(known[:], name) {
			continue
		}
		var v text
		if v.UnmarshalJSON(raw[name]) == nil && v != "" && cs1.Canonical(name) == "" {
			t.Args = append(t.Args, sinosoviet.Argument{Name: name, Value: string(v)})
		}
	}
	c := cs1.Citation(t)
	if it.Type != "" {
		c.Type = it.Type
	}
	return c, nil
}

func mapKeys(m map[string]json.RawMessage) iter.Seq[string] {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// argument adds a parameter that is not empty. Bars would end it: they become {{!}}.
func argument(t *sinosoviet.Template, name string, value text) {
	v := strings.TrimSpace(string(value))
	if v == "" {
		return
	}
	if strings.Contains(v, "|") {
		v = strings.ReplaceAll(v, "|", "{{!}}")
	}
	t.Args = append(t.Args, sinosoviet.Argument{Name: name, Value: v})
}

// parameters are the template and the parameters of an item.
func parameters(it *cslItem) sinosoviet.Template {
	t := sinosoviet.Template{Name: templateOf(it)}
	set := func(name string, v text) { argument(&t, name, stripTags(v)) }
	people(&t, it)
	date := it.Issued.written()
	if it.YearSuffix != "" {
		date += string(it.YearSuffix)
	}
	set("date", text(date))
	set("orig-date", text(it.OriginalDate.written()))
	set("access-date", text(it.Accessed.written()))
	title, translated := it.Title, text("")
	if it.OriginalTitle != "" {
		title, translated = it.OriginalTitle, it.Title
	}
	if it.Type == "chapter" {
		set("chapter", title)
		set("trans-chapter", translated)
		set("title", it.ContainerTitle)
		set("chapter-url", it.URL)
	} else {
		set("title", title)
		set("trans-title", translated)
		set("url", it.URL)
		switch t.Name {
		case "cite conference":
			set("book-title", it.ContainerTitle)
		case "cite episode":
			set("series", it.ContainerTitle)
		default:
			set("work", it.ContainerTitle)
		}
	}
	set("language", it.Language)
	if !(t.Name == "cite episode" && it.ContainerTitle != "") {
		set("series", it.CollectionTitle)
	}
	switch t.Name {
	case "cite speech":
		set("event", it.EventTitle)
	default:
		set("conference", it.EventTitle)
	}
	publisher := "publisher"
	if it.Type == "broadcast" {
		publisher = "network"
	}
	set(publisher, it.Publisher)
	place := it.PublisherPlace
	if place == "" {
		place = it.EventPlace
	}
	set("location", place)
	set("edition", it.Edition)
	set("volume", it.Volume)
	set("issue", it.Issue)
	set("number", it.Number)
	pages := "pages"
	if !strings.ContainsAny(string(it.Page), "-–,; ") {
		pages = "page"
	}
	set(pages, it.Page)
	if it.Page == "" {
		set("at", it.Locator)
	}
	set("type", it.Genre)
	set("scale", it.Scale)
	set("country", it.Jurisdiction)
	set("doi", it.DOI)
	set("isbn", it.ISBN)
	set("issn", it.ISSN)
	set("pmid", it.PMID)
	set("pmc", it.PMCID)
	for _, n := range sortedNames(it.Custom) {
		if cs1.Canonical(n) != "" {
			set(n, text(it.Custom[n]))
		}
	}
	if t.Name == "cite patent" {
		patent(&t)
	}
	return t
}

// patent gives parameters the names that {{cite patent}} has for them.
func patent(t *sinosoviet.Template) {
	for i := range t.Args {
		switch a := &t.Args[i]; {
		case strings.HasPrefix(a.Name, "last"):
			a.Name = "inventor" + a.Name[len("last"):] + "-last"
		case strings.HasPrefix(a.Name, "first"):
			a.Name = "inventor" + a.Name[len("first"):] + "-first"
		case strings.HasPrefix(a.Name, "author"):
			a.Name = "inventor" + a.Name[len("author"):]
		case a.Name == "date":
			a.Name = "issue-date"
		}
	}
}

func sortedNames(m map[string]string) []string {
	var names []string
	for n := range m {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

// people adds the names: those that can be split by parts, bodies whole, and those with a part of their own under |people=.
func people(t *sinosoviet.Template, it *cslItem) {
	for _, l := range [...]struct {
		prefix, whole string
		names         []cslName
	}{{"", "author", it.Author}, {"editor-", "editor", it.Editor}, {"translator-", "translator", it.Translator}, {"contributor-", "contributor", it.Contributor}, {"interviewer-", "interviewer", it.Interviewer}} {
		for i, n := range l.names {
			no := strconv.Itoa(i + 1)
			family, given := n.parts()
			if n.Literal != "" || family == "" {
				argument(t, l.whole+no, text(n.Literal+given))
				continue
			}
			argument(t, l.prefix+"last"+no, text(family))
			argument(t, l.prefix+"first"+no, text(given))
		}
	}
	var credits []string
	for _, l := range [...]struct {
		role  string
		names []cslName
	}{{"director", it.Director}, {"producer", it.Producer}, {"writer", it.ScriptWriter}, {"narrator", it.Narrator}, {"composer", it.Composer}, {"performer", it.Performer}, {"illustrator", it.Illustrator}, {"host", it.Host}} {
		for _, n := range l.names {
			family, given := n.parts()
			name := n.Literal + family
			if given != "" {
				name += ", " + given
			}
			credits = append(credits, name+" ("+l.role+")")
		}
	}
	argument(t, "people", text(strings.Join(credits, "; ")))
}

// parts are family and given name with particles and what follows the name.
func (n *cslName) parts() (family, given string) {
	family, given = n.Family, n.Given
	if n.NonDropping != "" {
		family = n.NonDropping + " " + family
	}
	if n.Dropping != "" {
		given = strings.TrimSpace(given + " " + n.Dropping)
	}
	if n.Suffix != "" {
		given = strings.TrimPrefix(given+", "+n.Suffix, ", ")
	}
	return family, given
}

// stripTags takes CSL's markup (<i>, <b>, <sup>, <span …>) out of a value.
func stripTags(v text) text {
	s := string(v)
	if !strings.Contains(s, "<") {
		return v
	}
	var b strings.Builder
	for s != "" {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		s = s[i:]
		end := strings.IndexByte(s, '>')
		if end < 0 {
			break
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(s[1:end], "/"), " ")
		switch name {
		case "i", "b", "sup", "sub", "sc", "span":
			s = s[end+1:]
		default:
			b.WriteByte('<')
			s = s[1:]
		}
	}
	b.WriteString(s)
	return text(b.String())
}
