// Package align puts an excerpt of a rendered page beside the article it was taken from: each of its
// sentences beside the article's, with the words that differ, and each of its markers ("[4]: 26") beside the citation it
// denotes. The excerpt may be of another revision of the article; then the numbers of its markers are off by what was added
// and removed in between, and that shift is found and told.
//
// It works on the values of package sinosoviet alone, so article and excerpt may come from any parser:
//
//	result := align.Align(article, excerpt)
//	for _, s := range result.Sentences {
//		fmt.Println(s.Match, s.Section, s.Text)
//	}
//
// Nothing is compared byte by byte: words are, in Unicode's compatibility form and without case, so that other
// quotation marks, dashes, blanks and decompositions make no difference. A sentence whose words are all there, in order
// and without others between them, is verbatim.
package align

import (
	"context"

	"github.com/sinosoviet/sinosoviet"
)

// Config sets how an excerpt is aligned. The zero Config is ready to use; it is not changed by any method
// and safe for concurrent use.
type Config struct {
	// MinSimilarity is the share of words, 0 to 1, from which on an edited sentence counts as found, the rarer the heavier. 0 means 0.5.
	// Six tenths of it do where a long part is nearly whole, or where most letters are the same.
	MinSimilarity float64
	// MaxAlternatives is how many other places of a sentence are kept at most. 0 means 4; negative none.
	MaxAlternatives int
	// Closeness is how much less similar another place may be to be kept as an alternative. 0 means 0.08.
	Closeness float64
}

// Result is an excerpt beside its article.
type Result struct {
	// Sentences are the excerpt's sentences, in order, with the markers of their lines.
	Sentences []sinosoviet.Alignment `json:"sentences,omitempty"`
	// Markers are all of the excerpt's markers, in order, resolved; also those of headings and of excerpts without a sentence.
	Markers []sinosoviet.Marker `json:"markers,omitempty"`
	// Findings tell for each of Markers, by index, what spoke for its citation.
	Findings []Finding `json:"findings,omitempty"`
	// Revision tells how the article's notes differ from those the excerpt was printed with.
	Revision sinosoviet.Revision `json:"revision"`
	// Steps tell of each of Revision.Shift, by index, how surely it is known.
	Steps []Step `json:"steps,omitempty"`
}

// Finding is what spoke for a marker's citation.
type Finding struct {
	// Number is the number of the citation in the article; 0 when it has none or no citation was found.
	Number int `json:"number,omitempty"`
	// Shift is Number less the number printed in the excerpt.
	Shift int `json:"shift,omitempty"`
	// AtPlace reports that the citation stands in the article where the marker stands in the excerpt.
	AtPlace bool `json:"at_place,omitempty"`
	// Placed reports that the marker's place in the article is known.
	Placed bool `json:"placed,omitempty"`
	// PagesAgree reports that the pages printed behind the marker stand with the citation in the article.
	PagesAgree bool `json:"pages_agree,omitempty"`
	// ArticlePages are the pages that stand at that place in the article, when they are others.
	ArticlePages string `json:"article_pages,omitempty"`
	// Removed reports that the article has no such note any more.
	Removed bool `json:"removed,omitempty"`
	// Covers are the bytes of the article that the marker's note stands behind: since the mark before it in the sentence, or since the
	// sentence's start. Zero when the place is not known. For a marker that closes the sentence before its own that sentence
	// need not be in the excerpt.
	Covers sinosoviet.Span `json:"covers,omitzero"`
}

// Step is one of a revision's shifts with the evidence for it.
type Step struct {
	From     int `json:"from"`               // as in Revision.Shift
	By       int `json:"by"`                 // as in Revision.Shift
	Earliest int `json:"earliest,omitempty"` // the step lies between this excerpt number and From, both included
	Latest   int `json:"latest,omitempty"`   // first excerpt number that shows the new shift
	// Added are the citations that are new in the article at this step; Candidates all that could be, when
	// the excerpt does not show which.
	Added      []string `json:"added,omitempty"`
	Candidates []string `json:"candidates,omitempty"`
	Basis      string   `json:"basis,omitempty"` // "place": the excerpt shows the place without a marker; "date": the newest source; "last": the last possible
}

// Align aligns excerpt with article under the zero [Config].
func Align(article *sinosoviet.Article, excerpt *sinosoviet.Excerpt) Result {
	return Config{}.Align(article, excerpt)
}

// Align aligns excerpt with article. Neither is changed. A nil article is an empty one: the excerpt's
// markers then have no citation, and no sentence is found. The result is the same for equal input.
//
// It takes about linear time in the sizes of both. What it needs of the article are Text, Sentences, Sections and Citations (ID,
// Number, Group, Kind, TextAt, Target, Pages); of the excerpt Text, Sentences and Markers.
func (c Config) Align(article *sinosoviet.Article, excerpt *sinosoviet.Excerpt) Result {
	r, _ := c.AlignContext(context.Background(), article, excerpt) // fails on a cancelled context only
	return r
}

// AlignContext is Align for long texts: the context is asked once for each of the excerpt's sentences. Its error, and no result, is
// returned when it is done.
func (c Config) AlignContext(ctx context.Context, article *sinosoviet.Article, excerpt *sinosoviet.Excerpt) (Result, error) {
	if article == nil {
		article = &sinosoviet.Article{}
	}
	if excerpt == nil {
		excerpt = &sinosoviet.Excerpt{}
	}
	p := newPages(article, excerpt)
	places, err := c.places(ctx, p)
	if err != nil {
		return Result{}, err
	}
	r := Result{Sentences: make([]sinosoviet.Alignment, len(excerpt.Sentences))}
	for i := range r.Sentences {
		r.Sentences[i] = c.alignment(p, i, &places[i])
	}
	n := newNotes(p, places)
	n.resolve(&r)
	for i, m := range r.Markers {
		if m.Sentence < len(r.Sentences) && !inHeading(excerpt, m) {
			r.Sentences[m.Sentence].Markers = append(r.Sentences[m.Sentence].Markers, r.Markers[i])
		}
	}
	return r, nil
}

// inHeading reports whether a marker stands in a heading or title.
func inHeading(x *sinosoviet.Excerpt, m sinosoviet.Marker) bool {
	if len(x.Sentences) == 0 {
		return true
	}
	return m.Label == "edit" && m.Kind == sinosoviet.MarkerNote
}

func (c Config) minSimilarity() float64 {
	if c.MinSimilarity == 0 {
		return 0.5
	}
	return c.MinSimilarity
}

func (c Config) closeness() float64 {
	if c.Closeness == 0 {
		return 0.08
	}
	return c.Closeness
}

func (c Config) maxAlternatives() int {
	switch {
	case c.MaxAlternatives < 0:
		return 0
	case c.MaxAlternatives == 0:
		return 4
	}
	return c.MaxAlternatives
}
