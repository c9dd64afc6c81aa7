package parse_test

import (
	"testing"

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
	{"{{val|1234.5|2|e=3|u=m}} {{convert|300|K|C}} {{convert|32|F|K|abbr=off}}", "1,234.5±2×103 m 300 K (27 °C) 32 degrees Fahrenheit (273 kelvins)"},
	{"{{chem|H|2|O}} {{music|flat}} {{n/a}} {{yes|Ja}}", "H2O ♭ N/A Ja"},
	{"a{{clear}}b {{quote|text=said ''so''|author=x}} c", "a b said so c"},
	{"{{zh|t=a|s=b|first=t|labels=no}} {{zh|中文}}", "a; b 中文"},
	{"{{plainlist|\n* a\n* b\n}} {{hlist|c|d}}", "a b c d"},
	{"{{convert|5|x|10|m|ft}} {{convert|6|ft|m|disp=out}} {{convert|1|mi|km|0}}", "5 × 10 metres (16 × 33 ft) 1.8 m 1 mile (2 km)"},
	{"{{!}} {{=}} {{(}}x{{)}}", "| = {x}"},
	{"{{TEMPLATE:Nowrap|x}}", "x"},
	{"{{color|red|warm}} {{angbr|a}}", "warm a"},
	{"{{respell|pruh|NUN}}", "pruh-NUN"},
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
		"snd": func(*parse.TextWriter, parse.Template) bool { return false },
	}}
	if got, want := plainText(&p, "a {{Shout|'''no''' {{shout|yes}}}}{{snd}}b"), "a no yes!!b"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
