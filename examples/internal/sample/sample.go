// Package sample embeds the two texts that the example programs show when they are
// given no file: an article in flattened wikitext, and an excerpt of the rendered page of an
// earlier revision of it. Their licence is in NOTICE.
package sample

import (
	_ "embed" // the texts

	"github.com/sinosoviet/sinosoviet"
)

// The names under which the sample texts appear as sources.
const (
	ArticleName = "sino-soviet-relations.article.txt"
	ExcerptName = "sino-soviet-relations.excerpt.txt"
)

//go:embed sino-soviet-relations.article.txt
var article string

//go:embed sino-soviet-relations.excerpt.txt
var excerpt string

// Article is the article, flattened wikitext of 29,717 bytes.
func Article() *sinosoviet.Source {
	return sinosoviet.NewSource(ArticleName, sinosoviet.FormatFlattened, article)
}

// Excerpt is the excerpt: 23 sentences of a rendered page.
func Excerpt() *sinosoviet.Source {
	return sinosoviet.NewSource(ExcerptName, sinosoviet.FormatExcerpt, excerpt)
}
