package parse_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/score"
	"github.com/sinosoviet/sinosoviet/parse"
)

func TestDetect(t *testing.T) {
	const (
		wiki = sinosoviet.FormatWikitext
		flat = sinosoviet.FormatFlattened
		exc  = sinosoviet.FormatExcerpt
		text = sinosoviet.FormatText
	)
	for _, c := range []struct {
		text string
		want sinosoviet.Format
	}{
		{"", text},
		{"\n\n", text},
		{"Mao went to Moscow. Stalin waited.", text},
		{"A title\nMao went to Moscow.\n", text},
		{"'''Mao''' went to [[Moscow]].", wiki},
		{"== War ==\nIt began.", wiki},
		{"#REDIRECT [[War]]", wiki},
		{"It began.<ref>Smith</ref>", wiki},
		{"{{stub}}", wiki},
		{"It is {{convert|5|km}} long.", wiki},
		{"{| class=a\n| b\n|}", wiki},
		{"Border war\n{{Use dmy dates}}\nThe war began.{{cn}}\nCauses\nNobody knows.\nReferences\n{{reflist}}", flat},
		{"Border war\nFile:War.jpg, 1969]]\nThe war began.", flat},
		{"Border war\nThe war began.\nSee also\n- Other war\nReferences\n- A book", flat},
		{"The war began.[4] It ended in 1969.[citation needed]", exc},
		{"[4]: 26 In 1926, it began.\n[11][12] It ended.", exc},
		{"Border war\nThe guns were of 5'' and 6'' calibre.{{cn}}\nReferences\n{{reflist}}", flat},
		{"'''Border''' war\n{{cn}}", wiki},
		{"The law provide[s] that \"[a] citizen\" claime[d] it. [A] trial followed [...].", text},
		{"The law provides[s] that[r] it is so.", exc},
		{"== War ==\nIt began.[1]\n\n== Peace ==\nIt ended.[2]", exc},
		{"The 5'' gun and the 6'' gun were used.[1][2] The 7'' gun was not.[3] It rained.[4]", exc},
		{"'''War''' began [1].", wiki},
		{"Border war\r\nThe war began.[4]\r\n", exc},
		{"The phoneme [a] and the phoneme [tʃ] differ.", text},
		{"It was held on 4 [sic] May [1919] by the students.", text},
	} {
		if got, reason := parse.Detect(c.text); got != c.want {
			t.Errorf("Detect(%q) = %s (%s), want %s", c.text, got, reason, c.want)
		} else if reason == "" {
			t.Errorf("Detect(%q): no reason", c.text)
		}
	}
}

// TestDetectCorpus wants every real article told as what it is.
func TestDetectCorpus(t *testing.T) {
	for name, src := range articles(t) {
		if got, reason := parse.Detect(src); got != sinosoviet.FormatWikitext {
			t.Errorf("%s is %s: %s", name, got, reason)
		}
	}
	for _, w := range twins(t) {
		if got, reason := parse.Detect(w.text); got != sinosoviet.FormatFlattened {
			t.Errorf("%s is %s: %s", w.name, got, reason)
		}
	}
	for file, want := range map[string]sinosoviet.Format{"sino-soviet-relations.article.txt": sinosoviet.FormatFlattened,
		"sino-soviet-relations.excerpt.txt": sinosoviet.FormatExcerpt} {
		data, err := os.ReadFile(filepath.Join(score.Shared(t, "seeds"), file))
		if err != nil {
			t.Fatal(err)
		}
		got, reason := parse.Detect(string(data))
		if got != want {
			t.Errorf("%s is %s: %s", file, got, reason)
		}
		t.Log(file, got, reason)
		if strings.HasPrefix(reason, "0") {
			t.Errorf("%s: reason %q tells of nothing", file, reason)
		}
	}
}
