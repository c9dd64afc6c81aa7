package align

import "slices"

// A sentence that was read by a machine or typed anew has few whole words right and most letters. Where its words
// do not tell, its letters may: three in a row at a time.

// Bounds for looking at letters.
const (
	alikeShare = 0.55 // of the letters, three in a row, that two sentences must share; of unrelated ones it is a fifth
	alikeBytes = 1200 // of a sentence that are looked at
	alikeWords = 3    // one word in so many must be right for letters to be looked at
)

// looksAlike reports whether the excerpt's words x and the article's words of a place share most of their letters.
func (f *finder) looksAlike(x []word, pl *place) bool {
	if len(x) == 0 || pl.to <= pl.from || pl.matched*alikeWords < len(x) {
		return false
	}
	a := slice(f.p.article.Text.String(), f.p.a[pl.from:pl.to])
	e := slice(f.p.excerpt.Text.String(), x)
	if n, m := len(e), len(a); 2*n > 3*m || 2*m > 3*n || min(n, m) < 12 || max(n, m) > alikeBytes {
		return false
	}
	f.lettersX, f.lettersA = trigrams(f.lettersX[:0], e), trigrams(f.lettersA[:0], a)
	shared := 0
	for i, k := 0, 0; i < len(f.lettersX) && k < len(f.lettersA); {
		switch d := int64(f.lettersX[i]) - int64(f.lettersA[k]); {
		case d < 0:
			i++
		case d > 0:
			k++
		default:
			shared++
			i++
			k++
		}
	}
	return float64(2*shared) >= alikeShare*float64(len(f.lettersX)+len(f.lettersA))
}

// trigrams appends all three bytes in a row of the text, in lower case and sorted; what is no letter or digit counts as a blank.
func trigrams(out []uint32, text string) []uint32 {
	var three uint32
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80:
		default:
			c = ' '
		}
		three = three<<8&0xffffff | uint32(c)
		if i >= 2 {
			out = append(out, three)
		}
	}
	slices.Sort(out)
	return out
}
