package cite

import "strings"

// escapeLaTeX writes text so that LaTeX prints it as it is. Letters of all scripts stay as they are, in UTF-8.
func escapeLaTeX(b *strings.Builder, s string) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '&', '%', '$', '#', '_':
			b.WriteByte('\\')
			b.WriteByte(c)
		case '{':
			b.WriteString(`\{`)
		case '}':
			b.WriteString(`\}`)
		case '~':
			b.WriteString(`\textasciitilde{}`)
		case '^':
			b.WriteString(`\textasciicircum{}`)
		case '\\':
			b.WriteString(`\textbackslash{}`)
		case '\n', '\r', '\t':
			b.WriteByte(' ')
		default:
			if strings.HasPrefix(s[i:], "\u00A0") {
				b.WriteByte('~')
				i++
				continue
			}
			b.WriteByte(c)
		}
	}
}

// verbatim writes an address or identifier: as it is, but what would end or upset the field percent-encoded.
func verbatim(b *strings.Builder, s string) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '{':
			b.WriteString("%7B")
		case '}':
			b.WriteString("%7D")
		case '\\':
			b.WriteString("%5C")
		case '\n', '\r', '\t', ' ':
			b.WriteString("%20")
		default:
			b.WriteByte(c)
		}
	}
}

// bibWriter writes the fields of one entry.
type bibWriter struct {
	b strings.Builder
}

func (w *bibWriter) begin(kind, key string) {
	w.b.WriteByte('@')
	w.b.WriteString(kind)
	w.b.WriteByte('{')
	w.b.WriteString(key)
}

func (w *bibWriter) end() { w.b.WriteString("\n}\n") }

func (w *bibWriter) name(name string) {
	w.b.WriteString(",\n  ")
	w.b.WriteString(name)
	w.b.WriteString(" = {")
}

// text adds a field of text.
func (w *bibWriter) text(name, value string) {
	if value == "" {
		return
	}
	w.name(name)
	escapeLaTeX(&w.b, value)
	w.b.WriteByte('}')
}

// cased adds a field whose capitals styles must not change.
func (w *bibWriter) cased(name, value string) {
	if value == "" {
		return
	}
	w.name(name)
	w.b.WriteByte('{')
	escapeLaTeX(&w.b, value)
	w.b.WriteString("}}")
}

// list adds a field that is a list of names for BibTeX: one name with " and " inside is put in braces.
func (w *bibWriter) list(name, value string) {
	if strings.Contains(strings.ToLower(value), " and ") {
		w.cased(name, value)
		return
	}
	w.text(name, value)
}

// raw adds a field that is not read as LaTeX.
func (w *bibWriter) raw(name, value string) {
	if value == "" {
		return
	}
	w.name(name)
	verbatim(&w.b, value)
	w.b.WriteByte('}')
}

// pages adds page numbers, ranges with "--".
func (w *bibWriter) pages(name, value string) {
	if value == "" {
		return
	}
	w.name(name)
	escapeLaTeX(&w.b, strings.ReplaceAll(value, "–", "--"))
	w.b.WriteByte('}')
}
