package timeline

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"io"
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// HTMLOptions are the options of [WriteHTML]. The zero value is everything.
type HTMLOptions struct {
	NoScript  bool   // leave out filter, search and zoom
	NoPicture bool   // leave out the picture
	Lang      string // language of the text, BCP 47; "" is "en"
}

//go:embed assets/page.css
var pageCSS string

//go:embed assets/page.js
var pageJS string

// WriteHTML writes the timeline as one HTML page that needs nothing else: the picture of [WriteSVG], and below it all
// entries as ordered lists under their decades, each opening to its sentence in every document, its date as EDTF, and its sources with
// links. It loads nothing, and a content security policy in it says so. Everything can be read without the script, which
// adds search, a filter by support, and zoom. It is made for phones, print and screen readers, light and dark.
func WriteHTML(w io.Writer, t *Timeline, o HTMLOptions) error {
	p := htmlPrinter{printer: newPrinter(w), HTMLOptions: o}
	if docs := t.Documents(); len(docs) > 0 {
		p.first = docs[0].Name
	}
	p.head(t)
	if !o.NoPicture && t.Dated().Len() > 0 {
		pic := layOut(t, 0)
		p.text(`<figure tabindex="0" aria-label="Picture of the timeline">`, "\n")
		p.picture(&pic, t, true)
		p.text("\n</figure>\n")
	}
	p.text(`<main id="list">`, "\n")
	p.list(t)
	p.text("</main>\n<footer>")
	if p.first != "" {
		p.text("<p>Sentences are from ", esc(p.first), " where nothing else is said.")
	}
	p.text("<p>Dates are as exact as the text: a year stays a year.</footer>\n")
	if !o.NoScript && t.Len() > 0 && !o.NoPicture {
		p.text("<script>", pageJS, "</script>\n")
	}
	p.text("</html>\n")
	return p.close()
}

type htmlPrinter struct {
	*printer
	HTMLOptions
	first string // name of the first document
}

// policy forbids the page to load anything; the script is allowed by its hash.
func policy() string {
	sum := sha256.Sum256([]byte(pageJS))
	return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}

func (p htmlPrinter) head(t *Timeline) {
	lang := p.Lang
	if lang == "" {
		lang = "en"
	}
	title := esc(t.Title())
	p.text("<!doctype html>\n", `<html lang="`, esc(lang), `"><meta charset="utf-8">`, "\n",
		`<meta name="viewport" content="width=device-width,initial-scale=1">`, "\n",
		`<meta http-equiv="Content-Security-Policy" content="`, policy(), `">`, "\n",
		"<title>", title, "</title>\n<style>", pictureCSS, pageCSS, "</style>\n",
		`<a class="skip" href="#list">Skip to the list of events</a>`, "\n",
		"<header><h1>", title, "</h1>\n<p>", esc(summary(t)), "</p>\n", htmlKey, "</header>\n")
	if !p.NoScript && !p.NoPicture && t.Len() > 0 {
		p.text(htmlForm)
	}
}

// htmlKey explains the marks.
const (
	htmlKey = `<ul class="key"><li>` + keySVG + `<circle class="s" cx="16" cy="8" r="5"/></svg>with a source</li>` +
		`<li>` + keySVG + `<circle class="c" cx="16" cy="8" r="5"/></svg>citation needed</li>` +
		`<li>` + keySVG + `<circle class="n" cx="16" cy="8" r="5"/></svg>no source</li>` +
		`<li>` + keySVG + `<rect class="s" x="1" y="4" width="30" height="8" rx="3"/></svg>went on all along</li>` +
		`<li>` + keySVG + `<rect class="s in f3" x="1" y="4" width="30" height="8" rx="3"/></svg>some time within</li></ul>` + "\n"
	keySVG = `<svg class="timeline" viewBox="0 0 32 16" aria-hidden="true">`
)

// htmlForm is what the script works with; it stays hidden without it.
const htmlForm = `<form hidden role="search"><div>
<input name="q" type="search" placeholder="Search events, actors, sources" aria-label="Search">
<select name="k" aria-label="Sources"><option value="">all<option value="s">with a source` +
	`<option value="c">citation needed<option value="n">no source</select>
<span><button type="button" data-z="0.8" aria-label="Smaller picture">−</button>
<button type="button" data-z="0" aria-label="Picture in its own size">1:1</button>
<button type="button" data-z="1.25" aria-label="Larger picture">+</button></span>
<output name="n" aria-live="polite"></output></div></form>
`

// summary tells what there is: "112 events, 1917 to 1991; 84 with a source, 13 that need a citation, 15 without a source".
func summary(t *Timeline) string {
	n := map[Support]int{}
	for _, e := range entriesOf(t) {
		n[e.Support()]++
	}
	s := count(t.Len(), "event", "events")
	if first, last := t.Bounds(); !first.IsZero() {
		s += ", " + years(first, last)
	}
	sep := "; "
	for _, x := range [...]struct {
		support Support
		words   string
	}{{SupportSource, " with a source"}, {SupportNeeded, " marked as needing a citation"}, {SupportNone, " without a source"}} {
		if n[x.support] > 0 {
			s += sep + strconv.Itoa(n[x.support]) + x.words
			sep = ", "
		}
	}
	return s + "."
}

// list prints the entries under their decades.
func (p htmlPrinter) list(t *Timeline) {
	heading := ""
	for _, e := range entriesOf(t) {
		if h := era(e); h != heading {
			if heading != "" {
				p.text("</ol></section>\n")
			}
			heading = h
			p.text("<section><h2>", esc(h), "</h2>\n<ol>\n")
		}
		p.entry(e)
	}
	if heading != "" {
		p.text("</ol></section>\n")
	}
}

// entry prints one entry. End tags that HTML lets be left out are left out: a page of a thousand events is read
// on phones too. What has no source says so by the style sheet.
func (p htmlPrinter) entry(e *Entry) {
	p.text(`<li id="`, esc(e.ID), `" class=`, supportClass(e), `><details><summary>`)
	if s, ok := stretchOf(e); ok && s.exact && s.isOne() && s.isCommon() && s.first() != dateWords(e) {
		p.text(`<time datetime=`, s.first(), `>`, esc(dateWords(e)), `</time>`)
	} else {
		p.text(`<time>`, esc(dateWords(e)), `</time>`)
	}
	p.text("<b>", esc(headline(e)), "</b>")
	if len(e.Actors) > 0 {
		p.text(" <i>", esc(strings.Join(e.Actors, ", ")), "</i>")
	}
	p.text("</summary>")
	p.evidence(e)
	if len(e.Places) > 0 {
		p.text("<p class=d>Where: ", esc(strings.Join(e.Places, ", ")))
	}
	p.sources(e)
	p.text("</details>\n")
}

// evidence prints the sentence, again for each document in which it stands otherwise. The document that tells an event first is
// named only where it is not the timeline's first.
func (p htmlPrinter) evidence(e *Entry) {
	said := ""
	for i := range e.Evidence {
		v := &e.Evidence[i]
		if v.Text != "" && v.Text != said {
			p.text("<p>", esc(v.Text))
			said = v.Text
		}
		p.text("<p class=d>", esc(p.place(v)))
		code := v.EDTF.String()
		if i == 0 {
			code = dateOf(&e.Event).String()
		}
		if s, ok := stretchOf(e); code != "" && (i == 0 && !(ok && s.exact && s.isOne()) || i > 0 && v.EDTF != e.EDTF) {
			p.text(" · EDTF ", esc(code))
		}
		if i == 0 && e.Basis == sinosoviet.BasisResolved {
			p.text(" · date worked out from the context")
		}
	}
}

// place is where a sentence stands: "excerpt.txt, Ili Rebellion, bytes 120–240".
func (p htmlPrinter) place(v *sinosoviet.Evidence) string {
	var parts []string
	if v.Source != p.first {
		parts = append(parts, v.Source)
	}
	if v.Section != "" {
		parts = append(parts, v.Section)
	}
	if v.Span.End > v.Span.Start {
		parts = append(parts, "bytes "+strconv.Itoa(v.Span.Start)+"–"+strconv.Itoa(v.Span.End))
	}
	return strings.Join(parts, ", ")
}

func (p htmlPrinter) sources(e *Entry) {
	for i := range e.Sources {
		s := &e.Sources[i]
		p.text("<p>")
		if s.Document != e.Document {
			p.text(esc(s.Document), " ")
		}
		p.text(sourceHTML(s))
		if s.Work != "" && !strings.Contains(s.Label, s.Work) {
			p.text(", <cite>", esc(s.Work), "</cite>")
		}
	}
	if e.NeededSince != "" {
		p.text("<p class=w>", esc(neededText(e)))
	}
}

// esc escapes text for an attribute in double quotes, or for running text.
func esc(s string) string { return htmlEscapes.Replace(oneLine(s)) }

// htmlEscapes leaves the apostrophe alone: no attribute of the page is in single quotes.
var htmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
