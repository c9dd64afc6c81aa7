package extract

import "strings"

// bounding are prepositions whose noun phrase tells when, so that a date inside it is that of the noun: "until after the publication of
// the book in 1818".
var bounding = map[string]bool{"until": true, "till": true, "before": true, "since": true}

// units are nouns of time, whose "of" goes on with the date itself: "the summer of 1901".
var units = map[string]bool{"year": true, "years": true, "month": true, "months": true, "day": true, "days": true, "week": true, "weeks": true, "night": true, "evening": true, "morning": true, "afternoon": true,
	"spring": true, "summer": true, "autumn": true, "fall": true, "winter": true, "beginning": true, "end": true, "start": true, "middle": true, "close": true, "turn": true, "part": true, "half": true, "quarter": true,
	"rest": true, "remainder": true, "course": true, "season": true, "date": true, "period": true, "era": true, "decade": true, "decades": true, "century": true, "as": true, "outset": true, "eve": true, "time": true, "weekend": true, "holiday": true, "months'": true, "most": true, "much": true, "all": true}

// hasSpanOf reports whether the phrase at token i dates no more than the noun phrase it stands in, behind the verb of its clause: a happening
// in an adverbial that bounds what the verb says, or a state or thing that is only named by its year ("in the condition of 1763"). For the
// happening the predicate is made one of that noun; for the rest its noun is -1: there is no event.
func (v *view) hasSpanOf(p *predicate, i int) bool {
	if p.verb < 0 || p.verb >= i || p.person >= 0 || p.phrase.Attribute || v.tokens[i].depth > 0 {
		return false
	}
	if v.lower(i-1) == "of" && i > 2 {
		n := &v.tokens[i-2]
		if strings.HasPrefix(n.tag, "NN") && n.name == 0 && n.phrase == 0 && !units[n.lower] && !isHappening(n.lower) && v.tokens[i].tag == "CD" {
			p.noun = -1
			return true
		}
		return false
	}
	if p.phrase.Relation != "in" && p.phrase.Relation != "on" {
		return false
	}
	noun := -1
	for j := i - 1; j > p.verb; j-- {
		t := &v.tokens[j]
		if t.isVerb() || t.isFinite() || t.lower == "," || t.phrase != 0 || conjunction[t.lower] && t.name == 0 || t.clause != v.tokens[i].clause {
			return false
		}
		if t.name == 0 && t.isNoun() && isHappening(t.lower) && !units[t.lower] {
			noun = j
		}
		if bounding[t.lower] && t.name == 0 {
			if noun < 0 {
				return false
			}
			for j++; v.tagAt(j) == "IN"; j++ {
			}
			p.noun, p.span = noun, [2]int{j, i}
			return true
		}
	}
	return false
}
