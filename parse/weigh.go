package parse

import "strings"

// headings marks the lines that are headings. Line 0 is the title and never one.
func (f *flatText) markHeadings() {
	for i := range f.lines {
		if i > 0 && f.lines[i].candidate {
			f.lines[i].heading = f.weigh(i) > 0
		}
	}
}

// weigh adds up the evidence for line i being a heading. It looks at no more than a dozen lines on
// either side, so that all lines together take linear time.
func (f *flatText) weigh(i int) score {
	var s score
	l := &f.lines[i]
	s.ofLine(l.plain, f.wrapped)
	s.add(evCitation, l.cites)
	s.add(evTemplate, l.others)
	s.add(evFormula, l.formula)
	before, after := f.before(i), f.after(i)
	s.ofBefore(f, before)
	s.ofAfter(f, i, after)
	s.add(evBetweenItems, f.kind(before) == lineItem && f.kind(after) == lineItem)
	s.add(evInColumns, l.inColumns)
	run := f.run(i)
	s.add(evRunOfThree, run == 3)
	s.add(evRunOfMany, run > 3)
	s.add(evBehindEndMatter, i > f.endLine && !isEndMatter(l.plain))
	return s
}

// kind is the kind of line i; lineEnd outside the text. The title line counts as none.
func (f *flatText) kind(i int) lineKind {
	if i < 0 || i >= len(f.lines) {
		return lineEnd
	}
	return f.lines[i].kind
}

// maxSkipped bounds how many blank lines are passed over to find a neighbour.
const maxSkipped = 12

func (f *flatText) before(i int) int {
	i--
	for n := 0; i >= 0 && f.lines[i].kind == lineBlank && n < maxSkipped; n++ {
		i--
	}
	return i
}

func (f *flatText) after(i int) int {
	i++
	for n := 0; i < len(f.lines) && f.lines[i].kind == lineBlank && n < maxSkipped; n++ {
		i++
	}
	return i
}

func (s *score) ofBefore(f *flatText, i int) {
	if i == 0 {
		return // the title
	}
	switch f.kind(i) {
	case lineText:
		s.ofTextBefore(f, i)
	case lineHatnote:
		s.add(evAfterHatnote, true)
	case lineNotice:
		s.add(evAfterNotice, true)
	case lineFile:
		s.add(evAfterFile, true)
	case lineTable:
		s.add(evAfterTable, true)
	case lineItem:
		s.add(evAfterItem, true)
	case lineFormula:
		s.add(evAfterFormula, true)
	case lineCitation:
		s.add(evAfterCitation, true)
	case lineTemplate:
		s.add(evAfterTemplate, true)
	}
}

func (s *score) ofTextBefore(f *flatText, i int) {
	l := &f.lines[i]
	switch {
	case l.ends():
		s.add(evAfterParagraph, true)
	case f.isLike(i):
		s.add(evAfterLike, true)
	case strings.HasSuffix(strings.TrimRight(f.src[l.span.Start:l.span.End], " "), "}}"):
		s.add(evAfterParagraph, true)
	default:
		s.add(evAfterOpen, true)
		n := l.span.Len()
		s.add(evAfterWrapped, f.wrapped && n >= 55 && n <= 110)
	}
}

// isLike reports a line that could be a heading by its own looks.
func (f *flatText) isLike(i int) bool {
	l := &f.lines[i]
	return i > 0 && l.candidate && !l.ends() && (!f.wrapped || l.span.Len() <= 50)
}

func (s *score) ofAfter(f *flatText, i, next int) {
	switch f.kind(next) {
	case lineText:
		s.ofTextAfter(f, next)
	case lineHatnote:
		s.add(evBeforeHatnote, true)
		line := &f.lines[next]
		shared, _ := sharedWords(f.lines[i].plain, f.src[line.span.Start+2:line.span.End])
		s.add(evSharedHatnote, shared)
	case lineNotice:
		s.add(evBeforeNotice, true)
	case lineFile:
		s.add(evBeforeFile, true)
	case lineTable:
		s.add(evBeforeTable, true)
	case lineItem:
		s.add(evBeforeItem, true)
	case lineFormula:
		s.add(evBeforeFormula, true)
	case lineCitation:
		s.add(evBeforeCitation, true)
	case lineTemplate:
		s.add(evBeforeTemplate, true)
	case lineEnd:
		s.add(evBeforeNothing, true)
	}
	s.ofPara(f, i, next)
}

func (s *score) ofTextAfter(f *flatText, i int) {
	switch l := &f.lines[i]; {
	case f.isLike(i):
		s.add(evBeforeLike, true)
	case strings.IndexByte("abcdefghijklmnopqrstuvwxyz", l.plain[0]) >= 0:
		s.add(evBeforeLower, true)
	case len(l.plain) > 150 || f.wrapped && len(l.plain) > 55:
		s.add(evBeforeLong, true)
	case len(l.plain) > 60:
		s.add(evBeforeMiddling, true)
	default:
		s.add(evBeforeShort, true)
	}
}

// ofPara looks for the paragraph or list that a heading opens, behind images, notices and templates.
func (s *score) ofPara(f *flatText, i, next int) {
	p := next
	for n := 0; n < 8; n++ {
		switch f.kind(p) {
		case lineFile, lineHatnote, lineNotice, lineTemplate, lineTag, lineBlank:
			p = f.after(p)
			continue
		}
		break
	}
	k := f.kind(p)
	if k != lineText && k != lineItem {
		return
	}
	l := &f.lines[p]
	s.add(evLaterItem, k == lineItem && p != next)
	s.add(evLaterLong, k == lineText && p != next && len(l.plain) > 150)
	shared, all := sharedWords(f.lines[i].plain, l.plain)
	s.add(evSharedWord, shared)
	s.add(evSharedAll, all)
}

// run is the number of lines in a row around line i that look like headings, counted up to 13.
func (f *flatText) run(i int) int {
	n := 1
	for j := f.before(i); j > 0 && n < 13 && f.kind(j) == lineText && f.isLike(j); j = f.before(j) {
		n++
	}
	for j := f.after(i); n < 13 && f.kind(j) == lineText && f.isLike(j); j = f.after(j) {
		n++
	}
	return n
}

// maxShared is how much of a paragraph is looked at for words it shares with a heading.
const maxShared = 400

// sharedWords reports whether some, and whether all, content words of the heading come in the first bytes of the
// text. Words count by their first five letters, so that "Fixed-effects" meets "fixed effects" and "Mongolia" "Mongolian".
func sharedWords(heading, text string) (some, all bool) {
	text = text[:min(len(text), maxShared)]
	words, found := 0, 0
	for w := range lineWords(heading) {
		if len(w) < 3 || isFunctionWord(w) {
			continue
		}
		words++
		if hasWord(text, stem(w)) {
			found++
		}
	}
	return found > 0, words > 0 && found == words
}

// stem is the first five bytes of a word, or fewer so as not to cut a character.
func stem(w string) string {
	n := min(len(w), 5)
	for n > 0 && n < len(w) && w[n]&0xC0 == 0x80 {
		n--
	}
	return w[:n]
}

// hasWord reports whether a word that starts with the stem is in the text.
func hasWord(text, stem string) bool {
	for w := range lineWords(text) {
		if len(w) >= len(stem) && len(w) >= 3 && strings.EqualFold(w[:len(stem)], stem) && (len(stem) >= 5 || len(w) == len(stem)) {
			return true
		}
	}
	return false
}
