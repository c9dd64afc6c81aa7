package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

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
		case t.is(irregular) && t.tag != "VBD" && t.tag != "VBN" && t.name == 0 && (v.isNounAt(i-1) || v.tagAt(i-1) == "PRP" || v.tagAt(i-1) == "RB" || v.tagAt(i-1) == ","):
			t.tag = "VBD"
		case t.tag == "JJ" && t.name == 0 && t.phrase == 0 && v.tagAt(i-1) == "POS" && !v.isNounAt(i+1) && !strings.HasPrefix(v.tagAt(i+1), "JJ") && !strings.HasPrefix(v.tagAt(i+1), "VB") && v.lower(i+1) != "-":
			t.tag = "NN" // "attended his funeral and met"
		case t.tag == "VBN" && t.is(intransitive) && (v.isNounAt(i-1) || v.tagAt(i-1) == "RB" || v.isNounAt(i-2) && v.lower(i-1) == ",") && !v.afterAuxiliary(i):
			t.tag = "VBD"
		case t.tag == "VBZ" && !subject && t.isFinite() && !t.is(auxiliary) && strings.HasSuffix(t.lower, "s"):
			t.tag, subject = "NNS", true // "On that date, delegates …": there is nobody yet to act
		case t.tag == "VBD" && !t.is(auxiliary) && v.lower(i+1) == "by" && v.isNounAt(i-1):
			t.tag = "VBN" // "guerrillas led by": no clause of its own
		case t.tag != "VBD" && t.lower == "led" && t.name == 0 && (v.lower(i-1) == "this" || v.lower(i-1) == "these") && v.tagAt(i+1) == "TO", t.tag == "NN" && t.lower == "built" && t.name == 0 && v.isNounAt(i-1):
			t.tag = "VBD" // "and this led to", "Mausoleum in the town built in 1920"
		case t.tag == "VBD" && !t.is(auxiliary|intransitive) && (v.isNounAt(i-1) || v.tagAt(i-1) == "CC") && v.isAbsolute(i):
			t.tag = "VBN" // "with most citizens barred from voting, many farmers"
		case t.tag == "NN" && t.lower == "built" && v.lower(i-1) == "(":
			t.tag = "VBN"
		case t.tag == "NNS" && v.lower(i+1) == "that" && t.name == 0 && v.tagAt(i-1) == "NNP" && isReporting(t.lower):
			t.tag = "VBZ" // "The historian Jane Roe reports that"
		case t.tag == "NN" && t.name == 0 && len(t.lower) > 5 && strings.HasSuffix(t.lower, "ed") && !strings.HasSuffix(t.lower, "eed") && v.isNounAt(i-1) && (v.tagAt(i+1) == "IN" || v.tagAt(i+1) == "RB" || v.tagAt(i+1) == "DT"):
			t.tag = "VBD" // "the conflict climaxed with a split"
		case t.tag == "NN" && t.name == 0 && strings.HasSuffix(t.lower, "ly") && (v.tagAt(i-1) == "RB" || v.tagAt(i-1) == "RBR" || v.tagAt(i-1) == "CC") && i+1 < len(v.tokens) && v.tokens[i+1].isFinite():
			t.tag = "RB" // "and later briefly became"
		case t.tag == "JJS" && t.is(happening) && t.name == 0:
			t.tag = "NN" // "the conquest", "the arrest"
		case (t.lower == "dates" || t.lower == "date") && t.name == 0 && strings.HasPrefix(t.tag, "NN") && v.isNounAt(i-1) && (v.lower(i+1) == "back" || v.lower(i+1) == "as" && v.lower(i+3) == "back"):
			t.tag = "VBP" // "the history of the army dates back to 1918"
		case t.lower == "point" && v.lower(i-1) == "which" && v.lower(i-2) == "at":
			t.tag = "NN"
		case t.tag == "VBD" && !t.is(auxiliary) && v.lower(i+2) == "by" && v.is(i+1, particle) && v.isNounAt(i-1):
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

// mainVerb reports where to look for the verb of a sentence that has none but those of its subordinate clauses, and whether it has any: before the first of those
// clauses, "the climate deteriorated fast, even while the country led the committee". It is -1 when there is one.
func (v *view) mainVerb() (limit int, any bool) {
	limit = len(v.tokens)
	subordinate, weak := false, false // weak: by a word that may as well be a preposition, whose phrase a comma ends
	for i := range v.tokens {
		t := &v.tokens[i]
		switch {
		case t.depth > 0 || t.phrase != 0 || t.name != 0:
		case t.lower == ",":
			subordinate = subordinate && !weak
		case i > 0 && (t.tag == "WRB" || t.is(relativiser) || t.lower == "that" || t.tag == "IN" && t.is(subordinator) && (i+1 == len(v.tokens) || v.tokens[i+1].phrase == 0)):
			if t.lower == "by" || t.lower == "in" || t.lower == "upon" || t.lower == "following" {
				continue
			}
			subordinate = true
			weak = t.lower == "after" || t.lower == "before" || t.lower == "since" || t.lower == "until" || t.lower == "till" || t.lower == "as"
			limit = min(limit, i)
		case t.isFinite() && !subordinate:
			return -1, true
		case t.isFinite():
			subordinate, any = false, true
		}
	}
	if !any {
		limit = len(v.tokens)
	}
	return limit, any
}

// findVerb takes the first participle behind a noun for a past tense when the main clause has no finite verb: "the French invaded and captured".
func (v *view) findVerb() {
	limit, any := v.mainVerb()
	if limit < 0 {
		return
	}
	for i := range v.tokens[:limit] {
		if t := &v.tokens[i]; t.tag == "VBN" && t.isVerb() && t.depth == 0 && v.isNounAt(i-1) && v.lower(i+1) != "by" && !v.afterAuxiliary(i) {
			t.tag = "VBD"
			return
		}
	}
	for i := limit + 2; i+1 < len(v.tokens) && any; i++ { // "the north, which was poor, passed to the king"
		if t := &v.tokens[i]; t.tag == "VBN" && t.isVerb() && t.depth == 0 && v.lower(i-1) == "," && v.is(limit, relativiser) && v.lower(i+1) != "by" && !v.afterAuxiliary(i) {
			t.tag = "VBD"
			return
		}
	}
	if any {
		return
	}
	for i := 1; i+1 < len(v.tokens); i++ { // "The town hall dates from 1880"
		if t := &v.tokens[i]; (t.lower == "dates" || t.lower == "date") && t.name == 0 && v.isNounAt(i-1) && v.tokens[i+1].phrase != 0 && v.lower(i+1) == "from" {
			t.tag = "VBP"
			return
		}
	}
	for i := 3; i+1 < len(v.tokens); i++ { // "A and B meet in the town": a caption in the present tense
		if t := &v.tokens[i]; t.is(meeting) && t.name == 0 && t.depth == 0 && v.tokens[i-1].name != 0 && v.lower(v.startOf(i-1)-1) == "and" && v.tokens[max(v.startOf(i-1)-2, 0)].name != 0 {
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

// isAbsolute reports whether token i stands behind a "with" that opens the sentence or follows a comma, and the verb of the sentence behind another one.
func (v *view) isAbsolute(i int) bool {
	j := i - 1
	for j >= 0 && v.tokens[j].lower != "," && v.tokens[j].phrase == 0 {
		j--
	}
	if v.lower(j+1) != "with" {
		return false
	}
	comma := false
	for j = i + 1; j < len(v.tokens); j++ {
		t := &v.tokens[j]
		comma = comma || t.lower == ","
		if comma && t.isFinite() {
			return true
		}
	}
	return false
}

// isReporting reports whether a word is a verb of the present with which somebody is cited, and looks like a noun.
func isReporting(w string) bool {
	switch w {
	case "reports", "states", "claims", "notes", "estimates", "remarks", "comments", "records":
		return true
	}
	return false
}
