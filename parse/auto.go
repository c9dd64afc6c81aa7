package parse

import "github.com/sinosoviet/sinosoviet"

// Auto reads a text of any format as an article, by the zero [Parser].
func Auto(src *sinosoviet.Source) (article *sinosoviet.Article, reason string) {
	return new(Parser).Auto(src)
}

// Auto reads a text by the format its source tells, or else by the one [Detect] finds. The article's Source has the format it was read by; reason
// says why. Of an excerpt this is the article part; its markers are what [Excerpt] gives.
func (p *Parser) Auto(src *sinosoviet.Source) (article *sinosoviet.Article, reason string) {
	format, reason := src.Format(), "told"
	if format == "" {
		format, reason = Detect(src.Text())
	}
	switch format {
	case sinosoviet.FormatWikitext:
		return p.Wikitext(src), reason
	case sinosoviet.FormatFlattened:
		return p.Flattened(src), reason
	case sinosoviet.FormatExcerpt:
		return &Excerpt(src).Article, reason
	}
	return p.Prose(src), reason
}
