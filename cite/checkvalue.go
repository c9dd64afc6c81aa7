package cite

import (
	"strings"

	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// firstAccess is the day Wikipedia opened; nothing was accessed for it before.
var firstAccess = edtf.Day{Year: 2001, Month: 1, Day: 15}

// dates reports dates in forms that the checker does not take, that do not exist, or that lie ahead.
func (k *checker) dates() {
	for i := range k.set {
		v := &k.set[i]
		switch v.Canonical {
		case "date", "year", "publication-date", "access-date", "archive-date", "doi-broken-date", "pmc-embargo-date", "lay-date":
		default:
			continue
		}
		if _, accepted := cs1.AsWritten(v.text); accepted {
			continue
		}
		d := cs1.ParseDate(v.text)
		switch {
		case d.Form == cs1.DateNone || d.Form == cs1.DateLoose:
			k.report("bad_date", v, "not a date in a form the templates take")
		case (d.Form == cs1.DateNoDate || strings.HasPrefix(v.text, "c. ")) && v.Canonical != "date" && v.Canonical != "year":
			k.report("bad_date", v, "a date is wanted")
		case d.Last > k.Today.Year+1 && v.Canonical != "pmc-embargo-date":
			k.report("bad_date", v, "lies ahead")
		case v.Canonical == "access-date":
			if !wholeDay(d) || d.Suffix != "" {
				k.report("bad_date", v, "the day of access is wanted")
				continue
			}
			day, _ := d.EDTF.Bounds()
			if day.Compare(firstAccess) < 0 || day.Compare(tomorrow(k.Today)) > 0 {
				k.report("bad_date", v, "nothing was accessed then")
			}
		case v.Canonical == "pmc-embargo-date" || v.Canonical == "archive-date" && d.Form == cs1.DateYear:
			if !wholeDay(d) {
				k.report("bad_date", v, "a day is wanted")
			}
		}
	}
	if date, year := k.get("date"), k.get("year"); date != nil && year != nil {
		a, b := cs1.ParseDate(date.text), cs1.ParseDate(year.text)
		if a.Year != 0 && b.Year != 0 && a.Year != b.Year {
			k.note("date_year", year, "another year than that of |date=")
		}
	}
}

func wholeDay(d cs1.Date) bool {
	return (d.Form == cs1.DateDay || d.Form == cs1.DateFullISO) && !d.Ranged
}

// tomorrow is the day after, which is today somewhere.
func tomorrow(d edtf.Day) edtf.Day {
	d.Day++
	return d // the 32nd compares well enough
}

// identifiers reports identifiers that break their scheme's rule.
func (k *checker) identifiers() {
	for i := range k.set {
		v := &k.set[i]
		if !cs1.IsIdentifier(v.Canonical) {
			if v.Canonical == "asin-tld" && k.has("asin") && !asinTLD(v.text) {
				k.report("bad_asin_tld", v, "no domain of that shop")
			}
			continue
		}
		text := cs1.Readable(v.text)
		inner, accepted := cs1.AsWritten(text)
		if cs1.ValidIdentifier(v.Canonical, inner, k.Today.Year) {
			continue
		}
		if accepted {
			switch v.Canonical {
			case "isbn":
				k.note("ignore_isbn_err", v, "accepted as written")
			case "issn", "eissn":
				k.note("ignore_issn", v, "accepted as written")
			case "doi":
				k.note("doi_ignore", v, "accepted as written")
			}
			continue
		}
		code := v.Canonical
		switch code {
		case "eissn":
			code = "issn"
		case "message-id":
			code = "message_id"
		}
		k.report("bad_"+code, v, "not a valid identifier of that scheme")
	}
}

func asinTLD(s string) bool {
	switch s {
	case "ae", "au", "br", "ca", "cn", "de", "es", "fr", "in", "it", "jp", "mx", "nl", "pl", "sa", "se", "sg", "tr", "uk", "us",
		"com", "com.au", "com.br", "com.mx", "co.jp", "co.uk":
		return true
	}
	return false
}

// addresses reports addresses that lead nowhere by their form.
func (k *checker) addresses() {
	for i := range k.set {
		v := &k.set[i]
		if !isAddress(v.Canonical) {
			continue
		}
		text := strings.TrimSpace(v.text)
		if strings.HasPrefix(text, "{{") {
			continue // a template that makes one
		}
		if !goodURL(text) {
			k.report("bad_url", v, "not an address with a scheme and a domain")
		}
	}
}

func isAddress(canonical string) bool {
	switch canonical {
	case "url", "chapter-url", "archive-url", "conference-url", "map-url", "transcript-url", "lay-url":
		return true
	}
	return false
}

// goodURL reports whether s is a scheme, or none, "//", and a domain with a top level or a number.
func goodURL(s string) bool {
	if strings.ContainsAny(s, " \t\n<>") {
		return false
	}
	scheme, rest, ok := strings.Cut(s, "//")
	if !ok {
		scheme, rest, ok = strings.Cut(s, ":")
		return ok && (scheme == "mailto" || scheme == "news" || scheme == "urn") && rest != ""
	}
	if scheme != "" {
		name, colon := strings.CutSuffix(scheme, ":")
		if !colon || name == "" || !isLetterByte(name[0]) {
			return false
		}
		for i := range len(name) {
			if c := name[i]; !isWordByte(c) && c != '+' && c != '-' && c != '.' {
				return false
			}
		}
	}
	host := rest
	if i := strings.IndexAny(host, "/?#"); i >= 0 {
		host = host[:i]
	}
	if i := strings.LastIndexByte(host, '@'); i >= 0 {
		host = host[i+1:]
	}
	if strings.HasPrefix(host, "[") {
		return strings.Contains(host, "]")
	}
	host, _, _ = strings.Cut(host, ":")
	return goodHost(host)
}

func goodHost(host string) bool {
	host = strings.TrimSuffix(host, ".")
	dot := strings.LastIndexByte(host, '.')
	if dot <= 0 || dot == len(host)-1 || strings.Contains(host, "..") {
		return false
	}
	for i := range len(host) {
		if c := host[i]; c < 0x80 && !isWordByte(c) && c != '-' && c != '.' && c != '_' {
			return false
		}
	}
	top := host[dot+1:]
	if strings.Trim(top, "0123456789") == "" {
		return strings.Count(host, ".") == 3 && strings.Trim(host, "0123456789.") == ""
	}
	return len(top) >= 2 && (top[0] >= 0x80 || isLetterByte(top[0]))
}
