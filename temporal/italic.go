package temporal

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// maxItalic is how long a title in italics may be, in bytes of the source: longer ones are whole sentences, set so.
const maxItalic = 70

// maxLine is how far back in its line the marks before a date are read.
const maxLine = 8192

// italics reads the quote marks of a wikitext line from left to right.
type italics struct {
	src  string
	line int  // where the line begins
	at   int  // read up to here
	open int  // behind the mark that opened italics; 0 when they are off
	bold bool // inside bold
}

// titled marks mentions that stand with other words between the marks of italics: "Night of January 16th" is the name of a play. The mentions are in
// order of the text, whose source may go back for captions.
func titled(a *sinosoviet.Article, men []mention) {
	if a.Source == nil || a.Source.Format() != sinosoviet.FormatWikitext && a.Source.Format() != sinosoviet.FormatFlattened {
		return
	}
	it := italics{src: a.Source.Text(), line: -1}
	for i := range men {
		x := &men[i]
		span := a.Text.Locate(int(x.start), int(x.end))
		if span.IsZero() || !it.reach(span.Start) || it.open == 0 {
			continue
		}
		end := strings.Index(it.src[span.End:min(len(it.src), span.End+maxItalic)], "''")
		if end < 0 || span.End+end-it.open > maxItalic {
			continue
		}
		around := it.src[it.open:span.Start] + it.src[span.End:span.End+end]
		words := len(strings.Fields(around))
		if first := it.src[span.Start]; words == 0 {
			x.title = x.title || x.kind == kTime && first >= 'A' && first <= 'Z' // the name is that of a time: "Night of January 16th"
		} else if words < 9 && !strings.ContainsAny(around, "\n.") {
			x.title = true
		}
	}
}

// reach reads on to the offset. It reports whether that could be done.
func (it *italics) reach(offset int) bool {
	from := max(0, offset-maxLine)
	line := from + strings.LastIndexByte(it.src[from:offset], '\n') + 1
	if line == from && from > 0 {
		return false
	}
	if line != it.line || offset < it.at {
		*it = italics{src: it.src, line: line, at: line}
	}
	for it.at < offset {
		n := strings.Index(it.src[it.at:offset], "''")
		if n < 0 {
			it.at = offset
			return true
		}
		i := it.at + n
		it.at = i
		for it.at < len(it.src) && it.src[it.at] == '\'' {
			it.at++
		}
		switch it.at - i {
		case 2:
			it.turn()
		case 3, 4:
			it.bold = !it.bold
		default:
			it.bold = !it.bold
			it.turn()
		}
	}
	return true
}

func (it *italics) turn() {
	if it.open != 0 {
		it.open = 0
	} else {
		it.open = it.at
	}
}
