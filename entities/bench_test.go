package entities_test

import (
	"context"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/entities/prosev2"
)

// replay is a recogniser that gives back tokens it was given, so that a benchmark measures our layers alone.
type replay struct{ tokens map[string][]entities.Token }

func (r replay) Recognise(_ context.Context, s string) ([]entities.Token, error) {
	return r.tokens[s], nil
}

// record asks another recogniser and remembers.
type record struct {
	of     entities.Recogniser
	tokens map[string][]entities.Token
}

func (r record) Recognise(ctx context.Context, s string) ([]entities.Token, error) {
	t, err := r.of.Recognise(ctx, s)
	r.tokens[s] = t
	return t, err
}

func benchmark(b *testing.B, c entities.Config) {
	text := strings.Repeat(prose+"\n\n", 50)
	tagger := newTagger(b, c)
	a := &sinosoviet.Article{Text: sinosoviet.PlainText(text)}
	an, err := tagger.Analyse(context.Background(), a)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tagger.Analyse(context.Background(), a); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(an.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkProseV3(b *testing.B) { benchmark(b, entities.Config{}) }

func BenchmarkProseV2(b *testing.B) { benchmark(b, entities.Config{Recogniser: prosev2.New()}) }

func BenchmarkNoModel(b *testing.B) { benchmark(b, entities.Config{NoModel: true}) }

// BenchmarkLayers is everything but the recogniser.
func BenchmarkLayers(b *testing.B) {
	tokens := map[string][]entities.Token{}
	tagger := newTagger(b, entities.Config{Recogniser: record{prosev2.New(), tokens}})
	if _, err := tagger.Text(context.Background(), strings.Repeat(prose+"\n\n", 50)); err != nil {
		b.Fatal(err)
	}
	benchmark(b, entities.Config{Recogniser: replay{tokens}})
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		newTagger(b, entities.Config{})
	}
}
