package parse_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
)

// templateTexts are templates and what they print.
var templateTexts = []struct{ src, want string }{
	{"the {{lang|ru|Правда}}, a paper", "the Правда, a paper"},
	{"({{langx|ru|Правда|Pravda|Truth}})", "(Russian: Правда, romanized: Pravda, lit. 'Truth')"},
	{"({{lang-fr|vérité}})", "(French: vérité)"},
	{"({{zh|s=中苏|t=中蘇|p=Zhōng-Sū}})", "(simplified Chinese: 中苏; traditional Chinese: 中蘇; pinyin: Zhōng-Sū)"},
	{"{{nihongo|Tokyo Tower|東京タワー|Tōkyō tawā}} is", "Tokyo Tower (東京タワー, Tōkyō tawā) is"},
	{"{{convert|10|km|mi}} away", "10 kilometres (6.2 mi) away"},
	{"{{convert|5|to|10|km|mi|abbr=on}}", "5 to 10 km (3.1 to 6.2 mi)"},
	{"a {{convert|100|ft|m|adj=on}} tower", "a 100-foot (30 m) tower"},
	{"{{convert|1234567|km2|sqmi|sp=us}}", "1,234,567 square kilometers (476,669 sq mi)"},
	{"{{cvt|20|C}}", "20 °C (68 °F)"},
	{"{{convert|3|zork}}", "3 zork"},
	{"born {{circa|1900}}, died", "born c. 1900, died"},
	{"{{circa|1900|1910}}", "c. 1900 – c. 1910"},
	{"{{birth date|1893|12|26|df=y}}", "26 December 1893"},
	{"{{birth date|1893|12|26}}", "December 26, 1893"},
	{"{{death date and age|1976|9|9|1893|12|26}}", "September 9, 1976 (aged 82)"},
	{"{{As of|2010|5}}, it", "As of May 2010, it"},
	{"{{as of|2010|lc=y}}", "as of 2010"},
	{"a{{snd}}b{{ndash}}c{{nbsp}}d", "a – b–c\u00a0d"},
	{"{{nowrap|Mao ''Zedong''}} {{small|x}}", "Mao Zedong x"},
	{"{{flag|URS}} and {{flagicon|USA}} {{flagcountry|France}}", "Soviet Union and France"},
	{"{{HMS|Victory|1765}} {{ship|USS|Iowa|BB-61}} {{USS|Iowa}}", "HMS Victory (1765) USS Iowa (BB-61) USS Iowa"},
	{"{{frac|1|2}} {{frac|3|1|2}}", "1⁄2 3+1⁄2"},
	{"x{{cn|date=May 2020}}{{sfn|Mao|1949}}{{unknown thing|y}} z", "x z"},
	{"{{ill|Name|de|Andere}} {{abbr|CCP|Chinese Communist Party}}", "Name CCP"},
	{"{{uc:abc}} {{lc:ABC}} {{formatnum:1234567}} {{ucfirst:abc}}", "ABC abc 1,234,567 Abc"},
	{"{{coord|39|54|N|116|23|E|display=inline,title}}", "39°54′N 116°23′E"},
	{"{{harvnb|Smith|Jones|1999|p=5}}", "Smith & Jones 1999, p. 5"},
	{"{{death year and age|1821|1769}}", "1821 (aged 51–52)"},
	{"{{coord|39.9|-116.4}} {{coord|1|N|2|E|display=title}}", "39.9°N 116.4°W"},
	{"{{korean|hangul=한국|hanja=韓國}}", "Korean: 한국; Hanja: 韓國"},
	{"{{percentage|1|8|1}} {{ordinal|3}} {{ordinal|11}}", "12.5% 3rd 11th"},
	{"{{as of|1999|12|31|since=y|df=US}}", "Since December 31, 1999"},
	{"{{val|1234.5|2|e=3|u=m}} {{convert|300|K|C}} {{convert|32|F|K|abbr=off}}", "1234.5±2×103 m 300 K (27 °C) 32 degrees Fahrenheit (273 kelvins)"},
	{"{{chem|H|2|O}} {{music|flat}} {{n/a}} {{yes|Ja}}", "H2O ♭ N/A Ja"},
	{"a{{clear}}b {{quote|text=said ''so''|author=x}} c", "a b said so — x c"},
	{"{{zh|t=a|s=b|first=t|labels=no}} {{zh|中文}}", "a; b 中文"},
	{"{{plainlist|\n* a\n* b\n}} {{hlist|c|d}}", "a b c d"},
	{"{{convert|5|x|10|m|ft}} {{convert|6|ft|m|disp=out}} {{convert|1|mi|km|0}}", "5 × 10 metres (16 × 33 ft) 1.8 m 1 mile (2 km)"},
	{"{{!}} {{=}} {{(}}x{{)}}", "| = {x}"},
	{"{{TEMPLATE:Nowrap|x}}", "x"},
	{"{{color|red|warm}} {{angbr|a}}", "warm ⟨a⟩"},
	{"{{respell|pruh|NUN}}", "pruh-NUN"},
	{"on {{OldStyleDate|7 November|1917|25 October}}, {{OldStyleDateDY|5 January|1918|23 December 1917}}, {{OldStyleDateNY|8 March|23 February}}",
		"on 7 November [O.S. 25 October] 1917, 5 January 1918 [O.S. 23 December 1917], 8 March [O.S. 23 February]"},
	{"{{dts|||1810}} {{dts|1810|5|3}} {{dts|3|May|1810}} {{dts|3 May 1810}} {{dts|1945|March|3|format=dmy}} {{dts||June|}}", "1810 May 3, 1810 3 May 1810 3 May 1810 3 March 1945 June"},
	{"{{age|1900|1|2|1950|1|1}} {{age|1900|1|2}} {{ayd|1900|1|2|1950|1|1}} {{age in days|1900|1|2|1900|3|1}} {{age in months|1900|1|2|1901|1|1}}", "49 49 years, 364 days 58 11"},
	{"{{age in years, months and days|1893|12|26|1976|9|9}}", "82 years, 8 months and 14 days"},
	{"{{marriage|A|1900|1910|end=div}} {{marriage|B|1911}} {{marriage|C}} {{marriage|D|1900|1910}}", "A (m. 1900; div. 1910) B (m. 1911) C D (m. 1900–1910)"},
	{"{{IPA|ru|a}} {{IPA|ru|a|lang}} {{IPA-ru|a|pron}} {{IPA|ru|a|-}} {{IPA|ru|a|label=b}} {{IPAc-en|us|a|uk|b}}", "Russian pronunciation: [a] Russian: [a] pronounced [a] [a] b [a] US: /ab/"},
	{"{{currency|1000|GBP}} {{currency|5|XYZ}} {{height|ft=6|in=1}} {{height|m=1.8}}", "£1,000 XYZ 5 6 ft 1 in (1.85 m) 1.80 m (5 ft 11 in)"},
	{"{{pop density|3645257|640081.87|km2|sqmi|prec=1}} {{pop density|10|0|km2}}", "5.7/km2 (14.7/sq mi)"},
	{"{{bibleverse|Genesis|1:1}} {{bibleverse||Ruth|1:2}} {{bibleverse|1|Kings|2:3|KJV}}", "Genesis 1:1 Ruth 1:2 1 Kings 2:3"},
	{"{{chart| | A |-| B | A=[[Uranus]]|B=Gaia|boxstyle=x}} {{ahnentafel|1=C|2=D|boxstyle=y}}", "Uranus Gaia C D"},
	{"{{GGY}} {{AGO}} {{maybe}} {{success|Won}} {{ruby|漢|kan}} {{char|x}} {{resize|90%|y}} {{GS|U-20|1936}}", "Guernsey Angola Maybe Won 漢(kan) x y German submarine U-20 (1936)"},
	{"{{sic}} teh{{sic|hide=y|x}} {{sic|recieve|d}} {{sic|?}}", "[sic] tehx recieve d [sic] [sic]"},
	{"{{c.}} 1900, {{circa}} 1910, {{fl.}} 3", "c. 1900, c. 1910, fl. 3"},
	{"a {{ru icon}} b {{in lang|de|fr}} c {{in lang|de|fr|es}}", "a (in Russian) b (in German and French) c (in German, French, and Spanish)"},
	{"{{section link|Moon|Orbit}} {{slink||Phases}}", "Moon § Orbit § Phases"},
	{"the {{sclass|Nimitz|aircraft carrier}} and {{sclass|Kidd|destroyer|0}}", "the Nimitz-class aircraft carrier and Kidd class"},
	{"{{Japanese battleship|Yamato}} {{Japanese battleship|Yamato||2}} {{German submarine|U-47|1938}}", "Japanese battleship Yamato Yamato German submarine U-47 (1938)"},
	{"{{USA}} {{DEU-1935}} {{fb|ITA}}", "United States Germany Italy"},
	{"({{IPAc-en|ˈ|æ|l|ə|,_|ˈ|ɑː}} {{IPA-ru|ˈpravdə}} {{IPAslink|ʃ}} {{IPAblink|s}} {{IPA|fr|ljɔ̃}})", "(/ˈælə, ˈɑː/ Russian pronunciation: [ˈpravdə] /ʃ/ [s] French pronunciation: [ljɔ̃])"},
	{"{{gaps|1|234}} {{nts|1234}}{{hs|99}}{{ntsh|5}} {{sfrac|1|2}}", "1234 1,234 1/2"},
	{"{{multiple image|header=H|image1=a.jpg|caption1=One|image2=b.jpg|caption2=Two|footer=F}}x{{wide image|a.jpg|100px|Wide}}", "H One Two F x Wide"},
	{"{{bar box|title=T|bars={{bar percent|[[A]]|red|35}}}}", "T A 35%"},
	{"{{clade|label1=X|1={{clade|1=A|2=B}}|style=font-size:90%}}", "X A B"},
	{"{{US Census population|1850=1000|1860=1500|footnote=f}} {{Historical populations|1900|200|1910|100}}", "1850 1,000 — 1860 1,500 50.0% 1900 200 — 1910 100 −50.0%"},
	{"{{columns|width=3em|col1=a|col2=b}} {{columns-list|30em|\n* c}} {{div col|3}}", "a b c"},
	{"{{post-nominals|country=GBR|VC|KCB}} {{nihongo3|rice|飯|meshi}} {{nihongo foot|Rice|飯|meshi}}", "VC, KCB meshi (飯, rice) Rice"},
	{"{{rquote|right|So|author}} {{zh|t=字|l=word}}", "So — author traditional Chinese: 字; lit. 'word'"},
	{"{|\n| colspan=\"2\" {{n/a}}\n| bgcolor=white align = left {{won}}\n| n=3 {{small|x}} y || e = mc{{sup|2}}\n|}", "N/A Won n=3 x y e = mc2"},
	{"{{convert|10|mi|km|order=flip}} {{convert|10|mi|km|order=flip|abbr=on}} {{convert|10|km|mi|disp=or}}", "16 kilometres (10 mi) 16 km (10 mi) 10 kilometres or 6.2 miles"},
	{"{{convert|6|ft|4|in|m}} {{cvt|6|ft|4|in|m}} {{convert|180|cm|ftin}} {{convert|11|st|4|lb|kg}}", "6 feet 4 inches (1.93 m) 6 ft 4 in (1.93 m) 180 centimetres (5 ft 11 in) 11 stone 4 pounds (72 kg)"},
	{"a {{convert|6|ft|m|adj=mid|-long}} rope, {{convert|1500|m|ft|comma=off}}", "a 6-foot-long (1.8 m) rope, 1500 metres (4900 ft)"},
	{"{{quote|So|Ann|''Book''}} {{cquote|So|20px|20px|Ann|Book}} {{quote box|quote=So|source=Ann<ref>x</ref>}} {{verse translation|a|b}}",
		"So — Ann, Book So — Ann, Book So — Ann a b"},
	{"{{collapsible list|title=T|a|b}} {{ubl|c|d}}", "T a b c d"},
	{"{{URL|https://www.example.org/}} {{URL|example.org|site}}", "www.example.org site"},
}

// TestTemplateTable checks that the table of templates names only functions that exist.
func TestTemplateTable(t *testing.T) {
	if unknown := parse.UnknownSpecials(); len(unknown) > 0 {
		t.Errorf("the table names unknown functions: %q", unknown)
	}
}

func TestTemplateText(t *testing.T) {
	for _, tt := range templateTexts {
		if got := plainText(new(parse.Parser), tt.src); got != normal(tt.want) {
			t.Errorf("%s\n got %q\nwant %q", tt.src, got, normal(tt.want))
		}
	}
}

func TestTemplateTextByCaller(t *testing.T) {
	p := parse.Parser{TemplateText: map[string]parse.TemplateFunc{
		"shout": func(w *parse.TextWriter, t parse.Template) bool {
			w.Arg(t, "1")
			w.Print(sinosoviet.Span{Start: t.End(), End: t.End()}, "!")
			return true
		},
		"verbatim": func(w *parse.TextWriter, t parse.Template) bool {
			if a, ok := t.Arg("1"); ok {
				w.Copy(a.ValueSpan())
			}
			return true
		},
		"said": func(w *parse.TextWriter, t parse.Template) bool {
			if a, ok := t.Arg("1"); ok {
				w.Quote(a.ValueNode)
			}
			w.Break()
			w.Print(sinosoviet.Span{Start: t.End(), End: t.End()}, "so he said")
			return true
		},
		"snd": func(*parse.TextWriter, parse.Template) bool { return false },
	}}
	if got, want := plainText(&p, "a {{Shout|'''no''' {{shout|yes}}}}{{snd}}b"), "a no yes!!b"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := plainText(&p, "a {{verbatim|'''no'''}} b"), "a '''no''' b"; got != want {
		t.Errorf("copied: got %q, want %q", got, want)
	}
	a := p.Wikitext(sinosoviet.NewSource("", "", "One.\n\n{{said|'''War''' is [[peace]].}}\n\nTwo."))
	var blocks []string
	for _, b := range a.Blocks {
		blocks = append(blocks, string(b.Kind)+": "+a.Text.String()[b.TextSpan.Start:b.TextSpan.End])
	}
	if d := cmp.Diff([]string{"paragraph: One.", "quote: War is peace.", "paragraph: so he said", "paragraph: Two."}, blocks); d != "" {
		t.Errorf("blocks (-want +got):\n%s", d)
	}
}
