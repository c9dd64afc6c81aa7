package parse

// census lists the nodes of an article's tree that the walks over it look at, in order, and counts them: most nodes are text
// and marks, which only the readable text needs.
type census struct {
	nodes                             []int32
	links, templates, arguments, tags int // tags: extension tags
	text                              int // bytes of text outside templates and extension tags: more than the page shows, by a little
}

// notable are the kinds that a walk over an article looks at.
const notable = 1<<KindTemplate | 1<<KindParameter | 1<<KindExtension | 1<<KindHeading | 1<<KindExternal | 1<<KindRedirect |
	1<<KindLink | 1<<KindFile | 1<<KindCategory | 1<<KindLanguage | 1<<KindInterwiki | 1<<KindAttributes | 1<<KindTagOpen

// maxKeptNotable is how many entries are kept for the next article: those of one of about 2 MB.
const maxKeptNotable = maxKept / 4

// take makes the census of the nodes.
func (c *census) take(nodes []node) {
	list := c.nodes[:0]
	*c = census{}
	behind := int32(0) // the node behind the last template or tag
	for i := range nodes {
		n := &nodes[i]
		if uint64(notable)>>n.kind&1 == 0 {
			switch {
			case n.kind == KindArgument:
				c.arguments++
			case n.kind == KindText && int32(i) >= behind:
				c.text += int(n.end - n.start)
			}
			continue
		}
		list = append(list, int32(i))
		switch n.kind {
		case KindTemplate:
			c.templates++
			behind = max(behind, n.next)
		case KindExtension:
			c.tags++
			behind = max(behind, n.next)
		case KindLink, KindFile, KindCategory, KindLanguage, KindInterwiki, KindExternal:
			c.links++
		}
	}
	c.nodes = list
}

// reset empties the census, and keeps its memory unless a hostile input made it huge.
func (c *census) reset() {
	if *c = (census{nodes: c.nodes[:0]}); cap(c.nodes) > maxKeptNotable {
		c.nodes = nil
	}
}
