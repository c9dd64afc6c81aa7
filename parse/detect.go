package parse

import (
	"fmt"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// Detect tells the format of a text, and why. It looks for what only one of the formats has: heading marks, links in
// double brackets, <ref> tags and quote marks for emphasis (wikitext); templates, files and caption tails without
// them (flattened); marks such as "[4]" and "[citation needed]" (excerpt). A text without any of these is plain prose. What is a mark and
// what an editor's bracket ("[a] treaty", "provide[s]") is settled as [Excerpt] does it. Time is linear; the
// reason is a phrase for people, such as "12 headings in equals signs, 80 links".
func Detect(text string) (format sinosoviet.Format, reason string) {
	c := takeClues(strings.TrimPrefix(text, byteOrderMark))
	switch {
	case c.redirect:
		return sinosoviet.FormatWikitext, "redirect"
	case c.markers > 3*(c.templates+c.tables+c.tags+c.quotes) && c.links+c.refs+c.stray+c.files == 0:
		return sinosoviet.FormatExcerpt, c.markersReason()
	case c.marked() > 0 && c.marked() >= c.stray+c.files:
		return sinosoviet.FormatWikitext, c.markedReason()
	case c.stray+c.files > 0:
		return sinosoviet.FormatFlattened, reasons(count{c.files, "file line"}, count{c.stray, "stray link end"}) + ", no heading marks or links"
	case c.templates > 0 && (c.title || c.endLines > 0):
		return sinosoviet.FormatFlattened, plural(c.templates, "template") + ", no heading marks or links"
	case c.templates+c.tables+c.tags+c.quotes > 0:
		return sinosoviet.FormatWikitext, reasons(count{c.templates, "template"}, count{c.tables, "table"}, count{c.tags, "tag"}, count{c.quotes, "line with emphasis"})
	case c.endLines > 1 || c.endLines > 0 && c.items > 0 && c.title:
		return sinosoviet.FormatFlattened, plural(c.endLines, "line") + " naming an end section, no markup"
	}
	return sinosoviet.FormatText, "no markup"
}

// clues are what a text has of each format's signs.
type clues struct {
	redirect                      bool
	headings, links, refs         int // wikitext only
	quotes                        int // lines with emphasis, or with signs for inches
	templates, tables, tags       int // wikitext and flattened
	files, stray, endLines, items int // flattened
	title                         bool
	markers                       int // excerpts
}

// marked counts what only wikitext has.
func (c *clues) marked() int { return c.headings + c.links + c.refs }

func (c *clues) markedReason() string {
	return reasons(count{c.headings, "heading in equals signs"}, count{c.links, "link"}, count{c.refs, "ref tag"})
}

func (c *clues) markersReason() string {
	if rest := reasons(count{c.templates, "template"}, count{c.tables, "table"}, count{c.tags, "tag"}, count{c.quotes, "line with emphasis"}); rest != "" {
		return plural(c.markers, "reference mark") + ", no links and only " + rest
	}
	return plural(c.markers, "reference mark") + ", no templates or links"
}

// count is a number of things.
type count struct {
	n    int
	what string
}

// reasons lists what there is any of.
func reasons(counts ...count) string {
	var parts []string
	for _, c := range counts {
		if c.n > 0 {
			parts = append(parts, plural(c.n, c.what))
		}
	}
	return strings.Join(parts, ", ")
}

// plural is "1 link", "2 links", "2 headings in equals signs".
func plural(n int, what string) string {
	join := " with "
	head, tail, found := strings.Cut(what, join)
	if !found {
		join = " in "
		head, tail, found = strings.Cut(what, join)
	}
	if n != 1 {
		head += "s"
	}
	if found {
		head += join + tail
	}
	return fmt.Sprintf("%d %s", n, head)
}

func takeClues(text string) (c clues) {
	n, at := 0, 0
	var previous string
	scanner := newMarkScanner(text)
	for whole := range strings.Lines(text) {
		start := at
		at += len(whole)
		line := strings.TrimRight(whole, "\r\n ")
		if line == "" {
			continue
		}
		switch n++; n {
		case 1:
			c.redirect = isRedirectLine(line)
			previous = line
		case 2:
			c.title = len(previous) <= maxHeading && !isTerminated(previous) && couldBeHeading(previous) && !strings.Contains(previous, "''")
		}
		c.ofLine(line)
		c.ofBytes(line, scanner, start)
	}
	return c
}

// isRedirectLine reports the English redirect word; other wikis' redirects have links, which tell them too.
func isRedirectLine(line string) bool {
	return len(line) > 9 && strings.EqualFold(line[:9], "#redirect")
}

// ofLine looks at how a line starts.
func (c *clues) ofLine(line string) {
	switch {
	case line[0] == '=':
		if len(line) > 2 && line[len(line)-1] == '=' {
			c.headings++
		}
	case strings.HasPrefix(line, "{|"):
		c.tables++
	case strings.HasPrefix(line, "- "):
		c.items++
	case isFileLine(line):
		c.files++
	case isEndMatter(line):
		c.endLines++
	}
}

// ofBytes looks for brackets, braces, tags and quotes.
func (c *clues) ofBytes(line string, scanner *markScanner, at int) {
	open, quotes := 0, 0
	for i := 0; i+1 < len(line); i++ {
		switch line[i] {
		case '[':
			if line[i+1] == '[' {
				open++
				i++
			} else if marks, _ := scanner.at(at + i); len(marks) > 0 {
				c.markers++
			}
		case ']':
			if line[i+1] == ']' {
				i++
				if open > 0 {
					open--
					c.links++
				} else {
					c.stray++
				}
			}
		case '{':
			if line[i+1] == '{' {
				c.templates++
				i++
			}
		case '\'':
			if line[i+1] == '\'' {
				quotes++
				i++
			}
		case '<':
			if rest := line[i+1:]; hasTagName(rest, "ref") {
				c.refs++
			} else if hasTagName(rest, "math") || hasTagName(rest, "gallery") || hasTagName(rest, "nowiki") || hasTagName(rest, "br") {
				c.tags++
			}
		}
	}
	if quotes > 1 {
		c.quotes++
	}
}

func hasTagName(s, name string) bool {
	return len(s) > len(name) && strings.EqualFold(s[:len(name)], name) && strings.IndexByte(" />", s[len(name)]) >= 0
}
