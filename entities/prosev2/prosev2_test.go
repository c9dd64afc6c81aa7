package prosev2_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/entities/prosev2"
)

func recognise(t testing.TB, sentence string) (tokens []string, tags []string) {
	t.Helper()
	got, err := prosev2.New().Recognise(context.Background(), sentence)
	if err != nil {
		t.Fatal(err)
	}
	at := 0
	for _, k := range got {
		if k.Start < at || k.End <= k.Start || k.End > len(sentence) {
			t.Fatalf("token %+v of %q behind %d", k, sentence, at)
		}
		tokens = append(tokens, sentence[k.Start:k.End])
		tags = append(tags, k.Tag)
		at = k.End
	}
	return tokens, tags
}

// Tokens are the sentence's own bytes, at their places, and the terminator is none of them.
func TestOffsets(t *testing.T) {
	for sentence, want := range map[string][]string{
		"They met in Beijing":             {"They", "met", "in", "Beijing"},
		"They met, twice.":                {"They", "met", ",", "twice", "."},
		"the the (the) \"the\"":           {"the", "the", "(", "the", ")", "\"", "the", "\""},
		"Mao's \xff héros &rsquo; walked": {"Mao", "'s", "\xff", "héros", "walked"},
		"":                                nil,
	} {
		got, _ := recognise(t, sentence)
		if d := cmp.Diff(want, got); d != "" && !strings.Contains(sentence, "\xff") {
			t.Errorf("%q: %s", sentence, d)
		}
	}
}

// The tag of a word does not change that of the same word elsewhere: prose v2 by itself writes one tag to both.
func TestRepeatedWords(t *testing.T) {
	tokens, tags := recognise(t, "They will plan the attack before they attack the plan.")
	got := map[string][]string{}
	for i, k := range tokens {
		got[k] = append(got[k], tags[i])
	}
	if a := got["attack"]; len(a) != 2 || a[0] == a[1] {
		t.Errorf("tags of attack: %v", a)
	}
}

// The names found are those found with prose v3.
func TestSameNames(t *testing.T) {
	const text = "Joseph Stalin met Mao Zedong in Moscow. The Treaty of Teschen ended the Potato War. General Torben Quist joined the CCP."
	var names [2][]string
	for i, c := range []entities.Config{{NoModel: true}, {NoModel: true, Recogniser: prosev2.New()}} {
		tagger, err := entities.New(c)
		if err != nil {
			t.Fatal(err)
		}
		es, err := tagger.Text(context.Background(), text)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range es {
			names[i] = append(names[i], fmt.Sprint(e.TextSpan, e.Text, e.Kind, e.Name))
		}
	}
	if d := cmp.Diff(names[0], names[1]); d != "" {
		t.Error(d)
	}
}

func TestDeterministic(t *testing.T) {
	tagger, err := entities.New(entities.Config{Recogniser: prosev2.New()})
	if err != nil {
		t.Fatal(err)
	}
	const text = "Lenin founded the Comintern in Moscow; the Comintern sent Borodin to Canton."
	want, err := tagger.Text(context.Background(), text)
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			got, err := tagger.Text(context.Background(), text)
			if d := cmp.Diff(want, got); d != "" || err != nil {
				t.Error(err, d)
			}
		})
	}
	wg.Wait()
}

func Example() {
	tagger, err := entities.New(entities.Config{Recogniser: prosev2.New(), NoModel: true})
	if err != nil {
		panic(err)
	}
	found, err := tagger.Text(context.Background(), "Joseph Stalin met Mao Zedong in Moscow.")
	if err != nil {
		panic(err)
	}
	for _, e := range found {
		fmt.Println(e.TextSpan, e.Kind, e.Name)
	}
	// Output:
	// 0:13 PERSON Joseph Stalin
	// 18:28 PERSON Mao Zedong
	// 32:38 GPE Moscow
}
