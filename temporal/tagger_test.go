package temporal_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/sinosoviet/sinosoviet/temporal"
)

// phraseCases are phrases of history prose: the dates' view (text=value) and the phrases' view (relation EDTF).
var phraseCases = []struct{ text, dates, phrases string }{
	{"On 31 May 1924, the two states signed a treaty.", "31 May 1924=1924-05-31", "on 1924-05-31"},
	{"In late August 1945 the army left.", "late August 1945=1945-08", "in 1945-08-21/1945-08-31"},
	{"In the late 1950s – early 1960s, relations became strained.", "the late 1950s=195; early 1960s=196", "in 1957/1963"},
	{"In April–June 1952 a group was based there.", "April=1952-04; June 1952=1952-06", "in 1952-04/1952-06"},
	{"By 1927, the alliance had broken.", "1927=1927", "by ../1927"},
	{"It was founded in the early 1980s.", "the early 1980s=198", "in 1980/1983"},
	{"The September 1989 withdrawal ended it.", "September 1989=1989-09", "in 1989-09 attribute"},
	{"Brezhnev (in 1982), Yuri Andropov (1984) and others died.", "1982=1982; 1984=1984", "in 1982 parenthetical; in 1984 parenthetical"},
	{"The republic of 1912–1949 fell.", "1912=1912; 1949=1949", "in 1912/1949"},
	{"The state was not recognized until 1979.", "1979=1979", "in 1979"},
	{"It stood until 1949, and prior to 1912 it was weak.", "1949=1949; 1912=1912", "until ../1949; before ../1912"},
	{"Since 1978 trade has grown; after May 1980 it fell.", "1978=1978; May 1980=1980-05", "since 1978/..; after 1980-05/.."},
	{"Between 1937 and 1941 arms came.", "1937=1937; 1941=1941", "between 1937/1941"},
	{"It was less industrialised than Russia in 1914.", "1914=1914", "in 1914 compared"},
	{"See Foreign Relations of the United States, 1947.", "1947=1947", "in 1947 title"},
	{"On 7 November [O.S. 25 October] 1917 it fell.", "7 November=1917-11-07; 25 October=1917-10-25; 1917=1917", "on 1917-11-07"},
	{"On 10/21 November 1918 they met.", "10=1918-11-10; 21 November 1918=1918-11-21", "on 1918-11-21"},
	{"The year was good, and winter sports began in winter 1924.", "The year=XXXX; winter=XXXX-WI; winter 1924=1924-WI", "in 1924-24"},
	{"On 9 July 1778 the text was ready. On that date they signed, and at that time it rained.", "9 July 1778=1778-07-09; that date=1778-07-09; that time=1778-07-09", "on 1778-07-09; on 1778-07-09"},
	{"On that same October 13, 1788, they chose a port.", "that same October 13, 1788=1788-10-13", "on 1788-10-13"},
	{"They crossed on the night of January 25–26, 1776.", "the night of January 25=1776-01-25TNI; 26, 1776=1776-01-26", "on 1776-01-25/1776-01-26"},
	{"It cost more between 1763-4 than before.", "1763=1763; 4=1764", "between 1763/1764"},
	{"The abbey stood from 861 until 1539.", "861=0861; 1539=1539", "during 0861/1539"},
	{"It grew in the 11th–12th century.", "the 11th=10; 12th century=11", "in 10XX/11XX"},
	{"They lived there from 6000 to 2000 BC.", "6000=BC6000; 2000 BC=BC2000", "during -5999/-1999"},
	{"It dates to c. 1200–1100 BC.", "c. 1200=BC1200; 1100 BC=BC1100", "in -1199~/-1099"},
	{"It came in the mid-to-late 1970s.", "the mid=197; late 1970s=197", "in 1974/1979"},
	{"By the time the duke reached the port in early May 1575, it was lost.", "the time the duke reached the port in early May 1575=1575-05", "in 1575-05-01/1575-05-10"},
	{"They took more than 8,000 prisoners in October 1781.", "October 1781=1781-10", "in 1781-10"},
	{"On 7 June 1776 they met. The 200th anniversary stamp was blue.", "7 June 1776=1776-06-07; The 200th anniversary=1776-06-07", "on 1776-06-07"},
	{"In 1783 they left. The winters of the war and the winter of the siege were hard.", "1783=1783; The winters=1784-WI; the winter=1784-WI", "in 1783"},
	{"From the mid-1980s through at least 1992 it rained.", "the mid-1980s=198; 1992=1992", "during 1984/1992"},
	{"It stood from the late 18th through the mid-19th century.", "the late 18th=17; the mid-19th century=18", "during 1767/1866"},
	{"In 1932 he wrote Night of January 16th. He died in March.", "1932=1932; Night of January 16th=1932-01-16TNI; March=1932-03", "in 1932; on 1932-01-16 title; in 1932-03"},
	{"They left on 24 May 1968.Poole 2008 They came home on 25 May.", "24 May 1968=1968-05-24; 2008=2008; 25 May=1968-05-25", "on 1968-05-24; in 2008 title; on 1968-05-25"},
	{"In 1805 the war ended.Weber left the town in 1806. In May he came.", "1805=1805; 1806=1806; May=1806-05", "in 1805; in 1806; in 1806-05"},
	{"In 1984 at least 1992 men died.", "1984=1984", "in 1984"},
	{"It lasted from 3 to 5 May 1921.", "3=1921-05-03; 5 May 1921=1921-05-05", "during 1921-05-03/1921-05-05"},
}

// TestPhrases reads each text in both views.
func TestPhrases(t *testing.T) {
	for _, c := range phraseCases {
		res, err := new(temporal.Tagger).Text(context.Background(), c.text)
		if err != nil {
			t.Fatal(err)
		}
		dates, phrases := "", ""
		for i, d := range res.Dates {
			if i > 0 {
				dates += "; "
			}
			dates += d.Text + "=" + d.Value
		}
		for i, p := range res.Phrases {
			if i > 0 {
				phrases += "; "
			}
			phrases += string(p.Relation) + " " + p.EDTF.String()
			if p.Compared {
				phrases += " compared"
			}
			if p.Title {
				phrases += " title"
			}
			if p.Attribute {
				phrases += " attribute"
			}
			if p.Parenthetical {
				phrases += " parenthetical"
			}
		}
		if dates != c.dates || phrases != c.phrases {
			t.Errorf("%q\n got %s | %s\nwant %s | %s", c.text, dates, phrases, c.dates, c.phrases)
		}
	}
}

// dump prints both views of a result, for comparison.
func dump(res temporal.Result, text string) []string {
	var out []string
	for _, d := range res.Dates {
		out = append(out, fmt.Sprint(d.Text, d.TextSpan, d.Span, d.Type, d.Value, d.Mod, d.EDTF, d.Basis, d.Rule))
	}
	for _, p := range res.Phrases {
		out = append(out, fmt.Sprint(text[p.TextSpan.Start:p.TextSpan.End], p.Relation, p.When, p.EDTF, p.Basis, p.First, p.End))
	}
	return out
}
