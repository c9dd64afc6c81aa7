package entities

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// cue is the kind that a common noun beside a run of capitalised words tells: "the village of X", "the novel X", "the X dynasty".
// "" when none stands there.
func (d *document) cue(i, j int, s [2]int) sinosoviet.Kind {
	if i > s[0] && j-i > 1 && j-i <= maxNameWords && !d.Words[i-1].Flags.Has(nametag.Capital) && noteKind(d.Words[i-1].Text) == sinosoviet.KindPerson {
		return sinosoviet.KindPerson // "the explorer X Y"
	}
	if i > s[0]+1 && d.Words[i-1].Text == "of" {
		if k := kindBeforeOf(d.Words[i-2].Text); k != "" {
			return k
		}
	}
	if i > s[0]+1 && (isApposed(d.Words[i-2].Text) || i > s[0]+2 && d.isModifier(i-2) && isApposed(d.Words[i-3].Text)) {
		if k := kindBefore(d.Words[i-1].Text); k != "" {
			return k
		}
	}
	if i > s[0]+1 && kindBefore(d.Words[i-1].Text) == sinosoviet.KindOrg && (d.isModifier(i-2) || d.Words[i-2].Flags.Has(nametag.Capital)) {
		return sinosoviet.KindOrg // "Korean rock band X"
	}
	if j < s[1] && j-i <= 3 && (i == s[0] || !isPossessive(d.Words[j].Text)) {
		if k := kindBehind(d.Words[j].Text); k != "" && !d.continues(j, s[1]) {
			return k
		}
	}
	return ""
}

// confCue is how sure a cue is. What the document says of the words elsewhere counts more.
const confCue = 0.8

// isModifier reports a small word that may stand between an article and its noun.
func (d *document) isModifier(i int) bool {
	return !d.Words[i].Flags.Has(nametag.Capital) && (strings.HasPrefix(d.Words[i].Tag, "JJ") || d.Words[i].Tag == "NN" || d.Words[i].Flags.Has(nametag.Digits))
}

// continues reports whether the noun at word j is itself the modifier of another: "the X film director".
func (d *document) continues(j, end int) bool {
	return j+1 < end && (strings.HasPrefix(d.Words[j+1].Tag, "NN") || d.Words[j+1].Text == "-") && !d.Words[j+1].Flags.Has(nametag.Capital)
}

// isApposed reports a word that opens a noun phrase with a name in apposition: "the novel X", "his film X".
func isApposed(s string) bool {
	switch s {
	case "the", "The", "his", "her", "their", "its", "a", "an", "this", "whose", "'s", "’s":
		return true
	}
	return false
}

// kindBeforeOf is the kind of what stands behind "NOUN of".
func kindBeforeOf(noun string) sinosoviet.Kind {
	switch noun {
	case "city", "town", "village", "province", "state", "county", "district", "municipality", "suburb", "capital", "colony", "kingdom", "principality",
		"duchy", "republic", "emirate", "sultanate", "khanate", "governorate", "commune", "port", "hamlet", "borough", "outskirts", "cities", "towns", "villages",
		"provinces", "states", "protectorate", "siege", "battle", "bombardment", "annexation":
		return sinosoviet.KindGPE
	case "island", "islands", "river", "gulf", "bay", "peninsula", "lake", "sea", "valley", "mountain", "plains", "steppes", "shores", "region", "continent", "coast", "coasts", "banks", "cave", "caves", "isle", "isles":
		return sinosoviet.KindLoc
	case "tribe", "tribes", "sect", "dynasty":
		return sinosoviet.KindNorp
	case "reign", "death", "assassination", "son", "daughter", "wife", "widow", "brother", "sister", "father", "mother", "nephew", "grandson", "descendants",
		"coronation", "marriage", "biography", "murder", "writings", "disciple", "pupil":
		return sinosoviet.KindPerson
	}
	return ""
}

// kindBefore is the kind of a name in apposition to a noun: "the newspaper X".
func kindBefore(noun string) sinosoviet.Kind {
	switch noun {
	case "novel", "book", "film", "movie", "play", "poem", "opera", "song", "album", "pamphlet", "essay", "treatise", "single",
		"symphony", "painting", "musical", "documentary", "epic", "ballad", "hymn", "anthem", "autobiography", "memoir", "novella", "sitcom", "comic", "tract":
		return sinosoviet.KindWork
	case "river", "island", "mountain", "volcano", "peninsula", "moon", "asteroid", "planet", "lake":
		return sinosoviet.KindLoc
	case "city", "town", "village", "suburb", "province", "hamlet":
		return sinosoviet.KindGPE
	case "magazine", "newspaper", "journal", "weekly", "daily", "periodical", // the body that makes it, as in OntoNotes
		"broadcaster", "studio", "bank", "brewery", "foundation", "institute", "university", "party", "militia", "regiment", "ministry", "charity", "bookseller", "manufacturer", "retailer",
		"band", "company", "airline", "publisher", "orchestra", "firm", "club", "label", "group", "organisation", "organization":
		return sinosoviet.KindOrg
	case "ship", "battleship", "cruiser", "destroyer", "frigate", "steamer", "submarine", "carrier", "sloop", "flagship", "schooner", "spacecraft", "brig", "warship", "monastery", "castle":
		return sinosoviet.KindFac
	}
	return ""
}

// kindBehind is the kind of a name that a small noun follows: "the X dynasty".
func kindBehind(noun string) sinosoviet.Kind {
	switch noun {
	case "dynasty", "tribe", "tribes", "tribesmen", "people", "peoples", "clan", "clans", "nomads":
		return sinosoviet.KindNorp
	case "river", "valley", "mountains", "peninsula", "island", "islands", "desert", "basin", "plateau", "archipelago", "estuary", "delta", "hills", "steppe", "strait":
		return sinosoviet.KindLoc
	case "province", "oblast", "county", "district", "prefecture", "suburb":
		return sinosoviet.KindGPE
	case "magazine", "newspaper":
		return sinosoviet.KindOrg
	case "died", "married", "reigned", "resigned", "abdicated":
		return sinosoviet.KindPerson
	case "airport", "bridge", "railway", "prison", "cathedral", "castle", "fortress", "dam", "canal", "shipyard":
		return sinosoviet.KindFac
	}
	return ""
}
