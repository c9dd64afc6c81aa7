package parse_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/score"
	"github.com/sinosoviet/sinosoviet/parse"
)

func readExcerpt(text string) *sinosoviet.Excerpt {
	return parse.Excerpt(sinosoviet.NewSource("", "", text))
}

// show prints a marker as "kind number/label pages attachment >sentence: text before|after".
func showMarkers(x *sinosoviet.Excerpt) []string {
	var out []string
	plain := x.Text.String()
	for _, m := range x.Markers {
		var b strings.Builder
		fmt.Fprintf(&b, "%s %s", m.Text, m.Kind)
		if m.Number > 0 {
			fmt.Fprintf(&b, " %d", m.Number)
		}
		if m.Pages != "" {
			fmt.Fprintf(&b, " p %s", m.Pages)
		}
		fmt.Fprintf(&b, " %s %d ", m.Attaches, m.Sentence)
		fmt.Fprintf(&b, "%q", plain[max(0, m.TextAt-5):m.TextAt]+"|"+plain[m.TextAt:min(len(plain), m.TextAt+5)])
		out = append(out, b.String())
	}
	return out
}

func TestExcerptMarkers(t *testing.T) {
	tests := []struct {
		name, in, text string
		want           []string
	}{
		{"end of a sentence", "He left.[1] It rained.[2][3]\n", "He left. It rained.", []string{
			`[1] reference 1 here 0 "left.| It r"`, `[2] reference 2 here 1 "ined.|"`, `[3] reference 3 here 1 "ined.|"`}},
		{"inside a sentence", "He left,[4] and it rained.", "He left, and it rained.", []string{`[4] reference 4 here 0 "left,| and "`}},
		{"opening a line", "[4]: 26 In 1926 he left.\n[citation needed] It rained.", "In 1926 he left.\n\nIt rained.", []string{
			`[4]: 26 reference 4 p 26 previous 0 "|In 19"`, `[citation needed] citation-needed previous 1 "ft.\n\n|It ra"`}},
		{"lines joined", "He left. [4]: 26 In 1926 it rained. [citation needed] It stopped.", "He left. In 1926 it rained. It stopped.", []string{
			`[4]: 26 reference 4 p 26 previous 1 "left.| In 1"`, `[citation needed] citation-needed previous 2 "ined.| It s"`}},
		{"pages", "A one.[4]:26 B two.[4]: 26–28, 31 C three.[5]: xii–xv[6]: 7; 9\nD four.[7]: §3 E.", "A one. B two. C three.\n\nD four. E.", []string{
			`[4]:26 reference 4 p 26 here 0 " one.| B tw"`, `[4]: 26–28, 31 reference 4 p 26–28, 31 here 1 " two.| C th"`,
			`[5]: xii–xv reference 5 p xii–xv here 2 "hree.|\n\nD f"`, `[6]: 7; 9 reference 6 p 7; 9 here 2 "hree.|\n\nD f"`, `[7]: §3 reference 7 p §3 here 3 "four.| E."`}},
		{"pages with sections inside a sentence", "It was,[15]: 228, 237\u2009§\u200914 as was done, so.", "It was, as was done, so.", []string{
			"[15]: 228, 237\u2009§\u200914 reference 15 p 228, 237\u2009§\u200914 here 0 \" was,| as w\""}},
		{"pages with sections", "It was so.[15]: 215, 236\u2009§\u20094 The end.[16]: 12 ¶3 So.[1]: Ch 9.2 On.[1]: ch. 4 It.[1]: char", "It was so. The end. So. On. It.: char", []string{
			"[15]: 215, 236\u2009§\u20094 reference 15 p 215, 236\u2009§\u20094 here 0 \"s so.| The \"", `[16]: 12 ¶3 reference 16 p 12 ¶3 here 1 " end.| So. "`,
			`[1]: Ch 9.2 reference 1 p Ch 9.2 here 2 ". So.| On. "`, `[1]: ch. 4 reference 1 p ch. 4 here 3 ". On.| It.:"`, `[1] reference 1 here 4 ". It.|: cha"`}},
		{"figures that are no pages", "He lost.[4]: 26, 31 soldiers died.[5]: the rest left.[6]: 1st it", "He lost., 31 soldiers died.: the rest left.: 1st it", []string{
			`[4]: 26 reference 4 p 26 here 0 "lost.|, 31 "`, `[5] reference 5 here 0 "died.|: the"`, `[6] reference 6 here 0 "left.|: 1st"`}},
		{"notes and notices", "He came,[a] saw[note 1] and[who?] won.[nb 2][aa][lower-alpha 3] [when?]", "He came, saw and won.", []string{
			`[a] note 1 here 0 "came,| saw "`, `[note 1] note 1 here 0 ", saw| and "`, `[who?] note here 0 "w and| won."`, `[nb 2] note 2 here 0 " won.|"`,
			`[aa] note 27 here 0 " won.|"`, `[lower-alpha 3] note 3 here 0 " won.|"`, `[when?] note here 0 " won.|"`}},
		{"ranges and lists", "So.[3–5] And.[7, 9]", "So. And.", []string{
			`[3–5] reference 3 here 0 "So.| And."`, `[3–5] reference 4 here 0 "So.| And."`, `[3–5] reference 5 here 0 "So.| And."`,
			`[7, 9] reference 7 here 1 " And.|"`, `[7, 9] reference 9 here 1 " And.|"`}},
		{"superscripts", "It was.² Then¹ war³ of 10⁶ km² and metres² ended.⁴⁵", "It was. Then¹ war³ of 10⁶ km² and metres² ended.", []string{
			`² reference 2 here 0 " was.| Then"`, `⁴⁵ reference 45 here 1 "nded.|"`}},
		{"superscripts behind brackets", "It was so (in 1950)¹² and (EASEP)³ here, (a + b)² and (x)³.¹³", "It was so (in 1950) and (EASEP) here, (a + b)² and (x)³.", []string{
			`¹² reference 12 here 0 "1950)| and "`, `³ reference 3 here 0 "ASEP)| here"`, `¹³ reference 13 here 0 "x)³.|"`}},
		{"endings of words", "He provide[s] it[a] and claime[d] it[b].", "He provide[s] it and claime[d] it.", []string{
			`[a] note 1 here 0 "s] it| and "`, `[b] note 2 here 0 "d] it|."`}},
		{"other notes", "He claim[ed] it.[α][σ] So [α] it was.[31](p. 44) It was so.[32](pp12–13)[failed verification – see discussion] On (p. 3).",
			"He claim[ed] it. So [α] it was. It was so. On (p. 3).", []string{`[α] note 1 here 0 "] it.| So ["`, `[σ] note 18 here 0 "] it.| So ["`,
				`[31](p. 44) reference 31 p p. 44 here 1 " was.| It w"`, `[32](pp12–13) reference 32 p pp12–13 here 2 "s so.| On ("`,
				`[failed verification – see discussion] note here 2 "s so.| On ("`}},
		{"no markers", `"[T]he [sic] war of [1949] was [a] treaty [the treaty] [...] [I] [0] [007] [1914–1918] x[y z] [] [[2]] [May 5].`,
			`"[T]he [sic] war of [1949] was [a] treaty [the treaty] [...] [I] [0] [007] [1914–1918] x[y z] [] [] [May 5].`, []string{`[2] reference 2 here 0 " [] [|] [Ma"`}},
		{"blanks around", "He left [1] , and [2] stayed [3].\u00a0[4] He\u00a0[5] did.", "He left, and stayed. He did.", []string{
			`[1] reference 1 here 0 " left|, and"`, `[2] reference 2 here 0 ", and| stay"`, `[3] reference 3 here 0 "tayed|. He "`,
			`[4] reference 4 previous 1 "ayed.| He d"`, `[5] reference 5 here 1 "d. He| did."`}},
		{"grown together", "He died.[1]He was.[2]", "He died. He was.", []string{`[1] reference 1 here 0 "died.| He w"`, `[2] reference 2 here 1 " was.|"`}},
		{"a line of its own", "He died.\n[1][2]\nShe left.\n[3]\n", "He died.\n\nShe left.", []string{
			`[1] reference 1 previous 1 "died.|\n\nShe"`, `[2] reference 2 previous 1 "died.|\n\nShe"`, `[3] reference 3 here 1 "left.|"`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x := readExcerpt(tt.in)
			validExcerpt(t, x)
			if got := x.Text.String(); !strings.Contains(tt.name, "no markers") && got != tt.text {
				t.Errorf("text of %q\n got %q\nwant %q", tt.in, got, tt.text)
			}
			if d := cmp.Diff(tt.want, showMarkers(x)); d != "" {
				t.Errorf("markers of %q (-want +got):\n%s", tt.in, d)
			}
		})
	}
}

func TestExcerptThousandNotes(t *testing.T) {
	var b strings.Builder
	for i := 1; i <= 1100; i++ {
		fmt.Fprintf(&b, "Sentence number %d.[%d] ", i, i)
	}
	b.WriteString("In [1949] it ended.")
	x := readExcerpt(b.String())
	if n := len(x.Markers); n != 1100 || x.Markers[n-1].Number != 1100 {
		t.Errorf("%d markers", n)
	}
}

func TestExcerptBlocks(t *testing.T) {
	x := readExcerpt(`Sino-Soviet split - Wikipedia
From Wikipedia, the free encyclopedia
Leader	Mao Zedong[1]
Capital Beijing
Area 3 km²

Background[edit]
Main articles: Foo (bar), Baz and Quux
Sun left.[2]

History
The treaty was signed in Beijing
on 4 May 1950 by Mao Zedong and the others who stayed there the whole
winter. It lasted.
== Peace ==
- First item[7]
• Second item.
> Quoted words.

References
`)
	validExcerpt(t, x)
	plain := x.Text.String()
	var got []string
	for _, b := range x.Blocks {
		got = append(got, fmt.Sprintf("%s %d %s", b.Kind, b.Section, plain[b.TextSpan.Start:b.TextSpan.End]))
	}
	want := []string{
		"title 0 Sino-Soviet split", "cell 0 Leader", "cell 0 Mao Zedong", "cell 0 Capital Beijing", "cell 0 Area 3 km²",
		"heading 1 Background", "paragraph 1 Sun left.", "heading 2 History",
		"paragraph 2 The treaty was signed in Beijing on 4 May 1950 by Mao Zedong and the others who stayed there the whole winter. It lasted.",
		"heading 3 Peace", "item 3 First item", "item 3 Second item.", "quote 3 Quoted words.", "heading 4 References",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("blocks (-want +got):\n%s", d)
	}
	if x.Title != "Sino-Soviet split" {
		t.Errorf("title %q", x.Title)
	}
	wantNotices := []sinosoviet.Notice{{Kind: "attribution"}, {Kind: "main", Targets: []string{"Foo (bar)", "Baz", "Quux"}, Section: 1}}
	for i := range x.Notices {
		x.Notices[i].Span = sinosoviet.Span{}
	}
	if d := cmp.Diff(wantNotices, x.Notices); d != "" {
		t.Errorf("notices (-want +got):\n%s", d)
	}
	if s := x.Sections[4]; !s.EndMatter || s.Heading != "References" {
		t.Errorf("section %+v", s)
	}
	if got, want := x.Sections[3].Text.String(), "First item\nSecond item.\n\nQuoted words."; got != want {
		t.Errorf("text of a section = %q, want %q", got, want)
	}
}

// sharedFile reads a file of the folder beside the project, or skips.
func sharedFile(t testing.TB, elem ...string) string {
	t.Helper()
	b, err := os.ReadFile(score.Shared(t, elem...))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Lines of a wrapped text go on also before a capital, and its last lines are no headings.
func TestExcerptWrapped(t *testing.T) {
	x := readExcerpt(`The first paragraph of the treaty was signed by Mao Zedong and Joseph
Stalin in the city of Moscow after two months of waiting in the very
cold winter of the Soviet Union.[1] In the following years hundreds of
advisers came. They lived in the cities of the north-east. Advisers followed in spring, and with them came
Nikita Khrushchev.

The second paragraph tells of the split between Moscow and of
Beijing.`)
	validExcerpt(t, x)
	var got []string
	for _, s := range x.Sentences {
		got = append(got, x.Text.String()[s.TextSpan.Start:s.TextSpan.End])
	}
	want := []string{
		"The first paragraph of the treaty was signed by Mao Zedong and Joseph Stalin in the city of Moscow after two months of waiting in the very cold winter of the Soviet Union.",
		"In the following years hundreds of advisers came.", "They lived in the cities of the north-east.",
		"Advisers followed in spring, and with them came Nikita Khrushchev.",
		"The second paragraph tells of the split between Moscow and of Beijing.",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("sentences (-want +got):\n%s", d)
	}
	if len(x.Blocks) != 2 {
		t.Errorf("%d blocks", len(x.Blocks))
	}
}

func TestExcerptSample(t *testing.T) {
	x := readExcerpt(sharedFile(t, "seeds", "sino-soviet-relations.excerpt.txt"))
	validExcerpt(t, x)
	if len(x.Sentences) != 23 || len(x.Sections) != 1 || x.Title != "" {
		t.Errorf("%d sentences, %d sections, title %q", len(x.Sentences), len(x.Sections), x.Title)
	}
	var got []string
	for _, m := range x.Markers {
		got = append(got, fmt.Sprintf("%s|%s|%d|%s|%s|%d", m.Text, m.Kind, m.Number, m.Pages, m.Attaches, m.Sentence))
	}
	want := []string{
		"[citation needed]|citation-needed|0||previous|1", "[4]: 26|reference|4|26|previous|2", "[citation needed]|citation-needed|0||previous|4",
		"[citation needed]|citation-needed|0||previous|7", "[11]|reference|11||previous|8", "[12]|reference|12||previous|8", "[14]|reference|14||previous|10",
		"[16]|reference|16||previous|12", "[citation needed]|citation-needed|0||previous|15", "[21]|reference|21||here|15", "[24]: 141|reference|24|141|previous|18",
		"[25]|reference|25||previous|19", "[26]|reference|26||previous|20", "[27]|reference|27||previous|21",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("markers (-want +got):\n%s", d)
	}
}

// validExcerpt checks what holds for every excerpt: spans are in bounds and in order, texts are found back in the source.
func validExcerpt(t testing.TB, x *sinosoviet.Excerpt) {
	t.Helper()
	src, plain := x.Source.Text(), x.Text.String()
	at := 0
	for _, m := range x.Markers {
		if m.Span.Start < 0 || m.Span.End > len(src) || src[m.Span.Start:m.Span.End] != m.Text || m.Text == "" {
			t.Fatalf("marker %+v is not in the source", m)
		}
		if m.Span.Start < at && (at != m.Span.End) {
			t.Fatalf("marker %+v out of order", m)
		}
		at = m.Span.End
		if m.TextAt < 0 || m.TextAt > len(plain) || m.Sentence < 0 || m.Sentence > 0 && m.Sentence >= len(x.Sentences) {
			t.Fatalf("marker %+v stands nowhere", m)
		}
	}
	end := 0
	for _, s := range x.Sentences {
		if s.TextSpan.Start < end || s.TextSpan.End <= s.TextSpan.Start || s.TextSpan.End > len(plain) {
			t.Fatalf("sentence %+v out of order", s)
		}
		end = s.TextSpan.End
		if b := x.Blocks[s.Block]; !b.TextSpan.Contains(s.TextSpan) {
			t.Fatalf("sentence %+v outside its block %+v", s, b)
		}
		if s.Span.IsZero() || s.Span.End > len(src) {
			t.Fatalf("sentence %+v has no place", s)
		}
	}
	end = 0
	for _, b := range x.Blocks {
		if b.TextSpan.Start < end || b.TextSpan.End < b.TextSpan.Start || b.TextSpan.End > len(plain) || b.Section >= len(x.Sections) {
			t.Fatalf("block %+v out of order", b)
		}
		end = b.TextSpan.End
	}
	for i, s := range x.Sections {
		if s.Parent < 0 || s.Parent >= max(i, 1) || s.Span.End < s.Span.Start || s.Span.End > len(src) {
			t.Fatalf("section %+v", s)
		}
	}
}

func TestExcerptNil(t *testing.T) {
	x := parse.Excerpt(nil)
	if len(x.Sections) != 1 || x.Text.Len() != 0 || x.Source.Format() != sinosoviet.FormatExcerpt {
		t.Errorf("%+v", x)
	}
}

// Hostile texts take linear time.
func TestExcerptHostile(t *testing.T) {
	for name, unit := range map[string]string{
		"markers": "[1]", "marker lines": "[1]\n", "open brackets": "[", "closing": "]", "superscripts": "⁴", "pages": "[4]: 26, 27, ",
		"blanks": " ", "lines": "A\n", "lower": "aaa bbb\n", "bullets": "* ", "tabs": "\tA", "quotes": "\"", "ends": ".\"", "letters": "[a]", "spaced": "[1] ", "quoted": "> [1]\n",
	} {
		text := strings.Repeat(unit, (1<<20)/len(unit))
		var x *sinosoviet.Excerpt
		took := within(5*time.Second, func() { x = readExcerpt(text) })
		if took > 5*time.Second {
			t.Errorf("%s: %v", name, took)
		}
		t.Logf("%s: %v", name, took)
		if name == "markers" && len(x.Markers) != len(text)/3 {
			t.Errorf("%d markers of %d", len(x.Markers), len(text)/3)
		}
	}
}

func FuzzExcerpt(f *testing.F) {
	for _, s := range []string{"", "[4]: 26 In 1926 he left.[5][6]\nHeading[edit]\n* a[a]\n", "a\tb\n\n== x ==\n> q\n", "x.² y[3–5]\xff[", "From Wikipedia\nMain article: A, B and C\n", "one\ntwo\nthree\n[1]\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		validExcerpt(t, readExcerpt(s))
	})
}

func BenchmarkExcerpt(b *testing.B) {
	text := sharedFile(b, "seeds", "sino-soviet-relations.excerpt.txt")
	for name, n := range map[string]int{"sample": 1, "large": 100} {
		b.Run(name, func(b *testing.B) {
			in := strings.Repeat(text+"\n", n)
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				readExcerpt(in)
			}
		})
	}
}

func ExampleExcerpt() {
	x := parse.Excerpt(sinosoviet.NewSource("quotation", "", "[4]: 26 In 1926, Chiang dismissed his advisers.[5] The war[a] began."))
	fmt.Println(x.Text)
	for _, m := range x.Markers {
		fmt.Println(m.Text, m.Kind, m.Number, m.Pages, m.Attaches, m.Sentence)
	}
	// Output:
	// In 1926, Chiang dismissed his advisers. The war began.
	// [4]: 26 reference 4 26 previous 0
	// [5] reference 5  here 0
	// [a] note 1  here 1
}

// Words broken at the ends of lines are joined; soft hyphens are not shown.
func TestExcerptHyphens(t *testing.T) {
	const wide = "The ministers of the government of the republic met for a whole day and govern-\nment troops came in from the north, with the well-\nknown general and his many men at their head, and then the ministers of rail\u00ad\nways left the capital city once more. The Sino-\nSoviet border was quiet for the rest of the year and the correla\u00adtion held.\n"
	x := readExcerpt(wide)
	validExcerpt(t, x)
	const want = "The ministers of the government of the republic met for a whole day and government troops came in from the north, with the well-known general and his many men at their head, and then the ministers of railways left the capital city once more. The Sino- Soviet border was quiet for the rest of the year and the correlation held."
	if got := x.Text.String(); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// Dots for what was left out are no sentence of their own.
func TestExcerptEllipses(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want []string
	}{
		{"He left. … It rained.[1] [...] It stopped.", []string{"He left.", "… It rained. [...]", "It stopped."}},
		{"… It rained. . . .\n…\nIt stopped …", []string{"… It rained. . . .", "…", "It stopped …"}},
		{"***\nIt rained.", []string{"***", "It rained."}},
	} {
		x := readExcerpt(tt.in)
		validExcerpt(t, x)
		var got []string
		for _, s := range x.Sentences {
			got = append(got, x.Text.String()[s.TextSpan.Start:s.TextSpan.End])
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%q: %s", tt.in, d)
		}
	}
}

// A line of a wrapped text may be short because the next word, with its marks, is long.
func TestExcerptShortLines(t *testing.T) {
	const in = "A few weeks before the war, the president sent a letter to every governor\nthat told them of a joint resolution of both of the houses\nof their parliament to amend once more the older\nConstitution.[177]: 130\n\nHe spoke to the people of the south and of the north on the same evening\nand was heard."
	x := readExcerpt(in)
	validExcerpt(t, x)
	if len(x.Blocks) != 2 || len(x.Sentences) != 2 || !strings.HasSuffix(x.Text.String()[:x.Sentences[0].TextSpan.End], "the older Constitution.") {
		t.Errorf("%d blocks, %d sentences: %q", len(x.Blocks), len(x.Sentences), x.Text.String())
	}
}
