package temporal_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/temporal"
)

// phrases is the text's phrases with their dates and relations: "in 1950=1950 in; By this time=../1950 by".
func phrases(t *testing.T, text string) string {
	t.Helper()
	res, err := new(temporal.Tagger).Text(context.Background(), text)
	if err != nil {
		t.Fatal(err)
	}
	checkResult(t, text, res)
	var out []string
	for _, p := range res.Phrases {
		out = append(out, fmt.Sprintf("%s=%s %s", text[p.TextSpan.Start:p.TextSpan.End], p.EDTF, p.Relation))
	}
	return strings.Join(out, "; ")
}

// TestClockOffsets counts hours and minutes from what the text has just told, over midnight where the clock's time is known.
func TestClockOffsets(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"over midnight", "The ferry docked on 3 May 1885 at 22:15. Three and a half hours after docking, the hatch was opened.",
			"on 3 May 1885=1885-05-03 on; at 22:15=1885-05-03 on; Three and a half hours after docking=1885-05-04 on"},
		{"within the day", "The balloon landed on 5 July 1931 at 9:00. Eight hours after landing, the crew were found.",
			"on 5 July 1931=1931-07-05 on; at 9:00=1931-07-05 on; Eight hours after landing=1931-07-05 on"},
		{"the time before the day", "The balloon landed at 20:10 on 5 July 1931. Crowds came. Six hours after landing, the crew were found.",
			"at 20:10=1931-07-05 on; on 5 July 1931=1931-07-05 on; Six hours after landing=1931-07-06 on"},
		{"back over midnight", "The bridge fell on 5 July 1931 at 1:10. Two hours before the fall a warning was given.",
			"on 5 July 1931=1931-07-05 on; at 1:10=1931-07-05 on; Two hours before the fall=1931-07-05 on"},
		{"one after another", "The storm struck on 2 May 1891 at 23:30. Twenty minutes later the bridge fell. Forty minutes later the ferry sank.",
			"on 2 May 1891=1891-05-02 on; at 23:30=1891-05-02 on; Twenty minutes later=1891-05-02 on; Forty minutes later=1891-05-03 on"},
		{"the day is not in doubt", "The storm struck on 2 May 1891 at 13:30. About 20 minutes later the bridge fell.",
			"on 2 May 1891=1891-05-02 on; at 13:30=1891-05-02 on; About 20 minutes later=1891-05-02 on"},
		{"about midnight it is", "The storm struck on 2 May 1891 at 23:41. About 20 minutes later the bridge fell.",
			"on 2 May 1891=1891-05-02 on; at 23:41=1891-05-02 on; About 20 minutes later=1891-05-03~ in"},
		{"whole days", "The storm struck on 2 May 1891. 48 hours later the bridge fell.",
			"on 2 May 1891=1891-05-02 on; 48 hours later=1891-05-04 on"},
		{"moments", "The ship sailed on 14 June 1911. A few moments before sailing, a rope broke. Moments later it was mended.",
			"on 14 June 1911=1911-06-14 on; A few moments before sailing=1911-06-14 on; Moments later=1911-06-14 on"},
		{"a name alone tells no time", "The ship sailed on 14 June 1911. It sank two hours before Lusitania.",
			"on 14 June 1911=1911-06-14 on"},
	} {
		if got := phrases(t, c.text); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestReportedDates leaves the narrative where it was when a text dates an interview, a book or a quoted letter.
func TestReportedDates(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an interview", "The battle began on 3 May 1863. In a 2010 interview, a historian called it a blunder. On May 5, the army withdrew.",
			"3 May 1863=1863-05-03; 2010=2010; May 5=1863-05-05"},
		{"a book", "The battle began on 3 May 1863. In his 1989 best-selling book, Smith calls it a blunder. On May 5, the army withdrew.",
			"3 May 1863=1863-05-03; 1989=1989; May 5=1863-05-05"},
		{"an interview in a year", "The battle began on 3 May 1863. He recalled in an interview in 1910 that it rained. In June, the army withdrew.",
			"3 May 1863=1863-05-03; 1910=1910; June=1863-06"},
		{"a printed letter", "The mill opened on 12 August 1831. \"It was superb,\" says a letter published in The Courier, March 1, 1875. In September it burned.",
			"12 August 1831=1831-08-12; March 1, 1875=1875-03-01; September=1831-09"},
		{"what was published on a day is told", "In May 1831 he left. The report was published in Paris on 4 July 1875. In August he answered.",
			"May 1831=1831-05; 4 July 1875=1875-07-04; August=1875-08"},
	} {
		if got := edtfs(t, new(temporal.Tagger), c.text); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestWeekdayRefutes chooses a year in which the day was on the weekday told with it.
func TestWeekdayRefutes(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"the year told before", "It opened in June 1931. In 1955 a critic praised it. On Friday, 14 August it was closed.",
			"June 1931=1931-06; 1955=1955; Friday, 14 August=1931-08-14"},
		{"the next year", "It opened in June 1931. On Sunday, 14 August it was closed.",
			"June 1931=1931-06; Sunday, 14 August=1932-08-14"},
		{"the calendar of the time", "It opened in June 1904. On Sunday, 9 January it was closed. In March 1905 it was open.",
			"June 1904=1904-06; Sunday, 9 January=1905-01-09; March 1905=1905-03"},
		{"no year fits", "It opened in June 1931. On Monday, 14 August it was closed.",
			"June 1931=1931-06; Monday, 14 August=1931-08-14"},
	} {
		if got := edtfs(t, new(temporal.Tagger), c.text); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestStretches reads time counted from a year, up to the present and within the decade or century told last.
func TestStretches(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"the decade following", "In the decade following 1902, thousands came.", "In the decade following 1902=1902/1912 in"},
		{"years before", "In the five years before 1914 the navy grew.", "In the five years before 1914=1909/1914 in"},
		{"an offset stays one", "Five years after 1815 he died.", "Five years after 1815=1820 in"},
		{"to the present", "The 1996–present war went on (1971–present). From 1960 to the present day they ruled.",
			"1996=1996/.. since; 1971=1971/.. since; From 1960=1960/.. since"},
		{"the decade just named", "In 1978 he rose. The party ruled during the 1980s; by the end of the decade, it had split.",
			"In 1978=1978 in; during the 1980s=198X during; by the end of the decade=../1989 by"},
		{"the next century", "It was built in the 12th century and fell in the following century.",
			"in the 12th century=11XX in; in the following century=12XX in"},
		{"by this time", "In 1950 the king died. By this time the heirs were grown.", "In 1950=1950 in; By this time=../1950 by"},
		{"since then", "The prize was founded in 1950. Since then, it has been given yearly. Before then nobody was paid.",
			"in 1950=1950 in; Since then=1950/.. since"},
		{"until then", "The prize was founded in 1950. Until then nobody had been paid.", "in 1950=1950 in; Until then=../1950 until"},
		{"from then on", "The king died on 4 May 1950. From then on, his widow ruled.", "on 4 May 1950=1950-05-04 on; From then=1950-05-04/.. since"},
		{"who then was", "The king died in 1950. Asked by then president Smith, since then Senator Jones had left, she spoke.", "in 1950=1950 in"},
		{"then, and nothing before", "Since then the town has grown.", ""},
		{"by this time of every life", "The frog was described in 1950. By this time the young have left.", "in 1950=1950 in"},
		{"by the time", "In 1950 the king died. By the time the heirs came he was cold.", "In 1950=1950 in"},
		{"the Sunday of every year", "The king died on 4 May 1950. It is told each year on the Sunday before Easter.", "on 4 May 1950=1950-05-04 on"},
	} {
		if got := phrases(t, c.text); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestMonthsAfterAYear dates what came a month after some time in a year, with the next year as the other reading.
func TestMonthsAfterAYear(t *testing.T) {
	res, err := new(temporal.Tagger).Text(context.Background(), "In 1836 he enlisted. Two months later, he was promoted.")
	if err != nil {
		t.Fatal(err)
	}
	d := res.Dates[1]
	if d.EDTF.String() != "1836" || len(d.Candidates) != 2 || d.Candidates[1].EDTF.String() != "1837" || d.Candidates[0].Confidence != 0.83 {
		t.Errorf("got %s, candidates %v", d.EDTF, d.Candidates)
	}
}

// TestClauseBeside counts the day of a clause back from the date it is told beside.
func TestClauseBeside(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"after", "The fort fell on March 10, 1864, two days after Adams had to leave it.", "on March 10, 1864=1864-03-10 on; two days=1864-03-08 on"},
		{"before", "On March 1, 1864, the day before Adams arrived in Rome, the town was taken.", "On March 1, 1864=1864-03-01 on; the day=1864-03-02 on"},
		{"a noun is no clause", "The fort fell on March 10, 1864, two days after the armistice.",
			"on March 10, 1864=1864-03-10 on; two days after the armistice=1864-03-10 on"},
		{"years", "The treaty was signed in August 1971, four years before Norland was freed.", "in August 1971=1971-08 in; four years=1975 in"},
		{"months are not counted back", "The fort fell on March 10, 1864, three months after Adams had left.",
			"on March 10, 1864=1864-03-10 on; three months after Adams had left=1864-03-10 on"},
	} {
		if got := phrases(t, c.text); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}
