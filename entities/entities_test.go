package entities_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
)

func newTagger(t testing.TB, c entities.Config) *entities.Tagger {
	t.Helper()
	tagger, err := entities.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return tagger
}

// marked prints a text with its names in brackets: "[Mao|PERSON Mao Zedong]".
func marked(text string, es []sinosoviet.Entity) string {
	var b strings.Builder
	at := 0
	for _, e := range es {
		b.WriteString(text[at:e.TextSpan.Start])
		fmt.Fprintf(&b, "[%s|%s", e.Text, e.Kind)
		if e.Name != e.Text {
			b.WriteString(" " + e.Name)
		}
		b.WriteString("]")
		at = e.TextSpan.End
	}
	return b.String() + text[at:]
}

// Every rule with a text that shows it: the marked text is the want, its unmarked form the input.
func TestText(t *testing.T) {
	tests := []struct{ rule, want string }{
		{"states, peoples", `In 1941 [Germany|GPE] invaded the [Soviet Union|GPE]; the [Soviets|NORP Soviet Union] and the [French|NORP France] allied.`},
		{"acronyms", `The [USSR|GPE Soviet Union] recognised the [PRC|GPE People's Republic of China] at the [UN|ORG United Nations].`},
		{"head nouns", `The [Kiel Naval Academy|ORG], the [Upper Silesian Railway|FAC] and the [Brunswick Treaty|LAW] outlived the [Potato War|EVENT].`},
		{"head of", `The [Battle of Zorndorf|EVENT], the [Treaty of Teschen|LAW] and the [University of Tartu|ORG] were famous.`},
		{"ordinals", `The [36th Division|ORG] and the [7th Fleet|ORG] met near [Lake Zurich|LOC].`},
		{"titles", `General [Torben Quist|PERSON] and Premier [Zhu Rongji|PERSON] met President [Nixon|PERSON Richard Nixon].`},
		{"titles in a row", `[Chinese|NORP China] Foreign Minister [Huang Hua|PERSON] met [Soviet|NORP Soviet Union] Foreign Affairs Minister [Andrei Gromyko|PERSON].`},
		{"particles", `He met [Ludwig van Beethoven|PERSON] and [Hendrik de Vries|PERSON].`},
		{"family names", `[Thomas Hutchinson|PERSON] governed [Massachusetts|GPE]. In 1774 [Hutchinson|PERSON Thomas Hutchinson] sailed to [London|GPE].`},
		{"family names that lead", `[Zhang Xueliang|PERSON] ruled [Manchuria|LOC]. Later [Zhang|PERSON Zhang Xueliang] kidnapped [Chiang|PERSON Chiang Kai-shek].`},
		{"definitions", `The [Union of Dutch Painters|ORG] ([UDP|ORG Union of Dutch Painters]) split. The [UDP|ORG Union of Dutch Painters] never met again.`},
		{"possessives", `[Stalin|PERSON Joseph Stalin]'s funeral was in [Moscow|GPE].`},
		{"curly quotes", `[Stalin|PERSON Joseph Stalin]’s “friend” left [Moscow|GPE]. [Hitler|PERSON Adolf Hitler]’s did not.`},
		{"dashes", `The [KMT|ORG Kuomintang]–[CCP|ORG Chinese Communist Party] talks and [Soviet|NORP Soviet Union]–[Japanese|NORP Japan] relations.`},
		{"compounds", `The [Sino-Soviet|NORP] border, pro-[Soviet|NORP Soviet Union] men, [Soviet|NORP Soviet Union]-occupied lands.`},
		{"acronym of another language", `The [National Union for the Independence of Norway|ORG] ([UNIN|ORG National Union for the Independence of Norway]) met. [UNIN|ORG National Union for the Independence of Norway] left.`},
		{"abbreviation that is none", `He lost the [Korean War|EVENT]. [Mao|PERSON Mao Zedong] won.`},
		{"communal possessives", `The [Northern People's Assembly|ORG] met.`},
		{"tails", `The [Zubrovian Civil War|EVENT] began. The [Civil War|EVENT Zubrovian Civil War] lasted.`},
		{"lists", `There ruled the [Fatimids|NORP Fatimid Caliphate], [Wobbids|NORP], [Umayyads|NORP Umayyad Caliphate] and [Abbasids|NORP Abbasid Caliphate].`},
		{"regions", `Troops of [North Russia|LOC] crossed the [Volga river|LOC Volga] into [Southern Poland|LOC].`},
		{"places of a people", `They held [Sasanian Persia|GPE] and [Chinese Turkestan|LOC].`},
		{"railways of a region", `The [Siberian Trans-Baikal Railway|FAC] was built.`},
		{"nouns beside", `In the village of [Zxylo|GPE] he read the novel [Qvistland|WORK] of the [Wobbu|NORP] dynasty.`},
		{"by", `Guerrillas led by [Xan Qvist|PERSON] won.`},
		{"numbers", `[Luna 15|EVENT] fell on the [Moon|LOC]; [Resolution 242|LAW] and [Route 66|FAC] did not.`},
		{"authors of works", `[Kwasny, Mark V.|PERSON Mark V. Kwasny] Partisans (1996).`},
		{"who an article is about", `[Ada Qvist|PERSON] (born 1815) was a poet. Her father [Max Qvist|PERSON] wrote. [Qvist|PERSON Ada Qvist] sang.`},
		{"common ends", `The [Continental army|ORG Continental Army] and the [Roman empire|GPE Roman Empire] fell.`},
		{"quarters", `He served in the [West|LOC], not on the east side.`},
		{"kings", `The reign of [Zxylo|PERSON] ended when [Wobbu|PERSON] died.`},
		{"houses", `The [House of Zxylo|ORG] ruled. The [Republic of Zxylo Army|ORG] marched.`},
		{"bynames", `[Mahmud of Zxylo|PERSON] met [Henry the Fat|PERSON]; [Mahmud|PERSON Mahmud of Zxylo] stayed in [Zxylo|GPE].`},
		{"names in part", `The [Qvist Salem Academy|ORG] opened. A [Qvist Salem Academy|ORG] teacher left.`},
		{"units of administration", `The [Zxylo Vilayet|GPE], the [Sanjak of Qvist|GPE] and the [Wobbu Oblast|GPE] fell.`},
		{"pairs of peoples", `The [French-Prussian Wars|EVENT] began; the [Danish–Polish Treaty|LAW] ended them.`},
		{"years before Christ", `In 335 BC [Macedonian|NORP Macedon] men came. In 1995 [Macedonian|NORP North Macedonia] men left.`},
		{"amendments", `The [Third Amendment to the Zxylian Constitution|LAW] passed in the [Second Zxylian Republic|GPE].`},
		{"bynames by form", `[Henry the Zxylish|PERSON] and [Frederick William IV the Fair|PERSON] left [Louis the German|PERSON]. They gave [Henry|PERSON Henry the Zxylish] the Order.`},
		{"turned names", `The [Treaty of Zxylo|LAW] came. The [Zxylo Treaty|LAW Treaty of Zxylo] and the [Versailles Treaty|LAW Treaty of Versailles] failed.`},
		{"laws for", `They signed the [Basic Act for the Zxylian Coast|LAW].`},
		{"particles before family names", `President [Ada von Qvist|PERSON] came. In 1933 [von Qvist|PERSON Ada von Qvist] left.`},
		{"schools with numbers", `He left [Qvist School No. 5|ORG] for [Wobbu Academy|ORG].`},
		{"institutes of institutes", `He joined the [Academy of Wobbu Institute for Metals and Ores|ORG].`},
		{"districts of provinces", `He was born in the [Zxylo District|GPE] of the [Wobbu Oblast|GPE].`},
		{"bodies every country has", `The [Spanish Air Force|ORG] and the [Zxylian Communist Party|ORG] met.`},
		{"acronyms of other languages", `The [Zxylo Security Committee|ORG] ([QVB|ORG Zxylo Security Committee]) fell. The [QVB|ORG Zxylo Security Committee] had spied.`},
		{"compounds of German", `The [Qvistgericht|ORG] read the [Zxylogesetz|LAW] in the [Wobbustraße|FAC].`},
		{"churches that are many", `A separate [Lutheran|NORP Lutherans] church became official.`},
		{"newspapers", `He wrote for the newspaper [Qvistland|ORG] and for [The Times|ORG].`},
		{"titles in quotation marks", `He sang the song "[All My Zxylo|WORK]" and liked the poems "[Wobbu|WORK]".`},
		{"numbered units", `The [65 Air Division|ORG] moved; 20 divisions did not.`},
		{"halls of fame", `She entered the [Wobbu Hall of Fame|ORG] and the [Hall of Mirrors|FAC].`},
		{"nouns beside, with adjectives", `He led the post-punk band [Qvistland|ORG] and the [Norse|NORP] company [Wobbu|ORG].`},
		{"adherents", `The [Radical Republicans|NORP] and the [War Democrats|NORP] met [Crimean Tatars|NORP].`},
		{"pairs of towns", `They met in [Rome|GPE] and [Zxylo|GPE].`},
		{"names with a prefix", `The [Non-Aligned Movement|ORG] met post-[Stalin|PERSON Joseph Stalin] men.`},
		{"apposition stands", `They crossed the river [Qvist|LOC] on the ship [Wobbu|FAC].`},
		{"elided particles", `He met [Jeanne d'Qvist|PERSON] there.`},
		{"kings of lands", `He met [Edward III of England|PERSON] there.`},
		{"peoples before compounds", `The [German|NORP Germany] [Wobbugericht|ORG] met.`},
		{"words that open sentences", `Independence came. Of independence he spoke, of the [War of Independence|EVENT American Revolutionary War] too.`},
		{"fronts for", `The [National Front for the Liberation of Zxylo|ORG] split.`},
		{"callings of operations", `The Chief of Naval Operations met [Stalin|PERSON Joseph Stalin].`},
		{"callings of staff", `In 1990 the Chief of Army Staff met [Stalin|PERSON Joseph Stalin].`},
		{"a head noun alone", `The [League of Zxylo|ORG] met. The [League|ORG League of Zxylo] split.`},
		{"small last words of known names", `He owned [Stone Wobbu Farm|FAC]. The [Stone Wobbu farm|FAC Stone Wobbu Farm] burned.`},
		{"end of text", `They met in [Beijing|GPE]`},
		{"sentence starts", `Relations improved. Trade grew. However, it ended.`},
		{"months", `On 5 March 1953 he died; in May they met.`},
	}
	tagger := newTagger(t, entities.Config{NoModel: true})
	for _, tt := range tests {
		text := unmarked(tt.want)
		got, err := tagger.Text(context.Background(), text)
		if err != nil {
			t.Fatal(err)
		}
		if s := marked(text, got); s != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.rule, s, tt.want)
		}
	}
}

// unmarked undoes marked.
func unmarked(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '[')
		if i < 0 {
			return b.String() + s
		}
		b.WriteString(s[:i])
		text, rest, _ := strings.Cut(s[i+1:], "|")
		b.WriteString(text)
		_, s, _ = strings.Cut(rest, "]")
	}
}

// linked builds an article of text with [[target|shown]] links, as a parser would.
func linked(src string) *sinosoviet.Article {
	a := &sinosoviet.Article{Source: sinosoviet.NewSource("", "", src)}
	var b sinosoviet.TextBuilder
	for at := 0; at < len(src); {
		i := strings.Index(src[at:], "[[")
		if i < 0 {
			b.Copy(src, sinosoviet.Span{Start: at, End: len(src)})
			break
		}
		i += at
		end := i + strings.Index(src[i:], "]]")
		b.Copy(src, sinosoviet.Span{Start: at, End: i})
		target, shown, piped := strings.Cut(src[i+2:end], "|")
		from := i + 2
		if piped {
			from += len(target) + 1
		} else {
			shown = target
		}
		start := b.Len()
		b.Copy(src, sinosoviet.Span{Start: from, End: end})
		a.Links = append(a.Links, sinosoviet.Link{Kind: sinosoviet.LinkPage, Target: target, Text: shown,
			Span: sinosoviet.Span{Start: i, End: end + 2}, TextSpan: sinosoviet.Span{Start: start, End: b.Len()}})
		at = end + 2
	}
	a.Text = b.Text()
	return a
}

func TestLinks(t *testing.T) {
	a := linked(`In [[1930]] [[Roman von Ungern-Sternberg|Ungern]] took [[Zxylograd|the old town]] and [[Battle of Zxylo|Zxylo]]. ` +
		`The [[Zxylian language|Zxylian]] poet [[Ada Qvist (writer)|Qvist]] fled. Ungern met Qvist, and [[general]]s of [[Zxylo, Ohio|Zxylo]].`)
	got, err := newTagger(t, entities.Config{NoModel: true}).Article(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		text, source string
		kind         sinosoviet.Kind
		name, page   string
		method       sinosoviet.Method
	}
	var rows []row
	for _, e := range got {
		rows = append(rows, row{e.Text, a.Source.Slice(e.Span), e.Kind, e.Name, e.Page, e.Method})
	}
	want := []row{
		{"Ungern", "Ungern", "PERSON", "Roman von Ungern-Sternberg", "Roman von Ungern-Sternberg", "link"},
		{"Zxylo", "Zxylo", "EVENT", "Battle of Zxylo", "Battle of Zxylo", "link"},
		{"Qvist", "Qvist", "PERSON", "Ada Qvist", "Ada Qvist (writer)", "link"},
		{"Ungern", "Ungern", "PERSON", "Roman von Ungern-Sternberg", "Roman von Ungern-Sternberg", "alias"},
		{"Qvist", "Qvist", "PERSON", "Ada Qvist", "Ada Qvist (writer)", "alias"},
		{"Zxylo", "Zxylo", "GPE", "Zxylo, Ohio", "Zxylo, Ohio", "link"},
	}
	if d := cmp.Diff(want, rows, cmp.AllowUnexported(row{})); d != "" {
		t.Error(d)
	}
}

// A link that shows a name behind a title shows a person; the title of its page tells of events and of given names with a hyphen.
func TestLinkBehindTitle(t *testing.T) {
	got, err := newTagger(t, entities.Config{NoModel: true}).Article(context.Background(), linked("They took it from Shah [[Qvist Zxylo]] and the cinematographer [[Wobbu Xan]]. "+
		"After the [[Revolt in the Wobbland]] [[Jean-Pierre Zx de Qvest|Zx de Qvest]] fled."))
	if err != nil {
		t.Fatal(err)
	}
	names := ""
	for _, e := range got {
		names += string(e.Kind) + " " + e.Name + "; "
	}
	if want := "PERSON Qvist Zxylo; PERSON Wobbu Xan; EVENT Revolt in the Wobbland; PERSON Jean-Pierre Zx de Qvest; "; names != want {
		t.Errorf("got %s want %s", names, want)
	}
}

// The title, the infobox and the names in other languages of an article are evidence.
func TestSubject(t *testing.T) {
	const text = "Zubrowka Alpina (Zubrovian: Zubrovka Alpna) is a land. Alpinia fell; in Zubrowka Alpina it rained."
	at := strings.Index(text, "Zubrovka Alpna")
	box := sinosoviet.Infobox{Name: "Infobox country", Fields: []sinosoviet.InfoboxField{{Name: "common_name", Text: sinosoviet.PlainText("Alpinia")}}}
	a := &sinosoviet.Article{Title: "Zubrowka Alpina", Text: sinosoviet.PlainText(text), Infoboxes: []sinosoviet.Infobox{box},
		Names: []sinosoviet.Name{{Lang: "zu", Text: "Zubrovka Alpna", TextSpan: sinosoviet.Span{Start: at, End: at + 14}}}}
	for _, c := range []entities.Config{{}, {NoModel: true}} {
		found, err := newTagger(t, c).Article(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, e := range found {
			got[e.Text] = string(e.Kind) + " " + e.Name
		}
		for text, want := range map[string]string{"Zubrowka Alpina": "GPE Zubrowka Alpina", "Alpinia": "GPE Zubrowka Alpina", "Zubrovka Alpna": ""} {
			if got[text] != want {
				t.Errorf("%s is %q, want %q", text, got[text], want)
			}
		}
	}
}

const prose = `Sun Yat-sen welcomed the Soviet support. The “Chinese Communist Party” (CCP) met in Shanghai in 1921 – and again.
Later, Joseph Stalin’s envoy Mikhail Borodin came to Canton. Borodin met Chiang Kai-shek; General Chiang led the Northern Expedition.

中苏关系 was strained… The Korean War. Mao Zedong died in 1976.`

// Every entity has a span that reads back as its text, in order, without overlap.
func checkEntities(t testing.TB, a *sinosoviet.Article, es []sinosoviet.Entity) {
	t.Helper()
	text, at := a.Text.String(), 0
	for _, e := range es {
		sp := e.TextSpan
		if sp.Start < at || sp.End <= sp.Start || sp.End > len(text) || text[sp.Start:sp.End] != e.Text {
			t.Fatalf("entity %+v does not fit text %q", e, text)
		}
		if e.Span != a.Text.Locate(sp.Start, sp.End) || e.Span.IsZero() || e.Name == "" || e.Kind == "" || e.Method == "" || e.Confidence <= 0 || e.Confidence > 1 {
			t.Fatalf("entity %+v is not whole", e)
		}
		at = sp.End
	}
}

func TestProvenance(t *testing.T) {
	a := &sinosoviet.Article{Text: sinosoviet.PlainText(prose)}
	an, err := newTagger(t, entities.Config{}).Analyse(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	checkEntities(t, a, an.Entities)
	if len(an.Entities) < 12 {
		t.Errorf("only %d entities", len(an.Entities))
	}
	at := 0
	for _, k := range an.Tokens {
		if k.Start < at || k.End <= k.Start || k.End > len(prose) || k.Tag == "" {
			t.Fatalf("token %+v behind %d", k, at)
		}
		if s := prose[k.Start:k.End]; strings.ContainsAny(s, " \n") {
			t.Errorf("token %q", s)
		}
		at = k.End
	}
	tokens, err := newTagger(t, entities.Config{}).Tokens(context.Background(), a)
	if err != nil || !slices.Equal(tokens, an.Tokens) {
		t.Errorf("Tokens differs from Analyse: %v", err)
	}
}

// One Tagger under eight goroutines gives what it gives alone.
func TestDeterministic(t *testing.T) {
	tagger := newTagger(t, entities.Config{})
	want, err := tagger.Text(context.Background(), prose)
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 4 {
				got, err := tagger.Text(context.Background(), prose)
				if err != nil || !slices.Equal(got, want) {
					t.Errorf("differs: %v, %v", err, cmp.Diff(want, got))
				}
			}
		})
	}
	wg.Wait()
}

func TestConfig(t *testing.T) {
	if _, err := entities.New(entities.Config{Names: []entities.Name{{Name: "Zubrowka", Kind: "LAND"}}}); err == nil {
		t.Error("a kind that is none is taken")
	}
	tagger := newTagger(t, entities.Config{
		Names:   []entities.Name{{Name: "Republic of Zubrowka", Kind: sinosoviet.KindGPE, Aliases: []string{"Zubrowka"}}},
		Resolve: func(name string) (string, bool) { return "Q" + name[:1], name == "Republic of Zubrowka" },
	})
	got, err := tagger.Text(context.Background(), "He left Zubrowka for Germany.")
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Name != "Republic of Zubrowka" || got[0].QID != "QR" || got[1].QID != "" {
		t.Errorf("got %+v", got)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := tagger.Text(ctx, prose); err != context.Canceled {
		t.Errorf("cancelled: %v", err)
	}
	if got, err := tagger.Text(context.Background(), ""); err != nil || len(got) != 0 {
		t.Errorf("empty: %v, %v", got, err)
	}
}

// A country has the state it was when a date tells it, and no other; its name stays the same.
func TestStates(t *testing.T) {
	tests := []struct{ text, name, state string }{
		{"In 1914 Russia mobilised.", "Russia", "Russian Empire"},
		{"In 1930 China fought a civil war.", "China", "Republic of China"},
		{"In 1962 China fought a border war.", "China", "People's Republic of China"},
		{"In 1850 China was at peace.", "China", "Qing dynasty"},
		{"Japan invaded China in 1937. Later Germany left China.", "Germany", "Nazi Germany"},
		{"In 1943 Germany was bombed.", "Germany", "Nazi Germany"},
		{"During the 1920s Germany paid.", "Germany", "Weimar Republic"},
		{"In 1933 Germany left the League.", "Germany", ""}, // a year of change
		{"Between 1910 and 1960 China changed.", "China", ""},
		{"Germany sent 1943 tanks.", "Germany", ""},
		{"In 1943 it was bombed. Today Germany is at peace.", "Germany", ""},
		{"In 1943 it was bombed.\n\nGermany is a country.", "Germany", ""},
		{"In 1900 Persia borrowed.", "Iran", "Qajar Iran"},
		{"In 1789 Britain was at peace.", "United Kingdom", "Kingdom of Great Britain"},
		{"Germany lost.", "Germany", ""},
	}
	tagger := newTagger(t, entities.Config{NoModel: true})
	for _, tt := range tests {
		found, err := tagger.Text(context.Background(), tt.text)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(found, func(e sinosoviet.Entity) bool { return e.Name == tt.name })
		if i < 0 {
			t.Errorf("%q: no %s in %v", tt.text, tt.name, found)
			continue
		}
		if got := found[i].State; got != tt.state {
			t.Errorf("%q: %s is %q, want %q", tt.text, tt.name, got, tt.state)
		}
	}
}

// Where a text links to several pages, its other mentions go by the link before them.
func TestNearestLink(t *testing.T) {
	a := linked(`The [[Parliament of Zxylo|Parliament]] met. Parliament voted. The [[Parliament of Wobbu|Parliament]] met. Parliament voted.`)
	got, err := newTagger(t, entities.Config{NoModel: true}).Article(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range got {
		names = append(names, e.Name)
	}
	if d := cmp.Diff([]string{"Parliament of Zxylo", "Parliament of Zxylo", "Parliament of Wobbu", "Parliament of Wobbu"}, names); d != "" {
		t.Error(d)
	}
}

// A link bounds the name it shows, says what it is called, and its words are one name; what is told by a page on a subject is not
// called by that page's title.
func TestLinkedNames(t *testing.T) {
	for _, tt := range []struct {
		source string
		want   []string // kind, name, page
	}{
		{`[[Timur]] took [[Isfahan]]. Timur left Isfahan.`, []string{"PERSON Timur Timur", "GPE Isfahan Isfahan", "PERSON Timur Timur", "GPE Isfahan Isfahan"}},
		{`The [[name of Peru|Peru]] is old. Peru is not.`, []string{"GPE Peru ", "GPE Peru "}},
		{`[[Kingdom of Serbia|Serbia]] and [[Kingdom of Montenegro|Montenegro]] won.`, []string{"GPE Kingdom of Serbia Kingdom of Serbia", "GPE Kingdom of Montenegro Kingdom of Montenegro"}},
		{`The Indian [[Maratha Empire]] won.`, []string{"NORP India ", "GPE Maratha Empire Maratha Empire"}},
		{`The [[Zxylian Revolt of 1912|Zxylian uprising of 1912]] and an [[American Indian Wars|Indian raid]].`, []string{"EVENT Zxylian Revolt of 1912 Zxylian Revolt of 1912", "NORP India "}},
		{`Men of the [[Union (American Civil War)|Union]] won.`, []string{"GPE Union Union (American Civil War)"}},
	} {
		a := linked(tt.source)
		found, err := newTagger(t, entities.Config{NoModel: true}).Article(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range found {
			got = append(got, fmt.Sprintf("%s %s %s", e.Kind, e.Name, e.Page))
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: %s", tt.source, d)
		}
	}
}

// Without a title, the infobox or the sort key tells who an article is about.
func TestSubjectWithoutTitle(t *testing.T) {
	const text = "Qvist was an officer. In 1834, Qvist farmed. His son William Preston Qvist wrote. Qvist resigned."
	box := sinosoviet.Infobox{Name: "Infobox officer", Fields: []sinosoviet.InfoboxField{{Name: "name", Text: sinosoviet.PlainText("Thomas Sidney Qvist")}}}
	for name, a := range map[string]*sinosoviet.Article{
		"infobox":  {Text: sinosoviet.PlainText(text), Infoboxes: []sinosoviet.Infobox{box}},
		"sort key": {Text: sinosoviet.PlainText(text), SortKey: "Qvist, Thomas Sidney"},
	} {
		found, err := newTagger(t, entities.Config{NoModel: true}).Article(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range found {
			got = append(got, e.Name)
		}
		const subject = "Thomas Sidney Qvist"
		if d := cmp.Diff([]string{subject, subject, "William Preston Qvist", subject}, got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}
