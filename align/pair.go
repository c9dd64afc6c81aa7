package align

import "slices"

// An article that does not repeat its marks shows each note at one place, where its source was written out; the page shows
// its number there and wherever it is used again. So the numbers printed at one place of the excerpt are more than the notes that stand there,
// and which of them is the note's follows from the other places: a number has one note and a note one number.

// printedAt is a place of the article that has notes, and the numbers that the excerpt prints there, in order.
type printedAt struct {
	gap     int32
	numbers []int // distinct
	notes   []int // numbers of the article's notes, distinct, in order
}

// pair settles which notes the numbers denote as far as their places tell, and leaves no other evidence for these.
func (n *notes) pair(list []numbered, markers []int, l *noteList) {
	places := n.printedAt(markers, l)
	noteOf, numberOf := map[int]int{}, map[int]int{}
	assign := func(numbers, notes []int) bool {
		if len(numbers) != len(notes) {
			return false
		}
		for k := range numbers {
			noteOf[numbers[k]], numberOf[notes[k]] = notes[k], numbers[k]
		}
		return len(numbers) > 0
	}
	for round, again := 0, true; again && round < maxRounds; round++ {
		again = false
		for k := range places {
			numbers, notes := places[k].left(noteOf, numberOf)
			again = assign(numbers, notes) || again
		}
	}
	for k := range list {
		e := &list[k]
		if note, ok := noteOf[e.number]; ok {
			points := e.gains[note]
			clear(e.gains)
			e.gains[note] = max(points, pointsPaired)
			e.paired = note
			continue
		}
		for note := range e.gains {
			if _, ok := numberOf[note]; ok {
				delete(e.gains, note)
			}
		}
	}
}

// keepPairs gives the paired numbers their notes, which may stand outside the order of the others, and takes these from all others.
func keepPairs(list []numbered) {
	taken := map[int]bool{}
	for i := range list {
		if e := &list[i]; e.paired > 0 {
			e.moved = e.target != e.paired
			e.target, e.removed = e.paired, false
			taken[e.paired] = true
		}
	}
	for i := range list {
		if e := &list[i]; e.paired == 0 && taken[e.target] {
			e.target, e.moved = 0, false
		}
	}
}

// possible tells of the numbers that denote no known note which notes could be theirs: those between the notes of the numbers around
// them, when they are few.
func (n *notes) possible(list []numbered, l *noteList) {
	behind := make([]int, len(list)) // the note of the next number that has one in the order of the others
	next := l.last + 1
	for i := len(list) - 1; i >= 0; i-- {
		if e := &list[i]; e.target > 0 && !e.moved {
			next = e.target
		}
		behind[i] = next
	}
	last := 0 // the note of the number before
	for i := range list {
		e := &list[i]
		if e.target > 0 {
			if !e.moved {
				last = e.target
			}
			continue
		}
		for note := last + 1; note < behind[i] && behind[i]-last-1 <= maxPossible; note++ {
			if entry := l.entries[note]; entry != nil {
				e.possible = append(e.possible, n.p.article.Citations[n.denoted(entry, -1)].ID)
			}
		}
	}
}

// maxPossible is how many notes may be told as candidates of a number.
const maxPossible = 6

// pointsPaired is the evidence for a pair; maxRounds is how often what one place has told is used for the others.
const (
	pointsPaired = 6.0
	maxRounds    = 16
)

// left are the numbers and the notes of a place that are not settled yet.
func (p *printedAt) left(noteOf, numberOf map[int]int) (numbers, notes []int) {
	for _, number := range p.numbers {
		if _, ok := noteOf[number]; !ok {
			numbers = append(numbers, number)
		}
	}
	for _, note := range p.notes {
		if _, ok := numberOf[note]; !ok {
			notes = append(notes, note)
		}
	}
	return numbers, notes
}

// printedAt are the places with notes at which markers stand, in the order of the excerpt.
func (n *notes) printedAt(markers []int, l *noteList) (out []printedAt) {
	index := map[int32]int{}
	for _, i := range markers {
		gap, ok := n.placeOf(i, l)
		if !ok || n.p.excerpt.Markers[i].Pages != "" { // pages tell more than places do
			continue
		}
		k, known := index[gap]
		if !known {
			var notes []int
			for _, c := range n.at(gap) {
				cit := &n.p.article.Citations[c.index]
				if cit.Number > 0 && cit.Group == l.group && !slices.Contains(notes, cit.Number) {
					notes = append(notes, cit.Number)
				}
			}
			if len(notes) == 0 {
				continue
			}
			k = len(out)
			index[gap] = k
			out = append(out, printedAt{gap: gap, notes: notes})
		}
		if number := n.p.excerpt.Markers[i].Number; len(out[k].numbers) < maxSlot && !slices.Contains(out[k].numbers, number) {
			out[k].numbers = append(out[k].numbers, number)
		}
	}
	return out
}

// placeOf is the gap of the article in which marker i stands: the first likely one that has notes, or the likeliest.
func (n *notes) placeOf(i int, l *noteList) (gap int32, ok bool) {
	var buf [8]slot
	slots := n.slots(&n.p.excerpt.Markers[i], buf[:0])
	for _, s := range slots {
		if s.weight < weightSure {
			break
		}
		for _, c := range n.at(s.gap) {
			if cit := &n.p.article.Citations[c.index]; cit.Number > 0 && cit.Group == l.group {
				return s.gap, true
			}
		}
	}
	if len(slots) > 0 && slots[0].weight >= weightSure {
		return slots[0].gap, true
	}
	return 0, false
}
