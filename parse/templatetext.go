package parse

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
