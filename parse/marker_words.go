package parse

import "strings"

// isInlineNotice reports what Wikipedia's inline maintenance templates print in brackets, "citation needed",
// "who?", and the page's own "edit". Upper and lower case count the same. A word that stands in the text
// as an editor's addition ("sic", "the treaty") is none.
func isInlineNotice(inner string) bool {
	if len(inner) > 48 {
		return false
	}
	s := noticeKey(inner)
	if isNoticeText(s) {
		return true
	}
	s = strings.TrimSuffix(strings.TrimSuffix(s, " – discuss"), " – see discussion")
	return isNoticeText(s) || len(s) > len(" needed") && strings.HasSuffix(s, " needed") && noticeWords(s) <= 4
}

// isCitationNeeded reports the notices that say that a source is missing.
func isCitationNeeded(inner string) bool {
	switch s := noticeKey(inner); s {
	case "cn", "citation missing", "source?", "reference needed", "references needed", "source needed", "sources needed":
		return true
	default:
		return strings.HasSuffix(s, "citation needed") && !strings.HasPrefix(s, "full ") && !strings.HasPrefix(s, "better ") ||
			strings.HasSuffix(s, "citations needed") || strings.HasSuffix(s, "citation(s) needed")
	}
}

// noticeKey is the notice in lower case with plain blanks and dashes.
func noticeKey(inner string) string {
	s := strings.ToLower(inner)
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 || s[i] == '-' || s[i] == '\t' {
			return noticeFolder.Replace(s)
		}
	}
	return s
}

// noticeFolder is read only; a Replacer is safe for concurrent use.
var noticeFolder = strings.NewReplacer("\u00a0", " ", "\u2009", " ", "\u202f", " ", "\t", " ", " - ", " – ", " — ", " – ", "’", "'", "‑", "-")

func noticeWords(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}

// isNoticeText is the table of notices. Source: the texts printed by the templates of Wikipedia's category of inline cleanup
// templates, and by the interface ("edit", "update").
func isNoticeText(s string) bool {
	switch s {
	case "cn", "source?", "citation missing",
		"who?", "whom?", "by whom?", "according to whom?", "when?", "when", "where?", "which?", "why?", "how?", "what?", "whose?", "how often?",
		"how much?", "how many?", "by how much?", "as of?", "compared to?", "timeframe?", "spelling?", "pronunciation?", "relevant?",
		"vague", "ambiguous", "clarify", "specify", "quantify", "jargon", "buzzword", "tone", "weasel words", "peacock prose", "peacock term",
		"editorializing", "opinion", "disputed", "dubious", "contradictory", "inconsistent", "neutrality is disputed", "unbalanced opinion?",
		"undue weight?", "improper synthesis?", "original research?", "speculation?", "importance?", "relevance questioned", "off-topic?",
		"failed verification", "not in citation given", "not verified in body", "unreliable source?", "unreliable source", "unreliable medical source?",
		"self-published source", "self-published source?", "user-generated source", "user-generated source?", "circular reference", "predatory publisher",
		"dead link", "permanent dead link", "broken anchor", "citation not found", "incomplete short citation", "irrelevant citation",
		"excessive citations", "copyright violation?", "obsolete source", "text-source integrity?", "text–source integrity?", "need quotation to verify",
		"date missing", "author missing", "title missing", "publisher missing", "isbn missing", "sentence fragment", "contentious label",
		"under discussion", "discuss", "duplication?", "misquoted", "when defined as?", "unbalanced", "non sequitur", "anachronism", "fact or opinion?",
		"edit", "edit source", "edit | edit source", "update", "needs update", "hide", "show", "file needs updating":
		return true
	}
	return false
}

// isNoteGroup reports the words that name a group of notes wherever they stand. Other words do only
// behind a word, without a blank.
func isNoteGroup(w string) bool {
	switch w {
	case "note", "notes", "nb", "n", "fn", "footnote", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman", "lower-greek", "decimal":
		return true
	}
	return false
}

// isMarkUnit reports units of measure written out, behind which a superscript is an exponent.
func isMarkUnit(w string) bool {
	switch strings.TrimSuffix(w, "s") {
	case "metre", "meter", "kilometre", "kilometer", "centimetre", "centimeter", "millimetre", "millimeter", "mile", "foot", "feet", "inch", "inche", "yard",
		"second", "acre":
		return true
	}
	return false
}
