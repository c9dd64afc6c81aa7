package temporal

// Movable feasts.
const (
	feastEaster = iota + 1
	feastPentecost
	feastThanksgiving
	feastGoodFriday
)

// holidays by the lexicon's value: a day of the year, or a movable feast; neither for those of other calendars.
var holidays = [...]struct{ month, day, movable uint8 }{
	{}, {12, 25, 0}, {0, 0, feastEaster}, {0, 0, feastThanksgiving}, {10, 31, 0}, {}, {}, {0, 0, feastPentecost}, {}, {6, 24, 0}, {1, 6, 0}, {9, 29, 0}, {2, 2, 0},
}

// feast gives a movable feast its day once the year is known.
func (x *mention) feast() {
	if x.movable == 0 || !x.hasYear || x.year < 1583 {
		return
	}
	switch x.movable {
	case feastThanksgiving:
		n := dayNumberOf(int(x.year), 11, 1)
		_, m, d := dayOfNumber(n + floorMod(4-weekdayOf(n), 7) + 21)
		x.month, x.day = uint8(m), uint8(d)
	default:
		n := easter(int(x.year))
		switch x.movable {
		case feastPentecost:
			n += 49
		case feastGoodFriday:
			n -= 2
		}
		_, m, d := dayOfNumber(n)
		x.month, x.day = uint8(m), uint8(d)
	}
}

// easter is the count of Easter Sunday in a Gregorian year (the anonymous algorithm of 1876).
func easter(y int) int {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	n := h + l - 7*m + 90
	month := n / 25
	return dayNumberOf(y, month, (n+33*month+19)%32)
}
