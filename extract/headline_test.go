package extract_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/extract"
)

// TestHeadlinesEndWell reads long sentences: what a headline leaves out for room is what describes, not what is said.
func TestHeadlinesEndWell(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The Danish government had warned the fishing fleet not to enter the northern channel with its trawlers in 1912.", "Danish government warned the fishing fleet not to enter the northern channel"},
		{"In 1912, the Portuguese envoy proposed to the sultan that the province south of the great river be governed by the emir and his sons.", "Portuguese envoy proposed that the province south of the river be governed"},
		{"The garrison in northern Norway joined the general rebellion in the mountain provinces, sending troops to Trondheim in 1718.", "The garrison joined the general rebellion, sending troops to Trondheim"},
		{"In 1833, the parliament forced the young and inexperienced king of Bavaria to accept the provisions of a new constitution for the kingdom.", "the parliament forced the king of Bavaria to accept the provisions"},
		{"The mayor announced in 1871 that the small harbour town no longer wanted to receive the large steamers from the southern islands.", "mayor announced small harbour town no longer wanted to receive the steamers"},
		{"In 1903, the engineer described the newly completed railway bridge over the river as a masterpiece of modern engineering and design.", "the engineer described the newly completed railway bridge as a masterpiece"},
		{"The valley was incorporated into the Kingdom of Denmark in 1660 as part of a large and badly governed northern province.", "The valley was incorporated into the Kingdom of Denmark"},
		{"In 1854, the queen became the first woman to visit the old monastery on the island of Patmos with her children.", "the queen became the first woman to visit the old monastery"},
	} {
		doc, err := extract.Text(context.Background(), sinosoviet.NewSource("t", sinosoviet.FormatText, c.text))
		if err != nil {
			t.Fatal(err)
		}
		if len(doc.Events) != 1 {
			t.Errorf("%q: %d events, want 1: %+v", c.text, len(doc.Events), doc.Events)
			continue
		}
		if got := doc.Events[0].Headline; got != c.want {
			t.Errorf("%q: headline %q, want %q", c.text, got, c.want)
		}
	}
}

// stump is the word class that a headline wrongly ends in, "" when it does not. The tags are those of the sentence, words those behind the headline.
func stump(words []string, tags []string, last int) string {
	tag, next, lower := tags[last], "", strings.ToLower(words[last])
	if last+1 < len(tags) {
		next = tags[last+1]
	}
	switch {
	case tag == "DT" && lower != "this" && lower != "these" && lower != "those" && lower != "all", tag == "PRP$":
		return "determiner"
	case tag == "TO":
		return "infinitive without its verb"
	case tag == "IN" && (next == "DT" || strings.HasPrefix(next, "NN")):
		return "preposition"
	case tag == "CC":
		return "conjunction"
	case tag == "MD" || lower == "had" || lower == "has":
		return "auxiliary"
	case tag == "JJ" && (next == "NN" || next == "NNS"):
		return "adjective before its noun"
	case tag == "VB" && last > 0 && tags[last-1] == "TO" && (next == "DT" || next == "PRP$" || next == "NNP" || next == "NNS"):
		return "infinitive without its object"
	case (tag == "VBD" || tag == "VBZ" || tag == "VBG") && (next == "DT" || next == "PRP$" || next == "NNP" || next == "NNS"):
		return "verb without its object"
	case (tag == "VBD" || tag == "VBN" || tag == "VBZ") && next == "TO":
		return "verb without its infinitive"
	}
	return ""
}

// TestStumps counts the headlines of articles that end where no phrase ends, by the class of their last word.
func TestStumps(t *testing.T) {
	tagger, err := entities.New(entities.Config{})
	if err != nil {
		t.Fatal(err)
	}
	all, bad, worst := 0, map[string]int{}, 0
	for _, name := range []string{"Angola", "Andorra", "Ayn_Rand", "Alaska", "Aruba", "Albania"} {
		file := filepath.Join("..", "..", "shared", "corpus", "articles", "enwiki__"+name+".wiki")
		b, err := os.ReadFile(file)
		if err != nil {
			t.Skip("the development sets are not here:", err)
		}
		doc, err := extract.Wikitext(context.Background(), sinosoviet.NewSource(name, sinosoviet.FormatWikitext, string(b)))
		if err != nil {
			t.Fatal(err)
		}
		an, err := tagger.Analyse(context.Background(), doc.Article)
		if err != nil {
			t.Fatal(err)
		}
		text, at := doc.Article.Text.String(), 0
		for _, e := range doc.Events {
			for at > 0 && an.Tokens[at-1].Start >= e.TextSpan.Start {
				at--
			}
			for at < len(an.Tokens) && an.Tokens[at].Start < e.TextSpan.Start {
				at++
			}
			var words, tags []string
			for i := at; i < len(an.Tokens) && an.Tokens[i].End <= e.TextSpan.End; i++ {
				words, tags = append(words, text[an.Tokens[i].Start:an.Tokens[i].End]), append(tags, an.Tokens[i].Tag)
			}
			fields := strings.Fields(strings.TrimRight(e.Headline, "\""))
			final, before := fields[len(fields)-1], fields[max(len(fields)-2, 0)]
			all++
			for i := range words {
				if words[i] == final && (i == 0 || strings.HasSuffix(before, words[i-1])) {
					if s := stump(words, tags, i); s != "" {
						bad[s]++
						worst++
						t.Logf("%s: %q", s, e.Headline)
					}
					break
				}
			}
			if n := len(strings.Fields(e.Headline)); n > 12 {
				t.Errorf("%q: %d words", e.Headline, n)
			}
		}
	}
	t.Log(fmt.Sprint(all, " headlines, of them stumps: ", bad))
	if 100*worst > all {
		t.Errorf("%d of %d headlines end in a stump, want 1 %% at most: %v", worst, all, bad)
	}
}
