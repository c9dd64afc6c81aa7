package edtf

// months are the English names of the months.
var months = [12]string{"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December"}

// MonthName is the English name of a month from 1 to 12, "May"; "" for any other number.
func MonthName(month int) string {
	if month < 1 || month > len(months) {
		return ""
	}
	return months[month-1]
}

// MonthByName is the month, 1 to 12, that s names in English: in full, by its first three letters, or as "Sept", each with or
// without a full stop behind the abbreviation, whatever the case. It is 0 for anything else. It does not allocate.
func MonthByName(s string) int {
	abbreviated := false
	if n := len(s); n > 0 && s[n-1] == '.' {
		s, abbreviated = s[:n-1], true
	}
	if len(s) < 3 || len(s) > len("September") {
		return 0
	}
	for i, name := range months {
		switch n := len(s); {
		case n > len(name) || s[0]|0x20 != name[0]|0x20:
		case n != 3 && n != len(name) && !(n == 4 && i == 8):
		case abbreviated && n == len(name) && n > 3: // "March." ends a sentence
		case sameLetters(s, name[:n]):
			return i + 1
		}
	}
	return 0
}

// IsMonthName reports whether s is the English name of a month in full, capitalised as prose has it: "May", but neither "may" nor "Sept."
// It does not allocate.
func IsMonthName(s string) bool {
	month := MonthByName(s)
	return month > 0 && months[month-1] == s
}

// sameLetters reports whether two strings of one length are equal but for the case of ASCII letters.
func sameLetters(a, b string) bool {
	for i := range len(a) {
		if a[i]|0x20 != b[i]|0x20 {
			return false
		}
	}
	return true
}
