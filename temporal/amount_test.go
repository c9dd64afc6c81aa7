package temporal_test

import (
	"testing"

	"github.com/sinosoviet/sinosoviet/temporal"
)

// TestNumbersThatAreNoYears reads amounts, labels, pages and designations for what they are.
func TestNumbersThatAreNoYears(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The population grew from 861 to 1539 people.", ""},
		{"The number of members grew from 861 to 1539.", ""},
		{"Its membership rose from 1500 to 1800 in 1920.", "1920=1920"},
		{"Sunshine totals range from 1900 up to just under 2600 hours.", "just under 2600 hours=-"},
		{"They range between 1900 up to 2600 hours.", "up to 2600 hours=-"},
		{"It ran from 1900 up to about 1950.", "1900=1900; about 1950=1950~"},
		{"The empire grew from 1500 to 1800.", "1500=1500; 1800=1800"},
		{"About 1500 dislodged and carved paintings were found.", ""},
		{"About 1500 the town was walled.", "About 1500=1500~"},
		{"Around 1865 John Smith wrote it.", "Around 1865=1865~"},
		{"It stood circa 1800 near the gate.", "circa 1800=1800~"},
		{"Serial number 2044 was built in 1917.", "1917=1917"},
		{"It bore no. 1776 and engine 2044.", ""},
		{"Serial numbers (2044) were painted on.", ""},
		{"Flight 1549 left gate 12; room 1917 was on Route 1950.", ""},
		{"It had a population 1,990 in 2001.", "2001=2001"},
		{"Smith 1998, p. 1945 says so.", "1998=1998"},
		{"Smith 1998, pp. 1945–1950 says so.", "1998=1998"},
		{"Smith 1998, pp. 1170 & 1945 says so.", "1998=1998"},
		{"The camp lay at 1800 metres, and at 1950 he lay down.", ""},
		{"He ran at 1936 Olympics.", "1936=1936"},
		{"A force of 1500 attacked a total of 1800.", ""},
		{"The crew of 1910 sailed before the treaty of 1783.", "1910=1910; 1783=1783"},
		{"Between 1500 and 2000 people, or from 1500 to 2000 soldiers, as many as 1800, came.", ""},
		{"At pressure 1500 psi on an 1800-acre farm a 1500-man army built a 1945-built ship.", "1945=1945"},
		{"They killed 1500 and captured 1800.", ""},
		{"He marched with 1600 and had 1900 in reserve.", ""},
		{"The band shows peaks at 1450 and 1375.", ""},
		{"It cost 1850 and was published 1851.", "1851=1851"},
		{"The film Total Recall 2070 came after.", ""},
		{"The plan runs from 2005 to 2060.", "2005=2005; 2060=2060"},
	} {
		if got := edtfs(t, new(temporal.Tagger), c.text); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestEarlyYears reads years of fewer than four digits where a text or a range tells that they are years.
func TestEarlyYears(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It fell in the 9th century. In 987 the king died, and until 1024 his heirs ruled. In 800 villages it rained.",
			"the 9th century=08XX; 987=0987; 1024=1024"},
		{"The emperors (919–1024) ruled, and King Egbert (r. 802–839) too.", "919=0919; 1024=1024; 802=0802; 839=0839"},
		{"In 987 the king died.", ""},
		{"Journal of Things 12 (123–145) and pages (123–145) are cited.", ""},
		{"From 200 BC to 100 they ruled. From 200 BC to AD 100 they ruled.", "200 BC=-0199; 100=0100; 200 BC=-0199; AD 100=0100"},
		{"Between 50 BC and 70 it grew by from 20 to 30 houses.", "50 BC=-0049; 70=0070"},
		{"In 1600 B.C.E. and in 44 B.C. it was there, as in 300 bc.", "1600 B.C.E.=-1599; 44 B.C.=-0043; 300 bc=-0299"},
		{"It began c. 10,000 BC and lasted from 7,500 to 6,000 BC among 12,000 people.", "c. 10,000 BC=-9999~; 7,500=-7499; 6,000 BC=-5999"},
		{"The scholar (c. 980 – June 1037) died in 1037 AD. He was born in 980.", "c. 980=0980~; June 1037=1037-06; 1037 AD=1037; 980=0980"},
		{"He was crowned on Christmas Day 800 in Rome; he died on 28 January 814. On 3 May 120 men and on 4 May 300 came.", "Christmas Day 800=0800-12-25; 28 January 814=0814-01-28; 3 May=0814-05-03; 4 May=0814-05-04"},
		{"In the year of our Lord 1066 he came, aged 45, and 46 a year later he left.", "the year of our Lord 1066=1066; 45=-; a year later=1067"},
		{"In 331 BC it fell, in 323 BC and 300 BC too. In the 5th century AD it rose, from 548 and onward. One in 250 cases fell.", "331 BC=-0330; 323 BC=-0322; 300 BC=-0299; the 5th century AD=04XX; 548=0548"},
		{"July 1969 A.D. We came in peace.", "July 1969 A.D.=1969-07"},
	} {
		if got := edtfs(t, new(temporal.Tagger), c.text); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestWinters reads a winter by both its years as one expression, dated by the first.
func TestWinters(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"In the winter of 1777–78 they starved.", "the winter of 1777–78=1777-24"},
		{"In the winter of 1813–1814 they fought.", "the winter of 1813–1814=1813-24"},
		{"In the winter of 1899/1900 and winter 1999–00 they rested.", "the winter of 1899/1900=1899-24; winter 1999–00=1999-24"},
		{"In the winter of 480/479 BC they rested.", "the winter of 480/479 BC=-0479-24"},
		{"The winters of 1777–80 were cold.", "The winters of 1777=1777-24; 80=1780"},
	} {
		if got := edtfs(t, new(temporal.Tagger), c.text); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestReferences reads the years of references in the author–date style, with pages behind a colon.
func TestReferences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"So says Knuth 1973:2–4 and Ehret (1995: 70).", "1973=1973; 1995=1995"},
		{"In May 1871 they met.Heller 2009, pp. 3–5 In June they parted.Burns (2010), p. 7 In July it rained.", "May 1871=1871-05; 2009=2009; June=1871-06; 2010=2010; July=1871-07"},
		{"Between 1861 and 1865 soldiers fought.", "1861=1861; 1865=1865"},
		{"It is a ratio of 1500:1.", ""},
		{"Lifeboat Lester (ON 1287) and Hyacinthus (170–245 CE) sailed.", "170=0170; 245 CE=0245"},
		{"In a 2011 news story they said so.", "2011=2011"},
		{"In the late first century CE, after 300 BC, and in 212 BC it fell.", "the late first century CE=0067/0099; 300 BC=-0299; 212 BC=-0211"},
		{"The 1908, 1948 and 2012 Summer Olympics were held there.", "1908=1908; 1948=1948; 2012=2012; Summer=2012-22"},
		{"The 1917 October Revolution came.", "1917=1917; October=1917-10"},
	} {
		if got := edtfs(t, new(temporal.Tagger), c.text); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
