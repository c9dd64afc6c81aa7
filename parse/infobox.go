package parse

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// infobox lists an infobox with its fields, positional ones included; empty fields are left out.
func (c *collector) infobox(t Template, v *sinosoviet.Template) {
	box := sinosoviet.Infobox{Name: v.Name, Span: v.Span}
	filled := 0
	for i := range v.Args {
		if strings.TrimSpace(v.Args[i].Value) != "" {
			filled++
		}
	}
	box.Fields = make([]sinosoviet.InfoboxField, 0, filled)
	for arg := range t.Args() {
		sp := arg.ValueSpan()
		if sp.Start == sp.End {
			continue
		}
		box.Fields = append(box.Fields, sinosoviet.InfoboxField{Name: arg.Name, Text: c.value(arg), Span: sp})
	}
	c.a.Infoboxes = append(c.a.Infoboxes, box)
}

// value is the readable text of an argument.
func (c *collector) value(arg Arg) sinosoviet.Text {
	sp := arg.ValueSpan()
	if s := c.t.src[sp.Start:sp.End]; !strings.ContainsAny(s, "{[<&'\n") {
		var b sinosoviet.TextBuilder
		b.Copy(c.t.src, sp)
		return b.Text()
	}
	return trimText(c.p.Text(arg.ValueNode))
}

// names lists the names that a template gives in other languages.
func (c *collector) names(t Template, form nameForm, lang string) {
	switch form {
	case formKeys:
		for arg := range t.Args() {
			if tag := keyLanguage(strings.ToLower(arg.Name)); tag != "" && !arg.IsPositional {
				c.name(tag, arg)
			}
		}
		return
	}
	var args [4]Arg
	n := 0
	for arg := range t.Args() {
		switch {
		case arg.IsPositional && n < len(args):
			args[n] = arg
			n++
		case form == formLang && arg.Name == "code":
			lang = arg.Value()
		}
	}
	switch {
	case form == formXX && n >= 1:
		c.name(languageTag(lang), args[0])
	case form == formLang && n >= 2 && isLanguage(strings.TrimSpace(args[0].Value())):
		c.name(languageTag(args[0].Value()), args[1])
	case form == formScript && n >= 2 && isLanguage(strings.TrimSpace(args[0].Value())):
		c.name(latin(args[0].Value()), args[n-1-max(n-3, 0)])
	case form == formNihongo && n >= 2:
		c.name("ja", args[1])
		if n >= 3 {
			c.name("ja-Latn", args[2])
		}
	}
}

// name lists one name.
func (c *collector) name(lang string, arg Arg) {
	sp := arg.ValueSpan()
	text := strings.TrimSpace(c.value(arg).String())
	if text == "" {
		return
	}
	c.a.Names = append(c.a.Names, sinosoviet.Name{Lang: lang, Text: text, Span: sp})
}

// showsFiles reports templates that show files named in their arguments.
func showsFiles(key string) bool {
	switch key {
	case "multiple image", "multiple images", "double image", "triple image", "auto images", "css image crop", "annotated image", "wide image",
		"panorama", "tall image", "stack image", "double image stack", "vertical images list", "horizontal images list", "gallery", "photomontage",
		"image frame", "superimpose", "mtracks", "auto image", "multiple image/styles":
		return true
	}
	return false
}

// maxBoxFiles is how many files are taken from one template.
const maxBoxFiles = 60

// boxImages lists the files that are named without markup in a template's arguments: "image = Map.png". The caption is that
// of the argument of the same number or name: caption1, image_caption, caption.
func (c *collector) boxImages(t Template) {
	files := 0
	for arg := range t.Args() {
		sp := arg.ValueSpan()
		name := c.t.src[sp.Start:sp.End]
		if !isFileName(name) || files == maxBoxFiles {
			continue
		}
		files++
		if i := filePrefix(name); i > 0 {
			name = strings.TrimSpace(name[i:])
		}
		v := sinosoviet.Image{File: strings.ReplaceAll(name, "_", " "), Span: sp}
		if caption, ok := c.captionOf(t, arg); ok {
			v.Caption = c.value(caption)
		}
		c.a.Images = append(c.a.Images, v)
	}
}

// maxFileName is the length of the longest file name MediaWiki stores.
const maxFileName = 255

// isFileName reports a bare name of a media file.
func isFileName(v string) bool {
	if len(v) > maxFileName || strings.ContainsAny(v, "[]{}<>|\n/#") {
		return false
	}
	i := strings.LastIndexByte(v, '.')
	return i > 0 && extension(v[i+1:]) == len(v)-i-1
}

// captionOf finds the argument that captions the file of another.
func (c *collector) captionOf(t Template, file Arg) (caption Arg, ok bool) {
	if file.IsPositional {
		return t.Arg("3")
	}
	name := strings.ToLower(file.Name)
	base := strings.TrimRight(name, "0123456789")
	number := name[len(base):]
	stem := strings.TrimSuffix(name, "_name")
	tries := [...]string{stem + "_caption", name + " caption", strings.TrimPrefix(name, "image_") + "_caption", base + "_caption" + number, name + "caption", "caption" + number}
	for i, try := range tries {
		if i == len(tries)-1 && !showsSubject(base) {
			break // the caption is that of another file
		}
		if caption, ok = t.Arg(try); ok {
			return caption, caption.ValueSpan().Len() > 0
		}
	}
	return Arg{}, false
}

// showsSubject reports names of arguments for the picture that a box's plain caption belongs to, not to its signature or flag.
func showsSubject(name string) bool {
	switch name {
	case "image_flag", "image_coat", "image_map", "image_seal", "image_shield", "image_logo", "image_symbol":
		return false
	}
	for _, word := range [...]string{"image", "photo", "picture", "img", "file", "portrait", "pic", "bild", "foto"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}
