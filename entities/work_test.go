package entities_test

import (
	"context"
	"testing"

	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/entities"
	"github.com/sinosoviet/sinosoviet/parse"
)

// Titles in italics, and what else is written so. Names of other kinds are left out of the wants.
func TestWorks(t *testing.T) {
	tests := []struct{ rule, src, want string }{
		{"title case", `She read ''The Wobbu of Zxylo'' there.`, "The Wobbu of Zxylo|WORK"},
		{"a link with its article", `She read ''[[The Blue Wobbu]]'' there.`, "The Blue Wobbu|WORK"},
		{"a noun before", `He wrote the screenplay ''Qvistiana'' then.`, "Qvistiana|WORK"},
		{"an owner before", `It quotes Plato's ''Wobbu'' and his ''Zxylo''.`, "Wobbu|WORK Zxylo|WORK"},
		{"a year behind", `He made ''Wobbu'' (1962), ''Zxylo'' and ''Qvist'' there.`, "Wobbu|WORK Zxylo|WORK Qvist|WORK"},
		{"a person's name as a title", `He filmed ''Ada Qvist'' (1966). In 1967 ''Ada Qvist'' was shown.`, "Ada Qvist|WORK Ada Qvist|WORK"},
		{"small words behind a noun", `It had the titles ''White day'' and ''A white, white day''.`, "White day|WORK A white, white day|WORK"},
		{"marks of a title", `He saw ''Good Bye Wobbu!'' twice.`, "Good Bye Wobbu!|WORK"},
		{"instances", `He saw films such as ''Good Bye Wobbu!'' (2003) and ''Zxylo of the Qvist'' there.`, "Good Bye Wobbu!|WORK Zxylo of the Qvist|WORK"},
		{"ships", `He sank the ''Old Wobbu'' there.`, ""},
		{"species", `The ''Wobbus zxylicus'' is a toad.`, ""},
		{"foreign words", `The union (''Vereenigde Wobbu Zxylo'') met; the ''Wobbuwunder'' began.`, ""},
		{"states", `The state known as ''Germany'' came to be.`, "Germany|GPE"},
		{"emphasis", `It was ''Not'' so, and '''Bold Wobbu Words''' stood there.`, ""},
		{"newspapers", `The newspaper ''Wobbu'' and ''The Zxylo Gazette'' came.`, "Wobbu|ORG The Zxylo Gazette|ORG"},
		{"cases", `The court heard ''Wobbu v Zxylo'' then.`, "Wobbu v Zxylo|LAW"},
		{"a page of another kind", `He joined the ''[[Wobbu Society]]'' and saw ''[[Ada Qvist (ship)|Ada Qvist]]''.`, "Wobbu Society|ORG Ada Qvist|FAC"},
	}
	tagger := newTagger(t, entities.Config{NoModel: true})
	for _, tt := range tests {
		a, _ := parse.Auto(sinosoviet.NewSource("", sinosoviet.FormatWikitext, tt.src))
		found, err := tagger.Article(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		checkEntities(t, a, found)
		got := ""
		for _, e := range found {
			if e.Kind == sinosoviet.KindPerson && e.Text == "Plato" {
				continue
			}
			if got != "" {
				got += " "
			}
			got += e.Text + "|" + string(e.Kind)
		}
		if got != tt.want {
			t.Errorf("%s: %s\n got %s\nwant %s", tt.rule, tt.src, got, tt.want)
		}
	}
}

// Without links the source's marks are unread too.
func TestWorksUnread(t *testing.T) {
	a, _ := parse.Auto(sinosoviet.NewSource("", sinosoviet.FormatWikitext, `She read ''The Wobbu of Zxylo'' there.`))
	found, err := newTagger(t, entities.Config{NoModel: true, NoLinks: true}).Article(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range found {
		if e.Kind == sinosoviet.KindWork {
			t.Errorf("found %+v", e)
		}
	}
}
