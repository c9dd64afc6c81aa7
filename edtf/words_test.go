package edtf_test

import (
	"testing"

	"github.com/sinosoviet/sinosoviet/edtf"
)

func TestHuman(t *testing.T) {
	for _, tt := range []struct{ input, want string }{
		{"1924-05-31", "31 May 1924"},
		{"1948-39", "late 1948"},
		{"1948-38", "mid-1948"},
		{"-1200~", "c. 1201 BC"},
		{"Y-66000000~", "c. 66000000 BC"},
		{"Y-66000000", "66000001 BC"},
		{"[1937..1941]", "between 1937 and 1941"},
		{"1937/1941", "1937–1941"},
		{"1952-04/1952-06", "April–June 1952"},
		{"1952-04/1953-06", "April 1952 – June 1953"},
		{"198X", "1980s"},
		{"19XX", "20th century"},
		{"21XX", "22nd century"},
		{"10XX", "11th century"},
		{"1XXX", "2nd millennium"},
		{"-01XX", "2nd century BC"},
		{"../1924", "by 1924"},
		{"1949-10-01/..", "since 1 October 1949"},
		{"/1924", "until 1924"},
		{"1924/", "from 1924"},
		{"1949-21", "spring 1949"},
		{"1949-32", "winter 1949"},
		{"1949-33", "first quarter of 1949"},
		{"1949-41", "second half of 1949"},
		{"1945-08-21/1945-08-31", "21–31 August 1945"},
		{"1945-03-30/1945-04-02", "30 March – 2 April 1945"},
		{"1945-12-30/1946-01-02", "30 December 1945 – 2 January 1946"},
		{"1949-10-01/1949-10-01", "1 October 1949"},
		{"-0099/-0043", "100–44 BC"},
		{"-0099/0014", "100 BC – AD 14"},
		{"1950~/1953?", "c. 1950 – possibly 1953"},
		{"1984%", "possibly c. 1984"},
		{"1950S2", "c. 1950"},
		{"XXXX-12-25", "25 December"},
		{"XXXX-12", "December"},
		{"1985-04-XX", "a day of April 1985"},
		{"1985-XX", "a month of 1985"},
		{"199X-XX", "a month of the 1990s"},
		{"15XX-12-25", "25 December of the 16th century"},
		{"1985-04-12T23:20:30+04:30", "12 April 1985, 23:20:30 UTC+4:30"},
		{"1985-04-12T23:20:00-04", "12 April 1985, 23:20 UTC−4"},
		{"1985-04-12T23:20:00Z", "12 April 1985, 23:20 UTC"},
		{"Y-170000002", "170000003 BC"},
		{"[1667,1760-12]", "1667 or December 1760"},
		{"{1667,1668,1670..1672}", "1667, 1668 and 1670–1672"},
		{"[..1984]", "by 1984"},
		{"1919-X2-01/1920", "1919-X2-01/1920"}, // no words for it
		{"1560-XX-25", "1560-XX-25"},
		{"../..", "../.."},
	} {
		if got := edtf.MustParse(tt.input).Human(); got != tt.want {
			t.Errorf("Human(%q) = %q, want %q", tt.input, got, tt.want)
		}
	}
}

// A caller's own words: German, where the day has a full stop and the era comes last.
func TestWordsOfAnotherLanguage(t *testing.T) {
	w := edtf.English()
	w.Months[4] = "Mai"
	w.Day = "{day}. {month} {year}"
	w.Era = "{year} v. Chr."
	w.Century = "{ordinal} Jahrhundert"
	w.Ordinal = nil
	w.Decade = "{year}er Jahre"
	w.Approximate = "um {date}"
	w.OpenStart = "{unknown place}bis {date} {"
	w.OpenEnd = ""
	for _, tt := range []struct{ input, want string }{
		{"1924-05-31", "31. Mai 1924"},
		{"-0043~", "um 44 v. Chr."},
		{"19XX", "20. Jahrhundert"},
		{"198X", "1980er Jahre"},
		{"../1924", "bis 1924 {"},
		{"1924/..", "1924"},
	} {
		if got := w.Format(edtf.MustParse(tt.input)); got != tt.want {
			t.Errorf("Format(%q) = %q, want %q", tt.input, got, tt.want)
		}
	}
	if got := new(edtf.Words).Format(edtf.MustParse("1924")); got != "1924" {
		t.Errorf("without words: %q", got)
	}
}
