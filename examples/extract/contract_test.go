package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet/examples/internal/sample"
	"github.com/sinosoviet/sinosoviet/internal/score"
)

// auditor holds a printed document against what is promised of it, knowing no more than a reader of the JSON does.
type auditor struct {
	t       *testing.T
	name    string
	source  string // the bytes that were read
	article string // the bytes of the article an excerpt was put beside; "" without one
	doc     map[string]any
}

func (a *auditor) bad(format string, args ...any) {
	a.t.Helper()
	a.t.Errorf("%s: %s", a.name, fmt.Sprintf(format, args...))
}

// list are the objects under a name; none when it is absent.
func list(o map[string]any, key string) []map[string]any {
	values, _ := o[key].([]any)
	out := make([]map[string]any, len(values))
	for i, v := range values {
		out[i] = v.(map[string]any)
	}
	return out
}

func str(o map[string]any, key string) string { s, _ := o[key].(string); return s }

func num(o map[string]any, key string) float64 { n, _ := o[key].(float64); return n }

// span is a span as printed; ok is false when there is none.
func span(o map[string]any, key string) (start, end int, ok bool) {
	v, _ := o[key].([]any)
	if len(v) != 2 {
		return 0, 0, false
	}
	return int(v[0].(float64)), int(v[1].(float64)), true
}

// bytes are the source's bytes at a value's span, which must be there.
func (a *auditor) bytes(o map[string]any, source string) string {
	a.t.Helper()
	start, end, ok := span(o, "span")
	if !ok || start < 0 || start > end || end > len(source) {
		a.bad("span %v in %d bytes of %.80v", o["span"], len(source), o)
		return ""
	}
	return source[start:end]
}

// enum wants one of the words; "" among them allows none.
func (a *auditor) enum(o map[string]any, key, words string) {
	a.t.Helper()
	if s := str(o, key); !slices.Contains(strings.Split(words, " "), s) {
		a.bad("%s %q is none of %q", key, s, words)
	}
}

// shape walks all values: names are lower case, none is null, spans are pairs in bounds that cut no rune.
func (a *auditor) shape(v any, path string) {
	switch v := v.(type) {
	case nil:
		a.bad("null at %s", path)
	case []any:
		for _, e := range v {
			a.shape(e, path+"[]")
		}
	case map[string]any:
		for key, e := range v {
			if !keyForm.MatchString(key) && !strings.Contains(path, "options") && path != ".id" {
				a.bad("name %q at %s", key, path)
			}
			a.shape(e, path+"."+key)
		}
		source := a.source
		if a.article != "" && strings.HasPrefix(path, ".citations") {
			source = a.article
		}
		for _, key := range []string{"span", "heading_span", "trigger"} {
			if _, there := v[key]; !there {
				continue
			}
			start, end, ok := span(v, key)
			if !ok || start > end || end > len(source) {
				a.bad("%s.%s = %v in %d bytes", path, key, v[key], len(source))
			} else if utf8.ValidString(source) && (start < len(source) && !utf8.RuneStart(source[start]) || end < len(source) && !utf8.RuneStart(source[end])) {
				a.bad("%s.%s = %v cuts a rune", path, key, v[key])
			}
		}
	}
}

var (
	keyForm  = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	codeForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	dayForm  = regexp.MustCompile(`^-?\d{4,}-\d\d-\d\d$`)
	langForm = regexp.MustCompile(`^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)
	sinceIs  = regexp.MustCompile(`^(\d{4}(-\d\d)?|unknown)$`)
)

func (a *auditor) audit() {
	a.shape(a.doc, "")
	source := a.doc["source"].(map[string]any)
	a.enum(source, "format", "wikitext flattened excerpt text")
	if int(num(source, "bytes")) != len(a.source) {
		a.bad("source.bytes %v, want %d", source["bytes"], len(a.source))
	}
	a.sections()
	a.markup()
	ids := a.citations()
	a.dates()
	a.entities()
	a.events(ids)
	a.diagnostics()
	if a.excerpts(ids); str(source, "format") != "excerpt" && a.doc["excerpt"] != nil {
		a.bad("an excerpt's alignment in format %s", str(source, "format"))
	}
}

// sections tile the source, the lead first.
func (a *auditor) sections() {
	at := 0
	for i, s := range list(a.doc, "sections") {
		start, end, _ := span(s, "span")
		if start != at && i > 0 {
			a.bad("section %d starts at %d, the one before ends at %d", i, start, at)
		}
		at = end
		from, to, ok := span(s, "heading_span")
		switch level := num(s, "level"); {
		case i == 0 && (str(s, "heading") != "" || level != 1 || ok):
			a.bad("lead = %.80v", s)
		case i > 0 && (str(s, "heading") == "" || level < 1 || level > 6 || !ok || from < start || to > end):
			a.bad("section %d = %.120v", i, s)
		}
		if text := str(s, "text"); text != strings.TrimSpace(text) || strings.Contains(text, "\n\n\n") {
			a.bad("text of section %d has blanks around it or empty paragraphs", i)
		}
	}
	if n := len(list(a.doc, "sections")); n == 0 || at != len(a.source) {
		a.bad("%d sections end at %d of %d", n, at, len(a.source))
	}
}

// markup: links, templates, names and notices.
func (a *auditor) markup() {
	at := 0
	for _, l := range list(a.doc, "links") {
		a.enum(l, "kind", "page file category language interwiki external")
		start, _, _ := span(l, "span")
		if a.bytes(l, a.source); start < at || str(l, "target") == "" {
			a.bad("link %v", l)
		}
		at = start
		if t := str(l, "target"); str(l, "kind") != "external" && (strings.HasPrefix(t, ":") || strings.Contains(t, "_")) {
			a.bad("target %q", t)
		}
	}
	at = 0
	var open []int // ends of the templates around
	for _, m := range list(a.doc, "templates") {
		a.enum(m, "kind", " function variable")
		start, end, _ := span(m, "span")
		for len(open) > 0 && open[len(open)-1] <= start {
			open = open[:len(open)-1]
		}
		s := a.bytes(m, a.source)
		if name := str(m, "name"); !strings.HasPrefix(s, "{{") || !strings.HasSuffix(s, "}}") || start < at || name != strings.TrimSpace(name) ||
			!strings.Contains(s, name) || int(num(m, "depth")) != len(open) || m["depth"] == nil {
			a.bad("template %.100v is %.100q, %d around it", m, s, len(open))
		}
		open, at = append(open, end), start
		for _, arg := range list(m, "args") {
			if v := str(arg, "value"); arg["cut"] == nil && !strings.Contains(s, v) || len(v) > 100_000 {
				a.bad("argument %q of %s is not in it", v, str(m, "name"))
			}
		}
	}
	for _, n := range list(a.doc, "names") {
		if !langForm.MatchString(str(n, "lang")) || str(n, "text") == "" || a.bytes(n, a.source) == "" {
			a.bad("name %v", n)
		}
	}
	for _, n := range list(a.doc, "notices") {
		if !codeForm.MatchString(str(n, "kind")) || a.bytes(n, a.source) == "" {
			a.bad("notice %v", n)
		}
	}
}

// citations are numbered in order, and refer to each other only.
func (a *auditor) citations() map[string]bool {
	ids, source, at := map[string]bool{}, a.source, 0
	if a.article != "" {
		source = a.article
	}
	all := list(a.doc, "citations")
	for i, c := range all {
		ids[str(c, "id")] = true
		a.enum(c, "kind", "full short pages needed plain reuse")
		a.enum(c, "link", " direct inferred none")
		s := a.bytes(c, source)
		if start, _, _ := span(c, "span"); str(c, "id") != fmt.Sprint("c", i+1) || start < at {
			a.bad("citation %d is %s at %d", i, str(c, "id"), start)
		} else {
			at = start
		}
		switch kind := str(c, "kind"); kind {
		case "full", "short", "pages", "needed":
			if !strings.HasPrefix(s, "{{") || !strings.HasSuffix(s, "}}") || str(c, "template") == "" || kind == "needed" && !sinceIs.MatchString(str(c, "needed_since")) {
				a.bad("%s %.80q since %q", kind, s, str(c, "needed_since"))
			}
		}
		if f := num(c, "confidence"); f < 0 || f > 1 {
			a.bad("confidence %v", f)
		}
		for _, f := range list(c, "fields") {
			if v := a.bytes(f, source); v != str(f, "value") || v != strings.TrimSpace(v) {
				a.bad("field %v is %q", f, v)
			}
		}
	}
	for _, c := range all {
		refer := []string{}
		if s := str(c, "target"); s != "" {
			refer = append(refer, s)
		}
		found := str(c, "link") == "direct" || str(c, "link") == "inferred"
		if found != (len(refer) > 0) || found && (refer[0] == str(c, "id") || num(c, "confidence") == 0) {
			a.bad("%s: target %q, link %q, confidence %v", str(c, "id"), refer, str(c, "link"), c["confidence"])
		}
		candidates, _ := c["candidates"].([]any)
		for _, v := range candidates {
			refer = append(refer, v.(string))
		}
		for _, id := range refer {
			if !ids[id] {
				a.bad("%s refers to %s", str(c, "id"), id)
			}
		}
	}
	return ids
}

func (a *auditor) dates() {
	for _, d := range list(a.doc, "dates") {
		a.enum(d, "type", "DATE TIME DURATION SET")
		a.enum(d, "basis", "explicit resolved none")
		s := a.bytes(d, a.source)
		if text := str(d, "text"); text == "" || !strings.ContainsAny(s, "[{<&'\n") && s != text && strings.Join(strings.Fields(s), " ") != text {
			a.bad("date %q is %q", text, s)
		}
		if str(d, "edtf") != "" && (str(d, "type") == "DURATION" || str(d, "type") == "SET") {
			a.bad("%s %q has a date", str(d, "type"), str(d, "text"))
		}
	}
}

func (a *auditor) entities() {
	at := 0
	for _, e := range list(a.doc, "entities") {
		a.enum(e, "kind", "PERSON ORG GPE LOC NORP FAC EVENT LAW WORK")
		a.enum(e, "method", "link gazetteer rule alias model")
		start, end, _ := span(e, "span")
		s := a.bytes(e, a.source)
		if c := num(e, "confidence"); start < at || c <= 0 || c > 1 || str(e, "name") == "" || str(e, "method") == "link" && str(e, "page") == "" {
			a.bad("entity %v behind %d", e, at)
		}
		if text := str(e, "text"); !strings.ContainsAny(s, "[]{|<&'\n") && s != text {
			a.bad("entity %q is %q", text, s)
		}
		at = end
	}
}

func (a *auditor) events(ids map[string]bool) {
	for i, e := range list(a.doc, "events") {
		a.enum(e, "relation", "on in by before after since until between during")
		a.enum(e, "basis", "explicit resolved")
		start, end, _ := span(e, "span")
		from, to, ok := span(e, "trigger")
		words := len(strings.Fields(str(e, "headline")))
		if str(e, "id") != fmt.Sprint("e", i+1) || !ok || from < start || to > end || from == to || words == 0 || words > 12 || str(e, "edtf") == "" {
			a.bad("event %.300v", e)
		}
		for _, key := range []string{"earliest", "latest"} {
			if s := str(e, key); s != "" && !dayForm.MatchString(s) {
				a.bad("%s %q", key, s)
			}
		}
		if int(num(e, "section")) >= len(list(a.doc, "sections")) && a.doc["sections"] != nil {
			a.bad("event in section %v", e["section"])
		}
		seen := map[any]bool{}
		citations, _ := e["citations"].([]any)
		for _, c := range citations {
			if !ids[c.(string)] || seen[c] {
				a.bad("event cites %v of %v", c, citations)
			}
			seen[c] = true
		}
	}
}

func (a *auditor) diagnostics() {
	at := 0
	for _, d := range list(a.doc, "diagnostics") {
		a.enum(d, "severity", "error warning info")
		start, _, _ := span(d, "span")
		if m := str(d, "message"); !codeForm.MatchString(str(d, "code")) || m == "" || strings.Contains(m, "\n") || start < at {
			a.bad("diagnostic %v behind %d", d, at)
		}
		at = start
	}
}

func (a *auditor) excerpts(ids map[string]bool) {
	for _, x := range list(a.doc, "excerpt") {
		a.enum(x, "match", "verbatim edited none")
		_, end, placed := span(x, "article_span")
		if edits := list(x, "edits"); placed != (str(x, "match") != "none") || end > len(a.article) || (len(edits) > 0) != (str(x, "match") == "edited") {
			a.bad("%s with %d edits at %v: %q", str(x, "match"), len(edits), x["article_span"], str(x, "text"))
		}
		for _, e := range list(x, "edits") {
			a.enum(e, "op", "insert delete replace")
			if (str(e, "excerpt") == "") != (str(e, "op") == "delete") || (str(e, "article") == "") != (str(e, "op") == "insert") {
				a.bad("edit %v", e)
			}
		}
		for _, m := range list(x, "markers") {
			a.enum(m, "kind", "reference citation-needed note")
			a.enum(m, "attaches", "previous here")
			a.enum(m, "basis", " number position pages revision")
			if s := a.bytes(m, a.source); s != str(m, "text") {
				a.bad("marker %q is %q", str(m, "text"), s)
			}
			c := str(m, "citation")
			if (c != "") != (str(m, "basis") != "") || c != "" && (!ids[c] || a.article == "" || num(m, "confidence") <= 0 || num(m, "confidence") > 1) {
				a.bad("marker %v", m)
			}
		}
	}
}

// auditOne prints a text alone and in a batch, twice, and audits it.
func auditOne(t *testing.T, name, text, format, article string) {
	t.Helper()
	request, err := json.Marshal(map[string]string{"id": name, "format": format, "text": text, "against": article})
	if err != nil {
		t.Fatal(err)
	}
	first, errs, status := call(t, string(request), "-batch")
	again, _, _ := call(t, string(request), "-batch")
	if status != 0 || len(errs) != 0 || len(first) != 1 || !slices.Equal(first, again) || !utf8.ValidString(first[0]) {
		t.Fatalf("%s: status %d, %d lines, errors %q, the same twice: %v", name, status, len(first), errs, slices.Equal(first, again))
	}
	doc := decode(t, first[0])
	if doc["id"] != name {
		t.Fatalf("%s: id %v, %v", name, doc["id"], doc["error"])
	}
	delete(doc, "id")
	a := auditor{t: t, name: name + " " + format, source: text, article: article, doc: doc}
	a.audit()
	if article != "" {
		return
	}
	alone, _, status := call(t, text, "-format", format, "-")
	if want := strings.Replace(first[0], `"id":`+string(must(json.Marshal(name)))+`,"source":{"format"`, `"source":{"name":"-","format"`, 1); status != 0 || len(alone) != 1 ||
		strings.ReplaceAll(alone[0], `{"source":"-",`, `{`) != want {
		t.Errorf("%s: in a batch it is another document than alone", a.name)
	}
}

func must(b []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return b
}

var anyFormat = []string{"auto", "wikitext", "flattened", "excerpt", "text"}

// Every text in every format prints what is promised, whatever it is.
func TestContract(t *testing.T) {
	texts := map[string]string{
		"article": sample.Article().Text(),
		"excerpt": sample.Excerpt().Text(),
		"short":   "In 1949, Mao won.",
		"blank":   " \n\n",
		"bom":     "\uFEFFBorder war\r\nThe war began on 2 March 1969.[4]\r\n[5]: 3 It ended in 1969.[citation needed]\r\n",
		"markup": "{{Short description|x}}\n'''War''' was [[:Mao_Zedong|Mao]]s {{lang|zh|毛}}<ref name=a>{{cite book|last=Li |title= War|date=1990}}</ref>{{rp|3}}" +
			" in 1949.<ref name=a/>{{cn|date=May 2020}}\n== A ==\n{{main|B_c}}\n* {{sfn|Li|1990|p=4}} On 3 May 1950 it ended.\n[[File:A.jpg|thumb|In 1951]] [[Category:X]] [[de:Krieg]] {{unclosed",
	}
	for _, name := range []string{"article", "excerpt", "short", "blank", "bom", "markup"} {
		for _, format := range anyFormat {
			auditOne(t, name, texts[name], format, "")
		}
	}
	auditOne(t, "excerpt beside its article", texts["excerpt"], "excerpt", texts["article"])
	auditOne(t, "excerpt beside its article", texts["excerpt"], "auto", texts["article"])
	auditOne(t, "excerpt beside another", texts["bom"], "excerpt", texts["markup"])
}

// TestContractOfCorpus audits real articles, every sixth of them.
func TestContractOfCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	for _, pattern := range []string{"articles/*", "flattened/*.txt"} {
		files, err := filepath.Glob(filepath.Join(score.Shared(t, "corpus"), pattern))
		if err != nil || len(files) == 0 {
			t.Fatal(err, "no files")
		}
		for i := 1; i < len(files); i += 6 {
			b, err := os.ReadFile(files[i])
			if err != nil {
				t.Fatal(err)
			}
			if len(b) < 100_000 {
				auditOne(t, filepath.Base(files[i]), string(b), "auto", "")
			}
		}
	}
}
