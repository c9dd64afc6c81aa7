package nametag

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"

	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
)

// Sample is a prepared document with the names that stand in it.
type Sample struct {
	Document *Document
	Spans    []Span
}

// Training is how a model is trained.
type Training struct {
	Epochs   int // passes over the samples; 0 = 4
	Features int // how many features the model keeps at most; 0 = all
}

// Train trains a model. Equal samples and settings give equal models, bit for bit: the order of the sentences is shuffled
// by a fixed seed, and nothing depends on the order of maps.
func Train(ctx context.Context, samples []Sample, table *gazetteer.Table, how Training) (*Model, error) {
	t := newTrainer(samples, table)
	epochs := how.Epochs
	if epochs == 0 {
		epochs = 4
	}
	rng := rand.New(rand.NewPCG(7, 11))
	order := make([]int, len(t.sentences))
	for i := range order {
		order[i] = i
	}
	for range courses {
		t.restart()
		for range epochs {
			rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			for _, i := range order {
				if err := ctx.Err(); err != nil {
					return nil, err
				}
				t.learn(&t.sentences[i])
			}
		}
		t.finish()
	}
	return t.model(how.Features), nil
}

// courses is how often the training starts from nothing, with the sentences in another order each time. The model is the mean of
// all, which hangs less on the order than one does.
const courses = 7

// trainer is the state of a training. Weights are kept with the sum over all steps, for the average.
type trainer struct {
	kinds       []string
	labels      int
	number      map[uint32]int32 // feature → its number
	count       []int32          // how often each feature is seen
	hashes      []uint32
	weights     []float32 // feature*labels + label
	sums        []float64 // of weight × step at which it was added
	transitions []float32
	transSums   []float64
	mean        []float32 // of the weights over the courses so far finished
	transMean   []float32
	step        float64
	sentences   []sentence
	decoder     decoder
}

// sentence is the features and true labels of a sentence.
type sentence struct {
	features [][]int32
	labels   []uint8
}

func newTrainer(samples []Sample, table *gazetteer.Table) *trainer {
	t := &trainer{number: map[uint32]int32{}}
	for _, s := range samples {
		for _, sp := range s.Spans {
			if !slices.Contains(t.kinds, sp.Kind) {
				t.kinds = append(t.kinds, sp.Kind)
			}
		}
	}
	slices.Sort(t.kinds)
	t.labels = 1 + 4*len(t.kinds)
	for _, s := range samples {
		t.add(s, table)
	}
	t.prune()
	t.weights = make([]float32, len(t.hashes)*t.labels)
	t.sums = make([]float64, len(t.hashes)*t.labels)
	t.transitions = make([]float32, t.labels*t.labels)
	t.transSums = make([]float64, t.labels*t.labels)
	t.mean = make([]float32, len(t.weights))
	t.transMean = make([]float32, len(t.transitions))
	t.decoder = decoder{labels: t.labels, befores: befores(t.labels), transitions: t.transitions}
	return t
}

func (t *trainer) add(s Sample, table *gazetteer.Table) {
	labels := make([]uint8, len(s.Document.Words))
	for _, sp := range s.Spans {
		base := uint8(1 + 4*slices.Index(t.kinds, sp.Kind))
		for i := sp.I; i < sp.J; i++ {
			switch {
			case sp.J-sp.I == 1:
				labels[i] = base + placeUnit
			case i == sp.I:
				labels[i] = base + placeBegin
			case i == sp.J-1:
				labels[i] = base + placeLast
			default:
				labels[i] = base + placeInside
			}
		}
	}
	f := featurer{d: s.Document, table: table}
	for n, r := range s.Document.Sents {
		f.sentence(n)
		sent := sentence{labels: labels[r[0]:r[1]]}
		for i := range r[1] - r[0] {
			hashes := f.features(i, r[0])
			ids := make([]int32, len(hashes))
			for k, h := range hashes {
				id, ok := t.number[h]
				if !ok {
					id = int32(len(t.hashes))
					t.number[h] = id
					t.hashes = append(t.hashes, h)
					t.count = append(t.count, 0)
				}
				t.count[id]++
				ids[k] = id
			}
			sent.features = append(sent.features, ids)
		}
		if len(sent.labels) > 0 && t.isWhole(sent.labels) {
			t.sentences = append(t.sentences, sent)
		}
	}
}

// prune leaves out features seen once only: they teach nothing but their one word.
func (t *trainer) prune() {
	const rare = 2
	renumber := make([]int32, len(t.hashes))
	kept := t.hashes[:0]
	for id, h := range t.hashes {
		renumber[id] = -1
		if t.count[id] >= rare {
			renumber[id] = int32(len(kept))
			kept = append(kept, h)
		}
	}
	t.hashes, t.number, t.count = kept, nil, nil
	for _, s := range t.sentences {
		for i, ids := range s.features {
			some := ids[:0]
			for _, id := range ids {
				if renumber[id] >= 0 {
					some = append(some, renumber[id])
				}
			}
			s.features[i] = some
		}
	}
}

// isWhole reports whether no name is cut by the sentence's ends.
func (t *trainer) isWhole(labels []uint8) bool {
	ok := t.allowedPath(labels)
	last := labels[len(labels)-1]
	return ok && (last == 0 || place(last) == placeLast || place(last) == placeUnit)
}

func (t *trainer) allowedPath(labels []uint8) bool {
	prev := uint8(0)
	for _, l := range labels {
		if !allowed(int(prev), int(l)) {
			return false
		}
		prev = l
	}
	return true
}

// learn decodes a sentence and moves the weights from what was found to what is true.
func (t *trainer) learn(s *sentence) {
	t.step++
	t.decoder.reset(len(s.labels))
	for i, ids := range s.features {
		row := t.decoder.row(i)
		for _, id := range ids {
			w := t.weights[int(id)*t.labels : (int(id)+1)*t.labels]
			for l, x := range w {
				row[l] += x
			}
		}
	}
	found := t.decoder.best()
	if slices.Equal(found, s.labels) {
		return
	}
	prevTrue, prevFound := uint8(0), uint8(0)
	for i, want := range s.labels {
		got := found[i]
		if got != want {
			for _, id := range s.features[i] {
				t.move(int(id), want, 1)
				t.move(int(id), got, -1)
			}
		}
		if got != want || prevTrue != prevFound {
			t.moveTransition(prevTrue, want, 1)
			t.moveTransition(prevFound, got, -1)
		}
		prevTrue, prevFound = want, got
	}
}

func (t *trainer) move(id int, label uint8, by float32) {
	k := id*t.labels + int(label)
	t.weights[k] += by
	t.sums[k] += float64(by) * t.step
}

func (t *trainer) moveTransition(from, to uint8, by float32) {
	k := int(from)*t.labels + int(to)
	t.transitions[k] += by
	t.transSums[k] += float64(by) * t.step
}

// average is the mean of a weight over all steps.
func (t *trainer) average(weight float32, sum float64) float32 {
	return float32(float64(weight) - sum/(t.step+1))
}

// restart forgets all that was learned in a course.
func (t *trainer) restart() {
	clear(t.weights)
	clear(t.sums)
	clear(t.transitions)
	clear(t.transSums)
	t.step = 0
}

// finish adds what was learned in a course to the mean.
func (t *trainer) finish() {
	for k, w := range t.weights {
		t.mean[k] += t.average(w, t.sums[k]) / courses
	}
	for k, w := range t.transitions {
		t.transMean[k] += t.average(w, t.transSums[k]) / courses
	}
}

// weighed is a feature with how much it moves scores.
type weighed struct {
	id   int
	hash uint32
	most float32
}

// model is the averaged weights, of the features that count most.
func (t *trainer) model(keep int) *Model {
	m := &Model{kinds: t.kinds, transitions: t.transMean}
	var used []weighed
	for id, h := range t.hashes {
		most := float32(0)
		for l := range t.labels {
			w := t.mean[id*t.labels+l]
			most = max(most, w, -w)
		}
		if most > 0 {
			used = append(used, weighed{id, h, most})
		}
	}
	slices.SortFunc(used, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(b.most, a.most), cmp.Compare(a.hash, b.hash))
	})
	if keep > 0 && len(used) > keep {
		used = used[:keep]
	}
	m.index, m.pairs = make([]slot, indexSize(len(used))), make([]pair, 1)
	slices.SortFunc(used, func(a, b weighed) int { return cmp.Compare(a.hash, b.hash) })
	least := float32(0)
	if len(used) > 0 {
		for _, u := range used {
			least = max(least, u.most)
		}
		least /= 127 // rounds to nothing in a file
	}
	for _, u := range used {
		from := len(m.pairs)
		m.pairs = append(m.pairs, pair{})
		for l := range t.labels {
			if w := t.mean[u.id*t.labels+l]; w > least || w < -least {
				m.pairs = append(m.pairs, pair{uint8(l), w})
			}
		}
		if m.pairs[from].label = uint8(len(m.pairs) - from - 1); m.pairs[from].label > 0 {
			m.insert(slot{u.hash, uint32(from)})
		}
	}
	return m
}
