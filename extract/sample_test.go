package extract_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/extract"
)

// sampleSource is the embedded sample article.
func sampleSource(t testing.TB) *sinosoviet.Source {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "examples", "internal", "sample", "sino-soviet-relations.article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return sinosoviet.NewSource("sample", sinosoviet.FormatFlattened, string(b))
}

// sampleDocument is the embedded sample article, read whole.
func sampleDocument(t testing.TB) *extract.Document {
	t.Helper()
	doc, err := extract.Flattened(context.Background(), sampleSource(t))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestScoreSampleEvents(t *testing.T) {
	doc := sampleDocument(t)
	compare(readGold(t, filepath.Join("testdata", "sample_events.tsv"), doc.Article), doc.Events).report(t, "events/sample")
}

// The days that a reader of the sample would look for.
func TestSampleDays(t *testing.T) {
	doc := sampleDocument(t)
	got := map[string]bool{}
	for _, e := range doc.Events {
		got[e.EDTF.String()] = true
	}
	for _, want := range []string{"1924-05-31", "1945-08-08", "1949-10-01", "1949-10-02", "1950-10-19", "1952-04/1952-06", "1989-05"} {
		if !got[want] {
			t.Errorf("no event of %s", want)
		}
	}
}
