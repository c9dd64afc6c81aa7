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
	"github.com/sinosoviet/sinosoviet/extract"
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
	for ctx.Err() == nil {
		b, err := in.ReadBytes('\n')
		if b = bytes.TrimSpace(b); len(b) > 0 {
			p.answer(ctx, b)
			// A reader at the other end of a pipe waits for its answer, not for a full buffer.
			if in.Buffered() == 0 {
				if err := p.out.Flush(); err != nil {
					p.fail(fmt.Errorf("cannot write: %w", err))
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
		p.fail(fmt.Errorf("cannot write: %w", err))
	}
}

func parseRequest(b []byte) (request, error) {
	var req request
	if err := json.Unmarshal(b, &req); err != nil {
		// The id may still be readable: an answer without it cannot be told from the others'.
		var only struct {
			ID json.RawMessage `json:"id"`
		}
		_ = json.Unmarshal(b, &only)
		return request{ID: only.ID}, fmt.Errorf("bad line: %w", err)
	}
	if req.Text == nil {
		return req, errors.New(`bad line: no "text"`)
	}
	return req, nil
}

func (p *program) perform(ctx context.Context, req request) error {
	format, err := parseFormat(req.Format)
	if err != nil {
		return err
	}
	if req.Format == "" {
		format = p.format
	}
	var article *extract.Document
	if req.Against != "" {
		if article, err = p.x.Auto(ctx, sinosoviet.NewSource("against", "", req.Against)); err != nil {
			return err
		}
	}
	name := "" // the id stands for it
	doc, err := p.extract(ctx, sinosoviet.NewSource(name, format, *req.Text), req.Title, article)
	if err != nil {
		return err
	}
	return p.print(req.ID, doc)
}
