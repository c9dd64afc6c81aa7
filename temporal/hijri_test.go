package temporal_test

import (
	"context"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// TestHijriYears reads years of the Hijra, with the years of our era they touch. What begins and ends when is known from tables: 1 AH began on
// 16 July 622, 61 AH on 1 October 680, 656 AH lasted from 8 January to 28 December 1258, 990 AH began on 26 January 1582 and ended in January 1583,
// 1258 AH began on 12 February 1842, 1444 AH on 30 July 2022, 300 AH ended on 6 August 913.
func TestHijriYears(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It began in 1 AH.", "1 AH=0622~/0623~ resolved"},
		{"He fell in AH 61.", "AH 61=0680~/0681~ resolved"},
		{"It fell in 656 A.H. to them.", "656 A.H.=1258~ resolved"},
		{"It was built in 990 AH.", "990 AH=1582~/1583~ resolved"},
		{"It was built in A.H. 1258.", "A.H. 1258=1842~/1843~ resolved"},
		{"It was built in the year 1444 AH.", "the year 1444 AH=2022~/2023~ resolved"},
		{"It was built c. 40 AH.", "c. 40 AH=0660~/0661~ resolved"},
		{"It was built in the 3rd century AH.", "the 3rd century AH=0816~/0913~ resolved"},
		{"He ruled from 10 to 11 AH.", "10=0631~/0632~ resolved; 11 AH=0632~/0633~ resolved"},
		{"It fell in 656 AH (1258).", "656 AH=1258 explicit; 1258=1258 explicit"},
		{"It fell in 1258/656 AH.", "1258=1258 explicit; 656 AH=1258~ resolved"},
		{"It began in 40 AH (660–661).", "40 AH=0660~/0661~ resolved; 660=0660 explicit; 661=0661 explicit"},
		{"In 656 AH, 1950 miles away, it rained.", "656 AH=1258~ resolved"},
		{"A battery of 50 Ah and 100 AUC.", ""},
		{"In 1790 AH nothing was.", ""},
		{"It happened in the third year of the reign of Darius.", "the third year of the reign of Darius=- none"},
		{"In the 15th year of the king's reign it rained.", "the 15th year of the king's reign=- none"},
	} {
		res, err := new(temporal.Tagger).Text(context.Background(), c.text)
		if err != nil {
			t.Fatal(err)
		}
		checkResult(t, c.text, res)
		var got []string
		for _, d := range res.Dates {
			e := d.EDTF.String()
			if e == "" {
				e = "-"
			}
			got = append(got, d.Text+"="+e+" "+string(d.Basis))
			if d.Basis == sinosoviet.BasisResolved && d.Rule != "hijri-year" {
				t.Errorf("%q: rule %s", c.text, d.Rule)
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// TestHijriPhrases dates events by the year of our era where both are told.
func TestHijriPhrases(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"In 656 AH (1258) it fell.", "In 656 AH=1258 in"},
		{"In 1258/656 AH it fell.", "In 1258=1258 in"},
		{"Since 656 AH it was theirs.", "Since 656 AH=1258~/.. since"},
		{"They ruled from 132 to 656 AH.", "from 132 to 656 AH=0749~/1258~ during"},
		{"It began in 40 AH (660–661).", "660–661=0660/0661 in"},
	} {
		if got := phrases(t, c.text); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
