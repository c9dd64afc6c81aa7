package edtf

import "fmt"

// Answer is the answer to a question about uncertain dates. The zero Answer is Unknown.
type Answer uint8

// The answers.
const (
	Unknown Answer = iota // an unknown end decides, or a zero Date
	No                    // in no case
	Maybe                 // in some cases
	Yes                   // in every case
)

var answerNames = [...]string{"unknown", "no", "maybe", "yes"}

// String is "unknown", "no", "maybe" or "yes".
func (a Answer) String() string {
	if int(a) < len(answerNames) {
		return answerNames[a]
	}
	return fmt.Sprintf("Answer(%d)", uint8(a))
}

// MarshalText prints what String prints; an invalid answer is an error.
func (a Answer) MarshalText() ([]byte, error) {
	if int(a) >= len(answerNames) {
		return nil, fmt.Errorf("edtf: invalid answer %d", uint8(a))
	}
	return []byte(answerNames[a]), nil
}

// UnmarshalText reads what MarshalText prints.
func (a *Answer) UnmarshalText(b []byte) error {
	for i, name := range answerNames {
		if name == string(b) {
			*a = Answer(i)
			return nil
		}
	}
	return fmt.Errorf("edtf: unknown answer %q", b)
}

// IsPossible reports whether the answer is Yes or Maybe.
func (a Answer) IsPossible() bool { return a == Yes || a == Maybe }

// Not is the answer to the opposite question.
func (a Answer) Not() Answer {
	switch a {
	case Yes:
		return No
	case No:
		return Yes
	}
	return a
}

// And is No when either is No, else Unknown when either is Unknown, else the lesser of Maybe and Yes.
func (a Answer) And(b Answer) Answer {
	switch {
	case a == No || b == No:
		return No
	case a == Unknown || b == Unknown:
		return Unknown
	}
	return min(a, b)
}

// Or is Yes when either is Yes, else Unknown when either is Unknown, else the greater of No and Maybe.
func (a Answer) Or(b Answer) Answer {
	switch {
	case a == Yes || b == Yes:
		return Yes
	case a == Unknown || b == Unknown:
		return Unknown
	}
	return max(a, b)
}

// either is the answer when one of two cases holds and it is not known which.
func (a Answer) either(b Answer) Answer {
	switch {
	case a == b:
		return a
	case a == Unknown || b == Unknown:
		return Unknown
	}
	return Maybe
}
