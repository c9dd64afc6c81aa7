package cs1

import "strings"

// titles fills type, title and container. What stands in |chapter= is the source's own title when there is one, and the
// book then its container; what stands in a periodical's parameter is always the container.
func (r *reader) titles() {
	c := r.c
	title := r.first(fTitle, fScriptTitle, fTransTitle)
	if r.value(fTitle) == "" && r.value(fScriptTitle) != "" {
		_, title, _ = scriptTitle(r.text(fScriptTitle))
	}
	if r.value(fTitle) != "" && strings.EqualFold(title, "none") {
		title = ""
	}
	if s, ok := AsWritten(title); ok {
		title = s
	}
	chapter := r.first(fChapter, fScriptChapter)
	if r.value(fChapter) == "" && r.value(fScriptChapter) != "" {
		_, chapter, _ = scriptTitle(r.text(fScriptChapter))
	}
	work := r.first(fPeriodical, fScriptPeriodical, fTransPeriodical)
	if r.value(fPeriodical) == "" && r.value(fScriptPeriodical) != "" {
		_, work, _ = scriptTitle(r.text(fScriptPeriodical))
	}
	series := r.text(fSeries)
	c.Type = r.cslType(chapter != "", work != "")
	c.Title, c.Container, c.Series = title, work, series
	switch r.class.name {
	case "encyclopaedia":
		book := r.text(fEncyclopedia)
		if book == "" {
			book = work
		}
		switch {
		case chapter != "" && title != "" && book == "":
			c.Title, c.Container = chapter, title
		case chapter != "" && title == "":
			c.Title, c.Container = chapter, book
		case chapter != "":
			c.Title, c.Container = chapter, title
			if c.Series == "" {
				c.Series = book
			}
		default:
			c.Container = book
		}
	case "conference":
		c.Container = r.first(fBookTitle, fPeriodical)
		if chapter != "" && c.Container == "" {
			c.Title, c.Container = chapter, title
		}
	case "episode", "podcast":
		if c.Container == "" {
			c.Container, c.Series = series, ""
		}
	case "map":
		if m := r.text(fMap); m != "" {
			c.Title = m
			if c.Container == "" {
				c.Container = title
			}
		}
	case "newsgroup":
		if c.Container == "" {
			c.Container = r.text(fNewsgroup)
		}
	case "mailinglist":
		if c.Container == "" {
			c.Container = r.text(fMailingList)
		}
	case "citation":
		if e := r.text(fEncyclopedia); e != "" && c.Container == "" {
			c.Container = e
			if chapter != "" && title == "" {
				c.Title = chapter
			}
		}
	}
	if c.Type == "chapter" {
		c.Title, c.Container = chapter, title
		if c.Container == "" {
			c.Container = work
		}
	}
	if c.Title == "" {
		c.Title = chapter
	}
}

// cslType is the CSL type of the source. {{citation}} tells its kind only by its parameters.
func (r *reader) cslType(chapter, work bool) string {
	if r.class.name == "encyclopaedia" && r.setBy(fEncyclopedia) == "dictionary" {
		return "entry-dictionary"
	}
	if r.class.name == "book" {
		if chapter {
			return "chapter"
		}
		return "book"
	}
	if r.class.name != "citation" {
		return r.class.csl
	}
	switch {
	case r.value(fEncyclopedia) != "":
		return "entry-encyclopedia"
	case work:
		switch r.setBy(fPeriodical) {
		case "newspaper":
			return "article-newspaper"
		case "magazine":
			return "article-magazine"
		case "website":
			return "webpage"
		}
		return "article-journal"
	case r.value(fConference) != "" || r.value(fBookTitle) != "":
		return "paper-conference"
	case r.value(fMap) != "":
		return "map"
	case chapter:
		return "chapter"
	case r.value(fURL) != "" && r.value(fPublisher) == "" && r.value(fPlace) == "" && r.value(fEdition) == "" && r.value(fPages) == "" && r.value(fPage) == "" && !r.bookish():
		return "webpage"
	}
	return "book"
}

// bookish reports whether the source has an identifier of books.
func (r *reader) bookish() bool {
	for i := range r.c.Identifiers {
		switch r.c.Identifiers[i].Scheme {
		case "isbn", "oclc", "lccn", "ol", "sbn":
			return true
		}
	}
	return false
}
