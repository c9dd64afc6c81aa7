package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
)

// Lines that are worked on side by side are answered in their order, each as if it were alone.
func TestBatchConcurrent(t *testing.T) {
	var in []string
	for i := range 40 {
		text := strings.Repeat(fmt.Sprintf("In %d, the king of Norway founded a city. ", 1500+i), 1+i*7%13)
		b, err := json.Marshal(map[string]any{"id": i, "format": "text", "text": text})
		if err != nil {
			t.Fatal(err)
		}
		in = append(in, string(b))
	}
	together, errs, status := call(t, strings.Join(in, "\n"), "-batch")
	if status != 0 || len(errs) != 0 || len(together) != len(in) {
		t.Fatalf("status %d, errors %q, %d answers to %d lines", status, errs, len(together), len(in))
	}
	for i, line := range in {
		if alone, _, _ := call(t, line, "-batch"); len(alone) != 1 || alone[0] != together[i] {
			t.Errorf("line %d is answered otherwise than alone", i)
		}
	}
}

// Whoever writes a line and waits gets its answer before writing another.
func TestBatchAnswersAtOnce(t *testing.T) {
	stdin, ask := io.Pipe()
	answers, stdout := io.Pipe()
	done := make(chan int)
	go func() {
		status := run(context.Background(), []string{"-batch"}, stdin, stdout, io.Discard)
		stdout.Close()
		done <- status
	}()
	lines := bufio.NewReader(answers)
	for i := range 3 {
		fmt.Fprintf(ask, `{"id":%d,"format":"text","text":"Mao died in 1976."}`+"\n", i)
		line, err := lines.ReadString('\n')
		if err != nil || !strings.HasPrefix(line, fmt.Sprintf(`{"id":%d,`, i)) {
			t.Fatalf("answer %d: %.40q, %v", i, line, err)
		}
	}
	ask.Close()
	if rest, _ := io.ReadAll(lines); len(rest) != 0 {
		t.Errorf("more than the answers: %q", rest)
	}
	if status := <-done; status != 0 {
		t.Errorf("status %d", status)
	}
}

// Output that takes no more ends the run, whatever is still being worked on.
func TestBatchBrokenConcurrent(t *testing.T) {
	answers, stdout := io.Pipe()
	answers.Close()
	in := strings.Repeat(`{"format":"text","text":"Mao died in 1976."}`+"\n", 50)
	var errs strings.Builder
	if status := run(context.Background(), []string{"-batch"}, strings.NewReader(in), stdout, &errs); status != 1 || strings.Count(errs.String(), "\n") != 1 {
		t.Errorf("status %d, errors %q", status, errs.String())
	}
}
