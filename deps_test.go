package sinosoviet_test

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/sinosoviet/sinosoviet"

// imports is the policy: what of this module, and of other modules, the non-test code of a
// package may import directly. A package that is not listed is a mistake, and so is an import that is not.
// A trailing "/..." stands for everything below.
var imports = map[string][]string{
	"":                         {"edtf"},
	"edtf":                     {},
	"parse":                    {"", "edtf", "internal/..."},
	"temporal":                 {"", "edtf", "internal/..."},
	"align":                    {"", "edtf", "internal/...", "golang.org/x/text/..."},
	"cite":                     {"", "edtf", "internal/...", "golang.org/x/text/..."},
	"timeline":                 {"", "edtf", "internal/..."},
	"entities":                 {"", "edtf", "internal/...", "golang.org/x/text/...", "github.com/jdkato/prose/v3/..."},
	"entities/prosev2":         {"", "entities", "internal/...", "github.com/jdkato/prose/v2/..."},
	"extract":                  {"", "edtf", "parse", "temporal", "entities", "cite", "align", "internal/..."},
	"internal/sentence":        {},
	"internal/golden":          {"github.com/google/go-cmp/..."},
	"internal/score":           {},
	"internal/gazetteer":       {},
	"internal/nametag":         {"internal/..."},
	"internal/postag":          {},
	"internal/wordbook":        {},
	"internal/nertrain":        {"", "entities", "entities/prosev2"},
	"internal/cs1":             {"", "edtf", "internal/...", "golang.org/x/text/..."},
	"examples/internal/sample": {""},
}

// examples may use every public package and each other's internals.
var examples = []string{"", "edtf", "parse", "temporal", "entities", "entities/prosev2", "cite", "align", "extract", "timeline", "examples/internal/..."}

// without lists what a program that imports only the package must not link.
var without = map[string][]string{
	"parse":    {"github.com/jdkato/"},
	"timeline": {"github.com/jdkato/", "golang.org/x/text/"},
	"temporal": {"github.com/jdkato/", "golang.org/x/text/"},
	"align":    {"github.com/jdkato/"},
	"cite":     {"github.com/jdkato/"},
	"edtf":     {"github.com/", "golang.org/x/"},
}

func TestImports(t *testing.T) {
	list := golist(t, "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...")
	for line := range strings.Lines(list) {
		fields := strings.Fields(line)
		pkg := local(fields[0])
		allowed, ok := imports[pkg]
		if !ok && strings.HasPrefix(pkg, "examples/") {
			allowed, ok = examples, true
		}
		if !ok {
			t.Errorf("package %q is not in the policy of DESIGN.md", pkg)
			continue
		}
		for _, imp := range fields[1:] {
			if standard(imp) {
				continue
			}
			if !permitted(local(imp), allowed) {
				t.Errorf("%q imports %q, which the policy does not allow", pkg, imp)
			}
		}
	}
}

func TestLinkedModules(t *testing.T) {
	for pkg, banned := range without {
		if _, err := os.Stat(pkg); err != nil {
			continue
		}
		deps := golist(t, "-deps", "./"+pkg)
		for dep := range strings.Lines(deps) {
			dep = strings.TrimSpace(dep)
			for _, b := range banned {
				if strings.HasPrefix(dep, b) && dep != module && !strings.HasPrefix(dep, module+"/") {
					t.Errorf("a program that imports only %q links %q", pkg, dep)
				}
			}
		}
	}
}

func golist(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %v: %v\n%s", args, err, stderr.String())
	}
	return string(out)
}

func local(path string) string {
	return strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
}

func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

func permitted(path string, allowed []string) bool {
	return slices.ContainsFunc(allowed, func(a string) bool {
		if below, ok := strings.CutSuffix(a, "/..."); ok {
			return path == below || strings.HasPrefix(path, below+"/")
		}
		return path == a
	})
}
