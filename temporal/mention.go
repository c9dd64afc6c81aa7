package temporal

// mention is an expression as recognised, before it is anchored: a typed partial date, a duration,
// a set or a reference. Fields that the words do not give are zero.
type mention struct {
	start, end int32 // bytes of the text
	from, to   int32 // tokens of the block
	block      int32

	kind kind
	rule rule
	mod  modifier

	// A date: what the words say, then what anchoring adds. level tells the finest part.
	level    unit
	year     int32 // astronomical; of a decade its first year, of a century its number less one
	hasYear  bool
	era      int8 // -1 BC, 1 AD, 0 not said
	short    bool // the year is two digits
	digitsOK bool // a year of three digits in a document of such years
	month    uint8
	day      uint8
	sub      uint8 // season, quarter or half as EDTF's 21 to 41
	weekday  uint8
	part     uint8
	hour     int8
	minute   int8
	movable  uint8 // feast without a fixed day
	week     uint8
	nth      int8 // of the weekday in its month, -1 the last
	clock    bool

	// A relative date: step times qty units from the anchor.
	rel     relKind
	unit    unit
	steps   int32 // signed, in hundredths
	one     bool  // "one night"
	ordinal bool  // "the third night"
	bc      bool  // not dated, but in years before Christ
	several bool  // vague, with a word for the number: a few
	weak    bool  // "the day", "year": too little to date an event by
	yearly  bool  // an anniversary
	turn    bool  // the turn of a century
	same    bool  // "that same 13 September": told before
	fronted bool  // opens its sentence: "In 1779, …"
	spot    bool  // "that date": as good as the date it points to
	vague   bool  // the number of units is not said

	// A duration or set.
	qty   int32 // hundredths
	ref   string
	fixed string // EDTF of a caller's name, or of a stretch or a year of another calendar
	last  int32  // of a year of the Hijra: the last year of our era it touches
	event extent // words of the event it counts from or belongs to
	after string // of "after 12 days of X": the EDTF date
	inner anchor // a date among those words
	told  inner  // where it stands

	// Around it, for the phrase view.
	lead                  int16 // preposition before it
	leadAt                int32
	goesOn                bool     // no sentence ends between it and the mention before it
	join                  joinKind // how it goes on from the mention before it
	openParen, closeParen bool
	doubt                 bool    // possibly, perhaps
	alias                 bool    // the same day in the other calendar, or the year both share
	paren                 bool    // stands alone in parentheses
	attribute             bool    // stands before a noun it belongs to
	title                 bool    // inside a name or title
	compared              bool    // in a comparison
	timeless              bool    // told of every year
	habit                 bool    // counts from an event, in a sentence in the present
	january               bool    // a winter counted by its January
	reported              bool    // when something was said or printed, not when it happened
	near                  bool    // what it counts from is told right before it
	apposed               bool    // restates the date right before it
	distance              int32   // where the words end that say how far from its event
	clause                bool    // what it counts from is told by a clause, not a noun
	untilNow              bool    // goes on to the present: 2001–present
	exact                 bool    // its day is not in doubt, though the hour is about
	minuteOfDay           int16   // plus one; 0 when not known
	other                 float32 // percent of likelihood that it is the day after instead, negative for the day before

	basis uint8 // basisExplicit …
}

// inner is the place of a date among the words of an event.
type inner struct {
	extent
	leadAt int32
	lead   int16
	rule   rule
}

// extent is a range of bytes.
type extent struct{ start, end int32 }

type kind uint8

const (
	kDate kind = iota
	kTime
	kDuration
	kSet
	kRef  // a DATE with a reference for a value
	kSpan // a DATE without a value: "this period"
)

type modifier uint8

const (
	mNone modifier = iota
	mStart
	mMid
	mEnd
	mApprox
	mBefore
	mAfter
	mMoreThan
	mLessThan
	mAtLeast
	mAtMost
)

var modNames = [...]string{"", "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"}

// relKind tells what a date is relative to.
type relKind uint8

const (
	relNone     relKind = iota // itself; missing parts come from the anchor
	relNarrator                // the narrative's last date
	relNow                     // the day of writing
	relEvent                   // an event
)

type joinKind uint8

const (
	joinNone joinKind = iota
	joinDash
	joinSlash
	joinTo
	joinAnd
	joinOr
)

// rule names the rule that found a mention.
type rule uint8

const (
	ruNone rule = iota
	ruYear
	ruMonth
	ruMonthYear
	ruDayMonth
	ruDayMonthYear
	ruDayOfMonth
	ruISO
	ruNumeric
	ruDecade
	ruCentury
	ruSeason
	ruQuarter
	ruWeekday
	ruHoliday
	ruPartOfDay
	ruClock
	ruThis
	ruNext
	ruPrevious
	ruOffset
	ruEventOffset
	ruOfEvent
	ruPartOf
	ruDuration
	ruSet
	ruReference
	ruSpan
	ruAge
	ruShortYear
	ruOrdinalUnit
	ruCustom
	ruEventClause
	ruHijri
)

var ruleNames = [...]string{"", "year", "month", "month-year", "day-month", "day-month-year", "day-of-month", "iso", "numeric", "decade", "century", "season",
	"quarter", "weekday", "holiday", "part-of-day", "clock", "same-unit", "next-unit", "previous-unit", "offset", "event-offset", "of-event", "part-of-unit",
	"duration", "set", "reference", "span", "age", "short-year", "ordinal-unit", "custom", "event-clause", "hijri-year"}

func (r rule) String() string { return ruleNames[r] }
