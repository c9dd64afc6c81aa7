package temporal

import (
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet/internal/sentence"
)

// eventIndex finds the sentence in which the document itself dates an event. Its terms are the words of dated
// sentences, without function words: names as written, words that mean the same happening folded into one, acronyms
// beside the names they stand for. It is built when the first expression asks for it.
type eventIndex struct {
	terms     map[string][]occurrence
	sentences []datedSentence
}

// occurrence is a term at a byte of a dated sentence.
type occurrence struct {
	sentence int32
	at       int32
}

// datedSentence is a sentence with the mentions [from, to) in it, at least one of them a date.
type datedSentence struct {
	start, end int32
	from, to   int32
}

const (
	maxOccurrences = 32 // of one term; what stands everywhere tells nothing
	maxTerms       = 12 // of an event
)

// happening folds words for one kind of event into one term. Roots are matched as prefixes, sorted.
var happenings = []struct{ root, term string }{
	{"armistice", "=cease"}, {"arriv", "=arrive"}, {"assassinat", "=die"}, {"assault", "=attack"}, {"attack", "=attack"}, {"battle", "=battle"},
	{"began", "=begin"}, {"begin", "=begin"}, {"begun", "=begin"}, {"besieg", "=siege"}, {"birth", "=birth"}, {"bomb", "=bomb"}, {"born", "=birth"},
	{"capitulat", "=surrender"}, {"captur", "=take"}, {"ceasefire", "=cease"}, {"commenc", "=begin"}, {"conclu", "=sign"}, {"conque", "=take"},
	{"coronat", "=crown"}, {"coup", "=coup"}, {"creat", "=found"}, {"cross", "=enter"}, {"crown", "=crown"}, {"death", "=die"}, {"declar", "=declare"},
	{"depart", "=leave"}, {"died", "=die"}, {"elect", "=elect"}, {"ended", "=end"}, {"ending", "=end"}, {"enter", "=enter"}, {"entry", "=enter"},
	{"erupt", "=begin"}, {"establish", "=found"}, {"evacuat", "=leave"}, {"execut", "=die"}, {"fall", "=take"}, {"fell", "=take"},
	{"formation", "=found"}, {"formed", "=found"}, {"fought", "=battle"}, {"found", "=found"}, {"inaugurat", "=begin"}, {"independen", "=independent"},
	{"interven", "=enter"}, {"invad", "=attack"}, {"invasion", "=attack"}, {"kill", "=die"}, {"land", "=land"}, {"launch", "=begin"},
	{"liberat", "=take"}, {"mutin", "=revolt"}, {"occup", "=take"}, {"open", "=begin"}, {"outbreak", "=begin"}, {"overthr", "=coup"},
	{"proclaim", "=found"}, {"proclam", "=found"}, {"ratif", "=sign"}, {"rebel", "=revolt"}, {"resign", "=resign"}, {"retreat", "=leave"},
	{"revolt", "=revolt"}, {"sent", "=enter"}, {"siege", "=siege"}, {"sign", "=sign"}, {"start", "=begin"}, {"surrender", "=surrender"},
	{"unif", "=unite"}, {"unification", "=unite"}, {"uprising", "=revolt"}, {"withdr", "=leave"},
}

// happeningsFrom is where the roots of each letter start, and after z the end.
var happeningsFrom = func() (from [27]int) {
	i := 0
	for c := range 26 {
		for i < len(happenings) && int(happenings[i].root[0]-'a') < c {
			i++
		}
		from[c] = i
	}
	from[26] = len(happenings)
	return from
}()

// termOf is the term of a word: "" for a word that tells nothing.
func termOf(w string, table *wordTable) string {
	if len(w) < 2 {
		return ""
	}
	if 'A' <= w[0] && w[0] <= 'Z' || w[0] >= 0xC3 {
		return strings.TrimSuffix(w, "’s")
	}
	if w[0] >= 'a' && w[0] <= 'z' {
		for _, h := range happenings[happeningsFrom[w[0]-'a']:happeningsFrom[w[0]-'a'+1]] {
			if strings.HasPrefix(w, h.root) {
				return h.term
			}
		}
	}
	if len(w) < 4 {
		return ""
	}
	for _, end := range []string{"ings", "ing", "ed", "es", "s", "e"} {
		if len(w) > len(end)+3 && strings.HasSuffix(w, end) {
			return w[:len(w)-len(end)]
		}
	}
	return w
}

// mayName reports whether a word of this class, with a capital, can be part of a name: the People's Republic, October Revolution.
func (c class) mayName() bool {
	switch c {
	case wMeasure, wLabel, wAdj, wMonth, wSeason, wOrd, wCard, wOld, wYearWord, wStep, wUnit, wWeekday, wHoliday:
		return true
	}
	return false
}

// fallTerm is yielded for "fall": that something happened to what is named, but by no certain word.
const fallTerm = "=fall"

// eachTerm calls yield for the terms of text[start:end] with the byte each stands at; with acronyms, also for the
// initials of names of several words.
func eachTerm(text string, start, end int, tab *wordTable, acronyms bool, yield func(term string, at int)) {
	var initials [8]byte
	n, at := 0, 0
	flush := func() {
		if n >= 2 && acronyms {
			yield(string(initials[:n]), at)
		}
		n = 0
	}
	for i := start; i < end; {
		c := text[i]
		if charClass[c] != chLetter && charClass[c] != chHigh {
			if c != ' ' && c != '\'' && c != '-' && c != '\n' {
				flush()
			}
			i++
			continue
		}
		if k, v := highMark(text, i); charClass[c] == chHigh && v != 0 {
			i += k
			continue
		}
		j := i
		hash := uint32(0)
		for j < end && (charClass[text[j]] == chLetter || charClass[text[j]] == chHigh) {
			if charClass[text[j]] == chHigh {
				if _, v := highMark(text, j); v != 0 {
					break
				}
			}
			hash = hash*hashFactor + uint32(text[j]|0x20)
			j++
		}
		w := text[i:j]
		e := tab.find(w, hash)
		upper := 'A' <= c && c <= 'Z'
		switch {
		case w == "s" && i > start:
		case e != nil && !(upper && i > start && e.class.mayName()):
			if e.class != wOf && e.class != wTheWord {
				flush()
			}
			if e.class == wSeason && !upper && len(w) == len("fall") { // the fall of Girona, or a season
				yield(fallTerm, i)
			}
			if e.class == wFunc && e.val == 4 {
				if t := termOf(w, tab); t != "" && t[0] == '=' {
					yield(t, i)
				}
			}
		default:
			if upper {
				if n == 0 {
					at = i
				}
				if n < len(initials) {
					initials[n] = c
					n++
				}
			} else {
				flush()
			}
			if t := termOf(w, tab); t != "" {
				yield(t, i)
			}
		}
		i = j
	}
	flush()
}

// buildIndex indexes the dated sentences of the text.
func (r *resolver) buildIndex() *eventIndex {
	ix := &eventIndex{terms: map[string][]occurrence{}}
	tab := table()
	for k := range r.men { // only what is asked for is indexed
		if x := &r.men[k]; x.event.end > 0 && (x.rel == relEvent || x.lead == prAfter) {
			eachTerm(r.text, int(x.event.start), int(x.event.end), tab, false, func(term string, _ int) { ix.terms[term] = nil })
		}
	}
	for k := 0; k < len(r.men); {
		b := r.men[k].block
		end := k
		for end < len(r.men) && r.men[end].block == b {
			end++
		}
		bl := r.blocks[b]
		if bl.kind == prose || bl.kind == aside {
			ix.addBlock(r, bl, k, end, tab)
		}
		k = end
	}
	return ix
}

func (ix *eventIndex) addBlock(r *resolver, bl block, from, to int, tab *wordTable) {
	k := from
	for s, e := range sentence.Split(r.text[bl.start:bl.end]) {
		start, end := int32(bl.start+s), int32(bl.start+e)
		for k < to && r.men[k].start < start {
			k++
		}
		last, dated := k, false
		for last < to && r.men[last].start < end {
			x := &r.men[last]
			dated = dated || x.kind <= kTime && x.rel != relEvent && x.level <= uYear && (x.hasYear || x.month > 0 || x.clock || x.rel != relNone)
			last++
		}
		if dated {
			id := int32(len(ix.sentences))
			ix.sentences = append(ix.sentences, datedSentence{start, end, int32(k), int32(last)})
			eachTerm(r.text, int(start), int(end), tab, true, func(term string, at int) {
				if o, asked := ix.terms[term]; asked && len(o) < maxOccurrences {
					ix.terms[term] = append(o, occurrence{id, int32(at)})
				}
			})
		}
		k = last
	}
}

// hit is how well a sentence tells of an event.
type hit struct {
	sentence int32
	score    int
	at       int32 // of the happening, or of the first term found
	happens  bool
}

// find is the date of the event named by the words at span: that of the dated sentence that shares most of its terms.
func (r *resolver) findEvent(k int, span extent) (anchor, bool) {
	if r.index == nil {
		r.index = r.buildIndex()
	}
	ix := r.index
	var hits []hit
	total, terms, names, happens, falls := 0, 0, 0, false, false
	eachTerm(r.text, int(span.start), int(span.end), table(), false, func(term string, at int) {
		if terms >= maxTerms {
			return
		}
		if term == fallTerm {
			falls = true
			return
		}
		occ := ix.terms[term]
		weight := 2
		switch {
		case term[0] == '=':
			weight = 3
			happens = true
		case term[0] < 'a':
			weight = 4
			names++
			if len(term) <= 4 && strings.ToUpper(term) == term && len(occ) == 0 {
				break
			}
		}
		if len(occ) >= maxOccurrences/2 {
			weight = 1
		}
		terms++
		total += weight
		seen := int32(-1)
		for _, o := range occ {
			s := ix.sentences[o.sentence]
			if o.sentence == seen || span.start >= s.start && span.start < s.end {
				continue
			}
			seen = o.sentence
			i := slices.IndexFunc(hits, func(h hit) bool { return h.sentence == o.sentence })
			if i < 0 {
				i = len(hits)
				hits = append(hits, hit{sentence: o.sentence, at: o.at})
			}
			hits[i].score += weight
			if term[0] == '=' {
				hits[i].at, hits[i].happens = o.at, true
			}
		}
	})
	if names == 0 && terms < 3 || terms < 2 && !happens && !falls {
		return anchor{}, false // too little to know an event by
	}
	best, found, at := 0, -1, anchor{}
	var readings []anchor
	var weights []float64
	for _, h := range hits {
		if h.score*5 < total*3 || happens && !h.happens && h.score*5 < total*4 {
			continue
		}
		a, ok := r.dateIn(ix.sentences[h.sentence], h.at, k)
		if !ok {
			continue
		}
		score := 2 * h.score
		switch { // the finer date tells more
		case a.day > 0:
			score += 3
		case a.month > 0:
			score++
		}
		if found < 0 || score > best {
			best, found, at = score, len(readings), a
		}
		if !slices.Contains(readings, a) {
			readings, weights = append(readings, a), append(weights, float64(score*score))
		}
	}
	if found < 0 {
		return at, false
	}
	r.choseEvent(k, readings, weights, at)
	return at, true
}

// dateIn is the date of a sentence that lies nearest to the byte at, clauses counted.
func (r *resolver) dateIn(s datedSentence, at int32, k int) (a anchor, ok bool) {
	near := int32(1 << 30)
	for i := s.from; i < s.to; i++ {
		x := &r.men[i]
		if x.kind > kTime || x.rel == relEvent || x.level > uYear || int(i) == k {
			continue
		}
		if !x.hasYear && (int(i) < k || x.rel != relNone || !r.tryFill(int(i))) {
			continue
		}
		from, to := min(x.end, at), max(x.start, at)
		d := to - from
		for j := from; j+4 < to; j++ {
			if r.text[j] == ';' || r.text[j:j+5] == " and " || r.text[j:j+5] == " but " {
				d += 60
			}
		}
		if x.level > uDay {
			d += 10
		}
		if d < near {
			near, ok = d, true
			a = anchor{year: x.year, hasYear: true, month: x.month, day: x.day, sub: x.sub, level: min(x.level, uYear)}
		}
	}
	return a, ok
}

// tryFill reports whether a later mention has its year from its own words or its range's.
func (r *resolver) tryFill(i int) bool { return r.men[i].hasYear && !r.men[i].short }

// resolveEvent dates an expression that counts from an event: by a date among the event's own words, by the
// document's sentence about it, or by the date beside which it stands in apposition.
func (r *resolver) resolveEvent(k int) {
	x := &r.men[k]
	a, ok := r.innerDate(x)
	if !ok {
		if r.apposed(k) || r.restated(k) {
			return
		}
		if x.rule == ruEventOffset && x.unit < uPart { // minutes after: within the day that is told of
			near := r.last.day > 0 && r.follows(x, maxScene) && !r.toldAside(k)
			a, named, ok := r.justTold(k)
			if ok && (!near || a.minute > 0 && r.last.daysTo(a) <= 1) {
				r.resolveRelative(x, a)
			} else if near && named {
				a := r.last
				a.minute = 0
				r.resolveRelative(x, a)
			}
			r.choseClock(k)
			return
		}
		if a, ok = r.findEvent(k, x.event); !ok {
			a, ok = r.toldHere(k)
		}
	}
	if !ok {
		return
	}
	if x.vague && x.rule == ruEventOffset {
		return
	}
	if x.kind == kSpan && r.span.hasYear {
		save := r.span
		r.span = anchor{}
		r.resolveRelative(x, a)
		r.span = save
		return
	}
	if x.yearly && r.last.hasYear && r.last.year > a.year {
		a.year = r.last.year
	}
	r.resolveRelative(x, a)
}

// maxBare is how many terms the words of an event have at most that point back to one just told: "the signing", "relieving the siege".
const maxBare = 2

// toldHere is the date of the happening that mention k counts from, when the paragraph has just told of it and k's words only take it up:
// "signed on 11 November … two days after the signing". The date is as fine as what is counted, days to months: a sentence that counts
// years mostly has the date of what comes after them.
func (r *resolver) toldHere(k int) (best anchor, ok bool) {
	x := &r.men[k]
	if x.rule != ruEventOffset || x.habit || x.unit >= uYear || !takesUp(r.text[x.event.start:x.event.end]) {
		return best, false
	}
	var terms [maxBare]string
	n := 0
	eachTerm(r.text, int(x.event.start), int(x.event.end), table(), false, func(t string, _ int) {
		if n < maxBare && (t[0] == '=' || 'a' <= t[0] && t[0] <= 'z') {
			terms[n] = t
			n++
		} else {
			n = maxBare + 1 // a name, or too many words
		}
	})
	if n == 0 || n > maxBare {
		return best, false
	}
	at := int32(-1)
	for _, term := range terms[:n] {
		occ := r.index.terms[term]
		for i := len(occ) - 1; i >= 0; i-- {
			o := occ[i]
			s := r.index.sentences[o.sentence]
			if o.at >= x.start || r.men[s.from].block != x.block {
				continue
			}
			s.to = min(s.to, int32(k))
			if a, found := r.dateIn(s, o.at, k); found && o.at > at && a.tells(x.unit) {
				best, ok, at = a, true, o.at
			}
			break
		}
	}
	return best, ok
}

// takesUp reports whether words name something as already told: "the siege", "its fall", "relieving the town"; but not "the next election".
func takesUp(words string) bool {
	first, rest, _ := strings.Cut(words, " ")
	switch first {
	case "the", "this", "that", "his", "her", "its", "their":
	default:
		return strings.HasSuffix(first, "ing")
	}
	second, _, _ := strings.Cut(rest, " ")
	switch second {
	case "next", "previous", "following", "preceding", "last", "first", "second", "third", "final", "new", "other", "coming", "planned", "scheduled", "expected", "intended", "proposed":
		return false
	}
	return true
}

// tells reports whether a date is fine enough for units of less than a year to be counted from it.
func (a anchor) tells(u unit) bool {
	if u < uMonth {
		return a.day > 0
	}
	return a.month > 0
}

// justTold is the day, and the time of the clock, at which the document told not long before mention k of what k counts from: "landed
// at 20:17" before "two hours after landing". Named reports whether k's words name a happening at all.
func (r *resolver) justTold(k int) (best anchor, named, ok bool) {
	if r.index == nil {
		r.index = r.buildIndex()
	}
	x, term := &r.men[k], ""
	eachTerm(r.text, int(x.event.start), int(x.event.end), table(), false, func(t string, _ int) {
		if term == "" && (t[0] == '=' || 'a' <= t[0] && t[0] <= 'z') {
			term = t
		}
	})
	occ := r.index.terms[term]
	for i := len(occ) - 1; i >= 0; i-- {
		s := r.index.sentences[occ[i].sentence]
		if occ[i].at >= x.start {
			continue
		}
		b := r.blocks[r.men[s.from].block]
		if b.kind != prose || r.blocks[x.block].order-b.order > maxScene {
			break
		}
		a, found := r.dateIn(s, occ[i].at, k)
		if !found || a.day == 0 || ok && best.daysTo(a) > 0 {
			continue
		}
		for j := s.from; j < s.to && a.minute == 0; j++ {
			if y := &r.men[j]; y.day == a.day && y.month == a.month && int(j) < k {
				a.minute = y.clockMinute()
			}
		}
		if best, ok = a, true; a.minute > 0 {
			break
		}
	}
	return best, term != "", ok
}

// clockMinute is the minute of the day that x tells or was counted to, plus one; 0 when not known.
func (x *mention) clockMinute() int16 {
	if x.clock {
		return int16(x.hour)*60 + int16(x.minute) + 1
	}
	return x.minuteOfDay
}

// daysTo is how many days lie between two known days.
func (a anchor) daysTo(b anchor) int {
	d := dayNumberOf(int(a.year), int(a.month), int(a.day)) - dayNumberOf(int(b.year), int(b.month), int(b.day))
	return max(d, -d)
}

// toldAside reports whether the last day before mention k stands in parentheses.
func (r *resolver) toldAside(k int) bool {
	for j := k - 1; j >= 0 && j >= k-maxRun; j-- {
		if x := &r.men[j]; x.kind <= kTime && x.hasYear && x.day > 0 {
			return x.openParen || x.closeParen
		}
	}
	return false
}

// resolveSpan dates "after 12 days of X": the duration counted from the event.
func (r *resolver) resolveSpan(k int) {
	x := &r.men[k]
	if x.vague || x.event.end == 0 {
		return
	}
	a, ok := r.findEvent(k, x.event)
	if !ok {
		return
	}
	y := mention{level: x.unit, unit: x.unit, steps: x.qty, rule: ruEventOffset, rel: relEvent}
	r.resolveRelative(&y, a)
	if y.hasYear && (y.level != uDay || y.day > 0) {
		y.basis = basisResolved
		x.after = y.edtf()
	}
}

// innerDate is a date among the event's words: "the death of Sun in 1925", or a day of the year nearest to the
// narrative: "two days before Christmas".
func (r *resolver) innerDate(x *mention) (anchor, bool) {
	a := x.inner
	if a.hasYear || a.day == 0 || !r.cur.hasYear {
		return a, a.hasYear
	}
	a.year, a.hasYear = r.cur.year, true
	if d := int(a.month) - int(max(r.cur.month, 1)); r.cur.month > 0 && d < -6 {
		a.year++
	} else if r.cur.month > 0 && d > 6 {
		a.year--
	}
	return a, true
}

// restated resolves "five years after his death, in 1730": the date right behind the expression tells what it comes to.
func (r *resolver) restated(k int) bool {
	if k+1 >= len(r.men) {
		return false
	}
	x, n := &r.men[k], &r.men[k+1]
	if n.block != x.block || n.kind > kTime || n.rel != relNone || !n.hasYear || n.short || n.mod != mNone || n.level > x.level || x.level > uYear || x.vague {
		return false
	}
	switch n.lead {
	case 0, prIn, prOn, prAt:
	default:
		return false
	}
	from := n.start
	if n.lead != 0 {
		from = n.leadAt
	}
	if from < x.end || strings.TrimSpace(r.text[x.end:from]) != "," {
		return false
	}
	x.restates(n)
	return true
}

// restates gives x the date of y, which stands beside it and tells the same.
func (x *mention) restates(y *mention) {
	x.year, x.hasYear, x.month, x.day, x.sub, x.level, x.mod, x.basis = y.year, true, y.month, y.day, y.sub, y.level, y.mod, basisResolved
	x.apposed = true
}

// apposed resolves "On 8 August 1945, three months after X": the expression restates the date right before it.
func (r *resolver) apposed(k int) bool {
	if k == 0 || r.men[k].rule != ruEventOffset && (r.men[k].level != uDay || r.men[k-1].level != uDay) {
		return false
	}
	x, p := &r.men[k], &r.men[k-1]
	if p.block != x.block || p.kind > kTime || !p.hasYear || p.level > uYear || p.basis == basisNone {
		return false
	}
	gap := strings.TrimSpace(r.text[p.end:x.start])
	if gap != "," && gap != "(" && gap != "–" && gap != "—" && gap != "-" {
		return false
	}
	x.restates(p)
	return true
}
