package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
)

// A typeset text breaks words at the ends of its lines: "govern-" above "ment". Such lines are joined without a blank. The
// hyphen is left away only where the text has the whole word elsewhere; "well-" above "known" keeps it.

// isBroken reports whether a word runs over the end of line i.
func (r *excerptReader) isBroken(i int) bool {
	if i+1 >= len(r.lines) || !r.lines[i+1].joins {
		return false
	}
	line := r.src[r.lines[i].content.Start:r.lines[i].content.End]
	head, hyphen := cutHyphen(line)
	if !hyphen {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(head)
	after, _ := utf8.DecodeRuneInString(r.src[r.lines[i+1].content.Start:])
	return unicode.IsLetter(before) && unicode.IsLower(after)
}

// cutHyphen is a line without the hyphen that ends it.
func cutHyphen(line string) (string, bool) {
	for _, h := range [...]string{"-", "‐", "\u00ad"} {
		if head, ok := strings.CutSuffix(line, h); ok {
			return head, true
		}
	}
	return line, false
}

// unbroken is what to show of line i: all, or all but the hyphen of a broken word.
func (r *excerptReader) unbroken(i int) sinosoviet.Span {
	sp := r.lines[i].content
	if !r.isBroken(i) {
		return sp
	}
	line := r.src[sp.Start:sp.End]
	head, _ := cutHyphen(line)
	first := head[len(strings.TrimRightFunc(head, unicode.IsLetter)):]
	below := r.src[r.lines[i+1].content.Start:r.lines[i+1].content.End]
	second := below[:len(below)-len(strings.TrimLeftFunc(below, unicode.IsLetter))]
	if len(first)+len(second) <= maxMarkBytes && (strings.HasSuffix(line, "\u00ad") || r.knows(first+second)) {
		sp.End = sp.Start + len(head)
	}
	return sp
}

// knows reports whether the text has the word, in lower case or as written.
func (r *excerptReader) knows(word string) bool {
	if r.known == nil {
		r.known = map[string]bool{}
		for w := range strings.FieldsFuncSeq(r.src, func(c rune) bool { return !unicode.IsLetter(c) }) {
			if len(w) <= maxMarkBytes {
				r.known[w] = true
			}
		}
	}
	return r.known[word] || r.known[strings.ToLower(word)]
}
