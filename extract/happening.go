package extract

import "strings"

// endsAsHappening reports whether a noun ends like one that names something that happens: "invasions", "settlement".
func endsAsHappening(noun string) bool {
	noun = strings.TrimSuffix(noun, "s")
	if n := len(noun); n < len("tion")+3 || noun[n-1] != 'n' && noun[n-1] != 't' {
		return false
	}
	switch noun[len(noun)-4:] {
	case "tion", "sion", "ment":
		return true
	}
	return strings.HasSuffix(noun, "rebellion") && len(noun) > len("rebellion")+2
}
