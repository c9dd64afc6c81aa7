package extract

import (
	"sort"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// view is a sentence with all that was found in it, in text offsets of the article.
type view struct {
	text     string // of the article
	index    int    // into Article.Sentences
	sentence sinosoviet.Sentence
	tokens   []token
	names    []sinosoviet.Entity
	phrases  []temporal.Phrase
	clauses  []clause
}

// token is a word or mark with its part of speech.
type token struct {
	start, end int
	text       string
	lower      string
	tag        string // Penn Treebank
	depth      int    // of brackets around it
	date       bool   // inside a temporal phrase
	name       int    // index+1 into view.names of the name it belongs to
}

// clause is a part of a sentence with at most one chain of predicates of one subject: tokens
// [from, to) less those of the clauses inside it.
type clause struct {
	from, to int
	verb     int // index of the first finite verb, or -1
	kind     clauseKind
	parent   int // index of the clause it depends on or is joined to, or -1
}

type clauseKind uint8

const (
	clauseMain      clauseKind = iota
	clauseJoined               // ", and in 1978 …"
	clauseRelative             // ", which would last until 1949"
	clauseAdverbial            // "When …,", "After …,"
	clauseBracket              // "(in 1982)"
)

// views cuts what was found in a document by sentence. Everything comes in text order, so one pass does.
func views(a *sinosoviet.Article, names []sinosoviet.Entity, phrases []temporal.Phrase, tokens []entities.Token) []view {
	text := a.Text.String()
	out := make([]view, len(a.Sentences))
	for i, s := range a.Sentences {
		in := s.TextSpan
		v := view{text: text, index: i, sentence: s}
		v.names = within(names, in, func(e sinosoviet.Entity) sinosoviet.Span { return e.TextSpan })
		v.phrases = within(phrases, in, func(p temporal.Phrase) sinosoviet.Span { return p.TextSpan })
		v.tokenise(within(tokens, in, func(t entities.Token) sinosoviet.Span { return sinosoviet.Span{Start: t.Start, End: t.End} }))
		v.split()
		out[i] = v
	}
	return out
}

// within is the part of items, sorted by start, that starts inside the span.
func within[T any](items []T, in sinosoviet.Span, span func(T) sinosoviet.Span) []T {
	from := sort.Search(len(items), func(i int) bool { return span(items[i]).Start >= in.Start })
	to := from + sort.Search(len(items)-from, func(i int) bool { return span(items[from+i]).Start >= in.End })
	return items[from:to]
}

func (v *view) tokenise(tokens []entities.Token) {
	v.tokens = make([]token, 0, len(tokens))
	depth, name, phrase := 0, 0, 0
	for _, t := range tokens {
		s := v.text[t.Start:t.End]
		if s == ")" || s == "]" {
			depth = max(depth-1, 0)
		}
		tk := token{start: t.Start, end: t.End, text: s, lower: strings.ToLower(s), tag: t.Tag, depth: depth}
		if s == "(" || s == "[" {
			depth++
		}
		for name < len(v.names) && v.names[name].TextSpan.End <= t.Start {
			name++
		}
		if name < len(v.names) && v.names[name].TextSpan.Start <= t.Start {
			tk.name = name + 1
		}
		for phrase < len(v.phrases) && v.phrases[phrase].TextSpan.End <= t.Start {
			phrase++
		}
		tk.date = phrase < len(v.phrases) && v.phrases[phrase].TextSpan.Start <= t.Start
		v.tokens = append(v.tokens, tk)
	}
}

// finite reports whether the token is a finite verb: past, present or modal. Words inside names are none.
func (t token) finite() bool {
	if t.name != 0 {
		return false
	}
	switch t.tag {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

func (t token) isVerb() bool { return t.name == 0 && strings.HasPrefix(t.tag, "VB") }

func (t token) isNoun() bool { return strings.HasPrefix(t.tag, "NN") || t.name != 0 }

// joiners are the conjunctions that may open a clause with its own date or subject.
var joiners = map[string]bool{"and": true, "but": true, "while": true, "whereas": true, "yet": true, "so": true, "or": true, "although": true, "though": true, "then": true}

// openers are the words that open an adverbial clause at the start of a sentence.
var openers = map[string]bool{"after": true, "when": true, "while": true, "as": true, "although": true, "though": true, "because": true, "since": true, "once": true, "before": true, "if": true, "until": true, "whereas": true}

// split finds the clauses of a sentence: cuts at semicolons, at conjunctions between two finite
// verbs, around relative clauses and brackets, and after an opening adverbial clause.
func (v *view) split() {
	v.brackets()
	cuts := v.cuts()
	main := -1
	for i, c := range cuts {
		end := len(v.tokens)
		if i+1 < len(cuts) {
			end = cuts[i+1].at
		}
		cl := clause{from: c.at, to: end, kind: c.kind, parent: main}
		cl.verb = v.firstVerb(cl.from, cl.to)
		v.clauses = append(v.clauses, cl)
		if cl.kind == clauseMain || cl.kind == clauseJoined {
			main = len(v.clauses) - 1
		}
	}
}

// brackets adds a clause for every outermost pair of brackets.
func (v *view) brackets() {
	for i := 0; i < len(v.tokens); i++ {
		if v.tokens[i].depth != 0 || v.tokens[i].text != "(" {
			continue
		}
		j := i + 1
		for j < len(v.tokens) && v.tokens[j].depth > 0 {
			j++
		}
		v.clauses = append(v.clauses, clause{from: i, to: min(j+1, len(v.tokens)), verb: v.verbAt(i+1, j, 1), kind: clauseBracket, parent: -1})
		i = j
	}
}

type cut struct {
	at   int
	kind clauseKind
}

func (v *view) cuts() []cut {
	cuts := []cut{{0, clauseMain}}
	if len(v.tokens) > 0 && openers[v.tokens[0].lower] {
		if comma := v.closingComma(0); comma > 0 {
			cuts[0].kind = clauseAdverbial
			cuts = append(cuts, cut{comma + 1, clauseMain})
		}
	}
	last := cuts[len(cuts)-1].at
	for i := last; i < len(v.tokens); i++ {
		t := v.tokens[i]
		if t.depth > 0 {
			continue
		}
		kind, ok := v.opens(i)
		if !ok {
			continue
		}
		relative := cuts[len(cuts)-1].kind == clauseRelative
		if kind == clauseJoined && !relative && v.firstVerb(last, i) < 0 {
			continue // nothing to join to
		}
		if v.firstVerb(i, len(v.tokens)) < 0 {
			continue
		}
		cuts = append(cuts, cut{i, kind})
		last = i
	}
	return cuts
}

// opens reports whether a clause may open at token i, and of what kind.
func (v *view) opens(i int) (clauseKind, bool) {
	if i == 0 {
		return 0, false
	}
	t, before := v.tokens[i], v.tokens[i-1]
	switch {
	case before.text == ";" || before.text == ":":
		return clauseJoined, true
	case before.text == "," && relatives[t.lower]:
		return clauseRelative, true
	case t.lower == "who" || t.lower == "which":
		return clauseRelative, before.text == ","
	case joiners[t.lower] && v.verbBefore(i) && v.ownClause(i+1):
		return clauseJoined, true
	}
	return 0, false
}

var relatives = map[string]bool{"which": true, "who": true, "whom": true, "whose": true, "where": true, "when": true, "culminating": true, "resulting": true, "leading": true, "causing": true}

// verbBefore reports whether a finite verb stands before token i.
func (v *view) verbBefore(i int) bool { return v.firstVerb(0, i) >= 0 }

// ownClause reports whether what follows a conjunction at token i has a subject or a date of its
// own before its finite verb; "and imposed restrictions" has neither and goes on with the predicate before.
func (v *view) ownClause(i int) bool {
	dated, noun := false, false
	for ; i < len(v.tokens); i++ {
		t := v.tokens[i]
		switch {
		case t.depth > 0:
		case t.finite():
			return dated || noun
		case t.text == ";", joiners[t.lower] && t.lower != "so":
			return false
		case t.date:
			dated = true
		case t.isNoun(), t.tag == "PRP", t.tag == "EX":
			noun = true
		}
	}
	return false
}

// closingComma is the comma that ends the adverbial clause or phrase opened at token i, or -1: the
// first one after a finite verb of its own that is followed by a subject.
func (v *view) closingComma(i int) int {
	verb := false
	for ; i < len(v.tokens); i++ {
		t := v.tokens[i]
		if t.depth > 0 {
			continue
		}
		if t.finite() {
			verb = true
		}
		if t.text == "," && verb {
			return i
		}
	}
	return -1
}

func (v *view) firstVerb(from, to int) int { return v.verbAt(from, to, 0) }

// verbAt is the first finite verb in [from, to) at the given depth of brackets, or -1.
func (v *view) verbAt(from, to, depth int) int {
	for i := from; i < to && i < len(v.tokens); i++ {
		if v.tokens[i].depth == depth && v.tokens[i].finite() {
			return i
		}
	}
	return -1
}

// clauseOf is the innermost clause that holds the text offset, or nil.
func (v *view) clauseOf(offset int) *clause {
	var best *clause
	for i := range v.clauses {
		c := &v.clauses[i]
		if c.from >= c.to || v.tokens[c.from].start > offset || v.tokens[c.to-1].end <= offset {
			continue
		}
		if best == nil || c.to-c.from < best.to-best.from {
			best = c
		}
	}
	return best
}
