package golden_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet/internal/golden"
)

func TestParse(t *testing.T) {
	const text = "About it.\n-- input --\na\n-- no name\n--  --\n-- out --\n\nb\n"
	want := golden.Archive{Comment: "About it.\n", Parts: []golden.Part{{"input", "a\n-- no name\n--  --\n"}, {"out", "\nb\n"}}}
	got := golden.Parse(text)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Parse (-want +got):\n%s", diff)
	}
	if got.String() != text {
		t.Errorf("String = %q, want %q", got.String(), text)
	}
	if _, ok := got.Part("none"); ok {
		t.Error("a part that is not there was found")
	}
}

func TestRun(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", map[string]func(string) string{"twice": func(in string) string { return in + in }})
}
