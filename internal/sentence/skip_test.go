package sentence

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestSkipPlain compares the eight bytes of a step with one byte after the other.
func TestSkipPlain(t *testing.T) {
	slow := func(s string, i int) int {
		for ; i < len(s); i++ {
			if s[i] >= 0x80 || strings.IndexByte(".?!\n()[]", s[i]) >= 0 {
				break
			}
		}
		return i
	}
	const bytes = "abcdefghijklmnopqrstuvwxyz      ABCXYZ,;:0123456789'\"`{|}~@^_\\\x00\x01\t\r\x7f.?!\n()[]\x80\xa0\xc3\xe2\xff"
	r := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		b := make([]byte, r.IntN(40))
		kinds := len(bytes) - r.IntN(30)
		for i := range b {
			b[i] = bytes[r.IntN(kinds)]
		}
		s := string(b)
		from := r.IntN(len(s) + 1)
		if got, want := skipPlain(s, from), slow(s, from); got != want {
			t.Fatalf("%q from %d: %d, want %d", s, from, got, want)
		}
	}
}
