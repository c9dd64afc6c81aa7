package cite

// slot is a place in a list of people: the second author's.
type slot struct {
	role   string
	number int
}

// person is what a template says of the one in a slot.
type person struct {
	slot
	last, first, link *value
}

// roll is the people of a template, in the order in which their slots come up.
type roll struct {
	list  []person
	index map[slot]int // of many people, where each stands in list
}

// find is the person in the slot, or nil. It is good until another one enters.
func (l *roll) find(s slot) *person {
	if l.index != nil {
		if i, ok := l.index[s]; ok {
			return &l.list[i]
		}
		return nil
	}
	for i := range l.list {
		if l.list[i].slot == s {
			return &l.list[i]
		}
	}
	return nil
}

// enter is the person in the slot, a new one if there was none.
func (l *roll) enter(s slot) *person {
	if p := l.find(s); p != nil {
		return p
	}
	l.list = append(l.list, person{slot: s})
	switch n := len(l.list); {
	case l.index != nil:
		l.index[s] = n - 1
	case n > few:
		l.index = make(map[slot]int, 2*n)
		for i := range l.list {
			l.index[l.list[i].slot] = i
		}
	}
	return &l.list[len(l.list)-1]
}

// last is the greatest number of those of a role who have a name.
func (l *roll) last(role string) int {
	n := 0
	for i := range l.list {
		if p := &l.list[i]; p.role == role && (p.last != nil || p.first != nil) {
			n = max(n, p.number)
		}
	}
	return n
}
