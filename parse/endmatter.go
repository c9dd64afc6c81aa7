package parse

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// isEndMatter reports a heading of the sections that close an article: notes, sources, further reading, links. These
// names are the ones English Wikipedia's manual of style (MOS:APPENDIX) gives, with their common variants, and those
// other wikis commonly use.
func isEndMatter(heading string) bool {
	if len(heading) > 60 {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(heading)) {
	case "see also", "references", "reference", "notes", "further reading", "external links", "external link", "bibliography",
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
	// The same in the languages of the built-in wikis.
	case "einzelnachweise", "weblinks", "literatur", "siehe auch", "quellen", "anmerkungen", "belege", "fußnoten",
		"notes et références", "références", "liens externes", "voir aussi", "bibliographie", "articles connexes", "annexes",
		"véase también", "referencias", "enlaces externos", "bibliografía", "notas", "notas y referencias",
		"ver também", "referências", "ligações externas", "bibliografia", "note", "voci correlate", "collegamenti esterni", "altri progetti",
		"zie ook", "externe links", "bronnen", "referenties", "przypisy", "linki zewnętrzne", "zobacz też",
		"примечания", "литература", "ссылки", "см. также", "источники", "посилання", "примітки", "література", "джерела",
		"参考文献", "参考资料", "參考文獻", "參考資料", "注释", "註釋", "注釋", "外部链接", "外部連結", "延伸阅读", "延伸閱讀", "参见", "參見", "相关条目", "相關條目",
		"脚注", "出典", "注釈", "関連項目", "外部リンク", "関連文献", "같이 보기", "각주", "참고 문헌", "외부 링크", "انظر أيضا", "مراجع", "وصلات خارجية":
		return true
	}
	return false
}

// keepProse takes sections called "Literature" that have more paragraphs than list items back out of the end matter: a country's article
// tells of its books there, where other wikis list sources under that name.
func keepProse(a *sinosoviet.Article) {
	var prose []int // paragraphs of each section less its items; made for the first section of that name
	for i := range a.Sections {
		s := &a.Sections[i]
		switch {
		case !s.EndMatter || s.Parent > 0 && a.Sections[s.Parent].EndMatter:
		case strings.EqualFold(s.Heading, "literature"):
			if prose == nil {
				prose = make([]int, len(a.Sections))
				for _, b := range a.Blocks {
					switch b.Kind {
					case sinosoviet.BlockParagraph:
						prose[b.Section]++
					case sinosoviet.BlockItem:
						prose[b.Section]--
					}
				}
			}
			s.EndMatter = prose[i] <= 0
		case s.Parent > 0 && !isEndMatter(s.Heading):
			s.EndMatter = false // below one that was taken back
		}
	}
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
