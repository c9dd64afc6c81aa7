package temporal

// approximate recognises "about", "more than", "at least", "ca." with the duration or date behind them.
func (m *matcher) approximate(i int) (mention, bool) {
	if !m.deeper() {
		return mention{}, false
	}
	j, mod := i, mNone
	switch m.at(i).val {
	case apAbout:
		j, mod = i+1, mApprox
	case apCirca:
		j, mod = i+1, mApprox
		if m.punct(j, '.') {
			j++
		}
	case apSome:
		if n := m.at(i + 1); n.class == wSpan && n.val == 1 {
			return mention{kind: kSpan, rule: ruSpan}.upTo(i, i+2), true
		}
		j, mod = i+1, mApprox
	case apNearly:
		j, mod = i+1, mLessThan
	case apOver:
		j, mod = i+1, mMoreThan
	case apUnder:
		j, mod = i+1, mLessThan
	case apMore, apLess:
		if m.at(i+1).class != wThan {
			return mention{}, false
		}
		j, mod = i+2, mMoreThan
		if m.at(i).val == apLess {
			mod = mLessThan
		}
	case apJust:
		j = i + 1
		if a := m.at(j); a.class == wApprox && a.val != apJust {
			x, ok := m.approximate(j)
			x.from = int32(i)
			return x, ok
		}
	case apLeast, apMost:
		if !m.is(i-1, "at") || i-1 < m.lastEnd {
			return mention{}, false
		}
		mod = mAtLeast
		if m.at(i).val == apMost {
			mod = mAtMost
		}
		x, ok := m.behind(i-1, i+1)
		if ok && x.kind == kDuration {
			x.mod = mod
			return x, true
		}
		return mention{}, false
	case apUp:
		if m.at(i+1).class != wTo {
			return mention{}, false
		}
		j, mod = i+2, mAtMost
	default:
		return mention{}, false
	}
	x, ok := m.behind(i, j)
	if !ok {
		return mention{}, false
	}
	if x.kind == kDate && x.rel == relNone && x.fixed == "" && mod != mApprox {
		return mention{}, false
	}
	if x.mod == mNone {
		x.mod = mod
	}
	return x, true
}

// behind recognises the duration, offset or date at j that an approximator at from belongs to.
func (m *matcher) behind(from, j int) (mention, bool) {
	t := m.at(j)
	switch t.class {
	case wArticle:
		if u := m.at(j + 1); u.class == wUnit && u.val&unitPlural == 0 && u.val != uQuarter {
			return m.durationOf(from, j+2, count{hundredths: 100}, u.val)
		}
		if c := m.at(j + 1).class; c == wVague || c == wCard || c == wAdj || c == wHalf {
			if x, ok := m.indefinite(j); ok && x.kind != kSpan {
				x.from = int32(from)
				return x, true
			}
		}
		return mention{}, false
	case wNumber, wCard, wVague, wHalf:
		if x, ok := m.countedFrom(from, j); ok && (x.kind == kDuration || x.rel != relNone || x.fixed != "") {
			return x, true
		}
		if t.class == wNumber && m.at(from).val == apCirca {
			if x, n, ok := m.yearAt(j, true); ok {
				return x.upTo(from, n), true
			}
		}
		if t.class == wNumber && (m.at(from).val == apAbout || m.at(from).val == apCirca) {
			if x, n, ok := m.calendar(j); ok {
				return x.upTo(from, n), true
			}
		}
	case wUnit:
		if m.at(from).val == apJust && t.val&unitPlural != 0 {
			return m.durationOf(from, j+1, count{vague: true, indefinite: true}, t.val&^unitPlural)
		}
	case wMonth, wSeason:
		if v := m.at(from).val; v == apAbout && m.at(j).class == wMonth || v == apCirca {
			if x, n, ok := m.calendar(j); ok {
				return x.upTo(from, n), true
			}
		}
	}
	return mention{}, false
}
