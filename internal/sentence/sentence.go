// Package sentence finds the boundaries of sentences in English prose about history: texts full of
// initials, ranks, dotted acronyms, circa dates, volume and page numbers. It is a leaf: the standard
// library only, no state, no model. Its knowledge of abbreviations stands in tables (abbreviation.go).
package sentence

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// maxBracket is how far, in bytes, an open bracket may reach forward or back to keep a stop inside it from
// ending the sentence around it. A bracket that is never closed thus costs nothing.
const maxBracket = 300

// Split yields the sentences of text as byte ranges [start, end) in order, without the white space around them.
//
// Invariants (TestSplitCovers, FuzzSplit): ranges are not empty, do not overlap, lie on rune starts of valid
// UTF-8, and only white space lies outside them. Any text is accepted, invalid UTF-8 included; empty and blank texts
// have no sentences. Time is linear in len(text).
//
// A blank line always ends a sentence; a single line break never does. What closes a quotation or a bracket
// behind the stop belongs to the sentence, as does a mark such as "[4]" set right behind it. A stop inside a bracket
// that was opened in the midst of a sentence does not end that sentence.
func Split(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		s := scanner{text: text, sentence: skipSpace(text, 0)}
		s.pos = s.sentence
		for {
			start, end, ok := s.next()
			if !ok || !yield(start, end) {
				return
			}
		}
	}
}

type scanner struct {
	text      string
	pos       int // next byte to read
	sentence  int // start of the sentence that is being read
	open      int // brackets open in this sentence, opened after its first byte
	openAt    int // where the last of them was opened
	closer    int // no bracket closes in [pos, closer)
	closerSet bool
}

// next reads one sentence.
func (s *scanner) next() (start, end int, ok bool) {
	if s.sentence >= len(s.text) {
		return 0, 0, false
	}
	start, s.open = s.sentence, 0
	for {
		s.pos = skipPlain(s.text, s.pos)
		if s.pos == len(s.text) {
			break
		}
		c := s.text[s.pos]
		switch {
		case c == '.' || c == '?' || c == '!':
			if end, ok = s.stop(); ok {
				return s.cut(start, end)
			}
		case c == '\n':
			if end, ok = s.blankLine(); ok {
				return s.cut(start, end)
			}
		case c == '(' || c == '[':
			if s.pos > start {
				s.open++
				s.openAt = s.pos
			}
			s.pos++
		case c == ')' || c == ']':
			s.open = max(s.open-1, 0)
			s.pos++
		default:
			if end, ok = s.wide(); ok {
				return s.cut(start, end)
			}
		}
	}
	return s.cut(start, len(s.text))
}

// cut ends the sentence at end and goes to the start of the one behind it.
func (s *scanner) cut(start, end int) (int, int, bool) {
	s.pos = skipSpace(s.text, end)
	s.sentence = s.pos
	return start, len(trimRight(s.text[:end])), true
}

// blankLine reads a line break, and reports the end of the sentence when the next line is blank.
func (s *scanner) blankLine() (end int, ok bool) {
	end = s.pos
	s.pos++
	i := s.pos
	for i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t' || s.text[i] == '\r') {
		i++
	}
	s.pos = i
	return end, i < len(s.text) && s.text[i] == '\n'
}

// wide reads a character beyond ASCII. East Asian full stops end a sentence whatever follows; "…" is an ellipsis.
func (s *scanner) wide() (end int, ok bool) {
	r, n := utf8.DecodeRuneInString(s.text[s.pos:])
	switch r {
	case '。', '！', '？', '｡':
		s.pos += n
		s.pos = skipClosers(s.text, s.pos)
		return s.pos, true
	case '…':
		return s.stop()
	}
	s.pos += n
	return 0, false
}

// stop reads a run of stops with what closes behind it, and decides whether the sentence ends there.
func (s *scanner) stop() (end int, ok bool) {
	first := s.pos
	run := stopRun(s.text, first)
	s.pos = run
	end = skipMarks(s.text, skipClosers(s.text, run))
	if end == len(s.text) {
		s.pos = end
		return end, true
	}
	st := stop{text: s.text, sentence: s.sentence, first: first, run: run, end: end}
	if !st.ends() || s.enclosed(first, end) {
		return 0, false
	}
	return end, true
}

// enclosed reports whether the stop at [first, end) stands in a bracket that was opened in the midst of
// this sentence and closes soon behind it.
func (s *scanner) enclosed(first, end int) bool {
	if s.open == 0 || first-s.openAt > maxBracket {
		return false
	}
	open := s.open
	for _, c := range []byte(s.text[first:end]) {
		if c == ')' || c == ']' {
			open--
		}
	}
	if open <= 0 {
		return false
	}
	if !s.closerSet || s.closer < end {
		s.closerSet = true
		if i := strings.IndexAny(s.text[end:], ")]"); i >= 0 {
			s.closer = end + i
		} else {
			s.closer = len(s.text) + maxBracket
		}
	}
	return s.closer-end <= maxBracket
}

// stop is a run of stops with what stands around it.
type stop struct {
	text       string
	sentence   int // start of the sentence
	first, run int // the stops themselves
	end        int // behind closing quotation marks and brackets
}

// ends reports whether a sentence ends at the stop.
func (p stop) ends() bool {
	next := skipSpace(p.text, p.end)
	if next == len(p.text) {
		return true
	}
	if next == p.end {
		return p.endsUnspaced()
	}
	if strings.Contains(p.text[p.end:next], "\n\n") {
		return true
	}
	word, kind := nextWord(p.text, next)
	if kind == startsNot {
		return false
	}
	switch p.text[p.first] {
	case '?', '!':
		return !p.bracketed() && !p.spoken(next)
	}
	if stops := p.text[p.first:p.run]; len(stops) > 1 {
		return p.ellipsisEnds(stops, word)
	}
	return p.periodEnds(word, kind)
}

// endsUnspaced handles a stop with no blank behind it, as where a reference was taken out: "the war.Mao went", "in 1885.Smith
// wrote", "a good cause."Gao said". What stands before must be three lower-case letters or digits, or a bracket or
// quotation that closes; what follows must be a capitalised word.
func (p stop) endsUnspaced() bool {
	t := p.text
	if p.run != p.first+1 || p.first < 3 || p.end+1 >= len(t) {
		return false
	}
	a, b := t[p.end], t[p.end+1]
	if a < 'A' || a > 'Z' || b < 'a' || b > 'z' {
		return b == ' ' && a == 'A' && p.end == p.run && isWordEnd(t[p.first-3:p.first])
	}
	if p.end > p.run {
		return !strings.ContainsAny(t[p.run:p.end], "'’])}") // a closing quotation
	}
	if !isWordEnd(t[p.first-3 : p.first]) {
		return false
	}
	return classOf(wordBefore(t, p.sentence, p.first)) == classPlain
}

// isWordEnd reports three lower-case letters, three digits, or anything and a closing bracket or quotation mark.
func isWordEnd(s string) bool {
	lower, digits := 0, 0
	for _, c := range []byte(s) {
		switch {
		case c >= 'a' && c <= 'z':
			lower++
		case c >= '0' && c <= '9':
			digits++
		}
	}
	return lower == 3 || digits == 3 || strings.IndexByte(")]\"", s[2]) >= 0
}

// bracketed reports a doubt or surprise in brackets: "(?)", "[!]".
func (p stop) bracketed() bool {
	return p.first > 0 && p.end > p.run && (p.text[p.first-1] == '(' || p.text[p.first-1] == '[')
}

// spoken reports a question or exclamation in quotation marks that its speaker follows: "Why?" Mao asked.
func (p stop) spoken(next int) bool {
	if p.end == p.run {
		return false
	}
	for range 3 {
		w := wordAt(p.text, next)
		if isSpeech(w) {
			return true
		}
		next += len(w)
		if w == "" || next >= len(p.text) || p.text[next] != ' ' {
			return false
		}
		next++
	}
	return false
}

// ellipsisEnds decides about "...", "…" and "....". One set off by blanks stands for words left out in the
// midst of a quotation unless a fourth dot closes the sentence.
func (p stop) ellipsisEnds(stops, word string) bool {
	if strings.ContainsAny(stops, "?!") || len(stops) > 3 && !strings.Contains(stops, "…") {
		return true
	}
	spaced := p.first > 0 && isSpaceByte(p.text[p.first-1])
	return !spaced && p.end == p.run && !strings.HasPrefix(word, "I ") || isStarter(word) && !spaced
}

// periodEnds decides about a single full stop, by the word before it and the word behind it.
func (p stop) periodEnds(word string, kind startKind) bool {
	before := wordBefore(p.text, p.sentence, p.first)
	if p.end > p.run && !strings.ContainsAny(p.text[p.run:p.end], ")]") {
		return true // a quotation closes: what it ends with is no abbreviation of what follows
	}
	if kind == startsBracketDigit {
		return false
	}
	switch classOf(before) {
	case classTitle:
		return false
	case classNumbered:
		return kind != startsDigit && !isRoman(word)
	case classLower:
		return isStarter(word)
	case classFinal:
		return kind == startsCapital && !isDayOrZone(word)
	case classMaybe:
		return kind == startsCapital && isStarter(word)
	}
	if isInitial(before) {
		return isStarter(word) || p.first-len(before) > p.sentence && isLettered(wordBefore(p.text, p.sentence, p.first-len(before)-1))
	}
	if isDotted(before) {
		return isStarter(word)
	}
	return !p.isListNumber(before)
}

// isListNumber reports a number that opens the sentence ("1. Introduction") or a part of it ("these: 1. War; 2. Peace").
func (p stop) isListNumber(before string) bool {
	if before == "" || len(before) > 3 || strings.Trim(before, "0123456789") != "" {
		return false
	}
	head := strings.TrimRight(p.text[p.sentence:p.first-len(before)], " ")
	return head == "" || strings.HasSuffix(head, ":") || strings.HasSuffix(head, ";") || strings.HasSuffix(head, "; and")
}

// stopRun is the end of the run of stops that starts at i; blanks inside an ellipsis (". . .") belong to it.
func stopRun(text string, i int) int {
	for i < len(text) {
		switch c := text[i]; {
		case c == '.' || c == '?' || c == '!':
			i++
		case strings.HasPrefix(text[i:], "…"):
			i += len("…")
		case c == ' ' && strings.HasPrefix(text[i:], " ..") || strings.HasPrefix(text[i:], " . ."):
			i++
		case c == ' ' && strings.HasPrefix(text[i:], " .") && text[i-1] == '.' && i >= 3 && text[i-2] == ' ':
			i++
		default:
			return i
		}
	}
	return i
}
