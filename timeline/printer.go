package timeline

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"
)

// printer writes an export: buffered, keeping the first error, so that formats read as what they print.
type printer struct {
	w   *bufio.Writer
	err error
	buf []byte // scratch
}

func newPrinter(w io.Writer) *printer { return &printer{w: bufio.NewWriterSize(w, 32<<10)} }

// text prints strings one after the other.
func (p *printer) text(parts ...string) {
	for _, s := range parts {
		if p.err == nil {
			_, p.err = p.w.WriteString(s)
		}
	}
}

func (p *printer) byte(c byte) {
	if p.err == nil {
		p.err = p.w.WriteByte(c)
	}
}

func (p *printer) int(n int) {
	p.buf = strconv.AppendInt(p.buf[:0], int64(n), 10)
	if p.err == nil {
		_, p.err = p.w.Write(p.buf)
	}
}

// json prints a value in one line, without a line break.
func (p *printer) json(v any) {
	if p.err != nil {
		return
	}
	enc := json.NewEncoder(trimLine{p.w})
	enc.SetEscapeHTML(false)
	p.err = enc.Encode(v)
}

// trimLine leaves out the line break that an encoder ends its value with. Values are written in one call.
type trimLine struct{ w io.Writer }

func (t trimLine) Write(b []byte) (int, error) {
	n := len(b)
	if n > 0 && b[n-1] == '\n' {
		b = b[:n-1]
	}
	_, err := t.w.Write(b)
	return n, err
}

// close flushes and tells the first error.
func (p *printer) close() error {
	if p.err == nil {
		p.err = p.w.Flush()
	}
	return p.err
}
