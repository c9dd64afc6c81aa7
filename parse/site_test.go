package parse_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinosoviet/sinosoviet/parse"
)

func TestSites(t *testing.T) {
	tests := []struct {
		code, src, kinds, text string
	}{
		{"zh", "[[文件:a.jpg|thumb|说明]][[分类:b]][[en:c]][[d]]s", "file category language link", "说明 ds"},
		{"ru", "[[Файл:a.jpg|мини|Подпись]][[Категория:b]][[война]]ми", "file category link", "Подпись войнами"},
		{"de", "[[Datei:a.jpg|miniatur|links|Text]][[Kategorie:b]][[Krieg]]ßen", "file category link", "Text Kriegßen"},
		{"fr", "[[Fichier:a.jpg|vignette|Légende]][[Catégorie:b]][[guerre]]é", "file category link", "Légende guerreé"},
		{"es", "[[Archivo:a.jpg|miniaturadeimagen|Leyenda]][[Categoría:b]][[guerra]]ñ", "file category link", "Leyenda guerrañ"},
		{"ja", "[[ファイル:a.jpg|サムネイル|説明]][[カテゴリ:b]][[File:c.jpg]]", "file category file", "説明"},
		{"en", "[[File:a.jpg]][[Datei:b]][[:Category:c]][[:de:d]][[wikt:e]]", "file link link interwiki interwiki", "Datei:bCategory:cde:dwikt:e"},
	}
	for _, tt := range tests {
		p := parse.Parser{Site: parse.SiteFor(tt.code)}
		var kinds []string
		for l := range p.Tree(tt.src).Root().Links() {
			kinds = append(kinds, l.Kind().String())
		}
		if got := strings.Join(kinds, " "); got != tt.kinds {
			t.Errorf("%s: kinds %q, want %q", tt.code, got, tt.kinds)
		}
		if got := plainText(&p, tt.src); got != tt.text {
			t.Errorf("%s: text %q, want %q", tt.code, got, tt.text)
		}
	}
	if parse.SiteFor("xx") != nil || parse.SiteFor("zh-hans") != parse.Chinese {
		t.Error("SiteFor")
	}
}

func TestRedirects(t *testing.T) {
	for code, src := range map[string]string{"en": "#redirect [[a]]", "zh": "#重定向 [[a]]", "ru": "#ПЕРЕНАПРАВЛЕНИЕ [[a]]", "de": "#WEITERLEITUNG [[a]]",
		"fr": "#REDIRECTION [[a]]", "es": "#REDIRECCIÓN: [[a]]", "ja": "\n#転送[[a]]"} {
		p := parse.Parser{Site: parse.SiteFor(code)}
		r, ok := p.Tree(src).Root().Child(parse.KindRedirect)
		if !ok {
			t.Errorf("%s: %q is no redirect", code, src)
			continue
		}
		for l := range r.Links() {
			if l.Target() != "a" {
				t.Errorf("%s: redirects to %q", code, l.Target())
			}
		}
	}
}

const siteInfo = `{"query": {"general": {"lang": "de", "linktrail": "/^([äöüßa-z]+)(.*)$/sDu", "variants": [{"code": "de"}]},
 "namespaces": {"0": {"id": 0, "*": ""}, "6": {"id": 6, "*": "Datei", "canonical": "File"}, "14": {"id": 14, "name": "Kategorie", "canonical": "Category"}, "100": {"id": 100, "*": "Portal"}},
 "namespacealiases": [{"id": 6, "*": "Bild"}, {"id": 4, "alias": "WP"}],
 "magicwords": [{"name": "redirect", "aliases": ["#WEITERLEITUNG", "#REDIRECT"]}, {"name": "img_thumbnail", "aliases": ["mini", "thumb"]}, {"name": "img_alt", "aliases": ["alternativtext=$1"]},
  {"name": "notoc", "aliases": ["__KEIN_INHALTSVERZEICHNIS__"]}],
 "interwikimap": [{"prefix": "en", "language": "English"}, {"prefix": "wikt"}]}}`

// Templates of other wikis print no English words, and switches of several words show nothing.
func TestTemplatesOfSites(t *testing.T) {
	for _, c := range []struct {
		site      *parse.Site
		src, want string
	}{
		{parse.French, "le {{Date|3|mai|1900}} {{nobr|a b}} {{FRA}}", "le 3 mai 1900 a b"},
		{parse.German, "{{ruS|Правда}} {{DEU}} {{lang|ru|Мир}} x", "Мир x"},
		{parse.Russian, "a ({{lang-en|Moscow}}) __БЕЗ_ОГЛАВЛЕНИЯ__ b __c__d__", "a (Moscow) b __c__d__"},
		{parse.English, "{{FRA}} ({{lang-en|Moscow}}) {{Russia}}", "France (English: Moscow) Russia"},
	} {
		if got := plainText(&parse.Parser{Site: c.site}, c.src); got != c.want {
			t.Errorf("%s: %q is %q, want %q", c.site.Name, c.src, got, c.want)
		}
	}
}

func TestReadSite(t *testing.T) {
	got, err := parse.ReadSite(strings.NewReader(siteInfo))
	if err != nil {
		t.Fatal(err)
	}
	want := &parse.Site{Name: "de", File: []string{"Datei", "File", "Bild"}, Category: []string{"Kategorie", "Category"}, Namespace: []string{"Portal", "WP"},
		Redirect: []string{"#WEITERLEITUNG", "#REDIRECT"}, Switches: []string{"KEIN_INHALTSVERZEICHNIS"},
		FileWords: map[string]string{"mini": "thumb", "thumb": "thumb", "alternativtext=": "alt"}, Trail: "äöüß", Languages: []string{"en"}, Interwiki: []string{"wikt"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for _, bad := range []string{"", "{", `{"query": {}}`} {
		if _, err := parse.ReadSite(strings.NewReader(bad)); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

func TestConversion(t *testing.T) {
	p := parse.Parser{Site: parse.Chinese}
	for src, want := range map[string]string{
		"a-{zh-hans:计算机;zh-hant:電腦}-b": "a计算机b",
		"-{x}-":                        "x",
		"-{A|zh-cn:中;zh-tw:台}-":        "中",
		"-{H|zh-cn:中;zh-tw:台}-x":       "x",
		"-{zh-tw:台;zh-hk:港}-":          "台",
		"-{T|zh-cn:中}-y":               "y",
		"-{ '''b''' }-":                "b",
	} {
		if got := plainText(&p, src); got != want {
			t.Errorf("%s: %q, want %q", src, got, want)
		}
	}
}
