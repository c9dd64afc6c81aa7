package main

import (
	"io"
	"maps"
	"path/filepath"
	"slices"

	"github.com/sinosoviet/sinosoviet/timeline"
)

// format is an output format.
type format struct {
	write   func(*program, io.Writer, *timeline.Timeline) error
	endings []string // of files, the usual first
	page    bool     // made to be looked at in a browser, not in a terminal
}

// formats are all formats by name.
var formats = map[string]format{
	"text": {write: func(p *program, w io.Writer, t *timeline.Timeline) error {
		return timeline.WriteText(w, t, timeline.TextOptions{Color: p.colored()})
	}, endings: []string{".txt"}},
	"json":     {write: plain(timeline.WriteJSON), endings: []string{".json"}},
	"jsonl":    {write: plain(timeline.WriteJSONLines), endings: []string{".jsonl", ".ndjson"}},
	"csv":      {write: with(timeline.WriteCSV), endings: []string{".csv"}},
	"markdown": {write: plain(timeline.WriteMarkdown), endings: []string{".md"}},
	"ical":     {write: with(timeline.WriteICalendar), endings: []string{".ics"}},

	"timelinejs": {write: plain(timeline.WriteTimelineJS)},
	"vis":        {write: plain(timeline.WriteVis)},
	"markwhen":   {write: plain(timeline.WriteMarkwhen), endings: []string{".mw"}},
	"mermaid":    {write: plain(timeline.WriteMermaid), endings: []string{".mmd", ".mermaid"}},
	"jsonld":     {write: plain(timeline.WriteJSONLD), endings: []string{".jsonld"}},
	"graphml":    {write: plain(timeline.WriteGraphML), endings: []string{".graphml"}},
	"dot":        {write: plain(timeline.WriteDOT), endings: []string{".dot", ".gv"}},

	"svg":  {write: with(timeline.WriteSVG), endings: []string{".svg"}, page: true},
	"html": {write: with(timeline.WriteHTML), endings: []string{".html", ".htm"}, page: true},
}

func plain(f func(io.Writer, *timeline.Timeline) error) func(*program, io.Writer, *timeline.Timeline) error {
	return func(_ *program, w io.Writer, t *timeline.Timeline) error { return f(w, t) }
}

// with calls a format with its options' zero value.
func with[O any](f func(io.Writer, *timeline.Timeline, O) error) func(*program, io.Writer, *timeline.Timeline) error {
	return func(_ *program, w io.Writer, t *timeline.Timeline) error {
		var o O
		return f(w, t, o)
	}
}

func formatNames() []string { return slices.Sorted(maps.Keys(formats)) }

// formatByEnding is the format that a file's ending tells; text when it tells none.
func formatByEnding(file string) string {
	for name, f := range formats {
		if slices.Contains(f.endings, filepath.Ext(file)) {
			return name
		}
	}
	return "text"
}
