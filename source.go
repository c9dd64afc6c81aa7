package sinosoviet

import (
	"encoding/json"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"
)

// Format names the kind of text a [Source] holds. The zero Format means "not
// told"; a parser may then look at the text and decide.
type Format string

// The formats that are read.
const (
	FormatWikitext  Format = "wikitext"  // MediaWiki wikitext
	FormatFlattened Format = "flattened" // wikitext without heading marks, link brackets and <ref> tags; templates kept
	FormatExcerpt   Format = "excerpt"   // text of a rendered page, with markers such as "[4]: 26"
	FormatText      Format = "text"      // plain prose
)

// Span is a half-open range of bytes, [Start, End), of a text that the owner
// of the span names (nearly always the source as given). Offsets count bytes of
// UTF-8, never runes. The zero Span means "not located". In JSON it is [start, end].
type Span struct{ Start, End int }

// IsZero reports whether the span is the zero Span: not located.
func (s Span) IsZero() bool { return s == Span{} }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies inside s, ends included.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Cover is the smallest span that contains both; a zero Span counts as absent.
func (s Span) Cover(o Span) Span {
	switch {
	case s.IsZero():
		return o
	case o.IsZero():
		return s
	}
	return Span{min(s.Start, o.Start), max(s.End, o.End)}
}

// String prints the span as "12:31".
func (s Span) String() string { return fmt.Sprintf("%d:%d", s.Start, s.End) }

// MarshalJSON prints the span as [start, end].
func (s Span) MarshalJSON() ([]byte, error) {
	b := make([]byte, 0, 24)
	b = strconv.AppendInt(append(b, '['), int64(s.Start), 10)
	b = strconv.AppendInt(append(b, ','), int64(s.End), 10)
	return append(b, ']'), nil
}

// UnmarshalJSON reads [start, end]; null changes nothing. An error tells of another shape, or of a range
// that is negative or reversed.
func (s *Span) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		return nil
	}
	var p []int
	if err := json.Unmarshal(b, &p); err != nil {
		return fmt.Errorf("sinosoviet: span: %w", err)
	}
	if len(p) != 2 || p[0] < 0 || p[1] < p[0] {
		return fmt.Errorf("sinosoviet: span: want [start, end), got %s", b)
	}
	s.Start, s.End = p[0], p[1]
	return nil
}

// Position is a place in a source as people count: lines and columns from 1.
// Columns count bytes.
type Position struct {
	Name         string // name of the source, possibly empty
	Offset       int    // bytes from the start of the source
	Line, Column int    // from 1; Column counts bytes
}

// String prints "name:line:column", or "line:column" for a source without a name.
func (p Position) String() string {
	if p.Name == "" {
		return fmt.Sprintf("%d:%d", p.Line, p.Column)
	}
	return fmt.Sprintf("%s:%d:%d", p.Name, p.Line, p.Column)
}

// Source is a text as it was given, with a name. It is never normalised: every
// span in every value counts its bytes. A Source is immutable and safe for
// concurrent use; a nil *Source is an empty one. Its JSON form tells name, format
// and size but not the text, so a Source read back from JSON has no text to slice.
type Source struct {
	name   string
	format Format
	text   string
	size   int
	lines  func() []int // byte offsets of line starts, computed on first use
}

// NewSource returns a source with the given name (a file name, a URL, a title, or
// nothing), format (or "" when not known) and text. The text need not be valid UTF-8.
func NewSource(name string, format Format, text string) *Source {
	s := &Source{name: name, format: format, text: text, size: len(text)}
	s.lines = sync.OnceValue(func() []int { return lineStarts(text) })
	return s
}

// WithFormat is the same source under another format: what a parser returns
// after it has decided what a text is.
func (s *Source) WithFormat(f Format) *Source {
	if s == nil {
		return NewSource("", f, "")
	}
	c := *s
	c.format = f
	return &c
}

// Name is the name the source was given.
func (s *Source) Name() string {
	if s == nil {
		return ""
	}
	return s.name
}

// Format is the format the source was given or was found to have.
func (s *Source) Format() Format {
	if s == nil {
		return ""
	}
	return s.format
}

// Text is the whole text, byte for byte as given.
func (s *Source) Text() string {
	if s == nil {
		return ""
	}
	return s.text
}

// Len is the number of bytes the source has, or had when it was written to JSON.
func (s *Source) Len() int {
	if s == nil {
		return 0
	}
	return s.size
}

// Slice is the text of a span. A span that reaches outside the source is cut to
// it; what lies wholly outside is "".
func (s *Source) Slice(sp Span) string {
	t := s.Text()
	start, end := max(sp.Start, 0), min(sp.End, len(t))
	if start >= end {
		return ""
	}
	return t[start:end]
}

// Position tells line and column of a byte offset; an offset outside the source
// is moved to its nearest end. The first call scans the text once for lines.
func (s *Source) Position(offset int) Position {
	offset = min(max(offset, 0), len(s.Text()))
	p := Position{Name: s.Name(), Offset: offset, Line: 1, Column: offset + 1}
	if s == nil || s.lines == nil {
		return p
	}
	starts := s.lines()
	i := sort.SearchInts(starts, offset+1) - 1
	p.Line, p.Column = i+1, offset-starts[i]+1
	return p
}

func lineStarts(text string) []int {
	starts := make([]int, 1, 1+strings.Count(text, "\n"))
	for i := 0; ; {
		j := strings.IndexByte(text[i:], '\n')
		if j < 0 {
			return starts
		}
		i += j + 1
		starts = append(starts, i)
	}
}

// Equal reports whether both sources have the same name, format, size and text.
func (s *Source) Equal(o *Source) bool {
	return s.Name() == o.Name() && s.Format() == o.Format() && s.Len() == o.Len() && s.Text() == o.Text()
}

type sourceJSON struct {
	Name   string `json:"name,omitempty"`
	Format Format `json:"format,omitempty"`
	Bytes  int    `json:"bytes"`
}

// MarshalJSON prints {"name", "format", "bytes"}.
func (s *Source) MarshalJSON() ([]byte, error) {
	return json.Marshal(sourceJSON{s.Name(), s.Format(), s.Len()})
}

// UnmarshalJSON reads what MarshalJSON prints; the text stays empty.
func (s *Source) UnmarshalJSON(b []byte) error {
	var j sourceJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return fmt.Errorf("sinosoviet: source: %w", err)
	}
	*s = Source{name: j.Name, format: j.Format, size: j.Bytes}
	return nil
}
