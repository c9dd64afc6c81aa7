package entities

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
	"github.com/sinosoviet/sinosoviet/internal/sentence"
)

// isParticle reports a small word inside a person's name.
func isParticle(s string) bool {
	switch s {
	case "de", "da", "di", "do", "du", "del", "della", "dos", "das", "des", "von", "van", "der", "den", "ten", "ter", "zu", "zur", "la", "le", "el", "al",
		"bin", "ibn", "ben", "bint", "abu", "y", "af", "av", "ap", "ul", "ud", "ed", "und", "af-":
		return true
	}
	return false
}

// isElided reports a small word cut short before the name it goes with: "d'Arc", "dell'Acqua".
func isElided(s string) bool {
	for _, head := range [...]string{"d'", "d’", "dell'", "dell’", "dall'", "dall’", "l'", "l’"} {
		if rest, ok := strings.CutPrefix(s, head); ok && rest != "" && upperFirst(rest) == rest && rest[0] >= 'A' {
			return rest != strings.ToLower(rest)
		}
	}
	return false
}

// isPossessive reports the possessive token.
func isPossessive(s string) bool { return s == "'s" || s == "’s" || s == "'" || s == "’" }

// isCommunal reports a word whose possessive goes on a name: "People's Republic", "Workers' Party".
func isCommunal(s string) bool {
	switch s {
	case "People", "Peoples", "Workers", "Worker", "Peasants", "Soldiers", "Women", "Men", "Children", "Farmers", "Veterans", "Teachers", "Students", "Writers", "Artists",
		"King", "Queen", "Kings", "Queens", "Prince", "Citizens", "Mother", "Father", "Miners", "Sailors", "Officers", "Lloyd", "Saint", "Merchant", "Hudson", "Years", "Days":
		return true
	}
	return false
}

// isListing reports a head noun whose "of" takes a list: "Department of Health and Human Services".
func isListing(s string) bool {
	switch s {
	case "Ministry", "Department", "Institute", "Academy", "School", "Faculty", "Office", "Bureau", "Board", "Committee", "Commission", "Museum", "College", "Secretary":
		return true
	}
	return false
}

// isGames reports a head noun that takes the year before it into the name: "1968 Summer Olympics".
func isGames(s string) bool {
	switch s {
	case "Olympics", "Games", "Championship", "Championships", "Cup", "Prix", "Olympiad", "Election", "Elections", "Tournament", "Open", "Finals", "Final", "Series":
		return true
	}
	return false
}

// isGenericBody reports the name of a body that every country may have: with the adjective of a people before it, it is the body of that people.
func isGenericBody(s string) bool {
	switch s {
	case "Air Force", "Armed Forces", "National Guard", "Coast Guard", "Civil Guard", "General Staff", "High Command", "Supreme Court", "Parliament", "National Assembly", "Constituent Assembly",
		"Foreign Ministry", "Foreign Office", "Communist Party", "Socialist Party", "Social Democratic Party", "Labour Party", "Liberal Party", "Liberal Democratic Party", "Conservative Party", "Green Party", "People's Party", "National Party",
		"Provisional Government", "National Council", "Federal Assembly", "Privy Council", "Orthodox Church", "Academy", "Red Cross", "Foreign Legion", "Workers' Party", "Radical Party", "Resistance":
		return true
	}
	return false
}

// isUnit reports the head noun of a unit of an army, which a number before it tells from others: "65 Air Division".
func isUnit(s string) bool {
	switch s {
	case "Division", "Wing", "Squadron", "Regiment", "Brigade", "Battalion", "Battery", "Corps", "Fleet", "Flotilla", "Commando", "Infantry", "Cavalry", "Artillery":
		return true
	}
	return false
}

// isNumberSign reports what stands before the number of a school, a station, a factory.
func isNumberSign(s string) bool { return s == "№" || s == "No." || s == "Nr." || s == "no." }

// isBranch reports the last word of what a chief, head or commander of is the holder of an office in, and not the head of a body so named.
func isBranch(s string) bool {
	switch s {
	case "Staff", "Operations", "Intelligence", "Ordnance", "Protocol", "Logistics", "Personnel", "Engineers", "Artillery", "Cavalry", "Supply", "Supplies":
		return true
	}
	return false
}

// compoundKind is the kind told by the last part of a compound, as German, Dutch and the tongues of the north write in one word what English
// writes in two: "Reichsgericht".
func compoundKind(s string) sinosoviet.Kind {
	for _, e := range compoundEnds {
		if len(s) > len(e.end)+3 && strings.HasSuffix(s, e.end) {
			return e.kind
		}
	}
	return ""
}

var compoundEnds = [...]struct {
	end  string
	kind sinosoviet.Kind
}{
	{"gesetzbuch", sinosoviet.KindLaw}, {"gesetz", sinosoviet.KindLaw}, {"verfassung", sinosoviet.KindLaw}, {"vertrag", sinosoviet.KindLaw}, {"ordnung", sinosoviet.KindLaw},
	{"gericht", sinosoviet.KindOrg}, {"partei", sinosoviet.KindOrg}, {"partiet", sinosoviet.KindOrg}, {"partij", sinosoviet.KindOrg}, {"verein", sinosoviet.KindOrg}, {"verband", sinosoviet.KindOrg}, {"gesellschaft", sinosoviet.KindOrg},
	{"ministerium", sinosoviet.KindOrg}, {"akademie", sinosoviet.KindOrg}, {"universität", sinosoviet.KindOrg}, {"werke", sinosoviet.KindOrg}, {"zeitung", sinosoviet.KindOrg}, {"verlag", sinosoviet.KindOrg}, {"maatschappij", sinosoviet.KindOrg},
	{"straße", sinosoviet.KindFac}, {"strasse", sinosoviet.KindFac}, {"platz", sinosoviet.KindFac}, {"plein", sinosoviet.KindFac}, {"straat", sinosoviet.KindFac}, {"gracht", sinosoviet.KindFac}, {"brücke", sinosoviet.KindFac}, {"bahnhof", sinosoviet.KindFac},
	{"krieg", sinosoviet.KindEvent}, {"oorlog", sinosoviet.KindEvent}, {"aufstand", sinosoviet.KindEvent},
}

// isOrdinal reports "36th", "1st".
func isOrdinal(s string) bool {
	n := len(s)
	if n < 3 || n > 6 || s[0] < '0' || s[0] > '9' {
		return false
	}
	switch s[n-2:] {
	case "st", "nd", "rd", "th":
		return s[n-3] >= '0' && s[n-3] <= '9'
	}
	return false
}

// isRealm reports what a state is called, as opposed to a part of one.
func isRealm(s string) bool {
	switch s {
	case "Republic", "Republics", "Kingdom", "Empire", "State", "States", "Commonwealth", "Federation", "Duchy", "Principality", "Confederation", "Sultanate", "Emirate", "Khanate", "Caliphate", "Union":
		return true
	}
	return false
}

// isCounted reports a capitalised number that may open a name.
func isCounted(s string) bool { return s == "First" || s == "Second" || s == "Third" }

// isTrailingTitle reports a title that may close a person's name.
func isTrailingTitle(s string) bool {
	switch s {
	case "Khan", "Shah", "Pasha", "Bey", "Jr.", "Sr.", "II", "III", "IV", "Saint", "St.", "Prince", "Earl", "King", "Baron", "Duke", "Marshall", "Don", "Raja":
		return true
	}
	return false
}

// isCalendar reports a month or a day of the week, and capitals that are no name: units of time, degrees.
func isCalendar(s string) bool {
	switch s {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec",
		"UTC", "GMT", "EDT", "EST", "PST", "CST", "GDP", "DNA", "TV", "ID", "CEO", "MP", "MPs", "PhD", "B.A.", "M.A.", "Ph.D.", "AM", "PM", "ISBN",
		"Jan.", "Feb.", "Aug.", "Sep.", "Oct.", "Nov.", "Dec.", "Christmas", "Easter", "AD", "BC", "CE", "BCE", "Ramadan":
		return true
	}
	return edtf.IsMonthName(s)
}

// isFunctionWord reports a capitalised word of English grammar, and words that open sections and captions.
func isFunctionWord(s string) bool {
	switch s {
	case "Your", "I", "Toward", "Towards", "Via", "Per", "Yes", "Never", "Currently", "Formerly", "Early", "Late", "Including", "Based", "Less", "Same", "Four", "Five", "Six", "Seven",
		"Eight", "Nine", "Ten", "Second", "Third", "Half", "Are", "Be", "Been", "Has", "Have", "Do", "Does", "Did", "Can", "Could", "May", "Might", "Will", "Would", "Shall", "Should", "Must",
		"See", "References", "Notes", "Bibliography", "Sources", "External", "Further", "Overview", "Background", "Aftermath", "Legacy", "Etymology", "History", "Contents", "Introduction", "Mr",
		"Anti", "Pro", "Non", "Post", "Pre", "File", "Image", "Category":
		return true
	}
	return sentence.IsFunctionWord(s)
}

// isSectionWord reports a common noun that headings of sections open with.
func isSectionWord(s string) bool {
	switch s {
	case "Independence", "Media", "Colonization", "Colonisation", "Politics", "Economy", "Culture", "Geography", "Religion", "Demographics", "Society", "Government", "Education", "Health", "Transport", "Sport", "Sports",
		"Music", "Literature", "Philosophy", "Cinema", "Architecture", "Language", "Languages", "Climate", "Military", "Administration", "Law", "Science", "Art", "Arts", "Cuisine", "Prehistory", "Antiquity", "Origins", "Exploration",
		"Settlement", "Revolution", "Restoration", "Unification", "Reunification", "Division", "War", "Wars", "Peace", "Death", "Life", "Career", "Marriage", "Family", "Works", "Reception", "Influence", "Influences", "Honours", "Awards",
		"Filmography", "Discography", "Energy", "Industry", "Agriculture", "Tourism", "Trade", "Environment", "Biodiversity", "Infrastructure", "Theatre", "Holidays", "Urbanisation", "Migration", "Technology", "Symbols", "Controversy":
		return true
	}
	return false
}

// isDirection reports an adjective that is capitalised before a name without being part of it.
func isDirection(s string) bool {
	switch s {
	case "Old", "New", "Greater", "Upper", "Lower", "Northern", "Southern", "Eastern", "Western", "Central", "Modern", "Ancient", "Medieval", "Early", "Late", "Inner", "Outer", "Middle":
		return true
	}
	return false
}

// isPersonal reports a participle whose "by" mostly names a person: "led by X".
func isPersonal(s string) bool {
	switch s {
	case "led", "headed", "commanded", "chaired", "written", "authored", "directed", "composed", "painted", "sculpted", "edited", "translated",
		"succeeded", "preceded", "assassinated", "murdered", "portrayed", "played", "sung", "illustrated", "choreographed", "mentored", "taught":
		return true
	}
	return false
}

// isDynasty reports a plural with the ending of a ruling house: "Rawadids".
func isDynasty(s string) bool { return len(s) > 5 && strings.HasSuffix(s, "ids") }
