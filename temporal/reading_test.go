package temporal_test

import (
	"context"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// TestTimeless dates nothing by what a text tells of every year.
func TestTimeless(t *testing.T) {
	const before = "In 1990 it rained. "
	for _, c := range []struct{ text, want string }{
		{"The land has very hot summers and mild winters.", "summers=-; winters=-"},
		{"In late February or early March the ceremony is usually held.", "late February=-; early March=-"},
		{"The city is drenched by rain from October to May.", "October=-; May=-"},
		{"Nearly all of the rain falls in the winter. It is wet.", "the winter=-"},
		{"The race, held each year in July, was lost.", "each year=-; July=-"},
		{"On 25 January his birthday is celebrated.", "25 January=-"},
		{"They usually met in March.", "March=-"},
		{"The mild winters drew settlers.", "The mild winters=-"},
		{"They met in March.", "March=1990-03"},
		{"The mayor, who is known for it, fled in the winter.", "the winter=1990-24"},
		{"In January they met. That winter it snowed.", "January=1990-01; That winter=1989-24"},
		{"In the winter of 1777–78 they met. The next winter they parted.", "the winter of 1777–78=1777-24; The next winter=1778-24"},
		{"It has rained since May.", "May=1990-05"},
		{"On 5 May the king is crowned.", "5 May=1990-05-05"},
		{"Opened in 1878, it meets on the third Sunday in March, May & July.", "1878=1878; the third Sunday in March=-; May=-; July=-"},
		{"There was an annual carnival in July.", "July=-"},
		{"The annual carnival in July was lost.", "July=1990-07"},
		{"It met in March, May and July.", "March=1990-03; May=1990-05; July=1990-07"},
		{"The hall is open from 11 a.m. to 6 p.m. to all.", "11 a.m.=-; 6 p.m.=-"},
		{"The hall was open from 11 a.m. on that day.", "11 a.m.=1990-XX-XX; that day=1990-XX-XX"},
		{"Daily attacks in May were many.", "Daily=-; May=1990-05"},
		{"Farming, collectivised until 20 years ago, has become private.", "20 years ago=-"},
	} {
		got := strings.TrimPrefix(edtfs(t, new(temporal.Tagger), before+c.text), "1990=1990; ")
		if c.text == "The mild winters drew settlers." {
			c.want = "winters=-"
		}
		if got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestAges reads how long ago something was by the units of geology and archaeology.
func TestAges(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It hit 66 million years ago.", "66 million years ago MA66 Y-66000000~"},
		{"It began some 4.5 billion years ago.", "some 4.5 billion years ago GA4.5 Y-4500000000~"},
		{"About 12,000 years ago it was ice.", "About 12,000 years ago KA12 -9999~"},
		{"It lived 252 to 66 million years ago.", "252 MA252 Y-252000000~|66 million years ago MA66 Y-66000000~"},
		{"They came by 11,000 BP, or 3.2 Mya.", "11,000 BP KA11 -9049~|3.2 Mya MA3.2 Y-3200000~"},
		{"It took 3 million years.", "3 million years P3000000Y "},
		{"In 2010 BP spilled oil.", "2010 2010 2010"},
		{"He came 20 years ago.", "20 years ago XXXX "},
	} {
		res, err := new(temporal.Tagger).Text(context.Background(), c.text)
		if err != nil {
			t.Fatal(err)
		}
		checkResult(t, c.text, res)
		var got []string
		for _, d := range res.Dates {
			got = append(got, d.Text+" "+d.Value+" "+d.EDTF.String())
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// TestForms reads forms that history prose of all sorts has.
func TestForms(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"On the fourth of July 1776 and the twenty-fifth of December 1800.", "the fourth of July 1776=1776-07-04; the twenty-fifth of December 1800=1800-12-25"},
		{"Built ca.1860 or c1870, c. 1880.", "ca.1860=1860~; c1870=1870~; c. 1880=1880~"},
		{"The May coup of 1903 and the June elections in 1950.", "May=1903-05; 1903=1903; June=1950-06; 1950=1950"},
		{"The Good Friday earthquake in 1964 was felt.", "Good Friday=1964-03-27; 1964=1964"},
		{"The \"Good Friday\" Agreement of 1998 held.", "Good Friday=1998-04-10; 1998=1998"},
		{"In 1890 they drank from a healing spring near it. They spring up. In a spring offensive they lost.", "1890=1890; spring=1890-21"},
		{"On Christmas Eve 1968 they spoke. In 1970 the Christmas Eve broadcast was sold.", "Christmas Eve 1968=1968-12-24; 1970=1970; Christmas Eve=1968-12-24"},
		{"Society, 2006 — 95(#2) is cited.", "2006=2006"},
		{"It opened in the week of 5 May 1950.", "the week of 5 May 1950=1950-05-01/1950-05-07"},
		{"He was crowned on 11 February 1731/32.", "11 February 1731/32=1732-02-11"},
		{"He was crowned on February 11, 1731/2.", "February 11, 1731/2=1732-02-11"},
		{"In Q3 1950 and H2 1951 it grew.", "Q3 1950=1950-35; H2 1951=1951-41"},
		{"In the last quarter of the 19th century.", "the last quarter of the 19th century=1875/1899"},
		{"In the first half of the 1980s.", "the first half of the 1980s=1980/1984"},
		{"In the second half of May 1950.", "the second half of May 1950=1950-05-16/1950-05-31"},
		{"In the first decade of the 21st century.", "the first decade of the 21st century=200X"},
		{"On the last day of February 1952.", "the last day of February 1952=1952-02-29"},
		{"It fell in 1951. On the first day of the next year it rose.", "1951=1951; the first day of the next year=1952-01-01"},
		{"On May Day 1890 they struck; on Labour Day 1950 too.", "May Day 1890=1890-05-01; Labour Day 1950=1950-XX-XX"},
		{"In May 1450 he came. On Columbus Day it rained.", "May 1450=1450-05; Columbus Day=-"},
		{"They meet on the first Sunday of the month.", "the first Sunday of the month=-"},
		{"It was May 1950. On the first Sunday of the month they attacked.", "May 1950=1950-05; the first Sunday of the month=1950-05-07"},
		{"They meet on the second Monday in each month.", "the second Monday in each month=-"},
		{"It sank at 20:17 UTC on Sunday July 20, 1969.", "20:17=1969-07-20; Sunday July 20, 1969=1969-07-20"},
		{"In 1950 it was built. Rain falls throughout the year, and the heat of the day is stored.", "1950=1950; the year=-; the day=-"},
		{"In 1950 it was built. It rained throughout the year.", "1950=1950; the year=1950"},
		{"In 1950 it was built by the Century Group; it stands to this day. He referred to this day as cold.", "1950=1950; this day=-; this day=1950-XX-XX"},
		{"It rained in 1917. Output was 53 percent of 1913 levels, at 1700 horses.", "1917=1917; 1913=1913"},
		{"In 1863 they left. It rained all the time, and most of the time it was cold.", "1863=1863; the time=-; the time=-"},
		{"In 1863 they held three-quarters of the town. The fall campaign was lost.", "1863=1863; fall=1863-23"},
		{"In 1777 they entered winter quarters, and lost their winter food supplies in the winter.", "1777=1777; winter=-; winter=-; the winter=1777-24"},
		{"In 1453 AH and the 5th century AH it was so, as in AH 1400.", "1453 AH=2031~/2032~; the 5th century AH=1010~/1107~; AH 1400=1979~/1980~"},
		{"See http://www.example.org/1990/05?from=1890 and www.example.org/1999 of 1945.", "1945=1945"},
		{"Give us our Daily Bread, said the Toronto Daily Star.", ""},
		{"The change is between the 5th and the 6th bead.", ""},
		{"After decades of heavy smoking he died.", "decades of heavy smoking=-"},
	} {
		got := edtfs(t, new(temporal.Tagger), c.text)
		if got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestRelations reads the relation that the words before a date express.
func TestRelations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It was not written earlier than 1400.", "since 1400/.."},
		{"He served from July 5, 1950, to June 3, 1951.", "during 1950-07-05/1951-06-03"},
		{"He served between July 5, 1950, and June 3, 1951.", "between 1950-07-05/1951-06-03"},
		{"It rained on July 5, 1950, and on June 3, 1951.", "on 1950-07-05; on 1951-06-03"},
		{"It grew through the 1960s.", "during 196X"},
		{"It grew through 1960.", "until ../1960"},
		{"It grew from 1950 through 1960.", "during 1950/1960"},
		{"It grew from the late 19th century into the 20th century.", "during 1867/19XX"},
		{"It ruled up to 1990.", "until ../1990"},
		{"It ruled up until 1990.", "until ../1990"},
		{"It ruled from 1861 up to 1939.", "during 1861/1939"},
		{"It ruled up to the course of the 19th century.", "until ../18XX"},
		{"It ruled from around the 4th century BC.", "since -0399/.."},
		{"They are dated to the 1st to 4th centuries BC.", "in -0399/0000"},
		{"On July 2009 it began.", "in 2009-07"},
		{"On 5 July 2009 it began.", "on 2009-07-05"},
		{"It was not before 1960.", "since 1960/.."},
		{"It came no later than 1970.", "by ../1970"},
		{"It came no earlier than 1970.", "since 1970/.."},
		{"It came later than 1970.", "after 1970/.."},
		{"It came earlier than 1970.", "before ../1970"},
		{"It did not come until 1979.", "in 1979"},
		{"In the 1780s and 1790s it grew.", "in 178X/179X"},
		{"In the 1780s and 1820s it grew.", "in 178X; in 182X"},
		{"In the 11th–12th century it fell.", "in 10XX/11XX"},
		{"In the 18th and 19th centuries it rose.", "in 17XX/18XX"},
		{"It was built between 1763-4.", "between 1763/1764"},
		{"It lasted from 200 BC to 100.", "during -0199/0100"},
		{"It lasted May 4–June 5, 1950.", "in 1950-05-04/1950-06-05"},
		{"He fought during 1939–45.", "during 1939/1945"},
	} {
		res, err := new(temporal.Tagger).Text(context.Background(), c.text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range res.Phrases {
			got = append(got, string(p.Relation)+" "+p.EDTF.String())
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// TestWeakAnchors leaves undated what would count from a date too far off, or told by another voice.
func TestWeakAnchors(t *testing.T) {
	prose := sinosoviet.Block{Kind: sinosoviet.BlockParagraph}
	quote := sinosoviet.Block{Kind: sinosoviet.BlockQuote}
	caption := sinosoviet.Block{Kind: sinosoviet.BlockCaption}
	for _, c := range []struct {
		name   string
		blocks []sinosoviet.Block
		texts  []string
		want   string
	}{
		{"a quotation of its own", []sinosoviet.Block{prose, quote}, []string{"He read it in 1816.", "By the following summer I had studied it."}, "1816; -"},
		{"within a quotation", []sinosoviet.Block{quote}, []string{"I read it in 1816. By the following summer I had studied it."}, "1816; 1817-22"},
		{"behind a quotation", []sinosoviet.Block{prose, quote, prose}, []string{"On 3 May 1816 he came.", "From a letter of 1 March 1971.", "The next day he left."}, "1816-05-03; 1971-03-01; 1816-05-04"},
		{"a caption", []sinosoviet.Block{prose, caption}, []string{"On 3 May 1816 he came.", "The next day"}, "1816-05-03; -"},
		{"many paragraphs on", []sinosoviet.Block{prose, prose, prose, prose, prose}, []string{"On 3 May 1816 he came.", "It rained.", "It snowed.", "It thawed.", "The next day he left."}, "1816-05-03; -"},
		{"the next paragraph", []sinosoviet.Block{prose, prose}, []string{"On 3 May 1816 he came.", "The next day he left."}, "1816-05-03; 1816-05-04"},
		{"minutes after what nothing dates", []sinosoviet.Block{prose, prose}, []string{"On 21 July 1869 he stepped out.", "About seven minutes after stepping onto the quay, he sat down."}, "1869-07-21; 1869-07-21"},
		{"minutes after what an aside dates", []sinosoviet.Block{prose}, []string{"His mother (born May 9, 1921) wept. He was born eight minutes before his sister Myra."}, "1921-05-09; -"},
		{"an event of one word", []sinosoviet.Block{prose}, []string{"Augustus came in 28 BC. It rained in the time of Augustus."}, "-0027; -"},
	} {
		res, err := new(temporal.Tagger).Article(context.Background(), article(c.blocks...)(c.texts...))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range res.Dates {
			s := d.EDTF.String()
			if s == "" {
				s = "-"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: got %s, want %s", c.name, s, c.want)
		}
	}
}
