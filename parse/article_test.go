package parse_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
)

func article(text string) *sinosoviet.Article {
	return parse.Wikitext(sinosoviet.NewSource("", "", text))
}

func TestArticleTemplates(t *testing.T) {
	src := "{{ Cite book | last = Dirlik |  two |3=x\n| empty= }}{{#if: a |b| c=d }}{{!}}{{a|{{b|{{lc:X}}}}|{{{p|q}}}}}{{DEFAULTSORT:Mao, Zedong}}"
	a := article(src)
	type arg struct{ Name, Value string }
	type tmpl struct {
		Name, Kind string
		Depth      int
		Args       []arg
	}
	want := []tmpl{
		{"Cite book", "", 0, []arg{{"last", "Dirlik"}, {"1", "  two "}, {"3", "x"}, {"empty", ""}}},
		{"#if", "function", 0, []arg{{"1", " a "}, {"2", "b"}, {"3", " c=d "}}},
		{"!", "variable", 0, nil},
		{"a", "", 0, []arg{{"1", "{{b|{{lc:X}}}}"}, {"2", "{{{p|q}}}"}}},
		{"b", "", 1, []arg{{"1", "{{lc:X}}"}}},
		{"lc", "function", 2, []arg{{"1", "X"}}},
		{"DEFAULTSORT", "function", 0, []arg{{"1", "Mao, Zedong"}}},
	}
	var got []tmpl
	for _, v := range a.Templates {
		g := tmpl{v.Name, v.Kind, v.Depth, nil}
		for _, x := range v.Args {
			g.Args = append(g.Args, arg{x.Name, x.Value})
			if s := a.Source.Slice(x.Span); s != x.Value {
				t.Errorf("span of %s of %s is %q, want %q", x.Name, v.Name, s, x.Value)
			}
		}
		if s := a.Source.Slice(v.Span); !strings.HasPrefix(s, "{{") || !strings.HasSuffix(s, "}}") {
			t.Errorf("span of %s is %q", v.Name, s)
		}
		got = append(got, g)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("templates (-want +got):\n%s", diff)
	}
	if a.SortKey != "Mao, Zedong" {
		t.Errorf("sort key %q", a.SortKey)
	}
}

func TestArticleTemplatesDeep(t *testing.T) {
	a := article(strings.Repeat("{{a|", 100) + "x" + strings.Repeat("}}", 100))
	if len(a.Templates) != 41 || a.Templates[40].Depth != 40 {
		t.Errorf("%d templates are listed, want depths 0 to 40", len(a.Templates))
	}
	n := 0
	for _, d := range a.Diagnostics {
		if d.Code == parse.CodeTooDeep {
			n++
			if a.Source.Slice(d.Span) != "{{" {
				t.Errorf("too-deep at %v", d.Span)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d findings of %s, want 1", n, parse.CodeTooDeep)
	}
}

func TestArticleTemplatesCut(t *testing.T) {
	long := strings.Repeat("é", 60_000)
	a := article("{{a|" + long + "|x=" + strings.Repeat("y", 100_000) + "}}")
	first, second := a.Templates[0].Args[0], a.Templates[0].Args[1]
	if !first.Cut || len(first.Value) != 100_000 || !strings.HasSuffix(first.Value, "é") || first.Span.Len() != len(long) {
		t.Errorf("value of %d bytes, cut %v, span %v", len(first.Value), first.Cut, first.Span)
	}
	if second.Cut || len(second.Value) != 100_000 {
		t.Errorf("value of exactly 100,000 bytes is cut")
	}
}

func TestArticleLinks(t *testing.T) {
	type link struct {
		Kind         sinosoviet.LinkKind
		Target, Text string
	}
	for _, c := range []struct {
		src  string
		want []link
	}{
		{"[[War]]s", []link{{"page", "War", "Wars"}}},
		{"[[Korean_War|the war]]", []link{{"page", "Korean War", "the war"}}},
		{"[[:Category:Wars]]", []link{{"page", "Category:Wars", "Category:Wars"}}},
		{"[[Category:Wars|Korea]]", []link{{"category", "Category:Wars", "Korea"}}},
		{"[[Mao&nbsp;Zedong#Early life|Mao]]", []link{{"page", "Mao Zedong#Early life", "Mao"}}},
		{"[[de:Krieg]]", []link{{"language", "de:Krieg", ""}}},
		{"[[wikt:war]]", []link{{"interwiki", "wikt:war", "wikt:war"}}},
		{"[http://example.org A site]", []link{{"external", "http://example.org", "A site"}}},
		{"[http://example.org]", []link{{"external", "http://example.org", ""}}},
		{"http://example.org/a", []link{{"external", "http://example.org/a", "http://example.org/a"}}},
		{"[[File:War.jpg|thumb|A [[tank]]]]", []link{{"file", "File:War.jpg", "A tank"}, {"page", "tank", "tank"}}},
		{"{{main|[[War]]}}<ref>[[Peace]]</ref>", []link{{"page", "War", "War"}, {"page", "Peace", "Peace"}}},
		{"[[''War and Peace''|''War'' & Peace]]", []link{{"page", "''War and Peace''", "War & Peace"}}},
	} {
		a := article(c.src)
		var got []link
		for _, l := range a.Links {
			got = append(got, link{l.Kind, l.Target, l.Text})
			if s := a.Source.Slice(l.Span); l.Kind != sinosoviet.LinkExternal && (!strings.HasPrefix(s, "[[") || !strings.HasSuffix(s, "]]")) {
				t.Errorf("%q: span of %s is %q", c.src, l.Target, s)
			}
			if !l.TextSpan.IsZero() {
				if s := a.Text.String()[l.TextSpan.Start:l.TextSpan.End]; s != l.Text {
					t.Errorf("%q: text of %s at %v is %q, want %q", c.src, l.Target, l.TextSpan, s, l.Text)
				}
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.src, diff)
		}
	}
}

func TestArticleNotices(t *testing.T) {
	type notice struct {
		Kind, Date string
		Targets    []string
	}
	for _, c := range []struct {
		src  string
		want []notice
	}{
		{"{{main|War|Peace#Talks}}", []notice{{"main", "", []string{"War", "Peace#Talks"}}}},
		{"{{Further|[[War]] and [[Peace|talks]]}}", []notice{{"further", "", []string{"War", "Peace"}}}},
		{"{{further|War|l1=The war}}", []notice{{"further", "", []string{"War"}}}},
		{"{{See_also|War}}", []notice{{"see-also", "", []string{"War"}}}},
		{"{{about|the war|the film|War (film)|the band|War (band)}}", []notice{{"about", "", []string{"War (film)", "War (band)"}}}},
		{"{{for|the film|War (film)}}", []notice{{"for", "", []string{"War (film)"}}}},
		{"{{hatnote|See [[War]].}}", []notice{{"hatnote", "", []string{"War"}}}},
		{"{{Redirect|Wars|the film|Wars (film)}}", []notice{{"redirect", "", []string{"Wars (film)"}}}},
		{"{{distinguish|Warr|Wahr}}", []notice{{"distinguish", "", []string{"Warr", "Wahr"}}}},
		{"{{Unreferenced section|date=July 2024}}", []notice{{"unreferenced", "July 2024", nil}}},
		{"{{Refimprove|date=May 2010}}{{POV}}", []notice{{"citations-needed", "May 2010", nil}, {"neutrality", "", nil}}},
		{"{{multiple issues|{{unreferenced|date=July 2024}}}}", []notice{{"cleanup", "", nil}, {"unreferenced", "July 2024", nil}}},
		{"{{China-stub}}", []notice{{"stub", "", nil}}},
		{"{{cn|date=July 2024}}", nil},
	} {
		var got []notice
		for _, n := range article(c.src).Notices {
			got = append(got, notice{n.Kind, n.Date, n.Targets})
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.src, diff)
		}
	}
}

func TestArticleNames(t *testing.T) {
	type name struct{ Lang, Text string }
	for _, c := range []struct {
		src  string
		want []name
	}{
		{"{{lang|ru|Россия}}", []name{{"ru", "Россия"}}},
		{"{{langx|ru|''Россия''}}", []name{{"ru", "Россия"}}},
		{"{{lang-sr-Cyrl|Србија}}", []name{{"sr-Cyrl", "Србија"}}},
		{"{{lang-zh|s=中国|p=Zhōngguó}}", []name{{"zh-Hans", "中国"}, {"zh-Latn-pinyin", "Zhōngguó"}}},
		{"{{zh|first=s|s={{linktext|中|苏|关系}}|t=中蘇關係|l=relations}}", []name{{"zh-Hans", "中苏关系"}, {"zh-Hant", "中蘇關係"}}},
		{"{{nihongo|Tokyo|東京|Tōkyō}}", []name{{"ja", "東京"}, {"ja-Latn", "Tōkyō"}}},
		{"{{transl|ru|Rossiya}} {{transliteration|ar|DIN|ʿarab}}", []name{{"ru-Latn", "Rossiya"}, {"ar-Latn", "ʿarab"}}},
		{"{{lang|zh-hans|[[中国]]}}", []name{{"zh-Hans", "中国"}}},
		{"{{lang-rus|Москва|r=Moskva}} {{lang|deu|Köln}} {{lang|grc|Ἀθῆναι}}", []name{{"ru", "Москва"}, {"de", "Köln"}, {"grc", "Ἀθῆναι"}}},
		{"{{lang|not a language|x}}", nil},
	} {
		var got []name
		for _, n := range article(c.src).Names {
			got = append(got, name{n.Lang, n.Text})
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.src, diff)
		}
	}
}

func TestArticleCoordinates(t *testing.T) {
	for _, c := range []struct {
		src      string
		lat, lon float64
		none     bool
	}{
		{src: "{{coord|39.9|116.4}}", lat: 39.9, lon: 116.4},
		{src: "{{Coord|39|54|N|116|24|W|type:city|display=title}}", lat: 39.9, lon: -116.4},
		{src: "{{coord|39|54|0|S|116|24|0|E}}", lat: -39.9, lon: 116.4},
		{src: "{{coord|39.9|N|116.4|E}}", lat: 39.9, lon: 116.4},
		{src: "{{coord|-12.5|-70}}", lat: -12.5, lon: -70},
		{src: "{{Infobox city|latd=39|latm=54|latNS=N|longd=116|longm=24|longEW=E}}", lat: 39.9, lon: 116.4},
		{src: "{{coord|95|20}}", none: true},
		{src: "{{coord|a|b}}", none: true},
		{src: "{{coord}}", none: true},
	} {
		got := article(c.src).Coordinates
		if c.none != (len(got) == 0) || len(got) > 1 {
			t.Errorf("%s: %v", c.src, got)
			continue
		}
		if !c.none && (math.Abs(got[0].Latitude-c.lat) > 1e-9 || math.Abs(got[0].Longitude-c.lon) > 1e-9) {
			t.Errorf("%s: %v, want %g %g", c.src, got[0], c.lat, c.lon)
		}
	}
}

func TestArticleInfobox(t *testing.T) {
	a := article("{{Infobox war\n| name = The '''War'''\n| image = War_map.png\n| caption = A [[map]]\n| empty =\n| place = [[Korea]]<br />China\n}}")
	if len(a.Infoboxes) != 1 {
		t.Fatalf("infoboxes: %v", a.Infoboxes)
	}
	got := map[string]string{}
	for _, f := range a.Infoboxes[0].Fields {
		got[f.Name] = f.Text.String()
	}
	if diff := cmp.Diff(map[string]string{"name": "The War", "image": "War_map.png", "caption": "A map", "place": "Korea China"}, got); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
	if len(a.Images) != 1 || a.Images[0].File != "War map.png" || a.Images[0].Caption.String() != "A map" {
		t.Errorf("images: %+v", a.Images)
	}
	if a.Text.Len() != 0 {
		t.Errorf("the infobox is read as text: %q", a.Text)
	}
}

// A box's plain caption belongs to its picture, not to signatures and flags.
func TestArticleInfoboxCaptions(t *testing.T) {
	a := article("{{Infobox person\n| image = A.jpg\n| caption = The man\n| signature = B.svg\n| image_map = C.svg\n| map_caption = His land\n| static_image_name = D.jpg\n| static_image_caption = His house\n| image_flag = E.svg\n}}")
	got := map[string]string{}
	for _, i := range a.Images {
		got[i.File] = i.Caption.String()
	}
	if diff := cmp.Diff(map[string]string{"A.jpg": "The man", "B.svg": "", "C.svg": "His land", "D.jpg": "His house", "E.svg": ""}, got); diff != "" {
		t.Errorf("captions (-want +got):\n%s", diff)
	}
}

func TestArticleImages(t *testing.T) {
	a := article("[[File:War map.png|thumb|200px|left|alt=A map|upright=1.2|The '''map''' of [[War]]]]")
	if len(a.Images) != 1 {
		t.Fatalf("images: %v", a.Images)
	}
	i := a.Images[0]
	if i.File != "War map.png" || i.Caption.String() != "The map of War" {
		t.Errorf("image %q, caption %q", i.File, i.Caption)
	}
	if diff := cmp.Diff(map[string]string{"thumb": "", "width": "200", "align": "left", "alt": "A map", "upright": "1.2"}, i.Options); diff != "" {
		t.Errorf("options (-want +got):\n%s", diff)
	}
}

func TestArticleSections(t *testing.T) {
	a := article("Lead.\n== A ==\nText a.\n==== B ====\n* one\n* two\n=== C ===\n== References ==\n=== D ===\nx")
	type section struct {
		Heading       string
		Level, Parent int
		Text, Source  string
		End           bool
	}
	var got []section
	for _, s := range a.Sections {
		got = append(got, section{s.Heading, s.Level, s.Parent, s.Text.String(), a.Source.Slice(s.Span), s.EndMatter})
	}
	want := []section{
		{"", 1, 0, "Lead.", "Lead.\n", false},
		{"A", 2, 0, "Text a.", "== A ==\nText a.\n", false},
		{"B", 4, 1, "one\ntwo", "==== B ====\n* one\n* two\n", false},
		{"C", 3, 1, "", "=== C ===\n", false},
		{"References", 2, 0, "", "== References ==\n", true},
		{"D", 3, 4, "x", "=== D ===\nx", true},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sections (-want +got):\n%s", diff)
	}
}

// "Literature" heads a list of sources, or tells of a country's books.
func TestArticleLiterature(t *testing.T) {
	a := article("Lead.\n== Culture ==\n=== Literature ===\nThe first newspaper was published in 1875.\n==== Drama ====\nPlays.\n==== Sources ====\nBooks.\n== Literature ==\n* A book\n* Another book\n=== Older ===\n* A third")
	got := map[string]bool{}
	for i, s := range a.Sections {
		got[strconv.Itoa(i)+" "+s.Heading] = s.EndMatter
	}
	want := map[string]bool{"0 ": false, "1 Culture": false, "2 Literature": false, "3 Drama": false, "4 Sources": true, "5 Literature": true, "6 Older": true}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("end matter (-want +got):\n%s", diff)
	}
}

func TestArticleSectionText(t *testing.T) {
	a := article("See <math>x^2</math> and\n{|\n|+ Caption\n| cell\n|}\n[[File:A.jpg|thumb|A fox]]\n{{main|War}}\n> more.<ref>Smith</ref>\n* one\n* two <chem>H2O</chem>\n\nEnd.\n:<math>y</math>")
	if got, want := a.Sections[0].Text.String(), "See  and\n\n> more.\n\none\ntwo\n\nEnd."; strings.ReplaceAll(got, "two ", "two") != want {
		t.Errorf("section reads %q, want %q", got, want)
	}
	for _, want := range []string{"x^2", "Caption", "cell", "A fox", "H2O"} {
		if !strings.Contains(a.Text.String(), want) {
			t.Errorf("article reads %q, without %q", a.Text, want)
		}
	}
}

func TestArticleTitle(t *testing.T) {
	for name, want := range map[string]string{"Korean_War": "Korean War", "War": "War", "a/b.wiki": "", "war.txt": "", "-": "", "https://a.b/c": "",
		"St. Petersburg": "St. Petersburg", "Mr. Smith": "Mr. Smith"} {
		if got := parse.Wikitext(sinosoviet.NewSource(name, "", "x")).Title; got != want {
			t.Errorf("source %q gives title %q, want %q", name, got, want)
		}
	}
}

// Templates that name the page take its title from the source; without one they print nothing.
func TestArticleTitleInText(t *testing.T) {
	const text = "'''{{PAGENAME}}''' lived.\n* {{IMDb name|1}}\n* {{IMDb name|1|Another}}"
	for name, want := range map[string]string{"Zhu De": "Zhu De lived.\n\nZhu De at IMDb\nAnother at IMDb", "a.txt": "lived.\n\nAnother at IMDb"} {
		if got := parse.Wikitext(sinosoviet.NewSource(name, "", text)).Text.String(); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestArticleRedirect(t *testing.T) {
	if got := article("#REDIRECT [[Korean War]]").Redirect; got != "Korean War" {
		t.Errorf("redirect to %q", got)
	}
}

func TestProse(t *testing.T) {
	text := "Mao went to Moscow. Stalin waited.\n\nIt was [[cold]].\n"
	a := parse.Prose(sinosoviet.NewSource("", "", text))
	if a.Text.String() != text || len(a.Blocks) != 2 || len(a.Sentences) != 3 || len(a.Links) != 0 {
		t.Errorf("text %q, %d blocks, %d sentences, %d links", a.Text, len(a.Blocks), len(a.Sentences), len(a.Links))
	}
	if got := a.Sections[0].Text.String(); got != "Mao went to Moscow. Stalin waited.\n\nIt was [[cold]]." {
		t.Errorf("section text %q", got)
	}
	for _, s := range a.Sentences {
		if s.Span != s.TextSpan {
			t.Errorf("sentence %v stands at %v", s.TextSpan, s.Span)
		}
	}
}

// TestArticleNil reads a nil source as an empty one.
func TestArticleNil(t *testing.T) {
	for name, read := range reads {
		a := read(nil)
		if len(a.Sections) != 1 || a.Text.Len() != 0 || len(a.Blocks) != 0 {
			t.Errorf("%s: %+v", name, a)
		}
	}
	if a, reason := parse.Auto(nil); a == nil || reason == "" {
		t.Errorf("Auto: %v, %q", a, reason)
	}
}
