package temporal_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/temporal"
)

// TestCandidates reads what was weighed where the words leave a choice, and nothing where they do not.
func TestCandidates(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"On 14 March 1871 they met. On 20 March they parted.", ""},
		{"They met in October 1871. In September they parted, and in 1872 they met again.", "1872-09 "},
		{"They met in 1871, but in '29 nobody came.", "1929 "},
		{"It opened in June 1931. In 1955 a critic praised it. On Friday, 14 August it was closed.", "1931-08-14 1955-08-14 "},
		{"It opened in June 1931. On Sunday, 14 August it was closed.", "1932-08-14 1931-08-14 "},
		{"It opened in June 1931. On Monday, 14 August it was closed.", ""},
		{"The king died on 4 May 1950. On Sunday he was buried.", "1950-05-07 1950-04-30 "},
		{"The king died on 4 May 1950. On Thursday he was buried.", ""},
		{"The storm struck on 2 May 1891. Eight hours later the bridge fell.", "1891-05-02 1891-05-03 "},
		{"The storm struck on 2 May 1891. Twenty hours later the bridge fell.", "1891-05-03 1891-05-02 "},
		{"The storm struck on 2 May 1891. Thirty hours before the storm a warning was given.", "1891-05-01 1891-04-30 "},
		{"The storm struck on 2 May 1891. 48 hours later the bridge fell. An hour later it was gone.", ""},
		{"The storm struck on 2 May 1891 at 13:30. Eight hours later the bridge fell.", ""},
		{"The storm struck on 2 May 1891 at 23:41. About 20 minutes later the bridge fell.", "1891-05-03~ 1891-05-02~ "},
		{"On 3 June 1871 the treaty of Oldport was signed. On 9 May 1875 a second treaty of Oldport was signed. Two days after the treaty of Oldport it snowed.", "1871-06-05 1875-05-11 "},
	} {
		res, err := new(temporal.Tagger).Text(context.Background(), c.text)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, d := range res.Dates {
			for i, o := range d.Candidates {
				got += o.EDTF.String() + " "
				if i == 0 && o.EDTF != d.EDTF || o.Confidence <= 0 || o.Confidence > 1 {
					t.Errorf("%q: %s has candidate %s %v", c.text, d.EDTF, o.EDTF, o.Confidence)
				}
			}
		}
		if !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestCandidatesAreCalibrated checks that of the choices made with some confidence about that share is right.
func TestCandidatesAreCalibrated(t *testing.T) {
	var sum, right, n [2]float64
	for _, d := range readAnnotated(t) {
		res, err := new(temporal.Tagger).Text(context.Background(), d.Text)
		if err != nil {
			t.Fatal(err)
		}
		gold := map[int]string{}
		for _, g := range d.Timexes {
			gold[g.Start] = g.Value
		}
		for _, x := range res.Dates {
			v, ok := gold[x.TextSpan.Start]
			if len(x.Candidates) == 0 || !ok || v == "" || x.Rule == "event-offset" {
				continue
			}
			b := 0
			if x.Candidates[0].Confidence >= 0.75 {
				b = 1
			}
			n[b]++
			sum[b] += x.Candidates[0].Confidence
			if strings.HasPrefix(canonical(v), canonical(x.Value)[:4]) {
				right[b]++
			}
		}
	}
	for b := range n {
		told, found := sum[b]/n[b], right[b]/n[b]
		t.Logf("%v choices, told %.2f, right %.2f", n[b], told, found)
		if math.Abs(told-found) > 0.2 {
			t.Errorf("of %v choices %.2f are right, but they were told with confidence %.2f", n[b], found, told)
		}
	}
}
