package temporal_test

import (
	"context"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/temporal"
)

// proseText is history prose of about a kilobyte with the density of dates that war articles have.
const proseText = `On 14 March 1871 the assembly met at the old castle, and two days later it elected a council of twelve. By late April the council had
called up the reserves; in May and June the army marched north, where the rivers are wide and the roads poor. The garrison, which had held out for
three weeks, gave up on the morning of 2 July. The following year the new government signed a treaty with its neighbours, and between 1873 and 1876 it
built a railway to the coast. Nobody doubted that the engineers knew their trade, although the bridges were said to be too light for the traffic that the
ministers hoped for. In the early 1880s trade grew by about 12 percent a year.

During the winter of 1884–85 the harbour froze. The council, now led by a younger man, sent ships south; they came back in the spring with grain. The day
after the harbour was opened a fire destroyed the customs house. It was rebuilt within six months, larger than before, and stands to this day.

`

func benchmark(b *testing.B, text string) {
	tagger := new(temporal.Tagger)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tagger.Text(context.Background(), text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTextSmall(b *testing.B)   { benchmark(b, proseText) }
func BenchmarkTextTypical(b *testing.B) { benchmark(b, strings.Repeat(proseText, 30)) }
func BenchmarkTextHuge(b *testing.B)    { benchmark(b, strings.Repeat(proseText, 1000)) }

// BenchmarkWikiWars reads the development articles, dense with dates.
func BenchmarkWikiWars(b *testing.B) {
	var text strings.Builder
	for _, d := range readAnnotated(b) {
		text.WriteString(d.Text)
		text.WriteString("\n\n")
	}
	benchmark(b, text.String())
}

func BenchmarkHostile(b *testing.B) {
	for name, piece := range hostile {
		b.Run(name, func(b *testing.B) { benchmark(b, strings.Repeat(piece, 100_000/len(piece))) })
	}
}
