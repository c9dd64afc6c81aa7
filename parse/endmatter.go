package parse

import "strings"

// isEndMatter reports a heading of the sections that close an article: notes, sources, further reading, links. These
// names are the ones English Wikipedia's manual of style (MOS:APPENDIX) gives, with their common variants.
func isEndMatter(heading string) bool {
	if len(heading) > 40 {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(heading)) {
	case "see also", "references", "reference", "notes", "note", "further reading", "external links", "external link", "bibliography",
		"footnotes", "citations", "sources", "notes and references", "references and notes", "works cited", "literature",
		"general references", "general bibliography", "general sources", "cited sources", "cited works", "cited texts", "explanatory notes",
		"primary sources", "secondary sources", "informational notes", "external links and references", "references and sources",
		"sources and references", "sources and further reading", "references and further reading", "further reading and references",
		"notes and citations", "citations and notes", "footnotes and references", "references and footnotes", "notes and sources",
		"notes and footnotes", "inline citations", "additional reading", "links", "related articles", "related pages",
		"general and cited references", "general and cited sources", "selected bibliography", "further information", "print sources",
		"online sources", "web sources", "source notes", "endnotes", "bibliography and further reading", "other sources",
		"specific references", "in-line citations", "further reading and external links", "attribution", "works consulted",
		"secondary references", "primary references", "suggested reading", "recommended reading", "external references":
		return true
	}
	return false
}

// isEndWord reports a word that such headings are made of, in longer ones too: "Sources and archives".
func isEndWord(w string) bool {
	if len(w) > 14 {
		return false
	}
	switch strings.ToLower(w) {
	case "references", "reading", "sources", "bibliography", "bibliographies", "citations", "texts", "links", "notes", "footnotes":
		return true
	}
	return false
}

// isFunctionWord reports articles, prepositions, conjunctions, possessives and the particles of names.
func isFunctionWord(w string) bool {
	if len(w) > 7 {
		return false
	}
	switch strings.ToLower(w) {
	case "the", "of", "and", "in", "an", "a", "to", "for", "on", "with", "by", "at", "from", "as", "or", "its", "their", "his", "her",
		"after", "before", "during", "between", "under", "into", "over", "vs", "via", "per", "de", "la", "del", "von", "van", "der", "les",
		"des", "du":
		return true
	}
	return false
}

// isSentenceVerb reports finite verbs that sentences are full of and headings hardly have.
func isSentenceVerb(w string) bool {
	if len(w) > 9 {
		return false
	}
	switch strings.ToLower(w) {
	case "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may",
		"might", "must", "shall", "should", "became", "become", "becomes", "began", "begin", "said", "made", "took", "led", "came", "went",
		"gave", "used", "uses", "include", "includes", "including", "consists", "refers":
		return true
	}
	return false
}
