package extract_test

import (
	"context"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/extract"
)

// What a list of works says is no event; what a list of happenings says is.
func TestWorksTellNothing(t *testing.T) {
	const article = `The town fell in 1701.

== Studies ==
* Doe, Jane B. ''The Long Siege, 1775–1781''. Analysis of tactics.
* [[Ann Roe|Roe, Ann]]. "A Winter Campaign, 1779". Second edition.
* Poe, Carl. ''Guns and Bread''. New York: Norton, 1984; revised 2005. ISBN 0-19-516247-1.
* The standard survey of the years 1770 to 1780, much used in schools.

== Poems and films ==
* 1916 ''[[Early Verse]]'' {{smaller|(as editor)}}
* (1917) – ''Leda''
* ''Solaris'' (1972)

== Chronology ==
* In 1702 the garrison of ''Fort Doe'' surrendered.
* The bridge was rebuilt in 1703.
* 1704 ''Fort Doe'' was sold.
`
	doc, err := extract.Wikitext(context.Background(), sinosoviet.NewSource("works", sinosoviet.FormatWikitext, article))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range doc.Events {
		got = append(got, e.EDTF.String())
	}
	want := []string{"1701", "1702", "1703", "1704"}
	if len(got) != len(want) {
		t.Fatalf("events of %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("event %d of %s, want %s", i, got[i], want[i])
		}
	}
}
