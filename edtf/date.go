package edtf

// Date is an EDTF expression: a date, a date-time, a season, an interval or a set. The zero
// Date is no date. A Date is comparable: two are == exactly when they print the same.
//
// Invariants: Parse(d.String()) == d (TestEDTFRoundTrip); both bounds known, the earliest is
// not after the latest (TestBoundsOrdered).
type Date struct {
	text             string // as parsed; everything else follows from it
	earliest, latest Day
	kind             Kind
	precision        Precision
	level            uint8
	flags            flags
}

// flags are what is asked of a Date most often, so that no accessor re-reads its text for it.
type flags uint8

const (
	uncertain flags = 1 << iota
	approximate
	unspecified // has an X
	openStart
	openEnd
	unknownStart
	unknownEnd
)

// Kind is the kind of a [Date].
type Kind uint8

// The kinds of dates.
const (
	KindNone     Kind = iota // the zero Date
	KindDate                 // a day, month, year, decade …
	KindDateTime             // a day with a time of day
	KindSeason               // a part of a year: season, quarter, quadrimester, half
	KindInterval             // start/end
	KindOneOf                // [..]: one element of a set
	KindAllOf                // {..}: all elements of a set
)

var kindNames = [...]string{"none", "date", "date-time", "season", "interval", "one-of", "all-of"}

// String is the kind's name, such as "date" or "one-of".
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "invalid"
}

// Precision is how fine a date is, from coarse to fine: a greater Precision is finer.
type Precision uint8

// The precisions. A part counts when a digit of it is given: 1985-XX has the precision of a year.
const (
	PrecisionNone       Precision = iota // no digit is given, or the zero Date
	PrecisionMillennium                  // 1XXX, and coarser long years such as Y171010000S3
	PrecisionCentury                     // 19XX, 1950S2
	PrecisionDecade                      // 198X, 1953S3
	PrecisionYear                        // 1985
	PrecisionSeason                      // 1985-21 … 1985-41: parts of a year longer than a month
	PrecisionMonth                       // 1985-04
	PrecisionDay                         // 1985-04-12
	PrecisionSecond                      // 1985-04-12T23:20:30
)

var precisionNames = [...]string{"none", "millennium", "century", "decade", "year", "season", "month", "day", "second"}

// String is the precision's name, such as "year".
func (p Precision) String() string {
	if int(p) < len(precisionNames) {
		return precisionNames[p]
	}
	return "invalid"
}

// Qualifier says how a date, or a part of one, is meant. Qualifiers combine with |.
type Qualifier uint8

// The qualifiers.
const (
	Certain     Qualifier = 0                       // no sign
	Uncertain   Qualifier = 1                       // "?": possibly not so
	Approximate Qualifier = 2                       // "~": circa
	Doubtful    Qualifier = Uncertain | Approximate // "%": both
)

// String is the sign: "", "?", "~" or "%".
func (q Qualifier) String() string {
	switch q & Doubtful {
	case Uncertain:
		return "?"
	case Approximate:
		return "~"
	case Doubtful:
		return "%"
	}
	return ""
}

// String is the expression exactly as it was parsed, "" for the zero Date.
func (d Date) String() string { return d.text }

// IsZero reports whether d is the zero Date.
func (d Date) IsZero() bool { return d.text == "" }

// Equal reports whether d and o are the same expression, as == does. For the relation in time see [Date.Equals].
func (d Date) Equal(o Date) bool { return d == o }

// AppendText appends the expression; the error is always nil.
func (d Date) AppendText(b []byte) ([]byte, error) { return append(b, d.text...), nil }

// MarshalText prints the expression.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.text), nil }

// UnmarshalText parses the expression; an empty text is the zero Date. The error is a [*SyntaxError].
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	got, err := Parse(string(b))
	if err == nil {
		*d = got
	}
	return err
}

// Bounds are the earliest and the latest day the expression can mean. A zero Day is no bound:
// open, unknown, or the zero Date. Qualifiers do not move bounds: how far "circa" reaches is not known.
// What lies between them need not all be possible (1560-XX-25).
func (d Date) Bounds() (earliest, latest Day) { return d.earliest, d.latest }

// Kind is the kind of expression, KindNone for the zero Date.
func (d Date) Kind() Kind { return d.kind }

// Precision is how fine the date is; of intervals and sets, the coarsest of their known dates.
func (d Date) Precision() Precision { return d.precision }

// Level is the least level of ISO 8601-2 (0, 1 or 2) that has the expression.
func (d Date) Level() int { return int(d.level) }

// IsInterval reports whether d is an interval.
func (d Date) IsInterval() bool { return d.kind == KindInterval }

// IsSet reports whether d is a set, one-of or all-of.
func (d Date) IsSet() bool { return d.kind == KindOneOf || d.kind == KindAllOf }

// IsUncertain reports whether some part of d is marked "?" or "%".
func (d Date) IsUncertain() bool { return d.flags&uncertain != 0 }

// IsApproximate reports whether some part of d is marked "~" or "%".
func (d Date) IsApproximate() bool { return d.flags&approximate != 0 }

// IsUnspecified reports whether some digit of d is an X.
func (d Date) IsUnspecified() bool { return d.flags&unspecified != 0 }

// IsOpenStart reports whether d has no beginning: ../1985, [..1984].
func (d Date) IsOpenStart() bool { return d.flags&openStart != 0 }

// IsOpenEnd reports whether d has no end: 1985/.., {1760-12..}.
func (d Date) IsOpenEnd() bool { return d.flags&openEnd != 0 }

// IsUnknownStart reports whether the start of the interval d is not known: /1985.
func (d Date) IsUnknownStart() bool { return d.flags&unknownStart != 0 }

// IsUnknownEnd reports whether the end of the interval d is not known: 1985/.
func (d Date) IsUnknownEnd() bool { return d.flags&unknownEnd != 0 }
