package cs1

import (
	"html"
	"strings"
)

// maxReadableDepth bounds how deep templates in a value are read; what is deeper is left out.
const maxReadableDepth = 6

// Readable is the text a reader sees of a parameter's value: without comments, tags, link brackets and
// quote marks of emphasis, with entities decoded and white space collapsed. Small templates that
// print their argument ({{lang}}, {{nowrap}}, {{!}} …) are read; others vanish. A value without
// markup is returned as it is. It takes linear time.
func Readable(value string) string {
	if isPlain(value) {
		return strings.TrimSpace(value)
	}
	var p plainer
	p.b.Grow(len(value))
	p.read(value, 0)
	s := p.b.String()
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	return collapse(s)
}

// WithoutComments is s without <!-- … -->; a comment that is not closed reaches to the end. A string without comments is returned as it is.
func WithoutComments(s string) string {
	if !strings.Contains(s, "<!--") {
		return s
	}
	var b strings.Builder
	for {
		text, rest, found := strings.Cut(s, "<!--")
		b.WriteString(text)
		if !found {
			return b.String()
		}
		_, s, _ = strings.Cut(rest, "-->")
	}
}

// isPlain reports whether a value has no markup and no two blanks side by side.
func isPlain(value string) bool {
	for i := 0; i < len(value); i++ {
		if c := value[i]; markup[c] && (c != ' ' || i > 0 && value[i-1] == ' ') {
			return false
		}
	}
	return true
}

// markup are the bytes that a readable text may not have, and the blank.
var markup = [256]bool{'[': true, ']': true, '{': true, '}': true, '<': true, '&': true, '\'': true, '\n': true, '\t': true, ' ': true}

// opening are the bytes with which markup begins.
var opening = [256]bool{'[': true, '{': true, '<': true, '\'': true}

// collapse trims s and makes each run of white space one blank.
func collapse(s string) string {
	clean := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c > ' ' {
			continue
		}
		if c == '\n' || c == '\t' || c == '\r' || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			blank = b.Len() > 0
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// plainer builds readable text. The flags remember that a delimiter has no partner in the rest of the
// value, so that hostile values are not searched again and again.
type plainer struct {
	b                     strings.Builder
	noLink, noTag, noHook bool
	unclosed              int
}

// maxUnclosed is how many unclosed braces are looked at; behind them braces are text.
const maxUnclosed = 8

func (p *plainer) read(s string, depth int) {
	noLink, noTag, noHook := p.noLink, p.noTag, p.noHook
	p.noLink, p.noTag, p.noHook = false, false, false
	for s != "" {
		i := 0
		for i < len(s) && !opening[s[i]] {
			i++
		}
		p.b.WriteString(s[:i])
		if i == len(s) {
			break
		}
		s = s[i:]
		n := p.markup(s, depth)
		if n == 0 {
			p.b.WriteByte(s[0])
			n = 1
		}
		s = s[n:]
	}
	p.noLink, p.noTag, p.noHook = noLink, noTag, noHook
}

// markup reads the markup at the start of s and tells how long it is; 0 when it is text.
func (p *plainer) markup(s string, depth int) int {
	switch {
	case strings.HasPrefix(s, "<!--"):
		return pastOr(s, "-->", len(s))
	case s[0] == '<':
		return p.tag(s)
	case strings.HasPrefix(s, "[[") && !p.noLink:
		n := strings.Index(s, "]]")
		if p.noLink = n < 0; p.noLink {
			return 0
		}
		_, text := SplitLink(s[:n+2])
		if strings.ContainsAny(text, "'<{") && depth < maxReadableDepth {
			p.read(text, depth+1)
		} else {
			p.b.WriteString(text)
		}
		return n + 2
	case s[0] == '[' && !p.noHook:
		p.noHook = strings.IndexByte(s, ']') < 0
		_, text, n := externalLink(s)
		if n > 0 && depth < maxReadableDepth {
			p.read(text, depth+1)
		}
		return n
	case strings.HasPrefix(s, "{{") && p.unclosed < maxUnclosed:
		n := closeBraces(s)
		if n == 0 {
			p.unclosed++
		} else if depth < maxReadableDepth {
			p.template(s[2:n-2], depth+1)
		}
		return n
	case strings.HasPrefix(s, "''"):
		return len(s) - len(strings.TrimLeft(s, "'"))
	}
	return 0
}

// pastOr is the offset behind the first end in s, or otherwise.
func pastOr(s, end string, otherwise int) int {
	if n := strings.Index(s, end); n >= 0 {
		return n + len(end)
	}
	return otherwise
}

// tag reads what starts with "<" and tells how long it is.
func (p *plainer) tag(s string) int {
	if p.noTag || len(s) < 3 || !isLetter(s[1]) && s[1] != '/' {
		return 0
	}
	n := strings.IndexByte(s, '>')
	if n < 0 {
		p.noTag = true
		return 0
	}
	name := strings.ToLower(s[1:min(n, 8)])
	if strings.HasPrefix(name, "br") {
		p.b.WriteByte(' ')
	}
	if s[n-1] != '/' && strings.HasPrefix(name, "ref") {
		if end := strings.Index(s, "</ref>"); end > 0 {
			return end + len("</ref>")
		}
		return len(s)
	}
	return n + 1
}

func isLetter(c byte) bool { return isUpper(c) || isLower(c) }

// SplitLink splits a "[[target|text]]"; a link without text shows its target.
func SplitLink(link string) (target, text string) {
	in := strings.TrimSuffix(strings.TrimPrefix(link, "[["), "]]")
	target, text, ok := strings.Cut(in, "|")
	if !ok {
		text = strings.TrimPrefix(target, ":")
	}
	target = strings.TrimSpace(strings.TrimPrefix(target, ":"))
	return target, strings.TrimSpace(text)
}

// externalLink reads "[url text]" at the start of s and its length, 0 when there is none.
func externalLink(s string) (url, text string, n int) {
	n = strings.IndexByte(s, ']')
	if n < 0 {
		return "", "", 0
	}
	in := s[1:n]
	url, text, _ = strings.Cut(in, " ")
	if !strings.HasPrefix(url, "//") && !hasScheme(url) {
		return "", "", 0
	}
	return url, strings.TrimSpace(text), n + 1
}

// hasScheme reports whether s starts with "scheme://".
func hasScheme(s string) bool {
	i := 0
	for i < len(s) && (isLetter(s[i]) || i > 0 && (isDigit(s[i]) || s[i] == '+' || s[i] == '-' || s[i] == '.')) {
		i++
	}
	return i > 0 && strings.HasPrefix(s[i:], "://") && len(s) > i+3
}

// closeBraces is the length of the "{{…}}" at the start of s, nested ones included; 0 when it is not closed.
func closeBraces(s string) int {
	depth := 0
	for i := 0; i+1 < len(s); i++ {
		switch {
		case s[i] == '{' && s[i+1] == '{':
			depth++
			i++
		case s[i] == '}' && s[i+1] == '}':
			i++
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// SplitArgs splits the inside of a template at its own bars.
func SplitArgs(s string) []string {
	var args []string
	braces, links, from := 0, 0, 0
	for i := 0; i < len(s); i++ {
		two := i+1 < len(s) && s[i] == s[i+1]
		switch {
		case two && s[i] == '{':
			braces++
			i++
		case two && s[i] == '}':
			braces--
			i++
		case two && s[i] == '[':
			links++
			i++
		case two && s[i] == ']':
			links--
			i++
		case s[i] == '|' && braces <= 0 && links <= 0:
			args = append(args, s[from:i])
			from = i + 1
		}
	}
	return append(args, s[from:])
}

// template prints what the template with the given inside shows.
func (p *plainer) template(inside string, depth int) {
	args := SplitArgs(inside)
	name := NormalName(args[0])
	if s, ok := printed(name); ok {
		p.b.WriteString(s)
		return
	}
	var pos []string
	for _, a := range args[1:] {
		if n, v, ok := strings.Cut(a, "="); ok && !strings.ContainsAny(n, "[{<") {
			if k := strings.TrimSpace(n); digitsOnly(k) {
				pos = append(pos, v)
			}
			continue
		}
		pos = append(pos, a)
	}
	arg := func(i int) {
		if i >= 0 && i < len(pos) {
			p.read(strings.TrimSpace(pos[i]), depth)
		}
	}
	switch name {
	case "lang", "transliteration", "transl", "translit", "langx", "link language":
		arg(len(pos) - 1)
	case "ill", "interlanguage link", "link-interwiki":
		arg(0)
	case "circa", "c.", "ca", "c":
		p.b.WriteString("c. ")
		arg(0)
	case "date", "start date", "dts", "abbr", "abbrlink", "tooltip", "nowrap", "nobr", "nobold", "noitalic", "nobold italics",
		"small", "smaller", "big", "larger", "sup", "sub", "em", "strong", "smallcaps", "sc", "sc2", "sm", "allcaps", "nihongo",
		"zh", "script", "unicode", "ipa", "not a typo", "sic", "proper name", "title", "bdi", "as written", "typo", "underline",
		"okina", "visible anchor", "vanchor", "formatnum", "text", "keypress", "shy", "plain link", "native name", "asiantitle", "italics correction", "noitalics":
		arg(0)
	case "linktext":
		for i := range pos {
			arg(i)
		}
	case "url", "official url":
		arg(len(pos) - 1)
	default:
		if strings.HasPrefix(name, "lang-") || strings.HasPrefix(name, "nihongo") {
			arg(0)
		}
	}
}

// printed is what a template without arguments prints.
func printed(name string) (string, bool) {
	switch name {
	case "!", "pipe":
		return "|", true
	case "=":
		return "=", true
	case "'", "single quote", "apostrophe", "'s":
		if name == "'s" {
			return "'s", true
		}
		return "'", true
	case "okina":
		return "ʻ", true
	case "ndash", "en dash", "–":
		return "–", true
	case "snd", "spnd", "spaced ndash", "spaced en dash":
		return " – ", true
	case "mdash", "em dash", "—":
		return "—", true
	case "nbsp", "spaces", "space", "sp", "thinsp":
		return " ", true
	case "&", "amp", "ampersand":
		return "&", true
	case "hyphen", "-":
		return "-", true
	case "ayin", "ayn", "hamza":
		return "ʻ", true
	case "bracket", "(", ")":
		return "", true
	case "sic", "snf", "!?":
		return "", name != "sic"
	}
	return "", false
}
