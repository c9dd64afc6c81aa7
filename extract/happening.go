package extract

import (
	"strings"
)

// happenings are nouns that name what happens; others are known by their ending.
var happenings = map[string]bool{"death": true, "birth": true, "war": true, "battle": true, "siege": true, "attack": true, "raid": true, "visit": true,
	"defeat": true, "victory": true, "conflict": true, "crisis": true, "fall": true, "rise": true, "coup": true, "revolt": true, "uprising": true, "riot": true,
	"summit": true, "conference": true, "congress": true, "strike": true, "massacre": true, "murder": true, "split": true, "march": true, "campaign": true,
	"treaty": true, "launch": true, "landing": true, "flight": true, "earthquake": true, "flood": true, "famine": true, "merger": true, "release": true, "overthrow": true,
	"outbreak": true, "start": true, "end": true, "close": true, "funeral": true, "wedding": true, "marriage": true, "return": true, "breakup": true, "collapse": true,
	"purchase": true, "capture": true, "surrender": true, "protest": true, "trial": true, "tour": true, "discovery": true, "fire": true, "opening": true, "founding": true,
	"withdrawal": true, "arrival": true, "departure": true, "proposal": true, "removal": true, "trip": true, "incident": true, "ceasefire": true, "armistice": true, "census": true, "referendum": true, "contest": true, "championship": true, "game": true,
	"olympics": true, "cup": true, "season": true, "poll": true, "interview": true, "festival": true, "tournament": true, "meeting": true, "session": true, "expedition": true, "blockade": true, "offensive": true, "bombing": true, "ceremony": true,
	"hurricane": true, "epidemic": true, "pandemic": true, "drought": true, "tragedy": true, "disaster": true, "accident": true, "shooting": true, "voyage": true, "debate": true, "combat": true, "assault": true, "parade": true, "rally": true, "demonstration": true, "mutiny": true, "genocide": true, "pogrom": true, "eruption": true, "explosion": true, "crash": true, "escape": true, "retreat": true, "evacuation": true, "election": true, "ambush": true, "speech": true, "match": true, "race": true, "reign": true, "rule": true,
	"independence": true, "move": true, "entry": true, "loss": true, "birthday": true, "putsch": true, "debut": true, "coming": true, "signing": true, "passage": true, "burning": true, "sacking": true, "sinking": true, "appearance": true, "reform": true, "reunion": true, "premiere": true, "takeover": true, "handover": true, "exodus": true, "purge": true, "boycott": true, "conquest": true, "reconquest": true, "downfall": true, "demise": true, "ouster": true, "truce": true, "arrest": true, "onset": true, "advent": true, "hijacking": true, "lynching": true, "rout": true, "crusade": true, "uprisings": true}

// isHappening reports whether a noun names something that happens.
func isHappening(noun string) bool {
	if happenings[noun] || happenings[strings.TrimSuffix(noun, "s")] || strings.HasSuffix(noun, "es") && happenings[noun[:len(noun)-2]] {
		return true
	}
	noun = strings.TrimSuffix(noun, "s")
	for _, end := range [...]string{"tion", "sion", "ment", "rebellion"} {
		if strings.HasSuffix(noun, end) && len(noun) > len(end)+2 {
			return !notHappening[noun]
		}
	}
	return false
}

// notHappening are nouns that end like one of a happening and name a thing.
var notHappening = map[string]bool{"government": true, "nation": true, "population": true, "constitution": true, "institution": true, "organization": true, "organisation": true,
	"corporation": true, "administration": true, "station": true, "condition": true, "position": true, "section": true, "document": true, "parliament": true, "department": true, "regiment": true,
	"monument": true, "element": true, "apartment": true, "tradition": true, "version": true, "generation": true, "education": true, "civilization": true, "civilisation": true, "association": true,
	"federation": true, "location": true, "profession": true, "commission": true, "legislation": true, "edition": true, "fiction": true, "portion": true, "equipment": true, "cement": true, "percussion": true, "division": true, "television": true, "instrument": true, "moment": true, "segment": true, "dimension": true, "function": true, "information": true}
