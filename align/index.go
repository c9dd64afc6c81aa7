package align

import (
	"math"
	"slices"
)

// Bounds of the search. A pair of words that stands in the article more often than minPostings (more in a
// long article) says too little about a place to be followed; of the places found, maxPlaces are compared word by word.
const (
	minPostings = 48
	maxPlaces   = 6
)

// index finds the article's sentences that share words with one of the excerpt's.
type index struct {
	p     *pages
	pairs map[uint64]posting // of two words in a row, those of the excerpt only
	whole map[uint64][]int32 // sentences by the hash of all their words; those of one list are equal
	next  []int32            // the following posting of the same pair, by word of the article
	votes []float32          // by sentence of the article; zero between searches
	voted []int32
	most  int32 // postings beyond which a pair is passed over
}

// posting is the chain of places of a pair of words.
type posting struct {
	first, count int32
}

// newIndex indexes the article's words for the excerpt's: pairs of neighbours, and single words as pairs with
// themselves.
func newIndex(p *pages) *index {
	ix := &index{
		p: p, pairs: make(map[uint64]posting, 3*len(p.x)), whole: make(map[uint64][]int32, len(p.lines)),
		next:  make([]int32, 2*len(p.a)),
		votes: make([]float32, len(p.units)), most: int32(minPostings + len(p.a)/4000),
	}
	for _, l := range p.lines {
		for w := l.from; w < l.to; w++ {
			ix.pairs[single(p.x[w].form)] = posting{first: -1}
			if w+1 < l.to {
				ix.pairs[double(p.x[w].form, p.x[w+1].form)] = posting{first: -1}
			}
		}
		ix.whole[hashWords(p.x[l.from:l.to])] = nil
	}
	for w := len(p.a) - 1; w >= 0; w-- {
		if int(p.a[w].form) < len(p.count) && p.count[p.a[w].form] <= ix.most {
			ix.add(single(p.a[w].form), int32(2*w))
		}
		if w+1 < len(p.a) {
			ix.add(double(p.a[w].form, p.a[w+1].form), int32(2*w+1))
		}
	}
	for i, u := range p.units {
		if h := hashWords(p.a[u.from:u.to]); u.to > u.from {
			if same, ok := ix.whole[h]; ok && (len(same) == 0 || ix.equal(same[0], p.a[u.from:u.to])) {
				ix.whole[h] = append(same, int32(i))
			}
		}
	}
	return ix
}

func (ix *index) add(key uint64, place int32) {
	if post, ok := ix.pairs[key]; ok {
		ix.next[place] = post.first
		ix.pairs[key] = posting{place, post.count + 1}
	}
}

func single(form int32) uint64 { return uint64(form)<<32 | 0xffffffff }

func double(form, next int32) uint64 { return uint64(form)<<32 | uint64(next) }

func hashWords(words []word) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		h = (h ^ uint64(w.form)) * 1099511628211
		h ^= h >> 29
	}
	return h
}

// same are the sentences of the article that have just the words of x.
func (ix *index) same(x []word) []int32 {
	if same := ix.whole[hashWords(x)]; len(same) > 0 && ix.equal(same[0], x) {
		return same
	}
	return nil
}

func (ix *index) equal(u int32, x []word) bool {
	s := ix.p.units[u]
	return slices.EqualFunc(ix.p.a[s.from:s.to], x, sameForm)
}

func sameForm(a, b word) bool { return a.form == b.form }

// near are the article's sentences that share most with x, best first; weights are the votes they got.
func (ix *index) near(x []word) (sentences []int32, weights []float32) {
	for k := range x {
		ix.vote(single(x[k].form), 0.5)
		if k+1 < len(x) {
			ix.vote(double(x[k].form, x[k+1].form), 1)
		}
	}
	slices.SortFunc(ix.voted, func(a, b int32) int {
		if ix.votes[a] != ix.votes[b] {
			if ix.votes[a] > ix.votes[b] {
				return -1
			}
			return 1
		}
		return int(a - b)
	})
	for _, u := range ix.voted[:min(len(ix.voted), maxPlaces)] {
		if v := ix.votes[u]; v >= 0.3*ix.votes[ix.voted[0]] {
			sentences, weights = append(sentences, u), append(weights, v)
		}
	}
	return sentences, weights
}

// vote counts the places of a pair for their sentences, the rarer the more.
func (ix *index) vote(key uint64, weight float32) {
	post := ix.pairs[key]
	if post.count == 0 || post.count > ix.most {
		return
	}
	weight *= float32(math.Log2(float64(len(ix.p.a)+2) / float64(post.count)))
	for at := post.first; at >= 0; at = ix.next[at] {
		u := ix.p.unitOf[at/2]
		if ix.votes[u] == 0 {
			ix.voted = append(ix.voted, u)
		}
		ix.votes[u] += weight
	}
}

// fair is a good part of the votes that all words of a sentence together could give.
func (ix *index) fair(u int32) float32 {
	if u < 0 || int(u) >= len(ix.p.units) {
		return 0
	}
	s := ix.p.units[u]
	sum := 0.0
	for _, w := range ix.p.a[s.from:min(s.to, s.from+maxFair)] {
		sum += math.Log2(float64(len(ix.p.a)+2) / float64(ix.p.count[w.form]))
	}
	return float32(0.5 * sum)
}

// maxFair bounds the words looked at for a fair share.
const maxFair = 256

// votesOf is the vote of a sentence in the search just made.
func (ix *index) votesOf(u int32) float32 {
	if u < 0 || int(u) >= len(ix.votes) {
		return 0
	}
	return ix.votes[u]
}

// clear forgets the search just made.
func (ix *index) clear() {
	for _, u := range ix.voted {
		ix.votes[u] = 0
	}
	ix.voted = ix.voted[:0]
}
