package cite

import (
	"strings"

	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// complete reports what the class of the template wants and does not have.
func (k *checker) complete() {
	class := k.rules.Class()
	title := k.has("title", "script-title", "trans-title")
	switch {
	case class == "episode": // its title is that of a part; the series is the work
		title = k.has("series")
		if !title {
			k.report("citation_missing_title", nil, "no |series=")
		}
	case title:
	case (class == "encyclopaedia" || class == "citation" && k.has("encyclopedia")) && k.has("chapter", "script-chapter", "trans-chapter"):
	case class == "map" && k.has("map", "script-map"):
	case class == "conference" && k.has("chapter"):
	default:
		k.report("citation_missing_title", nil, "no |title=")
	}
	if k.has("trans-title") && !k.has("title", "script-title") {
		k.report("trans_missing_title", k.get("trans-title"), "the title it translates is missing")
	}
	if v := k.get("url"); v != nil && !title && class != "episode" && class != "encyclopaedia" && class != "map" && !k.has("encyclopedia") {
		k.report("bare_url_missing_title", v, "no |title= to show it under")
	}
	if !k.has("url") {
		if p := k.get("periodical"); k.rules.WantsURL() || class == "citation" && p != nil && p.Name == "website" {
			k.report("cite_web_url", nil, "no |url=")
		}
		if v := k.get("access-date"); v != nil && !k.has("chapter-url", "map-url") {
			k.report("accessdate_missing_url", v, "no |url= that was accessed")
		}
	}
	if k.rules.WantsWork() && !k.has("periodical", "script-periodical", "encyclopedia") {
		k.report("missing_periodical", nil, "no |"+class+"=")
	}
	if k.rules.Preprint() && !k.has(class) {
		k.report(class+"_missing", nil, "no |"+class+"=")
	}
	for _, p := range [...][3]string{{"doi-broken-date", "doi", "doibroken_missing_doi"}, {"pmc-embargo-date", "pmc", "embargo_missing_pmc"}, {"asin-tld", "asin", "asintld_missing_asin"}} {
		if v := k.get(p[0]); v != nil && !k.has(p[1]) {
			k.report(p[2], v, "no |"+p[1]+"=")
		}
	}
}

// chapters reports chapters where there are none, and parts of a chapter without it.
func (k *checker) chapters() {
	class := k.rules.Class()
	if k.rules.Periodical() || class == "citation" && k.has("periodical") && !k.has("encyclopedia") {
		for _, n := range [...]string{"chapter", "script-chapter", "trans-chapter", "chapter-url"} {
			if v := k.get(n); v != nil {
				k.report("chapter_ignored", v, "this kind of source has no chapters")
				break
			}
		}
	} else {
		if v := k.get("chapter-url"); v != nil && !k.has("chapter", "script-chapter", "trans-chapter") && !(class == "encyclopaedia" && k.has("title")) {
			k.report("bare_url_missing_title", v, "no |chapter=")
		}
		if v := k.get("trans-chapter"); v != nil && !k.has("chapter", "script-chapter") {
			k.report("trans_missing_title", v, "the chapter it translates is missing")
		}
	}
	for _, p := range [...][2]string{{"trans-periodical", "periodical"}, {"trans-map", "map"}, {"trans-quote", "quote"}, {"trans-encyclopedia", "encyclopedia"}} {
		if v := k.get(p[0]); v != nil && !k.has(p[1], "script-"+p[1]) {
			k.report("trans_missing_title", v, "|"+p[1]+"= is missing")
		}
	}
	for i := range k.set {
		if v := &k.set[i]; strings.HasPrefix(v.Canonical, "script-") && !cs1.ScriptLanguage(v.text) {
			k.report("script_parameter", v, "wants a known language code, a colon and the text")
		}
	}
	for _, p := range [...]string{"conference", "map", "transcript"} {
		if v := k.get(p + "-url"); v != nil && !k.has(p) {
			k.report("bare_url_missing_title", v, "no |"+p+"=")
		}
	}
	if v, id := k.get("class"), k.get("arxiv"); v != nil && id != nil && class == "arxiv" && strings.Contains(id.text, "/") {
		k.report("class_ignored", v, "the identifier names the class itself")
	}
	k.contributors()
}

func (k *checker) contributors() {
	v := k.get("contributor1-last")
	if v == nil {
		return
	}
	if class := k.rules.Class(); class != "book" && class != "citation" {
		k.report("contributor_ignored", v, "this kind of source has no contributors")
		return
	}
	contribution := false
	for i := range k.set {
		contribution = contribution || k.set[i].Name == "contribution"
	}
	for _, p := range [...]struct {
		name string
		ok   bool
	}{{"contribution", contribution}, {"author", k.has("author1-last", "vauthors", "people")}, {"title", k.has("title")}} {
		if !p.ok {
			k.report("contributor_missing_required_param", v, "no |"+p.name+"=")
			return
		}
	}
}

// keywords reports values of parameters that take only certain words, and what needs another parameter.
func (k *checker) keywords() {
	for i := range k.set {
		v := &k.set[i]
		if !cs1.Keyword(v.Canonical, v.text) {
			k.report("invalid_param_val", v, "not one of the words it takes")
			continue
		}
		if of, ok := strings.CutSuffix(v.Canonical, "-access"); ok && !k.has(of) {
			k.report("param_access_requires_param", v, "no |"+of+"=")
		}
		if of, ok := strings.CutSuffix(v.Canonical, "-format"); ok && !k.has(of+"-url") {
			k.report("format_missing_url", v, "no |"+of+"-url=")
		}
		if v.Canonical == "format" && !k.has("url") {
			k.report("format_missing_url", v, "no |url=")
		}
		if v.Canonical == "language" {
			if _, known := cs1.Language(v.text); !known {
				k.note("unknown_lang", v, "not a language this library knows")
			}
		}
		if v.Canonical == "url-status" && !k.has("archive-url") {
			k.note("url_status", v, "no |archive-url=")
		}
	}
	if v := k.get("publisher"); v == nil && k.has("place") && k.rules.Class() == "book" {
		k.note("location_missing_publisher", k.get("place"), "no |publisher=")
	}
}

// archive reports archives without an address or a date, and addresses that are not those of a snapshot.
func (k *checker) archive() {
	v := k.get("archive-url")
	if v == nil {
		if d := k.get("archive-date"); d != nil {
			k.note("archive_date_missing_url", d, "no |archive-url=")
		}
		return
	}
	if problem := snapshot(v.text); problem != "" {
		k.report("archive_url", v, problem) // and it is left out: what it misses does not count
		return
	}
	if !k.has("url", "chapter-url", "conference-url", "map-url", "transcript-url") {
		k.report("archive_missing_url", v, "no |url= that was archived")
	}
	if !k.has("archive-date") {
		k.report("archive_missing_date", v, "no |archive-date=")
	}
}

// snapshot tells what is wrong with an address of archive.org, or "".
func snapshot(u string) string {
	i := strings.Index(u, "//")
	if i < 0 {
		return ""
	}
	host, path, _ := strings.Cut(u[i+2:], "/")
	switch host {
	case "liveweb.archive.org":
		return "an address that makes snapshots, not one"
	case "web.archive.org", "archive.org":
	default:
		return ""
	}
	if strings.HasPrefix(path, "save/") {
		return "an address that makes snapshots, not one"
	}
	path, ok := strings.CutPrefix(path, "web/")
	if !ok && host == "archive.org" {
		return ""
	}
	stamp, _, more := strings.Cut(path, "/")
	n := 0
	for n < len(stamp) && isDigitByte(stamp[n]) {
		n++
	}
	flag := stamp[n:]
	switch {
	case !ok && n == 0, !more, n == 0:
		return "no timestamp"
	case n != 14:
		return "the timestamp is not of 14 digits"
	case flag != "" && !ok:
		return "a flag behind the timestamp of an address without web/"
	case flag != "" && !(len(flag) == 3 && flag[2] == '_'):
		return "the flag behind the timestamp is not one"
	}
	return ""
}
