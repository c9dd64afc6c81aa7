package extract

import "strings"

// maxHeadline is the greatest number of words of a headline.
const maxHeadline = 12

// headline is what happened in at most maxHeadline of the sentence's own words: the clause without its
// date, brackets and asides, cut where a phrase ends. A clause without a subject of its own takes that of the clause before.
func (v *view) headline(p predicate) string {
	c := p.clause
	if c.kind == clauseBracket {
		if host := v.clauseOf(v.tokens[max(c.from-1, 0)].start); host != nil && host.kind != clauseBracket {
			c = &clause{from: host.from, to: c.from, verb: host.verb, kind: host.kind, parent: host.parent}
		}
	}
	words := v.words(c.from, c.to, p)
	if c.kind == clauseJoined && c.parent >= 0 && !v.hasSubject(c) {
		subject := v.subject(&v.clauses[c.parent])
		words = append(subject, words...)
	}
	return v.join(shorten(words))
}

// words are the tokens of [from, to) that a headline may show.
func (v *view) words(from, to int, p predicate) []token {
	var out []token
	for i := from; i < to; i++ {
		t := v.tokens[i]
		if t.depth > 0 || isBracket(t.text) || t.start >= p.phrase.TextSpan.Start && t.end <= p.phrase.TextSpan.End && p.verb >= 0 {
			continue
		}
		if len(out) == 0 && (t.text == "," || t.text == ";" || t.text == ":" || joiners[t.lower]) {
			continue
		}
		if len(out) > 0 && out[len(out)-1].text == "," && t.text == "," {
			continue
		}
		out = append(out, t)
	}
	return out
}

func isBracket(s string) bool { return s == "(" || s == ")" || s == "[" || s == "]" }

func (v *view) hasSubject(c *clause) bool {
	for i := c.from; i < c.verb; i++ {
		if t := v.tokens[i]; !t.date && (t.isNoun() || t.tag == "PRP" || t.tag == "EX") {
			return true
		}
	}
	return false
}

// subject is the words before the clause's verb, without an opening date.
func (v *view) subject(c *clause) []token {
	var out []token
	for i := c.from; i < c.verb; i++ {
		t := v.tokens[i]
		if t.text == "," {
			out = out[:0] // what stood before was an adverbial
			continue
		}
		if t.date || t.depth > 0 || t.text == ")" || t.tag == "MD" || t.tag == "RB" || len(out) == 0 && (joiners[t.lower] || t.tag == "IN") {
			continue
		}
		out = append(out, t)
	}
	return out
}

// shorten cuts the words to maxHeadline, at the last place where what is left does not end in
// a word that wants another.
func shorten(words []token) []token {
	end, n := 0, 0
	for i, t := range words {
		if glued(t) {
			end = i + 1
			continue
		}
		if n++; n > maxHeadline {
			break
		}
		end = i + 1
	}
	words = words[:end]
	for len(words) > 1 && dangling(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// dangling reports whether a headline must not end in the token.
func dangling(t token) bool {
	switch t.tag {
	case "IN", "DT", "CC", "TO", "PRP$", "WDT", "WP", "WRB", "POS", ",", ".", ":", "(", "``":
		return true
	}
	return t.text == "," || t.text == "." || t.text == ";" || joiners[t.lower]
}

// glued reports whether the token is written without a blank before it and is no word of its own.
func glued(t token) bool {
	switch t.text {
	case ",", ".", ";", ":", "'s", "’s", "'", "’", ")", "%", "?", "!":
		return true
	}
	return t.tag == "POS"
}

// join puts the words together as they stood: with the blanks of the text where they were neighbours.
func (v *view) join(words []token) string {
	var b strings.Builder
	for i, t := range words {
		if i > 0 {
			switch prev := words[i-1]; {
			case t.start >= prev.end && strings.TrimSpace(v.text[prev.end:t.start]) == "":
				b.WriteString(v.text[prev.end:t.start])
			case !glued(t):
				b.WriteByte(' ')
			}
		}
		b.WriteString(t.text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
