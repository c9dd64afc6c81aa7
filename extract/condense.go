package extract

import "strings"

// never is the cost of a cut that a headline must not make, and of what must not be left out.
const never = 1000

// keeping is what each word that a headline keeps is worth, in the unit of the costs of cuts and omissions.
const keeping = 0.35

// reach is how many words are looked at for a headline: what stands behind them is not reached with maxHeadline words.
const reach = 40

// omission is a run of words that a headline may leave out: those before index end.
type omission struct {
	end  int
	cost float64
}

// headlineState is the cheapest way to come to a word of a sentence with a number of words kept.
type headlineState struct {
	cost float64
	from int8 // number of words kept before
	kept bool // whether the word before was kept
	len  int8 // number of words before the one kept or left out
}

// condense makes of too many words a headline of maxHeadline at most: of all ways to leave out articles, adverbs, adjectives, appositions and
// adjuncts and to end where a phrase ends, the one that costs least. A cut between a verb and its object, or in a clause without its verb,
// costs more than all that can be left out before. It is nil when no way is good enough.
func (v *view) condense(words []int, verb, said int) []int {
	length := min(len(words), reach)
	must := v.mustReach(words, verb, said)
	table := &v.scratch.table
	for k := range length + 1 {
		for n := range min(k, maxHeadline) + 1 {
			table[k][n] = headlineState{cost: never}
		}
	}
	table[0][0].cost = 0
	best, bestK, bestN := float64(tooBad), 0, 0
	for k := range length + 1 {
		lengths := min(k, maxHeadline) + 1
		if k == len(words) || k > must && k > 1 {
			cut := -1.0
			for n := range lengths {
				s := &table[k][n]
				if !s.kept || s.cost-keeping*float64(n) >= best {
					continue
				}
				if cut < 0 {
					cut = v.cutCost(words, k, verb)
				}
				if s.cost+cut-keeping*float64(n) < best {
					best, bestK, bestN = s.cost+cut-keeping*float64(n), k, n
				}
			}
		}
		if k == length {
			break
		}
		glued := k > 0 && v.isGlued(k, words)
		for n := range lengths {
			s := table[k][n].cost
			if s >= never {
				continue
			}
			m := n
			if !glued {
				m++
			}
			if m <= maxHeadline && s < table[k+1][m].cost {
				table[k+1][m] = headlineState{s, int8(n), true, int8(k)}
			}
		}
		if glued {
			if v.lower(words[k]) != "," {
				continue
			}
		}
		o := v.omission(words, k, verb)
		if o.end <= k || o.end > length || o.end < len(words) && v.isGlued(o.end, words) && v.lower(words[o.end]) != "," {
			continue
		}
		for n := range lengths {
			if s := table[k][n].cost + o.cost; s < table[o.end][n].cost {
				table[o.end][n] = headlineState{s, int8(n), false, int8(k)}
			}
		}
	}
	if best >= tooBad {
		return nil
	}
	out := v.list(bestK)
	for k, n := bestK, bestN; k > 0; {
		s := table[k][n]
		if s.kept {
			out = append(out, words[k-1])
		}
		k, n = int(s.len), int(s.from)
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// mustReach is the index of the word that a headline of these words must go beyond: the verb that says what happened, token said, and what stands
// before it is the finite verb of the clause that a fronted one belongs to.
func (v *view) mustReach(words []int, verb, said int) int {
	must, kept := verb, v.keep < 0
	for k, i := range words {
		if i == said {
			must = max(must, k)
		}
		if kept = kept || i == v.keep; kept && i > v.keep && v.keep >= 0 && (v.tokens[i].isFinite() || v.tokens[i].isVerb()) {
			return max(must, k+1)
		}
	}
	return must
}

// tooBad is the cost from which on a headline is no better than one cut by the rules of last resort.
const tooBad = 40

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
