package parse_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/internal/score"
)

// readJSON reads a file of the shared folder into v.
func readJSON(t testing.TB, v any, elem ...string) {
	t.Helper()
	data, err := os.ReadFile(score.Shared(t, elem...))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, v); err != nil {
		t.Fatal(err)
	}
}

// articles are the real articles of the shared folder, by file name.
func articles(t testing.TB) map[string]string {
	t.Helper()
	dir := score.Shared(t, "corpus", "articles")
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	texts := make(map[string]string)
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		texts[e.Name()] = string(data)
	}
	return texts
}

// conformance yields every wikitext of the conformance suites by name.
func conformance(t testing.TB) map[string]string {
	t.Helper()
	texts := make(map[string]string)
	for _, file := range []string{"parserTests.json", "extTests.json"} {
		var suite struct {
			Tests    []struct{ ID, Wikitext string }
			Articles []struct{ ID, Wikitext, Text string }
		}
		readJSON(t, &suite, "conformance", file)
		for _, c := range suite.Tests {
			texts[c.ID] = c.Wikitext
		}
	}
	var cases []struct{ File, Name, Input string }
	readJSON(t, &cases, "conformance", "mwtest.json")
	for _, c := range cases {
		texts[c.File+"/"+c.Name] = c.Input
	}
	return texts
}

// seeds are the constructs of wikitext, right and wrong; they also seed the fuzz targets.
var update = flag.Bool("update", false, "rewrite the golden files")

var seeds = strings.Split(strings.TrimSpace(`
== Heading ==
text ''italic'' and '''bold''' and '''''both''''' text
----
* a
** b
*# c
: d
;e : f
----
{| class="wikitable" style="x"
|+ caption
! a !! b
|-
| c || d | e
|-
| style="y" | f
{|
| nested
|}
|}
----
[[a]]s [[b|c]] [[File:x.jpg|thumb|200px|A [[link]] caption]] [[Category:z|k]] [[:Category:q]] [[de:x]]
----
[http://a.b c d] http://a.b/c. [//x y] mailto:a@b.c [[http://x y]]
----
{{a|b|c=d|{{e|f}}}} {{{p|q}}} {{#if:x|y|z}} {{!}} {{{{{x}}}|y}}
----
<ref name="a">b {{c}} ''d''</ref><ref name=a /> <nowiki>[[x]]</nowiki><pre> y </pre><math>z|{{</math>
----
<div class="a">
para

* b
</div> <b>c <i>d</b> e</i> <br/> <small>x
----
<!-- c --> &amp; &#160; &bogus; __TOC__ ~~~~ -{zh-hans:a;zh-hant:b}-
----
<gallery>
File:a.jpg|caption ''x''
b.png
</gallery>
<poem>
a
 b
</poem>
----
{{a [[b }} c]] '''x''y [http://a {{ <ref>unclosed
----
'''a''b'''c''d'''''e'' f' ''''g'''' ''''''h''
----
{|
text | a
|a
* b
|}
|}
==http://a== <!-- y -->
=<!-- y
----
=<!--= 
=
==
===
 pre
  pre2

{{a|
* list
{|
|}
== h ==
}}
----
#REDIRECT [[a]]
`), "\n----\n")
