package sinosoviet_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet"
)

func TestTemplateArg(t *testing.T) {
	tpl := sinosoviet.Template{Args: []sinosoviet.Argument{{Name: "1", Value: "a"}, {Name: "date", Value: "old"}, {Name: "date", Value: ""}}}
	for _, tt := range []struct {
		name, value string
		ok          bool
	}{{"1", "a", true}, {"date", "", true}, {"2", "", false}} { // the last one counts, empty or not
		if v, ok := tpl.Arg(tt.name); v != tt.value || ok != tt.ok {
			t.Errorf("Arg(%q) = %q, %v, want %q, %v", tt.name, v, ok, tt.value, tt.ok)
		}
	}
}

func TestCitationField(t *testing.T) {
	c := sinosoviet.Citation{Fields: []sinosoviet.Field{{Name: "last", Canonical: "author1-last", Value: "Dirlik"}, {Name: "x", Value: "y"}}}
	if got := c.Field("author1-last"); got != "Dirlik" {
		t.Errorf("Field = %q", got)
	}
	if got := c.Field("last"); got != "" {
		t.Errorf("Field by the name as written = %q", got)
	}
}

func TestBlockKinds(t *testing.T) {
	prose := map[sinosoviet.BlockKind]bool{
		sinosoviet.BlockParagraph: true, sinosoviet.BlockItem: true, sinosoviet.BlockQuote: true,
		sinosoviet.BlockHeading: false, sinosoviet.BlockCaption: false, sinosoviet.BlockCell: false,
		sinosoviet.BlockFormula: false, sinosoviet.BlockCode: false, sinosoviet.BlockTitle: false, "": false,
	}
	for k, want := range prose {
		if k.IsProse() != want {
			t.Errorf("%q: IsProse = %v", k, !want)
		}
	}
}

func TestSpan(t *testing.T) {
	for _, tt := range []struct {
		a, b               span
		contains, overlaps bool
		cover              span
	}{
		{span{2, 8}, span{2, 8}, true, true, span{2, 8}},
		{span{2, 8}, span{3, 5}, true, true, span{2, 8}},
		{span{2, 8}, span{8, 9}, false, false, span{2, 9}},
		{span{2, 8}, span{7, 9}, false, true, span{2, 9}},
		{span{2, 8}, span{}, false, false, span{2, 8}},
		{span{}, span{2, 8}, false, false, span{2, 8}},
	} {
		if tt.a.Contains(tt.b) != tt.contains || tt.a.Overlaps(tt.b) != tt.overlaps || tt.b.Overlaps(tt.a) != tt.overlaps || tt.a.Cover(tt.b) != tt.cover {
			t.Errorf("%v, %v: contains %v, overlaps %v, cover %v", tt.a, tt.b, tt.a.Contains(tt.b), tt.a.Overlaps(tt.b), tt.a.Cover(tt.b))
		}
	}
	if s := (span{12, 31}); s.String() != "12:31" || s.Len() != 19 || s.IsZero() {
		t.Errorf("%v, %d", s, s.Len())
	}
}

func TestSource(t *testing.T) {
	s := sinosoviet.NewSource("a.txt", "", "Mao\xff\n")
	f := s.WithFormat(sinosoviet.FormatText)
	if s.Format() != "" || f.Format() != sinosoviet.FormatText || f.Text() != s.Text() || s.Equal(f) || !f.Equal(s.WithFormat("text")) {
		t.Error("WithFormat does not keep all but the format")
	}
	if f.Position(4).Line != 1 || f.Position(5).Line != 2 {
		t.Errorf("lines: %v, %v", f.Position(4), f.Position(5))
	}
	for _, tt := range []struct {
		span span
		want string
	}{{span{0, 3}, "Mao"}, {span{-5, 3}, "Mao"}, {span{3, 99}, "\xff\n"}, {span{9, 99}, ""}, {span{3, 1}, ""}} {
		if got := s.Slice(tt.span); got != tt.want {
			t.Errorf("Slice(%v) = %q, want %q", tt.span, got, tt.want)
		}
	}
	var none *sinosoviet.Source
	if n := none.WithFormat("text"); n.Format() != "text" || none.Len() != 0 || none.Name() != "" || none.Format() != "" || !none.Equal(nil) {
		t.Error("a nil Source is not an empty one")
	}
}

func TestDiagnosticsSortErr(t *testing.T) {
	at := func(code sinosoviet.Code, sev sinosoviet.Severity, start, end int) sinosoviet.Diagnostic {
		return sinosoviet.Diagnostic{Code: code, Severity: sev, Span: span{start, end}, Message: "m"}
	}
	ds := sinosoviet.Diagnostics{
		at("b", sinosoviet.SeverityInfo, 5, 6), at("a", sinosoviet.SeverityError, 5, 6),
		at("c", sinosoviet.SeverityWarning, 0, 9), at("c", sinosoviet.SeverityWarning, 0, 2),
	}
	ds.Sort()
	want := sinosoviet.Diagnostics{
		at("c", sinosoviet.SeverityWarning, 0, 2), at("c", sinosoviet.SeverityWarning, 0, 9),
		at("a", sinosoviet.SeverityError, 5, 6), at("b", sinosoviet.SeverityInfo, 5, 6),
	}
	if d := cmp.Diff(want, ds); d != "" {
		t.Error(d)
	}
	for _, tt := range []struct {
		min  sinosoviet.Severity
		want string
	}{
		{sinosoviet.SeverityError, "sinosoviet: error a 5:6: m"},
		{sinosoviet.SeverityWarning, "sinosoviet: warning c 0:2: m (and 2 more)"},
	} {
		err := ds.Err(tt.min)
		var ce *sinosoviet.ContentError
		if !errors.As(err, &ce) || err.Error() != tt.want {
			t.Errorf("Err(%v) = %v, want %s", tt.min, err, tt.want)
		}
	}
	if err := (sinosoviet.Diagnostics)(nil).Err(sinosoviet.SeverityInfo); err != nil {
		t.Errorf("Err of nothing = %v", err)
	}
}
