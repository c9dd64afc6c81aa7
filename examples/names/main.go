// Command names lists the people, bodies and places of an article: how often each is named, where, and with whom.
//
//	go run ./examples/names                          # the embedded sample, as a table
//	go run ./examples/names -kind PERSON,ORG FILE    # of a file; "-" is standard input
//	go run ./examples/names -format dot | dot -Tsvg  # who is named in one sentence with whom
//
// Exit status: 0 when every file was read, 1 when one could not be read or written, 2 for wrong flags.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/examples/internal/input"
	"github.com/sinosoviet/sinosoviet/examples/internal/naming"
	"github.com/sinosoviet/sinosoviet/examples/internal/sample"
	"github.com/sinosoviet/sinosoviet/parse"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

const usage = `usage: names [flags] [FILE ...]

Lists the names of articles (wikitext, flattened wikitext, excerpts or prose) with counts, kinds and places, or
prints the network of names that stand in one sentence. Without files it reads the embedded sample; "-" is standard input.

`

// options are the flags.
type options struct {
	format string
	kinds  string
	title  string
	names  naming.Flags
	least  int
	edges  int
	files  []string
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var o options
	flags := flag.NewFlagSet("names", flag.ContinueOnError)
	flags.StringVar(&o.format, "format", "table", "what to print: `table|json|dot|graphml`")
	flags.StringVar(&o.kinds, "kind", "", "only these kinds, a comma `list` out of PERSON,ORG,GPE,LOC,NORP,FAC,EVENT,LAW,WORK (default all)")
	flags.StringVar(&o.title, "title", "", "the page's title when the text does not carry it")
	o.names.Register(flags)
	flags.IntVar(&o.least, "min", 1, "only names that stand at least `n` times")
	flags.IntVar(&o.edges, "together", 1, "in a network, only pairs that stand together at least `n` times")
	if status, ok := input.Flags(flags, usage, args, stderr); !ok {
		return status
	}
	o.files = flags.Args()
	if msg := o.check(); msg != "" {
		fmt.Fprintln(stderr, "names: "+msg)
		return 2
	}
	tagger, err := o.names.Tagger()
	if err != nil {
		fmt.Fprintln(stderr, "names:", err)
		return 2
	}
	return o.list(ctx, tagger, stdin, stdout, stderr)
}

// check is what is wrong with the flags, or "".
func (o *options) check() string {
	switch o.format {
	case "table", "json", "dot", "graphml":
	default:
		return fmt.Sprintf("unknown -format %q: want table, json, dot or graphml", o.format)
	}
	for _, k := range o.wanted() {
		switch k {
		case "PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "LAW", "WORK":
		default:
			return fmt.Sprintf("unknown kind %q in -kind", k)
		}
	}
	return ""
}

// wanted is the kinds asked for; none = all.
func (o *options) wanted() []string {
	if o.kinds == "" {
		return nil
	}
	return strings.Split(strings.ToUpper(o.kinds), ",")
}

// list reads the files and prints what is in all of them.
func (o *options) list(ctx context.Context, tagger *entities.Tagger, stdin io.Reader, stdout, stderr io.Writer) int {
	fail := func(err error) { fmt.Fprintf(stderr, "names: %v\n", err) }
	status := 0
	n := newNetwork(o.wanted())
	for _, src := range o.sources(stdin, stderr, &status) {
		article, _ := parse.Auto(src)
		if article.Title == "" {
			article.Title = o.title
		}
		found, err := tagger.Article(ctx, article)
		if err != nil {
			fail(err)
			return 1
		}
		n.add(article, found)
	}
	w := bufio.NewWriter(stdout)
	if err := n.result(o.least, o.edges).write(w, o.format); err == nil {
		err = w.Flush()
		if err != nil {
			fail(err)
			return 1
		}
	} else {
		fail(err)
		return 1
	}
	return status
}

// sources reads the files; one that cannot be read is told and passed over.
func (o *options) sources(stdin io.Reader, stderr io.Writer, status *int) []*sinosoviet.Source {
	if len(o.files) == 0 {
		return []*sinosoviet.Source{sample.Article()}
	}
	var sources []*sinosoviet.Source
	for _, file := range o.files {
		src, notes, err := input.Read(file, "", stdin)
		for _, note := range notes {
			fmt.Fprintln(stderr, "names:", note)
		}
		if err != nil {
			fmt.Fprintf(stderr, "names: %v\n", err)
			*status = 1
			continue
		}
		sources = append(sources, src)
	}
	return sources
}
