package sinosoviet

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity tells how much a [Diagnostic] matters. The zero Severity is invalid.
type Severity uint8

// The severities, in rising order.
const (
	SeverityInfo    Severity = iota + 1 // something a reader may like to know
	SeverityWarning                     // probably a mistake; read all the same
	SeverityError                       // certainly a mistake; part of the content may be misread
)

var severityNames = [...]string{SeverityInfo: "info", SeverityWarning: "warning", SeverityError: "error"}

// String is "info", "warning", "error", or "Severity(n)".
func (s Severity) String() string {
	if s >= SeverityInfo && s <= SeverityError {
		return severityNames[s]
	}
	return fmt.Sprintf("Severity(%d)", uint8(s))
}

// MarshalText prints the name; an invalid severity is an error.
func (s Severity) MarshalText() ([]byte, error) {
	if s < SeverityInfo || s > SeverityError {
		return nil, fmt.Errorf("sinosoviet: invalid severity %d", uint8(s))
	}
	return []byte(severityNames[s]), nil
}

// UnmarshalText reads a name.
func (s *Severity) UnmarshalText(b []byte) error {
	for i := SeverityInfo; i <= SeverityError; i++ {
		if severityNames[i] == string(b) {
			*s = i
			return nil
		}
	}
	return fmt.Errorf("sinosoviet: unknown severity %q", b)
}

// Code identifies what a [Diagnostic] reports. Codes are stable, lower case and hyphenated,
// such as "unclosed-template". What Wikipedia's citation checker reports has its name behind "cs1-".
type Code string

// CodeTooMany closes the list of a code that was reported more than [MaxDiagnostics] times.
const CodeTooMany Code = "too-many"

// MaxDiagnostics is how many diagnostics of one code [Diagnostics.Add] keeps.
const MaxDiagnostics = 100

// Diagnostic is a finding about content: bad markup, an impossible date, a broken identifier. Findings
// are results, never errors.
type Diagnostic struct {
	Code     Code     `json:"code"`
	Severity Severity `json:"severity"`
	Span     Span     `json:"span"` // bytes of the source; for a construct that is not closed, its opening delimiter
	Message  string   `json:"message,omitempty"`
}

// String prints "error unclosed-template 12:31: message".
func (d Diagnostic) String() string {
	return fmt.Sprintf("%s %s %s: %s", d.Severity, d.Code, d.Span, d.Message)
}

// Diagnostics is a list of findings. It is deliberately not an error: see [Diagnostics.Err].
type Diagnostics []Diagnostic

// Add appends d, unless its code was already reported [MaxDiagnostics] times: then one last
// finding of code [CodeTooMany] says so, once. Hostile input thus cannot grow the list
// beyond a bound. Its cost is linear in the length of the list.
func (ds *Diagnostics) Add(d Diagnostic) {
	n := 0
	for i := range *ds {
		if (*ds)[i].Code == d.Code {
			n++
		}
	}
	if n < MaxDiagnostics {
		*ds = append(*ds, d)
		return
	}
	rest := Diagnostic{CodeTooMany, SeverityWarning, d.Span,
		fmt.Sprintf("more than %d findings of %q; the others are not listed", MaxDiagnostics, d.Code)}
	for i := range *ds {
		if (*ds)[i].Code == CodeTooMany && (*ds)[i].Message == rest.Message {
			return
		}
	}
	*ds = append(*ds, rest)
}

// Sort orders the list by span, then code, then message.
func (ds Diagnostics) Sort() {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End),
			strings.Compare(string(a.Code), string(b.Code)), strings.Compare(a.Message, b.Message))
	})
}

// Err is nil when no finding is at least as severe as min; otherwise an error that
// tells the first of them and how many there are. It is for callers who want bad content to stop them.
func (ds Diagnostics) Err(min Severity) error {
	n, first := 0, -1
	for i, d := range ds {
		if d.Severity >= min {
			if n++; first < 0 {
				first = i
			}
		}
	}
	switch n {
	case 0:
		return nil
	case 1:
		return &ContentError{Diagnostic: ds[first]}
	}
	return &ContentError{Diagnostic: ds[first], More: n - 1}
}

// ContentError is what [Diagnostics.Err] returns.
type ContentError struct {
	Diagnostic Diagnostic // the first finding
	More       int        // how many others there are
}

// Error is the first finding and how many others there are.
func (e *ContentError) Error() string {
	if e.More == 0 {
		return "sinosoviet: " + e.Diagnostic.String()
	}
	return fmt.Sprintf("sinosoviet: %s (and %d more)", e.Diagnostic, e.More)
}
