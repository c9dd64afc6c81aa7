package parse

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// flatFile is a file in a flattened text: its name, what is left of its caption, and what follows on its line.
type flatFile struct {
	span    sinosoviet.Span // from "File:" to behind the caption's "]]"
	name    string
	caption sinosoviet.Span // without the "]]", blanks and the punctuation the cut left at its start; empty when nothing is left
	rest    sinosoviet.Span // text of the same line behind the file
}

// fileOf reads the file that starts at offset start, in front of the source offset end. A caption ends with the "]]" of the link
// that was cut, since whatever stood in front of it went with the cut; without one the rest of the line is no caption.
func fileOf(src string, start, end int) flatFile {
	line := src[start:end]
	n := fileNameEnd(line)
	name := strings.ReplaceAll(strings.TrimSpace(line[filePrefix(line):n]), "_", " ")
	f := flatFile{name: name, span: sinosoviet.Span{Start: start, End: start + n}}
	if c := captionEnd(line, n); c >= 0 {
		f.caption = trimCaption(src, sinosoviet.Span{Start: start + n, End: start + c})
		f.span.End = start + c + 2
	}
	f.rest = trimSpan(src, sinosoviet.Span{Start: f.span.End, End: end})
	if f.rest.Len() == 0 {
		f.rest = sinosoviet.Span{}
	}
	return f
}

// captionEnd is the offset of the first "]]" from i on that closes no link opened behind i, or -1. Another file in between means that
// the "]]" is that file's.
func captionEnd(line string, i int) int {
	open := 0
	for ; i+1 < len(line); i++ {
		switch {
		case line[i] == '[' && line[i+1] == '[':
			open++
			i++
		case line[i] == ']' && line[i+1] == ']':
			if open == 0 {
				return i
			}
			open--
			i++
		case (line[i] == 'F' || line[i] == 'I') && isFileLine(line[i:]):
			return -1
		}
	}
	return -1
}

// trimCaption leaves out blanks and what separated the caption's tail from what was cut.
func trimCaption(src string, sp sinosoviet.Span) sinosoviet.Span {
	sp = trimSpan(src, sp)
	for sp.Start < sp.End && strings.IndexByte(",.;:|-) \t", src[sp.Start]) >= 0 {
		sp.Start++
	}
	for strings.HasPrefix(src[sp.Start:sp.End], "–") {
		sp.Start += len("–")
	}
	return trimSpan(src, withoutOptions(src, trimSpan(src, sp)))
}

// withoutOptions is the last part of a caption's tail that is no option of the file: "a view|thumb|left" is "a view".
func withoutOptions(src string, sp sinosoviet.Span) sinosoviet.Span {
	caption, depth, end := sp, 0, sp.End
	for i := sp.End - 1; i >= sp.Start; i-- {
		switch src[i] {
		case '}', ']':
			depth++
		case '{', '[':
			depth = max(depth-1, 0)
		case '|':
			if depth > 0 {
				continue
			}
			if !isFileOption(strings.TrimSpace(src[i+1 : end])) {
				return sinosoviet.Span{Start: i + 1, End: end}
			}
			end = i
			caption.End = i
		}
	}
	return caption
}

// isFileOption reports an option that a file may have.
func isFileOption(s string) bool {
	name, _ := English.fileOption(s)
	return name != ""
}

// maxCaptionLines is how many lines a caption may go on behind the file's own line.
const maxCaptionLines = 8

// joinCaptions makes one line of a file's line and those its caption goes on in: up to a line that has the stray "]]", when
// none that starts a file, a list or a table stands between.
func (f *flatText) joinCaptions() {
	out := f.lines[:0]
	for i := 0; i < len(f.lines); i++ {
		l := f.lines[i]
		if l.kind == lineFile && captionEnd(f.src[l.span.Start:l.span.End], 0) < 0 {
			if last := f.captionLine(i); last > i {
				l.span.End = f.lines[last].span.End
				l.nodes[1] = f.lines[last].nodes[1]
				i = last
			}
		}
		out = append(out, l)
	}
	f.lines = out
}

// captionLine is the line the caption of the file on line i ends on, or i.
func (f *flatText) captionLine(i int) int {
	for j := i + 1; j < len(f.lines) && j <= i+maxCaptionLines; j++ {
		l := &f.lines[j]
		switch l.kind {
		case lineFile, lineTable, lineItem, lineBlank:
			return i
		}
		raw := f.src[l.span.Start:l.span.End]
		if captionEnd(raw, 0) >= 0 {
			return j
		}
		if l.kind == lineText && l.span.Len() > maxHeading && isTerminated(l.plain) {
			return i // a paragraph
		}
	}
	return i
}
