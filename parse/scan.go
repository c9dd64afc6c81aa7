package parse

import (
	"slices"
	"strings"
	"sync"
)

// tokenKind is the kind of a token. Openers and closers are given out only in pairs: an opener that
// found no closer is turned into tokNone.
type tokenKind uint8

const (
	tokNone tokenKind = iota
	tokNewline
	tokOpenTemplate  // a: index of its closer
	tokCloseTemplate // a: index of its first pipe, or 0
	tokOpenParam
	tokCloseParam
	tokOpenLink
	tokCloseLink // aux: Kind of the link
	tokOpenExternal
	tokCloseExternal
	tokOpenConversion
	tokCloseConversion
	tokPipe              // a: next pipe of the same owner, or 0; b: first "=" of its argument, or 0
	tokEquals            // separates name and value
	tokQuotes            // two or more apostrophes
	tokOpenTag           // aux: id; a: token of its closing ">" when it has templates inside, else 0
	tokEndTag            // aux: id
	tokOpenExt           // extension tag with parsed content; a: index of its closer
	tokCloseExt          //
	tokRawExt            // extension tag with raw content, whole; a, b: start and end of the content
	tokEmptyExt          // extension tag that closes itself
	tokInclusion         // <noinclude> and the like, opening or closing
	tokComment           //
	tokEntity            //
	tokURL               // bare address
	tokBang              // !!
	tokSwitch            // __TOC__
	tokSignature         // ~~~
	tokAttributes        // end of an opening tag with templates inside
	tokOwned      = 0x80 // flag of pipes that belong to a pair
)

// token is a place of the source where something may begin or end. Tokens are in order of pos.
type token struct {
	pos, end int32
	a, b     int32
	kind     tokenKind
	flag     uint8
	aux      uint16
}

// scratch is the working memory of one parse.
type scratch struct {
	scanner
	builder
	census census
}

// maxKept is how many entries of working memory are kept for the next parse: those of an article of about 2 MB.
const maxKept = 1 << 19

var scratchPool = sync.Pool{New: func() any { return new(scratch) }}

func newScratch(n int) *scratch {
	s := scratchPool.Get().(*scratch)
	if need := n/8 + 16; cap(s.scanner.toks) < need {
		s.scanner.toks = make([]token, 0, need)
	}
	return s
}

// release gives the memory back, unless a hostile input made it huge.
func (s *scratch) release() {
	if cap(s.scanner.toks) > maxKept || cap(s.builder.nodes) > maxKept || cap(s.builder.stack) > maxKept {
		return
	}
	s.scanner.reset()
	s.builder.reset()
	s.census.reset()
	scratchPool.Put(s)
}

// special are the bytes at which scan stops.
var special = func() (t [256]bool) {
	for _, c := range []byte("\n{}[]<&|='_~:!") {
		t[c] = true
	}
	return t
}()

// scanner reads the source once, from left to right, and pairs delimiters (pair.go).
type scanner struct {
	tree   *Tree
	src    string
	toks   []token
	frames []frame
	top    *frame // frames[len(frames)-1]
	limit  int    // end of the innermost extension tag's content

	noGT      bool             // no ">" any more
	nextClose [128]int32       // next "</name" at or after the place last asked for, by tag; 0 not asked
	found     [numFindings]int // findings so far
	steps     int              // counted for TestLinear
}

func (s *scanner) reset() {
	*s = scanner{toks: s.toks[:0], frames: s.frames[:0]}
}

func (s *scanner) emit(kind tokenKind, pos, end int) int {
	if len(s.toks) == cap(s.toks) {
		s.grow()
	}
	s.toks = append(s.toks, token{pos: int32(pos), end: int32(end), kind: kind})
	return len(s.toks) - 1
}

// grow doubles the room for tokens: append grows by a quarter, and what has a token at every byte would be copied five times.
func (s *scanner) grow() { s.toks = slices.Grow(s.toks, len(s.toks)+64) }

// lineBreak is where the line break begins that ends with the line feed at i: a carriage return before it is part of it.
func (s *scanner) lineBreak(i int) int {
	if i > 0 && s.src[i-1] == '\r' && int(s.toks[len(s.toks)-1].end) < i {
		return i - 1
	}
	return i
}

// scan fills toks.
func (s *scanner) scan(t *Tree) {
	s.tree, s.src, s.limit = t, t.src, len(t.src)
	s.emit(tokNone, 0, 0) // index 0 means "none"
	s.frames = append(s.frames[:0], frame{open: frameBase})
	s.top = &s.frames[0]
	src := s.src
	i := 0
	s.startLine(0)
	for {
		for i < s.limit && !special[src[i]] {
			i++
		}
		if i >= s.limit {
			if !s.leaveContent(&i) {
				break
			}
			continue
		}
		s.steps++
		switch src[i] {
		case '\n':
			s.emit(tokNewline, s.lineBreak(i), i+1)
			s.top.ext = 0
			s.top.heading = false
			i++
			s.startLine(i)
		case '{', '[':
			i = s.opener(i)
		case '}', ']':
			i = s.closer(i)
		case '<':
			i = s.angle(i)
		case '&':
			i = s.entity(i)
		case '|':
			s.pipe(i)
			i++
		case '=':
			i = s.equals(i)
		case '\'':
			i = s.quotes(i)
		case '_':
			i = s.underscores(i)
		case '~':
			i = s.tildes(i)
		case ':':
			i = s.colon(i)
		case '!':
			if i+1 < s.limit && src[i+1] == '!' {
				s.emit(tokBang, i, i+2)
				i++
			}
			i++
		}
	}
	s.breakFrames(1)
	s.emit(tokNone, len(src), len(src))
}

// startLine notes a line that begins with "=" at i: MediaWiki reads such a line as a possible heading, in which neither
// pipes nor braces belong to the template around it.
func (s *scanner) startLine(i int) {
	if s.top.open == '[' {
		s.linkTable(i)
	}
	if i >= s.limit || s.src[i] != '=' {
		return
	}
	single := i+1 >= s.limit || s.src[i+1] != '='
	if single && s.top.open == '{' && s.top.pipes > 0 && s.top.equals == 0 {
		return // reads as the sign between a name and its value
	}
	s.top.heading = true
}

// angle reads what begins with "<": comment, extension tag, HTML tag, or nothing.
func (s *scanner) angle(i int) int {
	src := s.src[:s.limit]
	if strings.HasPrefix(src[i:], "<!--") {
		end := s.limit
		if j := strings.Index(src[i+4:], "-->"); j >= 0 {
			end = i + 4 + j + 3
		} else {
			s.diagnose(unclosedComment, i, i+4)
		}
		s.emit(tokComment, i, end)
		return end
	}
	closing := i+1 < len(src) && src[i+1] == '/'
	at := i + 1
	if closing {
		at++
	}
	id, n := tagNameAt(src[at:])
	if id == 0 {
		return i + 1
	}
	at += n
	switch {
	case id >= firstInclusion:
		if end := s.tagEnd(at); end > 0 {
			s.toks[s.emit(tokInclusion, i, end)].aux = uint16(id)
			return end
		}
		return i + 1
	case id >= firstExtension:
		if !closing {
			if end := s.extension(i, at, id); end > i+1 || id != tags.pre {
				return end
			}
		}
		if id != tags.pre {
			return i + 1
		}
		id = tags.htmlPre
	}
	end := s.tagEnd(at)
	if end < 0 {
		return i + 1
	}
	if closing {
		s.toks[s.emit(tokEndTag, i, end)].aux = uint16(id)
		return end
	}
	if tags.itemOnly[id] && !strings.Contains(src[at:end], "itemprop") {
		return i + 1
	}
	k := s.emit(tokOpenTag, i, end)
	s.toks[k].aux = uint16(id)
	if src[end-2] == '/' {
		s.toks[k].flag = flagSelfClosed
	}
	if strings.Contains(src[at:end], "{{") {
		return s.attributes(k, at)
	}
	return end
}

// attributes lets templates in the attributes of the tag token k be read as such: scanning goes on
// behind its name, and a token at its end tells the builder where the tag opens.
func (s *scanner) attributes(k, at int) int {
	s.toks[k].flag |= flagBare
	return at
}

// tagEnd is the offset behind the ">" of a tag whose name ends at i, or -1. A "<" before it makes it no tag.
func (s *scanner) tagEnd(i int) int {
	src := s.src[:s.limit]
	if i < len(src) {
		switch c := src[i]; {
		case c == '>':
			return i + 1
		case c != ' ' && c != '\n' && c != '\t' && c != '/' && c != '\r' && c != '\f':
			return -1
		}
	}
	for i < len(src) {
		s.steps++
		switch src[i] {
		case '>':
			return i + 1
		case '<':
			n := s.unseen(i)
			if n == 0 {
				return -1
			}
			i += n
			continue
		}
		i++
	}
	return -1
}

// unseen is the length of what MediaWiki takes out before it reads tags, at i: a comment, an inclusion tag, <nowiki> or
// <includeonly> with its content; 0 for anything else.
func (s *scanner) unseen(i int) int {
	src := s.src[:s.limit]
	if strings.HasPrefix(src[i:], "<!--") {
		if j := strings.Index(src[i:], "-->"); j > 0 {
			return j + 3
		}
		return 0
	}
	at := i + 1
	if at < len(src) && src[at] == '/' {
		at++
	}
	id, n := tagNameAt(src[at:])
	at += n
	if at >= len(src) || src[at] != '>' {
		return 0
	}
	switch {
	case id >= firstInclusion:
		return at + 1 - i
	case id == tags.nowiki || id == tags.includeOnly:
		if _, end := s.closingTag(at+1, id); end > 0 {
			return end - i
		}
	}
	return 0
}

// extension reads an extension tag whose name ends at "at". Raw content becomes one token; other content is scanned within
// its limit. Without a closing tag it is no tag.
func (s *scanner) extension(i, at int, id tagID) int {
	src := s.src[:s.limit]
	if at < len(src) {
		if c := src[at]; c != '>' && c != '/' && c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			return i + 1
		}
	}
	if s.noGT {
		return i + 1
	}
	gt := strings.IndexByte(src[at:], '>')
	if gt < 0 {
		s.noGT = s.limit == len(s.src)
		return i + 1
	}
	open := at + gt + 1
	if src[open-2] == '/' {
		s.toks[s.emit(tokEmptyExt, i, open)].aux = uint16(id)
		return open
	}
	closeAt, closeEnd := s.closingTag(open, id)
	if closeAt < 0 {
		s.diagnose(unclosedExtension, i, open)
		return i + 1
	}
	if tags.raw[id] {
		k := s.emit(tokRawExt, i, closeEnd)
		t := &s.toks[k]
		t.a, t.b, t.aux = int32(open), int32(closeAt), uint16(id)
		return closeEnd
	}
	k := s.emit(tokOpenExt, i, open)
	s.toks[k].aux = uint16(id)
	s.push(frame{open: frameContent, slot: int32(k), pos: int32(closeAt), count: int32(closeEnd), outer: s.limit})
	s.limit = closeAt
	return open
}

// closingTag finds "</name>" at or after i. What is found is kept for the next call, which asks for a later place.
func (s *scanner) closingTag(i int, id tagID) (start, end int) {
	name := tags.name[id]
	at := int(s.nextClose[id]) - 1
	if at < i {
		at = s.findClose(i, name)
		s.nextClose[id] = int32(at) + 1
	}
	if at >= s.limit {
		return -1, -1
	}
	end = at + 2 + len(name)
	for end < len(s.src) && s.src[end] != '>' {
		end++
	}
	if end >= s.limit {
		return -1, -1
	}
	return at, end + 1
}

// findClose is the offset of "</name" with optional blanks and ">" at or after i; the length of the source when there is none.
func (s *scanner) findClose(i int, name string) int {
	src := s.src
	for {
		j := strings.Index(src[i:], "</")
		if j < 0 {
			s.steps += len(src) - i
			return len(src)
		}
		s.steps += j + 1
		i += j + 2
		if len(src)-i > len(name) && strings.EqualFold(src[i:i+len(name)], name) {
			k := i + len(name)
			for k < len(src) && (src[k] == ' ' || src[k] == '\n' || src[k] == '\t') {
				k++
			}
			if k < len(src) && src[k] == '>' {
				return i - 2
			}
		}
	}
}

// entity reads a character reference.
func (s *scanner) entity(i int) int {
	n := entityLen(s.src[i:s.limit])
	if n == 0 {
		return i + 1
	}
	s.emit(tokEntity, i, i+n)
	return i + n
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

func (s *scanner) run(i int, c byte) int {
	j := i
	for j < s.limit && s.src[j] == c {
		j++
	}
	s.steps += (j - i) >> 3
	return j
}

// runMax is the end of the run of c at i, of at most n bytes.
func (s *scanner) runMax(i int, c byte, n int) int {
	j := i
	for j < s.limit && j-i < n && s.src[j] == c {
		j++
	}
	return j
}

// quotes reads a run of apostrophes. What it means is settled when its line is known (quotes.go).
func (s *scanner) quotes(i int) int {
	j := s.run(i, '\'')
	if j-i >= 2 {
		s.emit(tokQuotes, i, j)
	}
	return j
}

// tildes reads a signature.
func (s *scanner) tildes(i int) int {
	j := s.run(i, '~')
	if n := j - i; n >= 3 && n <= 5 {
		s.emit(tokSignature, i, j)
	}
	return j
}

// underscores reads a behaviour switch.
func (s *scanner) underscores(i int) int {
	n := s.tree.site.switchLen(s.src[i:s.limit])
	if n == 0 {
		return i + 1
	}
	s.emit(tokSwitch, i, i+n)
	return i + n
}

// colon reads a bare address whose protocol ends in the colon at i.
func (s *scanner) colon(i int) int {
	start := protocolBefore(s.src, i)
	if start < 0 {
		return i + 1
	}
	end := s.tree.site.addressEnd(s.src[:s.limit], i+1)
	if strings.HasPrefix(s.src[i:], "://") && end <= i+3 || end <= i+1 {
		return i + 1
	}
	if s.top.ext == 0 {
		s.emit(tokURL, start, end)
	}
	return end
}
