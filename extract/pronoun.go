package extract

import "github.com/sinosoviet/sinosoviet"

// antecedent is the subject of another clause of the sentence that the pronoun which alone is the subject of this one stands for: "After it
// gained independence, the country …". It is nil when the words are no pronoun, or nothing fits. "It" is only resolved forwards, to the
// clause outside; backwards it may as well mean an object.
func (v *view) antecedent(clause int, words []int) []int {
	if len(words) != 1 || v.tokens[words[0]].tag != "PRP" {
		return nil
	}
	pronoun := v.tokens[words[0]].lower
	c := &v.clauses[clause]
	if host := c.parent; host >= 0 && (c.kind == clauseAdverbial || c.kind == clauseContent) && len(v.clauses[host].parts) > 0 {
		if found := v.subject(host, 0); v.canBe(pronoun, found) && (pronoun != "it" || c.kind == clauseContent || found[0] > words[0]) {
			return found
		}
	}
	if pronoun == "it" {
		return nil
	}
	for k := clause - 1; k >= 0; k-- {
		o := &v.clauses[k]
		if o.kind != clauseMain && o.kind != clauseJoined || len(o.parts) == 0 {
			continue
		}
		found := v.subject(k, 0)
		if v.canBe(pronoun, found) {
			return found
		}
		if len(found) != 1 || v.tokens[found[0]].tag != "PRP" {
			return nil // somebody else was spoken of in between
		}
	}
	return nil
}

// canBe reports whether a pronoun can mean the noun phrase.
func (v *view) canBe(pronoun string, words []int) bool {
	if len(words) == 0 || v.tokens[words[0]].tag == "PRP" || v.tokens[words[0]].tag == "EX" || v.tokens[words[0]].tag == "WP" || v.tokens[words[0]].tag == "WDT" || len(words) > maxHeadline/2 {
		return false
	}
	person, plural, possessed := false, false, false
	for _, i := range words {
		t := &v.tokens[i]
		if t.name != 0 {
			e := &v.names[t.name-1]
			person = person || e.Kind == sinosoviet.KindPerson
			plural = plural || e.Kind == sinosoviet.KindNorp && v.isHead(i)
		}
		plural = plural || t.tag == "NNS" || t.lower == "and"
		possessed = possessed || t.tag == "POS"
	}
	switch pronoun {
	case "he", "she":
		return person && !plural && !possessed
	case "they":
		return plural
	case "it":
		return !person && !plural
	}
	return false
}
