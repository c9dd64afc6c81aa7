package wordbook_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/internal/wordbook"
)

// TestNumbers enters words of all lengths, among them such that begin alike or have zeros at the end, twice.
func TestNumbers(t *testing.T) {
	words := []string{"", "\x00", "\x00\x00", "a", "a\x00", "Mao", "Moscow", "treaty", "treaties", "Zedong", "1234567", "12345678", "123456789", strings.Repeat("x", 5000), "\xff\xff\xff\xff\xff\xff\xff", "\xff\xff\xff\xff\xff\xff\xff\xff"}
	for i := range 20_000 {
		words = append(words, strconv.Itoa(i*i*31)+"#")
	}
	var b wordbook.Book
	for round := range 3 {
		if round == 2 {
			b.Reset()
		}
		numbers := map[string]int32{}
		for _, w := range words {
			numbers[w] = b.Number(w)
		}
		seen := map[int32]bool{}
		for w, n := range numbers {
			if b.Word(n) != w || seen[n] {
				t.Fatalf("round %d: %q has the number %d, of which the word is %q", round, w, n, b.Word(n))
			}
			seen[n] = true
		}
		if b.Len() != len(numbers) {
			t.Fatalf("round %d: %d words, want %d", round, b.Len(), len(numbers))
		}
	}
}

func BenchmarkNumber(b *testing.B) {
	var book wordbook.Book
	words := strings.Fields(strings.Repeat("In 1950 , Mao Zedong visited Moscow and signed the Sino-Soviet treaty with Stalin , whom he had never met before . ", 20))
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			book.Number(w)
		}
	}
	b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
}
