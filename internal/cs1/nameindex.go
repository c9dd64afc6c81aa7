package cs1

// nameIndex finds the row of a name by its hash, with open addressing: parameters are looked up for every argument of every citation.
// It is made once from the tables, which stay sorted, and only read.
type nameIndex [1024]struct {
	name string
	row  uint16
}

// hashName is FNV-1a, in 32 bits.
func hashName(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h ^ h>>15
}

func (x *nameIndex) add(name string, row int) {
	i := hashName(name) % uint32(len(x))
	for x[i].name != "" {
		i = (i + 1) % uint32(len(x))
	}
	x[i].name, x[i].row = name, uint16(row)
}

// find is the row of the name, or -1. The empty name has none.
func (x *nameIndex) find(name string) int {
	for i := hashName(name) % uint32(len(x)); x[i].name != ""; i = (i + 1) % uint32(len(x)) {
		if x[i].name == name {
			return int(x[i].row)
		}
	}
	return -1
}

// paramRows are the rows of params and, behind them, those of bare; listRows those of lists, by pattern.
var paramRows, listRows = func() (p, l *nameIndex) {
	p, l = new(nameIndex), new(nameIndex)
	for i := range params {
		p.add(params[i].name, i)
	}
	for i := range bare {
		if p.find(bare[i].name) < 0 { // params come first
			p.add(bare[i].name, len(params)+i)
		}
	}
	for i := range lists {
		l.add(lists[i].pattern, i)
	}
	return p, l
}()
