package entities_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/internal/score"
	"github.com/sinosoviet/sinosoviet/parse"
)

// gold is the names of parts of an article, labelled by hand: bytes of the source.
type gold struct {
	within []sinosoviet.Span
	names  map[sinosoviet.Span]goldName
}

type goldName struct {
	kind sinosoviet.Kind
	open bool   // open to argument: neither missed nor wrong
	name string // canonical, where told; others that are as right behind "|"
}

func readGold(t *testing.T, file string) gold {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	g := gold{names: map[sinosoviet.Span]goldName{}}
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if line[0] == '#' {
			continue
		}
		number := func(i int) int {
			n, err := strconv.Atoi(f[i])
			if err != nil {
				t.Fatalf("%s: %q", file, line)
			}
			return n
		}
		if f[0] == "range" {
			g.within = append(g.within, sinosoviet.Span{Start: number(1), End: number(2)})
			continue
		}
		n := goldName{kind: sinosoviet.Kind(strings.TrimSuffix(f[2], "?")), open: strings.HasSuffix(f[2], "?")}
		if len(f) > 3 {
			n.name = f[3]
		}
		g.names[sinosoviet.Span{Start: number(0), End: number(1)}] = n
	}
	return g
}

// count is right, wrong and missed names.
type count struct{ right, wrong, missed int }

func (c count) f1() float64 {
	if c.right == 0 {
		return 0
	}
	return 200 * float64(c.right) / float64(2*c.right+c.wrong+c.missed)
}

func (c count) String() string {
	return fmt.Sprintf("F1 %.1f (%d right, %d wrong, %d missed)", c.f1(), c.right, c.wrong, c.missed)
}

// asks reports whether a name there is right or wrong: it stands in a labelled part and on no label that is open to argument.
func (g gold) asks(sp sinosoviet.Span) bool {
	if !slices.ContainsFunc(g.within, func(in sinosoviet.Span) bool { return in.Contains(sp) }) {
		return false
	}
	for other, n := range g.names {
		if n.open && sp.Overlaps(other) {
			return false
		}
	}
	return true
}

// kinds adds what was found to the counts of each kind.
func (g gold) kinds(counts map[sinosoviet.Kind]count, found []sinosoviet.Entity) {
	right := map[sinosoviet.Span]bool{}
	for _, e := range found {
		if !g.asks(e.Span) {
			continue
		}
		c := counts[e.Kind]
		if want, ok := g.names[e.Span]; ok && want.kind == e.Kind {
			right[e.Span] = true
			c.right++
		} else {
			c.wrong++
		}
		counts[e.Kind] = c
	}
	for sp, n := range g.names {
		if !n.open && !right[sp] {
			c := counts[n.kind]
			c.missed++
			counts[n.kind] = c
		}
	}
}

// score compares names with the gold: all kinds but WORK together, persons, bodies and places together, and the share of
// canonical names that are right among right mentions.
func (g gold) score(src *sinosoviet.Source, found []sinosoviet.Entity) (all, coarse count, canonical float64, errors []string) {
	places := func(k sinosoviet.Kind) sinosoviet.Kind {
		switch k {
		case "GPE", "FAC":
			return "LOC"
		case "PERSON", "ORG", "LOC":
			return k
		}
		return ""
	}
	named, asked := 0, 0
	seen := map[sinosoviet.Span]sinosoviet.Kind{}
	for _, e := range found {
		if e.Kind == sinosoviet.KindWork || !g.asks(e.Span) {
			continue
		}
		seen[e.Span] = e.Kind
		want, ok := g.names[e.Span]
		if ok && want.kind == e.Kind {
			all.right++
			if want.name != "" {
				asked++
				if slices.Contains(strings.Split(want.name, "|"), e.Name) {
					named++
				} else {
					errors = append(errors, fmt.Sprintf("%v %q is %s, want %s", e.Span, e.Text, e.Name, want.name))
				}
			}
		} else {
			all.wrong++
			errors = append(errors, fmt.Sprintf("%v %q %s, want %q", e.Span, e.Text, e.Kind, want.kind))
		}
		if p := places(e.Kind); p != "" {
			if ok && places(want.kind) == p {
				coarse.right++
			} else {
				coarse.wrong++
			}
		}
	}
	for sp, n := range g.names {
		if n.open || n.kind == sinosoviet.KindWork {
			continue
		}
		if seen[sp] != n.kind {
			all.missed++
			if seen[sp] == "" {
				errors = append(errors, fmt.Sprintf("%v %q %s missed", sp, src.Slice(sp), n.kind))
			}
		}
		if p := places(n.kind); p != "" && places(seen[sp]) != p {
			coarse.missed++
		}
	}
	slices.Sort(errors)
	if asked > 0 {
		canonical = 100 * float64(named) / float64(asked)
	}
	return all, coarse, canonical, errors
}

// found are the names a tagger of the config finds in the article of a gold file, which is skipped when the article is not beside the module.
func (g gold) found(t *testing.T, file string, config entities.Config) (*sinosoviet.Source, []sinosoviet.Entity) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(score.Root(t), file))
	if os.IsNotExist(err) {
		t.Skipf("no %s beside the module", file)
	}
	if err != nil {
		t.Fatal(err)
	}
	src := sinosoviet.NewSource(file, "", string(b))
	a, _ := parse.Auto(src)
	if a.Title == "" {
		title := strings.TrimPrefix(strings.TrimPrefix(filepath.Base(file), "enwiki__"), "sweble__raw-")
		a.Title = strings.ReplaceAll(strings.TrimSuffix(title, filepath.Ext(title)), "_", " ")
	}
	found, err := newTagger(t, config).Article(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return src, found
}

// The names of nine articles against labels made by hand. The articles of the corpus are not part of the project, their
// offsets and labels are. Abraham Lincoln, Albania, Germany, Andrei Tarkovsky, Angola and France were labelled before any output on them was seen, and rules are not to be made
// on them.
func TestScoreGold(t *testing.T) {
	tests := []struct {
		file, gold         string
		config             entities.Config
		all, places, names float64 // least F1 and share of canonical names
	}{
		{"examples/internal/sample/sino-soviet-relations.article.txt", "sample.gold.tsv", entities.Config{}, 97, 97, 97},
		{"examples/internal/sample/sino-soviet-relations.article.txt", "sample.gold.tsv", entities.Config{NoModel: true}, 95, 95, 97},
		{"../shared/corpus/articles/enwiki__Azerbaijan.wiki", "azerbaijan.gold.tsv", entities.Config{}, 88, 88, 0},
		{"../shared/corpus/articles/enwiki__Azerbaijan.wiki", "azerbaijan.gold.tsv", entities.Config{NoLinks: true}, 80, 80, 0},
		{"../shared/corpus/articles/enwiki__Articles_of_Confederation.wiki", "articles_of_confederation.gold.tsv", entities.Config{}, 88, 88, 0},
		{"../shared/corpus/articles/enwiki__Articles_of_Confederation.wiki", "articles_of_confederation.gold.tsv", entities.Config{NoLinks: true}, 80, 80, 0},
		{"../shared/corpus/articles/enwiki__Abraham_Lincoln.wiki", "abraham_lincoln.gold.tsv", entities.Config{}, 88, 90, 93},
		{"../shared/corpus/articles/enwiki__Abraham_Lincoln.wiki", "abraham_lincoln.gold.tsv", entities.Config{NoLinks: true}, 88, 90, 92},
		{"../shared/corpus/articles/enwiki__Abraham_Lincoln.wiki", "abraham_lincoln.gold.tsv", entities.Config{NoModel: true}, 85, 86, 86},
		{"../shared/corpus/articles/enwiki__Albania.wiki", "albania.gold.tsv", entities.Config{}, 0, 0, 0},
		{"../shared/corpus/articles/enwiki__Albania.wiki", "albania.gold.tsv", entities.Config{NoLinks: true}, 0, 0, 0},
		{"../shared/corpus/articles/enwiki__Albania.wiki", "albania.gold.tsv", entities.Config{NoModel: true}, 0, 0, 0},
		{"../shared/corpus/articles/sweble__raw-Germany.wikitext", "germany_history.gold.tsv", entities.Config{}, 0, 0, 0},
		{"../shared/corpus/articles/sweble__raw-Germany.wikitext", "germany_history.gold.tsv", entities.Config{NoLinks: true}, 0, 0, 0},
		{"../shared/corpus/articles/sweble__raw-Germany.wikitext", "germany_history.gold.tsv", entities.Config{NoModel: true}, 0, 0, 0},
		{"../shared/corpus/articles/sweble__raw-Germany.wikitext", "germany_law_and_film.gold.tsv", entities.Config{}, 0, 0, 0},
		{"../shared/corpus/articles/sweble__raw-Germany.wikitext", "germany_law_and_film.gold.tsv", entities.Config{NoLinks: true}, 0, 0, 0},
		{"../shared/corpus/articles/sweble__raw-Germany.wikitext", "germany_law_and_film.gold.tsv", entities.Config{NoModel: true}, 0, 0, 0},
		{"../shared/corpus/articles/enwiki__Andrei_Tarkovsky.wiki", "andrei_tarkovsky.gold.tsv", entities.Config{}, 0, 0, 0},
		{"../shared/corpus/articles/enwiki__Andrei_Tarkovsky.wiki", "andrei_tarkovsky.gold.tsv", entities.Config{NoLinks: true}, 0, 0, 0},
		{"../shared/corpus/articles/enwiki__Andrei_Tarkovsky.wiki", "andrei_tarkovsky.gold.tsv", entities.Config{NoModel: true}, 0, 0, 0},
		{"../shared/corpus/articles/enwiki__Angola.wiki", "angola.gold.tsv", entities.Config{}, 0, 0, 0},
		{"../shared/corpus/articles/enwiki__Angola.wiki", "angola.gold.tsv", entities.Config{NoLinks: true}, 0, 0, 0},
		{"../shared/corpus/articles/enwiki__Angola.wiki", "angola.gold.tsv", entities.Config{NoModel: true}, 0, 0, 0},
		{"../shared/corpus/articles/sweble__raw-France.wikitext", "france.gold.tsv", entities.Config{}, 0, 0, 0},
		{"../shared/corpus/articles/sweble__raw-France.wikitext", "france.gold.tsv", entities.Config{NoLinks: true}, 0, 0, 0},
		{"../shared/corpus/articles/sweble__raw-France.wikitext", "france.gold.tsv", entities.Config{NoModel: true}, 0, 0, 0},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%s,links=%v,model=%v", filepath.Base(tt.file), !tt.config.NoLinks, !tt.config.NoModel), func(t *testing.T) {
			g := readGold(t, tt.gold)
			src, found := g.found(t, tt.file, tt.config)
			all, places, names, errors := g.score(src, found)
			t.Logf("eight kinds %v; persons, bodies, places %v; canonical %.1f%%", all, places, names)
			key := "names/" + strings.TrimSuffix(tt.gold, ".gold.tsv")
			if tt.config.NoLinks {
				key += "/no-links"
			}
			if tt.config.NoModel {
				key += "/no-model"
			}
			score.Report(t, key+"/eight-kinds-f1", all.f1())
			score.Report(t, key+"/persons-bodies-places-f1", places.f1())
			if all.f1() < tt.all || places.f1() < tt.places || names < tt.names {
				t.Errorf("want %.0f, %.0f, %.0f%%", tt.all, tt.places, tt.names)
			}
			for _, e := range errors {
				t.Log(e)
			}
		})
	}
}

// Works are left out of the golds' scores, and laws are few: all golds together tell of each kind by itself.
func TestScoreKinds(t *testing.T) {
	articles := "../shared/corpus/articles/"
	counts := map[sinosoviet.Kind]count{}
	for _, tt := range [][2]string{
		{"examples/internal/sample/sino-soviet-relations.article.txt", "sample.gold.tsv"},
		{articles + "enwiki__Azerbaijan.wiki", "azerbaijan.gold.tsv"},
		{articles + "enwiki__Articles_of_Confederation.wiki", "articles_of_confederation.gold.tsv"},
		{articles + "enwiki__Abraham_Lincoln.wiki", "abraham_lincoln.gold.tsv"},
		{articles + "enwiki__Albania.wiki", "albania.gold.tsv"},
		{articles + "sweble__raw-Germany.wikitext", "germany_history.gold.tsv"},
		{articles + "sweble__raw-Germany.wikitext", "germany_law_and_film.gold.tsv"},
		{articles + "enwiki__Andrei_Tarkovsky.wiki", "andrei_tarkovsky.gold.tsv"},
		{articles + "enwiki__Angola.wiki", "angola.gold.tsv"},
		{articles + "sweble__raw-France.wikitext", "france.gold.tsv"},
	} {
		g := readGold(t, tt[1])
		_, found := g.found(t, tt[0], entities.Config{})
		g.kinds(counts, found)
	}
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		t.Logf("%s %v", k, counts[k])
		score.Report(t, "names/kinds/"+strings.ToLower(string(k))+"-f1", counts[k].f1())
	}
}
