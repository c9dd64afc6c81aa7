package parse

// flatLine reads a line of the flattened dialect: every line is a block of its own.
func (b *builder) flatLine(start, at int32) {
	b.readLine(b.i, 0)
	b.endBlock(start)
	if b.byteAt(at) == '-' && b.byteAt(at+1) == ' ' {
		b.skipTo(at)
		b.open(KindList).aux = '*'
		b.open(KindItem).aux = 1
		b.leaf(KindMarkup, at+2)
	}
}
