package parse

import (
	"iter"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// File is the view of an image or other file that is shown: [[File:…|options|caption]], or a line of a gallery.
type File struct{ Node }

// File is the view of a node of kind [KindFile]; ok is false for other kinds.
func (n Node) File() (f File, ok bool) {
	if n.Kind() != KindFile {
		return File{}, false
	}
	return File{n}, true
}

// Name is the file's name without its namespace.
func (f File) Name() string {
	n, _ := f.Child(KindTarget)
	s := cleanTarget(n)
	if i := strings.IndexByte(s, ':'); i >= 0 && f.tree.site.isFile(s[:i]) {
		s = strings.TrimSpace(s[i+1:])
	}
	return s
}

// Target is the file's name with its namespace as written.
func (f File) Target() string {
	n, _ := f.Child(KindTarget)
	return cleanTarget(n)
}

// InGallery reports whether the file is a line of a gallery.
func (f File) InGallery() bool { return f.data().flag&flagGallery != 0 }

// FileOption is an option of a file.
type FileOption struct {
	Node  Node            // the [KindLinkText] node
	Name  string          // "thumb", "frame", "frameless", "border", "left", "upright", "width", "alt", "link", …; "" for a caption
	Value string          // of "width" in pixels as written ("200", "200x100"), of "alt", "link", "page" … the text
	Span  sinosoviet.Span // of the value
}

// Options yields what stands behind the pipes, options and captions, in order. The last caption is the one shown.
func (f File) Options() iter.Seq[FileOption] {
	return func(yield func(FileOption) bool) {
		for n := range f.Children() {
			if n.Kind() == KindLinkText && !yield(f.option(n)) {
				return
			}
		}
	}
}

// Caption is the node of the caption: the last part that is no option. ok is false when there is none.
func (f File) Caption() (caption Node, ok bool) {
	for n := range f.Children() {
		if n.Kind() == KindLinkText && f.option(n).Name == "" {
			caption, ok = n, true
		}
	}
	return caption, ok
}

// Option is the value of the named option.
func (f File) Option(name string) (value string, ok bool) {
	for o := range f.Options() {
		if o.Name == name {
			return o.Value, true
		}
	}
	return "", false
}

// IsInline reports whether the file stands in the line of text: it is neither a thumbnail nor framed nor aligned.
func (f File) IsInline() bool {
	for o := range f.Options() {
		switch o.Name {
		case "thumb", "frame", "left", "right", "center", "none":
			return false
		}
	}
	return !f.InGallery()
}

// ShowsCaption reports whether the page shows the caption: of thumbnails, of framed and aligned files, and in galleries. A
// frameless file shows it only as a title; the first of these words counts.
func (f File) ShowsCaption() bool {
	aligned := false
	for o := range f.Options() {
		switch o.Name {
		case "thumb", "frame":
			return true
		case "frameless":
			return false
		case "left", "right", "center", "none":
			aligned = true
		}
	}
	return aligned || f.InGallery()
}

// galleryOptions are the options a gallery's line may have.
var galleryOptions = map[string]bool{"alt": true, "link": true, "class": true, "lang": true, "page": true}

// option reads a part of a file link.
func (f File) option(n Node) FileOption {
	o := FileOption{Node: n, Span: trimSpan(f.tree.src, n.Span())}
	text := f.tree.src[o.Span.Start:o.Span.End]
	name, value := f.tree.site.fileOption(text)
	if f.InGallery() && !galleryOptions[name] || name == "link" && !f.InGallery() && strings.ContainsAny(value, "<>{}") && !strings.Contains(value, "{{") && !strings.Contains(value, "</") {
		return o
	}
	if name != "" {
		o.Name, o.Value = name, value
		if o.Span.Start = o.Span.End - len(value); name == "width" {
			o.Span.Start -= len(text) - len(value)
			o.Span.End = o.Span.Start + len(value)
		}
	}
	return o
}

// fileOption reads an option of a file by the words of MediaWiki and of the wiki's language.
func (s *Site) fileOption(text string) (name, value string) {
	if text == "" || len(text) > 4096 {
		return "", ""
	}
	if w, ok := s.FileWords[text]; ok {
		return w, ""
	}
	if w, ok := fileWords[text]; ok {
		return w, ""
	}
	if n := len(text); n > 2 && text[n-2:] == "px" && isSize(strings.TrimRight(text[:n-2], " ")) {
		return "width", strings.TrimRight(text[:n-2], " ")
	}
	if i := strings.IndexByte(text, '='); i > 0 && i < 20 {
		key := strings.TrimRight(text[:i], " ")
		w, ok := s.FileWords[key+"="]
		if !ok {
			w, ok = fileWords[key+"="]
		}
		if ok {
			return w, strings.TrimLeft(text[i+1:], " ")
		}
	}
	if strings.HasPrefix(text, "upright ") {
		return "upright", strings.TrimSpace(text[8:])
	}
	return "", ""
}

// isSize reports whether s is a width, "x" and a height, or both.
func isSize(s string) bool {
	x := false
	for i := range len(s) {
		switch {
		case s[i] >= '0' && s[i] <= '9':
		case s[i] == 'x' && !x && i+1 < len(s):
			x = true
		default:
			return false
		}
	}
	return s != ""
}

// fileWords are MediaWiki's English words for options of files (MessagesEn, img_*).
var fileWords = map[string]string{
	"thumb": "thumb", "thumbnail": "thumb", "thumb=": "thumb", "thumbnail=": "thumb",
	"frame": "frame", "framed": "frame", "enframed": "frame", "frameless": "frameless", "border": "border",
	"left": "left", "right": "right", "center": "center", "centre": "center", "none": "none",
	"upright": "upright", "upright=": "upright", "baseline": "baseline", "sub": "sub", "super": "super", "sup": "super",
	"top": "top", "text-top": "text-top", "middle": "middle", "bottom": "bottom", "text-bottom": "text-bottom",
	"alt=": "alt", "link=": "link", "page=": "page", "page ": "page", "lang=": "lang", "class=": "class",
	"thumbtime=": "thumbtime", "start=": "start", "end=": "end", "muted": "muted", "loop": "loop", "noplayer": "noplayer",
	"noicon": "noicon", "disablecontrols=": "disablecontrols",
}
