package align

import (
	"context"
	"math"
	"slices"
	"sort"
)

// place is where a sentence of the excerpt stands in the article.
type place struct {
	lo, hi     int32   // the article's sentences [lo, hi)
	from, to   int32   // the article's words that belong to the sentence
	partner    []int32 // of each of its words: the article's word, or -1
	matched    int
	similarity float64 // share of the sentence's words found, the rarer the heavier
	score      float64 // similarity, and how much of the article's sentences is covered
	others     []int32 // sentences of the article that are nearly as good
}

func (p *place) found() bool { return p.hi > p.lo }

// first and last are the article's words that the sentence's first and last partner is.
func (p *place) first() int32 {
	for _, a := range p.partner {
		if a >= 0 {
			return a
		}
	}
	return p.from
}

func (p *place) last() int32 {
	for _, a := range slices.Backward(p.partner) {
		if a >= 0 {
			return a
		}
	}
	return p.to - 1
}

// maxWindow is how many of the article's sentences one of the excerpt's may cover.
const maxWindow = 8

// finder finds the places of the excerpt's sentences.
type finder struct {
	c  Config
	p  *pages
	ix *index
	d  differ

	lettersX, lettersA []uint32 // of looksAlike; reused
}

// places finds the place of every sentence of the excerpt: first the places that are possible for each, then the
// best of them for all together.
func (c Config) places(ctx context.Context, p *pages) ([]place, error) {
	f := finder{c: c, p: p, ix: newIndex(p)}
	f.d.count, f.d.rare = p.count, max(2, int32(len(p.a)/500))
	possible := make([][]place, len(p.lines))
	many := make([][]int32, len(p.lines)) // more equal sentences than are worth comparing
	for i, l := range p.lines {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		possible[i], many[i] = f.possible(p.x[l.from:l.to])
	}
	out := f.choose(possible)
	f.fill(out, many)
	f.claim(out)
	return out, nil
}

// possible are the places of one sentence.
func (f *finder) possible(x []word) (places []place, many []int32) {
	if len(x) == 0 {
		return nil, nil
	}
	same := f.ix.same(x)
	if len(same) > maxPlaces {
		return nil, same
	}
	for _, u := range same {
		places = append(places, f.whole(u))
	}
	if len(same) > 0 && len(x) > 3 {
		return places, nil
	}
	sentences, _ := f.ix.near(x)
	for _, u := range sentences {
		if slices.Contains(same, u) {
			continue
		}
		lo, hi := f.window(u)
		pl, ok := f.compare(x, lo, hi)
		if ok {
			places = addPlace(places, pl)
		}
		if ok && (u < pl.lo || u >= pl.hi) { // a neighbour is better; the sentence may do, too
			if pl, ok := f.compare(x, u, u+1); ok {
				places = addPlace(places, pl)
			}
		}
	}
	f.ix.clear()
	return places, nil
}

// addPlace adds a place unless one that overlaps it is as good.
func addPlace(places []place, pl place) []place {
	for _, o := range places {
		if o.lo < pl.hi && pl.lo < o.hi && o.score >= pl.score {
			return places
		}
	}
	return append(places, pl)
}

// whole is the place of a sentence that is word for word the article's sentence u.
func (f *finder) whole(u int32) place {
	s := f.p.units[u]
	pl := place{lo: u, hi: u + 1, from: s.from, to: s.to, matched: int(s.to - s.from), similarity: 1, score: 1 + coverWeight}
	pl.partner = make([]int32, s.to-s.from)
	for k := range pl.partner {
		pl.partner[k] = s.from + int32(k)
	}
	return pl
}

// window widens the article's sentence u by the neighbours that share words with the sentence, too; one that shares
// none may lie between.
func (f *finder) window(u int32) (lo, hi int32) {
	lo, hi = u, u+1
	least := 0.15 * f.ix.votesOf(u)
	shares := func(k int32) bool {
		v := f.ix.votesOf(k)
		return v > 0 && (v > least || v > f.ix.fair(k))
	}
	for k := hi; k < hi+2 && k-lo < maxWindow; k++ {
		if shares(k) {
			hi = k + 1
		}
	}
	for k := lo - 1; k >= lo-2 && hi-k <= maxWindow; k-- {
		if shares(k) {
			lo = k
		}
	}
	return lo, hi
}

// A sentence of which only a part stands in the article is found by a long part that is nearly whole.
const (
	partWords = 8
	partShare = 0.6
)

// coverWeight is what covering all of the article's sentence adds to the score of a place.
const coverWeight = 0.3

// compare compares a sentence with the article's sentences [lo, hi); ok reports that it stands there.
func (f *finder) compare(x []word, lo, hi int32) (place, bool) {
	base, end := f.narrow(x, f.p.units[lo].from, f.p.units[hi-1].to)
	pl := place{lo: lo, hi: hi, partner: f.d.pairs(x, f.p.a[base:end])}
	for k := range pl.partner {
		if pl.partner[k] >= 0 {
			pl.partner[k] += base
		}
	}
	f.trim(x, &pl)
	if !pl.found() {
		return pl, false
	}
	pl.from, pl.to = f.p.units[pl.lo].from, f.p.units[pl.hi-1].to
	var all, found float64
	for k, w := range x {
		weight := f.weight(w.form)
		all += weight
		if pl.partner[k] >= 0 {
			found += weight
			pl.matched++
		}
	}
	pl.similarity = found / all
	pl.score = pl.similarity + coverWeight*2*float64(pl.matched)/float64(len(x)+int(pl.to-pl.from))
	spread := int(pl.last()-pl.first()) + 1
	ok := pl.similarity >= f.c.minSimilarity() && spread <= 3*len(x)+12 ||
		pl.matched >= partWords && pl.similarity >= partShare*f.c.minSimilarity() && spread <= pl.matched+pl.matched/4
	if pl.matched < 4 {
		ok = ok && pl.matched == len(x) && spread == len(x) && (len(x) > 1 || int(pl.to-pl.from) == 1)
	}
	if !ok && pl.similarity >= partShare*f.c.minSimilarity() {
		ok = f.looksAlike(x, &pl)
	}
	return pl, ok
}

// narrow cuts the article's words [from, to) to where most of the sentence can stand, when they are many more than its own.
func (f *finder) narrow(x []word, from, to int32) (int32, int32) {
	size := int32(len(x))
	if to-from <= 8*size+256 {
		return from, to
	}
	votes := make(map[int32]int32)
	best := int32(-1)
	for k := range x[:size-1] {
		post := f.ix.pairs[double(x[k].form, x[k+1].form)]
		if post.count > f.ix.most {
			continue
		}
		for at := post.first; at >= 0; at = f.ix.next[at] {
			if a := at / 2; a >= from && a < to {
				slot := max(0, a-from-int32(k)) / size
				votes[slot]++
				if best < 0 || votes[slot] > votes[best] || votes[slot] == votes[best] && slot < best {
					best = slot
				}
			}
		}
	}
	if best < 0 {
		return from, min(to, from+8*size+256)
	}
	start := from + best*size
	return max(from, start-2*size-64), min(to, start+4*size+64)
}

// weight is how much a word tells about a place.
func (f *finder) weight(form int32) float64 {
	return 1 + math.Log2(float64(len(f.p.a)+2)/float64(f.p.count[form]+1))/4
}

// trim leaves away the sentences at the ends of a place that hold next to nothing of the excerpt's sentence.
func (f *finder) trim(x []word, pl *place) {
	var held [maxWindow]int
	for _, a := range pl.partner {
		if a >= 0 {
			held[f.p.unitOf[a]-pl.lo]++
		}
	}
	base := pl.lo
	weak := func(u int32) bool {
		n := held[u-base]
		size := int(f.p.units[u].to - f.p.units[u].from)
		return 3*n < size && 4*n < len(x) || n == 0
	}
	for pl.hi > pl.lo && weak(pl.hi-1) {
		pl.hi--
	}
	for pl.lo < pl.hi && weak(pl.lo) {
		pl.lo++
	}
	for k, a := range pl.partner {
		if a >= 0 && (f.p.unitOf[a] < pl.lo || f.p.unitOf[a] >= pl.hi) {
			pl.partner[k] = -1
		}
	}
}

// choose takes of each sentence's possible places the one that is best for all: the most similar, and among nearly equal
// ones the one that keeps the article's order. Order is preferred, never required.
func (f *finder) choose(possible [][]place) []place {
	out := make([]place, len(possible))
	type state struct {
		value float64
		from  int
	}
	states := make([][]state, len(possible))
	before := -1
	for i, places := range possible {
		if len(places) == 0 {
			continue
		}
		states[i] = make([]state, len(places))
		for k := range places {
			best, from := 0.0, -1
			if before >= 0 {
				best = math.Inf(-1)
				for b := range states[before] {
					if v := states[before][b].value - orderCost(&possible[before][b], &places[k]); v > best {
						best, from = v, b
					}
				}
			}
			value := best + places[k].score
			if len(places) > 1 {
				value += numbersWeight * f.p.numbersAgree(i, places[k].from, places[k].to)
			}
			states[i][k] = state{value, from}
		}
		before = i
	}
	k := -1
	for i := before; i >= 0; i-- {
		if len(possible[i]) == 0 {
			continue
		}
		if k < 0 {
			for b := range states[i] {
				if k < 0 || states[i][b].value > states[i][k].value {
					k = b
				}
			}
		}
		out[i] = possible[i][k]
		out[i].others = f.others(possible[i], k)
		k = states[i][k].from
	}
	return out
}

// numbersWeight is what agreeing numbers of notes add to the score of one of several places.
const numbersWeight = 0.05

// orderCost is what going from one place to the next costs: little forward, more for a leap, most backward.
func orderCost(a, b *place) float64 {
	gap := float64(b.first() - a.last() - 1)
	if gap >= 0 {
		return 0.001 * math.Log2(1+gap)
	}
	return 0.03 + 0.001*math.Log2(1-gap)
}

// others are the places nearly as good as the chosen one, best first.
func (f *finder) others(places []place, chosen int) []int32 {
	if len(places) == 1 {
		return nil
	}
	order := make([]int, 0, len(places))
	for k := range places {
		if k != chosen && places[k].score >= places[chosen].score-f.c.closeness() {
			order = append(order, k)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case places[a].score > places[b].score:
			return -1
		case places[a].score < places[b].score:
			return 1
		}
		return 0
	})
	var out []int32
	for _, k := range order[:min(len(order), f.c.maxAlternatives())] {
		out = append(out, places[k].lo)
	}
	return out
}

// fill places the sentences that stand in the article many times, each behind the one before it.
func (f *finder) fill(out []place, many [][]int32) {
	at := int32(0) // sentence of the article behind the last place
	for i := range out {
		if same := many[i]; len(same) > 0 {
			k := sort.Search(len(same), func(k int) bool { return same[k] >= at })
			others := same[max(0, k-1):]
			if k == len(same) {
				k--
			}
			out[i] = f.whole(same[k])
			for _, o := range others {
				if len(out[i].others) >= f.c.maxAlternatives() {
					break
				}
				if o != same[k] {
					out[i].others = append(out[i].others, o)
				}
			}
		}
		if out[i].found() {
			at = out[i].hi
		}
	}
}

// claim gives each sentence of the excerpt its part of the article's sentences that several share: what one has
// found is not missing from the others.
// What lies between two parts goes to the later one.
func (f *finder) claim(places []place) {
	owner := make([]int32, len(f.p.a))
	for i := range places {
		for _, a := range places[i].partner {
			if a >= 0 {
				owner[a] = int32(i) + 1
			}
		}
	}
	before, behind := nearestOwned(owner)
	for i := range places {
		pl := &places[i]
		if !pl.found() || pl.matched == int(pl.to-pl.from) {
			continue
		}
		first, last := pl.first(), pl.last()
		if first > pl.from && before[first-1] >= pl.from {
			pl.from = before[first-1] + 1
		}
		if last+1 < pl.to && behind[last+1] < pl.to {
			pl.to = last + 1
		}
		for pl.lo+1 < pl.hi && f.p.units[pl.lo].to <= pl.from {
			pl.lo++
		}
		for pl.lo+1 < pl.hi && f.p.units[pl.hi-1].from >= pl.to {
			pl.hi--
		}
	}
}

// nearestOwned tells for each word which word is the nearest with an owner, itself or one before it (-1 for none), and
// itself or one behind it.
func nearestOwned(owner []int32) (before, behind []int32) {
	before, behind = make([]int32, len(owner)), make([]int32, len(owner))
	last := int32(-1)
	for a := range owner {
		if owner[a] > 0 {
			last = int32(a)
		}
		before[a] = last
	}
	last = int32(len(owner))
	for a := len(owner) - 1; a >= 0; a-- {
		if owner[a] > 0 {
			last = int32(a)
		}
		behind[a] = last
	}
	return before, behind
}
