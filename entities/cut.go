package entities

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v3/tokenize"
)

// cutter cuts a sentence into tokens, at the places where prose's tokenizer cuts. Blanks beyond ASCII and what may be an emoticon it leaves to
// prose itself.
type cutter struct {
	sentence  string
	tokens    []Token
	tokenizer *tokenize.Tokenizer
}

// cut appends the tokens of the sentence.
func (c *cutter) cut() []Token {
	s, from := c.sentence, len(c.tokens)
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			i++
			continue
		}
		start, plain := i, true
		for ; i < len(s) && s[i] != ' '; i++ {
			b := s[i]
			switch {
			case 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z':
			case b < ' ' || b >= 0xC0 && isBlank(s[i:]):
				c.tokens = c.tokens[:from]
				c.prose(0, len(s))
				return c.tokens
			default:
				plain = false
			}
		}
		if plain && !isFace(s[start:i]) {
			c.add(start, i)
		} else {
			c.split(start, i)
		}
	}
	return c.tokens
}

func (c *cutter) add(start, end int) { c.tokens = append(c.tokens, Token{Start: start, End: end}) }

// isBlank reports a white-space character beyond ASCII at the start of s.
func isBlank(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// prose lets prose cut a part of the sentence.
func (c *cutter) prose(start, end int) {
	for _, t := range c.tokenizer.Tokenize(c.sentence[start:end]) {
		c.add(start+t.Start, start+t.End())
	}
}

// split cuts a word with marks: off its front and its end one by one, and before what is contracted with it.
func (c *cutter) split(start, end int) {
	last := end
	quoted := strings.IndexByte(c.sentence[start:end], '\'') >= 0 || strings.Contains(c.sentence[start:end], "’")
	for start < end {
		w := c.sentence[start:end]
		if isFace(w) {
			c.prose(start, end)
			break
		}
		if isDotted(w) {
			c.add(start, end)
			break
		}
		if n := opening(w); n > 0 {
			c.add(start, start+n)
			start += n
			continue
		}
		if quoted {
			if n := contraction(w); n > 0 {
				c.add(start, start+n)
				start += n
				continue
			}
		}
		if n := closing(w); n > 0 {
			end -= n
			continue
		}
		c.add(start, end)
		break
	}
	for end < last { // the marks cut off the end
		n := 1
		if c.sentence[end] >= utf8.RuneSelf {
			n = len("’")
		}
		c.add(end, end+n)
		end += n
	}
}

// isDotted reports an abbreviation that keeps its full stops: "U.S.", "Mr.".
func isDotted(w string) bool {
	n := len(w)
	if n < 3 || w[n-1] != '.' {
		return false
	}
	if n <= 4 && 'A' <= w[0] && w[0] <= 'Z' && isSmall(w[1]) && (n == 3 || isSmall(w[2])) {
		return true
	}
	if n%2 != 0 || n < 4 {
		return false
	}
	for i := 0; i < n; i += 2 {
		if !isSmall(w[i]|0x20) || w[i+1] != '.' {
			return false
		}
	}
	return true
}

func isSmall(b byte) bool { return 'a' <= b && b <= 'z' }

// opening is the length of the mark that a longer word begins with, or 0.
func opening(w string) int {
	switch w[0] {
	case '$', '(', '"', '[':
		if len(w) > 1 {
			return 1
		}
	case 0xE2:
		if len(w) > len("“") && (strings.HasPrefix(w, "“") || strings.HasPrefix(w, "‘")) {
			return len("“")
		}
	}
	return 0
}

// closing is the length of the mark that a longer word ends with, or 0.
func closing(w string) int {
	switch w[len(w)-1] {
	case ',', ')', '"', ']', '!', ';', '.', '?', ':', '\'':
		if len(w) > 1 {
			return 1
		}
	case 0x9D, 0x99:
		if len(w) > len("”") && (strings.HasSuffix(w, "”") || strings.HasSuffix(w, "’")) {
			return len("”")
		}
	}
	return 0
}

// contracted are the ends that are cut off as words of their own, wherever they stand.
var contracted = [...]string{"'ll", "'s", "'re", "'m", "n't", "’ll", "’s", "’re", "’m", "n’t"}

// contraction is where the first of the contracted ends begins, or 0. As in prose, one that also opens the word does not count.
func contraction(w string) int {
	best := 0
	for _, c := range contracted {
		if i := indexFold(w, c); i > 0 && (best == 0 || i < best) {
			best = i
		}
	}
	return best
}

// indexFold is the index of a part in s, capitals of ASCII being as good as small letters, or -1.
func indexFold(s, part string) int {
	for i := 0; i+len(part) <= len(s); i++ {
		k := 0
		for k < len(part) && (s[i+k] == part[k] || isSmall(part[k]) && s[i+k] == part[k]-('a'-'A')) {
			k++
		}
		if k == len(part) {
			return i
		}
	}
	return -1
}
