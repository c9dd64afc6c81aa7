package sinosoviet

import (
	"encoding/json"
	"slices"
	"sort"
	"strings"
	"sync"
)

// Text is readable text that knows the way back to the source it was made of: a
// plain string plus runs, each of which is either a verbatim copy of source bytes
// or a replacement that stands for a span of source.
//
// Invariant (TestLocate): for a range inside one verbatim run, the source slice of
// Locate(start, end) equals String()[start:end].
//
// The zero Text is empty. A Text is immutable and safe for concurrent use. Its JSON
// form is the plain string; a Text read back from JSON has lost its runs and
// locates nothing.
type Text struct {
	plain string
	runs  []textRun
	order *textOrder // nil when the runs stand in the order of their sources
}

// textOrder finds runs by source when a run's source stands before that of the run before it.
type textOrder struct {
	once sync.Once
	runs []int32 // by start
	end  []int32 // the furthest end of the runs so far
}

// of makes the order on first use, in the time sorting takes.
func (o *textOrder) of(runs []textRun) *textOrder {
	o.once.Do(func() {
		o.runs = make([]int32, len(runs))
		for i := range o.runs {
			o.runs[i] = int32(i)
		}
		slices.SortStableFunc(o.runs, func(a, b int32) int { return int(runs[a].start) - int(runs[b].start) })
		o.end = make([]int32, len(runs))
		furthest := int32(0)
		for i, r := range o.runs {
			furthest = max(furthest, runs[r].end)
			o.end[i] = furthest
		}
	})
	return o
}

// textRun covers plain bytes from plain up to the next run's; copied marks a verbatim one.
type textRun struct {
	plain      int32
	start, end int32
	copied     bool
}

// PlainText is a Text that is one verbatim copy of the whole source text s.
func PlainText(s string) Text {
	var b TextBuilder
	b.Copy(s, Span{0, len(s)})
	return b.Text()
}

// String is the plain, readable text.
func (t Text) String() string { return t.plain }

// Len is the number of bytes of the plain text.
func (t Text) Len() int { return len(t.plain) }

// Locate is the span of source bytes that the plain bytes [start, end) came from.
// Inside a verbatim run it is exact; an end that falls in a replaced run widens to
// the whole of what was replaced. Synthetic text at the edges (a blank put between two
// blocks) is left out when the range has anything else. The zero Span is returned for a range that
// is empty, out of bounds, or has no source.
func (t Text) Locate(start, end int) Span {
	if start < 0 || start >= end || end > len(t.plain) || len(t.runs) == 0 {
		return Span{}
	}
	var got Span
	found := false
	for i := t.runAt(start); i < len(t.runs) && int(t.runs[i].plain) < end; i++ {
		r := t.runs[i]
		s, e := int(r.start), int(r.end)
		if r.copied {
			s += max(start-int(r.plain), 0)
			e = s + min(end, t.runEnd(i)) - max(start, int(r.plain))
		} else if s == e {
			continue // synthetic
		}
		if !found {
			got, found = Span{s, e}, true
			continue
		}
		got.Start, got.End = min(got.Start, s), max(got.End, e)
	}
	return got
}

// runAt is the index of the run that holds the plain byte at offset.
func (t Text) runAt(offset int) int {
	i, end := 0, len(t.runs) // by hand: it is asked for every sentence, link and citation
	for i < end {
		if m := int(uint(i+end) >> 1); int(t.runs[m].plain) > offset {
			end = m
		} else {
			i = m + 1
		}
	}
	return i - 1
}

func (t Text) runEnd(i int) int {
	if i+1 < len(t.runs) {
		return int(t.runs[i+1].plain)
	}
	return len(t.plain)
}

// Find is the reverse of Locate: the range of plain bytes that came from the source
// span, as a Span of the plain text. Source bytes that are not shown (markup) are passed
// over; ok is false when nothing of the span is shown. A replaced run that the span touches
// counts whole; synthetic text at the edges is left out. It takes logarithmic time plus the runs it covers.
func (t Text) Find(src Span) (in Span, ok bool) {
	for i := t.firstBehind(src.Start); i < len(t.runs); i++ {
		at := t.bySource(i)
		r := t.runs[at]
		if int(r.start) >= src.End {
			break
		}
		if int(r.end) <= src.Start || r.start == r.end {
			continue
		}
		s, e := int(r.plain), t.runEnd(at)
		if r.copied {
			e = s + min(src.End, int(r.end)) - int(r.start)
			s += max(src.Start-int(r.start), 0)
		}
		if !ok {
			in, ok = Span{s, e}, true
			continue
		}
		in.Start, in.End = min(in.Start, s), max(in.End, e)
	}
	return in, ok
}

// firstBehind is the place, in the order of sources, of the first run that reaches behind the source offset.
func (t Text) firstBehind(source int) int {
	if t.order == nil {
		i, end := 0, len(t.runs)
		for i < end {
			if m := int(uint(i+end) >> 1); int(t.runs[m].end) > source {
				end = m
			} else {
				i = m + 1
			}
		}
		return i
	}
	o := t.order.of(t.runs)
	return sort.Search(len(o.end), func(i int) bool { return int(o.end[i]) > source })
}

// bySource is the index of the run at a place in the order of sources.
func (t Text) bySource(i int) int {
	if t.order == nil {
		return i
	}
	return int(t.order.of(t.runs).runs[i])
}

// Offset is the offset in the plain text at which the source offset stands: that of
// the first byte, in the order of sources, that is shown at or after it. Its range is 0 to Len.
func (t Text) Offset(source int) int {
	i := t.firstBehind(source)
	if i == len(t.runs) {
		return len(t.plain)
	}
	r := t.runs[t.bySource(i)]
	if r.copied && source > int(r.start) {
		return int(r.plain) + source - int(r.start)
	}
	return int(r.plain)
}

// Slice is the part [start, end) of the text, with its runs. It shares the bytes of t. Bounds are as for
// slicing a string, and like it Slice panics outside them.
func (t Text) Slice(start, end int) Text {
	part := Text{plain: t.plain[start:end]}
	if start == end || len(t.runs) == 0 {
		return part
	}
	i := t.runAt(start)
	n := i + 1
	for n < len(t.runs) && int(t.runs[n].plain) < end {
		n++
	}
	part.runs = slices.Clone(t.runs[i:n])
	for j := range part.runs {
		r := &part.runs[j]
		if r.copied {
			from, to := max(int(r.plain), start), min(t.runEnd(i+j), end)
			r.start, r.end = r.start+int32(from)-r.plain, r.start+int32(to)-r.plain
		}
		r.plain = int32(max(int(r.plain), start) - start)
		if j > 0 && part.order == nil && (r.start < part.runs[j-1].start || r.end < part.runs[j-1].end) {
			part.order = new(textOrder)
		}
	}
	return part
}

// Equal reports whether both texts have the same plain text and the same runs.
func (t Text) Equal(o Text) bool { return t.plain == o.plain && slices.Equal(t.runs, o.runs) }

// IsZero reports whether the text is empty.
func (t Text) IsZero() bool { return t.plain == "" }

// MarshalJSON prints the plain string.
func (t Text) MarshalJSON() ([]byte, error) { return json.Marshal(t.plain) }

// UnmarshalJSON reads a plain string, without runs.
func (t *Text) UnmarshalJSON(b []byte) error {
	*t = Text{}
	return json.Unmarshal(b, &t.plain)
}

// TextBuilder builds a [Text] from front to back. It is what a caller needs to
// bring another parser. The zero TextBuilder is ready; it must not be copied after
// first use and is not safe for concurrent use. Sources beyond 2 GiB are not addressable.
type TextBuilder struct {
	plain     strings.Builder
	runs      []textRun
	sealed    int // so many runs belong to a Text too, and are not changed any more
	unordered bool
}

func (b *TextBuilder) add(r textRun) {
	if n := len(b.runs); n > 0 {
		last := &b.runs[n-1]
		if n > b.sealed && r.copied && last.copied && last.end == r.start && last.end-last.start == r.plain-last.plain {
			last.end = r.end // goes on where the last run ends
			return
		}
		if r.start < last.start || r.end < last.end {
			b.unordered = true
		}
	}
	b.runs = append(b.runs, r)
}

// Copy appends the bytes of span of the source text src, verbatim.
func (b *TextBuilder) Copy(src string, span Span) {
	if span.End <= span.Start {
		return
	}
	b.add(textRun{int32(b.plain.Len()), int32(span.Start), int32(span.End), true})
	b.plain.WriteString(src[span.Start:span.End])
}

// Replace appends s, which stands for span of the source: what a template, an entity
// or a converted character shows. An empty span marks s as synthetic at that place.
func (b *TextBuilder) Replace(span Span, s string) {
	if s == "" {
		return
	}
	b.add(textRun{int32(b.plain.Len()), int32(span.Start), int32(span.End), false})
	b.plain.WriteString(s)
}

// Append appends the part [start, end) of another text with its runs. What has none, for it was
// read from JSON, counts as synthetic.
func (b *TextBuilder) Append(t Text, start, end int) {
	if start >= end {
		return
	}
	if len(t.runs) == 0 {
		at := 0
		if n := len(b.runs); n > 0 {
			at = int(b.runs[n-1].end)
		}
		b.Replace(Span{at, at}, t.plain[start:end])
		return
	}
	at := b.plain.Len()
	for i := t.runAt(start); i >= 0 && i < len(t.runs) && int(t.runs[i].plain) < end; i++ {
		r := t.runs[i]
		from, to := max(int(r.plain), start), min(t.runEnd(i), end)
		if r.copied {
			r.start, r.end = r.start+int32(from)-r.plain, r.start+int32(to)-r.plain
		}
		r.plain = int32(at + from - start)
		b.add(r)
	}
	b.plain.WriteString(t.plain[start:end])
}

// Grow makes room for that many more bytes of plain text. Like any hint it changes nothing else.
func (b *TextBuilder) Grow(bytes int) {
	b.plain.Grow(bytes)
	b.runs = slices.Grow(b.runs, bytes/24) // an article has a run for each 28 bytes
}

// Len is the number of plain bytes so far.
func (b *TextBuilder) Len() int { return b.plain.Len() }

// Last is the last plain byte so far, or 0 when there is none.
func (b *TextBuilder) Last() byte {
	if b.plain.Len() == 0 {
		return 0
	}
	s := b.plain.String()
	return s[len(s)-1]
}

// Text is the text built so far. The builder may go on being used; what it appends
// later is not seen by the returned Text.
func (b *TextBuilder) Text() Text {
	b.sealed = len(b.runs)
	t := Text{plain: b.plain.String(), runs: slices.Clip(b.runs)}
	if b.unordered {
		t.order = new(textOrder)
	}
	return t
}
