package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// view is a sentence with all that was found in it, in text offsets of the article.
type view struct {
	text     string // of the article
	sentence sinosoviet.Sentence
	tokens   []token
	names    []sinosoviet.Entity
	phrases  []temporal.Phrase
	clauses  []clause
	keep     int // token of a comma that the headline being made keeps, or -1
	floor    int // depth of brackets of the clause whose headline is made
	scratch  scratch
}

// scratch is working memory of [view.split], used again for the next sentence.
type scratch struct{ open, next []int }

// token is a word or mark with its part of speech.
type token struct {
	start, end int
	text       string
	lower      string
	tag        string // Penn Treebank, corrected where the sentence shows better
	depth      int    // of brackets around it
	phrase     int    // index+1 into view.phrases of the dated phrase it belongs to
	name       int    // index+1 into view.names of the name it belongs to
	clause     int    // index into view.clauses of the clause it belongs to
}

// views cuts what was found in a document by sentence. Everything comes in text order, so one pass does. There is
// one view at a time: the memory of the last one serves the next.
type views struct {
	a       *sinosoviet.Article
	text    string
	names   []sinosoviet.Entity
	phrases []temporal.Phrase
	tokens  []entities.Token
	notes   []sinosoviet.Span // see printedNotes
	now     view
}

// maxTokens is how much of a sentence is looked at for events, so that the work stays linear in the text on sentences
// that never end. The longest of real prose have some 300 tokens.
const maxTokens = 1000

// of is the view of a sentence, good until the next call. Its clauses are not yet found: see [view.split].
func (vs *views) of(s sinosoviet.Sentence) *view {
	in := s.TextSpan
	v := &vs.now
	*v = view{text: vs.text, sentence: s, tokens: v.tokens[:0], clauses: v.clauses[:0], scratch: v.scratch}
	tokens := within(vs.tokens, in, func(t *entities.Token) int { return t.Start })
	if len(tokens) > maxTokens {
		tokens = tokens[:maxTokens]
		in.End = tokens[maxTokens-1].End
	}
	v.names = within(vs.names, in, func(e *sinosoviet.Entity) int { return e.TextSpan.Start })
	v.phrases = within(vs.phrases, in, func(p *temporal.Phrase) int { return p.TextSpan.Start })
	if isPrinted(vs.notes, in.Start, in.End) {
		tokens = slices.DeleteFunc(slices.Clone(tokens), func(t entities.Token) bool { return isPrinted(vs.notes, t.Start, t.Start+1) })
		v.phrases = slices.DeleteFunc(slices.Clone(v.phrases), func(p temporal.Phrase) bool { return isPrinted(vs.notes, p.TextSpan.Start, p.TextSpan.End) })
		v.names = slices.DeleteFunc(slices.Clone(v.names), func(e sinosoviet.Entity) bool { return isPrinted(vs.notes, e.TextSpan.Start, e.TextSpan.End) })
	}
	v.tokenise(tokens)
	if n := len(v.tokens); n > 0 && v.tokens[n-1].end > in.End { // a note is glued to the last word
		v.cut(n-1, in.End)
	}
	return v
}

// cut ends token i at a text offset, and its word before the stop there.
func (v *view) cut(i, end int) {
	t := &v.tokens[i]
	t.text = strings.TrimRight(v.text[t.start:end], ".?!\")")
	t.end, t.lower = t.start+len(t.text), strings.ToLower(t.text)
}

// within is the part of items, sorted by start, that starts inside the span.
func within[T any](items []T, in sinosoviet.Span, start func(*T) int) []T {
	from := sort.Search(len(items), func(i int) bool { return start(&items[i]) >= in.Start })
	to := from + sort.Search(len(items)-from, func(i int) bool { return start(&items[from+i]) >= in.End })
	return items[from:to:to]
}

func (v *view) tokenise(tokens []entities.Token) {
	v.tokens = slices.Grow(v.tokens, len(tokens))
	depth, name, phrase := 0, 0, 0
	for _, t := range tokens {
		s := v.text[t.Start:t.End]
		if s == ")" || s == "]" {
			depth = max(depth-1, 0)
		}
		tk := token{start: t.Start, end: t.End, text: s, lower: strings.ToLower(s), tag: t.Tag, depth: depth}
		if s == "\"" || s == "“" || s == "”" {
			tk.tag = "``" // the tagger takes some for verbs and nouns
		}
		if s == "(" || s == "[" {
			depth++
			tk.depth = depth
		} else if s == ")" || s == "]" {
			tk.depth = depth + 1
		}
		for name < len(v.names) && v.names[name].TextSpan.End <= t.Start {
			name++
		}
		if name < len(v.names) && v.names[name].TextSpan.Start < t.End {
			tk.name = name + 1
		}
		for phrase < len(v.phrases) && v.phrases[phrase].TextSpan.End <= t.Start {
			phrase++
		}
		if phrase < len(v.phrases) && v.phrases[phrase].TextSpan.Start < t.End {
			tk.phrase = phrase + 1
		}
		v.tokens = append(v.tokens, tk)
	}
	v.retag()
	v.findVerb()
	v.zones()
	v.courses()
}

// zones makes what follows a time of day part of the phrase that tells it: "at 20:18 UTC".
func (v *view) zones() {
	for i := 1; i < len(v.tokens); i++ {
		t := &v.tokens[i]
		if t.phrase == 0 && v.tokens[i-1].phrase != 0 && zone[t.text] {
			t.phrase, t.name = v.tokens[i-1].phrase, 0
		}
		if v.tokens[i-1].phrase != 0 && t.phrase == 0 && (t.lower == "onwards" || t.lower == "onward") {
			t.phrase, t.name = v.tokens[i-1].phrase, 0
		}
		if (v.lower(i+1) == "standard" || v.lower(i+1) == "daylight" || v.lower(i+1) == "summer") && v.lower(i+2) == "time" && v.tokens[i-1].phrase != 0 && t.phrase == 0 {
			for j := i; j < i+3; j++ {
				v.tokens[j].phrase, v.tokens[j].name = v.tokens[i-1].phrase, 0
			}
		}
		if t.lower == "local" && t.phrase == 0 && v.tokens[i-1].phrase != 0 && v.lower(i+1) == "time" {
			t.phrase, v.tokens[i+1].phrase = v.tokens[i-1].phrase, v.tokens[i-1].phrase
		}
	}
}

// courses makes "in the course of" part of the date behind it.
func (v *view) courses() {
	for i := 2; i+1 < len(v.tokens); i++ {
		if v.tokens[i].lower != "course" || v.lower(i-1) != "the" || v.lower(i-2) != "in" && v.lower(i-2) != "over" && v.lower(i-2) != "during" || v.tokens[i].name != 0 {
			continue
		}
		at := i + 1
		if v.tokens[at].phrase == 0 && v.lower(at) == "of" {
			at++
		}
		if at < len(v.tokens) && v.tokens[at].phrase != 0 {
			for j := i - 2; j < at; j++ {
				v.tokens[j].phrase = v.tokens[at].phrase
			}
		}
	}
}

// zone are words that belong to the time or year before them.
var zone = map[string]bool{"UTC": true, "GMT": true, "EDT": true, "EST": true, "PST": true, "PDT": true, "CST": true, "CDT": true, "CET": true, "BST": true, "MSK": true,
	"A.D.": true, "AD": true, "B.C.": true, "BC": true, "CE": true, "BCE": true, "a.m.": true, "p.m.": true, "am": true, "pm": true}

// retag corrects tags where the words around tell better than the tagger.
func (v *view) retag() {
	subject, dependent := false, false
	for i := range v.tokens {
		t := &v.tokens[i]
		switch t.lower {
		case "when", "while", "although", "though", "because", "once":
			dependent = true
		case ",", ";":
			dependent = false
		}
		dependent = dependent && !t.isFinite()
		subject = t.lower != ";" && (subject || t.isSubject() || t.tag == "WDT" || t.tag == "WP")
		switch {
		case irregular[t.lower] && t.tag != "VBD" && t.tag != "VBN" && t.name == 0 && (v.isNounAt(i-1) || v.tagAt(i-1) == "PRP" || v.tagAt(i-1) == "RB" || v.tagAt(i-1) == ","):
			t.tag = "VBD"
		case t.tag == "JJ" && t.name == 0 && t.phrase == 0 && v.tagAt(i-1) == "POS" && !v.isNounAt(i+1) && !strings.HasPrefix(v.tagAt(i+1), "JJ") && !strings.HasPrefix(v.tagAt(i+1), "VB") && v.lower(i+1) != "-":
			t.tag = "NN" // "attended his funeral and met"
		case t.tag == "VBN" && intransitive[t.lower] && (v.isNounAt(i-1) || v.tagAt(i-1) == "RB" || v.isNounAt(i-2) && v.lower(i-1) == ",") && !v.afterAuxiliary(i):
			t.tag = "VBD"
		case t.tag == "VBZ" && !subject && t.isFinite() && !auxiliary[t.lower] && strings.HasSuffix(t.lower, "s"):
			t.tag, subject = "NNS", true // "On that date, delegates …": there is nobody yet to act
		case t.tag == "VBD" && !auxiliary[t.lower] && v.lower(i+1) == "by" && v.isNounAt(i-1):
			t.tag = "VBN" // "guerrillas led by": no clause of its own
		case t.lower == "point" && v.lower(i-1) == "which" && v.lower(i-2) == "at":
			t.tag = "NN"
		case t.tag == "VBD" && !auxiliary[t.lower] && v.lower(i+2) == "by" && particle[v.lower(i+1)] && v.isNounAt(i-1):
			t.tag = "VBN" // "an inquiry carried out by"
		case t.tag == "VBN" && (v.isNounAt(i-1) || v.tagAt(i-1) == "RB" && v.isNounAt(i-2)) && v.hasObject(i) && !v.afterAuxiliary(i):
			t.tag = "VBD" // "Spain joined the war": a participle has no object
		case t.tag == "VBN" && dependent && v.isNounAt(i-1) && v.lower(i+1) != "by" && !v.afterAuxiliary(i):
			t.tag = "VBD" // "When the war ended in 1783, …"
		case t.tag == "VBN" && i > 0 && v.tokens[i-1].phrase != 0 && v.lower(i+1) != "by" && t.phrase == 0 && !v.afterAuxiliary(i):
			t.tag = "VBD" // "and by 435 controlled"
		case t.tag == "VBN" && !v.afterAuxiliary(i) && (v.tagAt(i-1) == "PRP" || v.tagAt(i-1) == "WDT" || v.tagAt(i-1) == "WP"):
			t.tag = "VBD" // "they taken": a past tense that looks like a participle
		}
	}
}

// particle are words that make one verb with the verb before them.
var particle = map[string]bool{"out": true, "about": true, "off": true, "up": true, "down": true}

// intransitive are verbs that have no passive, so that their participle defines no noun.
var intransitive = map[string]bool{"lasted": true, "remained": true, "arrived": true, "died": true, "went": true, "came": true, "occurred": true, "happened": true, "emerged": true, "rose": true, "fell": true, "appeared": true,
	"disappeared": true, "existed": true, "belonged": true, "consisted": true, "ensued": true, "prevailed": true, "lived": true, "resided": true, "participated": true, "succumbed": true, "migrated": true, "emigrated": true, "immigrated": true, "persisted": true, "culminated": true, "dwindled": true}

// irregular are past tenses that the tagger does not know for what they are.
var irregular = map[string]bool{"chose": true, "rode": true, "drove": true, "wrote": true, "threw": true, "grew": true, "flew": true, "fled": true, "swore": true, "froze": true, "sought": true, "swept": true, "sang": true, "fought": true, "began": true, "gave": true, "took": true, "mistook": true, "retook": true, "overthrew": true, "overran": true, "withstood": true, "withdrew": true, "undertook": true, "oversaw": true, "overcame": true, "outlawed": true, "forbade": true, "foresaw": true,
	"rewrote": true, "rebuilt": true, "reelected": true, "re-elected": true, "resold": true, "outlived": true, "outnumbered": true, "upheld": true, "slew": true, "strove": true, "forsook": true, "befell": true, "arose": true, "retold": true, "remade": true, "rewon": true, "regained": true, "reestablished": true, "re-established": true, "reoccupied": true, "recaptured": true, "reconquered": true}

// findVerb takes the first participle behind a noun for a past tense when the sentence has no finite verb: "the French invaded and captured".
func (v *view) findVerb() {
	for i := range v.tokens {
		if v.tokens[i].isFinite() && v.tokens[i].depth == 0 {
			return
		}
	}
	for i := range v.tokens {
		if t := &v.tokens[i]; t.tag == "VBN" && t.isVerb() && t.depth == 0 && v.isNounAt(i-1) && v.lower(i+1) != "by" && !v.afterAuxiliary(i) {
			t.tag = "VBD"
			return
		}
	}
	for i := 3; i+1 < len(v.tokens); i++ { // "A and B meet in the town": a caption in the present tense
		if t := &v.tokens[i]; meeting[t.lower] && t.name == 0 && t.depth == 0 && v.tokens[i-1].name != 0 && v.lower(v.startOf(i-1)-1) == "and" && v.tokens[max(v.startOf(i-1)-2, 0)].name != 0 {
			t.tag = "VBP"
			return
		}
	}
	for i := range v.tokens {
		if t := &v.tokens[i]; t.tag == "JJ" && t.name == 0 && t.phrase == 0 && strings.HasSuffix(t.lower, "ed") && t.depth == 0 && i > 0 && (v.isNounAt(i-1) || v.tagAt(i-1) == "RB" && v.isNounAt(i-2)) && (!v.isNounAt(i+1) || v.isPeople(i-1) && v.tokens[i+1].name != 0) && v.tagAt(i+1) != "JJ" {
			t.tag = "VBD"
			for j := i + 1; j+1 < len(v.tokens) && (v.lower(j) == "and" || v.lower(j) == ",") && strings.HasSuffix(v.lower(j+1), "ed"); j += 2 {
				v.tokens[j+1].tag = "VBD"
			}
			return
		}
	}
}

// meeting are plural verbs of the present that captions have, which look like nouns.
var meeting = map[string]bool{"meet": true, "sign": true, "visit": true, "shake": true, "exchange": true, "attend": true, "greet": true, "pose": true, "embrace": true, "talk": true, "speak": true, "arrive": true, "march": true, "walk": true, "discuss": true, "celebrate": true, "open": true, "cut": true, "inspect": true, "address": true}

// isPeople reports whether the token is the name of a people behind an article: "the French".
func (v *view) isPeople(i int) bool {
	if i < 1 || v.lower(i-1) != "the" || v.tokens[i].name == 0 {
		return false
	}
	e := &v.names[v.tokens[i].name-1]
	return e.Kind == sinosoviet.KindNorp && e.TextSpan.End == v.tokens[i].end
}

// hasObject reports whether an object follows the verb at token i.
func (v *view) hasObject(i int) bool {
	if i+1 >= len(v.tokens) {
		return false
	}
	t := &v.tokens[i+1]
	return t.phrase == 0 && (t.tag == "DT" || t.tag == "PRP$" || t.tag == "PRP" || t.tag == "CD" || t.tag == "NNP" || t.name != 0)
}

func (v *view) lower(i int) string {
	if i < 0 || i >= len(v.tokens) {
		return ""
	}
	return v.tokens[i].lower
}

func (v *view) tagAt(i int) string {
	if i < 0 || i >= len(v.tokens) {
		return ""
	}
	return v.tokens[i].tag
}

func (v *view) isNounAt(i int) bool { return i >= 0 && i < len(v.tokens) && v.tokens[i].isNoun() }

// afterAuxiliary reports whether an auxiliary stands before token i, with nothing but adverbs and other
// participles joined to it between.
func (v *view) afterAuxiliary(i int) bool {
	for i--; i >= 0; i-- {
		t := v.tokens[i]
		switch {
		case auxiliary[t.lower]:
			return true
		case t.tag == "RB", t.tag == "VBN", t.lower == "and", t.lower == "or", t.lower == ",", t.phrase != 0:
		default:
			return false
		}
	}
	return false
}

// auxiliary are the verbs that carry no content of their own.
var auxiliary = map[string]bool{"was": true, "were": true, "is": true, "are": true, "be": true, "been": true, "being": true,
	"had": true, "has": true, "have": true, "having": true, "did": true, "does": true, "do": true, "am": true, "'s": true, "got": true}

// isFinite reports whether the token is a finite verb: past, present or modal. Words inside names and dates are none.
func (t *token) isFinite() bool {
	if t.name != 0 || t.phrase != 0 {
		return false
	}
	switch t.tag {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

func (t *token) isVerb() bool {
	return t.name == 0 && t.phrase == 0 && strings.HasPrefix(t.tag, "VB")
}

func (t *token) isNoun() bool {
	return t.phrase == 0 && (strings.HasPrefix(t.tag, "NN") && !isQuote(t.text) || t.name != 0)
}

// isSubject reports whether the token can be what a clause is about.
func (t *token) isSubject() bool {
	return t.isNoun() || t.phrase == 0 && (t.tag == "PRP" || t.tag == "EX" || t.tag == "CD" || t.lower == "this" || t.lower == "these" || t.lower == "both" || t.lower == "many" || t.lower == "some" || t.lower == "most" || t.lower == "others")
}

func (t *token) isDash() bool { return t.text == "–" || t.text == "—" || t.text == "--" }
