package extract

// mend puts back dates without which the words around them would not read: behind an article or "both" that no noun follows ("the 1960
// and 1968 elections", "during the winter of 1813 in"), and drops a conjunction that joined nothing but dates ("in 1775 and 1776 around").
func (v *view) mend(words []int) []int {
	out := v.list(len(words) + 8)
	for k, i := range words {
		t := &v.tokens[i]
		next, last := len(v.tokens), k+1 == len(words)
		if !last {
			next = words[k+1]
		}
		behind := !last && v.isDated(i+1, next) // a date was cut out behind this word
		before := k > 0 && v.isDated(words[k-1]+1, i)
		if before && behind && (t.lower == "and" || t.lower == "or" || t.lower == "to") {
			if v.wants(out) { // the date before it was put back
				out = append(out, i)
				out = v.restore(out, i+1, next)
			} else if v.tokens[next].isNoun() || v.tokens[next].tag == "JJ" {
				out = append(out, i)
			}
			continue
		}
		out = append(out, i)
		if behind && (v.tokens[i+1].tag == "CD" && v.honours(i) || v.spends(i) && v.tokens[i+1].tag != "IN" || v.tokens[next].tag == "POS") {
			out = v.restore(out, i+1, next) // "proclaiming 2 August to be the holiday", "the century's finest"
			continue
		}
		if behind && (t.tag == "DT" || t.lower == "both" || t.tag == "PRP$") && t.name == 0 && t.lower != "this" && t.lower != "these" && t.lower != "those" && t.lower != "that" && !v.opensNoun(next) {
			out = v.restore(out, i+1, next)
		}
	}
	n := len(out)
	for n > 1 && isMark(v.tokens[out[n-1]].text) {
		n--
	}
	if n > 1 {
		last := out[n-1]
		if v.lower(last) == "back" && !v.is(out[n-2], dating) {
			return out
		}
		if v.is(last, dating) || v.is(out[n-2], dating) && (v.tokens[last].tag == "IN" || v.tokens[last].tag == "TO") {
			end := last + 1
			for end < len(v.tokens) && v.tokens[end].phrase != 0 && v.tokens[end].phrase == v.tokens[min(last+1, len(v.tokens)-1)].phrase {
				end++
			}
			if end < len(v.tokens) && end > last+1 && (v.isRangeTail(end) || v.lower(end) == "until" || v.lower(end) == "to") {
				return out
			}
			out = v.restore(out[:n], last+1, end)
		}
	}
	return out
}

// wants reports whether the last of the words is one of a date that was put back.
func (v *view) wants(out []int) bool { return len(out) > 0 && v.tokens[out[len(out)-1]].phrase != 0 }

func (v *view) restore(out []int, from, to int) []int {
	for ; from < to; from++ {
		out = append(out, from)
	}
	return out
}

// spends reports whether the word at token i is a verb whose object may be a time: "began the 1990s with a loss".
func (v *view) spends(i int) bool {
	switch v.lower(i) {
	case "began", "started", "ended", "finished", "spent", "entered", "opened", "closed":
		return v.tokens[i].isFinite()
	}
	return false
}

// isDated reports whether tokens [from, to) are words of dates and nothing else.
func (v *view) isDated(from, to int) bool {
	for i := from; i < to; i++ {
		if v.tokens[i].phrase == 0 || v.tokens[i].depth > v.floor {
			return false
		}
	}
	return from < to
}

// opensNoun reports whether a noun phrase without its article goes on at token i.
func (v *view) opensNoun(i int) bool {
	switch t := &v.tokens[i]; {
	case t.isNoun(), t.tag == "CD", t.tag == "VBN", t.tag == "VBG", t.tag == "RB", len(t.tag) > 1 && t.tag[:2] == "JJ", t.text == "\"", t.text == "“", t.tag == "``", t.text == "''":
		return true
	}
	return false
}
