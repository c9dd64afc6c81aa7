package temporal

import (
	"strings"
	"sync"

	"github.com/sinosoviet/sinosoviet/edtf"
)

// class is what a token is for the recogniser. Words outside the lexicon are wNone; they end
// or separate expressions and cost one table probe.
type class uint8

const (
	wNone     class = iota // any other word
	wEnd                   // end of the block
	wPunct                 // val: the byte, or one of the pt constants
	wNumber                // digits; token.num, token.digits
	wOrd                   // first, 20th; token.num
	wDecade                // 1950s, 50s; token.num
	wCard                  // one, twenty, hundred, dozen; val: the number
	wVague                 // few, several, many; no number
	wMonth                 // val: 1 to 12
	wWeekday               // val: 1 (Monday) to 7
	wSeason                // val: 21 (spring) to 24 (winter), as in EDTF
	wUnit                  // val: unit, with unitPlural
	wPart                  // part of a day; val: part
	wSpan                  // time, period, era, season, date: spans without a length
	wTheWord               // the
	wArticle               // a, an
	wOther                 // another, other
	wDem                   // this, that, these, those; val: dem
	wPoss                  // his, their
	wEach                  // each, every
	wStep                  // next, following, previous, same: val: step
	wMod                   // early, late, mid, end: val: modWord
	wApprox                // about, nearly, over: val: approx
	wThan                  // than
	wLater                 // later, earlier, after, before, ago: val: later
	wRef                   // now, today, former: val: ref
	wOften                 // annually, daily: val: unit
	wPer                   // per
	wEra                   // BC, AD: val 0 before, 1 after
	wMeridiem              // am, pm: val 0, 12
	wHoliday               // Christmas: val: holiday
	wPrep                  // preposition or conjunction that can lead a date: val: prep
	wFunc                  // other function words
	wAdj                   // adjectives that stand between a number and its unit
	wHalf                  // half
	wAnd                   // and
	wOr                    // or
	wOf                    // of
	wYearWord              // fiscal, academic … (year)
	wOld                   // old
	wMeasure               // kilometres, men, percent: what makes a number a quantity
	wTo                    // to
	wDoubt                 // possibly
	wLabel                 // resolution, page: what has a number that is no year
)

// unit is a unit of time; also the level of a date.
type unit = int16

const (
	uNone unit = iota
	uSecond
	uMinute
	uHour
	uPart // part of a day
	uDay
	uWeekend
	uWeek
	uFortnight
	uMonth
	uSeason
	uQuarter
	uHalf
	uYear
	uDecade
	uCentury
	uMillennium
)

const unitPlural = 0x40

// Parts of a day, in TIMEX3's letters.
const (
	partMO = iota + 1
	partMI
	partAF
	partEV
	partNI
	partDT
	partDawn
	partMidnight
)

var partCodes = [...]string{"", "MO", "MI", "AF", "EV", "NI", "DT", "MO", "NI"}

// Steps: which one of a row of units an adjective names.
const (
	stepNext  = iota + 1 // the one after the anchor
	stepPrev             // the one before
	stepSame             // the anchor's own
	stepLast             // previous, or the final one of a whole
	stepFinal            // the last part of a whole
	stepPast             // a stretch that ends at the anchor
	stepWhole            // all of it
	stepRest             // what is left of it
)

// Modifier words.
const (
	modEarly = iota + 1
	modLate
	modMid
	modMiddle
	modStart
	modEnd
	modLatter
	modRest
	modEve
	modHeight
	modTurn
	modClose
)

// Approximators.
const (
	apAbout  = iota + 1 // about, around, roughly
	apCirca             // circa, ca
	apNearly            // nearly, almost: a little less
	apOver              // over
	apUnder             // under
	apMore              // more (than)
	apLess              // less, fewer (than)
	apJust              // just, only, exactly
	apAt                // at (least, most)
	apUp                // up (to)
	apLeast             // least
	apMost              // most
	apSome              // some
	apLittle            // little
)

// Words that turn a duration into an offset.
const (
	latLater = iota + 1
	latEarlier
	latAfter
	latBefore
	latAgo
	latHence
)

// References without a calendar value.
const (
	refNow   = iota + 1 // always a present reference
	refToday            // today, with day level
	refYesterday
	refTomorrow
	refTonight
	refRecent
	refFormer
	refFuture
	refPresent // only before "day" or in set phrases
	refModern  // only before "day"
	refCurrent
)

// Prepositions and conjunctions that lead a date.
const (
	prIn = iota + 1
	prOn
	prBy
	prAt
	prSince
	prUntil
	prFrom
	prDuring
	prBetween
	prThrough
	prWithin
	prTowards
	prFor
	prInto
	prUpon
)

type entry struct {
	word  string
	class class
	val   int16
}

// lexicon is all the English the recogniser knows, by class, but for the months' names, which [edtf] has. Sources: the calendar; TIMEX2 and
// TIMEX3 guidelines for trigger words; the CONTRACT's conventions for modifiers.
var lexicon = []entry{
	{"monday", wWeekday, 1}, {"tuesday", wWeekday, 2}, {"wednesday", wWeekday, 3}, {"thursday", wWeekday, 4},
	{"friday", wWeekday, 5}, {"saturday", wWeekday, 6}, {"sunday", wWeekday, 7},
	{"mondays", wWeekday, 1 | unitPlural}, {"tuesdays", wWeekday, 2 | unitPlural}, {"wednesdays", wWeekday, 3 | unitPlural}, {"thursdays", wWeekday, 4 | unitPlural},
	{"fridays", wWeekday, 5 | unitPlural}, {"saturdays", wWeekday, 6 | unitPlural}, {"sundays", wWeekday, 7 | unitPlural},

	{"spring", wSeason, 21}, {"springtime", wSeason, 21}, {"summer", wSeason, 22}, {"summertime", wSeason, 22}, {"autumn", wSeason, 23},
	{"fall", wSeason, 23}, {"winter", wSeason, 24}, {"wintertime", wSeason, 24}, {"midsummer", wSeason, 22}, {"midwinter", wSeason, 24},
	{"summers", wSeason, 22 | unitPlural}, {"winters", wSeason, 24 | unitPlural}, {"autumns", wSeason, 23 | unitPlural},

	{"seconds", wUnit, uSecond | unitPlural}, {"moments", wUnit, uSecond | unitPlural}, {"minute", wUnit, uMinute}, {"minutes", wUnit, uMinute | unitPlural},
	{"hour", wUnit, uHour}, {"hours", wUnit, uHour | unitPlural}, {"day", wUnit, uDay}, {"days", wUnit, uDay | unitPlural},
	{"week", wUnit, uWeek}, {"weeks", wUnit, uWeek | unitPlural}, {"weekend", wUnit, uWeekend}, {"weekends", wUnit, uWeekend | unitPlural},
	{"fortnight", wUnit, uFortnight}, {"fortnights", wUnit, uFortnight | unitPlural}, {"month", wUnit, uMonth}, {"months", wUnit, uMonth | unitPlural},
	{"quarter", wUnit, uQuarter}, {"quarters", wUnit, uQuarter | unitPlural},
	{"year", wUnit, uYear}, {"years", wUnit, uYear | unitPlural}, {"decade", wUnit, uDecade}, {"decades", wUnit, uDecade | unitPlural},
	{"century", wUnit, uCentury}, {"centuries", wUnit, uCentury | unitPlural}, {"millennium", wUnit, uMillennium}, {"millennia", wUnit, uMillennium | unitPlural},

	{"morning", wPart, partMO}, {"mornings", wPart, partMO | unitPlural}, {"afternoon", wPart, partAF}, {"afternoons", wPart, partAF | unitPlural},
	{"evening", wPart, partEV}, {"evenings", wPart, partEV | unitPlural}, {"night", wPart, partNI}, {"nights", wPart, partNI | unitPlural},
	{"nighttime", wPart, partNI}, {"overnight", wPart, partNI}, {"noon", wPart, partMI}, {"midday", wPart, partMI}, {"midnight", wPart, partMidnight},
	{"dawn", wPart, partDawn}, {"daybreak", wPart, partDawn}, {"sunrise", wPart, partDawn}, {"dusk", wPart, partEV}, {"sunset", wPart, partEV},
	{"nightfall", wPart, partEV}, {"daytime", wPart, partDT},

	{"time", wSpan, 1}, {"period", wSpan, 2}, {"periods", wSpan, 2 | unitPlural}, {"era", wSpan, 3}, {"date", wSpan, 4}, {"season", wSpan, 5}, {"moment", wSpan, 6},
	{"anniversary", wSpan, 7}, {"duration", wSpan, 8}, {"point", wSpan, 9}, {"times", wSpan, 1 | unitPlural}, {"eve", wMod, modEve},

	{"one", wCard, 1}, {"two", wCard, 2}, {"three", wCard, 3}, {"four", wCard, 4}, {"five", wCard, 5}, {"six", wCard, 6}, {"seven", wCard, 7},
	{"eight", wCard, 8}, {"nine", wCard, 9}, {"ten", wCard, 10}, {"eleven", wCard, 11}, {"twelve", wCard, 12}, {"thirteen", wCard, 13},
	{"fourteen", wCard, 14}, {"fifteen", wCard, 15}, {"sixteen", wCard, 16}, {"seventeen", wCard, 17}, {"eighteen", wCard, 18}, {"nineteen", wCard, 19},
	{"twenty", wCard, 20}, {"thirty", wCard, 30}, {"forty", wCard, 40}, {"fifty", wCard, 50}, {"sixty", wCard, 60}, {"seventy", wCard, 70},
	{"eighty", wCard, 80}, {"ninety", wCard, 90}, {"hundred", wCard, 100}, {"thousand", wCard, 1000}, {"dozen", wCard, 12}, {"couple", wCard, 2},
	{"single", wCard, 1},
	{"few", wVague, 0}, {"several", wVague, 0}, {"many", wVague, 0}, {"numerous", wVague, 0}, {"countless", wVague, 0}, {"dozens", wVague, 0},
	{"hundreds", wVague, 0}, {"thousands", wVague, 0}, {"various", wVague, 0},
	{"half", wHalf, 0},

	{"first", wOrd, 1}, {"second", wOrd, 2}, {"third", wOrd, 3}, {"fourth", wOrd, 4}, {"fifth", wOrd, 5}, {"sixth", wOrd, 6}, {"seventh", wOrd, 7},
	{"eighth", wOrd, 8}, {"ninth", wOrd, 9}, {"tenth", wOrd, 10}, {"eleventh", wOrd, 11}, {"twelfth", wOrd, 12}, {"thirteenth", wOrd, 13},
	{"fourteenth", wOrd, 14}, {"fifteenth", wOrd, 15}, {"sixteenth", wOrd, 16}, {"seventeenth", wOrd, 17}, {"eighteenth", wOrd, 18},
	{"nineteenth", wOrd, 19}, {"twentieth", wOrd, 20}, {"thirtieth", wOrd, 30},

	{"twenties", wDecade, 20}, {"thirties", wDecade, 30}, {"forties", wDecade, 40}, {"fifties", wDecade, 50}, {"sixties", wDecade, 60},
	{"seventies", wDecade, 70}, {"eighties", wDecade, 80}, {"nineties", wDecade, 90},

	{"the", wTheWord, 0}, {"a", wArticle, 0}, {"an", wArticle, 0}, {"another", wOther, 0}, {"other", wOther, 1},
	{"this", wDem, 1}, {"that", wDem, 2}, {"these", wDem, 3}, {"those", wDem, 4},
	{"his", wPoss, 0}, {"her", wPoss, 0}, {"their", wPoss, 0}, {"its", wPoss, 0}, {"our", wPoss, 0}, {"my", wPoss, 0}, {"your", wPoss, 0},
	{"each", wEach, 0}, {"every", wEach, 0},

	{"next", wStep, stepNext}, {"following", wStep, stepNext}, {"subsequent", wStep, stepNext}, {"ensuing", wStep, stepNext}, {"coming", wStep, stepNext},
	{"succeeding", wStep, stepNext}, {"previous", wStep, stepPrev}, {"preceding", wStep, stepPrev}, {"prior", wStep, stepPrev},
	{"same", wStep, stepSame}, {"last", wStep, stepLast}, {"final", wStep, stepFinal}, {"closing", wStep, stepFinal}, {"past", wStep, stepPast},
	{"intervening", wStep, stepWhole}, {"entire", wStep, stepWhole}, {"whole", wStep, stepWhole}, {"full", wStep, stepWhole}, {"remaining", wStep, stepRest},
	{"rest", wMod, modRest}, {"remainder", wMod, modRest},

	{"early", wMod, modEarly}, {"late", wMod, modLate}, {"mid", wMod, modMid}, {"middle", wMod, modMiddle}, {"beginning", wMod, modStart},
	{"start", wMod, modStart}, {"onset", wMod, modStart}, {"opening", wMod, modStart}, {"outset", wMod, modStart}, {"end", wMod, modEnd}, {"close", wMod, modClose},
	{"latter", wMod, modLatter}, {"height", wMod, modHeight}, {"turn", wMod, modTurn},

	{"about", wApprox, apAbout}, {"around", wApprox, apAbout}, {"approximately", wApprox, apAbout}, {"roughly", wApprox, apAbout}, {"circa", wApprox, apCirca},
	{"ca", wApprox, apCirca}, {"nearly", wApprox, apNearly}, {"almost", wApprox, apNearly}, {"over", wApprox, apOver}, {"under", wApprox, apUnder},
	{"more", wApprox, apMore}, {"less", wApprox, apLess}, {"fewer", wApprox, apLess}, {"just", wApprox, apJust}, {"only", wApprox, apJust},
	{"exactly", wApprox, apJust}, {"barely", wApprox, apJust}, {"least", wApprox, apLeast}, {"most", wApprox, apMost}, {"some", wApprox, apSome},
	{"little", wApprox, apLittle}, {"up", wApprox, apUp}, {"than", wThan, 0},

	{"later", wLater, latLater}, {"earlier", wLater, latEarlier}, {"after", wLater, latAfter}, {"before", wLater, latBefore}, {"ago", wLater, latAgo},
	{"hence", wLater, latHence}, {"afterwards", wLater, latLater}, {"afterward", wLater, latLater}, {"previously", wLater, latEarlier},
	{"beforehand", wLater, latEarlier}, {"thereafter", wLater, latLater},

	{"now", wRef, refNow}, {"nowadays", wRef, refNow}, {"today", wRef, refToday}, {"yesterday", wRef, refYesterday}, {"tomorrow", wRef, refTomorrow},
	{"tonight", wRef, refTonight}, {"recent", wRef, refRecent}, {"recently", wRef, refRecent}, {"former", wRef, refFormer}, {"future", wRef, refFuture},
	{"present", wRef, refPresent}, {"modern", wRef, refModern}, {"current", wRef, refCurrent}, {"currently", wRef, refCurrent},
	{"presently", wRef, refCurrent},

	{"annually", wOften, uYear}, {"yearly", wOften, uYear}, {"monthly", wOften, uMonth}, {"weekly", wOften, uWeek}, {"daily", wOften, uDay},
	{"hourly", wOften, uHour}, {"nightly", wOften, uPart}, {"quarterly", wOften, uQuarter}, {"annual", wOften, uYear},
	{"per", wPer, 0},

	{"bc", wEra, 0}, {"bce", wEra, 0}, {"ad", wEra, 1}, {"ce", wEra, 1},
	{"am", wMeridiem, 0}, {"pm", wMeridiem, 12}, {"hrs", wMeridiem, 24}, {"clock", wMeridiem, 25},

	{"christmas", wHoliday, 1}, {"easter", wHoliday, 2}, {"thanksgiving", wHoliday, 3}, {"halloween", wHoliday, 4}, {"ramadan", wHoliday, 5},
	{"passover", wHoliday, 6}, {"pentecost", wHoliday, 7}, {"hanukkah", wHoliday, 8}, {"midsummerday", wHoliday, 9}, {"epiphany", wHoliday, 10},
	{"michaelmas", wHoliday, 11}, {"candlemas", wHoliday, 12},

	{"in", wPrep, prIn}, {"on", wPrep, prOn}, {"by", wPrep, prBy}, {"at", wPrep, prAt}, {"since", wPrep, prSince}, {"until", wPrep, prUntil},
	{"till", wPrep, prUntil}, {"from", wPrep, prFrom}, {"during", wPrep, prDuring}, {"between", wPrep, prBetween}, {"through", wPrep, prThrough},
	{"throughout", wPrep, prDuring}, {"within", wPrep, prWithin}, {"towards", wPrep, prTowards}, {"toward", wPrep, prTowards}, {"for", wPrep, prFor},
	{"into", wPrep, prInto}, {"upon", wPrep, prUpon},
	{"of", wOf, 0}, {"and", wAnd, 0}, {"or", wOr, 0}, {"to", wTo, 0},

	{"fiscal", wYearWord, 1}, {"academic", wYearWord, 2}, {"financial", wYearWord, 1}, {"calendar", wYearWord, 3}, {"school", wYearWord, 2},
	{"old", wOld, 0},

	{"brutal", wAdj, 0}, {"bloody", wAdj, 0}, {"long", wAdj, 0}, {"hard", wAdj, 0}, {"consecutive", wAdj, 0}, {"straight", wAdj, 0}, {"short", wAdj, 0},
	{"additional", wAdj, 0}, {"further", wAdj, 0}, {"successive", wAdj, 0}, {"bitter", wAdj, 0}, {"critical", wAdj, 0}, {"difficult", wAdj, 0},
	{"intense", wAdj, 0}, {"good", wAdj, 0}, {"key", wAdj, 0}, {"solid", wAdj, 0}, {"whopping", wAdj, 0}, {"working", wAdj, 0}, {"very", wAdj, 0},
	{"extra", wAdj, 0}, {"official", wAdj, 0}, {"turbulent", wAdj, 0}, {"formative", wAdj, 0}, {"crucial", wAdj, 0},

	{"men", wMeasure, 0}, {"people", wMeasure, 0}, {"troops", wMeasure, 0}, {"soldiers", wMeasure, 0}, {"percent", wMeasure, 0}, {"km", wMeasure, 0},
	{"kilometres", wMeasure, 0}, {"kilometers", wMeasure, 0}, {"miles", wMeasure, 0}, {"metres", wMeasure, 0}, {"meters", wMeasure, 0}, {"tons", wMeasure, 0},
	{"tonnes", wMeasure, 0}, {"mm", wMeasure, 0}, {"kg", wMeasure, 0}, {"m", wMeasure, 0}, {"ft", wMeasure, 0}, {"feet", wMeasure, 0}, {"aircraft", wMeasure, 0},
	{"million", wMeasure, 0}, {"billion", wMeasure, 0}, {"women", wMeasure, 0}, {"children", wMeasure, 0}, {"casualties", wMeasure, 0}, {"prisoners", wMeasure, 0},
	{"civilians", wMeasure, 0}, {"dead", wMeasure, 0}, {"wounded", wMeasure, 0}, {"killed", wMeasure, 0}, {"infantry", wMeasure, 0}, {"cavalry", wMeasure, 0},
	{"horsemen", wMeasure, 0}, {"guns", wMeasure, 0}, {"tanks", wMeasure, 0}, {"ships", wMeasure, 0}, {"dollars", wMeasure, 0}, {"pounds", wMeasure, 0},
	{"votes", wMeasure, 0}, {"copies", wMeasure, 0}, {"points", wMeasure, 0}, {"acres", wMeasure, 0}, {"hectares", wMeasure, 0}, {"rounds", wMeasure, 0},
	{"square", wMeasure, 0}, {"cubic", wMeasure, 0}, {"nautical", wMeasure, 0}, {"strong", wMeasure, 0}, {"sq", wMeasure, 0}, {"metre", wMeasure, 0},
	{"meter", wMeasure, 0}, {"foot", wMeasure, 0}, {"hp", wMeasure, 0}, {"kilometre", wMeasure, 0}, {"kilometer", wMeasure, 0}, {"mile", wMeasure, 0},
	{"psi", wMeasure, 0}, {"rpm", wMeasure, 0}, {"kcal", wMeasure, 0}, {"mph", wMeasure, 0}, {"hz", wMeasure, 0}, {"khz", wMeasure, 0}, {"mhz", wMeasure, 0},
	{"kw", wMeasure, 0}, {"kwh", wMeasure, 0}, {"lb", wMeasure, 0}, {"lbs", wMeasure, 0}, {"oz", wMeasure, 0}, {"yd", wMeasure, 0}, {"yards", wMeasure, 0},
	{"knots", wMeasure, 0}, {"degrees", wMeasure, 0}, {"volts", wMeasure, 0}, {"watts", wMeasure, 0}, {"calories", wMeasure, 0}, {"acre", wMeasure, 0},

	{"resolution", wLabel, 0}, {"flight", wLabel, 0}, {"highway", wLabel, 0}, {"route", wLabel, 0}, {"directive", wLabel, 0}, {"paragraph", wLabel, 0},
	{"section", wLabel, 0}, {"chapter", wLabel, 0}, {"page", wLabel, 0}, {"pages", wLabel, 0}, {"volume", wLabel, 0}, {"vol", wLabel, 0}, {"number", wLabel, 0},
	{"model", wLabel, 0}, {"type", wLabel, 0}, {"boeing", wLabel, 0}, {"project", wLabel, 0}, {"psalm", wLabel, 0}, {"room", wLabel, 0}, {"channel", wLabel, 0},
	{"asteroid", wLabel, 0}, {"isbn", wLabel, 0}, {"issn", wLabel, 0}, {"oclc", wLabel, 0}, {"doi", wLabel, 0}, {"order", wLabel, 0}, {"decree", wLabel, 0},
	{"hill", wLabel, 0}, {"line", wLabel, 0}, {"class", wLabel, 0}, {"mark", wLabel, 0}, {"pp", wLabel, 0}, {"figure", wLabel, 0}, {"table", wLabel, 0},
	{"engine", wLabel, 0}, {"locomotive", wLabel, 0}, {"serial", wLabel, 0}, {"lot", wLabel, 0}, {"suite", wLabel, 0}, {"apartment", wLabel, 0}, {"verse", wLabel, 0},
	{"opus", wLabel, 0}, {"nos", wLabel, 0}, {"squadron", wLabel, 0}, {"item", wLabel, 0}, {"bulletin", wLabel, 0}, {"memorandum", wLabel, 0}, {"catalogue", wLabel, 0},

	{"possibly", wDoubt, 0}, {"probably", wDoubt, 0}, {"perhaps", wDoubt, 0}, {"maybe", wDoubt, 0}, {"presumably", wDoubt, 0}, {"supposedly", wDoubt, 0}, {"allegedly", wDoubt, 0},

	{"as", wFunc, 0}, {"but", wFunc, 0}, {"when", wFunc, 1}, {"while", wFunc, 1}, {"which", wFunc, 1}, {"who", wFunc, 1}, {"whom", wFunc, 1}, {"where", wFunc, 1},
	{"with", wFunc, 0}, {"without", wFunc, 0}, {"against", wFunc, 0}, {"if", wFunc, 1}, {"is", wFunc, 2}, {"was", wFunc, 2}, {"were", wFunc, 2}, {"are", wFunc, 2},
	{"be", wFunc, 2}, {"been", wFunc, 2}, {"had", wFunc, 2}, {"has", wFunc, 2}, {"have", wFunc, 2}, {"did", wFunc, 2}, {"would", wFunc, 2}, {"could", wFunc, 2},
	{"should", wFunc, 2}, {"will", wFunc, 2}, {"can", wFunc, 2}, {"might", wFunc, 2}, {"must", wFunc, 2}, {"it", wFunc, 3}, {"he", wFunc, 3}, {"she", wFunc, 3},
	{"they", wFunc, 3}, {"we", wFunc, 3}, {"i", wFunc, 3}, {"you", wFunc, 3}, {"them", wFunc, 3}, {"him", wFunc, 3}, {"us", wFunc, 3}, {"there", wFunc, 3},
	{"not", wFunc, 0}, {"also", wFunc, 0}, {"then", wFunc, 5}, {"so", wFunc, 0}, {"because", wFunc, 1}, {"although", wFunc, 1}, {"though", wFunc, 1},
	{"however", wFunc, 0}, {"via", wFunc, 0}, {"despite", wFunc, 0}, {"across", wFunc, 0}, {"along", wFunc, 0}, {"near", wFunc, 0}, {"nor", wFunc, 0},
	{"alone", wFunc, 0}, {"again", wFunc, 0}, {"until", wPrep, prUntil}, {"began", wFunc, 4}, {"ended", wFunc, 4}, {"took", wFunc, 4},
	{"became", wFunc, 4}, {"came", wFunc, 4}, {"saw", wFunc, 4}, {"made", wFunc, 4}, {"went", wFunc, 4}, {"led", wFunc, 4}, {"fell", wFunc, 4},
	{"during", wPrep, prDuring}, {"both", wFunc, 0}, {"all", wFunc, 0}, {"any", wFunc, 0}, {"no", wFunc, 0}, {"even", wFunc, 0}, {"too", wFunc, 0},
	{"they", wFunc, 3}, {"do", wFunc, 2}, {"does", wFunc, 2},
}

// wordTable is an open-addressed hash table of the lexicon: one probe rejects most words.
type wordTable struct {
	entries []entry
	slots   [tableSize]uint16 // index into entries + 1; 0 is free
}

const (
	tableSize  = 4096
	maxLexWord = 13
)

// table builds the word table once; it is read-only afterwards.
var table = sync.OnceValue(func() *wordTable {
	t := &wordTable{entries: append(monthEntries(), lexicon...)}
	for i, e := range t.entries {
		h := uint32(0)
		for j := range len(e.word) {
			h = h*hashFactor + uint32(e.word[j])
		}
		for k := h & (tableSize - 1); ; k = (k + 1) & (tableSize - 1) {
			if s := t.slots[k]; s == 0 {
				t.slots[k] = uint16(i + 1)
				break
			} else if t.entries[s-1].word == e.word {
				break
			}
		}
	}
	return t
})

// monthEntries are the months in full, by three letters, and "sept".
func monthEntries() []entry {
	out := []entry{{"sept", wMonth, 9}}
	for n := 1; n <= 12; n++ {
		name := strings.ToLower(edtf.MonthName(n))
		out = append(out, entry{name, wMonth, int16(n)}, entry{name[:3], wMonth, int16(n)})
	}
	return out
}

const hashFactor = 16777619

// find is the entry of a word given with its hash over lower-case letters, or nil.
func (t *wordTable) find(word string, hash uint32) *entry {
	for k := hash & (tableSize - 1); ; k = (k + 1) & (tableSize - 1) {
		s := t.slots[k]
		if s == 0 {
			return nil
		}
		if e := &t.entries[s-1]; len(e.word) == len(word) && equalFold(e.word, word) {
			return e
		}
	}
}

// equalFold compares a lower-case ASCII word with a word of any case; both have the same length.
func equalFold(lower, word string) bool {
	for i := range len(lower) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}
