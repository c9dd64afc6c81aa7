package parse_test

import (
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
)

// residue are signs of markup that readable text has none of.
var residue = []string{"'''", "''", "[[", "]]", "{{", "}}", "{|", "|}", "|-", "||", "<ref", "</", "style=", "class=", "align=", "width=", "colspan", "rowspan",
	"bgcolor", "thumb|", "px|", "File:", "Image:", "&nbsp;", "&ndash;", "\n=", "=\n", "( )", "(, ", "(; ", "\uFFFC"}

// brokenSources are articles of the corpus that are no wikitext of one wiki: their line breaks were lost or their tags escaped.
var brokenSources = map[string]bool{"wtf_wi__raith_rovers.txt": true, "wtf_wi__anarchism.txt": true}

// Readable text of real articles has no markup left but what their own mistakes leave on the rendered page too.
func TestTextResidue(t *testing.T) {
	signs, bytes := 0, 0
	for name, text := range articles(t) {
		if brokenSources[name] {
			continue
		}
		p := new(parse.Parser)
		if strings.Contains(text, "[[Kategorie:") {
			p.Site = parse.German
		}
		var b sinosoviet.TextBuilder
		p.Blocks(&b, p.Tree(text).Root(), parse.TextOptions{NoFormulas: true})
		s := b.Text().String()
		bytes += len(s)
		for _, sign := range residue {
			if n := strings.Count(s, sign); n > 0 {
				signs += n
				t.Logf("%s: %d of %q: …%s…", name, n, sign, s[max(0, strings.Index(s, sign)-40):min(len(s), strings.Index(s, sign)+30)])
			}
		}
	}
	t.Logf("%d signs of markup in %d bytes of text", signs, bytes)
	if signs > 5 {
		t.Errorf("%d signs of markup in readable text, want at most 5", signs)
	}
}
