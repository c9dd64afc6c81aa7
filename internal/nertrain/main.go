// Command nertrain trains the model of package entities and measures it.
//
//	go run ./internal/nertrain -data ../shared/ner -out entities/model.bin    # the built-in model, bit for bit
//	go run ./internal/nertrain -data ../shared/ner -folds 5                   # cross-validation on wikigold
//	go run ./internal/nertrain -data ../shared/ner -compare                   # prose v3 beside prose v2
//
// The data are wikigold.dev.jsonl (Balasuriya et al. 2009, CC BY 4.0), uner_ewt_devtest.jsonl and uner_pud.jsonl (Universal
// NER, CC BY-SA 4.0): one text a line, {"doc_id", "text", "spans": [{"start", "end", "label"}]}, byte offsets.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
)

func main() {
	data := flag.String("data", "../shared/ner", "folder of the data")
	out := flag.String("out", "", "write the model here")
	folds := flag.Int("folds", 0, "cross-validate on wikigold with so many folds; predictions go to standard output")
	epochs := flag.Int("epochs", 0, "passes over the data")
	compare := flag.Bool("compare", false, "compare the recognisers on prose v3 and v2: F1, tokens/s, load, memory")
	child := flag.String("measure", "", "print what -compare asks of a process of its own: v3 or v2")
	features := flag.Int("features", 0, "features to keep")
	flag.Parse()
	how := entities.Training{Epochs: *epochs, Features: *features}
	work := func(ctx context.Context) error { return run(ctx, *data, *out, *folds, how) }
	switch {
	case *child != "":
		work = func(ctx context.Context) error { return measure(ctx, *data, *child) }
	case *compare:
		work = func(ctx context.Context) error { return table(ctx, *data, max(*folds, 5), how) }
	}
	if err := work(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "nertrain:", err)
		os.Exit(1)
	}
}

// document is a line of the data.
type document struct {
	ID    string `json:"doc_id"`
	Text  string `json:"text"`
	Spans []span `json:"spans"`
}

type span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Label string `json:"label"`
}

func run(ctx context.Context, data, out string, folds int, how entities.Training) error {
	wikigold, others, err := corpora(data)
	if err != nil {
		return err
	}
	if folds > 1 {
		found, err := validate(ctx, entities.Config{}, wikigold, others, folds, how)
		if err != nil {
			return err
		}
		w := bufio.NewWriter(os.Stdout)
		enc := json.NewEncoder(w)
		for _, d := range found {
			if err := enc.Encode(d); err != nil {
				return err
			}
		}
		return w.Flush()
	}
	model, err := train(ctx, entities.Config{}, wikigold, others, how)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if _, err := model.WriteTo(&b); err != nil {
		return err
	}
	if out == "" {
		_, err := fmt.Printf("%d bytes\n", b.Len())
		return err
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

// corpora reads the training data.
func corpora(data string) (wikigold, others []document, err error) {
	if wikigold, err = read(filepath.Join(data, "wikigold.dev.jsonl")); err != nil {
		return nil, nil, err
	}
	for _, name := range []string{"uner_pud.jsonl", "uner_ewt_devtest.jsonl"} {
		docs, err := read(filepath.Join(data, name))
		if err != nil {
			return nil, nil, err
		}
		others = append(others, docs...)
	}
	return wikigold, others, nil
}

func read(file string) ([]document, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []document
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var d document
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		docs = append(docs, d)
	}
	return docs, sc.Err()
}

// train trains on wikigold, counted twice since it is what articles are like, and the others. Universal NER has no
// names but of persons, bodies and places: its texts teach those.
func train(ctx context.Context, config entities.Config, wikigold, others []document, how entities.Training) (*entities.Model, error) {
	var examples []entities.Example
	for range wikigoldWeight {
		examples = append(examples, convert(wikigold)...)
	}
	examples = append(examples, convert(others)...)
	return entities.Train(ctx, config, examples, how)
}

const wikigoldWeight = 2

func convert(docs []document) []entities.Example {
	out := make([]entities.Example, len(docs))
	for i, d := range docs {
		out[i].Text = d.Text
		for _, s := range d.Spans {
			out[i].Names = append(out[i].Names, entities.Labelled{Start: s.Start, End: s.End, Kind: kind(s.Label)})
		}
	}
	return out
}

// kind is a label of the data in our terms; "" = other.
func kind(label string) sinosoviet.Kind {
	switch label {
	case "PER":
		return sinosoviet.KindPerson
	case "ORG":
		return sinosoviet.KindOrg
	case "LOC":
		return sinosoviet.KindLoc
	}
	return ""
}

// validate is the predictions for each fold of wikigold by a model that was not trained on it.
func validate(ctx context.Context, config entities.Config, wikigold, others []document, folds int, how entities.Training) ([]document, error) {
	var all []document
	for fold := range folds {
		var known, unknown []document
		for i, d := range wikigold {
			if i%folds == fold {
				unknown = append(unknown, d)
			} else {
				known = append(known, d)
			}
		}
		model, err := train(ctx, config, known, others, how)
		if err != nil {
			return nil, err
		}
		config := config
		config.Model = model
		found, err := predict(ctx, config, unknown)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// predict tags the texts of documents.
func predict(ctx context.Context, config entities.Config, docs []document) ([]document, error) {
	tagger, err := entities.New(config)
	if err != nil {
		return nil, err
	}
	out := make([]document, 0, len(docs))
	for _, d := range docs {
		found, err := tagger.Text(ctx, d.Text)
		if err != nil {
			return nil, err
		}
		p := document{ID: d.ID, Spans: []span{}}
		for _, e := range found {
			p.Spans = append(p.Spans, span{e.TextSpan.Start, e.TextSpan.End, string(e.Kind)})
		}
		out = append(out, p)
	}
	return out, nil
}
