package parse

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/sinosoviet/sinosoviet"
)

//go:embed templates.tsv
var templatesTSV string

// templateRule is what a template prints.
type templateRule struct {
	layout ruleLayout
	parts  []rulePart
	group  []int // per part: number of the [ ] it stands in, or 0
}

type ruleLayout uint8

const (
	layoutInline ruleLayout = iota
	layoutQuote             // a block quotation
	layoutPoem              // a block quotation whose lines stay
	layoutLines             // all positional arguments, an item each
)

// rulePart is a piece of a rule: literal text, arguments of which the first that is not blank is printed, or a function.
type rulePart struct {
	literal string
	args    []string
	def     string
	title   bool // the page's title when no argument is there
	special string
}

// templateRules is the table by template name. It is made once and then only read.
var templateRules = sync.OnceValue(func() map[string]*templateRule {
	rules := make(map[string]*templateRule, 1024)
	for line := range strings.SplitSeq(templatesTSV, "\n") {
		names, output, ok := strings.Cut(line, "\t")
		if !ok || strings.HasPrefix(line, "# ") {
			continue
		}
		rule := parseRule(output)
		if names == "|" {
			continue
		}
		for name := range strings.SplitSeq(strings.ToLower(names), "|") {
			if _, twice := rules[name]; !twice {
				rules[name] = rule
			}
		}
	}
	return rules
})

// parseRule reads the output column of the table.
func parseRule(s string) *templateRule {
	r := &templateRule{}
	if rest, ok := strings.CutPrefix(s, "quote:"); ok {
		r.layout, s = layoutQuote, rest
	} else if rest, ok := strings.CutPrefix(s, "poem:"); ok {
		r.layout, s = layoutPoem, rest
	} else if rest, ok := strings.CutPrefix(s, "lines:"); ok {
		r.layout, s = layoutLines, rest
	}
	plain := len(s) <= 2 // a brace or bracket itself
	group, groups := 0, 0
	add := func(p rulePart) {
		r.parts = append(r.parts, p)
		r.group = append(r.group, group)
	}
	for s != "" {
		i := strings.IndexAny(s, "{[]@")
		if plain {
			i = -1
		}
		if i < 0 {
			add(rulePart{literal: s})
			break
		}
		if i > 0 {
			add(rulePart{literal: s[:i]})
		}
		c := s[i]
		s = s[i+1:]
		switch {
		case c == '[' && strings.Contains(s, "{"):
			groups++
			group = groups
		case c == ']' && group > 0:
			group = 0
		case c == '{':
			list, rest, _ := strings.Cut(s, "}")
			s = rest
			var p rulePart
			for a := range strings.SplitSeq(list, ",") {
				if def, ok := strings.CutPrefix(a, "="); ok {
					p.def = def
				} else if a == "%" {
					p.title = true
				} else {
					p.args = append(p.args, a)
				}
			}
			add(p)
		case c == '@':
			n := 0
			for n < len(s) && isWord(s[n]) {
				n++
			}
			add(rulePart{special: s[:n]})
			s = s[n:]
		default:
			add(rulePart{literal: string(c)})
		}
	}
	return r
}

// apply prints a template by the rule.
func (r *templateRule) apply(w *TextWriter, t Template) {
	switch r.layout {
	case layoutQuote, layoutPoem:
		if a := firstArg(t, r.parts[0].args); a.Node.tree != nil {
			lines := linesFlow
			if r.layout == layoutPoem {
				lines = linesPoem
			}
			w.quote(a.ValueNode, lines)
			w.quoted(t, lines)
		}
		return
	case layoutLines:
		w.lines(t)
		return
	}
	skip := r.missing(t)
	for i, p := range r.parts {
		if skip&(1<<r.group[i]) != 0 && r.group[i] > 0 {
			continue
		}
		switch {
		case p.special != "":
			w.special(p.special, t)
		case p.args != nil:
			if !w.firstArg(t, p.args) {
				if p.title {
					w.Print(t.Span(), t.tree.title)
				}
				w.Print(t.Span(), p.def)
			}
		default:
			w.Print(t.Span(), p.literal)
		}
	}
}

// isWords reports a rule that prints nothing but words of its own.
func (r *templateRule) isWords() bool {
	words := false
	for _, p := range r.parts {
		if p.args != nil || p.special != "" {
			return false
		}
		for i := range len(p.literal) {
			words = words || isLetter(p.literal[i])
		}
	}
	return words
}

// missing is the set of groups in which an argument is missing.
func (r *templateRule) missing(t Template) (set uint) {
	for i, p := range r.parts {
		if g := r.group[i]; g > 0 && p.args != nil && firstArg(t, p.args).Node.tree == nil && (!p.title || t.tree.title == "") {
			set |= 1 << g
		}
	}
	return set
}

// firstArg is the first of the named arguments that is not blank.
func firstArg(t Template, names []string) Arg {
	for _, name := range names {
		if a, ok := t.Arg(name); ok && a.ValueSpan().Len() > 0 {
			return a
		}
	}
	return Arg{}
}

func (w *TextWriter) firstArg(t Template, names []string) bool {
	a := firstArg(t, names)
	if a.Node.tree == nil {
		return false
	}
	w.trimmed(a.ValueNode)
	return true
}

// trimmed writes the inside of a node without the blanks at its ends.
func (w *TextWriter) trimmed(n Node) {
	w.trim = true
	w.write(n)
	w.trim = false
	if w.pending && w.space.Start >= n.Start() {
		w.pending = false
	}
}

// lines writes the title, if there is one, and all positional arguments as items.
func (w *TextWriter) lines(t Template) {
	w.part(sinosoviet.BlockItem, firstArg(t, []string{"title"}))
	w.endBlock()
	for a := range t.Args() {
		if !a.IsPositional || a.ValueSpan().Len() == 0 {
			continue
		}
		c := w.enter(sinosoviet.BlockItem, a.ValueNode, exitNothing)
		c.depth = 1
		w.write(a.ValueNode)
		w.leave()
		w.endBlock()
	}
}
