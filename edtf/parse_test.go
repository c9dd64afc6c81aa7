package edtf_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/sinosoviet/sinosoviet/edtf"
)

func TestSyntaxError(t *testing.T) {
	for _, tt := range []struct {
		input    string
		offset   int
		expected string
	}{
		{"", 0, "a date"},
		{"abc", 0, "a year"},
		{"85", 2, "four"},
		{"1985-", 5, "two digits"},
		{"1985-4", 5, "two digits"},
		{"1985-13", 5, "a month from 01 to 12"},
		{"1985-02-30", 8, "a day of that month"},
		{"1985-02-30~", 8, "a day of that month"},
		{"1985-02-00", 8, "a day from 01 to 31"},
		{"19851", 4, "at most four digits"},
		{"1985-04-12x", 10, "the end"},
		{"1985-04-12T25:00:00", 11, "a time of day"},
		{"1985-04-12T25", 11, "hh:mm:ss"},
		{"1985-04-12T20:00:00-00:00", 19, "+"},
		{"1985-04-12T20:00:00+24", 20, "hours of a zone"},
		{"1985-04-12T20:00:00+20:60", 23, "minutes of a zone"},
		{"1985-04-12?T20:00:00", 11, "the end"},
		{"-0000", 0, "0000"},
		{"Y1985", 1, "beyond 9999"},
		{"Y01985", 1, "1 to 9"},
		{"Y99999999999999999999", 1, "fits an int"},
		{"Y1E99", 1, "fits an int"},
		{"Y1E1000", 6, "at most three digits"},
		{"1950S0", 5, "1 to 9"},
		{"1985/1984", 5, "not before the start"},
		{"1985/Y12345", 5, "four digits"},
		{"1985/1986/1987", 9, "end of the date"},
		{"1985-04-12T20:00:00/1986", 19, "without time"},
		{"[1985", 5, "closing bracket"},
		{"[1985}", 5, "closing bracket"},
		{"[1985]?", 6, "the end"},
		{"[]", 1, "a year"},
		{"[..]", 3, "a year"},
		{"[1985, 1986]", 6, "a year"},
		{"[1985..1984]", 7, "not before the start"},
		{"[1985..,1986]", 7, "closing bracket"},
		{"[1985,..1986]", 6, "a date"},
		{"[..Y12345]", 3, "four digits"},
		{"[Y12345..]", 1, "four digits"},
		{"[1985..Y12345]", 7, "four digits"},
	} {
		d, err := edtf.Parse(tt.input)
		var se *edtf.SyntaxError
		if !errors.As(err, &se) {
			t.Errorf("Parse(%q) = %q, %v", tt.input, d, err)
			continue
		}
		if se.Input != tt.input || se.Offset != tt.offset || !strings.Contains(se.Expected, tt.expected) {
			t.Errorf("Parse(%q): offset %d, expected %q; want %d, %q", tt.input, se.Offset, se.Expected, tt.offset, tt.expected)
		}
	}
	_, err := edtf.Parse("1985-13")
	if want := `edtf: "1985-13": expected a month from 01 to 12 or a code from 21 to 41 at byte 5`; err.Error() != want {
		t.Errorf("message %q, want %q", err, want)
	}
	if _, err = edtf.Parse(strings.Repeat("x", 1e6)); len(err.Error()) > 200 {
		t.Errorf("message of %d bytes", len(err.Error()))
	}
}

// What no suite has, but the standard or good sense asks for.
func TestParseMore(t *testing.T) {
	for _, tt := range []struct {
		input            string
		earliest, latest string // "" and "" = refused
	}{
		{"XXXX", "0000-01-01", "9999-12-31"},
		{"-XXXX", "-9999-01-01", "-0001-12-31"},
		{"-000X", "-0009-01-01", "-0001-12-31"},
		{"-0043-03-15", "-0043-03-15", "-0043-03-15"},
		{"XXXX-02-29", "0000-02-29", "9996-02-29"},
		{"-19XX-02-29", "-1996-02-29", "-1904-02-29"},
		{"19X1-02-29", "", ""},
		{"1900-02-29", "", ""},
		{"2000-02-29", "2000-02-29", "2000-02-29"},
		{"XXXX-02-3X", "", ""},
		{"1985-X2-3X", "1985-12-30", "1985-12-31"},
		{"1985-XX-31", "1985-01-31", "1985-12-31"},
		{"1985-X1-31", "1985-01-31", "1985-01-31"},
		{"1985-2X", "", ""},
		{"1948-24", "1948-12-01", "1949-02-28"},
		{"1947-30", "1947-12-01", "1948-02-29"},
		{"194X-21", "1940-03-01", "1949-05-31"},
		{"Y-17E7~", "-170000000-01-01", "-170000000-12-31"},
		{"?Y12345", "12345-01-01", "12345-12-31"},
		{"1950S2?", "1900-01-01", "1999-12-31"},
		{"-0050S2", "-0099-01-01", "-0001-12-31"},
		{"1950S9", "1950-01-01", "1950-12-31"},
		{"[Y12345,1984]", "1984-01-01", "12345-12-31"},
		{"{1984?,198X,2001-21}", "1980-01-01", "2001-05-31"},
		{"1950S2/1960", "1900-01-01", "1960-12-31"},
		{"1985-04-12T24:00:00", "1985-04-12", "1985-04-12"},
		{"1985-04-12T24:00:01", "", ""},
		{"1985-04-12T23:59:60Z", "1985-04-12", "1985-04-12"},
		{"1985-04-12T23:20", "", ""},
		{"1985-04-12T23:20:30.5", "", ""},
		{"1985-04-XXT23:20:30", "", ""},
		{"1985-04-12T23:20:30~", "", ""},
		{"[1985-04-12T23:20:30Z]", "", ""},
		{"Y123456-01", "", ""},
		{"1985-21-01", "", ""},
		{"..", "", ""},
		{"1985..1986", "", ""},
		{"../", "", ""},
	} {
		d, err := edtf.Parse(tt.input)
		earliest, latest := d.Bounds()
		if tt.earliest == "" && tt.input != "../" {
			if err == nil {
				t.Errorf("Parse(%q) = %v to %v, want an error", tt.input, earliest, latest)
			}
			continue
		}
		if err != nil || earliest.String() != tt.earliest || latest.String() != tt.latest {
			t.Errorf("Parse(%q) = %v to %v, %v, want %s to %s", tt.input, earliest, latest, err, tt.earliest, tt.latest)
		}
	}
}

func TestDateJSON(t *testing.T) {
	type event struct {
		When edtf.Date `json:"when,omitzero"`
		By   edtf.Day  `json:"by,omitzero"`
	}
	for _, e := range []event{{}, {edtf.MustParse("1949-10/.."), edtf.Day{Year: -43, Month: 3, Day: 15}}} {
		b, err := json.Marshal(e)
		var back event
		if err := errors.Join(err, json.Unmarshal(b, &back)); err != nil || back != e {
			t.Errorf("%s: %v, %v", b, back, err)
		}
	}
	var e event
	err := json.Unmarshal([]byte(`{"when":"1949-13"}`), &e)
	var se *edtf.SyntaxError
	if !errors.As(err, &se) || !e.When.IsZero() {
		t.Errorf("bad date: %v, %v", e, err)
	}
	keyed := map[edtf.Date]int{edtf.MustParse("1949"): 1}
	b, err := json.Marshal(keyed)
	if err != nil || string(b) != `{"1949":1}` {
		t.Errorf("as a key: %s, %v", b, err)
	}
}

// Time grows with the input, not faster, and nothing hostile makes it slow.
func TestLinear(t *testing.T) {
	for name, s := range map[string]string{
		"elements": "[1984" + strings.Repeat(",1985", 200_000) + "]",
		"leaps":    "[XXX1-0X-2X" + strings.Repeat(",XX00-02-29", 20_000) + "]",
		"digits":   strings.Repeat("1", 1_000_000),
		"long":     "Y" + strings.Repeat("1", 1_000_000),
		"zeros":    "Y1E" + strings.Repeat("9", 1_000_000),
		"slashes":  strings.Repeat("/", 1_000_000),
		"brackets": strings.Repeat("[", 1_000_000),
	} {
		start := time.Now()
		edtf.Parse(s)
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%s: %v", name, d)
		}
	}
}

func TestMustParse(t *testing.T) {
	defer func() {
		if _, ok := recover().(*edtf.SyntaxError); !ok {
			t.Error("no panic with a SyntaxError")
		}
	}()
	edtf.MustParse("1949-13")
}
