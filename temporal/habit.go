package temporal

// What a text tells of every year — the ceremony is usually held in March, the winters are mild — belongs to no year. Such a sentence
// is known by its verbs: in the present, and none in the past.

// maxTense is how many tokens to either side are looked at for the tense of a sentence.
const maxTense = 60

// tense is what the verbs of a sentence tell.
type tense struct {
	past    bool // was, had, fell
	ended   bool // a word in -ed that may be a verb
	present bool // is, has, can
	habit   bool // usually, every year
}

// timeless reports whether the sentence tells of no certain time.
func (t tense) timeless(level unit) bool {
	return !t.past && (t.habit || level >= uMonth && t.present && !t.ended)
}

// tenseAt is the tense of the sentence around tokens [i, j). It keeps the last answer: mentions of one sentence ask in order.
func (m *matcher) tenseAt(i, j int) tense {
	if l := &m.lastTense; l.block != m.block+1 || i < l.from || j > l.to {
		from, to, t := m.readTense(i, j)
		*l = sentenceTense{m.block + 1, from, to, t}
	}
	return m.lastTense.tense
}

// sentenceTense is the tense of tokens [from, to) of a block; the block is plus one.
type sentenceTense struct {
	block    int32
	from, to int
	tense    tense
}

// readTense reads the tense of the sentence around tokens [i, j), and how far it reaches.
func (m *matcher) readTense(i, j int) (from, to int, t tense) {
	for i > 0 && i > j-maxTense && !m.endsSentence(i-1) {
		i--
	}
	k := i
	for end := i + 2*maxTense; k < len(m.tok)-1 && k < end; k++ {
		if k >= j && m.endsSentence(k) {
			break
		}
		switch c := m.at(k); c.class {
		case wFunc:
			switch {
			case c.val == 4:
				t.past = true
			case c.val == 2:
				switch m.word(k) {
				case "was", "were", "had", "did", "would", "could":
					t.past = true
				case "is", "are", "has", "have", "can", "does", "do", "will":
					if m.at(k-1).class == wTo && m.is(k, "have") { // seems to have been
						t.past = true
					}
					t.present = true
				}
			}
		case wMonth:
			t.present = t.present || c.flags&fCap == 0 && c.val == 5 // may
		case wOften:
			t.habit = t.habit || c.val == uYear
		case wEach:
			t.habit = true
		case wRef:
			t.present = t.present || c.val == refNow || c.val == refToday || c.val == refCurrent
		case wNone:
			if c.flags&fCap != 0 && k > i {
				continue
			}
			switch w := m.word(k); w {
			case "usually", "often", "typically", "generally", "normally", "sometimes", "always", "traditionally", "commonly", "Usually", "Typically", "Normally", "occurs", "occur", "celebrated", "celebrates", "observed", "observes", "commemorated", "commemorates", "varies", "ranges":
				t.habit = true
			default:
				if n := len(w); m.looksVerb(k) && !(n > 2 && (w[n-2:] == "ly" || w[n-2:] == "ng")) && !m.participle(k) {
					t.past = t.past || w[n-2:] != "ed"
					t.ended = t.ended || w[n-2:] == "ed"
				}
			}
		}
	}
	return i, max(k, j), t
}

// timeless reports whether mention x is told of every year: by the verbs of its sentence or, where those do not tell, of its block.
func (m *matcher) timeless(x *mention) bool {
	if x.level == uSeason && m.at(int(x.from)).class == wSeason && m.at(int(x.from)).val&unitPlural != 0 {
		return true // mild winters
	}
	if x.level == uSeason && kindOfSeason(m.word(int(x.to))) {
		return true
	}
	if x.lead == prSince {
		return false
	}
	if k := int(x.from) - 2; x.lead != 0 && (m.at(k).class == wOften || m.is(k, "year") && m.at(k-1).class == wEach) {
		return true // held each year in July
	}
	if k := int(x.from) - 2; x.lead != 0 && (recurs(m.word(k)) || m.is(k, "place") && m.is(k-1, "takes")) {
		return true // opened in 1878, it meets on the third Sunday in May
	}
	for k := int(x.from) - 2; x.lead != 0 && k > int(x.from)-6; k-- { // there was an annual fair in July
		if t := m.at(k); t.class == wOften && t.val == uYear {
			return m.at(k-1).class == wArticle
		} else if t.class != wNone {
			break
		}
	}
	t := m.tenseAt(int(x.from), int(x.to))
	if t == (tense{}) && x.level >= uMonth {
		t = m.blockTense()
	}
	return t.timeless(x.level)
}

// recurs reports a verb in the present that tells when something is each year.
func recurs(w string) bool {
	switch w {
	case "meets", "meet", "occurs", "occur", "falls", "begins", "starts", "ends", "opens", "closes", "runs", "lasts", "peaks", "blooms", "ripens", "breeds", "migrates":
		return true
	}
	return false
}

// goesOnListing reports whether mention y only goes on a list of months or days of every year: "in March, May & July".
func (m *matcher) goesOnListing(x, y *mention) bool {
	if !x.timeless || x.hasYear || y.hasYear || y.rel != relNone || y.month == 0 || y.lead != 0 || x.month == 0 {
		return false
	}
	gap := m.tok[x.to:y.from]
	if len(gap) == 0 || len(gap) > 2 {
		return false
	}
	for _, g := range gap {
		if g.class != wAnd && g.class != wOr && !(g.class == wPunct && (g.val == ',' || g.val == '&')) {
			return false
		}
	}
	return true
}

// kindOfSeason reports a noun that a season before it tells the kind of, not the time: "winter quarters", "summer clothes".
func kindOfSeason(w string) bool {
	switch w {
	case "quarters", "camp", "camps", "clothing", "clothes", "coat", "coats", "uniform", "uniforms", "gear", "equipment", "boots", "food", "stores", "provisions", "supplies", "fodder",
		"wheat", "crop", "crops", "grain", "pasture", "pastures", "home", "homes", "house", "residence", "residences", "palace", "palaces", "capital", "cottage", "resort", "resorts",
		"sport", "sports", "weather", "temperature", "temperatures", "solstice", "range", "plumage":
		return true
	}
	return false
}

// blockTense is the tense of the auxiliaries of the block.
func (m *matcher) blockTense() tense {
	if m.tensed != m.block+1 {
		m.tensed, m.tense = m.block+1, tense{}
		for k := range m.tok {
			if c := &m.tok[k]; c.class == wFunc && (c.val == 2 || c.val == 4) {
				switch m.word(k) {
				case "is", "are", "has", "have", "can", "does", "do":
					m.tense.present = true
				case "will", "be", "been", "might", "must", "should":
				default:
					m.tense.past = true
				}
			}
		}
	}
	return m.tense
}

// participle reports whether the word in -ed at i stands behind a form of "be" or "have" in the present, or before a noun: "is held", "mixed forests".
func (m *matcher) participle(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch t := m.at(k); t.class {
		case wFunc:
			return t.val == 2 || m.is(k, "by") || m.is(k, "as")
		case wTheWord, wArticle, wPrep, wOf, wPoss, wAdj:
			return true
		case wNone:
			if w := m.word(k); len(w) < 3 || w[len(w)-2:] != "ly" {
				return false
			}
		}
	}
	return false
}

// endsSentence reports whether token i ends a sentence, or a line does before the next.
func (m *matcher) endsSentence(i int) bool {
	t, n := m.at(i), m.at(i+1)
	if n.flags&fLine != 0 {
		return true
	}
	return t.class == wPunct && (t.val == '.' || t.val == '?' || t.val == '!') && n.flags&(fCap|fSpace) == fCap|fSpace && m.at(i-1).end-m.at(i-1).start > 1
}
