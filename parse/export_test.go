package parse

// Steps counts the steps that making the tree of src takes.
func Steps(src string) int {
	t := &Tree{src: src, site: English}
	s := new(scratch)
	s.scan(t)
	s.build(t)
	return s.scanner.steps + s.builder.work + len(t.nodes)
}
