package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
)

// trim drops marks and conjunctions from both ends, and commas that stand together.
func (v *view) trim(words []int) []int {
	out := v.list(len(words))
	for _, i := range words {
		t := &v.tokens[i]
		if n := len(out); n > 0 && (t.lower == ";" || t.lower == ":" && (out[n-1] != i-1 || v.firstVerb(out) >= 0)) {
			break
		}
		if i == v.keep && len(out) > 0 {
			out = append(out, i)
			continue
		}
		if isMark(t.text) && (len(out) == 0 || isMark(v.tokens[out[len(out)-1]].text)) {
			continue
		}
		if len(out) == 0 && t.is(conjunction) && t.name == 0 {
			continue
		}
		if n := len(out); n > 0 && isMark(t.text) && out[n-1] != i-1 {
			continue // a mark that closed what is left out
		}
		if n := len(out); n > 0 && v.tokens[out[n-1]].lower == "," && out[n-1] != i-1 && out[n-1] != v.keep {
			out = out[:n-1] // a comma that opened what is left out
		}
		out = append(out, i)
	}
	for len(out) > 1 && v.isDangling(out[len(out)-1]) {
		out = out[:len(out)-1]
	}
	return out
}

func isMark(s string) bool {
	switch s {
	case ",", ";", ":", ".", "–", "—", "-", "?", "!":
		return true
	}
	return false
}

func (v *view) firstVerb(words []int) int {
	for k, i := range words {
		if t := &v.tokens[i]; t.isVerb() || t.isFinite() {
			return k
		}
	}
	return -1
}

// atMost is the words, when they are more than maxHeadline condensed, or else cut.
func (v *view) atMost(words []int, said int) []int {
	n := 0
	for k := range words {
		if !v.isGlued(k, words) {
			n++
		}
	}
	if n <= maxHeadline {
		return words
	}
	if short := v.condense(words, v.firstVerb(words), said); short != nil {
		return short
	}
	words = v.unfront(words)
	words = v.behead(words, said)
	words = v.lighten(words)
	return v.shorten(words, v.firstVerb(words))
}

// behead cuts a subject so long that its verb would not find room to its first noun phrase: "A total of 387 schools, seven houses, and … were completed".
func (v *view) behead(words []int, said int) []int {
	at := slices.Index(words, said)
	if said < 0 || at < maxHeadline-2 || !v.tokens[said].isFinite() {
		return words
	}
	end, noun := 0, false
	for ; end < at; end++ {
		t := &v.tokens[words[end]]
		if noun && (t.lower == "," || t.is(conjunction) && t.name == 0 || (t.tag == "IN" || t.tag == "TO" || t.isVerb()) && t.lower != "of" && t.name == 0) {
			break
		}
		noun = noun || t.isNoun()
	}
	if !noun || end > maxHeadline/2 {
		return words
	}
	return v.joinLists(words[:end], words[at:])
}

// unfront puts the subject of a clause behind a fronted one in front, and leaves out the rest of its clause: of "After being occupied by the army,
// they came …", "they being occupied by the army".
func (v *view) unfront(words []int) []int {
	at := slices.Index(words, v.keep)
	if at < 0 || at+1 >= len(words) || words[at+1] < words[0] {
		return words
	}
	front, end := words[:at], at+1
	for end < len(words) && !v.tokens[words[end]].isFinite() && !v.tokens[words[end]].isVerb() {
		end++
	}
	if v.tokens[front[0]].tag == "IN" && v.tokens[front[0]].name == 0 {
		front = front[1:]
	}
	if end == at+1 || len(front) == 0 || v.tokens[front[0]].tag != "VBG" || v.tokens[front[0]].name != 0 {
		return words
	}
	return append(slices.Clone(words[at+1:end]), front...)
}

// shorten cuts the words to maxHeadline at the last place where a phrase ends; verb is the index of the first verb among them.
func (v *view) shorten(words []int, verb int) []int {
	n, best, weak, most := 0, 0, 0, len(words)
	for k := range words {
		if k > verb+1 || verb < 0 && k > 3 {
			switch v.cuts(words, k) {
			case cutGood:
				best = k
			case cutWeak:
				weak = k
			}
		}
		if v.isGlued(k, words) {
			continue
		}
		if n++; n > maxHeadline {
			most = k
			break
		}
	}
	if n <= maxHeadline {
		return words
	}
	if best == 0 {
		best = weak
	}
	if best == 0 {
		best = v.whole(words, most)
	}
	if n := best; n > 2 && v.is(words[n-2], conjunction) && v.tokens[words[n-1]].isVerb() {
		best -= 2 // "… and met"
	}
	if from := v.bearer(words, verb); from > 0 && best == verb+1 {
		return v.shorten(words[from:], verb-from) // the title of who acts leaves no room for what is done
	}
	whole := words
	words = words[:best]
	for len(words) > 1 && v.isDangling(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if last := &v.tokens[words[len(words)-1]]; last.name == 0 && last.is(auxiliary) && verb > 0 && verb < len(whole) && v.tokens[whole[verb]].isFinite() {
		if k := v.briefly(whole[:verb]); k > 0 {
			return v.shorten(append(whole[:k:k], whole[verb:]...), k)
		}
	}
	return words
}

// briefly is where a subject may end that leaves no room for what is said of it: before the second of the phrases that define its noun, or before the
// first when there is but one. It is 0 when there is none.
func (v *view) briefly(subject []int) int {
	first, noun := 0, false
	for k, i := range subject {
		t := &v.tokens[i]
		opens := t.name == 0 && (t.tag == "IN" || t.tag == "VBN" || t.tag == "TO" || t.tag == "VBG" || t.lower == ",")
		if opens && noun && (k == 0 || v.tokens[subject[k-1]].isNoun()) {
			if first > 0 {
				return k
			}
			first = k
		}
		noun = noun || t.isNoun()
	}
	return first
}

// bearer is where the name of the person begins that a subject ends in, behind a title: "Foreign Minister | Jane Roe". It is 0 when the subject is
// no such thing.
func (v *view) bearer(words []int, verb int) int {
	if verb < 2 {
		return 0
	}
	name := v.tokens[words[verb-1]].name
	if name == 0 || v.names[name-1].Kind != sinosoviet.KindPerson {
		return 0
	}
	from := verb - 1
	for from > 0 && v.tokens[words[from-1]].name == name {
		from--
	}
	for _, i := range words[:from] {
		if !v.tokens[i].isNoun() && v.tokens[i].tag != "JJ" && v.tokens[i].tag != "DT" {
			return 0
		}
	}
	return from
}

// lighten drops prepositional phrases from the end of a subject so long that the headline would end before what is said of it.
func (v *view) lighten(words []int) []int {
	if len(words) <= maxHeadline {
		return words
	}
	for verb := v.firstVerb(words); verb > maxHeadline-4; verb = v.firstVerb(words) {
		k := verb - 1
		for k > 1 && (v.tokens[words[k]].tag != "IN" && v.tokens[words[k]].tag != "TO" || v.tokens[words[k]].lower == "of" || v.tokens[words[k]].name != 0) {
			k--
		}
		if k <= 1 || !v.tokens[words[k-1]].isNoun() || !v.tokens[words[verb]].isFinite() || v.hasHiddenVerb(words[:verb]) {
			break
		}
		words = append(words[:k:k], words[verb:]...)
	}
	return words
}

// hasHiddenVerb reports whether a word behind a noun looks like a past tense that the tagger took for something else.
func (v *view) hasHiddenVerb(words []int) bool {
	for k := 1; k < len(words); k++ {
		if t := &v.tokens[words[k]]; strings.HasSuffix(t.lower, "ed") && t.name == 0 && v.tokens[words[k-1]].isNoun() && k+1 < len(words) && !v.tokens[words[k+1]].isNoun() {
			return true
		}
	}
	return false
}

// whole is the greatest number of words up to k that does not end inside a name or with an adjective.
func (v *view) whole(words []int, k int) int {
	for k > 1 {
		t, next := &v.tokens[words[k-1]], &v.tokens[words[k]]
		if t.name != 0 && t.name == next.name || strings.HasPrefix(t.tag, "JJ") && next.isNoun() || t.isNoun() && next.isNoun() && words[k] == words[k-1]+1 || v.isDangling(words[k-1]) {
			k--
			continue
		}
		break
	}
	return k
}

type cutKind uint8

const (
	cutNone cutKind = iota
	cutWeak         // before "of": grammatical, but it loses what the noun is about
	cutGood
)

// cuts tells how well the headline may end before the k-th word.
func (v *view) cuts(words []int, k int) cutKind {
	if k == 0 {
		return cutNone
	}
	t, before := &v.tokens[words[k]], &v.tokens[words[k-1]]
	if t.name != 0 && t.name == before.name {
		return cutNone
	}
	if c := &v.clauses[before.clause]; (c.kind == clauseContent || c.kind == clauseDefining) && !v.hasVerb(c.from, words[k]) {
		return cutNone // the verb of "that …" is still to come
	}
	if (before.isVerb() || before.isFinite()) && k > 1 && v.tokens[words[k-2]].is(conjunction) {
		return cutNone // "… and met"
	}
	if isQuote(before.text) && k > 1 {
		before = &v.tokens[words[k-2]]
	} else if v.isDangling(words[k-1]) {
		return cutNone
	}
	if before.tag == "JJ" || before.tag == "CD" && !t.isMarkLike() || before.tag == "RB" {
		return cutNone
	}
	switch {
	case t.lower == "of":
		return cutWeak
	case t.tag == "IN" && t.lower != "that", t.lower == ",", t.lower == ";", t.tag == "WDT", t.tag == "WP", t.tag == "WRB", t.tag == "TO" && before.isNoun(), t.tag == "VBG" && before.lower == ",", t.is(conjunction) && !v.joinsNouns(words, k):
		if before.tag == "VBG" && before.isVerb() || before.isVerb() && t.tag != "IN" && t.lower != "," {
			return cutNone
		}
		return cutGood
	case t.is(conjunction):
		return cutWeak
	case t.lower == "that" && !before.isVerb():
		return cutWeak
	}
	return cutNone
}

// hasVerb reports whether a verb stands in tokens [from, to).
func (v *view) hasVerb(from, to int) bool {
	for ; from < to; from++ {
		if t := &v.tokens[from]; t.isVerb() || t.isFinite() {
			return true
		}
	}
	return false
}

// joinsNouns reports whether the conjunction at the k-th word stands between two nouns, so that a cut would lose one of them.
func (v *view) joinsNouns(words []int, k int) bool {
	return k > 0 && k+1 < len(words) && v.tokens[words[k-1]].isNoun() && !v.tokens[words[k+1]].isVerb() && !v.tokens[words[k+1]].isFinite()
}

func (t *token) isMarkLike() bool { return isMark(t.text) }

// isDangling reports whether a headline must not end in the token.
func (v *view) isDangling(i int) bool {
	t := &v.tokens[i]
	if t.name != 0 || (t.lower == "this" || t.lower == "these" || t.lower == "those") && !v.isNounAt(i+1) {
		return false
	}
	if t.tag == "IN" && t.lower != "that" && (i+1 == len(v.tokens) || isMark(v.tokens[i+1].text)) {
		return false // "the war was over."
	}
	switch t.tag {
	case "IN", "DT", "CC", "TO", "PRP$", "WDT", "WP", "WP$", "WRB", "POS", "(", "``", "MD":
		return true
	}
	switch t.lower {
	case "however", "also", "then", "therefore", "the", "a", "an", "such", "“", "\"":
		return true
	}
	return isMark(t.text) || t.is(conjunction) || t.is(auxiliary) && (t.tag == "MD" || t.lower == "had" || t.lower == "has")
}

// isGlued reports whether the k-th word is written without a blank before it, and so is no word of its own.
func (v *view) isGlued(k int, words []int) bool {
	i := words[k]
	if isMark(v.tokens[i].text) && v.tokens[i].text != "-" && v.tokens[i].text != "–" && v.tokens[i].text != "—" {
		return true
	}
	return k > 0 && words[k-1] == i-1 && v.tokens[i-1].end == v.tokens[i].start
}

// join puts the words together as they stood: with the blanks of the text where they were neighbours.
func (v *view) join(words []int) string {
	b := v.scratch.line[:0]
	for k, i := range words {
		t := &v.tokens[i]
		if k > 0 {
			prev := &v.tokens[words[k-1]]
			glued := t.start == prev.end || isMark(t.text) && t.text != "–" && t.text != "—" && t.text != "-"
			if !glued {
				b = append(b, ' ')
			}
		}
		if k > 0 && i == 0 && t.name == 0 && t.isVerb() {
			b = append(b, t.lower...)
			continue
		}
		b = append(b, t.text...)
	}
	v.scratch.line = b
	return balance(singleBlanks(b))
}

// singleBlanks is the text with one blank for each run of white space, and none at its ends.
func singleBlanks(b []byte) string {
	blank := true
	for _, c := range b {
		if c == ' ' && blank || c < ' ' || c >= utf8.RuneSelf { // other letters and blanks
			return strings.Join(strings.Fields(string(b)), " ")
		}
		blank = c == ' '
	}
	return strings.TrimRight(string(b), " ")
}

func isQuote(s string) bool { return s == "\"" || s == "”" || s == "''" || s == "’" }

// balance drops quotation marks that are left without their pair.
func balance(s string) string {
	if strings.Count(s, "\"")%2 == 1 {
		i := strings.LastIndexByte(s, '"')
		s = s[:i] + s[i+1:]
	}
	if strings.Count(s, "“") != strings.Count(s, "”") {
		s = strings.NewReplacer("“", "", "”", "").Replace(s)
	}
	return strings.TrimSpace(s)
}
