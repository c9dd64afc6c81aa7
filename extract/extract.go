package extract

import (
	"context"
	"slices"
	"sync"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/align"
	"github.com/sinosoviet/sinosoviet/cite"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/parse"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// Extractor holds the configuration of the steps. The zero Extractor is ready; once in use it
// must not be changed, and is then safe for concurrent use.
type Extractor struct {
	Parser   parse.Parser     // how wikitext is read
	Temporal temporal.Tagger  // how dates are found and anchored
	Entities *entities.Tagger // how names are found; nil: the default one, shared by all
	Title    string           // title of the page, for texts that do not carry it
	Skip     Parts            // steps not to take: any of PartDates, PartEntities, PartEvents; events need the other two
}

// defaultTagger is the tagger of every Extractor that has none of its own.
var defaultTagger = sync.OnceValues(func() (*entities.Tagger, error) { return entities.New(entities.Config{}) })

func (x *Extractor) tagger() (*entities.Tagger, error) {
	if x.Entities != nil {
		return x.Entities, nil
	}
	return defaultTagger()
}

// Wikitext reads MediaWiki wikitext.
func Wikitext(ctx context.Context, src *sinosoviet.Source) (*Document, error) {
	return new(Extractor).Wikitext(ctx, src)
}

// Flattened reads the flattened dialect of wikitext.
func Flattened(ctx context.Context, src *sinosoviet.Source) (*Document, error) {
	return new(Extractor).Flattened(ctx, src)
}

// Text reads plain prose.
func Text(ctx context.Context, src *sinosoviet.Source) (*Document, error) {
	return new(Extractor).Text(ctx, src)
}

// Excerpt reads text of a rendered page, against the article it was taken from when that is not nil.
func Excerpt(ctx context.Context, src *sinosoviet.Source, article *Document) (*Document, error) {
	return new(Extractor).Excerpt(ctx, src, article)
}

// Auto looks at the text, decides which of the formats it is, and reads it so.
func Auto(ctx context.Context, src *sinosoviet.Source) (*Document, error) {
	return new(Extractor).Auto(ctx, src)
}

// Wikitext reads MediaWiki wikitext.
func (x *Extractor) Wikitext(ctx context.Context, src *sinosoviet.Source) (*Document, error) {
	return x.article(ctx, x.Parser.Wikitext(src))
}

// Flattened reads the flattened dialect of wikitext.
func (x *Extractor) Flattened(ctx context.Context, src *sinosoviet.Source) (*Document, error) {
	return x.article(ctx, x.Parser.Flattened(src))
}

// Text reads plain prose.
func (x *Extractor) Text(ctx context.Context, src *sinosoviet.Source) (*Document, error) {
	return x.article(ctx, x.Parser.Prose(src))
}

// Auto decides by [parse.Detect] which of the formats the text is, unless the source
// says it, and reads it so. Document.Source.Format tells what was decided.
func (x *Extractor) Auto(ctx context.Context, src *sinosoviet.Source) (*Document, error) {
	format := src.Format()
	if format == "" {
		format, _ = parse.Detect(src.Text())
	}
	switch format {
	case sinosoviet.FormatWikitext:
		return x.Wikitext(ctx, src)
	case sinosoviet.FormatFlattened:
		return x.Flattened(ctx, src)
	case sinosoviet.FormatExcerpt:
		return x.Excerpt(ctx, src, nil)
	}
	return x.Text(ctx, src)
}

// article adds to an article what was read of it.
func (x *Extractor) article(ctx context.Context, a *sinosoviet.Article) (*Document, error) {
	doc := &Document{Article: a}
	x.title(a)
	for i := range a.Citations {
		for _, d := range cite.Check(&a.Citations[i]) {
			a.Diagnostics.Add(d)
		}
	}
	a.Diagnostics.Sort()
	return doc, x.facts(ctx, doc, nil)
}

// title sets the caller's title on an article whose text carries none; another that it may have is its source's name.
func (x *Extractor) title(a *sinosoviet.Article) {
	carried := slices.ContainsFunc(a.Blocks, func(b sinosoviet.Block) bool { return b.Kind == sinosoviet.BlockTitle })
	if x.Title != "" && !carried {
		a.Title = x.Title
	}
}

// facts finds dates, names and events of a document whose article is read. context is the
// document an excerpt was taken from, or nil.
func (x *Extractor) facts(ctx context.Context, doc, context *Document) error {
	var when temporal.Result
	var names entities.Analysis
	var err error
	if x.Skip&PartDates == 0 {
		if when, err = x.Temporal.Article(ctx, doc.Article); err != nil {
			return err
		}
		doc.Dates = when.Dates
	}
	if x.Skip&PartEntities == 0 {
		tagger, err := x.tagger()
		if err != nil {
			return err
		}
		about := *doc.Article
		about.Title = topic(doc.Article)
		if names, err = tagger.Analyse(ctx, &about); err != nil {
			return err
		}
		doc.Entities = names.Entities
	}
	if x.Skip&(PartDates|PartEntities|PartEvents) == 0 {
		doc.Events, err = (&reading{doc: doc, behind: newSupport(doc, context), when: when, names: names}).events(ctx)
	}
	doc.Entities = ownBytes(doc.Entities)
	return err
}

// Excerpt reads text of a rendered page. With the article it was taken from it is aligned with it: its
// markers find their citations, and Citations are then the article's. Without one, markers are read and attached,
// and nothing is made up.
func (x *Extractor) Excerpt(ctx context.Context, src *sinosoviet.Source, article *Document) (*Document, error) {
	ex := parse.Excerpt(src)
	doc := &Document{Article: &ex.Article}
	x.title(doc.Article)
	var against *sinosoviet.Article
	if article != nil {
		against = article.Article
	}
	result, err := align.Config{}.AlignContext(ctx, against, ex)
	if err != nil {
		return nil, err
	}
	doc.Excerpt = result.Sentences
	if against != nil {
		doc.Revision = &result.Revision
		doc.Citations = against.Citations
	}
	return doc, x.facts(ctx, doc, article)
}
