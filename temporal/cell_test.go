package temporal_test

import (
	"context"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// TestCells reads bare numbers of tables as years, but not in columns of amounts. Rows stand apart by "/", cells by "|".
func TestCells(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"a column of amounts", "Crop|Output / Cane|1794 / Maize|883 / Rice|722 / Beans|1,260", ""},
		{"a column of years", "Town|Founded / Oldport|1794 / Redmoor|1722 / Newport|1801", "1794 1722 1801"},
		{"years lead the rows", "Year|Souls / 1801|883 / 1811|1,722 / 1821|1801", "1801 1811 1821"},
		{"years head the columns", "Town|1801|1811 / Oldport|883|722 / Redmoor|12.5|60", "1801 1811"},
		{"heads further down", "Census|Souls|Share / Town|1801|1811 / Oldport|883|722 / Redmoor|12|60", "1801 1811"},
		{"facts of all kinds", "Name|Oldport / Founded|1794 / Mayor|Smith / Souls|722", "1794"},
		{"too few to tell", "Crop|Output / Cane|1794 / Maize|883", "1794"},
		{"rows of other lengths do not tell", "Crop|Output / Cane|1794 / a|b|c / Maize|12 / Rice|17", ""},
		{"what is more than a number", "Crop|Output / Cane|in 1794 / Maize|883 / Rice|722", "1794"},
	} {
		a := &sinosoviet.Article{}
		var b strings.Builder
		for i, row := range strings.Split(c.table, " / ") {
			for k, cell := range strings.Split(row, "|") {
				switch {
				case k > 0:
					b.WriteByte('\t')
				case i > 0:
					b.WriteByte('\n')
				}
				at := b.Len()
				b.WriteString(cell)
				a.Blocks = append(a.Blocks, sinosoviet.Block{Kind: sinosoviet.BlockCell, TextSpan: sinosoviet.Span{Start: at, End: b.Len()}})
			}
		}
		a.Text = sinosoviet.PlainText(b.String())
		res, err := new(temporal.Tagger).Article(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range res.Dates {
			got = append(got, d.Text)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}
