package parse_test

import (
	"math/rand/v2"
	"testing"

	"github.com/sinosoviet/sinosoviet/parse"
)

// TestWordsEnd compares the eight bytes of a step with one byte after the other.
func TestWordsEnd(t *testing.T) {
	slow := func(s string, i int) int {
		space := func(i int) bool {
			return i == len(s) || s[i] == ' ' || s[i] == '\n' || s[i] == '\t' || s[i] == '\r' || s[i] == '\f'
		}
		for ; i < len(s); i++ {
			if s[i] == 0 || s[i] != ' ' && space(i) || s[i] == ' ' && space(i+1) {
				break
			}
		}
		return i
	}
	const bytes = "abcdefghijklmnopqrstuvwxyz ABC ,.\x01\x7f\x80\xc3\xff!\x1f@`\x00\n\t\r\f"
	r := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		b := make([]byte, r.IntN(40))
		kinds := len(bytes) - r.IntN(8) // most without white space but blanks
		for i := range b {
			b[i] = bytes[r.IntN(kinds)]
		}
		s := string(b)
		from := r.IntN(len(s) + 1)
		if got, want := parse.WordsEnd(s, int32(from)), slow(s, from); int(got) != want {
			t.Fatalf("%q from %d: %d, want %d", s, from, got, want)
		}
	}
}
