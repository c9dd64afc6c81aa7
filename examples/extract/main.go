// Command extract prints everything the library knows about a document, as JSON.
//
//	extract [flags] [FILE ...]    no FILE: the embedded sample article; "-": standard input
//
// Each document is one line (JSON Lines), or indented with -pretty. Exit status: 0 when every document was
// read, 1 when a file could not be read or written (the others are still done), 2 for wrong flags.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/examples/internal/input"
	"github.com/sinosoviet/sinosoviet/examples/internal/naming"
	"github.com/sinosoviet/sinosoviet/examples/internal/sample"
	"github.com/sinosoviet/sinosoviet/extract"
	"github.com/sinosoviet/sinosoviet/parse"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// program is one run: its settings, and where it writes.
type program struct {
	x       extract.Extractor
	format  sinosoviet.Format
	title   string
	against string
	article *extract.Document // what against holds
	parts   extract.Parts
	pretty  bool
	stdin   io.Reader
	out     *bufio.Writer
	stderr  io.Writer
	status  int
	broken  bool // nothing more can be written
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{stdin: stdin, out: bufio.NewWriterSize(stdout, 1<<16), stderr: stderr}
	files, batch, err := p.flags(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		fmt.Fprintln(stderr, "extract:", err)
		return 2
	}
	if err := p.readAgainst(ctx); err != nil {
		p.fail(err) // the documents are still read, without an article beside them
	}
	if batch {
		p.batch(ctx)
	} else {
		p.files(ctx, files)
	}
	if err := p.out.Flush(); err != nil {
		p.cannotWrite(err)
	}
	return p.status
}

func (p *program) flags(args []string) (files []string, batch bool, err error) {
	fs := flag.NewFlagSet("extract", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	format := fs.String("format", "auto", "auto|wikitext|flattened|excerpt|text")
	parts := fs.String("parts", "", "comma list out of: article,citations,dates,entities,events,excerpt,diagnostics (default all)")
	var names naming.Flags
	names.Register(fs)
	fs.StringVar(&p.title, "title", "", "the page's title when the text does not carry it")
	fs.StringVar(&p.against, "against", "", "with an excerpt: the article it was taken from")
	fs.BoolVar(&p.pretty, "pretty", false, "indent the output")
	fs.BoolVar(&batch, "batch", false, `standard input is JSON Lines {"id","format","title","text"[,"against"]}`)
	if err := fs.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			fs.SetOutput(p.stderr)
			fmt.Fprintln(p.stderr, "usage: extract [flags] [FILE ...]")
			fs.PrintDefaults()
		}
		return nil, false, err
	}
	if p.format, err = parseFormat(*format); err != nil {
		return nil, false, err
	}
	if p.parts, err = parseParts(*parts); err != nil {
		return nil, false, err
	}
	if batch && fs.NArg() > 0 {
		return nil, false, errors.New("-batch reads standard input and takes no files")
	}
	if p.parts != 0 { // what is not printed need not be found; events need dates and entities
		needed := p.parts
		if needed&extract.PartEvents != 0 {
			needed |= extract.PartDates | extract.PartEntities
		}
		p.x.Skip = ^needed
	}
	p.x.Entities, err = names.Tagger()
	return fs.Args(), batch, err
}

func parseFormat(s string) (sinosoviet.Format, error) {
	switch f := sinosoviet.Format(s); f {
	case "auto", "":
		return "", nil
	case sinosoviet.FormatWikitext, sinosoviet.FormatFlattened, sinosoviet.FormatExcerpt, sinosoviet.FormatText:
		return f, nil
	}
	return "", fmt.Errorf("format: want auto, wikitext, flattened, excerpt or text, got %q", s)
}

var partNames = map[string]extract.Parts{
	"article": extract.PartArticle, "citations": extract.PartCitations, "dates": extract.PartDates, "entities": extract.PartEntities,
	"events": extract.PartEvents, "excerpt": extract.PartExcerpt, "diagnostics": extract.PartDiagnostics,
}

func parseParts(s string) (parts extract.Parts, err error) {
	if s == "" {
		return 0, nil
	}
	for name := range strings.SplitSeq(s, ",") {
		part, ok := partNames[strings.TrimSpace(name)]
		if !ok {
			return 0, fmt.Errorf("-parts: unknown part %q", name)
		}
		parts |= part
	}
	return parts, nil
}

// fail reports a failure that does not stop the others.
func (p *program) fail(err error) {
	fmt.Fprintln(p.stderr, "extract:", err)
	p.status = 1
}

// cannotWrite reports once that the output takes no more.
func (p *program) cannotWrite(err error) {
	if !p.broken {
		p.broken = true
		p.fail(fmt.Errorf("cannot write: %w", err))
	}
}

// readAgainst reads the article that excerpts are put beside.
func (p *program) readAgainst(ctx context.Context) error {
	if p.against == "" {
		return nil
	}
	src, err := p.read(p.against, "")
	if err == nil {
		p.article, err = p.x.Auto(ctx, src)
	}
	return err
}

func (p *program) files(ctx context.Context, names []string) {
	if len(names) == 0 {
		src := sample.Article()
		if p.format != "" {
			src = src.WithFormat(p.format)
		}
		p.document(ctx, nil, src)
	}
	for _, name := range names {
		if src, err := p.read(name, p.format); err != nil {
			p.fail(err)
		} else {
			p.document(ctx, nil, src)
		}
		if ctx.Err() != nil || p.broken {
			return
		}
	}
}

func (p *program) read(name string, format sinosoviet.Format) (*sinosoviet.Source, error) {
	src, notes, err := input.Read(name, format, p.stdin)
	for _, note := range notes {
		fmt.Fprintln(p.stderr, "extract:", note)
	}
	return src, err
}

// document reads one document and prints it; id is the batch line's, as given.
func (p *program) document(ctx context.Context, id json.RawMessage, src *sinosoviet.Source) {
	doc, err := p.extract(ctx, src, p.title, p.article)
	if err != nil {
		p.fail(fmt.Errorf("%s: %w", src.Name(), err))
		return
	}
	p.print(id, doc)
}

func (p *program) extract(ctx context.Context, src *sinosoviet.Source, title string, article *extract.Document) (*extract.Document, error) {
	x := p.x
	x.Title = title
	if src.Format() == sinosoviet.FormatExcerpt || article != nil && src.Format() == "" && !isMarkup(src.Text()) {
		return x.Excerpt(ctx, src, article)
	}
	return x.Auto(ctx, src)
}

// isMarkup reports a text that is no excerpt even beside an article: one with wikitext's own signs. An excerpt
// without markers is told by nothing but the article it is given with.
func isMarkup(text string) bool {
	format, _ := parse.Detect(text)
	return format == sinosoviet.FormatWikitext || format == sinosoviet.FormatFlattened && strings.Contains(text, "{{")
}

// line is a document with the id of its batch line, which may be any JSON value.
type line struct {
	ID json.RawMessage `json:"id,omitempty"`
	*extract.Document
}

func (p *program) print(id json.RawMessage, doc *extract.Document) {
	if err := p.encode(p.out, id, doc); err != nil {
		p.cannotWrite(err)
	}
}

func (p *program) encode(w io.Writer, id json.RawMessage, doc *extract.Document) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if p.pretty {
		enc.SetIndent("", "  ")
	}
	return enc.Encode(line{id, doc.Select(p.parts)})
}
