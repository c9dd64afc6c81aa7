package extract

import "strings"

// omission is a run of words that a headline may leave out: those before index end.
type omission struct {
	end  int
	cost float64
}

// omission is what may be left out from the k-th word on, with its cost.
func (v *view) omission(words []int, k, verb int) omission {
	i := words[k]
	t := &v.tokens[i]
	if t.phrase != 0 || k+1 >= len(words) || i == v.keep {
		return omission{}
	}
	next := &v.tokens[words[k+1]]
	adjacent := words[k+1] == i+1
	switch {
	case t.lower == "," && k > 0:
		return v.apposition(words, k)
	case k == 0 && v.bearer(words, verb) > 0:
		return omission{v.bearer(words, verb), 2.5}
	case t.name != 0 && (t.tag != "DT" || i > 0 && v.tokens[i-1].name == t.name):
		return omission{}
	case t.lower == "the" && t.name == 0 && k == 0 && next.isNoun() && adjacent:
		return omission{1, 5}
	case (t.lower == "the" || t.lower == "a" || t.lower == "an") && t.name == 0 && (next.isNoun() || next.tag == "JJ" && !next.is(kept)) && adjacent && k > 0:
		return omission{k + 1, 6}
	case t.tag == "JJ" && k > 0 && k+3 < len(words) && next.lower == "and" && v.tagAt(words[k+2]) == "JJ" && v.tokens[words[k+3]].isNoun() && v.tokens[words[k-1]].tag == "DT" && !t.is(kept) && t.text == t.lower:
		return omission{k + 3, 4} // "the young and inexperienced king"
	case t.tag == "JJ" && adjacent && v.isMere(words, k):
		switch {
		case t.text != t.lower:
			return omission{k + 1, 3.5}
		case v.lower(words[k-1]) == "the":
			return omission{k + 1, 5}
		}
		return omission{k + 1, 2}
	case t.tag == "RB" && (strings.HasSuffix(t.lower, "ly") || t.lower == "also" || t.lower == "then" || t.lower == "again") && !t.is(kept) && k > 0 && !v.isJoined(words, k) && (next.isVerb() || next.isFinite() || v.tokens[words[k-1]].isFinite() && next.tag == "VBN"):
		return omission{k + 1, 1}
	case t.lower == "had" && next.tag == "VBN" && next.name == 0 && adjacent && strings.HasSuffix(next.lower, "ed") && k > 0:
		return omission{k + 1, 1.2}
	case t.lower == "that" && k > 0 && v.is(words[k-1], saying) && v.clauses[t.clause].kind == clauseContent && !v.is(words[k-1], auxiliary):
		return omission{k + 1, 1}
	case t.lower == "of" && verb > k && k > 0 && v.tokens[words[k-1]].isNoun() && v.tokens[words[k-1]].name == 0:
		return v.adjunct(words, k, verb, 8)
	case t.lower == "of" && verb >= 0 && k > verb && v.tokens[words[k-1]].isNoun():
		for m := k + 1; m < len(words) && (v.tokens[words[m]].isNoun() || v.tokens[words[m]].tag == "DT"); m++ {
			if m+2 < len(words) && v.tokens[words[m+1]].tag == "TO" && v.is(v.contentVerb(words[verb]), bidding) {
				return omission{m + 1, 6} // "forced the king of Bavaria to"
			}
		}
	case t.tag == "TO" && k > 0 && v.tokens[words[k-1]].isVerb():
		for m := k + 1; m < len(words); m++ {
			if v.lower(words[m]) == "that" && v.isReceiver(words, m) {
				return omission{m, 2.5}
			}
			if !v.tokens[words[m]].isNoun() && v.tokens[words[m]].tag != "DT" {
				break
			}
		}
	case t.tag == "IN" && t.is(adjunct) && k > 0 && v.tokens[words[k-1]].isNoun() && v.clauses[t.clause].from != i:
		return v.adjunct(words, k, verb, 3)
	}
	return omission{}
}

// adjunct is the prepositional phrase that opens at the k-th word, with those of "of" behind it, when something follows that is worth more.
func (v *view) adjunct(words []int, k, verb int, cost float64) omission {
	noun := false
	for m := k + 1; m < len(words) && m < k+12; m++ {
		t := &v.tokens[words[m]]
		switch {
		case t.lower == "of" && noun && m > k+1:
			noun = false
		case t.tag == "TO" && v.tagAt(words[m]+1) == "VB":
			return omission{}
		case t.tag == "IN" && t.name == 0 || t.tag == "TO" || t.isFinite() || words[m] == v.keep || t.tag == "WDT" || t.tag == "VBN" && noun && t.isVerb() || t.tag == "RB" && noun:
			if !noun || v.unpairedIn(words, k, m) || v.lower(words[k]) == "of" && !t.isFinite() {
				return omission{}
			}
			return omission{m, cost}
		case isMark(t.text) && t.text != "-" || t.is(conjunction) && t.name == 0 || t.isVerb() || t.tag == "``" || t.tag == "WP" || t.tag == "WRB" || t.tag == "PRP":
			return omission{}
		case t.isNoun():
			noun = true
		case noun && t.tag == "DT":
			return omission{}
		}
	}
	return omission{}
}

// unpairedIn reports whether words [k, m) hold half of a pair.
func (v *view) unpairedIn(words []int, k, m int) bool {
	for _, i := range words[k:m] {
		if t := &v.tokens[i]; t.depth != v.tokens[words[k]].depth || isQuote(t.text) || t.tag == "``" {
			return true
		}
	}
	return false
}

// apposition is what stands between the comma at the k-th word and the next one, when it says who or what the noun before is.
func (v *view) apposition(words []int, k int) omission {
	first := &v.tokens[words[k+1]]
	if !v.tokens[words[k-1]].isNoun() || first.lower != "a" && first.lower != "an" && first.lower != "the" && first.tag != "IN" {
		return omission{}
	}
	for m := k + 1; m < len(words) && m < k+14; m++ {
		t := &v.tokens[words[m]]
		switch {
		case t.lower == "," && t.name == 0:
			if m+1 < len(words) {
				if next := &v.tokens[words[m+1]]; next.isFinite() || next.tag == "IN" || next.tag == "TO" {
					return omission{m + 1, 1}
				}
			}
			return omission{}
		case t.isFinite() || t.tag == "``" || t.lower == "and" && t.name == 0:
			return omission{}
		}
	}
	return omission{}
}

// isJoined reports whether a conjunction, a comma or a hyphen joins the k-th word to one of its kind.
func (v *view) isJoined(words []int, k int) bool {
	for _, m := range [...]int{k - 1, k + 1} {
		if m >= 0 && m < len(words) {
			if t := &v.tokens[words[m]]; t.is(conjunction) && t.name == 0 || t.lower == "," || t.lower == "-" || t.tag == "RB" && m < k || t.tag == "``" {
				return true
			}
		}
	}
	return false
}

// isMere reports whether the adjective at the k-th word only describes its noun: the statement is as true without it.
func (v *view) isMere(words []int, k int) bool {
	t := &v.tokens[words[k]]
	if k == 0 || k+2 >= len(words) || t.is(kept) || v.isJoined(words, k) || !v.agrees(words, k) || strings.HasSuffix(t.lower, "est") || strings.HasPrefix(t.lower, "non") || strings.HasSuffix(t.lower, "ern") {
		return false
	}
	before, next, then := &v.tokens[words[k-1]], &v.tokens[words[k+1]], &v.tokens[words[k+2]]
	if !next.isNoun() || next.name != 0 || then.isNoun() || then.lower == "-" || before.tag == "POS" || strings.HasPrefix(before.tag, "RB") || strings.HasPrefix(before.tag, "JJ") && before.is(kept) {
		return false
	}
	return before.tag == "DT" || next.tag == "NNS"
}

// agrees reports whether the article before the k-th word may stand before the next one.
func (v *view) agrees(words []int, k int) bool {
	if k == 0 {
		return true
	}
	next := v.lower(words[k+1])
	vowel := strings.IndexByte("aeiou", next[0]) >= 0
	switch v.lower(words[k-1]) {
	case "a":
		return !vowel
	case "an":
		return vowel
	}
	return true
}
