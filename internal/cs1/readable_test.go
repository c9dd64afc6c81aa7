package cs1_test

import (
	"testing"

	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// TestWithoutComments takes comments out, and nothing else.
func TestWithoutComments(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"", ""},
		{"plain", "plain"},
		{" a <!-- b --> c ", " a  c "},
		{"<!--a-->b<!--c-->", "b"},
		{"a<!-- open", "a"},
		{"a<!-->b-->c", "ac"},
		{"a --> b", "a --> b"},
	} {
		if got := cs1.WithoutComments(c.s); got != c.want {
			t.Errorf("WithoutComments(%q) = %q, want %q", c.s, got, c.want)
		}
	}
}
