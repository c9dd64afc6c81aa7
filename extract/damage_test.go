package extract_test

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/cite"
	"github.com/sinosoviet/sinosoviet/extract"
	"github.com/sinosoviet/sinosoviet/internal/score"
)

// marks are what damage puts in: pieces of markup, of dates and of broken encodings.
var marks = []string{"{{", "}}", "[[", "]]", "{|", "|}", "|-", "|", "=", "==", "'''", "''", "<ref>", "</ref>", "<ref name=a />", "<!--", "-->", "<nowiki>", "\n", "\n\n", "\n*", "\n;",
	":", "%", "%8", "&", "&#", "&#x0;", ";", "~~~", "#", "\f", "\v", "\x00", "\x80", "\xff", "é", "́", "\u00a0", "\u200b", "(", ")", "[1]", "[", "]", " 1945", " BC", " – ", ", ", ". ", "\"", "’s",
	"{{sfn|", "{{cite book|", "{{rp|", "{{convert|", "{{lang|", "File:", "https://x.y/", "on 30 February ", "the day after ", " May ", " c. "}

// damaged is a piece of a text with some bytes dropped, doubled, moved and replaced.
func damaged(r *rand.Rand, text string) string {
	n := min(len(text), 200+r.IntN(3000))
	at := r.IntN(len(text) - n + 1)
	b := []byte(text[at : at+n])
	for range 1 + r.IntN(30) {
		i := r.IntN(len(b) + 1)
		j := min(len(b), i+r.IntN(12))
		switch r.IntN(4) {
		case 0:
			b = append(b[:i:i], b[j:]...)
		case 1:
			b = append(b[:j:j], b[i:]...)
		case 2:
			b = append(append(b[:i:i], marks[r.IntN(len(marks))]...), b[i:]...)
		case 3:
			b = append(append(b[:i:i], marks[r.IntN(len(marks))]...), b[j:]...)
		}
	}
	return string(b)
}

// A text torn, doubled and spoilt in many ways is read by each reader without a panic, and what holds of events still holds.
func TestDamagedSample(t *testing.T) { readDamaged(t, 300, []string{sampleSource(t).Text()}) }

func TestDamagedArticles(t *testing.T) {
	files, err := filepath.Glob(score.Shared(t, "corpus", "articles") + "/*")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	readDamaged(t, 400, texts)
}

func readDamaged(t *testing.T, rounds int, texts []string) {
	if testing.Short() {
		rounds /= 10
	}
	readers := map[string]func(context.Context, *sinosoviet.Source) (*extract.Document, error){
		"wikitext": extract.Wikitext, "flattened": extract.Flattened, "text": extract.Text, "auto": extract.Auto,
		"excerpt": func(ctx context.Context, src *sinosoviet.Source) (*extract.Document, error) {
			return extract.Excerpt(ctx, src, nil)
		},
	}
	for seed := range rounds {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		text := damaged(r, texts[seed%len(texts)])
		for format, read := range readers {
			readOne(t, format, text, read)
		}
		readOne(t, "excerpt beside its article", damaged(r, text), func(ctx context.Context, src *sinosoviet.Source) (*extract.Document, error) {
			article, err := extract.Wikitext(ctx, sinosoviet.NewSource("article", sinosoviet.FormatWikitext, text))
			if err != nil {
				return nil, err
			}
			return extract.Excerpt(ctx, src, article)
		})
		if t.Failed() {
			t.Fatalf("seed %d: %q", seed, text)
		}
	}
}

func readOne(t *testing.T, format, text string, read func(context.Context, *sinosoviet.Source) (*extract.Document, error)) {
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("%s: %v\n%s", format, p, debug.Stack())
		}
	}()
	doc, err := read(context.Background(), sinosoviet.NewSource("damaged", "", text))
	if err != nil {
		t.Errorf("%s: %v", format, err)
		return
	}
	checkEvents(t, doc)
	printed(t, doc)
	for i := range doc.Citations {
		cite.Check(&doc.Citations[i])
	}
}
