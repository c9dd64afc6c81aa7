package gazetteer

import "hash/maphash"

// filter is some bits for each of many strings. It is small enough to stay near the processor, where the maps of the strings do not.
type filter struct {
	bits [1 << filterBits / 64]uint64
	seed maphash.Seed
}

// filterBits makes 64 kB: one bit in ten is set when there are 50,000 strings.
const filterBits = 19

func newFilter() *filter { return &filter{seed: maphash.MakeSeed()} }

func (f *filter) add(s string) {
	h := maphash.String(f.seed, s) % (1 << filterBits)
	f.bits[h/64] |= 1 << (h % 64)
}

// has reports whether a string may be there. Those that are there it never denies.
func (f *filter) has(s string) bool {
	h := maphash.String(f.seed, s) % (1 << filterBits)
	return f.bits[h/64]>>(h%64)&1 != 0
}

func (f *filter) clone() *filter {
	c := *f
	return &c
}
