package parse

import "strings"

// templateText writes what a template prints: by the caller's functions, then by the table.
func (w *TextWriter) templateText(t Template) bool {
	name := templateKey(t.Name())
	if f, ok := w.p.TemplateText[name]; ok {
		return f(w, t)
	}
	switch name {
	case "!":
		w.Print(t.Span(), "|")
	case "=":
		w.Print(t.Span(), "=")
	}
	return false
}

// templateKey is a template's name as tables have it: first letter in lower case, blanks for underscores, no namespace.
func templateKey(name string) string {
	if strings.IndexByte(name, '_') >= 0 {
		name = strings.TrimSpace(strings.ReplaceAll(name, "_", " "))
	}
	if i := strings.IndexByte(name, ':'); i >= 0 && (strings.EqualFold(name[:i], "template")) {
		name = strings.TrimSpace(name[i+1:])
	}
	name = collapse(name)
	if name != "" && name[0] >= 'A' && name[0] <= 'Z' {
		name = string(name[0]+0x20) + name[1:]
	}
	return name
}
