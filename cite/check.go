package cite

import (
	"slices"
	"strings"
	"time"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// CheckOptions tell what [CheckOptions.Check] reports. The zero value is what [Check] uses.
type CheckOptions struct {
	// Today is the day that dates are compared with; the zero Day is the clock's, in UTC.
	Today edtf.Day

	// Maintenance adds, with severity info, what the checker only files under maintenance categories, and conditions
	// it has taken up since 2022: names with digits, several names in one parameter, a date and a year that differ,
	// titles that say "Archived copy", an archive date without an archive, and so on.
	Maintenance bool
}

// Check is CheckOptions{}.Check(c).
func Check(c *sinosoviet.Citation) sinosoviet.Diagnostics { return CheckOptions{}.Check(c) }

// Check reports the error conditions of Wikipedia's citation checker that a full citation shows, sorted by span. It works on
// c.Fields alone. Citations of other kinds, and templates that are not the checker's own, have none of its
// findings but those about dates, identifiers and addresses.
func (o CheckOptions) Check(c *sinosoviet.Citation) sinosoviet.Diagnostics {
	if c == nil || c.Kind != sinosoviet.CitationFull {
		return nil
	}
	rules, ok := cs1.RulesOf(c.Template)
	if !ok {
		return nil
	}
	if o.Today.IsZero() {
		now := time.Now().UTC()
		o.Today = edtf.Day{Year: now.Year(), Month: uint8(now.Month()), Day: uint8(now.Day())}
	}
	k := checker{CheckOptions: o, c: c, rules: rules}
	k.collect()
	if rules.Module() {
		if k.empty() {
			return k.found
		}
		k.parameters()
		k.redundant()
		k.complete()
		k.chapters()
		k.names()
		k.texts()
		k.keywords()
		k.archive()
	}
	if !rules.Dialect() { // its dates are in its language
		k.dates()
	}
	k.identifiers()
	k.addresses()
	k.found.Sort()
	return k.found
}

// CheckAll reports on all citations of an article, sorted by span. The list is bounded as [sinosoviet.Diagnostics.Add] says.
func (o CheckOptions) CheckAll(citations []sinosoviet.Citation) sinosoviet.Diagnostics {
	var all sinosoviet.Diagnostics
	for i := range citations {
		for _, d := range o.Check(&citations[i]) {
			all.Add(d)
		}
	}
	all.Sort()
	return all
}

// value is a parameter that is set.
type value struct {
	*sinosoviet.Field
	text string // readable
}

// checker is the state of one check.
type checker struct {
	CheckOptions
	c     *sinosoviet.Citation
	rules cs1.Rules
	set   []value           // parameters with a value, in order; of one name only the last
	index map[string]*value // of many parameters, the first of set by its canonical name
	found sinosoviet.Diagnostics

	guesses int // how often nearest was asked
}

// few is how many parameters are looked through faster than an index of them is made.
const few = 40

// maxGuesses bounds how many unknown names of one template are compared with the known ones.
const maxGuesses = 16

// collect gathers the parameters that are set. MediaWiki keeps the last value of a name.
func (k *checker) collect() {
	fields := k.c.Fields
	var last map[string]int
	if len(fields) > few {
		last = make(map[string]int, len(fields))
		for i := range fields {
			last[fields[i].Name] = i
		}
	}
	k.set = make([]value, 0, len(fields))
	for i := range fields {
		name := fields[i].Name
		if last != nil && last[name] != i || last == nil && slices.ContainsFunc(fields[i+1:], func(f sinosoviet.Field) bool { return f.Name == name }) {
			continue
		}
		if v := strings.TrimSpace(cs1.WithoutComments(fields[i].Value)); v != "" {
			k.set = append(k.set, value{&fields[i], v})
		}
	}
	if len(k.set) <= few {
		return
	}
	k.index = make(map[string]*value, len(k.set))
	for i := range k.set {
		if v := &k.set[i]; k.index[v.Canonical] == nil {
			k.index[v.Canonical] = v
		}
	}
}

// get is the first parameter with the canonical name that is set.
func (k *checker) get(canonical string) *value {
	if k.index != nil {
		return k.index[canonical]
	}
	for i := range k.set {
		if k.set[i].Canonical == canonical {
			return &k.set[i]
		}
	}
	return nil
}

// has reports whether one of the parameters is set.
func (k *checker) has(canonical ...string) bool {
	for _, c := range canonical {
		if k.get(c) != nil {
			return true
		}
	}
	return false
}

// report adds an error at a parameter's value, or at the template when v is nil.
func (k *checker) report(code string, v *value, message string) {
	k.add(code, v, message, sinosoviet.SeverityError)
}

// note adds a maintenance condition.
func (k *checker) note(code string, v *value, message string) {
	if k.Maintenance {
		k.add(code, v, message, sinosoviet.SeverityInfo)
	}
}

func (k *checker) add(code string, v *value, message string, s sinosoviet.Severity) {
	span := k.c.Span
	if v != nil {
		span = v.Span
		if message != "" && !strings.HasPrefix(message, "|") {
			message = "|" + v.Name + "=: " + message
		}
	}
	k.found.Add(sinosoviet.Diagnostic{Code: sinosoviet.Code("cs1-" + strings.ReplaceAll(code, "_", "-")), Severity: s, Span: span, Message: message})
}

func (k *checker) empty() bool {
	if len(k.set) > 0 {
		return false
	}
	k.report("empty_citation", nil, "a citation template without anything in it")
	return true
}

// parameters looks at each parameter's name and for what only a slip of the keyboard makes.
func (k *checker) parameters() {
	for i := range k.c.Fields {
		f := &k.c.Fields[i]
		v := &value{f, f.Value}
		if positional(f.Name) {
			if strings.TrimSpace(cs1.WithoutComments(f.Value)) != "" {
				k.report("text_ignored", v, "text that belongs to no parameter is ignored")
			}
			continue
		}
		switch k.rules.Accepts(f.Name) {
		case cs1.Retired:
			if f.Value != "" {
				k.report("deprecated_params", v, "deprecated")
			}
		case cs1.Unknown:
			k.unknown(v)
		}
	}
	for i := range k.set {
		if name := k.missingPipe(k.set[i].text); name != "" {
			k.report("missing_pipe", &k.set[i], `"`+name+`=" inside the value: a pipe is missing`)
		}
		if ch := invisible(k.set[i].text); ch != "" {
			k.report("invisible_char", &k.set[i], ch)
		}
	}
}

func positional(name string) bool {
	return name != "" && strings.Trim(name, "0123456789") == ""
}

func (k *checker) unknown(v *value) {
	if v.Value == "" {
		k.report("param_unknown_empty", v, "not a parameter of this template, and empty")
		return
	}
	if s := k.rules.Suggest(v.Name); s != "" {
		k.report("parameter_ignored_suggest", v, "not a parameter of this template; |"+s+"= is")
		return
	}
	message := "not a parameter of this template"
	if k.guesses++; k.guesses > maxGuesses {
		k.report("parameter_ignored", v, message)
		return
	}
	if s := k.nearest(v.Name); s != "" {
		message += "; did you mean |" + s + "=?"
	}
	k.report("parameter_ignored", v, message)
}

// nearest is a parameter whose name differs by one letter, or "". It tries the letters of the name in turn.
func (k *checker) nearest(name string) string {
	if len(name) < 4 || len(name) > 24 {
		return ""
	}
	for i := range name {
		if s := name[:i] + name[i+1:]; k.rules.Accepts(s) == cs1.Accepted { // one too many
			return s
		}
		if i+1 < len(name) {
			if s := name[:i] + name[i+1:i+2] + name[i:i+1] + name[i+2:]; k.rules.Accepts(s) == cs1.Accepted { // swapped
				return s
			}
		}
	}
	for i := 0; i <= len(name); i++ {
		for c := 'a'; c <= 'z'; c++ {
			if s := name[:i] + string(c) + name[i:]; k.rules.Accepts(s) == cs1.Accepted { // one missing
				return s
			}
			if i < len(name) {
				if s := name[:i] + string(c) + name[i+1:]; k.rules.Accepts(s) == cs1.Accepted { // another one
					return s
				}
			}
		}
	}
	return ""
}

// missingPipe is the name of a parameter that stands inside a value, followed by "=".
func (k *checker) missingPipe(v string) string {
	v = withoutTags(v)
	for from := 0; ; {
		eq := strings.IndexByte(v[from:], '=')
		if eq < 0 {
			return ""
		}
		eq += from
		name := strings.TrimRight(v[:eq], " \t\n")
		start := len(name)
		for start > 0 && (isWordByte(name[start-1]) || name[start-1] == '-') {
			start--
		}
		name = name[start:]
		if len(name) > 1 && isLetterByte(name[0]) && (start == 0 || strings.IndexByte(" \t\n", v[start-1]) >= 0) && k.rules.Accepts(name) == cs1.Accepted {
			return name
		}
		from = eq + 1
	}
}

// withoutTags is the value without what stands between < and >, whose attributes are no parameters.
func withoutTags(v string) string {
	if !strings.Contains(v, "<") {
		return v
	}
	var b strings.Builder
	for {
		text, rest, ok := strings.Cut(v, "<")
		b.WriteString(text)
		if !ok {
			return b.String()
		}
		if _, v, ok = strings.Cut(rest, ">"); !ok {
			b.WriteString(rest)
			return b.String()
		}
	}
}

func isLetterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigitByte(c byte) bool  { return c >= '0' && c <= '9' }
func isWordByte(c byte) bool   { return isLetterByte(c) || isDigitByte(c) }

// invisible names the first character of a value that cannot be seen.
func invisible(v string) string {
	last := rune(0)
	for _, r := range v {
		before := last
		last = r
		switch {
		case r == '\n':
			return "line feed"
		case r == '\t':
			return "horizontal tab"
		case r == '\u200D' && before < 0x300: // scripts of India and emoji need it
			return "zero-width joiner"
		case r == '\uFFFD':
			return "replacement character"
		case r == '\u200A':
			return "hair space"
		case r == '\u200B':
			return "zero-width space"
		case r == '\u00AD':
			return "soft hyphen"
		case r == '\u00A0':
			return "no-break space"
		case r < ' ' && r != '\n' && r != '\t' && r != '\r', r == 0x7F, r >= 0x80 && r <= 0x9F:
			return "control character"
		case r >= 0xE000 && r <= 0xF8FF:
			return "private use character"
		case r == '\u200E', r == '\u200F', r >= 0x202A && r <= 0x202E:
			return "directional mark"
		}
	}
	return ""
}

// groups are parameters of which only one may be set.
var groups = [...][]string{
	{"page", "pages", "at"},
	{"sheet", "sheets"},
	{"quote-page", "quote-pages"},
	{"vauthors", "people", "author1-last"},
	{"veditors", "editor1-last"},
	{"minutes", "time"},
}

// redundant reports several parameters for one thing.
func (k *checker) redundant() {
	for i := range k.set {
		v := &k.set[i]
		if v.Canonical == "" {
			continue
		}
		if a := k.get(v.Canonical); a != v {
			k.report("redundant_parameters", v, "|"+a.Name+"= is given too")
		}
	}
	for _, g := range groups {
		var a *value
		for _, name := range g {
			v := k.get(name)
			if v == nil {
				continue
			}
			if a != nil {
				k.report("redundant_parameters", v, "|"+a.Name+"= is given too")
				break
			}
			a = v
		}
	}
}
