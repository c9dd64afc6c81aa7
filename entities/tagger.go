package entities

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
	"github.com/sinosoviet/sinosoviet/internal/sentence"
)

// Config is how names are found. Its zero value uses all there is: tokens and tags of prose v3, every layer, the
// trained model.
type Config struct {
	// Recogniser gives tokens and tags; nil = prose v3. Package entities/prosev2 has one on prose v2.
	Recogniser Recogniser

	// NoModel leaves out the trained model: links, gazetteer and rules only.
	NoModel bool

	// Model is the trained model; nil = the built-in one.
	Model *Model

	// NoLinks leaves the article's links unread, as if its text were plain.
	NoLinks bool

	// Names are further names, which count before those of the built-in lists.
	Names []Name

	// Resolve, when set, is asked once for every canonical name of a document; what it knows becomes
	// Entity.QID. It must be safe for concurrent use if the Tagger is used so.
	Resolve func(name string) (qid string, ok bool)
}

// Name is a name a caller adds to the lists.
type Name struct {
	Name    string          // canonical name
	Kind    sinosoviet.Kind // must be one of the nine kinds
	Aliases []string        // other ways to write it
}

// Tagger finds names in texts. It is immutable and safe for concurrent use; equal input gives equal output.
type Tagger struct {
	config     Config
	recogniser Recogniser
	table      *gazetteer.Table
	model      *Model    // nil = none
	memory     sync.Pool // of *memory
}

// New is a Tagger for the config. The first Tagger reads the built-in lists and models; all others share
// them. An error tells of an unusable config.
func New(config Config) (*Tagger, error) {
	t := &Tagger{config: config, recogniser: config.Recogniser, table: gazetteer.Default()}
	if t.recogniser == nil {
		r, err := newProseV3()
		if err != nil {
			return nil, fmt.Errorf("entities: loading prose: %w", err)
		}
		t.recogniser = r
	}
	if !config.NoModel {
		if t.model = config.Model; t.model == nil {
			m, err := builtin()
			if err != nil {
				return nil, fmt.Errorf("entities: built-in model: %w", err)
			}
			t.model = m
		}
	}
	if len(config.Names) > 0 {
		t.table = t.table.Clone()
	}
	for _, n := range config.Names {
		if n.Name == "" || !isKind(n.Kind) {
			return nil, fmt.Errorf("entities: name %q of kind %q: want a name and one of the nine kinds", n.Name, n.Kind)
		}
		for _, key := range append([]string{n.Name}, n.Aliases...) {
			if key != "" {
				t.table.Prepend(key, gazetteer.Entry{Name: n.Name, Kind: string(n.Kind)})
			}
		}
	}
	return t, nil
}

func isKind(k sinosoviet.Kind) bool {
	switch k {
	case sinosoviet.KindPerson, sinosoviet.KindOrg, sinosoviet.KindGPE, sinosoviet.KindLoc, sinosoviet.KindNorp,
		sinosoviet.KindFac, sinosoviet.KindEvent, sinosoviet.KindLaw, sinosoviet.KindWork:
		return true
	}
	return false
}

// Analysis is what one pass over an article gives.
type Analysis struct {
	Entities []sinosoviet.Entity // in order of TextSpan, not overlapping
	Tokens   []Token             // of the whole readable text, in order; offsets are bytes of Article.Text
}

// Article finds the names in the readable text of an article. The error is that of the context or of the
// recogniser; no article is bad.
func (t *Tagger) Article(ctx context.Context, a *sinosoviet.Article) ([]sinosoviet.Entity, error) {
	an, err := t.Analyse(ctx, a)
	return an.Entities, err
}

// Tokens cuts the readable text of an article into tagged tokens.
func (t *Tagger) Tokens(ctx context.Context, a *sinosoviet.Article) ([]Token, error) {
	mem := t.remember()
	defer t.memory.Put(mem)
	tokens, err := t.tokens(ctx, a, mem)
	return tokens.all, err
}

// Text finds the names in plain prose. Spans and text spans are the same.
func (t *Tagger) Text(ctx context.Context, text string) ([]sinosoviet.Entity, error) {
	return t.Article(ctx, &sinosoviet.Article{Text: sinosoviet.PlainText(text)})
}

// Analyse gives names and tokens of an article in one pass.
func (t *Tagger) Analyse(ctx context.Context, a *sinosoviet.Article) (Analysis, error) {
	mem := t.remember()
	tokens, err := t.tokens(ctx, a, mem)
	if err != nil {
		return Analysis{}, err
	}
	d := newDocument(t, a, tokens, mem)
	d.find()
	found := d.entities()
	if len(mem.words.Words) <= maxKept {
		t.memory.Put(mem)
	}
	return Analysis{Entities: found, Tokens: tokens.all}, nil
}

// remember is memory for a text, that of an earlier one if there is some.
func (t *Tagger) remember() *memory {
	mem, ok := t.memory.Get().(*memory)
	if !ok {
		mem = new(memory)
	}
	return mem
}

// tokens are the tokens of a text.
type tokens struct {
	all     []Token
	numbers []int32 // of their texts in the book of the reading
	begins  []int   // those that begin a sentence
}

// each yields the tokens as package nametag wants them.
func (t tokens) each(yield func(nametag.Token) bool) {
	begins := t.begins
	for i, k := range t.all {
		first := len(begins) > 0 && begins[0] == i
		if first {
			begins = begins[1:]
		}
		if !yield(nametag.Token{Start: k.Start, End: k.End, Tag: k.Tag, Number: t.numbers[i], Break: first}) {
			return
		}
	}
}

// tokens runs the recogniser over the sentences of the article.
func (t *Tagger) tokens(ctx context.Context, a *sinosoviet.Article, mem *memory) (tokens, error) {
	text := a.Text.String()
	out := tokens{all: make([]Token, 0, len(text)/5+1), numbers: mem.numbers[:0]}
	ours, _ := t.recogniser.(*proseV3)
	mem.reading.begin(t)
	for sp := range sentences(a) {
		if err := ctx.Err(); err != nil {
			return tokens{}, err
		}
		c := clean(text[sp.Start:sp.End])
		from := len(out.all)
		mem.reading.numbers = mem.reading.numbers[:0]
		if ours != nil { // straight behind those there are
			found, err := ours.recognise(out.all, c.text, &mem.reading)
			if err != nil {
				return tokens{}, err
			}
			out.all = found
		} else {
			found, err := t.recogniser.Recognise(ctx, c.text)
			if err != nil {
				return tokens{}, err
			}
			out.all = append(out.all, found...)
		}
		out.restore(c, from, text, sp, &mem.reading)
		if from < len(out.all) {
			out.begins = append(out.begins, from)
		}
	}
	mem.numbers = out.numbers
	return out, nil
}

// restore turns the offsets of the tokens from the one on, which are those of the cleaned sentence, into offsets of the text in which it stands at
// sp, and numbers the tokens. Those that are empty, not in order or outside the sentence are left out.
func (t *tokens) restore(c cleaned, from int, text string, sp sinosoviet.Span, known *reading) {
	at, kept := sp.Start, t.all[:from]
	for i, f := range t.all[from:] {
		if f.Start < 0 || f.Start >= f.End || f.End > len(c.text) {
			continue
		}
		// The end is that of the last byte, since what stands between two tokens may have been left out.
		start, end := sp.Start+c.original(f.Start), sp.Start+c.original(f.End-1)+1
		for end < sp.End && text[end]&0xC0 == 0x80 {
			end++ // a curly mark that was made one byte
		}
		if start < at || end <= start || end > sp.End {
			continue
		}
		kept = append(kept, Token{start, end, f.Tag})
		if i < len(known.numbers) && end-start == f.End-f.Start { // nothing was cleaned in it
			t.numbers = append(t.numbers, known.numbers[i])
		} else {
			t.numbers = append(t.numbers, known.book.Number(text[start:end]))
		}
		at = end
	}
	t.all = kept
}

// sentences yields the sentences of the readable text: those of the article where it has them, else its blocks
// and what stands between, split here.
func sentences(a *sinosoviet.Article) func(yield func(sinosoviet.Span) bool) {
	return func(yield func(sinosoviet.Span) bool) {
		text := a.Text.String()
		at := 0
		split := func(from, to int) bool {
			for from < to && (text[from] == ' ' || text[from] == '\n') {
				from++
			}
			for from < to {
				line := to
				if i := strings.IndexByte(text[from:to], '\n'); i >= 0 {
					line = from + i
				}
				if line > from {
					for s, e := range sentence.Split(text[from:line]) {
						if !yield(sinosoviet.Span{Start: from + s, End: from + e}) {
							return false
						}
					}
				}
				from = line + 1
			}
			return true
		}
		for _, s := range a.Sentences {
			sp := s.TextSpan
			if sp.Start < at || sp.End > len(text) || sp.Start >= sp.End {
				continue
			}
			if !split(at, sp.Start) || !yield(sp) {
				return
			}
			at = sp.End
		}
		split(at, len(text))
	}
}
