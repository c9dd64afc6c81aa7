package parse

import "strings"

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

// addressEnd is the end of a bare address that begins before i: blanks, brackets, quotes and wiki markup end it, and
// so does punctuation that closes a sentence (MediaWiki's rule: ")" only without a "(" in the address).
func addressEnd(src string, i int) int {
	end, paren := i, false
loop:
	for ; end < len(src); end++ {
		switch c := src[end]; c {
		case '[', ']', '<', '>', '"', '|', ' ', 0x7f:
			break loop
		case '(':
			paren = true
		case '\'':
			if end+1 < len(src) && src[end+1] == '\'' {
				break loop
			}
		case '{', '}':
			if end+1 < len(src) && src[end+1] == c {
				break loop
			}
		case '&':
			if hasPrefixFold(src[end:], "&lt;") || hasPrefixFold(src[end:], "&gt;") || hasPrefixFold(src[end:], "&nbsp;") {
				break loop
			}
		default:
			if c < ' ' || c == 0xe3 && strings.HasPrefix(src[end:], "\u3000") || c == 0xc2 && strings.HasPrefix(src[end:], "\u00a0") {
				break loop
			}
		}
	}
	for end > i {
		switch src[end-1] {
		case ',', ';', '.', ':', '!', '?', '\\':
			end--
			continue
		case ')':
			if !paren {
				end--
				continue
			}
		}
		break
	}
	return end
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
