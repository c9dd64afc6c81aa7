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
	{"The September 1989 withdrawal ended it.", "September 1989=1989-09", "in 1989-09"},
	{"Brezhnev (in 1982), Yuri Andropov (1984) and others died.", "1982=1982; 1984=1984", "in 1982; in 1984"},
	{"The republic of 1912–1949 fell.", "1912=1912; 1949=1949", "in 1912/1949"},
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
