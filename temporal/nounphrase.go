package temporal

// maxEvent is how many tokens the words of an event may have.
const maxEvent = 14

// ofWhat extends a duration by the words that say what filled it: "two months of fierce battles".
func (m *matcher) ofWhat(j int) int {
	if m.at(j).class != wOf {
		return j
	}
	if c := m.at(j + 1).class; c == wNumber || c == wMonth || c == wDecade || c == wTheWord {
		k := j + 1
		if c == wTheWord {
			k++
		}
		if x, n, ok := m.calendar(k); ok && x.level >= uDay {
			return n
		}
	}
	end := m.nounPhrase(j + 1)
	if end == j+1 {
		return j
	}
	if p := m.at(end); p.class == wPrep && p.val == prSince {
		if _, n, ok := m.calendar(end + 1); ok {
			return n
		}
	}
	return end
}

// adjectival guesses an adjective by its ending.
func (m *matcher) adjectival(i int) bool {
	w := m.word(i)
	if n := len(w); n > 4 {
		switch w[n-2:] {
		case "ic", "al", "ve", "us", "nt", "ry", "ed":
			return true
		}
	}
	return false
}

// gerund reports whether the word at i, in -ing, ends its phrase, so that it is the noun: "of heavy smoking".
func (m *matcher) gerund(i int) bool {
	w, n := m.word(i), m.at(i+1)
	return len(w) > 4 && w[len(w)-3:] == "ing" && (n.class == wPunct || n.class == wEnd || n.class == wFunc && n.val == 3)
}

// nounPhrase is the token after a noun phrase at i: words up to a mark, a verb or a preposition; "of" goes on.
func (m *matcher) nounPhrase(i int) int {
	j := m.nounPhraseEnd(i)
	for j > i && m.at(j-1).class.dangles() {
		j--
	}
	return j
}

func (m *matcher) nounPhraseEnd(i int) int {
	j := i
	for ; j < i+8; j++ {
		t := m.at(j)
		if t.flags&fLine != 0 {
			return j
		}
		switch t.class {
		case wNone:
			if j > i && t.flags&fCap == 0 && m.looksVerb(j) && (m.at(j-1).class == wNone || m.at(j-1).class == wMeasure) && !m.adjectival(j-1) && !(j == i+1 && m.gerund(j)) {
				return j
			}
		case wPoss, wTheWord, wArticle, wDem:
			if j > i && m.at(j-1).class != wOf {
				return j
			}
		case wAdj, wMeasure, wRef, wStep, wCard, wNumber, wOrd, wSeason, wLabel:
		case wOf:
			if j == i {
				return j
			}
		case wPunct:
			if t.val == ptDash && m.hyphen(j) || t.val == ptApos && m.glued(j) || t.val == ptQuote && !m.glued(j) && m.glued(j+1) && m.at(j+1).class == wNone {
				continue
			}
			return j
		case wAnd:
			if n := m.at(j + 1); n.class == wNone && n.flags&fCap == 0 && j > i && !m.looksVerb(j+1) && m.at(j+2).class != wNone {
				continue
			}
			return j
		default:
			if t.class == wUnit || t.class == wSpan || t.class == wMod {
				return j
			}
			if m.is(j-1, "s") && m.punct(j-2, ptApos) || t.flags&fUpper != 0 && isRoman(m.word(j)) && m.at(j-1).flags&fCap != 0 {
				continue
			}
			return j
		}
	}
	return j
}

// nounFollows reports whether the word at i is one that the expression before it would belong to as an attribute:
// a word that is neither a function word nor after a mark.
func (m *matcher) nounFollows(i int) bool {
	t := m.at(i)
	if t.flags&fLine != 0 {
		return false
	}
	switch t.class {
	case wNone:
		return t.flags&fCap != 0 || !m.looksVerb(i)
	case wMeasure, wUnit, wSpan, wLabel:
		return true
	}
	return false
}

// looksVerb guesses a finite verb by its ending: a lower-case word in -ed, -s after nothing nominal.
func (m *matcher) looksVerb(i int) bool {
	w := m.word(i)
	n := len(w)
	switch w { // irregular pasts that are seldom nouns
	case "became", "began", "brought", "came", "fought", "gave", "grew", "held", "kept", "knew", "led", "lost", "made", "meant",
		"ran", "said", "saw", "sent", "sold", "stood", "told", "took", "went", "withdrew", "won", "wrote":
		return true
	}
	return n > 3 && (w[n-2:] == "ed" || w[n-2:] == "ly" || n > 4 && w[n-3:] == "ing")
}

// eventWords is the token after the words of an event that start at i: up to a mark, a clause word or
// the limit. A possessive, a quotation and a hyphen belong to it.
func (m *matcher) eventWords(i int) int {
	j := m.eventEnd(i)
	for j > i && m.at(j-1).class.dangles() {
		j--
	}
	return j
}

// dangles reports whether a word of this class cannot end a phrase.
func (c class) dangles() bool {
	switch c {
	case wOf, wTheWord, wArticle, wPrep, wTo, wPoss:
		return true
	}
	return false
}

func (m *matcher) eventEnd(i int) int {
	j := i
	for ; j < i+maxEvent; j++ {
		t := m.at(j)
		switch t.class {
		case wEnd:
			return j
		case wPunct:
			switch t.val {
			case ptApos:
				continue
			case ptDash:
				if m.hyphen(j) {
					continue
				}
			case ptQuote:
				continue
			case '.':
				if m.abbreviation(j) {
					continue
				}
			}
			return j
		case wAnd, wOr:
			return j
		case wFunc:
			if t.val == 1 || m.is(j, "but") {
				return j
			}
		}
	}
	return j
}

// abbreviation reports whether the full stop at i belongs to the short word before it and the sentence goes on.
func (m *matcher) abbreviation(i int) bool {
	p, n := m.at(i-1), m.at(i+1)
	if !m.glued(i) || p.class == wEnd {
		return false
	}
	if p.end-p.start == 1 && p.flags&fCap != 0 {
		return true // an initial
	}
	return n.class != wEnd && n.flags&fSpace == 0
}
