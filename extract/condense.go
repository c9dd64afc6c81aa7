package extract

// never is the cost of a cut that a headline must not make, and of what must not be left out.
const never = 1000

// keeping is what each word that a headline keeps is worth, in the unit of the costs of cuts and omissions.
const keeping = 0.35

// reach is how many words are looked at for a headline: what stands behind them is not reached with maxHeadline words.
const reach = 40

// headlineState is the cheapest way to come to a word of a sentence with a number of words kept.
type headlineState struct {
	cost float64
	from int8 // number of words kept before
	kept bool // whether the word before was kept
	len  int8 // number of words before the one kept or left out
}

// condense makes of too many words a headline of maxHeadline at most: of all ways to leave out articles, adverbs, adjectives, appositions and
// adjuncts and to end where a phrase ends, the one that costs least. A cut between a verb and its object, or in a clause without its verb,
// costs more than all that can be left out before. It is nil when no way is good enough.
func (v *view) condense(words []int, verb, said int) []int {
	length := min(len(words), reach)
	must := v.mustReach(words, verb, said)
	table := &v.scratch.table
	for k := range length + 1 {
		for n := range min(k, maxHeadline) + 1 {
			table[k][n] = headlineState{cost: never}
		}
	}
	table[0][0].cost = 0
	best, bestK, bestN := float64(tooBad), 0, 0
	for k := range length + 1 {
		lengths := min(k, maxHeadline) + 1
		if k == len(words) || k > must && k > 1 {
			cut := -1.0
			for n := range lengths {
				s := &table[k][n]
				if !s.kept || s.cost-keeping*float64(n) >= best {
					continue
				}
				if cut < 0 {
					cut = v.cutCost(words, k, verb)
				}
				if s.cost+cut-keeping*float64(n) < best {
					best, bestK, bestN = s.cost+cut-keeping*float64(n), k, n
				}
			}
		}
		if k == length {
			break
		}
		glued := k > 0 && v.isGlued(k, words)
		for n := range lengths {
			s := table[k][n].cost
			if s >= never {
				continue
			}
			m := n
			if !glued {
				m++
			}
			if m <= maxHeadline && s < table[k+1][m].cost {
				table[k+1][m] = headlineState{s, int8(n), true, int8(k)}
			}
		}
		if glued {
			if v.lower(words[k]) != "," {
				continue
			}
		}
		o := v.omission(words, k, verb)
		if o.end <= k || o.end > length || o.end < len(words) && v.isGlued(o.end, words) && v.lower(words[o.end]) != "," {
			continue
		}
		for n := range lengths {
			if s := table[k][n].cost + o.cost; s < table[o.end][n].cost {
				table[o.end][n] = headlineState{s, int8(n), false, int8(k)}
			}
		}
	}
	if best >= tooBad {
		return nil
	}
	out := v.list(bestK)
	for k, n := bestK, bestN; k > 0; {
		s := table[k][n]
		if s.kept {
			out = append(out, words[k-1])
		}
		k, n = int(s.len), int(s.from)
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// mustReach is the index of the word that a headline of these words must go beyond: the verb that says what happened, token said, and what stands
// before it is the finite verb of the clause that a fronted one belongs to.
func (v *view) mustReach(words []int, verb, said int) int {
	must, kept := verb, v.keep < 0
	for k, i := range words {
		if i == said {
			must = max(must, k)
		}
		if kept = kept || i == v.keep; kept && i > v.keep && v.keep >= 0 && (v.tokens[i].isFinite() || v.tokens[i].isVerb()) {
			return max(must, k+1)
		}
	}
	return must
}

// tooBad is the cost from which on a headline is no better than one cut by the rules of last resort.
const tooBad = 40
