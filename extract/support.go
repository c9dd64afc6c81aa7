package extract

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/parse"
)

// support tells what stands behind the clauses of a document. What an excerpt says is sourced where the article it was taken
// from says it: a marker printed in an excerpt may close a sentence that the excerpt leaves out.
type support struct {
	text    string // of the document
	marks   *parse.Supporter
	article *sinosoviet.Article // of an excerpt; nil otherwise
	aligned []sinosoviet.Alignment
}

// newSupport prepares the answers for a document; context is the document an excerpt was taken from, or nil.
func newSupport(doc, context *Document) *support {
	s := &support{text: doc.Text.String()}
	switch {
	case doc.Excerpt == nil:
		s.marks = parse.NewSupporter(doc.Article)
	case context != nil && context.Article != nil:
		s.marks, s.article, s.aligned = parse.NewSupporter(context.Article), context.Article, doc.Excerpt
	}
	return s
}

// behind is what stands behind a clause of the sentence with the given index: ids of citations, and since when one is needed.
func (s *support) behind(clause sinosoviet.Span, sentence int) (ids []string, neededSince string) {
	if s.marks == nil {
		return nil, ""
	}
	if s.article == nil {
		return s.marks.Behind(clause)
	}
	if sentence >= len(s.aligned) || len(s.aligned[sentence].Sentences) == 0 {
		return nil, ""
	}
	there := s.sentences(s.aligned[sentence].Sentences)
	if i := strings.Index(s.article.Text.String()[there.Start:there.End], s.text[clause.Start:clause.End]); i >= 0 {
		there = sinosoviet.Span{Start: there.Start + i, End: there.Start + i + clause.Len()}
	}
	return s.marks.Behind(there)
}

// sentences is the text from the first to the last of the article's sentences.
func (s *support) sentences(indexes []int) sinosoviet.Span {
	var out sinosoviet.Span
	for _, i := range indexes {
		if i < len(s.article.Sentences) {
			out = out.Cover(s.article.Sentences[i].TextSpan)
		}
	}
	return out
}
