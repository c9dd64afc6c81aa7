package extract

import "strings"

// cutCost is what it costs to end a headline before the k-th word.
func (v *view) cutCost(words []int, k, verb int) float64 {
	if k == len(words) {
		return 0
	}
	i, j := words[k-1], words[k]
	b, t := &v.tokens[i], &v.tokens[j]
	quoted := k > 1 && isQuote(b.text) && t.tag != "``"
	if quoted {
		i = words[k-2]
		b = &v.tokens[i]
	}
	if t.tag == "``" && !isQuote(t.text) || t.tag == "``" && v.unpaired(words, k) == 0 || (b.lower == "most" || b.lower == "more") && b.name == 0 && (t.isNoun() || t.tag == "RB" || strings.HasPrefix(t.tag, "JJ")) {
		return never
	}
	if b.name != 0 && b.name == t.name || v.isGlued(k, words) && !isMark(t.text) || v.isDangling(i) || isMark(b.text) || t.tag == "POS" || t.lower == "-" {
		return never
	}
	for c := b.clause; c >= 0; c = v.clauses[c].parent {
		if k := &v.clauses[c]; k.kind != clauseBracket && k.kind != clauseMain && k.from > words[0] && !v.hasVerb(k.from, j) {
			return never // the verb of "that …" is still to come
		}
	}
	for m := k - 1; m > 0 && !v.tokens[words[m]].isFinite(); m-- {
		if t := &v.tokens[words[m]]; t.lower == "that" && t.name == 0 && (t.tag != "DT" || v.tagAt(words[m]+1) == "DT" || v.tagAt(words[m]+1) == "PRP") || t.isVerb() && t.tag == "VB" {
			if t.lower == "that" {
				return never
			}
			break
		}
	}
	if b.phrase != 0 && k > 1 && v.tagAt(words[k-2]) == "DT" && (t.is(conjunction) || t.isNoun()) {
		return never // "events such as the 1938 and 1998 …"
	}
	extra := v.unpaired(words, k) + v.wanting(words, k, verb)
	if b.isVerb() || b.isFinite() {
		return extra + v.verbCut(words, k)
	}
	if k > 1 && b.isNoun() {
		if u := &v.tokens[words[k-2]]; u.tag == "TO" && v.tagAt(words[k-1]) == "VB" {
			return never
		}
	}
	switch {
	case t.lower == "than" && (b.tag == "JJR" || b.tag == "RBR" || b.lower == "more" || b.lower == "less"):
		return never
	case quoted:
	case strings.HasPrefix(b.tag, "JJ") && b.name == 0:
		// "was independent", but not before its noun
		if t.isNoun() || strings.HasPrefix(t.tag, "JJ") || t.is(conjunction) || t.lower == "-" || t.tag == "TO" || t.lower == "," && !v.isNounAt(i-1) && !v.tokens[i-1].isFinite() {
			return never
		}
		extra += 4
	case b.tag == "CD" && b.name == 0 && !isMark(t.text):
		if t.isNoun() || strings.HasPrefix(t.tag, "JJ") || t.lower == "of" {
			return never
		}
		extra += 2
	case b.tag == "RB" && b.name == 0:
		if t.tag != "IN" && !isMark(t.text) {
			return never
		}
		extra += 2
	}
	return extra + v.nounCut(words, k, verb)
}

// verbCut is what it costs to end behind a verb.
func (v *view) verbCut(words []int, k int) float64 {
	i, t := words[k-1], &v.tokens[words[k]]
	b := &v.tokens[i]
	passive := b.tag == "VBN" && v.afterAuxiliary(i)
	switch {
	case t.lower == "," && k+1 < len(words) && v.tagAt(words[k+1]) == "``", k+1 < len(words) && (t.lower == "not" || t.tag == "RB") && v.tagAt(words[k+1]) == "TO":
		return never
	case b.is(auxiliary) || b.tag == "MD":
		return never
	case k > 1 && v.is(words[k-2], conjunction) && !t.is(conjunction):
		return never // "… and met"
	case t.lower == "," || t.lower == ";" || t.tag == "WRB" || t.tag == "WDT":
		return 1
	case b.tag == "VBN" && !passive:
		return 12 // "a palace built in": cut before it instead
	case t.lower == "by" && passive:
		return 10
	case t.tag == "TO":
		return never
	case t.tag == "IN" && t.lower != "that" && passive, t.is(conjunction) && passive:
		return 7
	case t.tag == "IN" && t.lower != "that" && t.lower != "as":
		return 9
	case t.is(conjunction) && b.tag == "VBD":
		return 3
	}
	return never
}

// nounCut is what it costs to end behind something else, before the k-th word.
func (v *view) nounCut(words []int, k, verb int) float64 {
	i, j := words[k-1], words[k]
	b, t := &v.tokens[i], &v.tokens[j]
	adjacent := j == i+1
	only := v.isOnly(words, k)
	switch {
	case t.lower == "that" && (b.tag == "PRP" || v.isReceiver(words, k)):
		return never
	case b.is(sided) && b.name == 0 && t.lower == "of":
		return never
	case only && (t.tag == "TO" || t.isVerb() || t.lower == "that"):
		return 9 // "the first woman to run": without the rest it is false
	case only && t.tag == "IN" && t.name == 0 && t.lower != "of":
		return 3
	case t.lower == "of":
		if b.name != 0 {
			return 4
		}
		return 7
	case t.lower == "that" && b.isNoun():
		return 2
	case t.tag == "WDT" || t.tag == "WP" || t.tag == "WRB" || t.tag == "WP$":
		return 0.5
	case isMark(t.text):
		if v.isListComma(words, k) {
			return 3
		}
		return 0.5
	case t.is(conjunction) && t.name == 0:
		if v.joinsNouns(words, k) {
			return 4
		}
		return 0.7
	case t.tag == "TO":
		if verb >= 0 && v.tagAt(j+1) == "VB" && v.is(v.contentVerb(words[verb]), bidding) {
			return 12 // "advised the party not to cross"
		}
		return 4 // "an agreement to establish"
	case t.tag == "IN" && t.name == 0:
		switch t.lower {
		case "as", "than":
			if verb >= 0 && v.is(v.contentVerb(words[verb]), seeing) {
				return 12
			}
			return 4
		case "between", "with", "against", "into", "to":
			return 3
		}
		if v.onlyCopula(words, k, verb) {
			return 8 // "was part | of", "is under | …"
		}
		return 1.5
	case (t.tag == "VBN" || t.tag == "VBG") && t.isVerb() && b.isNoun():
		return 2.5 // a participle defines the noun
	case t.isFinite():
		if verb >= 0 && !v.is(v.contentVerb(words[verb]), saying) && b.clause == v.tokens[words[verb]].clause {
			return 6 // a participle that looks like a past tense: "a general turned warlord"
		}
		return never
	case t.tag == "RB" && b.isNoun():
		if v.tagAt(j+1) == "TO" || v.tagAt(j+1) == "VBD" || v.tagAt(j+1) == "VBN" {
			return 12
		}
		return 2
	case b.isNoun() && t.isNoun() && adjacent:
		return never
	}
	return 9
}

// wanting is what it costs to end before the "as" or infinitive that the verb wants behind its object.
func (v *view) wanting(words []int, k, verb int) float64 {
	if verb < 0 || verb >= k {
		return 0
	}
	said := v.contentVerb(words[verb])
	as, to := v.is(said, seeing), v.is(said, bidding)
	if !as && !to {
		return 0
	}
	for m := verb + 1; m < min(len(words), k+14); m++ {
		t := &v.tokens[words[m]]
		if as && t.lower == "as" || to && t.tag == "TO" && v.tagAt(words[m]+1) == "VB" {
			if m >= k {
				return 10
			}
			return 0
		}
		if m >= k && (t.isFinite() || isMark(t.text) && t.text != "-") {
			return 0
		}
	}
	return 0
}

// isOnly reports whether the noun phrase before the k-th word says that it is the first, last or only one, or the most of its kind.
func (v *view) isOnly(words []int, k int) bool {
	for m := k - 1; m >= 0 && m > k-6; m-- {
		t := &v.tokens[words[m]]
		switch {
		case t.lower == "first" || t.lower == "last" || t.lower == "only" || t.lower == "second" || t.lower == "third" || t.lower == "most" || t.tag == "JJS":
			return t.name == 0
		case t.isVerb() || t.isFinite() || t.tag == "IN" || t.tag == "DT":
			return false
		}
	}
	return false
}

// isReceiver reports whether the word before the k-th is the name of whom something was said to: "proposed to the king that".
func (v *view) isReceiver(words []int, k int) bool {
	m := k - 1
	for m > 0 && (v.tokens[words[m]].isNoun() || v.tokens[words[m]].tag == "DT") {
		m--
	}
	return m > 0 && m < k-1 && v.tokens[words[m]].tag == "TO" && v.tokens[words[m-1]].isVerb()
}

// onlyCopula reports whether nothing but a form of "be" and one word stands between the verb and the k-th word.
func (v *view) onlyCopula(words []int, k, verb int) bool {
	return verb >= 0 && v.is(words[verb], auxiliary) && !v.tokens[words[min(verb+1, len(words)-1)]].isVerb() && k-verb <= 2
}

// isListComma reports whether the mark at the k-th word stands in a list: a conjunction joins the last of them.
func (v *view) isListComma(words []int, k int) bool {
	if v.lower(words[k]) != "," {
		return false
	}
	for m := k + 1; m < min(len(words), k+8); m++ {
		t := &v.tokens[words[m]]
		if t.isFinite() || t.isVerb() || t.tag == "IN" && t.lower != "of" {
			return false
		}
		if t.lower == "and" || t.lower == "or" {
			return m+1 < len(words) && !v.tokens[words[m+1]].isFinite()
		}
	}
	return false
}

// unpaired is what it costs to end before the "and" that "both" or "between" wants, or inside a quotation.
func (v *view) unpaired(words []int, k int) float64 {
	open, quotes := false, 0
	for _, i := range words[:k] {
		switch t := &v.tokens[i]; {
		case t.name != 0:
		case t.lower == "both" || t.lower == "between" || t.lower == "either":
			open = true
		case t.is(conjunction):
			open = false
		case t.tag == "``" && t.text != "“":
			quotes++
		}
	}
	cost := 2 * float64(quotes%2)
	if open {
		for _, i := range words[k:min(len(words), k+10)] {
			if t := &v.tokens[i]; t.lower == "and" || t.lower == "or" {
				return cost + 12
			}
		}
	}
	return cost
}
