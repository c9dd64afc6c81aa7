package temporal

import "strconv"

// Ages in thousands, millions and billions of years: their value counts back from the present in the units of TIMEX2
// (KA, MA, GA), their date is a year with the sign for "about", since a round number of years counts from no certain day.

// leastAge is the least age in years that counts from the present of any reader.
const leastAge = 2000

// beforePresent is the year that "before present" counts from, by convention.
const beforePresent = 1950

// longAgo recognises "66 million years ago", "12,000 BP", "3.8 Ga", and a duration of millions of years. The number is at i, and ends before j.
func (m *matcher) longAgo(from, i int, c count, j int) (mention, bool) {
	if c.vague {
		return mention{}, false
	}
	scale, next, before, ok := m.ageUnit(i, j, c)
	if !ok {
		return mention{}, false
	}
	return ageOf(c, scale, before).upTo(from, next), true
}

// ageUnit reads what makes the number before j an age: its scale in years, and the year it counts from, 0 for a duration.
func (m *matcher) ageUnit(i, j int, c count) (scale float64, next, before int, ok bool) {
	scale = 1
	switch w := m.word(j); w {
	case "million":
		scale = 1e6
		j++
	case "billion":
		scale = 1e9
		j++
	case "Mya", "mya", "MYA", "Ma":
		return 1e6, j + 1, 2000, m.at(i).class == wNumber && (w != "Ma" || m.at(i).digits <= 3)
	case "Ga", "Gya":
		return 1e9, j + 1, 2000, m.at(i).class == wNumber && c.hundredths < 1400
	case "kya", "Kya", "KYA":
		return 1e3, j + 1, 2000, true
	case "BP":
		return 1, j + 1, beforePresent, m.at(i).class == wNumber && (m.at(i).flags&fGrouped != 0 || c.hundredths > 220000)
	}
	u := m.at(j)
	if u.class != wUnit || u.val&^unitPlural != uYear || scale == 1 && u.val&unitPlural == 0 {
		return 0, j, 0, false
	}
	j++
	long := float64(c.hundredths)/100*scale >= leastAge
	switch {
	case m.at(j).class == wLater && m.at(j).val == latAgo && long:
		return scale, j + 1, 2000, true
	case m.word(j) == "BP" && long:
		return scale, j + 1, beforePresent, true
	case m.at(j).class == wLater && m.at(j).val == latBefore && m.is(j+1, "present") && long:
		return scale, j + 2, beforePresent, true
	case m.at(j).class == wLater && m.at(j).val == latBefore && m.at(j+1).class == wTheWord && m.is(j+2, "present") && long:
		return scale, j + 3, beforePresent, true
	case scale > 1 && m.at(j).class != wOld && m.at(j).class != wLater && !m.punct(j, ptDash):
		return scale, j, 0, true
	}
	return 0, j, 0, false
}

// ageOf is the date or the duration of so many years.
func ageOf(c count, scale float64, before int) mention {
	years := float64(c.hundredths) / 100 * scale
	if before == 0 {
		return mention{kind: kDuration, unit: uYear, ref: "P" + strconv.FormatFloat(years, 'f', -1, 64) + "Y", rule: ruDuration}
	}
	x := mention{level: uYear, rule: ruOffset}
	unit := [...]struct {
		years float64
		code  string
	}{{1e9, "GA"}, {1e6, "MA"}, {1e3, "KA"}}
	for _, u := range unit {
		if years >= u.years {
			x.ref = u.code + strconv.FormatFloat(years/u.years, 'f', -1, 64)
			break
		}
	}
	y := int64(before) - int64(years) + 1 // 10,000 years before 2000 is 8000 BC
	if years >= 1e5 {
		y = -int64(years) // finer than the number
	}
	switch {
	case y < -9999:
		x.fixed = "Y" + strconv.FormatInt(y, 10) + "~"
	default:
		x.fixed = string(append(appendISOYear(nil, int32(y)), '~'))
	}
	return x
}
