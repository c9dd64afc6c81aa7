// Command align puts an excerpt of a rendered page beside the article it was taken from: sentence by sentence, the edits
// marked, and for each of the excerpt's markers the full citation it denotes and how that was found.
//
//	go run ./examples/align                         # the embedded sample
//	go run ./examples/align ARTICLE EXCERPT         # files; "-" is standard input, for one of them
//	go run ./examples/align -format html -o report.html ARTICLE EXCERPT
//
// Exit status: 0 when both were read, 1 when a file could not be read or written, 2 for wrong flags.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/align"
	"github.com/sinosoviet/sinosoviet/examples/internal/input"
	"github.com/sinosoviet/sinosoviet/examples/internal/sample"
	"github.com/sinosoviet/sinosoviet/parse"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

const usage = `usage: align [flags] [ARTICLE EXCERPT]

Puts an excerpt of a rendered page beside the article (wikitext or flattened). Without files it shows the embedded sample;
"-" is standard input.

`

// options are the flags.
type options struct {
	format   string
	article  string
	output   string
	width    int
	minimum  float64
	articles []string
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var o options
	flags := flag.NewFlagSet("align", flag.ContinueOnError)
	flags.StringVar(&o.format, "format", "text", "what to print: `text|json|html`")
	flags.StringVar(&o.article, "article", "auto", "the article's format: `auto|wikitext|flattened|text`")
	flags.StringVar(&o.output, "o", "", "write to `FILE` instead of standard output")
	flags.IntVar(&o.width, "width", 100, "width of the text report in `columns`, at least 40")
	flags.Float64Var(&o.minimum, "min", 0, "least `share` of words, 0 to 1, by which an edited sentence counts as found (0: 0.5)")
	if status, ok := input.Flags(flags, usage, args, stderr); !ok {
		return status
	}
	o.articles = flags.Args()
	if msg := o.check(); msg != "" {
		fmt.Fprintln(stderr, "align: "+msg)
		return 2
	}
	if err := o.report(stdin, stdout, stderr); err != nil {
		fmt.Fprintf(stderr, "align: %v\n", err)
		return 1
	}
	return 0
}

// check is what is wrong with the flags, or "".
func (o *options) check() string {
	switch o.format {
	case "text", "json", "html":
	default:
		return fmt.Sprintf("unknown -format %q: want text, json or html", o.format)
	}
	switch o.article {
	case "auto", "wikitext", "flattened", "text":
	default:
		return fmt.Sprintf("unknown -article %q: want auto, wikitext, flattened or text", o.article)
	}
	switch {
	case len(o.articles) != 0 && len(o.articles) != 2:
		return fmt.Sprintf("want two files, ARTICLE and EXCERPT, or none for the sample; got %d", len(o.articles))
	case len(o.articles) == 2 && o.articles[0] == "-" && o.articles[1] == "-":
		return "both files are standard input"
	case o.width < 40:
		return fmt.Sprintf("-width %d: want at least 40", o.width)
	case o.minimum < 0 || o.minimum > 1:
		return fmt.Sprintf("-min %v: want 0 to 1", o.minimum)
	}
	return ""
}

// report reads, aligns and prints.
func (o *options) report(stdin io.Reader, stdout, stderr io.Writer) (err error) {
	a, x, err := o.read(stdin, stderr)
	if err != nil {
		return err
	}
	r := newReport(a, x, align.Config{MinSimilarity: o.minimum}.Align(a, x))
	out := stdout
	if o.output != "" {
		f, err := os.Create(o.output)
		if err != nil {
			return err
		}
		defer func() {
			if e := f.Close(); err == nil {
				err = e
			}
		}()
		out = f
	}
	w := bufio.NewWriter(out)
	switch o.format {
	case "json":
		err = r.writeJSON(w)
	case "html":
		err = r.writeHTML(w)
	default:
		err = r.writeText(w, o.width)
	}
	if err == nil {
		err = w.Flush()
	}
	if err == nil && o.output != "" {
		fmt.Fprintln(stderr, "wrote "+o.output)
	}
	return err
}

// read reads the article and the excerpt.
func (o *options) read(stdin io.Reader, stderr io.Writer) (*sinosoviet.Article, *sinosoviet.Excerpt, error) {
	article, excerpt := sample.Article(), sample.Excerpt()
	if len(o.articles) == 2 {
		var err error
		if article, err = o.open(o.articles[0], stdin, stderr); err != nil {
			return nil, nil, err
		}
		if excerpt, err = o.open(o.articles[1], stdin, stderr); err != nil {
			return nil, nil, err
		}
	}
	x := parse.Excerpt(excerpt)
	switch o.article {
	case "wikitext":
		return parse.Wikitext(article), x, nil
	case "flattened":
		return parse.Flattened(article), x, nil
	case "text":
		return parse.Prose(article), x, nil
	}
	a, _ := parse.Auto(article)
	return a, x, nil
}

func (o *options) open(name string, stdin io.Reader, stderr io.Writer) (*sinosoviet.Source, error) {
	src, notes, err := input.Read(name, "", stdin)
	for _, n := range notes {
		fmt.Fprintln(stderr, "align: "+n)
	}
	return src, err
}
