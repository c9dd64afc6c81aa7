package cs1_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// Short notes and full citations meet in the same key.
func TestKeys(t *testing.T) {
	for _, tt := range []struct{ short, full, key string }{
		{"{{sfn|Heinzig|2004|p=27}}", "{{cite book|last=Heinzig|first=Dieter|year=2004}}", "CITEREFHeinzig2004"},
		{"{{harvnb|A|B|C|D|2000a}}", "{{cite book|last1=A|last2=B|last3=C|last4=D|last5=E|date=3 May 2000a}}", "CITEREFABCD2000a"},
		{"{{sfn|Ross|1993}}", "{{cite book|editor-last=[[Robert Ross|Ross]]|year=1993}}", "CITEREFRoss1993"},
		{"{{sfn|Van Dyke|n.d.}}", "{{cite web|last=Van Dyke|date=n.d.}}", "CITEREFVan_Dyken.d."},
		{"{{sfn|X|2000}}", "{{cite web|last=Other|date=1999|ref={{sfnref|X|2000}}}}", "CITEREFX2000"},
		{"{{sfn|Foo Report}}", "{{cite web|title=y|ref={{harvid|Foo Report}}}}", "CITEREFFoo_Report"},
		{"{{sfn|Y|1999–2000}}", "{{cite web|last=Y|date=1999-2000}}", "CITEREFY1999–2000"},
		{"{{sfn|Q|2001b|ref=CITEREFz}}", "{{citation|ref=CITEREFz}}", "CITEREFz"},
		{"{{harvs|txt|first=A|last=B|year=2003}}", "{{cite book|vauthors=B CD|date=May 2003}}", "CITEREFB2003"},
		{"{{sfn|Laherty|2003}}", "{{cite book|contributor-last=Laherty|contribution=Foreword|last=Other|title=t|year=2003}}", "CITEREFLaherty2003"},
	} {
		notes := cs1.ShortNotes(parse(t, tt.short))
		full := cs1.Citation(parse(t, tt.full))
		key := cs1.Anchor(&full)
		if len(notes) != 1 || notes[0].Key != tt.key || key != tt.key {
			t.Errorf("%s: %+v; %s: %q; want %q", tt.short, notes, tt.full, key, tt.key)
		}
	}
	none := cs1.Citation(parse(t, "{{cite book|last=A|year=2000|ref=none}}"))
	if key := cs1.Anchor(&none); key != "" {
		t.Errorf("ref=none gives %q", key)
	}
}

func TestShortNotes(t *testing.T) {
	c := cs1.ShortNotes(parse(t, "{{sfn|Heinzig|2004|p=[https://x.org/?a=b 27]|loc=note 3}}"))[0].Citation
	if c.Pages != "27, note 3" || c.URL != "https://x.org/?a=b" || c.Date.String() != "2004" || len(c.Fields) != 4 {
		t.Errorf("%+v", c)
	}
	notes := cs1.ShortNotes(parse(t, "{{sfnm|1a1=A|1a2=B|1y=2000|1p=3|2a1=C|2y=2001|2loc=x}}"))
	if len(notes) != 2 || notes[0].Key != "CITEREFAB2000" || notes[1].Key != "CITEREFC2001" || notes[1].Citation.Pages != "x" {
		t.Errorf("%+v", notes)
	}
	if n := cs1.ShortNotes(parse(t, "{{sfnm|A|2000|C|2001}}")); len(n) != 2 || n[1].Key != "CITEREFC2001" {
		t.Errorf("%+v", n)
	}
	if p := cs1.PageNote(parse(t, "{{Rp|86–87}}")); p.Pages != "86–87" || p.Kind != sinosoviet.CitationPages {
		t.Errorf("%+v", p)
	}
	if n := cs1.NeededMark(parse(t, "{{cn|date=March 2023}}")); n.NeededSince != "2023-03" {
		t.Errorf("%+v", n)
	}
}

func TestPlain(t *testing.T) {
	type want struct {
		Author, Title, Container, Publisher, Place, Date, Pages, URL, Type string
		Sure                                                               bool
	}
	for in, w := range map[string]want{
		"Garver, John W. China's quest: the history of the foreign relations (Oxford University Press, 2015).": {
			Author: "Garver/John W.", Title: "China's quest: the history of the foreign relations", Publisher: "Oxford University Press", Date: "2015", Type: "book", Sure: true},
		"Smith, John; Doe, Jane (2001). ''The Book''. London: Press. pp. 12–15. ISBN 0-7656-0785-9": {
			Author: "Smith/John, Doe/Jane", Title: "The Book", Publisher: "Press", Place: "London", Date: "2001", Pages: "12–15", Type: "book", Sure: true},
		`Smith, John, "An Article", ''The Journal'', 5 May 2001, p. 3`: {
			Author: "Smith/John", Title: "An Article", Container: "The Journal", Date: "2001-05-05", Pages: "3", Type: "article", Sure: true},
		"Boritt (1994), pp.&nbsp;196, 198.":    {Author: "Boritt/", Date: "1994", Pages: "196, 198", Type: "document"},
		"Boritt, pp. 196":                      {Author: "Boritt/", Pages: "196", Type: "document"},
		"Hendrickson p. 153–154":               {Author: "Hendrickson/", Pages: "153–154", Type: "document"},
		"McCarthy & Seidelmann 2009, 199–201.": {Author: "McCarthy/, Seidelmann/", Date: "2009", Pages: "199–201", Type: "document"},
		"Howell (2002, Chapter 8: Power)":      {Author: "Howell/", Date: "2002", Type: "document"},
		"Erickson, Paul A. and Liam D. Murphy. ''A History''. Broadview Press. 2003. p.&nbsp;11–12":                   {Author: "Erickson/Paul A., Murphy/Liam D.", Title: "A History", Publisher: "Broadview Press", Date: "2003", Pages: "11–12", Type: "book", Sure: true},
		"Coll, ''Ghost Wars'' (New York: Penguin, 2005), 14.":                                                         {Author: "Coll/", Title: "Ghost Wars", Publisher: "Penguin", Place: "New York", Date: "2005", Pages: "14", Type: "book", Sure: true},
		"[http://a.org Trends, p. 38], 1994, National Office":                                                         {Title: "Trends, p. 38", Date: "1994", Pages: "38", URL: "http://a.org", Type: "webpage", Sure: true},
		"Roe, Ann. ''The Book'' (Press, 1990, ISBN 0-00-634011-3).":                                                   {Author: "Roe/Ann", Title: "The Book", Publisher: "Press", Date: "1990", Type: "book", Sure: true},
		"Halper, Edward C. (2009). One and Many: Books Alpha – Delta, Parmenides Publishing, ISBN 978-1-930972-21-6.": {Author: "Halper/Edward C.", Title: "One and Many: Books Alpha – Delta", Publisher: "Parmenides Publishing", Date: "2009", Type: "book", Sure: true},
		"Thody, Philip (1973)":                     {Author: "Thody/Philip", Date: "1973", Type: "document"},
		"III.19.11":                                {Type: "document"},
		"Plato, ''Symposium'', Dover, page 8":      {Author: "Plato/", Title: "Symposium", Pages: "8", Type: "document", Sure: true},
		"F.E. Peters, ''Islam'', p.4, Press, 2003": {Author: "Peters/F.E.", Title: "Islam", Publisher: "Press", Date: "2003", Pages: "4", Type: "book", Sure: true},
		"Antoine Faivre, Wouter J. Hanegraaff. ''Western esotericism.'' 1995. p.96": {Author: "Faivre/Antoine, Hanegraaff/Wouter J.", Title: "Western esotericism", Date: "1995", Pages: "96", Type: "document", Sure: true},
		"Dupuy, Trevor N., Curt Johnson, and David L. Bongard. ''[[A Book|The Book]]''. New York: HarperCollins, 1992.": {
			Author: "Dupuy/Trevor N., Johnson/Curt, Bongard/David L.", Title: "The Book", Publisher: "HarperCollins", Place: "New York", Date: "1992", Type: "book", Sure: true},
		"van den Hoek, C., D.G. Mann, and H.M. Jahns (1995). ''Algae''. Cambridge University Press.": {
			Author: "van den Hoek/C., Mann/D.G., Jahns/H.M.", Title: "Algae", Publisher: "Cambridge University Press", Date: "1995", Type: "book", Sure: true},
		"Huffman WE, Evenson RE. (2006). ''[http://a.org Science]''. [[Blackwell Publishing]].": {
			Author: "Huffman/WE, Evenson/RE", Title: "Science", Publisher: "Blackwell Publishing", Date: "2006", URL: "http://a.org", Type: "book", Sure: true},
		"Brady, N.C. and R.R. Weil. 2002. Elements of the Soils of Things. Prentice Hall, Upper Saddle River.": {
			Author: "Brady/N.C., Weil/R.R.", Title: "Elements of the Soils of Things", Publisher: "Prentice Hall", Date: "2002", Type: "book", Sure: true},
		"Mughal, Aurang. (2015). [http://a.org Being]. ''Notebooks'' 21(1): 121–132.": {
			Author: "Mughal/Aurang", Title: "Being", Container: "Notebooks", Date: "2015", Pages: "121–132", URL: "http://a.org", Type: "article", Sure: true},
		"[[Jane Roe]], ''[[The Guardian]]'', [http://a.org Pledges made in 2008], 23 January 2009.": {
			Author: "Roe/Jane", Title: "Pledges made in 2008", Container: "The Guardian", Date: "2009-01-23", URL: "http://a.org", Type: "article", Sure: true},
		"Rottman: ''The Bazooka.'' 2012, S. 42–45.":                                           {Author: "Rottman/", Title: "The Bazooka", Date: "2012", Pages: "42–45", Type: "document", Sure: true},
		"[http://a.org A title] - The New York Times":                                         {Title: "A title", Container: "The New York Times", URL: "http://a.org", Type: "webpage"},
		"World Health Organization. ''The report''. 2001. Retrieved from who.org, 5 May 2002": {Author: "World Health Organization", Title: "The report", Date: "2001", Type: "document", Sure: true},
		"The word is derived from the Latin ''natrium'', which chemists still use today.":     {Type: "document"},
		"http://example.org/a_b": {URL: "http://example.org/a_b", Type: "webpage"},
		"[http://example.org Some title], Times. Retrieved 6 June 2002": {URL: "http://example.org", Title: "Some title", Container: "Times", Type: "webpage", Sure: true},
		"See also the discussion above.":                                {Type: "document"},
		"It was, however, the first.":                                   {Type: "document"},
	} {
		c := cs1.Plain(in)
		g := want{Title: c.Title, Container: c.Container, Publisher: c.Publisher, Place: c.Place, Date: c.Date.String(), Pages: c.Pages, URL: c.URL, Type: c.Type, Sure: c.Confidence >= 0.5}
		for _, id := range c.Identifiers {
			if !id.Valid {
				t.Errorf("%s: %s %q is not valid", in, id.Scheme, id.Value)
			}
		}
		for i, p := range c.People {
			if i > 0 {
				g.Author += ", "
			}
			if g.Author += p.Family + "/" + p.Given; p.Literal != "" {
				g.Author = p.Literal
			}
		}
		if d := cmp.Diff(w, g); d != "" {
			t.Errorf("%s\n%s", in, d)
		}
	}
}
