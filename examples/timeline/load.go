package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/examples/internal/input"
	"github.com/sinosoviet/sinosoviet/examples/internal/sample"
	"github.com/sinosoviet/sinosoviet/extract"
	"github.com/sinosoviet/sinosoviet/parse"
	"github.com/sinosoviet/sinosoviet/timeline"
)

// source is one file's events: of a text, or of a timeline that was written before.
type source struct {
	doc      timeline.Document
	events   []sinosoviet.Event
	timeline *timeline.Timeline
}

// load reads the files, or the sample where none is named. Of a file that cannot be read the failure is told, and the others are read
// all the same. Excerpts are read last, against the first article.
func (p *program) load(ctx context.Context, names []string) []source {
	x := &extract.Extractor{Title: p.title}
	if p.noModel {
		tagger, err := entities.New(entities.Config{NoModel: true})
		if err != nil {
			p.fail(err)
			return nil
		}
		x.Entities = tagger
	}
	texts := make([]*sinosoviet.Source, 0, len(names))
	if len(names) == 0 {
		texts = append(texts, sample.Article(), sample.Excerpt())
	}
	for _, name := range names {
		src, notes, err := input.Read(name, "", p.stdin)
		if err != nil {
			p.fail(err)
			continue
		}
		for _, n := range notes {
			fmt.Fprintln(p.stderr, "timeline:", n)
		}
		texts = append(texts, src)
	}
	all := make([]source, len(texts))
	var article *extract.Document
	done := make([]bool, len(texts))
	for i, src := range texts {
		if isJSON(src.Text()) {
			t, err := timeline.ReadJSON(strings.NewReader(src.Text()), src.Name())
			if err != nil {
				p.fail(fmt.Errorf("%s: %w", src.Name(), err))
				continue
			}
			all[i], done[i] = source{timeline: t}, true
			continue
		}
		if isExcerpt(src) {
			continue
		}
		doc, err := x.Auto(ctx, src)
		if err != nil {
			p.fail(fmt.Errorf("%s: %w", src.Name(), err))
			continue
		}
		if article == nil && len(doc.Sections) > 0 {
			article = doc
		}
		all[i], done[i] = sourceOf(doc), true
	}
	for i, src := range texts {
		if done[i] || isJSON(src.Text()) || !isExcerpt(src) {
			continue
		}
		doc, err := x.Excerpt(ctx, src, article)
		if err != nil {
			p.fail(fmt.Errorf("%s: %w", src.Name(), err))
			continue
		}
		all[i], done[i] = sourceOf(doc), true
		if all[i].doc.Title == "" && article != nil {
			all[i].doc.Title = article.Title
		}
	}
	kept := all[:0]
	for i := range all {
		if done[i] {
			kept = append(kept, all[i])
		}
	}
	return kept
}

func sourceOf(doc *extract.Document) source {
	s := source{doc: timeline.Document{Name: doc.Source.Name(), Title: doc.Title, Citations: doc.Citations}, events: doc.Events}
	for i := range doc.Sections {
		s.doc.Sections = append(s.doc.Sections, doc.Sections[i].Heading)
	}
	return s
}

// isJSON reports whether a text is an object rather than an article: of those that begin so, templates begin with two braces.
func isJSON(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n\ufeff")
	return strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "{{") && !strings.HasPrefix(text, "{|")
}

func isExcerpt(src *sinosoviet.Source) bool {
	format := src.Format()
	if format == "" {
		format, _ = parse.Detect(src.Text())
	}
	return format == sinosoviet.FormatExcerpt
}
