package temporal

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// narrow gives a date that stands in the text of a replaced template its own bytes there, when the template has them as they are shown:
// several dates may come from one template ("{{harvtxt|Boolos|1974, 1999}}"). What is shown otherwise keeps the whole template.
func narrow(source string, dates []sinosoviet.Date) {
	from := 0 // end of the last date that was found within its template
	for i := range dates {
		d := &dates[i]
		if d.Span.Len() <= len(d.Text) || d.Span.Start < 0 || d.Span.End > len(source) || d.Span.Len() > maxNarrowed {
			continue
		}
		start := d.Span.Start
		if from > start && from < d.Span.End {
			start = from
		}
		w := d.Text
		at := wordAt(source[start:d.Span.End], w)
		if at < 0 && (i > 0 && dates[i-1].Span.End > d.Span.Start || i+1 < len(dates) && dates[i+1].Span.Start < d.Span.End) {
			if n := strings.IndexAny(w, "0123456789"); n > 0 { // "c. 965" of {{c.|965|1040}}
				w = w[n:]
				at = wordAt(source[start:d.Span.End], w)
			}
		}
		if at >= 0 {
			d.Span = sinosoviet.Span{Start: start + at, End: start + at + len(w)}
			from = d.Span.End
		}
	}
}

// maxNarrowed is the longest replaced run that is searched, so that the time stays linear.
const maxNarrowed = 4096

// wordAt is the offset of w in s where it stands by itself; -1 when it does not.
func wordAt(s, w string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], w)
		if i < 0 {
			return -1
		}
		i += from
		if (i == 0 || !alphanumeric(s[i-1])) && (i+len(w) == len(s) || !alphanumeric(s[i+len(w)])) {
			return i
		}
		from = i + 1
	}
}

func alphanumeric(c byte) bool { return charClass[c] == chLetter || charClass[c] == chDigit }
