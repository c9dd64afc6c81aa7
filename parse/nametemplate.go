package parse

import (
	"strings"
	"sync"
)

// nameForm tells how a template gives names in other languages.
type nameForm uint8

const (
	formNone    nameForm = iota
	formLang             // {{lang|ru|Россия}}: language, text
	formXX               // {{lang-ru|Россия}}: text; the language is in the template's name
	formScript           // {{transliteration|ru|Rossiya}}, {{transl|ar|DIN|…}}: language, (scheme,) Latin text
	formNihongo          // {{nihongo|English|漢字|kanji}}
	formKeys             // {{zh|s=…|t=…|p=…}}: named arguments, each with its language
)

// nameFormOf is the form of a template by its key; lang is the language of a formXX.
func nameFormOf(key string) (form nameForm, lang string) {
	switch key {
	case "lang", "langx", "native name", "native phrase", "nativename", "lang2", "wikt-lang", "wt", "langr", "rtl-lang", "lang-rtl", "m+l":
		return formLang, ""
	case "transliteration", "transl", "tlit", "xlit", "translit":
		return formScript, ""
	case "nihongo", "nihongo2", "nihongo3", "nihongo krt", "nihongo foot", "nihongo core":
		return formNihongo, ""
	case "zh", "zh-full", "zh-hani", "chinese", "infobox chinese", "korean", "infobox korean name", "ko-hhrm", "lang-ko", "lang-zh", "infobox name",
		"nihongo4", "korean/auto", "infobox chinese/chinese", "ruby-zh-p", "zhp", "vi-nom", "zhi", "cjkv":
		return formKeys, ""
	}
	if code, ok := strings.CutPrefix(key, "lang-"); ok && isLanguage(code) {
		return formXX, code
	}
	return formNone, ""
}

// keyLanguage is the BCP 47 language of an argument of the templates that give Chinese, Korean and neighbouring names by keys; "" for arguments
// that are no names. The keys are those of Template:Zh and Template:Infobox Chinese.
func keyLanguage(key string) string {
	switch key {
	case "s", "hans":
		return "zh-Hans"
	case "t", "hant":
		return "zh-Hant"
	case "c", "chi", "hani":
		return "zh"
	case "p", "hp", "pinyin", "py":
		return "zh-Latn-pinyin"
	case "tp", "tongyong":
		return "zh-Latn-tongyong"
	case "w", "wg", "wade-giles":
		return "zh-Latn-wadegile"
	case "mi", "gr", "psp", "my", "ipa", "bpmf", "bp", "zh-latn":
		return "zh-Latn"
	case "j", "jyutping":
		return "yue-Latn-jyutping"
	case "y", "cy", "ci", "sl", "gd":
		return "yue-Latn"
	case "poj", "tl", "buc", "hhbuc":
		return "nan-Latn"
	case "h", "phfs":
		return "hak-Latn"
	case "lmz", "wuu":
		return "wuu-Latn"
	case "hangul", "ko", "korean":
		return "ko"
	case "hanja":
		return "ko-Hani"
	case "rr", "mr", "kr", "koreanromaja", "northkoreanmr", "lk":
		return "ko-Latn"
	case "kanji", "kyujitai", "shinjitai", "ja", "jpn", "japanese":
		return "ja"
	case "hiragana":
		return "ja-Hira"
	case "katakana":
		return "ja-Kana"
	case "romaji", "hepburn", "revhep":
		return "ja-Latn"
	case "mon", "mn", "mong", "mongolian":
		return "mn"
	case "monr":
		return "mn-Latn"
	case "mnc", "manchu":
		return "mnc"
	case "mnc_rom", "mnc_v":
		return "mnc-Latn"
	case "tib", "tibetan":
		return "bo"
	case "wylie", "thdl", "zwpy", "lhasa":
		return "bo-Latn"
	case "uig", "uyghur":
		return "ug"
	case "uly", "uyy", "usy", "sgs", "latin":
		return "ug-Latn"
	case "rus", "ru", "russian":
		return "ru"
	case "rusr":
		return "ru-Latn"
	case "qn", "qn2", "vie", "vi", "vietnamese", "alpha":
		return "vi"
	case "hn", "chuhan", "chunom", "nom":
		return "vi-Hani"
	case "zha", "za":
		return "za"
	case "kaz":
		return "kk"
	case "kir":
		return "ky"
	case "tgl":
		return "tl"
	case "msa", "ind":
		return "ms"
	case "tha", "thai":
		return "th"
	case "por":
		return "pt"
	case "hin":
		return "hi"
	}
	return ""
}

// isLanguage reports something shaped like a BCP 47 tag: a primary language of two or three letters and subtags.
func isLanguage(code string) bool {
	if len(code) < 2 || len(code) > 35 {
		return false
	}
	first, rest, _ := strings.Cut(code, "-")
	if len(first) < 2 || len(first) > 3 || !allLetters(first) {
		return false
	}
	for rest != "" {
		var sub string
		sub, rest, _ = strings.Cut(rest, "-")
		if len(sub) < 1 || len(sub) > 8 || strings.Trim(strings.ToLower(sub), "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return true
}

func allLetters(s string) bool {
	for _, c := range []byte(s) {
		if c|0x20 < 'a' || c|0x20 > 'z' {
			return false
		}
	}
	return true
}

// languageTag writes a code as BCP 47 recommends: language in lower case, scripts capitalised, regions in capitals.
// Old Wikipedia codes with an underscore are taken too.
func languageTag(code string) string {
	parts := strings.Split(strings.ToLower(strings.ReplaceAll(strings.TrimSpace(code), "_", "-")), "-")
	for i, p := range parts {
		switch {
		case i == 0:
			if two, ok := shortLanguages()[p]; ok {
				parts[i] = two
			}
		case len(p) == 4 && allLetters(p):
			parts[i] = strings.ToUpper(p[:1]) + p[1:]
		case len(p) == 2 && allLetters(p):
			parts[i] = strings.ToUpper(p)
		}
	}
	return strings.Join(parts, "-")
}

// shortLanguages are the codes of two letters of languages that also have codes of three (ISO 639-2, both kinds): BCP 47 uses the shortest.
var shortLanguages = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 96)
	f := strings.Fields(`afr af alb sq amh am ara ar arm hy aze az baq eu bel be ben bn bod bo bos bs bul bg cat ca ces cs chi zh cym cy cze cs dan da
		deu de dut nl ell el eng en epo eo est et eus eu fas fa fin fi fra fr fre fr geo ka ger de gle ga glg gl gre el guj gu heb he hin hi hrv hr hun hu
		hye hy ice is ind id isl is ita it jpn ja kat ka kaz kk khm km kir ky kor ko kur ku lao lo lat la lav lv lit lt ltz lb mac mk mal ml mao mi mar mr
		may ms mkd mk mlt mt mon mn msa ms mya my nep ne nld nl nob nb nno nn nor no pan pa per fa pol pl por pt pus ps ron ro rum ro rus ru san sa slk sk
		slo sk slv sl snd sd som so spa es sqi sq srp sr swa sw swe sv tam ta tat tt tel te tgk tg tha th tib bo tuk tk tur tr uig ug ukr uk urd ur uzb uz
		vie vi wel cy yid yi zho zh`)
	for i := 0; i+1 < len(f); i += 2 {
		m[f[i]] = f[i+1]
	}
	return m
})

// latin is the tag of a language's text in Latin letters.
func latin(code string) string {
	tag := languageTag(code)
	if strings.Contains(tag, "-Latn") {
		return tag
	}
	lang, _, _ := strings.Cut(tag, "-")
	return lang + "-Latn"
}
