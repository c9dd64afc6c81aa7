package timeline_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/sinosoviet/sinosoviet/timeline"
)

// TestPeers reads every export with the parsers of testdata/peers/package.json, installed in the folder that the
// environment variable PEERS names; testdata/peers/run does both.
func TestPeers(t *testing.T) {
	peers := os.Getenv("PEERS")
	if peers == "" {
		t.Skip("no PEERS: run testdata/peers/run to read the exports with other parsers")
	}
	for name, tl := range map[string]*timeline.Timeline{"fixtures": build(t), "generated": generated(2000), "hostile": hostile()} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for _, x := range exports {
				var b bytes.Buffer
				if err := x.write(&b, tl); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(dir, x.file), b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			cmd := exec.Command("node", filepath.Join("testdata", "peers", "check.mjs"), dir)
			cmd.Env = append(os.Environ(), "TZ=UTC")
			out, err := cmd.CombinedOutput()
			t.Logf("\n%s", out)
			if err != nil {
				t.Error(err)
			}
		})
	}
}
