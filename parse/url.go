package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// slashProtocols and plainProtocols are the protocols of external links (MediaWiki's default $wgUrlProtocols).
var (
	slashProtocols = []string{"http", "https", "ftp", "ftps", "ssh", "sftp", "irc", "ircs", "gopher", "telnet", "nntp", "worldwind", "svn", "git", "mms", "redis", "xmpp"}
	plainProtocols = []string{"bitcoin", "geo", "magnet", "mailto", "matrix", "news", "sip", "sips", "sms", "tel", "urn", "xmpp"}
)

// protocolBefore is where the protocol that ends at the colon at i begins, or -1.
func protocolBefore(src string, i int) int {
	slashes := strings.HasPrefix(src[i:], "://")
	if !slashes && (i+1 >= len(src) || src[i+1] <= ' ') {
		return -1
	}
	start := i
	for start > 0 && i-start < 12 && isLetter(src[start-1]) {
		start--
	}
	if start == i || start > 0 && (isWord(src[start-1]) || src[start-1] == '_') {
		return -1
	}
	list := plainProtocols
	if slashes {
		list = slashProtocols
	}
	if hasFold(list, src[start:i]) {
		return start
	}
	return -1
}

// protocolAt is the length of the protocol at the start of s, with its colon and slashes; 0 when there is none. A leading "//" is one too.
func protocolAt(s string) int {
	if strings.HasPrefix(s, "//") {
		return 2
	}
	n := 0
	for n < len(s) && n < 12 && isLetter(s[n]) {
		n++
	}
	if n == 0 || n >= len(s) || s[n] != ':' {
		return 0
	}
	if strings.HasPrefix(s[n:], "://") {
		if hasFold(slashProtocols, s[:n]) {
			return n + 3
		}
		return 0
	}
	if hasFold(plainProtocols, s[:n]) {
		return n + 1
	}
	return 0
}

func isLetter(c byte) bool { c |= 0x20; return c >= 'a' && c <= 'z' }

// ipv6At is the length of a host written as an IPv6 address in brackets at the start of s, or 0.
func ipv6At(s string) int {
	if s == "" || s[0] != '[' {
		return 0
	}
	for i := 1; i < len(s) && i < 48; i++ {
		switch c := s[i]; {
		case isHex(c) || c == ':' || c == '.':
		case c == ']' && i > 2:
			return i + 1
		default:
			return 0
		}
	}
	return 0
}

// endsAddress reports whether the character at the start of s ends an address: blanks, brackets, quotes, control characters.
func endsAddress(s string) bool {
	switch c := s[0]; {
	case c <= ' ' || c == '[' || c == ']' || c == '<' || c == '>' || c == '"' || c == 0x7f:
		return true
	case c >= 0x80:
		return isAddressBlank(s) > 0
	case c == '&':
		n := entityLen(s[:min(len(s), 34)])
		if n == 0 {
			return false
		}
		switch decodeEntity(s[:n]) {
		case "<", ">", "\u00a0":
			return true
		}
	}
	return false
}

// isAddressBlank is the length of the blank at the start of s (Unicode's space separators), or 0.
func isAddressBlank(s string) int {
	switch s[0] {
	case ' ', '\t':
		return 1
	case 0xc2, 0xe1, 0xe2, 0xe3:
		if r, n := utf8.DecodeRuneInString(s); unicode.Is(unicode.Zs, r) {
			return n
		}
	}
	return 0
}

// addressEnd is the end of a bare address that begins before i: wiki markup ends it too, and so does punctuation that closes a
// sentence (MediaWiki's rule: ")" only without a "(" in the address).
func (s *Site) addressEnd(src string, i int) int {
	end, paren := i, false
loop:
	for ; end < len(src) && !endsAddress(src[end:]); end++ {
		switch c := src[end]; c {
		case '|':
			break loop
		case '(':
			paren = true
		case '_':
			if n := s.switchLen(src[end:]); n > 0 {
				break loop
			}
		case '\'', '{', '}':
			if end+1 < len(src) && src[end+1] == c {
				break loop
			}
		}
	}
	for end > i {
		switch src[end-1] {
		case ';':
			if j := strings.LastIndexByte(src[max(i, end-34):end], '&'); j >= 0 && entityLen(src[max(i, end-34)+j:end]) > 0 {
				return end
			}
		case ',', '.', ':', '!', '?', '\\':
		case ')':
			if paren {
				return end
			}
		default:
			return end
		}
		end--
	}
	return end
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
