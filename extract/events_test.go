package extract_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/extract"
)

// TestEventFixtures reads testdata/events.txt: paragraphs, each followed by lines "= edtf relation headline [actors]" of the events it
// tells, in order. A paragraph without such lines tells none.
func TestEventFixtures(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("testdata", "events.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for fixture := range strings.SplitSeq(string(b), "\n\n") {
		var text, want []string
		for line := range strings.Lines(fixture) {
			line = strings.TrimSpace(line)
			switch {
			case strings.HasPrefix(line, "#"), line == "":
			case strings.HasPrefix(line, "= "):
				want = append(want, line[2:])
			default:
				text = append(text, line)
			}
		}
		if len(text) == 0 {
			continue
		}
		t.Run(strings.Join(strings.Fields(text[0])[:3], " "), func(t *testing.T) {
			doc, err := extract.Text(context.Background(), sinosoviet.NewSource("fixture", sinosoviet.FormatText, strings.Join(text, " ")))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, e := range doc.Events {
				line := fmt.Sprintf("%s %s %s", e.EDTF, e.Relation, e.Headline)
				if len(e.Actors) > 0 {
					line += " [" + strings.Join(e.Actors, "|") + "]"
				}
				got = append(got, line)
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%s\n(-want +got)\n%s", strings.Join(text, " "), d)
			}
		})
	}
}
