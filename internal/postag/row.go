package postag

import "math"

// The weights of prose's model are written in thousandths, so sums of them can be had without error in whole numbers, in any order and in parts
// that come again. A float sum, as prose makes it, is off by less than half a thousandth (see [loader.isExact]): where two classes
// are more than one thousandth apart, both kinds of sum choose the same.

const (
	unit      = 1000 // whole numbers in a weight of 1
	near      = 1    // a difference of sums up to which the float sums are asked
	laneBits  = 21
	laneMask  = 1<<laneBits - 1
	laneZero  = 1 << (laneBits - 1) // stands for a sum of 0
	lanes     = 3
	rowWords  = 16
	rowLength = lanes * rowWords
)

// row is a whole number for each class, three in a word: that of class c stands in word c/3, from bit 21*(c%3) on. Rows are added word
// by word. The base row puts laneZero into each part, so that parts of a complete sum are positive; before, a negative part
// borrows from the one above it, which gets it back.
type row [rowWords]uint64

// newWeight is a weight of a class; ok reports that it is in whole thousandths and not too large.
func newWeight(value float32, class uint8) (w weight, ok bool) {
	units := math.Round(float64(value) * unit)
	if !(math.Abs(units) < laneZero) {
		return 0, false
	}
	w = weight(units)<<8 | weight(class)
	return w, w.value() == value
}

// add adds the weights of a feature.
func (sum *row) add(weights []weight) {
	for _, w := range weights {
		c := w.class()
		sum[c/lanes%rowWords] += uint64(w.units()) << (laneBits * (c % lanes))
	}
}

// best is the class with the largest sum, and whether no other comes near.
func (sum *row) best() (class uint8, clear bool) {
	// A sum and the class below it are compared as one number. The first and second of every third class are kept, so that three
	// comparisons go on at a time.
	var a, b, c, a2, b2, c2 uint64
	for i, x := range sum {
		k := uint64(lanes * i)
		x0, x1, x2 := (x&laneMask)<<6|k, (x>>laneBits&laneMask)<<6|(k+1), (x>>(2*laneBits)&laneMask)<<6|(k+2)
		a2, a = max(a2, min(a, x0)), max(a, x0)
		b2, b = max(b2, min(b, x1)), max(b, x1)
		c2, c = max(c2, min(c, x2)), max(c, x2)
	}
	ab := max(a, b)
	top := max(ab, c)
	next := max(min(ab, c), min(a, b), a2, b2, c2)
	return uint8(top & 63), top>>6-next>>6 > near
}
