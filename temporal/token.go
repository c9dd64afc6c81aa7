package temporal

// token is a word, a number or a punctuation mark of a block.
type token struct {
	start, end int32
	num        int32 // wNumber, wOrd, wDecade: the number; wCard: too
	class      class
	digits     uint8 // digits of a wNumber as written, at most 255
	flags      tokenFlags
	val        int16
}

// spaced reports whether white space stands before the token.
func (t *token) spaced() bool { return t.flags&fSpace != 0 }

type tokenFlags uint8

const (
	fSpace   tokenFlags = 1 << iota // white space before it
	fCap                            // starts with a capital letter
	fUpper                          // all capitals
	fGrouped                        // 1,000 or 2.5: no year
	fDecimal                        // num is in hundredths
	fLine                           // a line break before it
)

// Punctuation marks beyond ASCII, as values of wPunct.
const (
	ptDash  = 0x100 + iota // -, –, —, −
	ptApos                 // ', ’
	ptQuote                // ", “, ”
	ptOther                // anything else
	ptEllip
)

// Character classes of the scanner.
const (
	chPunct = iota
	chLetter
	chDigit
	chSpace
	chHigh
)

var charClass = func() (t [256]uint8) {
	for c := range 256 {
		switch {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
			t[c] = chLetter
		case '0' <= c && c <= '9':
			t[c] = chDigit
		case c <= ' ':
			t[c] = chSpace
		case c >= 0x80:
			t[c] = chHigh
		}
	}
	return t
}()

// scanner cuts a range of text into tokens. One pass, no backtracking.
type scanner struct {
	text string
	tok  []token
	tab  *wordTable
}

// scan fills s.tok with the tokens of text[from:to], ended by a wEnd token.
func (s *scanner) scan(from, to int) {
	s.tok = s.tok[:0]
	var flags tokenFlags
	text := s.text[:to]
	for i := from; i < to; {
		c := text[i]
		switch charClass[c] {
		case chSpace:
			flags |= fSpace
			if c == '\n' {
				flags |= fLine
			}
			i++
			continue
		case chLetter:
			i = s.word(text, i, flags)
		case chDigit:
			i = s.number(text, i, flags)
		case chHigh:
			n, v := highMark(text, i)
			if v == 0 {
				i = s.word(text, i, flags)
			} else if v < 0 {
				flags |= fSpace
				i += n
				continue
			} else {
				s.tok = append(s.tok, token{start: int32(i), end: int32(i + n), class: wPunct, val: v, flags: flags})
				i += n
			}
		default:
			v := int16(c)
			switch c {
			case '-':
				v = ptDash
			case '\'':
				v = ptApos
			case '"':
				v = ptQuote
			}
			s.tok = append(s.tok, token{start: int32(i), end: int32(i + 1), class: wPunct, val: v, flags: flags})
			i++
		}
		flags = 0
	}
	s.tok = append(s.tok, token{start: int32(to), end: int32(to), class: wEnd})
}

// highMark reads a character beyond ASCII: 0 for a letter, negative for white space, else a mark.
func highMark(t string, i int) (n int, v int16) {
	switch t[i] {
	case 0xC2:
		if i+1 < len(t) {
			switch t[i+1] {
			case 0xA0:
				return 2, -1
			case 0xB7, 0xBB, 0xAB, 0xA7, 0xB0, 0xA3, 0xB1:
				return 2, ptOther
			}
		}
	case 0xE2:
		if i+2 < len(t) {
			switch t[i+1] {
			case 0x80:
				switch b := t[i+2]; {
				case b >= 0x90 && b <= 0x95:
					return 3, ptDash
				case b == 0x98 || b == 0x99:
					return 3, ptApos
				case b >= 0x9C && b <= 0x9F:
					return 3, ptQuote
				case b == 0xA6:
					return 3, ptEllip
				case b >= 0x80 && b <= 0x8F || b == 0xAF:
					return 3, -1
				}
				return 3, ptOther
			case 0x88:
				if t[i+2] == 0x92 {
					return 3, ptDash
				}
				return 3, ptOther
			case 0x82:
				return 3, ptOther // currency
			}
		}
	}
	return 0, 0
}

// word scans a word: letters of any script. An apostrophe ends it.
func (s *scanner) word(t string, i int, flags tokenFlags) int {
	start, hash, high, lower := i, uint32(0), false, false
	if c := t[i]; 'A' <= c && c <= 'Z' {
		flags |= fCap
	}
	for i < len(t) {
		c := t[i]
		switch charClass[c] {
		case chLetter:
			if c <= 'Z' {
				c += 'a' - 'A'
			} else {
				lower = true
			}
			hash = hash*hashFactor + uint32(c)
			i++
			continue
		case chHigh:
			if _, v := highMark(t, i); v == 0 {
				high = true
				i++
				continue
			}
		}
		break
	}
	tk := token{start: int32(start), end: int32(i), flags: flags}
	if !lower {
		tk.flags |= fUpper
	}
	if n := i - start; n <= maxLexWord && !high {
		if e := s.tab.find(t[start:i], hash); e != nil {
			tk.class, tk.val = e.class, e.val
			if tk.class == wFunc && !lower && n > 1 {
				tk.class, tk.val = wNone, 0 // US, WHO
			}
			if tk.class == wCard || tk.class == wOrd || tk.class == wDecade {
				tk.num = int32(e.val)
			}
		}
	}
	if high && start < len(t) && t[start] >= 0xC3 {
		tk.flags |= fCap // a letter beyond ASCII at the front: take it for a name
	}
	if i+2 < len(t) && (t[i] == ':' && t[i+1] == '/' && t[i+2] == '/' || t[i] == '.' && i-start == 3 && t[start:i] == "www") {
		for i < len(t) && t[i] > ' ' && t[i] != '<' && t[i] != '"' && t[i] != '|' { // an address: its numbers are no dates
			i++
		}
		tk.end, tk.class, tk.val = int32(i), wNone, 0
	}
	s.tok = append(s.tok, tk)
	return i
}

// number scans digits with what belongs to them: groups (1,000), a decimal part, an ordinal or plural ending.
func (s *scanner) number(t string, i int, flags tokenFlags) int {
	start, n := i, 0
	for i < len(t) && charClass[t[i]] == chDigit {
		if n < 1e8 {
			n = n*10 + int(t[i]-'0')
		}
		i++
	}
	tk := token{start: int32(start), class: wNumber, digits: uint8(min(i-start, 255)), flags: flags}
	for i+3 < len(t) && t[i] == ',' && i-start <= 12 && isDigits(t[i+1:i+4]) && !(i+4 < len(t) && charClass[t[i+4]] == chDigit) {
		if n < 1e6 {
			n = n*1000 + int(t[i+1]-'0')*100 + int(t[i+2]-'0')*10 + int(t[i+3]-'0')
		}
		tk.flags |= fGrouped
		i += 4
	}
	if j := i + 1; i+1 < len(t) && t[i] == '.' && charClass[t[j]] == chDigit && i-start <= 3 {
		k := j
		for k < len(t) && charClass[t[k]] == chDigit {
			k++
		}
		if k-j <= 2 && !(k+1 < len(t) && t[k] == '.' && charClass[t[k+1]] == chDigit) {
			f := int(t[j]-'0') * 10
			if k-j == 2 {
				f += int(t[j+1] - '0')
			}
			n, i = n*100+f, k
			tk.flags |= fGrouped | fDecimal
		}
	}
	tk.num = int32(n)
	j := i
	for j < len(t) && charClass[t[j]] == chLetter && j-i < 3 {
		j++
	}
	switch suffix := t[i:j]; suffix {
	case "":
	case "st", "nd", "rd", "th":
		tk.class, i = wOrd, j
	case "s":
		tk.class, i = wDecade, j
	case "am", "pm", "hrs", "AM", "PM", "BC", "BCE", "AD", "CE":
	default:
		for j < len(t) && (charClass[t[j]] == chLetter || charClass[t[j]] == chDigit) {
			j++
		}
		tk.class, i = wNone, j // 105mm, 4x4
	}
	tk.end = int32(i)
	s.tok = append(s.tok, tk)
	return i
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
