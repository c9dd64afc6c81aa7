package sinosoviet_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet"
	"github.com/sinosoviet/sinosoviet/edtf"
)

// nouns are pointers to one value of each noun that is printed.
func nouns() []any {
	return []any{
		new(sinosoviet.Article), new(sinosoviet.Excerpt), new(sinosoviet.Section), new(sinosoviet.Block),
		new(sinosoviet.Sentence), new(sinosoviet.Link), new(sinosoviet.Template), new(sinosoviet.Argument),
		new(sinosoviet.Name), new(sinosoviet.Notice), new(sinosoviet.Infobox), new(sinosoviet.InfoboxField),
		new(sinosoviet.Image), new(sinosoviet.Coordinates), new(sinosoviet.Citation), new(sinosoviet.Person),
		new(sinosoviet.Identifier), new(sinosoviet.Field), new(sinosoviet.Date), new(sinosoviet.Entity),
		new(sinosoviet.Event), new(sinosoviet.Evidence), new(sinosoviet.Marker), new(sinosoviet.Alignment),
		new(sinosoviet.Edit), new(sinosoviet.Revision), new(sinosoviet.Shift), new(sinosoviet.Diagnostic),
	}
}

// filler fills values with something that is nowhere zero, and different in each place.
type filler struct{ n int }

func (f *filler) fill(v reflect.Value) {
	f.n++
	switch p := v.Addr().Interface().(type) {
	case *sinosoviet.Span:
		*p = span{f.n, f.n + 7}
		return
	case *sinosoviet.Text:
		*p = sinosoviet.PlainText(fmt.Sprintf("text “%d” & <b>\n", f.n))
		return
	case **sinosoviet.Source:
		*p = sinosoviet.NewSource("a name", sinosoviet.FormatWikitext, "some text")
		return
	case *edtf.Date:
		*p = edtf.MustParse(fmt.Sprintf("-%04d-XX/..", f.n))
		return
	case *edtf.Day:
		*p = edtf.Day{Year: -f.n, Month: 2, Day: 3}
		return
	case *sinosoviet.Severity:
		*p = sinosoviet.SeverityWarning
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			f.fill(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		f.fill(key)
		f.fill(value)
		v.SetMapIndex(key, value)
	case reflect.String:
		v.SetString(fmt.Sprintf("string %d", f.n))
	case reflect.Int:
		v.SetInt(int64(f.n))
	case reflect.Float64:
		v.SetFloat(float64(f.n) / 16)
	case reflect.Bool:
		v.SetBool(true)
	default:
		panic("no filling for " + v.Type().String())
	}
}

// asPrinted compares what the JSON form of a value keeps: of a Text its string, of a Source name, format and size.
var asPrinted = cmp.Options{
	cmp.Comparer(func(a, b sinosoviet.Text) bool { return a.String() == b.String() }),
	cmp.Comparer(func(a, b *sinosoviet.Source) bool {
		return (a == nil) == (b == nil) && a.Name() == b.Name() && a.Format() == b.Format() && a.Len() == b.Len()
	}),
}

// Every noun decodes back to an equal value: filled in every field, and zero.
func TestNounsRoundTripJSON(t *testing.T) {
	for _, noun := range nouns() {
		name := reflect.TypeOf(noun).Elem().Name()
		for _, filled := range []bool{true, false} {
			if filled {
				new(filler).fill(reflect.ValueOf(noun).Elem())
			} else {
				noun = reflect.New(reflect.TypeOf(noun).Elem()).Interface()
				if _, ok := noun.(*sinosoviet.Diagnostic); ok {
					continue // its zero severity is invalid
				}
			}
			b, err := json.Marshal(noun)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			back := reflect.New(reflect.TypeOf(noun).Elem()).Interface()
			if err := json.Unmarshal(b, back); err != nil {
				t.Errorf("%s: %v in %s", name, err, b)
				continue
			}
			if d := cmp.Diff(noun, back, asPrinted); d != "" {
				t.Errorf("%s, filled %v: (-want +got)\n%s", name, filled, d)
			}
			again, err := json.Marshal(back)
			if err != nil || string(again) != string(b) {
				t.Errorf("%s: prints %s, then %s", name, b, again)
			}
		}
	}
}

// Every exported field has a name of its own in JSON: lower case, words joined by "_".
func TestFieldNames(t *testing.T) {
	for _, noun := range nouns() {
		typ := reflect.TypeOf(noun).Elem()
		seen := map[string]bool{}
		for i := range typ.NumField() {
			f := typ.Field(i)
			if f.Anonymous {
				continue
			}
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name == "" || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz_") != "" || seen[name] {
				t.Errorf("%s.%s: JSON name %q", typ.Name(), f.Name, name)
			}
			seen[name] = true
		}
	}
}

// contract are the names that programs outside Go rely on; fields may be added to them.
var contract = []struct {
	noun   any
	fields string
}{
	{new(sinosoviet.Article), "source title sections text links templates names notices citations diagnostics"},
	{new(sinosoviet.Section), "heading level span heading_span text"},
	{new(sinosoviet.Link), "kind target text span"},
	{new(sinosoviet.Template), "name kind depth span args"},
	{new(sinosoviet.Argument), "name value cut"},
	{new(sinosoviet.Name), "lang text span"},
	{new(sinosoviet.Notice), "kind targets date span"},
	{new(sinosoviet.Citation), "id span kind template number group ref_name type title container publisher place volume " +
		"issue pages url people date identifiers fields target link confidence candidates needed_since section"},
	{new(sinosoviet.Person), "role family given literal link"},
	{new(sinosoviet.Identifier), "scheme value valid"},
	{new(sinosoviet.Field), "name canonical value span"},
	{new(sinosoviet.Date), "span text type value mod edtf basis rule candidates"},
	{new(sinosoviet.Entity), "span text kind name page method confidence"},
	{new(sinosoviet.Event), "id span trigger headline when relation edtf earliest latest basis actors places citations " +
		"needed_since section"},
	{new(sinosoviet.Alignment), "span text section match similarity article_span edits markers"},
	{new(sinosoviet.Edit), "op excerpt article"},
	{new(sinosoviet.Marker), "text span kind number pages attaches citation basis confidence"},
	{new(sinosoviet.Revision), "same shift added removed"},
	{new(sinosoviet.Shift), "from by"},
	{new(sinosoviet.Diagnostic), "code severity span message"},
}

func TestContractNames(t *testing.T) {
	for _, c := range contract {
		new(filler).fill(reflect.ValueOf(c.noun).Elem())
		b, err := json.Marshal(c.noun)
		if err != nil {
			t.Fatal(err)
		}
		var printed map[string]json.RawMessage
		if err := json.Unmarshal(b, &printed); err != nil {
			t.Fatal(err)
		}
		for _, name := range strings.Fields(c.fields) {
			if _, ok := printed[name]; !ok {
				t.Errorf("%T does not print %q", c.noun, name)
			}
		}
	}
}

// What stands for constants in JSON is fixed too.
func TestContractValues(t *testing.T) {
	for _, tt := range []struct {
		got  []any
		want string
	}{
		{[]any{sinosoviet.FormatWikitext, sinosoviet.FormatFlattened, sinosoviet.FormatExcerpt, sinosoviet.FormatText}, "wikitext flattened excerpt text"},
		{[]any{sinosoviet.LinkPage, sinosoviet.LinkFile, sinosoviet.LinkCategory, sinosoviet.LinkLanguage, sinosoviet.LinkInterwiki, sinosoviet.LinkExternal},
			"page file category language interwiki external"},
		{[]any{sinosoviet.CitationFull, sinosoviet.CitationShort, sinosoviet.CitationPages, sinosoviet.CitationNeeded, sinosoviet.CitationPlain, sinosoviet.CitationReuse},
			"full short pages needed plain reuse"},
		{[]any{sinosoviet.LinkageDirect, sinosoviet.LinkageInferred, sinosoviet.LinkageNone}, "direct inferred none"},
		{[]any{sinosoviet.BasisExplicit, sinosoviet.BasisResolved, sinosoviet.BasisNone}, "explicit resolved none"},
		{[]any{sinosoviet.KindPerson, sinosoviet.KindOrg, sinosoviet.KindGPE, sinosoviet.KindLoc, sinosoviet.KindNorp, sinosoviet.KindFac, sinosoviet.KindEvent, sinosoviet.KindLaw, sinosoviet.KindWork},
			"PERSON ORG GPE LOC NORP FAC EVENT LAW WORK"},
		{[]any{sinosoviet.MethodLink, sinosoviet.MethodGazetteer, sinosoviet.MethodRule, sinosoviet.MethodAlias, sinosoviet.MethodModel}, "link gazetteer rule alias model"},
		{[]any{sinosoviet.RelationOn, sinosoviet.RelationIn, sinosoviet.RelationBy, sinosoviet.RelationBefore, sinosoviet.RelationAfter, sinosoviet.RelationSince, sinosoviet.RelationUntil, sinosoviet.RelationBetween, sinosoviet.RelationDuring},
			"on in by before after since until between during"},
		{[]any{sinosoviet.MatchVerbatim, sinosoviet.MatchEdited, sinosoviet.MatchNone}, "verbatim edited none"},
		{[]any{sinosoviet.MarkerReference, sinosoviet.MarkerCitationNeeded, sinosoviet.MarkerNote}, "reference citation-needed note"},
		{[]any{sinosoviet.AttachPrevious, sinosoviet.AttachHere}, "previous here"},
		{[]any{sinosoviet.BasisNumber, sinosoviet.BasisPosition, sinosoviet.BasisPages, sinosoviet.BasisRevision}, "number position pages revision"},
		{[]any{sinosoviet.SeverityError, sinosoviet.SeverityWarning, sinosoviet.SeverityInfo}, "error warning info"},
	} {
		var got []string
		for _, v := range tt.got {
			b, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, strings.Trim(string(b), `"`))
		}
		if want := strings.Fields(tt.want); !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A citation prints with its fixed names in order, absent fields left out.
func TestCitationJSON(t *testing.T) {
	c := sinosoviet.Citation{
		ID: "c1", Span: span{3, 90}, Kind: sinosoviet.CitationFull, Template: "cite book", Number: 4, Type: "book",
		Title: "The Origins", Pages: "191", People: []sinosoviet.Person{{Role: "author", Family: "Dirlik", Given: "Arif"}},
		Date:        edtf.MustParse("1989"),
		Identifiers: []sinosoviet.Identifier{{Scheme: "isbn", Value: "978-0-19-505454-5", Valid: true}},
		Fields:      []sinosoviet.Field{{Name: "last", Canonical: "author1-last", Value: "Dirlik", Span: span{20, 26}}},
	}
	b, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"id":"c1","span":[3,90],"kind":"full","template":"cite book","number":4,"type":"book","title":"The Origins","pages":"191",` +
		`"people":[{"role":"author","family":"Dirlik","given":"Arif"}],"date":"1989",` +
		`"identifiers":[{"scheme":"isbn","value":"978-0-19-505454-5","valid":true}],` +
		`"fields":[{"name":"last","canonical":"author1-last","value":"Dirlik","span":[20,26]}]}`
	if string(b) != want {
		t.Errorf("got  %s\nwant %s", b, want)
	}
}

func TestEventJSON(t *testing.T) {
	e := sinosoviet.Event{
		ID: "e7", Span: span{0, 40}, Trigger: span{9, 19}, Headline: "Moscow recognised the PRC", When: edtf.MustParse("1927"),
		Relation: sinosoviet.RelationBy, EDTF: edtf.MustParse("../1927"), Latest: edtf.Day{Year: 1927, Month: 12, Day: 31},
		Basis: sinosoviet.BasisExplicit, Actors: []string{"Soviet Union"}, Section: 9,
	}
	b, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"id":"e7","span":[0,40],"trigger":[9,19],"headline":"Moscow recognised the PRC","when":"1927","relation":"by","edtf":"../1927",` +
		`"latest":"1927-12-31","basis":"explicit","actors":["Soviet Union"],"section":9}`
	if string(b) != want {
		t.Errorf("got  %s\nwant %s", b, want)
	}
}

func TestSpanJSON(t *testing.T) {
	s := span{3, 5}
	if err := json.Unmarshal([]byte(`null`), &s); err != nil || s != (span{3, 5}) {
		t.Errorf("null: %v, %v", s, err)
	}
	for _, bad := range []string{`[]`, `[1]`, `[1,2,3]`, `[2,1]`, `[-1,2]`, `"1:2"`, `{}`, `[1.5,2]`} {
		if err := json.Unmarshal([]byte(bad), &s); err == nil || s != (span{3, 5}) {
			t.Errorf("%s: %v, %v, want an error", bad, s, err)
		}
	}
}

func TestSeverityText(t *testing.T) {
	for _, s := range []sinosoviet.Severity{0, 4, 200} {
		if _, err := s.MarshalText(); err == nil || s.String() != fmt.Sprintf("Severity(%d)", uint8(s)) {
			t.Errorf("severity %d passes as %q", uint8(s), s)
		}
	}
	var s sinosoviet.Severity
	if err := s.UnmarshalText([]byte("fatal")); err == nil || s != 0 {
		t.Errorf("fatal: %v, %v", s, err)
	}
}
