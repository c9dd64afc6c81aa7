package temporal

// What makes a number an amount, a label or a designation, and no year.

// quantity reports whether the number at i, or the range that ends before j, is an amount: money, men, distances.
func (m *matcher) quantity(i, j int) bool {
	if p := m.at(i - 1); p.class == wPunct && m.glued(i) && (p.val == '$' || p.val == ptOther || p.val == '#' || p.val == '.') {
		return true
	}
	n := m.at(j)
	return n.class == wMeasure || n.class == wPunct && n.val == '%' || m.hyphen(j) && (m.at(j+1).class == wMeasure || singular(m.word(j+1)))
}

// singular reports whether a word behind a number and a hyphen is what the number counts: a 1500-ton ship, a 1200-seat hall.
func singular(w string) bool {
	switch w {
	case "ton", "tonne", "pound", "word", "seat", "room", "yard", "hectare", "man", "bed", "kilogram", "gallon", "litre", "liter", "dollar", "member", "horsepower", "watt", "volt", "calorie",
		"ship", "gun", "tank", "plane", "point", "degree", "unit", "piece":
		return true
	}
	return false
}

// countedRange reports whether the number at i is the lower end of an amount: "400 to 670 mm", "1900 up to just under 2600 hours".
func (m *matcher) countedRange(i int) bool {
	k := i + 1
	if m.is(k, "up") {
		k++
	}
	if t := m.at(k); t.class != wTo && t.class != wAnd && t.class != wOr && !(t.class == wPunct && t.val == ptDash) {
		return false
	}
	for k++; k < i+6 && roughly(m.word(k)); k++ {
	}
	n, unit := m.at(k), m.at(k+1)
	return n.class == wNumber && (n.flags&fGrouped != 0 || m.quantity(k, k+1) || m.pluralNoun(k+1) && unit.class == wNone || unit.class == wUnit && unit.val&unitPlural != 0)
}

// roughly reports a word that makes the number behind it a rough one.
func roughly(w string) bool {
	switch w {
	case "just", "under", "over", "about", "around", "almost", "nearly", "roughly", "approximately", "some":
		return true
	}
	return false
}

// numbering reports whether a noun is one whose instances are numbers.
func numbering(w string) bool {
	switch w {
	case "number", "numbers", "serial", "serials", "code", "codes", "identifier", "identifiers":
		return true
	}
	return false
}

// pluralNoun guesses whether the lower-case word at i is a noun in the plural.
func (m *matcher) pluralNoun(i int) bool {
	w := m.word(i)
	n := len(w)
	return n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u'
}

// labelled reports whether the number at i is called by a label: page 1945, no. 1776, pp. 1945–1950, serial numbers (2044).
func (m *matcher) labelled(i int) bool {
	k := i - 1
	if p := m.at(k); p.class == wPunct {
		switch {
		case p.val == '#' && m.glued(i):
			return true
		case p.val == '(':
			return numbering(m.word(k-1)) || m.at(k-1).class == wLabel
		case p.val == ptDash && m.at(k-1).class == wNumber: // the second of a range
			k -= 2
		case p.val == '&' && m.at(k-1).class == wNumber:
			k -= 2
		}
	}
	if m.punct(k, '.') && m.glued(k) {
		k--
		return m.at(k).class == wLabel || m.abbreviatedLabel(k) || m.otherEra(k-2)
	}
	return m.at(k).class == wLabel || numbering(m.word(k)) || m.otherEra(k)
}

// abbreviatedLabel reports whether the word at i is a label when a full stop stands behind it: p., no., vol., fol.
func (m *matcher) abbreviatedLabel(i int) bool {
	switch m.word(i) {
	case "p", "pp", "no", "No", "nos", "Nos", "n", "fol", "ff", "para", "pt", "art", "ch", "chap", "op", "col", "cols", "fig", "figs", "ser", "bk", "lib", "ep", "ll":
		return true
	}
	return false
}

// amount reports whether the words before the number at i make it one: a force of 1500, at 1800, numbering 1600, grew from 1500 to 1800.
func (m *matcher) amount(i int) bool {
	p, n := m.at(i-1), m.at(i+1)
	capital := n.class == wNone && n.flags&fCap != 0
	switch p.class {
	case wPrep:
		switch p.val {
		case prBetween:
			return m.is(i+1, "up") && m.countedRange(i) || n.class == wAnd && m.countedRange(i) && (m.at(i).num < 1700 || m.at(i).num%50 == 0 && m.at(i+2).num%50 == 0)
		case prAt, prWithin:
			return !capital && n.class != wSeason
		case prFrom:
			return (n.class == wTo || m.is(i+1, "up")) && (m.countedRange(i) || changes(m.word(i-2)) && m.amountBefore(i-2))
		}
	case wFunc:
		if m.is(i-1, "as") {
			switch m.word(i - 2) {
			case "many", "much", "few", "high", "low", "little", "large", "far":
				return true // as many as 1800
			}
		}
		return !capital && (p.val == 2 && !m.is(i-1, "is") && !m.is(i-1, "was") || m.is(i-1, "with") || m.is(i-1, "against")) && n.class != wMonth
	case wOf:
		return m.amountOf(i - 2)
	case wTo, wAnd, wOr:
		if q := m.at(i - 2); q.class == wNumber && m.lastEnd != i-1 && q.flags&fLine == 0 {
			return true // from 861 to 1539: the first was no year
		}
		return p.class == wTo && changes(m.word(i-2))
	case wNone:
		return countsVerb(m.word(i-1)) && !capital
	}
	return false
}

// amountOf reports whether "of" behind the word at i asks for an amount: a total of, a force of.
func (m *matcher) amountOf(i int) bool {
	switch m.word(i) {
	case "total", "height", "length", "elevation", "altitude", "distance", "depth", "weight", "speed", "capacity", "maximum", "minimum", "attendance",
		"average", "ransom", "width", "temperature", "enrollment", "enrolment", "complement", "sum", "radius", "diameter", "rate", "mean", "range":
		return true
	case "force", "army", "garrison", "crew", "group", "fleet", "body", "number", "population", "strength", "crowd", "membership", "party", "workforce", "staff", "congregation",
		"audience", "contingent", "majority", "fine", "bounty", "band", "loss", "reward", "salary", "price", "cost", "score", "gathering", "detachment":
		for k := i - 1; k >= i-3 && k >= 0; k-- {
			switch t := m.at(k); t.class {
			case wArticle, wPoss:
				return true
			case wNone, wApprox, wAdj, wMeasure:
			default:
				return false
			}
		}
	}
	return false
}

// changes reports whether a word is a verb of growing or shrinking.
func changes(w string) bool {
	switch w {
	case "grew", "grow", "grown", "growing", "rose", "risen", "rising", "increased", "increasing", "increase", "fell", "fallen", "falling", "dropped", "dropping", "declined",
		"declining", "decreased", "decreasing", "shrank", "shrunk", "reduced", "raised", "expanded", "swelled", "jumped", "climbed", "dwindled", "doubled":
		return true
	}
	return false
}

// amountBefore reports whether a word for an amount stands before token i in its sentence.
func (m *matcher) amountBefore(i int) bool {
	for k := i - 1; k >= 0 && k > i-14; k-- {
		t := m.at(k)
		if t.class == wPunct && (t.val == '.' || t.val == ';') {
			return false
		}
		switch m.word(k) {
		case "population", "number", "numbers", "strength", "membership", "total", "size", "price", "prices", "output", "production", "enrollment", "enrolment", "attendance",
			"circulation", "garrison", "workforce", "staff", "force", "capacity", "Population", "Membership", "Production", "Output", "Attendance", "Circulation", "Enrollment":
			return true
		}
	}
	return false
}

// countsVerb reports whether a number behind a word is counted or measured by it.
func countsVerb(w string) bool {
	switch w {
	case "numbered", "numbering", "totalled", "totaled", "totalling", "totaling", "counted", "counting", "killed", "killing", "lost", "losing", "captured", "capturing", "weighed",
		"weighing", "measured", "measuring", "exceeded", "exceeding", "comprised", "comprising", "employed", "employing", "sold", "scored", "paid", "cost", "costing", "averaged",
		"averaging", "contained", "containing", "housed", "seated", "seating", "produced", "reached", "reaching", "approximately", "roughly", "wounded", "wounding", "sank", "carried",
		"carrying", "bought", "x":
		return true
	}
	return false
}
