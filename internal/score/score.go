// Package score is a test helper: tests that measure quality report their figures through it, and
// .ci/scores prints them and holds them against the committed floors.
package score

import (
	"os"
	"path/filepath"
	"testing"
)

// Report logs a figure in the form that .ci/scores reads. name is a path such as "temporal/wikiwars/strict-f1".
func Report(t testing.TB, name string, value float64) {
	t.Helper()
	t.Logf("score: %s %.4f", name, value)
}

// Root is the folder of the module: the nearest one above the test with a go.mod. A test is skipped, with a word, where there is none.
func Root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Skip("no module root above the test")
		}
		dir = parent
	}
}

// Shared is the path of a file or folder of the development sets, which stand beside the module's
// root in a folder "shared". A test is skipped, with a word, where they are not there.
func Shared(t testing.TB, elem ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{filepath.Dir(Root(t)), "shared"}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the development set %s is not here", filepath.Join(elem...))
	}
	return path
}
