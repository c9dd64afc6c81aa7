package timeline_test

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/timeline"
)

// FuzzReadJSON reads anything; what can be read is written back and read again without loss, merges, and goes through every
// export without a panic.
func FuzzReadJSON(f *testing.F) {
	for _, name := range []string{"timeline.json", "timeline.jsonl"} {
		raw, err := os.ReadFile("testdata/golden/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(raw[:min(len(raw), 4000)]))
		for i, line := range strings.Split(string(raw), "\n") {
			if i%10 == 0 {
				f.Add(strings.TrimSuffix(line, ","))
			}
		}
	}
	f.Add(`{"events":[{"headline":"a","edtf":"Y-17E7","earliest":"","actors":["","a","a"]},{"headline":"","when":"[1667,1668..1670]","relation":"between"},{"headline":"x","edtf":"/1950","relation":"until"}]}`)
	f.Add(`{"events":[{"id":"e1","headline":"a b c","edtf":"9999","span":[0,5],"evidence":[{"span":[0,5],"text":"a b c d"}]},{"id":"e1","headline":"a b c","edtf":"0000","earliest":"9999-01-01"}]}`)
	f.Fuzz(func(t *testing.T, s string) {
		tl, err := timeline.ReadJSON(strings.NewReader(s), "fuzz")
		if err != nil {
			return
		}
		first := jsonOf(t, tl)
		again, err := timeline.ReadJSON(strings.NewReader(first), "fuzz")
		if err != nil {
			t.Fatalf("cannot read back: %v\n%s", err, first)
		}
		if second := jsonOf(t, again); second != first {
			t.Fatalf("not the same:\n%s\n%s", first, second)
		}
		var b timeline.Builder
		b.AddTimeline(tl)
		merged := b.Build()
		for _, x := range exports {
			var one, two bytes.Buffer
			if x.write(&one, merged) != nil || x.write(&two, merged) != nil || !bytes.Equal(one.Bytes(), two.Bytes()) {
				t.Fatalf("%s is not stable", x.file)
			}
		}
		for range merged.Conflicts() {
		}
		for range merged.Gaps(1) {
		}
		for _, g := range merged.ByCentury() {
			if err := timeline.WriteText(io.Discard, g, timeline.TextOptions{Color: true, Width: 30}); err != nil {
				t.Fatal(err)
			}
		}
		for i := 1; i < min(merged.Len(), 20); i++ {
			a, b := merged.At(i-1), merged.At(i)
			if merged := timeline.Relate(&a.Event, &b.Event); a.IsDated() && b.IsDated() && len(merged.Possible()) == 0 && ordered(a) && ordered(b) {
				t.Fatalf("no relation is possible between %v %v and %v %v", a.EDTF, a.Relation, b.EDTF, b.Relation)
			}
		}
	})
}

// ordered reports whether an entry's own bounds are in order; what is read may say anything.
func ordered(e timeline.Entry) bool {
	from, to := e.EDTF.Bounds()
	return !e.EDTF.IsZero() && e.Earliest == from && e.Latest == to && (from.IsZero() || to.IsZero() || from.Compare(to) <= 0) && (!from.IsZero() || !to.IsZero())
}
