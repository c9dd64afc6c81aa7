package temporal_test

import (
	"context"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// edtfs is the text's expressions with their EDTF dates: "May 1950=1950-05; the next day=-".
func edtfs(t *testing.T, tagger *temporal.Tagger, text string) string {
	t.Helper()
	res, err := tagger.Text(context.Background(), text)
	if err != nil {
		t.Fatal(err)
	}
	checkResult(t, text, res)
	var out []string
	for _, d := range res.Dates {
		e := d.EDTF.String()
		if d.EDTF.IsZero() {
			e = "-"
		}
		out = append(out, d.Text+"="+e)
	}
	return strings.Join(out, "; ")
}

// TestNarrative reads months, days and seasons without year in the order of the telling.
func TestNarrative(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"runs on within the year", "The war began in March 1862. In May the port fell, and in October the fort.",
			"March 1862=1862-03; May=1862-05; October=1862-10"},
		{"runs on into the next year", "The siege began in November 1862. In December snow fell. In January the walls broke.",
			"November 1862=1862-11; December=1862-12; January=1863-01"},
		{"steps back a little", "In June 1862 the fleet sailed. It had been built in May.",
			"June 1862=1862-06; May=1862-05"},
		{"a day in parentheses steps back freely", "In summer 1889 they decided (2 May) to open the gates (23 August).",
			"summer 1889=1889-22; 2 May=1889-05-02; 23 August=1889-08-23"},
		{"heeds the year ahead", "They met in August 1862. In April they met again, and on 2 May 1863 they signed.",
			"August 1862=1862-08; April=1863-04; 2 May 1863=1863-05-02"},
		{"heeds the year ahead without any before", "In April they met, and on 2 May 1863 they signed.",
			"April=1863-04; 2 May 1863=1863-05-02"},
		{"a heading's year", "The second campaign, 1871\n\nIn March the snow melted. By September all was over.",
			"1871=1871; March=1871-03; September=1871-09"},
		{"a heading's year holds below", "1871\n\nThe north\n\nIn December it froze.\n\nThe south\n\nIn March it rained.",
			"1871=1871; December=1871-12; March=1871-03"},
		{"an excursion leaves the narrative", "In March 1862 the king recalled the treaty of 1741. In May he broke it. By 3 June 1862 war was near.",
			"March 1862=1862-03; 1741=1741; May=1862-05; 3 June 1862=1862-06-03"},
		{"a year in parentheses leaves it", "In March 1862 the bishop (1790–1866) spoke. In April he was silent.",
			"March 1862=1862-03; 1790=1790; 1866=1866; April=1862-04"},
		{"since leaves it", "In March 1862 the land, ruled from afar since 1801, rose. The following year it was free.",
			"March 1862=1862-03; 1801=1801; The following year=1863"},
		{"days of one month", "On 28 May 1862 they crossed. On the 30th they fought, and on the 2nd they fled.",
			"28 May 1862=1862-05-28; the 30th=1862-05-30; the 2nd=1862-06-02"},
		{"ranges borrow", "From 28 May to 3 June 1862, in April–June 1863, in the summer and autumn of 1864, from November to January 1866.",
			"28 May=1862-05-28; 3 June 1862=1862-06-03; April=1863-04; June 1863=1863-06; the summer=1864-22; autumn of 1864=1864-23; November=1865-11; January 1866=1866-01"},
		{"last days of a month before Christ", "In 480 BC they sailed. The next year, 479 BC, they fought. In 478 BC they won, 33 years after 510 BC.",
			"480 BC=-0479; The next year=-0478; 479 BC=-0478; 478 BC=-0477; 33 years after 510 BC=-0476"},
		{"years of three digits before Christ", "The war (264–241 BC)\n\nIn 264 BC it began. In 262 the city was besieged, and by late 261 they had a fleet of 120 ships. The following year they won. In the summer of 256 BC 15,000 men landed. In the late 3rd century all was over.",
			"264=-0263; 241 BC=-0240; 264 BC=-0263; 262=-0261; late 261=-0260-39; The following year=-0259; the summer of 256 BC=-0255-22; the late 3rd century=-0232/-0200"},
		{"amounts are no years before Christ", "In 331 BC it fell, and from 300 to 250 BC it rose. There fall from 400 to 670 mm of rain and between 400 and 450 ships came.",
			"331 BC=-0330; 300=-0299; 250 BC=-0249"},
		{"the era changed", "In 331 BC it fell. In 323 BC it sank. In 262 it rose. It burned in AD 170. In 429 they came. In 300 BC nobody had. By 280 some had.",
			"331 BC=-0330; 323 BC=-0322; 262=-0261; AD 170=0170; 429=0429; 300 BC=-0299; 280=-0279"},
		{"a day told before", "On 13 May 1788 they voted. By 2 June 1789 all was over. On that same 13 May they had moved.",
			"13 May 1788=1788-05-13; 2 June 1789=1789-06-02; that same 13 May=1788-05-13"},
		{"a paragraph that opens elsewhere", "In May 1783 they made peace.\n\nMoney was short. In 1779, the general complained. The king answered in May.\n\nBy 1783 they were poor. In 1784 they starved.",
			"May 1783=1783-05; 1779=1779; May=1779-05; 1783=1783; 1784=1784"},
		{"nothing to stand on", "In May it rained. The next day it snowed.", "May=-; The next day=-"},
	} {
		if got := edtfs(t, new(temporal.Tagger), c.text); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

// TestRelative reads what counts from the date told last.
func TestRelative(t *testing.T) {
	const before = "They met on 14 March 1871. "
	for _, c := range []struct{ text, want string }{
		{"The next day they parted.", "The next day=1871-03-15"},
		{"The day before, it had rained.", "The day before=1871-03-13"},
		{"On the same day it rained.", "the same day=1871-03-14"},
		{"Two days later they met again.", "Two days later=1871-03-16"},
		{"Three weeks earlier it had rained.", "Three weeks earlier=1871-02-20/1871-02-26"},
		{"A month later they met again.", "A month later=1871-04"},
		{"Fifteen months later they met again.", "Fifteen months later=1872-06"},
		{"The following year they met again.", "The following year=1872"},
		{"They met again in the previous year.", "the previous year=1870"},
		{"It rained that summer.", "that summer=1871-22"},
		{"It rained the next spring.", "the next spring=1872-21"},
		{"It rained the previous April.", "the previous April=1870-04"},
		{"It rained in August of that year.", "August of that year=1871-08"},
		{"Later that month it rained.", "Later that month=1871-03"},
		{"By the end of the month it rained.", "the end of the month=1871-03-21/1871-03-31"},
		{"By the end of the year it rained.", "the end of the year=1871-39"},
		{"It rained that afternoon.", "that afternoon=1871-03-14"},
		{"It rained the next morning.", "the next morning=1871-03-15"},
		{"A decade earlier it had rained.", "A decade earlier=1861"},
		{"It rained in the following decade.", "the following decade=188X"},
		{"It rained on the following Friday.", "the following Friday=1871-03-17"},
		{"It rained a few weeks later.", "a few weeks later=-"},
		{"It rained now and in the future.", "now=-; the future=-"},
	} {
		got := edtfs(t, new(temporal.Tagger), before+c.text)
		if want := "14 March 1871=1871-03-14; " + c.want; got != want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, want)
		}
	}
}

// TestEventAnchors reads what counts from an event that the document dates.
func TestEventAnchors(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an acronym and another word for it", "On 3 June 1871, the United Provinces of the North were proclaimed in the capital. Nobody came. The day after the UPN's founding it rained.",
			"on 1871-06-03; on 1871-06-04"},
		{"a verb for a noun", "The siege of Oldport began on 19 April 1775. Three weeks after the start of the siege of Oldport, help came.",
			"on 1775-04-19; in 1775-05-08/1775-05-14"},
		{"told later", "Two days after the death of Queen Maud, the court fled. Maud died on 5 May 1301 at sea.",
			"on 1301-05-07; on 1301-05-05"},
		{"after a number of days of", "On 19 October 1350 the duke sent Flemish archers into Gascony. After 12 days of Flemish archers entering Gascony, the king paid.",
			"on 1350-10-19; on 1350-10-31"},
		{"dated beside it", "On 8 August 1845, three months after Norland surrendered, the fleet sailed.",
			"on 1845-08-08; on 1845-08-08"},
		{"dated within", "A year after the battle of Redmoor in 1301 the walls were built.", "in 1302"},
		{"the event just told", "The truce was signed on 3 June 1871. Nobody came. Two days after the signing it rained.", "on 1871-06-03; on 1871-06-05"},
		{"told by a verb", "On 3 June 1871 they relieved the castle, and a week after relieving it they left.", "on 1871-06-03; in 1871-06-05/1871-06-11"},
		{"not the next one", "The mayor was elected on 3 June 1871. Two days before the next election it rained.", "on 1871-06-03"},
		{"told of every time", "The mayor was elected on 3 June 1871. Two days after the election, the council is dissolved.", "on 1871-06-03"},
		{"too coarse to count days from", "The truce was signed in June 1871. Two days after the signing it rained.", "in 1871-06"},
		{"dated behind it", "In Norland, five years after Maud's death, in 1730 a map was printed.", "in 1730; in 1730"},
		{"dated behind it to the minute", "They slept. Two hours later, at 17:54 on 4 May 1969, they left.", "on 1969-05-04; on 1969-05-04; on 1969-05-04"},
		{"another date behind it", "Two days after the great fire of Oldport, by 1730 forgotten, it snowed.", "by ../1730"},
		{"no sentence dates it", "On 3 June 1871 it rained. Two days after the great fire of Oldport it snowed.", "on 1871-06-03"},
		{"another event", "On 3 June 1871 the treaty of Oldport was signed. Two days after the fall of Redmoor it snowed.", "on 1871-06-03"},
	} {
		res, err := new(temporal.Tagger).Text(context.Background(), c.text)
		if err != nil {
			t.Fatal(err)
		}
		checkResult(t, c.text, res)
		var got []string
		for _, p := range res.Phrases {
			got = append(got, string(p.Relation)+" "+p.EDTF.String())
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s\n%s", c.name, c.text, s, c.want, strings.Join(dump(res, c.text), "\n"))
		}
	}
}

// TestOpeningEvents ends the words of an event that opens a sentence where the main clause starts.
func TestOpeningEvents(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Two days after the signing he left the town.", "Two days after the signing"},
		{"The day after the battle Smith told the council of it.", "The day after the battle"},
		{"Two days before the attack on 5 May 1943 the fleet sailed home and was saved.", "Two days before the attack on 5 May 1943"},
		{"Two days after he had left Paris the king was killed.", "Two days after he had left Paris"},
		{"Two days after the ship he commanded sank, he died.", "Two days after the ship he commanded sank"},
		{"It sank two days after the ship he commanded was sold.", "two days after the ship he commanded was sold"},
	} {
		res, err := new(temporal.Tagger).Text(context.Background(), c.text)
		if err != nil {
			t.Fatal(err)
		}
		if got := res.Dates[0].Text; got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestHours takes hours in parentheses for those of any day, when their sentence names none.
func TestHours(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It rained on 8 May 1950. They marched by dark (19:00–03:00) and hid by 05:30.", "8 May 1950=1950-05-08; 19:00=XXXX-XX-XXT19:00; 03:00=XXXX-XX-XXT03:00; 05:30=XXXX-XX-XXT05:30"},
		{"It rained. They marched on 8 May 1950 (19:00–23:00).", "8 May 1950=1950-05-08; 19:00=1950-05-08T19:00; 23:00=1950-05-08T23:00"},
		{"It rained on 8 May 1950. They marched from 19:00 to 23:00.", "8 May 1950=1950-05-08; 19:00=1950-05-08T19:00; 23:00=1950-05-08T23:00"},
	} {
		res, err := new(temporal.Tagger).Text(context.Background(), c.text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range res.Dates {
			got = append(got, d.Text+"="+d.Value)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// TestModes reads against the narrative, the document's date, and nothing.
func TestModes(t *testing.T) {
	const text = "On 2 May the court sat. Two years ago it had not. Yesterday it rained."
	day := edtf.Day{Year: 1932, Month: 6, Day: 9}
	for _, c := range []struct {
		name   string
		tagger temporal.Tagger
		want   string
	}{
		{"narrative without a start", temporal.Tagger{}, "2 May=-; Two years ago=-; Yesterday=-"},
		{"narrative with a start", temporal.Tagger{Start: edtf.Day{Year: 1871}}, "2 May=1871-05-02; Two years ago=1869; Yesterday=-"},
		{"news", temporal.Tagger{Mode: temporal.News, Document: day}, "2 May=1932-05-02; Two years ago=1930; Yesterday=1932-06-08"},
		{"none", temporal.Tagger{Mode: temporal.None, Start: edtf.Day{Year: 1871}}, "2 May=-; Two years ago=-; Yesterday=-"},
	} {
		if got := edtfs(t, &c.tagger, text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestNames reads a caller's own holidays and eras.
func TestNames(t *testing.T) {
	tagger := &temporal.Tagger{Names: []temporal.Name{
		{Text: "Meiji era", EDTF: "1868/1912"},
		{Text: "St Olaf's Day", Month: 7, Day: 29},
	}}
	got := edtfs(t, tagger, "Under the Meiji era, on St Olaf's Day 1890 and in May 1891, all was well. On St. Olaf's Day it rained.")
	if want := "Meiji era=1868/1912; St Olaf's Day 1890=1890-07-29; May 1891=1891-05"; !strings.HasPrefix(got, want) {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, bad := range []temporal.Name{{}, {Text: "x"}, {Text: "x", Month: 13}, {Text: "x", EDTF: "soon"}} {
		if _, err := (&temporal.Tagger{Names: []temporal.Name{bad}}).Text(context.Background(), "x"); err == nil {
			t.Errorf("%+v: no error", bad)
		}
	}
}

// article makes an article of blocks, each verbatim.
func article(blocks ...sinosoviet.Block) func(texts ...string) *sinosoviet.Article {
	return func(texts ...string) *sinosoviet.Article {
		a := &sinosoviet.Article{Sections: []sinosoviet.Section{{Level: 1}}}
		text := strings.Join(texts, "\n\n")
		a.Text = sinosoviet.PlainText(text)
		at := 0
		for i, b := range blocks {
			b.TextSpan = sinosoviet.Span{Start: at, End: at + len(texts[i])}
			at = b.TextSpan.End + 2
			a.Blocks = append(a.Blocks, b)
		}
		return a
	}
}

// TestCaptionsApart checks that captions neither take nor give anchors.
func TestCaptionsApart(t *testing.T) {
	prose := sinosoviet.Block{Kind: sinosoviet.BlockParagraph}
	caption := sinosoviet.Block{Kind: sinosoviet.BlockCaption}
	a := article(prose, caption, prose)("In May 1871 it rained.", "The bridge in 1950.", "In June it snowed.")
	res, err := new(temporal.Tagger).Article(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range res.Phrases {
		s := p.EDTF.String()
		if p.Caption {
			s += " caption"
		}
		got = append(got, s)
	}
	if s, want := strings.Join(got, "; "), "1871-05; 1950 caption; 1871-06"; s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}

// TestProvenance checks that spans lead back to the source, and that a title's or formula's blocks do no harm.
func TestProvenance(t *testing.T) {
	const source = "On [[14 March]] 1871 they met."
	var b sinosoviet.TextBuilder
	b.Copy(source, sinosoviet.Span{Start: 0, End: 3})
	b.Copy(source, sinosoviet.Span{Start: 5, End: 13})
	b.Copy(source, sinosoviet.Span{Start: 15, End: len(source)})
	a := &sinosoviet.Article{Text: b.Text(), Blocks: []sinosoviet.Block{{Kind: sinosoviet.BlockParagraph, TextSpan: sinosoviet.Span{Start: 0, End: b.Len()}}}}
	res, err := new(temporal.Tagger).Article(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Dates) != 1 || len(res.Phrases) != 1 {
		t.Fatalf("got %d dates, %d phrases", len(res.Dates), len(res.Phrases))
	}
	if s := res.Dates[0].Span; source[s.Start:s.End] != "14 March]] 1871" {
		t.Errorf("date at %v: %q", s, source[s.Start:s.End])
	}
	if s := res.Phrases[0].Span; source[s.Start:s.End] != "On [[14 March]] 1871" {
		t.Errorf("phrase at %v: %q", s, source[s.Start:s.End])
	}
}

// TestDeterministic reads the same text with one Tagger in many goroutines.
func TestDeterministic(t *testing.T) {
	tagger := &temporal.Tagger{Names: []temporal.Name{{Text: "Meiji era", EDTF: "1868/1912"}}}
	text := strings.Repeat(proseText, 5)
	want, err := tagger.Text(context.Background(), text)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan string)
	for range 8 {
		go func() {
			got, err := tagger.Text(context.Background(), text)
			if err != nil {
				done <- err.Error()
				return
			}
			done <- strings.Join(dump(got, text), "\n")
		}()
	}
	for range 8 {
		if got := <-done; got != strings.Join(dump(want, text), "\n") {
			t.Error("results differ")
		}
	}
}

// TestCancelled checks that a cancelled context ends the reading with its error.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := new(temporal.Tagger).Text(ctx, proseText); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

// TestHeadingWithoutDate checks that the years of a heading end with its section, though the next heading has no date.
func TestHeadingWithoutDate(t *testing.T) {
	prose := sinosoviet.Block{Kind: sinosoviet.BlockParagraph}
	a := article(sinosoviet.Block{Kind: sinosoviet.BlockHeading, Section: 1}, prose, sinosoviet.Block{Kind: sinosoviet.BlockHeading, Section: 2}, prose, prose)(
		"The vote of 1864", "In March 1864 they voted.", "The murder", "On 11 April 1865 he spoke. He died on 14 April.", "The killer fled until 26 April.")
	a.Sections = append(a.Sections, sinosoviet.Section{Level: 3}, sinosoviet.Section{Level: 2})
	res, err := new(temporal.Tagger).Article(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	if got := res.Dates[len(res.Dates)-1].EDTF.String(); got != "1865-04-26" {
		t.Errorf("got %s", got)
	}
}

// TestYearsOfOtherSections checks that a year does not count as told aside because a main section further on tells of earlier ones.
func TestYearsOfOtherSections(t *testing.T) {
	prose := sinosoviet.Block{Kind: sinosoviet.BlockParagraph}
	a := article(prose, sinosoviet.Block{Kind: sinosoviet.BlockHeading, Section: 1}, prose)(
		"In 1903 he followed his father. He won the vote of October 1913. In November he jailed the loser.", "Land", "Farms were counted in 1891 and 1901.")
	a.Sections = append(a.Sections, sinosoviet.Section{Level: 2})
	res, err := new(temporal.Tagger).Article(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	if got := res.Dates[2].EDTF.String(); got != "1913-11" {
		t.Errorf("got %s", got)
	}
}

// TestTitleYear reads the first dates against the year that an article's title names.
func TestTitleYear(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{"1871 Oldport regatta", "1871-05-06"},
		{"Treaty of Oldport of 1871", "1871-05-06"},
		{"Battles of 1871 and 1875", ""},
		{"1984", ""},
		{"Oldport (1984 film)", ""},
		{"Flight U1984", ""},
		{"", ""},
	} {
		a := article(sinosoviet.Block{Kind: sinosoviet.BlockParagraph})("On 6 May they met.")
		a.Title = c.title
		res, err := new(temporal.Tagger).Article(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		if got := res.Dates[0].EDTF.String(); got != c.want {
			t.Errorf("%q: got %q, want %q", c.title, got, c.want)
		}
	}
}
