package gazetteer_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/sinosoviet/sinosoviet/internal/gazetteer"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Every list says where it is from, and is sorted, so that a change reads as a change.
func TestListsAreReviewed(t *testing.T) {
	files, err := filepath.Glob("data/*.tsv")
	if err != nil || len(files) < 10 {
		t.Fatalf("lists: %v, %v", files, err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
		if len(lines) < 10 || !strings.HasPrefix(lines[1], "# origin: ") || !strings.HasPrefix(lines[2], "# reviewed: ") ||
			!strings.HasPrefix(lines[3], "# columns: ") {
			t.Errorf("%s: head does not tell origin, review and columns", file)
		}
		columns := strings.Count(lines[3], "\t")
		body := lines[4:]
		if !slices.IsSorted(body) {
			t.Errorf("%s: not sorted", file)
		}
		for i, l := range body {
			if strings.Count(l, "\t") > columns || strings.HasPrefix(l, "\t") || strings.Contains(l, "  ") {
				t.Errorf("%s: bad row %q", file, l)
			}
			if i > 0 && l == body[i-1] {
				t.Errorf("%s: %q stands twice", file, l)
			}
		}
	}
}

// Every country and territory that CLDR names is known under that name.
func TestCoversCLDR(t *testing.T) {
	table := gazetteer.Default()
	regions := display.English.Regions()
	codes := strings.Fields(`AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BW BR BN BG BI KH CM CA CV CF TD CL CN CO KM
		CR HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP
		JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ NA NR NP NL NZ NI NE
		NG MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW SM SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TW TJ TZ TH TL TG
		TO TN TM TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW GL PR BM GI GU NC PF AW`)
	for _, code := range codes {
		name := strings.ReplaceAll(regions.Name(language.MustParseRegion(code)), " & ", " and ")
		if len(table.Lookup(name)) == 0 {
			t.Errorf("%s: %q is not listed", code, name)
		}
	}
}

func TestLookup(t *testing.T) {
	table := gazetteer.Default()
	for _, tt := range []struct{ name, kind, canonical string }{
		{"PRC", "GPE", "People's Republic of China"},
		{"Soviets", "NORP", "Soviet Union"},
		{"Germans", "NORP", "Germany"},
		{"Peking", "GPE", "Beijing"},
		{"KMT", "ORG", "Kuomintang"},
		{"Great War", "EVENT", "World War I"},
		{"Treaty of Versailles", "LAW", "Treaty of Versailles"},
		{"Kremlin", "FAC", "Kremlin"},
		{"Lenin", "PERSON", "Vladimir Lenin"},
		{"Yangtze River", "LOC", "Yangtze"},
	} {
		got := table.Lookup(tt.name)
		if len(got) == 0 || got[0].Kind != tt.kind || got[0].Name != tt.canonical {
			t.Errorf("Lookup(%q) = %+v, want %s %s", tt.name, got, tt.kind, tt.canonical)
		}
		if n := table.Opens(gazetteer.FirstWord(tt.name)).Name; n < len(tt.name) {
			t.Errorf("Opens(%q).Name = %d", gazetteer.FirstWord(tt.name), n)
		}
	}
	if _, ok := table.Title("Prime Minister"); !ok {
		t.Error("no title Prime Minister")
	}
	if leads, ok := table.Family("Zhou"); !leads || !ok {
		t.Error("Zhou does not lead")
	}
	if k := table.Head("Treaty", gazetteer.BeforeOf); k != "LAW" {
		t.Errorf("Head(Treaty) = %q", k)
	}
}

func TestFirstWord(t *testing.T) {
	for name, want := range map[string]string{"Lake Baikal": "Lake", "People's Republic": "People", "Workers' Party": "Workers",
		"Marxist–Leninist": "Marxist", "Xi'an": "Xi'an", "Yalta": "Yalta", "": "", "N'Djamena": "N'Djamena"} {
		if got := gazetteer.FirstWord(name); got != want {
			t.Errorf("FirstWord(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestClone(t *testing.T) {
	c := gazetteer.Default().Clone()
	c.Add("Zubrowka", gazetteer.Entry{Name: "Zubrowka", Kind: "GPE"})
	if len(c.Lookup("Zubrowka")) != 1 || len(gazetteer.Default().Lookup("Zubrowka")) != 0 {
		t.Error("the clone is not its own")
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		gazetteer.Load()
	}
}

// The eras of a country follow each other: they meet in a year of change, and do not overlap.
func TestStateIn(t *testing.T) {
	table := gazetteer.Default()
	for _, tt := range []struct {
		country     string
		first, last int
		want        string
	}{
		{"Russia", 1914, 1914, "Russian Empire"}, {"Russia", 1914, 1918, ""}, {"Russia", 1917, 1917, ""}, {"China", 2001, 2001, "People's Republic of China"},
		{"Iran", 1978, 1978, "Pahlavi Iran"}, {"Iran", 1979, 1979, ""}, // the year of change, though the state after it has no row
		{"Iran", 1980, 1980, ""}, {"Italy", 1861, 1861, ""}, {"Georgia", 1930, 1930, ""}, {"Atlantis", 1914, 1914, ""}, {"Brazil", 1950, 1950, ""},
	} {
		if got := table.StateIn(tt.country, tt.first, tt.last); got != tt.want {
			t.Errorf("StateIn(%s, %d, %d) = %q, want %q", tt.country, tt.first, tt.last, got, tt.want)
		}
	}
	b, err := os.ReadFile("data/eras.tsv")
	if err != nil {
		t.Fatal(err)
	}
	country, to := "", 0
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if line[0] == '#' {
			continue
		}
		if len(f) != 4 || len(f[1]) != 4 || f[2] != "" && (len(f[2]) != 4 || f[1] >= f[2]) {
			t.Errorf("bad row %q", line)
			continue
		}
		from, _ := strconv.Atoi(f[1])
		if f[0] == country && (to == 0 || from < to) {
			t.Errorf("%q begins before the state before it ends", line)
		}
		country = f[0]
		to, _ = strconv.Atoi(f[2])
		if len(table.Lookup(f[3])) == 0 && table.StateIn(f[0], from, from) == "" && table.StateIn(f[0], from+1, from+1) == "" {
			t.Errorf("%q is not found", line)
		}
	}
}

// A name stands for one entry of a kind; those that stand for more say in their canonical names which is which, as "Jin dynasty (266–420)" does,
// or are told apart by their years.
func TestNoNameIsSharedUnsaid(t *testing.T) {
	files := []string{"countries", "states", "places", "bodies", "history", "groups", "figures"}
	of := make(map[[2]string]string)    // name, kind → canonical name
	years := make(map[string][2]string) // canonical name → first and last year
	apart := func(a, b string) bool {
		last, err1 := strconv.Atoi(years[a][1])
		first, err2 := strconv.Atoi(years[b][0])
		return err1 == nil && err2 == nil && last < first
	}
	for _, file := range files {
		b, err := os.ReadFile(filepath.Join("data", file+".tsv"))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(b)) {
			if line[0] == '#' {
				continue
			}
			f := append(strings.Split(strings.TrimSuffix(line, "\n"), "\t"), "", "", "", "")
			short, _, _ := strings.Cut(f[0], " (")
			see := func(name, kind string) {
				key := [2]string{name, kind}
				if have, ok := of[key]; ok && have != f[0] && !strings.Contains(have+f[0], " (") && !apart(have, f[0]) && !apart(f[0], have) {
					t.Errorf("%s %q stands for %q and %q", kind, name, have, f[0])
				}
				of[key] = f[0]
			}
			if file == "countries" || file == "states" {
				years[f[0]] = [2]string{f[3], f[4]}
				see(short, "GPE")
				for _, a := range strings.FieldsFunc(f[1], isSemicolon) {
					see(a, "GPE")
				}
				for _, a := range strings.FieldsFunc(f[2], isSemicolon) {
					see(a, "NORP")
				}
				continue
			}
			see(short, f[1])
			for _, a := range strings.FieldsFunc(f[2], isSemicolon) {
				see(a, f[1])
			}
		}
	}
}

func isSemicolon(r rune) bool { return r == ';' }

// TestMayKnow holds that nothing is kept back by the filter, also of what is added to a clone, and that it keeps most of the rest back.
func TestMayKnow(t *testing.T) {
	table := gazetteer.Default().Clone()
	table.Prepend("Zzyzx Nine", gazetteer.Entry{Name: "Zzyzx Nine", Kind: "GPE"})
	if !table.MayKnow("Zzyzx") {
		t.Error("a name that was added is not known")
	}
	for word := range table.Words() {
		if !table.MayKnow(word) {
			t.Errorf("%q is kept back", word)
		}
	}
	passed := 0
	for i := range 10_000 {
		if table.MayKnow("nothing" + strconv.Itoa(i)) {
			passed++
		}
	}
	if passed > 1000 {
		t.Errorf("%d of 10,000 words of which nothing is known pass, want at most 1,000", passed)
	}
}
