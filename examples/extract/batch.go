package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"

	"github.com/sinosoviet/sinosoviet"
)

// request is a line of the batch.
type request struct {
	ID      json.RawMessage `json:"id"`
	Format  string          `json:"format"`
	Title   string          `json:"title"`
	Text    *string         `json:"text"`
	Against string          `json:"against"`
}

// failure is the result of a line that could not be done.
type failure struct {
	ID    json.RawMessage `json:"id"`
	Error string          `json:"error"`
}

// batch answers each line of standard input with one line, in order. A line that cannot be done is answered with its error, and the
// run goes on. As many lines as there are processors are worked on side by side.
func (p *program) batch(ctx context.Context) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	answers := make(chan chan []byte, runtime.GOMAXPROCS(0)) // in the order of their lines
	var failed error
	go func() {
		defer close(answers)
		failed = p.ask(ctx, answers)
	}()
	for answer := range answers {
		_, err := p.out.Write(<-answer)
		if err == nil && len(answers) == 0 { // a reader at the other end of a pipe waits for its answer, not for a full buffer
			err = p.out.Flush()
		}
		if err != nil {
			p.cannotWrite(err)
			return
		}
	}
	if failed != nil {
		p.fail(fmt.Errorf("standard input: %w", failed))
	}
}

// ask reads lines and has each worked on; what it sends gives the answer. It waits while the channel is full.
func (p *program) ask(ctx context.Context, answers chan<- chan []byte) error {
	in := bufio.NewReaderSize(p.stdin, 1<<16)
	for first := true; ctx.Err() == nil; first = false {
		b, err := in.ReadBytes('\n')
		if first {
			b = bytes.TrimPrefix(b, []byte("\uFEFF")) // a byte order mark is no part of the line
		}
		if b = bytes.TrimSpace(b); len(b) > 0 {
			answer := make(chan []byte, 1)
			select {
			case answers <- answer:
			case <-ctx.Done():
				return nil
			}
			go func() { answer <- p.answer(ctx, b) }()
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// answer is the line that answers a line.
func (p *program) answer(ctx context.Context, b []byte) []byte {
	var out bytes.Buffer
	req, err := parseRequest(b)
	if req.ID = bytes.ToValidUTF8(req.ID, []byte("\uFFFD")); len(req.ID) == 0 { // as the decoder does with texts
		req.ID = nil
	}
	if err == nil {
		err = p.perform(ctx, &out, req)
	}
	if err == nil {
		return out.Bytes()
	}
	out.Reset()
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if req.ID == nil {
		req.ID = json.RawMessage("null")
	}
	if err := enc.Encode(failure{req.ID, err.Error()}); err != nil {
		return []byte(`{"id":null,"error":"the error cannot be written"}` + "\n")
	}
	return out.Bytes()
}

func parseRequest(b []byte) (request, error) {
	var req request
	if err := json.Unmarshal(b, &req); err != nil {
		// The id may still be readable: an answer without it cannot be told from the others'.
		return request{ID: readableID(b)}, fmt.Errorf("bad line: %s", reason(err))
	}
	if req.Text == nil {
		return req, errors.New(`bad line: no "text"`)
	}
	return req, nil
}

// readableID is the id of a line that is not a request, as far as the line can be read; nil when it is not told before
// the fault.
func readableID(b []byte) json.RawMessage {
	d := json.NewDecoder(bytes.NewReader(b))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil
		}
		if key == "id" {
			return value
		}
	}
	return nil
}

// reason says what is wrong with a line in terms of the line, not of Go.
func reason(err error) string {
	wrong := (*json.UnmarshalTypeError)(nil)
	switch {
	case !errors.As(err, &wrong):
		return err.Error()
	case wrong.Field == "":
		return "want an object, got " + wrong.Value
	}
	return fmt.Sprintf("%q: want a string, got %s", wrong.Field, wrong.Value)
}

// perform writes the document that a request asks for.
func (p *program) perform(ctx context.Context, w io.Writer, req request) error {
	format, err := parseFormat(req.Format)
	if err != nil {
		return err
	}
	if req.Format == "" {
		format = p.format
	}
	article := p.article
	if req.Against != "" {
		if article, err = p.x.Auto(ctx, sinosoviet.NewSource("against", "", req.Against)); err != nil {
			return err
		}
	}
	name := "" // the id stands for it
	title := req.Title
	if title == "" {
		title = p.title
	}
	doc, err := p.extract(ctx, sinosoviet.NewSource(name, format, *req.Text), title, article)
	if err != nil {
		return err
	}
	return p.encode(w, req.ID, doc)
}
