package parse

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// siteInfo is the answer of MediaWiki's API to meta=siteinfo, in either format version, as far as it matters here.
type siteInfo struct {
	Query struct {
		General struct {
			Lang      string        `json:"lang"`
			LinkTrail string        `json:"linktrail"`
			Prefix    string        `json:"linkprefixcharset"`
			Variants  []siteVariant `json:"variants"`
		} `json:"general"`
		Namespaces map[string]struct {
			ID        int    `json:"id"`
			Star      string `json:"*"`
			Name      string `json:"name"`
			Canonical string `json:"canonical"`
		} `json:"namespaces"`
		Aliases []struct {
			ID    int    `json:"id"`
			Star  string `json:"*"`
			Alias string `json:"alias"`
		} `json:"namespacealiases"`
		MagicWords []struct {
			Name    string   `json:"name"`
			Aliases []string `json:"aliases"`
		} `json:"magicwords"`
		Interwiki []struct {
			Prefix   string `json:"prefix"`
			Language string `json:"language"`
		} `json:"interwikimap"`
	} `json:"query"`
}

type siteVariant struct {
	Code string `json:"code"`
}

// Numbers of namespaces (MediaWiki's Defines).
const (
	namespaceFile     = 6
	namespaceTemplate = 10
	namespaceCategory = 14
)

// ReadSite reads what a wiki says of itself: the JSON answer of its API to
// action=query&meta=siteinfo&siprop=general|namespaces|namespacealiases|magicwords|interwikimap, in format version 1 or 2. Parts that
// are not there leave the English ones. The error is one of reading or of JSON, or says that the answer has no namespaces.
func ReadSite(r io.Reader) (*Site, error) {
	var info siteInfo
	if err := json.NewDecoder(r).Decode(&info); err != nil {
		return nil, fmt.Errorf("parse: siteinfo: %w", err)
	}
	q := &info.Query
	if len(q.Namespaces) == 0 {
		return nil, errors.New("parse: siteinfo: no namespaces")
	}
	s := &Site{Name: q.General.Lang, Prefix: q.General.Prefix != ""}
	for _, key := range slices.Sorted(maps.Keys(q.Namespaces)) {
		ns := q.Namespaces[key]
		s.addNamespace(ns.ID, ns.Star, ns.Name, ns.Canonical)
	}
	for _, a := range q.Aliases {
		s.addNamespace(a.ID, a.Star, a.Alias)
	}
	for _, w := range q.MagicWords {
		s.addMagicWord(w.Name, w.Aliases)
	}
	for _, w := range q.Interwiki {
		if w.Language != "" {
			s.Languages = append(s.Languages, w.Prefix)
		} else {
			s.Interwiki = append(s.Interwiki, w.Prefix)
		}
	}
	if len(q.General.Variants) > 1 {
		for _, v := range q.General.Variants {
			s.Variants = append(s.Variants, v.Code)
		}
	}
	s.Trail, s.NoTrail = readTrail(q.General.LinkTrail)
	return s, nil
}

func (s *Site) addNamespace(id int, names ...string) {
	list := &s.Namespace
	switch id {
	case namespaceFile:
		list = &s.File
	case namespaceTemplate:
		list = &s.Template
	case namespaceCategory:
		list = &s.Category
	}
	for _, name := range names {
		if name != "" && !hasFold(*list, name) {
			*list = append(*list, name)
		}
	}
}

// imageWords are MediaWiki's names of the options of files, to the words of [FileOption].
var imageWords = map[string]string{
	"img_thumbnail": "thumb", "img_manualthumb": "thumb", "img_right": "right", "img_left": "left", "img_none": "none", "img_center": "center",
	"img_framed": "frame", "img_frameless": "frameless", "img_upright": "upright", "img_border": "border", "img_link": "link", "img_alt": "alt",
	"img_page": "page", "img_class": "class", "img_lang": "lang",
}

// addMagicWord reads a magic word: of redirects, of options of files, or a behaviour switch.
func (s *Site) addMagicWord(name string, aliases []string) {
	option := imageWords[name]
	for _, a := range aliases {
		switch {
		case name == "redirect":
			s.Redirect = append(s.Redirect, a)
		case option != "":
			if s.FileWords == nil {
				s.FileWords = make(map[string]string)
			}
			s.FileWords[strings.TrimSuffix(a, "$1")] = option
		case strings.HasPrefix(a, "__") && strings.HasSuffix(a, "__") && len(a) > 4:
			s.Switches = append(s.Switches, a[2:len(a)-2])
		}
	}
}

// readTrail reads the letters of a link trail out of its regular expression, such as /^([äöüßa-z]+)(.*)$/sDu.
func readTrail(pattern string) (letters string, none bool) {
	if strings.HasPrefix(pattern, "/^()") {
		return "", true
	}
	_, rest, ok := strings.Cut(pattern, "[")
	if !ok {
		return "", false
	}
	set, _, ok := strings.Cut(rest, "]")
	if !ok {
		return "", false
	}
	set = strings.ReplaceAll(set, "a-z", "")
	if strings.ContainsAny(set, `\-`) {
		set = strings.NewReplacer("а-я", "абвгдежзийклмнопрстуфхцчшщъыьэюя", `\`, "", "-", "").Replace(set)
	}
	return set, false
}
