package postag

import (
	"fmt"
	"math"
)

// loader sorts the features of a model into its tables.
type loader struct {
	m        *Model
	read     []weight         // in the order of the file
	number   map[string]uint8 // of tags
	uses     [][places]run    // by index in Model.words: parts of read
	after    []wordAfter
	prefixes [256]run
	suffixes [][suffixPlaces]run
	bounds   [lookTagAndWord + 1][places]int // largest weight of each kind of feature, in units
}

// wordAfter is a word behind a tag.
type wordAfter struct {
	word    int32
	tag     uint8
	weights run
}

// load goes over the features twice: first for the tags they name, then for the rest.
func (l *loader) load(n int, feature func(i int) (name string, weights run)) error {
	m := l.m
	l.number = map[string]uint8{}
	for i, t := range m.tags {
		l.number[t] = uint8(i)
	}
	for _, t := range [...]string{startTag, secondTag, noneTag, dashTag, nameTag} {
		l.addTag(t)
	}
	suffixes := 0
	for i := range n {
		name, weights := feature(i)
		switch _, what, first, second := read(name); what {
		case lookSuffix:
			suffixes++
		case lookTags:
			l.addTag(first)
			l.addTag(second)
		case lookTag, lookTagAndWord:
			l.addTag(first)
		case 0:
			return fmt.Errorf("postag: feature %q: %w", name, ErrFormat)
		}
		if len(m.tags) > math.MaxUint8 || weights.to-weights.from > uint32(m.classes) {
			return fmt.Errorf("postag: too many tags: %w", ErrFormat)
		}
	}
	m.lastTag, m.secondTag = make([]run, len(m.tags)), make([]run, len(m.tags))
	m.bothTags = make([]run, len(m.tags)*len(m.tags))
	m.words, m.suffixes = newVocabulary(n/4), newSuffixTable(suffixes)
	l.uses = make([][places]run, 0, n/4)
	m.weights = make([]weight, 0, len(l.read))
	for i := range n {
		name, weights := feature(i)
		at, what, first, second := read(name)
		l.measure(at, what, weights)
		l.enter(at, what, first, second, weights)
	}
	if !l.isExact() {
		return fmt.Errorf("postag: weights are too large: %w", ErrFormat)
	}
	l.layWords()
	l.layRows()
	m.finish(l.number)
	return nil
}

func (l *loader) addTag(t string) {
	if _, ok := l.number[t]; !ok {
		l.number[t] = uint8(len(l.m.tags))
		l.m.tags = append(l.m.tags, t)
	}
}

// enter notes the weights of a feature.
func (l *loader) enter(at place, what look, first, second string, weights run) {
	m := l.m
	switch what {
	case lookBias:
		m.bias = l.put(weights)
	case lookPrefix:
		if first != "" {
			l.prefixes[first[0]] = weights
		}
	case lookSuffix:
		k := m.suffixes.add(pack(first))
		if int(k) == len(l.suffixes) {
			l.suffixes = append(l.suffixes, [suffixPlaces]run{})
		}
		l.suffixes[k][at] = weights
	case lookWord:
		l.uses[l.word(first)][at] = weights
	case lookTag:
		if at == oneBefore {
			m.lastTag[l.number[first]] = l.put(weights)
		} else {
			m.secondTag[l.number[first]] = l.put(weights)
		}
	case lookTags:
		m.bothTags[int(l.number[first])*len(m.tags)+int(l.number[second])] = l.put(weights)
	case lookTagAndWord:
		l.after = append(l.after, wordAfter{l.word(second), l.number[first], weights})
	}
}

// word is the number of a word, with its uses made.
func (l *loader) word(word string) int32 {
	k := l.m.words.add(word)
	if int(k) == len(l.uses) {
		l.uses = append(l.uses, [places]run{})
	}
	return k
}

// put adds weights that were read to those of the model.
func (l *loader) put(weights run) run {
	from := len(l.m.weights)
	l.m.weights = append(l.m.weights, l.read[weights.from:weights.to]...)
	return run{uint32(from), uint32(len(l.m.weights))}
}

// layWords puts the weights of each word together, and behind them those it has behind a tag.
func (l *loader) layWords() {
	m := l.m
	m.uses = make([]wordUses, len(l.uses)+1)
	for _, a := range l.after { // counted, then placed
		m.uses[a.word].after++
	}
	at := uint32(0)
	for i := range m.uses {
		u := &m.uses[i]
		at, u.after = at+u.after, at
	}
	m.after = make([]tagUse, len(l.after))
	for _, a := range l.after {
		if u := &m.uses[a.word]; u.afters < math.MaxUint8 {
			m.after[u.after+uint32(u.afters)] = tagUse{a.weights.from, uint8(a.weights.to - a.weights.from), a.tag}
			u.afters++
		}
	}
	for i, parts := range l.uses {
		u := &m.uses[i]
		u.from = uint32(len(m.weights))
		for p, weights := range parts { // there is room for the ends in a byte: five times 48 classes
			u.ends[p] = uint8(l.put(weights).to - u.from)
		}
		after := m.after[u.after : u.after+uint32(u.afters)]
		for k := range after {
			after[k].from = l.put(run{after[k].from, after[k].from + uint32(after[k].length)}).from
		}
	}
}

// measure notes how large the weights of a feature are.
func (l *loader) measure(at place, what look, weights run) {
	bound := &l.bounds[what][at]
	for _, w := range l.read[weights.from:weights.to] {
		*bound = max(*bound, w.units(), -w.units())
	}
}

// isExact reports whether sums in whole numbers tell what float sums would. A word has at most one feature of each kind and place, fifteen of
// them, so with M as the sum of the largest weights, a float sum is off by less than 16 M / 2^24: half a thousandth when M is 500.
func (l *loader) isExact() bool {
	sum := 0
	for _, kind := range l.bounds {
		for _, n := range kind {
			sum += n
		}
	}
	return sum <= 500*unit
}

// layRows makes the rows of what has many weights and comes often: prefixes, suffixes, and the tags before.
func (l *loader) layRows() {
	m := l.m
	for i, weights := range l.prefixes {
		m.prefixRows[i].add(l.read[weights.from:weights.to])
	}
	m.suffixRows = make([][suffixPlaces]row, len(l.suffixes)+1)
	for i, parts := range l.suffixes {
		for p, weights := range parts {
			m.suffixRows[i][p].add(l.read[weights.from:weights.to])
		}
	}
	var base row
	base.add(m.of(m.bias))
	for c := range m.classes {
		base.add([]weight{weightOf(laneZero, c)})
	}
	m.tagRows = make([]row, len(m.bothTags))
	for i := range m.tagRows {
		r := &m.tagRows[i]
		*r = base
		r.add(m.of(m.lastTag[i/len(m.tags)]))
		r.add(m.of(m.secondTag[i%len(m.tags)]))
		r.add(m.of(m.bothTags[i]))
	}
}

// finish looks up what every sentence needs.
func (m *Model) finish(number map[string]uint8) {
	m.start, m.second = number[startTag], number[secondTag]
	m.dash, m.none, m.name = number[dashTag], number[noneTag], number[nameTag]
	m.before = [2]remembered{{seen: m.exact(startTag)}, {seen: m.exact(secondTag)}}
	m.behind = [2]remembered{{seen: m.exact(endWord)}, {seen: m.exact(secondWord)}}
	m.hyphen, m.year, m.digits = m.exact(hyphenWord), m.exact(yearWord), m.exact(digitsWord)
}
