package cite

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// ReadRIS reads references in RIS, as they come. Each becomes a full citation as with [ReadCSL]. Tags it does not know are
// kept as fields of their own name; lines that belong to no tag go on the line before. Only failures of r are errors.
func ReadRIS(r io.Reader) iter.Seq2[sinosoviet.Citation, error] {
	return func(yield func(sinosoviet.Citation, error) bool) {
		s := bufio.NewScanner(r)
		s.Buffer(nil, 1<<24)
		var lines [][2]string
		n := 0
		emit := func() bool {
			if len(lines) == 0 {
				return true
			}
			n++
			c := fromRIS(lines)
			c.ID = "c" + strconv.Itoa(n)
			lines = nil
			return yield(c, nil)
		}
		for s.Scan() {
			line := strings.TrimRight(strings.TrimPrefix(s.Text(), "\uFEFF"), "\r ")
			tag, value, ok := risTag(line)
			switch {
			case !ok:
				if line = strings.TrimSpace(line); line != "" && len(lines) > 0 {
					lines[len(lines)-1][1] += " " + line
				}
			case tag == "ER":
				if !emit() {
					return
				}
			case tag == "TY" && len(lines) > 0:
				if !emit() {
					return
				}
				lines = append(lines, [2]string{tag, value})
			case tag == "TY" || len(lines) > 0:
				lines = append(lines, [2]string{tag, value})
			}
		}
		if err := s.Err(); err != nil {
			yield(sinosoviet.Citation{}, fmt.Errorf("cite: RIS: %w", err))
			return
		}
		emit()
	}
}

// risTag splits "TY  - BOOK".
func risTag(line string) (tag, value string, ok bool) {
	if len(line) < 5 || line[2:5] != "  -" || line[0] < 'A' || line[0] > 'Z' || !(line[1] >= 'A' && line[1] <= 'Z' || isDigitByte(line[1])) {
		return "", "", false
	}
	return line[:2], strings.TrimSpace(line[5:]), true
}

// cslOfRIS is the CSL type of a type of reference.
func cslOfRIS(kind string) string {
	switch kind {
	case "BOOK", "EBOOK", "EDBOOK":
		return "book"
	case "CHAP", "ECHAP":
		return "chapter"
	case "JOUR", "JFULL", "ABST", "INPR", "EJOUR", "JOURN":
		return "article-journal"
	case "MGZN":
		return "article-magazine"
	case "NEWS":
		return "article-newspaper"
	case "ELEC", "WEB", "BLOG":
		return "webpage"
	case "ENCYC":
		return "entry-encyclopedia"
	case "DICT":
		return "entry-dictionary"
	case "CPAPER", "CONF":
		return "paper-conference"
	case "THES":
		return "thesis"
	case "RPRT", "GOVDOC":
		return "report"
	case "MAP":
		return "map"
	case "MPCT":
		return "motion_picture"
	case "PAT":
		return "patent"
	case "SOUND":
		return "song"
	case "VIDEO":
		return "broadcast"
	case "FIGURE":
		return "graphic"
	}
	return "document"
}

func fromRIS(lines [][2]string) sinosoviet.Citation {
	kind := strings.ToUpper(lines[0][1])
	it := &cslItem{Type: cslOfRIS(kind), Custom: map[string]string{}}
	container, series, editor := risTags(kind)
	var rest []sinosoviet.Argument
	start, end := "", ""
	for _, l := range lines[1:] {
		v := l[1]
		t := text(v)
		switch tag := l[0]; {
		case v == "":
		case tag == "AU" || tag == "A1":
			it.Author = append(it.Author, risPerson(v))
		case tag == editor || tag == "ED":
			it.Editor = append(it.Editor, risPerson(v))
		case tag == "A4":
			it.Translator = append(it.Translator, risPerson(v))
		case tag == "TI" || tag == "T1":
			it.Title = t
		case tag == "OP":
			it.OriginalTitle = t
		case tag == container || tag == "JO" || tag == "JF":
			it.ContainerTitle = t
		case tag == series || tag == "T3":
			it.CollectionTitle = t
		case tag == "T2":
			it.EventTitle = t
		case tag == "DA" || (tag == "PY" || tag == "Y1") && it.Issued == nil:
			it.Issued = risReadDate(v)
		case tag == "PY" || tag == "Y1" || tag == "ID":
		case tag == "Y2":
			it.Accessed = risReadDate(v)
		case tag == "PB":
			it.Publisher = t
		case tag == "CY":
			it.PublisherPlace = t
		case tag == "ET":
			it.Edition = t
		case tag == "VL":
			it.Volume = t
		case tag == "IS":
			it.Issue = t
		case tag == "SP":
			start = v
		case tag == "EP":
			end = v
		case tag == "SN":
			if cs1.ValidIdentifier("issn", v, 9999) && !strings.HasPrefix(kind, "B") {
				it.ISSN = t
			} else {
				it.ISBN = t
			}
		case tag == "DO":
			it.DOI = t
		case tag == "UR":
			it.URL = t
		case tag == "LK":
			it.Custom["archive-url"] = v
		case tag == "LA":
			it.Language = t
		case tag == "M3":
			it.Genre = t
		case tag == "C1" && kind == "MAP":
			it.Scale = t
		case tag == "C2" && kind == "JOUR":
			it.PMCID = t
		case tag == "N1" && it.risNote(v):
		default:
			rest = append(rest, sinosoviet.Argument{Name: tag, Value: v})
		}
	}
	if it.Page = text(start); end != "" {
		it.Page = text(start + "–" + end)
	}
	return finishItem(it, rest)
}

// finishItem settles what depends on the type, and makes a citation.
func finishItem(it *cslItem, rest []sinosoviet.Argument) sinosoviet.Citation {
	switch it.Type {
	case "paper-conference", "speech":
		it.EventPlace, it.PublisherPlace = it.PublisherPlace, ""
	case "report":
		it.Number, it.Issue = it.Issue, ""
	}
	t := parameters(it)
	t.Args = append(t.Args, rest...)
	c := cs1.Citation(t)
	c.Type = it.Type
	return c
}

// risNote reads a note "name: value" of [WriteRIS]; it reports whether it was one.
func (it *cslItem) risNote(v string) bool {
	name, value, ok := strings.Cut(v, ": ")
	if !ok {
		return false
	}
	if list := it.role(name); list != nil {
		*list = append(*list, risPerson(value))
		return true
	}
	switch name {
	case "event":
		it.EventTitle = text(value)
	case "at":
		it.Locator = text(value)
	case "orig-date":
		it.OriginalDate = newCSLDate(cs1.ParseDate(value).EDTF, value)
	case "csl-type":
		it.Type = value
	case "pmid":
		it.PMID = text(value)
	case "pmc":
		it.PMCID = text(value)
	case "quote":
		it.Custom[name] = value
	default:
		if !cs1.IsIdentifier(name) {
			return false
		}
		it.Custom[name] = value
	}
	return true
}

// risPerson reads "Family, Given, Suffix", or a body's name.
func risPerson(v string) cslName {
	family, rest, ok := strings.Cut(v, ", ")
	if !ok || rest == "" {
		return cslName{Literal: v}
	}
	given, suffix := suffixOf(rest)
	if suffix == "" && strings.Contains(rest, ", ") {
		return cslName{Literal: v}
	}
	return cslName{Family: family, Given: given, Suffix: suffix}
}

// risReadDate reads "1950/02/14/other"; what stands in the last part says more than the numbers.
func risReadDate(v string) *cslDate {
	p := strings.SplitN(v, "/", 4)
	if len(p) == 4 && p[3] != "" {
		return newCSLDate(cs1.ParseDate(p[3]).EDTF, p[3])
	}
	var parts []int
	for _, s := range p[:min(len(p), 3)] {
		n, err := strconv.Atoi(s)
		if err != nil {
			break
		}
		parts = append(parts, n)
	}
	if len(parts) == 0 {
		return newCSLDate(cs1.ParseDate(v).EDTF, v)
	}
	return &cslDate{Parts: [][]int{parts}}
}
