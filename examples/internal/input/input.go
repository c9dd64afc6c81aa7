// Package input reads what the example programs are given: flags, files, standard input, or
// the embedded sample. What cannot be read is an error of one clear line; what is odd but readable is a note.
package input

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
)

// Flags reads the arguments of a program. What is wrong with them, and the usage when it is asked for, goes to stderr; then ok is false and
// the program ends with the status: 0 for help, 2 for wrong flags.
func Flags(flags *flag.FlagSet, usage string, args []string, stderr io.Writer) (status int, ok bool) {
	flags.SetOutput(stderr)
	flags.Usage = func() { fmt.Fprint(stderr, usage); flags.PrintDefaults() }
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0, false
	case err != nil:
		return 2, false
	}
	return 0, true
}

// sniff is how many bytes are looked at to tell a binary file by a NUL byte, as Git does.
const sniff = 8000

// Read reads the file of the given name, or stdin for "-". notes tell, one line each, what is odd
// about the text: that it is empty or not valid UTF-8.
func Read(name string, format sinosoviet.Format, stdin io.Reader) (src *sinosoviet.Source, notes []string, err error) {
	b, err := read(name, stdin)
	if err != nil {
		return nil, nil, err
	}
	if i := bytes.IndexByte(b[:min(len(b), sniff)], 0); i >= 0 {
		return nil, nil, fmt.Errorf("%s: looks like a binary file (NUL byte at offset %d)", name, i)
	}
	text := string(b)
	if text == "" {
		notes = append(notes, fmt.Sprintf("%s: the file is empty", name))
	}
	if i := invalid(text); i >= 0 {
		notes = append(notes, fmt.Sprintf("%s: not valid UTF-8 at byte %d; read all the same", name, i))
	}
	return sinosoviet.NewSource(name, format, text), notes, nil
}

func read(name string, stdin io.Reader) ([]byte, error) {
	if name == "-" {
		b, err := io.ReadAll(stdin)
		if err != nil {
			return nil, fmt.Errorf("standard input: %w", err)
		}
		return b, nil
	}
	b, err := os.ReadFile(name)
	if err == nil {
		return b, nil
	}
	if info, e := os.Stat(name); e == nil && info.IsDir() {
		return nil, fmt.Errorf("%s: is a directory", name)
	}
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
		err = pe.Err
	}
	return nil, fmt.Errorf("%s: %w", name, err)
}

// invalid is the offset of the first byte that is not valid UTF-8, or -1.
func invalid(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, r := range text {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(text[i:]); n == 1 {
				return i
			}
		}
	}
	return -1
}
