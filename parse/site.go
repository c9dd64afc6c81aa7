package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// Site is a wiki's own words: what its namespaces, redirects and link trails are called. Names are matched without regard to
// case, blanks and underscores alike; MediaWiki's English names are known to every site. A Site is only read once it is
// made, so it may be shared. Built in are [English], [Chinese], [Russian], [German], [French], [Spanish], [Japanese] and more,
// see [SiteFor]; [ReadSite] makes one from what a wiki says of itself.
type Site struct {
	Name      string            // language code, such as "en"
	File      []string          // names of the file namespace, aliases included
	Category  []string          // names of the category namespace
	Template  []string          // names of the template namespace
	Namespace []string          // all other namespaces' names and aliases
	Redirect  []string          // redirect words, with their "#"
	Switches  []string          // behaviour switches, without underscores
	FileWords map[string]string // words for options of files, "=" kept, to the English option
	Trail     string            // letters beyond a to z that a link trail may hold
	NoTrail   bool              // links have no trail
	Prefix    bool              // letters that stick to the beginning of a link belong to it, as in Arabic
	Languages []string          // interlanguage prefixes; nil is Wikipedia's
	Interwiki []string          // prefixes of other projects; nil is Wikipedia's
	Variants  []string          // variants of the language, for -{…}-, in order of preference; empty when it has none
}

// linkKind is the kind of a link by the prefix of its target. A leading colon makes links to files and categories
// plain ones.
func (s *Site) linkKind(target string) Kind {
	i := strings.IndexByte(target, ':')
	if i < 0 {
		return KindLink
	}
	prefix := strings.Trim(target[:i], " _\t\n")
	if prefix == "" {
		rest := strings.TrimLeft(target[i+1:], " _\t")
		if k := s.linkKind(strings.TrimLeft(rest, ":")); k == KindLanguage || k == KindInterwiki {
			return KindInterwiki
		}
		return KindLink
	}
	if strings.IndexByte(prefix, '<') >= 0 {
		prefix = strings.TrimSpace(cs1.WithoutComments(prefix))
	}
	switch {
	case s.isFile(prefix):
		return KindFile
	case hasFold(s.Category, prefix), strings.EqualFold(prefix, "Category"):
		return KindCategory
	case hasFold(orDefault(s.Languages, languagePrefixes), prefix):
		return KindLanguage
	case hasFold(orDefault(s.Interwiki, interwikiPrefixes), prefix):
		return KindInterwiki
	}
	return KindLink
}

// isFile reports whether the name is that of the file namespace.
func (s *Site) isFile(name string) bool {
	return strings.EqualFold(name, "File") || strings.EqualFold(name, "Image") || hasFold(s.File, name)
}

// isNamespace reports whether the name is that of a namespace.
func (s *Site) isNamespace(name string) bool {
	name = strings.Trim(strings.ReplaceAll(name, "_", " "), " :")
	return s.isFile(name) || hasFold(s.Category, name) || hasFold(s.Template, name) || hasFold(s.Namespace, name) ||
		hasFold(canonicalNamespaces, name)
}

func orDefault(list, other []string) []string {
	if list == nil {
		return other
	}
	return list
}

// hasFold reports whether the list has s, without regard to case.
func hasFold(list []string, s string) bool {
	for _, v := range list {
		if len(v) == len(s) && strings.EqualFold(v, s) {
			return true
		}
	}
	return false
}

// switchLen is the length of the behaviour switch at the start of text, such as __NOTOC__, or 0.
func (s *Site) switchLen(text string) int {
	if len(text) < 5 || text[1] != '_' {
		return 0
	}
	j := 2
	for j < len(text) && j < 60 && (isWord(text[j]) || text[j] >= 0x80 || text[j] == '_' && !strings.HasPrefix(text[j:], "__")) {
		j++
	}
	if j > 2 && strings.HasPrefix(text[j:], "__") && (hasFold(switches, text[2:j]) || hasFold(s.Switches, text[2:j])) {
		return j + 2
	}
	return 0
}

// redirectWord is the length of the redirect word at the start of text, or 0.
func (s *Site) redirectWord(text string) int {
	for _, w := range s.Redirect {
		if hasPrefixFold(text, w) {
			return len(w)
		}
	}
	if hasPrefixFold(text, "#REDIRECT") {
		return len("#REDIRECT")
	}
	return 0
}

// trail is the length of the link trail at the start of s.
func (s *Site) trail(text string) int {
	n := 0
	for n < len(text) && !s.NoTrail {
		c := text[n]
		if c >= 'a' && c <= 'z' {
			n++
			continue
		}
		if c < 0x80 && c != '\'' || s.Trail == "" {
			break
		}
		r, size := utf8.DecodeRuneInString(text[n:])
		if r == utf8.RuneError || !strings.ContainsRune(s.Trail, r) || c == '\'' && strings.HasPrefix(text[n:], "''") {
			break
		}
		n += size
	}
	return n
}

// canonicalNamespaces are the namespaces every MediaWiki knows by English names.
var canonicalNamespaces = strings.Split("Media,Special,Talk,User,User talk,Project,Project talk,File talk,MediaWiki,MediaWiki talk,Template,Template talk,Help,Help talk,Category talk,Module,Module talk", ",")

// switches are MediaWiki's behaviour switches.
var switches = strings.Fields("NOTOC FORCETOC TOC NOEDITSECTION NEWSECTIONLINK NONEWSECTIONLINK NOGALLERY HIDDENCAT EXPECTUNUSEDCATEGORY NOCONTENTCONVERT NOCC NOTITLECONVERT NOTC START END INDEX NOINDEX STATICREDIRECT DISAMBIG NOGLOBAL EXPECTUNUSEDTEMPLATE ARCHIVEDTALK NOTALK EXPECTWITHOUTSCANS")

// languagePrefixes are Wikipedia's interlanguage prefixes (codes of its language editions).
var languagePrefixes = strings.Fields(`aa ab ace ady af ak als alt am ami an ang ann anp ar arc ary arz as ast atj av avk awa ay az azb
	ba ban bar bat-smg bbc bcl bdr be be-tarask be-x-old bew bg bh bi bjn blk bm bn bo bpy br bs bug bxr ca cbk-zam cdo ce ceb ch cho chr chy ckb co cr crh cs csb cu cv cy
	da dag de dga din diq dsb dtp dty dv dz ee el eml en eo es et eu ext fa fat ff fi fiu-vro fj fo fon fr frp frr fur fy ga gag gan gcr gd gl glk gn gom gor got gpe gsw gu guc gur guw gv
	ha hak haw he hi hif ho hr hsb ht hu hy hyw hz ia iba id ie ig igl ii ik ilo inh io is it iu ja jam jbo jv ka kaa kab kbd kbp kcg kg kge ki kj kk kl km kn knc ko koi kr krc ks ksh ku kus kv kw ky
	la lad lb lbe lez lfn lg li lij lld lmo ln lo lrc lt ltg lv lzh mad mai map-bms mdf mg mh mhr mi min mk ml mn mni mnw mo mos mr mrj ms mt mus mwl my myv mzn
	na nah nan nap nds nds-nl ne new ng nia nl nn no nb nov nqo nr nrm nso nup nv ny oc olo om or os pa pag pam pap pcd pcm pdc pdt pfl pi pih pl pms pnb pnt ps pt pwn qu rm rmy rn ro roa-rup roa-tara rsk ru rue rup rw
	sa sah sat sc scn sco sd se sg sgs sh shi shn shy si simple sk skr sl sm smn sn so sq sr srn ss st stq su sv sw syl szl szy ta tay tcy tdd te tet tg th ti tk tl tly tn to tpi tr trv ts tt tum tw ty tyv
	udm ug uk ur uz ve vec vep vi vls vo vro wa war wo wuu xal xh xmf yi yo yue za zea zgh zh zh-classical zh-min-nan zh-yue zu`)

// interwikiPrefixes are the prefixes of Wikimedia's other projects and of wikis often linked to.
var interwikiPrefixes = strings.Fields(`w wikipedia wikt wiktionary s wikisource q wikiquote b wikibooks n wikinews v wikiversity voy wikivoyage
	species wikispecies d wikidata c commons wikimediacommons m meta metawikimedia metawikipedia mw mediawikiwiki f wikifunctions incubator foundation wmf
	bugzilla phab phabricator gerrit mail mailarchive outreach outreachwiki quality strategy testwiki wikimania wikitech toollabs toolforge tools translatewiki betawiki
	meatball memoryalpha wikia google doi iarchive rfc usenet wikilivres acronym advogato arxiv hdl imdbname imdbtitle jstor`)
