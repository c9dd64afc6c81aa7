// Command nertrain trains the model of package entities and measures it.
//
//	go run ./internal/nertrain -data ../shared/ner -out entities/model.bin    # the built-in model, bit for bit
//	go run ./internal/nertrain -data ../shared/ner -folds 5                   # cross-validation on wikigold
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
	features := flag.Int("features", 0, "features to keep")
	flag.Parse()
	if err := run(context.Background(), *data, *out, *folds, entities.Training{Epochs: *epochs, Features: *features}); err != nil {
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
	wikigold, err := read(filepath.Join(data, "wikigold.dev.jsonl"))
	if err != nil {
		return err
	}
	var others []document
	for _, name := range []string{"uner_pud.jsonl", "uner_ewt_devtest.jsonl"} {
		docs, err := read(filepath.Join(data, name))
		if err != nil {
			return err
		}
		others = append(others, docs...)
	}
	if folds > 1 {
		return validate(ctx, wikigold, others, folds, how)
	}
	model, err := train(ctx, wikigold, others, how)
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
func train(ctx context.Context, wikigold, others []document, how entities.Training) (*entities.Model, error) {
	var examples []entities.Example
	for range wikigoldWeight {
		examples = append(examples, convert(wikigold)...)
	}
	examples = append(examples, convert(others)...)
	return entities.Train(ctx, entities.Config{}, examples, how)
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

// validate prints the predictions for each fold of wikigold by a model that was not trained on it.
func validate(ctx context.Context, wikigold, others []document, folds int, how entities.Training) error {
	w := bufio.NewWriter(os.Stdout)
	enc := json.NewEncoder(w)
	for fold := range folds {
		var known, unknown []document
		for i, d := range wikigold {
			if i%folds == fold {
				unknown = append(unknown, d)
			} else {
				known = append(known, d)
			}
		}
		model, err := train(ctx, known, others, how)
		if err != nil {
			return err
		}
		tagger, err := entities.New(entities.Config{Model: model})
		if err != nil {
			return err
		}
		for _, d := range unknown {
			found, err := tagger.Text(ctx, d.Text)
			if err != nil {
				return err
			}
			p := document{ID: d.ID, Spans: []span{}}
			for _, e := range found {
				p.Spans = append(p.Spans, span{e.TextSpan.Start, e.TextSpan.End, string(e.Kind)})
			}
			if err := enc.Encode(p); err != nil {
				return err
			}
		}
	}
	return w.Flush()
}
