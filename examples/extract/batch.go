package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

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

// batch answers each line of standard input with one line, in order. A line that cannot
// be done is answered with its error, and the run goes on.
func (p *program) batch(ctx context.Context) {
	in := bufio.NewReaderSize(p.stdin, 1<<16)
	for first := true; ctx.Err() == nil && !p.broken; first = false {
		b, err := in.ReadBytes('\n')
		if first {
			b = bytes.TrimPrefix(b, []byte("\uFEFF")) // a byte order mark is no part of the line
		}
		if b = bytes.TrimSpace(b); len(b) > 0 {
			p.answer(ctx, b)
			// A reader at the other end of a pipe waits for its answer, not for a full buffer.
			if in.Buffered() == 0 {
				if err := p.out.Flush(); err != nil {
					p.cannotWrite(err)
					return
				}
			}
		}
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			p.fail(fmt.Errorf("standard input: %w", err))
			return
		}
	}
}

func (p *program) answer(ctx context.Context, b []byte) {
	req, err := parseRequest(b)
	if req.ID = bytes.ToValidUTF8(req.ID, []byte("\uFFFD")); len(req.ID) == 0 { // as the decoder does with texts
		req.ID = nil
	}
	if err == nil {
		err = p.perform(ctx, req)
	}
	if err == nil {
		return
	}
	enc := json.NewEncoder(p.out)
	enc.SetEscapeHTML(false)
	if req.ID == nil {
		req.ID = json.RawMessage("null")
	}
	if err := enc.Encode(failure{req.ID, err.Error()}); err != nil {
		p.cannotWrite(err)
	}
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

func (p *program) perform(ctx context.Context, req request) error {
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
	p.print(req.ID, doc)
	return nil
}
