package temporal

import "github.com/sinosoviet/sinosoviet/edtf"

// Movable feasts: Thanksgiving, or a distance from Easter Sunday in days plus feastEaster.
const (
	feastThanksgiving = 1
	feastEaster       = 100
)

// holidays by the lexicon's value: a day of the year, or a movable feast; neither for those of other calendars.
var holidays = [...]struct{ month, day, movable uint8 }{
	{}, {12, 25, 0}, {0, 0, feastEaster}, {0, 0, feastThanksgiving}, {10, 31, 0}, {}, {}, {0, 0, feastEaster + 49}, {}, {6, 24, 0}, {1, 6, 0}, {9, 29, 0}, {2, 2, 0},
}

// feastDays are weekdays with a name before them.
var feastDays = []struct {
	name    string
	weekday uint8
	movable uint8
}{
	{"good", 5, feastEaster - 2}, {"palm", 7, feastEaster - 7}, {"ash", 3, feastEaster - 46}, {"maundy", 4, feastEaster - 3}, {"holy", 6, feastEaster - 1},
	{"whit", 7, feastEaster + 49}, {"whit", 1, feastEaster + 50}, {"shrove", 2, feastEaster - 47},
}

// feast gives a movable feast its day once the year is known.
func (x *mention) feast() {
	x.nthWeekday()
	if x.movable == 0 || !x.hasYear || x.year < 1583 {
		return
	}
	var n int
	if x.movable == feastThanksgiving {
		n = dayNumberOf(int(x.year), 11, 1)
		n += floorMod(4-weekdayOf(n), 7) + 21
	} else {
		n = easter(int(x.year)) + int(x.movable) - feastEaster
	}
	_, m, d := dayOfNumber(n)
	x.month, x.day = uint8(m), uint8(d)
}

// nthWeekday gives a weekday counted in its month its day, once the year is known.
func (x *mention) nthWeekday() {
	if x.nth == 0 || !x.hasYear || x.month == 0 {
		return
	}
	length := edtf.DaysIn(int(x.year), int(x.month))
	day := 0
	if x.nth > 0 {
		day = 1 + floorMod(int(x.weekday)-weekdayOf(dayNumberOf(int(x.year), int(x.month), 1)), 7) + 7*int(x.nth-1)
	} else {
		day = length - floorMod(weekdayOf(dayNumberOf(int(x.year), int(x.month), length))-int(x.weekday), 7)
	}
	if day > length {
		return
	}
	x.day = uint8(day)
}

// easter is the count of Easter Sunday in a Gregorian year (the algorithm in Meeus, Astronomical Algorithms, chapter 8).
func easter(y int) int {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (b - (b+8)/25 + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	l := (32 + 2*e + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return dayNumberOf(y, n/31, n%31+1)
}

// namedDays are days called by a name before "Day": of every year, or of one (year not zero).
var namedDays = []struct {
	words      string // lower case, as written, without marks
	year       int32
	month, day uint8
}{
	{"new years", 0, 1, 1}, {"boxing", 0, 12, 26}, {"bastille", 0, 7, 14}, {"may", 0, 5, 1}, {"armistice", 0, 11, 11}, {"remembrance", 0, 11, 11}, {"veterans", 0, 11, 11},
	{"anzac", 0, 4, 25}, {"all saints", 0, 11, 1}, {"all souls", 0, 11, 2}, {"valentines", 0, 2, 14}, {"saint patricks", 0, 3, 17}, {"st patricks", 0, 3, 17},
	{"canada", 0, 7, 1}, {"australia", 0, 1, 26}, {"d", 1944, 6, 6}, {"ve", 1945, 5, 8}, {"v e", 1945, 5, 8}, {"vj", 1945, 8, 15}, {"v j", 1945, 8, 15},
}

// namedDay recognises "Bastille Day", "D-Day", and any other day with a name; the word "Day" is at i.
func (m *matcher) namedDay(i int) (mention, bool) {
	from := i
	for k := i - 1; k >= m.lastEnd && k >= i-5; k-- {
		t := m.at(k)
		switch {
		case t.class == wPunct && (t.val == ptApos || t.val == '.' || t.val == ptDash && m.hyphen(k)), m.is(k, "s"):
			continue
		case t.flags&fCap != 0 && (t.class == wNone || t.class == wMonth && k == i-1 || t.class == wHoliday):
			from = k
			continue
		}
		break
	}
	if from == i {
		return mention{}, false
	}
	for _, d := range namedDays {
		if !m.spells(d.words, from, i) {
			continue
		}
		x := mention{level: uDay, month: d.month, day: d.day, year: d.year, hasYear: d.year != 0, rule: ruHoliday}
		j := i + 1
		if y, n, ok := m.yearAt(j, true); ok && y.year >= 1000 && d.year == 0 {
			x.setYear(y)
			return x.upTo(from, n), true
		}
		x, j, _ = m.ofYear(x, j)
		return x.upTo(from, j), true
	}
	if m.at(from).class != wNone || !m.callsDay(i) {
		return mention{}, false
	}
	if y, n, ok := m.yearAt(i+1, true); ok && y.year >= 1000 {
		x := mention{level: uDay, rule: ruHoliday} // some day of that year
		x.setYear(y)
		return x.upTo(from, n), true
	}
	return mention{kind: kSpan, rel: relNarrator, rule: ruHoliday}.upTo(from, i+1), true
}

// dayCallers are endings of words that days are called by; a family name before "Day" has none of them.
var dayCallers = []string{"tion", "ence", "nty", "ity", "dom", "nal", "rial", "blic", "tory", "abor", "abour", "flag", "earth", "army", "navy", "columbus", "heroes", "lack"}

// callsDay reports whether the word before "Day" at i is one that days are called by: Victory, Independence, Mothers'.
func (m *matcher) callsDay(i int) bool {
	k := i - 1
	if m.is(k, "s") || m.punct(k, ptApos) {
		return true
	}
	w := m.word(k)
	for _, end := range dayCallers {
		if n := len(w) - len(end); n >= 0 && equalFold(end, w[n:]) {
			return true
		}
	}
	return false
}

// spells reports whether tokens [i, j) are the given words, marks aside and a possessive's s joined to its word.
func (m *matcher) spells(words string, i, j int) bool {
	for k := i; k < j; k++ {
		t := m.at(k)
		if t.class == wPunct {
			continue
		}
		w := m.word(k)
		if k > i && len(words) > 0 && words[0] == ' ' {
			words = words[1:]
		}
		if len(words) < len(w) || !equalFold(words[:len(w)], w) {
			return false
		}
		words = words[len(w):]
	}
	return words == ""
}

// newYear recognises "New Year's Eve 1999", "the New Year"; the word "Year" is at i.
func (m *matcher) newYear(i int) (mention, bool) {
	if !m.is(i-1, "new") || i-1 < m.lastEnd {
		return mention{}, false
	}
	x := mention{level: uDay, month: 1, day: 1, rule: ruHoliday}
	j := i + 1
	if m.punct(j, ptApos) {
		k := j + 1
		if m.is(k, "s") {
			k++
		}
		switch {
		case m.is(k, "day"):
			j = k + 1
		case m.is(k, "eve"):
			x.month, x.day, j = 12, 31, k+1
		default:
			return x, false
		}
	} else if m.at(i-1).flags&fCap == 0 && m.at(i-2).class != wTheWord {
		return x, false
	}
	if y, n, ok := m.yearAt(j, true); ok && y.year >= 1000 {
		x.setYear(y)
		return x.upTo(i-1, n), true
	}
	x, j, _ = m.ofYear(x, j)
	return x.upTo(i-1, j), true
}

// feastDay recognises "Good Friday", "Whit Monday"; the weekday is at i.
func (m *matcher) feastDay(i int) (mention, bool) {
	p := m.at(i - 1)
	if i-1 < m.lastEnd || p.flags&fCap == 0 {
		return mention{}, false
	}
	for _, f := range feastDays {
		if f.weekday != uint8(m.at(i).val) || !m.is(i-1, f.name) {
			continue
		}
		x := mention{level: uDay, month: 4, movable: f.movable, rule: ruHoliday}
		j := i + 1
		if m.punct(j, ',') {
			if y, n, ok := m.yearAt(j+1, true); ok && y.year >= 1000 {
				x.setYear(y)
				return x.upTo(i-1, n), true
			}
		}
		if y, n, ok := m.yearAt(j, true); ok && y.year >= 1000 {
			x.setYear(y)
			return x.upTo(i-1, n), true
		}
		x, j, _ = m.ofYear(x, j)
		return x.upTo(i-1, j), true
	}
	return mention{}, false
}
