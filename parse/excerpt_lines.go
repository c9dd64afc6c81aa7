package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
)

// shownKind is what a line of a rendered text is.
type shownKind uint8

const (
	shownText shownKind = iota
	shownBlank
	shownTitle
	shownHeading
	shownItem
	shownQuote
	shownRow    // cells between tabs, or a line of an infobox
	shownNotice // hatnote, maintenance box, attribution
	shownMarks  // markers alone
)

// excerptLine is a line of a rendered text.
type excerptLine struct {
	kind    shownKind
	content sinosoviet.Span // without bullet, heading signs and white space around
	depth   int             // of an item; level of a heading, 0 when not told
	joins   bool            // goes on with the sentence of the line before
	notice  string
	targets []string
	words   int  // counted up to a bound
	stops   bool // ends as a sentence does
	marked  bool // a note's mark ends it, which headings do not have
}

// Bounds of a heading's line.
const (
	maxHeadingBytes = 120
	maxHeadingWords = 14
)

// excerptLines cuts the text into lines.
func excerptLines(src string) []excerptLine {
	lines := make([]excerptLine, 0, 1+strings.Count(src, "\n"))
	for start := 0; start < len(src); {
		end := len(src)
		if n := strings.IndexByte(src[start:], '\n'); n >= 0 {
			end = start + n
		}
		l := excerptLine{content: excerptTrim(src, start, end)}
		if l.content.Len() == 0 {
			l.kind = shownBlank
		}
		lines = append(lines, l)
		start = end + 1
	}
	return lines
}

// classify decides what each line is, first by its own signs, then by its neighbours.
func (r *excerptReader) classify() {
	for i := range r.lines {
		r.sign(&r.lines[i])
	}
	r.measure()
	r.rows()
	r.title()
	for i := range r.lines {
		if r.lines[i].kind == shownText && r.isHeading(i) {
			r.lines[i].kind = shownHeading
		}
	}
	r.wraps()
}

// sign reads what a line shows by itself: bullets, heading signs, tabs, fixed phrases.
func (r *excerptReader) sign(l *excerptLine) {
	if l.kind == shownBlank {
		return
	}
	line := r.src[l.content.Start:l.content.End]
	if kind, targets := excerptNotice(line); kind != "" {
		l.kind, l.notice, l.targets = shownNotice, kind, targets
		return
	}
	switch bullet, depth := excerptBullet(line); {
	case strings.IndexByte(line, '\t') > 0:
		l.kind = shownRow
	case bullet > 0:
		l.kind, l.depth = shownItem, depth
		l.content = excerptTrim(r.src, l.content.Start+bullet, l.content.End)
	case line[0] == '>':
		l.kind = shownQuote
		l.content = excerptTrim(r.src, l.content.Start+1, l.content.End)
	case line[0] == '=' || line[0] == '#':
		r.signedHeading(l, line[0])
	}
	if l.content.Len() == 0 {
		l.kind = shownBlank
		return
	}
	text := r.withoutMarks(l.content)
	if text == "" && l.kind == shownText {
		l.kind = shownMarks
		return
	}
	if hasEditMark(line) && l.kind == shownText {
		l.kind = shownHeading
	}
	l.words = wordsUpTo(text, maxHeadingWords+1)
	l.stops = excerptStops(text)
	l.marked = strings.HasSuffix(line, "]") && !strings.HasSuffix(text, "]") && !hasEditMark(line)
}

// signedHeading reads "== Heading ==" and "## Heading".
func (r *excerptReader) signedHeading(l *excerptLine, sign byte) {
	start, end := l.content.Start, l.content.End
	for start < end && r.src[start] == sign {
		start++
	}
	level := start - l.content.Start
	if level > 6 || start == end || sign == '#' && r.src[start] != ' ' {
		return
	}
	if sign == '=' {
		closing := end
		for closing > start && r.src[closing-1] == sign {
			closing--
		}
		if end-closing != level || level < 2 {
			return
		}
		end = closing
	}
	if sp := excerptTrim(r.src, start, end); sp.Len() > 0 && sp.Len() <= 2*maxHeadingBytes {
		l.kind, l.content, l.depth = shownHeading, sp, max(level, 2)
	}
}

// withoutMarks is the start of a line with the markers at its ends left away, for looking at its words: a
// substring, so markers inside stay.
func (r *excerptReader) withoutMarks(sp sinosoviet.Span) string {
	start, end := sp.Start, sp.End
	for start < end {
		at, marks, stop := r.nextMark(start, end, true)
		if at != start || len(marks) == 0 {
			break
		}
		start = excerptSkip(r.src, stop, end)
	}
	for start < end {
		from := max(start, end-maxMarkBytes)
		at := from + strings.LastIndexByte(r.src[from:end], '[')
		if at < from {
			at = superscriptStart(r.src[:end])
		}
		marks, stop := r.marks.at(min(at, end-1))
		if len(marks) == 0 || stop != end {
			break
		}
		end = excerptTrimEnd(r.src, start, at)
	}
	return r.src[start:end]
}

// hasEditMark reports the "[edit]" that a page prints behind its headings.
func hasEditMark(line string) bool {
	return strings.HasSuffix(line, "[edit]") || strings.HasSuffix(line, "[edit source]") || strings.HasSuffix(line, "[edit | edit source]")
}

// rows finds the lines of an infobox or a list without bullets: three short lines or more, one below the other.
func (r *excerptReader) rows() {
	for i := 0; i < len(r.lines); i++ {
		end := i
		for end < len(r.lines) && (r.lines[end].kind == shownRow || r.isShort(&r.lines[end])) {
			end++
		}
		if end-i >= 3 {
			for k := i; k < end; k++ {
				r.lines[k].kind = shownRow
			}
		}
		i = max(i, end)
	}
}

// isShort reports a line of text that has the form of a heading.
func (r *excerptReader) isShort(l *excerptLine) bool {
	if l.kind != shownText || l.stops || l.words > maxHeadingWords || l.content.Len() > maxHeadingBytes || r.isFull(l) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(r.src[l.content.Start:])
	switch r.src[l.content.End-1] {
	case ',', ';', ':', '-':
		return false
	}
	return unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.IsTitle(first) || unicode.In(first, unicode.Lo) || first == '"' || first == '“'
}

// title takes the first line for the page's title when it has the form of a heading and something follows.
func (r *excerptReader) title() {
	first := r.nextShown(0)
	if first == len(r.lines) {
		return
	}
	l := &r.lines[first]
	if l.kind == shownHeading && l.depth == 0 || !r.isShort(l) && l.kind != shownRow || l.marked || l.kind == shownRow && strings.IndexByte(r.src[l.content.Start:l.content.End], '\t') >= 0 {
		return
	}
	next := r.nextShown(first + 1)
	if next == len(r.lines) {
		return
	}
	for _, suffix := range [...]string{" - Wikipedia", " – Wikipedia", " — Wikipedia"} {
		line := r.src[l.content.Start:l.content.End]
		l.content.End -= len(line) - len(strings.TrimSuffix(line, suffix))
	}
	l.kind = shownTitle
}

// nextShown is the first line from i on that is neither blank nor a notice.
func (r *excerptReader) nextShown(i int) int {
	for i < len(r.lines) && (r.lines[i].kind == shownBlank || r.lines[i].kind == shownNotice) {
		i++
	}
	return i
}

// isHeading reports whether line i is a heading by evidence: it has the form of one, and prose, another heading or
// a notice follows; or it is one of the names that end sections have.
func (r *excerptReader) isHeading(i int) bool {
	l := &r.lines[i]
	if !r.isShort(l) || l.marked {
		return false
	}
	if isExcerptEnd(r.src[l.content.Start:l.content.End]) {
		return true
	}
	if i > 0 && r.lines[i-1].kind == shownText && !r.lines[i-1].stops {
		return false // in the middle of a sentence
	}
	if r.wrapsAfter(i) {
		return false
	}
	next := r.nextShown(i + 1)
	if next == len(r.lines) {
		return false
	}
	switch n := &r.lines[next]; n.kind {
	case shownText:
		return n.stops || n.words > maxHeadingWords || next > i+1 || r.wrapsAfter(next)
	case shownHeading, shownItem, shownQuote, shownRow:
		return true
	}
	return false
}

// wrapsAfter reports whether the line below i goes on with its sentence.
func (r *excerptReader) wrapsAfter(i int) bool {
	return i+1 < len(r.lines) && r.lines[i+1].kind == shownText && r.startsLower(&r.lines[i+1])
}

// measure tells whether the text is wrapped as a whole: where a sentence runs over a line's end, the next line starts in
// lower case often enough for running English.
func (r *excerptReader) measure() {
	var lengths [maxWrapWidth + 2]int
	broken, lower := 0, 0
	for i := 1; i < len(r.lines); i++ {
		if before := &r.lines[i-1]; r.mayJoin(i) && !before.stops && before.content.Len() >= minWrapWidth {
			broken++
			if r.startsLower(&r.lines[i]) {
				lower++
			}
			lengths[min(before.content.Len(), maxWrapWidth+1)]++
		}
	}
	for seen := 0; 2*seen < broken; seen += lengths[r.width] { // the median
		r.width++
	}
	r.wrapped = lower > 0 && 5*lower >= 2*broken && r.width <= maxWrapWidth
}

// isFull reports whether a line of a wrapped text ends because it is full.
func (r *excerptReader) isFull(l *excerptLine) bool {
	return r.wrapped && 4*l.content.Len() >= 3*r.width
}

// hadNoRoom reports whether the first word of line i, with the marks grown to it, was too long for the line before of a wrapped text.
func (r *excerptReader) hadNoRoom(i int) bool {
	l := &r.lines[i]
	word := min(l.content.Len(), maxWrapWidth)
	if n := strings.IndexByte(r.src[l.content.Start:l.content.Start+word], ' '); n >= 0 {
		word = n
	}
	return r.wrapped && 2*r.lines[i-1].content.Len() >= r.width && r.lines[i-1].content.Len()+1+word > r.width
}

// wraps finds lines that go on with the one before. One that starts in lower case always does; one that starts otherwise only
// where the text is wrapped.
func (r *excerptReader) wraps() {
	for i := 1; i < len(r.lines); i++ {
		if !r.mayJoin(i) {
			continue
		}
		if before := &r.lines[i-1]; before.stops {
			r.lines[i].joins = r.isFull(before) && (before.joins || r.isFull(&r.lines[i])) // a sentence that ends where a line does
		} else {
			r.lines[i].joins = r.isFull(before) || r.startsLower(&r.lines[i]) || r.hadNoRoom(i)
		}
	}
}

// Bounds of the width, in bytes, of the lines of a wrapped text.
const (
	minWrapWidth = 45
	maxWrapWidth = 240
)

// mayJoin reports whether line i is text below text.
func (r *excerptReader) mayJoin(i int) bool {
	above := r.lines[i-1].kind
	return r.lines[i].kind == shownText && (above == shownText || above == shownItem || above == shownQuote)
}

func (r *excerptReader) startsLower(l *excerptLine) bool {
	first, _ := utf8.DecodeRuneInString(r.withoutMarks(l.content))
	return unicode.IsLower(first)
}

// excerptStops reports whether the text ends with final punctuation, closing quotes and brackets passed over.
func excerptStops(text string) bool {
	for text != "" {
		last, size := utf8.DecodeLastRuneInString(text)
		switch last {
		case '"', '\'', ')', ']', '”', '’', '»':
			text = text[:len(text)-size]
			continue
		case '.', '!', '?', '…', '。', '！', '？', ':', ';':
			return true
		}
		return false
	}
	return false
}

// wordsUpTo counts words, not further than limit.
func wordsUpTo(text string, limit int) int {
	n := 0
	for range strings.FieldsSeq(text) {
		if n++; n == limit {
			break
		}
	}
	return n
}

// excerptBullet is the length of a list bullet with its blanks, and the depth it tells; 0 when the line has none. A number
// counts as a bullet only with ")" or ". " and up to three digits: "1. Heading" lines are items, "1949 was" is not.
func excerptBullet(line string) (size, depth int) {
	for depth < 6 && depth < len(line) && line[depth] == '*' {
		depth++
	}
	if depth > 0 && depth < len(line) && (line[depth] == ' ' || depth > 0 && line[depth] != '*' && letterFollows(line, depth)) {
		return skipMarkBlanks(line, depth), depth
	}
	for _, b := range [...]string{"- ", "• ", "•\u00a0", "◦ ", "▪ ", "‣ ", "· ", "– ", "— "} {
		if strings.HasPrefix(line, b) {
			return skipMarkBlanks(line, len(b)), 1
		}
	}
	if n, end := markDigits(line, 0); end > 0 && end <= 3 && n > 0 && end+1 < len(line) && (line[end] == '.' || line[end] == ')') && line[end+1] == ' ' {
		return skipMarkBlanks(line, end+1), 1
	}
	return 0, 0
}

// excerptTrim is the range without white space at its ends.
func excerptTrim(src string, start, end int) sinosoviet.Span {
	start = excerptSkip(src, start, end)
	return sinosoviet.Span{Start: start, End: excerptTrimEnd(src, start, end)}
}

func excerptSkip(src string, start, end int) int {
	for start < end {
		r, size := utf8.DecodeRuneInString(src[start:end])
		if !unicode.IsSpace(r) && r != '\ufeff' && r != '\u200b' {
			break
		}
		start += size
	}
	return start
}

func excerptTrimEnd(src string, start, end int) int {
	for end > start {
		r, size := utf8.DecodeLastRuneInString(src[start:end])
		if !unicode.IsSpace(r) && r != '\u200b' {
			break
		}
		end -= size
	}
	return end
}

func spaceBefore(src string, at int) bool {
	r, size := utf8.DecodeLastRuneInString(src[:at])
	return size > 0 && unicode.IsSpace(r)
}
