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
// by word. Where all parts of a sum have laneZero in them they are positive; before, a negative part borrows from the one above it,
// which gets it back.
type row [rowWords]uint64

// weight is what a feature adds to the score of a class: thousandths, and below them six bits of the shift and four of the word of its
// place in a row.
type weight int32

const (
	wordBits  = 4
	shiftBits = 6
)

// newWeight is a weight of a class; ok reports that it is in whole thousandths and not too large.
func newWeight(value float32, class uint8) (w weight, ok bool) {
	units := math.Round(float64(value) * unit)
	if !(math.Abs(units) < laneZero) {
		return 0, false
	}
	w = weightOf(int(units), int(class))
	return w, w.value() == value
}

func weightOf(units, class int) weight {
	return weight(units<<(shiftBits+wordBits) | laneBits*(class%lanes)<<wordBits | class/lanes)
}

func (w weight) class() int {
	return lanes*int(w&(rowWords-1)) + int(w>>wordBits&(1<<shiftBits-1))/laneBits
}
func (w weight) units() int { return int(w >> (shiftBits + wordBits)) }

// value is the number that the file has.
func (w weight) value() float32 { return inFloat(w.units()) }

func inFloat(units int) float32 { return float32(float64(units) / unit) }

// add adds the weights of a feature.
func (sum *row) add(weights []weight) {
	for _, w := range weights {
		sum[w&(rowWords-1)] += uint64(w>>(shiftBits+wordBits)) << (w >> wordBits & (1<<shiftBits - 1))
	}
}

// units is the number of a class.
func (sum *row) units(class int) int {
	word := sum[class/lanes] + laneZero + laneZero<<laneBits + laneZero<<(2*laneBits)
	return int(word>>(laneBits*(class%lanes))&laneMask) - laneZero
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
