package cs1_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/internal/cs1"
)

// brief prints what a dialect's template was read as.
func brief(c *sinosoviet.Citation) string {
	var b strings.Builder
	for _, p := range c.People {
		fmt.Fprintf(&b, "%s %s|%s|%s; ", p.Role, p.Family, p.Given, p.Literal)
	}
	fmt.Fprintf(&b, "%s: %s / %s / %s, %s %s", c.Type, c.Title, c.Container, c.Place, c.Publisher, c.Date)
	if !c.AccessDate.IsZero() {
		fmt.Fprintf(&b, " seen %s", c.AccessDate)
	}
	return b.String()
}

func TestDialects(t *testing.T) {
	tests := []struct{ in, want, key string }{
		{`{{Literatur |Autor=Hans Kohn |Titel=Die Idee |Verlag=Fischer |Ort=Frankfurt |Datum=1962 |Seiten=12–15 |ISBN=3-8031-1100-8}}`,
			"author ||Hans Kohn; book: Die Idee / / Frankfurt, Fischer 1962", "CITEREFHans_Kohn1962"},
		{`{{Literatur |Autor=A |Titel=T |Sammelwerk=Das Buch |Verlag=V |Jahr=1988}}`, "author ||A; chapter: T / Das Buch / , V 1988", "CITEREFA1988"},
		{`{{Literatur |Autor=A |Titel=T |Sammelwerk=Zeitschrift |Band=3 |Jahr=1988}}`, "author ||A; article-journal: T / Zeitschrift / ,  1988", "CITEREFA1988"},
		{`{{Internetquelle |autor=A. B. |url=http://a.de/ |titel=T |werk=Die Zeit |hrsg=Zeitverlag |datum=5. März 2010 |abruf=2012-01-02}}`,
			"author ||A. B.; webpage: T / Die Zeit / , Zeitverlag 2010-03-05 seen 2012-01-02", "CITEREFA._B.2010"},
		{`{{Ouvrage|prénom1=Jean|nom1=Tulard|prénom2=Marc|nom2=Roux|titre=Napoléon|lieu=Paris|éditeur=Fayard|année=1987|passage=33}}`,
			"author Tulard|Jean|; author Roux|Marc|; book: Napoléon / / Paris, Fayard 1987", "CITEREFTulardRoux1987"},
		{`{{Lien web|titre=T|site=Le Monde|url=http://a.fr|date=1er mai 2010|consulté le=3 juin 2011}}`,
			"webpage: T / Le Monde / ,  2010-05-01 seen 2011-06-03", ""},
		{`{{Cita libro|apellidos=García|nombre=Ana|título=Historia|editorial=Crítica|ubicación=Madrid|año=1999}}`,
			"author García|Ana|; book: Historia / / Madrid, Crítica 1999", "CITEREFGarcía1999"},
		{`{{cita web|autore=Rossi|titolo=T|url=http://a.it|data=5 maggio 2010|editore=RAI|accesso=6 maggio 2011}}`,
			"author ||Rossi; webpage: T / / , RAI 2010-05-05 seen 2011-05-06", "CITEREFRossi2010"},
		{`{{книга|автор=Иванов И. И.|заглавие=История|место=М.|издательство=Наука|год=1985|страницы=5}}`,
			"author ||Иванов И. И.; book: История / / М., Наука 1985", "CITEREFИванов_И._И.1985"},
		{`{{Статья|автор=Иванов|заглавие=Т|издание=Вопросы истории|год=1985|том=2|номер=3}}`,
			"author ||Иванов; article-journal: Т / Вопросы истории / ,  1985", "CITEREFИванов1985"},
		{`{{citar livro|sobrenome=Silva|nome=José|título=T|editora=E|local=L|ano=2001}}`,
			"author Silva|José|; book: T / / L, E 2001", "CITEREFSilva2001"},
		{`{{Cytuj książkę|nazwisko=Nowak|imię=Jan|tytuł=T|wydawca=PWN|rok=2001}}`,
			"author Nowak|Jan|; book: T / / , PWN 2001", "CITEREFNowak2001"},
		{`{{Citeer web|titel=T|url=http://a.nl|bezochtdatum=3 mei 2011|uitgever=NRC}}`,
			"webpage: T / / , NRC  seen 2011-05-03", ""},

		{`{{Cite EB1911|wstitle=Angola|volume=2}}`,
			"editor Chisholm|Hugh|; entry-encyclopedia: Angola / Encyclopædia Britannica / , Cambridge University Press 1911", "CITEREFChisholm1911"},
		{`{{EB1911|last=Smith|wstitle=Angola}}`,
			"author Smith||; editor Chisholm|Hugh|; entry-encyclopedia: Angola / Encyclopædia Britannica / , Cambridge University Press 1911", "CITEREFSmith1911"},
		{`{{Cite DNB|wstitle=Foo|volume=24|last=Bar|first=B.}}`,
			"author Bar|B.|; editor Stephen|Leslie|; editor Lee|Sidney|; entry-encyclopedia: Foo / Dictionary of National Biography / London, Smith, Elder & Co 1890", "CITEREFBar1890"},
		{`{{Cite DNB|wstitle=Foo|volume=63}}`,
			"editor Lee|Sidney|; entry-encyclopedia: Foo / Dictionary of National Biography / London, Smith, Elder & Co 1900", "CITEREFLee1900"},
		{`{{CathEncy|wstitle=Foo}}`,
			"editor Herbermann|Charles|; entry-encyclopedia: Foo / Catholic Encyclopedia / New York, Robert Appleton Company 1913", "CITEREFHerbermann1913"},
		{`{{Cite ODNB|last=Roe|title=Foo|year=2004|ref=none}}`,
			"author Roe||; entry-encyclopedia: Foo / Oxford Dictionary of National Biography / , Oxford University Press 2004", ""},
		{`{{cite book|author=, John G. Nicolay|title=T|year=1890}}`, "author ||John G. Nicolay; book: T / / ,  1890", "CITEREF,_John_G._Nicolay1890"},
		{`{{cite book|first=Ann|title=T}}`, "author ||Ann; book: T / / ,  ", ""},
		{`{{wikicite|ref={{SfnRef|Roe|2001}}|reference=Roe, John. ''Some book'' (London: Press, 2001).}}`, "author Roe|John|; book: Some book / / London, Press 2001", "CITEREFRoe2001"},
		{`{{wikicite|ref={{harvid|Roe|2001}}|reference={{cite web|title=T|last=Roe|date=2001}}}}`, "author Roe||; webpage: T / / ,  2001", "CITEREFRoe2001"},
	}
	for _, tt := range tests {
		c := cs1.Citation(parse(t, tt.in))
		if got := strings.ReplaceAll(brief(&c), "/  /", "/ /"); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.in, got, tt.want)
		}
		if key := cs1.Anchor(&c); key != tt.key {
			t.Errorf("%s: key %q, want %q", tt.in, key, tt.key)
		}
	}
}

// A template that nothing is known of is a source when it has a key for short notes.
func TestIsSource(t *testing.T) {
	for in, want := range map[string]bool{
		"{{MSW3|id=1|ref={{harvid|A|2005}}}}": true, "{{x|ref=CITEREFA2005}}": true, "{{x|ref=A2005}}": false, "{{x|1=ref}}": false,
		"{{Article|titre=T}}": true, "{{Article|title=T}}": false,
	} {
		if got := cs1.IsSource(parse(t, in)); got != want {
			t.Errorf("%s: %t, want %t", in, got, want)
		}
	}
}
