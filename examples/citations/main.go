// Command citations audits the sources of articles: which are used and which are not, short notes without a source,
// identifiers that cannot be right, statements without a source, and the share of sentences and events that have one. It also prints the
// sources in the formats of reference managers.
//
//	go run ./examples/citations                          # the embedded sample
//	go run ./examples/citations -format markdown FILE    # text, markdown, json
//	go run ./examples/citations -format biblatex FILE    # csl, bibtex, biblatex, ris, wikitext, coins
//	go run ./examples/citations -used -format ris FILE   # only what the text refers to
//
// Exit status: 0 when every file was read, 1 when one could not be read or written, 2 for wrong flags.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"os/signal"
	"slices"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/cite"
	"github.com/sinosoviet/sinosoviet/examples/internal/input"
	"github.com/sinosoviet/sinosoviet/examples/internal/sample"
	"github.com/sinosoviet/sinosoviet/extract"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

const usage = `usage: citations [flags] [FILE ...]

Audits the sources of articles (wikitext or flattened), or prints the sources. Without files it shows the embedded sample; "-" is standard input.

`

// options are the flags.
type options struct {
	format      string
	input       string
	used        bool
	maintenance bool
	list        int
}

// formats are what can be printed; those with a writer are exports.
var formats = []string{"text", "json", "markdown", "csl", "bibtex", "biblatex", "ris", "wikitext", "coins"}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var o options
	flags := flag.NewFlagSet("citations", flag.ContinueOnError)
	flags.StringVar(&o.format, "format", "text", "what to print: an audit as `text|json|markdown`, or the sources as csl|bibtex|biblatex|ris|wikitext|coins")
	flags.StringVar(&o.input, "input", "auto", "the files' format: `auto|wikitext|flattened`")
	flags.BoolVar(&o.used, "used", false, "export only sources that the text refers to")
	flags.BoolVar(&o.maintenance, "maintenance", false, "list maintenance conditions too, not only errors")
	flags.IntVar(&o.list, "list", 20, "at most `N` entries of each list in text and markdown; 0 is all")
	if status, ok := input.Flags(flags, usage, args, stderr); !ok {
		return status
	}
	if !slices.Contains(formats, o.format) {
		fmt.Fprintf(stderr, "citations: unknown -format %q: want one of %v\n", o.format, formats)
		return 2
	}
	if o.input != "auto" && o.input != "wikitext" && o.input != "flattened" {
		fmt.Fprintf(stderr, "citations: unknown -input %q: want auto, wikitext or flattened\n", o.input)
		return 2
	}
	if o.list < 0 {
		fmt.Fprintf(stderr, "citations: -list %d: want 0 or more\n", o.list)
		return 2
	}
	return o.all(ctx, flags.Args(), stdin, stdout, stderr)
}

// all reads every file, and goes on behind one that cannot be read.
func (o *options) all(ctx context.Context, files []string, stdin io.Reader, stdout, stderr io.Writer) int {
	code := 0
	fail := func(err error) {
		fmt.Fprintf(stderr, "citations: %v\n", err)
		code = 1
	}
	var docs []*extract.Document
	if len(files) == 0 {
		doc, err := extract.Flattened(ctx, sample.Article())
		if err != nil {
			fail(err)
			return code
		}
		docs = append(docs, doc)
	}
	for _, name := range files {
		doc, err := o.read(ctx, name, stdin, stderr)
		if err != nil {
			fail(err)
			continue
		}
		docs = append(docs, doc)
	}
	out := bufio.NewWriter(stdout)
	if err := o.print(out, docs); err != nil {
		fail(err)
	}
	if err := out.Flush(); err != nil {
		fail(err)
	}
	return code
}

func (o *options) read(ctx context.Context, name string, stdin io.Reader, stderr io.Writer) (*extract.Document, error) {
	src, notes, err := input.Read(name, "", stdin)
	for _, n := range notes {
		fmt.Fprintln(stderr, "citations: "+n)
	}
	if err != nil {
		return nil, err
	}
	x := extract.Extractor{}
	switch o.input {
	case "wikitext":
		return x.Wikitext(ctx, src)
	case "flattened":
		return x.Flattened(ctx, src)
	}
	return x.Auto(ctx, src)
}

// print prints the audits, or the sources of all documents as one export.
func (o *options) print(w io.Writer, docs []*extract.Document) error {
	switch o.format {
	case "text", "markdown", "json":
		for i, d := range docs {
			a := auditOf(d, o.maintenance)
			if o.format == "json" {
				b, err := json.MarshalIndent(a, "", "  ")
				if err != nil {
					return err
				}
				fmt.Fprintf(w, "%s\n", b)
				continue
			}
			if i > 0 {
				fmt.Fprintln(w)
			}
			p := printer{w: w, list: o.list, markdown: o.format == "markdown"}
			p.audit(a)
		}
		return nil
	}
	sources := o.sources(docs)
	switch o.format {
	case "csl":
		return cite.WriteCSL(w, sources)
	case "bibtex":
		return cite.WriteBibTeX(w, sources)
	case "biblatex":
		return cite.WriteBibLaTeX(w, sources)
	case "ris":
		return cite.WriteRIS(w, sources)
	case "wikitext":
		return cite.WriteWikitext(w, sources)
	}
	for c := range sources {
		fmt.Fprintln(w, cite.COinSSpan(c))
	}
	return nil
}

// sources yields the sources of all documents in order.
func (o *options) sources(docs []*extract.Document) iter.Seq[*sinosoviet.Citation] {
	return func(yield func(*sinosoviet.Citation) bool) {
		for _, d := range docs {
			used := usedSources(d.Citations)
			for c := range cite.Sources(d.Citations) {
				if o.used && !used[c.ID] {
					continue
				}
				if !yield(c) {
					return
				}
			}
		}
	}
}
