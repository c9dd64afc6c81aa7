package temporal_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/sinosoviet/sinosoviet/temporal"
)

func TestZZSeed(t *testing.T) {
	b, _ := os.ReadFile("/work/shared/seeds/sino-soviet-relations.article.txt")
	s := string(b)
	if f := os.Getenv("ZZTEXT"); f != "" {
		s = f
	}
	r, err := new(temporal.Tagger).Text(context.Background(), s)
	fmt.Println(err)
	for _, d := range r.Dates {
		fmt.Printf("%-30q %s %s %s %s %s %s\n", d.Text, d.Type, d.Value, d.Mod, d.EDTF, d.Basis, d.Rule)
	}
	for _, p := range r.Phrases {
		fmt.Printf("%-40q %s when=%s edtf=%s %s par=%v attr=%v title=%v cmp=%v ev=%q\n", s[p.TextSpan.Start:p.TextSpan.End], p.Relation, p.When, p.EDTF, p.Basis, p.Parenthetical, p.Attribute, p.Title, p.Compared, s[p.Event.Start:p.Event.End])
	}
}
