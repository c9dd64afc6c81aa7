package temporal_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/temporal"
)

// TestExpressions reads forms of expressions: text TYPE value mod EDTF, "-" for what is empty.
func TestExpressions(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"On 31 May 1924 it rained.", "31 May 1924 DATE 1924-05-31 - 1924-05-31"},
		{"On May 31, 1924, it rained.", "May 31, 1924 DATE 1924-05-31 - 1924-05-31"},
		{"It began on 2 August 1789. On that same September 13, it rained.", "2 August 1789 DATE 1789-08-02 - 1789-08-02; that same September 13 DATE 1789-09-13 - 1789-09-13"},
		{"It began on 2 August 1789. On the same October 4 it rained.", "2 August 1789 DATE 1789-08-02 - 1789-08-02; the same October 4 DATE 1789-10-04 - 1789-10-04"},
		{"It began on 2 August 1789. The following January 5 it rained.", "2 August 1789 DATE 1789-08-02 - 1789-08-02; The following January 5 DATE 1790-01-05 - 1790-01-05"},
		{"It began on 2 August 1789, and it is known that September 13 was cold.", "2 August 1789 DATE 1789-08-02 - 1789-08-02; September 13 DATE 1789-09-13 - 1789-09-13"},
		{"In 1789 the men who at the time won the esteem of Europe left.", "1789 DATE 1789 - 1789; the time DATE 1789 - 1789"},
		{"On May 31st 1924 it rained.", "May 31st 1924 DATE 1924-05-31 - 1924-05-31"},
		{"On the 25th of August 1917 it rained.", "the 25th of August 1917 DATE 1917-08-25 - 1917-08-25"},
		{"On Sunday, December 7, 1941, it rained.", "Sunday, December 7, 1941 DATE 1941-12-07 - 1941-12-07"},
		{"It rained on 1939-09-01.", "1939-09-01 DATE 1939-09-01 - 1939-09-01"},
		{"It rained on 1.9.1939 and 2/9/1939.", "1.9.1939 DATE 1939-09-01 - 1939-09-01; 2/9/1939 DATE 1939-09-02 - 1939-09-02"},
		{"It rained on 20 Oct. 1939.", "20 Oct. 1939 DATE 1939-10-20 - 1939-10-20"},
		{"Black September and Red October shook 1990. It rained in September.", "1990 DATE 1990 - 1990; September DATE 1990-09 - 1990-09"},
		{"It was given in A.D. 988. In 994, it rained, and in A.D. 1278.", "A.D. 988 DATE 0988 - 0988; 994 DATE 0994 - 0994; A.D. 1278 DATE 1278 - 1278"},
		{"In May, 1924, it rained.", "May, 1924 DATE 1924-05 - 1924-05"},
		{"In February of 1940 it rained.", "February of 1940 DATE 1940-02 - 1940-02"},
		{"In late 1948 it rained.", "late 1948 DATE 1948 END 1948-39"},
		{"Early in 1914 it rained.", "Early in 1914 DATE 1914 START 1914-37"},
		{"By mid-1916 it rained.", "mid-1916 DATE 1916 MID 1916-38"},
		{"By the end of March 1917 it rained.", "the end of March 1917 DATE 1917-03 END 1917-03-21/1917-03-31"},
		{"In early May 1917 it rained.", "early May 1917 DATE 1917-05 START 1917-05-01/1917-05-10"},
		{"In mid-May 1917 it rained.", "mid-May 1917 DATE 1917-05 MID 1917-05-11/1917-05-20"},
		{"In late February 1916 it rained.", "late February 1916 DATE 1916-02 END 1916-02-21/1916-02-29"},
		{"In the 1950s it rained.", "the 1950s DATE 195 - 195X"},
		{"In the mid-1980s it rained.", "the mid-1980s DATE 198 MID 1984/1986"},
		{"In the late 1980s it rained.", "the late 1980s DATE 198 END 1987/1989"},
		{"In the 20th century it rained.", "the 20th century DATE 19 - 19XX"},
		{"In eighteenth-century France it rained.", "eighteenth-century DATE 17 - 17XX"},
		{"In the early 21st century it rained.", "the early 21st century DATE 20 START 2000/2033"},
		{"In the 19th and 20th centuries it rained.", "the 19th DATE 18 - 18XX; 20th centuries DATE 19 - 19XX"},
		{"In the 4th century BC it rained.", "the 4th century BC DATE BC03 - -0399/-0300"},
		{"In 44 BC it rained, and in AD 79.", "44 BC DATE BC0044 - -0043; AD 79 DATE 0079 - 0079"},
		{"From 490–480 BC it rained.", "490 DATE BC0490 - -0489; 480 BC DATE BC0480 - -0479"},
		{"In the spring of 1916 it rained.", "the spring of 1916 DATE 1916-SP - 1916-21"},
		{"In winter 1916 it rained.", "winter 1916 DATE 1916-WI - 1916-24"},
		{"In the second half of 2008 it rained.", "the second half of 2008 DATE 2008-H2 - 2008-41"},
		{"In the third quarter of 2012 it rained.", "the third quarter of 2012 DATE 2012-Q3 - 2012-35"},
		{"It rained (1932).", "1932 DATE 1932 - 1932"},
		{"It rained in 1958–60.", "1958 DATE 1958 - 1958; 60 DATE 1960 - 1960"},
		{"It rained c. 1450 and ca. 1200 BC.", "c. 1450 DATE 1450 APPROX 1450~; ca. 1200 BC DATE BC1200 APPROX -1199~"},
		{"They vote on the first Wednesday in February 1789 and on the last Monday of May 1950.", "the first Wednesday in February 1789 DATE 1789-02-04 - 1789-02-04; the last Monday of May 1950 DATE 1950-05-29 - 1950-05-29"},
		{"It rained on 29 February 1900 and June 31, 1930.", "29 February 1900 DATE 1900-02 - 1900-02; June 31, 1930 DATE 1930-06 - 1930-06"},
		{"It rained possibly in 1942.", "1942 DATE 1942 - 1942?"},
		{"It rained on Christmas Day 1914.", "Christmas Day 1914 DATE 1914-12-25 - 1914-12-25"},
		{"It rained on Easter Monday 1916.", "Easter Monday 1916 DATE 1916-04-24 - 1916-04-24"},
		{"It rained on New Year's Eve 1999.", "New Year's Eve 1999 DATE 1999-12-31 - 1999-12-31"},
		{"It rained on Bastille Day 1916.", "Bastille Day 1916 DATE 1916-07-14 - 1916-07-14"},
		{"It rained on the night of 20 June 1791.", "the night of 20 June 1791 TIME 1791-06-20TNI - 1791-06-20"},
		{"It rained at 11 a.m. on 11 November 1918.", "11 a.m. TIME 1918-11-11T11:00 - 1918-11-11; 11 November 1918 DATE 1918-11-11 - 1918-11-11"},
		{"It rained on 8 May 1954, 5:30 PM.", "8 May 1954, 5:30 PM TIME 1954-05-08T17:30 - 1954-05-08"},
		{"It rained for three months.", "three months DURATION P3M - -"},
		{"It rained for a few weeks.", "a few weeks DURATION PXW - -"},
		{"It rained for more than 20 years.", "more than 20 years DURATION P20Y MORE_THAN -"},
		{"It rained for nearly an hour.", "nearly an hour DURATION PT1H LESS_THAN -"},
		{"It rained for two and a half years.", "two and a half years DURATION P2.5Y - -"},
		{"It rained after two months of fierce battles.", "two months of fierce battles DURATION P2M - -"},
		{"It was a ten-day visit.", "ten-day DURATION P10D - -"},
		{"They stayed for ten or fifteen years.", "ten DURATION P10Y - -; fifteen years DURATION P15Y - -"},
		{"He was 18 years old.", "18 years old DURATION P18Y - -"},
		{"It rained for the past two centuries.", "the past two centuries DURATION P2CE - -"},
		{"It rained every year and each day, annually, 10,000 per month.", "every year SET XXXX - -; each day SET XXXX-XX-XX - -; annually SET XXXX - -; per month SET P1M - -"},
		{"It rains now in the former capital.", "now DATE PRESENT_REF - -; former DATE PAST_REF - -"},
		{"In the fiscal year 1999 it rained.", "the fiscal year 1999 DATE 1999 - 1999"},
		{"In June 1952 aircraft were based there.", "June 1952 DATE 1952-06 - 1952-06"},
		// What is no date.
		{"He led 1500 soldiers and 1,941 horses over 1200 km.", ""},
		{"Cars had serial numbers (2044) and part 1763-4/7.", "1763 DATE 1763 - 1763"},
		{"Resolution 1483 cost $1950.", ""},
		{"May I march on? August von Stade may march.", ""},
		{"June Smith and April Jones met at the 7th Army.", ""},
		{"They won the day. The fall of Rome was near.", ""},
		{"Floors above the 26th, 33rd, and 35th floors fell.", ""},
	} {
		res, err := new(temporal.Tagger).Text(context.Background(), c.text)
		if err != nil {
			t.Fatal(err)
		}
		checkResult(t, c.text, res)
		dash := func(s string) string {
			if s == "" {
				return "-"
			}
			return s
		}
		var got []string
		for _, d := range res.Dates {
			got = append(got, fmt.Sprintf("%s %s %s %s %s", d.Text, d.Type, dash(d.Value), dash(d.Mod), dash(d.EDTF.String())))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
