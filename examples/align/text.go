package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
)

// textWriter prints wrapped text; the first error stays.
type textWriter struct {
	w     io.Writer
	width int
	err   error
}

// writeText prints the report as text: in the article's sentence, words only the article has stand in [-…-], words only the
// excerpt has in {+…+}.
func (r *report) writeText(w io.Writer, width int) error {
	t := &textWriter{w: w, width: width}
	t.line(r.title())
	t.line(strings.Repeat("=", min(utf8.RuneCountInString(r.title()), width)))
	t.wrap("", "", r.summary()+".")
	for _, s := range r.revision() {
		t.wrap("", "  ", s)
	}
	for i, s := range r.result.Sentences {
		t.line("")
		t.wrap(fmt.Sprintf("%3d  ", i+1), "     ", strings.TrimSuffix(match(s)+" · "+where(s), " · "))
		r.sides(t, s)
		for _, m := range s.Markers {
			t.wrap("     "+m.Text+"  ", "       ", r.denotes(m))
			t.wrap("       ", "       ", r.attaches(m)+"; "+r.how(m))
		}
	}
	return t.err
}

// match tells how well a sentence was found, and where tells where.
func match(s sinosoviet.Alignment) string {
	switch s.Match {
	case sinosoviet.MatchEdited:
		return fmt.Sprintf("edited %.2f", s.Similarity)
	case sinosoviet.MatchNone:
		return "not in the article"
	}
	return string(s.Match)
}

func where(s sinosoviet.Alignment) string {
	if s.Match == sinosoviet.MatchNone {
		return ""
	}
	parts := []string{s.Section, fmt.Sprintf("bytes %d–%d of the article", s.ArticleSpan.Start, s.ArticleSpan.End)}
	if s.Section == "" {
		parts = parts[1:]
	}
	if len(s.Sentences) > 1 {
		parts = append(parts, fmt.Sprintf("%d sentences in one", len(s.Sentences)))
	}
	if n := len(s.Alternatives); n > 0 {
		parts = append(parts, plural(n, "other place")+" nearly as good")
	}
	return strings.Join(parts, " · ")
}

// sides prints a sentence and, where it differs, the article's with the edits marked.
func (r *report) sides(t *textWriter, s sinosoviet.Alignment) {
	t.wrap("     excerpt  ", "              ", s.Text)
	if s.Match != sinosoviet.MatchEdited {
		return
	}
	var b strings.Builder
	for _, p := range r.parts(s) {
		switch p.Op {
		case "":
			b.WriteString(p.Text)
		case "insert":
			fmt.Fprintf(&b, " {+%s+}", p.Excerpt)
		case "delete":
			fmt.Fprintf(&b, "[-%s-]", p.Article)
		default:
			fmt.Fprintf(&b, "[-%s-]{+%s+}", p.Article, p.Excerpt)
		}
	}
	t.wrap("     article  ", "              ", b.String())
}

// denotes is the citation of a marker.
func (r *report) denotes(m sinosoviet.Marker) string {
	if m.Citation == "" {
		return "→ nothing"
	}
	s := "→ " + r.cite(m.Citation)
	if m.Pages != "" {
		s += " Pages given: " + m.Pages + "."
	}
	return s
}

func (t *textWriter) line(s string) {
	if t.err == nil {
		_, t.err = fmt.Fprintln(t.w, s)
	}
}

// wrap prints a paragraph with a first and a following indentation.
func (t *textWriter) wrap(first, next, s string) {
	line, used, empty := first, utf8.RuneCountInString(first), true
	for word := range strings.FieldsSeq(s) {
		n := utf8.RuneCountInString(word)
		if !empty && used+1+n > t.width {
			t.line(line)
			line, used, empty = next, utf8.RuneCountInString(next), true
		}
		if !empty {
			line, used = line+" ", used+1
		}
		line, used, empty = line+word, used+n, false
	}
	t.line(line)
}
