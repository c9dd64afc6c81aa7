package sentence

// skipPlain is the first offset from i on of a byte that may matter to the scanner: a stop, a line break, a bracket, or one beyond ASCII. It
// passes eight small letters and blanks in one step.
func skipPlain(text string, i int) int {
	for {
		for i+8 <= len(text) {
			s := text[i : i+8]
			x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
			letter := x & (x << 1) &^ (x >> 1)                                   // bit 6 of bytes from 0x60 to 0x7F, none of which matters
			b := x ^ 0x2020202020202020                                          // 0 for a blank
			blank := ^(((b & 0x7F7F7F7F7F7F7F7F) + 0x7F7F7F7F7F7F7F7F) | b) >> 1 // bit 6 of blanks
			if (letter|blank)&0x4040404040404040 != 0x4040404040404040 {
				break
			}
			i += 8
		}
		for end := min(i+8, len(text)); i < end; i++ {
			if matters[text[i]] {
				return i
			}
		}
		if i == len(text) {
			return i
		}
	}
}

// matters are the bytes at which the scanner looks.
var matters = func() (t [256]bool) {
	for _, c := range []byte(".?!\n()[]") {
		t[c] = true
	}
	for c := 0x80; c < 0x100; c++ {
		t[c] = true
	}
	return t
}()
