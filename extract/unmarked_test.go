package extract_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/extract"
)

// A flattened article leaves its plain notes in the prose, glued to the sentence they stand behind.
func TestUnmarkedNotes(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"The army grew to 9,000 men.Institute of Arms, The Balance 2013, 493. In 2002 one ship was lost.", []string{"2002 one ship was lost"}},
		{"The fleet had six ships in 1991.IISS Balance 1990 or 1992 The minister resigned in 1993.", []string{"1991 The fleet had six ships", "1993 The minister resigned"}},
		{"In 1994 the port was closed.[http://example.net Example.net: The port] retrieved August 21, 2011 (de) The army left in 1995.", []string{"1994 the port was closed", "1995 The army left"}},
		{"In 1994 the port was closed.[http://example.net example.net: The port] retrieved August 22, 2011 (de)", []string{"1994 the port was closed"}},
		{"A hamlet was founded in 1712.Jane Roe, Hamlets of the Coast, 1870–1920 (Lawrence: University Press, 1999), pp. 12–15, 20.", []string{"1712 A hamlet was founded"}},
		// A blank that is missing makes no note of prose.
		{"The war ended in 1805.Berger was made a duke in 1807. The king died in 1809.", []string{"1805 The war ended", "1807 Berger was made a duke", "1809 The king died"}},
		{"The war ended in 1805.The Treaty of Ulm of 1807 followed. The king died in 1809.", []string{"1805 The war ended", "1807 The Treaty of Ulm followed", "1809 The king died"}},
	} {
		doc, err := extract.Flattened(context.Background(), sinosoviet.NewSource("Example", sinosoviet.FormatFlattened, "Example\nThe example is a port.\nHistory\n"+tt.text+"\nReferences\n{{reflist}}\n"))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range doc.Events {
			got = append(got, e.EDTF.String()+" "+e.Headline)
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s\n(-want +got)\n%s", tt.text, d)
		}
	}
}
