package timeline_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/timeline"
)

// TestOrder holds the order that Timeline's comment gives, by events of one document added in any order.
func TestOrder(t *testing.T) {
	want := []string{"../-0100", "-0043", "-0043-03-15", "1917/1991", "192X~", "1924-01-01", "1924-01", "1924", "1924?", "1924~", "1924/..",
		"1924-05-31", "1924-12-31", "../1924", "[..1924]", "1925", ""}
	r := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		shuffled := slices.Clone(want)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		var b timeline.Builder
		for _, s := range shuffled {
			e := sinosoviet.Event{Headline: "It happened " + s}
			if s != "" {
				e.EDTF = edtf.MustParse(s)
			}
			b.Add(timeline.Document{Name: "a"}, e)
		}
		var got []string
		tl := b.Build()
		for e := range tl.All() {
			got = append(got, e.EDTF.String())
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
		for i := range tl.Len() - 2 { // the undated one has no EDTF
			if a, b := tl.At(i).EDTF, tl.At(i+1).EDTF; edtf.Compare(a, b) > 0 {
				t.Errorf("%v stands before %v, edtf.Compare says otherwise", a, b)
			}
		}
	}
}

// TestOrderOfEquals orders events of one date by their place in the documents.
func TestOrderOfEquals(t *testing.T) {
	at := func(id string, start, trigger int) sinosoviet.Event {
		return sinosoviet.Event{ID: id, Headline: id + " " + id + " " + id, When: edtf.MustParse("1950"),
			Span: sinosoviet.Span{Start: start, End: start + 50}, Trigger: sinosoviet.Span{Start: trigger, End: trigger + 2}}
	}
	var b timeline.Builder
	b.Add(timeline.Document{Name: "z"}, at("third", 100, 110), at("second", 0, 20), at("first", 0, 10))
	b.Add(timeline.Document{Name: "a"}, at("fourth", 0, 5))
	var got []string
	for e := range b.Build().All() {
		got = append(got, e.ID)
	}
	if diff := cmp.Diff([]string{"first", "second", "third", "fourth"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestBackwardFindWhere(t *testing.T) {
	tl := build(t)
	var back []string
	for e := range tl.Backward() {
		back = append(back, e.Headline)
	}
	slices.Reverse(back)
	if diff := cmp.Diff(headlines(tl), back); diff != "" {
		t.Error(diff)
	}
	if e, ok := tl.Find("e9"); !ok || e.EDTF.String() != "1924-05-31" {
		t.Errorf("got %v %v", ok, e.EDTF)
	}
	if _, ok := tl.Find("nothing"); ok {
		t.Error("found nothing")
	}
	n := tl.Where(func(e *timeline.Entry) bool { return e.Support() == timeline.SupportNeeded }).Len()
	if m := tl.Unsourced().Where(func(e *timeline.Entry) bool { return e.NeededSince != "" }).Len(); n != m || n == 0 {
		t.Errorf("%d entries need a citation, or %d", n, m)
	}
}

// TestBoundsWithoutEDTF shows events of which only bounds are known.
func TestBoundsWithoutEDTF(t *testing.T) {
	day := func(s string) (d edtf.Day) {
		if s != "" {
			if err := d.UnmarshalText([]byte(s)); err != nil {
				t.Fatal(err)
			}
		}
		return d
	}
	for _, c := range []struct{ from, to, want string }{
		{"1949-10-01", "1949-10-01", "1949-10-01"},
		{"1949-10-01", "1949-10-03", "1949-10-01/1949-10-03"},
		{"1949-10-01", "", "1949-10-01/.."},
		{"", "1949-10-01", "../1949-10-01"},
	} {
		var b timeline.Builder
		b.Add(timeline.Document{Name: "a"}, sinosoviet.Event{Headline: "It happened", Earliest: day(c.from), Latest: day(c.to)})
		var out stringWriter
		if err := timeline.WriteText(&out, b.Build(), timeline.TextOptions{}); err != nil {
			t.Fatal(err)
		}
		if got := string(out[:len(c.want)]); got != c.want {
			t.Errorf("%s to %s: %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

type stringWriter []byte

func (w *stringWriter) Write(b []byte) (int, error) { *w = append(*w, b...); return len(b), nil }

func TestLabels(t *testing.T) {
	author := func(names ...string) (list []sinosoviet.Person) {
		for _, n := range names {
			list = append(list, sinosoviet.Person{Role: "author", Family: n})
		}
		return list
	}
	date := edtf.MustParse
	const full, short, pages, reuse = sinosoviet.CitationFull, sinosoviet.CitationShort, sinosoviet.CitationPages, sinosoviet.CitationReuse
	work := sinosoviet.Citation{ID: "work", Kind: full, Number: 3, Title: "A Work", People: author("Zhao"), Date: date("2022"), Pages: "1–400", URL: "https://example.org/w"}
	for _, c := range []struct {
		name       string
		citation   sinosoviet.Citation
		label, url string
	}{
		{"one author", sinosoviet.Citation{Kind: full, People: author("Zhao"), Date: date("2022-05-06"), Pages: "28"}, "Zhao 2022, p. 28", ""},
		{"two authors, several pages", sinosoviet.Citation{Kind: full, People: author("Zhao", "Li"), Date: date("2022"), DateSuffix: "a", Pages: "28, 30"}, "Zhao & Li 2022a, pp. 28, 30", ""},
		{"three authors", sinosoviet.Citation{Kind: full, People: author("Zhao", "Li", "Wu")}, "Zhao et al.", ""},
		{"editor", sinosoviet.Citation{Kind: full, People: []sinosoviet.Person{{Role: "translator", Family: "No"}, {Role: "editor", Literal: "The Editors"}}}, "The Editors", ""},
		{"title", sinosoviet.Citation{Kind: full, Title: "Untitled", Date: date("1999/2001")}, "Untitled 1999–2001", ""},
		{"site", sinosoviet.Citation{Kind: full, URL: "https://www.example.org/a/b", Date: date("1999/..")}, "example.org 1999–", "https://www.example.org/a/b"},
		{"nothing", sinosoviet.Citation{Kind: sinosoviet.CitationPlain}, "reference x", ""},
		{"roman pages", sinosoviet.Citation{Kind: full, Title: "T", Pages: "xii"}, "T, p. xii", ""},
		{"no pages", sinosoviet.Citation{Kind: full, Title: "T", Pages: "chapter 5"}, "T, chapter 5", ""},
		{"section", sinosoviet.Citation{Kind: full, Title: "T", Pages: "A5"}, "T, p. A5", ""},
		{"short", sinosoviet.Citation{Kind: short, People: author("Zhao"), Date: date("2022"), Pages: "28", Target: "work"}, "Zhao 2022, p. 28", "https://example.org/w"},
		{"pages", sinosoviet.Citation{Kind: pages, Pages: "30", Target: "work"}, "Zhao 2022, p. 30", "https://example.org/w"},
		{"reuse", sinosoviet.Citation{Kind: reuse, Target: "work"}, "Zhao 2022, pp. 1–400", "https://example.org/w"},
		{"circle", sinosoviet.Citation{Kind: reuse, Target: "x"}, "reference x", ""},
		{"identifier", sinosoviet.Citation{Kind: full, Title: "T", Identifiers: []sinosoviet.Identifier{{Scheme: "isbn", Value: "1", Valid: true}, {Scheme: "doi", Value: "10.1/2", Valid: false}, {Scheme: "jstor", Value: "34", Valid: true}}}, "T", "https://www.jstor.org/stable/34"},
		{"archive", sinosoviet.Citation{Kind: full, Title: "T", URL: "javascript:x", ArchiveURL: "http://a.example/"}, "T", "http://a.example/"},
	} {
		c.citation.ID = "x"
		var b timeline.Builder
		b.Add(timeline.Document{Name: "a", Citations: []sinosoviet.Citation{c.citation, work}}, sinosoviet.Event{Headline: "It happened", Citations: []string{"x"}})
		s := b.Build().At(0).Sources[0]
		if s.Label != c.label || s.URL != c.url {
			t.Errorf("%s: %q %q, want %q %q", c.name, s.Label, s.URL, c.label, c.url)
		}
	}
}

// TestConflictWithinEntry tells of a sentence that two documents date differently.
func TestConflictWithinEntry(t *testing.T) {
	tl := buildTold([]told{
		{doc: "a", when: "1949-10-02", basis: sinosoviet.BasisResolved, headline: "The Soviet Union recognized the new state"},
		{doc: "b", when: "1931-10-02", basis: sinosoviet.BasisResolved, headline: "The Soviet Union recognized the new state"},
	})
	n := 0
	for c := range tl.Conflicts() {
		if n++; !c.Sure || c.A.ID != c.B.ID || c.EvidenceA.Source == c.EvidenceB.Source {
			t.Errorf("got %+v", c)
		}
	}
	if n != 1 {
		t.Errorf("%d conflicts, want 1", n)
	}
}

func TestRelationsAny(t *testing.T) {
	in := sinosoviet.RelationIn
	r := timeline.Relate(event("1949-10-01", in), event("1949-10-02", in))
	if a, ok := r.Certain(); !ok || a != timeline.Meets || r.Any(timeline.Before, timeline.Meets) != edtf.Yes || r.Any(timeline.After) != edtf.No {
		t.Errorf("got %v", r.Possible())
	}
	r = timeline.Relate(event("1949", in), event("1949", in))
	if _, ok := r.Certain(); ok || r.Any(timeline.Before, timeline.After) != edtf.Maybe {
		t.Errorf("got %v", r.Possible())
	}
	if r = timeline.Relate(event("", in), event("1949", in)); r.Any(timeline.Before) != edtf.Unknown {
		t.Errorf("got %v", r.Possible())
	}
}
