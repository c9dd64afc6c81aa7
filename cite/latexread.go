package cite

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// accents are the combining marks of LaTeX's accent commands.
var accents = [...]struct {
	command byte
	mark    string
}{{'\'', "\u0301"}, {'`', "\u0300"}, {'^', "\u0302"}, {'"', "\u0308"}, {'~', "\u0303"}, {'=', "\u0304"}, {'.', "\u0307"},
	{'u', "\u0306"}, {'v', "\u030C"}, {'H', "\u030B"}, {'c', "\u0327"}, {'k', "\u0328"}, {'r', "\u030A"}, {'d', "\u0323"}, {'b', "\u0331"}}

// letters are commands that stand for a letter or sign.
func letter(name string) (string, bool) {
	switch name {
	case "ss":
		return "ß", true
	case "ae":
		return "æ", true
	case "AE":
		return "Æ", true
	case "oe":
		return "œ", true
	case "OE":
		return "Œ", true
	case "o":
		return "ø", true
	case "O":
		return "Ø", true
	case "l":
		return "ł", true
	case "L":
		return "Ł", true
	case "aa":
		return "å", true
	case "AA":
		return "Å", true
	case "i":
		return "i", true
	case "j":
		return "j", true
	case "textasciitilde":
		return "~", true
	case "textasciicircum":
		return "^", true
	case "textbackslash":
		return `\`, true
	case "textendash":
		return "–", true
	case "textemdash":
		return "—", true
	case "ldots", "dots":
		return "…", true
	}
	return "", false
}

// plainLaTeX is the text that LaTeX prints of a field: escapes, accents, dashes and ties read, braces gone.
func plainLaTeX(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if !strings.ContainsAny(s, `\{}~-`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s):
			text, n := latexCommand(s[i+1:])
			b.WriteString(text)
			i += 1 + n
		case c == '{' || c == '}':
			i++
		case c == '~':
			b.WriteString("\u00A0")
			i++
		case strings.HasPrefix(s[i:], "---"):
			b.WriteString("—")
			i += 3
		case strings.HasPrefix(s[i:], "--"):
			b.WriteString("–")
			i += 2
		default:
			b.WriteByte(c)
			i++
		}
	}
	return strings.TrimSpace(b.String())
}

// latexCommand reads what follows a backslash: what it prints, and how long it is.
func latexCommand(s string) (text string, n int) {
	for _, a := range accents {
		if s[0] != a.command || isLetterByte(a.command) && (len(s) < 2 || s[1] != '{' && s[1] != ' ') {
			continue
		}
		i := 1
		for i < len(s) && (s[i] == '{' || s[i] == ' ' || s[i] == '\\') {
			i++
		}
		if i >= len(s) {
			break
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		base := s[i : i+size]
		i += size
		if i < len(s) && s[i] == '}' && strings.IndexByte(s[:i], '{') >= 0 {
			i++
		}
		return norm.NFC.String(base + a.mark), i
	}
	if !isLetterByte(s[0]) {
		return s[:1], 1
	}
	i := 0
	for i < len(s) && isLetterByte(s[i]) {
		i++
	}
	name := s[:i]
	if i < len(s) && s[i] == ' ' {
		i++
	} else if strings.HasPrefix(s[i:], "{}") {
		i += 2
	}
	if t, ok := letter(name); ok {
		return t, i
	}
	return "", i
}
