package parse

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// Prose reads plain prose: paragraphs become blocks, blocks are cut into sentences, and nothing is taken for markup. There is one
// section, the lead. Article.Text is the source, byte for byte.
//
// A blank line ends a paragraph. So does a line break, unless the text has hard line breaks: more than a third of
// its longer lines are 55 to 95 bytes long and do not end as sentences do. In such a text a line that does end so closes the paragraph only
// where no blank lines do.
func Prose(src *sinosoviet.Source) *sinosoviet.Article { return new(Parser).Prose(src) }

// Prose is like the function [Prose].
func (p *Parser) Prose(src *sinosoviet.Source) *sinosoviet.Article {
	src = src.WithFormat(sinosoviet.FormatText)
	text := src.Text()
	a := &sinosoviet.Article{Source: src, Title: articleTitle(src), Text: sinosoviet.PlainText(text)}
	a.Sections = []sinosoviet.Section{{Level: 1, Span: sinosoviet.Span{Start: 0, End: len(text)}}}
	for start, end := range paragraphs(text) {
		sp := sinosoviet.Span{Start: start, End: end}
		a.Blocks = append(a.Blocks, sinosoviet.Block{Kind: sinosoviet.BlockParagraph, Span: sp, TextSpan: sp})
	}
	sectionTexts(a, nil)
	a.Sentences = sentences(a)
	return a
}

// paragraphs yields the paragraphs of plain prose, without the blanks around them.
func paragraphs(text string) func(func(int, int) bool) {
	wrapped, spaced := isWrapped(text), strings.Contains(text, "\n\n")
	return func(yield func(int, int) bool) {
		start, end := 0, 0 // the paragraph so far
		for i := 0; i < len(text); {
			next := len(text)
			if j := strings.IndexByte(text[i:], '\n'); j >= 0 {
				next = i + j + 1
			}
			line := strings.TrimSpace(text[i:next])
			at := i + strings.Index(text[i:next], line)
			goesOn := wrapped && line != "" && end > start && (spaced || !isTerminated(text[start:end]))
			if !goesOn && end > start {
				if !yield(start, end) {
					return
				}
				end = start
			}
			if line != "" {
				if end <= start {
					start = at
				}
				end = at + len(line)
			}
			i = next
		}
		if end > start {
			yield(start, end)
		}
	}
}

// isWrapped reports hard line breaks.
func isWrapped(text string) bool {
	long, broken := 0, 0
	for line := range strings.Lines(text) {
		if n := len(line); n > 30 {
			long++
			if n >= 55 && n <= 95 && !isTerminated(strings.TrimSpace(line)) {
				broken++
			}
		}
	}
	return broken*100 > long*35
}
