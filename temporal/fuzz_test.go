package temporal_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet/temporal"
)

// FuzzText checks what holds for any bytes: no panic, expressions in order, apart, in bounds and equal to their
// text, phrases over whole expressions, bounds in order, and the same result again.
func FuzzText(f *testing.F) {
	f.Add(proseText)
	for _, s := range phraseCases {
		f.Add(s.text)
	}
	for _, s := range hostile {
		f.Add(strings.Repeat(s, 20))
	}
	f.Add("the \xff 5 May\u00a01924 – early\u2019s '\u2018 1,000,000 B.C. 44 BC")
	f.Fuzz(func(t *testing.T, text string) {
		tagger := new(temporal.Tagger)
		res, err := tagger.Text(context.Background(), text)
		if err != nil {
			t.Fatal(err)
		}
		checkResult(t, text, res)
		again, err := tagger.Text(context.Background(), text)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(dump(res, text), dump(again, text)); diff != "" {
			t.Errorf("not deterministic:\n%s", diff)
		}
	})
}

func checkResult(t *testing.T, text string, res temporal.Result) {
	t.Helper()
	end := 0
	for _, d := range res.Dates {
		s := d.TextSpan
		if s.Start < end || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("expression %v out of order or bounds after %d", s, end)
		}
		end = s.End
		if text[s.Start:s.End] != d.Text {
			t.Fatalf("expression %v is %q, not %q", s, text[s.Start:s.End], d.Text)
		}
		if d.Rule == "" || d.Basis == "" || d.Type == "" {
			t.Fatalf("%q: no rule, basis or type: %+v", d.Text, d)
		}
		if (d.Basis == "none") != d.EDTF.IsZero() {
			t.Fatalf("%q: basis %s with EDTF %q", d.Text, d.Basis, d.EDTF)
		}
		if early, late := d.EDTF.Bounds(); !early.IsZero() && !late.IsZero() && early.Compare(late) > 0 {
			t.Fatalf("%q: %s is earlier than it starts", d.Text, d.EDTF)
		}
	}
	for _, p := range res.Phrases {
		if p.First >= p.End || p.End > len(res.Dates) {
			t.Fatalf("phrase over expressions [%d, %d) of %d", p.First, p.End, len(res.Dates))
		}
		if p.EDTF.IsZero() || p.When.IsZero() || p.Relation == "" {
			t.Fatalf("phrase %q without date or relation: %+v", text[p.TextSpan.Start:p.TextSpan.End], p)
		}
		if s, d := p.TextSpan, res.Dates[p.First].TextSpan; !p.IsRange() && d.Start <= s.Start && s.End <= d.End {
			continue // a date among the words of one
		}
		if s := p.TextSpan; s.Start > res.Dates[p.First].TextSpan.Start || s.End < res.Dates[p.End-1].TextSpan.End {
			t.Fatalf("phrase %v does not hold its expressions", s)
		}
	}
}
