package entities

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jdkato/prose/v3/tag"
	"github.com/jdkato/prose/v3/tokenize"
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/sentence"
	"github.com/sinosoviet/sinosoviet/parse"
)

// This test is inside the package because the recogniser is not exported; what it is compared with is prose itself.

// plain is prose without any shortcut.
type plain struct {
	tokenizer *tokenize.Tokenizer
	tagger    *tag.Tagger
}

func newPlain(t testing.TB) plain {
	tagger, err := tag.New()
	if err != nil {
		t.Fatal(err)
	}
	return plain{tokenize.New(), tagger}
}

func (p plain) recognise(s string) []Token {
	found := p.tokenizer.Tokenize(s)
	p.tagger.TagTokens(found)
	var out []Token
	for _, t := range found {
		out = append(out, Token{t.Start, t.End(), t.Tag})
	}
	return out
}

func show(s string, tokens []Token) []string {
	var out []string
	for _, t := range tokens {
		out = append(out, s[t.Start:t.End]+"/"+t.Tag)
	}
	return out
}

// asProse compares the tokens and tags of a sentence, read alone and after others, with those of prose.
func asProse(t testing.TB, ours *proseV3, theirs plain, known *reading, s string) {
	got, err := ours.Recognise(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	want := theirs.recognise(s)
	if !slices.Equal(got, want) {
		t.Errorf("tokens of %q\n%s", s, cmp.Diff(show(s, want), show(s, got)))
	}
	known.begin(&Tagger{})
	if got, err = ours.recognise(nil, s, known); err != nil || !slices.Equal(got, want) {
		t.Errorf("with what is known of words, error %v, tokens of %q\n%s", err, s, cmp.Diff(show(s, want), show(s, got)))
	}
}

// likeProse are sentences with what the tokenizer and the tagger have rules for.
var likeProse = []string{
	"", " ", ".", "-", "a", "Mao died in 1976.", "In 1949 , Mao's army didn't \"win\" (yet).", "U.S. and U.S.S.R. leaders met Mr. Smith in St. Louis, Mo.",
	"They'll go; we're 'here' and I'm n't sure it's ISN'T.", "'s 's's ''s n't n'tn't", "O’Brien’s ‘quoted’ “words” weren’t here’", "(see [this], \"that\"!?)", "$5,000 ($100)",
	":) :-( =D xD XDD 8D 8-) O.o O_o -__- (-_-) ^___^ ¯\\(ツ)/¯ (╯°□°）╯︵┻━┻", "text:) (:text =x :x", ":)) :((( :() :0 :P :] :`( :o) :-| [-: (: (o: (=", "0 * *-1 *T*-2 *x* -LRB- -RRB- -AB- @home @", "*ab* **x * *T*-1234 *T* *t*-1 *-12a *é* *?* *_* *5* *-+1 *AB*-12 *A*- @ @@ x@y", "one-two -three -four- - --",
	"1234 -123 +123 +1.5 12th 3,000 1990s '90s", "Éire éire ÉIRE İstanbul K Σίσυφος 毛泽东 \xff\xfe x\xffy", "a\u2028b\u0085c \u1680 d\u3000 e\u00a0", "tab\tand\nline", "a.b. a.b Ab. Abc. Abcd. A. aB. Éa.",
	"\"\"\"", "((((", "))))", "....", "”””", "’’’", "''''", "x”", "“x", "‘’", "!HYPHEN !YEAR !DIGITS -START- -START2- -END- -END2-", strings.Repeat("word ", 200), strings.Repeat("word-", 60),
}

func TestSameAsProse(t *testing.T) {
	ours, err := newProseV3()
	if err != nil {
		t.Fatal(err)
	}
	if ours.model == nil {
		t.Fatal("the model of this version of prose is not understood: every sentence goes the long way")
	}
	theirs, known := newPlain(t), new(reading)
	for _, s := range likeProse {
		asProse(t, ours, theirs, known, s)
	}
}

// TestSameAsProseOnArticles compares every sentence of a third of the corpus.
func TestSameAsProseOnArticles(t *testing.T) {
	files, _ := filepath.Glob("../../shared/corpus/articles/*")
	if len(files) == 0 {
		t.Skip("no ../shared: the corpus is not here")
	}
	ours, err := newProseV3()
	if err != nil {
		t.Fatal(err)
	}
	theirs, known := newPlain(t), new(reading)
	for i, f := range files {
		if i%3 != 0 {
			continue
		}
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		text := parse.Wikitext(sinosoviet.NewSource("", "", string(b))).Text.String()
		for line := range strings.SplitSeq(text, "\n") {
			for from, to := range sentence.Split(line) {
				asProse(t, ours, theirs, known, clean(line[from:to]).text)
				if t.Failed() {
					return
				}
			}
		}
	}
}

func FuzzSameAsProse(f *testing.F) {
	for _, s := range likeProse {
		f.Add(s)
	}
	ours, err := newProseV3()
	if err != nil {
		f.Fatal(err)
	}
	theirs := newPlain(f)
	f.Fuzz(func(t *testing.T, s string) {
		if known := new(reading); len(s) < 1000 {
			asProse(t, ours, theirs, known, s)
		}
	})
}
