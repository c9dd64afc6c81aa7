package gazetteer

// filter is a bit for the hash of each of some words. At 32 kB it stays near the processor, where the maps of the words do not.
type filter [1 << filterBits / 64]uint64

const filterBits = 18

func (f *filter) add(word string) {
	h := hash(word)
	f[h/64] |= 1 << (h % 64)
}

// has reports whether a word may be there.
func (f *filter) has(word string) bool {
	h := hash(word)
	return f[h/64]>>(h%64)&1 != 0
}

// hash is FNV-1a, folded.
func hash(word string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return (h ^ h>>filterBits) % (1 << filterBits)
}
