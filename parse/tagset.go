package parse

// tagID is the identity of a known tag. HTML tags that take part in pairing come first, so that
// a set of them fits in 64 bits.
type tagID uint8

// tagInfo is what the tree builder knows of a tag.
type tagInfo struct {
	name    string
	block   bool   // begins a block: ends the paragraph it stands in
	void    bool   // has no content
	closes  string // tags of the same parent it closes, blank-separated
	barrier string // tags that a closing or implied closing may not reach through it; "*" is all
}

// htmlTags are the HTML tags that MediaWiki lets pass (Sanitizer, 1.39), by what they do to the tree.
var htmlTags = []tagInfo{
	{name: "b"}, {name: "i"}, {name: "u"}, {name: "s"}, {name: "em"}, {name: "strong"}, {name: "small"}, {name: "big"},
	{name: "sub"}, {name: "sup"}, {name: "span"}, {name: "font"}, {name: "tt"}, {name: "code"}, {name: "cite"}, {name: "var"},
	{name: "del"}, {name: "ins"}, {name: "strike"}, {name: "abbr"}, {name: "bdi"}, {name: "bdo"}, {name: "dfn"}, {name: "kbd"},
	{name: "samp"}, {name: "q"}, {name: "mark"}, {name: "data"}, {name: "time"}, {name: "ruby"}, {name: "rb"}, {name: "rt"},
	{name: "rtc"}, {name: "rp"},
	{name: "p", block: true, closes: "p"}, {name: "div", block: true}, {name: "center", block: true}, {name: "blockquote", block: true},
	{name: "h1", block: true}, {name: "h2", block: true}, {name: "h3", block: true}, {name: "h4", block: true}, {name: "h5", block: true},
	{name: "h6", block: true},
	{name: "ul", block: true, barrier: "li"}, {name: "ol", block: true, barrier: "li"}, {name: "li", block: true, closes: "li"},
	{name: "dl", block: true, barrier: "dt dd"}, {name: "dt", block: true, closes: "dt dd"}, {name: "dd", block: true, closes: "dt dd"},
	{name: "table", block: true, barrier: "*"}, {name: "caption", block: true, closes: "caption"},
	{name: "tr", block: true, closes: "caption td th tr"}, {name: "td", block: true, closes: "caption td th"}, {name: "th", block: true, closes: "caption td th"},
	{name: "pre", block: true},
	{name: "br", void: true}, {name: "wbr", void: true}, {name: "hr", void: true, block: true}, {name: "meta", void: true}, {name: "link", void: true},
}

// extensionTags are the tags whose content MediaWiki takes out before it reads the rest. Those that
// are not raw have wikitext inside.
var extensionTags = []struct {
	name string
	raw  bool
}{
	{"ref", false}, {"references", false}, {"phonos", false}, {"langconvert", false}, {"poem", false}, {"indicator", false}, {"section", false}, {"gallery", false},
	{"nowiki", true}, {"pre", true}, {"math", true}, {"chem", true}, {"ce", true}, {"syntaxhighlight", true}, {"source", true}, {"timeline", true},
	{"score", true}, {"hiero", true}, {"imagemap", true}, {"inputbox", true}, {"templatestyles", true}, {"templatedata", true}, {"graph", true},
	{"mapframe", true}, {"maplink", true}, {"categorytree", true}, {"charinsert", true}, {"includeonly", true}, {"languages", true},
}

// inclusionTags only matter when a page is transcluded; on the page itself they show nothing.
var inclusionTags = []string{"noinclude", "onlyinclude", "translate", "tvar"}

const (
	firstExtension = 64
	firstInclusion = 100
)

// tagTable is made once from the lists above and then only read.
type tagTable struct {
	itemOnly                          [128]bool // passes only with an itemprop attribute
	byName                            map[string]tagID
	name                              [128]string
	block                             [128]bool
	void                              [128]bool
	raw                               [128]bool
	closes                            [128]uint64
	pre, htmlPre, nowiki, includeOnly tagID // <pre> is an extension tag when it is closed, else an HTML tag
	barrier                           [128]uint64
}

var tags = makeTagTable()

func makeTagTable() *tagTable {
	t := &tagTable{byName: make(map[string]tagID)}
	add := func(id tagID, name string) { t.byName[name], t.name[id] = id, name }
	for i, h := range htmlTags {
		id := tagID(i + 1)
		add(id, h.name)
		t.block[id], t.void[id] = h.block, h.void
	}
	for i, h := range htmlTags {
		t.closes[i+1] = t.set(h.closes)
		t.barrier[i+1] = t.set(h.barrier)
	}
	t.itemOnly[t.byName["meta"]], t.itemOnly[t.byName["link"]] = true, true
	t.htmlPre = t.byName["pre"]
	for i, e := range extensionTags {
		add(tagID(firstExtension+i), e.name)
		t.raw[firstExtension+i] = e.raw
	}
	t.pre, t.nowiki, t.includeOnly = t.byName["pre"], t.byName["nowiki"], t.byName["includeonly"]
	for i, name := range inclusionTags {
		add(tagID(firstInclusion+i), name)
	}
	return t
}

// set is the bit set of a blank-separated list of names.
func (t *tagTable) set(names string) (set uint64) {
	if names == "*" {
		return ^uint64(0)
	}
	for start, i := 0, 0; i <= len(names); i++ {
		if i == len(names) || names[i] == ' ' {
			if i > start {
				set |= 1 << t.byName[names[start:i]]
			}
			start = i + 1
		}
	}
	return set
}

// tagNameAt reads a tag's name at the start of s: its identity, 0 when it is not known, and its length.
func tagNameAt(s string) (id tagID, n int) {
	var buf [16]byte
	for n < len(s) {
		c := s[n]
		switch {
		case c >= 'a' && c <= 'z' || n > 0 && c >= '0' && c <= '9':
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		default:
			return tags.byName[string(buf[:n])], n
		}
		if n == len(buf) {
			return 0, n
		}
		buf[n] = c
		n++
	}
	return tags.byName[string(buf[:n])], n
}
