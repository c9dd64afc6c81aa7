package sentence

// class tells how a word behaves before a period.
type class uint8

const (
	classPlain    class = iota // an ordinary word: the period ends the sentence
	classTitle                 // always followed by what it belongs to: "Gen. Xu", "e.g. Tuva"
	classNumbered              // an abbreviation only before a digit: "no. 4"; else a word: "He said no."
	classLower                 // usually followed by a name or a number, capitalised or not: "c. 1900", "b. Moscow"
	classFinal                 // may stand inside and at the end; a capital behind it starts a sentence: "etc."
	classMaybe                 // may stand inside and at the end; only a word sentences start with ends it: "U.S.", "Jr."
)

// classOf is the class of a word as written, without its last period. The table holds abbreviations usual in
// English historical prose and references; a word that is also a plain English word is listed only as
// numbered, so that it stays a word elsewhere. Sources: the abbreviations of English dictionaries and of
// citation styles (ranks and titles, Latin, bibliography, firms, places, months).
func classOf(w string) class {
	switch w {
	case "Adm", "Amb", "Asst", "Atty", "Brig", "Bp", "Capt", "Card", "Cdr", "Cmdr", "Col", "Comdr", "Cpl", "Dr", "Ens",
		"Fr", "Gen", "Gov", "Hon", "Insp", "Lieut", "Lt", "Maj", "Messrs", "Mlle", "Mme", "Mons", "Mr", "Mrs", "Ms", "Msgr",
		"Mt", "Ofc", "Pfc", "Pres", "Prof", "Pte", "Pvt", "Rep", "Reps", "Rev", "Revd", "Rt", "Sen", "Sens", "Sgt", "Sr. Lt",
		"Supt", "Ven", "Vice-Adm", "Ste", "Ft", "Pt",
		"e.g", "i.e", "viz", "cf", "Cf", "v", "vs", "approx", "Approx", "ca", "Ca", "incl", "esp", "resp", "lit", "Lit", "trans",
		"E.g", "I.e", "Viz", "cit", "ibid", "Ibid", "pron", "transl", "Gens", "Cols", "Drs", "Profs", "Sts":
		return classTitle
	case "no", "No", "nos", "Nos", "vol", "Vol", "vols", "Vols", "p", "pp", "Pp", "ch", "Ch", "chap", "Chap", "chs", "fig", "Fig",
		"figs", "Figs", "art", "Art", "arts", "sec", "Sec", "sect", "par", "para", "paras", "pt", "pts", "op", "Op", "ser", "Ser", "bk",
		"Bk", "fol", "fols", "ff", "l", "ll", "n", "nn", "vv", "r", "s", "ss", "tab", "tbl", "eq", "ex", "Ex", "app", "App", "iss",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed", "Thu",
		"Thur", "Thurs", "Fri", "Sat", "Sun", "ed", "rev", "repr", "est", "Est", "al", "tel", "Tel", "str", "Str", "Reg", "reg",
		"Div", "div", "cal", "mm", "km", "lat", "long", "max", "min", "abt", "circ", "Nr", "nr", "verse":
		return classNumbered
	case "c", "C", "fl", "b", "d", "m", "nee", "q", "sc", "gen", "sing", "pl", "eds", "comp", "comps", "ill", "illus",
		"abbr", "abbrev", "attrib", "anon", "Anon", "dept", "Dept", "Univ", "univ", "Inst", "Assn", "Assoc", "Bldg", "Natl",
		"Intl", "Gvt", "Govt", "govt", "Soc", "Acad", "Proc", "Bull", "Hist", "Int", "Trans", "Mag", "Publ", "Cong",
		"Lib", "Mil", "Mus", "Orig", "Russ", "Chin", "Ger", "Lat", "Gk", "Jap", "Span", "Ital":
		return classLower
	case "etc", "a.m", "p.m", "A.M", "P.M", "sq", "seq", "B.C", "B.C.E", "C.E", "A.D":
		return classFinal
	case "Jr", "Sr", "jr", "sr", "Esq", "Co", "Cos", "Corp", "Inc", "Ltd", "Bros", "Pty", "Plc", "Ave", "Blvd", "Rd", "St", "Hwy",
		"Pk", "Sq", "Cia", "Cie", "Mfg", "Ph.D", "M.D", "D.C", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga",
		"Ind", "Kan", "Kans", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nebr", "Nev", "Okla",
		"Ore", "Penn", "Penna", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wisc", "Wyo", "Dist", "Terr", "Prov", "Is", "Isl", "Pen":
		return classMaybe
	}
	return classPlain
}

// IsFunctionWord reports a capitalised word of English grammar that opens sentences and hardly ever goes on a name: articles, pronouns,
// prepositions, conjunctions, adverbs and small numbers. It is the one list of them; whoever needs more words adds a list of its own.
func IsFunctionWord(w string) bool {
	switch w {
	case "A", "About", "Above", "According", "After", "Again", "Against", "All", "Already", "Also", "Although", "Among", "An", "And", "Another", "Any",
		"As", "At", "Because", "Before", "Being", "Below", "Between", "Both", "But", "By", "Despite", "Due", "During", "Each", "Either", "Even",
		"Eventually", "Every", "Few", "Finally", "First", "Following", "For", "From", "Furthermore", "Had", "He", "Hence", "Her", "Here", "His", "How",
		"However", "If", "In", "Initially", "Instead", "Into", "Is", "It", "Its", "Later", "Like", "Many", "Meanwhile", "More", "Moreover", "Most", "Much",
		"My", "Neither", "Nevertheless", "No", "Nonetheless", "Nor", "Not", "Now", "Of", "On", "Once", "One", "Only", "Or", "Originally", "Other",
		"Others", "Our", "Over", "Recently", "Several", "She", "Since", "So", "Some", "Soon", "Still", "Subsequently", "Such", "That", "The", "Their",
		"Then", "There", "Therefore", "These", "They", "This", "Those", "Though", "Three", "Through", "Throughout", "Thus", "To", "Today", "Two", "Under",
		"Unlike", "Until", "Upon", "Was", "We", "Were", "What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "With", "Within", "Without",
		"Yet", "You":
		return true
	}
	return false
}

// isStarter reports a word that in running English, capitalised, opens a sentence and hardly ever goes on
// a name: a function word, or an adverb or preposition that names of places and people may still have at their start.
func isStarter(w string) bool {
	switch w {
	case "Accordingly", "Additionally", "Afterwards", "Along", "Apart", "Around", "Behind", "Besides", "Beyond", "Consequently", "Earlier", "Except",
		"Given", "Having", "Immediately", "Just", "Last", "Near", "None", "Notably", "Often", "Otherwise", "Perhaps", "Prior", "Rather", "Regardless",
		"Shortly", "Similarly", "Than", "Thereafter", "Together", "Unto", "Using", "Whereas", "Whose":
		return true
	}
	return IsFunctionWord(w)
}

// isLettered reports a noun that takes a single letter or Roman numeral as its number: "World War I. Stalin".
func isLettered(w string) bool {
	switch w {
	case "War", "war", "WW", "Part", "Chapter", "Volume", "Act", "Book", "Phase", "Type", "Class", "Article", "Section", "Stage", "Plan",
		"Group", "Company", "Schedule", "Appendix", "Annex", "Category", "Hepatitis", "Vitamin", "vitamin", "hepatitis", "Grade",
		"League", "Serie", "Division", "Point", "Option", "Title", "type", "group", "plan", "class", "part", "volume":
		return true
	}
	return false
}

// isSpeech reports a verb that tells who spoke.
func isSpeech(w string) bool {
	switch w {
	case "asked", "said", "replied", "answered", "cried", "shouted", "exclaimed", "wrote", "declared", "remarked", "demanded",
		"wondered", "added", "asks", "says", "writes", "called", "yelled", "whispered", "responded", "retorted", "quipped":
		return true
	}
	return false
}

// isDayOrZone reports what may follow "a.m." and "p.m." inside a sentence: days and time zones.
func isDayOrZone(w string) bool {
	switch w {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Eastern", "Central", "Pacific", "Mountain",
		"Moscow", "Beijing", "Greenwich", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "GMT", "UTC", "BST", "CET", "CEST",
		"MSK", "ET", "PT", "CT", "MT", "IST", "JST":
		return true
	}
	return false
}
