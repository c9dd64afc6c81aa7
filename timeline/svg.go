package timeline

import (
	_ "embed"
	"io"
	"math"
	"net/url"
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet/edtf"
)

// SVGOptions are the options of [WriteSVG]. The zero value is as wide as the entries need.
type SVGOptions struct {
	Width int // pixels; 0 is 1100, or more for many entries
}

//go:embed assets/picture.css
var pictureCSS string

// WriteSVG writes the timeline as one picture that needs nothing else: no network, no script, no font of its own. Time runs from left to right
// under named years, decades or centuries; long empty stretches are cut short, and marked. A day is a dot, anything longer
// a bar: solid where the text says that the event went on all along, light and faded at the ends where it lies somewhere
// within, faded at an open or doubtful end. Filled marks have a source; hollow ones need a citation, dashed ones have nothing. Entries
// stand in lanes, so that none covers another. Each is titled with date, sentence and sources, and links to its first source.
// For screen readers the picture is a list in the order of the timeline. Colours follow the reader's light or dark scheme. Entries
// without a date are not shown but counted in the description.
func WriteSVG(w io.Writer, t *Timeline, o SVGOptions) error {
	p := newPrinter(w)
	pic := layOut(t, o.Width)
	pic.height += keyHeight
	p.picture(&pic, t, false)
	p.byte('\n')
	return p.close()
}

// picture prints the picture. Inside a page marks link to the entries there, and styles and titles are the page's.
func (p *printer) picture(pic *picture, t *Timeline, inPage bool) {
	p.text(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `)
	p.int(pic.width)
	p.byte(' ')
	p.int(pic.height)
	p.text(`" width="`)
	p.int(pic.width)
	p.text(`" height="`)
	p.int(pic.height)
	p.text(`" class="timeline" role="group" aria-labelledby="tl-t tl-d">`, "\n",
		`<title id="tl-t">`, xmlText(oneLine(t.Title())), `</title>`,
		`<desc id="tl-d">`, xmlText(description(pic, t)), "</desc>\n")
	if !inPage {
		p.text("<style>", pictureCSS, "</style>\n")
	}
	p.text("<defs>")
	for n, stops := range [...]string{
		`<stop stop-color="#fff" stop-opacity=".05"/><stop offset=".6" stop-color="#fff"/>`,
		`<stop offset=".4" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity=".05"/>`,
		`<stop stop-color="#fff" stop-opacity=".05"/><stop offset=".3" stop-color="#fff"/>` +
			`<stop offset=".7" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity=".05"/>`,
	} { // faded at the start, at the end, at both
		i := strconv.Itoa(n + 1)
		p.text(`<linearGradient id="tl-g`, i, `">`, stops, `</linearGradient>`,
			`<mask id="tl-m`, i, `" maskContentUnits="objectBoundingBox"><path fill="url(#tl-g`, i, `)" d="M0 0h1v1H0z"/></mask>`, "\n")
	}
	p.text(`<pattern id="tl-p" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">`,
		`<path class="hatch" d="M0 0v6"/></pattern></defs>`, "\n")
	if !inPage {
		p.text(`<rect class="paper" width="100%" height="100%"/>`, "\n")
	}
	p.bands(pic)
	if !inPage {
		p.text(`<g role="list">`, "\n")
	}
	for i := range pic.marks {
		if inPage {
			p.pageMark(&pic.marks[i])
		} else {
			p.mark(&pic.marks[i])
		}
	}
	if !inPage {
		p.text("</g>\n")
	}
	if !inPage {
		p.key(pic)
	}
	p.text("</svg>")
}

// description tells what is in the picture for those who do not see it.
func description(pic *picture, t *Timeline) string {
	s := count(len(pic.marks), "event", "events")
	if first, last := t.Bounds(); !first.IsZero() {
		s += ", " + years(first, last)
	}
	if n := t.Len() - len(pic.marks); n > 0 {
		s += "; " + count(n, "event has", "events have") + " no date and cannot be shown"
	}
	return s + "."
}

// years names the years from one day to another: "1917–1991", "44 BC".
func years(first, last edtf.Day) string {
	if first.Year == last.Year {
		return yearText(first.Year)
	}
	return edtf.Interval(edtf.Year(first.Year), edtf.Year(last.Year)).Human()
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// bands prints the axis.
func (p *printer) bands(pic *picture) {
	if len(pic.marks) == 0 {
		return
	}
	p.text(`<g aria-hidden="true">`, "\n")
	bands := pic.axis.bands()
	for i, b := range bands {
		class := "era"
		if i%2 == 1 {
			class = "era odd"
		}
		if b.isBreak {
			class = "era gap"
		}
		p.text(`<rect class="`, class, `" x="`, px(b.from), `" width="`, px(b.to-b.from), `" height="`)
		p.int(pic.height)
		p.text(`"/>`, "\n")
	}
	for _, b := range bands {
		if b.name != "" {
			p.text(`<text class="name" x="`, px(max((b.from+b.to)/2, 28)), `" y="21" text-anchor="middle">`, xmlText(b.name), "</text>\n")
		}
	}
	p.text("</g>\n")
}

// keyHeight is the height of the key below a picture that stands alone.
const keyHeight = 28

// key explains the marks.
func (p *printer) key(pic *picture) {
	p.text(`<g class="key" aria-hidden="true" transform="translate(18 `)
	p.int(pic.height - keyHeight/2)
	p.text(`)"><circle class="s" cx="5" r="5"/><text x="16" y="4">with a source</text>`,
		`<circle class="c" cx="125" r="5"/><text x="136" y="4">citation needed</text>`,
		`<circle class="n" cx="255" r="5"/><text x="266" y="4">no source</text>`,
		`<rect class="s" x="350" y="-5" width="34" height="10" rx="3"/><text x="392" y="4">went on all along</text>`,
		`<rect class="s in" x="510" y="-5" width="34" height="10" rx="3" mask="url(#tl-m3)"/>`,
		`<text x="552" y="4">some time within</text></g>`, "\n")
}

// mark prints one entry as a list item.
func (p *printer) mark(m *mark) {
	top := axisHeight + m.lane*laneHeight
	p.text(`<g role="listitem">`)
	link := firstURL(m.Entry)
	if link != "" {
		p.text(`<a href="`, xmlText(link), `">`)
	}
	p.text("<title>", xmlText(titleOf(m.Entry)), "</title>")
	p.shape(m, top, `"`)
	p.text(`<text x="`, px(m.labelX), `" y="`, strconv.Itoa(labelY(m, top)), `"`)
	if m.labelLeft {
		p.text(` text-anchor="end"`)
	}
	p.text(`>`, xmlText(m.label), `</text>`)
	if link != "" {
		p.text("</a>")
	}
	p.text("</g>\n")
}

// pageMark prints one entry as a link to the list below, which has the rest. Attributes are bare, as HTML allows: bytes
// count in a page of a thousand events.
func (p *printer) pageMark(m *mark) {
	top := axisHeight + m.lane*laneHeight
	p.text(`<a href="#`, fragment(m.ID), `">`)
	p.shape(m, top, "")
	p.text(`<text x=`, px(m.labelX), ` y=`, strconv.Itoa(labelY(m, top)))
	if m.labelLeft {
		p.text(` class=r`)
	}
	p.text(`>`, xmlText(m.label), "</text></a>\n")
}

// fragment is an id as the part of an address behind "#".
func fragment(id string) string { return url.PathEscape(oneLine(id)) }

// labelY is the line the label stands on.
func labelY(m *mark, top int) int {
	if m.labelAbove {
		return top + 11
	}
	return top + 16
}

// shape prints a dot or a bar; q is what attributes are quoted with. Several classes always are.
func (p *printer) shape(m *mark, top int, q string) {
	if m.x0 == m.x1 {
		p.text(`<circle class=`, q, supportClass(m.Entry), q, ` cx=`, q, px(m.x0), q, ` cy=`, q, strconv.Itoa(top+12), q, ` r=`, q, `5`, q, " />")
		return
	}
	y, height := top+7, 10
	if m.labelAbove {
		y, height = top+14, 7
	}
	c := supportClass(m.Entry)
	if !m.lasts() {
		c += " in"
	}
	fade := 0
	switch start, end := m.fades(); {
	case start && end:
		fade = 3
	case start:
		fade = 1
	case end:
		fade = 2
	}
	if fade > 0 && q == "" {
		c += " f" + strconv.Itoa(fade)
	}
	p.text(`<rect class="`, c, `" x=`, q, px(m.x0), q, ` y=`, q, strconv.Itoa(y), q, ` width=`, q, px(m.x1-m.x0), q, ` height=`, q, strconv.Itoa(height), q)
	if fade > 0 && q != "" {
		p.text(` mask="url(#tl-m`, strconv.Itoa(fade), `)"`)
	}
	p.text(" />")
}

// supportClass is a short class for what stands behind an entry.
func supportClass(e *Entry) string {
	switch e.Support() {
	case SupportSource:
		return "s"
	case SupportNeeded:
		return "c"
	}
	return "n"
}

// titleOf is what a reader sees who points at a mark.
func titleOf(e *Entry) string {
	var b strings.Builder
	b.WriteString(dated(e))
	b.WriteString(": ")
	b.WriteString(headline(e))
	if text := oneLine(e.Text()); text != headline(e) {
		b.WriteString("\n" + text)
	}
	writeSources(&b, e)
	return b.String()
}

func firstURL(e *Entry) string {
	for i := range e.Sources {
		if e.Sources[i].URL != "" {
			return e.Sources[i].URL
		}
	}
	return ""
}

// px is a length in whole pixels.
func px(v float64) string { return strconv.Itoa(int(math.Round(v))) }
