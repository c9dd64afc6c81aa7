package parse

import "strings"

// isFileLine reports a line of a flattened text that was a link to a file: "File:NAME" without brackets.
func isFileLine(line string) bool { return filePrefix(line) > 0 }

// filePrefix is the length of the namespace in front of a file's name, or 0.
func filePrefix(line string) int {
	for _, p := range [...]string{"File:", "Image:", "file:", "image:"} {
		if strings.HasPrefix(line, p) {
			return len(p)
		}
	}
	return 0
}

// fileNameEnd is the offset behind the name of the file that a line begins with: behind the first known
// extension (of Wikimedia Commons' permitted types), since what follows has lost its separator. A line without one is a name up to its first
// "|" or "]]", or to its end.
func fileNameEnd(line string) int {
	for i := filePrefix(line); i < len(line); i++ {
		switch line[i] {
		case '.':
			if n := extension(line[i+1:]); n > 0 {
				return i + 1 + n
			}
		case '|', '\n':
			return i
		case ']':
			if strings.HasPrefix(line[i:], "]]") {
				return i
			}
		}
	}
	return len(line)
}

// extension is the length of the file extension that s begins with, or 0.
func extension(s string) int {
	for _, e := range [...]string{"jpeg", "jpg", "png", "svg", "gif", "tiff", "tif", "webp", "webm", "ogg", "ogv", "oga", "opus", "mp3", "mp4",
		"mpeg", "mpg", "wav", "flac", "midi", "mid", "pdf", "djvu", "xcf", "stl"} {
		if len(s) >= len(e) && strings.EqualFold(s[:len(e)], e) {
			return len(e)
		}
	}
	return 0
}
