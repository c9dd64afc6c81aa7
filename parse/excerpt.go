package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/sentence"
)

// Excerpt reads text of a rendered page with the zero [Parser]. See [Parser.Excerpt].
func Excerpt(src *sinosoviet.Source) *sinosoviet.Excerpt { return new(Parser).Excerpt(src) }

// Excerpt reads text of a rendered page: one sentence a line, running paragraphs, or a whole page
// as copied from a browser. Its markers ("[4]: 26", "[11][12]", "[citation needed]") are taken out of the Text and
// listed in Markers; brackets that are none ("[sic]", "[1949]", "[...]") stay.
//
// Titles, headings, list items, quotations and lines of an infobox become blocks of their kind. Hatnotes, maintenance boxes
// and lines such as "From Wikipedia, the free encyclopedia" become Notices and are no part of the Text. Nothing is
// invented: without an article (package align) a marker has a number, not a citation.
//
// Any bytes are read; a nil source is an empty one. Time is linear. The result refers to src with its
// format set to [sinosoviet.FormatExcerpt].
func (p *Parser) Excerpt(src *sinosoviet.Source) *sinosoviet.Excerpt {
	r := excerptReader{
		src:   src.Text(),
		marks: newMarkScanner(src.Text()),
		out:   &sinosoviet.Excerpt{},
	}
	r.out.Source = src.WithFormat(sinosoviet.FormatExcerpt)
	r.out.Sections = append(r.out.Sections, sinosoviet.Section{Level: 1})
	r.lines = excerptLines(r.src)
	r.classify()
	for i := range r.lines {
		r.line(i)
	}
	r.endBlock()
	r.out.Text = r.text.Text()
	r.sentences()
	r.attach()
	r.sections()
	return r.out
}

// excerptReader builds an Excerpt line by line.
type excerptReader struct {
	src   string
	marks *markScanner
	lines []excerptLine
	text  sinosoviet.TextBuilder
	out   *sinosoviet.Excerpt
	// stands tells of each marker how it was set.
	stands []markStand
	// wrapped tells that sentences run over lines of about width bytes.
	wrapped bool
	width   int
	open    bool // the last block goes on
	blank   bool // white space of the source waits to be copied
	space   sinosoviet.Span
	known   map[string]bool // words of the source; made when first asked for
}

// markStand is how a marker stands in the text around it.
type markStand struct {
	opens bool // nothing of its line stands before it
	apart bool // white space stands before it
	block int
}

// line adds a line of the source to the text.
func (r *excerptReader) line(i int) {
	l := &r.lines[i]
	switch l.kind {
	case shownBlank:
		r.endBlock()
	case shownNotice:
		r.endBlock()
		r.out.Notices = append(r.out.Notices, sinosoviet.Notice{
			Kind: l.notice, Targets: l.targets, Section: len(r.out.Sections) - 1, Span: l.content,
		})
	case shownMarks:
		r.endBlock()
		r.loneMarks(l)
	case shownTitle:
		r.endBlock()
		r.block(sinosoviet.BlockTitle, l)
		r.copy(l.content)
		r.endBlock()
		r.out.Title = strings.TrimSpace(r.src[l.content.Start:l.content.End])
	case shownHeading:
		r.endBlock()
		r.heading(l)
	case shownRow:
		r.endBlock()
		r.cells(l)
	case shownItem, shownQuote:
		r.endBlock()
		kind := sinosoviet.BlockItem
		if l.kind == shownQuote {
			kind = sinosoviet.BlockQuote
		}
		r.block(kind, l)
		r.out.Blocks[len(r.out.Blocks)-1].Depth = l.depth
		r.copy(r.unbroken(i))
	default:
		if !r.open || !l.joins {
			r.endBlock()
			r.block(sinosoviet.BlockParagraph, l)
		} else {
			r.space, r.blank = sinosoviet.Span{Start: r.lines[i-1].content.End, End: l.content.Start}, !r.isBroken(i-1)
		}
		r.copy(r.unbroken(i))
	}
}

// block opens a block.
func (r *excerptReader) block(kind sinosoviet.BlockKind, l *excerptLine) {
	if n := len(r.out.Blocks); n > 0 && r.text.Len() > 0 {
		sep := "\n\n"
		if kind == r.out.Blocks[n-1].Kind && (kind == sinosoviet.BlockItem || kind == sinosoviet.BlockCell) {
			sep = "\n"
		}
		if !strings.HasSuffix(r.textTail(), sep) {
			r.text.Replace(sinosoviet.Span{Start: l.content.Start, End: l.content.Start}, sep)
		}
	}
	r.out.Blocks = append(r.out.Blocks, sinosoviet.Block{
		Kind: kind, Section: len(r.out.Sections) - 1, Span: l.content,
		TextSpan: sinosoviet.Span{Start: r.text.Len(), End: r.text.Len()},
	})
	r.open, r.blank = true, false
}

// textTail is "\n\n" when the text so far ends an empty block, which needs no separator of its own.
func (r *excerptReader) textTail() string {
	last := &r.out.Blocks[len(r.out.Blocks)-1]
	if last.TextSpan.Start == r.text.Len() && r.text.Len() > 0 {
		return "\n\n"
	}
	return ""
}

// endBlock closes the open block; one that shows nothing (a line of markers alone) is dropped.
func (r *excerptReader) endBlock() {
	if !r.open {
		return
	}
	r.open = false
	last := len(r.out.Blocks) - 1
	b := &r.out.Blocks[last]
	b.TextSpan.End = r.text.Len()
}

// heading opens a section.
func (r *excerptReader) heading(l *excerptLine) {
	sections := r.out.Sections
	level := l.depth
	if level == 0 {
		level = 2
	}
	parent := 0
	for k := len(sections) - 1; k > 0; k-- {
		if sections[k].Level < level {
			parent = k
			break
		}
	}
	r.out.Sections = append(sections, sinosoviet.Section{Level: level, Parent: parent, HeadingSpan: l.content})
	r.block(sinosoviet.BlockHeading, l)
	r.copy(l.content)
	r.endBlock()
	b := r.out.Blocks[len(r.out.Blocks)-1]
	s := &r.out.Sections[len(r.out.Sections)-1]
	s.Heading = r.text.Text().String()[b.TextSpan.Start:b.TextSpan.End]
	s.EndMatter = isExcerptEnd(s.Heading)
}

// loneMarks takes a line of markers alone: they belong to what is shown before it.
func (r *excerptReader) loneMarks(l *excerptLine) {
	for i := l.content.Start; i < l.content.End; {
		_, marks, end := r.nextMark(i, l.content.End, false)
		for _, m := range marks {
			m.TextAt = r.text.Len()
			r.out.Markers = append(r.out.Markers, m)
			r.stands = append(r.stands, markStand{opens: true, apart: true, block: -1})
		}
		i = end
	}
}

// cells adds the tab-separated cells of a row.
func (r *excerptReader) cells(l *excerptLine) {
	for start := l.content.Start; start < l.content.End; {
		end := l.content.End
		if tab := strings.IndexByte(r.src[start:end], '\t'); tab >= 0 {
			end = start + tab
		}
		cell := *l
		cell.content = excerptTrim(r.src, start, end)
		if cell.content.Len() > 0 {
			r.block(sinosoviet.BlockCell, &cell)
			r.copy(cell.content)
			r.endBlock()
		}
		start = end + 1
	}
}

// copy adds a range of the source to the open block without its markers.
func (r *excerptReader) copy(sp sinosoviet.Span) {
	b := len(r.out.Blocks) - 1
	r.out.Blocks[b].Span.End = sp.End
	opens := true
	for i := sp.Start; i < sp.End; {
		at, marks, end := r.nextMark(i, sp.End, false)
		if piece := r.src[i:at]; piece != "" {
			r.copyText(i, at)
			if strings.TrimLeft(piece, " \t\u00a0") != "" {
				opens = false
			}
		}
		if at == sp.End {
			return
		}
		apart := opens || spaceBefore(r.src, at)
		if n := len(r.stands); n > 0 && r.out.Markers[n-1].Span.End == at {
			apart = r.stands[n-1].apart // one group
		}
		for _, m := range marks {
			m.TextAt = r.text.Len()
			r.out.Markers = append(r.out.Markers, m)
			r.stands = append(r.stands, markStand{opens: opens, apart: apart, block: b})
		}
		i = end
		if i < sp.End && r.needsSpace(i) {
			r.space, r.blank = sinosoviet.Span{Start: i, End: i}, true
		}
	}
}

// nextMark is the first marker from i on, or the one that stands at i when only that is asked for: where it
// stands and ends; limit when there is none.
func (r *excerptReader) nextMark(i, limit int, here bool) (at int, marks []sinosoviet.Marker, end int) {
	for ; i < limit; i++ {
		if mayOpenMark(r.src, i) {
			if marks, end := r.marks.at(i); len(marks) > 0 && end <= limit {
				return i, marks, end
			}
		}
		if here {
			break
		}
	}
	return limit, nil, limit
}

// mayOpenMark reports a bracket or the first byte of a superscript digit.
func mayOpenMark(src string, i int) bool {
	switch c := src[i]; c {
	case '[':
		return true
	case 0xC2, 0xE2:
		r, _ := utf8.DecodeRuneInString(src[i:])
		return superscriptDigit(r) >= 0
	}
	return false
}

// copyText copies a piece of a line. White space at its ends is held back until more text follows, so that
// what surrounds a marker leaves one blank and never one before punctuation.
func (r *excerptReader) copyText(start, end int) {
	from := excerptSkip(r.src, start, end)
	if from == end {
		if !r.atStart() && !r.blank {
			r.space, r.blank = sinosoviet.Span{Start: start, End: end}, true
		}
		return
	}
	if from > start && !r.blank {
		r.space, r.blank = sinosoviet.Span{Start: start, End: from}, true
	}
	if r.blank && !r.atStart() && !(len(r.stands) > 0 && r.out.Markers[len(r.stands)-1].Span.End <= from && closesWord(r.src, from)) {
		if src := r.src[r.space.Start:r.space.End]; src == " " {
			r.text.Copy(r.src, r.space)
		} else {
			r.text.Replace(r.space, " ")
		}
	}
	to := excerptTrimEnd(r.src, from, end)
	for at := from; at < to; { // soft hyphens are not shown
		stop, next := to, to
		if n := strings.Index(r.src[at:to], softHyphen); n >= 0 {
			stop, next = at+n, at+n+len(softHyphen)
		}
		r.text.Copy(r.src, sinosoviet.Span{Start: at, End: stop})
		at = next
	}
	r.space, r.blank = sinosoviet.Span{Start: to, End: end}, to < end
}

const softHyphen = "\u00ad"

// atStart reports whether the open block shows nothing yet.
func (r *excerptReader) atStart() bool {
	return r.text.Len() == r.out.Blocks[len(r.out.Blocks)-1].TextSpan.Start
}

// needsSpace reports whether the text before a marker and that behind it, at i, would grow together: "died.[1]He".
func (r *excerptReader) needsSpace(i int) bool {
	if r.blank || r.atStart() {
		return false
	}
	next, _ := utf8.DecodeRuneInString(r.src[i:])
	switch r.text.Last() {
	case '.', '!', '?', ',', ';', ':', '"', ')':
		return unicode.IsLetter(next) || unicode.IsDigit(next)
	}
	return unicode.IsLetter(next) && r.text.Last() < utf8.RuneSelf && unicode.IsLetter(rune(r.text.Last()))
}

// closesWord reports whether the text at i is punctuation that follows a word without a blank.
func closesWord(text string, i int) bool {
	return i < len(text) && strings.IndexByte(".,;:!?)", text[i]) >= 0 && !strings.HasPrefix(text[i:], "...")
}

// sentences cuts the blocks into sentences. A marker set apart behind a stop shows where a sentence ends, also behind what may
// be an abbreviation: "in the U.S. [57] Historically".
func (r *excerptReader) sentences() {
	plain := r.out.Text.String()
	next := 0 // marker
	for b, block := range r.out.Blocks {
		if block.Kind == sinosoviet.BlockHeading || block.Kind == sinosoviet.BlockTitle {
			continue
		}
		base := block.TextSpan.Start
		first, opened := len(r.out.Sentences), -1 // opened: where dots without words stand that open the next sentence
		for start, end := range sentence.Split(plain[base:block.TextSpan.End]) {
			start, end = base+start, base+end
			if isWordless(plain[start:end]) && block.Kind.IsProse() {
				if opened < 0 {
					opened = start
				}
				continue
			}
			if opened >= 0 {
				start, opened = opened, -1
			}
			for ; next < len(r.out.Markers) && r.out.Markers[next].TextAt < end; next++ {
				if at := r.out.Markers[next].TextAt; at > start && r.stands[next].apart && endsBefore(plain, at, end) {
					r.addSentence(b, start, at)
					start = at + 1
				}
			}
			for at := omission(plain, start, end); at > 0; at = omission(plain, start, end) {
				r.addSentence(b, start, at-1)
				start = at
			}
			r.addSentence(b, start, end)
		}
		if opened < 0 {
			continue
		}
		if last := len(r.out.Sentences) - 1; last >= first { // dots at the end belong to what was left away
			opened = r.out.Sentences[last].TextSpan.Start
			r.out.Sentences = r.out.Sentences[:last]
		}
		r.addSentence(b, opened, block.TextSpan.End)
	}
}

// omission is where dots stand between two sentences for others left out, "He left. [...] It rained.": they open the second. 0 for nowhere.
func omission(plain string, start, end int) int {
	for i := start; i+2 < end; i++ {
		if c := plain[i]; c != '.' && c != '!' && c != '?' || plain[i+1] != ' ' {
			continue
		}
		for _, dots := range [...]string{"[...]", "[…]", "(...)", "(…)", "...", "…", ". . ."} {
			at := i + 2 + len(dots)
			if at+1 < end && strings.HasPrefix(plain[i+2:], dots) && plain[at] == ' ' {
				if next, _ := utf8.DecodeRuneInString(plain[at+1:]); !unicode.IsLower(next) && next != '.' {
					return i + 2
				}
			}
		}
	}
	return 0
}

// isWordless reports "…", "[...]", "* * *": what stands between sentences for those left out.
func isWordless(text string) bool {
	for _, r := range text {
		if r == utf8.RuneError || unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.So, r) {
			return false
		}
	}
	return true
}

func (r *excerptReader) addSentence(block, start, end int) {
	r.out.Sentences = append(r.out.Sentences, sinosoviet.Sentence{
		Span:     r.out.Text.Locate(start, end),
		TextSpan: sinosoviet.Span{Start: start, End: end},
		Block:    block, Section: r.out.Blocks[block].Section,
	})
}

// endsBefore reports a stop before the offset at, and behind it a blank and what may open a sentence.
func endsBefore(plain string, at, end int) bool {
	if at+1 >= end || plain[at] != ' ' || !excerptStops(plain[max(0, at-8):at]) || plain[at-1] == ';' {
		return false
	}
	first, _ := utf8.DecodeRuneInString(plain[at+1:])
	return !unicode.IsLower(first) && !unicode.IsSpace(first)
}

// attach tells of every marker which sentence it belongs to.
func (r *excerptReader) attach() {
	s := 0
	sentences := r.out.Sentences
	for i := range r.out.Markers {
		m, stand := &r.out.Markers[i], r.stands[i]
		for s < len(sentences) && sentences[s].TextSpan.End < m.TextAt {
			s++
		}
		m.Sentence, m.Attaches = min(s, max(len(sentences)-1, 0)), sinosoviet.AttachHere
		if s == len(sentences) {
			continue
		}
		t := sentences[s].TextSpan
		switch {
		case stand.block < 0:
			if m.TextAt <= t.Start {
				m.Attaches = sinosoviet.AttachPrevious
			} else if s+1 < len(sentences) {
				m.Sentence, m.Attaches = s+1, sinosoviet.AttachPrevious
			}
		case m.TextAt == t.End && s+1 < len(sentences) && stand.apart && sentences[s+1].Block == stand.block && sentences[s].Block == stand.block:
			m.Sentence, m.Attaches = s+1, sinosoviet.AttachPrevious // "warlords. [4] In 1926"
		case m.TextAt <= t.Start && stand.opens:
			m.Attaches = sinosoviet.AttachPrevious
		case m.TextAt <= t.Start && s > 0 && stand.apart:
			m.Attaches = sinosoviet.AttachPrevious
		}
		if m.Kind == sinosoviet.MarkerCitationNeeded && m.Attaches == sinosoviet.AttachHere && sentences[m.Sentence].NeededSince == "" {
			sentences[m.Sentence].NeededSince = "unknown"
		}
	}
}

// sections sets the spans and texts of the sections.
func (r *excerptReader) sections() {
	sections := r.out.Sections
	for i := range sections {
		s := &sections[i]
		s.Span = sinosoviet.Span{Start: s.HeadingSpan.Start, End: len(r.src)}
		if i+1 < len(sections) {
			s.Span.End = sections[i+1].HeadingSpan.Start
		}
	}
	texts := make([]sinosoviet.TextBuilder, len(sections))
	var before sinosoviet.BlockKind
	section := -1
	for _, b := range r.out.Blocks {
		if !b.Kind.IsProse() || b.TextSpan.Len() == 0 {
			continue
		}
		t := &texts[b.Section]
		if t.Len() > 0 {
			sep := "\n\n"
			if section == b.Section && before == sinosoviet.BlockItem && b.Kind == before {
				sep = "\n"
			}
			t.Replace(sinosoviet.Span{Start: b.Span.Start, End: b.Span.Start}, sep)
		}
		t.Append(r.out.Text, b.TextSpan.Start, b.TextSpan.End)
		before, section = b.Kind, b.Section
	}
	for i := range sections {
		sections[i].Text = texts[i].Text()
	}
}
