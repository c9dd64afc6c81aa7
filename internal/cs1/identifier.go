package cs1

import (
	"slices"
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// IsIdentifier reports whether the canonical name of a parameter is that of an identifier.
func IsIdentifier(canonical string) bool {
	return find(identifiers[:], canonical, entryName) >= 0
}

// LinkPrefix is what stands before an identifier of the scheme in a link, or "" when the scheme has none.
func LinkPrefix(scheme string) string {
	s, _ := lookup(identifiers[:], scheme)
	return s
}

// AsWritten takes the double parentheses off a value that its author wants accepted as it is.
func AsWritten(value string) (inner string, ok bool) {
	if len(value) > 4 && strings.HasPrefix(value, "((") && strings.HasSuffix(value, "))") {
		return value[2 : len(value)-2], true
	}
	return value, false
}

// identifier types the value of an identifier's parameter.
func identifier(scheme, value string, year int) sinosoviet.Identifier {
	value = Readable(value)
	inner, accepted := AsWritten(value)
	id := sinosoviet.Identifier{Scheme: scheme, Value: inner, Valid: accepted || ValidIdentifier(scheme, value, year)}
	switch scheme {
	case "pmc":
		if len(inner) > 3 && strings.EqualFold(inner[:3], "pmc") {
			id.Value = inner[3:]
		}
	case "ol":
		if len(inner) > 2 && strings.EqualFold(inner[:2], "ol") {
			id.Value = inner[2:]
		}
	}
	return id
}

// ValidIdentifier reports whether a value is a good identifier by the scheme's own rule: its form, its checksum and, for those
// that are counted up, the highest number known when the table was made. Year is the present one. Schemes without a rule accept
// anything.
func ValidIdentifier(scheme, v string, year int) bool {
	limit := int64(0)
	if i := find(identifiers[:], scheme, entryName); i >= 0 {
		limit = identifiers[i].n
	}
	switch scheme {
	case "isbn":
		return validISBN(v)
	case "ismn":
		d := dropSeparators(v)
		return len(d) == 13 && digitsOnly(d) && strings.HasPrefix(d, "9790") && sum13(d)
	case "sbn":
		d := dropSeparators(v)
		return len(d) == 9 && validISBN("0"+d)
	case "issn", "eissn":
		return validISSN(v)
	case "doi":
		return validDOI(v)
	case "s2cid":
		return !strings.HasPrefix(v, "0") && counted(v, 1, limit)
	case "pmid", "rfc":
		return counted(v, 1, limit)
	case "osti":
		return counted(v, 1018, limit)
	case "ssrn":
		return counted(v, 100, limit)
	case "pmc":
		if len(v) > 3 && strings.EqualFold(v[:3], "pmc") {
			v = v[3:]
		}
		return counted(v, 1, limit)
	case "oclc":
		return validOCLC(v, limit)
	case "lccn":
		return validLCCN(v)
	case "ol":
		if len(v) > 2 && strings.EqualFold(v[:2], "ol") {
			v = v[2:]
		}
		n := len(v) - 1
		return n > 0 && digitsOnly(v[:n]) && v[0] != '0' && strings.IndexByte("AMW", v[n]) >= 0
	case "jstor":
		l := strings.ToLower(v)
		return !strings.Contains(l, "jstor") && !strings.HasPrefix(l, "http") && !strings.ContainsAny(v, " \t")
	case "mr":
		if len(v) > 2 && equalFold(v[:2], "mr") {
			v = v[2:]
		}
		return digitsOnly(v) && len(v) <= 7
	case "zbl":
		return validZbl(v)
	case "jfm":
		if len(v) > 3 && equalFold(v[:3], "jfm") {
			v = v[3:]
		}
		a, rest, _ := strings.Cut(v, ".")
		b, c, _ := strings.Cut(rest, ".")
		return len(a) == 2 && len(b) == 4 && len(c) == 2 && digitsOnly(a) && digitsOnly(b) && digitsOnly(c)
	case "hdl":
		return validHandle(v)
	case "arxiv":
		return validArxiv(v, year)
	case "bibcode":
		return validBibcode(v, year)
	case "biorxiv", "medrxiv":
		return validBiorxiv(v)
	case "citeseerx":
		rest, ok := strings.CutPrefix(v, "10.1.1.")
		a, b, dot := strings.Cut(rest, ".")
		return ok && dot && smallNumber(a) && smallNumber(b)
	case "asin":
		return validASIN(v)
	case "message-id":
		at := strings.IndexByte(v, '@')
		return at > 0 && at < len(v)-1 && !strings.HasPrefix(v, "<") && !strings.HasSuffix(v, ">")
	}
	return true
}

func smallNumber(s string) bool { return digitsOnly(s) && len(s) <= 4 && s[0] != '0' }

// counted reports whether v is a number from low to high.
func counted(v string, low, high int64) bool {
	if !digitsOnly(v) || len(v) > 15 {
		return false
	}
	n, _ := strconv.ParseInt(v, 10, 64)
	return n >= low && (high == 0 || n <= high)
}

// dropSeparators takes blanks and hyphens out.
func dropSeparators(v string) string {
	if !strings.ContainsAny(v, " -–‑") {
		return v
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '–', '‑':
			return -1
		}
		return r
	}, v)
}

func validISBN(v string) bool {
	for i := 0; i < len(v); i++ {
		if c := v[i]; !isDigit(c) && c != ' ' && c != '-' && c != 'X' {
			return false
		}
	}
	var buf [16]byte
	d := buf[:0]
	for i := 0; i < len(v); i++ {
		if v[i] == ' ' || v[i] == '-' {
			continue
		}
		if len(d) == 13 {
			return false
		}
		d = append(d, v[i])
	}
	if len(d) == 13 {
		return digitsOnly(string(d)) && (string(d[:3]) == "978" || string(d[:3]) == "979" && d[3] != '0') && sum13(string(d))
	}
	return len(d) == 10 && sum11(string(d), 10)
}

// sum13 is the checksum of EAN 13.
func sum13(d string) bool {
	sum := 0
	for i := range len(d) {
		sum += int(d[i]-'0') * (1 + 2*(i%2))
	}
	return sum%10 == 0
}

// sum11 is the weighted checksum modulo 11 whose last place may be X.
func sum11(d string, weight int) bool {
	sum := 0
	for i := range len(d) {
		n := int(d[i] - '0')
		if d[i] == 'X' {
			if i != len(d)-1 {
				return false
			}
			n = 10
		} else if !isDigit(d[i]) {
			return false
		}
		sum += n * (weight - i)
	}
	return sum%11 == 0
}

func validISSN(v string) bool {
	d := dropSeparators(v)
	return len(d) == 8 && sum11(d, 8)
}

// validDOI wants "10.", a registrant of a kind that is given out, and a suffix that does not end in punctuation.
func validDOI(v string) bool {
	rest, ok := strings.CutPrefix(v, "10.")
	reg, suffix, slash := strings.Cut(rest, "/")
	if !ok || !slash || suffix == "" || strings.ContainsAny(v, " \t\n–") {
		return false
	}
	if last := v[len(v)-1]; last == '.' || last == ',' {
		return false
	}
	if strings.Trim(reg, "0123456789.") != "" || reg == "5555" {
		return false
	}
	main, _, sub := strings.Cut(reg, ".")
	switch len(main) {
	case 4:
		return main[0] >= '1'
	case 5:
		if sub {
			return main[0] >= '1' && main[0] <= '3'
		}
		return main[0] >= '1' && main[0] <= '6'
	case 3:
		return sub
	}
	return false
}

func validHandle(v string) bool {
	a, b, ok := strings.Cut(v, "/")
	if !ok || a == "" || b == "" || strings.ContainsAny(v, " \t–") {
		return false
	}
	return strings.IndexByte(".,;?", v[len(v)-1]) < 0
}

// validOCLC takes a number up to the limit, or a control number with its prefix and the length that goes with it.
func validOCLC(v string, limit int64) bool {
	for _, p := range [...]struct {
		prefix   string
		min, max int
	}{{"ocm", 8, 8}, {"ocn", 9, 9}, {"on", 10, 15}, {"(OCoLC)", 1, 15}} {
		if rest, ok := strings.CutPrefix(v, p.prefix); ok {
			return digitsOnly(rest) && len(rest) >= p.min && len(rest) <= p.max && (p.min > 1 || rest[0] != '0') && counted(rest, 1, limit)
		}
	}
	return digitsOnly(v) && len(v) <= 10 && counted(strings.TrimLeft(v, "0"), 1, limit)
}

// validLCCN wants the form of the Library of Congress, after normalising: an alphabetic prefix of up to three letters, a year of
// two or four digits and a serial number of six.
func validLCCN(v string) bool {
	if strings.ContainsAny(v, " \t") {
		return false
	}
	v, _, _ = strings.Cut(v, "/")
	if a, b, ok := strings.Cut(v, "-"); ok {
		if !digitsOnly(b) || len(b) > 6 {
			return false
		}
		v = a + strings.Repeat("0", 6-len(b)) + b
	}
	n := 0
	for n < len(v) && isLower(v[n]) {
		n++
	}
	if !digitsOnly(v[n:]) || n > 3 {
		return false
	}
	switch len(v) - n {
	case 8:
		return true
	case 10:
		return n <= 2
	}
	return false
}

func validZbl(v string) bool {
	if len(v) == 8 && digitsOnly(v) {
		return true
	}
	a, b, ok := strings.Cut(v, ".")
	return ok && len(a) >= 1 && len(a) <= 4 && len(b) == 5 && digitsOnly(a) && digitsOnly(b)
}

// validArxiv knows the three schemes: with an archive up to March 2007, with four digits to the end of 2014, with five since.
func validArxiv(v string, year int) bool {
	if i := strings.LastIndexByte(v, 'v'); i > 0 && digitsOnly(v[i+1:]) {
		v = v[:i]
	}
	if archive, n, ok := strings.Cut(v, "/"); ok {
		if archive == "" || !isLetter(archive[0]) || len(n) != 7 || !digitsOnly(n) {
			return false
		}
		if strings.ContainsFunc(archive, func(r rune) bool { return !(r < 128 && isLetter(byte(r)) || r == '.' || r == '-') }) {
			return false
		}
		y, _ := strconv.Atoi(n[:2])
		m, _ := strconv.Atoi(n[2:4])
		if y > 90 {
			return m >= 1 && m <= 12 && (y > 91 || m > 6)
		}
		return y < 7 && m >= 1 && m <= 12 || y == 7 && m >= 1 && m <= 3
	}
	a, b, ok := strings.Cut(v, ".")
	if !ok || len(a) != 4 || !digitsOnly(a) || !digitsOnly(b) {
		return false
	}
	ym, _ := strconv.Atoi(a)
	m := ym % 100
	if m < 1 || m > 12 || 2000+ym/100 > year {
		return false
	}
	switch len(b) {
	case 4:
		return ym >= 704 && ym <= 1412
	case 5:
		return ym >= 1501
	}
	return false
}

// validBibcode wants 19 characters: the year, the journal, volume, page and the author's initial.
func validBibcode(v string, year int) bool {
	if len(v) != 19 || !digitsOnly(v[:4]) || v[0] == '0' || strings.Contains(v, "&.") {
		return false
	}
	y, _ := strconv.Atoi(v[:4])
	if y > year+1 || !(isLetter(v[4]) || isDigit(v[4]) && v[4] != '0') {
		return false
	}
	for i := 5; i < 18; i++ {
		if c := v[i]; !isLetter(c) && !isDigit(c) && c != '.' && c != '&' {
			return false
		}
	}
	return isLetter(v[18]) || v[18] == '.'
}

func validBiorxiv(v string) bool {
	rest, ok := strings.CutPrefix(v, "10.1101/")
	if !ok {
		return false
	}
	if len(rest) == 6 {
		return digitsOnly(rest)
	}
	if i := strings.IndexByte(rest, 'v'); i > 0 {
		if rest[i+1:] != "" && !digitsOnly(rest[i+1:]) {
			return false
		}
		rest = rest[:i]
	}
	p := strings.Split(rest, ".")
	if len(p) != 4 || slices.ContainsFunc(p, func(s string) bool { return !digitsOnly(s) }) || len(p[0]) != 4 || len(p[1]) != 2 || len(p[2]) != 2 || len(p[3]) != 6 && len(p[3]) != 8 {
		return false
	}
	y, _ := strconv.Atoi(p[0])
	m, _ := strconv.Atoi(p[1])
	d, _ := strconv.Atoi(p[2])
	return y >= 2019 && m >= 1 && d >= 1 && datum{year: y, month: m, day: d}.valid()
}

// validASIN wants ten places, in upper case. Those of digits are ISBNs, which belong in isbn; only the shop's own that begin with 630
// or 631 are not.
func validASIN(v string) bool {
	if len(v) != 10 {
		return false
	}
	for i := 0; i < len(v); i++ {
		if !isDigit(v[i]) && !isUpper(v[i]) {
			return false
		}
	}
	if isDigit(v[0]) {
		return digitsOnly(v[:9]) && (strings.HasPrefix(v, "630") || strings.HasPrefix(v, "631")) && sum11(v, 10)
	}
	return true
}
