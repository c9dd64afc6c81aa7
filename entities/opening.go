package entities

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// opening reads what the first sentence says its subject is: "Ada Qvist (1815–1852) was a poet" is about a person,
// "The Zxyl is a river" about a place. It gives the words of the subject and its kind; kind "" when the sentence tells nothing.
func (d *document) opening() (i, j int, kind sinosoviet.Kind) {
	for n, s := range d.Sents {
		if n == maxOpening {
			break
		}
		if i, j, kind = d.definedIn(s); kind != "" {
			return i, j, kind
		}
	}
	return 0, 0, ""
}

// maxOpening is how many sentences (headings and captions are some) are looked at for the one that opens the text.
const maxOpening = 6

// definedIn reads a sentence "NAME (…) is a NOUN".
func (d *document) definedIn(s [2]int) (i, j int, kind sinosoviet.Kind) {
	i = s[0]
	if i < s[1] && isArticle(d.Words[i].Text) {
		i++
	}
	if i >= s[1] || !d.Words[i].Flags.Has(nametag.Capital) || isFunctionWord(d.Words[i].Text) {
		return 0, 0, ""
	}
	j = i + 1
	for j < s[1] && (d.Words[j].Flags.Has(nametag.Capital) || isParticle(d.Words[j].Text) || d.Words[j].Text == "of") {
		j++
	}
	verb := d.verbBehind(j, s[1])
	if verb < 0 {
		return 0, 0, ""
	}
	noun := ""
	for k := verb + 1; k < s[1] && k < verb+14; k++ {
		w := &d.Words[k]
		switch {
		case w.Text == "one" || w.Text == "of" && noun == "" || strings.HasPrefix(w.Tag, "DT"):
		case strings.HasPrefix(w.Tag, "NN"):
			noun = w.Text
			if kind := noteKind(noun); kind != "" {
				return i, j, kind
			}
		case strings.HasPrefix(w.Tag, "JJ"), strings.HasPrefix(w.Tag, "RB"), strings.HasPrefix(w.Tag, "VB"), w.Tag == "CD", w.Text == "-", w.Text == ",", w.Text == "and", w.Tag == "POS":
		default:
			return 0, 0, ""
		}
	}
	return 0, 0, ""
}

// verbBehind is the "is" or "was" that follows the name which ends before word j, with only a note in brackets or between commas in
// between; -1 when there is none.
func (d *document) verbBehind(j, end int) int {
	depth := 0
	for k := j; k < end && k < j+80; k++ {
		switch d.Words[k].Text {
		case "(", "[":
			depth++
		case ")", "]":
			depth--
		case "is", "was", "are", "were":
			if depth <= 0 {
				return k
			}
		case ",", ";":
		default:
			if depth <= 0 && d.Words[j].Text != "," && d.Words[j].Text != "(" {
				return -1
			}
		}
	}
	return -1
}
