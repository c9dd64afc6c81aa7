// Timeline prints the timeline of articles and excerpts: dated events in order, merged over all files, each with its
// actors and sources.
//
//	go run ./examples/timeline                      # the embedded sample: an article and an excerpt of it
//	go run ./examples/timeline -format html -o t.html a.wiki b.wiki
//	go run ./examples/timeline -from 1949 -to 1953 -actor "Mao Zedong" -sourced
//	go run ./examples/extract page.wiki | go run ./examples/timeline -
//
// Files are wikitext, flattened wikitext, rendered excerpts or plain text, told apart by their content, or JSON
// that package timeline or examples/extract wrote; "-" is standard input. An excerpt is read against the first article among the files.
//
// Exit status: 0; 1 when a file could not be read or written (the others are still done, each failure is one line on
// standard error); 2 for wrong flags.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/timeline"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	p := program{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, terminal: isTerminal(os.Stdout), noColor: os.Getenv("NO_COLOR") != ""}
	os.Exit(p.run(ctx, os.Args[1:]))
}

// isTerminal reports whether a file is a terminal: a character device other than the null device.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb" && f.Name() != os.DevNull
}

// program is one run.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	terminal       bool // stdout is one
	noColor        bool

	format, output          string
	from, to                string
	actor, place, section   string
	text, title, color      string
	sourced, unsourced      bool
	relations, all, noModel bool
	status                  int
}

// exit statuses
const (
	statusOK    = 0
	statusFile  = 1
	statusUsage = 2
)

func (p *program) run(ctx context.Context, args []string) int {
	names, err := p.parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return statusOK
	case err != nil:
		return statusUsage // the flag package has told why
	}
	query, err := p.query()
	if err != nil {
		fmt.Fprintln(p.stderr, "timeline:", err)
		return statusUsage
	}
	inputs := p.load(ctx, names)
	if len(inputs) == 0 {
		return p.status
	}
	b := timeline.Builder{KeepDuplicates: p.all}
	for _, in := range inputs {
		if in.timeline != nil {
			b.AddTimeline(in.timeline)
			continue
		}
		b.Add(in.doc, in.events...)
	}
	if err := p.write(query(b.Build())); err != nil {
		p.fail(err)
	}
	return p.status
}

func (p *program) parse(args []string) (names []string, err error) {
	fs := flag.NewFlagSet("timeline", flag.ContinueOnError)
	fs.SetOutput(p.stderr)
	fs.StringVar(&p.format, "format", "", "output `format`: "+strings.Join(formatNames(), ", ")+"; default: by -o's ending, else text")
	fs.StringVar(&p.output, "o", "", "write to `file` instead of standard output")
	fs.StringVar(&p.from, "from", "", "only events that may lie on or after `date` (EDTF: 1949, 1949-10, 1949-10-01, 195X, -0043)")
	fs.StringVar(&p.to, "to", "", "only events that may lie on or before `date`")
	fs.StringVar(&p.actor, "actor", "", "only events in which `name` takes part")
	fs.StringVar(&p.place, "place", "", "only events at the place `name`")
	fs.StringVar(&p.section, "section", "", "only events of sections with that `heading`")
	fs.StringVar(&p.text, "text", "", "only events with all these `words`")
	fs.StringVar(&p.title, "title", "", "`title` of a page that does not carry its own")
	fs.StringVar(&p.color, "color", "auto", "`when` to colour text: auto, always, never")
	fs.BoolVar(&p.sourced, "sourced", false, "only events with a source")
	fs.BoolVar(&p.unsourced, "unsourced", false, "only events without a source")
	fs.BoolVar(&p.relations, "relations", false, "tell how events lie to each other, instead of the events; formats text and json")
	fs.BoolVar(&p.all, "all", false, "merge no duplicates")
	fs.BoolVar(&p.noModel, "no-model", false, "find names without the trained model")
	fs.Usage = func() {
		fmt.Fprintln(p.stderr, "usage: timeline [flags] [file ...]\n\nWithout a file: the embedded sample. \"-\": standard input.")
		fs.PrintDefaults()
	}
	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	if p.format == "" {
		p.format = formatByEnding(p.output)
	}
	usage := ""
	switch {
	case !slices.Contains(formatNames(), p.format):
		usage = fmt.Sprintf("unknown format %q; want one of %s", p.format, strings.Join(formatNames(), ", "))
	case !slices.Contains([]string{"auto", "always", "never"}, p.color):
		usage = fmt.Sprintf("-color %q; want auto, always or never", p.color)
	case p.sourced && p.unsourced:
		usage = "-sourced and -unsourced leave nothing"
	case p.relations && p.format != "text" && p.format != "json":
		usage = "-relations has formats text and json only"
	}
	if usage != "" {
		fmt.Fprintln(p.stderr, "timeline:", usage)
		return nil, errors.New(usage)
	}
	return fs.Args(), nil
}

// query is what the flags ask for.
func (p *program) query() (func(*timeline.Timeline) *timeline.Timeline, error) {
	var from, to edtf.Date
	for _, d := range []struct {
		flag, text string
		into       *edtf.Date
	}{{"-from", p.from, &from}, {"-to", p.to, &to}} {
		if d.text == "" {
			continue
		}
		parsed, err := edtf.Parse(d.text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.flag, err)
		}
		*d.into = parsed
	}
	first, _ := from.Bounds()
	if _, last := to.Bounds(); last.Before(first) {
		return nil, fmt.Errorf("-from %s is after -to %s", p.from, p.to)
	}
	return func(t *timeline.Timeline) *timeline.Timeline {
		if p.from != "" || p.to != "" {
			t = t.Overlapping(from, to)
		}
		if p.actor != "" {
			t = t.Actor(p.actor)
		}
		if p.place != "" {
			t = t.Place(p.place)
		}
		if p.section != "" {
			t = t.Section(p.section)
		}
		if p.text != "" {
			t = t.Text(p.text)
		}
		if p.sourced {
			t = t.Sourced()
		}
		if p.unsourced {
			t = t.Unsourced()
		}
		return t
	}, nil
}

// fail tells one failure in one line.
func (p *program) fail(err error) {
	p.status = statusFile
	fmt.Fprintln(p.stderr, "timeline:", strings.ReplaceAll(err.Error(), "\n", " "))
}

// write writes the timeline where the flags say.
func (p *program) write(t *timeline.Timeline) error {
	f := formats[p.format]
	if p.output == "" && f.page && p.terminal { // no reader of terminals wants a page's source
		p.output = "timeline" + f.endings[0]
		if _, err := os.Lstat(p.output); err == nil {
			return fmt.Errorf("%s is there already; name another with -o", p.output)
		}
	}
	if p.output == "" || p.output == "-" {
		return p.print(p.stdout, t)
	}
	file, err := os.Create(p.output)
	if err != nil {
		return err
	}
	if err := errors.Join(p.print(file, t), file.Close()); err != nil {
		return err
	}
	if abs, err := filepath.Abs(p.output); err == nil {
		fmt.Fprintf(p.stderr, "wrote %s (%d events)\n", abs, t.Len())
	}
	return nil
}

func (p *program) print(w io.Writer, t *timeline.Timeline) error {
	if p.relations {
		return printRelations(w, t, p.format)
	}
	return formats[p.format].write(p, w, t)
}

// colored reports whether text goes to somebody who sees colours.
func (p *program) colored() bool {
	return p.color == "always" || p.color == "auto" && p.terminal && !p.noColor && (p.output == "" || p.output == "-")
}
