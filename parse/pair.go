package parse

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// A frame is an opener that waits for its closer. The rules are those of MediaWiki's preprocessor: only the closer of the
// innermost frame is looked for, the longest brace run wins, and what stays open at the end of its scope is text.
type frame struct {
	open    byte
	heading bool  // a line that begins with "=" is being read
	links   bool  // a link stands directly inside
	address bool  // [[ is followed by a protocol
	tables  int32 // tables open in a link's text, whose pipes are not the link's
	lone    int32 // last "[" in it that is no opener and not closed, or 0
	border  int32 // the pipe of "|}" that closed the last of them
	count   int32 // openers not used up yet
	pos     int32 // of the first opener
	slot    int32 // first of the tokens kept for the openers; of a content frame: the opener's token
	pipes   int32 // pipes seen
	first   int32 // first and last pipe
	last    int32
	equals  int32 // "=" of the current argument
	ext     int32 // token of a bracketed external link that is open, or 0
	outer   int   // content frame: the limit around it
}

// What a frame was opened by, besides '{' and '['.
const (
	frameBase       = 0
	frameContent    = '<' // content of an extension tag; ends at a known place
	frameConversion = '-'
)

func (s *scanner) push(f frame) {
	s.frames = append(s.frames, f)
	s.top = &s.frames[len(s.frames)-1]
}

func (s *scanner) pop() {
	s.frames = s.frames[:len(s.frames)-1]
	s.top = &s.frames[len(s.frames)-1]
}

// breakFrames gives up all frames from index n on.
func (s *scanner) breakFrames(n int) {
	for i := n; i < len(s.frames); i++ {
		f := &s.frames[i]
		switch f.open {
		case '{':
			s.diagnose(unclosedTemplate, int(f.pos), int(f.pos+f.count))
		case '[':
			s.diagnose(unclosedLink, int(f.pos), int(f.pos+f.count))
		case frameConversion:
			s.diagnose(unclosedConversion, int(f.pos), int(f.pos)+2)
		}
	}
	s.frames = s.frames[:n]
	s.top = &s.frames[n-1]
}

// leaveContent ends the innermost extension tag's content at its limit; it reports false at the end of the source.
func (s *scanner) leaveContent(i *int) bool {
	n := len(s.frames) - 1
	for n > 0 && s.frames[n].open != frameContent {
		n--
	}
	if n == 0 {
		return false
	}
	f := s.frames[n]
	s.breakFrames(n)
	s.limit = f.outer
	k := s.emit(tokCloseExt, int(f.pos), int(f.count))
	s.toks[k].aux = s.toks[f.slot].aux
	s.toks[f.slot].a = int32(k)
	*i = int(f.count)
	return true
}

// finding is what the scanner finds wrong.
type finding uint8

const (
	unclosedTemplate finding = iota
	unclosedLink
	unclosedConversion
	unclosedComment
	unclosedExtension
	unclosedTag
	unclosedTable
	numFindings
)

var findings = [numFindings]struct {
	code    sinosoviet.Code
	message string
}{
	unclosedTemplate:   {"unclosed-template", "braces are not closed; they read as text"},
	unclosedLink:       {"unclosed-link", "brackets are not closed; they read as text"},
	unclosedConversion: {"unclosed-conversion", "language conversion is not closed; it reads as text"},
	unclosedComment:    {"unclosed-comment", "comment is not closed; the rest of the text is in it"},
	unclosedExtension:  {"unclosed-tag", "extension tag is not closed; it reads as text"},
	unclosedTag:        {"unclosed-tag", "tag is not closed"},
	unclosedTable:      {"unclosed-table", "table is not closed"},
}

// diagnose notes a finding; start and end are those of the opening delimiter.
func (s *scanner) diagnose(finding finding, start, end int) {
	n := &s.found[finding]
	if *n++; *n > sinosoviet.MaxDiagnostics+1 {
		return // the list is full of these
	}
	code, message := findings[finding].code, findings[finding].message
	s.tree.diags.Add(sinosoviet.Diagnostic{Code: code, Severity: sinosoviet.SeverityWarning, Span: sinosoviet.Span{Start: start, End: end}, Message: message})
}

// opener reads a run of "{" or "[".
func (s *scanner) opener(i int) int {
	c := s.src[i]
	j := s.run(i, c)
	n := j - i
	if c == '{' && n != 2 && i > 0 && s.src[i-1] == '-' && len(s.tree.site.Variants) > 0 {
		return s.openConversion(i)
	}
	if c == '[' && protocolAt(s.src[j:s.limit]) > 0 {
		return s.openAddress(i, j)
	}
	if n >= 2 {
		s.open(c, i, n)
	} else if c == '[' {
		s.top.lone = int32(i)
	}
	return j
}

// open pushes a frame and keeps tokens for the openers its run may hold.
func (s *scanner) open(c byte, i, n int) {
	s.push(frame{open: c, count: int32(n), pos: int32(i), slot: int32(len(s.toks))})
	slots := n / 2
	if c == '[' {
		slots = 1 // no link in a link's brackets
	}
	for range slots {
		s.emit(tokNone, i, i)
	}
}

func (s *scanner) openConversion(i int) int {
	s.push(frame{open: frameConversion, count: 1, pos: int32(i - 1), slot: int32(len(s.toks))})
	s.emit(tokNone, i-1, i-1)
	return i + 1
}

// openAddress opens an external link: "[" and a protocol. With two brackets MediaWiki's preprocessor sees an internal link
// first, which its title rules then refuse.
func (s *scanner) openAddress(i, j int) int {
	if j-i >= 2 {
		s.open('[', i, j-i)
		s.top.address = true
	}
	if s.top.ext == 0 {
		s.top.ext = int32(s.emit(tokNone, j-1, j))
	}
	j += protocolAt(s.src[j:s.limit])
	return j + ipv6At(s.src[j:s.limit])
}

// pipe notes a "|".
func (s *scanner) pipe(i int) {
	k := int32(s.emit(tokPipe, i, i+1))
	f := s.top
	if f.open != '{' && f.open != '[' && f.open != frameConversion || f.heading {
		return
	}
	if f.open == '[' && (f.tables > 0 || int(f.border) == i && i > 0 || f.ext != 0 && f.pipes > 0) {
		return
	}
	if f.pipes == 0 {
		f.first = k
	} else {
		s.toks[f.last].a = k
	}
	f.last = k
	f.pipes++
	f.equals = 0
}

// linkTable notes a table that begins or ends on the line at i in a link's text. MediaWiki reads tables before links.
func (s *scanner) linkTable(i int) {
	for i < s.limit && (s.src[i] == ' ' || s.src[i] == '\t') {
		i++
		s.steps++
	}
	switch rest := s.src[i:s.limit]; {
	case strings.HasPrefix(rest, "{|"):
		s.top.tables++
	case strings.HasPrefix(rest, "|}") && s.top.tables > 0:
		s.top.tables--
		s.top.border = int32(i)
	}
}

// equals notes the first "=" of an argument.
func (s *scanner) equals(i int) int {
	f := s.top
	if f.open == '{' && f.pipes > 0 && f.equals == 0 && !f.heading {
		k := int32(s.emit(tokEquals, i, i+1))
		f.equals = k
		s.toks[f.last].b = k
	}
	return i + 1
}

// closer reads a run of "}" or "]".
func (s *scanner) closer(i int) int {
	c := s.src[i]
	f := s.top
	if c == ']' {
		return s.closeBrackets(i, s.runMax(i, c, 4))
	}
	if f.heading || f.open != '{' {
		j := s.run(i, c)
		if f.open == frameConversion && !f.heading && j < s.limit && s.src[j] == '-' {
			return s.closeConversion(j - 1)
		}
		return j
	}
	n := s.runMax(i, c, min(int(f.count), 3)) - i
	if n < 2 {
		return i + n
	}
	s.closeBraces(i, n)
	return i + n
}

// closeBraces closes n braces of the top frame at i.
func (s *scanner) closeBraces(i, n int) {
	f := s.top
	open, shut := tokOpenTemplate, tokCloseTemplate
	if n == 3 {
		open, shut = tokOpenParam, tokCloseParam
	}
	slot := f.slot + f.count/2 - 1
	start := f.pos + f.count - int32(n)
	s.pair(slot, open, int(start), n, shut, i, n)
	f.count -= int32(n)
	f.pipes, f.first, f.last, f.equals, f.links, f.ext, f.heading = 0, 0, 0, 0, false, 0, false
	if f.count < 2 {
		s.pop()
	}
}

// pair turns the kept token and a new one into an opener and its closer, and gives the frame's pipes to them.
func (s *scanner) pair(slot int32, open tokenKind, start, n int, shut tokenKind, at, m int) {
	f := s.top
	k := int32(s.emit(shut, at, at+m))
	s.toks[k].a = f.first
	s.toks[slot] = token{pos: int32(start), end: int32(start + n), a: k, kind: open}
	for p := f.first; p != 0; p = s.toks[p].a {
		s.toks[p].flag |= tokOwned
	}
}

func (s *scanner) closeConversion(i int) int {
	f := s.top
	s.pair(f.slot, tokOpenConversion, int(f.pos), 2, tokCloseConversion, i, 2)
	s.pop()
	return i + 2
}

// closeBrackets reads the "]" from i to j: of an external link, a link, or neither.
func (s *scanner) closeBrackets(i, j int) int {
	f := s.top
	n := j - i
	if f.ext != 0 && (f.open != '[' || n != 2 || f.address) {
		if t := &s.toks[f.ext]; !hasControl(s.src[t.end:i]) {
			k := int32(s.emit(tokCloseExternal, i, i+1))
			t = &s.toks[f.ext]
			t.kind, t.a = tokOpenExternal, k
		}
		f.ext = 0
		if f.address {
			s.pop()
		}
		return i + 1
	}
	if n == 1 {
		f.lone = 0
	}
	if f.open != '[' || f.heading || n < 2 {
		return j
	}
	return s.closeLink(i, n)
}

// isRelativeLink reports whether the target leads up from a subpage, as ../../page does.
func (s *scanner) isRelativeLink(target string) bool {
	rest := strings.TrimLeft(target, "./")
	return strings.HasPrefix(target, "../") && len(target)-len(rest) < 64 && (rest == "" || s.tree.site.validTarget(rest))
}

// hasControl reports whether s has a control character, which no external link may hold.
func hasControl(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != 0 && c != '\t' && c != '\n' {
			return true
		}
	}
	return false
}

// maxTarget bounds a link's target in bytes. Titles have at most 255; templates, comments and a fragment may stand in a target too.
const maxTarget = 4096

// inFile reports whether the link that is being closed stands in the caption of a file, whose links MediaWiki counts before it reads
// them: there no bracket belongs to a text.
func (s *scanner) inFile() bool {
	if len(s.frames) < 2 {
		return false
	}
	f := &s.frames[len(s.frames)-2]
	if f.open != '[' || f.count < 2 || f.pipes == 0 {
		return false
	}
	target := s.src[f.pos+f.count : s.toks[f.first].pos]
	return len(target) <= maxTarget && s.tree.site.linkKind(target) == KindFile
}

// closeLink closes a link at the n brackets at i, if it is one.
func (s *scanner) closeLink(i, n int) int {
	f := s.top
	start := int(f.pos+f.count) - 2
	targetEnd := i
	if f.pipes > 0 {
		targetEnd = int(s.toks[f.first].pos)
	}
	target := s.src[start+2 : targetEnd]
	kind := KindLink
	if len(target) <= maxTarget {
		kind = s.tree.site.linkKind(target)
	}
	ok := f.count&1 == 0 && len(target) <= maxTarget && (!f.links || kind == KindFile) &&
		(s.tree.site.validTarget(target) || f.pipes > 0 && s.isRelativeLink(target))
	if f.pipes > 0 && targetEnd+1 == i && kind != KindFile {
		ok = false // [[page|]]: the pipe trick is done when a page is saved
	}
	if ok {
		if n > 2 && f.pipes > 0 && int(f.lone) > targetEnd && !s.inFile() {
			i++ // [[page|[text]]]: the first bracket belongs to the text
		}
		s.pair(f.slot, tokOpenLink, start, 2, tokCloseLink, i, 2)
		s.toks[f.slot].aux = uint16(kind)
	}
	links := ok || f.links
	s.pop()
	s.top.links = s.top.links || links
	return i + 2
}
