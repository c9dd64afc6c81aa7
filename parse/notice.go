package parse

import (
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// noticeShape tells which positional arguments of a hatnote name pages.
type noticeShape uint8

const (
	shapeNone   noticeShape = iota // no pages: a maintenance notice
	shapeAll                       // every argument: {{main|A|B}}
	shapeSecond                    // all but the first: {{for|use|A|B}}, {{redirect-distinguish|R|A}}
	shapeThird                     // the third, fifth …: {{about|this|that|A|that|B}}
	shapeLinks                     // links inside free text: {{hatnote|See [[A]].}}
)

// noticeOf is the kind of a notice that a template is, by its name in lower case with blanks; "" when it is none. Kinds of hatnotes
// are the names of the templates of Wikipedia's hatnote family (WP:HATNOTE); kinds of maintenance notices group Wikipedia's cleanup
// templates (WP:TC) by what they ask for.
func noticeOf(name string) (kind string, shape noticeShape) {
	if kind, shape = hatnoteOf(name); kind != "" {
		return kind, shape
	}
	return maintenanceOf(name), shapeNone
}

func hatnoteOf(name string) (kind string, shape noticeShape) {
	switch name {
	case "main", "main article", "main articles", "main list", "main page", "main category", "mainarticle", "article main", "mainarticles":
		return "main", shapeAll
	case "further", "further information", "furtherinfo", "further info", "more info", "further ill", "further-text":
		return "further", shapeAll
	case "see also", "seealso", "see", "also", "see also2", "cat see also", "category see also", "see also if exists", "more":
		return "see-also", shapeAll
	case "details", "detail", "details of", "in detail", "more detail":
		return "details", shapeAll
	case "about", "this", "about2", "about other people", "about year", "about-other", "otheruses4":
		return "about", shapeThird
	case "about-distinguish", "about-distinguish2", "about-distinguish-other":
		return "about", shapeSecond
	case "for", "for2", "for-multi", "for multi", "for timeline", "for outline", "for topic", "for information", "for the":
		return "for", shapeSecond
	case "other uses", "otheruses", "other", "other use", "disambiguation needed hatnote", "otheruse", "other people", "other persons",
		"other places", "otherplaces", "other hurricanes", "other ships", "two other uses", "two other people", "other people2", "other people3",
		"other uses of", "otheruses2", "otheruses3", "other uses2", "other ships2", "similar names", "otherpeople", "dablink2", "disambig-acronym":
		return "other-uses", shapeAll
	case "redirect", "redirects here", "redirect2", "redirect3", "redirect4", "redirect-several", "redirect-multi", "redirect-synonym", "redir":
		return "redirect", shapeThird
	case "redirect-distinguish", "redirect-distinguish2", "redirect-distinguish-for":
		return "distinguish", shapeSecond
	case "distinguish", "distinguish2", "not to be confused with", "confused", "confuse", "distinguish-otheruses", "misspell", "differ":
		return "distinguish", shapeAll
	case "broader", "broader article", "broader concept", "broad concept":
		return "broader", shapeAll
	case "hatnote", "dablink", "rellink", "self reference", "selfref", "hatnote inline", "italic hatnote", "hatnote2", "cross-reference",
		"crossreference", "disambiguation note", "related", "main-text":
		return "hatnote", shapeLinks
	case "correct title", "wrongtitle", "technical reasons", "correct title2", "lowercase title note":
		return "correct-title", shapeNone
	case "summary in", "summary style", "transcluded section", "summary style section", "continued at", "split section portions":
		return "main", shapeAll
	case "family name hatnote", "chinese name", "japanese name", "korean name", "vietnamese name", "hungarian name", "spanish name",
		"portuguese name", "eastern slavic name", "russian name", "icelandic name", "mongolian name", "arabic name", "family name explanation",
		"chinese name2", "malay name", "thai name", "burmese name", "ukrainian name", "singaporean name", "manchu name", "tibetan name":
		return "name", shapeNone
	}
	return "", shapeNone
}

// isHatnote reports a template that stands at the head of an article or section and points elsewhere.
func isHatnote(name string) bool {
	kind, _ := hatnoteOf(name)
	return kind != ""
}

func maintenanceOf(name string) string {
	switch name {
	case "unreferenced", "unreferenced section", "unreferenced-section", "unreferencedsection", "unsourced", "unsourced section", "unref",
		"unrefsect", "unref section", "unref-section", "unrefsection", "blp unsourced", "blp unreferenced", "unreferenced blp", "no references",
		"noreferences", "references needed", "uncited", "uncited section", "section unreferenced", "citations missing", "blp unsourced section",
		"nosources", "cite sources", "no sources", "noref", "noref section", "citeneeded section", "unreferenced sect", "unreferenced article",
		"bio unreferenced":
		return "unreferenced"
	case "refimprove", "refimprove section", "more citations needed", "more citations needed section", "citations needed", "more references",
		"more references needed", "additional citations", "additional citations needed", "improve references", "improve-references",
		"ref improve", "ref-improve", "refimprove-section", "refimprovesect", "ref improve section", "blp sources", "blp refimprove",
		"blp sources section", "more sources", "more sources needed", "moresources", "needs more references", "needs additional citations",
		"more citations needed lead", "citation needed section", "citations needed section", "cn section", "fact section",
		"more medical citations needed", "medref", "medical citations needed", "more citations", "few references", "addref", "reference improve",
		"verify", "verify section", "unverified", "more citations needed list", "refimprovesection", "refimproveblp", "not verified":
		return "citations-needed"
	case "no footnotes", "nofootnotes", "more footnotes", "more footnotes needed", "inline citations", "no inline citations", "citations-inline",
		"no footnotes section", "in-text citations", "footnotes needed", "few footnotes", "inline", "inline-citations", "more inline citations",
		"morefootnotes", "inlinecitations", "blp no footnotes", "unfootnoted", "page numbers needed", "page numbers improve", "no page numbers":
		return "footnotes-needed"
	case "one source", "onesource", "one source section", "single source", "singlesource", "primary sources", "primarysources", "primary source",
		"primary sources section", "third-party", "third party", "thirdpartysources", "self-published", "self-published sources", "unreliable sources",
		"unreliable sources section", "blp primary sources", "relies on one source", "tertiary sources", "independent sources", "overquotation",
		"religious text primary", "non-primary", "unreliable", "better sources needed", "refexample", "circular", "medical sources needed",
		"user-generated", "user-generated sources", "notenglish sources":
		return "sources"
	case "original research", "or", "original research section", "synthesis", "synth", "or section", "original", "essay-like", "essay",
		"personal reflection", "essay like", "story", "research paper", "unpublished", "speculation":
		return "original-research"
	case "pov", "npov", "neutrality", "pov-section", "pov section", "neutrality disputed", "unbalanced", "unbalanced section", "undue", "undue weight",
		"undue weight section", "bias", "one-sided", "weasel", "weasel section", "peacock", "advert", "advert section", "promotional", "coi", "fanpov",
		"autobiography", "like resume", "cherry-picked", "criticism section", "criticism", "controversial", "globalize", "globalize section",
		"worldwide", "limited geographic scope", "globalise", "recentism", "puffery", "fansite", "systemic bias", "pov check", "pov-check",
		"political pov", "npov-section", "ad", "paid contributions", "undisclosed paid", "hagiography", "fringe theories", "fringe":
		return "neutrality"
	case "disputed", "disputed section", "disputed-section", "accuracy", "accuracy dispute", "dubious section", "contradict", "contradicts other",
		"contradict-other", "self-contradictory", "self contradictory", "inconsistent", "hoax", "factual accuracy", "misleading", "disputed title",
		"contradictory", "contradict-self", "contradicts others", "cleanup-accuracy", "inaccurate", "context needed", "confusing chronology":
		return "disputed"
	case "update", "outdated", "out of date", "update section", "outofdate", "out-of-date", "update after section", "obsolete", "updatesection",
		"current", "current section", "recent death", "dated info", "old", "not up to date", "needs update", "update-section", "recently revised":
		return "outdated"
	case "expand section", "expand-section", "expandsection", "empty section", "incomplete", "incomplete list", "expand", "missing information",
		"missing", "missing-information", "dynamic list", "expand list", "expandlist", "inadequate lead", "lead too short",
		"lead missing", "no lead", "nolead", "lead extra info", "incomplete table", "empty-section", "sect-stub", "section stub", "missing info",
		"lead", "add section", "emptysection", "lacking overview", "lead section", "intromissing", "leadshort", "lead-short":
		return "expand"
	case "cleanup", "clean up", "cleanup section", "cleanup-section", "cleanup rewrite", "cleanup reorganize", "copy edit", "copyedit",
		"copy edit section", "copy edit-section", "tone", "inappropriate tone", "tone-section", "tone section", "confusing", "confusing section",
		"unclear", "unclear section", "technical", "too technical", "overly technical", "overly detailed", "too long", "very long",
		"very long section", "verylong", "long", "lead rewrite", "lead too long", "lead cleanup", "prose", "list to prose", "cleanup list", "in popular culture",
		"trivia", "trivia section", "cleanup bare urls", "bare urls", "barelinks", "linkrot", "citation style", "citation cleanup", "cleanup references",
		"external links cleanup", "external links", "too many links", "overlinked", "underlinked", "too many images", "cleanup gallery", "cleanup-gallery",
		"cleanup lang", "cleanup-remainder", "cleanup rewrite section", "rough translation", "cleanup translation", "proofreader needed", "notability",
		"orphan", "dead end", "sections", "section sizes", "manual", "how-to", "howto", "tooshort", "buzzword", "jargon", "examplefarm",
		"wikify", "convert to prose", "multiple issues", "article issues", "excessive citations", "too many quotations", "quotefarm",
		"overcoverage", "over-quotation", "repetition section", "repetition", "cleanup-pr", "cleanup tense", "grammar", "further reading cleanup",
		"confusing-section", "attention needed", "expert needed", "expert", "expert-subject", "all plot", "plot", "plot section", "long plot",
		"more plot", "in-universe", "debate", "abbreviations", "alphabetize", "cite check", "citecheck", "cleanup infobox", "copypaste", "close paraphrasing",
		"condense", "split dab", "duplication", "fiction", "formatting", "refactor", "format", "reorganise", "reorganize", "rewrite", "cleanup-rewrite",
		"text-source integrity", "undefined references", "cite plan", "long section", "ref cleanup":
		return "cleanup"
	case "split", "split section", "merge", "merge to", "merge from", "mergeto", "mergefrom", "merge section to", "merge section from", "move portions",
		"proposed deletion", "proposed deletion/dated", "article for deletion", "article for deletion/dated", "requested move", "requested move/dated",
		"proposed merge", "being merged", "split portions", "duplicated", "copy section to", "move section", "split2", "splitsection", "afd", "mergesection",
		"merge portions from", "merge portions to", "move portions from", "under construction", "in use", "inuse", "in creation", "db":
		return "discussion"
	case "expand language", "expand chinese", "expand russian", "expand german", "expand french", "expand spanish", "expand japanese",
		"expand italian", "expand portuguese", "expand korean", "expand polish", "expand ukrainian", "translate", "not english", "notenglish",
		"cleanup translated", "missing translation", "dual", "notenglish section":
		return "translation"
	case "pp", "pp-semi", "pp-move", "pp-protected", "pp-vandalism", "pp-dispute", "pp-blp", "pp-full", "pp-extended", "pp-pc", "pp-pc1", "pp-30-500",
		"pp-semi-indef", "pp-move-indef", "pp-move-vandalism", "pp-semi-vandalism", "pp-sock", "pp-semi-blp", "pp-semi-protected", "pp-create",
		"pp-protect", "pp-indef", "pp-move-dispute", "pp-semi-sock":
		return "protected"
	case "good article", "featured article", "ga icon", "featured list", "fa":
		return "quality"
	}
	if strings.HasSuffix(name, "-stub") || name == "stub" {
		return "stub"
	}
	return ""
}

// notice makes a notice of a template, when it is one. links are the links from the start of the template on, in order.
func notice(t *sinosoviet.Template, links []sinosoviet.Link) (sinosoviet.Notice, bool) {
	kind, shape := noticeOf(templateKey(t.Name))
	if kind == "" || t.Kind != "" {
		return sinosoviet.Notice{}, false
	}
	n := sinosoviet.Notice{Kind: kind, Span: t.Span}
	if d, ok := t.Arg("date"); ok {
		n.Date = d
	}
	if shape != shapeNone {
		n.Targets = hatnotePages(t, shape, links)
	}
	return n, true
}

// hatnotePages are the pages a hatnote names: its positional arguments by shape, and in place of an argument
// that has links, the links' targets.
func hatnotePages(t *sinosoviet.Template, shape noticeShape, links []sinosoviet.Link) []string {
	var targets []string
	position := 0
	for i := range t.Args {
		a := &t.Args[i]
		if !isPositional(a, position+1) {
			continue
		}
		position++
		found := false
		for len(links) > 0 && links[0].Span.Start < a.Span.End {
			if l := links[0]; l.Kind == sinosoviet.LinkPage && a.Span.Contains(l.Span) {
				targets, found = append(targets, l.Target), true
			}
			links = links[1:]
		}
		if found || !shape.takes(position) {
			continue
		}
		if page := pageName(a.Value); page != "" {
			targets = append(targets, page)
		}
	}
	return targets
}

// takes reports whether the positional argument with that number, from 1, names a page.
func (s noticeShape) takes(position int) bool {
	switch s {
	case shapeAll:
		return true
	case shapeSecond:
		return position > 1
	case shapeThird:
		return position > 1 && position%2 == 1
	}
	return false
}

// isPositional reports whether a is the positional argument with that number.
func isPositional(a *sinosoviet.Argument, number int) bool {
	return a.Name == itoa(number)
}

// pageName is an argument as the name of a page: "" when it has markup or is a word like "and" between pages.
func pageName(v string) string {
	v = strings.TrimSpace(v)
	if v == "and" || strings.ContainsAny(v, "{}[]<>\n|") {
		return ""
	}
	v = strings.TrimPrefix(v, ":")
	return strings.TrimSpace(strings.ReplaceAll(v, "_", " "))
}
