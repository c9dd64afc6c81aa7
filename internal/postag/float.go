package postag

import "strings"

// Tag gives each word of a sentence its tag, by the float sums that prose makes. The slices are of one length. It allocates only for words
// beyond ASCII with capitals and for sentences of more than 60 words. [Model.TagNumbered] gives the same tags, and faster.
//
// It knows nothing of emoticons and brackets of a treebank, for which prose has rules before it asks the model.
func (m *Model) Tag(words, tags []string) {
	var few [64]seen
	around := few[:]
	if len(words)+4 > len(few) {
		around = make([]seen, len(words)+4)
	}
	around[0], around[1] = m.before[0].seen, m.before[1].seen
	for i, w := range words {
		around[i+2] = m.see(w)
	}
	around[len(words)+2], around[len(words)+3] = m.behind[0].seen, m.behind[1].seen
	last, second := m.start, m.second
	for i, w := range words {
		tag, ok := m.always(w)
		if !ok {
			tag = m.tag(w, around[i:i+5], last, second)
		}
		tags[i] = m.tags[tag]
		second, last = last, tag
	}
}

// always is the number of the tag of a word that has the same one everywhere: by prose's rules, or as the model has learned it.
func (m *Model) always(word string) (tag uint8, ok bool) {
	switch {
	case word == "":
	case word == "-":
		return m.dash, true
	case word[0] == '@':
		return m.name, true
	case word == "0", word[0] == '*' && isTrace(word[1:]):
		return m.none, true
	}
	if k := m.known.find(word); k >= 0 {
		return m.knownTag[k], true
	}
	return 0, false
}

// tag is the number of the tag of a word. around is the two words before it, itself, and two behind. The order of the sums is that of
// prose.
func (m *Model) tag(word string, around []seen, last, second uint8) uint8 {
	before, self, behind := around[1], around[2], around[3]
	var scores [maxClasses]float32
	m.add(&scores, m.bias)
	m.addRow(&scores, &m.suffixRows[m.suffixes.find(pack(word))][here])
	if word != "" {
		m.addRow(&scores, &m.prefixRows[word[0]])
	}
	m.add(&scores, m.lastTag[last])
	m.add(&scores, m.secondTag[second])
	m.add(&scores, m.bothTags[int(last)*len(m.tags)+int(second)])
	m.add(&scores, m.uses[self.word].at(here))
	m.add(&scores, m.behindTag(self.word, last))
	m.add(&scores, m.uses[before.word].at(oneBefore))
	m.addRow(&scores, &m.suffixRows[before.suffix][oneBefore])
	m.add(&scores, m.uses[around[0].word].at(twoBefore))
	m.add(&scores, m.uses[behind.word].at(oneBehind))
	m.addRow(&scores, &m.suffixRows[behind.suffix][oneBehind])
	m.add(&scores, m.uses[around[4].word].at(twoBehind))
	best := 0
	for k := range m.classes {
		if scores[k] > scores[best] {
			best = k
		}
	}
	return uint8(best)
}

func (m *Model) add(scores *[maxClasses]float32, r run) {
	for _, w := range m.of(r) {
		scores[w.class()] += w.value()
	}
}

func (m *Model) addRow(scores *[maxClasses]float32, r *row) {
	for c := range m.classes {
		scores[c] += inFloat(r.units(c))
	}
}

// isTrace reports, of what stands behind a "*", a mark that treebanks have for what is left out: "*", "*-1", "*T*-2", "*U*".
func isTrace(rest string) bool {
	if rest == "" || len(rest) == 2 && rest[1] == '*' && (rest[0] == '?' || rest[0] == '_' || isWhole(rest[:1]) || isLetter(rest[0])) {
		return true
	}
	n := 0
	for n < len(rest) && 'A' <= rest[n] && rest[n] <= 'Z' {
		n++
	}
	if n > 0 {
		if n == len(rest) || rest[n] != '*' {
			return false
		}
		n++
	}
	number, ok := strings.CutPrefix(rest[n:], "-")
	return ok && len(number) <= 3 && number != "" && '0' <= number[0] && isWhole(number)
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }
