package extract

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// unmarkedNotes are the text spans of notes that a flattened article has left in its prose without a mark: glued to the end of a sentence,
// "about 107,000.Institute of Studies, The Balance 2013, 493." They tell of what they cite, and are no words of the sentences around.
func unmarkedNotes(a *sinosoviet.Article) []sinosoviet.Span {
	if a.Source.Format() != sinosoviet.FormatFlattened {
		return nil
	}
	var out []sinosoviet.Span
	text := a.Text.String()
	for _, b := range a.Blocks {
		if !b.Kind.IsProse() {
			continue
		}
		for i, end := b.TextSpan.Start+1, min(b.TextSpan.End, len(text)); i < end; i++ {
			if !isGlued(text, i) {
				continue
			}
			if to := noteEnd(text[i:min(end, i+maxPrinted)]); to > 0 {
				out = append(out, sinosoviet.Span{Start: i, End: i + to})
				i += to - 1
			}
		}
	}
	return out
}

// sentences are the article's sentences with their indexes, cut where notes that are none of their words stand in them: such a note ends a
// sentence.
func sentences(a *sinosoviet.Article, notes []sinosoviet.Span) iter.Seq2[int, *sinosoviet.Sentence] {
	return func(yield func(int, *sinosoviet.Sentence) bool) {
		at := 0
		for i := range a.Sentences {
			s := &a.Sentences[i]
			from := s.TextSpan.Start
			for _, n := range within(notes, &at, s.TextSpan, func(n *sinosoviet.Span) int { return n.Start }) {
				if p, ok := piece(a, s, from, n.Start); ok && !yield(i, p) {
					return
				}
				from = max(from, n.End)
			}
			if p, ok := piece(a, s, from, s.TextSpan.End); ok && !yield(i, p) {
				return
			}
		}
	}
}

// piece is the part of a sentence from one text offset to another, without blanks in front; ok is false when nothing is left.
func piece(a *sinosoviet.Article, s *sinosoviet.Sentence, from, to int) (out *sinosoviet.Sentence, ok bool) {
	for text := a.Text.String(); from < to && (text[from] == ' ' || text[from] == '\n'); {
		from++
	}
	if from >= to || s.TextSpan.Start == from && s.TextSpan.End == to {
		return s, from < to
	}
	span := a.Text.Locate(from, to)
	ok = s.Span.Contains(span) && !span.IsZero()
	part := *s
	part.Span, part.TextSpan = span, sinosoviet.Span{Start: from, End: to}
	return &part, ok
}

// isGlued reports whether a capital or the name of a website stands at text offset i right behind the end of a sentence, which no abbreviation is.
func isGlued(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	if i < 3 || !unicode.IsUpper(r) && !(r >= 'a' && r <= 'z' && isSite(text[i:])) {
		return false
	}
	end := text[i-1]
	before := text[i-2]
	if end == '"' || end == ')' {
		end, before = before, text[i-3]
	}
	if end != '.' && end != '?' && end != '!' {
		return false
	}
	if before >= 'A' && before <= 'Z' && text[max(i-3, 0)] >= 'A' && text[max(i-3, 0)] <= 'Z' {
		return true // "at the MIT.Roe 1999"
	}
	return before >= 'a' && before <= 'z' || before >= '0' && before <= '9' || before == ')' || before == '"' || before == '%' || before == '.'
}

// isSite reports whether text begins with the name of a website: "example.net: A title".
func isSite(text string) bool {
	word, _, ok := strings.Cut(text[:min(len(text), 80)], " ")
	name, end, dot := strings.Cut(strings.TrimRight(word, ":,"), ".")
	return ok && dot && len(name) > 3 && len(end) > 1 && len(end) < 7
}

// noteEnd is the length of the note that text begins with, 0 when it is no note: it names no deed, and ends in a year or page, with nothing or
// a capital behind it.
func noteEnd(text string) int {
	first, _, _ := strings.Cut(text, " ")
	if isCommon(first) || opening[first] {
		return 0
	}
	number := false // whether a number has been seen since the last blank
	for i, r := range text {
		switch {
		case r >= '0' && r <= '9':
			number = true
			continue
		case r == ' ' || r == '\u00a0' || r == '\n':
		default:
			if !strings.ContainsRune(".)]/–-", r) {
				number = false
			}
			continue
		}
		if rest := text[i+utf8.RuneLen(r):]; number && endsNote(rest) {
			return deedless(text, i)
		} else if number && len(rest) >= 4 && rest[0] == '(' && rest[3] == ')' && (len(rest) < 6 || endsNote(rest[5:])) {
			return deedless(text, i+1+len("(de)")) // the language of what is cited
		}
		number = false
	}
	if last := strings.TrimRight(text, ".)]\" "); last != "" && last[len(last)-1] >= '0' && last[len(last)-1] <= '9' {
		return deedless(text, len(text))
	}
	return 0
}

// endsNote reports whether what follows a number begins a sentence: a capital that is no month's.
func endsNote(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	if !unicode.IsUpper(r) {
		return false
	}
	word, _, _ := strings.Cut(rest, " ")
	return edtf.MonthByName(strings.TrimRight(word, ".,")) == 0 && word != "Retrieved" && word != "Accessed"
}

// deedless is end, 0 when a verb or pronoun stands in text[:end] that hardly a title of a source has.
func deedless(text string, end int) int {
	for w := range strings.FieldsSeq(text[:end]) {
		switch w {
		case "was", "were", "had", "has", "is", "are", "been", "would", "became", "began", "he", "she", "they", "it", "who", "which", "When", "He", "She":
			return 0
		}
	}
	return end
}

// opening are words that begin sentences of prose, and notes hardly ever.
var opening = map[string]bool{"In": true, "On": true, "At": true, "By": true, "He": true, "She": true, "It": true, "They": true, "This": true, "These": true, "After": true, "As": true, "From": true, "When": true, "During": true, "Since": true,
	"However": true, "But": true, "And": true, "His": true, "Her": true, "Its": true, "Their": true, "Although": true, "While": true, "There": true, "A": true, "An": true, "Between": true, "Until": true, "Before": true, "With": true, "For": true, "To": true, "Of": true}
