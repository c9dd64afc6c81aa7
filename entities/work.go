package entities

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
	"github.com/sinosoviet/sinosoviet/internal/nametag"
)

// works adds titles of books, films, songs and the like by how they are written: in italics where the source is wikitext, in quotation
// marks behind a word that tells of a work everywhere.
func (d *document) works() {
	var runs []workRun
	if !d.t.config.NoLinks {
		runs = d.italics(runs)
	}
	titles := map[string]bool{} // in italics, and works for sure
	last := -1                  // end of the work before
	for n := range runs {
		r := &runs[n]
		if r.kind = d.workKind(r, last); r.kind == sinosoviet.KindWork {
			titles[d.text(r.i, r.j)] = true
			last = r.j
		}
	}
	for _, r := range runs {
		if r.kind == "" && titles[d.text(r.i, r.j)] && !d.afterArticle(r.i) {
			r.kind = sinosoviet.KindWork
		}
		if r.kind != "" && r.kind != kindNone {
			d.work(r)
		}
	}
	d.quotedWorks()
}

// workRun is words [i, j) in italics.
type workRun struct {
	i, j int
	kind sinosoviet.Kind // "" = not told
}

// work adds the title of a work, or of what else is written in italics. A link that shows it gives it its page.
func (d *document) work(r workRun) {
	m := mention{i: r.i, j: r.j, kind: r.kind, method: sinosoviet.MethodRule, conf: 0.88, score: scoreLink + 3*scoreWord}
	if d.inLink != nil {
		if n := d.inLink[r.j-1]; n != 0 && (d.inLink[r.i] == n || isArticle(d.Words[r.i].Text) && r.j-r.i > 1 && d.inLink[r.i+1] == n) {
			page, _, _ := strings.Cut(d.a.Links[n-1].Target, "#")
			if page = upperFirst(strings.TrimSpace(page)); page != "" && strings.EqualFold(pageName(page), flat(d.text(r.i, r.j))) {
				m.page, m.name, m.method, m.conf = page, pageName(page), sinosoviet.MethodLink, 0.95
			}
		}
	}
	d.add(m)
}

// italics appends what the source has between pairs of two apostrophes, as words; what is shown nowhere is left out.
func (d *document) italics(runs []workRun) []workRun {
	src := d.a.Source
	if src.Format() != sinosoviet.FormatWikitext {
		return runs
	}
	text := src.Text()
	for at := 0; ; {
		open := strings.Index(text[at:], "''")
		if open < 0 {
			return runs
		}
		open += at
		n := apostrophes(text[open:])
		if at = open + n; n != 2 {
			continue // bold
		}
		length := strings.Index(text[at:min(len(text), at+maxTitleBytes)], "''")
		if length < 0 || strings.IndexByte(text[at:at+length], '\n') >= 0 {
			continue
		}
		inner := sinosoviet.Span{Start: at, End: at + length}
		if n = apostrophes(text[inner.End:]); n != 2 {
			continue
		}
		at = inner.End + n
		sp, ok := d.a.Text.Find(inner)
		if !ok {
			continue
		}
		if r, ok := d.wordsOf(sp); ok {
			runs = append(runs, r)
		}
	}
}

// maxTitleBytes bounds the source of a title in italics.
const maxTitleBytes = 300

// apostrophes is how many of them s starts with.
func apostrophes(s string) int { return len(s) - len(strings.TrimLeft(s, "'")) }

// wordsOf is the words of a range of the text that looks like a title: capitalised, of one sentence.
func (d *document) wordsOf(sp sinosoviet.Span) (workRun, bool) {
	i := sort.Search(len(d.Words), func(i int) bool { return d.Words[i].End > sp.Start })
	j := i
	for j < len(d.Words) && d.Words[j].End <= sp.End {
		j++
	}
	for j > i && (d.Words[j-1].Text == "," || d.Words[j-1].Text == "." || d.Words[j-1].Text == ";" || d.Words[j-1].Text == ":" || d.Words[j-1].Text == ")") {
		j--
	}
	if i >= j || j-i > maxChunk || d.Words[i].Start < sp.Start || d.Words[i].Sent != d.Words[j-1].Sent ||
		!d.Words[i].Flags.Has(nametag.Capital) || utf8.RuneCountInString(d.text(i, j)) < 3 {
		return workRun{}, false
	}
	return workRun{i: i, j: j}, true
}

// workKind is the kind of words in italics: what the lists, the page or the last word tell of them, else that of a work where the words
// before them, the year behind them or their own shape tell so. Italics also mark foreign words, ships and species: kind "".
func (d *document) workKind(r *workRun, last int) sinosoviet.Kind {
	i, j := r.i, r.j
	kind, cued := sinosoviet.Kind(""), d.tellsWork(i, j) || last >= 0 && d.onlyJoins(last, i)
	if d.inLink != nil && d.inLink[i] != 0 && d.inLink[i] == d.inLink[j-1] {
		page, _, _ := strings.Cut(d.a.Links[d.inLink[i]-1].Target, "#")
		if page != "" {
			if kind = d.pageKind(upperFirst(page)); kind != "" && kind != sinosoviet.KindWork && (kind != sinosoviet.KindPerson && kind != kindNone || !cued) {
				return "" // the link tells it
			}
		}
	}
	text := flat(d.text(i, j))
	if e := d.t.table.Lookup(text); kind == "" && len(e) > 0 && !e[0].Weak && !cued {
		if k := sinosoviet.Kind(e[0].Kind); k != sinosoviet.KindPerson || j-i == 1 {
			return "" // the list tells it
		}
	}
	if i > 0 && kindBefore(strings.ToLower(d.Words[i-1].Text)) == sinosoviet.KindOrg {
		return sinosoviet.KindOrg // "the newspaper X"
	}
	switch {
	case kind == sinosoviet.KindWork, cued:
	case isCase(text):
		return sinosoviet.KindLaw
	case d.isTitleCase(i, j) && !d.afterArticle(i) && !d.isForm(i):
	default:
		return ""
	}
	if k := d.headKind(i, j); k == "ORG" && j-i > 1 && kind == "" {
		if d.t.table.Head(d.Words[j-1].Text, gazetteer.AtEnd) == "ORG" {
			return sinosoviet.KindOrg // "The Kerry Herald"
		}
	}
	return sinosoviet.KindWork
}

// isCase reports the name of a case at law: "Marbury v. Madison".
func isCase(text string) bool {
	for _, versus := range [...]string{" v. ", " v ", " vs. ", " vs "} {
		if strings.Contains(text, versus) {
			return true
		}
	}
	return false
}

// isTitleCase reports several words written as titles are: all but small words of grammar with a capital, or opened by an article.
func (d *document) isTitleCase(i, j int) bool {
	capitals := 0
	for k := i; k < j; k++ {
		w := &d.Words[k]
		switch {
		case w.Flags.Has(nametag.Capital):
			capitals++
		case w.Flags.Has(nametag.Digits), w.Flags.Has(nametag.Punct), isPossessive(w.Text), isFunctionWord(upperFirst(w.Text)):
		default:
			return false
		}
	}
	return capitals > 1 || capitals == 1 && j-i > 2
}

// afterArticle reports "the" before the words: what follows is rather a ship, a body or a foreign word than a title, which has its own article.
func (d *document) afterArticle(i int) bool { return i > 0 && isArticle(d.Words[i-1].Text) }

// isForm reports that words stand for another form of what is named before: behind a bracket, "called", "as".
func (d *document) isForm(i int) bool {
	if i == 0 || d.Words[i-1].Sent != d.Words[i].Sent {
		return false
	}
	switch d.Words[i-1].Text {
	case "as":
		return i < 2 || d.Words[i-2].Text != "such"
	case "(", "called", "named", "or", "termed", "dubbed", "nicknamed", "=", ":", "/":
		return true
	}
	return false
}

// onlyJoins reports that nothing but commas, conjunctions and a year in brackets stands between two words of a sentence.
func (d *document) onlyJoins(from, to int) bool {
	if from >= to || to-from > 6 || d.Words[from].Sent != d.Words[to].Sent {
		return false
	}
	for k := from; k < to; k++ {
		switch t := d.Words[k].Text; {
		case t == ",", t == "and", t == "or", t == "&", t == ";", t == "(", t == ")", yearOf(t) != 0:
		default:
			return false
		}
	}
	return true
}

// tellsWork reports that the words around [i, j) make a title of them: "the novel X", "his X", "she wrote X", "X (1962)".
func (d *document) tellsWork(i, j int) bool {
	s := d.Sents[d.Words[i].Sent]
	if j+2 < s[1] && d.Words[j].Text == "(" && yearOf(d.Words[j+1].Text) != 0 && d.Words[j+2].Text == ")" && !d.afterArticle(i) {
		return true
	}
	k := i - 1
	for k > s[0] && (d.Words[k].Text == "," || d.Words[k].Text == ":") {
		k--
	}
	if k < s[0] {
		return false
	}
	return d.isWorkWord(k, k < i-1)
}

// isWorkWord reports whether word k, right before a title, tells that it is one; behind a comma only a noun does.
func (d *document) isWorkWord(k int, comma bool) bool {
	text := strings.ToLower(d.Words[k].Text)
	if isWorkNoun(strings.TrimSuffix(text, "s")) || isWorkNoun(text) {
		return true
	}
	if comma {
		return false
	}
	switch text {
	case "his", "her", "wrote", "authored", "co-wrote", "directed", "filmed", "penned", "titled", "entitled", "writing", "directing", "starring", "painted", "composed":
		return true
	}
	return isPossessive(text) && k > 0 && d.Words[k-1].Flags.Has(nametag.Capital)
}

// isWorkNoun reports a noun for a work, before whose title it stands.
func isWorkNoun(s string) bool {
	if kindBefore(s) == sinosoviet.KindWork {
		return true
	}
	switch s {
	case "screenplay", "script", "story", "stories", "tragedy", "comedy", "comedies", "drama", "chronicle", "manuscript", "cantata", "oratorio", "ballet", "serie", "show", "programme", "program",
		"anthology", "collection", "trilogy", "saga", "miniseries", "adaptation", "title", "dialogue", "manifesto", "satire", "elegy", "sonnet", "ode", "hit", "monograph", "textbook",
		"fresco", "sculpture", "concerto", "melodrama", "thriller", "western", "remake", "sequel", "prequel", "videogame", "memoirs", "masterpiece", "bestseller":
		return true
	}
	return false
}

// quotedWorks adds what stands in quotation marks right behind a noun for a work: the song "X".
func (d *document) quotedWorks() {
	for k := 1; k < len(d.Words); k++ {
		if t := d.Words[k].Text; t != `"` && t != "“" && t != "``" {
			continue
		}
		i, s := k+1, d.Sents[d.Words[k].Sent]
		j := i
		for j < s[1] && j-i <= maxChunk && d.Words[j].Flags.Has(nametag.Quoted) || j < s[1] && j-i <= maxChunk && d.Words[j].Flags.Has(nametag.Punct) && !isQuote(d.Words[j].Text) {
			j++
		}
		if j >= s[1] || j-i > maxChunk || !isQuote(d.Words[j].Text) {
			continue
		}
		open := k
		for k = j; j > i && (d.Words[j-1].Text == "," || d.Words[j-1].Text == "."); {
			j--
		}
		if i >= j || !d.Words[i].Flags.Has(nametag.Capital) || open == s[0] {
			continue
		}
		if noun := strings.ToLower(d.Words[open-1].Text); isWorkNoun(noun) || isWorkNoun(strings.TrimSuffix(noun, "s")) || noun == "titled" || noun == "entitled" {
			d.work(workRun{i, j, sinosoviet.KindWork})
		}
	}
}

func isQuote(s string) bool { return s == `"` || s == "”" || s == "''" }
