package temporal

// When something was said or printed is no part of what it tells of: the dates of interviews, books and quoted letters leave the narrative
// where it was.

// publications are what has a date of its own when a text cites it.
var publications = map[string]bool{
	"article": true, "autobiography": true, "biography": true, "book": true, "documentary": true, "edition": true, "essay": true, "interview": true,
	"memoir": true, "memoirs": true, "monograph": true, "novel": true, "paper": true, "study": true, "textbook": true, "thesis": true,
}

// printed are the words that lead to the place and date of something printed: "in a letter published in Nature, May 3, 1950".
var printed = map[string]bool{"edition": true, "entitled": true, "interview": true, "issue": true, "letter": true, "printed": true, "published": true, "titled": true}

// maxPrinted is how many tokens may stand between such a word and the date.
const maxPrinted = 14

// reported reports whether the date over tokens [i, j) is that of an interview or a publication: a 2010 interview, his 1989 book, in an
// interview in 2010. Its preposition, if it has one, stands behind token k.
func (m *matcher) reported(i, j, k int) bool {
	if n := m.at(j); n.class == wNone && n.flags&fLine == 0 {
		switch p := m.at(i - 1); {
		case p.class == wTheWord, p.class == wArticle, p.class == wPoss, m.is(i-1, "s"):
			if publications[m.word(j)] || m.at(j+1).class == wNone && m.at(j+1).flags&fLine == 0 && publications[m.word(j+1)] {
				return true // his 1989 best-selling book
			}
		}
	}
	return k < i-1 && m.is(k, "interview")
}

// publishedOn reports whether mention x, which starts at token i, is the date behind the place where something was printed.
func (m *matcher) publishedOn(x *mention, i int) bool {
	if x.lead != 0 || !x.hasYear || !m.punct(i-1, ',') && !m.punct(i-1, '(') {
		return false
	}
	for k := i - 2; k >= 0 && k > i-maxPrinted; k-- {
		switch t := m.at(k); t.class {
		case wPunct:
			if t.val == '.' && !m.abbreviation(k) || t.val == '?' || t.val == '!' || t.val == ';' {
				return false
			}
		case wNone:
			if printed[m.word(k)] {
				return m.at(k+1).class == wPrep || m.at(k+1).flags&fCap != 0 || m.at(k+1).class == wPunct
			}
		case wFunc:
			if t.val == 2 || t.val == 1 || t.val == 4 {
				return false // a clause of its own
			}
		}
	}
	return false
}
