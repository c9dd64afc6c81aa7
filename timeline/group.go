package timeline

import (
	"iter"

	"github.com/sinosoviet/sinosoviet/edtf"
)

// ByYear yields the entries by year, in order, each group under its name: "1949", "44 BC". An entry whose bounds reach
// beyond one year is not put into one of them but under the name of its own stretch, such as "1937–1941" or "1950s"; those with an
// open end under "since 1946" or "by 1924"; those without a date come last, under "undated".
func (t *Timeline) ByYear() iter.Seq2[string, *Timeline] { return t.by(scaleYear) }

// ByDecade yields the entries by decade, in order, under names such as "1940s"; what reaches beyond a decade as in [Timeline.ByYear].
func (t *Timeline) ByDecade() iter.Seq2[string, *Timeline] { return t.by(scaleDecade) }

// ByCentury yields the entries by century, in order, under names such as "20th century" (1900–1999, by the digits, as EDTF's
// 19XX has it); what reaches beyond a century as in [Timeline.ByYear].
func (t *Timeline) ByCentury() iter.Seq2[string, *Timeline] { return t.by(scaleCentury) }

func (t *Timeline) by(unit scale) iter.Seq2[string, *Timeline] {
	return groups(t, func(e *Entry) []string { return []string{groupName(e, unit)} })
}

// groupName is the name of the unit an entry lies in, or of its own stretch.
func groupName(e *Entry, unit scale) string {
	s := scaleOf(e.Earliest, e.Latest)
	switch {
	case e.Earliest.IsZero() && e.Latest.IsZero():
		return dateWords(e)
	case s == scaleAll || s > unit:
		return stretchName(e)
	}
	return unitName(e.Earliest.Year, unit)
}

// unitName names the unit of the scale a year lies in. Decades before year 0, which have no name of their own, are named by their years.
func unitName(year int, unit scale) string {
	n := int(unit.yearsIn())
	switch {
	case unit == scaleYear:
		return yearText(year)
	case year >= 0 && unit == scaleDecade:
		return edtf.Decade(year).Human()
	case year >= 0:
		return edtf.Century(year/n + 1).Human()
	case unit == scaleCentury: // 500 BC to 401 BC are the 5th, as EDTF's -04XX
		return edtf.Century(-year/n+1).Human() + " BC"
	}
	first := int(unit.cell(year)) * n
	return edtf.Interval(edtf.Year(first+1), edtf.Year(min(first+n, -1))).Human()
}

// stretchName is a name for bounds that reach beyond a unit: in years, or the words of what is no interval, such as "1950s".
func stretchName(e *Entry) string {
	from, to := e.Earliest, e.Latest
	switch {
	case from.IsZero():
		return "by " + yearText(to.Year)
	case to.IsZero():
		return "since " + yearText(from.Year)
	case e.EDTF.IsInterval() || e.EDTF.IsZero():
		return edtf.Interval(edtf.Year(from.Year), edtf.Year(to.Year)).Human()
	}
	return e.EDTF.Human()
}

// ByActor yields the entries by actor, those with the most entries first. An entry is in the group of each of its actors; entries
// without actors are in none.
func (t *Timeline) ByActor() iter.Seq2[string, *Timeline] {
	return func(yield func(string, *Timeline) bool) {
		all := map[string]*Timeline{}
		for name, group := range groups(t, func(e *Entry) []string { return e.Actors }) {
			all[name] = group
		}
		for _, a := range t.Actors() {
			if !yield(a.Name, all[a.Name]) {
				return
			}
		}
	}
}

// BySection yields the entries by the heading of the section that tells them first, in the order of their first entry.
func (t *Timeline) BySection() iter.Seq2[string, *Timeline] {
	return groups(t, func(e *Entry) []string { return []string{e.Heading} })
}

// groups yields the entries under each of their names, in the order of the names' first entries.
func groups(t *Timeline, names func(*Entry) []string) iter.Seq2[string, *Timeline] {
	return func(yield func(string, *Timeline) bool) {
		if t == nil {
			return
		}
		at := map[string]*Timeline{}
		var order []string
		for _, e := range t.entries {
			for _, name := range names(e) {
				g := at[name]
				if g == nil {
					g = &Timeline{docs: t.docs}
					at[name] = g
					order = append(order, name)
				}
				if n := len(g.entries); n == 0 || g.entries[n-1] != e {
					g.entries = append(g.entries, e)
				}
			}
		}
		for _, name := range order {
			if !yield(name, at[name]) {
				return
			}
		}
	}
}
