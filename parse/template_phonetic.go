package parse

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// phonetic writes {{IPA}} and its family: between slashes for English, else in brackets, behind what the template says of it.
func (w *TextWriter) phonetic(t Template) {
	key := w.key(t)
	if key == "ipac-en" {
		w.englishSounds(t)
		return
	}
	if lang, ok := strings.CutPrefix(key, "ipa-"); ok {
		w.sounds(t, languageName(lang), firstArg(t, []string{"1"}), "2")
		return
	}
	a := firstArg(t, []string{"2"})
	if key != "ipa" || a.Node.tree == nil {
		if key == "ipa" {
			w.firstPositional(t)
			return
		}
		w.sounds(t, "", firstArg(t, []string{"1"}), "2")
		return
	}
	name := languageName(w.plain(t, "1"))
	if name == "" {
		w.trimmed(a.ValueNode)
		return
	}
	w.sounds(t, name, a, "3")
}

// sounds writes "French pronunciation: [sounds]"; the label may be another one, or none.
func (w *TextWriter) sounds(t Template, language string, sounds Arg, label string) {
	if sounds.Node.tree == nil {
		return
	}
	if s := soundLabel(t, language, label); s != "" {
		w.Print(before(sounds), s)
	}
	w.Print(before(sounds), "[")
	w.trimmed(sounds.ValueNode)
	w.Print(sinosoviet.Span{Start: t.End(), End: t.End()}, "]")
}

// soundLabel is what stands before the sounds, by the argument that says so.
func soundLabel(t Template, language, name string) string {
	if l, ok := t.Arg("label"); ok {
		if s := strings.TrimSpace(l.Value()); s != "" {
			return s + " "
		}
		return ""
	}
	a, given := t.Arg(name)
	switch s := strings.ToLower(strings.TrimSpace(a.Value())); {
	case language == "":
		return ""
	case !given:
		return language + " pronunciation: "
	case s == "lang":
		return language + ": "
	default:
		return soundWords[s]
	}
}

// soundWords are the labels of sounds by the arguments of {{IPA}} and {{IPAc-en}}.
var soundWords = map[string]string{
	"us": "US: ", "uk": "UK: ", "au": "AU: ", "nz": "NZ: ", "ca": "CA: ", "lang": "English: ", "pron": "pronounced ", "also": "also ", "local": "locally ",
	"usalso": "US also ", "ukalso": "UK also ", "alsous": "also US: ", "alsouk": "also UK: ", "localuk": "locally UK: ", "localus": "locally US: ",
	"us/uk": "US/UK: ", "uk/us": "UK/US: ", "lang-gb": "British English: ", "or": "or ",
}

// englishSounds writes {{IPAc-en|us|p|r|ɑː}}: "US: /prɑː/".
func (w *TextWriter) englishSounds(t Template) {
	open := false
	for a := range t.Args() {
		v := w.Text(a.ValueNode)
		if !a.IsPositional || v == "" {
			continue
		}
		key := strings.ToLower(v)
		switch label, ok := soundWords[key]; {
		case !open && ok:
			w.Print(a.Span, label)
			continue
		case ok || phoneticLabels[key]:
			continue
		}
		if !open {
			w.Print(before(a), "/")
			open = true
		}
		if v == "_" || v == ",_" {
			w.Print(a.Span, strings.Replace(v, "_", " ", 1))
		} else {
			w.trimmed(a.ValueNode)
		}
	}
	if open {
		w.Print(sinosoviet.Span{Start: t.End(), End: t.End()}, "/")
	}
}

// phoneticLabels are other arguments of {{IPAc-en}} that are no sounds.
var phoneticLabels = wordSet("localus xor orlang generic")

// respell writes {{respell|pruh|NUN}}: its syllables with hyphens.
func (w *TextWriter) respell(t Template) { w.positional(t, "-") }
