package cs1

import (
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// ParseTemplate reads the one "{{…}}" that text starts with, without a tree: for templates that stand alone. Spans
// count from at. ok is false when text does not start with a closed template.
func ParseTemplate(text string, at int) (t sinosoviet.Template, ok bool) {
	if !strings.HasPrefix(text, "{{") {
		return t, false
	}
	n := closeBraces(text)
	if n == 0 {
		return t, false
	}
	t.Span = sinosoviet.Span{Start: at, End: at + n}
	pos, offset := 0, at+2
	for i, raw := range SplitArgs(text[2 : n-2]) {
		start := offset
		offset += len(raw) + 1
		if i == 0 {
			t.Name = strings.TrimSpace(raw)
			continue
		}
		a := sinosoviet.Argument{Value: raw}
		if eq := equals(raw); eq >= 0 {
			a.Name = strings.TrimSpace(raw[:eq])
			a.Value = strings.TrimSpace(raw[eq+1:])
			start += eq + 1 + max(strings.Index(raw[eq+1:], a.Value), 0)
		} else {
			pos++
			a.Name = strconv.Itoa(pos)
		}
		a.Span = sinosoviet.Span{Start: start, End: start + len(a.Value)}
		t.Args = append(t.Args, a)
	}
	return t, true
}

// equals is the place of the "=" that ends an argument's name, or -1.
func equals(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case '=':
			if depth == 0 {
				return i
			}
		}
	}
	return -1
}
