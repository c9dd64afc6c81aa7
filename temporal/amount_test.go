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
